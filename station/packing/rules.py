"""What a bench may decide by: settings and roster as one frozen value, handed to ``decide`` with each input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from station.packing.media import PhotoMoment
from station.packing.model import Money
from station.packing.paper_rules import PaperRule
from station.packing.terms import Sides, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a person chose for the screens, and when; ``what`` is empty where it shall be as the bench has it."""

    what: str = ""
    at_us: int = 0  # 0: nobody ever chose


NOT_CHOSEN: Final = Chosen()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """``pseudonym`` is what entries carry; ``name`` is for the screen of this bench only."""

    pseudonym: str
    name: str
    supervisor: bool = False
    pin: bool = False  # the badge alone is not enough at this bench
    language: Chosen = NOT_CHOSEN
    palette: Chosen = NOT_CHOSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Carton:
    code: str
    name: str
    tare_mg: int
    filler_mg: int = 0
    sides_mm: Sides | None = None  # outside, when they are known


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialRule:
    """Goods of a class ask for a material, once an order (E6 to E10)."""

    goods_class: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRule:
    """Which camera takes a moment's photo, and of which orders; ``required`` holds the parcel until it is there."""

    moment: PhotoMoment
    camera: str
    required: bool = False
    shops: frozenset[str] = frozenset()  # of these alone; empty: of all
    goods_classes: frozenset[str] = frozenset()  # of orders with goods of one of these; empty: of all
    value_from: Money | None = None  # of orders declared at so much or more, or at nobody knows what


class Watch(StrEnum):
    """What the scale may do as a second witness of each scan."""

    OFF = "off"
    WARN = "warn"  # says so while packing, and records it
    STOP = "stop"  # holds the label too, until weight, undo or the packer's word settle it


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    require_sign_in: bool = False
    item_first: bool = False  # with nothing open, an item opens the order of just that item
    gives_next: bool = False  # NEXT, with nothing open, asks the book for an order
    weigh: bool = True
    tolerance_mg: int = 10_000
    tolerance_percent: int = 5
    near_zero_mg: int = 5_000
    zeroes: bool = False  # the bench can tell its scale to zero
    watch: Watch = Watch.OFF
    grace_ms: int = 3_000  # the unit scanned last may still be in the hand for so long; 0: it never is
    scale_step_mg: int = 0  # the scale's division as it says itself; 0: not known
    holds_max_age_s: int = 900
    cartons: tuple[Carton, ...] = ()
    default_carton: str = ""
    materials: tuple[MaterialRule, ...] = ()
    roster: Mapping[str, Person] = field(default_factory=dict)  # badge code -> person
    terms: Terms = field(default_factory=dict)  # what the carriers' services take
    printers: tuple[str, ...] = ()  # label printers that say they are ready and take the open order's label
    papers: tuple[PaperRule, ...] = ()  # that go with a parcel
    photos: tuple[PhotoRule, ...] = ()
    video: tuple[str, ...] = ()  # the cameras that film a parcel from its opening to its seal

    @property
    def has_supervisor(self) -> bool:
        """A bench without one is not left standing: there a packer may do what is only marked and recorded."""
        return any(person.supervisor for person in self.roster.values())
