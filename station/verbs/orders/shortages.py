"""``orders shortages``: what was put aside for want of goods, whose turn it is, how it goes on."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home
from station.orders.shop_time import utc_text

if TYPE_CHECKING:
    from station.orders.orderbook import OrderBook
    from station.orders.shortages import Shortage


def add(acts: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = acts.add_parser("shortages", parents=[common], help="orders without their goods: whose turn, what next")
    parser.add_argument("--owner", metavar="O", help="whose turn it is: purchasing, production, service")
    parser.add_argument("--resolve", metavar="NO", help="say how it goes on with this order")
    parser.add_argument("--how", metavar="H", help="wait, partial, substitute, arrived")
    parser.add_argument("--with", dest="instead", default="", metavar="SKU", help="what the buyer takes instead")
    parser.add_argument("--by", default="", metavar="WHO", help="badge or name of who says so; kept with the shortage")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    with terminal.opened(home) as book:
        return _resolve(args, book) if args.resolve else _list(args, book)


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
        "at": utc_text(shortage.at_us),
        "due": utc_text(shortage.due_us),
        "how": shortage.how or None,
        "by": shortage.said_by or None,
    }


def _resolve(args: argparse.Namespace, book: OrderBook) -> int:
    from station.orders.shortages import BY_A_PERSON, Outcome, resolve

    known = ", ".join(BY_A_PERSON)
    if args.how not in set(BY_A_PERSON):
        raise UsageTrouble(f"say how it goes on: --how {known.replace(', ', '|')}")
    how = Outcome(args.how)
    if bool(args.instead) != (how is Outcome.SUBSTITUTE):
        raise UsageTrouble("--how substitute needs --with SKU, and nothing else takes it")
    resolve(book, args.resolve, how, who=terminal.person(args.by, book), now_us=terminal.now_us(), instead=args.instead)
    if args.json:
        print(json.dumps({"order": args.resolve, "how": how}))
    else:
        print(f"{args.resolve}: {how}")
    return 0
