"""``disputes find`` and ``disputes window``: which parcel is it, and the desk on a screen."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.orders.dispute_search import FoundParcel, Wanted
    from station.packing.deadlines import DeadlineRules

WARN_MAX = 240


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    find = acts.add_parser("find", parents=[common], help="parcels by what somebody knows of them, the newest first")
    for option, metavar, told in (
        ("--order", "NO", "its further parcels too"),
        ("--waybill", "NUMBER", ""),
        ("--sku", "SKU", "what was ordered"),
        ("--phone-tail", "1234", "the last four digits of the buyer's phone"),
        ("--packer", "P001", "pseudonym, badge or name"),
        ("--day", "DAY", "sealed on 2026-11-21, the shop's time"),
    ):
        find.add_argument(option, default="", type=terminal.whole, metavar=metavar, help=told)
    find.add_argument("--personal", action="store_true", help="show recipients")
    find.set_defaults(run=_find)
    window = acts.add_parser("window", parents=[common], help="the desk on a screen, by keys")
    window.add_argument("--by", required=True, type=terminal.whole, metavar="WHO", help="badge or name of who works")
    window.add_argument("--warn", type=int, default=24, metavar="HOURS", help="before its end a dispute is due soon")
    window.add_argument("--personal", action="store_true", help="show recipients in what a search finds")
    window.set_defaults(run=_window)


def _find(args: argparse.Namespace, home: Home) -> int:
    from station.orders.dispute_search import find, is_known

    rules = deadline_rules(home)
    with terminal.caught_up(home) as book:
        wanted = _wanted(args, rules, packer=terminal.who(args.packer, book, home) if args.packer else "")
        found = find(book, wanted)
        unpacked = not found and args.order and is_known(book, args.order)
    if not found:
        known = f"order {args.order} is known, and no parcel of it was sealed here" if unpacked else "nothing found"
        sys.stderr.write(f"sealbench: {known}\n")
    if args.json:
        documents = [_document(each, personal=args.personal) for each in found]
        print(json.dumps({"parcels": documents}, ensure_ascii=False))
        return 0
    for each in found:
        print(_line(_document(each, personal=args.personal), _local(each.sealed_us, rules.utc_offset_minutes)))
    return 0


def _wanted(args: argparse.Namespace, rules: DeadlineRules, *, packer: str) -> Wanted:
    from station.orders.dispute_search import Wanted, day_of

    day = day_of(args.day, rules.utc_offset_minutes) if args.day else (None, None)
    if day is None:
        raise UsageTrouble(f"--day {args.day[:40]!r} is no day", remedy="Write it as 2026-11-21.")
    return Wanted(
        order=args.order,
        waybill=args.waybill,
        sku=args.sku,
        phone_tail=args.phone_tail,
        packer=packer,
        from_us=day[0],
        to_us=day[1],
    )


def _document(found: FoundParcel, *, personal: bool) -> dict[str, Any]:
    from station.orders.masking import mask_name, mask_phone
    from station.orders.shop_time import utc_text

    return {
        "order": found.order,
        "waybill": found.waybill,
        "packer": found.packer,
        "bench": found.bench,
        "sealed": utc_text(found.sealed_us),
        "state": found.state,
        "shop": found.shop,
        "platform": found.platform,
        "name": found.name if personal else mask_name(found.name),
        "phone": found.phone if personal else mask_phone(found.phone),
        "disputes": list(found.disputes),
    }


def _local(time_us: int, utc_offset_minutes: int) -> str:
    from station.orders.shop_time import local_text

    return local_text(time_us, utc_offset_minutes)


def _line(parcel: dict[str, Any], sealed: str) -> str:
    disputed = " ".join(f"dispute {number}" for number in parcel["disputes"])
    told = f"{parcel['order']:<22} {parcel['waybill'] or '-':<16} {sealed}  {parcel['bench']:<5}"
    return f"{told} {parcel['packer']:<6} {parcel['state']:<12} {parcel['name']} {parcel['phone']} {disputed}".rstrip()


def deadline_rules(home: Home) -> DeadlineRules:
    from station.orders.deadline_rules import load_deadline_rules
    from station.settings import config_dir

    return load_deadline_rules(home, config_dir(), now_us=terminal.now_us())


def _window(args: argparse.Namespace, home: Home) -> int:
    from station.display import has_display
    from station.dispute_window import run

    if not has_display():
        raise UsageTrouble("there is no screen to show the desk on", remedy="Use `sealbench disputes list`.")
    if not 1 <= args.warn <= WARN_MAX:
        raise UsageTrouble(f"--warn is 1 to {WARN_MAX} hours")
    with terminal.caught_up(home) as book:
        who = terminal.person(args.by, book)
    return run(home, who=who, near_hours=args.warn, personal=args.personal)
