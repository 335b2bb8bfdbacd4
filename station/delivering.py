"""Delivery notes on paper and kept: a file for each order in the home, and all in one where that is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from station.carrying import carry
from station.clock import SystemClock
from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.labels.delivery_note import LINES_MAX, NOTES_MAX, DeliveryNote, notes_pdf
from station.labels.saying import Say
from station.labels.waybill import local_minute
from station.orders.opening import open_book, shop_of
from station.orders.orderbook import OrderBook
from station.orders.routes import load_services
from station.reports.delivery_notes import delivery_notes
from station.reports.shipping_ledger import shipping_ledger
from station.reports.speech import say_outside
from station.reports.table import save
from station.settings import config_dir, load

FOLDER = "delivery-notes"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    notes: int
    folder: str
    kept: tuple[str, ...]


def keep_notes(home: Home, numbers: Sequence[str], period_us: tuple[int, int], out: Path | None) -> Kept:
    """The notes of ``numbers``, or of all that left within ``period_us``. The application must exist.

    Raises:
        Trouble: an order is not there, or a file cannot be written; what was kept before stays.
        UsageTrouble: more than one file holds.
    """
    if out is not None and out.suffix.lower() != ".pdf":
        raise UsageTrouble("delivery notes are a PDF: the file's name must end in .pdf", where=str(out))
    now_us, settings = SystemClock().now().wall_us, load(home)
    say = say_outside(settings.label)
    book = open_book(home, config_dir(), settings.bench.orderbook)
    try:
        carry(home, book)
        chosen = list(dict.fromkeys(numbers)) or _left(book, period_us)
        if len(chosen) > NOTES_MAX:
            raise UsageTrouble(f"more than {NOTES_MAX} delivery notes", remedy="Name a shorter time, or orders.")
        found = {number: _notes(home, book, number, say, now_us) for number in chosen}
    finally:
        book.close()
    folder = home.root / FOLDER / local_minute(now_us)[:10]
    _make_folder(folder)
    kept = [_keep(folder, number, notes_pdf(notes, say)) for number, notes in found.items()]
    every = [note for notes in found.values() for note in notes]
    if out is not None and every:
        save(out, notes_pdf(every, say))
    return Kept(notes=len(every), folder=str(folder), kept=tuple(kept))


def _left(book: OrderBook, period_us: tuple[int, int]) -> list[str]:
    ledger = shipping_ledger(book, from_us=period_us[0], to_us=period_us[1])
    return list(dict.fromkeys(row.order for row in ledger.rows if row.bench))


def _notes(home: Home, book: OrderBook, number: str, say: Say, now_us: int) -> tuple[DeliveryNote, ...]:
    services = {service.id: service for service in load_services(config_dir(), home.root)}
    shop = book.order_copy(number, now_us=now_us)
    names = {shop.shop: shop_of(home, config_dir(), shop.shop).name} if shop else {}
    notes = delivery_notes(book, number, services, names, say, now_us=now_us)
    if any(len(note.lines) > LINES_MAX for note in notes):
        raise Trouble(f"a delivery note holds {LINES_MAX} lines", where=number)
    return notes


def _keep(folder: Path, number: str, pdf: bytes) -> str:
    file = folder / f"{_UNSAFE.sub('_', number)[:100]}.pdf"
    save(file, pdf)
    return str(file)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"the folder cannot be made: {(error.strerror or '').lower()}", where=str(folder)) from error
