"""What a bench may decide by: settings and roster as one frozen value, handed to ``decide`` with each input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from station.packing.terms import Sides, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """``pseudonym`` is what entries carry; ``name`` is for the screen of this bench only."""

    pseudonym: str
    name: str
    supervisor: bool = False


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
class Rules:
    require_sign_in: bool = False
    item_first: bool = False  # with nothing open, an item opens the order of just that item
    weigh: bool = True
    tolerance_mg: int = 10_000
    tolerance_percent: int = 5
    near_zero_mg: int = 5_000
    holds_max_age_s: int = 900
    cartons: tuple[Carton, ...] = ()
    default_carton: str = ""
    materials: tuple[MaterialRule, ...] = ()
    roster: Mapping[str, Person] = field(default_factory=dict)  # badge code -> person
    terms: Terms = field(default_factory=dict)  # what the carriers' services take
    printers: tuple[str, ...] = ()  # label printers that say they are ready and take the open order's label
