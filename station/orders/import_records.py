"""Every import that changed the order book: which file, by its hash, from where, by whom, when, with what counts (A9).

Whoever calls has the transaction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from station.orders.tables import imports


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecord:
    file: str
    sha256: str
    source: str
    shop: str
    at_us: int
    who: str
    counts: Mapping[str, int]
    batch: str = ""


def record(connection: Connection, entry: ImportRecord) -> None:
    values = {name: getattr(entry, name) for name in _COLUMNS}
    connection.execute(insert(imports).values(**values, counts=json.dumps(dict(entry.counts))))


def newest(connection: Connection, *, limit: int) -> Sequence[ImportRecord]:
    rows = connection.execute(select(imports).order_by(imports.c.id.desc()).limit(limit))
    return [_entry(row) for row in rows]


def taken_before(connection: Connection, sha256: str) -> ImportRecord | None:
    """The last import of a file with these very bytes."""
    same = select(imports).where(imports.c.sha256 == sha256).order_by(imports.c.id.desc()).limit(1)
    row = connection.execute(same).first()
    return None if row is None else _entry(row)


_COLUMNS = ("file", "sha256", "source", "shop", "at_us", "who", "batch")


def _entry(row: Row[Any]) -> ImportRecord:
    return ImportRecord(**{name: getattr(row, name) for name in _COLUMNS}, counts=json.loads(row.counts))
