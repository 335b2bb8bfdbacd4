"""Order files into the order book: read whole (``reading``), then stored in one transaction a file (``merging``).

A bad row gets a line in the report; a bad file gets one sentence and changes nothing. Killed at any point, a file is in
whole or not at all. What was counted before stays open until it is there (``control_totals``).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders import control_totals, mappings
from station.orders.control_words import BatchReport, Brought, Expected, tally
from station.orders.engine import alone, importing, reading, writing
from station.orders.import_records import ImportRecord, record
from station.orders.mappings import NOT_TAUGHT, Taught
from station.orders.merging import Counts, Seen, Taking, compare, look, still
from station.orders.orderbook import OrderBook
from station.orders.parsed import ParsedFile
from station.orders.progress import Tell, silent
from station.orders.reading import parse
from station.orders.shops import Shop
from station.orders.source_order import NUMBER_MAX, RowFault
from station.orders.tables import imports
from station.packing.deadlines import NO_RULES, DeadlineRules


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What became of one file. ``trouble`` is set when nothing of it was taken."""

    path: str
    source: str = ""
    counts: Counts = field(default_factory=Counts)
    faults: tuple[RowFault, ...] = ()
    trouble: str = ""
    sha256: str = ""
    brought: Brought = field(default_factory=Brought)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Where files go: one shop's part of one book, and by whom."""

    book: OrderBook
    home: Home
    shop_name: str
    shop: Shop
    rules: DeadlineRules = NO_RULES
    who: str = ""
    tell: Tell = silent


def import_files(
    book: OrderBook,
    paths: Sequence[Path],
    *,
    home: Home,
    shop_name: str,
    shop: Shop,
    now_us: int,
    source: str = "",
    taught: Taught = NOT_TAUGHT,
    dry_run: bool = False,
    rules: DeadlineRules = NO_RULES,
) -> tuple[FileReport, ...]:
    """Import files in the order given, order reports before item reports; one report a file, as given.

    ``rules`` give a deadline to orders whose file has none.
    """
    shelf = Shelf(book=book, home=home, shop_name=shop_name, shop=shop, rules=rules)
    return take_files(shelf, paths, now_us=now_us, source=source, taught=taught, dry_run=dry_run)[0]


def take_files(
    shelf: Shelf,
    paths: Sequence[Path],
    *,
    now_us: int,
    source: str = "",
    taught: Taught = NOT_TAUGHT,
    dry_run: bool = False,
    expected: Expected | None = None,
) -> tuple[tuple[FileReport, ...], BatchReport | None]:
    """``import_files`` that says who and how far it is, and holds the files against what was ``expected`` of them.

    Raises:
        UsageTrouble: the batch of ``expected`` cannot take them; nothing was changed.
    """
    with uncollected():
        parsed, reports = _parsed(shelf, paths, source, taught)
        batch = ""
        if expected and parsed and not dry_run:
            with writing(shelf.book.engine) as connection:
                file = next(iter(parsed)).name
                batch = control_totals.join(connection, expected, file=file, now_us=now_us, who=shelf.who)
        for path in sorted(parsed, key=lambda path: bool(parsed[path].items)):
            reports[path] = take_parsed(shelf, parsed[path], now_us=now_us, dry_run=dry_run, batch=batch)
    ordered = tuple(reports[path] for path in dict.fromkeys(paths))
    if batch:
        with writing(shelf.book.engine) as connection:
            return ordered, control_totals.settle(connection, batch, now_us=now_us, who=shelf.who)
    tallied = tally(expected, [each.brought for each in ordered]) if expected else None
    return ordered, tallied


@contextmanager
def uncollected() -> Iterator[None]:
    """Without looks for cycles: an import makes some millions of values and no cycle, and looking costs a fifth."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _parsed(
    shelf: Shelf, paths: Sequence[Path], source: str, taught: Taught
) -> tuple[dict[Path, ParsedFile], dict[Path, FileReport]]:
    parsed: dict[Path, ParsedFile] = {}
    reports: dict[Path, FileReport] = {}
    for path in paths:
        try:
            parsed[path] = parse(path, shop=shelf.shop, home=shelf.home, source=source, taught=taught, tell=shelf.tell)
        except UsageTrouble:
            raise
        except Trouble as trouble:
            reports[path] = FileReport(path=str(path), trouble=trouble.sentence())
    return parsed, reports


def take_parsed(shelf: Shelf, file: ParsedFile, *, now_us: int, dry_run: bool = False, batch: str = "") -> FileReport:
    """A file that was read already, or what came as one, in one transaction."""
    gates = {**shelf.book.gates, shelf.shop_name: shelf.shop.gates()}
    taking = Taking(file=file, shop=shelf.shop_name, now_us=now_us, rules=shelf.rules, gates=gates, tell=shelf.tell)
    try:
        file, counts, known = _store(shelf, taking, dry_run=dry_run, batch=batch)
    except Trouble as trouble:
        if trouble.exit_code != 1:
            raise
        return FileReport(path=file.path, source=file.source, trouble=trouble.sentence(), sha256=file.sha256)
    if file.mapping and not dry_run:
        mappings.remember(shelf.home, file.mapping, taught=file.taught)
    return FileReport(
        path=file.path,
        source=file.source,
        counts=counts,
        faults=file.faults,
        sha256=file.sha256,
        brought=_brought(file, known),
    )


def _store(shelf: Shelf, taking: Taking, *, dry_run: bool, batch: str) -> tuple[ParsedFile, Counts, frozenset[str]]:
    """Compared beside the writers, written alone; compared again when another import came between.

    Gives the file as it was taken, the counts, and the orders that the book had before.
    """
    engine = shelf.book.engine
    with reading(engine) as connection:
        seen = look(connection, taking.file)
    taken = _of_this_shop(taking, seen)
    meeting = compare(taken, seen).made_ready(engine.dialect)
    with importing(engine) as connection:
        alone(connection, imports)
        if not still(connection, seen):
            seen = look(connection, taking.file)
            taken = _of_this_shop(taking, seen)
            meeting = compare(taken, seen).made_ready(engine.dialect)
        counts = meeting.write(connection)
        record(connection, _record(shelf, taken, asdict(counts), batch))
        if batch:
            control_totals.add(connection, batch, _brought(taken.file, meeting.known))
        taking.tell("closing the transaction", 0, 0)
        if dry_run:
            connection.rollback()
    return taken.file, counts, meeting.known


def _of_this_shop(taking: Taking, seen: Seen) -> Taking:
    """Without the orders that the book has for another shop: two shops may count from the same number."""
    return replace(taking, file=taking.file.without_orders_of(seen.of_another_shop(taking.shop)))


def _record(shelf: Shelf, taking: Taking, counts: Mapping[str, int], batch: str) -> ImportRecord:
    return ImportRecord(
        file=taking.file.path,
        sha256=taking.file.sha256,
        source=taking.file.source,
        shop=shelf.shop_name,
        at_us=taking.now_us,
        who=shelf.who,
        counts={**counts, "refused": len(taking.file.faults)},
        batch=batch,
    )


def _brought(file: ParsedFile, known: frozenset[str]) -> Brought:
    return Brought(
        numbers=frozenset(file.numbers),
        known=known,
        repeated=file.repeated,
        refused={fault.number[:NUMBER_MAX]: fault.message for fault in reversed(file.faults) if fault.number},
    )
