"""What a CN22 says of a parcel: its goods with units, weight, tariff number and origin, from the order's lines. Pure.

Nothing is made up: a figure that nobody entered stays blank, to be written by hand. No order line carries a value, so
the value is always blank (UPU Convention Regulations, CN 22; the sender answers for what stands there).
"""

from __future__ import annotations

from collections.abc import Mapping

from station.packing.model import NOT_PACKED, OrderLine


def declared(lines: tuple[OrderLine, ...]) -> tuple[Mapping[str, str], ...]:
    """A row for each line that is in the box."""
    return tuple(_row(line) for line in lines if line.kind not in NOT_PACKED and line.quantity)


def _row(line: OrderLine) -> Mapping[str, str]:
    weight_mg = None if line.weight_mg is None else line.weight_mg * line.quantity
    return {
        "declared_name": line.customs_name or line.name or line.sku,
        "declared_units": str(line.quantity),
        "declared_weight": "" if weight_mg is None else f"{weight_mg / 1_000_000:.3f}",
        "declared_value": "",
        "declared_hs": line.hs_code,
        "declared_origin": line.origin,
    }
