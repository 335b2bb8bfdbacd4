"""Whether orders may travel under one waybill: the same buyer, address and way, and nothing that travels alone.

Looked at when the office joins them, and again when a bench takes the parcel: a file may have said otherwise since.
Reads only; whoever calls has the transaction.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, exists, select

from station.orders.order_copy import recipient_of
from station.orders.tables import holds, orders, waybill_numbers
from station.packing.model import HoldReason


def buyer_of(row: Row[Any]) -> tuple[str, ...] | None:
    """Who gets it, where and how; None when that is not known well enough, or it must travel alone.

    A masked name, telephone or street is no proof of one buyer.
    """
    who = recipient_of(row)
    name, phone, street = plain(who.name), digits(who.phone), plain(who.street)
    masked = any("*" in text for text in (who.name, who.phone, who.street, who.city))
    if row.gift or masked or not (name and len(phone) >= 7 and street):
        return None
    place = plain(f"{who.province}{who.city}{who.district}{who.street}")
    way = (row.buyer_service, row.chosen_service, row.extras, row.ship_from, row.fulfilment)
    return (row.platform, row.shop, name, phone, who.country.upper(), place, *way)


def plain(text: str) -> str:
    """A name or an address as it is compared: width, case, blanks and punctuation say nothing."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def digits(phone: str) -> str:
    """A telephone number as it is compared: without the country's code of China and without what follows a dash."""
    found = re.sub(r"\D", "", unicodedata.normalize("NFKC", phone))
    return found[2:] if len(found) == 13 and found.startswith("86") else found


def has_own_waybill(connection: Connection, row: Row[Any]) -> bool:
    """Whether its platform gave it a number of its own."""
    pooled = exists().where(waybill_numbers.c.number == row.waybill)
    return bool(row.waybill) and not connection.execute(select(pooled)).scalar()


def paid_at_the_door(connection: Connection, number: str) -> bool:
    """Cash is collected with the order's own waybill, whether or not the buyer was called by now."""
    cod = exists().where(holds.c.order_no == number, holds.c.reason == HoldReason.COD_UNCONFIRMED)
    return bool(connection.execute(select(cod)).scalar())


def still_one_buyer(connection: Connection, numbers: Sequence[str]) -> bool:
    """Whether orders that were joined still may be under one waybill."""
    rows = connection.execute(select(orders).where(orders.c.number.in_(numbers))).all()
    keys = {buyer_of(row) for row in rows}
    if len(keys) != 1 or None in keys:
        return False
    return not any(has_own_waybill(connection, row) or paid_at_the_door(connection, row.number) for row in rows)
