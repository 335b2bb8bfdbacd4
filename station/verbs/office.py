"""``office``: orders, imports, disputes, labels, people, settings and devices in one window, by keys."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home

PAGES = ("today", "orders", "import", "disputes", "labels", "people", "settings", "devices", "setup", "help")


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser(
        "office", parents=[common], help="the office's window: orders, imports, settings and more"
    )
    parser.add_argument("--by", default="", type=terminal.whole, metavar="WHO", help="badge or name of who works")
    parser.add_argument(
        "--page", choices=PAGES, default="orders", metavar="PAGE", help=f"opened first: {', '.join(PAGES)}"
    )
    parser.add_argument(
        "--order", default="", type=terminal.whole, metavar="NO", help="what happened to this one's parcel"
    )
    parser.add_argument("--alone", action="store_true", help="without the rail to other pages, with --order")
    parser.add_argument("--language", default="", metavar="LANG", help="instead of what --by reads")
    parser.add_argument("--colours", default="", metavar="NAME", help="instead of those that --by chose")
    parser.add_argument("--fullscreen", action="store_true", help="without the frame of the desktop")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.choice_sharing import reads
    from station.display import has_display

    if not has_display():
        raise UsageTrouble(
            "there is no screen to show the office on", remedy="The other verbs do the same without one."
        )
    from station.office.window import Opening, run
    from station.orders.people import done_by
    from station.ui.office.screen import Page

    if args.alone and not args.order:
        raise UsageTrouble("a window of one parcel needs its order", remedy="Name it with --order NO.")
    with terminal.opened(home) as book:
        here = book.people()
    who = done_by(here, args.by)
    language, colours = reads(home, here.values(), who)
    opening = Opening(
        who=who,
        page=Page(args.page),
        order=args.order,
        language=args.language or language,
        colours=args.colours or colours,
    )
    alone = replace(opening, page=Page.ORDERS, rail=())
    return run(home, alone if args.alone else opening, full_screen=args.fullscreen)
