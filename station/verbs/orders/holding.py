"""``orders hold|release``: an order stopped from shipping by a person, and let go on."""

from __future__ import annotations

import argparse
import json
from typing import Any

from station import terminal
from station.errors import Trouble
from station.home import Home


def add(acts: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    hold = acts.add_parser("hold", parents=[common], help="stop an order from shipping")
    hold.add_argument("order", metavar="NO")
    hold.add_argument("--reason", required=True, metavar="R", help="one of the known reasons, or words of your own")
    hold.set_defaults(run=_hold)
    release = acts.add_parser("release", parents=[common], help="let an order go on: lifts what a person may lift")
    release.add_argument("order", metavar="NO")
    release.set_defaults(run=_release)
    for parser in (hold, release):
        parser.add_argument("--by", default="", metavar="WHO", help="badge or name of who says so; kept with the order")


def _hold(args: argparse.Namespace, home: Home) -> int:
    from station.packing.model import HoldReason

    known = args.reason in set(HoldReason)
    reason = HoldReason(args.reason) if known else HoldReason.BY_SUPERVISOR
    with terminal.opened(home) as book:
        who, detail = terminal.who(args.by, book, home), "" if known else args.reason[:200]
        done = book.hold(args.order, reason, now_us=terminal.now_us(), detail=detail, who=who)
    if not done:
        raise Trouble(f"there is no order {args.order}")
    _said(args, reasons=[reason], act="held")
    return 0


def _release(args: argparse.Namespace, home: Home) -> int:
    with terminal.opened(home) as book:
        if book.order_copy(args.order) is None:
            raise Trouble(f"there is no order {args.order}")
        lifted = book.release_hold(args.order, now_us=terminal.now_us(), who=terminal.who(args.by, book, home))
    _said(args, reasons=list(lifted), act="released")
    return 0


def _said(args: argparse.Namespace, *, reasons: list[Any], act: str) -> None:
    if args.json:
        print(json.dumps({"order": args.order, act: reasons}))
    else:
        print(f"{args.order} {act}: {', '.join(reasons)}")
