"""``run``: the bench window."""

from __future__ import annotations

import argparse
from typing import Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("run", parents=[common], help="the bench window")
    parser.add_argument("--fullscreen", action="store_true", help="without the frame of the desktop")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.display import has_display

    if not has_display():
        raise UsageTrouble("there is no screen to show the bench on", remedy="Use `sealbench bench` without a window.")
    from station.window_app import run

    code = run(home, full_screen=args.fullscreen)
    terminal.say_what_waits(home)
    return code
