"""Throughput as columns in any language, as text for a terminal, as one JSON document. No figure is made here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo

from station.evidence.reason_words import REASONS, words
from station.reports.figure_words import GROUPS, TOTAL
from station.reports.paper import Sheet
from station.reports.speech import heads
from station.reports.table import Cell
from station.reports.throughput import HOUR_US, IDLE_US, Figures, Throughput
from station.ui.languages import said
from station.ui.words import Words, listed

NOBODY = "-"
"""What the ledger calls a packer when none is signed in."""

_HEADERS = (
    Words(zh="包裹", en="parcels"),
    Words(zh="订单", en="orders"),
    Words(zh="商品行", en="lines"),
    Words(zh="件数", en="units"),
    Words(zh="工时", en="hours"),
    Words(zh="包裹/小时", en="parcels/h"),
    Words(zh="商品行/小时", en="lines/h"),
    Words(zh="件/小时", en="units/h"),
    Words(zh="拦下次数", en="refusals"),
    Words(zh="一次做对 %", en="first pass %"),
)
_TITLE = Words(zh="打包效率", en="Throughput")
_WHY = Words(zh="拦下原因", en="why refused")
_NOT_SIGNED_IN = Words(zh="（未登录）", en="(not signed in)")
_NOTE = Words(
    zh="工时：两次操作之间的时间；超过 {minutes} 分钟的间歇不算。",
    en="Hours: the time between two acts; pauses over {minutes} minutes are left out.",
)
_SO_OFTEN = Words(zh="{reason} {count}", en="{reason} {count}")
_PERIOD = Words(zh="{start} 至 {end}", en="{start} to {end}")
_EMPTY = Words(zh="{start} 至 {end} 没有打包记录。", en="Nothing was packed from {start} to {end}.")


def sheet(report: Throughput, language: str) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Headers and rows for a spreadsheet: a column for each reason, and no total that a sum would count twice."""
    headers = heads((GROUPS[report.by], *_HEADERS, *map(_reason, report.reasons)), language)
    rows = [
        (*_cells(group_name(label, language), figures), *(figures.reasons.get(reason, 0) for reason in report.reasons))
        for label, figures in report.rows
    ]
    return headers, rows


def text(report: Throughput, language: str) -> str:
    """For a terminal."""
    return told(report, language).text


def told(report: Throughput, language: str) -> Sheet:
    """With a total and the reasons in words of their own."""
    headers = heads((GROUPS[report.by], *_HEADERS, _WHY), language)
    rows = [
        *((group_name(label, language), figures) for label, figures in report.rows),
        (said(TOTAL, language), report.total),
    ]
    shown = [(*_cells(label, figures), _why(figures, language)) for label, figures in rows]
    note = said(_NOTE.filled(minutes=IDLE_US // 60_000_000), language)
    return Sheet(
        title=said(_TITLE, language),
        headers=headers,
        rows=tuple(shown),
        notes=(note,),
        period=period_words(report.from_us, report.to_us, language),
    )


def spread(report: Throughput, language: str) -> Sheet:
    """For a spreadsheet."""
    headers, rows = sheet(report, language)
    return Sheet(title=said(_TITLE, language), headers=headers, rows=tuple(rows))


def nothing(report: Throughput, language: str, zone: tzinfo | None = None) -> str:
    """The sentence for a period in which nothing happened; ``zone`` None is the machine's own."""
    start, end = (_minute(us, zone) for us in (report.from_us, report.to_us))
    return said(_EMPTY.filled(start=start, end=end), language)


def document(report: Throughput, zone: tzinfo | None = None) -> dict[str, object]:
    """The report for other programs: names never change with the language."""
    return {
        "from": local(report.from_us, zone).isoformat(),
        "to": local(report.to_us, zone).isoformat(),
        "by": report.by.value,
        "idle_limit_s": IDLE_US // 1_000_000,
        "rows": [{report.by.value: label, **_entry(figures)} for label, figures in report.rows],
        "total": _entry(report.total),
    }


def period_words(from_us: int, to_us: int, language: str) -> str:
    return said(_PERIOD.filled(start=_minute(from_us), end=_minute(to_us)), language)


def _minute(at_us: int, zone: tzinfo | None = None) -> str:
    return local(at_us, zone).strftime("%Y-%m-%d %H:%M")


def local(at_us: int, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(at_us // 1_000_000, UTC).astimezone(zone)


def group_name(label: str, language: str) -> str:
    return said(_NOT_SIGNED_IN, language) if label == NOBODY else label


def _cells(label: str, figures: Figures) -> tuple[Cell, ...]:
    share = figures.clean_share
    return (
        label,
        figures.parcels,
        figures.orders,
        figures.lines,
        figures.units,
        round(figures.hours, 2),
        *_rates(figures),
        figures.refusals,
        None if share is None else round(share * 100, 1),
    )


def _rates(figures: Figures) -> tuple[float | None, float | None, float | None]:
    parcels, lines, units = (figures.per_hour(n) for n in (figures.parcels, figures.lines, figures.units))
    return _rounded(parcels), _rounded(lines), _rounded(units)


def _rounded(rate: float | None) -> float | None:
    return None if rate is None else round(rate, 1)


def _why(figures: Figures, language: str) -> str:
    often: Sequence[tuple[str, int]] = sorted(figures.reasons.items(), key=lambda item: (-item[1], item[0]))
    return said(listed([_SO_OFTEN.filled(reason=_reason(reason), count=count) for reason, count in often]), language)


def _reason(name: str) -> Words:
    zh, en = words(REASONS, name)
    return Words(zh=zh, en=en)


def _entry(figures: Figures) -> dict[str, object]:
    parcels, lines, units = _rates(figures)
    share = figures.clean_share
    return {
        "parcels": figures.parcels,
        "orders": figures.orders,
        "lines": figures.lines,
        "units": figures.units,
        "hours": round(figures.hours, 4),
        "parcels_per_hour": parcels,
        "lines_per_hour": lines,
        "units_per_hour": units,
        "refusals": figures.refusals,
        "refusals_by_reason": dict(figures.reasons),
        "saves": dict(figures.saved),
        "idle_hours": round(figures.idle_us / HOUR_US, 4),
        "counts": dict(figures.counts),
        "parcels_without_refusal": figures.clean,
        "share_without_refusal": None if share is None else round(share, 4),
    }
