"""Order files into the order book: read whole (``reading``), then stored in one transaction a file (``merging``).

A bad row gets a line in the report; a bad file gets one sentence and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders import mappings
from station.orders.engine import importing
from station.orders.mappings import NOT_TAUGHT, Taught
from station.orders.merging import Counts, store
from station.orders.orderbook import OrderBook
from station.orders.parsed import ParsedFile
from station.orders.reading import parse
from station.orders.shops import Shop
from station.orders.source_order import RowFault
from station.packing.deadlines import NO_RULES, DeadlineRules


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What became of one file. ``trouble`` is set when nothing of it was taken."""

    path: str
    source: str = ""
    counts: Counts = field(default_factory=Counts)
    faults: tuple[RowFault, ...] = ()
    trouble: str = ""


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
    expect: int | None = None,
    rules: DeadlineRules = NO_RULES,
) -> tuple[FileReport, ...]:
    """Import files in the order given, order reports before item reports; one report a file, as given.

    ``rules`` give a deadline to orders whose file has none.

    Raises:
        Trouble: the files do not hold as many orders as ``expect`` says; nothing was changed.
    """
    parsed: dict[Path, ParsedFile] = {}
    reports: dict[Path, FileReport] = {}
    for path in paths:
        try:
            parsed[path] = parse(path, shop=shop, home=home, source=source, taught=taught)
        except UsageTrouble:
            raise
        except Trouble as trouble:
            reports[path] = FileReport(path=str(path), trouble=trouble.sentence())
    _check_total(parsed.values(), expect)
    for path in sorted(parsed, key=lambda path: bool(parsed[path].items)):
        reports[path] = _stored(book, parsed[path], home, shop_name, rules, now_us=now_us, dry_run=dry_run)
    return tuple(reports[path] for path in dict.fromkeys(paths))


def _check_total(parsed: Iterable[ParsedFile], expect: int | None) -> None:
    numbers: set[str] = set()
    for file in parsed:
        numbers |= file.numbers
    if expect is not None and len(numbers) != expect:
        raise Trouble(
            f"{expect} orders were expected and the files hold {len(numbers)}; nothing was changed",
            remedy="Ask for the missing file, or correct the number.",
        )


def _stored(
    book: OrderBook,
    file: ParsedFile,
    home: Home,
    shop_name: str,
    rules: DeadlineRules,
    *,
    now_us: int,
    dry_run: bool,
) -> FileReport:
    try:
        with importing(book.engine) as connection:
            counts = store(connection, file, shop=shop_name, now_us=now_us, rules=rules)
            if dry_run:
                connection.rollback()
    except Trouble as trouble:
        if trouble.exit_code != 1:
            raise
        return FileReport(path=file.path, source=file.source, trouble=trouble.sentence())
    if file.mapping and not dry_run:
        mappings.remember(home, file.mapping, taught=file.taught)
    return FileReport(path=file.path, source=file.source, counts=counts, faults=file.faults)
