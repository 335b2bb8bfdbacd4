"""``disputes export``: a dispute's evidence as its own channel takes it, under a name that was never used before."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from station import terminal
from station.home import Home
from station.verbs.disputes.looking import deadline_rules
from station.verbs.evidence import exporting

FOLDER = "disputes"
"""The folder of a home that gets what is exported without a name."""


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    export = acts.add_parser(
        "export", parents=[common], help="the evidence and papers, as the dispute's channel takes it"
    )
    export.add_argument("id", type=terminal.number, metavar="ID")
    export.add_argument(
        "-o", "--output", type=Path, metavar="FILE.zip|FOLDER", help=f"{FOLDER}/dispute-ID-N.zip of the home without"
    )
    export.add_argument(
        "--profile",
        default=exporting.AUTO,
        metavar="P",
        help="another than the dispute's channel says; court: all of it",
    )
    exporting.add_choices(export)
    export.set_defaults(run=_export)


def _export(args: argparse.Namespace, home: Home) -> int:
    from station.orders.disputes import folder_of
    from station.reports.channel_output import free_name

    with terminal.opened(home) as book:
        args.order = folder_of(book, args.id, deadline_rules(home)).dispute.case.order
    args.dispute, args.bench_home, args.with_papers = args.id, None, False
    if args.output is None:
        args.output, args.unpacked = free_name(home.root / FOLDER, args.id), True
    return exporting.export_evidence(args, home)
