"""``report``: tables for supervisors."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from station.home import Home

if TYPE_CHECKING:
    from datetime import tzinfo

    from station.reports.table import Cell

DAY_US = 86_400 * 1_000_000


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("report", parents=[common], help="tables for supervisors")
    acts = parser.add_subparsers(metavar="REPORT", required=True)
    act = acts.add_parser("throughput", parents=[common], help="parcels, lines and units an hour, refusals beside them")
    act.add_argument("--from", dest="from_day", metavar="YYYY-MM-DD", help="first day; today when not given")
    act.add_argument("--to", dest="to_day", metavar="YYYY-MM-DD", help="last day; today when not given")
    act.add_argument("--by", choices=("bench", "packer", "hour"), default="bench")
    act.add_argument("--format", choices=("table", "csv", "json", "xlsx"), default="table")
    act.set_defaults(run=_throughput)


def _throughput(args: argparse.Namespace, home: Home) -> int:
    from datetime import datetime

    from station.clock import SystemClock
    from station.errors import UsageTrouble
    from station.orders.opening import open_book
    from station.reports.throughput import By, cells, headers, throughput
    from station.settings import config_dir, load

    now = datetime.fromtimestamp(SystemClock().now().wall_us // 1_000_000).astimezone()
    zone = now.tzinfo
    assert zone is not None
    today = now.strftime("%Y-%m-%d")
    from_us = _day_us(args.from_day or today, zone)
    to_us = _day_us(args.to_day or today, zone) + DAY_US
    if to_us <= from_us:
        raise UsageTrouble("--to is before --from")
    by = By(args.by)
    book = open_book(home, config_dir(), load(home).bench.orderbook)
    try:
        rows = throughput(book, by=by, from_us=from_us, to_us=to_us)
    finally:
        book.close()
    _write(headers(by), cells(rows, zone), "json" if args.json else args.format)
    return 0


def _day_us(text: str, zone: tzinfo) -> int:
    from datetime import datetime

    from station.errors import UsageTrouble

    try:
        day = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=zone)
    except ValueError:
        raise UsageTrouble(f"{text[:40]!r} is no day; write it as 2026-11-21") from None
    return int(day.timestamp()) * 1_000_000


def _write(headers: tuple[str, ...], rows: list[tuple[Cell, ...]], form: str) -> None:
    from station.reports.table import write_csv, write_xlsx

    match form:
        case "json":
            document = {"rows": [dict(zip(headers, row, strict=True)) for row in rows]}
            print(json.dumps(document, ensure_ascii=False))
        case "csv":
            sys.stdout.buffer.write(write_csv(headers, rows))
        case "xlsx":
            sys.stdout.buffer.write(write_xlsx(headers, rows))
        case _:
            _print_table(headers, rows)


def _print_table(headers: tuple[str, ...], rows: list[tuple[Cell, ...]]) -> None:
    texts = [headers, *(tuple("" if cell is None else str(cell) for cell in row) for row in rows)]
    widths = [max(len(row[column]) for row in texts) for column in range(len(headers))]
    for row in texts:
        first, *rest = zip(row, widths, strict=True)
        print("  ".join((first[0].ljust(first[1]), *(text.rjust(width) for text, width in rest))).rstrip())
    if not rows:
        print("nothing was packed in these days", file=sys.stderr)
