"""Lines that are read from the right."""

from __future__ import annotations

import pytest

from station.labels.reading_order import from_the_right, ordered


@pytest.mark.parametrize(
    ("line", "leftward"),
    [("128 שדרות", True), ("Apt 7 שדרות", False), ("شارع 128", True), ("128", False), ("", False), ("示例 دار", False)],
)
def test_the_first_letter_decides(line: str, leftward: bool) -> None:
    """A line is read from where its first letter is read from; figures and signs decide nothing."""
    assert from_the_right(line) is leftward


def test_a_telephone_number_stays_in_one_piece() -> None:
    """Among letters read from the right its groups keep their order; a house number needs no care."""
    assert ordered("מר לדוגמה +972 50 000 0000") == "מר לדוגמה \u2066+972 50 000 0000\u2069"
    assert ordered("שדרות 128 קומה 17") == "שדרות 128 קומה 17"
    assert ordered("Ann Example +1 202 555 0143") == "Ann Example +1 202 555 0143"
