"""Whether this house ranks: the rule file, and who switched it."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import SettingsTrouble, Trouble
from station.home import Home
from station.reports.figure_rules import load_figure_rules
from station.settings import config_dir
from station.supervisor_ranking import Switched, last_switch, log_file, switch_ranking

NOW = 1_795_046_400_000_000


def test_on_and_off_with_a_name(home: Home) -> None:
    """The home's own file begins as the shipped one, comments and all; each change says who and when."""
    assert load_figure_rules(home, config_dir()).ranking is False
    assert switch_ranking(home, config_dir(), allow=True, who="P009", now_us=NOW)
    own = load_figure_rules(home, config_dir())
    assert own.ranking is True
    assert own.costs == load_figure_rules(Home(root=home.root / "other"), config_dir()).costs
    assert "# Benches and packers stand" in (home.root / "rules" / "figures.toml").read_text(encoding="utf-8")
    assert last_switch(home) == Switched(at_us=NOW, who="P009", allow=True)
    assert not switch_ranking(home, config_dir(), allow=True, who="P008", now_us=NOW + 1)
    assert switch_ranking(home, config_dir(), allow=False, who="P008", now_us=NOW + 2)
    assert load_figure_rules(home, config_dir()).ranking is False
    assert last_switch(home) == Switched(at_us=NOW + 2, who="P008", allow=False)
    assert len(log_file(home).read_text(encoding="utf-8").splitlines()) == 2


def test_the_houses_other_rules_stay(home: Home) -> None:
    """Only this one line changes in a file of the house's own."""
    file = home.root / "rules" / "figures.toml"
    file.parent.mkdir(parents=True)
    file.write_text("# ours\nfirst_pass_percent = 97.5\n", encoding="utf-8")
    assert switch_ranking(home, config_dir(), allow=True, who="", now_us=NOW)
    rules = load_figure_rules(home, config_dir())
    assert (rules.ranking, rules.first_pass_percent) == (True, 97.5)
    assert file.read_text(encoding="utf-8").startswith("# ours\n")


def test_a_file_that_does_not_read(home: Home) -> None:
    """One sentence, and nothing changes."""
    file = home.root / "rules" / "figures.toml"
    file.parent.mkdir(parents=True)
    file.write_text("ranking = perhaps\n", encoding="utf-8")
    with pytest.raises(SettingsTrouble):
        switch_ranking(home, config_dir(), allow=True, who="P009", now_us=NOW)
    assert file.read_text(encoding="utf-8") == "ranking = perhaps\n"
    assert last_switch(home) is None


def test_without_a_record_nothing_changes(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log that cannot be written leaves the rule as it was."""

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    log_file(home).parent.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(Trouble, match="No space left"):
        switch_ranking(home, config_dir(), allow=True, who="P009", now_us=NOW)
    monkeypatch.undo()
    assert load_figure_rules(home, config_dir()).ranking is False


def test_a_log_that_is_damaged(home: Home) -> None:
    """It names nobody."""
    log_file(home).parent.mkdir(parents=True, exist_ok=True)
    log_file(home).write_text("{half", encoding="utf-8")
    assert last_switch(home) is None
