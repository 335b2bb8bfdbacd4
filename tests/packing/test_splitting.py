from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.packing.events import ParcelSealed
from station.packing.inputs import Command, Found, OrderReply, PrintState
from station.packing.job import needed
from station.packing.model import BroughtUnits, LineKind, OrderLine, OrderNo, Sku, Witness
from station.packing.reasons import Reason
from station.packing.split_events import ParcelSplit, RestUnits
from tests.packing.playbook import EAN, MUG, ORDER, WAYBILL, Playbook

NEXT = OrderNo("SO-1#2")
PARTED = replace(ORDER, next_part=NEXT)
PART = replace(ORDER, number=NEXT, part_of=ORDER.number, next_part=OrderNo("SO-1#3"), lines=(replace(MUG, quantity=1),))
MUGS_MG = 182_000


def _half() -> Playbook:
    """One of two mugs is in the box."""
    bench = Playbook()
    bench.opens(PARTED)
    bench.scans("MUG")
    return bench


def _sealed(bench: Playbook, weight_mg: int) -> ParcelSealed:
    assert "ParcelWeighed" in bench.weighs(weight_mg)
    bench.hears_holds()
    bench.drew_label()
    bench.printer_says(PrintState.SENT)
    bench.printer_says(PrintState.PRINTED)
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "ParcelSealed"]
    event = bench.last("ParcelSealed")
    assert isinstance(event, ParcelSealed)
    return event


def test_a_full_box_is_a_parcel() -> None:
    """What is in counts as complete and is weighed and sealed as such; the seal names what is left, line by line."""
    bench = _half()
    assert bench.presses(Command.SPLIT) == ["ParcelSplit"]
    assert bench.did == ["AskWeight"]
    assert bench.job.counted
    assert bench.weighs(2 * MUGS_MG) == ["WeightRefused"]
    sealed = _sealed(bench, MUGS_MG)
    assert [(packed.sku, packed.units) for packed in sealed.contents] == [("MUG", 1)]
    assert (sealed.next, sealed.short) == (NEXT, False)
    assert sealed.rest == (RestUnits(line=0, sku=Sku("MUG"), units=1), RestUnits(line=1, sku=Sku("CARD"), units=1))


def test_next_opens_the_rest() -> None:
    """After the seal NEXT asks for the part's own number; the part seals like any order and leaves nothing."""
    bench = _half()
    bench.presses(Command.SPLIT)
    _sealed(bench, MUGS_MG)
    assert bench.presses(Command.NEXT) == ["OrderAsked"]
    assert bench.job.asked == NEXT
    bench.says(OrderReply(code=NEXT, found=Found.CLAIMED, order=PART, fence=1))
    bench.weighs(0)
    bench.scans("MUG")
    sealed = _sealed(bench, MUGS_MG)
    assert (sealed.next, sealed.rest) == (None, ())
    assert bench.presses(Command.NEXT) == ["NextAsked"]


@pytest.mark.parametrize("found", [Found.HELD, Found.CANCELLED, Found.UNREACHABLE])
def test_a_rest_that_cannot_be_opened_does_not_stand_in_the_way(found: Found) -> None:
    """It is asked for once; NEXT goes on to another order then, and the rest waits under its own number."""
    bench = _half()
    bench.presses(Command.SPLIT)
    _sealed(bench, MUGS_MG)
    bench.scans("SO-7")
    bench.says(OrderReply(code="SO-7", found=found, order=replace(PART, number=OrderNo("SO-7"))))
    bench.presses(Command.CLEAR)
    assert bench.presses(Command.NEXT) == ["OrderAsked"]
    assert bench.job.asked == NEXT
    bench.says(OrderReply(code=NEXT, found=found, order=PART))
    bench.presses(Command.CLEAR)
    assert bench.presses(Command.NEXT) == ["NextAsked"]
    assert not bench.job.sealed
    bench.scans(NEXT)
    assert bench.says(OrderReply(code=NEXT, found=Found.CLAIMED, order=PART, fence=1)) == ["OrderOpened"]


def test_a_split_is_taken_back_before_units_are() -> None:
    """UNDO ends the split first and then takes out units; the order is whole again, to the last field."""
    bench = _half()
    bench.presses(Command.SPLIT)
    assert bench.presses(Command.UNDO) == ["SplitUndone"]
    assert bench.job.order == PARTED
    assert bench.job.whole is None
    assert bench.presses(Command.UNDO) == ["UnitTakenBack"]
    bench.packs_all()
    assert bench.job.counted


def test_an_item_of_the_rest_stops_the_bench() -> None:
    """A unit that goes into the next box is one too many in this one."""
    bench = _half()
    bench.presses(Command.SPLIT)
    for sku in ("MUG", "CARD"):
        assert bench.scans(sku) == ["ScanRefused"]
        assert bench.why() is Reason.ENOUGH_ALREADY
        bench.presses(Command.CLEAR)


@pytest.mark.parametrize(
    ("order", "scans", "detail"),
    [
        (PARTED, 0, "nothing_packed"),
        (ORDER, 1, "no_part_number"),
        (replace(PARTED, joined=(ORDER.number, OrderNo("SO-9"))), 1, "joint_parcel"),
    ],
)
def test_what_may_not_be_split(order: object, scans: int, detail: str) -> None:
    """An empty box, an order with all its parcels and a joint parcel are refused by name."""
    bench = Playbook()
    bench.opens(order)  # type: ignore[arg-type]
    for _ in range(scans):
        bench.scans("MUG")
    assert bench.presses(Command.SPLIT) == ["ScanRefused"]
    assert bench.why() is Reason.NOT_ALLOWED
    assert bench.events[0].detail == detail  # type: ignore[union-attr]


@pytest.mark.parametrize("command", [Command.SPLIT, Command.SHORT])
def test_first_it_is_said_what_lies_in_the_tote(command: Command) -> None:
    """Before that nobody knows what is missing: nothing is split off and nothing goes short."""
    wall = BroughtUnits(line=0, units=1, code=EAN, witness=Witness.WALL, place="7", by="p-7", at_us=1)
    bench = Playbook()
    bench.opens(replace(PARTED, brought=(wall, replace(wall, witness=Witness.PARKED, place="B02"))))
    assert bench.presses(command) == ["ScanRefused"]
    assert bench.why() is Reason.PROMPT_OPEN
    bench.answers("brought", "yes")
    assert bench.job.packed[0] == 2


def test_a_split_without_an_object() -> None:
    """Nothing open, nothing missing, or split already: nothing happens. After the label it is refused."""
    bench = Playbook()
    assert bench.presses(Command.SPLIT) == ["NothingToDo"]
    bench.packed(PARTED)
    assert bench.presses(Command.SPLIT) == ["NothingToDo"]
    bench = _half()
    bench.presses(Command.SPLIT)
    assert bench.presses(Command.SPLIT) == ["NothingToDo"]


def test_a_split_ends_the_question_for_a_short_pack() -> None:
    """Who asked for a short pack and then splits is not asked for a supervisor any more."""
    bench = _half()
    bench.presses(Command.SHORT, reason="not_found")
    assert bench.job.prompts
    bench.presses(Command.SPLIT)
    assert not bench.job.prompts


def test_the_platforms_number_means_the_open_part() -> None:
    """Scanning ``SO-1`` while its second parcel is open is no mistake."""
    bench = Playbook()
    bench.opens(PART)
    assert bench.scans("SO-1") == ["NothingToDo"]


LINES = st.lists(
    st.builds(
        lambda at, kind, quantity: OrderLine(sku=Sku(f"S{at}"), quantity=quantity, kind=kind, weight_mg=10_000),
        st.integers(0, 3),
        st.sampled_from((LineKind.GOODS, LineKind.GIFT, LineKind.VIRTUAL)),
        st.integers(1, 4),
    ),
    min_size=1,
    max_size=5,
)


@given(lines=LINES, scans=st.integers(1, 12), undone=st.booleans())
def test_a_split_loses_no_unit(lines: list[OrderLine], scans: int, undone: bool) -> None:
    """Parcel and rest are the order, line by line, whatever was packed; undone, nothing has changed."""
    order = replace(PARTED, lines=tuple(lines))
    bench = Playbook()
    bench.opens(order)
    for _ in range(scans):
        if bench.job.missing:
            bench.scans(bench.job.missing[0][0])
    if bench.presses(Command.SPLIT) != ["ParcelSplit"]:
        return
    split = bench.last("ParcelSplit")
    assert isinstance(split, ParcelSplit)
    assert not bench.job.missing
    rest = {each.line: each.units for each in split.rest}
    for at, line in enumerate(lines):
        assert bench.job.packed[at] + rest.get(at, 0) == needed(line.kind, line.quantity)
    assert all(units > 0 for units in rest.values())
    if undone:
        bench.presses(Command.UNDO)
        assert bench.job.order == order
    bench.restarts()


def test_a_split_waits_until_it_is_known_what_the_tote_holds() -> None:
    """While it is asked whether units packed before are there, nobody knows what would go into the next parcel."""
    brought = BroughtUnits(line=1, units=1, code="CARD", witness=Witness.PARKED, place="B02", by="p-7", at_us=1)
    walled = BroughtUnits(line=0, units=1, code=EAN, witness=Witness.WALL, place="7", by="p-7", at_us=1)
    bench = Playbook()
    bench.opens(replace(PARTED, brought=(walled, brought)))
    assert bench.job.packed == (1, 0)
    assert bench.presses(Command.SPLIT) == ["ScanRefused"]
    assert bench.why() is Reason.PROMPT_OPEN
    assert bench.job.stop is None
    assert bench.answers("brought", "yes") == ["PromptAnswered", "ItemPacked"]
    assert bench.presses(Command.SPLIT) == ["ParcelSplit"]
    assert bench.job.packed == (1, 1)
