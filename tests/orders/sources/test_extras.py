"""Value-added services in an order table."""

from __future__ import annotations

import pytest

from station.orders.source_order import CellError
from station.orders.sources.extras import value_added


@pytest.mark.parametrize(
    ("text", "extras"),
    [
        ("", ()),
        ("保价", ("insurance",)),
        ("快递保险、签收短信提醒", ("insurance", "receipt_sms")),
        (" Insured ; COD / insured,", ("insurance", "cod")),
        ("本人签收\n代收货款", ("signature", "cod")),
    ],
)
def test_words_in_both_languages(text: str, extras: tuple[str, ...]) -> None:
    """Each once, in the order in which they are written."""
    assert value_added(text, "extras") == extras


def test_a_word_nobody_knows() -> None:
    """An insured parcel that went without insurance would be the seller's loss: the row is refused."""
    with pytest.raises(CellError, match="'金保' is no value-added service"):
        value_added("保价、金保", "extras")
