"""What a carrier's service takes and asks for, as values: numbers, limits, billing, first leg, extras. Pure.

Where the figures come from is in ``config/carriers``; which service an order gets is ``routing``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from station.packing.model import ServiceId


class Check(StrEnum):
    """Which check digit a number carries; NONE: only its look is known."""

    NONE = ""
    S10 = "s10"
    DHL = "dhl"
    FEDEX_EXPRESS = "fedex_express"
    FEDEX_GROUND = "fedex_ground"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberForm:
    """One look of a service's numbers, and what proves a digit wrong. ``confirmed``: by the carrier or a standard."""

    pattern: str
    check: Check = Check.NONE
    confirmed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most a parcel may be; None: not known, so nothing is refused for it."""

    weight_mg: int | None = None
    side_mm: int | None = None  # the longest side
    sum_mm: int | None = None  # length, width and height together
    girth_mm: int | None = None  # the longest side and the girth around the other two
    confirmed: bool = False
    source: str = ""


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Billing:
    """Steps by which weight is charged; prices are the seller's own, in fen, and may be unknown."""

    first_mg: int
    step_mg: int
    first_price_fen: int | None = None
    step_price_fen: int | None = None
    confirmed: bool = False
    source: str = ""


class LegKind(StrEnum):
    """How parcels reach the carrier (G8)."""

    NONE = "none"  # brought to it, or handed to its driver
    PICK_UP = "pick_up"
    SELF_SEND = "self_send"  # sent on to a transit warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLeg:
    kind: LegKind = LegKind.NONE
    warehouse: str = ""
    address: str = ""
    phone: str = ""


NO_LEG = FirstLeg()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A value-added service that the carrier offers (G11)."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    width_mm: int
    height_mm: int

    def __str__(self) -> str:
        return f"{self.width_mm}x{self.height_mm}"


SLACK_DMM = 10
"""A template may differ from the paper by a millimetre: die-cut labels do."""


def media_allowed(media: tuple[Media, ...], *, width_dmm: int, height_dmm: int) -> bool:
    """Whether a label of that size may be stuck on the service's parcels; no sizes named: any."""
    fits = (
        abs(one.width_mm * 10 - width_dmm) <= SLACK_DMM and abs(one.height_mm * 10 - height_dmm) <= SLACK_DMM
        for one in media
    )
    return not media or any(fits)


class Measure(StrEnum):
    WEIGHT = "weight"
    SIDE = "side"
    SUM = "sum"
    GIRTH = "girth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One limit gone over; both figures in milligrams or in millimetres."""

    measure: Measure
    found: int
    limit: int


Sides = tuple[int, int, int]


def breach(limits: Limits, *, weight_mg: int | None, sides_mm: Sides | None) -> Breach | None:
    """The first limit a parcel goes over; what is not known of it breaks none."""
    for measure, found, limit in (
        (Measure.WEIGHT, weight_mg, limits.weight_mg),
        *_of_sides(limits, sides_mm),
    ):
        if found is not None and limit is not None and found > limit:
            return Breach(measure=measure, found=found, limit=limit)
    return None


def _of_sides(limits: Limits, sides_mm: Sides | None) -> tuple[tuple[Measure, int, int | None], ...]:
    if sides_mm is None:
        return ()
    longest = max(sides_mm)
    return (
        (Measure.SIDE, longest, limits.side_mm),
        (Measure.SUM, sum(sides_mm), limits.sum_mm),
        (Measure.GIRTH, longest + 2 * (sum(sides_mm) - longest), limits.girth_mm),
    )


def billed_mg(weight_mg: int, billing: Billing) -> int:
    """What the carrier charges for: the first weight, then whole steps."""
    assert weight_mg >= 0
    over_mg = max(0, weight_mg - billing.first_mg)
    return billing.first_mg + -(-over_mg // billing.step_mg) * billing.step_mg


def price_fen(weight_mg: int, billing: Billing) -> int | None:
    """By the seller's own prices; None when they are not given."""
    if billing.first_price_fen is None or billing.step_price_fen is None:
        return None
    steps = (billed_mg(weight_mg, billing) - billing.first_mg) // billing.step_mg
    return billing.first_price_fen + steps * billing.step_price_fen


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceTerms:
    """What a bench must know of a service: what it would not take, and what its numbers look like."""

    zh: str
    en: str
    limits: Limits = NO_LIMITS
    media: tuple[Media, ...] = ()
    numbers: tuple[NumberForm, ...] = ()
    by_hand: bool = False  # each parcel's number is scanned or typed, none is drawn from a pool
    extras: tuple[Extra, ...] = ()


Terms = Mapping[ServiceId, ServiceTerms]
