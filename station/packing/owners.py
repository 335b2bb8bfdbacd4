"""Who puts an exception right, and why an order was put aside for them (D2, D3, feature 17). Values and their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Owner(StrEnum):
    """Whose turn it is now."""

    PURCHASING = "purchasing"
    PRODUCTION = "production"
    SERVICE = "service"  # customer service: the buyer must be asked


class Exceptional(StrEnum):
    """What keeps the order from being packed."""

    SHORT = "short"
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"  # what lies there is not what the order names
    NO_BARCODE = "no_barcode"
    CALL = "call"  # the customer must be called
    ADDRESS = "address"  # nobody could deliver there: incomplete, unclear, or not served
    CANCELLED = "cancelled"  # the packer was told so; the order book does not say it yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    owner: Owner
    why: str  # an ``Exceptional``, or a person's own words


OWNER_OF: Mapping[Exceptional, Owner] = MappingProxyType(
    {
        Exceptional.SHORT: Owner.PURCHASING,
        Exceptional.DAMAGED: Owner.PURCHASING,
        Exceptional.WRONG_ITEM: Owner.PURCHASING,
        Exceptional.NO_BARCODE: Owner.PRODUCTION,
        Exceptional.CALL: Owner.SERVICE,
        Exceptional.ADDRESS: Owner.SERVICE,
        Exceptional.CANCELLED: Owner.SERVICE,
    }
)
"""Who is told when nobody says who."""

_WHY_OF: Mapping[Owner, Exceptional] = MappingProxyType(
    {Owner.PURCHASING: Exceptional.SHORT, Owner.PRODUCTION: Exceptional.SHORT, Owner.SERVICE: Exceptional.CALL}
)


def duty_named(argument: str) -> Duty | None:
    """What a HOLD code's argument means: ``PURCHASING``, ``DAMAGED``, ``PRODUCTION-DAMAGED``; None when nothing."""
    words = argument.lower().replace("-", "_")
    for owner in Owner:
        if words == owner:
            return Duty(owner=owner, why=_WHY_OF[owner])
    for why in Exceptional:
        if words == why:
            return Duty(owner=OWNER_OF[why], why=why)
        for owner in Owner:
            if words == f"{owner}_{why}":
                return Duty(owner=owner, why=why)
    return None
