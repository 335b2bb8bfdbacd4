"""Sizes of letters and bands."""

from __future__ import annotations

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


def test_scale_steps_down() -> None:
    """The roles are in the order along which a text that does not fit gets smaller."""
    for grid in (Grid(1280, 800), Grid(1920, 1080), Grid(3840, 2160)):
        sizes = [grid.px(role) for role in ROLES]
        assert sizes == sorted(sizes, reverse=True)
