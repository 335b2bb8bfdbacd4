"""``evidence seal-media``: files written before media were sealed, sealed with keys of their own."""

from __future__ import annotations

import argparse
import json
import os
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from station.home import Home

if TYPE_CHECKING:
    from station.evidence.plain_media import Counts


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    parser = acts.add_parser(
        "seal-media", parents=[common], help="encrypt photos, video and label bytes of before sealed files"
    )
    parser.set_defaults(run=_seal)


def _seal(args: argparse.Namespace, home: Home) -> int:
    counts = _sealed(home)
    if args.json:
        print(json.dumps(asdict(counts)))
    else:
        print(f"{counts.sealed} files sealed, {counts.removed} plain ones removed")
        if counts.missing or counts.changed:
            print(
                f"NOT sealed: {counts.missing} files that are gone, {counts.changed} that are no longer what was"
                " recorded; look with: sealbench evidence audit"
            )
    return 1 if counts.missing or counts.changed else 0


def _sealed(home: Home) -> Counts:
    from station import terminal
    from station.bench_ledger import open_ledger
    from station.clock import SystemClock
    from station.evidence.plain_media import seal_media
    from station.owed_files import named_in_files
    from station.settings import load

    waiting = named_in_files(home)
    if not home.ledger_file.is_file():
        return seal_media(home, None, waiting=waiting, random_bytes=os.urandom)
    with (
        terminal.opened(home) as book,
        closing(open_ledger(home, load(home), SystemClock(), book=book)) as ledger,
    ):
        return seal_media(home, ledger, waiting=waiting, random_bytes=os.urandom)
