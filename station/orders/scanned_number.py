"""A number scanned at a bench for its open order, whose carrier gives each parcel's number by itself (J3).

Whoever calls has the transaction.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from station.orders.numbers import live_number, number_fault
from station.orders.pool import give, why_not
from station.packing.routing import Service


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedNumber:
    """``service`` is the order's own; one whose numbers come from a pool takes none."""

    number: str
    service: Service


def take_scanned(connection: Connection, order_no: str, scanned: ScannedNumber, *, bench: str, now_us: int) -> str:
    """Make the number the order's own; a word for the screen when it cannot be, and then nothing changes.

    An order that got another number meanwhile keeps that one, and nothing is said.
    """
    number, service = scanned.number, scanned.service
    if live_number(connection, order_no) is not None:
        return ""
    if not service.by_hand:
        return "number_from_pool"
    if number_fault(number, service):
        return "number_misread"
    if why_not(connection, order_no, number, service):
        return "number_taken"
    give(connection, order_no, number, service, note=f"scanned at bench {bench}", now_us=now_us)
    return ""
