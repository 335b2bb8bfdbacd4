from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.events import Explanation, ParcelWeighed, WeightRefused
from station.packing.inputs import Command, Reading, ScaleFault
from station.packing.model import LineKind, OrderLine, OrderNo, Sku
from station.packing.reasons import Reason
from station.packing.weighing import limits_mg
from station.packing.weight import allowed_mg, expected_mg, explain
from tests.packing.playbook import CARD, MUG, ORDER, RIGHT_MG, RULES, Playbook


def _refused(bench: Playbook) -> WeightRefused:
    event = bench.last("WeightRefused")
    assert isinstance(event, WeightRefused)
    return event


def test_the_right_weight_prints_by_itself() -> None:
    """The last condition asks the book at once, with no click."""
    bench = Playbook().packed()
    assert bench.did == ["AskWeight"]
    assert bench.weighs(RIGHT_MG) == ["ParcelWeighed", "HoldsAsked"]
    weighed = bench.events[0]
    assert isinstance(weighed, ParcelWeighed)
    assert (weighed.low_mg, weighed.high_mg) == (437_000, 483_000)
    assert bench.did == ["AskHolds"]


@pytest.mark.parametrize("weight_mg", [437_000, 483_000])
def test_the_limits_themselves_are_inside(weight_mg: int) -> None:
    """A weight exactly at either limit is taken."""
    assert Playbook().packed().weighs(weight_mg)[0] == "ParcelWeighed"


@pytest.mark.parametrize(
    ("weight_mg", "reason", "explanation"),
    [
        (RIGHT_MG - 182_000, Reason.WEIGHT_LOW, Explanation(line=0, sku=Sku("MUG"), units=1, weight_mg=-182_000)),
        (RIGHT_MG + 96_000, Reason.WEIGHT_HIGH, Explanation(line=1, sku=Sku("CARD"), units=1, weight_mg=96_000)),
        (436_999, Reason.WEIGHT_LOW, None),
        (483_001, Reason.WEIGHT_HIGH, None),
    ],
)
def test_a_weight_outside_is_refused_and_explained(
    weight_mg: int, reason: Reason, explanation: Explanation | None
) -> None:
    """A milligram beyond the limit blocks the label, and the line that would explain the difference is named."""
    bench = Playbook().packed()
    assert bench.weighs(weight_mg) == ["WeightRefused"]
    refused = _refused(bench)
    assert refused.reason is reason
    assert refused.explanations[:1] == ((explanation,) if explanation else ())
    assert bench.job.stop is None
    assert bench.weighs(RIGHT_MG) == ["ParcelWeighed", "HoldsAsked"]


def test_a_second_look_at_the_weight_takes_the_first_back() -> None:
    """A box that turns out too light while the book is asked gets no label when the answer comes."""
    bench = Playbook().weighed()
    bench.weighs(100_000)
    assert bench.hears_holds() == ["NothingToDo"]
    assert bench.weighs(RIGHT_MG) == ["ParcelWeighed", "HoldsAsked"]


def test_an_unsteady_weight_decides_nothing() -> None:
    """Only a stable reading is taken; an emptied pan ends the word about it."""
    bench = Playbook().packed()
    bench.weighs(RIGHT_MG, stable=False)
    assert _refused(bench).reason is Reason.WEIGHT_UNSTABLE
    bench.weighs(0)
    assert bench.job.attention is None


def test_a_scale_in_motion_without_a_number() -> None:
    """A scale that says no weight until it rests is unsteady, not at fault."""
    bench = Playbook().packed()
    bench.says(Reading(weight_mg=None, stable=False, device="scale"))
    assert _refused(bench).reason is Reason.WEIGHT_UNSTABLE
    assert bench.weighs(RIGHT_MG) == ["ParcelWeighed", "HoldsAsked"]


@pytest.mark.parametrize("fault", list(ScaleFault))
def test_a_scale_that_cannot_weigh_says_why(fault: ScaleFault) -> None:
    """Overload, underload, a defect or a wrong unit block the label while a weight is needed, and only then."""
    bench = Playbook()
    reading = Reading(weight_mg=None, stable=False, device="scale", fault=fault)
    assert bench.says(reading) == ["NothingToDo"]
    bench.packed()
    assert bench.says(reading) == ["WeightRefused"]
    assert (_refused(bench).reason, _refused(bench).fault) == (Reason.SCALE_FAULT, fault)


def test_a_reading_without_a_weight_is_a_fault() -> None:
    """No number is no weight, even where no fault is named."""
    bench = Playbook().packed()
    bench.says(Reading(weight_mg=None, stable=True, device="scale"))
    assert _refused(bench).reason is Reason.SCALE_FAULT


def test_the_last_parcels_weight_is_not_this_ones() -> None:
    """Until the pan was seen empty, a weight may be that of the parcel before (stale), judged or not."""
    bench = Playbook().sealed()
    second = replace(ORDER, number=OrderNo("SO-2"))
    bench.packed(second)
    assert bench.weighs(RIGHT_MG) == ["WeightRefused"]
    assert _refused(bench).reason is Reason.WEIGHT_STALE
    assert bench.weighs(0) == ["PanCleared"]
    assert bench.job.attention is None
    assert bench.weighs(RIGHT_MG)[0] == "ParcelWeighed"


def test_a_weight_that_was_refused_owns_the_pan_too() -> None:
    """A parcel put aside after a wrong weight leaves its box on the pan, and the next one is told to clear it."""
    bench = Playbook().packed()
    bench.weighs(300_000)
    bench.presses(Command.HOLD)
    bench.packed(replace(ORDER, number=OrderNo("SO-2")))
    bench.weighs(RIGHT_MG)
    assert _refused(bench).reason is Reason.WEIGHT_STALE


def test_a_reading_at_another_stage_is_only_seen() -> None:
    """A weight before the count is complete, or after the label, decides nothing."""
    bench = Playbook()
    bench.opens()
    assert bench.weighs(RIGHT_MG) == ["WeightSeen"]
    assert Playbook().printed().weighs(RIGHT_MG) == ["WeightSeen"]
    assert bench.weighs(0) == ["PanCleared"]


def test_an_unknown_unit_weight_judges_nothing() -> None:
    """Where a unit's weight is not known any stable weight is recorded, without limits."""
    bench = Playbook().packed(replace(ORDER, lines=(replace(MUG, weight_mg=None), CARD)))
    assert bench.weighs(900_000)[0] == "ParcelWeighed"
    weighed = bench.events[0]
    assert isinstance(weighed, ParcelWeighed)
    assert (weighed.low_mg, weighed.high_mg) == (None, None)
    stale = Playbook().packed(replace(ORDER, lines=(replace(MUG, weight_mg=None), CARD)))
    stale.weighs(900_000, stable=False)
    assert _refused(stale).low_mg is None


def test_a_bench_without_a_scale_asks_the_book_when_all_is_in() -> None:
    """With weighing switched off the last unit is the last condition, and readings are only seen."""
    bench = Playbook(replace(RULES, weigh=False))
    bench.opens()
    bench.scans("MUG")
    bench.scans("MUG")
    assert bench.scans("CARD") == ["ItemPacked", "HoldsAsked"]
    assert bench.weighs(1_000_000) == ["WeightSeen"]


def test_a_parcel_lighter_than_an_empty_pan_may_show_can_be_weighed() -> None:
    """A letter of four grams is a weight, and two grams on the pan are still an empty one."""
    letter = replace(ORDER, lines=(replace(CARD, weight_mg=4_000),))
    bench = Playbook().packed(letter)
    assert bench.weighs(2_000) == ["PanCleared"]
    assert bench.weighs(3_900) == ["ParcelWeighed", "HoldsAsked"]


def test_what_is_in_the_box_gives_the_expected_weight() -> None:
    """Packed units and packaging count, virtual lines and units not packed do not."""
    virtual = OrderLine(sku=Sku("V"), quantity=1, kind=LineKind.VIRTUAL)
    unknown = OrderLine(sku=Sku("U"), quantity=1)
    assert expected_mg((MUG, CARD, virtual, unknown), (1, 0, 1, 0), 50_000) == 232_000
    assert expected_mg((MUG, unknown), (0, 1), 0) is None


def test_the_wider_tolerance_counts_and_no_limit_is_below_zero() -> None:
    """Ten grams or five per cent, whichever is more."""
    assert allowed_mg(4_000, RULES) == (0, 14_000)
    assert allowed_mg(1_000_000, RULES) == (950_000, 1_050_000)


def test_at_most_three_explanations_nearest_first() -> None:
    """Only units that were counted in can be missing, and a line without a weight explains nothing."""
    lines = tuple(OrderLine(sku=Sku(f"L{i}"), quantity=3, weight_mg=100_000 + i * 1_000) for i in range(5))
    unweighed = OrderLine(sku=Sku("U"), quantity=1)
    virtual = OrderLine(sku=Sku("V"), quantity=1, weight_mg=1, kind=LineKind.VIRTUAL)
    found = explain(202_000, (*lines, unweighed, virtual), (1, 1, 1, 1, 1, 1, 0), within_mg=9_000)
    assert [(one.sku, one.units, one.weight_mg) for one in found] == [
        ("L1", 2, 202_000), ("L0", 2, 200_000), ("L2", 2, 204_000),
    ]  # fmt: skip
    assert explain(-202_000, lines, (1, 1, 1, 1, 0), within_mg=9_000) == ()
    assert explain(-101_000, lines, (0, 0, 0, 1, 0), within_mg=9_000)[0].sku == "L3"


def test_no_order_has_no_limits() -> None:
    """An idle bench expects no weight."""
    assert limits_mg(Playbook().job, RULES) is None


@pytest.mark.parametrize("weight_mg", [-500_000, -5_001])
def test_less_than_nothing_is_no_parcel(weight_mg: int) -> None:
    """A scale tared with a box on it reads below zero; not even a parcel of unknown weight takes that."""
    line = OrderLine(sku=Sku("NEW"), quantity=1)
    bench = Playbook().packed(replace(ORDER, lines=(line,)))
    assert bench.weighs(weight_mg) == ["WeightRefused"]
    assert (_refused(bench).reason, _refused(bench).fault) == (Reason.SCALE_FAULT, ScaleFault.UNDERLOAD)
    assert bench.weighs(300_000) == ["ParcelWeighed", "HoldsAsked"]
