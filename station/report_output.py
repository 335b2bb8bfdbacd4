"""How a report leaves: the format asked for, the period, the file. No report is made here."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from station import terminal

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path
    from typing import TypeAlias

    from station.reports.paper import Sheet
    from station.reports.table import Cell

    HeadersAndRows: TypeAlias = tuple[Sequence[str], Sequence[Sequence[Cell]]]

FORMATS: Final = ("table", "csv", "json", "xlsx", "pdf")
YEARS: Final = range(2000, 2101)


def chosen_format(args: argparse.Namespace) -> str:
    from station.errors import UsageTrouble

    ending = args.out.suffix.lower().removeprefix(".") if args.out else ""
    given = args.format or ("json" if args.json else ending if ending in FORMATS else "table")
    if args.json and given != "json":
        raise UsageTrouble(f"--json and --format {given} contradict each other", remedy="Give one of them.")
    if given in ("xlsx", "pdf") and not args.out and sys.stdout.isatty():
        raise UsageTrouble(f"a {given.upper()} file cannot be shown on a terminal", remedy="Name a file with -o.")
    return str(given)


def period(args: argparse.Namespace) -> tuple[int, int]:
    """The times asked for, the second one not included; local, as people at the bench tell them."""
    from datetime import timedelta

    from station.errors import UsageTrouble
    from station.reports.throughput_sheet import local

    today = local(terminal.now_us(), None).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    end = time_of(args.end, "--to") if args.end else today
    start = time_of(args.start, "--from") if args.start else end.replace(hour=0, minute=0)
    if not args.end or len(args.end) <= len("2026-11-21"):
        end += timedelta(days=1)
    from_us, to_us = us_of(start), us_of(end)
    if from_us >= to_us:
        raise UsageTrouble("--from is not before --to", remedy="Swap them, or give --from as well.")
    return from_us, to_us


def time_of(text: str, option: str) -> datetime:
    from datetime import datetime

    from station.errors import UsageTrouble

    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.tzinfo is not None or time.year not in YEARS:
        raise UsageTrouble(f"{option} {text[:40]!r} is no day", remedy="Write it as 2026-11-21 or 2026-11-21T14:00.")
    return time


def us_of(time: datetime) -> int:
    return int(time.astimezone().timestamp()) * 1_000_000


def write(text: str, sheet: Callable[[], HeadersAndRows], form: str, out: Path | None) -> None:
    """``text`` for a terminal or as JSON, ``sheet`` for a spreadsheet."""
    from station.reports.table import MARK, csv_text, save, write_xlsx

    match form:
        case "xlsx":
            data = write_xlsx(*sheet())
        case "csv":
            data = csv_text(*sheet()).encode()
        case _:
            data = text.encode()
    if out is not None:
        save(out, MARK.encode() + data if form == "csv" else data)
    elif form in ("csv", "xlsx"):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        sys.stdout.write(data.decode())


def write_sheet(text: str, sheet: Sheet, form: str, language: str, out: Path | None) -> None:
    """As ``write``, and on paper under its title."""
    if form == "pdf":
        write_pdf((sheet,), language, out)
    else:
        write(text, lambda: (sheet.headers, sheet.rows), form, out)


def tell(sheets: Sequence[Sheet], document: object, form: str, language: str, out: Path | None) -> None:
    """``sheets`` as they are asked for; a spreadsheet has the first one, paper and terminal have all."""
    first = sheets[0]
    match form:
        case "pdf":
            write_pdf(sheets, language, out)
        case "json":
            write(f"{json.dumps(document, ensure_ascii=False)}\n", lambda: (first.headers, first.rows), form, out)
        case _:
            text = "\n\n".join(sheet.text for sheet in sheets)
            write(f"{text}\n", lambda: (first.headers, first.rows), form, out)


def write_pdf(sheets: Sequence[Sheet], language: str, out: Path | None) -> None:
    from station.reports.paper import page

    write_bytes(pdf_of(page(sheets, language)), out)


def pdf_of(page: str) -> bytes:
    from station.labels.pages import html_pdf
    from station.labels.screenless import ensure_application

    application = ensure_application()
    data = html_pdf(page, {})
    del application
    return data


def write_bytes(data: bytes, out: Path | None) -> None:
    from station.reports.table import save

    if out is not None:
        save(out, data)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
