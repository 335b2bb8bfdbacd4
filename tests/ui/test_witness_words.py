from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.inputs import Command
from station.packing.model import OrderLine, OrderNo, Sku
from station.packing.rules import Watch
from station.ui.present import present
from station.ui.screen import Screen, Stage, Verdict, WitnessState
from tests.packing.playbook import CARD, EAN, MUG, ORDER, RULES, Playbook

BOX = 120_000
RULES_HERE = replace(RULES, watch=Watch.STOP, scale_step_mg=1_000, tolerance_mg=1_000_000, grace_ms=0)
THREE = replace(ORDER, lines=(replace(MUG, quantity=2, variant="330 ml"), CARD))


def _seen(bench: Playbook) -> Screen:
    return present(bench.job, bench.events, bench.rules)


@pytest.fixture
def bench() -> Playbook:
    """A box on the scale, and an order to be packed into it."""
    bench = Playbook(RULES_HERE)
    bench.opens(THREE)
    bench.weighs(BOX)
    return bench


def test_what_the_scale_awaits(bench: Playbook) -> None:
    """After a scan the row says how many grams should come, and the verdict is the scan's own."""
    bench.scans(EAN)
    screen = _seen(bench)
    assert screen.verdict is Verdict.OK
    assert screen.headline.en == "Correct: Mug 330 ml"
    assert screen.witness is not None
    assert (screen.witness.state, screen.witness.words.en) == (WitnessState.AWAITS, "The scale awaits +182 g")
    assert (screen.witness.weight_mg, screen.witness.expected_mg) == (BOX, BOX + 182_000)


def test_that_it_agrees(bench: Playbook) -> None:
    """The change that was awaited is told in the headline and in the row."""
    bench.scans(EAN)
    bench.weighs(BOX + 181_000)
    screen = _seen(bench)
    assert screen.headline.zh == "秤看到 +181 克，一致"
    assert screen.witness is not None
    assert screen.witness.state is WitnessState.AGREES


def test_something_not_scanned_yet(bench: Playbook) -> None:
    """Put in before its scan is no trouble: the row says how much is not scanned yet."""
    bench.weighs(BOX + 182_000)
    screen = _seen(bench)
    assert screen.witness is not None
    assert screen.witness.words.en == "+182 g not scanned yet"


def test_the_missing_unit_is_named(bench: Playbook) -> None:
    """The word at the end names goods and number, and asks with yes and no."""
    bench.scans(EAN)
    bench.weighs(BOX + 182_000)
    bench.scans(EAN)
    bench.scans("CARD")
    bench.weighs(BOX + 278_000)
    screen = _seen(bench)
    assert (screen.stage, screen.verdict, screen.reason) == (Stage.PROMPTING, Verdict.ATTENTION, "item_not_added")
    assert screen.headline.zh == "扫了但没有放入"
    assert screen.detail.zh == "放进箱：Mug 330 ml × 1"
    assert screen.prompt is not None


def test_a_no_leaves_the_scale_in_sight(bench: Playbook) -> None:
    """After NO the weight is what the screen shows, not a label that will not come."""
    bench.scans(EAN)
    bench.weighs(BOX + 182_000)
    bench.scans(EAN)
    bench.scans("CARD")
    bench.weighs(BOX + 278_000)
    bench.answers("in_the_box", "no")
    assert _seen(bench).stage is Stage.WEIGHING


def test_off_the_scale_is_said_once() -> None:
    """A bench that weighs at the end is told so at its first parcel, and never again."""
    bench = Playbook(RULES_HERE)
    said = []
    for number in ("SO-1", "SO-2"):
        bench.opens(replace(ORDER, number=OrderNo(number)))
        bench.packs_all()
        said.append(_seen(bench).detail.en)
        bench.presses(Command.HOLD)
    told = "Items were not weighed one by one: pack the next box on the scale"
    assert said == [told, "All 3 units are in"]


def test_too_light_is_a_quiet_word() -> None:
    """Nothing is refused, and the row says why the scale counts only."""
    sticker = OrderLine(sku=Sku("STICKER"), quantity=6, name="Sticker", weight_mg=2_000)
    bench = Playbook(RULES_HERE)
    bench.opens(replace(ORDER, lines=(sticker, CARD)))
    bench.weighs(BOX)
    for _ in range(3):
        bench.scans("STICKER")
    bench.weighs(BOX + 6_000)
    screen = _seen(bench)
    assert screen.reason is None
    assert screen.witness is not None
    assert (screen.witness.state, screen.witness.words.en) == (
        WitnessState.QUIET,
        "Too light for this scale: it is only counted",
    )


def test_nothing_is_said_where_it_is_off() -> None:
    """Switched off, there is no row."""
    bench = Playbook(replace(RULES_HERE, watch=Watch.OFF))
    bench.opens(THREE)
    bench.weighs(BOX)
    bench.scans(EAN)
    assert _seen(bench).witness is None
