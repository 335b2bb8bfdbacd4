"""What is recorded: past tense, values and never references. A kind once shipped is never edited, only added to.

``evidence/codec.py`` says which fields are personal. The order's number is not repeated in each event: the ledger
ties a parcel's entries together by their tag.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from station.packing.inputs import Command, DeviceKind, MediaFile, ScaleFault
from station.packing.media_events import MediaRoomChanged, OfParcel
from station.packing.model import Change, Hold, JobId, KeptUnits, Order, OrderNo, ServiceId, Sku, Waybill
from station.packing.owners import Owner
from station.packing.paper_events import PaperFailed, PaperReported, PaperRequested, PapersAsked
from station.packing.print_events import Carried, HoldAsked, PrinterChosen, WaybillVoided
from station.packing.questions import Prompt
from station.packing.reasons import Reason
from station.packing.seat_events import OfSeat
from station.packing.split_events import ParcelSplit, RestUnits, SplitUndone
from station.packing.witness_events import OfWitness


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchStarted:
    """The program started; questions to the world that were under way are gone, and so is the sign-in."""

    keeps_printers: bool = False  # what was chosen before stands on


@dataclass(frozen=True, slots=True, kw_only=True)
class PackerSignedIn:
    packer: str  # pseudonym
    supervisor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PackerSignedOut:
    packer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderAsked:
    """A code was sent to the order book; ``OrderOpened`` or ``ScanRefused`` follows."""

    code: str
    device: str
    gtin: str | None = None  # of the item, when the code carries one


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReturned:
    """An order that the order book claimed is not being packed here and goes back.

    Its answer came too late, or the item that claimed it may not ship.
    """

    order: OrderNo
    fence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderOpened:
    order: Order
    fence: int
    prompts: tuple[Prompt, ...]
    carton: str
    carton_mg: int
    filler_mg: int
    warnings: tuple[Hold, ...] = ()  # what only the office can mend
    carried: Carried | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPacked:
    line: int  # index on the order
    sku: Sku
    units: int  # N for a carton code
    code: str
    device: str
    mono_us: int
    by_hand: bool = False
    lot: str | None = None
    expiry: str | None = None
    serial: str | None = None
    order: OrderNo | None = None  # whose unit it is, where several orders share one waybill


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTakenBack:
    line: int
    sku: Sku
    units: int
    serial: str | None = None
    order: OrderNo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubleReadDropped:
    code: str
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRefused:
    """The packer was told no. With ``locks`` the bench takes nothing but a clear; else it mends itself."""

    reason: Reason
    code: str
    device: str
    locks: bool
    sku: Sku | None = None  # what the code is, when the book knows
    name: str = ""
    variant: str = ""
    picture: str = ""
    wanted: Sku | None = None
    other_order: OrderNo | None = None
    holds: tuple[Hold, ...] = ()
    bench: str = ""
    detail: str = ""
    name_en: str = ""  # beside ``name``, where the goods have one in each language


@dataclass(frozen=True, slots=True, kw_only=True)
class StopCleared:
    reason: Reason
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingToDo:
    """An input that needs no act: a clear with nothing to clear, the open order scanned again …"""

    what: str
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptOpened:
    prompt: Prompt
    why: str = ""  # the reason given for what needs the answer


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptAnswered:
    prompt: str
    value: str
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CartonChosen:
    carton: str
    carton_mg: int
    filler_mg: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PanCleared:
    """The pan went near zero: the next stable weight belongs to the parcel that is open."""

    weight_mg: int
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightSeen:
    """A reading that decides nothing at this stage."""

    weight_mg: int
    stable: bool
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """``units`` of a line would explain a weight that is off; ``weight_mg`` is signed like the difference."""

    line: int
    sku: Sku
    units: int
    weight_mg: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelWeighed:
    weight_mg: int
    low_mg: int | None  # None: the weight of some unit is not known, nothing is judged
    high_mg: int | None
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRefused:
    reason: Reason
    weight_mg: int | None
    low_mg: int | None
    high_mg: int | None
    device: str
    explanations: tuple[Explanation, ...] = ()
    fault: ScaleFault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsAsked:
    """The last-second question before the label; ``number`` is the waybill's own, scanned for this order."""

    revision: int
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelAllowed:
    """Every gate is passed: this fact, and nothing else, lets a waybill be drawn."""

    job: JobId
    waybill: Waybill
    service: ServiceId | None
    copy: int  # 1 for the first
    holds_age_s: int
    why: str = ""  # of a reprint
    printer: str = ""  # that the packer chose; empty: the usual one


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelHeld:
    """The label may not be printed yet. Ends by itself when the thing is put right."""

    reason: Reason
    detail: str = ""
    holds: tuple[Hold, ...] = ()
    detail_zh: str = ""  # where the detail is a sentence of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class WaybillIssued:
    waybill: Waybill
    service: ServiceId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RootPrinted:
    size: int
    root: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRequested:
    """The intent, with the exact bytes; written before the first byte leaves."""

    job: JobId
    waybill: Waybill
    printer: str
    copy: int
    root_printed: RootPrinted
    media: tuple[MediaFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSent:
    job: JobId


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelPrinted:
    job: JobId
    by: str  # "printer", or "packer" when a person answered the question


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelUnknown:
    job: JobId
    cause: str
    prompt: Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelVoided:
    job: JobId
    waybill: Waybill
    why: str
    unsent: bool = False  # it is sure that not a byte of it has left


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelConfirmed:
    """The label was scanned on the box and is this parcel's."""

    job: JobId
    waybill: Waybill
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedUnits:
    sku: Sku
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderContents:
    """What is one order's in a parcel of several."""

    order: OrderNo
    contents: tuple[PackedUnits, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelSealed:
    """The end of a parcel. The ledger adds ``entries``, the list of the parcel's entries up to here."""

    waybill: Waybill
    weight_mg: int | None
    contents: tuple[PackedUnits, ...]
    short: bool
    joined: tuple[OrderContents, ...] = ()  # each order's share, where several are in it
    next: OrderNo | None = None  # the parcel that ``rest`` goes into
    rest: tuple[RestUnits, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPackAllowed:
    by: str
    why: str
    missing: tuple[PackedUnits, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderParked:
    """Put aside with a reason; what was packed stays recorded and the order can be opened again anywhere."""

    order: OrderNo
    why: str
    fence: int
    owner: Owner | None = None  # who puts it right, when something is wrong with its goods
    missing: tuple[PackedUnits, ...] = ()
    kept: tuple[KeptUnits, ...] = ()  # what was verified and stays with the order


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderStopped:
    """The order book stopped the order while it was open (cancelled, held, changed, taken over)."""

    reason: Reason
    holds: tuple[Hold, ...]
    revision: int
    changes: tuple[Change, ...] = ()  # both versions, where the order was changed


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAsked:
    """The packer is done looking at the sealed parcel."""

    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceChanged:
    device: str
    kind: DeviceKind
    up: bool
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCalled:
    command: Command
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ZeroAsked:
    """The scale was told to zero; ``weight_mg`` is what it showed last. What it shows from then on is its answer."""

    weight_mg: int | None
    device: str


Event: TypeAlias = (
    BenchStarted | ClaimReturned | PackerSignedIn | PackerSignedOut | OrderAsked | OrderOpened | ItemPacked
    | UnitTakenBack | DoubleReadDropped | ScanRefused | StopCleared | NothingToDo | PromptOpened | PromptAnswered
    | CartonChosen | PanCleared | WeightSeen | ParcelWeighed | WeightRefused | HoldsAsked | LabelAllowed | LabelHeld
    | WaybillIssued | LabelRequested | LabelSent | LabelPrinted | LabelUnknown | LabelVoided | LabelConfirmed
    | ParcelSealed | ShortPackAllowed | OrderParked | OrderStopped | NextAsked | DeviceChanged | HelpCalled
    | ParcelSplit | SplitUndone | PrinterChosen | HoldAsked | WaybillVoided
    | PapersAsked | PaperRequested | PaperReported | PaperFailed | OfParcel | MediaRoomChanged | OfWitness | OfSeat
    | ZeroAsked
)  # fmt: skip
