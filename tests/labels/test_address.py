"""Address lines as each destination's post reads them."""

from __future__ import annotations

import pytest

from station.labels.address import lines
from station.packing.model import Recipient


@pytest.mark.parametrize(
    ("country", "told"),
    [
        ("US", ("1 Sample St", "East", "Town ST 01234")),
        ("de", ("1 Sample St", "East", "01234 Town", "ST")),
        ("GB", ("1 Sample St", "East", "Town", "ST", "01234")),
        ("ES", ("1 Sample St", "East", "01234 Town (ST)")),
        ("HU", ("Town", "East", "1 Sample St", "01234")),
        ("JP", ("1 Sample St, East", "Town, ST 01234")),
        ("KZ", ("01234", "ST", "Town", "East", "1 Sample St")),
        ("ZZ", ("1 Sample St", "East", "Town ST", "01234")),
    ],
)
def test_lines_follow_the_destination(country: str, told: tuple[str, ...]) -> None:
    """Postcode, city and province stand where the country wants them; a country without a rule gets the usual order."""
    who = Recipient(
        country=country, street="1 Sample St", district="East", city="Town", province="ST", postcode="01234"
    )
    assert lines(who) == told


def test_own_script_goes_from_large_to_small() -> None:
    """A Chinese or Japanese address in its own script begins with the province, a Latin one with the street."""
    who = Recipient(
        country="TW", street="範例路 1 號", district="範例區", city="樣板市", province="樣板縣", postcode="100"
    )
    assert lines(who) == ("100", "樣板縣 樣板市 範例區", "範例路 1 號")


def test_an_empty_part_takes_its_separators_along() -> None:
    """No stray comma, hyphen or parenthesis is left where a part is empty; what is said twice stands once."""
    assert lines(Recipient(country="ES", street="Calle 1", province="Madrid")) == ("Calle 1", "Madrid")
    assert lines(Recipient(country="BR", street="Rua 1", province="SP", postcode="0")) == ("Rua 1", "SP", "0")
    assert lines(Recipient(country="CN", street="示例路", province="北京市", city="北京市")) == ("北京市", "示例路")
    assert lines(Recipient(country="US")) == ()
