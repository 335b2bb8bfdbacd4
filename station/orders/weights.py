"""Unit weights learned from sealed parcels, in whole milligrams. A weight given in a product file always wins.

It is learned beside a given one too, so that a wrong product file is found out and named. Whoever calls has the
transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt
from typing import Any

from sqlalchemy import Connection, Row, select, update

from station.orders.tables import learned_weights, products
from station.packing.events import PackedUnits

SAMPLES_MAX = 1_000
"""Enough to be sure; later parcels change nothing."""

SAMPLES_MIN = 3
"""A learned weight counts once this many parcels agree on it."""

UNIT_MAX_MG = 100_000_000
SQUARES_MAX = 2**62


def learn_weight(connection: Connection, sku: str, weight_mg: int) -> None:
    """One more parcel says what a piece of ``sku`` weighs."""
    if not 0 < weight_mg <= UNIT_MAX_MG:
        return
    row = connection.execute(select(learned_weights).where(learned_weights.c.sku == sku)).first()
    if row is None:
        ends = {"lowest_mg": weight_mg, "highest_mg": weight_mg}
        values = {"sku": sku, "samples": 1, "sum_mg": weight_mg, "squares_mg2": 0, **ends}
        connection.execute(learned_weights.insert().values(values))
    elif row.samples < SAMPLES_MAX:
        connection.execute(
            update(learned_weights)
            .where(learned_weights.c.sku == sku)
            .values(
                samples=row.samples + 1,
                sum_mg=row.sum_mg + weight_mg,
                squares_mg2=min(SQUARES_MAX, row.squares_mg2 + _square(row, weight_mg)),
                lowest_mg=min(row.lowest_mg, weight_mg),
                highest_mg=max(row.highest_mg, weight_mg),
            )
        )


def _square(row: Row[Any], weight_mg: int) -> int:
    """By how much one more weight makes the sum of squared distances grow (Welford)."""
    before: int = weight_mg - row.sum_mg // row.samples
    after: int = weight_mg - (row.sum_mg + weight_mg) // (row.samples + 1)
    return max(0, before * after)


def learned_mg(row: Row[Any] | None) -> tuple[int, int] | None:
    """Mean and standard deviation; None before enough parcels agree."""
    if row is None or row.samples < SAMPLES_MIN:
        return None
    return row.sum_mg // row.samples, isqrt(row.squares_mg2 // (row.samples - 1))


def learn_from_parcel(
    connection: Connection, *, weight_mg: int, tare_mg: int, contents: tuple[PackedUnits, ...]
) -> None:
    """Learn when the parcel leaves one unknown: a single SKU whose weight no product file gives, or the only one."""
    given = _given(connection, {units.sku for units in contents})
    if len(contents) == 1:
        given = {}
    unknown = [units for units in contents if units.sku not in given]
    if len(unknown) != 1 or unknown[0].units == 0:
        return
    rest_mg = weight_mg - tare_mg - sum(given[u.sku] * u.units for u in contents if u.sku in given)
    learn_weight(connection, unknown[0].sku, rest_mg // unknown[0].units)


def _given(connection: Connection, skus: set[str]) -> dict[str, int]:
    statement = select(products.c.sku, products.c.weight_mg).where(
        products.c.sku.in_(skus), products.c.weight_mg.is_not(None)
    )
    return {row.sku: row.weight_mg for row in connection.execute(statement)}


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightGap:
    """A product whose given weight the parcels do not bear out."""

    sku: str
    name: str
    given_mg: int
    learned_mg: int
    lowest_mg: int
    highest_mg: int
    parcels: int


def weight_gaps(connection: Connection, *, tolerance_mg: int, tolerance_percent: int) -> Sequence[WeightGap]:
    """Products whose given weight and learned one differ by more than a parcel may, the widest gap first."""
    both = select(products, learned_weights).join(learned_weights, learned_weights.c.sku == products.c.sku)
    known = both.where(products.c.weight_mg.is_not(None), learned_weights.c.samples >= SAMPLES_MIN)
    gaps = [_gap(row) for row in connection.execute(known)]
    wide = [gap for gap in gaps if abs(gap.learned_mg - gap.given_mg) > _allowed(gap, tolerance_mg, tolerance_percent)]
    return sorted(wide, key=lambda gap: (-abs(gap.learned_mg - gap.given_mg), gap.sku))


def _gap(row: Row[Any]) -> WeightGap:
    return WeightGap(
        sku=row.sku,
        name=row.name,
        given_mg=row.weight_mg,
        learned_mg=row.sum_mg // row.samples,
        lowest_mg=row.lowest_mg,
        highest_mg=row.highest_mg,
        parcels=row.samples,
    )


def _allowed(gap: WeightGap, tolerance_mg: int, tolerance_percent: int) -> int:
    """As for a parcel: so many grams or such a part, whichever is more."""
    return max(tolerance_mg, gap.given_mg * tolerance_percent // 100)
