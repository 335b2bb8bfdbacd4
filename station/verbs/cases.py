"""``cases``: disputes, buyers' questions, shortages to be told, orders to be confirmed, by the time that is left."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.orders.cases import Case
    from station.packing.deadlines import DeadlineRules

HOUR_US = 3_600_000_000


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("cases", parents=[common], help="what must be answered by a time, beside the parcels")
    acts = group.add_subparsers(title="acts", metavar="ACT", required=True)
    start = acts.add_parser("open", parents=[common], help="notice has come: the clock runs")
    start.add_argument("kind", metavar="KIND", help="shortage_notice, response")
    start.add_argument("order", metavar="NO")
    start.add_argument(
        "--at", metavar="TIME", help="when notice came, 2026-11-25T14:00, the shop's time; now by default"
    )
    start.add_argument("--by", required=True, metavar="WHO", help="badge or name of who records it")
    start.add_argument("--note", default="", metavar="TEXT")
    start.set_defaults(run=_open)
    end = acts.add_parser("close", parents=[common], help="it is answered")
    end.add_argument("case", metavar="ID", type=int)
    end.add_argument("--by", required=True, metavar="WHO", help="badge or name of who answered")
    end.add_argument("--note", default="", metavar="TEXT", help="what was answered; kept with the case")
    end.set_defaults(run=_close)
    listed = acts.add_parser("list", parents=[common], help="open cases, the least time left first")
    listed.add_argument("order", metavar="NO", nargs="?", default="")
    listed.add_argument("--all", action="store_true", help="closed ones too, and how many were kept in time")
    listed.set_defaults(run=_list)


def _rules(home: Home, now_us: int) -> DeadlineRules:
    from station.orders.deadline_rules import load_deadline_rules
    from station.settings import config_dir

    return load_deadline_rules(home, config_dir(), now_us=now_us)


def _open(args: argparse.Namespace, home: Home) -> int:
    from station.orders.cases import BY_A_PERSON, DISPUTED, cases_of, open_case
    from station.orders.shop_time import shop_time_us
    from station.packing.deadlines import Purpose

    if args.kind in set(DISPUTED):
        raise UsageTrouble("a dispute has a desk of its own", remedy="Open it with: sealbench disputes open NO KIND.")
    if args.kind not in set(BY_A_PERSON):
        raise UsageTrouble(f"no case is called {args.kind[:40]!r}; known: {', '.join(BY_A_PERSON)}")
    now_us = terminal.now_us()
    rules = _rules(home, now_us)
    start_us = now_us if args.at is None else shop_time_us(args.at, "--at", rules.utc_offset_minutes)
    with terminal.opened(home) as book:
        case = open_case(
            book,
            args.order,
            Purpose(args.kind),
            start_us=start_us,
            who=terminal.person(args.by, book),
            now_us=now_us,
            note=args.note,
        )
        found = next(each for each in cases_of(book, rules, order=args.order) if each.id == case)
    _print([found], args, home, rules, now_us)
    return 0


def _close(args: argparse.Namespace, home: Home) -> int:
    from station.orders.cases import close_case

    with terminal.opened(home) as book:
        who = terminal.person(args.by, book)
        order = close_case(book, args.case, who=who, now_us=terminal.now_us(), note=args.note)
    if args.json:
        print(json.dumps({"case": args.case, "order": order, "closed": True}))
    else:
        print(f"case {args.case} of order {order} is closed")
    return 0


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.orders.cases import cases_of, kept

    now_us = terminal.now_us()
    rules = _rules(home, now_us)
    with terminal.opened(home) as book:
        found = cases_of(book, rules, order=args.order, closed=args.all)
        terminal.warn_of_disputes(book, rules, now_us)
    shares = kept(found) if args.all else {}
    if args.json:
        told = {kind: {"closed": each.closed, "in_time": each.in_time} for kind, each in shares.items()}
        print(
            json.dumps({"cases": [_document(each, rules, now_us) for each in found], "kept": told}, ensure_ascii=False)
        )
        return 0
    _print(found, args, home, rules, now_us)
    for kind, each in shares.items():
        print(
            f"{kind}: {each.in_time} of {each.closed} in time ({100 * each.in_time // each.closed} %)", file=sys.stderr
        )
    return 0


def _document(case: Case, rules: DeadlineRules, now_us: int) -> dict[str, Any]:
    from station.orders.gate_documents import case_document

    left = None if case.due_us is None or case.closed_us is not None else (case.due_us - now_us) // 1_000_000
    return case_document(case, rules.utc_offset_minutes) | {"left_s": left, "late": case.late(now_us)}


def _print(found: Any, args: argparse.Namespace, home: Home, rules: DeadlineRules, now_us: int) -> None:
    from station.settings import load

    documents = [_document(each, rules, now_us) for each in found]
    if args.json:
        print(json.dumps({"cases": documents}, ensure_ascii=False))
        return
    language = load(home).bench.terminal_language
    for each in documents:
        why = each["why"][language] if each["why"] else "no rule binds it"
        number = "-" if each["id"] is None else str(each["id"])
        print(f"{number:>4}  {each['order']:<22} {each['kind']:<16} {_left(each):<10} {each['cause']:<16} {why}")


def _left(document: dict[str, Any]) -> str:
    if document["closed"]:
        return "closed LATE" if document["late"] else "closed"
    if document["left_s"] is None:
        return "-"
    minutes = abs(document["left_s"]) // 60
    span = f"{minutes // 60}:{minutes % 60:02d} h"
    return f"LATE {span}" if document["late"] else span
