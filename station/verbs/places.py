"""``places``: where orders ship from, how many wait at each place, and choosing one by hand."""

from __future__ import annotations

import argparse
import json

from station import terminal
from station.home import Home


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("places", parents=[common], help="where orders ship from")
    acts = group.add_subparsers(title="acts", metavar="ACT", required=True)
    acts.add_parser("list", parents=[common], help="the places of each shop and what waits there").set_defaults(
        run=_list
    )
    choose = acts.add_parser(
        "choose", parents=[common], help="this place ships the order, whatever file or nearness say"
    )
    choose.add_argument("order", metavar="NO")
    choose.add_argument(
        "place", metavar="PLACE", nargs="?", default="", help="its id; none: by file and nearness again"
    )
    choose.add_argument("--by", required=True, metavar="WHO", help="badge or name of who says so")
    choose.set_defaults(run=_choose)


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.orders.placing import places

    with terminal.opened(home) as book:
        found = places(book)
    listed = [
        {
            "shop": each.shop,
            "place": each.place.id,
            "name": each.place.name,
            "supplier": each.place.supplier,
            "ready": each.ready,
            "held": each.held,
            "outside": each.outside,
        }
        for each in found
    ]
    if args.json:
        print(json.dumps({"places": listed}, ensure_ascii=False))
    for each in () if args.json else found:
        kind = "supplier" if each.place.supplier else ""
        counts = f"ready {each.ready}  held {each.held}  outside {each.outside}"
        print(f"{each.shop:<16} {each.place.id:<20} {counts}  {each.place.name}  {kind}".rstrip())
    return 0


def _choose(args: argparse.Namespace, home: Home) -> int:
    from station.orders.placing import choose_place

    with terminal.opened(home) as book:
        who = terminal.person(args.by, book)
        choose_place(book, args.order, args.place, who=who, now_us=terminal.now_us())
        order = book.order_copy(args.order)
    place = order.ship_from if order else ""
    if args.json:
        state = order.state if order else None
        print(json.dumps({"order": args.order, "ship_from": place, "state": state}, ensure_ascii=False))
    else:
        print(f"{args.order} ships from {place or 'no known place'}")
    return 0
