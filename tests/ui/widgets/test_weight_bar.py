"""The numbers of the weight bar."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from station.ui.widgets.weight_bar import BarView, gap_mg, signed_grams, tick_step_mg, window_mg

LIGHT_BY_182_G = BarView(weight_mg=1_284_000, low_mg=1_430_000, high_mg=1_502_000)


def test_gap_is_to_the_middle() -> None:
    """Outside the band the gap is the signed way to its middle; inside there is none."""
    assert gap_mg(LIGHT_BY_182_G) == -182_000
    assert gap_mg(BarView(weight_mg=1_440_000, low_mg=1_430_000, high_mg=1_502_000)) == 0
    assert signed_grams(-182_000) == "−182 g"


@given(low=st.integers(0, 30_000_000), spread=st.integers(0, 2_000_000), weight=st.integers(-5000, 60_000_000))
def test_window_holds_everything(low: int, spread: int, weight: int) -> None:
    """Whatever is on the pan, band and needle are inside the window, with few ticks."""
    view = BarView(weight_mg=weight, low_mg=low, high_mg=low + spread)
    left, right = window_mg(view)
    assert left <= max(0, low) <= low + spread <= right
    assert right >= weight
    assert (right - left) / tick_step_mg(left, right) <= 8
