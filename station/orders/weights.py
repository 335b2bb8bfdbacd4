"""Unit weights learned from sealed parcels, in whole milligrams. A weight given in a product file always wins.

Whoever calls has the transaction.
"""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from station.orders.tables import learned_weights, products
from station.packing.events import PackedUnits

SAMPLES_MAX = 1_000
"""Enough to be sure; later parcels change nothing."""

UNIT_MAX_MG = 100_000_000


def learn_weight(connection: Connection, sku: str, weight_mg: int) -> None:
    """One more parcel says what a piece of ``sku`` weighs."""
    if not 0 < weight_mg <= UNIT_MAX_MG:
        return
    given = connection.execute(select(products.c.weight_mg).where(products.c.sku == sku)).scalar()
    if given is not None:
        return
    row = connection.execute(select(learned_weights).where(learned_weights.c.sku == sku)).first()
    if row is None:
        values = {"sku": sku, "samples": 1, "sum_mg": weight_mg, "lowest_mg": weight_mg, "highest_mg": weight_mg}
        connection.execute(learned_weights.insert().values(values))
    elif row.samples < SAMPLES_MAX:
        connection.execute(
            update(learned_weights)
            .where(learned_weights.c.sku == sku)
            .values(
                samples=row.samples + 1,
                sum_mg=row.sum_mg + weight_mg,
                lowest_mg=min(row.lowest_mg, weight_mg),
                highest_mg=max(row.highest_mg, weight_mg),
            )
        )


def learn_from_parcel(
    connection: Connection, *, weight_mg: int, tare_mg: int, contents: tuple[PackedUnits, ...]
) -> None:
    """Learn when the parcel leaves one unknown: a single SKU whose weight no product file gives."""
    given = _given(connection, {units.sku for units in contents})
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
