"""``orders show``: everything the order book knows of one order."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import Trouble
from station.home import Home
from station.orders.shop_time import utc_text

if TYPE_CHECKING:
    from station.orders.deadlines import Haste
    from station.orders.orderbook import OrderBook
    from station.packing.deadlines import DeadlineRules
    from station.packing.model import Order


def add(acts: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    show = acts.add_parser("show", parents=[common], help="everything about one order")
    show.add_argument("order", metavar="NO")
    show.add_argument("--personal", action="store_true", default=argparse.SUPPRESS, help="show names and addresses")
    show.set_defaults(run=_show)


def _show(args: argparse.Namespace, home: Home) -> int:
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.gate_documents import gate_document, in_language
    from station.settings import config_dir, load

    now_us = terminal.now_us()
    rules = load_deadline_rules(home, config_dir(), now_us=now_us)
    with terminal.opened(home) as book:
        order = book.order_copy(args.order, now_us=now_us)
        haste = book.haste(args.order, rules)
        together = _together(book, args.order)
        gates = gate_document(book, args.order, rules)
    if order is None or haste is None:
        raise Trouble(f"there is no order {args.order}")
    document = _document(order, personal=args.personal) | together | _time_document(haste, rules) | gates
    if args.json:
        print(json.dumps(document, ensure_ascii=False))
        return 0
    if document["deadline_why"]:
        document["deadline_why"] = document["deadline_why"][load(home).bench.terminal_language]
    document = in_language(document, load(home).bench.terminal_language)
    for name, value in document.items():
        of_several = isinstance(value, list) and any(isinstance(each, dict) for each in value)
        for each in value if of_several else [value]:
            if told := _named(each) if of_several else _words(each):
                print(f"{name:<15} {told}")
    return 0


def _named(each: dict[str, Any]) -> str:
    """Every word that is said, with its name."""
    return "  ".join(f"{name} {told}" for name, value in each.items() if (told := _words(value)))


def _words(value: Any) -> str:
    """A value as a person says it: yes and no, and no brackets; nothing where nothing is said."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(filter(None, map(_words, value)))
        case dict():
            return " ".join(filter(None, map(_words, value.values())))
        case _:
            return str(value)


def _document(order: Order, *, personal: bool) -> dict[str, Any]:
    from dataclasses import asdict

    from station.orders.gate_documents import hold_documents
    from station.orders.masking import mask_recipient

    return {
        "order": order.number,
        "state": order.state,
        "platform": order.platform,
        "shop": order.shop,
        "revision": order.revision,
        "service": order.service,
        "waybill": order.waybill,
        "deadline": utc_text(order.deadline_us),
        "gift": order.gift,
        "buyer_message": order.buyer_message,
        "seller_note": order.seller_note,
        "buyer_service": order.buyer_service,
        "extras": list(order.extras),
        "recipient": asdict(order.recipient if personal else mask_recipient(order.recipient)),
        "holds": hold_documents(order.holds),
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
                "declared_value": None if line.declared_value is None else str(line.declared_value),
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
                "at": utc_text(act.at_us),
                "by": act.who,
                "until": utc_text(act.until_us),
                "reason": act.reason,
            }
            for act in haste.acts
        ],
    }
