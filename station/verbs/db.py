"""``db``: the order book's schema."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from station.home import Home

if TYPE_CHECKING:
    from sqlalchemy import Engine


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("db", parents=[common], help="the order book's database")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    acts.add_parser("upgrade", parents=[common], help="bring it to this program's schema").set_defaults(run=_upgrade)
    acts.add_parser("check", parents=[common], help="is it there, whole, and of this schema").set_defaults(run=_check)


def _engine(home: Home) -> Engine:
    from station.orders.engine import connect, make_folder_of
    from station.settings import load

    engine = connect(load(home).bench.orderbook)
    make_folder_of(engine)
    return engine


def _upgrade(args: argparse.Namespace, home: Home) -> int:
    from station.orders.figuring import catch_up
    from station.orders.schema import upgrade

    engine = _engine(home)
    try:
        before, after = upgrade(engine)
        counted = catch_up(engine)
    finally:
        engine.dispose()
    if args.json:
        print(json.dumps({"before": before, "after": after, "entries_counted": counted}))
    elif before == after:
        print(f"the order book has schema {after} already")
    else:
        print(f"the order book went from {before or 'nothing'} to schema {after}")
    if counted and not args.json:
        print(f"{counted} entries were counted for the figures")
    return 0


def _check(args: argparse.Namespace, home: Home) -> int:
    from station.errors import BookUnreachable
    from station.orders.engine import faults_of, make_ready, place
    from station.orders.tables import SCHEMA

    engine = _engine(home)
    try:
        make_ready(engine, create=True)
        faults = faults_of(engine)
    finally:
        engine.dispose()
    if args.json:
        print(json.dumps({"book": place(engine.url), "schema": SCHEMA, "ok": not faults, "faults": faults}))
        return BookUnreachable.exit_code if faults else 0
    if faults:
        raise BookUnreachable(
            f"the order book is damaged: {faults[0]}", where=place(engine.url), remedy="Restore a backup."
        )
    print(f"{place(engine.url)}: schema {SCHEMA}, whole")
    return 0
