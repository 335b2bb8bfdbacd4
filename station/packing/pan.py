"""The scale's side of a parcel as a value: what lies on the pan, what is accounted for, which scans it still awaits.

Folded from recorded events and from nothing else, like the job it belongs to; ``witnessing`` decides by it.
"""

from __future__ import annotations

from dataclasses import dataclass

from station.packing.events import (
    BenchStarted,
    DeviceChanged,
    Event,
    ItemPacked,
    NextAsked,
    OrderOpened,
    OrderParked,
    PackerSignedIn,
    PackerSignedOut,
    PanCleared,
    ParcelWeighed,
    PromptAnswered,
    UnitTakenBack,
    WeightRefused,
    WeightSeen,
)
from station.packing.inputs import DeviceKind
from station.packing.prompts import IN_THE_BOX, PACKING_MATERIAL, YES
from station.packing.reasons import Reason
from station.packing.replacing import replace
from station.packing.witness_events import (
    AccountBegun,
    SeenUnits,
    UnitsBorneOut,
    UnitsDoubted,
    WeightAwaited,
    WitnessSteppedBack,
)

_RESTING = frozenset({Reason.WEIGHT_LOW, Reason.WEIGHT_HIGH, Reason.WEIGHT_STALE})
"""Refusals of a weight that was stable all the same."""


STEPS_MAX = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Units that were scanned and whose weight has not come yet; negative: taken back and not yet out."""

    line: int
    units: int
    sure: bool = True  # False: they may be in the box already, so that nobody is asked about them
    passed: int = 0  # so many scanned later have come before them
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pan:
    weight_mg: int | None = None  # the last stable weight
    moving: bool = False
    settled_mg: int | None = None  # the weight up to which all is accounted for; None: not packed on the scale
    hidden: tuple[int, ...] = ()  # lines of which units may lie in the box that are not scanned yet
    steps: tuple[int, ...] = ()  # changes since then, the newest last, that nothing has explained
    lifted: bool = False  # the box was taken off since
    owed: tuple[Owed, ...] = ()  # in the order in which they were scanned
    borne: bool = False  # a unit of this parcel has been borne out: it is packed on this scale
    habit: bool = False  # one of the parcel before was
    several: bool = False  # this packer puts in several at once, or in another order than they are scanned
    doubt: Reason | None = None
    back: str = ""  # why the scale cannot tell just now
    unwatched: bool = False  # the last parcel was not packed on the scale
    away: bool = False  # the scale is not heard

    @property
    def loose_mg(self) -> int:
        """What the pan bears beyond what is accounted for, signed."""
        if self.weight_mg is None or self.settled_mg is None:
            return 0
        return self.weight_mg - self.settled_mg


EMPTY = Pan()


def evolve_pan(pan: Pan, event: Event) -> Pan:
    """What a recorded fact means for the pan. Most mean nothing."""
    match event:
        case WeightSeen(stable=False):
            return replace(pan, moving=True)
        case WeightSeen() | ParcelWeighed() | WeightAwaited() | PanCleared() | WeightRefused():
            return _weighed(pan, event)
        case ItemPacked():
            brought = event.device.startswith(("wall ", "parked "))
            sure = pan.settled_mg is not None and not brought and event.line not in pan.hidden
            return _undoubted(_owing(pan, event.line, event.units, sure=sure))
        case UnitTakenBack():
            return _undoubted(_owing(pan, event.line, -event.units, sure=pan.settled_mg is not None))
        case OrderOpened() | OrderParked() | NextAsked():
            return _closed(pan)
        case BenchStarted():
            away = pan.settled_mg is not None
            stood = replace(pan, weight_mg=None, moving=True, lifted=away, steps=())
            return replace(stood, habit=False, several=False, unwatched=False)
        case PackerSignedIn() | PackerSignedOut():
            return replace(pan, habit=False, several=False)
        case DeviceChanged(kind=DeviceKind.SCALE):
            return replace(pan, moving=pan.moving or not event.up, away=not event.up)
        case PromptAnswered(prompt=prompt, value=value) if prompt in (IN_THE_BOX, PACKING_MATERIAL) and value == YES:
            return _undoubted(replace(pan, settled_mg=pan.weight_mg, steps=(), owed=(), several=True))
        case AccountBegun() | UnitsBorneOut() | WitnessSteppedBack() | UnitsDoubted():
            return _accounted(pan, event)
        case _:
            return pan


def _weighed(pan: Pan, event: WeightSeen | ParcelWeighed | WeightAwaited | PanCleared | WeightRefused) -> Pan:
    if isinstance(event, WeightRefused) and event.reason not in _RESTING:
        return replace(pan, moving=True)
    over = _undoubted(pan) if isinstance(event, ParcelWeighed | WeightRefused) else pan
    lifted = pan.lifted or (isinstance(event, PanCleared) and pan.settled_mg is not None)
    steps = pan.steps
    if pan.settled_mg is not None and pan.weight_mg is not None and event.weight_mg is not None and not lifted:
        steps = (*steps, event.weight_mg - pan.weight_mg)[-STEPS_MAX:]
    return replace(over, weight_mg=event.weight_mg, moving=False, lifted=lifted, steps=steps)


def _undoubted(pan: Pan) -> Pan:
    return pan if pan.doubt is None else replace(pan, doubt=None)


def _closed(pan: Pan) -> Pan:
    """Another parcel: the pan is what it is, the account begins anew."""
    packed = bool(pan.owed) or pan.settled_mg is not None
    return Pan(
        weight_mg=pan.weight_mg,
        moving=pan.moving,
        away=pan.away,
        habit=pan.borne or (pan.habit and not packed),
        several=pan.several,
        unwatched=pan.settled_mg is None if packed else pan.unwatched,
    )


def _owing(pan: Pan, line: int, units: int, *, sure: bool) -> Pan:
    """One scan more; what goes in again cancels what came out, and the other way round, the newest first."""
    for at in reversed(range(len(pan.owed))):
        each = pan.owed[at]
        if each.line == line and each.units == -units:
            return replace(pan, owed=(*pan.owed[:at], *pan.owed[at + 1 :]))
    return replace(pan, owed=(*pan.owed, Owed(line=line, units=units, sure=sure)))


def _accounted(pan: Pan, event: AccountBegun | UnitsBorneOut | WitnessSteppedBack | UnitsDoubted) -> Pan:
    match event:
        case AccountBegun():
            unsure = tuple(replace(each, sure=False) for each in pan.owed)
            begun = replace(pan, settled_mg=event.weight_mg, steps=(), lifted=False)
            return replace(begun, owed=unsure, back="", unwatched=False)
        case UnitsBorneOut():
            owed = without(pan.owed, event.seen)
            owed = tuple(replace(each, sure=each.sure and each.line not in event.maybe) for each in owed)
            steps = pan.steps[:-1] if pan.steps[-1:] == (event.change_mg,) else ()
            settled = replace(pan, settled_mg=event.settled_mg, steps=steps, lifted=False, owed=owed, back="")
            if not event.seen:
                return settled
            several = pan.several or _out_of_order(pan.owed, owed, event)
            hidden = tuple(sorted({*pan.hidden, *event.maybe}))
            return _undoubted(replace(settled, borne=True, several=several, hidden=hidden))
        case WitnessSteppedBack():
            unsure = tuple(replace(each, sure=False) for each in without(pan.owed, event.seen))
            settled = replace(_undoubted(pan), settled_mg=event.settled_mg, steps=(), lifted=False)
            return replace(settled, owed=unsure, back=event.why)
        case UnitsDoubted():
            lines = {each.line for each in event.seen}
            told = tuple(replace(each, told=each.told or each.line in lines) for each in pan.owed)
            return replace(pan, doubt=pan.doubt if event.quiet else event.reason, owed=told)


def _out_of_order(before: tuple[Owed, ...], after: tuple[Owed, ...], event: UnitsBorneOut) -> bool:
    """Whether more than one unit came at once, or one that had been passed over came after all."""
    if sum(abs(each.units) for each in event.seen) > max(abs(each.units) for each in before):
        return True
    came = {each.line for each in event.seen}
    return any(each.passed and each.line in came for each in before) and len(after) < len(before)


def without(owed: tuple[Owed, ...], seen: tuple[SeenUnits, ...]) -> tuple[Owed, ...]:
    """What is still awaited when ``seen`` has come: of a line the oldest, but what may be in the box already last.

    Whatever was scanned before a unit that came was passed over by it.
    """
    left = list(owed)
    for each in seen:
        wanted = each.units
        for at in sorted(range(len(owed)), key=lambda at: (not owed[at].sure, at)):
            one = left[at]
            if one.line != each.line or one.units * wanted <= 0:
                continue
            taken = min(one.units, wanted, key=abs)
            wanted -= taken
            left[at] = replace(one, units=one.units - taken)
            left[:at] = [replace(before, passed=before.passed + 1) for before in left[:at]]
    return tuple(one for one in left if one.units)
