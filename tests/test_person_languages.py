"""Each person's language at a bench: kept from sign-in to sign-in, and no obstacle when it cannot be read."""

from __future__ import annotations

import pytest

from station.errors import Trouble
from station.home import Home
from station.person_languages import PEOPLE_MAX, chosen, remember


def test_the_last_choice_counts(home: Home) -> None:
    """One line a person."""
    remember(home, "P001", "en")
    remember(home, "P002", "zh")
    remember(home, "P001", "de")
    assert chosen(home) == {"P001": "de", "P002": "zh"}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"P001": 3}', b"\xff", b"{" * 300_000])
def test_a_broken_file_is_as_none(home: Home, content: bytes) -> None:
    """The bench's language leads then, and the next choice makes the file whole again."""
    home.root.mkdir(parents=True, exist_ok=True)
    (home.root / "languages.json").write_bytes(content)
    assert chosen(home) == {}
    remember(home, "P001", "en")
    assert chosen(home) == {"P001": "en"}


def test_the_file_stays_small(home: Home) -> None:
    """Who chose longest ago goes first."""
    home.root.mkdir(parents=True, exist_ok=True)
    many = ", ".join(f'"Q{at}": "en"' for at in range(PEOPLE_MAX))
    (home.root / "languages.json").write_text(f"{{{many}}}", encoding="utf-8")
    remember(home, "P001", "de")
    assert (len(chosen(home)), "Q0" in chosen(home), chosen(home)["P001"]) == (PEOPLE_MAX, False, "de")


def test_a_home_that_cannot_be_written_is_said(home: Home) -> None:
    """In one sentence."""
    home.root.parent.mkdir(parents=True, exist_ok=True)
    blocked = Home(home.root / "file")
    home.root.mkdir(exist_ok=True)
    (home.root / "file").write_text("", encoding="utf-8")
    with pytest.raises(Trouble, match="is not kept"):
        remember(blocked, "P001", "de")
