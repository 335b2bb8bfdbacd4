from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.events import LabelUnknown
from station.packing.inputs import Command, HoldsReply, PrintState
from station.packing.job import LabelState
from tests.packing.playbook import NUMBER, RIGHT_MG, RULES, Playbook


def test_a_restart_in_the_middle_of_packing_goes_on() -> None:
    """Units in the box stay counted; who packs must sign in again."""
    bench = Playbook()
    bench.shows_badge("7")
    bench.opens()
    bench.scans("MUG")
    assert bench.restarts() == ["BenchStarted"]
    assert (bench.job.packed, bench.job.packer) == ((1, 0), "")
    bench.packs_all()
    assert bench.weighs(RIGHT_MG)[0] == "ParcelWeighed"


def test_a_restart_forgets_the_question_to_the_book() -> None:
    """An order asked for before the cut is scanned again; its late answer opens nothing."""
    bench = Playbook()
    bench.scans(NUMBER)
    bench.restarts()
    assert bench.job.asked is None
    assert bench.scans(NUMBER) == ["OrderAsked"]


def test_a_restart_with_a_complete_box_reads_the_scale() -> None:
    """The box that lies on the pan is weighed without being lifted."""
    bench = Playbook().packed()
    bench.restarts()
    assert bench.did == ["AskWeight"]


def test_a_restart_after_the_weight_asks_the_book_again() -> None:
    """The question that was under way is asked anew, also on a bench without a scale."""
    bench = Playbook().weighed()
    assert bench.restarts() == ["BenchStarted", "HoldsAsked"]
    assert bench.did == ["AskHolds"]
    unweighed = Playbook(replace(RULES, weigh=False)).packed()
    assert unweighed.restarts() == ["BenchStarted", "HoldsAsked"]


def test_a_restart_asks_anew_what_was_held() -> None:
    """A label that waited for the book or its printer does not wait for ever after a cut."""
    bench = Playbook()
    bench.wait_ms(901_000)
    bench.weighed()
    bench.hears_holds(HoldsReply(order=NUMBER, reached=False))
    assert bench.restarts() == ["BenchStarted", "HoldsAsked"]


def test_a_restart_before_the_request_draws_the_label_again() -> None:
    """Nothing can be on paper yet, so the allowed label is drawn."""
    bench = Playbook().allowed()
    assert bench.restarts() == ["BenchStarted"]
    assert bench.did == ["DrawLabel"]
    assert bench.drew_label() == ["LabelRequested"]


@pytest.mark.parametrize("stage", ["requested", "sent"])
def test_a_restart_with_bytes_under_way_asks_and_never_resends(stage: str) -> None:
    """Nobody knows whether the label came out, so nothing is sent again before somebody has looked."""
    bench = Playbook()
    bench = bench.requested() if stage == "requested" else bench.sent()
    assert bench.restarts() == ["BenchStarted", "LabelUnknown"]
    unknown = bench.last("LabelUnknown")
    assert isinstance(unknown, LabelUnknown)
    assert unknown.cause == "restart"
    assert bench.did == []
    assert bench.presses(Command.NO)[-1] == "LabelAllowed"


@pytest.mark.parametrize("stage", ["printed", "unknown", "sealed"])
def test_a_restart_with_the_label_known_changes_nothing(stage: str) -> None:
    """A printed label is still to be scanned, an open question is still open, a sealed parcel stays sealed."""
    bench = {"printed": Playbook.printed, "unknown": Playbook.unknown, "sealed": Playbook.sealed}[stage](Playbook())
    before = bench.job
    assert bench.restarts() == ["BenchStarted"]
    assert bench.job == replace(before, last_scan=None, pan=bench.job.pan)  # what lies on the pan has to be read anew
    assert bench.did == []


def test_a_restart_swallows_no_unit() -> None:
    """The monotonic clock begins anew with the machine, and the first scan after it is no doubled read."""
    bench = Playbook()
    bench.opens()
    bench.scans("MUG", guard_ms=1_500)
    bench.restarts()
    bench.now = replace(bench.now, mono_us=0)
    assert bench.scans("MUG", guard_ms=1_500) == ["ItemPacked"]


def test_a_restart_keeps_a_stop() -> None:
    """A locked bench is locked after the cut too, and a label under way is asked about beneath the lock."""
    bench = Playbook().requested()
    bench.scans("YT999")
    assert bench.restarts() == ["BenchStarted", "LabelUnknown"]
    assert bench.job.stop is not None
    bench.presses(Command.CLEAR)
    assert bench.printer_says(PrintState.PRINTED) == ["LabelPrinted"]
    assert bench.job.label is not None
    assert bench.job.label.state is LabelState.PRINTED
