"""Order files into the order book: recognised by their headers, read whole, then stored in one transaction a file.

A bad row gets a line in the report; a bad file gets one sentence and changes nothing. What the columns mean is in
``sources/``, how an order already known is changed in ``merging``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import station.orders.sources
from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders import mappings
from station.orders.engine import importing
from station.orders.merging import Counts, store
from station.orders.orderbook import OrderBook
from station.orders.parsed import ParsedFile
from station.orders.sheet import Table, header_key
from station.orders.shops import Shop
from station.orders.source_order import Found, RowFault, SourceItems, SourceOrder
from station.orders.sources import generic
from station.orders.table_file import FILE_BYTES_MAX, read_table

FAULTS_MAX = 10_000
"""Rows named in one report; a file with more is the wrong file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What became of one file. ``trouble`` is set when nothing of it was taken."""

    path: str
    source: str = ""
    counts: Counts = field(default_factory=Counts)
    faults: tuple[RowFault, ...] = ()
    trouble: str = ""


def known_sources() -> tuple[str, ...]:
    """The sources by name, from the file names of ``sources/``."""
    names = (module.name for module in iter_modules(station.orders.sources.__path__))
    return tuple(sorted(_name_of(name) for name in names if hasattr(_module(name), "read")))


def parse(path: Path, *, shop: Shop, home: Home, source: str = "") -> ParsedFile:
    """Read one file whole.

    Raises:
        Trouble: it cannot be read, or no source knows its headers.
    """
    data = _bytes(path)
    table = read_table(data, name=path.name)
    name = _chosen(source, table, path, home)
    module = _module(_file_of(name))
    columns: dict[str, str] = {}
    if module is generic:
        columns = mappings.recall(home, table) or generic.mapping_of(table)
        _refuse_incomplete(columns, path)
        table_read = generic.renamed(table, columns)
    else:
        table_read = table
    platform = shop.platform(module.PLATFORM)
    found = tuple(module.read(table_read, utc_offset_minutes=platform.utc_offset_minutes))
    return ParsedFile(
        path=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        source=name,
        platform=platform,
        platform_name=module.PLATFORM,
        orders=tuple(each for each in found if isinstance(each, SourceOrder)),
        items=tuple(each for each in found if isinstance(each, SourceItems)),
        faults=_faults(found, path, columns),
        table=table,
        columns=columns,
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise Trouble(f"the file is larger than {FILE_BYTES_MAX // 1_000_000} MB", where=path.name)
        return path.read_bytes()
    except OSError as error:
        raise Trouble(f"the file cannot be read: {(error.strerror or 'unknown').lower()}", where=str(path)) from error


def _chosen(source: str, table: Table, path: Path, home: Home) -> str:
    known = known_sources()
    if source:
        if source not in known:
            raise UsageTrouble(f"no source is called {source!r}; known: {', '.join(known)}")
        if missing := _missing(source, table):
            raise Trouble(f"{source} needs columns that the table has not: {', '.join(missing)}", where=path.name)
        return source
    for name in known:
        if _signature(name) and not _missing(name, table):
            return name
    columns = mappings.recall(home, table) or generic.mapping_of(table)
    if set(generic.NEEDED) <= set(columns.values()):
        return "generic"
    shown = ", ".join(header for header in table.headers if header)[:200]
    remedy = "A table of your own needs columns for order number, SKU and quantity."
    raise Trouble(f"no order source knows these columns: {shown}", where=path.name, remedy=remedy)


def _signature(source: str) -> Sequence[str]:
    """The headers a source is known by; none for the table of the seller's own."""
    signature: Sequence[str] = getattr(_module(_file_of(source)), "SIGNATURE", ())
    return signature


def _missing(source: str, table: Table) -> list[str]:
    headers = table.keys
    return [header for header in _signature(source) if header_key(header) not in headers]


def _refuse_incomplete(columns: dict[str, str], path: Path) -> None:
    missing = [name for name in generic.NEEDED if name not in columns.values()]
    if missing:
        words = "; ".join(f"{name} ({', '.join(generic.FIELDS[name][:3])} …)" for name in missing)
        raise Trouble(f"the table has no column for {words}", where=path.name)


def _faults(found: Iterable[Found], path: Path, columns: Mapping[str, str]) -> tuple[RowFault, ...]:
    """Sorted by row; a column by the name that it has in the file."""
    headers = {field: header for header, field in columns.items()}
    named = (
        replace(each, column=headers.get(each.column, each.column)) for each in found if isinstance(each, RowFault)
    )
    faults = sorted(named, key=lambda fault: fault.row)
    if len(faults) > FAULTS_MAX:
        raise Trouble(f"more than {FAULTS_MAX} rows cannot be used; the first, row {faults[0].row}", where=path.name)
    return tuple(faults)


def _module(file_name: str) -> ModuleType:
    return import_module(f"station.orders.sources.{file_name}")


def _name_of(file_name: str) -> str:
    return file_name.replace("_", "-")


def _file_of(name: str) -> str:
    return name.replace("-", "_")


def import_files(
    book: OrderBook,
    paths: Sequence[Path],
    *,
    home: Home,
    shop_name: str,
    shop: Shop,
    now_us: int,
    source: str = "",
    dry_run: bool = False,
    expect: int | None = None,
) -> tuple[FileReport, ...]:
    """Import files in the order given, order reports before item reports; one report a file, as given.

    Raises:
        Trouble: the files do not hold as many orders as ``expect`` says; nothing was changed.
    """
    parsed: dict[Path, ParsedFile] = {}
    reports: dict[Path, FileReport] = {}
    for path in paths:
        try:
            parsed[path] = parse(path, shop=shop, home=home, source=source)
        except UsageTrouble:
            raise
        except Trouble as trouble:
            reports[path] = FileReport(path=str(path), trouble=trouble.sentence())
    _check_total(parsed.values(), expect)
    for path in sorted(parsed, key=lambda path: bool(parsed[path].items)):
        reports[path] = _stored(book, parsed[path], home, shop_name, now_us=now_us, dry_run=dry_run)
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


def _stored(book: OrderBook, file: ParsedFile, home: Home, shop_name: str, *, now_us: int, dry_run: bool) -> FileReport:
    try:
        with importing(book.engine) as connection:
            counts = store(connection, file, shop=shop_name, now_us=now_us)
            if dry_run:
                connection.rollback()
    except Trouble as trouble:
        if trouble.exit_code != 1:
            raise
        return FileReport(path=file.path, source=file.source, trouble=trouble.sentence())
    if file.columns and not dry_run:
        mappings.remember(home, file.table, file.columns)
    return FileReport(path=file.path, source=file.source, counts=counts, faults=file.faults)
