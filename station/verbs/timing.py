"""``orders expedite|agree|reckon``: an order's turn and time. The same stand as verbs of their own."""

from __future__ import annotations

import argparse
import json

from station.home import Home


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Under ``verbs``, or among the acts of ``orders``."""
    expedite = verbs.add_parser("expedite", parents=[common], help="put an order before all others")
    agree = verbs.add_parser("agree", parents=[common], help="a time agreed with the buyer, before every rule")
    for parser in (expedite, agree):
        parser.add_argument("order", metavar="NO")
        parser.add_argument("--reason", default="", metavar="R", help="kept with the order")
        parser.add_argument("--by", default="", metavar="WHO", help="who says so; kept with the order")
    expedite.add_argument("--undo", action="store_true", help="back in its turn")
    expedite.set_defaults(run=_expedite)
    time = agree.add_mutually_exclusive_group(required=True)
    time.add_argument("--until", metavar="TIME", help="2026-11-25, or 2026-11-25T18:00; the shop's time")
    time.add_argument("--undo", action="store_true", help="take the agreement back")
    time.add_argument("--told", action="store_true", help="the buyer was told of the time agreed last")
    agree.set_defaults(run=_agree)
    reckon = verbs.add_parser("reckon", parents=[common], help="all deadlines and holds anew, after rules changed")
    reckon.set_defaults(run=_reckon)


def _now_us() -> int:
    from station.clock import SystemClock

    return SystemClock().now().wall_us


def _expedite(args: argparse.Namespace, home: Home) -> int:
    from station.orders.opening import opened

    with opened(home) as book:
        book.expedite(args.order, undo=args.undo, now_us=_now_us(), who=args.by, reason=args.reason)
    if args.json:
        print(json.dumps({"order": args.order, "expedited": not args.undo}))
    else:
        print(f"{args.order} {'is back in its turn' if args.undo else 'is expedited'}")
    return 0


def _agree(args: argparse.Namespace, home: Home) -> int:
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.gate_documents import iso
    from station.orders.opening import opened
    from station.orders.shop_time import shop_time_us
    from station.settings import config_dir

    now_us = _now_us()
    rules = load_deadline_rules(home, config_dir(), now_us=now_us)
    until_us = shop_time_us(args.until, "--until", rules.utc_offset_minutes) if args.until else None
    with opened(home) as book:
        if args.told:
            book.tell_buyer(args.order, now_us=now_us, who=args.by, reason=args.reason)
        else:
            book.agree(args.order, rules, until_us=until_us, now_us=now_us, who=args.by, reason=args.reason)
    if args.json:
        told = {"buyer_told": True} if args.told else {"agreed": iso(until_us)}
        print(json.dumps({"order": args.order, **told}))
    elif args.until:
        print(f"{args.order} is agreed for {args.until}; once the buyer knows: sealbench agree {args.order} --told")
    else:
        print(f"{args.order}: {'the buyer was told' if args.told else 'no time is agreed any longer'}")
    return 0


def _reckon(args: argparse.Namespace, home: Home) -> int:
    from station.orders.cases import reckon_shortages
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.opening import opened
    from station.settings import config_dir

    now_us = _now_us()
    rules = load_deadline_rules(home, config_dir(), now_us=now_us)
    with opened(home) as book:
        total, moved = book.reckon(rules)
        changed = book.settle_gates(now_us=now_us)
        reckon_shortages(book, rules)
    if args.json:
        print(json.dumps({"open": total, "moved": moved, "settled": changed}))
    else:
        print(f"{total} open orders, {moved} deadlines moved, {changed} held, freed or placed anew")
    return 0
