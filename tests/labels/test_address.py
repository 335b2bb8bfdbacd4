"""Address lines as each destination's post reads them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.labels.address import lines
from station.packing.model import Recipient

TOLD = {
    "AE": "S|D|C|P",
    "AL": "S|D|Z|C|P",
    "AR AT BE BG CH CL CY CZ DE DK DZ FI FR GE GR HR IS KW LA LU MA": "S|D|Z C|P",
    "MD MK MY NL NO PL PT RO RS SE SI SK TN UZ": "S|D|Z C|P",
    "AU CA US PR": "S|D|C P Z",
    "BD": "S|D|C - Z|P",
    "BR": "S|D|C-P|Z",
    "BY": "S|D|Z, C|P",
    "CN": "S|D, C|P, Z",
    "CO": "S|D|C, P, Z",
    "CR": "S|D|P, C|Z",
    "EG GB IE KE RU UA": "S|D|C|P|Z",
    "ES IT EE LT": "S|D|Z C P",
    "GT": "S|D|Z-C|P",
    "HK": "S|D|C|P",
    "HU": "C|D|S|Z",
    "ID MN VN": "S|D|C|P Z",
    "IL IN JO KH LB MT NG NP NZ PE SA SG": "S|D|C Z|P",
    "IQ": "S|D|C, P|Z",
    "IR": "P|C, D|S|Z",
    "JP TW": "S, D|C, P Z",
    "KR": "S, D|C, P|Z",
    "KZ": "Z|P|C|D|S",
    "LV MM": "S|D|C, Z|P",
    "MX": "S|D|Z C, P",
    "PH": "S|D, C|Z P",
    "PK": "S|D|C-Z|P",
    "TH": "S|D, C|P Z",
    "TR": "S|D|Z C/P",
    "VE": "S|D|C Z, P",
    "ZZ": "S|D|C P|Z",
}
PARTS = {"S": "1 Sample St", "D": "East", "C": "Town", "P": "Shire", "Z": "01234"}


@pytest.mark.parametrize(("countries", "pattern"), TOLD.items())
def test_lines_follow_the_destination(countries: str, pattern: str) -> None:
    """Postcode, city and province stand where the country wants them; a country without a rule gets the usual order."""
    told = tuple("".join(PARTS.get(letter, letter) for letter in line) for line in pattern.split("|"))
    for country in countries.split():
        who = Recipient(
            country=country, street="1 Sample St", district="East", city="Town", province="Shire", postcode="01234"
        )
        assert lines(who) == told, country


def test_an_irish_address_without_its_eircode() -> None:
    """Many Irish orders have none: the county is then the last line, with nothing after it."""
    who = Recipient(country="ie", street="1 Sample Road", city="Sampletown", province="Co. Example")
    assert lines(who) == ("1 Sample Road", "Sampletown", "Co. Example")


def test_own_script_goes_from_large_to_small() -> None:
    """A Chinese or Japanese address in its own script begins with the province, a Latin one with the street; Korea's
    postcode stands below."""
    who = Recipient(
        country="TW", street="範例路 1 號", district="範例區", city="樣板市", province="樣板縣", postcode="100"
    )
    assert lines(who) == ("100", "樣板縣 樣板市 範例區", "範例路 1 號")
    korean = replace(
        who, country="KR", street="예시로 1", district="예시구", city="견본시", province="", postcode="01234"
    )
    assert lines(korean) == ("견본시 예시구", "예시로 1", "01234")


def test_an_empty_part_takes_its_separators_along() -> None:
    """No stray comma, hyphen or parenthesis is left where a part is empty; what is said twice stands once."""
    assert lines(Recipient(country="ES", street="Calle 1", province="Madrid")) == ("Calle 1", "Madrid")
    assert lines(Recipient(country="BR", street="Rua 1", province="SP", postcode="0")) == ("Rua 1", "SP", "0")
    assert lines(Recipient(country="CN", street="示例路", province="北京市", city="北京市")) == ("北京市", "示例路")
    assert lines(Recipient(country="US")) == ()
