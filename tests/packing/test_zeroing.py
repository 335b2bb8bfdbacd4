"""ZERO: the empty scale is zeroed, where the bench can; else it says why not, and what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.effects import ZeroScale
from station.packing.events import NothingToDo, ZeroAsked
from station.packing.inputs import Command, DeviceKind, LinkReport
from station.packing.zeroing import DRIFT_MG_MAX
from station.ui.moments import moment
from station.ui.screen import Stage, Verdict
from tests.packing.playbook import RULES, Playbook

ZEROING = replace(RULES, zeroes=True)


def _why(bench: Playbook) -> str:
    assert bench.presses(Command.ZERO) == ["NothingToDo"]
    assert bench.effects == ()
    said = bench.last("NothingToDo")
    assert isinstance(said, NothingToDo)
    return said.what


@pytest.mark.parametrize("shown_mg", [None, 0, 8_000, -12_000, DRIFT_MG_MAX])
def test_an_empty_scale_is_zeroed(shown_mg: int | None) -> None:
    """What an empty pan shows is recorded with the wish, and the scale is told."""
    bench = Playbook(ZEROING)
    if shown_mg is not None:
        bench.weighs(shown_mg)
    assert bench.presses(Command.ZERO) == ["ZeroAsked"]
    assert bench.effects == (ZeroScale(),)
    asked = bench.last("ZeroAsked")
    assert isinstance(asked, ZeroAsked)
    assert asked.weight_mg == shown_mg
    assert moment(bench.job, bench.events, Stage.IDLE).headline.en == "The scale is zeroing"


def test_goods_are_never_zeroed_away() -> None:
    """With more on the pan than dirt and drift the scale keeps its zero; taken off, it is zeroed."""
    bench = Playbook(ZEROING)
    bench.weighs(DRIFT_MG_MAX + 1)
    assert _why(bench) == "zero_not_empty"
    said = moment(bench.job, bench.events, Stage.IDLE)
    assert (said.verdict, said.detail.en) == (Verdict.ATTENTION, "Take it off, then scan ZERO again")
    bench.weighs(9_000)
    assert bench.presses(Command.ZERO) == ["ZeroAsked"]


def test_a_pan_that_blocks_the_next_parcel_can_be_zeroed() -> None:
    """An order is open and complete, and the empty pan shows too much to begin: the way out is ZERO."""
    bench = Playbook(ZEROING).packed()
    bench.weighs(9_000)
    assert bench.presses(Command.ZERO) == ["ZeroAsked"]


def test_a_scale_that_is_gone() -> None:
    """While the scale is not heard nothing is recorded as zeroed; once it is back, it is."""
    bench = Playbook(ZEROING)
    gone = LinkReport(device="scale", kind=DeviceKind.SCALE, up=False, word="lost")
    bench.says(gone)
    assert _why(bench) == "zero_no_scale"
    bench.says(replace(gone, up=True, word="ready"))
    assert bench.presses(Command.ZERO) == ["ZeroAsked"]


def test_a_scale_without_the_command() -> None:
    """Where its protocol has none, the packer is sent to the scale's own key."""
    bench = Playbook()
    assert _why(bench) == "zero_by_its_key"
    assert moment(bench.job, bench.events, Stage.IDLE).detail.en == "Press the zero key on the scale itself"


def test_a_box_that_is_packed_on_the_scale() -> None:
    """Its account stands on the scale's zero, which stays until the next parcel."""
    bench = Playbook(ZEROING)
    bench.job = replace(bench.job, pan=replace(bench.job.pan, weight_mg=20_000, settled_mg=20_000))
    assert _why(bench) == "zero_not_empty"
