"""The order number's tail and the clock to the cut-off."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import pytest

from station.ui.letters import Letters
from station.ui.look import Look
from station.ui.pictures import Pictures
from station.ui.theme import LIGHT
from station.ui.type import Grid
from station.ui.widgets.order_band import Urgency, clock_view, number_parts

NOW_US = 1_795_240_000_000_000
LOOK = Look(
    palette=LIGHT,
    grid=Grid(1280, 800),
    language="zh",
    letters=Letters(),
    pictures=Pictures((Path("nowhere"),)),
    zone=UTC,
)


@pytest.mark.parametrize(
    ("left_s", "shown", "urgency"),
    [
        (2 * 3600 + 14 * 60, "02:14", Urgency.CALM),
        (1800, "00:30", Urgency.SOON),
        (599, "09:59", Urgency.SOON),
        (-60, "−00:01", Urgency.PAST),
        (50 * 3600, "50:00", Urgency.CALM),
    ],
)
def test_clock(left_s: int, shown: str, urgency: Urgency) -> None:
    """Hours and minutes left, seconds only in the last ten minutes, loud from half an hour and when past."""
    clock = clock_view(NOW_US + left_s * 1_000_000, NOW_US, LOOK)
    assert clock is not None
    assert (clock.left, clock.urgency) == (shown, urgency)


def test_no_deadline_no_clock() -> None:
    """An order without a deadline shows no clock."""
    assert clock_view(None, NOW_US, LOOK) is None


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("SO-20261121-0387", ("SO-20261121-", "0387")),
        ("8162738495061728394", ("816273849506172", "8394")),
        ("A-1", ("", "A-1")),
        ("", ("", "")),
    ],
)
def test_number_tail(number: str, parts: tuple[str, str]) -> None:
    """The part packers compare stands out; together the parts are always the whole number."""
    assert number_parts(number) == parts
