"""``orders shipped``: what went to the buyer without a bench, or needs no sending."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home
from station.orders.shop_time import utc_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station.orders.orderbook import OrderBook
    from station.orders.outside import Outside


def add(acts: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = acts.add_parser(
        "shipped", parents=[common], help="record what went without a bench; without NO: what still must"
    )
    parser.add_argument("order", metavar="NO", nargs="*", help="none: list the orders that wait for it")
    parser.add_argument("--service", metavar="S", help="the supplier's carrier, as services names it")
    parser.add_argument("--waybill", metavar="W", help="the number the supplier's parcel went under")
    parser.add_argument("--at", metavar="TIME", help="when it was sent, the shop's time; now by default")
    parser.add_argument("--nothing-to-ship", action="store_true", help="virtual goods: the buyer has them")
    parser.add_argument("--undo", action="store_true", help="take back a number typed wrongly")
    parser.add_argument("--by", default="", metavar="WHO", help="badge or name of who says so")
    parser.add_argument("--note", default="", metavar="TEXT", help="kept with the order")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:

    with terminal.opened(home) as book:
        if not args.order:
            return _list(args, book)
        if args.undo:
            return _undo(args, book)
        return _nothing(args, book) if args.nothing_to_ship else _supplier(args, home, book)


def _list(args: argparse.Namespace, book: OrderBook) -> int:
    from station.orders.outside import outside

    listed = [_document(each) for each in outside(book)]
    if args.json:
        print(json.dumps({"outside": listed}, ensure_ascii=False))
        return 0
    for each in listed:
        whole = "" if each["whole"] else "  (a bench packs the rest)"
        by = ", ".join(each["suppliers"]) or each["ship_from"] or "-"
        print(f"{each['order']:<22} {each['state']:<10} {each['by']:<9} {each['deadline'] or '-':<20}  {by}{whole}")
    return 0


def _document(each: Outside) -> dict[str, Any]:

    return {
        "order": each.order,
        "state": each.state,
        "by": each.fulfilment if each.whole else "supplier",
        "whole": each.whole,
        "ship_from": each.ship_from,
        "suppliers": list(each.suppliers),
        "deadline": utc_text(each.due_us),
    }


def _nothing(args: argparse.Namespace, book: OrderBook) -> int:
    from station.orders.outside import record_nothing

    if args.service or args.waybill:
        raise UsageTrouble("--nothing-to-ship has neither --service nor --waybill")
    who, now_us = terminal.person(args.by, book), terminal.now_us()
    told = [(order, record_nothing(book, order, who=who, now_us=now_us, note=args.note)) for order in args.order]
    _tell(args, "nothing to ship", told)
    return 0


def _supplier(args: argparse.Namespace, home: Home, book: OrderBook) -> int:
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.outside import record_supplier
    from station.orders.routes import load_services
    from station.orders.shop_time import shop_time_us
    from station.settings import config_dir

    if len(args.order) != 1 or not args.service or not args.waybill:
        raise UsageTrouble("one order with --service and --waybill, or orders with --nothing-to-ship")
    known = [service.id for service in load_services(config_dir())]
    if args.service not in known:
        raise UsageTrouble(f"no service is called {args.service[:40]!r}; known: {', '.join(known)}")
    now_us = terminal.now_us()
    offset = load_deadline_rules(home, config_dir(), now_us=now_us).utc_offset_minutes
    (order,) = args.order
    held = record_supplier(
        book,
        order,
        service=args.service,
        waybill=args.waybill.strip(),
        who=terminal.person(args.by, book),
        sent_us=now_us if args.at is None else shop_time_us(args.at, "--at", offset),
        now_us=now_us,
        note=args.note,
    )
    _tell(args, f"sent by its supplier, {args.service} {args.waybill.strip()}", [(order, held)])
    return 0


def _undo(args: argparse.Namespace, book: OrderBook) -> int:
    from station.orders.outside import take_back

    for order in args.order:
        take_back(book, order, (args.waybill or "").strip())
    _tell(args, "taken back", [(order, ()) for order in args.order])
    return 0


def _tell(args: argparse.Namespace, said: str, told: Sequence[tuple[str, tuple[str, ...]]]) -> None:
    if args.json:
        print(json.dumps({"said": said, "orders": [{"order": order, "held": list(held)} for order, held in told]}))
        return
    for order, held in told:
        print(f"{order}: {said}" + (f"; not confirmed while held: {', '.join(held)}" if held else ""))
