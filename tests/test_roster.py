"""Who may pack is remembered where the order book is not of this home."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from station import roster
from station.home import Home
from station.packing.rules import Chosen, Person

SHARED = "postgresql+psycopg://bench01@127.0.0.1/book"
PEOPLE = {
    "P7": Person(pseudonym="p-1", name="林晓"),
    "S1": Person(pseudonym="p-2", name="Example", supervisor=True),
}


def test_remembered(home: Home) -> None:
    """The same people come back, readable by this user alone; somebody who left does not."""
    home.root.mkdir()
    assert roster.learnt(home, SHARED, PEOPLE) == PEOPLE
    assert roster.kept(home) == PEOPLE
    assert (home.root / "people.json").stat().st_mode & 0o077 == 0
    roster.learnt(home, SHARED, {"P7": PEOPLE["P7"]})
    assert set(roster.kept(home)) == {"P7"}


def test_what_they_chose_is_remembered(home: Home) -> None:
    """Each finds the own language at a start without the book, too; a list of the program before is read as well."""
    home.root.mkdir()
    reads = Chosen(what="en", at_us=7)
    roster.keep(home, {"P7": replace(PEOPLE["P7"], language=reads, palette=Chosen(what="dark", at_us=8))})
    assert roster.kept(home)["P7"].language == reads
    assert roster.kept(home)["P7"].palette == Chosen(what="dark", at_us=8)
    before = '{"P7": {"pseudonym": "p-1", "name": "林晓", "supervisor": false}}'
    (home.root / "people.json").write_text(before, "utf-8")
    assert roster.kept(home) == {"P7": PEOPLE["P7"]}


def test_not_of_a_file(home: Home) -> None:
    """A book that is a file is there whenever the home is."""
    home.root.mkdir()
    roster.learnt(home, "sqlite:///orders.db", PEOPLE)
    assert list(home.root.iterdir()) == []


@pytest.mark.parametrize("content", ["", "[]", '{"P7": {"name": "x"}}', "\x00" * 50])
def test_a_file_that_does_not_read(home: Home, content: str) -> None:
    """A damaged list is nobody: the book will say who it is."""
    home.root.mkdir()
    (home.root / "people.json").write_text(content, "utf-8")
    assert roster.kept(home) == {}


def test_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    """The people are still known in this run."""
    assert roster.learnt(Home(tmp_path / "nowhere"), SHARED, PEOPLE) == PEOPLE
