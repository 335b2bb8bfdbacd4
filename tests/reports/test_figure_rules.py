"""The rules of the figures: shifts over midnight, amounts, and what a home's own file may not say."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from station.errors import SettingsTrouble
from station.home import Home
from station.orders.figure_names import OrderClass, Save
from station.reports.figure_rules import FigureRules, load_figure_rules
from station.settings import config_dir


def _own(home: Path, text: str) -> FigureRules:
    (home / "rules").mkdir(parents=True)
    (home / "rules" / "figures.toml").write_text(text, encoding="utf-8")
    return load_figure_rules(Home(home), config_dir())


def test_what_is_shipped(tmp_path: Path) -> None:
    """Nobody is ranked, a hold has no amount until the house sets one, and the amounts name their source."""
    rules = load_figure_rules(Home(tmp_path), config_dir())
    assert (rules.ranking, rules.expected_s, rules.expected_days) == (False, {}, 28)
    assert (rules.costs.amounts[Save.WRONG_ITEM], Save.HOLD in rules.costs.amounts) == (22, False)
    assert "survey" in rules.costs.source


@pytest.mark.parametrize(
    ("at", "shift"),
    [
        ("2026-11-21T06:00", ("2026-11-21", "early")),
        ("2026-11-21T13:59", ("2026-11-21", "early")),
        ("2026-11-21T14:00", ("2026-11-21", "late")),
        ("2026-11-21T22:00", ("2026-11-21", "night")),
        ("2026-11-22T05:59", ("2026-11-21", "night")),
    ],
)
def test_a_night_belongs_to_the_day_it_began(tmp_path: Path, at: str, shift: tuple[str, str]) -> None:
    """Shifts have sharp ends; one that runs past midnight is one shift."""
    assert load_figure_rules(Home(tmp_path), config_dir()).shift_at(datetime.fromisoformat(at)) == shift


def test_outside_all_shifts(tmp_path: Path) -> None:
    """A house with one shift has the other hours under a name of their own."""
    rules = _own(tmp_path, '[[shift]]\nid = "day"\nzh = "白班"\nen = "day"\nfrom = "08:00"\nto = "17:00"\n')
    assert rules.shift_at(datetime.fromisoformat("2026-11-21T18:00")) == ("2026-11-21", "-")


def test_a_homes_own_file(tmp_path: Path) -> None:
    """It takes the place of the shipped one as a whole."""
    rules = _own(tmp_path, '[expected_s]\nmixed = 90\n[cost]\ncurrency = "CNY"\n[cost.amount]\nhold = 120.5\n')
    assert (rules.expected_s, rules.costs.amounts, rules.shifts) == ({OrderClass.MIXED: 90}, {Save.HOLD: 120.5}, ())


def _shift(id: str, start: str, end: str) -> str:
    return f'[[shift]]\nid = "{id}"\nzh = "{id}"\nen = "{id}"\nfrom = "{start}"\nto = "{end}"\n'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (_shift("a", "08:00", "12:00") + _shift("b", "11:45", "13:00"), "both have 11:45"),
        (_shift("a", "08:10", "12:00"), "cannot be read"),
        (_shift("a", "08:00", "09:00") + _shift("a", "11:00", "13:00"), "one id"),
        ("[cost.amount]\nwrong_thing = 3\n", "cannot be read"),
        ("rank = true\n", "cannot be read"),
    ],
)
def test_what_it_may_not_say(tmp_path: Path, text: str, what: str) -> None:
    """One sentence with the file's name, for each."""
    with pytest.raises(SettingsTrouble, match=what):
        _own(tmp_path, text)
