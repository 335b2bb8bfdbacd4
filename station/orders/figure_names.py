"""What is counted of the benches' entries, by name, and which kinds of entries count. No arithmetic here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from station.packing.events import (
    CartonChosen,
    ClaimReturned,
    DoubleReadDropped,
    HoldsAsked,
    ItemPacked,
    LabelAllowed,
    LabelConfirmed,
    LabelHeld,
    LabelPrinted,
    LabelRequested,
    LabelSent,
    LabelUnknown,
    NextAsked,
    OrderAsked,
    OrderOpened,
    OrderParked,
    OrderStopped,
    PackerSignedOut,
    ParcelSealed,
    ParcelWeighed,
    PromptAnswered,
    PromptOpened,
    ScanRefused,
    ShortPackAllowed,
    StopCleared,
    UnitTakenBack,
    WaybillIssued,
    WeightRefused,
)
from station.packing.media_events import PhotoMissing, PhotoWaived, VideoGap
from station.packing.print_events import WaybillVoided
from station.packing.reasons import Reason
from station.packing.witness_events import UnitScannedAgain, UnitsDoubted

QUARTER_US = 15 * 60 * 1_000_000
"""What the book sums by: every time zone in use differs from UTC by whole quarters of an hour."""

IDLE_US = 5 * 60 * 1_000_000
"""A longer time between two acts at a bench is a pause and no work."""

AWAY_US = 4 * 3_600 * 1_000_000
"""A longer time without an act is no pause either: the bench was left, whether or not somebody signed out."""

GOODS_US = 15 * 1_000_000
"""What lies between two scans beyond this is waiting for goods: with the goods at hand a scan takes 2 to 8 s."""

REFUSALS = tuple(kind.__name__ for kind in (ScanRefused, WeightRefused, OrderStopped, UnitsDoubted))
"""The bench said no. A label that only waits for paper or a number is no refusal."""

ACTS = frozenset(
    (
        *REFUSALS,
        *(
            kind.__name__
            for kind in (
                CartonChosen, DoubleReadDropped, ItemPacked, LabelConfirmed, NextAsked, OrderAsked, OrderParked,
                ParcelSealed, ParcelWeighed, PromptAnswered, ShortPackAllowed, StopCleared, UnitTakenBack,
            )
        ),
    )
)  # fmt: skip
"""What happens because of a person: between these runs the time worked."""


class Name(StrEnum):
    """What is counted by quarter, bench and packer; refusals stand beside, as ``refused.`` and their reason."""

    PARCELS = "parcels"
    ORDERS = "orders"
    LINES = "lines"
    UNITS = "units"
    CLEAN = "clean"
    WORKED = "worked_us"
    IDLE = "idle_us"
    BY_HAND = "by_hand"
    PRINTED_BY_WORD = "printed_by_word"
    UNDO = "undo"
    DOUBLES = "doubles"
    REPRINTS = "reprints"
    SHORTS = "shorts"
    PARKED = "parked"
    NUMBERS_VOIDED = "numbers_voided"
    PHOTOS_WAIVED = "photos_waived"
    PHOTOS_MISSING = "photos_missing"
    VIDEO_GAPS = "video_gaps"
    PRINT_UNKNOWN = "print_unknown"
    DEVICES_LOST = "devices_lost"
    CALLS = "calls"


REFUSED = "refused."
SAVED = "saved."
TIMED = "timed."
WAITED = "waited_us."
"""With an order class: parcels whose steps were seen, and their wait for goods and answers. By the day only."""


class Save(StrEnum):
    """What a refusal kept from shipping; counted as ``saved.`` and its kind, once a parcel."""

    WRONG_ITEM = "wrong_item"
    OVER_SCAN = "over_scan"
    WEIGHT = "weight"  # goods went in or out after the weight was refused
    HOLD = "hold"  # unpaid, refunded, changed, cancelled, or sent before
    WRONG_LABEL = "wrong_label"


SAVE_OF: Mapping[str, Save] = MappingProxyType({
    Reason.NOT_IN_ORDER: Save.WRONG_ITEM,
    Reason.EXPIRED: Save.WRONG_ITEM,
    Reason.DUPLICATE_SERIAL: Save.WRONG_ITEM,
    Reason.ENOUGH_ALREADY: Save.OVER_SCAN,
    Reason.ORDER_HELD: Save.HOLD,
    Reason.ORDER_CANCELLED: Save.HOLD,
    Reason.ORDER_CHANGED: Save.HOLD,
    Reason.ORDER_SHIPPED: Save.HOLD,
    Reason.WRONG_LABEL: Save.WRONG_LABEL,
})  # fmt: skip
"""The other reasons refuse what would not have shipped wrong: a code nobody knows, a question that is open."""


class Step(StrEnum):
    """Where a parcel's time goes: each gap between two entries is that of the step which the second one ends."""

    SCAN = "scan"
    WAIT = "wait"  # for goods, for an answer, for a stop to be cleared
    WEIGH = "weigh"
    PRINT = "print"
    STICK = "stick"


class OrderClass(StrEnum):
    SINGLE = "single"  # one unit
    ONE_SKU = "one_sku"  # several of one article
    MIXED = "mixed"


class Doing(StrEnum):
    """What a bench does, as its newest entry leaves it."""

    READY = "ready"
    PACKING = "packing"
    WAITING = "waiting"  # for an answer
    WEIGHING = "weighing"
    PRINTING = "printing"
    STICKING = "sticking"
    STOPPED = "stopped"
    SIGNED_OUT = "signed_out"
    LOCKED = "locked"  # its packer is away: a badge is waited for


def _steps(step: Step, *kinds: type) -> dict[str, Step]:
    return {kind.__name__: step for kind in kinds}


STEP_OF: Mapping[str, Step] = MappingProxyType({
    **_steps(
        Step.SCAN, CartonChosen, DoubleReadDropped, ItemPacked, OrderOpened, ScanRefused, UnitScannedAgain,
        UnitTakenBack,
    ),
    **_steps(Step.WAIT, OrderStopped, PhotoWaived, PromptAnswered, ShortPackAllowed, StopCleared, UnitsDoubted),
    **_steps(Step.WEIGH, ParcelWeighed, WeightRefused),
    **_steps(
        Step.PRINT, HoldsAsked, LabelAllowed, LabelHeld, LabelPrinted, LabelRequested, LabelSent, LabelUnknown,
        WaybillIssued,
    ),
    **_steps(Step.STICK, LabelConfirmed, ParcelSealed),
})  # fmt: skip

COUNTED: Mapping[str, Name] = MappingProxyType({
    UnitTakenBack.__name__: Name.UNDO,
    DoubleReadDropped.__name__: Name.DOUBLES,
    ShortPackAllowed.__name__: Name.SHORTS,
    OrderParked.__name__: Name.PARKED,
    WaybillVoided.__name__: Name.NUMBERS_VOIDED,
    PhotoWaived.__name__: Name.PHOTOS_WAIVED,
    PhotoMissing.__name__: Name.PHOTOS_MISSING,
    VideoGap.__name__: Name.VIDEO_GAPS,
    LabelUnknown.__name__: Name.PRINT_UNKNOWN,
})  # fmt: skip
"""Kinds of which each entry counts one."""

DOING: Mapping[str, Doing] = MappingProxyType({
    OrderOpened.__name__: Doing.PACKING,
    ItemPacked.__name__: Doing.PACKING,
    UnitTakenBack.__name__: Doing.PACKING,
    PromptOpened.__name__: Doing.WAITING,
    PromptAnswered.__name__: Doing.PACKING,
    WeightRefused.__name__: Doing.WEIGHING,
    HoldsAsked.__name__: Doing.PRINTING,
    LabelHeld.__name__: Doing.PRINTING,
    LabelPrinted.__name__: Doing.STICKING,
    LabelUnknown.__name__: Doing.WAITING,
    ParcelSealed.__name__: Doing.READY,
    OrderParked.__name__: Doing.READY,
    ClaimReturned.__name__: Doing.READY,
    OrderStopped.__name__: Doing.STOPPED,
    PackerSignedOut.__name__: Doing.SIGNED_OUT,
})  # fmt: skip
"""What the bench does after an entry of the kind; the other kinds change nothing."""
