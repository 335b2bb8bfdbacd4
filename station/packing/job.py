"""A bench's state as a value: one order at a time, and what has been done with it.

``evolve`` (in ``fold``) makes it from recorded events and from nothing else, so that replay equals what was live.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from station.packing.events import Explanation, ScanRefused
from station.packing.media import PhotoId
from station.packing.media_events import PhotoAsked
from station.packing.model import NOT_PACKED, Change, Hold, JobId, LineKind, Order, OrderNo, ServiceId, Sku, Waybill
from station.packing.pan import EMPTY, Pan
from station.packing.paper_events import Paper
from station.packing.print_events import HoldAsked
from station.packing.questions import Prompt
from station.packing.reasons import Reason
from station.packing.seat_events import SecondAsked


class LabelState(StrEnum):
    """Where a label is. ``ALLOWED`` is before the intent is recorded: nothing can be on paper yet."""

    ALLOWED = "allowed"
    REQUESTED = "requested"
    SENT = "sent"
    PRINTED = "printed"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    VOID = "void"


ON_PAPER = frozenset({LabelState.SENT, LabelState.PRINTED, LabelState.UNKNOWN})
"""States in which a label may be in somebody's hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    job: JobId
    waybill: Waybill
    copy: int
    state: LabelState
    why: str = ""
    picture: str = ""  # address of the bitmap as PNG
    root: str = ""
    printer: str = ""  # that it was drawn for; before that the packer's choice, or empty
    waits: str = ""  # what keeps its printer from taking it, not a byte sent


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """The printer that the packer chose, and the usual one it stands in for. ``over`` ends it with the parcel."""

    printer: str
    instead_of: str
    over: bool = False
    for_paper: bool = False  # the usual one only lacks the paper for this parcel


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One accepted act of packing: ``units`` of a line under one scan."""

    line: int
    units: int
    serial: str | None = None
    code: str = ""  # empty for a unit confirmed by hand
    lot: str | None = None
    expiry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Why the bench is locked. It takes nothing but a clear; ``parks`` puts the order aside with the clear."""

    reason: Reason
    parks: bool = False
    refused: ScanRefused | None = None
    holds: tuple[Hold, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Something that mends itself when put right."""

    reason: Reason
    detail: str = ""
    detail_zh: str = ""
    holds: tuple[Hold, ...] = ()
    weight_mg: int | None = None
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastScan:
    code: str
    device: str
    mono_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    packer: str = ""  # pseudonym of who is signed in
    supervisor: bool = False
    locked: str = ""  # why nothing is taken but a badge; empty: it is not
    pin_of: str = ""  # pseudonym of whom a PIN is asked
    pins_wrong: int = 0
    second: SecondAsked | None = None  # the act that was asked for once
    order: Order | None = None
    whole: Order | None = None  # the order as it was opened, when this parcel holds a part of it
    fence: int = 0
    opened: bool = False  # an order is being packed (False again once sealed or parked)
    sealed: bool = False
    packed: tuple[int, ...] = ()
    units: tuple[Unit, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    stop: Stop | None = None
    attention: Attention | None = None
    asked: str | None = None  # the code at the order book
    holds_asked: bool = False
    number_asked: str | None = None  # the scanned number that the last question carried
    short_why: str = ""
    short_allowed: bool = False
    carton: str = ""
    packaging_mg: int = 0
    weight_mg: int | None = None
    pan_owner: OrderNo | None = None  # whose weight lies on the pan
    pan: Pan = EMPTY
    waybill: Waybill | None = None
    service: ServiceId | None = None
    label: Label | None = None
    copies: int = 0  # labels of this number that may be on paper
    copies_before: int = 0  # so many of them before the order was opened here
    labels: int = 0  # allowed so far, drawn or not
    stand_in: StandIn | None = None
    paper_printer: str = ""  # that the packer chose for parcels whose paper the usual one has not
    papers: tuple[Paper, ...] = ()  # of this parcel, and of those before what is still under way
    papers_asked: bool = False
    hold_asked: HoldAsked | None = None  # the label is being taken back, then the order is put aside
    void_waybill: Waybill | None = None  # the number that the parcel had before
    copy_why: str = ""  # why there is more than one
    last_scan: LastScan | None = None
    refused: int = 0
    filming: OrderNo | None = None  # whose video was begun
    photos_asked: int = 0
    photos_taken: int = 0
    photos_due: tuple[PhotoAsked, ...] = ()  # asked for and not answered
    photos_answered: tuple[PhotoId, ...] = ()  # since it was opened; also what was owed from an opening before
    photos_lacking: tuple[PhotoAsked, ...] = ()  # required, and they did not come

    @property
    def counted(self) -> bool:
        """Whether every line has its units, or a short pack was allowed."""
        return self.opened and self.order is not None and (self.short_allowed or not self.missing)

    @property
    def missing(self) -> tuple[tuple[Sku, int], ...]:
        if self.order is None:
            return ()
        lines = zip(self.order.lines, self.packed, strict=True)
        return tuple((line.sku, needed(line.kind, line.quantity) - units) for line, units in lines
                     if units < needed(line.kind, line.quantity))  # fmt: skip

    @property
    def trouble(self) -> Attention | None:
        """What is to be put right now: also the printer that a label waits for, whatever was scanned since."""
        waits = self.label.waits if self.label is not None and self.opened else ""
        waiting = Attention(reason=Reason.PRINTER_NOT_READY, detail=waits) if waits else None
        return self.attention or waiting

    @property
    def waits_for_photo(self) -> bool:
        """Whether a required photo is being taken: it comes, or its failure does, by itself."""
        return any(asked.required for asked in self.photos_due)

    @property
    def held_by_photo(self) -> bool:
        return bool(self.photos_lacking) or self.waits_for_photo

    @property
    def workable(self) -> bool:
        """Whether units may still go in or out: an order is open and no label was asked for."""
        return self.opened and self.label is None


def needed(kind: LineKind, quantity: int) -> int:
    """How many units of a line must be in the box: none of a virtual one (A14), none that a supplier sends (A13)."""
    return 0 if kind in NOT_PACKED else quantity
