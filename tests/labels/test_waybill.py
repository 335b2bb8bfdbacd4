"""What a waybill says of an order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.labels.masking import masked_name, masked_phone
from station.labels.samples import SAMPLES
from station.labels.waybill import country, fields, spaced
from station.packing.model import OrderLine, Sku
from tests.labels.samples_drawn import fields_of

DOMESTIC, INTERNATIONAL = SAMPLES["domestic"], SAMPLES["international"]


def test_name_and_telephone_are_masked_at_home() -> None:
    """A domestic label keeps a name's first character and hides six digits of each telephone."""
    texts = fields_of(DOMESTIC).texts
    assert (texts["recipient_name"], texts["recipient_phone"]) == ("周**", "138******07")
    assert texts["sender_phone"].count("*") >= 6


def test_masking_can_be_switched_off() -> None:
    """With masking off by setting, name and telephone stand whole."""
    assert fields_of(DOMESTIC, masked=False).texts["recipient_phone"] == DOMESTIC.order.recipient.phone


def test_another_country_gets_the_whole_address() -> None:
    """A label abroad is never masked and names the country in English capitals."""
    texts = fields_of(INTERNATIONAL).texts
    assert texts["recipient_name"] == "Avery Example"
    assert texts["recipient_country"] == "UNITED STATES"


@given(st.text(alphabet="0123456789-+ ()转", max_size=30))
def test_any_telephone_hides_six_digits(phone: str) -> None:
    """Whatever its form, at least six digits of a telephone, or all it has, are hidden."""
    digits = sum(c.isdigit() for c in phone)
    masked = masked_phone(phone)
    assert masked.count("*") >= min(6, digits)
    assert len(masked) == len(phone)


@given(st.text(max_size=10))
def test_any_name_loses_a_character(name: str) -> None:
    """A name is never printed whole, not even one of a single character."""
    assert masked_name(name) != name or not name.strip()


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("YT7630118422907", "YT 7630 1184 22907"),
        ("LZ123456785CN", "LZ 123 456 785 CN"),
        ("773012345678", "7730 1234 5678"),
        ("JDVA01234567", "JDVA 0123 4567"),
        ("1", "1"),
    ],
)
def test_a_number_is_spaced_for_reading(number: str, shown: str) -> None:
    """Digits stand in fours, a postal S10 number in threes, and nothing but blanks is added."""
    assert spaced(number) == shown
    assert spaced(number).replace(" ", "") == number


def test_a_reprint_says_so() -> None:
    """The first print has no mark, the second says which copy it is in both languages."""
    assert fields_of(DOMESTIC).texts["copy_mark"] == ""
    assert fields_of(replace(DOMESTIC, copy=2)).texts["copy_mark"] == "补打 2 · COPY 2"


def test_a_specimen_says_so() -> None:
    """A label without a verified parcel behind it is marked, whatever its copy number."""
    made = fields(
        DOMESTIC.order,
        waybill=DOMESTIC.waybill,
        weight_mg=None,
        units=1,
        copy=3,
        root16="",
        bench="B01",
        printed_at="",
        masked=True,
        specimen=True,
    )
    assert made.texts["copy_mark"] == "样张 SPECIMEN"
    assert made.texts["weight"] == ""


def test_the_root_stands_in_fours() -> None:
    """All sixteen characters of the root are there, in groups of four."""
    assert fields_of(DOMESTIC).texts["root"] == "7F3A 91C2 KQ4Z M7TD"


def test_without_a_sort_code_the_town_is_large() -> None:
    """Where the carrier gave no sort code, the hub sorts by city and district, or by country."""
    assert fields_of(SAMPLES["gift"]).texts["route"] == "杭州市 临平区"
    assert fields_of(INTERNATIONAL).texts["route"] == "UNITED STATES"


def test_a_city_that_is_its_own_province_stands_once() -> None:
    """上海, 上海市 is written once."""
    recipient = replace(DOMESTIC.order.recipient, province="上海", city="上海市", district="徐汇区")
    sample = replace(DOMESTIC, order=replace(DOMESTIC.order, recipient=recipient))
    assert fields_of(sample).texts["recipient_region"] == "上海市 徐汇区"


def test_contents_that_do_not_fit_are_counted() -> None:
    """A long order lists what fits and counts the rest on the last row, units and all."""
    lines = tuple(OrderLine(sku=Sku(f"S{n}"), quantity=n, name=f"thing {n}") for n in range(1, 9))
    rows = fields_of(replace(INTERNATIONAL, order=replace(INTERNATIONAL.order, lines=lines))).rows["contents"]
    assert len(rows) == 5
    assert rows[-1] == {"content": "and 4 other goods", "content_units": "26"}


def test_countries_have_english_names() -> None:
    """An ISO code becomes a name; a name, or a code nobody knows, stays as it came."""
    assert [country(code) for code in ("BR", "gb", "Brazil", "ZZ", "")] == [
        "BRAZIL",
        "UNITED KINGDOM",
        "BRAZIL",
        "ZZ",
        "",
    ]
