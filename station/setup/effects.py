"""What set-up may do to the world: looking, listening, printing one label, writing files. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from station.setup.values import DeviceWish, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class LookForLinks:
    """What is plugged in, as the system lists it; nothing is opened, no network is asked."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaySound:
    """The sound of a wrong item, once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TryBook:
    address: str
    bench: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HearCodes:
    """Open the link and say each code as it came."""

    link: str
    speaks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintTrial:
    printer: DeviceWish
    right_mm: float = 0.0
    down_mm: float = 0.0
    darker: int = 0
    number: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepTuned:
    """What the last trial of this kind was printed with becomes the home's own profile; a bench may name it already."""

    profile: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindScale:
    """Listen at this one link, then ask in each known protocol; nothing is set."""

    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchScale:
    scale: DeviceWish


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePicture:
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteProofSheet:
    """The proof, and a make's programming codes where one is named, as a PDF."""

    make: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteCommandSheet:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Practise:
    """Pack one sample order with the wished devices, in a home of its own."""

    wish: Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class PractiseOn:
    """What was scanned or answered belongs to the practice parcel."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetGo:
    """Close what is open: another program may need it, and the next step does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteBench:
    wish: Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteReport:
    pass


Effect: TypeAlias = (
    LookForLinks
    | PlaySound
    | TryBook
    | HearCodes
    | PrintTrial
    | KeepTuned
    | FindScale
    | WatchScale
    | TakePicture
    | WriteProofSheet
    | WriteCommandSheet
    | Practise
    | PractiseOn
    | LetGo
    | WriteBench
    | WriteReport
)
