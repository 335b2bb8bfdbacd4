"""PINs of people at one bench: kept as hashes, compared and never told."""

from __future__ import annotations

import pytest

from station.errors import Trouble
from station.home import Home
from station.packing.rules import Person
from station.pins import put, right, with_pins

PEOPLE = {"7": Person(pseudonym="P001", name="Li"), "9": Person(pseudonym="P002", name="Wu", supervisor=True)}


def test_a_pin_is_right_for_its_person_alone(home: Home) -> None:
    """Nobody else's PIN and no other digits pass; the file holds none of them and is its owner's alone."""
    put(home, "P002", "4711")
    assert right(home, "P002", "4711")
    assert not right(home, "P002", "4712")
    assert not right(home, "P001", "4711")
    file = home.root / "pins.json"
    assert "4711" not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    assert [one.pin for one in with_pins(home, PEOPLE).values()] == [False, True]


def test_a_pin_is_taken_away(home: Home) -> None:
    """From then on the badge is enough."""
    put(home, "P002", "4711")
    put(home, "P002", "")
    assert with_pins(home, PEOPLE) == PEOPLE
    assert not right(home, "P002", "")


@pytest.mark.parametrize("pin", ["123", "1234567890123", "12a4", "１２３４"])
def test_a_pin_is_digits(home: Home, pin: str) -> None:
    """What a number pad cannot type is refused, and nothing changes."""
    with pytest.raises(Trouble, match="4 to 12 digits"):
        put(home, "P002", pin)
    assert not (home.root / "pins.json").exists()


@pytest.mark.parametrize("bytes_there", [b"{", b'{"P002": 1}', b" " * 200_001])
def test_a_file_that_cannot_be_read_lets_no_supervisor_pass(home: Home, bytes_there: bytes) -> None:
    """Every supervisor is asked, no PIN is right, and setting one says what is wrong."""
    home.root.mkdir(parents=True, exist_ok=True)
    (home.root / "pins.json").write_bytes(bytes_there)
    assert [one.pin for one in with_pins(home, PEOPLE).values()] == [False, True]
    assert not right(home, "P002", "4711")
    with pytest.raises(Trouble, match="file of PINs"):
        put(home, "P002", "4711")
