"""A label that waits for its printer: another printer by the packer's choice, or put aside; never two live labels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.events import (
    LabelAllowed,
    LabelRequested,
    LabelUnknown,
    LabelVoided,
    OrderParked,
    PromptOpened,
)
from station.packing.inputs import Command, DeviceKind, LabelRecalled, LinkReport, OrderAlarm, PrintState
from station.packing.job import LabelState
from station.packing.model import JobId
from station.packing.print_events import PrinterChosen
from station.packing.prompts import WAIT
from station.packing.reasons import Reason
from tests.packing.playbook import NUMBER, RULES, WAYBILL, Playbook

TWO = replace(RULES, printers=("spare",))
"""The usual printer, "printer", is out of order; the other one is ready."""


def _report(device: str, word: str, *, up: bool = True) -> LinkReport:
    return LinkReport(device=device, kind=DeviceKind.PRINTER, up=up, word=word)


def _stuck() -> Playbook:
    """The label waits for paper, and another printer is ready."""
    bench = Playbook(TWO).requested()
    assert bench.printer_says(PrintState.NOT_READY, "paper_out") == ["PromptOpened", "LabelHeld"]
    return bench


def _moved() -> Playbook:
    """The packer chose the spare and the label was taken back whole."""
    bench = _stuck()
    assert bench.presses(Command.CHOICE, argument="SPARE") == ["PromptAnswered", "PrinterChosen"]
    assert bench.did == ["RecallLabel"]
    assert bench.took_back() == ["LabelVoided", "HoldsAsked"]
    return bench


def _prompts(bench: Playbook) -> list[tuple[str, ...]]:
    return [prompt.choices for prompt in bench.job.prompts]


def _allowed(bench: Playbook) -> LabelAllowed:
    event = bench.last("LabelAllowed")
    assert isinstance(event, LabelAllowed)
    return event


def test_a_printer_that_is_not_ready_offers_the_others() -> None:
    """The question names the ready ones and waiting; it answers itself never."""
    bench = _stuck()
    assert _prompts(bench) == [("spare", WAIT)]
    assert bench.why() is Reason.PRINTER_NOT_READY
    assert bench.job.label is not None
    assert bench.job.label.state is LabelState.REQUESTED


def test_without_another_printer_nothing_is_asked() -> None:
    """One printer, or none that is ready: the label waits as ever."""
    for printers in ((), ("printer",)):
        bench = Playbook(replace(RULES, printers=printers)).requested()
        assert bench.printer_says(PrintState.NOT_READY, "paper_out") == ["LabelHeld"]


def test_the_other_printer_gets_the_same_number_and_no_copy_mark() -> None:
    """Not a byte had left: the request is void, the holds are asked once more, the label is drawn for the spare."""
    bench = _moved()
    assert bench.hears_holds() == ["LabelAllowed"]
    allowed = _allowed(bench)
    assert (allowed.printer, allowed.waybill, allowed.copy, allowed.why) == ("spare", WAYBILL, 1, "")
    assert bench.did == ["DrawLabel"]
    assert bench.drew_label() == ["LabelRequested"]
    requested = bench.last("LabelRequested")
    assert isinstance(requested, LabelRequested)
    assert requested.printer == "spare"
    bench.printer_says(PrintState.SENT)
    bench.printer_says(PrintState.PRINTED)
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "ParcelSealed"]


def test_bytes_that_may_have_left_are_asked_about_first() -> None:
    """Too late to be taken back: did it come out? Only a NO prints on the other printer, marked."""
    bench = _stuck()
    bench.answers(bench.job.prompts[0].id, "spare")
    assert bench.took_back(whole=False) == ["LabelUnknown"]
    unknown = bench.last("LabelUnknown")
    assert isinstance(unknown, LabelUnknown)
    assert unknown.prompt.en == "Did the label come out of printer?"
    assert bench.presses(Command.NO) == ["PromptAnswered", "LabelVoided", "LabelAllowed"]
    assert (_allowed(bench).printer, _allowed(bench).copy) == ("spare", 2)


def test_a_late_label_that_did_come_out_is_stuck_on() -> None:
    """YES to the question, or its scan, ends the parcel with the first label."""
    bench = _stuck()
    bench.answers(bench.job.prompts[0].id, "spare")
    bench.took_back(whole=False)
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "ParcelSealed"]


def test_paper_in_time_makes_the_question_go_away() -> None:
    """The job waits all the while, and goes by itself."""
    bench = _stuck()
    question = bench.job.prompts[0].id
    assert bench.printer_says(PrintState.SENT) == ["LabelSent"]
    assert bench.job.prompts == ()
    assert bench.answers(question, "spare") == ["NothingToDo"]


def test_who_waits_is_not_asked_again_until_he_wants() -> None:
    """A lid and a roll make several causes; RETRY opens the question again."""
    bench = _stuck()
    assert bench.presses(Command.NO) == ["PromptAnswered"]
    assert bench.printer_says(PrintState.NOT_READY, "head_open") == ["LabelHeld"]
    assert bench.says(_report("spare", "ready")) == ["DeviceChanged"]
    assert bench.presses(Command.RETRY) == ["PromptOpened"]
    assert _prompts(bench) == [("spare", WAIT)]


def test_a_printer_that_gets_ready_is_offered_too() -> None:
    """The question comes, and grows, as printers are mended."""
    bench = Playbook().requested()
    bench.printer_says(PrintState.NOT_READY, "paper_out")
    bench.rules = TWO
    assert bench.says(_report("spare", "ready")) == ["DeviceChanged", "PromptOpened"]
    assert bench.why() is None
    assert bench.job.trouble is not None
    assert bench.job.trouble.reason is Reason.PRINTER_NOT_READY
    bench.rules = replace(RULES, printers=("spare", "third"))
    assert bench.says(_report("third", "ready")) == ["DeviceChanged", "PromptOpened"]
    assert _prompts(bench) == [("spare", "third", WAIT)]


def test_a_printer_that_failed_meanwhile_is_not_taken() -> None:
    """Nothing is taken back for a printer that could not print either."""
    bench = _stuck()
    bench.rules = replace(RULES, printers=("third",))
    assert bench.answers(bench.job.prompts[0].id, "spare") == ["PromptAnswered", "PromptOpened", "LabelHeld"]
    assert _prompts(bench) == [("third", WAIT)]
    bench.rules = RULES
    assert bench.answers(bench.job.prompts[0].id, "third") == ["PromptAnswered", "LabelHeld"]
    assert bench.job.label is not None
    assert bench.job.label.state is LabelState.REQUESTED


def _sealed_elsewhere() -> Playbook:
    bench = _moved()
    bench.hears_holds()
    bench.drew_label()
    bench.printer_says(PrintState.PRINTED)
    bench.scans(WAYBILL)
    bench.weighs(0)
    return bench


def _next_printer(bench: Playbook) -> str:
    bench.weighed()
    bench.hears_holds()
    return _allowed(bench).printer


def test_the_choice_lasts_until_the_usual_printer_is_ready() -> None:
    """The next parcels go there too, without a question; once the usual one is ready, the one after goes back to it."""
    bench = _sealed_elsewhere()
    assert _next_printer(bench) == "spare"
    bench = _sealed_elsewhere()
    bench.says(_report("printer", "ready"))
    assert _next_printer(bench) == ""


def test_within_a_parcel_labels_come_out_of_one_printer() -> None:
    """The usual printer's return does not make a reprint come out somewhere else."""
    bench = _moved()
    bench.hears_holds()
    bench.drew_label()
    bench.printer_says(PrintState.PRINTED)
    bench.says(_report("printer", "ready"))
    bench.presses(Command.REPRINT, reason="torn")
    assert _allowed(bench).printer == "spare"


def test_a_printer_that_fails_again_ends_nothing() -> None:
    """Ready and then out of paper again, before the parcel's end: the choice stands."""
    bench = _sealed_elsewhere()
    bench.says(_report("printer", "ready"))
    bench.says(_report("printer", "paper_out"))
    assert _next_printer(bench) == "spare"


def test_the_stand_in_may_fail_too() -> None:
    """Back to the usual printer, or on to a third: whichever is ready."""
    bench = _moved()
    bench.hears_holds()
    bench.drew_label()
    bench.rules = replace(RULES, printers=("printer", "third"))
    bench.printer_says(PrintState.NOT_READY, "head_open")
    assert _prompts(bench) == [("printer", "third", WAIT)]
    bench.answers(bench.job.prompts[0].id, "third")
    chosen = bench.last("PrinterChosen")
    assert isinstance(chosen, PrinterChosen)
    assert (chosen.printer, chosen.instead_of) == ("third", "printer")
    bench.took_back()
    bench.hears_holds()
    assert _allowed(bench).printer == "third"


def test_back_to_the_usual_printer_by_choice() -> None:
    """Chosen again, the usual one is the usual one."""
    bench = _moved()
    bench.hears_holds()
    bench.drew_label()
    bench.rules = replace(RULES, printers=("printer",))
    bench.printer_says(PrintState.NOT_READY, "head_open")
    bench.answers(bench.job.prompts[0].id, "printer")
    bench.took_back()
    bench.hears_holds()
    assert bench.job.stand_in is None
    assert _allowed(bench).printer == ""


def test_restarts_on_the_way() -> None:
    """A cut before the answer asks whether it came out; one after it draws for the chosen printer."""
    before = _stuck()
    before.answers(before.job.prompts[0].id, "spare")
    assert before.restarts() == ["BenchStarted", "LabelUnknown"]
    after = _moved()
    after.hears_holds()
    assert after.restarts() == ["BenchStarted"]
    assert after.did == ["DrawLabel"]
    assert after.job.label is not None
    assert after.job.label.printer == "spare"


def test_an_order_that_waits_for_paper_is_put_aside() -> None:
    """Packing goes on: the label is taken back first, then the order and what is packed of it are put aside."""
    bench = _stuck()
    assert bench.presses(Command.HOLD, reason="paper is fetched") == ["PromptAnswered", "HoldAsked"]
    assert bench.did == ["RecallLabel"]
    assert bench.took_back() == ["LabelVoided", "OrderParked"]
    parked, voided = bench.last("OrderParked"), bench.last("LabelVoided")
    assert isinstance(parked, OrderParked)
    assert isinstance(voided, LabelVoided)
    assert (parked.order, parked.why, sum(kept.units for kept in parked.kept)) == (NUMBER, "paper is fetched", 3)
    assert voided.unsent


def test_hold_comes_too_late_for_a_label_that_is_leaving() -> None:
    """Then it is asked whether the label came out, and the order stays: its label is not left behind."""
    bench = _stuck()
    bench.presses(Command.HOLD)
    assert bench.took_back(whole=False) == ["LabelUnknown"]
    assert bench.job.opened
    assert bench.presses(Command.HOLD) == ["ScanRefused"]
    bench.presses(Command.CLEAR)
    assert bench.presses(Command.YES) == ["PromptAnswered", "LabelPrinted"]


def test_hold_for_an_owner_keeps_the_owner() -> None:
    """Whose turn it is goes along through the recall."""
    bench = _stuck()
    bench.presses(Command.HOLD, argument="CALL")
    bench.took_back()
    parked = bench.last("OrderParked")
    assert isinstance(parked, OrderParked)
    assert (parked.owner, parked.why) == ("service", "call")


@pytest.mark.parametrize("command", ["HOLD", "CHOICE"])
def test_a_stop_between_recall_and_answer_prints_and_parks_nothing(command: str) -> None:
    """The label is void, and after the clear it is asked for anew."""
    bench = _stuck()
    bench.presses(Command[command], argument="SPARE" if command == "CHOICE" else "")
    bench.scans("YT999")
    assert bench.took_back() == ["LabelVoided"]
    assert bench.presses(Command.CLEAR) == ["StopCleared", "HoldsAsked"]


def test_a_cancelled_order_takes_its_waiting_label_along() -> None:
    """The book's stop is no matter for printers: clear, void, put aside."""
    bench = _stuck()
    bench.says(OrderAlarm(order=NUMBER, cancelled=True, fence=1, revision=1))
    assert bench.presses(Command.CLEAR) == ["StopCleared", "LabelVoided", "OrderParked"]


def test_late_and_foreign_answers_change_nothing() -> None:
    """An answer for another job, or for a label that is on paper by now."""
    bench = _stuck()
    assert bench.says(LabelRecalled(job=JobId("L0"), whole=True)) == ["NothingToDo"]
    bench.printer_says(PrintState.SENT)
    assert bench.took_back() == ["NothingToDo"]
    assert Playbook().says(LabelRecalled(job=JobId("L0"), whole=True)) == ["NothingToDo"]


def test_what_the_label_waits_for_outlives_other_troubles() -> None:
    """A wrong scan and its clear do not hide that there is no paper, nor close the way out."""
    bench = _stuck()
    bench.scans("YT999")
    bench.presses(Command.CLEAR)
    assert bench.job.trouble is not None
    assert bench.job.trouble.detail == "paper_out"
    assert bench.presses(Command.HOLD)[-1] == "HoldAsked"


def test_the_codes_of_answers() -> None:
    """Each answer has a code: its name where a code can carry it, else its place."""
    rules = replace(RULES, printers=("Zebra 2", "二号机", "zebra_2"))
    bench = Playbook(rules).requested()
    bench.printer_says(PrintState.NOT_READY, "paper_out")
    opened = bench.last("PromptOpened")
    assert isinstance(opened, PromptOpened)
    assert bench.presses(Command.CHOICE, argument="ZEBRA-2") == ["ScanRefused"]
    assert bench.presses(Command.CHOICE, argument="2") == ["PromptAnswered", "PrinterChosen"]
    chosen = bench.last("PrinterChosen")
    assert isinstance(chosen, PrinterChosen)
    assert chosen.printer == "二号机"
