"""Working days: what the library knows, what people write over it, and what is no calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from station.errors import SettingsTrouble
from station.orders.calendar import load_calendar
from station.packing.deadlines import Calendar, Week
from station.settings import config_dir

SHIPPED = config_dir() / "rules" / "workdays.toml"


@pytest.fixture(scope="module")
def shipped() -> Calendar:
    """The calendar that comes with the program."""
    return load_calendar(SHIPPED, years=(2025, 2026, 2027))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-01-03", False),  # the Saturday inside the New Year's holiday, from the table
        ("2026-01-04", True),  # the make-up Sunday
        ("2026-02-14", True),
        ("2026-02-17", False),
        ("2026-02-21", False),
        ("2026-02-24", True),
        ("2026-05-09", True),
        ("2026-09-20", True),
        ("2026-10-07", False),
        ("2026-11-21", True),  # an ordinary Saturday
        ("2026-11-22", False),
        ("2027-02-05", False),
        ("2027-02-10", False),
        ("2027-02-11", True),
    ],
)
def test_the_shipped_days(shipped: Calendar, day: str, works: bool) -> None:
    """The year 2026 is that of the published arrangement, make-up days included; 2027 has the days of the law."""
    assert shipped.works(date.fromisoformat(day), Week.MON_SAT) is works


def test_a_holiday_lasts_as_long_as_announced(shipped: Calendar) -> None:
    """Every day of the nine of Spring Festival 2026 is off, for shops that work on Saturdays too."""
    days = [date(2026, 2, day) for day in range(14, 25)]
    assert [shipped.works(day, Week.MON_SAT) for day in days] == [True, *[False] * 9, True]


def test_only_published_years_are_confirmed(shipped: Calendar) -> None:
    """A year whose arrangement was not known is marked; so is one that is in no table."""
    assert shipped.confirmed == {2026}


def test_days_have_names_in_both_languages(shipped: Calendar) -> None:
    """The library's days and the table's can be told to anybody."""
    name = shipped.off[date(2026, 2, 17)]
    assert (name.zh, name.en) == ("春节", "Chinese New Year (Spring Festival)")
    assert all(each.zh and each.en for each in shipped.off.values())


def _year(path: Path, rest: str) -> Path:
    path.write_text(f'[[year]]\nyear = 2027\nconfirmed = true\nsource = "test"\n{rest}', "utf-8")
    return path


def test_the_table_goes_before_the_library(tmp_path: Path) -> None:
    """A day of the table is worked or off whatever the library says, and confirms its year."""
    off = 'off = [{ day = 2027-02-11, zh = "盘点", en = "stocktaking" }]\non = [2027-02-05, 2027-02-14]\n'
    days = load_calendar(_year(tmp_path / "own.toml", off), years=(2027,))
    assert [days.works(date(2027, 2, day), Week.MON_FRI) for day in (4, 5, 6, 11, 12, 14)] == [
        True, True, False, False, True, True,
    ]  # fmt: skip
    assert days.confirmed == {2027}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on = [2026-02-05]", "2026-02-05 stands under 2027"),
        ("on = [2027-02-05, 2027-02-05]", "2027-02-05 is there twice"),
        ('off = [{ day = 2027-02-05, zh = "春节", en = "x" }]\non = [2027-02-05]', "2027-02-05 is there twice"),
        ("open = []", "unknown field `open`"),
        ("on = [1]", "cannot be read"),
        ('[[year]]\nyear = 2027\nconfirmed = true\nsource = "again"', "the year 2027 is there twice"),
    ],
)
def test_a_wrong_table_is_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    """A mistake is told with the file's name, and no calendar comes of it."""
    file = _year(tmp_path / "own.toml", text)
    with pytest.raises(SettingsTrouble, match=words) as told:
        load_calendar(file, years=(2027,))
    assert "own.toml" in str(told.value)


def test_a_shop_closed_for_months_is_a_mistake(tmp_path: Path) -> None:
    """A row of days off that would push every deadline out of sight is refused."""
    days = ", ".join(
        f'{{ day = 2027-{month:02}-{day:02}, zh = "休", en = "off" }}' for month in (7, 8) for day in range(1, 31)
    )
    with pytest.raises(SettingsTrouble, match="days off in a row"):
        load_calendar(_year(tmp_path / "own.toml", f"off = [{days}]"), years=(2027,))


def test_no_file(tmp_path: Path) -> None:
    """A calendar that is not there is told by name."""
    with pytest.raises(SettingsTrouble, match="cannot be read"):
        load_calendar(tmp_path / "none.toml", years=(2027,))
