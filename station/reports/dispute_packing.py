"""What the records say of the packing of orders, by order: carton, materials, SKUs, packer. Reads only.

Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from station.orders.tables import events, order_lines, parcels

_MATERIAL = "material-"
"""Of the questions that a packing material asks (E11): what the packer acknowledged lies in the box."""


class Group(StrEnum):
    SHOP = "shop"
    KIND = "kind"
    CARRIER = "carrier"
    SERVICE = "service"
    CARTON = "carton"
    MATERIAL = "material"
    SKU = "sku"
    PACKER = "packer"


PACKED = (Group.CARRIER, Group.SERVICE, Group.CARTON, Group.MATERIAL, Group.SKU)
"""What a packing rule can change."""


class _Pub(msgspec.Struct, frozen=True):
    carton: str = ""
    prompt: str = ""


class _Entry(msgspec.Struct, frozen=True):
    pub: _Pub


_PACKING = ("OrderOpened", "CartonChosen", "PromptAnswered")


def packing_of(connection: Connection, numbers: Collection[str]) -> dict[str, dict[Group, frozenset[str]]]:
    """Carton and materials of each order, from its entries: the carton chosen last, the materials acknowledged."""
    wanted = select(events.c.order_no, events.c.kind, events.c.header).where(
        events.c.order_no.in_(numbers), events.c.kind.in_(_PACKING)
    )
    cartons: dict[str, str] = {}
    materials: dict[str, set[str]] = {}
    for number, kind, header in connection.execute(wanted.order_by(events.c.wall_us, events.c.seq)):
        pub = msgspec.json.decode(header, type=_Entry).pub
        if kind != "PromptAnswered":
            cartons[number] = pub.carton
        elif pub.prompt.startswith(_MATERIAL):
            materials.setdefault(number, set()).add(pub.prompt.removeprefix(_MATERIAL))
    return {
        number: {
            Group.CARTON: frozenset({cartons.get(number, "")} - {""}),
            Group.MATERIAL: frozenset(materials.get(number, ())),
        }
        for number in cartons.keys() | materials.keys()
    }


def skus_of(connection: Connection, numbers: Collection[str]) -> dict[str, frozenset[str]]:
    wanted = select(order_lines.c.order_no, order_lines.c.sku).where(order_lines.c.order_no.in_(numbers))
    return _sets(connection.execute(wanted).all())


def packers_of(connection: Connection, numbers: Collection[str]) -> dict[str, frozenset[str]]:
    wanted = select(parcels.c.order_no, parcels.c.packer).where(parcels.c.order_no.in_(numbers))
    return _sets(connection.execute(wanted).all())


def _sets(pairs: Iterable[Any]) -> dict[str, frozenset[str]]:
    told: dict[str, set[str]] = {}
    for number, value in pairs:
        told.setdefault(number, set()).add(value)
    return {number: frozenset(values) for number, values in told.items()}
