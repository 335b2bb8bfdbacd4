"""``cancels``: buyers' requests to cancel an order, whose fault it is, and what the seller answered."""

from __future__ import annotations

import argparse
import json

from station import terminal
from station.home import Home


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("cancels", parents=[common], help="requests to cancel an order, and their answers")
    acts = group.add_subparsers(title="acts", metavar="ACT", required=True)
    ask = acts.add_parser("ask", parents=[common], help="a buyer asks for it: the order is held until the answer")
    ask.add_argument("order", metavar="NO")
    ask.add_argument("--fault", required=True, choices=("seller", "buyer"), help="whose fault the reason given is")
    ask.add_argument("--reason", default="", metavar="TEXT", help="the reason, as the buyer gave it")
    ask.add_argument("--by", required=True, metavar="WHO", help="badge or name of who records it")
    ask.set_defaults(run=_ask)
    answer = acts.add_parser("answer", parents=[common], help="agreed ends the order; refused lets it go on")
    answer.add_argument("order", metavar="NO")
    which = answer.add_mutually_exclusive_group(required=True)
    which.add_argument("--agree", action="store_true")
    which.add_argument("--refuse", action="store_true")
    answer.add_argument("--by", required=True, metavar="WHO", help="badge or name of who answers")
    answer.add_argument("--note", default="", metavar="TEXT", help="kept with the request")
    answer.set_defaults(run=_answer)
    listed = acts.add_parser("list", parents=[common], help="what is not answered yet, and whose fault it is")
    listed.add_argument("--all", action="store_true", help="answered ones too")
    listed.set_defaults(run=_list)


def _ask(args: argparse.Namespace, home: Home) -> int:
    from station.orders.cancelling import Fault, ask

    with terminal.opened(home) as book:
        who = terminal.person(args.by, book)
        now_us = terminal.now_us()
        ask(book, args.order, fault=Fault(args.fault), reason=args.reason, who=who, now_us=now_us)
    _tell(args, "the request is recorded; the order is held until it is answered")
    return 0


def _answer(args: argparse.Namespace, home: Home) -> int:
    from station.orders.cancelling import CancelAnswer, reply

    given = CancelAnswer.AGREED if args.agree else CancelAnswer.REFUSED
    with terminal.opened(home) as book:
        who = terminal.person(args.by, book)
        reply(book, args.order, given, who=who, now_us=terminal.now_us(), note=args.note)
    _tell(args, "cancelled" if args.agree else "the request is refused")
    return 0


def _tell(args: argparse.Namespace, said: str) -> None:
    if args.json:
        print(json.dumps({"order": args.order, "said": said}))
    else:
        print(f"{args.order}: {said}")


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.orders.cancelling import cancellations_of
    from station.orders.gate_documents import cancel_document

    with terminal.opened(home) as book:
        listed = [cancel_document(each) for each in cancellations_of(book, open_only=not args.all)]
    if args.json:
        print(json.dumps({"cancels": listed}, ensure_ascii=False))
        return 0
    for each in listed:
        answer = f"{each['answer']} by {each['answered_by']} {each['answered']}" if each["answer"] else "NOT ANSWERED"
        print(f"{each['order']:<22} {each['asked']}  {each['fault']:<7} {answer}  {each['reason']}")
    return 0
