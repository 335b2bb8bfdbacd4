"""``board``: the wall board, for everybody in the hall: benches, calls for help, cut-offs. It only reads."""

from __future__ import annotations

import argparse

from station import terminal
from station.errors import UsageTrouble
from station.home import Home


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("board", parents=[common], help="the wall board: benches, calls, cut-offs")
    parser.add_argument("--fullscreen", action="store_true", help="without the frame of the desktop")
    parser.add_argument("--screen", type=terminal.number, metavar="N", help="which screen, counted from 1")
    parser.add_argument("--personal", action="store_true", help="people by name, not by pseudonym")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.display import has_display

    if not has_display():
        raise UsageTrouble(
            "there is no screen to show the board on",
            remedy="Without one: sealbench report benches, report cutoffs, calls list.",
        )
    from station.board_window import run

    return run(home, full_screen=args.fullscreen, screen=args.screen, names=args.personal)
