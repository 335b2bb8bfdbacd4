"""From an order file to what it says: recognised by its headers, never by its name or the position of a column.

What the columns mean is in ``sources/``; nothing is stored here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import assert_never

import station.orders.sources
from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders.line_money import items_at_price, order_at_price
from station.orders.mappings import NOT_TAUGHT, Taught, mapping_for
from station.orders.parsed import ParsedFile
from station.orders.progress import TOLD_EACH, Tell, silent
from station.orders.sheet import Table, header_key
from station.orders.shops import Shop
from station.orders.source_order import Found, Repeat, RowFault, SourceItems, SourceOrder
from station.orders.sources import generic
from station.orders.table_file import FILE_BYTES_MAX, read_table

FAULTS_MAX = 10_000
"""Rows named in one report; a file with more is the wrong file."""

GENERIC = "generic"


def known_sources() -> tuple[str, ...]:
    """The sources by name, from the file names of ``sources/``."""
    names = (module.name for module in iter_modules(station.orders.sources.__path__))
    return tuple(sorted(_name_of(name) for name in names if hasattr(_module(name), "read")))


def parse(
    path: Path,
    *,
    shop: Shop,
    home: Home,
    source: str = "",
    taught: Taught = NOT_TAUGHT,
    tell: Tell = silent,
) -> ParsedFile:
    """Read one file whole.

    Raises:
        Trouble: it cannot be read, or no source knows its headers.
        UsageTrouble: what was taught fits neither the file nor the shop.
    """
    tell(f"reading {path.name}", 0, 0)
    data = _bytes(path)
    table = read_table(data, name=path.name)
    _refuse_unknown(taught, shop, source)
    name = _chosen(GENERIC if taught else source, table, path, home)
    module = _module(_file_of(name))
    mapping = mapping_for(home, table, taught) if name == GENERIC else None
    if mapping:
        _refuse_incomplete(mapping.columns, path)
        table = generic.renamed(table, mapping.columns)
    platform_name = mapping.platform if mapping else module.PLATFORM
    platform = shop.platform(platform_name)
    read = module.read(table, utc_offset_minutes=platform.utc_offset_minutes)
    found = tuple(_told(read, table, tell))
    if shop.customs_value == "item_price":
        found = tuple(map(_at_price, found))
    return ParsedFile(
        path=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        source=name,
        platform=platform,
        platform_name=platform_name,
        orders=tuple(each for each in found if isinstance(each, SourceOrder)),
        items=tuple(each for each in found if isinstance(each, SourceItems)),
        faults=_faults(found, path, mapping.columns if mapping else {}),
        mapping=mapping,
        taught=bool(taught),
        repeated=frozenset(each.number for each in found if isinstance(each, Repeat)),
    )


def _at_price(found: Found) -> Found:
    match found:
        case SourceOrder():
            return order_at_price(found)
        case SourceItems():
            return items_at_price(found)
        case RowFault() | Repeat():
            return found
        case _:
            assert_never(found)


def _told(found: Iterable[Found], table: Table, tell: Tell) -> Iterator[Found]:
    """The same, saying now and then how far down the table it is."""
    for done, each in enumerate(found):
        if done % TOLD_EACH == 0:
            tell("understanding rows", each.row - table.first_row, len(table.rows))
        yield each


def _refuse_unknown(taught: Taught, shop: Shop, source: str) -> None:
    if taught and source not in ("", GENERIC):
        raise UsageTrouble(f"the columns of {source} are known: --map and --platform are for a table of your own")
    if taught.platform and taught.platform not in shop.platforms:
        known = ", ".join(sorted(shop.platforms))
        raise UsageTrouble(f"the shop's file has no platform {taught.platform!r}; it has: {known}")


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
    if name := source_of(table):
        return name
    if set(generic.NEEDED) <= set(mapping_for(home, table, NOT_TAUGHT).columns.values()):
        return GENERIC
    shown = table.shown_headers
    remedy = 'Say which are order, sku and quantity of a table of your own: --map "COLUMN=order", and so on.'
    raise Trouble(f"no order source knows these columns: {shown}", where=path.name, remedy=remedy)


def source_of(table: Table) -> str:
    """The source whose headers the table has; empty when they are no order file's that is known untaught."""
    plain = GENERIC if set(generic.NEEDED) <= set(generic.mapping_of(table).values()) else ""
    return next((name for name in known_sources() if _signature(name) and not _missing(name, table)), plain)


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
        remedy = f'Say which it is: --map "COLUMN={missing[0]}".'
        raise Trouble(f"the table has no column for {words}", where=path.name, remedy=remedy)


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
