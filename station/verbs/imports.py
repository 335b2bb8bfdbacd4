"""``import``: order files into the order book; what was imported, which batches are open, the watched folder."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station.orders.control_words import BatchReport, Expected
    from station.orders.importing import FileReport, Shelf
    from station.orders.progress import Tell

LISTED = 100
"""Imports and batches shown by ``--list`` and ``--batches``."""

LOOK_EACH_S = 5


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("import", parents=[common], help="order files into the order book")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
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
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write refused files and rows to this CSV file")
    parser.add_argument("--by", default="", metavar="WHO", help="badge or name of who does it")
    _add_batches(parser)
    _add_others(parser)
    parser.set_defaults(run=_run)


def _add_batches(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("control totals")
    group.add_argument(
        "--expect", metavar="N", help="how many orders the files must hold together, or a text file of their numbers"
    )
    group.add_argument("--batch", default="", metavar="NAME", help="the batch they are of; else it has the file's name")
    group.add_argument("--batches", action="store_true", help="the batches that are not complete")
    group.add_argument("--close", metavar="NAME", help="end a batch; with --reason and --by when its count differs")
    group.add_argument("--reason", default="", metavar="TEXT")


def _add_others(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("instead of files")
    group.add_argument("--list", action="store_true", help="the latest imports: file, hash, who, when, counts")
    group.add_argument("--template", type=Path, metavar="FILE", help="write an empty order table (.xlsx or .csv)")
    group.add_argument("--language", choices=("zh", "en"), help="of the template; the bench's when not given")
    group.add_argument("--watch", type=Path, metavar="FOLDER", help="import what is put there, until interrupted")
    group.add_argument("--every", type=_seconds, default=LOOK_EACH_S, metavar="SECONDS", help="between two looks")
    group.add_argument("--until-input-ends", action="store_true", help="end the watch with the program that began it")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.05 <= seconds <= 3_600:
        raise argparse.ArgumentTypeError("between two looks pass 0.05 to 3600 seconds")
    return seconds


def _run(args: argparse.Namespace, home: Home) -> int:
    acts = {
        "list": _list,
        "batches": _batches,
        "close": _close,
        "template": _template,
        "watch": _watch,
        "files": _import,
    }
    asked = [name for name in acts if getattr(args, name) not in (None, False, [])]
    if len(asked) != 1:
        forms = "import FILE…, --list, --batches, --close NAME, --template FILE or --watch FOLDER"
        raise UsageTrouble("one thing at a time" if asked else "what is to be imported?", remedy=f"Say {forms}.")
    return acts[asked[0]](args, home)


def _import(args: argparse.Namespace, home: Home) -> int:
    from station.orders.importing import take_files
    from station.orders.mappings import Taught

    expected = _expected(args)
    taught = Taught(words=tuple(args.map), platform=args.platform)
    with _progress() as tell, _shelf(args, home, terminal.now_us(), tell) as shelf:
        reports, batch = take_files(
            shelf,
            args.files,
            now_us=terminal.now_us(),
            source=args.source,
            taught=taught,
            dry_run=args.dry_run,
            expected=expected,
        )
    _print(reports, batch, as_json=args.json, dry_run=args.dry_run)
    if args.errors:
        _write_errors(args.errors, reports)
    short = batch is not None and not batch.complete
    return 1 if short or any(report.trouble or report.faults for report in reports) else 0


def _expected(args: argparse.Namespace) -> Expected | None:
    from station.orders.control_totals import declared_numbers
    from station.orders.control_words import Expected

    if args.expect is None:
        return Expected(name=args.batch) if args.batch else None
    if args.expect.isascii() and args.expect.isdigit() and len(args.expect) <= 7:
        return Expected(count=int(args.expect), name=args.batch)
    numbers = declared_numbers(Path(args.expect))
    return Expected(count=len(numbers), numbers=numbers, name=args.batch)


@contextmanager
def _shelf(args: argparse.Namespace, home: Home, now_us: int, tell: Tell) -> Iterator[Shelf]:
    """The order book, open for imports into one shop."""
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.importing import Shelf
    from station.orders.opening import shop_of
    from station.orders.people import done_by
    from station.settings import config_dir, load

    config = config_dir()
    shop_name = args.shop or load(home).bench.shop
    with terminal.opened(home) as book:
        yield Shelf(
            book=book,
            home=home,
            shop_name=shop_name,
            shop=shop_of(home, config, shop_name),
            rules=load_deadline_rules(home, config, now_us=now_us),
            who=done_by(book.people(), args.by),
            tell=tell,
        )


@contextmanager
def _progress() -> Iterator[Tell]:
    from station.orders.progress import ProgressLine

    line = ProgressLine(sys.stderr, now_us=terminal.now_us)
    try:
        yield line
    finally:
        line.clear()


def _print(reports: Sequence[FileReport], batch: BatchReport | None, *, as_json: bool, dry_run: bool) -> None:
    from station.orders.control_words import sentence

    for report in reports:
        if report.trouble:
            print(f"sealbench: {report.trouble}", file=sys.stderr)
    if as_json:
        document: dict[str, Any] = {"files": [_document(report) for report in reports]}
        if batch:
            document["batch"] = _batch_document(batch)
        print(json.dumps(document, ensure_ascii=False))
    for report in () if as_json else reports:
        if not report.trouble:
            print(_sentence(report) + (" (dry run, nothing changed)" if dry_run else ""))
        for fault in report.faults:
            column = f", {fault.column}" if fault.column else ""
            print(f"{Path(report.path).name}, row {fault.row}{column}: {fault.message}", file=sys.stderr)
    if batch and not batch.complete:
        print(f"sealbench: {sentence(batch)}{_STAYS_OPEN if batch.opened_us else '.'}", file=sys.stderr)
    elif batch and not as_json:
        print(f"{sentence(batch)}: complete")


_STAYS_OPEN = ". It stays open: import the rest with --batch, or --close it with a reason."


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
    from station.reports.table import save, write_csv

    rows: list[tuple[str, ...]] = []
    for report in reports:
        name = Path(report.path).name
        if report.trouble:
            rows.append((name, "", "", "", report.trouble))
        rows += ((name, str(fault.row), fault.column, fault.number, fault.message) for fault in report.faults)
    save(path, write_csv(("file", "row", "column", "order", "message"), rows))


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.orders.import_records import newest
    from station.reports.imports import HEADS, import_rows
    from station.reports.table import in_columns

    with _transaction(home) as connection:
        records = newest(connection, limit=LISTED)
    if args.json:
        documents = [{**asdict(each), "counts": dict(each.counts)} for each in records]
        print(json.dumps({"imports": documents}, ensure_ascii=False))
    else:
        print(in_columns(HEADS, import_rows(records)) if records else "nothing was imported yet")
    return 0


@contextmanager
def _transaction(home: Home, *, writes: bool = False) -> Iterator[Any]:
    from station.orders.engine import reading, writing

    with terminal.opened(home) as book, (writing if writes else reading)(book.engine) as connection:
        yield connection


def _batches(args: argparse.Namespace, home: Home) -> int:
    from station.orders.control_totals import open_batches
    from station.orders.control_words import sentence

    with _transaction(home) as connection:
        found = open_batches(connection, limit=LISTED)
    if args.json:
        print(json.dumps({"batches": [_batch_document(each) for each in found]}, ensure_ascii=False))
    else:
        print("\n".join(sentence(each) for each in found) or "every batch is complete")
    return 0


def _batch_document(batch: BatchReport) -> dict[str, Any]:
    refused = [{"order": number, "message": words} for number, words in batch.refused.items()]
    return {**asdict(batch), "refused": refused, "complete": batch.complete, "open": batch.open}


def _close(args: argparse.Namespace, home: Home) -> int:
    from station.orders.control_totals import close
    from station.orders.control_words import sentence
    from station.orders.people import known_as, roster

    with _transaction(home, writes=True) as connection:
        who = known_as(roster(connection), args.by, otherwise="") if args.by else ""
        batch = close(connection, args.close, now_us=terminal.now_us(), who=who, reason=args.reason.strip())
    said = f"{sentence(batch)}; closed by {batch.closed_by}: {batch.reason}" if batch.reason else sentence(batch)
    print(json.dumps({"batch": _batch_document(batch)}, ensure_ascii=False) if args.json else said)
    return 0


def _template(args: argparse.Namespace, home: Home) -> int:
    from station.orders.order_template import template
    from station.reports.table import write_file
    from station.settings import load

    headers, rows = template(args.language or load(home).bench.terminal_language)
    write_file(args.template, headers, rows)
    if args.json:
        print(json.dumps({"file": str(args.template), "columns": list(headers)}, ensure_ascii=False))
    else:
        print(f"{args.template}: {len(headers)} columns; the example rows are held when they are imported")
    return 0


def _watch(args: argparse.Namespace, home: Home) -> int:
    from station.beside import end_of
    from station.intake import look_until
    from station.orders.progress import silent
    from station.orders.watching import FolderWatch, Handled

    def say(handled: Handled) -> None:
        said = json.dumps(handled.receipt, ensure_ascii=False) if args.json else handled.sentence
        print(said, file=sys.stderr if handled.fault and not args.json else sys.stdout, flush=True)

    look_until(
        end_of(until_input_ends=args.until_input_ends),
        FolderWatch(args.watch, lambda now_us: _shelf(args, home, now_us, silent)),
        every_s=args.every,
        now_us=terminal.now_us,
        say=say,
        complain=lambda trouble: print(f"sealbench: {trouble}", file=sys.stderr, flush=True),
    )
    return 0
