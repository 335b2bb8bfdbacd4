"""``users``: who may sign in at the benches."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from station.home import Home

if TYPE_CHECKING:
    from station.orders.orderbook import OrderBook


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("users", parents=[common], help="people and their badges")
    acts = parser.add_subparsers(metavar="ACT", required=True)
    put = acts.add_parser("add", parents=[common], help="a person with a badge")
    put.add_argument("--badge", required=True, metavar="ID", help="letters, digits and hyphens, at most 32")
    put.add_argument("--name", required=True, metavar="N")
    put.add_argument("--supervisor", action="store_true")
    put.set_defaults(run=_add)
    acts.add_parser("list", parents=[common], help="everybody").set_defaults(run=_list)


def _book(home: Home) -> OrderBook:
    from station.orders.opening import open_book
    from station.settings import config_dir, load

    return open_book(home, config_dir(), load(home).bench.orderbook)


def _add(args: argparse.Namespace, home: Home) -> int:
    from station.codes import badge_code

    badge = args.badge.upper()
    book = _book(home)
    try:
        person = book.add_person(badge, name=args.name, supervisor=args.supervisor)
    finally:
        book.close()
    if args.json:
        print(json.dumps({"badge": badge, "code": badge_code(badge), "pseudonym": person.pseudonym}))
    else:
        print(f"{person.name}: {person.pseudonym}; the badge's barcode is {badge_code(badge)}")
    return 0


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.codes import badge_code

    book = _book(home)
    try:
        people = book.people()
    finally:
        book.close()
    if args.json:
        rows = [
            {"badge": badge, "code": badge_code(badge), "pseudonym": p.pseudonym, "supervisor": p.supervisor}
            for badge, p in people.items()
        ]
        print(json.dumps({"users": rows}, ensure_ascii=False))
        return 0
    for badge, person in people.items():
        role = "  (supervisor)" if person.supervisor else ""
        print(f"{person.pseudonym:<8}{badge_code(badge):<28}{person.name}{role}")
    return 0
