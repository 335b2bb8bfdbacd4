"""Check digits and ranges of waybill numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.codes import s10_ok
from station.orders.check_digits import RangeFault, proven, range_of
from station.packing.terms import Check, NumberForm

EPACKET = (NumberForm(pattern=r"L[A-Z]\d{9}CN", check=Check.S10),)
YTO = (NumberForm(pattern=r"YT\d{13}"),)
DHL = (NumberForm(pattern=r"\d{10}", check=Check.DHL),)


@pytest.mark.parametrize(
    ("number", "check", "right"),
    [
        ("RB123456785GB", Check.S10, True),
        ("RB123456786US", Check.S10, False),
        ("3318810025", Check.DHL, True),
        ("73891051146", Check.DHL, True),
        ("3318810010", Check.DHL, False),
        ("986578788855", Check.FEDEX_EXPRESS, True),
        ("996578788855", Check.FEDEX_EXPRESS, False),
        ("041441760228964", Check.FEDEX_GROUND, True),
        ("568283610012732", Check.FEDEX_GROUND, False),
        ("anything", Check.NONE, True),
    ],
)
def test_published_numbers(number: str, check: Check, right: bool) -> None:
    """The valid and invalid examples of the public collections are told apart."""
    assert proven(number, check) is right


def test_a_range_of_s10() -> None:
    """The check digits are worked out; giving them or leaving them out is the same."""
    wanted = ["LX123456785CN", "LX123456799CN", "LX123456808CN"]
    assert list(range_of("LX12345678CN", "LX12345680CN", EPACKET)) == wanted
    assert list(range_of("LX123456785CN", "LX123456808CN", EPACKET)) == wanted


def test_a_range_without_check_digit() -> None:
    """Leading zeros stay, the last number counts."""
    assert list(range_of("YT0000000000009", "YT0000000000010", YTO)) == ["YT0000000000009", "YT0000000000010"]


def test_a_range_of_numbers_with_another_check_digit() -> None:
    """The digit is no part of the serial that counts up."""
    found = list(range_of("3318810014", "3318810036", DHL))
    assert found == ["3318810014", "3318810025", "3318810036"]


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("LX123456786CN", "LX123456799CN", "check digit of LX123456786CN"),
        ("LX123456785CN", "LY123456785CN", "differ in more"),
        ("LX12345680CN", "LX12345678CN", "before the first"),
        ("RX123456785CN", "RX123456799CN", "does not look like"),
        ("LX123456785CN", "LX12345CN", "no serial digits"),
        ("", "", "does not look like"),
        ("LX一二三CN", "LX一二三CN", "does not look like"),
    ],
)
def test_what_is_no_range(first: str, last: str, why: str) -> None:
    """Two numbers that make no range are refused with the reason."""
    with pytest.raises(RangeFault, match=why):
        range_of(first, last, EPACKET)


@given(first=st.integers(min_value=0, max_value=99_999_999), count=st.integers(min_value=1, max_value=300))
def test_every_number_of_a_range_is_right(first: int, count: int) -> None:
    """All numbers are S10, different, in order, and as many as asked for."""
    last = min(99_999_999, first + count - 1)
    numbers = list(found := range_of(f"LX{first:08d}CN", f"LX{last:08d}CN", EPACKET))
    assert len(numbers) == len(found) == last - first + 1
    assert all(map(s10_ok, numbers))
    assert numbers == sorted(set(numbers), key=lambda number: number[2:10])


@given(serial=st.integers(min_value=0, max_value=99_999_999), wrong=st.integers(min_value=1, max_value=9))
def test_a_wrong_digit_never_passes(serial: int, wrong: int) -> None:
    """Whatever other digit stands in the check digit's place is refused."""
    (number,) = range_of(f"LX{serial:08d}CN", f"LX{serial:08d}CN", EPACKET)
    other = f"{number[:10]}{(int(number[10]) + wrong) % 10}CN"
    assert not proven(other, Check.S10)
