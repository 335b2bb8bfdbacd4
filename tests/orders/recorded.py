"""A ledger in memory, with real entries: what the relay's source looks like without a disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from station.evidence.codec import encode
from station.evidence.entry import Entry, Stamp, Tip, draft
from station.evidence.fact import Fact
from station.packing.events import (
    CartonChosen,
    Event,
    ItemPacked,
    LabelRequested,
    OrderOpened,
    PackedUnits,
    ParcelSealed,
    RootPrinted,
)
from station.packing.inputs import Instant
from station.packing.model import JobId, Order, OrderLine, OrderNo, Sku, Waybill

T0 = 1_790_000_000_000_000


class Recorded:
    """Entries of one bench; each is a second after the one before unless a test says when."""

    def __init__(self, bench: str = "B01", epoch: int = 1) -> None:
        self.log = f"acme/{bench}/{epoch}"
        self._tip = Tip()
        self._entries: list[Entry] = []
        self._salts = count()
        self._forgotten: set[int] = set()

    @property
    def size(self) -> int:
        return len(self._entries)

    def entries(self, from_seq: int = 0, to_seq: int | None = None) -> Iterator[Entry]:
        asked = self._entries[from_seq : None if to_seq is None else to_seq + 1]
        return (entry for entry in asked if entry.seq not in self._forgotten)

    def forget(self, seq: int) -> None:
        """The entry cannot be read any more; the size stays."""
        self._forgotten.add(seq)

    def add(self, *events: Event, order: str | None = None, by: str = "P001", at_us: int | None = None) -> None:
        for event in events:
            self.add_fact(encode(event), order=order, by=by, at_us=at_us)

    def add_fact(self, fact: Fact, *, order: str | None = None, by: str = "P001", at_us: int | None = None) -> None:
        """Also one that no program of today would record."""
        wall_us = at_us if at_us is not None else T0 + self.size * 1_000_000
        stamp = Stamp(log=self.log, at=Instant(wall_us=wall_us, mono_us=0), boot="b", by=by, build="test")
        made = draft(self._tip, fact, stamp, "", lambda size: next(self._salts).to_bytes(size))
        self._tip = made.tip
        self._entries.append(
            Entry(
                seq=made.seq,
                kind=made.kind,
                header=made.header,
                leaf=made.leaf,
                order_no=order,
                secrets=made.secrets,
                media=made.media,
            )
        )


def opened(number: str, *, fence: int = 1, carton: str = "", carton_mg: int = 0) -> OrderOpened:
    line = OrderLine(sku=Sku("A"), quantity=2)
    order = Order(number=OrderNo(number), platform="taobao", shop="demo", lines=(line,))
    return OrderOpened(order=order, fence=fence, prompts=(), carton=carton, carton_mg=carton_mg, filler_mg=0)


def carton(code: str, carton_mg: int, filler_mg: int) -> CartonChosen:
    return CartonChosen(carton=code, carton_mg=carton_mg, filler_mg=filler_mg)


def packed(sku: str = "A", units: int = 1, serial: str | None = None) -> ItemPacked:
    return ItemPacked(line=0, sku=Sku(sku), units=units, code=sku, device="scanner", mono_us=0, serial=serial)


def requested(waybill: str) -> LabelRequested:
    root = RootPrinted(size=1, root="")
    return LabelRequested(job=JobId("j"), waybill=Waybill(waybill), printer="p", copy=1, root_printed=root, media=())


def sealed(
    waybill: str, contents: Mapping[str, int] | None = None, *, weight_mg: int | None = None, short: bool = False
) -> ParcelSealed:
    units = tuple(PackedUnits(sku=Sku(sku), units=number) for sku, number in (contents or {"A": 2}).items())
    return ParcelSealed(waybill=Waybill(waybill), weight_mg=weight_mg, contents=units, short=short)
