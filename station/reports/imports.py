"""What was imported, as a table for whoever answers for it (A9)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from station.orders.import_records import ImportRecord
from station.reports.table import Cell

HEADS = ("when (UTC)", "who", "file", "source", "shop", "batch", "new", "updated", "unchanged", "refused", "sha256")
_COUNTED = ("new", "updated", "unchanged", "refused")


def import_rows(records: Sequence[ImportRecord]) -> list[tuple[Cell, ...]]:
    return [
        (
            f"{datetime.fromtimestamp(each.at_us // 1_000_000, UTC):%Y-%m-%d %H:%M:%S}",
            each.who,
            Path(each.file).name,
            each.source,
            each.shop,
            each.batch,
            *(each.counts.get(name, 0) for name in _COUNTED),
            each.sha256[:12],
        )
        for each in records
    ]
