"""A parcel that is full: what goes into the next one.

As in ``events``: past tense, values, and a kind once shipped is only added to.
"""

from __future__ import annotations

from dataclasses import dataclass

from station.packing.model import OrderNo, Sku


@dataclass(frozen=True, slots=True, kw_only=True)
class RestUnits:
    """Units of a line that go into the next parcel."""

    line: int  # index on the order
    sku: Sku
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelSplit:
    """The box is full: what is in it is this parcel, and ``rest`` is the order ``next`` once this one is sealed."""

    next: OrderNo
    rest: tuple[RestUnits, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitUndone:
    next: OrderNo
