"""``evidence witness``: the key of this order book's witness, its work, and what it has seen."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import Trouble
from station.home import Home

if TYPE_CHECKING:
    from station.cosigning import Answered

EVERY_S = 5
EVERY_MAX_S = 3600


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    parser = acts.add_parser("witness", parents=[common], help="cosign the benches' logs for this order book")
    own = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    enrol = own.add_parser("enrol", parents=[common], help="make this home's witness key and name it to the order book")
    enrol.add_argument("--name", default="", metavar="NAME", help="as bundles name it (default: witness)")
    enrol.set_defaults(run=_enrol)
    once = own.add_parser("once", parents=[common], help="answer what benches ask now")
    once.set_defaults(run=_once)
    run = own.add_parser("run", parents=[common], help="answer benches until interrupted")
    run.add_argument("--every", type=_seconds, default=EVERY_S, metavar="SECONDS", help=f"look so often ({EVERY_S})")
    run.set_defaults(run=_run)
    show = own.add_parser("show", parents=[common], help="the order book's witnesses and what they have seen")
    show.set_defaults(run=_show)
    retire = own.add_parser("retire", parents=[common], help="benches ask this witness no more")
    retire.add_argument("name", metavar="NAME")
    retire.set_defaults(run=_retire)


def _seconds(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= EVERY_MAX_S):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is not 1 to {EVERY_MAX_S} seconds")
    return int(text)


def _enrol(args: argparse.Namespace, home: Home) -> int:
    import os

    from station import cosigning
    from station.settings import load

    with terminal.opened(home) as book:
        made = cosigning.enrol(
            home, book, org=load(home).bench.org, name=args.name, random_bytes=os.urandom, now_us=terminal.now_us()
        )
    facts = {"name": made.key.name, "vkey": made.key.text(), "worth": list(made.worth)}
    text = f"{made.key.name} is this order book's witness. Its public key, to be kept elsewhere too:\n{made.key.text()}"
    terminal.answer(args, facts, text)
    for words in made.worth:
        sys.stderr.write(f"sealbench: {words}\n")
    return 0


def _once(args: argparse.Namespace, home: Home) -> int:
    from station import cosigning

    key = cosigning.load(home)
    with terminal.opened(home) as book:
        answers = cosigning.answer_all(home, book, key, now_us=terminal.now_us)
    for one in answers:
        _tell(args, one)
    if not answers:
        sys.stderr.write("sealbench: no bench asks for anything.\n")
    return 0 if all(one.granted for one in answers) else 1


def _run(args: argparse.Namespace, home: Home) -> int:
    """Trouble with the order book is told once, and the next look tries again."""
    from station import cosigning

    key = cosigning.load(home)
    sys.stderr.write(f"sealbench: {key.public.name} looks every {args.every} s; end it with Ctrl+C.\n")
    cosigning.look_on(
        home,
        key,
        partial(terminal.opened, home),
        tell=partial(_tell, args),
        complain=lambda words: sys.stderr.write(f"sealbench: {words}\n"),
        every_s=args.every,
        ended=Event(),
        now_us=terminal.now_us,
    )
    return 0


def _tell(args: argparse.Namespace, one: Answered) -> None:
    facts = {"log": one.log, "granted": one.granted, "size": one.size, "why": one.why}
    words = f"cosigned {one.size} entries" if one.granted else f"refused, knowing {one.size} entries: {one.why}"
    terminal.answer(args, facts, f"{one.log}: {words}")
    sys.stdout.flush()


def _show(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.moments import utc
    from station.orders.witnessing import enrolled, logs_seen

    with terminal.opened(home) as book:
        found, seen = enrolled(book), logs_seen(book)
    facts = {
        "witnesses": [{"name": one.name, "vkey": one.key} for one in found],
        "logs": [
            {"log": one.log, "witness": one.witness, "size": one.last.size, "at_us": one.last.at_us} for one in seen
        ],
    }
    lines = [f"witness {one.name}: {one.key}" for one in found] or ["this order book has no witness"]
    lines += [f"{one.log}: {one.last.size} entries seen by {one.witness} at {utc(one.last.at_us)}" for one in seen]
    terminal.answer(args, facts, "\n".join(lines))
    return 0


def _retire(args: argparse.Namespace, home: Home) -> int:
    from station.orders.witnessing import retire

    with terminal.opened(home) as book:
        there = retire(book, args.name)
    if not there:
        raise Trouble(
            f"the order book has no witness {args.name}", remedy="Look with: sealbench evidence witness show."
        )
    terminal.answer(args, {"retired": args.name}, f"{args.name} is asked no more; what it cosigned stays known")
    return 0
