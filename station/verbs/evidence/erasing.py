"""``evidence erase|hold|unhold|retain``: personal data taken out for good, and what keeps it from that."""

from __future__ import annotations

import argparse
import json
import os
from contextlib import closing
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import Trouble
from station.home import Home
from station.verbs.evidence.epochs import reason

if TYPE_CHECKING:
    from station.retention import Expired


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    erase = acts.add_parser("erase", parents=[common], help="take all that names a person out of an order's evidence")
    erase.add_argument("order", metavar="NO")
    _why(erase)
    erase.set_defaults(run=_erase)
    hold = acts.add_parser(
        "hold", parents=[common], help="keep an order's evidence, whatever its age, until it is lifted"
    )
    hold.add_argument("order", metavar="NO")
    _why(hold)
    hold.set_defaults(run=_hold)
    unhold = acts.add_parser("unhold", parents=[common], help="lift a hold: the retention rules apply again")
    unhold.add_argument("order", metavar="NO")
    _why(unhold)
    unhold.set_defaults(run=_unhold)
    retain = acts.add_parser("retain", parents=[common], help="erase what is past its days ([retention] in bench.toml)")
    retain.add_argument("--dry-run", action="store_true", help="only say what would go")
    retain.set_defaults(run=_retain)


def _why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", required=True, metavar="WHO", help="a supervisor's badge or name")
    parser.add_argument("--reason", required=True, type=reason, metavar="TEXT", help="it is kept, so it names no buyer")


def _erase(args: argparse.Namespace, home: Home) -> int:
    from station.clock import SystemClock
    from station.erasure import Asked, erase
    from station.settings import load

    with terminal.opened(home) as book:
        asked = Asked(number=args.order, reason=args.reason, by=terminal.supervisor(args.by, book))
        done = erase(home, load(home), SystemClock(), book, asked, random_bytes=os.urandom)
    if args.json:
        facts = {
            "orders": list(done.orders),
            "fields": done.fields,
            "media": done.media,
            "removed": [str(file) for file in done.removed],
            "overwritten": [str(file) for file in done.overwritten],
            "left": [str(file) for file in done.left],
            "entries": [{"log": log, "tag": tag} for log, tag in done.tags],
        }
        print(json.dumps(facts, ensure_ascii=False))
        return 0
    print(f"erased: {done.fields} values and {done.media} files of order {', '.join(done.orders)}")
    for file in done.removed:
        print(f"removed: {file}")
    for file in done.overwritten:
        print(f"overwritten: {file}")
    for file in done.left:
        print(f"STILL NAMES IT, look at it yourself: {file}")
    print(
        "copies elsewhere are yours to find: bundles sent out, order files, backups of this home or of the order book"
    )
    return 0


def _hold(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.erasing import HELD

    return _say(args, home, HELD, "is kept until the hold is lifted")


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
        if not there:
            due = look(home, book, None, life, clock.now().wall_us)
            carry_out(home, book, None, due, clock, life, os.urandom)
            return _tell(args, due)
        with closing(open_ledger(home, settings, clock, book=book)) as ledger:
            due = look(home, book, ledger.reader(), life, clock.now().wall_us)
            carry_out(home, book, ledger, due, clock, life, os.urandom)
    return _tell(args, due)


def _tell(args: argparse.Namespace, due: Expired) -> int:
    from station.evidence.erasing import Scope

    counts = {str(scope): due.count(scope) for scope in Scope}
    facts = {**counts, "entries": len(due.entries), "people": len(due.people), "strays": len(due.strays)}
    if args.json:
        print(json.dumps({"dry_run": args.dry_run, **facts, "kept": list(due.kept)}, ensure_ascii=False))
        return 0
    verb = "would be erased" if args.dry_run else "erased"
    print(
        f"{verb}: video of {counts['video']} orders, photos of {counts['photos']}, personal data of"
        f" {counts['personal']}, the number of {counts['number']}; values of {len(due.entries)} entries of no order,"
        f" names of {len(due.people)} orders in the book, {len(due.strays)} files in quarantine"
    )
    for number in due.kept:
        print(f"kept, in dispute or on hold: {number}")
    return 0
