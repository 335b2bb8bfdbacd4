"""Who sits at the bench: locked and unlocked, a PIN asked and given, an act that wants to be meant.

As in ``events``: past tense, values, and a kind once shipped is only added to. A PIN itself is in no event.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from station.packing.inputs import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchLocked:
    """Nothing is taken but a badge; who is signed in stays, and so does the parcel. ``why``: idle or asked."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PinAsked:
    """A badge that could be a copy was read: its PIN decides."""

    packer: str
    device: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PinGiven:
    packer: str
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PinLeft:
    """Nobody gave it: another badge came, or NO."""

    packer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondAsked:
    """An act that is taken only when it is asked for twice in a short time."""

    command: Command
    device: str
    mono_us: int


OfSeat: TypeAlias = BenchLocked | PinAsked | PinGiven | PinLeft | SecondAsked
