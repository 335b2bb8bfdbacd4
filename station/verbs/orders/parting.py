"""``orders split|merge``: an order in several parcels, several orders under one waybill."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.orders.joining import Group, Member
    from station.orders.orderbook import OrderBook


def add(acts: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    split = acts.add_parser("split", parents=[common], help="put some units of an order into a further parcel")
    split.add_argument("order", metavar="NO")
    split.add_argument("units", nargs="*", metavar="SKU=QTY", help="what goes into the further parcel")
    split.add_argument("--undo", action="store_true", help="put the parcels that are not packed together again")
    split.add_argument("--by", default="", metavar="WHO", help="badge or name of who does it; kept with the order")
    split.set_defaults(run=_split)
    merge = acts.add_parser("merge", parents=[common], help="ship orders of one buyer and address under one waybill")
    merge.add_argument("orders", nargs="*", metavar="NO")
    merge.add_argument("--review", action="store_true", help="list what could be merged, and what is")
    merge.add_argument("--undo", metavar="NO", help="give the orders of a joint parcel their own waybills again")
    merge.add_argument("--decline", action="store_true", help="do not propose these orders together again")
    merge.add_argument("--personal", action="store_true", default=argparse.SUPPRESS, help="show names and addresses")
    merge.add_argument("--by", default="", metavar="WHO", help="badge or name of who does it; kept with the orders")
    merge.set_defaults(run=_merge)


def _split(args: argparse.Namespace, home: Home) -> int:
    from station.orders.parting import put_together, split_order

    if args.undo == bool(args.units):
        raise UsageTrouble("split takes SKU=QTY for the further parcel, or --undo, one of them")
    wanted = dict(_units(args.units))
    with terminal.opened(home) as book:
        who, now_us = terminal.who(args.by, book, home), terminal.now_us()
        if args.undo:
            gone = put_together(book, args.order, who=who, now_us=now_us)
            terminal.answer(args, {"order": args.order, "put_back": list(gone)}, f"{', '.join(gone)} put back")
        else:
            part = split_order(book, args.order, wanted, who=who, now_us=now_us)
            terminal.answer(args, {"order": args.order, "part": part}, f"{args.order} split: the rest is {part}")
    return 0


def _units(texts: Sequence[str]) -> Iterator[tuple[str, int]]:
    """``SKU=QTY``; a SKU may hold an equals sign of its own."""
    seen: set[str] = set()
    for text in texts:
        sku, mark, units = text.rpartition("=")
        if not (mark and sku and units.isascii() and units.isdigit() and 0 < len(units) < 7 and int(units)):
            raise UsageTrouble(f"{text[:60]!r} is no SKU=QTY", remedy="Write it as MUG-RED=2.")
        if sku in seen:
            raise UsageTrouble(f"{sku[:60]!r} is named twice")
        seen.add(sku)
        yield sku, int(units)


def _merge(args: argparse.Namespace, home: Home) -> int:
    from station.orders.parting import decline_group, join_orders, part_orders

    if bool(args.orders) + args.review + bool(args.undo) != 1:
        raise UsageTrouble("merge takes order numbers, --review or --undo NO, one of them")
    if args.decline and not args.orders:
        raise UsageTrouble("which orders are not to be merged?", remedy="Name them.")
    with terminal.opened(home) as book:
        who, now_us = terminal.who(args.by, book, home), terminal.now_us()
        if args.review:
            _review(args, book)
        elif args.undo:
            parted = part_orders(book, args.undo, who=who, now_us=now_us)
            terminal.answer(args, {"parted": list(parted)}, f"{', '.join(parted)}: each has its own waybill")
        elif args.decline:
            decline_group(book, args.orders, who=who, now_us=now_us)
            terminal.answer(args, {"declined": args.orders}, f"{', '.join(args.orders)}: not proposed together again")
        else:
            first = join_orders(book, args.orders, who=who, now_us=now_us)
            others = [number for number in args.orders if number != first]
            terminal.answer(args, {"order": first, "with": others}, f"{first} ships together with {', '.join(others)}")
    return 0


def _review(args: argparse.Namespace, book: OrderBook) -> None:
    from station.orders.parting import review

    found = review(book)
    personal = getattr(args, "personal", False)
    if args.json:
        document = {
            "proposed": [_document(group, personal=personal) for group in found.proposed],
            "joined": [_document(group, personal=personal) for group in found.joined],
        }
        print(json.dumps(document, ensure_ascii=False))
        return
    if not found.proposed:
        print("sealbench: no two ready orders are one buyer's at one address.", file=sys.stderr)
    for group in (*found.proposed, *found.joined):
        _tell(group, personal=personal)


def _tell(group: Group, *, personal: bool) -> None:
    document = _document(group, personal=personal)
    differs = f"; differs: {', '.join(document['differs'])}" if document["differs"] else ""
    print(f"{'joined' if group.joined else 'together?'}  {group.platform} {group.shop}{differs}")
    for member in document["orders"]:
        goods = ", ".join(f"{line['quantity']} × {line['sku']}" for line in member["lines"])
        where = " ".join(filter(None, member["recipient"].values()))
        print(f"  {member['order']:<22} {where}\n  {'':<22} {goods}")
        for words in filter(None, (member["buyer_message"], member["seller_note"])):
            print(f"  {'':<22} “{words}”")


def _document(group: Group, *, personal: bool) -> dict[str, Any]:
    return {
        "platform": group.platform,
        "shop": group.shop,
        "differs": list(group.differs),
        "orders": [_member(member, personal=personal) for member in group.members],
    }


def _member(member: Member, *, personal: bool) -> dict[str, Any]:
    from dataclasses import asdict

    from station.orders.masking import mask_recipient

    return {
        "order": member.order,
        "recipient": asdict(member.recipient if personal else mask_recipient(member.recipient)),
        "lines": [{"sku": line.sku, "quantity": line.quantity, "name": line.name} for line in member.lines],
        "buyer_message": member.message,
        "seller_note": member.note,
    }
