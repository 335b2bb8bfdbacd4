"""``demo``: a fresh home with sample orders, packed on virtual devices that speak real bytes."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from station.home import Home

PARCELS = 8


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("demo", parents=[common], help="see it work: sample orders on virtual devices")
    parser.add_argument("--parcels", type=int, default=PARCELS, metavar="N", help="how many, without a screen")
    parser.add_argument("--out", default="out", metavar="DIR", help="where everything is written; replaced each time")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    del home  # the demo makes its own
    from station.display import has_display

    folder = Path(args.out).resolve()
    if has_display():
        from station.demo.windowed import run as run_window

        return run_window(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from station.demo.headless import run as run_headless

    return run_headless(folder, max(1, args.parcels), lambda line: print(line, flush=True))
