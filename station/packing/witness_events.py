"""What the scale bore out of the scans while a box was packed on it, and what it did not.

As in ``events``: past tense, values, and a kind once shipped is only added to. Every weight is the pan's, with the box.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from station.packing.model import Sku
from station.packing.questions import Prompt
from station.packing.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenUnits:
    """Units of a line, negative when they came out; ``weight_mg`` is what they should weigh, signed alike."""

    line: int  # index on the order
    sku: Sku
    units: int
    weight_mg: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountBegun:
    """The box stands on the scale while it is packed: from this weight on, changes are held against the scans."""

    weight_mg: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsBorneOut:
    """The weight changed by what these scanned units weigh. ``settled_mg`` is all that is accounted for now.

    With nothing seen: the box was off the scale and came back as it had gone.
    """

    seen: tuple[SeenUnits, ...]
    change_mg: int
    settled_mg: int
    maybe: tuple[int, ...] = ()  # lines of which other awaited units may have come in the same change


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessSteppedBack:
    """The scale cannot tell what changed: from ``settled_mg`` on it tries again, and ``seen`` is no longer awaited."""

    why: str  # too_light, weight_unknown, lost_track
    seen: tuple[SeenUnits, ...]
    settled_mg: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsDoubted:
    """Scans and scale do not agree. With ``prompt`` the label waits for the weight, an undo or the packer's word."""

    reason: Reason  # item_not_added or item_unexplained
    seen: tuple[SeenUnits, ...]
    change_mg: int  # what the scale has seen beyond what is accounted for
    prompt: Prompt | None = None
    quiet: bool = False  # recorded, and not a word to anybody


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightAwaited:
    """A weight that is not judged yet: the last unit was scanned a moment ago and may still be in the hand."""

    weight_mg: int
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitScannedAgain:
    """A unit whose scan the scale did not bear out was scanned once more: it is the one that goes in now."""

    line: int
    sku: Sku
    code: str
    device: str


OfWitness: TypeAlias = (
    AccountBegun | UnitsBorneOut | WitnessSteppedBack | UnitsDoubted | WeightAwaited | UnitScannedAgain
)  # fmt: skip
