"""What can happen to a bench: nouns, what someone or something said. No rule lives here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from station.packing.media import MediaFile as MediaFile
from station.packing.media_events import Kept
from station.packing.model import Change, Hold, JobId, Order, OrderNo, ServiceId, Waybill


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """A moment as the bench's clocks tell it: UTC and monotonic microseconds."""

    wall_us: int
    mono_us: int


class Command(StrEnum):
    """What a command code or a key asks for."""

    CLEAR = "clear"
    UNDO = "undo"
    SHORT = "short"
    HOLD = "hold"
    REPRINT = "reprint"
    NEXT = "next"
    WEIGH = "weigh"
    ZERO = "zero"
    PHOTO = "photo"
    BY_HAND = "by_hand"
    BOX = "box"
    CHOICE = "choice"  # the answer named by the argument
    YES = "yes"
    NO = "no"
    HELP = "help"
    LANGUAGE = "language"
    SIGN_OUT = "sign_out"
    RETRY = "retry"
    PAPERS = "papers"  # what goes into the box beside the goods, once more
    SPLIT = "split"  # this box is full, the rest goes into another
    LOCK = "lock"  # nothing is taken but a badge


class ScanFault(StrEnum):
    """Why a scan's text may not be used at all."""

    TOO_LONG = "too_long"
    CONTROL_CHARACTERS = "control_characters"
    NOT_TEXT = "not_text"
    INCOMPLETE = "incomplete"
    BAD_CHECK_CHARACTERS = "bad_check_characters"
    BAD_GS1 = "bad_gs1"


class KnownAs(StrEnum):
    """What the local copy of the order book says a code is, beyond the open order."""

    PRODUCT = "product"
    ORDER = "order"
    WAYBILL = "waybill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    kind: KnownAs
    sku: str = ""
    name: str = ""
    name_en: str = ""  # beside ``name``, where the goods have one in each language
    variant: str = ""
    picture: str = ""
    order: OrderNo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One code, whole, as read and as understood; its meaning depends on the job and is decided there."""

    text: str  # without the AIM id; a GS1 element string keeps its separators
    device: str
    aim: str = ""
    keys: tuple[str, ...] = ()  # barcode_key forms to look for on the order's lines
    gtin: str | None = None  # 14 digits
    sscc: str | None = None
    lot: str | None = None
    expiry: str | None = None  # ISO date
    serial: str | None = None
    command: Command | None = None
    argument: str = ""  # of the command: the carton of BOX-<carton>, the answer of CHOICE-<answer>
    badge: str | None = None
    bad_check_digit: bool = False
    fault: ScanFault | None = None
    known: Known | None = None
    serial_order: OrderNo | None = None  # another order that took this very piece
    guard_ms: int = 0  # the same code from the same device within this time is the same trigger pull; 0 = never


class ScaleFault(StrEnum):
    OVERLOAD = "overload"
    UNDERLOAD = "underload"
    BROKEN = "broken"
    NOT_A_WEIGHT = "not_a_weight"
    UNIT_CHANGED = "unit_changed"  # at the scale's keys, since it was set up or first heard


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One frame of a scale that says something new; the device layer leaves out repetitions."""

    weight_mg: int | None
    stable: bool
    device: str
    fault: ScaleFault | None = None
    step_mg: int = field(default=0, compare=False)  # the scale's division; 0: not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A key, a button or a windowless ``press``: the same acts as command codes."""

    command: Command
    reason: str = ""
    argument: str = ""
    device: str = "keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    prompt: str
    value: str
    device: str = "keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class PinTyped:
    """A PIN was typed, and whether it is the one that was asked for; the digits are with who compares them."""

    right: bool
    device: str = "keys"


NEXT_ORDER = ""
"""Asked for in place of a code: whichever order is the next. No scan is empty."""

WAITING_MAX = 99
"""Orders that wait for an item are counted no further."""


class Found(StrEnum):
    """How the order book answered a code."""

    CLAIMED = "claimed"
    UNKNOWN = "unknown"
    HELD = "held"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"
    ELSEWHERE = "elsewhere"  # another bench has it
    OTHER_PLACE = "other_place"  # another place ships it (D5)
    OUTSIDE = "outside"  # no bench packs it: its supplier sends it, or there is nothing to send (A13, A14)
    CELL_NOT_FULL = "cell_not_full"  # the cell of the sort wall still lacks units
    NONE_READY = "none_ready"  # the next order is asked for, and none waits
    NO_SINGLE = "no_single"  # a known item, and no order of just this one unit waits for it
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReply:
    """The order book's answer to ``ClaimOrder``. ``order`` comes with CLAIMED, and with HELD to show why.

    With ``item`` the order was claimed by its one item; the shell puts in the ``scan`` that asked, to verify it by.
    """

    code: str
    found: Found
    order: Order | None = None
    fence: int = 0
    bench: str = ""
    lacking: str = ""  # what the cell lacks, with CELL_NOT_FULL
    place: str = ""  # that ships it, with OTHER_PLACE and OUTSIDE; none where there is nothing to send
    item: bool = False
    scan: Scan | None = None
    known: Known | None = None  # what the item is, with NO_SINGLE
    units: int = 0  # that the item's code stands for, with NO_SINGLE
    waiting: int = 0  # larger orders that wait for the item, with NO_SINGLE; the count ends at ``WAITING_MAX``


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsReply:
    """The answer to ``AskHolds``; ``reached`` is False when the deadline passed without one.

    ``revision`` tells whether lines or address changed since the claim; ``fence`` whether the claim still stands.
    """

    order: OrderNo
    reached: bool
    holds: tuple[Hold, ...] = ()
    revision: int = 0
    fence: int = 0
    cancelled: bool = False
    waybill: Waybill | None = None
    service: ServiceId | None = None
    number_fault: str = ""  # why the number that was scanned for the order cannot be its own
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelReady:
    """The label is drawn, read back and on disk byte for byte; nothing has been sent."""

    job: JobId
    waybill: Waybill
    printer: str
    root_size: int
    root: str  # base64, as in the checkpoint
    media: tuple[MediaFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFailed:
    """The label may not be printed as it stands: a missing glyph, text that does not fit, a code that does not read."""

    job: JobId
    zh: str  # named for a person: which field, which character
    en: str
    instead_of: str = ""  # the printer whose paper is of no size that the service takes; another one's may be


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDrawn:
    """A paper of the parcel's is on disk byte for byte, and will be sent when its printer has time."""

    job: JobId
    printer: str
    media: tuple[MediaFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRefused:
    """A paper cannot be printed as it stands, or there is no printer for it."""

    job: JobId
    zh: str
    en: str


class PrintState(StrEnum):
    """What is known of a label's paper. Silence is UNKNOWN, never ready."""

    NOT_READY = "not_ready"  # said before a byte was sent; the job waits
    SENT = "sent"
    PRINTED = "printed"  # the printer says so
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterReport:
    job: JobId
    state: PrintState
    cause: str = ""  # paper_out, head_open, paused, offline, silent …


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRecalled:
    """The answer to ``RecallLabel``; ``whole`` is False when a byte of the label may have left."""

    job: JobId
    whole: bool


class DeviceKind(StrEnum):
    SCANNER = "scanner"
    SCALE = "scale"
    PRINTER = "printer"
    CAMERA = "camera"
    ORDER_BOOK = "order_book"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReport:
    """A device came or went, or says in one word how it is (``ready``, ``paper_out``, ``lost`` …)."""

    device: str
    kind: DeviceKind
    up: bool
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderAlarm:
    """The order book says the open order must stop now: cancelled, held, changed, or taken over (fence)."""

    order: OrderNo
    holds: tuple[Hold, ...] = ()
    cancelled: bool = False
    revision: int = 0
    fence: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SealRefused:
    """The book did not take a parcel that was sealed here: its claim was gone. The box must not go out."""

    order: OrderNo
    waybill: str
    now_at: str = ""  # the bench that has the order, or packed it


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaReport:
    """What became of a photo or a video, or of the room for them: recorded as it is said.

    A file it names is on disk for good; its order may be sealed, and another one open.
    """

    said: Kept


Input: TypeAlias = (
    Scan
    | Reading
    | Pressed
    | Answered
    | PinTyped
    | OrderReply
    | HoldsReply
    | LabelReady
    | LabelFailed
    | PrinterReport
    | LabelRecalled
    | PaperDrawn
    | PaperRefused
    | LinkReport
    | OrderAlarm
    | SealRefused
    | MediaReport
)
