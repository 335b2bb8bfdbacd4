"""Money as the office types it, in hundredths of a currency. Pure."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from station.errors import UsageTrouble
from station.orders.disputes import AMOUNT_MAX


def hundredths(text: str) -> int | None:
    """None of an empty text.

    Raises:
        UsageTrouble: it is no amount, is below nothing, or has more than two places.
    """
    if not text.strip():
        return None
    try:
        told = Decimal(text) * 100
        if not (0 <= told <= AMOUNT_MAX) or told != int(told):
            raise InvalidOperation
    except (InvalidOperation, ValueError):
        raise UsageTrouble(f"{text[:20]!r} is no amount of money", remedy="Write it as 12.34.") from None
    return int(told)


def currency(text: str) -> str:
    """Its three letters; nothing of nothing.

    Raises:
        UsageTrouble: it is another word.
    """
    if text and not (len(text) == 3 and text.isascii() and text.isalpha()):
        raise UsageTrouble(f"{text[:20]!r} is no currency", remedy="Write its three letters: CNY, USD, EUR.")
    return text.upper()
