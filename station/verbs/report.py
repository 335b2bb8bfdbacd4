"""``report throughput``: what was packed, how fast, and what was refused."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from station.home import Home

if TYPE_CHECKING:
    from datetime import datetime

    from station.reports.throughput import Throughput

FORMATS = ("table", "csv", "json", "xlsx")
YEARS = range(2000, 2101)


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("report", parents=[common], help="tables for supervisors")
    acts = group.add_subparsers(metavar="REPORT", required=True)
    parser = acts.add_parser("throughput", parents=[common], help="what was packed, how fast, and what was refused")
    parser.add_argument("--from", dest="start", metavar="DAY", help="2026-11-21 or 2026-11-21T14:00; today by default")
    parser.add_argument("--to", dest="end", metavar="DAY", help="a day is included whole; today by default")
    parser.add_argument("--by", choices=("bench", "packer", "hour"), default="bench")
    parser.add_argument("--format", choices=FORMATS, help="table by default, or what the name of FILE ends in")
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="write to a file")
    parser.set_defaults(run=_throughput)


def _throughput(args: argparse.Namespace, home: Home) -> int:
    from station.carrying import carry
    from station.clock import SystemClock
    from station.orders.opening import open_book
    from station.reports.throughput import By, throughput
    from station.settings import config_dir, load

    form = _format(args)
    from_us, to_us = _period(args, SystemClock().now().wall_us)
    settings = load(home)
    book = open_book(home, config_dir(), settings.bench.orderbook)
    try:
        carry(home, book)
        report = throughput(book, from_us=from_us, to_us=to_us, by=By(args.by))
    finally:
        book.close()
    _write(report, form, settings.bench.language, args.out)
    return 0


def _format(args: argparse.Namespace) -> str:
    from station.errors import UsageTrouble

    ending = args.out.suffix.lower().removeprefix(".") if args.out else ""
    given = args.format or ("json" if args.json else ending if ending in FORMATS else "table")
    if args.json and given != "json":
        raise UsageTrouble(f"--json and --format {given} contradict each other", remedy="Give one of them.")
    if given == "xlsx" and not args.out and sys.stdout.isatty():
        raise UsageTrouble("an XLSX file cannot be shown on a terminal", remedy="Name a file with -o.")
    return str(given)


def _period(args: argparse.Namespace, now_us: int) -> tuple[int, int]:
    """The times asked for, the second one not included; local, as people at the bench tell them."""
    from datetime import timedelta

    from station.errors import UsageTrouble
    from station.reports.throughput_sheet import local

    today = local(now_us, None).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    end = _time(args.end, "--to") if args.end else today
    start = _time(args.start, "--from") if args.start else end.replace(hour=0, minute=0)
    if not args.end or len(args.end) <= len("2026-11-21"):
        end += timedelta(days=1)
    from_us, to_us = _us(start), _us(end)
    if from_us >= to_us:
        raise UsageTrouble("--from is not before --to", remedy="Swap them, or give --from as well.")
    return from_us, to_us


def _time(text: str, option: str) -> datetime:
    from datetime import datetime

    from station.errors import UsageTrouble

    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.tzinfo is not None or time.year not in YEARS:
        raise UsageTrouble(f"{option} {text[:40]!r} is no day", remedy="Write it as 2026-11-21 or 2026-11-21T14:00.")
    return time


def _us(time: datetime) -> int:
    return int(time.astimezone().timestamp()) * 1_000_000


def _write(report: Throughput, form: str, language: str, out: Path | None) -> None:
    from station.reports.table import MARK, csv_text, save, write_xlsx
    from station.reports.throughput_sheet import nothing, sheet

    if report.empty and (form != "table" or out):
        print(nothing(report, language), file=sys.stderr)
    match form:
        case "xlsx":
            data = write_xlsx(*sheet(report, language))
        case "csv":
            data = csv_text(*sheet(report, language)).encode()
        case _:
            data = _text(report, form, language).encode()
    if out is not None:
        save(out, MARK.encode() + data if form == "csv" else data)
    elif form in ("csv", "xlsx"):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        print(data.decode(), end="")


def _text(report: Throughput, form: str, language: str) -> str:
    from station.reports.throughput_sheet import document, nothing, text

    if form == "json":
        return f"{json.dumps(document(report), ensure_ascii=False)}\n"
    return f"{nothing(report, language) if report.empty else text(report, language)}\n"
