"""What an order file says, before the order book knows of it: values of the readers in ``sources/``. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TypeAlias

from station.packing.model import HoldReason, LineKind, Money, Recipient

NUMBER_MAX = 64
QUANTITY_MAX = 100_000
TEXT_MAX = 2_000
"""For one name, address or message."""

NOBODY = Recipient()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    sku: str
    quantity: int
    name: str = ""
    variant: str = ""
    kind: LineKind = LineKind.GOODS
    price: Money | None = None  # of one unit, as the file has it
    declared_value: Money | None = None  # of one unit, entered for customs


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHold:
    """What the file says of an order beside its status word."""

    reason: HoldReason
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOrder:
    """An order of an order report. ``lines`` is None when this kind of file does not give them.

    ``amount`` is what the buyer pays, in hundredths of the currency the file counts; None when it does not say.
    """

    row: int
    number: str
    status_word: str
    recipient: Recipient = NOBODY
    lines: tuple[SourceLine, ...] | None = None
    units_stated: int = 0
    buyer_message: str = ""
    seller_note: str = ""
    gift: bool = False
    buyer_service: str = ""
    extras: tuple[str, ...] = ()  # value-added services, by id
    waybill: str = ""
    tote: str = ""
    created_us: int | None = None
    paid_us: int | None = None
    deadline_us: int | None = None
    holds: tuple[SourceHold, ...] = ()
    virtual: bool = False
    amount: int | None = None
    company: str = ""
    ship_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceItems:
    """All lines an item report gives for one order; ``status_words`` are those of its rows."""

    row: int
    number: str
    lines: tuple[SourceLine, ...]
    status_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFault:
    """Why a row was refused, for the person who can mend it."""

    row: int
    column: str
    message: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A row that says once more what another has said: counted once, and named when a count does not agree."""

    row: int
    number: str


Found: TypeAlias = SourceOrder | SourceItems | RowFault | Repeat


class CellError(ValueError):
    """A cell that cannot be understood; the message is for the error file."""

    def __init__(self, column: str, message: str) -> None:
        self.column = column
        super().__init__(message)


_NUMBER = re.compile(r"[A-Za-z0-9#][A-Za-z0-9._#/-]{0,63}")
_SPREADSHEET_NUMBER = re.compile(r"[0-9.]+[Ee]\+?[0-9]+|[0-9]+\.0+")


def order_number(text: str, column: str) -> str:
    """An order number as its platform writes it; one that a spreadsheet has rounded is refused."""
    if not text:
        raise CellError(column, "the order number is missing")
    if _SPREADSHEET_NUMBER.fullmatch(text):
        shown = text[:NUMBER_MAX]
        raise CellError(column, f"a spreadsheet has turned the order number into {shown}: export the file again")
    if not _NUMBER.fullmatch(text):
        raise CellError(column, f"{text[:NUMBER_MAX]!r} is no order number")
    return text


def quantity(text: str, column: str) -> int:
    match = re.fullmatch(r"(\d{1,9})(?:\.0+)?", text)
    if not match or not 1 <= int(match[1]) <= QUANTITY_MAX:
        raise CellError(column, f"the quantity must be a whole number from 1 to {QUANTITY_MAX}, not {text[:40]!r}")
    return int(match[1])


def amount_is_positive(text: str) -> bool:
    """Whether a money cell says more than nothing; an unreadable one counts as more."""
    if text.casefold() in _NOTHING:
        return False
    try:
        return float(text.replace(",", "").strip("¥￥$ 元")) > 0
    except ValueError:
        return True


_MONEY = re.compile(r"[^\d,.]{0,8}(\d[\d,]{0,14}(?:\.\d{1,4})?)[^\d,.]{0,8}")


def hundredths(text: str) -> int | None:
    """A money cell in hundredths: ``￥1,234.50``, ``US $12.3``; None for an empty or an unreadable one."""
    match = _MONEY.fullmatch(text.strip())
    return None if match is None else round(float(match[1].replace(",", "")) * 100)


_NOTHING = frozenset({"", "null", "none", "-", "--", "无", "0"})


def said(text: str) -> str:
    """The text, or nothing where an export writes a word for nothing."""
    return "" if not text or text.casefold() in _NOTHING else text


_TIME = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
    r"(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?"
    r"(?: ?(?:(Z|UTC)|([+-])(\d{2}):?(\d{2})))?"
)


def time_us(text: str, column: str, *, utc_offset_minutes: int) -> int | None:
    """A time of any form the exports use, as microseconds UTC; None for an empty cell. One without a zone is local."""
    if not said(text):
        return None
    try:
        plain = len(text) == len("2026-11-20 09:05:00") and text[4] == "-"  # the common form, read ten times as fast
        moment = datetime.fromisoformat(text) if plain else _other_time(text)
    except ValueError:
        raise CellError(column, f"{text[:40]!r} is no date and time") from None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC) - timedelta(minutes=utc_offset_minutes)
    return (moment - _EPOCH) // timedelta(microseconds=1)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _other_time(text: str) -> datetime:
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    return datetime(year, month, day, hour, minute, second, tzinfo=_zone(match))


def _zone(match: re.Match[str]) -> timezone | None:
    if match[7]:
        return UTC
    if not match[8]:
        return None
    ahead = timedelta(hours=int(match[9]), minutes=int(match[10]))
    return timezone(ahead if match[8] == "+" else -ahead)


_GIFT = re.compile(
    r"礼物|礼品|送礼|送人|送朋友|生日|价格单|价单|(?:不|勿|别)放.{0,4}(?:价格|小票|清单)"
    r"|\bgift\b|\bpresent\b|price list",
    re.IGNORECASE,
)


def asks_for_gift(message: str) -> bool:
    """Whether a buyer's message says that the parcel is a gift: then no prices go in the box (E3)."""
    return bool(_GIFT.search(message))


_ADDRESS = re.compile(r"(?P<place>.*?)[(（](?P<postcode>\d{6})[)）]\s*$")
_PROVINCE = re.compile(
    r"北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    r"|内蒙古|广西|西藏|宁夏|新疆|台湾|香港|澳门"
)


def chinese_address(text: str) -> dict[str, str] | None:
    """``省 市 区 街道 (邮编)`` in its parts; None when the text does not begin with a province."""
    match = _ADDRESS.fullmatch(text)
    place, postcode = (match["place"], match["postcode"]) if match else (text, "")
    parts = place.strip().split(maxsplit=3)
    if len(parts) < 3 or not _PROVINCE.match(parts[0]):
        return None
    district, street = (parts[2], parts[3]) if len(parts) == 4 else ("", parts[2])
    if postcode == "000000":
        postcode = ""
    return {"province": parts[0], "city": parts[1], "district": district, "street": street, "postcode": postcode}


def masked(text: str) -> bool:
    return "*" in text


def once_each(found: Iterator[tuple[SourceOrder, tuple[str, ...]] | RowFault]) -> Iterator[Found]:
    """Orders of a one-row-an-order file: the same row twice counts once, different rows refuse the number.

    Each order comes with the texts it was read from, which is what is compared.
    """
    kept: dict[str, tuple[SourceOrder, tuple[str, ...]]] = {}
    twice: dict[str, list[int]] = {}
    for each in found:
        if isinstance(each, RowFault):
            yield each
            continue
        order, texts = each
        other = kept.setdefault(order.number, each)
        if other is not each and other[1] == texts:
            yield Repeat(row=order.row, number=order.number)
        elif other[1] != texts:
            twice.setdefault(order.number, [other[0].row]).append(order.row)
    for number, rows in twice.items():
        del kept[number]
        for row in rows:
            yield RowFault(
                row=row, column="", message=f"order {number} stands in this file with different content", number=number
            )
    for order, _texts in kept.values():
        yield order
