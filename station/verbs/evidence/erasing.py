"""``evidence erase|hold|unhold|retain``: personal data taken out for good, and what keeps it from that."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from threading import Event
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import Trouble
from station.home import Home
from station.verbs.evidence.epochs import reason

if TYPE_CHECKING:
    from station.erasing_round import Round
    from station.orders.erasure_requests import Standing
    from station.orders.orderbook import OrderBook
    from station.retention import Expired

WAIT_S = 60
WAIT_MAX_S = 3600
LOOK_S = 0.5


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    erase = acts.add_parser("erase", parents=[common], help="take all that names a person out of an order's evidence")
    erase.add_argument("order", metavar="NO")
    _why(erase)
    erase.add_argument(
        "--wait", type=_seconds, default=WAIT_S, metavar="SECONDS", help=f"for benches that run ({WAIT_S})"
    )
    erase.add_argument(
        "--without", action="append", default=[], metavar="BENCH", help="do not ask this bench: it is gone for good"
    )
    erase.set_defaults(run=_erase)
    hold = acts.add_parser(
        "hold", parents=[common], help="keep an order's evidence, whatever its age, until it is lifted"
    )
    hold.add_argument("order", metavar="NO")
    _why(hold)
    hold.set_defaults(run=_hold)
    unhold = acts.add_parser("unhold", parents=[common], help="lift a legal hold: the retention rules apply again")
    unhold.add_argument("order", metavar="NO")
    _why(unhold)
    unhold.set_defaults(run=_unhold)
    retain = acts.add_parser("retain", parents=[common], help="erase what is past its days ([retention] in bench.toml)")
    retain.add_argument("--dry-run", action="store_true", help="only say what would go")
    retain.set_defaults(run=_retain)


def _why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", required=True, metavar="WHO", help="a supervisor's badge or name")
    parser.add_argument("--reason", required=True, type=reason, metavar="TEXT", help="it is kept, so it names no buyer")


def _seconds(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= WAIT_MAX_S):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is not 0 to {WAIT_MAX_S} seconds")
    return int(text)


def _erase(args: argparse.Namespace, home: Home) -> int:
    from station.clock import SystemClock
    from station.erasing_round import erase_everywhere
    from station.erasure import Asked
    from station.settings import load

    clock = SystemClock()
    end_us = clock.now().mono_us + args.wait * 1_000_000

    def wait() -> bool:
        Event().wait(LOOK_S)
        return bool(clock.now().mono_us < end_us)

    with terminal.opened(home) as book:
        asked = Asked(number=args.order, reason=args.reason, by=terminal.supervisor(args.by, book))
        done = erase_everywhere(
            home, load(home), clock, book, asked, without=args.without, wait=wait, random_bytes=os.urandom
        )
        _say_what_is_owed(home, book)
    _remove_copies(home)
    if args.json:
        print(json.dumps(_facts(done), ensure_ascii=False))
    else:
        print("\n".join(_lines(done)))
    return 0 if done.complete else 1


def _say_what_is_owed(home: Home, book: OrderBook) -> None:
    """What is erased stays erased; that its bytes may lie about for want of room must not go unsaid."""
    from station.evidence.scrubbing import scrub_shortage
    from station.orders.erasing import sqlite_file

    if why := scrub_shortage(home, sqlite_file(book.engine)):
        sys.stderr.write(f"sealbench: {why}. Make room: it is done at the next erasure, or when the bench ends.\n")


def _remove_copies(home: Home) -> None:
    """What lies in the second place goes now where that answers, and is owed where it does not: said either way."""
    from station.media_store.paying import pay

    if words := pay(home, terminal.now_us):
        sys.stderr.write(f"sealbench: {words}\n")


def _facts(done: Round) -> dict[str, object]:
    here = done.here
    return {
        "orders": list(here.orders),
        "fields": here.fields + sum(one.values for one in done.benches),
        "media": here.media + sum(one.files for one in done.benches),
        "removed": [str(file) for file in here.removed],
        "overwritten": [str(file) for file in here.overwritten],
        "left": [str(file) for file in here.left],
        "given_up": list(here.given_up),
        "entries": [{"log": log, "tag": tag} for log, tag in here.tags],
        "benches": [
            {"bench": one.bench, "done": one.done, "why": one.why, "fields": one.values, "media": one.files}
            for one in done.benches
        ],
    }


def _lines(done: Round) -> Iterator[str]:
    here, orders = done.here, ", ".join(done.here.orders)
    if not done.benches:
        yield f"erased: {here.fields} values and {here.media} files of order {orders}"
    for one in done.benches:
        yield f"{one.bench}: {_part(one)}"
    yield from (f"given up, so the order book never had what it says: entry {entry}" for entry in here.given_up)
    yield from (f"removed: {file}" for file in here.removed)
    yield from (f"overwritten: {file}" for file in here.overwritten)
    yield from (f"STILL NAMES IT, look at it yourself: {file}" for file in here.left)
    if done.complete:
        yield "copies elsewhere are yours to find: bundles sent out, order files, backups of homes or of the order book"
    elif any(one.done is None for one in done.benches):
        yield f"NOT ERASED EVERYWHERE: the order book keeps {orders} until the last bench has done its part"


def _part(one: Standing) -> str:
    if one.done is None:
        return "has not answered; it does its part as soon as it runs and shows another order, nothing else is needed"
    return f"erased {one.values} values and {one.files} files" if one.done else f"refused: {one.why}"


def _hold(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.erasing import HELD

    return _say(args, home, HELD, "is kept until that is lifted")


def _unhold(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.erasing import RELEASED

    return _say(args, home, RELEASED, "is kept no longer than the rules say")


def _say(args: argparse.Namespace, home: Home, kind: str, words: str) -> int:
    from station.bench_ledger import open_ledger
    from station.clock import SystemClock
    from station.erasure import known_here
    from station.evidence.fact import Fact
    from station.owed_files import record
    from station.settings import load

    if not known_here(home, args.order):
        raise Trouble(
            f"this bench has no entry of order {args.order}", remedy="Check the number, or ask another bench."
        )
    clock, settings = SystemClock(), load(home)
    with terminal.opened(home) as book:
        by = terminal.supervisor(args.by, book)
        record(
            home,
            lambda: open_ledger(home, settings, clock, book=book),
            Fact(kind=kind, pub={"said_by": by}, com={"why": args.reason}),
            order_no=args.order,
            at_us=clock.now().wall_us,
            by=by,
        )
    print(json.dumps({"order": args.order, "kind": kind}) if args.json else f"the evidence of {args.order} {words}")
    return 0


def _retain(args: argparse.Namespace, home: Home) -> int:
    from station.bench_ledger import open_ledger
    from station.carrying import carry
    from station.clock import SystemClock
    from station.erasing_round import finish_in_book
    from station.evidence.ledger_reading import open_reader
    from station.retention import carry_out, look, shelf_life
    from station.settings import load

    clock, settings = SystemClock(), load(home)
    life, there = shelf_life(settings.retention), home.ledger_file.is_file()
    with terminal.opened(home) as book:
        if args.dry_run:
            if not there:
                return _tell(args, look(home, book, None, life, clock.now().wall_us))
            with closing(open_reader(home.ledger_file)) as reader:
                return _tell(args, look(home, book, reader, life, clock.now().wall_us))
        carry(home, book)
        finish_in_book(home, book, random_bytes=os.urandom)
        if not there:
            due = look(home, book, None, life, clock.now().wall_us)
            carry_out(home, book, None, due, clock, life, os.urandom)
            _say_what_is_owed(home, book)
            return _tell(args, due)
        with closing(open_ledger(home, settings, clock, book=book)) as ledger:
            due = look(home, book, ledger.reader(), life, clock.now().wall_us)
            carry_out(home, book, ledger, due, clock, life, os.urandom)
        _say_what_is_owed(home, book)
    _remove_copies(home)
    return _tell(args, due)


def _tell(args: argparse.Namespace, due: Expired) -> int:
    from station.evidence.erasing import Scope

    counts = {str(scope): due.count(scope) for scope in Scope}
    facts = {**counts, "entries": len(due.entries), "people": len(due.people), "strays": len(due.strays)}
    if args.json:
        named = {"kept": list(due.kept), "uncopied": list(due.uncopied)}
        print(json.dumps({"dry_run": args.dry_run, **facts, **named}, ensure_ascii=False))
        return 0
    verb = "would be erased" if args.dry_run else "erased"
    print(
        f"{verb}: video of {counts['video']} orders, photos of {counts['photos']}, personal data of"
        f" {counts['personal']}, the number of {counts['number']}; values of {len(due.entries)} entries of no order,"
        f" names of {len(due.people)} orders in the book, {len(due.strays)} files in quarantine"
    )
    for number in due.kept:
        print(f"kept, in dispute or on legal hold: {number}")
    for number in due.uncopied:
        print(f"waits, its photos or video have no verified copy in the second place yet: {number}")
    return 0
