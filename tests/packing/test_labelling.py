from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.events import LabelAllowed, LabelHeld, LabelPrinted, LabelUnknown, OrderStopped
from station.packing.inputs import (
    Command,
    DeviceKind,
    HoldsReply,
    LabelFailed,
    LinkReport,
    OrderAlarm,
    PrinterReport,
    PrintState,
)
from station.packing.model import Hold, HoldReason, JobId, OrderNo, ServiceId, Waybill
from station.packing.prompts import printed
from station.packing.reasons import Reason
from tests.packing.playbook import NUMBER, ORDER, RIGHT_MG, RULES, WAYBILL, Playbook

DISPUTE = Hold(reason=HoldReason.DISPUTE, since_us=1)


def _reply(**changes: object) -> HoldsReply:
    return replace(HoldsReply(order=NUMBER, reached=True, revision=1, fence=1), **changes)  # type: ignore[arg-type]


def _state(bench: Playbook) -> str:
    assert bench.job.label is not None
    return bench.job.label.state


def _allowed(bench: Playbook) -> LabelAllowed:
    event = bench.last("LabelAllowed")
    assert isinstance(event, LabelAllowed)
    return event


def test_from_the_last_gate_to_the_seal() -> None:
    """Allowed, requested, sent, printed, confirmed, sealed: each state follows its fact."""
    bench = Playbook().allowed()
    assert bench.did == ["DrawLabel"]
    states = [_state(bench)]
    bench.drew_label()
    states.append(_state(bench))
    for report in (PrintState.SENT, PrintState.PRINTED):
        bench.printer_says(report)
        states.append(_state(bench))
    bench.scans(WAYBILL)
    states.append(_state(bench))
    assert states == ["allowed", "requested", "sent", "printed", "confirmed"]
    assert bench.job.sealed
    assert not bench.job.opened


def test_the_request_is_recorded_before_the_bytes_leave() -> None:
    """The printer gets its job only by way of ``LabelRequested``, which names the root on the paper."""
    bench = Playbook().allowed()
    bench.drew_label()
    assert bench.did == ["SendLabel"]
    assert bench.job.label is not None
    assert (bench.job.label.root, bench.job.label.picture) == ("cm9vdA==", "ab" * 32)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"cancelled": True}, Reason.ORDER_CANCELLED),
        ({"fence": 2}, Reason.ORDER_CLAIMED),
        ({"revision": 2}, Reason.ORDER_CHANGED),
        ({"holds": (DISPUTE,)}, Reason.ORDER_HELD),
    ],
)
def test_the_last_second_question_stops_what_may_not_ship(changes: dict[str, object], reason: Reason) -> None:
    """A cancel, a lost claim, a change or a hold that came while packing prints nothing; a clear puts it aside."""
    bench = Playbook().weighed()
    assert bench.says(_reply(**changes)) == ["OrderStopped"]
    assert bench.why() is reason
    assert bench.presses(Command.CLEAR) == ["StopCleared", "OrderParked"]
    assert not bench.job.opened


def test_a_hold_that_only_the_office_can_mend_prints_all_the_same() -> None:
    """A missing invoice does not stop the label at the last second either."""
    bench = Playbook().weighed()
    office = Hold(reason=HoldReason.INVOICE_MISSING, since_us=1)
    assert bench.says(_reply(holds=(office,))) == ["LabelAllowed"]


def test_young_knowledge_is_enough_when_the_book_is_silent() -> None:
    """Within the age the rules allow the label prints, and the age is recorded."""
    bench = Playbook()
    bench.wait_ms(600_000)
    bench.weighed()
    assert bench.hears_holds(_reply(reached=False)) == ["LabelAllowed"]
    assert 600 <= _allowed(bench).holds_age_s <= 900


def test_old_knowledge_waits_for_the_book() -> None:
    """Beyond the age nothing prints until the book has answered, and then it prints by itself."""
    bench = Playbook()
    bench.wait_ms(901_000)
    bench.weighed()
    assert bench.hears_holds(_reply(reached=False)) == ["LabelHeld"]
    assert bench.why() is Reason.HOLDS_UNKNOWN
    assert bench.weighs(0) == ["PanCleared"]
    assert bench.hears_holds() == ["LabelAllowed"]


def test_a_number_from_the_pool_is_issued_once() -> None:
    """A waybill that came with the answer is recorded before the label is allowed."""
    bench = Playbook().weighed(replace(ORDER, waybill=None, service=None))
    drawn = _reply(waybill=Waybill("YT7"), service=ServiceId("yto"))
    assert bench.says(drawn) == ["WaybillIssued", "LabelAllowed"]
    assert (bench.job.waybill, bench.job.service) == ("YT7", "yto")


@pytest.mark.parametrize(("service", "reason"), [(None, Reason.NO_SERVICE), (ServiceId("yto"), Reason.NO_WAYBILL)])
def test_without_a_number_nothing_prints_until_there_is_one(service: ServiceId | None, reason: Reason) -> None:
    """No service or an empty pool holds the label without a stop, and it goes on by itself."""
    bench = Playbook().weighed(replace(ORDER, waybill=None, service=service))
    assert bench.hears_holds() == ["LabelHeld"]
    assert bench.why() is reason
    assert bench.says(_reply(waybill=Waybill("YT7"), service=ServiceId("yto")))[-1] == "LabelAllowed"


def test_answers_nobody_waits_for_change_nothing() -> None:
    """A doubled answer, one of another order, or a label drawn for another job is late."""
    bench = Playbook().allowed()
    assert bench.hears_holds() == ["NothingToDo"]
    assert bench.says(_reply(order=OrderNo("SO-2"))) == ["NothingToDo"]
    assert bench.says(LabelFailed(job=JobId("L0"), zh="x", en="x")) == ["NothingToDo"]
    assert bench.says(PrinterReport(job=JobId("L0"), state=PrintState.PRINTED)) == ["NothingToDo"]
    bench.drew_label()
    assert bench.drew_label() == ["NothingToDo"]
    assert Playbook().says(_reply()) == ["NothingToDo"]


def test_a_label_that_cannot_be_drawn_is_held_with_what_is_wrong() -> None:
    """A missing glyph blocks the label in words; asked again, it is tried again as the next copy."""
    bench = Playbook().allowed()
    assert bench.job.label is not None
    bench.says(LabelFailed(job=bench.job.label.job, zh="姓名：缺字", en="name: no glyph for X"))
    held = bench.last("LabelHeld")
    assert isinstance(held, LabelHeld)
    assert (held.detail, held.detail_zh) == ("name: no glyph for X", "姓名：缺字")
    assert bench.presses(Command.RETRY) == ["HoldsAsked"]
    assert bench.hears_holds() == ["LabelAllowed"]


def test_a_printer_that_is_not_ready_keeps_the_job() -> None:
    """Nothing was sent, so the job waits and is sent by itself when paper is in."""
    bench = Playbook().requested()
    assert bench.printer_says(PrintState.NOT_READY, "paper_out") == ["LabelHeld"]
    assert bench.why() is Reason.PRINTER_NOT_READY
    assert bench.printer_says(PrintState.SENT) == ["LabelSent"]
    assert bench.job.attention is None


def test_without_a_printer_the_label_is_allowed_anew_when_one_comes() -> None:
    """A label that could not even be drawn goes on by itself when a printer is there."""
    bench = Playbook().allowed()
    bench.printer_says(PrintState.NOT_READY, "no_printer")
    assert bench.job.label is None
    up = LinkReport(device="printer", kind=DeviceKind.PRINTER, up=True, word="ready")
    assert bench.says(up) == ["DeviceChanged", "HoldsAsked"]
    assert bench.says(up) == ["DeviceChanged"]
    assert bench.says(replace(up, up=False)) == ["DeviceChanged"]


@pytest.mark.parametrize("state", [PrintState.SENT, PrintState.PRINTED, PrintState.UNKNOWN])
def test_a_printer_is_not_believed_about_a_label_it_never_got(state: PrintState) -> None:
    """Before the request is recorded no report can make a label sent or printed."""
    bench = Playbook().allowed()
    assert bench.printer_says(state) == ["NothingToDo"]


def test_a_late_report_does_not_undo_what_is_known() -> None:
    """After printed, neither sent nor not-ready nor unknown changes anything; a late printed answers the question."""
    bench = Playbook().printed()
    for state in PrintState:
        assert bench.printer_says(state) == ["NothingToDo"]
    unknown = Playbook().unknown()
    assert unknown.printer_says(PrintState.SENT) == ["NothingToDo"]
    assert unknown.printer_says(PrintState.PRINTED) == ["LabelPrinted"]
    assert unknown.job.prompts == ()


def test_a_number_scanned_before_its_label_holds_nothing_up() -> None:
    """The waybill read off the order sheet is told to wait, and the last answer still prints the label."""
    bench = Playbook()
    bench.weighs(0)
    bench.packed(replace(ORDER, buyer_message="Wrap it"))
    bench.weighs(RIGHT_MG)
    assert bench.scans(WAYBILL) == ["NothingToDo"]
    assert bench.presses(Command.YES) == ["PromptAnswered", "HoldsAsked"]


def test_silence_of_the_printer_asks_one_question() -> None:
    """Whether the label came out is for the packer to say; YES makes it printed."""
    bench = Playbook().unknown()
    assert bench.job.label is not None
    assert [prompt.id for prompt in bench.job.prompts] == [printed(bench.job.label.job).id]
    assert bench.presses(Command.YES) == ["PromptAnswered", "LabelPrinted"]
    said = bench.last("LabelPrinted")
    assert isinstance(said, LabelPrinted)
    assert said.by == "packer"


def test_a_label_that_did_not_come_out_is_drawn_again_and_marked() -> None:
    """NO voids the first and allows a second copy of the same number, with its reason."""
    bench = Playbook().unknown()
    assert bench.presses(Command.NO) == ["PromptAnswered", "LabelVoided", "LabelAllowed"]
    assert bench.did == ["CancelLabel", "DrawLabel"]
    allowed = _allowed(bench)
    assert (allowed.copy, allowed.waybill, allowed.why) == (2, WAYBILL, "did_not_come_out")


def test_scanning_the_label_answers_the_question() -> None:
    """A label that is scanned on the box did come out."""
    bench = Playbook().unknown()
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "ParcelSealed"]


def test_a_packer_can_say_that_no_label_came_out() -> None:
    """NO at a label the printer calls printed opens the question in words."""
    bench = Playbook().printed()
    assert bench.presses(Command.NO) == ["LabelUnknown"]
    unknown = bench.last("LabelUnknown")
    assert isinstance(unknown, LabelUnknown)
    assert unknown.cause == "packer"
    assert bench.presses(Command.NO)[-1] == "LabelAllowed"


def test_a_reprint_needs_a_reason_and_is_marked() -> None:
    """The first reprint is the packer's with a reason, the second a supervisor's."""
    bench = Playbook().printed()
    assert bench.presses(Command.REPRINT) == ["PromptOpened"]
    assert bench.presses(Command.CHOICE, argument="DAMAGED") == ["PromptAnswered", "LabelVoided", "LabelAllowed"]
    assert (_allowed(bench).copy, _allowed(bench).why) == (2, "damaged")
    assert bench.presses(Command.REPRINT, reason="torn") == ["NothingToDo"]
    _print_out(bench)
    assert bench.presses(Command.REPRINT, reason="torn") == ["ScanRefused"]
    bench.presses(Command.CLEAR)
    bench.shows_badge("9")
    assert bench.presses(Command.REPRINT, reason="torn") == ["LabelVoided", "LabelAllowed"]


def _print_out(bench: Playbook) -> None:
    bench.drew_label()
    bench.printer_says(PrintState.PRINTED)


def test_a_wrong_scan_while_the_label_is_drawn_prints_nothing() -> None:
    """A locked bench takes no label; after the clear it is asked and allowed again."""
    bench = Playbook().allowed()
    label = bench.job.label
    assert label is not None
    bench.scans("YT999")
    assert bench.job.label is None
    assert bench.presses(Command.CLEAR) == ["StopCleared", "HoldsAsked"]
    assert bench.hears_holds() == ["LabelAllowed"]
    assert _allowed(bench).job != label.job


def _alarm(**changes: object) -> OrderAlarm:
    return replace(OrderAlarm(order=NUMBER, revision=1, fence=1), **changes)  # type: ignore[arg-type]


def test_an_alarm_stops_the_order_at_every_stage() -> None:
    """Cancelled while packing, weighing, drawing, sending or with the label in hand: the bench stops at once."""
    stages = (
        Playbook().packed(), Playbook().weighed(), Playbook().allowed(), Playbook().requested(), Playbook().sent(),
        Playbook().printed(), Playbook().unknown(),
    )  # fmt: skip
    for bench in stages:
        assert bench.says(_alarm(cancelled=True)) == ["OrderStopped"]
        assert bench.scans(WAYBILL) == ["ScanRefused"]
        cleared = bench.presses(Command.CLEAR)
        assert cleared[0] == "StopCleared"
        assert cleared[-1] == "OrderParked"
        assert not bench.job.opened


def test_a_label_on_paper_is_void_with_its_order() -> None:
    """What is in the packer's hand, or still to be drawn, is void and recorded as such."""
    bench = Playbook().printed()
    bench.says(_alarm(holds=(DISPUTE,)))
    stopped = bench.last("OrderStopped")
    assert isinstance(stopped, OrderStopped)
    assert stopped.holds == (DISPUTE,)
    assert bench.presses(Command.CLEAR) == ["StopCleared", "LabelVoided", "OrderParked"]
    drawing = Playbook().allowed()
    drawing.says(_alarm(cancelled=True))
    assert drawing.drew_label() == ["NothingToDo"]


def test_an_alarm_without_cause_or_of_another_order_is_only_recorded() -> None:
    """What changes nothing for the open order stops nobody."""
    bench = Playbook().packed()
    assert bench.says(_alarm()) == ["NothingToDo"]
    assert bench.says(_alarm(order=OrderNo("SO-2"), cancelled=True)) == ["NothingToDo"]
    assert Playbook().sealed().says(_alarm(cancelled=True)) == ["NothingToDo"]


def test_an_order_book_that_comes_back_is_only_recorded() -> None:
    """Other devices than the printer set nothing off."""
    bench = Playbook().weighed()
    assert bench.says(LinkReport(device="book", kind=DeviceKind.ORDER_BOOK, up=True)) == ["DeviceChanged"]
    assert bench.weighs(RIGHT_MG) == ["ParcelWeighed"]


def test_an_answer_that_finds_a_new_question_is_asked_for_again() -> None:
    """A question opened while the book was asked holds the label; once it is answered the book is asked anew."""
    bench = Playbook()
    bench.opens()
    bench.scans("MUG")
    bench.presses(Command.SHORT, reason="damaged")
    bench.shows_badge("9")
    bench.weighs(182_000)
    assert bench.presses(Command.SHORT, reason="damaged") == ["PromptOpened"]
    assert bench.hears_holds() == ["LabelHeld"]
    assert bench.why() is Reason.PROMPT_OPEN
    assert bench.answers("supervisor", "cancel") == ["PromptAnswered", "HoldsAsked"]
    assert bench.hears_holds() == ["LabelAllowed"]


def test_nothing_prints_while_nobody_is_signed_in() -> None:
    """Where signing in is asked for, a parcel weighed after the packer left waits for one."""
    bench = Playbook(replace(RULES, require_sign_in=True))
    bench.shows_badge("7")
    bench.packed()
    assert [*bench.presses(Command.SIGN_OUT), *bench.presses(Command.SIGN_OUT)] == ["SecondAsked", "PackerSignedOut"]
    assert bench.weighs(RIGHT_MG) == ["ParcelWeighed"]
    assert bench.shows_badge("7") == ["PackerSignedIn", "HoldsAsked"]
    assert [*bench.presses(Command.SIGN_OUT), *bench.presses(Command.SIGN_OUT)] == ["SecondAsked", "PackerSignedOut"]
    assert bench.hears_holds() == ["LabelHeld"]
    assert bench.why() is Reason.SIGN_IN_FIRST
    assert bench.shows_badge("7") == ["PackerSignedIn", "HoldsAsked"]
    assert bench.hears_holds() == ["LabelAllowed"]


def test_a_stopped_orders_label_is_taken_back_at_once() -> None:
    """A label that waits for its printer must not come out while the stop stands."""
    bench = Playbook().requested()
    bench.says(_alarm(cancelled=True))
    assert bench.did == ["CancelLabel"]
