"""What a customs declaration says, and what it leaves to the sender's hand."""

from __future__ import annotations

from station.labels.customs import declared
from station.packing.model import LineKind, OrderLine, Sku


def test_a_line_is_declared_as_the_product_file_has_it() -> None:
    """Customs name, units, weight of all units, tariff number and origin; the value stays blank."""
    line = OrderLine(
        sku=Sku("A"),
        quantity=3,
        name="青瓷碗",
        customs_name="Ceramic bowls",
        weight_mg=262_000,
        hs_code="691200",
        origin="CN",
    )
    assert declared((line,)) == (
        {
            "declared_name": "Ceramic bowls",
            "declared_units": "3",
            "declared_weight": "0.786",
            "declared_value": "",
            "declared_hs": "691200",
            "declared_origin": "CN",
        },
    )


def test_what_nobody_entered_stays_blank() -> None:
    """Nothing is made up; only the name falls back to the line's own; what is in no box is not declared."""
    lines = (
        OrderLine(sku=Sku("A"), quantity=1, name="Bowl"),
        OrderLine(sku=Sku("B"), quantity=1, kind=LineKind.VIRTUAL),
        OrderLine(sku=Sku("C"), quantity=1, kind=LineKind.GIFT),
    )
    rows = declared(lines)
    assert [row["declared_name"] for row in rows] == ["Bowl", "C"]
    assert {rows[0][key] for key in ("declared_weight", "declared_hs", "declared_origin", "declared_value")} == {""}
