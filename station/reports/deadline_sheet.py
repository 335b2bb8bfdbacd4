"""Deadline risk as columns in any language, as text for a terminal, as a JSON document. Makes no figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

from station.reports.deadline_risk import DeadlineRisk, DeadlineRow
from station.reports.paper import Sheet
from station.reports.speech import heads
from station.reports.table import Cell, in_columns
from station.ui.languages import said
from station.ui.words import Words

MISSED_SHOWN_MAX = 5
"""Orders named in a line of the terminal; the other formats have all."""

_HEADERS = (
    Words(zh="截单前", en="before"),
    Words(zh="待装", en="to pack"),
    Words(zh="暂停", en="on hold"),
    Words(zh="预计装完", en="packed by"),
    Words(zh="来不及", en="will miss"),
    Words(zh="需要 包裹/小时", en="parcels/h needed"),
    Words(zh="来不及的订单", en="orders that will miss"),
)
TITLE = Words(zh="期限风险", en="Deadline risk")
_PACE = Words(
    zh="按 {n} 个工位近两小时的速度 {pace} 包裹/小时估算，不计休息。",
    en="At the last two hours' pace of {n} benches, {pace} parcels/h, without pauses.",
)
_GIVEN = Words(
    zh="按给定速度 {pace} 包裹/小时估算，不计休息。", en="At the pace given, {pace} parcels/h, without pauses."
)
_NO_PACE = Words(
    zh="近两小时没有打包：只列出已过时的订单。可用 --pace 给定速度。",
    en="Nothing was packed in the last two hours: only what is late already is told. Give a pace with --pace.",
)
_OPEN_END = Words(zh="另有 {n} 单没有期限。", en="{n} more orders have no deadline.")
_OUTSIDE = Words(
    zh="另有 {n} 单由供应商直发或无需发货，等待登记：sealbench orders shipped。",
    en="Without a bench, and waiting to be recorded with sealbench orders shipped: {n} orders.",
)
_EMPTY = Words(zh="没有待发的订单有期限。", en="No order that waits has a deadline.")


def sheet(risk: DeadlineRisk, language: str, utc_offset_minutes: int) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    rows = [(*_cells(row, utc_offset_minutes), " ".join(row.missed)) for row in risk.rows]
    return heads(_HEADERS, language), rows


def told(risk: DeadlineRisk, language: str, utc_offset_minutes: int) -> Sheet:
    headers, rows = sheet(risk, language, utc_offset_minutes)
    return Sheet(title=said(TITLE, language), headers=headers, rows=tuple(rows))


def text(risk: DeadlineRisk, language: str, utc_offset_minutes: int) -> str:
    shown = [(*_cells(row, utc_offset_minutes), _first(row.missed)) for row in risk.rows]
    table = in_columns(heads(_HEADERS, language), shown) if shown else said(_EMPTY, language)
    notes = [_pace(risk)]
    if risk.without_deadline:
        notes.append(_OPEN_END.filled(n=risk.without_deadline))
    if risk.outside:
        notes.append(_OUTSIDE.filled(n=risk.outside))
    return "\n".join((table, *heads(notes, language)))


def document(risk: DeadlineRisk, utc_offset_minutes: int) -> dict[str, object]:
    """For other programs: names never change with the language."""
    pace = risk.parcels_per_hour
    return {
        "at": _iso(risk.at_us, utc_offset_minutes),
        "parcels_per_hour": None if pace is None else round(pace, 2),
        "benches": risk.benches,
        "without_deadline": risk.without_deadline,
        "outside": risk.outside,
        "missed": list(risk.missed),
        "rows": [
            {
                "before": _iso(row.until_us, utc_offset_minutes),
                "orders": row.orders,
                "held": row.held,
                "packed_by": None if row.done_us is None else _iso(row.done_us, utc_offset_minutes),
                "pace_needed": _rounded(row.pace_needed),
                "missed": list(row.missed),
            }
            for row in risk.rows
        ],
    }


def _pace(risk: DeadlineRisk) -> Words:
    if risk.parcels_per_hour is None:
        return _NO_PACE
    pace = f"{risk.parcels_per_hour:.1f}"
    return _PACE.filled(n=risk.benches, pace=pace) if risk.benches else _GIVEN.filled(pace=pace)


def _cells(row: DeadlineRow, utc_offset_minutes: int) -> tuple[Cell, ...]:
    return (
        _local(row.until_us, utc_offset_minutes).strftime("%Y-%m-%d %H:%M"),
        row.orders,
        row.held,
        "" if row.done_us is None else _local(row.done_us, utc_offset_minutes).strftime("%m-%d %H:%M"),
        len(row.missed),
        _rounded(row.pace_needed),
    )


def _rounded(pace: float | None) -> float | None:
    return None if pace is None else round(pace, 1)


def _first(missed: Sequence[str]) -> str:
    more = len(missed) - MISSED_SHOWN_MAX
    return " ".join(missed[:MISSED_SHOWN_MAX]) + (f" +{more}" if more > 0 else "")


def _local(at_us: int, utc_offset_minutes: int) -> datetime:
    zone = timezone(timedelta(minutes=utc_offset_minutes))
    return datetime.fromtimestamp(at_us // 1_000_000, UTC).astimezone(zone)


def _iso(at_us: int, utc_offset_minutes: int) -> str:
    return _local(at_us, utc_offset_minutes).isoformat()
