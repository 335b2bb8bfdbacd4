"""Which parcel tells of an order, and which other parcels do: orders under one waybill, an order in several boxes.

Read from the ledger alone. A parcel's entries all carry the tag of one order; of a joint parcel that is the first of
its orders, and the entries themselves say which others are in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from station.evidence.canonical import parse
from station.evidence.entry import Entry
from station.evidence.fact import JSON
from station.evidence.ledger_reading import LedgerReader

PARTS_MAX = 99
_OPENED, _SEALED = "OrderOpened", "ParcelSealed"


def parcel_with(reader: LedgerReader, order_no: str) -> str:
    """The order whose entries are the parcel's: itself, or the first of those it shipped together with."""
    own = reader.order_salt(order_no)
    if own is not None and any(reader.has(seq, _SEALED) for seq, _ in reader.leaves_of_order(own.id)):
        return order_no
    for kind, first, value in reader.joining(order_no):
        if kind == _SEALED and first is not None and normalize("NFC", order_no) in _numbers(parse(value)):
            return first
    return order_no


def remarks_on(reader: LedgerReader, asked: str, entries: Sequence[Entry]) -> Iterator[str]:
    """What whoever reads the bundle must know of other orders and parcels, in plain words."""
    exported = next((entry.order_no for entry in entries if entry.order_no), asked)
    together = next((_numbers(value) for value in _secrets(entries, _SEALED, "joined")), ())
    if together:
        others = ", ".join(number for number in together if number != exported)
        yield f"order {exported} was shipped together with {others} in this one parcel, under one waybill"
    if asked != exported:
        yield f"order {asked} has no parcel of its own: its units are told as its own in those of {exported}"
    parts = [number for number in _parcels_of(reader, exported, entries) if number != exported]
    if parts:
        yield f"the order is in several parcels; {', '.join(parts)} has evidence of its own at this bench"


def _parcels_of(reader: LedgerReader, number: str, entries: Sequence[Entry]) -> Iterator[str]:
    """Every parcel of the order this bench opened; a number that only looks like a part's is none."""
    root = next((value for value in _secrets(entries, _OPENED, "part_of") if isinstance(value, str)), number)
    if reader.order_salt(root) is not None:
        yield root
    for part in range(2, PARTS_MAX + 1):
        salt = reader.order_salt(f"{root}#{part}")
        if salt is not None:
            told = tuple(reader.entry(seq) for seq, _ in reader.leaves_of_order(salt.id))
            if root in _secrets(told, _OPENED, "part_of"):
                yield salt.order_no


def _secrets(entries: Sequence[Entry], kind: str, field: str) -> Iterator[JSON]:
    return (
        parse(secret.value)
        for entry in reversed(entries)
        if entry.kind == kind
        for secret in entry.secrets
        if secret.field == field
    )


def _numbers(joined: JSON) -> tuple[str, ...]:
    """Of a seal's ``joined``, whose items name the order and what was its."""
    if not isinstance(joined, list):
        return ()
    return tuple(str(each["order"]) for each in joined if isinstance(each, dict))


def related_numbers(reader: LedgerReader, number: str) -> tuple[str, ...]:
    """The orders whose data stands in the same parcels: those shipped together, and further parcels of one order."""
    first = parcel_with(reader, number)
    order = reader.order_salt(first)
    if order is None:
        return ()
    entries = tuple(reader.entry(seq) for seq, _ in reader.leaves_of_order(order.id))
    joined = (one for value in _secrets(entries, _SEALED, "joined") for one in _numbers(value))
    return tuple(dict.fromkeys((first, *joined, *_parcels_of(reader, first, entries))))
