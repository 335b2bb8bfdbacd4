"""What carriers say of parcels: accepted, weighed, moving, delivered (J1, K2). From a file into the order book.

The carrier's own weight is the only neutral scale a parcel meets. Files are read whole or not at all; the same news
twice is one, and nothing is ever taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from sqlalchemy import select

from station.errors import Trouble
from station.orders.batch_template import table_in
from station.orders.dispute_tables import carrier_news
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.sheet import Table, header_key
from station.orders.source_order import CellError, time_us
from station.orders.tables import parcels

ROWS_MAX = 200_000
FAULTS_MAX = 10_000
WEIGHT_MAX_KG = 1_000
WORD_MAX = 100
_IN_ONE_STATEMENT = 500

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "waybill": ("运单号", "快递单号", "物流单号", "单号", "邮件号", "waybill", "tracking number", "tracking no"),
    "at": ("时间", "操作时间", "扫描时间", "揽收时间", "签收时间", "time", "date", "event time", "datetime"),
    "what": ("状态", "物流状态", "操作", "轨迹", "描述", "最新状态", "status", "event", "description", "message"),
    "place": ("地点", "网点", "城市", "所在地", "place", "location", "city"),
    "weight_kg": ("重量", "重量kg", "揽收重量", "揽收重量kg", "计费重量", "weight", "weight kg", "weight_kg"),
    "weight_g": ("重量g", "揽收重量g", "重量克", "weight g", "weight_g"),
}  # fmt: skip
_MEANS = {header_key(word): name for name, words in _COLUMNS.items() for word in words}
_UNITS = {"g": "weight_g", "克": "weight_g", "kg": "weight_kg", "千克": "weight_kg", "公斤": "weight_kg"}

_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("refused", ("拒收", "拒签", "refused")),
    ("returned", ("退回", "退件", "返回", "return")),
    ("damaged", ("破损", "损坏", "damage")),
    ("lost", ("丢失", "遗失", "lost")),
    ("delivered", ("签收", "妥投", "投妥", "delivered")),
    ("accepted", ("揽收", "已收件", "收寄", "收件", "accept", "picked up", "collected", "acceptance")),
)
_NOT_YET = (
    "未签收",
    "未妥投",
    "待签收",
    "待揽收",
    "not delivered",
    "undelivered",
    "to be delivered",
    "out for delivery",
)
MOVING = "moving"
"""Whatever else a carrier says: the parcel is on its way, and its own words stand beside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    row: int
    waybill: str
    at_us: int
    what: str
    place: str
    weight_mg: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsFault:
    row: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsTaken:
    """``strange`` are numbers of no parcel sealed here; their rows are left out. With a fault nothing is taken."""

    new: int = 0
    known: int = 0
    strange: tuple[str, ...] = ()
    faults: tuple[NewsFault, ...] = ()


def meaning(word: str) -> str:
    """What a carrier's sentence says happened."""
    text = word.casefold()
    if any(each in text for each in _NOT_YET):
        return MOVING
    return next((what for what, words in _WORDS if any(each in text for each in words)), MOVING)


def take_news(book: OrderBook, file: Path, *, utc_offset_minutes: int) -> NewsTaken:
    """Read a carrier's file into the order book.

    Raises:
        Trouble: it cannot be read, or has no column for the number and the time.
    """
    found = tuple(_rows(table_in(file), file, utc_offset_minutes))
    faults = tuple(each for each in found if isinstance(each, NewsFault))
    if faults:
        return NewsTaken(faults=faults[:FAULTS_MAX])
    return _store(book, tuple(each for each in found if isinstance(each, News)), file.name[-WORD_MAX:])


def _rows(table: Table, file: Path, utc_offset_minutes: int) -> Iterator[News | NewsFault]:
    names = _named(table)
    missing = [name for name in ("waybill", "at") if name not in names]
    if missing:
        what = "the parcel's number" if missing[0] == "waybill" else "the time"
        raise Trouble(
            f"the file has no column for {what}; it has: {table.shown_headers}",
            where=file.name,
            remedy=f"Name one of its columns {_COLUMNS[missing[0]][0]}.",
        )
    if len(table.rows) > ROWS_MAX:
        raise Trouble(f"the file has more than {ROWS_MAX} rows", where=file.name, remedy="Split it.")
    for row, cells in table.records(tuple(names.values())):
        told = dict.fromkeys(_COLUMNS, "") | dict(zip(names, cells, strict=True))
        try:
            yield _news(row, told, utc_offset_minutes)
        except CellError as error:
            yield NewsFault(row=row, message=str(error))


def _named(table: Table) -> dict[str, str]:
    """Header of each field; a weight's unit may stand in the header's brackets."""
    names: dict[str, str] = {}
    for header in table.headers:
        name = _MEANS.get(header_key(header))
        if name in ("weight_kg", "weight_g"):
            name = next((kind for unit, kind in _UNITS.items() if f"({unit})" in _narrow(header)), name)
        if name is not None:
            names.setdefault(name, header)
    return names


def _narrow(header: str) -> str:
    return header.casefold().replace("（", "(").replace("）", ")").replace(" ", "")


def _news(row: int, told: Mapping[str, str], utc_offset_minutes: int) -> News:
    if not told["waybill"]:
        raise CellError("waybill", "the number is missing")
    at_us = time_us(told["at"], "time", utc_offset_minutes=utc_offset_minutes)
    if at_us is None:
        raise CellError("time", "the time is missing")
    weight_mg = _weight_mg(told["weight_kg"], 1_000_000) if told["weight_kg"] else _weight_mg(told["weight_g"], 1_000)
    return News(
        row=row,
        waybill=told["waybill"][:WORD_MAX],
        at_us=at_us,
        what=meaning(told["what"]),
        place=told["place"][:WORD_MAX],
        weight_mg=weight_mg,
    )


def _weight_mg(text: str, unit_mg: int) -> int | None:
    if not text:
        return None
    try:
        weight_mg = Decimal(text) * unit_mg
    except InvalidOperation:
        raise CellError("weight", f"{text[:20]!r} is no weight") from None
    if not weight_mg.is_finite() or not 0 < weight_mg <= WEIGHT_MAX_KG * 1_000_000:
        raise CellError("weight", f"{text[:20]!r} is no weight of a parcel: at most {WEIGHT_MAX_KG} kg")
    return int(weight_mg)


def _store(book: OrderBook, news: tuple[News, ...], source: str) -> NewsTaken:
    new, numbers, strange = 0, sorted({each.waybill for each in news}), set[str]()
    with writing(book.engine) as connection:
        known: set[tuple[str, int, str]] = set()
        for at in range(0, len(numbers), _IN_ONE_STATEMENT):
            some = numbers[at : at + _IN_ONE_STATEMENT]
            ours = select(parcels.c.waybill).where(parcels.c.waybill.in_(some)).distinct()
            strange |= set(some) - set(connection.execute(ours).scalars())
            there = select(carrier_news.c.waybill, carrier_news.c.at_us, carrier_news.c.what)
            known |= {tuple(row) for row in connection.execute(there.where(carrier_news.c.waybill.in_(some)))}
        rows = {
            (each.waybill, each.at_us, each.what): {
                "waybill": each.waybill, "at_us": each.at_us, "what": each.what, "place": each.place,
                "weight_mg": each.weight_mg, "source": source,
            }
            for each in news
            if each.waybill not in strange
        }  # fmt: skip
        fresh = [values for key, values in rows.items() if key not in known]
        new = len(fresh)
        if fresh:
            connection.execute(carrier_news.insert(), fresh)
    return NewsTaken(new=new, known=len(rows) - new, strange=tuple(sorted(strange)))
