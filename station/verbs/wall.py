"""``wall``: the sort wall (播种墙), as lines or in a window."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home
from station.verbs.pick import batch_number

if TYPE_CHECKING:
    from station.orders.orderbook import OrderBook
    from station.sorter import Sorter


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("wall", parents=[common], help="sort a pick batch into its cells: a line in, JSON out")
    parser.add_argument("id", type=batch_number, metavar="ID")
    parser.add_argument("--window", action="store_true", help="on a screen, with the cell's number spoken")
    parser.add_argument("--fullscreen", action="store_true", help="the window without the frame of the desktop")
    parser.add_argument("--by", type=terminal.whole, default="", metavar="WHO", help="badge or name of who sorts")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    with terminal.caught_up(home) as book:
        if args.window or args.fullscreen:
            return _window(args, home, book)
        from station.wall_lines import run

        run(sorter(args, home, book), sys.stdin.buffer, _write)
    return 0


def _window(args: argparse.Namespace, home: Home, book: OrderBook) -> int:
    from station.display import has_display

    if not has_display():
        raise UsageTrouble(
            "there is no screen to show the wall on", remedy="Use it without --window: a line in, JSON out."
        )
    from station.wall_window import run

    return run(home, sorter(args, home, book), full_screen=args.fullscreen)


def sorter(args: argparse.Namespace, home: Home, book: OrderBook) -> Sorter:
    from secrets import token_hex

    from station.clock import SystemClock
    from station.settings import load
    from station.sorter import Sorter

    return Sorter(
        book,
        args.id,
        clock=SystemClock(),
        who=terminal.who(args.by, book, home),
        new_id=lambda: token_hex(16),
        roster=book.people(),
        must_sign_in=load(home).bench.require_sign_in and not args.by,
    )


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
