"""What a service takes and bills: limits, steps, sizes of labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.packing.terms import Billing, Breach, Limits, Measure, Media, billed_mg, breach, media_allowed, price_fen

KILO = Billing(first_mg=1_000_000, step_mg=1_000_000, first_price_fen=350, step_price_fen=120)
LIMITS = Limits(weight_mg=2_000_000, side_mm=600, sum_mm=900, girth_mm=1_200)
WEIGHTS = st.integers(min_value=0, max_value=100_000_000)
STEPS = st.builds(
    Billing,
    first_mg=st.integers(min_value=1, max_value=5_000_000),
    step_mg=st.integers(min_value=1, max_value=5_000_000),
)


@pytest.mark.parametrize(
    ("grams", "billed", "fen"),
    [(0, 1000, 350), (1000, 1000, 350), (1001, 2000, 470), (2000, 2000, 470), (2360, 3000, 590)],
)
def test_worked_weights(grams: int, billed: int, fen: int) -> None:
    """First weight, then whole steps; a gram over begins the next one."""
    assert billed_mg(grams * 1000, KILO) == billed * 1000
    assert price_fen(grams * 1000, KILO) == fen


def test_a_price_that_is_not_given() -> None:
    """Without both prices nothing is said of money."""
    assert price_fen(1000, Billing(first_mg=1, step_mg=1, first_price_fen=100)) is None


@given(weight_mg=WEIGHTS, billing=STEPS)
def test_what_is_billed_is_never_less_and_within_a_step(weight_mg: int, billing: Billing) -> None:
    """The billed weight covers the parcel, is the first weight and whole steps, and no step too many."""
    billed = billed_mg(weight_mg, billing)
    assert billed >= max(weight_mg, billing.first_mg)
    assert (billed - billing.first_mg) % billing.step_mg == 0
    assert billed == billing.first_mg or billed - billing.step_mg < weight_mg


@given(weight_mg=WEIGHTS, more_mg=WEIGHTS, billing=STEPS)
def test_a_heavier_parcel_never_bills_less(weight_mg: int, more_mg: int, billing: Billing) -> None:
    """Billing rises with the weight."""
    assert billed_mg(weight_mg, billing) <= billed_mg(weight_mg + more_mg, billing)


@pytest.mark.parametrize(
    ("weight_mg", "sides_mm", "over"),
    [
        (2_000_000, (600, 200, 100), None),
        (2_000_001, None, Breach(measure=Measure.WEIGHT, found=2_000_001, limit=2_000_000)),
        (None, (100, 601, 100), Breach(measure=Measure.SIDE, found=601, limit=600)),
        (None, (500, 300, 101), Breach(measure=Measure.SUM, found=901, limit=900)),
        (None, (400, 250, 200), Breach(measure=Measure.GIRTH, found=1_300, limit=1_200)),
        (None, None, None),
    ],
)
def test_limits(weight_mg: int | None, sides_mm: tuple[int, int, int] | None, over: Breach | None) -> None:
    """At the limit is within it; what is not known of a parcel breaks none."""
    assert breach(LIMITS, weight_mg=weight_mg, sides_mm=sides_mm) == over


def test_limits_that_are_not_known_refuse_nothing() -> None:
    """A service without figures takes everything."""
    assert breach(Limits(), weight_mg=10**9, sides_mm=(9_999, 9_999, 9_999)) is None


def test_label_sizes() -> None:
    """A millimetre off is the same paper; two are not; no size named means any."""
    media = (Media(width_mm=100, height_mm=150),)
    assert media_allowed(media, width_dmm=1010, height_dmm=1490)
    assert not media_allowed(media, width_dmm=1020, height_dmm=1500)
    assert not media_allowed(media, width_dmm=1500, height_dmm=1000)
    assert media_allowed((), width_dmm=760, height_dmm=1300)
