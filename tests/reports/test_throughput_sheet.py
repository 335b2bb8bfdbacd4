"""Throughput in words: both languages, never speed without refusals, and the same names for programs."""

from __future__ import annotations

import json
from datetime import timedelta, timezone

import pytest

from station.reports.throughput import By, Figures, Throughput
from station.reports.throughput_sheet import document, nothing, sheet, text

SHANGHAI = timezone(timedelta(hours=8))
DAY = 1_795_017_600_000_000  # 2026-11-19 00:00 in Shanghai
HOUR = 3_600_000_000


def _figures(parcels: int, *, reasons: dict[str, int] | None = None, worked_us: int = HOUR) -> Figures:
    return Figures(
        parcels=parcels,
        orders=parcels,
        lines=2 * parcels,
        units=3 * parcels,
        clean=max(0, parcels - 1),
        worked_us=worked_us,
        reasons=reasons or {},
    )


def _report(by: By = By.BENCH) -> Throughput:
    busy = _figures(12, reasons={"weight_low": 1, "not_in_order": 3})
    idle = _figures(1, worked_us=0)
    total = _figures(13, reasons=dict(busy.reasons))
    rows = (("-" if by is By.PACKER else "B01", busy), ("B02", idle))
    return Throughput(from_us=DAY, to_us=DAY + 24 * HOUR, by=by, rows=rows, total=total)


def test_a_spreadsheet_has_a_column_for_each_reason() -> None:
    """Headers and cells are of one number, and a row without hours has no pace."""
    headers, rows = sheet(_report(), "en")
    assert headers[0] == "bench"
    assert headers[-3:] == ("first pass %", "not in this order", "too light")
    assert rows == [
        ("B01", 12, 12, 24, 36, 1.0, 12.0, 24.0, 36.0, 4, 91.7, 3, 1),
        ("B02", 1, 1, 2, 3, 0.0, None, None, None, 0, 0.0, 0, 0),
    ]


@pytest.mark.parametrize(("language", "first", "total"), [("zh", "工位", "合计"), ("en", "bench", "total")])
def test_text_ends_with_total_and_note(language: str, first: str, total: str) -> None:
    """The table leads with the group, names the commonest reason first, and says what hours are."""
    headers, busy, _, last, note = text(_report(), language).splitlines()
    assert headers.startswith(first)
    assert busy.endswith({"zh": "不在此订单中 3、重量偏轻 1", "en": "not in this order 3, too light 1"}[language])
    assert last.startswith(total)
    assert "5" in note


def test_nobody_signed_in_is_said() -> None:
    """A packer without a name is words on paper, not a dash; programs get the ledger's own dash."""
    report = _report(By.PACKER)
    assert [sheet(report, language)[1][0][0] for language in ("zh", "en")] == ["（未登录）", "(not signed in)"]
    rows = document(report, SHANGHAI)["rows"]
    assert isinstance(rows, list)
    assert rows[0]["packer"] == "-"


def test_the_document_is_json() -> None:
    """Names are the same in every language, times carry their offset, refusals stand with the pace."""
    told = json.loads(json.dumps(document(_report(), SHANGHAI)))
    assert (told["from"], told["to"], told["by"]) == ("2026-11-19T00:00:00+08:00", "2026-11-20T00:00:00+08:00", "bench")
    assert told["rows"][0] == {
        "bench": "B01",
        "parcels": 12,
        "orders": 12,
        "lines": 24,
        "units": 36,
        "hours": 1.0,
        "parcels_per_hour": 12.0,
        "lines_per_hour": 24.0,
        "units_per_hour": 36.0,
        "refusals": 4,
        "refusals_by_reason": {"weight_low": 1, "not_in_order": 3},
        "saves": {},
        "idle_hours": 0.0,
        "counts": {},
        "parcels_without_refusal": 11,
        "share_without_refusal": 0.9167,
    }
    assert told["total"]["parcels"] == 13


def test_an_empty_period_is_a_sentence() -> None:
    """It names the period in local time."""
    assert nothing(_report(), "zh", SHANGHAI) == "2026-11-19 00:00 至 2026-11-20 00:00 没有打包记录。"
    assert nothing(_report(), "en", SHANGHAI) == "Nothing was packed from 2026-11-19 00:00 to 2026-11-20 00:00."
