"""Another number in place of one whose label may be on a wrong box: a supervisor's act, and never two live numbers."""

from __future__ import annotations

from dataclasses import replace

from station.packing.effects import AskHolds
from station.packing.events import LabelAllowed
from station.packing.inputs import Command, HoldsReply, Known, KnownAs, PrintState
from station.packing.labelling import COPIES_MAX
from station.packing.model import ServiceId, Waybill
from station.packing.print_events import WaybillVoided
from station.packing.prompts import NEW_NUMBER
from station.packing.reasons import Reason
from tests.packing.playbook import NUMBER, WAYBILL, Playbook

ANOTHER = Waybill("YT9")
REPLY = HoldsReply(order=NUMBER, reached=True, revision=1, fence=1, waybill=ANOTHER, service=ServiceId("yto"))


def _asked() -> Playbook:
    bench = Playbook().printed()
    assert bench.presses(Command.REPRINT, reason="wrong_box") == ["PromptOpened"]
    assert [prompt.id for prompt in bench.job.prompts] == [NEW_NUMBER]
    return bench


def _voided() -> Playbook:
    bench = _asked()
    assert bench.shows_badge("9") == ["PromptAnswered", "LabelVoided", "WaybillVoided", "HoldsAsked"]
    return bench


def test_a_new_number_needs_a_supervisor() -> None:
    """A packer's badge is refused; a supervisor's voids the number, and the book is asked for another one."""
    bench = _asked()
    assert bench.shows_badge("7") == ["ScanRefused"]
    assert bench.why() is Reason.NOT_ALLOWED
    bench.presses(Command.CLEAR)
    bench.shows_badge("9")
    assert bench.last("WaybillVoided") == WaybillVoided(waybill=WAYBILL, why="wrong_box", by="p-9")
    asks = [effect for effect in bench.effects if isinstance(effect, AskHolds)]
    assert [(ask.needs_waybill, ask.void) for ask in asks] == [(True, WAYBILL)]


def test_the_new_label_is_no_copy() -> None:
    """It has its own number, prints by itself, and ends the parcel; the old one on a box stops the bench."""
    bench = _voided()
    assert bench.says(REPLY) == ["WaybillIssued", "LabelAllowed"]
    allowed = bench.last("LabelAllowed")
    assert isinstance(allowed, LabelAllowed)
    assert (allowed.waybill, allowed.copy, allowed.why) == (ANOTHER, 1, "")
    bench.drew_label()
    bench.printer_says(PrintState.PRINTED)
    assert bench.scans(WAYBILL) == ["ScanRefused"]
    assert bench.why() is Reason.WRONG_LABEL
    bench.presses(Command.CLEAR)
    assert bench.scans(ANOTHER) == ["LabelConfirmed", "ParcelSealed"]


def test_the_void_number_never_comes_back() -> None:
    """A book that has not heard of it yet, or is away, gives no label; the old label does not open the way either."""
    bench = _voided()
    assert bench.says(replace(REPLY, waybill=WAYBILL)) == ["LabelHeld"]
    assert bench.why() is Reason.NO_WAYBILL
    assert bench.presses(Command.RETRY) == ["HoldsAsked"]
    assert bench.says(replace(REPLY, reached=False, waybill=None)) == ["LabelHeld"]
    assert bench.scans(WAYBILL, known=Known(kind=KnownAs.WAYBILL)) == ["ScanRefused"]
    assert bench.why() is Reason.WRONG_LABEL
    bench.presses(Command.CLEAR)
    assert bench.says(REPLY)[-1] == "LabelAllowed"


def test_a_signed_in_supervisor_needs_no_badge() -> None:
    """Who signed in as supervisor has shown it already; the answer by code does it."""
    bench = Playbook().printed()
    bench.shows_badge("9")
    bench.presses(Command.REPRINT)
    answered = bench.presses(Command.CHOICE, argument="WRONG-BOX")
    assert answered == ["PromptAnswered", "LabelVoided", "WaybillVoided", "HoldsAsked"]


def test_a_supervisor_may_be_called_off() -> None:
    """NO at the question leaves the number as it is."""
    bench = _asked()
    assert bench.presses(Command.NO) == ["PromptAnswered"]
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "ParcelSealed"]


def test_a_label_nobody_knows_of_may_get_another_number() -> None:
    """Also while it is asked whether it came out; the question ends with the number."""
    bench = Playbook().unknown()
    bench.presses(Command.REPRINT, reason="wrong_box")
    assert bench.shows_badge("9")[-1] == "HoldsAsked"
    assert bench.job.prompts == ()


def test_before_there_is_paper_there_is_nothing_to_void() -> None:
    """A label that is not on paper is on no wrong box."""
    for bench in (Playbook().weighed(), Playbook().allowed(), Playbook().requested()):
        assert bench.presses(Command.REPRINT, reason="wrong_box") == ["NothingToDo"]


def test_another_number_when_the_copies_are_used_up() -> None:
    """Nine copies of one number are enough; the supervisor may begin with another."""
    bench = Playbook().printed()
    bench.shows_badge("9")
    for _ in range(COPIES_MAX - 1):
        bench.presses(Command.REPRINT, reason="torn")
        bench.drew_label()
        bench.printer_says(PrintState.PRINTED)
    assert bench.presses(Command.REPRINT, reason="torn") == ["ScanRefused"]
    bench.presses(Command.CLEAR)
    assert bench.presses(Command.REPRINT, reason="wrong_box")[-1] == "HoldsAsked"


def test_a_restart_asks_for_the_number_again() -> None:
    """The old number stays void, and the book is asked with it."""
    bench = _voided()
    assert bench.restarts() == ["BenchStarted", "HoldsAsked"]
    asks = [effect for effect in bench.effects if isinstance(effect, AskHolds)]
    assert [ask.void for ask in asks] == [WAYBILL]


def test_answers_about_a_label_that_is_gone_do_nothing() -> None:
    """A reason given late, for a label that was replaced meanwhile, replaces no second one."""
    bench = Playbook().printed()
    bench.presses(Command.REPRINT)
    bench.presses(Command.REPRINT, reason="torn")
    assert bench.answers("reprint_why", "damaged") == ["NothingToDo"]
