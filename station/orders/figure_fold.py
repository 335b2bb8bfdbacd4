"""What a bench's entries add up to: counts and worked time, a parcel's steps, what the bench does now. No database.

Entries are said one by one, in the log's order. What the next one is held against is ``LogState``, kept as JSON.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec

from station.orders.figure_names import (
    ACTS,
    AWAY_US,
    COUNTED,
    DOING,
    GOODS_US,
    IDLE_US,
    QUARTER_US,
    REFUSALS,
    REFUSED,
    SAVE_OF,
    SAVED,
    STEP_OF,
    Doing,
    Name,
    OrderClass,
    Save,
    Step,
)
from station.packing.events import (
    BenchStarted,
    DeviceChanged,
    HelpCalled,
    ItemPacked,
    LabelAllowed,
    LabelPrinted,
    OrderAsked,
    OrderOpened,
    OrderParked,
    PackedUnits,
    PackerSignedIn,
    PackerSignedOut,
    ParcelSealed,
    ScanRefused,
    StopCleared,
    UnitTakenBack,
    WeightRefused,
)
from station.packing.inputs import Command
from station.packing.reasons import Reason
from station.packing.seat_events import BenchLocked

PACKER = "packer"


class Row(Protocol):
    """An entry as ``events`` has it."""

    seq: int
    kind: str
    wall_us: int
    packer: str
    order_no: str | None
    reason: str
    header: str


class OpenParcel(msgspec.Struct):
    """``steps_us`` so far; ``mended`` when goods went in or out after its weight was refused."""

    mark_us: int
    steps_us: dict[str, int] = {}
    off: bool = False
    mended: bool = False
    saved: list[str] = []


class LogState(msgspec.Struct):
    act_us: int = 0  # the newest act; 0 when there is none, or somebody signed out since
    worked_us: int = 0  # the same, signed out or not: what runs into an act of the next packer is worked
    asked_us: int = 0
    open: OpenParcel | None = None
    packer: str = ""
    order_no: str | None = None
    doing: str = Doing.READY
    reason: str = ""
    since_us: int = 0
    told_us: int = 0
    locked: bool = False


class _Pub(msgspec.Struct, frozen=True):
    """What is read of the public part, whichever kind it is; the rest is not for us."""

    by_hand: bool = False
    by: str = ""
    copy: int = 1
    contents: tuple[PackedUnits, ...] = ()
    device: str = ""
    kind: str = ""
    up: bool = False
    word: str = ""
    command: str = ""
    locks: bool = False
    packer: str = ""
    supervisor: bool = False


class _Header(msgspec.Struct, frozen=True):
    pub: _Pub = _Pub()


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedParcel:
    seq: int
    wall_us: int
    packer: str
    order_class: OrderClass
    steps_us: dict[str, int] | None  # None: it was not seen to be opened


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenDevice:
    device: str
    kind: str
    up: bool
    word: str
    since_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedCall:
    packer: str
    order_no: str | None
    raised_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Somebody signed in at the bench, or is there no more."""

    packer: str
    at_us: int
    came: bool
    supervisor: bool = False


class Fold:
    """Takes a log's entries in order and keeps what they add up to until it is written down."""

    def __init__(self, state: LogState) -> None:
        self.state = state
        self.counts: Counter[tuple[int, str, str]] = Counter()
        self.sealed: list[SealedParcel] = []
        self.devices: dict[str, SeenDevice] = {}
        self.calls: list[RaisedCall] = []
        self.stays: list[Stay] = []
        self.restarted = False

    def take(self, row: Row) -> None:
        pub = _pub(row)
        if row.kind in REFUSALS:
            self._count(row, f"{REFUSED}{row.reason}")
            self._save(row)
        if row.kind in COUNTED:
            self._count(row, COUNTED[row.kind])
        self._time(row)
        self._step(row)
        self._more(row, pub)
        self._now(row, pub)

    def _count(self, row: Row, name: str, value: int = 1) -> None:
        self.counts[row.wall_us // QUARTER_US, row.packer, name] += value

    def _save(self, row: Row) -> None:
        """A wrong item that is scanned again is still one; between parcels each refusal is another order's."""
        save, parcel = SAVE_OF.get(row.reason), self.state.open
        if save is None or (parcel is not None and save in parcel.saved):
            return
        self._count(row, f"{SAVED}{save}")
        if parcel is not None:
            parcel.saved.append(save)

    def _time(self, row: Row) -> None:
        """The time between two acts belongs to whoever did the second, at the time of the second."""
        if row.kind not in ACTS:
            return
        state = self.state
        gap_us = row.wall_us - state.worked_us if state.worked_us else 0
        if 0 < gap_us <= IDLE_US:
            self._count(row, Name.WORKED, gap_us)
        elif IDLE_US < gap_us <= AWAY_US and state.act_us:
            self._count(row, Name.IDLE, gap_us)
        state.worked_us = state.act_us = row.wall_us

    def _step(self, row: Row) -> None:
        if row.kind == OrderOpened.__name__:
            asked_us = self.state.asked_us
            near = asked_us if 0 <= row.wall_us - asked_us <= IDLE_US else row.wall_us
            self.state.open = OpenParcel(mark_us=near)
        step, parcel = STEP_OF.get(row.kind), self.state.open
        if step is None or parcel is None:
            return
        gap_us, parcel.mark_us = row.wall_us - parcel.mark_us, row.wall_us
        if not 0 < gap_us <= IDLE_US:
            return
        scanning_us = min(gap_us, GOODS_US) if step is Step.SCAN else gap_us
        parcel.steps_us[step] = parcel.steps_us.get(step, 0) + scanning_us
        if gap_us > scanning_us:
            parcel.steps_us[Step.WAIT] = parcel.steps_us.get(Step.WAIT, 0) + gap_us - scanning_us

    def _more(self, row: Row, pub: _Pub) -> None:
        match row.kind:
            case OrderAsked.__name__:
                self.state.asked_us = row.wall_us
            case ItemPacked.__name__ | UnitTakenBack.__name__:
                if pub.by_hand:
                    self._count(row, Name.BY_HAND)
                self._contents_changed()
            case WeightRefused.__name__ if self.state.open is not None and row.reason in _OFF:
                self.state.open.off = True
            case LabelAllowed.__name__ if pub.copy > 1:
                self._count(row, Name.REPRINTS)
            case LabelPrinted.__name__ if pub.by == PACKER:
                self._count(row, Name.PRINTED_BY_WORD)
            case HelpCalled.__name__ if pub.command == Command.HELP:
                self._count(row, Name.CALLS)
                self.calls.append(RaisedCall(packer=row.packer, order_no=row.order_no, raised_us=row.wall_us))
            case DeviceChanged.__name__:
                self._device(row, pub)
            case ParcelSealed.__name__:
                self._seal(row, pub)
            case OrderParked.__name__:
                self.state.open = None
            case _:
                pass

    def _contents_changed(self) -> None:
        if self.state.open is not None and self.state.open.off:
            self.state.open.mended = True

    def _device(self, row: Row, pub: _Pub) -> None:
        if not pub.up:
            self._count(row, Name.DEVICES_LOST)
        self.devices[pub.device] = SeenDevice(
            device=pub.device, kind=pub.kind, up=pub.up, word=pub.word, since_us=row.wall_us
        )

    def _seal(self, row: Row, pub: _Pub) -> None:
        parcel, self.state.open = self.state.open, None
        self._count(row, Name.PARCELS)
        if parcel is not None and parcel.mended:
            self._count(row, f"{SAVED}{Save.WEIGHT}")
        self.sealed.append(
            SealedParcel(
                seq=row.seq,
                wall_us=row.wall_us,
                packer=row.packer,
                order_class=class_of(pub.contents),
                steps_us=None if parcel is None else parcel.steps_us,
            )
        )

    def _now(self, row: Row, pub: _Pub) -> None:
        state = self.state
        state.told_us = row.wall_us
        match row.kind:
            case PackerSignedIn.__name__:
                self._leaves(row)
                self.stays.append(Stay(packer=pub.packer, at_us=row.wall_us, came=True, supervisor=pub.supervisor))
                state.packer, state.locked = pub.packer, False
                self._does(row, Doing.PACKING if state.order_no else Doing.READY)
            case PackerSignedOut.__name__:
                self._leaves(row)
                state.packer, state.act_us, state.locked = "", 0, False
                self._does(row, Doing.SIGNED_OUT)
            case BenchStarted.__name__:
                self.devices, self.restarted = {}, True
                state.packer, state.locked = "", False
            case BenchLocked.__name__:
                state.locked = True
                self._does(row, Doing.LOCKED)
            case ScanRefused.__name__ if pub.locks and row.reason != Reason.MUST_CLEAR:
                self._does(row, Doing.STOPPED, row.reason)
            case StopCleared.__name__:
                self._does(row, Doing.PACKING if state.order_no else Doing.READY)
            case kind if kind in DOING:
                state.order_no = None if DOING[kind] is Doing.READY else row.order_no or state.order_no
                self._does(row, DOING[kind], row.reason)
            case _:
                pass

    def _leaves(self, row: Row) -> None:
        if self.state.packer:
            self.stays.append(Stay(packer=self.state.packer, at_us=row.wall_us, came=False))

    def _does(self, row: Row, doing: Doing, reason: str = "") -> None:
        """Of a locked bench only a stop tells more: what still prints there is no person's act."""
        if self.state.locked and doing is not Doing.STOPPED:
            doing, reason = Doing.LOCKED, ""
        if (self.state.doing, self.state.reason) != (doing, reason):
            self.state.doing, self.state.reason, self.state.since_us = doing, reason, row.wall_us


_OFF = frozenset({"weight_low", "weight_high"})


def class_of(contents: Sequence[PackedUnits]) -> OrderClass:
    """By what is in the box, which after a short pack is less than was ordered."""
    if len({each.sku for each in contents}) > 1:
        return OrderClass.MIXED
    return OrderClass.SINGLE if sum(each.units for each in contents) <= 1 else OrderClass.ONE_SKU


def _pub(row: Row) -> _Pub:
    """An entry that says what we ask in other words than this program counts with its kind alone."""
    try:
        return msgspec.json.decode(row.header, type=_Header).pub
    except msgspec.DecodeError:
        return _Pub()
