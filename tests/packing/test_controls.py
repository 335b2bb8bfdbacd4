from __future__ import annotations

from dataclasses import replace

import pytest

from station.codes import command_code
from station.packing.events import (
    ItemPacked,
    NothingToDo,
    OrderParked,
    ParcelSealed,
    ScanRefused,
    ShortPackAllowed,
    UnitTakenBack,
)
from station.packing.inputs import NEXT_ORDER, Command, Found, OrderReply, PrintState
from station.packing.model import LineKind, OrderLine, ServiceId, Sku
from station.packing.questions import PromptKind
from station.packing.reasons import Reason
from tests.packing.playbook import NUMBER, ORDER, RIGHT_MG, RULES, WAYBILL, Playbook

BY_HAND = OrderLine(sku=Sku("BOLT"), quantity=2, kind=LineKind.BY_HAND)


def test_undo_takes_back_exactly_the_last_unit() -> None:
    """Each undo gives one accepted scan back, last first, and with nothing left it is no mistake."""
    bench = Playbook()
    bench.opens()
    bench.scans("MUG")
    bench.scans("CARD")
    assert bench.presses(Command.UNDO) == ["UnitTakenBack"]
    back = bench.last("UnitTakenBack")
    assert isinstance(back, UnitTakenBack)
    assert (back.sku, bench.job.packed) == ("CARD", (1, 0))
    bench.presses(Command.UNDO)
    assert bench.presses(Command.UNDO) == ["NothingToDo"]


def test_undo_forgets_the_weight_and_is_refused_once_the_label_was_asked_for() -> None:
    """A box that changed is weighed again; a box whose label is on its way is not changed any more."""
    bench = Playbook().weighed()
    bench.presses(Command.UNDO)
    assert bench.job.weight_mg is None
    labelled = Playbook().requested()
    assert labelled.presses(Command.UNDO) == ["ScanRefused"]
    assert labelled.why() is Reason.NOT_ALLOWED


def test_a_clear_with_nothing_to_clear_is_no_mistake() -> None:
    """Clear at an open bench does nothing and says so."""
    assert Playbook().presses(Command.CLEAR) == ["NothingToDo"]


def test_hold_puts_the_order_aside_with_its_reason() -> None:
    """A held order is given back to the book and the bench is free."""
    bench = Playbook().packed()
    assert bench.presses(Command.HOLD, reason=" torn box ") == ["OrderParked"]
    parked = bench.last("OrderParked")
    assert isinstance(parked, OrderParked)
    assert (parked.order, parked.why, parked.fence) == (NUMBER, "torn box", 1)
    assert bench.did == ["ReleaseOrder"]
    assert not bench.job.opened
    assert bench.presses(Command.HOLD) == ["NothingToDo"]


def test_an_order_without_a_fence_is_not_given_back() -> None:
    """An order that was never claimed from a book has nobody to be released to."""
    bench = Playbook()
    bench.opens(fence=0)
    assert bench.presses(Command.HOLD) == ["OrderParked"]
    assert bench.did == []


def test_hold_is_refused_once_the_label_may_be_on_paper() -> None:
    """A label in somebody's hand is scanned or reprinted, not left behind."""
    for bench in (Playbook().requested(), Playbook().sent(), Playbook().printed(), Playbook().unknown()):
        assert bench.presses(Command.HOLD) == ["ScanRefused"]
        assert bench.why() is Reason.NOT_ALLOWED


def test_an_order_whose_label_is_not_drawn_yet_is_put_aside_at_once() -> None:
    """Before the label is asked of a printer nothing can be on paper."""
    drawing = Playbook().allowed()
    assert drawing.presses(Command.HOLD) == ["LabelVoided", "OrderParked"]
    assert drawing.did == ["CancelLabel", "ReleaseOrder"]


def test_a_short_pack_needs_a_reason_and_a_supervisors_badge() -> None:
    """Neither the packer alone nor a badge of somebody else lets a parcel go with units missing."""
    bench = Playbook()
    bench.opens()
    bench.scans("MUG")
    assert bench.presses(Command.SHORT, reason="one broken") == ["PromptOpened"]
    assert bench.shows_badge("7") == ["ScanRefused"]
    assert bench.why() is Reason.NOT_ALLOWED
    bench.presses(Command.CLEAR)
    assert bench.shows_badge("9") == ["PromptAnswered", "ShortPackAllowed"]
    allowed = bench.last("ShortPackAllowed")
    assert isinstance(allowed, ShortPackAllowed)
    assert (allowed.by, allowed.why) == ("p-9", "one broken")
    assert [(units.sku, units.units) for units in allowed.missing] == [("MUG", 1), ("CARD", 1)]
    assert bench.did == ["AskWeight"]


def test_a_short_pack_without_a_reason_asks_for_one() -> None:
    """By key or code no reason comes along: it is asked for, by codes, and then the supervisor."""
    bench = Playbook()
    bench.opens()
    bench.scans("MUG")
    assert bench.presses(Command.SHORT) == ["PromptOpened"]
    assert bench.presses(Command.YES) == ["ScanRefused"]
    assert bench.presses(Command.CHOICE, argument="OUT-OF-STOCK") == ["PromptAnswered", "PromptOpened"]
    assert bench.job.short_why == "out_of_stock"
    assert bench.presses(Command.NO) == ["PromptAnswered"]
    assert bench.presses(Command.SHORT) == ["PromptOpened"]
    assert bench.presses(Command.NO) == ["PromptAnswered"]
    assert not bench.job.prompts
    assert bench.presses(Command.CHOICE, argument="damaged") == ["NothingToDo"]


def test_a_short_pack_is_sealed_as_one_and_ends_with_a_change_of_the_box() -> None:
    """The seal says what is missing; a unit taken back ends the permission."""
    bench = _short_packed()
    bench.presses(Command.UNDO)
    assert not bench.job.counted
    bench = _short_packed()
    bench.weighs(182_000)
    bench.hears_holds()
    bench.drew_label()
    bench.printer_says(PrintState.PRINTED)
    bench.scans(WAYBILL)
    sealed = bench.last("ParcelSealed")
    assert isinstance(sealed, ParcelSealed)
    assert sealed.short
    assert [(units.sku, units.units) for units in sealed.contents] == [("MUG", 1)]


def _short_packed() -> Playbook:
    bench = Playbook()
    bench.opens()
    bench.scans("MUG")
    bench.presses(Command.SHORT, reason="lost")
    bench.answers("supervisor", "9")
    assert bench.job.counted
    return bench


def test_a_badge_signs_in_first_where_nobody_is_signed_in() -> None:
    """After a restart with a short pack open a badge is a sign-in, and only then a supervisor's word."""
    bench = Playbook(replace(RULES, require_sign_in=True))
    bench.shows_badge("7")
    bench.opens()
    bench.scans("MUG")
    bench.presses(Command.SHORT, reason="lost")
    bench.restarts()
    assert bench.shows_badge("7") == ["PackerSignedIn"]
    assert bench.shows_badge("9") == ["PromptAnswered", "ShortPackAllowed"]


def test_an_empty_box_is_no_short_pack() -> None:
    """Not even a supervisor lets a parcel go with nothing in it."""
    bench = Playbook()
    bench.opens()
    assert bench.presses(Command.SHORT, reason="lost") == ["ScanRefused"]
    bench.presses(Command.CLEAR)
    bench.scans("MUG")
    bench.presses(Command.SHORT, reason="lost")
    bench.presses(Command.UNDO)
    assert bench.shows_badge("9") == ["ScanRefused"]
    assert bench.why() is Reason.NOT_ALLOWED
    assert not bench.job.short_allowed


def test_a_short_pack_can_be_called_off() -> None:
    """NO takes the question away, YES is no badge, and with nothing missing there is nothing to allow."""
    bench = Playbook()
    bench.opens()
    bench.scans("MUG")
    bench.presses(Command.SHORT, reason="lost")
    assert bench.presses(Command.YES) == ["NothingToDo"]
    assert bench.presses(Command.NO) == ["PromptAnswered"]
    assert not bench.job.prompts
    bench.packs_all()
    assert bench.presses(Command.SHORT, reason="lost") == ["NothingToDo"]
    assert Playbook().presses(Command.SHORT, reason="lost") == ["NothingToDo"]


def test_prompts_are_answered_in_order_and_block_the_label() -> None:
    """Note, gift, service and material are asked one by one; the weight alone prints nothing."""
    order = replace(
        ORDER,
        buyer_message="Wrap it",
        gift=True,
        buyer_service="sf",
        lines=(replace(ORDER.lines[0], goods_class="glass"), ORDER.lines[1]),
    )
    bench = Playbook().packed(order)
    assert [prompt.id for prompt in bench.job.prompts] == ["buyer_message", "gift", "service", "material-glass"]
    assert bench.weighs(RIGHT_MG) == ["ParcelWeighed", "LabelHeld"]
    assert bench.why() is not None
    assert bench.answers("gift", "perhaps") == ["ScanRefused"]
    assert bench.why() is Reason.PROMPT_OPEN
    assert bench.presses(Command.YES)[0] == "PromptAnswered"
    assert bench.presses(Command.NO) == ["ScanRefused"]
    assert bench.presses(Command.YES)[0] == "PromptAnswered"
    assert bench.answers("service", "yes") == ["ScanRefused"]
    assert bench.answers("service", "buyer_agreed")[0] == "PromptAnswered"
    assert bench.answers("service", "buyer_agreed")[0] == "NothingToDo"
    assert bench.answers("material-glass", "ok") == ["PromptAnswered", "HoldsAsked"]


def test_another_service_than_the_buyers_needs_a_yes() -> None:
    """A change of service is answered with its reason, or with yes where one is on record; NO puts the order aside."""
    bench = Playbook()
    bench.opens(replace(ORDER, buyer_service="sf"))
    assert bench.presses(Command.NO) == ["PromptAnswered", "OrderParked"]
    noted = Playbook()
    noted.opens(replace(ORDER, buyer_service="sf", service_why="请发圆通"))
    assert noted.job.prompts[0].kind is PromptKind.YES_NO
    assert "请发圆通" in noted.job.prompts[0].en
    assert noted.presses(Command.YES)[0] == "PromptAnswered"
    same = Playbook()
    same.opens(replace(ORDER, buyer_service="yto", service=ServiceId("yto")))
    assert same.job.prompts == ()


def test_yes_and_no_without_a_question_do_nothing() -> None:
    """A stray YES or NO is no mistake."""
    bench = Playbook()
    bench.opens()
    assert bench.presses(Command.YES) == ["NothingToDo"]
    assert bench.presses(Command.NO) == ["NothingToDo"]


def test_an_item_without_a_barcode_is_confirmed_by_hand() -> None:
    """The unit is recorded as confirmed by hand, and no scannable line can go this way."""
    bench = Playbook()
    assert bench.presses(Command.BY_HAND) == ["NothingToDo"]
    bench.opens(replace(ORDER, lines=(*ORDER.lines, BY_HAND)))
    assert bench.presses(Command.BY_HAND) == ["ItemPacked"]
    packed = bench.last("ItemPacked")
    assert isinstance(packed, ItemPacked)
    assert (packed.sku, packed.by_hand, packed.units) == ("BOLT", True, 1)
    assert bench.presses(Command.BY_HAND, argument="BOLT") == ["ItemPacked"]
    assert bench.presses(Command.BY_HAND) == ["ScanRefused"]
    bench.presses(Command.CLEAR)
    assert bench.presses(Command.BY_HAND, argument="MUG") == ["ScanRefused"]
    assert bench.why() is Reason.NOT_ALLOWED


def test_the_box_changes_the_expected_weight() -> None:
    """A carton's tare and filler count; the weight taken before is taken anew."""
    bench = Playbook().weighed()
    assert bench.scans(command_code(Command.BOX, "M")) == ["CartonChosen"]
    assert bench.did == ["AskWeight"]
    assert bench.job.weight_mg is None
    assert bench.weighs(RIGHT_MG)[0] == "WeightRefused"
    assert bench.weighs(RIGHT_MG + 55_000) == ["ParcelWeighed", "HoldsAsked"]


def test_an_unknown_box_is_refused_and_a_box_without_an_order_waits() -> None:
    """Only cartons of the rules exist, and a carton belongs to an open order."""
    bench = Playbook()
    assert bench.presses(Command.BOX, argument="M") == ["NothingToDo"]
    assert bench.presses(Command.BOX, argument="XXL") == ["ScanRefused"]
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert (refused.reason, refused.detail) == (Reason.UNKNOWN_CODE, "XXL")


@pytest.mark.parametrize("command", [Command.LANGUAGE, Command.SIGN_OUT, Command.NEXT])
def test_what_concerns_no_parcel_is_recorded_and_changes_nothing(command: Command) -> None:
    """A key that belongs to the screen or a device is a fact, not a rule."""
    bench = Playbook()
    before = bench.job
    assert bench.presses(command) == ["NothingToDo"]
    done = bench.last("NothingToDo")
    assert isinstance(done, NothingToDo)
    assert (done.what, bench.job) == (command.value, before)


def test_help_is_called() -> None:
    """Help reaches the supervisor's side."""
    bench = Playbook()
    assert bench.presses(Command.HELP) == ["HelpCalled"]
    assert bench.did == ["CallHelp"]


def test_next_after_a_seal_empties_the_bench_and_retry_asks_again() -> None:
    """Next ends the view of a sealed parcel; at a verified box every go-on key asks the book once more."""
    sealed = Playbook().sealed()
    assert sealed.presses(Command.NEXT) == ["NextAsked"]
    assert (sealed.job.order, sealed.job.pan_owner) == (None, NUMBER)
    for command in (Command.NEXT, Command.RETRY, Command.WEIGH):
        assert Playbook().weighed().presses(command) == ["HoldsAsked"]


def test_weigh_again_says_the_scales_reading_once_more() -> None:
    """A box that lies on the pan is read again without being lifted."""
    bench = Playbook().packed()
    assert bench.presses(Command.WEIGH) == ["NothingToDo"]
    assert bench.did == ["AskWeight"]
    assert Playbook().presses(Command.WEIGH) == ["NothingToDo"]


def test_a_clear_reads_the_scale_that_moved_meanwhile() -> None:
    """A weight that settled while the bench was locked is asked for with the clear."""
    bench = Playbook().packed()
    bench.scans("HAT")
    assert bench.weighs(RIGHT_MG) == ["WeightSeen"]
    bench.presses(Command.CLEAR)
    assert bench.did == ["AskWeight"]


def test_an_answer_needs_a_packer_too() -> None:
    """Where signing in is asked for, nobody answers a question after a restart before signing in."""
    bench = Playbook(replace(RULES, require_sign_in=True))
    bench.shows_badge("7")
    bench.sent()
    bench.restarts()
    question = bench.job.prompts[0].id
    assert bench.answers(question, "no") == ["ScanRefused"]
    assert bench.why() is Reason.SIGN_IN_FIRST
    bench.shows_badge("7")
    assert bench.answers(question, "no") == ["PromptAnswered", "LabelVoided", "LabelAllowed"]


def test_next_does_not_call_off_an_order_that_is_being_asked_for() -> None:
    """Who scans the next order and then presses next gets the order."""
    bench = Playbook().sealed()
    bench.scans("SO-2")
    assert bench.presses(Command.NEXT) == ["NothingToDo"]
    assert bench.says(OrderReply(code="SO-2", found=Found.CLAIMED, order=ORDER, fence=3)) == ["OrderOpened"]


def test_a_long_box_code_is_cut() -> None:
    """A program's argument of any length leaves a short fact."""
    bench = Playbook()
    bench.presses(Command.BOX, argument="X" * 5_000)
    refused = bench.events[0]
    assert isinstance(refused, ScanRefused)
    assert len(refused.detail) == 200


def test_next_asks_for_an_order_where_the_bench_gives_orders() -> None:
    """With nothing open, and right after a seal; while the book is asked a second press does nothing."""
    sealed = Playbook(replace(RULES, gives_next=True)).sealed()
    assert sealed.presses(Command.NEXT) == ["NextAsked", "OrderAsked"]
    assert sealed.presses(Command.NEXT) == ["NothingToDo"]
    assert sealed.says(OrderReply(code=NEXT_ORDER, found=Found.NONE_READY)) == ["ScanRefused"]
    assert sealed.job.attention is not None
    assert sealed.job.attention.reason is Reason.NO_ORDER_READY
    assert sealed.presses(Command.NEXT) == ["OrderAsked"]
