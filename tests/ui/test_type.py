"""Sizes of letters and bands."""

from __future__ import annotations

import pytest

from station.ui.type import ROLES, Grid, Role


def test_sizes_of_both_drawn_windows() -> None:
    """At 1280×800 and 1920×1080 the sizes are those of the type table."""
    small, large = Grid(1280, 800), Grid(1920, 1080)
    assert (small.px(Role.WEIGHT), small.px(Role.VERDICT), small.px(Role.HINT)) == (168, 57, 17)
    assert (large.px(Role.WEIGHT), large.px(Role.VERDICT), large.px(Role.HINT)) == (226, 76, 21)
    assert (small.banner, small.order, small.note, small.commands, small.devices) == (124, 72, 84, 90, 44)
    assert (large.banner, large.order, large.commands, large.devices) == (172, 96, 104, 56)


def test_small_window_keeps_letters() -> None:
    """A window below 1280×800 has no smaller letters: a packer still stands 70 cm away."""
    assert all(Grid(1280, 720).px(role) == Grid(1280, 800).px(role) for role in ROLES)


def test_a_millimetre_stays_a_millimetre() -> None:
    """On a small screen with many dots letters are as tall as at 113 dots per inch: the dots give the pixels."""
    tablet = Grid(1920, 1200, dots_per_inch=190)
    height_mm = tablet.px(Role.BODY) / 190 * 25.4
    assert height_mm == pytest.approx(Grid(1280, 800).px(Role.BODY) / 113 * 25.4, rel=0.02)
    assert tablet.commands / 190 * 25.4 >= 17, "a button for a hand: 20 mm high less what a low window takes"


def test_an_unknown_screen_is_as_drawn() -> None:
    """A screen that does not know its own size, or says nonsense, changes nothing."""
    for dots in (0.0, 7.0, 2_540.0):
        assert Grid(1280, 800, dots_per_inch=dots).scale == 1.0
    assert Grid(1280, 800, dots_per_inch=50.0).px(Role.HINT) == 17, "never below the drawn size"


@pytest.mark.parametrize(
    ("size", "percent", "scale"),
    [
        ((1280, 800), 100, 1.0),
        ((1280, 800), 125, 1.25),
        ((1280, 800), 200, 1280 / 960),
        ((1920, 1080), 100, 1.35),
        ((1920, 1080), 125, 1.6875),
        ((1920, 1080), 200, 2.0),
        ((3840, 2160), 150, 4.0),
        ((1024, 680), 200, 1024 / 960),
    ],
)
def test_percent_grows_as_far_as_there_is_room(size: tuple[int, int], percent: int, scale: float) -> None:
    """What is asked for is given until the layout would no longer hold, and never less than the drawn size."""
    assert Grid(*size, percent=percent).scale == pytest.approx(scale)


def test_who_sits_keeps_room_for_tables() -> None:
    """Screens one sits at end sooner: they hold in no fewer units."""
    assert Grid(1920, 1080, percent=200, seated=True).scale == Grid(1920, 1080, percent=200, desk=True).scale == 1.8


def test_bands_of_a_low_window_give_way_together() -> None:
    """They keep their proportions, and more than half of the window is left for the work and the note."""
    grid = Grid(1920, 1080, percent=200)
    assert grid.low
    assert grid.narrow
    assert grid.banner / grid.commands == pytest.approx(172 / 104, rel=0.02)
    assert grid.height - grid.banner - grid.order - grid.commands - grid.devices > grid.height * 0.45


def test_scale_steps_down() -> None:
    """The roles are in the order along which a text that does not fit gets smaller."""
    for grid in (Grid(1280, 800), Grid(1920, 1080), Grid(3840, 2160)):
        sizes = [grid.px(role) for role in ROLES]
        assert sizes == sorted(sizes, reverse=True)
