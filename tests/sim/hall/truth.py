"""What one bench's ledger tells, read entry by entry as it grows: openings, numbers, papers, boxes. Nothing is judged
here but that what was shown or read once is still there."""

from __future__ import annotations

from dataclasses import dataclass, field

from station.bench import Outcome
from station.evidence.codec import decode
from station.evidence.ledger import Ledger
from station.packing.events import Event, LabelAllowed, LabelRequested, OrderOpened, ParcelSealed, WaybillIssued
from station.packing.model import JobId, OrderNo, Waybill


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A closed parcel as it stands in the house; ``seq`` is the entry that says so."""

    bench: str
    order: OrderNo
    waybill: Waybill
    fence: int
    seq: int


@dataclass(slots=True)
class Witness:
    bench: str
    headers: list[bytes] = field(default_factory=list)
    fence: int = -1  # of the opening read last
    openings: list[tuple[OrderNo, int]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    requested: set[JobId] = field(default_factory=set)
    orders_of: dict[Waybill, set[OrderNo]] = field(default_factory=dict)
    _seen: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def shown(self, outcome: Outcome) -> None:
        self._seen.append((outcome.seq, tuple(type(event).__name__ for event in outcome.events)))

    def read(self, ledger: Ledger) -> None:
        """I1: what was shown is on disk, and nothing else than what was shown. Then the new entries."""
        while self._seen:
            seq, kinds = self._seen.pop(0)
            assert seq < ledger.size, f"I1: {kinds} at {self.bench} was shown and is not on disk"
            found = tuple(entry.kind for entry in ledger.entries(seq - len(kinds) + 1, seq))
            assert found == kinds, f"I1: {self.bench} showed {kinds} and recorded {found}"
        for entry in ledger.entries(len(self.headers)):
            self.headers.append(entry.header)
            event = decode(entry.fact())
            if event is not None:
                self._tell(event, OrderNo(entry.order_no or ""), entry.seq)

    def after_cut(self, ledger: Ledger) -> None:
        """I1 again, after the power went: what had been read is still there, byte for byte."""
        kept = [entry.header for entry in ledger.entries(0, len(self.headers) - 1)] if self.headers else []
        assert kept == self.headers, f"I1: {self.bench} lost entries with its power"
        self.read(ledger)

    def _tell(self, event: Event, order: OrderNo, seq: int) -> None:
        match event:
            case OrderOpened():
                self.fence = event.fence
                self.openings.append((order, event.fence))
            case LabelAllowed() | WaybillIssued():
                self.orders_of.setdefault(event.waybill, set()).add(order)
            case LabelRequested():
                self.requested.add(event.job)
            case ParcelSealed():
                box = Box(bench=self.bench, order=order, waybill=event.waybill, fence=self.fence, seq=seq)
                self.boxes.append(box)
            case _:
                pass
