from __future__ import annotations

from dataclasses import replace

import pytest

from station.codes import command_code, faulty, read
from station.packing.events import ItemPacked, ScanRefused
from station.packing.inputs import Command, Known, KnownAs, ScanFault
from station.packing.model import Barcode, Capture, LineKind, Order, OrderLine, OrderNo, Sku
from station.packing.reasons import Reason
from tests.packing.playbook import CARD, EAN, MUG, NUMBER, ORDER, OTHER_EAN, RULES, WAYBILL, Playbook, product


def _order(*lines: OrderLine) -> Order:
    return replace(ORDER, lines=lines)


def test_a_unit_is_found_by_barcode_or_by_sku() -> None:
    """A SKU that is in no product file can be packed by its own name; a GTIN-13 matches a 14-digit code."""
    bench = Playbook()
    bench.opens()
    assert bench.scans(EAN) == ["ItemPacked"]
    assert bench.scans("0" + EAN) == ["ItemPacked"]
    assert bench.scans("CARD") == ["ItemPacked"]
    assert bench.job.counted


def test_a_barcode_two_skus_share_counts_for_the_line_with_room() -> None:
    """The open order decides which SKU a shared barcode is; the second line takes what the first has enough of."""
    shared = replace(CARD, barcodes=(Barcode(code=EAN),))
    bench = Playbook()
    bench.opens(_order(replace(MUG, quantity=1), shared))
    bench.scans(EAN)
    bench.scans(EAN)
    assert bench.job.packed == (1, 1)
    assert bench.scans(EAN) == ["ScanRefused"]


def test_a_carton_code_counts_all_its_units() -> None:
    """One scan of a carton of twelve packs twelve, and one that would be too much packs none."""
    line = replace(MUG, quantity=20, barcodes=(Barcode(code=EAN), Barcode(code=OTHER_EAN, units=12)))
    bench = Playbook()
    bench.opens(_order(line))
    assert bench.scans(OTHER_EAN) == ["ItemPacked"]
    assert bench.job.packed == (12,)
    assert bench.scans(OTHER_EAN) == ["ScanRefused"]
    assert bench.why() is Reason.ENOUGH_ALREADY
    assert bench.job.packed == (12,)


def test_one_unit_too_many_stops_the_bench() -> None:
    """A right item beyond its quantity is refused, and the next wanted SKU is named."""
    bench = Playbook()
    bench.opens()
    bench.scans("MUG")
    bench.scans("MUG")
    assert bench.scans("MUG") == ["ScanRefused"]
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert (refused.reason, refused.wanted, refused.locks) == (Reason.ENOUGH_ALREADY, "CARD", True)
    assert bench.job.packed == (2, 0)


def test_kits_and_gifts_are_lines_like_others_and_virtual_ones_need_nothing() -> None:
    """A kit's parts and a free gift are scanned; a virtual line is never waited for and never packed."""
    kit = replace(MUG, kit="SET", quantity=1)
    gift = OrderLine(sku=Sku("PEN"), quantity=1, kind=LineKind.GIFT)
    virtual = OrderLine(sku=Sku("CODE"), quantity=3, kind=LineKind.VIRTUAL)
    bench = Playbook()
    bench.opens(_order(kit, gift, virtual))
    bench.scans("MUG")
    assert bench.job.missing == (("PEN", 1),)
    assert bench.scans("PEN") == ["ItemPacked"]
    assert bench.job.counted
    assert bench.scans("CODE") == ["ScanRefused"]
    assert bench.why() is Reason.ENOUGH_ALREADY


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        (product(), Reason.NOT_IN_ORDER),
        (Known(kind=KnownAs.ORDER, order=OrderNo("SO-2")), Reason.ORDER_OPEN),
        (Known(kind=KnownAs.WAYBILL, order=OrderNo("SO-2")), Reason.WRONG_LABEL),
        (None, Reason.UNKNOWN_CODE),
    ],
)
def test_a_stranger_is_called_what_the_book_says_it_is(known: Known | None, reason: Reason) -> None:
    """A code that is not of the order is an item, an order, a label or nothing anybody knows."""
    bench = Playbook()
    bench.opens()
    assert bench.scans("STRANGE-1", known=known) == ["ScanRefused"]
    assert bench.why() is reason
    assert bench.job.packed == (0, 0)


@pytest.mark.parametrize(
    ("code", "reason"), [("4006381333932", Reason.BAD_CHECK_DIGIT), (OTHER_EAN, Reason.NOT_IN_ORDER)]
)
def test_an_unknown_gtin_is_an_item_and_a_bad_one_is_a_misread(code: str, reason: Reason) -> None:
    """Thirteen digits that check are goods of another order; thirteen that do not were not read whole."""
    bench = Playbook()
    bench.opens()
    bench.scans(code)
    assert bench.why() is reason


def test_a_refusal_carries_what_the_book_knows() -> None:
    """A wrong item is shown beside the wanted one: names, variant, picture."""
    bench = Playbook()
    bench.opens()
    bench.scans("HAT", known=product(name="草帽", name_en="Hat"))
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert (refused.sku, refused.name, refused.name_en) == ("HAT", "草帽", "Hat")
    assert (refused.variant, refused.wanted) == ("L", "MUG")


def test_a_stop_takes_nothing_but_a_clear() -> None:
    """After a wrong item not even the right one, a badge, an undo or an answer is taken."""
    bench = Playbook()
    bench.opens()
    bench.scans("HAT")
    stop = bench.job.stop
    assert bench.scans("MUG") == ["ScanRefused"]
    assert bench.shows_badge("9") == ["ScanRefused"]
    assert bench.presses(Command.UNDO) == ["ScanRefused"]
    assert bench.answers("gift", "ok") == ["ScanRefused"]
    assert bench.why() is Reason.MUST_CLEAR
    assert bench.job.stop == stop
    assert bench.weighs(300_000) == ["WeightSeen"]
    assert bench.scans(command_code(Command.CLEAR)) == ["StopCleared"]
    assert bench.scans("MUG") == ["ItemPacked"]


def test_a_doubled_read_is_dropped_and_a_second_unit_is_not() -> None:
    """Within the guard the same code from the same scanner is one trigger pull; after it, it is a second unit."""
    bench = Playbook()
    bench.opens()
    bench.scans(EAN, guard_ms=1_500)
    assert bench.scans(EAN, guard_ms=1_500) == ["DoubleReadDropped"]
    bench.wait_ms(1_000)
    assert bench.scans(EAN, guard_ms=1_500) == ["ItemPacked"]
    assert bench.scans("CARD", guard_ms=1_500) == ["ItemPacked"]


def test_a_slow_double_of_the_last_unit_is_no_unit_more() -> None:
    """Where the line needs none after it, twice the guard: no stop; later, or from another scanner, one too many."""
    bench = Playbook()
    bench.opens()
    bench.scans("CARD", guard_ms=600)
    assert bench.scans("CARD", guard_ms=600) == ["DoubleReadDropped"]
    assert bench.says(read("CARD", device="other", guard_ms=600)) == ["ScanRefused"]
    bench.presses(Command.CLEAR)
    assert bench.scans("CARD", guard_ms=600) == ["ScanRefused"]


def test_a_slow_double_of_a_unit_more_is_a_unit() -> None:
    """Where the line needs another, what comes after the guard is that unit."""
    bench = Playbook()
    bench.opens()
    bench.scans(EAN, guard_ms=600)
    assert bench.scans(EAN, guard_ms=600) == ["ItemPacked"]


def test_a_code_is_the_same_however_its_characters_are_composed() -> None:
    """What is compared live is what is recorded, so that a restart compares the same."""
    bench = Playbook()
    bench.opens(replace(ORDER, number=OrderNo("SO-\u00e9")))
    assert bench.scans("SO-e\u0301") == ["NothingToDo"]
    bench.scans("\U0002f800")
    bench.restarts()


def test_another_code_or_another_scanner_is_never_a_doubled_read() -> None:
    """The guard looks at code and device, and a scanner without a guard has none."""
    bench = Playbook()
    bench.opens()
    bench.scans("MUG")
    assert bench.scans("MUG") == ["ItemPacked"]
    assert bench.scans("CARD", guard_ms=60_000) == ["ItemPacked"]


def test_two_scanners_read_two_units_at_once() -> None:
    """The same code from another scanner is another unit, however soon it comes."""
    bench = Playbook()
    bench.opens()
    left, right = (read(EAN, device=name, guard_ms=60_000) for name in ("left", "right"))
    assert [bench.says(left), bench.says(right)] == [["ItemPacked"], ["ItemPacked"]]


def test_what_the_line_needs_decides_once_the_pull_is_over() -> None:
    """A doubled read of a full line is no stop; the same code after the guard is a unit too many, and is one."""
    bench = Playbook()
    bench.opens()
    assert bench.scans("CARD", guard_ms=1_500) == ["ItemPacked"]
    assert bench.scans("CARD", guard_ms=1_500) == ["DoubleReadDropped"]
    bench.wait_ms(1_000)
    assert bench.scans("CARD", guard_ms=1_500) == ["ScanRefused"]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(fault, Reason.BAD_INPUT) for fault in ScanFault if fault is not ScanFault.BAD_CHECK_CHARACTERS]
    + [(ScanFault.BAD_CHECK_CHARACTERS, Reason.BAD_CHECK_DIGIT)],
)
def test_a_faulty_read_is_refused_with_its_fault(fault: ScanFault, reason: Reason) -> None:
    """What was not read whole packs nothing and says why."""
    bench = Playbook()
    bench.opens()
    assert bench.says(faulty(fault, device="scanner", text="MUG")) == ["ScanRefused"]
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert (refused.reason, refused.detail) == (reason, fault.value)


def test_lot_expiry_and_serial_are_kept_with_the_unit() -> None:
    """A GS1 code gives what the line must capture, and the event carries it."""
    line = replace(MUG, captures=(Capture.LOT, Capture.EXPIRY, Capture.SERIAL))
    bench = Playbook()
    bench.opens(_order(line))
    assert bench.scans(f"010{EAN}17301231" + "10L7\x1d21S1", aim="]C1") == ["ItemPacked"]
    packed = bench.last("ItemPacked")
    assert isinstance(packed, ItemPacked)
    assert (packed.lot, packed.expiry, packed.serial) == ("L7", "2030-12-31", "S1")


def test_a_code_without_what_the_line_captures_is_asked_for_again() -> None:
    """The plain barcode of an item with a lot is no stop: the packer scans the code beside it."""
    bench = Playbook()
    bench.opens(_order(replace(MUG, captures=(Capture.LOT, Capture.SERIAL))))
    assert bench.scans(EAN) == ["ScanRefused"]
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert (refused.reason, refused.detail, refused.locks) == (Reason.CAPTURE_MISSING, "lot serial", False)
    assert bench.scans(f"010{EAN}10L7\x1d21S1", aim="]C1") == ["ItemPacked"]
    assert bench.job.attention is None


def test_expired_goods_and_a_serial_seen_before_are_refused() -> None:
    """Yesterday's expiry and a repeated serial stop the bench; a serial taken back may come again."""
    bench = Playbook()
    bench.opens()
    bench.scans(f"010{EAN}17200101", aim="]C1")
    assert bench.why() is Reason.EXPIRED
    bench.presses(Command.CLEAR)
    bench.scans(f"010{EAN}21S1", aim="]C1")
    bench.scans(f"010{EAN}21S1", aim="]C1")
    assert bench.why() is Reason.DUPLICATE_SERIAL
    bench.presses(Command.CLEAR)
    bench.presses(Command.UNDO)
    assert bench.scans(f"010{EAN}21S1", aim="]C1") == ["ItemPacked"]


def test_a_piece_that_went_with_another_order_is_refused() -> None:
    """A serial the book has with another order is no second piece, and that order is named."""
    bench = Playbook()
    bench.opens()
    scan = read(f"010{EAN}21S1", aim="]C1", device="scanner")
    assert bench.says(replace(scan, serial_order=OrderNo("SO-9"))) == ["ScanRefused"]
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert (refused.reason, refused.other_order) == (Reason.DUPLICATE_SERIAL, "SO-9")


def test_signing_in_is_asked_for_only_where_it_is_required() -> None:
    """Without a badge nothing is opened; with one the same scan is taken, and signing out ends it."""
    bench = Playbook(replace(RULES, require_sign_in=True))
    assert bench.scans(NUMBER) == ["ScanRefused"]
    assert bench.presses(Command.UNDO) == ["ScanRefused"]
    assert bench.why() is Reason.SIGN_IN_FIRST
    assert bench.job.stop is None
    assert bench.presses(Command.HELP) == ["HelpCalled"]
    assert bench.shows_badge("7") == ["PackerSignedIn"]
    assert bench.scans(NUMBER) == ["OrderAsked"]
    assert bench.presses(Command.SIGN_OUT) == ["PackerSignedOut"]
    assert bench.job.packer == ""


def test_a_change_of_packer_keeps_the_parcel() -> None:
    """A second badge signs the first packer out; units in the box stay counted."""
    bench = Playbook()
    bench.shows_badge("7")
    bench.opens()
    bench.scans("MUG")
    assert bench.shows_badge("9") == ["PackerSignedOut", "PackerSignedIn"]
    assert (bench.job.packer, bench.job.supervisor, bench.job.packed) == ("p-9", True, (1, 0))
    assert bench.shows_badge("9") == ["PackerSignedIn"]


def test_an_unknown_badge_is_refused() -> None:
    """A badge of nobody on the roster opens nothing."""
    bench = Playbook()
    assert bench.shows_badge("404") == ["ScanRefused"]
    assert bench.why() is Reason.NOT_ALLOWED


def test_after_the_label_only_this_parcels_label_is_taken() -> None:
    """Another label stops the bench, one item more is too many, the order sheet is no mistake."""
    bench = Playbook().printed()
    assert bench.scans(NUMBER) == ["NothingToDo"]
    bench.scans(EAN)
    assert bench.why() is Reason.ENOUGH_ALREADY
    bench.presses(Command.CLEAR)
    bench.scans("YT999")
    assert bench.why() is Reason.WRONG_LABEL
    bench.presses(Command.CLEAR)
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "ParcelSealed"]


def test_a_label_that_is_not_printed_yet_seals_nothing() -> None:
    """A waybill number typed or copied before the paper is out does not end the parcel."""
    bench = Playbook().requested()
    assert bench.scans(WAYBILL) == ["NothingToDo"]
    assert bench.job.attention is None
    assert not bench.job.sealed


def test_a_tote_read_twice_is_no_mistake() -> None:
    """A code that the book knows as the open order's own changes nothing, before the label and after it."""
    mine = Known(kind=KnownAs.ORDER, order=NUMBER)
    packing, labelled = Playbook().packed(), Playbook().printed()
    for bench in (packing, labelled):
        assert bench.scans("TOTE-7", known=mine) == ["NothingToDo"]
        assert bench.scans("TOTE-8", known=Known(kind=KnownAs.ORDER, order=OrderNo("SO-2"))) == ["ScanRefused"]
