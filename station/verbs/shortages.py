"""``shortages``, also ``orders shortages``: what was put aside for want of goods, whose turn it is, how it goes on."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from station.errors import UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.orders.orderbook import OrderBook
    from station.orders.shortages import Shortage


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Under ``verbs``, or among the acts of ``orders``."""
    parser = verbs.add_parser("shortages", parents=[common], help="orders put aside for want of goods, and their end")
    parser.add_argument("--owner", metavar="O", help="whose turn it is: purchasing, production, service")
    parser.add_argument("--resolve", metavar="NO", help="say how it goes on with this order")
    parser.add_argument("--how", metavar="H", help="wait, partial, substitute, arrived")
    parser.add_argument("--with", dest="instead", default="", metavar="SKU", help="what the buyer takes instead")
    parser.add_argument("--by", default="", metavar="WHO", help="who says so; kept with the shortage")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    book = _book(home)
    try:
        return _resolve(args, book) if args.resolve else _list(args, book)
    finally:
        book.close()


def _book(home: Home) -> OrderBook:
    from station.orders.opening import open_book
    from station.settings import config_dir, load

    return open_book(home, config_dir(), load(home).bench.orderbook)


def _list(args: argparse.Namespace, book: OrderBook) -> int:
    from station.orders.shortages import open_shortages
    from station.packing.owners import Owner

    if args.how or args.by or args.instead:
        raise UsageTrouble("--how, --by and --with go with --resolve NO")
    owner = None
    if args.owner:
        if args.owner not in set(Owner):
            raise UsageTrouble(f"there is no owner {args.owner[:40]!r}; known: {', '.join(Owner)}")
        owner = Owner(args.owner)
    found = [_document(each) for each in open_shortages(book, owner)]
    if args.json:
        print(json.dumps({"shortages": found}, ensure_ascii=False))
        return 0
    for each in found:
        missing = ", ".join(f"{units['units']} x {units['sku']}" for units in each["missing"]) or "-"
        due = f"  due {each['due']}" if each["due"] else ""
        waits = "  the buyer waits" if each["how"] else ""
        print(f"{each['order']:<22} {each['owner']:<11} {each['why']:<11} {missing}  {each['at']}{due}{waits}")
    return 0


def _document(shortage: Shortage) -> dict[str, Any]:
    return {
        "id": shortage.id,
        "order": shortage.order,
        "owner": shortage.owner,
        "why": shortage.why,
        "missing": [{"sku": each.sku, "units": each.units} for each in shortage.missing],
        "bench": shortage.bench,
        "packer": shortage.packer,
        "at": _iso(shortage.at_us),
        "due": _iso(shortage.due_us),
        "how": shortage.how or None,
        "by": shortage.said_by or None,
    }


def _iso(time_us: int | None) -> str | None:
    from datetime import UTC, datetime

    return None if time_us is None else datetime.fromtimestamp(time_us // 1_000_000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _resolve(args: argparse.Namespace, book: OrderBook) -> int:
    from station.clock import SystemClock
    from station.orders.shortages import BY_A_PERSON, Outcome, resolve

    known = ", ".join(BY_A_PERSON)
    if args.how not in set(BY_A_PERSON):
        raise UsageTrouble(f"say how it goes on: --how {known.replace(', ', '|')}")
    if not args.by:
        raise UsageTrouble("say who decides: --by WHO")
    how = Outcome(args.how)
    if bool(args.instead) != (how is Outcome.SUBSTITUTE):
        raise UsageTrouble("--how substitute needs --with SKU, and nothing else takes it")
    resolve(book, args.resolve, how, who=args.by, now_us=SystemClock().now().wall_us, instead=args.instead)
    if args.json:
        print(json.dumps({"order": args.resolve, "how": how}))
    else:
        print(f"{args.resolve}: {how}")
    return 0
