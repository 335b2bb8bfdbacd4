"""Throughput as columns in Chinese or English, as text for a terminal, as one JSON document. No figure is made here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo

from station.reports.figure_words import GROUPS, TOTAL
from station.reports.paper import Sheet
from station.reports.table import Cell
from station.reports.throughput import HOUR_US, IDLE_US, Figures, Throughput

NOBODY = "-"
"""What the ledger calls a packer when none is signed in."""

_HEADERS = {
    "zh": ("包裹", "订单", "商品行", "件数", "工时", "包裹/小时", "商品行/小时", "件/小时", "拦下次数", "无拦下包裹 %"),
    "en": (
        "parcels", "orders", "lines", "units", "hours", "parcels/h", "lines/h", "units/h", "refusals",
        "parcels without refusal %",
    ),
}  # fmt: skip
_TITLE = {"zh": "打包效率", "en": "Throughput"}
_WHY = {"zh": "拦下原因", "en": "why refused"}
_NOT_SIGNED_IN = {"zh": "（未登录）", "en": "(not signed in)"}
_NOTE = {
    "zh": "工时：两次操作之间的时间；超过 {minutes} 分钟的间歇不算。",
    "en": "Hours: the time between two acts; pauses over {minutes} minutes are left out.",
}
_PERIOD = {"zh": "{start} 至 {end}", "en": "{start} to {end}"}
_EMPTY = {
    "zh": "{start} 至 {end} 没有打包记录。",
    "en": "Nothing was packed from {start} to {end}.",
}


def sheet(report: Throughput, language: str) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Headers and rows for a spreadsheet: a column for each reason, and no total that a sum would count twice."""
    headers = (GROUPS[report.by][language], *_HEADERS[language], *report.reasons)
    rows = [
        (*_cells(_name(label, language), figures), *(figures.reasons.get(reason, 0) for reason in report.reasons))
        for label, figures in report.rows
    ]
    return headers, rows


def text(report: Throughput, language: str) -> str:
    """For a terminal."""
    return told(report, language).text


def told(report: Throughput, language: str) -> Sheet:
    """With a total and the reasons in words of their own."""
    headers = (GROUPS[report.by][language], *_HEADERS[language], _WHY[language])
    rows = [*((_name(label, language), figures) for label, figures in report.rows), (TOTAL[language], report.total)]
    shown = [(*_cells(label, figures), _why(figures)) for label, figures in rows]
    note = _NOTE[language].format(minutes=IDLE_US // 60_000_000)
    return Sheet(
        title=_TITLE[language],
        headers=headers,
        rows=tuple(shown),
        notes=(note,),
        period=period_words(report.from_us, report.to_us, language),
    )


def spread(report: Throughput, language: str) -> Sheet:
    """For a spreadsheet."""
    headers, rows = sheet(report, language)
    return Sheet(title=_TITLE[language], headers=headers, rows=tuple(rows))


def nothing(report: Throughput, language: str, zone: tzinfo | None = None) -> str:
    """The sentence for a period in which nothing happened; ``zone`` None is the machine's own."""
    start, end = (_minute(us, zone) for us in (report.from_us, report.to_us))
    return _EMPTY[language].format(start=start, end=end)


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
    return _PERIOD[language].format(start=_minute(from_us), end=_minute(to_us))


def _minute(at_us: int, zone: tzinfo | None = None) -> str:
    return local(at_us, zone).strftime("%Y-%m-%d %H:%M")


def local(at_us: int, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(at_us // 1_000_000, UTC).astimezone(zone)


def _name(label: str, language: str) -> str:
    return _NOT_SIGNED_IN[language] if label == NOBODY else label


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


def _why(figures: Figures) -> str:
    often: Sequence[tuple[str, int]] = sorted(figures.reasons.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{reason} {count}" for reason, count in often)


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
