"""``serve``: the HTTP API for other programs, and the tokens that may call it."""

from __future__ import annotations

import argparse
import ipaddress
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import SettingsTrouble, Trouble, UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    import socket

    from station.orders.orderbook import OrderBook
    from station.serving.desk import Desk

PORT = 8470
RATE_MAX = 1_000_000
BACKLOG = 128
END_WITHIN_S = 5
WITNESS_S = 5
_EXTRA = "Install it with: pip install sealbench[serve]."


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("serve", parents=[common], help="the HTTP API for an ERP or a WMS")
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="this machine alone by default")
    parser.add_argument("--port", type=int, default=PORT, metavar="N", help=f"{PORT} by default; 0 for a free one")
    parser.add_argument("--cert", type=Path, metavar="FILE", help="certificate chain (PEM): TLS")
    parser.add_argument("--key", type=Path, metavar="FILE", help="its private key (PEM)")
    parser.add_argument("--plain", action="store_true", help="no TLS on a network: a proxy before it does that")
    parser.add_argument("--rate", type=int, default=600, metavar="N", help="requests a minute of one token")
    parser.add_argument("--witness", action="store_true", help="also cosign the benches' logs with this home's key")
    parser.set_defaults(run=_serve)
    acts = parser.add_subparsers(title="acts", metavar="ACT")
    tokens = acts.add_parser("tokens", parents=[common], help="who may call")
    tokens.set_defaults(run=_list)
    what = tokens.add_subparsers(title="what", metavar="WHAT")
    made = what.add_parser("add", parents=[common], help="a new token: it is shown this once")
    made.add_argument("name", metavar="NAME", help="of the program that will call")
    made.add_argument("--may", action="append", default=[], metavar="R", help="read (default), write, personal, hooks")
    made.add_argument("--by", default="", metavar="WHO", help="badge or name of a supervisor")
    made.set_defaults(run=_add)
    revoked = what.add_parser("revoke", parents=[common], help="from its next request on")
    revoked.add_argument("name", metavar="NAME")
    revoked.set_defaults(run=_revoke)


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.orders.api_tokens import tokens
    from station.orders.engine import reading
    from station.orders.shop_time import utc_text

    with terminal.opened(home) as book, reading(book.engine) as connection:
        found = tokens(connection)
    rows = [
        {
            "name": each.name,
            "rights": sorted(each.rights),
            "made": utc_text(each.made_us),
            "by": each.made_by,
            "revoked": utc_text(each.revoked_us),
        }
        for each in found
    ]
    terminal.answer(
        args,
        {"tokens": rows},
        *(map(_line, rows) if rows else ["nobody may call yet: sealbench serve tokens add NAME"]),
    )
    return 0


def _line(row: dict[str, Any]) -> str:
    ended = f"  revoked {row['revoked']}" if row["revoked"] else ""
    return f"{row['name']:<24}{', '.join(row['rights']):<32}{row['made']}  {row['by']}{ended}"


def _add(args: argparse.Namespace, home: Home) -> int:
    from station.orders.api_tokens import Right, make_token
    from station.orders.engine import writing

    if unknown := [each for each in args.may if each not in set(Right)]:
        raise UsageTrouble(f"there is no right {unknown[0]!r}", remedy=f"Known: {', '.join(Right)}.")
    rights = [Right(each) for each in args.may] or [Right.READ]
    with terminal.opened(home) as book:
        by = terminal.supervisor(args.by, book) if book.people() else args.by
        with writing(book.engine) as connection:
            token = make_token(connection, args.name, rights, by=by, now_us=terminal.now_us())
    said = f"token of {args.name} ({', '.join(rights)}), shown this once:"
    if not args.json:
        print(said, file=sys.stderr)
    terminal.answer(args, {"name": args.name, "rights": rights, "token": token}, token)
    return 0


def _revoke(args: argparse.Namespace, home: Home) -> int:
    from station.orders.api_tokens import revoke
    from station.orders.engine import writing

    with terminal.opened(home) as book, writing(book.engine) as connection:
        revoke(connection, args.name, now_us=terminal.now_us())
    terminal.answer(args, {"name": args.name, "revoked": True}, f"{args.name} may call no more")
    return 0


def _serve(args: argparse.Namespace, home: Home) -> int:
    _refuse_open_door(args)
    try:
        import uvicorn

        from station.serving.application import application
        from station.serving.caller import Caller
    except ImportError as error:
        raise Trouble(f"the HTTP API is not installed ({error.name})", remedy=_EXTRA) from None
    with terminal.opened(home) as book, _listening(args) as door:
        desk = _desk(args, home, book)
        settings = uvicorn.Config(
            application(desk, Caller(desk)),
            ssl_certfile=args.cert,
            ssl_keyfile=args.key,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=END_WITHIN_S,
        )
        _load(settings, args)
        scheme = "https" if args.cert else "http"
        where = f"{scheme}://{args.host}:{door.getsockname()[1]}/v1"
        terminal.answer(args, {"address": where}, f"{where}  (what can be asked: {where}/openapi.json)")
        sys.stdout.flush()
        witness = _witness(home) if args.witness else nullcontext()
        with suppress(KeyboardInterrupt), witness:  # it has ended in good order before it says so
            uvicorn.Server(settings).run(sockets=[door])
    return 0


@contextmanager
def _witness(home: Home) -> Iterator[None]:
    """Beside the API, in a thread of its own: a bench is answered whatever a caller is doing."""
    from station import cosigning

    def say(words: str) -> None:
        sys.stderr.write(f"sealbench: {words}\n")

    def tell(one: cosigning.Answered) -> None:
        if not one.granted:
            say(f"{one.log} was not cosigned: {one.why}")

    key, ended = cosigning.load(home), Event()
    look = partial(cosigning.look_on, home, key, partial(terminal.opened, home), tell=tell, complain=say)
    thread = Thread(
        target=look, kwargs={"every_s": WITNESS_S, "ended": ended, "now_us": terminal.now_us}, name="witness"
    )
    thread.start()
    say(f"{key.public.name} looks every {WITNESS_S} s")
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _refuse_open_door(args: argparse.Namespace) -> None:
    """Names and addresses go over this line."""
    if bool(args.cert) != bool(args.key):
        raise UsageTrouble("a certificate and its key belong together", remedy="Give both --cert and --key.")
    if not 0 <= args.port < 1 << 16:
        raise UsageTrouble("--port is 0 to 65535")
    if not 1 <= args.rate <= RATE_MAX:
        raise UsageTrouble(f"--rate is 1 to {RATE_MAX} requests a minute")
    if not (args.cert or args.plain or _is_here(args.host)):
        remedy = "Give --cert and --key, or --plain where a proxy before it speaks TLS."
        raise UsageTrouble(f"{args.host} is seen by others, and nothing would be encrypted", remedy=remedy)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listening(args: argparse.Namespace) -> socket.socket:
    import socket

    try:
        return socket.create_server((args.host, args.port), family=_family(args.host), backlog=BACKLOG)
    except OSError as error:
        remedy = "Another program has that port, or it is no address of this machine: see --host and --port."
        raise Trouble(
            f"nobody can be served there: {error.strerror}", where=f"{args.host}:{args.port}", remedy=remedy
        ) from error


def _family(host: str) -> int:
    import socket

    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _desk(args: argparse.Namespace, home: Home, book: OrderBook) -> Desk:
    from station.orders.routes import load_routing
    from station.serving.desk import Desk
    from station.settings import config_dir, load

    config = config_dir()
    return Desk(
        book=book,
        home=home,
        config=config,
        shop=load(home).bench.shop,
        now_us=terminal.now_us,
        services=load_routing(config, home.root).services,
        requests_a_minute=args.rate,
    )


def _load(settings: Any, args: argparse.Namespace) -> None:
    """Certificate and key are read here, so that a wrong one is a sentence and not a stack."""
    import ssl

    try:
        settings.load()
    except (OSError, ssl.SSLError) as error:
        words = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error)
        remedy = "Both are PEM files: the certificate with its chain, and the key that belongs to it."
        raise SettingsTrouble(
            f"the certificate cannot be used: {words}", where=str(args.cert), remedy=remedy
        ) from error
