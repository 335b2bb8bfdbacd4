"""Parcels as a bench records them, in any number: events, through the codec, into a real ledger. Measures nothing.

What makes the bulk quick takes nothing from the ledger: a parcel is one append instead of fifteen, and the files of
its label are some bytes long and not fsynced. Photos and video are of one parcel only (``filmed``).
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from io import BytesIO
from typing import Final

from benchmarks.books import PRODUCTS, gtin
from benchmarks.books import order_no as number_of
from station.clock import SystemClock
from station.evidence.codec import encode
from station.evidence.ledger import Ledger
from station.evidence.media import SEALED
from station.evidence.sealed_file import KEY_SIZE, seal
from station.home import Home
from station.packing.events import (
    Event,
    HoldsAsked,
    ItemPacked,
    LabelAllowed,
    LabelConfirmed,
    LabelPrinted,
    LabelRequested,
    LabelSent,
    OrderOpened,
    PackedUnits,
    ParcelSealed,
    ParcelWeighed,
    RootPrinted,
    WaybillIssued,
)
from station.packing.inputs import Instant
from station.packing.media import MediaFile
from station.packing.model import Barcode, JobId, Order, OrderLine, OrderNo, Recipient, ServiceId, Sku, Waybill

ORG, BENCH, PACKER = "local", "B01", "p7f3"
UNITS: Final = 2
LINES: Final = 3
OF_A_PARCEL: Final = LINES * UNITS + 10
"""Entries."""

SERVICE: Final = ServiceId("yto")
_ZPL: Final = b"^XA^FO50,50^GB100,100,4^FS^XZ"
_PNG: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef924"
    "0000000a4944415478da6368000000820081da45083b0000000049454e44ae426082"
)
"""One white dot."""


class SkippingClock:
    """The machine's clocks, and whatever was skipped of the time of day and of a parcel."""

    def __init__(self) -> None:
        self._real = SystemClock()
        self.boot = self._real.boot
        self._skipped_us = 0

    def now(self) -> Instant:
        real = self._real.now()
        return Instant(wall_us=real.wall_us + self._skipped_us, mono_us=real.mono_us + self._skipped_us)

    def skip_s(self, seconds: int) -> None:
        self._skipped_us += seconds * 1_000_000

    def return_to(self, at: Instant) -> None:
        """Only where nothing was recorded since."""
        self._skipped_us += at.mono_us - self.now().mono_us


def order_no(number: int) -> OrderNo:
    return OrderNo(number_of(number))


def fill(ledger: Ledger, home: Home, entries: int) -> float:
    """Whole parcels until the ledger has so many entries, or a few more; the seconds that took."""
    begun = time.perf_counter()
    home.media.mkdir(parents=True, exist_ok=True)
    while ledger.size < entries:
        append_parcel(ledger, home, ledger.size)
        ledger.between_scans()
    return time.perf_counter() - begun


def append_parcel(ledger: Ledger, home: Home, number: int) -> None:
    label = (_file(home, _ZPL, "application/vnd.zebra-zpl", "label"), _file(home, _PNG, "image/png", "label-image"))
    events = (*opening(number), *packing(number), *closing(ledger, number, label))
    ledger.append([encode(event) for event in events], order_no=order_no(number), by=PACKER)


def opening(number: int) -> tuple[Event, ...]:
    order = Order(
        number=order_no(number),
        platform="taobao",
        shop="demo",
        lines=tuple(_line(number + at) for at in range(LINES)),
        recipient=_person(number),
        sender=_person(0),
        buyer_message="轻放,谢谢",
        service=SERVICE,
        service_name="圆通速递",
        deadline_us=1_795_100_000_000_000,
        known_us=1_795_000_000_000_000,
    )
    return (OrderOpened(order=order, fence=1, prompts=(), carton="M", carton_mg=50_000, filler_mg=5_000),)


def packing(number: int) -> list[ItemPacked]:
    return [packed(number, at // UNITS) for at in range(LINES * UNITS)]


def packed(number: int, line: int) -> ItemPacked:
    sku, code = _sku(number + line), gtin((number + line) % PRODUCTS)
    return ItemPacked(line=line, sku=sku, units=1, code=code, device="scanner", mono_us=time.monotonic_ns() // 1000)


def closing(ledger: Ledger, number: int, label: tuple[MediaFile, ...]) -> Sequence[Event]:
    """From the weight to the seal, with the root that the log has before the parcel on the label."""
    waybill, job = Waybill(f"YT{number:013}"), JobId(f"L{number}-1")
    size, root = ledger.newest_root()
    contents = tuple(PackedUnits(sku=_sku(number + at), units=UNITS) for at in range(LINES))
    return (
        ParcelWeighed(weight_mg=1_052_500, low_mg=1_035_000, high_mg=1_070_000, device="scale"),
        HoldsAsked(revision=1),
        LabelAllowed(job=job, waybill=waybill, service=SERVICE, copy=1, holds_age_s=0),
        WaybillIssued(waybill=waybill, service=SERVICE),
        LabelRequested(
            job=job,
            waybill=waybill,
            printer="label printer",
            copy=1,
            root_printed=RootPrinted(size=size, root=root),
            media=label,
        ),
        LabelSent(job=job),
        LabelPrinted(job=job, by="printer"),
        LabelConfirmed(job=job, waybill=waybill, device="scanner"),
        ParcelSealed(waybill=waybill, weight_mg=1_052_500, contents=contents, short=False),
    )


def _line(product: int) -> OrderLine:
    barcode = Barcode(code=gtin(product % PRODUCTS))
    return OrderLine(
        sku=_sku(product), quantity=UNITS, name="马克杯", variant="白", barcodes=(barcode,), weight_mg=320_000
    )


def _person(number: int) -> Recipient:
    return Recipient(
        name="测试收件人", phone="13800000000", country="CN", province="浙江省", city="杭州市", district="西湖区",
        street=f"示例路 {number} 号", postcode="310000",
    )  # fmt: skip


def _sku(product: int) -> Sku:
    return Sku(f"SKU-{product % PRODUCTS:06}")


def _file(home: Home, data: bytes, mime: str, role: str) -> MediaFile:
    name, key = os.urandom(16).hex() + SEALED, os.urandom(KEY_SIZE)
    with (home.media / name).open("xb") as target:
        plain = seal(BytesIO(data), target, key)
    at_ms = time.time_ns() // 1_000_000
    return MediaFile(sha256=plain.sha256, size=plain.size, mime=mime, role=role, at_ms=at_ms, path=name, key=key)
