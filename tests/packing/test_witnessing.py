from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.inputs import Command, Found, OrderReply, Reading
from station.packing.model import Barcode, BroughtUnits, OrderLine, OrderNo, Sku, Witness
from station.packing.pan import evolve_pan
from station.packing.prompts import IN_THE_BOX, NO, PACKING_MATERIAL, YES
from station.packing.reasons import Reason
from station.packing.rules import Watch
from station.packing.witness_events import UnitsBorneOut, UnitsDoubted, WitnessSteppedBack
from tests.packing.playbook import CARD, EAN, MUG, ORDER, RULES, Playbook

BOX = 120_000
STONE = OrderLine(sku=Sku("STONE"), quantity=1, name="Stone", weight_mg=4_000_000)
THREE = replace(ORDER, lines=(replace(MUG, quantity=3), CARD, STONE))
WATCH = replace(RULES, watch=Watch.STOP, scale_step_mg=1_000, tolerance_percent=30)
"""A tolerance so wide that the parcel's weight alone finds nothing."""


class Packer:
    """Hands at a bench whose box stands on the scale: ``adds`` is what the pan shows after them."""

    def __init__(self, rules: object = WATCH, order: object = THREE) -> None:
        self.bench = Playbook(rules)  # type: ignore[arg-type]
        self.bench.opens(order)  # type: ignore[arg-type]
        self.pan_mg = 0
        self.adds(BOX)

    def adds(self, weight_mg: int) -> list[str]:
        self.pan_mg += weight_mg
        return self.bench.weighs(self.pan_mg)

    def scans(self, *codes: str) -> list[str]:
        said: list[str] = []
        for code in codes:
            said = self.bench.scans(code)
        return said

    def packs(self, *pairs: tuple[str, int]) -> list[str]:
        said: list[str] = []
        for code, weight_mg in pairs:
            self.scans(code)
            said = self.adds(weight_mg)
        return said

    def packs_rest(self) -> list[str]:
        """Everything but the third mug, which was scanned and is still in the hand."""
        self.packs((EAN, 182_000), (EAN, 183_000))
        self.scans(EAN)
        return self.packs(("CARD", 96_000), ("STONE", 4_010_000))

    @property
    def doubt(self) -> UnitsDoubted:
        event = self.bench.last("UnitsDoubted")
        assert isinstance(event, UnitsDoubted)
        return event


def test_a_scan_is_borne_out_by_the_next_change() -> None:
    """What comes after a scan and weighs what it should is recorded as that unit, to the gram."""
    packer = Packer()
    assert packer.bench.events[-1].__class__.__name__ == "AccountBegun"
    assert packer.packs((EAN, 181_000)) == ["WeightSeen", "UnitsBorneOut"]
    seen = packer.bench.last("UnitsBorneOut")
    assert isinstance(seen, UnitsBorneOut)
    assert [(each.sku, each.units) for each in seen.seen] == [("MUG", 1)]
    assert (seen.change_mg, seen.settled_mg) == (181_000, BOX + 181_000)


def test_put_in_before_its_scan() -> None:
    """Whoever puts in first and scans then is borne out by the scan."""
    packer = Packer()
    assert packer.adds(182_000) == ["WeightSeen"]
    assert packer.scans(EAN) == ["ItemPacked", "UnitsBorneOut"]


def test_several_at_once() -> None:
    """Three scans and one change of all three are told apart by their weights."""
    packer = Packer()
    packer.scans(EAN, "CARD", EAN)
    packer.adds(182_000 * 2 + 96_000)
    seen = packer.bench.last("UnitsBorneOut")
    assert isinstance(seen, UnitsBorneOut)
    assert [(each.sku, each.units) for each in seen.seen] == [("MUG", 2), ("CARD", 1)]


def test_scanned_twice_holds_the_label() -> None:
    """A piece that was scanned twice and came once: the item is named, nothing prints, the scans were never held up."""
    packer = Packer()
    assert packer.packs_rest() == ["ParcelWeighed", "UnitsBorneOut", "UnitsDoubted"]
    assert [(each.sku, each.units, each.weight_mg) for each in packer.doubt.seen] == [("MUG", 1, 182_000)]
    assert packer.doubt.reason is Reason.ITEM_NOT_ADDED
    attention = packer.bench.job.attention
    assert attention is not None
    assert (attention.reason, attention.detail) == (Reason.ITEM_NOT_ADDED, "Mug × 1")
    assert packer.bench.did == []
    assert packer.bench.presses(Command.NEXT) == ["NothingToDo"]


def test_put_in_after_all() -> None:
    """The unit goes in, the question goes, the label is on its way: no scan, no key."""
    packer = Packer()
    packer.packs_rest()
    assert packer.adds(182_000) == ["ParcelWeighed", "UnitsBorneOut", "HoldsAsked"]
    assert packer.bench.job.prompts == ()


def test_the_packers_word_is_recorded_as_such() -> None:
    """YES, it is in the box, lets the label print and stays in the ledger as an answer."""
    packer = Packer()
    packer.packs_rest()
    assert packer.bench.answers(IN_THE_BOX, YES) == ["PromptAnswered", "HoldsAsked"]
    assert packer.adds(0) == ["ParcelWeighed"]


def test_no_leaves_it_to_the_scale() -> None:
    """NO prints nothing; RETRY and WEIGH do not get round it, the missing unit does."""
    packer = Packer()
    packer.packs_rest()
    assert packer.bench.answers(IN_THE_BOX, NO) == ["PromptAnswered"]
    assert packer.bench.presses(Command.WEIGH) == ["NothingToDo"]
    assert packer.bench.did == ["AskWeight"]
    assert packer.adds(0)[-1] == "UnitsDoubted"
    assert packer.adds(182_000)[-1] == "HoldsAsked"


def test_scanned_again_as_it_goes_in() -> None:
    """The unit may be scanned once more: no stop for one too many, and it counts once."""
    packer = Packer()
    packer.packs_rest()
    assert packer.scans(EAN) == ["UnitScannedAgain"]
    assert packer.bench.job.packed == (3, 1, 1)
    assert packer.adds(182_000)[-1] == "HoldsAsked"
    assert packer.scans(EAN)[0] in ("NothingToDo", "ScanRefused")


def test_scanned_again_when_its_weight_is_missed() -> None:
    """So heavy that the parcel's own weight is refused for want of it: the same scan, and no stop either."""
    packer = Packer()
    packer.packs((EAN, 182_000))
    packer.scans("STONE")
    assert packer.packs((EAN, 182_000), (EAN, 182_000), ("CARD", 96_000))[0] == "WeightRefused"
    assert packer.scans("STONE") == ["UnitScannedAgain"]
    assert packer.adds(4_000_000)[-1] == "HoldsAsked"


def test_one_too_many_where_nothing_was_packed_on_the_scale() -> None:
    """A box that was only weighed at the end says nothing about which unit is missing."""
    bench = Playbook(replace(WATCH, tolerance_percent=1))
    bench.opens(ORDER)
    bench.packs_all()
    bench.weighs(278_000)
    assert bench.why() is Reason.WEIGHT_LOW
    assert bench.scans(EAN) == ["ScanRefused"]


def test_another_item_is_still_one_too_many() -> None:
    """Only what the scale has not seen may be scanned again."""
    packer = Packer()
    packer.packs_rest()
    assert packer.scans("CARD") == ["ScanRefused"]
    assert packer.bench.why() is Reason.ENOUGH_ALREADY


def test_undo_takes_the_scan_back() -> None:
    """The last scan taken back is no longer awaited."""
    packer = Packer(order=replace(ORDER, lines=(CARD, replace(MUG, quantity=2))))
    packer.packs(("CARD", 96_000), (EAN, 182_000))
    packer.scans(EAN)
    packer.bench.wait_ms(5_000)
    assert packer.adds(0)[-1] == "UnitsDoubted"
    assert packer.bench.presses(Command.UNDO) == ["UnitTakenBack"]
    assert (packer.bench.job.prompts, packer.bench.job.pan.owed) == ((), ())
    assert packer.packs((EAN, 182_000))[-1] == "HoldsAsked"


def test_a_unit_taken_out_and_undone_in_either_order() -> None:
    """Out of the box and back, with its undo, is no riddle."""
    packer = Packer()
    packer.packs((EAN, 182_000))
    assert packer.adds(-182_000) == ["WeightSeen"]
    assert packer.bench.presses(Command.UNDO) == ["UnitTakenBack", "UnitsBorneOut"]
    packer.packs((EAN, 182_000))
    packer.bench.presses(Command.UNDO)
    assert packer.adds(-182_000) == ["WeightSeen", "UnitsBorneOut"]


def test_taken_out_and_forgotten() -> None:
    """A unit that left the box without an undo is missed at the end."""
    packer = Packer()
    packer.packs((EAN, 182_000), (EAN, 182_000), (EAN, 182_000), ("CARD", 96_000))
    packer.adds(-182_000)
    packer.packs(("STONE", 4_000_000))
    assert packer.doubt.reason is Reason.ITEM_NOT_ADDED
    assert [each.sku for each in packer.doubt.seen] == ["MUG"]


def test_put_in_without_a_scan() -> None:
    """Two came where one was scanned: the label waits; taken out, it prints."""
    order = replace(ORDER, lines=(CARD, replace(MUG, quantity=1)))
    packer = Packer(replace(WATCH, tolerance_mg=1_000_000), order)
    packer.packs(("CARD", 96_000))
    packer.scans(EAN)
    packer.bench.wait_ms(5_000)
    packer.adds(364_000)
    assert packer.doubt.reason is Reason.ITEM_UNEXPLAINED
    assert packer.adds(-182_000)[-1] == "HoldsAsked"


def test_packing_material_is_the_packers_word() -> None:
    """Something heavy that is no item is let through by a yes."""
    order = replace(ORDER, lines=(CARD, replace(MUG, quantity=1)))
    packer = Packer(replace(WATCH, tolerance_mg=1_000_000), order)
    packer.packs(("CARD", 96_000))
    packer.scans(EAN)
    packer.bench.wait_ms(5_000)
    packer.adds(364_000)
    assert packer.bench.answers(PACKING_MATERIAL, YES) == ["PromptAnswered", "HoldsAsked"]


def test_filling_between_is_no_riddle() -> None:
    """Paper and tape come and say nothing; the unit after them is borne out all the same."""
    packer = Packer()
    packer.packs((EAN, 182_000))
    packer.adds(25_000)
    assert packer.packs((EAN, 182_000)) == ["WeightSeen", "UnitsBorneOut"]
    packer.adds(30_000)
    assert packer.packs((EAN, 182_000), ("CARD", 96_000), ("STONE", 4_000_000))[-1] == "HoldsAsked"


def test_a_hand_on_the_scale_decides_nothing() -> None:
    """Neither a weight in motion nor one that rests under an arm is held against a scan."""
    packer = Packer()
    packer.scans(EAN)
    assert packer.bench.weighs(3_000_000, stable=False) == ["WeightSeen"]
    assert packer.bench.weighs(3_302_000) == ["WeightSeen"]
    assert packer.bench.weighs(BOX + 182_000) == ["WeightSeen", "UnitsBorneOut"]


def test_the_box_goes_off_and_comes_back() -> None:
    """With what was put in beside the scale it is borne out; as it was, it is known again."""
    packer = Packer()
    packer.packs((EAN, 182_000))
    assert packer.bench.weighs(0) == ["PanCleared"]
    packer.scans(EAN)
    packer.pan_mg += 182_000
    assert packer.adds(0) == ["WeightSeen", "UnitsBorneOut"]
    packer.bench.weighs(0)
    packer.adds(0)
    again = packer.bench.last("UnitsBorneOut")
    assert isinstance(again, UnitsBorneOut)
    assert again.seen == ()


def test_another_box_is_no_alarm() -> None:
    """What comes back is another box: the account begins anew, and nobody is asked about what went before."""
    packer = Packer()
    packer.packs((EAN, 182_000))
    packer.scans(EAN)
    packer.bench.weighs(0)
    packer.pan_mg += 250_000
    packer.adds(0)
    back = packer.bench.last("WitnessSteppedBack")
    assert isinstance(back, WitnessSteppedBack)
    assert back.why == "lost_track"
    packer.scans(EAN)
    packer.adds(182_000)
    assert packer.packs(("CARD", 96_000), ("STONE", 4_000_000))[-1] == "HoldsAsked"


def test_a_box_that_is_tared_did_not_come_back_empty() -> None:
    """Tared with the box on it, the scale shows each mug alone: no two alike are taken for a box that came back."""
    packer = Packer()
    for _ in range(3):
        packer.pan_mg = 0
        assert packer.adds(0) == ["PanCleared"]
        packer.packs((EAN, 182_000))
    assert packer.packs(("CARD", 96_000), ("STONE", 4_000_000))[-1] == "HoldsAsked"


def test_weighed_at_the_end_only() -> None:
    """A box that comes to the scale when all is in is weighed as ever."""
    bench = Playbook(WATCH)
    bench.opens(ORDER)
    bench.packs_all()
    assert bench.weighs(460_000) == ["ParcelWeighed", "HoldsAsked"]


def test_too_light_for_the_scale() -> None:
    """Stickers of four grams on a scale of five are counted, and the scale says that it cannot tell."""
    sticker = OrderLine(sku=Sku("STICKER"), quantity=4, name="Sticker", weight_mg=4_000)
    packer = Packer(replace(WATCH, scale_step_mg=5_000, tolerance_mg=1_000_000), replace(ORDER, lines=(sticker, MUG)))
    packer.scans("STICKER", "STICKER", "STICKER", "STICKER")
    packer.adds(20_000)
    back = packer.bench.last("WitnessSteppedBack")
    assert isinstance(back, WitnessSteppedBack)
    assert (back.why, packer.bench.job.pan.back) == ("too_light", "too_light")
    assert packer.packs((EAN, 182_000), (EAN, 182_000))[-1] == "HoldsAsked"


def test_a_weight_nobody_knows() -> None:
    """A unit of unknown weight explains whatever came, and no alarm follows from it."""
    packer = Packer(order=replace(ORDER, lines=(MUG, replace(CARD, weight_mg=None))))
    packer.packs((EAN, 182_000), (EAN, 182_000))
    packer.scans("CARD")
    packer.bench.wait_ms(5_000)
    assert packer.adds(77_000) == ["ParcelWeighed", "WitnessSteppedBack", "HoldsAsked"]


def test_the_last_unit_is_still_in_the_hand() -> None:
    """A weight that comes with the last scan is looked at again, without a word; then it counts."""
    packer = Packer()
    packer.packs((EAN, 182_000), (EAN, 182_000), (EAN, 182_000), ("CARD", 96_000))
    packer.scans("STONE")
    assert packer.bench.did == ["AskWeight"]
    assert packer.adds(0) == ["WeightAwaited"]
    assert packer.bench.did == ["AskWeight"]
    assert packer.bench.job.attention is None
    assert packer.adds(4_000_000)[-1] == "HoldsAsked"


def test_passed_over_while_packing() -> None:
    """Two later units have come and the scanned one has not: a word at the next scan, once, and no lock."""
    packer = Packer(order=replace(THREE, lines=(replace(MUG, quantity=4), CARD, STONE)))
    packer.packs((EAN, 182_000))
    packer.scans(EAN)
    packer.packs(("CARD", 96_000), ("STONE", 4_000_000))
    assert packer.scans(EAN) == ["ItemPacked", "UnitsDoubted"]
    assert packer.doubt.prompt is None
    assert packer.bench.job.stop is None
    assert packer.scans(EAN)[0] == "ItemPacked"


def test_warn_only_says_it() -> None:
    """With ``warn`` the label is not held; the disagreement is recorded."""
    packer = Packer(replace(WATCH, watch=Watch.WARN))
    assert packer.packs_rest() == ["ParcelWeighed", "UnitsBorneOut", "UnitsDoubted", "HoldsAsked"]
    assert (packer.bench.job.prompts, packer.bench.job.attention) == ((), None)
    assert packer.doubt.quiet


def test_off_sees_nothing() -> None:
    """Switched off, the parcel is weighed as ever."""
    packer = Packer(replace(WATCH, watch=Watch.OFF))
    assert packer.packs_rest() == ["ParcelWeighed", "HoldsAsked"]


def test_a_restart_keeps_the_question() -> None:
    """A power cut is no way round: the question stands, and the box is looked for anew."""
    packer = Packer()
    packer.packs_rest()
    packer.bench.restarts()
    assert [prompt.id for prompt in packer.bench.job.prompts] == [IN_THE_BOX]
    assert packer.adds(0)[-1] == "UnitsDoubted"


def test_units_from_the_wall_are_never_asked_about() -> None:
    """What was verified at the wall may be in the box before it comes to the scale."""
    brought = BroughtUnits(line=0, units=2, code=EAN, witness=Witness.WALL, place="7", by="p-7", at_us=1)
    bench = Playbook(WATCH)
    bench.scans("SO-1")
    order = replace(ORDER, brought=(brought,))
    bench.says(OrderReply(code=OrderNo("SO-1"), found=Found.CLAIMED, order=order, fence=1))
    bench.weighs(BOX + 364_000)
    bench.scans("CARD")
    assert bench.weighs(BOX + 460_000)[-1] == "HoldsAsked"


def test_a_carton_of_twelve_is_twelve_units() -> None:
    """One scan of a carton's code awaits all its units."""
    cups = OrderLine(sku=Sku("CUP"), quantity=13, weight_mg=50_000, barcodes=(Barcode(code="CARTON", units=12),))
    packer = Packer(order=replace(ORDER, lines=(cups,)))
    packer.scans("CARTON")
    packer.adds(603_000)
    seen = packer.bench.last("UnitsBorneOut")
    assert isinstance(seen, UnitsBorneOut)
    assert seen.seen[0].units == 12


@pytest.mark.parametrize("fault_mg", [None, 5])
def test_a_reading_without_use_changes_no_account(fault_mg: int | None) -> None:
    """A fault, or a weight that moves, leaves what is accounted for as it is."""
    packer = Packer()
    before = packer.bench.job.pan
    packer.bench.says(Reading(weight_mg=fault_mg, stable=False, device="scale"))
    assert packer.bench.job.pan.settled_mg == before.settled_mg


def test_most_events_mean_nothing_for_the_pan() -> None:
    """An event that is none of the scale's leaves the very same value."""
    packer = Packer()
    pan = packer.bench.job.pan
    packer.bench.presses(Command.HELP)
    assert evolve_pan(pan, packer.bench.events[0]) is pan
