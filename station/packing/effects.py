"""What the world must do: imperative, asked for by ``machine.react`` and never in replay."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from station.packing.media_events import PhotoAsked
from station.packing.model import JobId, Order, OrderNo, ServiceId, Waybill
from station.packing.paper_events import PaperAsk


class Tone(StrEnum):
    """At most six different signals (FAA human-factors figure in the UX notes)."""

    OK = "ok"
    COMPLETE = "complete"
    WRONG = "wrong"
    TOO_MANY = "too_many"
    ATTENTION = "attention"
    DEVICE_LOST = "device_lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOrder:
    code: str  # order number, tote or pre-printed waybill; else an item's code
    gtin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseOrder:
    order: OrderNo
    fence: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHolds:
    """Ask again, just before the label; ``needs_waybill`` draws a number in the same answer.

    ``number`` was scanned for the order, whose service gives each parcel's number by itself.
    """

    order: OrderNo
    fence: int
    service: ServiceId | None
    needs_waybill: bool
    number: str | None = None
    void: Waybill | None = None  # the parcel's number before, which its ledger calls void


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawLabel:
    job: JobId
    order: Order
    waybill: Waybill
    weight_mg: int | None
    units: int
    copy: int
    printer: str = ""  # that the packer chose; empty: the usual one


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLabel:
    """Send the bytes of a committed ``LabelRequested``; the performer refuses a job it cannot find in the ledger."""

    job: JobId


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelLabel:
    """Take a void label back from the printer's queue, if not a byte of it has left."""

    job: JobId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallLabel:
    """The same, and the answer is wanted: whether it was taken back whole."""

    job: JobId


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawPaper:
    """Draw a paper of the parcel's, when the bench has time. ``order`` has the quantities that are in the box."""

    ask: PaperAsk
    order: Order
    waybill: Waybill
    weight_mg: int | None
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPaper:
    """Send the bytes of a committed ``PaperRequested``."""

    job: JobId


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWeight:
    """Say the scale's present reading again: a box that lay on the pan all along must be read too."""

    after_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ZeroScale:
    """Tell the scale to zero. It may refuse, and says so by what it shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePhoto:
    """Answered by ``PhotoTaken`` or ``PhotoMissing``, sooner or later, never by silence."""

    asked: PhotoAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class StartVideo:
    order: OrderNo
    cameras: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StopVideo:
    order: OrderNo


@dataclass(frozen=True, slots=True, kw_only=True)
class CallHelp:
    """Show the call on the supervisor's side."""


Effect: TypeAlias = (
    ClaimOrder
    | ReleaseOrder
    | AskHolds
    | DrawLabel
    | SendLabel
    | CancelLabel
    | RecallLabel
    | DrawPaper
    | SendPaper
    | AskWeight
    | ZeroScale
    | TakePhoto
    | StartVideo
    | StopVideo
    | CallHelp
)
