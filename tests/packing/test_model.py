from __future__ import annotations

import pytest

from station.packing.model import barcode_key, gtin_check_digit_ok


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("4006381333931", "04006381333931"),
        ("012345678905", "00012345678905"),
        ("96385074", "00000096385074"),
        ("04006381333931", "04006381333931"),
        ("4006381333932", "4006381333932"),
        ("CARTON-1", "CARTON-1"),
        ("٤٠٠٦٣٨١٣٣٣٩٣١", "٤٠٠٦٣٨١٣٣٣٩٣١"),
    ],
)
def test_codes_of_one_item_compare_alike(code: str, key: str) -> None:
    """A valid GTIN of any length is its 14 digits; a bad one, and any other text, is only itself."""
    assert barcode_key(code) == key


def test_a_wrong_check_digit_is_found() -> None:
    """Of the ten last digits exactly one is right."""
    assert [digit for digit in "0123456789" if gtin_check_digit_ok(f"400638133393{digit}")] == ["1"]
