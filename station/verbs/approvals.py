"""``approvals``: what an order still needs from people before it may be packed, and their word for it."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import Trouble
from station.home import Home
from station.orders.shop_time import utc_text

if TYPE_CHECKING:
    from station.orders.orderbook import OrderBook


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser(
        "approvals", parents=[common], help="approvals by name, and the telephone call of a COD order"
    )
    acts = group.add_subparsers(title="acts", metavar="ACT", required=True)
    listed = acts.add_parser("list", parents=[common], help="what is missing, of one order or of all")
    listed.add_argument("order", metavar="NO", nargs="?", default="")
    listed.set_defaults(run=_list)
    for act, words in (
        ("give", "an approval is given"),
        ("refuse", "an approval is refused: the order stays held"),
        ("withdraw", "an approval given before counts no more"),
    ):
        parser = acts.add_parser(act, parents=[common], help=words)
        parser.add_argument("order", metavar="NO")
        parser.add_argument("name", metavar="NAME", help="as approvals list names it")
        _add_who(parser)
        parser.set_defaults(run=_answer, act=act)
    call = acts.add_parser(
        "cod", parents=[common], help="what the buyer of a cash-on-delivery order said on the telephone"
    )
    call.add_argument("order", metavar="NO")
    call.add_argument("--refused", action="store_true", help="the buyer does not want it: asks for its cancellation")
    _add_who(call)
    call.set_defaults(run=_call)


def _add_who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", required=True, metavar="WHO", help="badge or name of who says so")
    parser.add_argument("--note", default="", metavar="TEXT", help="what was said; kept with the order")


def _answer(args: argparse.Namespace, home: Home) -> int:
    from station.orders.approving import answer
    from station.packing.approvals import Answer

    given = {"give": Answer.GIVEN, "refuse": Answer.REFUSED, "withdraw": Answer.WITHDRAWN}[args.act]
    with terminal.opened(home) as book:
        who, now_us = terminal.person(args.by, book), terminal.now_us()
        answer(book, args.order, args.name, given, who=who, now_us=now_us, note=args.note)
        _tell(args, book, f"{args.name} {given}")
    return 0


def _call(args: argparse.Namespace, home: Home) -> int:
    from station.orders.approving import record_call

    with terminal.opened(home) as book:
        who = terminal.person(args.by, book)
        record_call(book, args.order, confirmed=not args.refused, who=who, now_us=terminal.now_us(), note=args.note)
        said = "refused by the buyer; answer it: sealbench cancels answer" if args.refused else "confirmed by the buyer"
        _tell(args, book, said)
    return 0


def _tell(args: argparse.Namespace, book: OrderBook, said: str) -> None:
    """What was done, and what still holds the order."""
    order = book.order_copy(args.order)
    held = [] if order is None else [hold.reason for hold in order.holds]
    if args.json:
        state = None if order is None else order.state
        print(json.dumps({"order": args.order, "said": said, "state": state, "holds": held}, ensure_ascii=False))
    else:
        print(f"{args.order}: {said}" + (f"; still held: {', '.join(held)}" if held else ""))


def _list(args: argparse.Namespace, home: Home) -> int:

    with terminal.opened(home) as book:
        listed = [_order(args.order, book)] if args.order else _missing(book)
    if args.json:
        print(json.dumps(listed[0] if args.order else {"missing": listed}, ensure_ascii=False))
    elif args.order:
        _print_order(listed[0])
    else:
        for each in listed:
            print(f"{each['order']:<22} {each['reason']:<17} {each['deadline'] or '-':<20}  {each['detail']}")
    return 0


def _missing(book: OrderBook) -> list[dict[str, Any]]:
    from station.orders.approving import missing
    from station.orders.tables import NEVER_US

    return [
        {
            "order": each.order,
            "reason": each.reason,
            "detail": each.detail,
            "since": utc_text(each.since_us),
            "deadline": None if each.due_us == NEVER_US else utc_text(each.due_us),
        }
        for each in missing(book)
    ]


def _order(number: str, book: OrderBook) -> dict[str, Any]:
    from station.orders.approving import approvals_of
    from station.orders.gate_documents import approval_document

    found = approvals_of(book, number)
    if found is None:
        raise Trouble(f"there is no order {number}")
    return {"order": number, "on_delivery": found.on_delivery, **approval_document(found)}


def _print_order(document: dict[str, Any]) -> None:
    for each in document["approvals"]:
        answer = f"{each['answer']} by {each['by']} {each['at']}" if each["answer"] else "missing"
        answer += "" if each["stands"] or each["answer"] != "given" else " (the order has changed since)"
        by = f"  [by {', '.join(each['may_be_given_by'])}]" if each["may_be_given_by"] else ""
        print(f"{each['name']:<20} {'ok' if each['stands'] else 'MISSING':<8} {each['zh']} {each['en']}: {answer}{by}")
    call = document["phone_call"]
    if document["on_delivery"]:
        said = f"{call['answer']} by {call['by']} {call['at']} {call['note']}" if call else "not telephoned"
        print(
            f"{'cod':<20} {'ok' if call and call['stands'] else 'MISSING':<8} 货到付款电话确认 telephone call: {said}"
        )
    if not document["approvals"] and not document["on_delivery"]:
        print(f"order {document['order']} needs no approval")
