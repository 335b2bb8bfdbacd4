"""What differs between an order as a bench has it and as the order book has it now. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from station.packing.model import Aspect, Change, Order, Recipient, Sku

CHANGES_MAX = 50
TEXT_MAX = 500
"""Of a version that is kept and shown; a buyer's message can be long."""


def changes(before: Order, after: Order) -> tuple[Change, ...]:
    """Both versions of what changed, the goods first; at most ``CHANGES_MAX``."""
    return (*_quantities(before, after), *_words(before, after))[:CHANGES_MAX]


def _quantities(before: Order, after: Order) -> Iterator[Change]:
    had, has = _units(before), _units(after)
    for sku in dict.fromkeys((*had, *has)):
        if had.get(sku, 0) != has.get(sku, 0):
            was, now = str(had.get(sku, 0)), str(has.get(sku, 0))
            yield Change(what=Aspect.QUANTITY, sku=sku, before=was, after=now)


def _units(order: Order) -> dict[Sku, int]:
    units: dict[Sku, int] = {}
    for line in order.lines:
        units[line.sku] = units.get(line.sku, 0) + line.quantity
    return units


def _words(before: Order, after: Order) -> Iterator[Change]:
    was, now = _told(before), _told(after)
    for what, text in was.items():
        if text != now[what]:
            yield Change(what=what, before=text[:TEXT_MAX], after=now[what][:TEXT_MAX])


def _told(order: Order) -> dict[Aspect, str]:
    who = order.recipient
    return {
        Aspect.NAME: who.name,
        Aspect.PHONE: who.phone,
        Aspect.REGION: " ".join(filter(None, (who.country, who.province, who.city))),
        Aspect.STREET: _street(who),
        Aspect.MESSAGE: order.buyer_message,
        Aspect.GIFT: "yes" if order.gift else "no",
        Aspect.SERVICE: order.buyer_service,
    }


def _street(who: Recipient) -> str:
    return " ".join(filter(None, (who.district, who.street, who.postcode)))
