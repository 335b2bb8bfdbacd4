from __future__ import annotations

from dataclasses import replace

import pytest

from station.codes import read
from station.packing.events import ItemPacked, OrderAsked, ScanRefused
from station.packing.inputs import Command, Found, Known, KnownAs, OrderReply, Scan
from station.packing.model import Barcode, BroughtUnits, Capture, Order, OrderLine, OrderNo, Sku, Witness
from station.packing.reasons import Reason
from tests.packing.playbook import EAN, RULES, START_US, Playbook, product

MUG = OrderLine(sku=Sku("MUG"), quantity=1, name="Mug", weight_mg=182_000, barcodes=(Barcode(code=EAN),))
SINGLE = Order(number=OrderNo("SO-9"), platform="generic", shop="demo", lines=(MUG,), known_us=START_US)


def _claims(bench: Playbook, text: str = EAN, order: Order = SINGLE, **scan: object) -> list[str]:
    """The scan of an item, and the book's answer that it claimed an order."""
    asked = replace(read(text, device="scanner"), **scan)  # type: ignore[arg-type]
    assert bench.says(asked) == ["OrderAsked"]
    return bench.says(OrderReply(code=asked.text, found=Found.CLAIMED, order=order, fence=3, item=True, scan=asked))


def test_an_item_opens_its_order_verified_and_asks_for_the_weight() -> None:
    """One scan: the order is open, its unit counted by that very scan, the box goes on the scale."""
    bench = Playbook()
    assert _claims(bench) == ["OrderOpened", "ItemPacked"]
    packed = bench.last("ItemPacked")
    assert isinstance(packed, ItemPacked)
    assert (packed.code, packed.device, packed.units) == (EAN, "scanner", 1)
    assert (bench.job.counted, bench.did) == (True, ["AskWeight"])
    assert bench.weighs(182_000) == ["ParcelWeighed", "HoldsAsked"]


def test_the_question_names_the_item() -> None:
    """A code with a lot has the item's number inside, and the book is asked for both."""
    bench = Playbook()
    bench.scans(f"(01){EAN.zfill(14)}(10)L1")
    asked = bench.last("OrderAsked")
    assert isinstance(asked, OrderAsked)
    assert asked.gtin == EAN.zfill(14)
    assert bench.did == ["ClaimOrder"]


def test_what_is_read_off_the_item_is_recorded() -> None:
    """Lot and serial of the scan that claimed are those of the unit in the box."""
    order = replace(SINGLE, lines=(replace(MUG, captures=(Capture.LOT, Capture.SERIAL)),))
    bench = Playbook()
    assert _claims(bench, f"(01){EAN.zfill(14)}(21)S1\x1d10L1", order) == ["OrderOpened", "ItemPacked"]
    packed = bench.last("ItemPacked")
    assert isinstance(packed, ItemPacked)
    assert (packed.lot, packed.serial) == ("L1", "S1")


@pytest.mark.parametrize(
    ("text", "scan", "captures", "reason"),
    [
        (f"(01){EAN.zfill(14)}(17)200131", {}, (), Reason.EXPIRED),
        (f"(01){EAN.zfill(14)}(21)S1", {"serial_order": OrderNo("SO-2")}, (), Reason.DUPLICATE_SERIAL),
        (EAN, {}, (Capture.LOT,), Reason.CAPTURE_MISSING),
    ],
)
def test_an_item_that_may_not_ship_claims_nothing(
    text: str, scan: dict[str, object], captures: tuple[Capture, ...], reason: Reason
) -> None:
    """An expired unit, a piece of another order, a code without its lot: told, and the order goes back at once."""
    order = replace(SINGLE, lines=(replace(MUG, captures=captures),))
    bench = Playbook()
    assert _claims(bench, text, order, **scan) == ["ClaimReturned", "ScanRefused"]
    assert bench.why() is reason
    assert bench.did == ["ReleaseOrder"]
    assert (bench.job.order, bench.job.opened, bench.job.asked) == (None, False, None)
    assert (bench.job.stop is not None) == (reason is not Reason.CAPTURE_MISSING)


def test_a_unit_that_lies_in_a_cell_is_not_packed_twice() -> None:
    """An order whose own unit was sorted is full: the one in hand is not its."""
    sorted_unit = BroughtUnits(line=0, units=1, code=EAN, witness=Witness.WALL, place="3", by="p-7", at_us=1)
    bench = Playbook()
    assert _claims(bench, order=replace(SINGLE, brought=(sorted_unit,))) == ["ClaimReturned", "ScanRefused"]
    assert bench.why() is Reason.ENOUGH_ALREADY


def test_an_answer_without_its_scan_opens_the_order_unverified() -> None:
    """Nothing counts as verified that was not scanned here."""
    bench = Playbook()
    bench.scans(EAN)
    assert bench.says(OrderReply(code=EAN, found=Found.CLAIMED, order=SINGLE, fence=1, item=True)) == ["OrderOpened"]
    assert bench.job.packed == (0,)


def test_a_stop_that_came_meanwhile_stays() -> None:
    """An act refused while the book was asked is told again over the opened order."""
    bench = Playbook()
    asked = read(EAN, device="scanner")
    bench.says(asked)
    bench.presses(Command.BOX, argument="XXL")
    reply = OrderReply(code=EAN, found=Found.CLAIMED, order=SINGLE, fence=1, item=True, scan=asked)
    assert bench.says(reply) == ["OrderOpened", "ItemPacked", "ScanRefused"]
    assert bench.job.stop is not None


@pytest.mark.parametrize(
    ("units", "waiting", "detail"),
    [(1, 3, "larger_orders:3"), (1, 0, "no_orders"), (12, 3, "carton_code")],
)
def test_an_item_nobody_waits_for_locks_nothing(units: int, waiting: int, detail: str) -> None:
    """It is told what the item is and how many larger orders need it; the next scan is taken."""
    bench = Playbook()
    bench.scans(EAN)
    reply = OrderReply(code=EAN, found=Found.NO_SINGLE, known=product(name_en="Sun hat"), units=units, waiting=waiting)
    assert bench.says(reply) == ["ScanRefused"]
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert (refused.reason, refused.sku) == (Reason.NO_ORDER_FOR_ITEM, "HAT")
    assert (refused.name, refused.name_en) == ("Hat", "Sun hat")
    assert (refused.detail, refused.locks, bench.job.stop) == (detail, False, None)
    assert bench.opens() == ["OrderOpened"]


def test_an_item_without_a_name_is_told_by_its_code() -> None:
    """A SKU in no product file is an item all the same."""
    bench = Playbook()
    bench.scans("HAT")
    bench.says(OrderReply(code="HAT", found=Found.NO_SINGLE, units=1))
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert refused.sku is None


def test_nobody_packs_without_signing_in() -> None:
    """Who signed out while the book was asked has packed nothing."""
    rules = replace(RULES, require_sign_in=True)
    bench = Playbook(rules)
    bench.shows_badge("7")
    asked = Scan(text=EAN, device="scanner", keys=(EAN.zfill(14),), known=Known(kind=KnownAs.PRODUCT))
    bench.says(asked)
    bench.presses(Command.SIGN_OUT)
    reply = OrderReply(code=EAN, found=Found.CLAIMED, order=SINGLE, fence=1, item=True, scan=asked)
    assert bench.says(reply) == ["ClaimReturned", "ScanRefused"]
    assert bench.why() is Reason.SIGN_IN_FIRST


def test_the_same_trigger_pull_does_not_claim_twice() -> None:
    """A doubled read of the item that opened its order is dropped, not taken for one too many."""
    bench = Playbook()
    asked = read(EAN, device="scanner", guard_ms=3_000)
    bench.says(asked)
    bench.says(OrderReply(code=EAN, found=Found.CLAIMED, order=SINGLE, fence=1, item=True, scan=asked))
    assert bench.says(asked) == ["DoubleReadDropped"]
