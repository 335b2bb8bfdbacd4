"""docs/hardware-tested.md names every link, dialect and printer language there is, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from station.devices.address import parse
from station.errors import SettingsTrouble
from station.registry import known

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "hardware-tested.md").read_text(encoding="utf-8")


def _named(title: str) -> list[str]:
    """What stands in backticks in the first column of a section's table, its head left out."""
    section = PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])]


@pytest.mark.parametrize(("title", "kind"), [("Scanners", "scanner"), ("Scales", "scale"), ("Printers", "printer")])
def test_every_dialect_stands_once(title: str, kind: str) -> None:
    """Each ``speaks`` of the program is on the page once, with what was run and what was not."""
    assert sorted(_named(title)) == known(kind)


def test_every_link_stands_once() -> None:
    """Each kind of link is on the page once."""
    with pytest.raises(SettingsTrouble) as refused:
        parse("nothing:at-all")
    links = str(refused.value).split("known: ")[1]
    assert sorted(_named("Links")) == sorted(re.findall(r"\w+", links))


def test_every_row_is_filled() -> None:
    """No column is left out: what nobody tried says so."""
    for title in ("Links", "Scanners", "Scales", "Printers"):
        section = PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]
        rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
        assert {len(row) for row in rows} == {4}
        assert all(cell.strip() for row in rows for cell in row)
