"""A look at an order file before it is imported: what it is, what its columns mean, what is wrong with its first rows.

Nothing is stored and nothing remembered; the import itself reads the file anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Final

from station.errors import Trouble
from station.home import Home
from station.orders.mappings import NOT_TAUGHT, Taught, mapping_for
from station.orders.reading import GENERIC, source_of
from station.orders.sheet import Table, cell_text
from station.orders.shops import Shop
from station.orders.source_order import RowFault, SourceItems, SourceOrder
from station.orders.sources import generic
from station.orders.table_file import FILE_BYTES_MAX, kind_of, read_table

CHECKED: Final = 20
"""Rows that are looked at closely."""

SAMPLES: Final = 3
"""Values shown of each column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileColumn:
    """``meaning`` is a field of the seller's own table, empty where it means none; ``samples`` are its first values."""

    header: str
    meaning: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLook:
    """``kind`` is the kind of file, or a text's encoding; ``source`` empty: no reader knows it, so it must be taught.

    ``faults`` of the first rows; ``orders`` are those that they hold. ``lacking``: meanings that it must have.
    """

    path: Path
    size: int
    kind: str
    source: str
    rows: int
    columns: tuple[FileColumn, ...]
    lacking: tuple[str, ...]
    checked: int
    orders: int
    faults: tuple[RowFault, ...]

    @property
    def teachable(self) -> bool:
        return self.source in ("", GENERIC)


def look_at(path: Path, *, shop: Shop, home: Home, meanings: Mapping[str, str]) -> FileLook:
    """``meanings``: header to field, as a person has said so far; an empty field means that the column means nothing.

    Raises:
        Trouble: this is no table, or it cannot be read.
    """
    data = _bytes(path)
    table = read_table(data, name=path.name)
    source = "" if meanings else source_of(table)
    taught = Taught(words=tuple(f"{header}={field or '-'}" for header, field in meanings.items()))
    columns = mapping_for(home, table, taught or NOT_TAUGHT).columns if source in ("", GENERIC) else {}
    lacking = tuple(field for field in generic.NEEDED if field not in columns.values())
    if source in ("", GENERIC):
        source = GENERIC if not lacking else ""
    found = _first(table, source, columns, shop)
    faults = (each for each in found if isinstance(each, RowFault))
    headers = {field: header for header, field in columns.items()}
    return FileLook(
        path=path,
        size=len(data),
        kind=kind_of(data, path.name),
        source=source,
        rows=len(table.rows),
        columns=_columns(table, columns),
        lacking=lacking if source == "" else (),
        checked=min(CHECKED, len(table.rows)),
        orders=sum(isinstance(each, SourceOrder | SourceItems) for each in found),
        faults=tuple(replace(fault, column=headers.get(fault.column, fault.column)) for fault in faults),
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise Trouble(f"the file is larger than {FILE_BYTES_MAX // 1_000_000} MB", where=path.name)
        return path.read_bytes()
    except OSError as error:
        raise Trouble(f"the file cannot be read: {(error.strerror or 'unknown').lower()}", where=str(path)) from error


def _first(table: Table, source: str, columns: Mapping[str, str], shop: Shop) -> tuple[object, ...]:
    """What the first rows are read as; nothing where no reader knows the table."""
    if not source:
        return ()
    head = replace(table, rows=table.rows[:CHECKED])
    module = import_module(f"station.orders.sources.{source.replace('-', '_')}")
    if source == GENERIC:
        head = generic.renamed(head, columns)
    platform = shop.platform(module.PLATFORM)
    return tuple(module.read(head, utc_offset_minutes=platform.utc_offset_minutes))


def _columns(table: Table, columns: Mapping[str, str]) -> tuple[FileColumn, ...]:
    return tuple(
        FileColumn(header=header, meaning=columns.get(header, ""), samples=tuple(_samples(table, at)))
        for at, header in enumerate(table.headers)
        if header
    )


def _samples(table: Table, at: int) -> list[str]:
    texts = (cell_text(row[at]) for row in table.rows[:CHECKED] if at < len(row))
    return list(dict.fromkeys(text for text in texts if text))[:SAMPLES]
