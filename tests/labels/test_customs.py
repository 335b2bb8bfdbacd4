"""What a customs declaration says, and what it leaves to the sender's hand."""

from __future__ import annotations

from station.labels.customs import declaration
from station.packing.model import LineKind, Money, OrderLine, Sku


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
    assert declaration((line,)).rows == (
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
    rows = declaration(lines).rows
    assert [row["declared_name"] for row in rows] == ["Bowl", "C"]
    assert {rows[0][key] for key in ("declared_weight", "declared_hs", "declared_origin", "declared_value")} == {""}


def valued(sku: str, quantity: int, hundredths: int | None, currency: str = "USD") -> OrderLine:
    value = None if hundredths is None else Money(hundredths=hundredths, currency=currency)
    return OrderLine(sku=Sku(sku), quantity=quantity, declared_value=value)


def test_entered_values_are_multiplied_and_added() -> None:
    """Each row is worth its units, the total all rows, and the column says its currency."""
    said = declaration((valued("A", 3, 1_205), valued("B", 1, 99)))
    assert [row["declared_value"] for row in said.rows] == ["36.15", "0.99"]
    assert (said.total, said.currency) == ("37.14", "USD")


def test_one_value_that_nobody_entered_leaves_the_total_blank() -> None:
    """A row without its value is written by hand, and so is the total; the other row keeps what was entered."""
    said = declaration((valued("A", 2, 500), valued("B", 1, None)))
    assert [row["declared_value"] for row in said.rows] == ["10.00", ""]
    assert (said.total, said.currency) == ("", "USD")


def test_two_currencies_leave_all_to_the_hand() -> None:
    """Values in two currencies, as orders of two shops in one box may have, are not declared at all."""
    said = declaration((valued("A", 1, 500), valued("B", 1, 500, "EUR")))
    assert {row["declared_value"] for row in said.rows} == {""}
    assert (said.total, said.currency) == ("", "")


def test_an_empty_box_is_worth_nothing_said() -> None:
    """Without a line there is no total of nought to sign."""
    assert declaration(()).total == ""
