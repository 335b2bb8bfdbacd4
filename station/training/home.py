"""The throw-away home of a training: its own settings, order book, ledger, keys and labels, below one temporary folder.

The bench's real home is only read: for the language, the look and, on request, its scanners. Nothing is written there.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import tomlkit

from station.demo import home as demo_home
from station.demo.virtual_bench import VirtualBench
from station.errors import Trouble
from station.home import Home
from station.orders.cancelling import Fault, ask
from station.orders.importing import import_files
from station.orders.opening import open_book, shop_of
from station.orders.products import import_products
from station.orders.routes import load_services
from station.packing.model import OrderNo
from station.settings import Settings, config_dir, load
from station.training.hands import BADGE
from station.training.lessons import Lesson

TEMPLATE: Final = "waybill-100x150.toml"
ROUTE: Final = 'text = "{route}"'
MARK: Final = 'text = "TRAINING 练习"'
"""Where a real label says where it goes: no carrier could take this one for a parcel's."""

_HEADERS: Final = "order,sku,quantity,recipient,phone,province,city,district,address,status,message"
_WHO: Final = "练习,13800000000,浙江省,示例市,样本区,虚构路 1 号,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What of the real bench the training takes over."""

    language: str = ""
    theme: str = ""
    scanners: tuple[dict[str, Any], ...] = ()


def wish_of(home: Home, *, language: str = "", scanners: bool = False) -> Wish:
    """Read from the bench's settings where there are any; a bench that is not set up yet trains as well."""
    settings = load(home) if home.settings_file.is_file() else Settings()
    document = tomlkit.parse(home.settings_file.read_text("utf-8")).unwrap() if scanners and _has(home) else {}
    found = [device for device in document.get("device", []) if device.get("kind") == "scanner"]
    return Wish(language=language or settings.bench.language, theme=settings.bench.theme, scanners=tuple(found))


def _has(home: Home) -> bool:
    return home.settings_file.is_file()


def make(folder: Path, virtual: VirtualBench, wish: Wish, now_us: int) -> Home:
    """A home in ``folder`` with products and somebody to pack; orders come lesson by lesson."""
    home = demo_home.fresh(folder)
    _write_settings(home, virtual, wish)
    labels = home.root / "labels"
    shutil.copytree(config_dir() / "labels", labels)
    _mark(labels / TEMPLATE)
    book = open_book(home, config_dir(), load(home).bench.orderbook)
    try:
        import_products(book, config_dir() / "demo" / "products.csv", now_us=now_us)
        book.add_person(BADGE, name="练习 Trainee")
    finally:
        book.close()
    return home


def _write_settings(home: Home, virtual: VirtualBench, wish: Wish) -> None:
    text = (config_dir() / demo_home.SETTINGS).read_text(encoding="utf-8")
    for name, address in virtual.addresses.items():
        text = text.replace(name, address)
    document: Any = tomlkit.parse(text)
    document["bench"].update({"id": "TRAIN", "org": "training", "require_sign_in": True})
    document["bench"].update({"language": wish.language} if wish.language else {})
    document["bench"].update({"theme": wish.theme} if wish.theme else {})
    document["packing"].update({"witness": "off", "item_first": False})
    taken = {device["name"] for device in document["device"]}
    for scanner in wish.scanners:
        document["device"].append({**scanner, "name": _free(scanner["name"], taken)})
    home.settings_file.write_text(tomlkit.dumps(document), encoding="utf-8")


def _free(name: str, taken: set[str]) -> str:
    return f"{name} (real)" if name in taken else name


def _mark(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert ROUTE in text, f"{template} has no place for the mark"
    template.write_text(text.replace(ROUTE, MARK), encoding="utf-8")


def add_order(home: Home, lesson: Lesson, order: OrderNo, waybill: str, now_us: int) -> None:
    """One order for one try at a lesson, and a waybill number that no carrier ever gave out."""
    settings = load(home)
    file = home.root / "order.csv"
    rows = [f"{order},{sku},{count},{_WHO},{lesson.message}" for sku, count in lesson.goods]
    file.write_text("\n".join((_HEADERS, *rows)) + "\n", encoding="utf-8")
    book = open_book(home, config_dir(), settings.bench.orderbook)
    try:
        shop = shop_of(home, config_dir(), settings.bench.shop)
        (report,) = import_files(book, [file], home=home, shop_name=settings.bench.shop, shop=shop, now_us=now_us)
        if report.trouble:
            raise Trouble(report.trouble, where=report.path)
        service = next(one for one in load_services(config_dir()) if one.id == "yto")
        book.add_numbers([waybill], service, now_us=now_us)
    finally:
        book.close()


def cancel(home: Home, order: OrderNo, now_us: int) -> None:
    """The buyer asks to cancel while the order is open."""
    book = open_book(home, config_dir(), load(home).bench.orderbook)
    try:
        ask(book, order, fault=Fault.BUYER, reason="练习 training", who="training", now_us=now_us)
    finally:
        book.close()
