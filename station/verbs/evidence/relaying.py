"""``evidence relay``: this home's entries to the order book, again what was set aside there, and what never goes."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any, Final

from station import terminal
from station.home import Home

if TYPE_CHECKING:
    from station.orders.set_aside import SetAside

_DIGITS: Final = 9
"""Of an epoch or an entry's number as typed; no database takes more for the first."""


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    relay = acts.add_parser("relay", parents=[common], help="carry entries to the order book; what waits and why")
    relay.add_argument("--retry", action="store_true", help="try again what was set aside, after an upgrade")
    relay.add_argument("--bench", metavar="BENCH", help="only list what is set aside of this one, wherever it is")
    relay.add_argument(
        "--give-up",
        type=_entry,
        metavar="ENTRY",
        help="BENCH/EPOCH/SEQ as listed: never carry it out, nor what waits behind it; its order can be erased then",
    )
    relay.add_argument("--by", metavar="WHO", default="", help="with --give-up: a supervisor's badge or name")
    relay.set_defaults(run=_relay)


def _entry(text: str) -> tuple[str, int, int]:
    bench, _, place = text.partition("/")
    epoch, _, seq = place.partition("/")
    if not (bench and all(each.isascii() and each.isdigit() and len(each) <= _DIGITS for each in (epoch, seq))):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no BENCH/EPOCH/SEQ")
    return bench, int(epoch), int(seq)


def _relay(args: argparse.Namespace, home: Home) -> int:
    if args.give_up is not None:
        return _give_up(args, home)
    return _listed(args, home) if args.bench else _carried_and_told(args, home)


def _give_up(args: argparse.Namespace, home: Home) -> int:
    from station.errors import Trouble
    from station.orders.engine import writing
    from station.orders.set_aside import give_up

    bench, epoch, seq = args.give_up
    with terminal.opened(home) as book:
        by = terminal.supervisor(args.by, book)
        with writing(book.engine) as connection:
            given = give_up(connection, args.give_up, who=by, now_us=terminal.now_us())
    if not given:
        raise Trouble(
            f"entry {bench}/{epoch}/{seq} is not set aside", remedy=f"Look: sealbench evidence relay --bench {bench}."
        )
    orders = sorted({each.order_no for each in given if each.order_no is not None})
    lines = [f"given up: entry {each.name}, {each.kind}: {each.why}" for each in given]
    lines += [f"what they say stays undone: sealbench orders show {order}" for order in orders]
    terminal.answer(args, {"given_up": [_row(each) for each in given], "orders": orders}, *lines)
    return 0


def _listed(args: argparse.Namespace, home: Home) -> int:
    from station.orders.set_aside import standing

    with terminal.opened(home) as book:
        aside = [each for each in standing(book) if each.bench == args.bench]
    lines = [_line(each) for each in aside] or [f"nothing of bench {args.bench} is set aside"]
    terminal.answer(args, {"set_aside": [_row(each) for each in aside]}, *lines)
    return 1 if aside else 0


def _row(each: SetAside) -> dict[str, object]:
    return {
        "bench": each.bench, "epoch": each.epoch, "seq": each.seq, "kind": each.kind, "after": each.after_seq,
        "why": each.why,
    }  # fmt: skip


def _line(each: SetAside) -> str:
    return f"set aside: entry {each.name}, {each.kind}: {each.why}"


def _carried_and_told(args: argparse.Namespace, home: Home) -> int:
    """Exit 1 while anything of this bench is set aside."""
    from station.backlog import backlog_of
    from station.orders.engine import reading
    from station.orders.relayed import witnessed_logs
    from station.orders.set_aside import standing
    from station.settings import load

    bench = load(home).bench.id
    with terminal.opened(home) as book:
        mended = _carried(home, book, retry=args.retry)
        aside = [each for each in standing(book) if each.bench == bench]
        with reading(book.engine) as connection:
            seen = [one for one in witnessed_logs(connection) if one.log.split("/")[1] == bench]
    left = backlog_of(home)
    if args.json:
        rows = [_row(each) for each in aside]
        told = {"waiting": left.waiting, "epochs": left.epochs, "mended": mended, "set_aside": rows}
        told["cosigned"] = [{"log": one.log, "witness": one.witness, "size": one.size} for one in seen]
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return 1 if aside else 0
    lines = [f"{left.waiting} entries wait for the order book"]
    lines += [f"{mended} that were set aside are carried out now"] if args.retry else []
    lines += [f"{one.log} is cosigned by {one.witness} up to entry {one.size - 1}" for one in seen]
    lines += [_line(each) for each in aside]
    sys.stdout.write("\n".join(lines) + "\n")
    if aside and not args.retry:
        sys.stderr.write("sealbench: after an upgrade, or once the cause is gone: sealbench evidence relay --retry\n")
    return 1 if aside else 0


def _carried(home: Home, book: Any, *, retry: bool) -> int:
    from station.carrying import carry_past, relaying

    if not home.ledger_file.is_file():
        carry_past(home, book)
        return 0
    relay, close = relaying(home)
    try:
        relay(book)
        return relay.retry(book, now_us=terminal.now_us()) if retry else 0
    finally:
        close()
