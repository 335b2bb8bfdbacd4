"""Events to ledger facts and back: the only place that knows which field of an event is personal.

What names a person, a place, an order or a waybill goes into ``com`` (committed, erasable); all else into ``pub``.
Old kinds are never edited here, only given defaults for what they lack; a golden file of each kind ever shipped is
read in the tests.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any, get_args

import msgspec

from station.evidence.fact import Fact, Medium
from station.packing.events import Event, LabelRequested, OrderOpened, ScanRefused
from station.packing.media import MediaFile
from station.packing.media_events import OfParcel, PhotoTaken, VideoRecorded
from station.packing.paper_events import PaperRequested

KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}

WITH_FILES = (LabelRequested, PaperRequested, PhotoTaken, VideoRecorded)

PERSONAL: dict[str, tuple[str, ...]] = {
    "OrderAsked": ("code",),
    "ClaimReturned": ("order",),
    "OrderOpened": ("prompts", "warnings"),
    "DoubleReadDropped": ("code",),
    "ScanRefused": ("other_order", "holds", "detail"),
    "PromptOpened": ("prompt", "why"),
    "PromptAnswered": ("value",),
    "ShortPackAllowed": ("why",),
    "WaybillIssued": ("waybill",),
    "LabelAllowed": ("waybill", "why"),
    "LabelHeld": ("detail", "detail_zh", "holds"),
    "LabelRequested": ("waybill",),
    "LabelVoided": ("waybill", "why"),
    "LabelConfirmed": ("waybill",),
    "HoldAsked": ("why",),
    "PapersAsked": ("order",),
    "PaperRequested": ("order",),
    "PaperReported": ("order",),
    "PaperFailed": ("order", "zh", "en"),
    "WaybillVoided": ("waybill", "why"),
    "ParcelSealed": ("waybill",),
    "OrderParked": ("order", "why"),
    "OrderStopped": ("holds",),
    **{kind.__name__: ("order",) for kind in get_args(OfParcel)},
}
"""Fields that are committed, not shown, by kind of event."""

PERSONAL_WHERE_THERE: dict[str, tuple[str, ...]] = {
    "ItemPacked": ("order",),
    "UnitTakenBack": ("order",),
    "ParcelSplit": ("next",),
    "SplitUndone": ("next",),
    "ParcelSealed": ("joined", "next"),
    "OrderStopped": ("changes",),
    "HoldsAsked": ("number",),
    "OrderOpened": ("carried",),
}
"""The same for fields that most entries of a kind have no value for: those have no commitment either."""

ORDER_PERSONAL_WHERE_THERE = ("joined", "part_of", "next_part")
LINE_ORDERS = "line_orders"
"""Of ``OrderOpened``: whose line each line is, where several orders share one waybill."""

ORDER_PERSONAL = (
    "number", "recipient", "sender", "buyer_message", "buyer_service", "seller_note", "sort_code", "waybill", "holds",
    "service_why",
)  # fmt: skip
"""The same for the order inside ``OrderOpened``; ``number`` is committed under the name ``order_number``."""


def encode(event: Event) -> Fact:
    """The fact an event is recorded as. Text is made NFC, as the format asks."""
    kind = type(event).__name__
    pub: dict[str, Any] = _clean(msgspec.to_builtins(event))
    com = {field: pub.pop(field) for field in PERSONAL.get(kind, ())}
    com |= _where_there(pub, PERSONAL_WHERE_THERE.get(kind, ()))
    match event:
        case OrderOpened():
            order = pub["order"]
            com |= {_com_name(field): order.pop(field) for field in ORDER_PERSONAL}
            com |= _where_there(order, ORDER_PERSONAL_WHERE_THERE) | _line_orders(order["lines"])
            _leave_out_unsaid(order["lines"])
        case ScanRefused():
            _leave_out_second_name(pub)
            if event.sku is None:
                com["code"] = pub.pop("code")
        case LabelRequested() | PaperRequested() | PhotoTaken() | VideoRecorded():
            pub.pop("media")
            return Fact(kind=kind, pub=pub, com=com, media=tuple(_medium(file) for file in event.media))
        case _:
            pass
    return Fact(kind=kind, pub=pub, com=com, media=())


def decode(fact: Fact) -> Event | None:
    """The event a fact was made from; None for entries that are no event of a parcel (clock jumps, anchors).

    A personal field that was erased comes back as its type's empty value would not: replaying an erased parcel is a
    bug, since erasure is refused while a parcel is open.
    """
    kind = KINDS.get(fact.kind)
    if kind is None:
        return None
    body: dict[str, Any] = {**fact.pub, **fact.com}
    if kind is OrderOpened:
        fields = (*ORDER_PERSONAL, *ORDER_PERSONAL_WHERE_THERE)
        personal = {field: body.pop(_com_name(field)) for field in fields if _com_name(field) in body}
        body["order"] = {**body["order"], **personal}
        _put_line_orders(body["order"], body.pop(LINE_ORDERS, ()))
    if kind in WITH_FILES:
        body["media"] = [media_file(medium) for medium in fact.media]
    return msgspec.convert(body, kind)


def replayable(facts: Iterable[Fact]) -> Iterable[Event]:
    """The events among the facts, in order."""
    return (event for fact in facts if (event := decode(fact)) is not None)


def _where_there(values: dict[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    """Those of the fields that have a value; the others are left out altogether and come back as their defaults."""
    taken = {field: values.pop(field) for field in fields}
    return {field: value for field, value in taken.items() if value not in (None, [])}


def _line_orders(lines: list[dict[str, Any]]) -> dict[str, Any]:
    orders = [line.pop("order") for line in lines]
    return {LINE_ORDERS: orders} if any(order is not None for order in orders) else {}


def _leave_out_unsaid(lines: list[dict[str, Any]]) -> None:
    """Few lines have a value for customs or a second name; the others come back with their defaults."""
    for line in lines:
        if line["declared_value"] is None:
            del line["declared_value"]
        _leave_out_second_name(line)


def _leave_out_second_name(goods: dict[str, Any]) -> None:
    """So that goods with one name are written as they were before there was a second."""
    if not goods["name_en"]:
        del goods["name_en"]


def _put_line_orders(order: dict[str, Any], orders: Iterable[str | None]) -> None:
    if orders:
        pairs = zip(order["lines"], orders, strict=True)
        order["lines"] = [{**line, "order": number} for line, number in pairs]


def _com_name(field: str) -> str:
    return "order_number" if field == "number" else field


def _medium(file: MediaFile) -> Medium:
    return Medium(
        sha256=file.sha256,
        size=file.size,
        mime=file.mime,
        role=file.role,
        at_ms=file.at_ms,
        path=file.name,
        key=file.key,
    )


def media_file(medium: Medium) -> MediaFile:
    return MediaFile(
        sha256=medium.sha256,
        size=medium.size,
        mime=medium.mime,
        role=medium.role,
        at_ms=medium.at_ms,
        path=medium.path if medium.key else "",
        key=medium.key,
    )


def _clean(value: Any) -> Any:
    """The value with every text in NFC and without lone surrogates, which no UTF-8 can carry."""
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", _without_surrogates(value))
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value


def _without_surrogates(text: str) -> str:
    return "".join("�" if "\ud800" <= character <= "\udfff" else character for character in text)
