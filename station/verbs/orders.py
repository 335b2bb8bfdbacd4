"""``orders``: look at orders, hold and release them, change their turn. Personal data is masked unless asked for."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.verbs import parting, shipped, shortages, timing

if TYPE_CHECKING:
    from station.orders.deadlines import Haste
    from station.orders.finding import OrderRow
    from station.orders.orderbook import OrderBook
    from station.packing.deadlines import DeadlineRules
    from station.packing.model import Order

LIST_MAX = 1_000


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("orders", parents=[common], help="look at orders, hold them, release them, expedite them")
    parser.add_argument("--state", metavar="S", help="ready, held, packing, sealed, shipped, cancelled …")
    parser.add_argument("--search", default="", metavar="TEXT", help="part of a number or name; a waybill; a SKU")
    parser.add_argument("--personal", action="store_true", help="show names and addresses")
    parser.set_defaults(run=_list)
    acts = parser.add_subparsers(metavar="ACT")
    show = acts.add_parser("show", parents=[common], help="everything about one order")
    show.add_argument("order", metavar="NO")
    show.add_argument("--personal", action="store_true", default=argparse.SUPPRESS, help="show names and addresses")
    show.set_defaults(run=_show)
    hold = acts.add_parser("hold", parents=[common], help="stop an order from shipping")
    hold.add_argument("order", metavar="NO")
    hold.add_argument("--reason", required=True, metavar="R", help="one of the known reasons, or words of your own")
    hold.set_defaults(run=_hold)
    release = acts.add_parser("release", parents=[common], help="lift what a person may lift")
    release.add_argument("order", metavar="NO")
    for parser in (hold, release):
        parser.add_argument("--by", default="", metavar="WHO", help="badge or name of who says so; kept with the order")
    release.set_defaults(run=_release)
    timing.add(acts, common)
    shipped.add(acts, common)
    shortages.add(acts, common)
    parting.add(acts, common)


def _book(home: Home) -> OrderBook:
    from station.orders.opening import open_book
    from station.settings import config_dir, load

    return open_book(home, config_dir(), load(home).bench.orderbook)


def _now_us() -> int:
    from station.clock import SystemClock

    return SystemClock().now().wall_us


def _rules(home: Home, now_us: int) -> DeadlineRules:
    from station.orders.deadline_rules import load_deadline_rules
    from station.settings import config_dir

    return load_deadline_rules(home, config_dir(), now_us=now_us)


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.packing.model import OrderState

    state = None
    if args.state:
        if args.state not in set(OrderState):
            raise UsageTrouble(f"there is no state {args.state!r}; known: {', '.join(OrderState)}")
        state = OrderState(args.state)
    book = _book(home)
    try:
        rows = book.search(args.search, state=state, limit=LIST_MAX + 1)
    finally:
        book.close()
    if len(rows) > LIST_MAX:
        print(f"sealbench: only the first {LIST_MAX} orders are shown.", file=sys.stderr)
    listed = [_listed(row, personal=args.personal) for row in rows[:LIST_MAX]]
    if args.json:
        print(json.dumps({"orders": listed}, ensure_ascii=False))
        return 0
    for row in listed:
        holds = ", ".join(hold["reason"] for hold in row["holds"])
        marks = "  ".join(filter(None, ("expedited" if row["expedited"] else "", holds)))
        print(f"{row['order']:<22} {row['state']:<10} {row['units']:>4}  {row['name']:<12} {row['country']}  {marks}")
    return 0


def _listed(row: OrderRow, *, personal: bool) -> dict[str, Any]:
    from station.orders.masking import mask_name

    return {
        "order": row.number,
        "platform": row.platform,
        "shop": row.shop,
        "state": row.state,
        "lines": row.lines,
        "units": row.units,
        "name": row.name if personal else mask_name(row.name),
        "country": row.country,
        "service": row.service,
        "waybill": row.waybill,
        "bench": row.bench,
        "deadline": _iso(row.deadline_us),
        "expedited": row.expedited,
        "holds": _holds(row.holds),
    }


def _show(args: argparse.Namespace, home: Home) -> int:
    from station.orders.gate_documents import gate_document, in_language
    from station.settings import load

    now_us = _now_us()
    rules = _rules(home, now_us)
    book = _book(home)
    try:
        order = book.order_copy(args.order, now_us=now_us)
        haste = book.haste(args.order, rules)
        together = _together(book, args.order)
        gates = gate_document(book, args.order, rules)
    finally:
        book.close()
    if order is None or haste is None:
        raise Trouble(f"there is no order {args.order}")
    document = _document(order, personal=args.personal) | together | _time_document(haste, rules) | gates
    if args.json:
        print(json.dumps(document, ensure_ascii=False))
        return 0
    if document["deadline_why"]:
        document["deadline_why"] = document["deadline_why"][load(home).bench.language]
    document = in_language(document, load(home).bench.language)
    for name, value in document.items():
        if isinstance(value, list):
            for each in value:
                print(
                    f"{name:<15} " + "  ".join(f"{key} {text}" for key, text in each.items() if text not in ("", None))
                )
        elif isinstance(value, dict):
            print(f"{name:<15} " + " ".join(str(text) for text in value.values() if text))
        elif value not in ("", None):
            print(f"{name:<15} {value}")
    return 0


def _document(order: Order, *, personal: bool) -> dict[str, Any]:
    from dataclasses import asdict

    from station.orders.masking import mask_recipient

    return {
        "order": order.number,
        "state": order.state,
        "platform": order.platform,
        "shop": order.shop,
        "revision": order.revision,
        "service": order.service,
        "waybill": order.waybill,
        "deadline": _iso(order.deadline_us),
        "gift": order.gift,
        "buyer_message": order.buyer_message,
        "seller_note": order.seller_note,
        "buyer_service": order.buyer_service,
        "extras": list(order.extras),
        "recipient": asdict(order.recipient if personal else mask_recipient(order.recipient)),
        "holds": _holds(order.holds),
        "lines": [
            {
                "sku": line.sku,
                "quantity": line.quantity,
                "name": line.name,
                "variant": line.variant,
                "kind": line.kind,
                "weight_g": None if line.weight_mg is None else line.weight_mg / 1000,
                "barcodes": [
                    barcode.code + (f"*{barcode.units}" if barcode.units > 1 else "") for barcode in line.barcodes
                ],
                "kit": line.kit,
            }
            for line in order.lines
        ],
    }


def _together(book: OrderBook, number: str) -> dict[str, Any]:
    """The parcels of an order in several, and the orders under its waybill."""
    from station.orders.parting import parcels_of_order, shares_with

    return {
        "parts": [
            {
                "order": part.order,
                "state": part.state,
                "waybill": part.waybill,
                "bench": part.bench,
                "goods": ", ".join(f"{line.quantity} × {line.sku}" for line in part.lines),
            }
            for part in parcels_of_order(book, number)
        ],
        "joined": [{"order": each} for each in shares_with(book, number)],
    }


def _time_document(haste: Haste, rules: DeadlineRules) -> dict[str, Any]:
    from station.orders import deadline_words

    why = haste.explanation
    return {
        "deadline_why": deadline_words.document(why, rules.utc_offset_minutes) if why else None,
        "expedited": haste.expedited,
        "deadline_acts": [
            {
                "act": act.act,
                "at": _iso(act.at_us),
                "by": act.who,
                "until": _iso(act.until_us),
                "reason": act.reason,
            }
            for act in haste.acts
        ],
    }


def _holds(holds: Any) -> list[dict[str, Any]]:
    return [{"reason": hold.reason, "since": _iso(hold.since_us), "detail": hold.detail} for hold in holds]


def _iso(time_us: int | None) -> str | None:
    from datetime import UTC, datetime

    return None if time_us is None else datetime.fromtimestamp(time_us // 1_000_000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _hold(args: argparse.Namespace, home: Home) -> int:
    from station.packing.model import HoldReason

    known = args.reason in set(HoldReason)
    reason = HoldReason(args.reason) if known else HoldReason.BY_SUPERVISOR
    book = _book(home)
    try:
        detail = "" if known else args.reason[:200]
        done = book.hold(args.order, reason, now_us=_now_us(), detail=detail, who=_who(args, home, book))
    finally:
        book.close()
    if not done:
        raise Trouble(f"there is no order {args.order}")
    _said(args, reasons=[reason], act="held")
    return 0


def _release(args: argparse.Namespace, home: Home) -> int:
    book = _book(home)
    try:
        if book.order_copy(args.order) is None:
            raise Trouble(f"there is no order {args.order}")
        lifted = book.release_hold(args.order, now_us=_now_us(), who=_who(args, home, book))
    finally:
        book.close()
    _said(args, reasons=list(lifted), act="released")
    return 0


def _who(args: argparse.Namespace, home: Home, book: OrderBook) -> str:
    from station.orders.people import known_as
    from station.settings import load

    return known_as(book.people(), args.by, otherwise=load(home).bench.id)


def _said(args: argparse.Namespace, *, reasons: list[Any], act: str) -> None:
    if args.json:
        print(json.dumps({"order": args.order, act: reasons}))
    else:
        print(f"{args.order} {act}: {', '.join(reasons)}")
