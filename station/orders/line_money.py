"""What a unit of a line costs or is declared to be worth, as order files write it. Pure.

A price that cannot be told is none at all; a value that somebody entered for customs must be readable, or its row is
refused: nobody declares a figure that the program has made out by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from station.orders.source_order import CellError, SourceItems, SourceLine, SourceOrder, said
from station.packing.model import Money

HUNDREDTHS_MAX = 1_000_000_000
"""Ten million; a unit that is worth more is a misplaced decimal sign."""

_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,4}))?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_NAMES = {"元": "CNY", "人民币": "CNY", "RMB": "CNY", "美元": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY"}


def currency_code(text: str) -> str:
    """An ISO 4217 code; empty where the text is none and names none."""
    code = _NAMES.get(text.strip().upper(), text.strip().upper())
    return code if _CURRENCY.fullmatch(code) else ""


def price(text: str, currency: str, *, units: int = 1) -> Money | None:
    """Of one of ``units``; None where amount or currency is not told, is nothing, or does not divide."""
    if not text:
        return None
    hundredths, code = _hundredths(text), currency_code(currency)
    if not hundredths or not code or hundredths % units:
        return None
    return Money(hundredths=hundredths // units, currency=code)


def entered(text: str, currency: str, *, column: str, currency_column: str) -> Money | None:
    """What somebody entered for customs; None for an empty cell. Raises CellError."""
    if not text or not said(text):
        return None
    hundredths, code = _hundredths(text), currency_code(currency)
    if not hundredths:
        raise CellError(column, f"{text[:40]!r} is no value such as 12.50")
    if not code:
        raise CellError(currency_column, "a declared value needs its currency, three letters such as USD")
    return Money(hundredths=hundredths, currency=code)


def _hundredths(text: str) -> int | None:
    """None for what is no plain amount, is finer than a hundredth, or beyond any sense."""
    match = _AMOUNT.fullmatch(text.strip())
    if match is None or (match[2] or "").rstrip("0")[2:]:
        return None
    hundredths = int(match[1].replace(",", "")) * 100 + int((match[2] or "")[:2].ljust(2, "0"))
    return hundredths if hundredths <= HUNDREDTHS_MAX else None


def order_at_price(order: SourceOrder) -> SourceOrder:
    """The order with each line declared at its price, where nothing else was entered for it."""
    return order if order.lines is None else replace(order, lines=_at_price(order.lines))


def items_at_price(items: SourceItems) -> SourceItems:
    return replace(items, lines=_at_price(items.lines))


def _at_price(lines: Iterable[SourceLine]) -> tuple[SourceLine, ...]:
    return tuple(replace(line, declared_value=line.declared_value or line.price) for line in lines)
