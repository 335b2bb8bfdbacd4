"""``train``: a guided first parcel and fault drills on virtual devices, in a home that is thrown away."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from station.errors import UsageTrouble
from station.home import Home


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("train", parents=[common], help="learn to pack: a first parcel, then faults with a score")
    parser.add_argument("--language", default="", metavar="L", help="zh, en …; default: the bench's own")
    parser.add_argument(
        "--scanner", action="store_true", help="hear this bench's own scanners too; end its window first"
    )
    parser.add_argument("--page", metavar="FILE", help="where the page at the end is saved; default: here, by its time")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.display import has_display

    if not has_display():
        raise UsageTrouble("there is no screen to train on", remedy="Use `sealbench demo` to see parcels packed.")
    from datetime import UTC, datetime

    from station.clock import SystemClock
    from station.training.home import wish_of
    from station.training.windowed import run

    now = datetime.fromtimestamp(SystemClock().now().wall_us / 1_000_000, tz=UTC).astimezone()
    paper = Path(args.page or f"training-{now:%Y%m%d-%H%M}.pdf")
    if paper.exists():
        raise UsageTrouble("there is such a file already", where=str(paper), remedy="Name another one with --page.")
    wish = wish_of(home, language=args.language, scanners=args.scanner)
    return run(wish, translations=home.translations, paper=paper)
