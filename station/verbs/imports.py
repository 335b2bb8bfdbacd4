"""``import``: order files into the order book."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from station.home import Home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station.orders.importing import FileReport


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("import", parents=[common], help="order files into the order book")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--source", default="", metavar="NAME", help="which reader; by its headers when not given")
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="COLUMN=MEANING",
        help="what a column of a table of your own means: order, sku, quantity, … (- for nothing); is remembered",
    )
    parser.add_argument("--platform", default="", metavar="NAME", help="where such a table comes from; is remembered")
    parser.add_argument("--shop", default="", metavar="NAME", help="whose orders; the bench's shop when not given")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    parser.add_argument("--expect", type=int, metavar="N", help="how many orders the files must hold together")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write refused files and rows to this CSV file")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.clock import SystemClock
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.importing import import_files
    from station.orders.mappings import Taught
    from station.orders.opening import open_book, shop_of
    from station.settings import config_dir, load

    settings, config = load(home), config_dir()
    shop_name = args.shop or settings.bench.shop
    shop = shop_of(home, config, shop_name)
    now_us = SystemClock().now().wall_us
    rules = load_deadline_rules(home, config, now_us=now_us)
    book = open_book(home, config, settings.bench.orderbook)
    try:
        reports = import_files(
            book,
            args.files,
            home=home,
            shop_name=shop_name,
            shop=shop,
            now_us=now_us,
            source=args.source,
            taught=Taught(words=tuple(args.map), platform=args.platform),
            dry_run=args.dry_run,
            expect=args.expect,
            rules=rules,
        )
    finally:
        book.close()
    _print(reports, as_json=args.json, dry_run=args.dry_run)
    if args.errors:
        _write_errors(args.errors, reports)
    return 1 if any(report.trouble or report.faults for report in reports) else 0


def _print(reports: Sequence[FileReport], *, as_json: bool, dry_run: bool) -> None:
    for report in reports:
        if report.trouble:
            print(f"sealbench: {report.trouble}", file=sys.stderr)
    if as_json:
        print(json.dumps({"files": [_document(report) for report in reports]}, ensure_ascii=False))
        return
    for report in reports:
        if not report.trouble:
            print(_sentence(report) + (" (dry run, nothing changed)" if dry_run else ""))
        for fault in report.faults:
            column = f", {fault.column}" if fault.column else ""
            print(f"{Path(report.path).name}, row {fault.row}{column}: {fault.message}", file=sys.stderr)


def _sentence(report: FileReport) -> str:
    counts = report.counts
    return (
        f"{Path(report.path).name} ({report.source}): {counts.orders} orders, {counts.lines} lines; {counts.new} new, "
        f"{counts.updated} updated, {counts.unchanged} unchanged; {counts.held} held, {counts.closed} closed; "
        f"{len(report.faults)} rows refused"
    )


def _document(report: FileReport) -> dict[str, object]:
    errors = [{"row": fault.row, "column": fault.column, "message": fault.message} for fault in report.faults]
    if report.trouble:
        errors.append({"row": 0, "column": "", "message": report.trouble})
    return {
        "file": report.path,
        "source": report.source,
        **asdict(report.counts),
        "refused": len(report.faults),
        "errors": errors,
    }


def _write_errors(path: Path, reports: Sequence[FileReport]) -> None:
    from station.errors import Trouble
    from station.reports.table import write_csv

    rows: list[tuple[str, ...]] = []
    for report in reports:
        name = Path(report.path).name
        if report.trouble:
            rows.append((name, "", "", "", report.trouble))
        rows += ((name, str(fault.row), fault.column, fault.number, fault.message) for fault in report.faults)
    try:
        path.write_bytes(write_csv(("file", "row", "column", "order", "message"), rows))
    except OSError as error:
        raise Trouble(f"the error file cannot be written: {error.strerror}", where=str(path)) from error
