"""``orders expedite|agree|reckon``: an order's turn and time."""

from __future__ import annotations

import argparse
import json

from station import terminal
from station.home import Home
from station.orders.shop_time import utc_text


def add(acts: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    expedite = acts.add_parser("expedite", parents=[common], help="put an order before all others")
    agree = acts.add_parser("agree", parents=[common], help="a time agreed with the buyer, before every rule")
    for parser in (expedite, agree):
        parser.add_argument("order", metavar="NO")
        parser.add_argument("--reason", default="", metavar="R", help="kept with the order")
        parser.add_argument("--by", default="", metavar="WHO", help="badge or name of who says so; kept with the order")
    expedite.add_argument("--undo", action="store_true", help="back in its turn")
    expedite.set_defaults(run=_expedite)
    time = agree.add_mutually_exclusive_group(required=True)
    time.add_argument("--until", metavar="TIME", help="2026-11-25, or 2026-11-25T18:00; the shop's time")
    time.add_argument("--undo", action="store_true", help="take the agreement back")
    time.add_argument("--told", action="store_true", help="the buyer was told of the time agreed last")
    agree.set_defaults(run=_agree)
    reckon = acts.add_parser("reckon", parents=[common], help="all deadlines and holds anew, after rules changed")
    reckon.set_defaults(run=_reckon)


def _expedite(args: argparse.Namespace, home: Home) -> int:
    with terminal.opened(home) as book:
        who = terminal.who(args.by, book, home)
        book.expedite(args.order, undo=args.undo, now_us=terminal.now_us(), who=who, reason=args.reason)
    if args.json:
        print(json.dumps({"order": args.order, "expedited": not args.undo}))
    else:
        print(f"{args.order} {'is back in its turn' if args.undo else 'is expedited'}")
    return 0


def _agree(args: argparse.Namespace, home: Home) -> int:
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.shop_time import shop_time_us
    from station.settings import config_dir

    now_us = terminal.now_us()
    rules = load_deadline_rules(home, config_dir(), now_us=now_us)
    until_us = shop_time_us(args.until, "--until", rules.utc_offset_minutes) if args.until else None
    with terminal.opened(home) as book:
        who = terminal.who(args.by, book, home)
        if args.told:
            book.tell_buyer(args.order, now_us=now_us, who=who, reason=args.reason)
        else:
            book.agree(args.order, rules, until_us=until_us, now_us=now_us, who=who, reason=args.reason)
    if args.json:
        told = {"buyer_told": True} if args.told else {"agreed": utc_text(until_us)}
        print(json.dumps({"order": args.order, **told}))
    elif args.until:
        then = f"sealbench orders agree {args.order} --told"
        print(f"{args.order} is agreed for {args.until}; once the buyer knows: {then}")
    else:
        print(f"{args.order}: {'the buyer was told' if args.told else 'no time is agreed any longer'}")
    return 0


def _reckon(args: argparse.Namespace, home: Home) -> int:
    from station.orders.cases import reckon_shortages
    from station.orders.deadline_rules import load_deadline_rules
    from station.settings import config_dir

    now_us = terminal.now_us()
    rules = load_deadline_rules(home, config_dir(), now_us=now_us)
    with terminal.opened(home) as book:
        total, moved = book.reckon(rules)
        changed = book.settle_gates(now_us=now_us)
        reckon_shortages(book, rules)
    if args.json:
        print(json.dumps({"open": total, "moved": moved, "settled": changed}))
    else:
        print(f"{total} open orders, {moved} deadlines moved, {changed} held, freed or placed anew")
    return 0
