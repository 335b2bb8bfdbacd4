from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.events import ItemPacked, OrderOpened, OrderParked
from station.packing.inputs import Command
from station.packing.model import (
    BroughtUnits,
    Capture,
    Hold,
    HoldReason,
    KeptUnits,
    LineKind,
    Order,
    OrderLine,
    Sku,
    Witness,
)
from station.packing.reasons import Reason
from tests.packing.playbook import CARD, EAN, MUG, ORDER, RIGHT_MG, Playbook

WALL = BroughtUnits(line=0, units=2, code=EAN, witness=Witness.WALL, place="7", by="p-7", at_us=1)
PARKED = BroughtUnits(line=0, units=1, code=EAN, witness=Witness.PARKED, place="B02", by="p-7", at_us=1, lot="L1")
GLUE = OrderLine(sku=Sku("GLUE"), quantity=1, kind=LineKind.BY_HAND)


def _bringing(*units: BroughtUnits, order: Order = ORDER) -> Order:
    return replace(order, brought=units)


def test_a_full_cell_opens_counted_and_goes_on_to_the_scale() -> None:
    """What the wall sorted is packed as it stands there, with the cell in place of a scanner; the weight comes next."""
    bench = Playbook()
    full = _bringing(WALL, replace(WALL, line=1, units=1, code="CARD", serial="S1"))
    assert bench.opens(full) == ["OrderOpened", "ItemPacked", "ItemPacked"]
    mugs, card = (event for event in bench.events if isinstance(event, ItemPacked))
    assert (mugs.units, mugs.code, mugs.device) == (2, EAN, "wall 7")
    assert (card.serial, card.by_hand) == ("S1", False)
    assert bench.job.counted
    assert "AskWeight" in bench.did
    assert bench.weighs(RIGHT_MG) == ["ParcelWeighed", "HoldsAsked"]


def test_what_the_cell_lacks_is_scanned() -> None:
    """A cell that is not full opens with what is in it."""
    bench = Playbook()
    assert bench.opens(_bringing(WALL)) == ["OrderOpened", "ItemPacked"]
    assert bench.job.packed == (2, 0)
    assert bench.scans(EAN) == ["ScanRefused"]
    assert bench.why() is Reason.ENOUGH_ALREADY


@pytest.mark.parametrize(
    "stranger",
    [
        replace(WALL, units=3),
        replace(WALL, line=2),
        replace(WALL, expiry="2020-01-31"),
        replace(PARKED, units=3),
    ],
    ids=["too many", "no such line", "expired", "too many parked"],
)
def test_brought_units_count_together_or_not_at_all(stranger: BroughtUnits) -> None:
    """Where one of them no longer fits, nobody knows what lies there: everything is scanned again."""
    bench = Playbook()
    card = replace(WALL, line=1, units=1, code="CARD")
    assert bench.opens(_bringing(card, stranger)) == ["OrderOpened"]
    assert (bench.job.packed, bench.job.prompts) == ((0, 0), ())


def test_one_piece_is_not_brought_twice() -> None:
    """The same serial number on two units is a fault of the record."""
    piece = replace(WALL, units=1, serial="S1")
    bench = Playbook()
    assert bench.opens(_bringing(piece, piece)) == ["OrderOpened"]


def test_a_capture_that_is_asked_for_since_makes_it_scan_again() -> None:
    """Goods whose lot must be read now were sorted without: they are scanned."""
    order = replace(ORDER, lines=(replace(MUG, captures=(Capture.LOT,)), CARD))
    bench = Playbook()
    assert bench.opens(_bringing(WALL, order=order)) == ["OrderOpened"]
    again = Playbook()
    assert again.opens(_bringing(replace(WALL, lot="L1"), order=order)) == ["OrderOpened", "ItemPacked"]


def test_what_was_packed_elsewhere_is_asked_about_first() -> None:
    """Nothing goes in before it is said what lies in the tote; YES counts it with lot and bench."""
    bench = Playbook()
    glue = BroughtUnits(line=2, units=1, code="", witness=Witness.PARKED, place="B02", by="p-7", at_us=1)
    order = replace(ORDER, lines=(*ORDER.lines, GLUE), buyer_message="Wrap it")
    assert bench.opens(_bringing(PARKED, glue, order=order)) == ["OrderOpened"]
    prompt = bench.job.prompts[0]
    assert (prompt.id, prompt.choices) == ("brought", ("yes", "no"))
    assert "B02 before: 2" in prompt.en
    for refused in (bench.scans(EAN), bench.presses(Command.BY_HAND)):
        assert refused == ["ScanRefused"]
        assert bench.why() is Reason.PROMPT_OPEN
    assert bench.job.stop is None
    assert bench.presses(Command.YES) == ["PromptAnswered", "ItemPacked", "ItemPacked"]
    mug, by_hand = (event for event in bench.events if isinstance(event, ItemPacked))
    assert (mug.device, mug.lot, mug.code, mug.by_hand) == ("parked B02", "L1", EAN, False)
    assert (by_hand.sku, by_hand.by_hand) == ("GLUE", True)
    assert bench.job.packed == (1, 0, 1)
    assert bench.scans(EAN) == ["ItemPacked"]


def test_no_means_scan_all_again() -> None:
    """A tote that was emptied counts for nothing, and the first scan is taken."""
    bench = Playbook()
    bench.opens(_bringing(PARKED))
    assert bench.presses(Command.NO) == ["PromptAnswered"]
    assert bench.job.packed == (0, 0)
    assert bench.scans(EAN) == ["ItemPacked"]


def test_an_open_shortage_is_said_with_the_question() -> None:
    """Who opens an order whose missing goods nobody has reported is told, and may go on."""
    bench = Playbook()
    short = (Hold(reason=HoldReason.SHORTAGE, since_us=1),)
    assert bench.opens(replace(_bringing(PARKED), holds=short)) == ["OrderOpened"]
    assert bench.job.prompts[0].en.startswith("A shortage is still open")
    opened = bench.last("OrderOpened")
    assert isinstance(opened, OrderOpened)
    assert opened.warnings == short


def test_the_tote_may_fill_up_while_it_is_asked_about() -> None:
    """Units of the wall taken back make room; those in the tote still must fit when they are counted."""
    bench = Playbook()
    wall = replace(WALL, units=1)
    bench.opens(_bringing(wall, PARKED))
    assert bench.job.packed == (1, 0)
    assert bench.presses(Command.YES) == ["PromptAnswered", "ItemPacked"]
    assert bench.job.packed == (2, 0)


def test_a_parked_order_takes_along_what_was_verified() -> None:
    """Lot, serial and code stay with the units, alike ones counted up; what was taken back does not."""
    order = replace(ORDER, lines=(*ORDER.lines, GLUE))
    bench = Playbook()
    bench.opens(order)
    bench.scans(EAN)
    bench.scans(EAN)
    bench.scans(f"(01){'CARD'}")  # no code of any line: refused, and cleared
    bench.presses(Command.CLEAR)
    bench.presses(Command.BY_HAND)
    bench.scans("CARD")
    bench.presses(Command.UNDO)
    assert bench.presses(Command.HOLD) == ["OrderParked"]
    parked = bench.last("OrderParked")
    assert isinstance(parked, OrderParked)
    assert parked.kept == (
        KeptUnits(line=0, sku=Sku("MUG"), units=2, code=EAN),
        KeptUnits(line=2, sku=Sku("GLUE"), units=1, code=""),
    )
    assert (parked.owner, parked.missing) == (None, ())


def test_brought_units_can_be_taken_back() -> None:
    """A damaged unit of the cell comes out like any other."""
    bench = Playbook()
    bench.opens(_bringing(WALL))
    assert bench.presses(Command.UNDO) == ["UnitTakenBack"]
    assert bench.job.packed == (0, 0)
