"""``bench``: the bench without a window, for programs and tests."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from station import terminal
from station.home import Home


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("bench", parents=[common], help="the bench without a window: a line in, JSON lines out")
    parser.add_argument(
        "--wait", type=float, default=10.0, metavar="SECONDS", help="for what is under way when the input ends"
    )
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from station.windowless_run import run

    code = run(home, sys.stdin.buffer, sys.stdout, wait_ms=max(0, int(args.wait * 1000)))
    terminal.say_what_waits(home)
    return code
