"""Deadline risk as columns in Chinese or English, as text for a terminal, as a JSON document. Makes no figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

from station.reports.deadline_risk import DeadlineRisk, DeadlineRow
from station.reports.table import Cell, in_columns

MISSED_SHOWN_MAX = 5
"""Orders named in a line of the terminal; the other formats have all."""

_HEADERS = {
    "zh": ("截单前", "待装", "暂停", "预计装完", "来不及", "需要 包裹/小时", "来不及的订单"),
    "en": ("before", "to pack", "on hold", "packed by", "will miss", "parcels/h needed", "orders that will miss"),
}
_PACE = {
    "zh": "按 {benches} 个打包台近两小时的速度 {pace:.1f} 包裹/小时估算，不计休息。",
    "en": "At the last two hours' pace of {benches} benches, {pace:.1f} parcels/h, without pauses.",
}
_GIVEN = {
    "zh": "按给定速度 {pace:.1f} 包裹/小时估算，不计休息。",
    "en": "At the pace given, {pace:.1f} parcels/h, without pauses.",
}
_NO_PACE = {
    "zh": "近两小时没有打包：只列出已过时的订单。可用 --pace 给定速度。",
    "en": "Nothing was packed in the last two hours: only what is late already is told. Give a pace with --pace.",
}
_OPEN_END = {"zh": "另有 {count} 单没有期限。", "en": "{count} more orders have no deadline."}
_OUTSIDE = {
    "zh": "另有 {count} 单由供应商直发或无需发货，等待登记：sealbench orders shipped。",
    "en": "Without a bench, and waiting to be recorded with sealbench orders shipped: {count} orders.",
}
_EMPTY = {"zh": "没有待发的订单有期限。", "en": "No order that waits has a deadline."}


def sheet(risk: DeadlineRisk, language: str, utc_offset_minutes: int) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    rows = [(*_cells(row, utc_offset_minutes), " ".join(row.missed)) for row in risk.rows]
    return _HEADERS[language], rows


def text(risk: DeadlineRisk, language: str, utc_offset_minutes: int) -> str:
    shown = [(*_cells(row, utc_offset_minutes), _first(row.missed)) for row in risk.rows]
    table = in_columns(_HEADERS[language], shown) if shown else _EMPTY[language]
    notes = [_pace(risk, language)]
    if risk.without_deadline:
        notes.append(_OPEN_END[language].format(count=risk.without_deadline))
    if risk.outside:
        notes.append(_OUTSIDE[language].format(count=risk.outside))
    return "\n".join((table, *notes))


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


def _pace(risk: DeadlineRisk, language: str) -> str:
    if risk.parcels_per_hour is None:
        return _NO_PACE[language]
    words = _PACE if risk.benches else _GIVEN
    return words[language].format(benches=risk.benches, pace=risk.parcels_per_hour)


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
