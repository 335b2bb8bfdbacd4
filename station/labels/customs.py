"""What a CN22 says of a parcel: its goods with units, weight, value, tariff number and origin, from the order's lines.

Pure. Nothing is made up: a figure that nobody entered stays blank, to be written by hand (UPU Convention Regulations,
CN 22; the sender answers for what stands there).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from station.packing.model import NOT_PACKED, OrderLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A row for each line that is in the box; ``total`` is blank unless every row has its value."""

    rows: tuple[Mapping[str, str], ...]
    currency: str
    total: str


def declaration(lines: tuple[OrderLine, ...]) -> Declaration:
    """Values in two currencies are left to the sender's hand: one column has one currency, and one total."""
    packed = tuple(line for line in lines if line.kind not in NOT_PACKED and line.quantity)
    currencies = {line.declared_value.currency for line in packed if line.declared_value}
    currency = currencies.pop() if len(currencies) == 1 else ""
    values = [_hundredths(line) if currency else None for line in packed]
    known = [value for value in values if value is not None]
    return Declaration(
        rows=tuple(_row(line, value) for line, value in zip(packed, values, strict=True)),
        currency=currency,
        total=_amount(sum(known)) if packed and len(known) == len(packed) else "",
    )


def _row(line: OrderLine, value: int | None) -> Mapping[str, str]:
    weight_mg = None if line.weight_mg is None else line.weight_mg * line.quantity
    return {
        "declared_name": line.customs_name or line.name or line.sku,
        "declared_units": str(line.quantity),
        "declared_weight": "" if weight_mg is None else f"{weight_mg / 1_000_000:.3f}",
        "declared_value": "" if value is None else _amount(value),
        "declared_hs": line.hs_code,
        "declared_origin": line.origin,
    }


def _hundredths(line: OrderLine) -> int | None:
    """Of all units of the line."""
    return None if line.declared_value is None else line.declared_value.hundredths * line.quantity


def _amount(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}"
