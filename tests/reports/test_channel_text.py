"""A parcel's facts in so many characters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.reports.channel_text import statement
from tests.evidence.told_parcel import NUMBER, story


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("characters", [20, 60, 200, 500, 512, 5000])
def test_never_longer(language: str, characters: int) -> None:
    """The text keeps its limit and ends with a whole sentence."""
    text = statement(story(), language, characters)
    assert 0 < len(text) <= characters
    assert text[-1] in "。.:"


def test_what_weighs_most_comes_first() -> None:
    """Units, weights of bench and carrier, waybill and handover are in the five hundred characters."""
    text = statement(story(), "zh", 500)
    for words in ("应装 4 件", "1052.5 g", "1060 g", NUMBER, "签收", "面单已在箱上扫描确认"):
        assert words in text


def test_nothing_is_claimed_that_did_not_happen() -> None:
    """A label that nobody scanned back, and a weight that nobody took, are not told."""
    few = replace(story(), told=story().told[:2], delivered=None)
    text = statement(few, "en", 5000)
    for words in ("Sealed", "weighed", "handed", "delivered"):
        assert words not in text


def test_a_number_too_long() -> None:
    """Where not even the order's number fits, the next sentence does."""
    assert statement(replace(story(), order_no="9" * 600), "zh", 500).startswith("应装")
