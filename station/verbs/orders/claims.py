"""``orders claims|takeover``: which bench has which order, and taking one from a bench that does not answer."""

from __future__ import annotations

import argparse
import json

from station import terminal
from station.home import Home


def add(acts: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    claims = acts.add_parser("claims", parents=[common], help="which bench has which order")
    claims.add_argument("--bench", default="", metavar="B", help="of this bench alone")
    claims.set_defaults(run=_claims)
    takeover = acts.add_parser("takeover", parents=[common], help="take an order from the bench that has it")
    takeover.add_argument("order", metavar="NO")
    takeover.add_argument("--reason", required=True, metavar="TEXT", help="why; kept with the order")
    takeover.add_argument("--by", required=True, metavar="WHO", help="badge or name of the supervisor")
    takeover.add_argument("--now", action="store_true", help="also from a bench that is at work")
    takeover.set_defaults(run=_takeover)


def _claims(args: argparse.Namespace, home: Home) -> int:
    from station.orders.engine import reading
    from station.orders.leasing import claimed
    from station.orders.shop_time import utc_text

    with terminal.opened(home) as book, reading(book.engine) as connection:
        found = claimed(connection, bench=args.bench)
    now_us = terminal.now_us()
    rows = [
        {
            "order": one.order,
            "bench": one.bench,
            "fence": one.fence,
            "since": utc_text(one.claimed_us),
            "at_work": one.lease_us > now_us,
        }
        for one in found
    ]
    if args.json:
        print(json.dumps({"claims": rows}))
        return 0
    for row in rows:
        heard = "at work" if row["at_work"] else "not heard of"
        print(f"{row['order']:<22} {row['bench']:<12} {row['since']}  {heard}")
    return 0


def _takeover(args: argparse.Namespace, home: Home) -> int:
    from station.orders.taking_over import take_over

    with terminal.opened(home) as book:
        who = terminal.supervisor(args.by, book)
        taken = take_over(book, args.order, who=who, reason=args.reason, now_us=terminal.now_us(), at_once=args.now)
    if args.json:
        document = {"orders": taken.orders, "bench": taken.bench, "void": taken.waybill, "kept": taken.kept}
        print(json.dumps(document))
        return 0
    print(f"{', '.join(taken.orders)} taken from bench {taken.bench}; any bench may scan it now")
    if taken.waybill:
        print(f"its number {taken.waybill} is void: a box with it does not get through the door")
    if taken.kept:
        print(f"its number {taken.kept} is the platform's and stays: look for a box that has it already")
    return 0
