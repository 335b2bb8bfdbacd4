"""A ledger with packed parcels, and a bundle of one of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from station.evidence.bundle import export
from station.evidence.fact import JSON, Fact, Medium
from station.evidence.ledger import Ledger
from station.evidence.media import store
from station.home import Home
from tests.authority import Authority, authority
from tests.clocks import FakeClock

ORDER = "SO-1001"
ZPL = b"^XA^FO50,50^GB100,100,4^FS^XZ"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef9240000000a49444154789c63600000000200"
    "0148afa4710000000049454e44ae426082"
)


def chance() -> Callable[[int], bytes]:
    """Bytes that are different each time and the same in each run."""
    drawn = 0

    def random_bytes(count: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return hashlib.shake_128(drawn.to_bytes(8, "big")).digest(count)

    return random_bytes


def open_ledger(home: Home, clock: FakeClock, **more: Any) -> Ledger:
    return Ledger.open(home, org="acme", bench="B01", clock=clock, random_bytes=chance(), build="0.1.0 test", **more)


@pytest.fixture
def ledger(home: Home, clock: FakeClock) -> Iterator[Ledger]:
    opened = open_ledger(home, clock)
    yield opened
    opened.close()


def item(number: int = 1) -> Fact:
    return Fact(kind="ItemPacked", pub={"line": 0, "sku": f"SKU-{number}", "units": 1, "code": "4006381333931"})


def opened(order_no: str) -> Fact:
    return Fact(
        kind="OrderOpened",
        pub={"fence": 1, "lines": [{"sku": "SKU-1", "quantity": 2}]},
        com={"order_number": order_no, "recipient": {"name": "测试 收件人", "phone": "000-0000-0000"}},
    )


def label(ledger: Ledger, home: Home) -> Fact:
    size, root = ledger.newest_root()
    media: tuple[Medium, ...] = (
        store(home.media, ZPL, mime="application/vnd.zebra-zpl", role="label", at_ms=1),
        store(home.media, PNG, mime="image/png", role="label-image", at_ms=1),
    )
    pub: dict[str, JSON] = {"printer": "label printer", "copy": 1, "root_printed": {"size": size, "root": root}}
    return Fact(kind="LabelRequested", pub=pub, com={"waybill": "TEST0001"}, media=media)


def pack(ledger: Ledger, home: Home, order_no: str = ORDER, *, seal: bool = True) -> None:
    """A parcel as a bench records it, with another order's entries and the bench's own in between."""
    ledger.append([Fact(kind="PackerSignedIn", pub={"packer": "p1"})], order_no=None, by="p1", checkpoint=True)
    ledger.append([opened(order_no)], order_no=order_no, by="p1")
    ledger.append([item(1)], order_no=order_no, by="p1")
    refusal = Fact(kind="ScanRefused", pub={"reason": "not_in_order"}, com={"code": "SO-9", "other_order": "SO-9"})
    ledger.append([refusal], order_no=order_no, by="p1")
    ledger.append([item(2)], order_no="SO-other", by="p1")
    ledger.append([item(1), Fact(kind="ParcelWeighed", pub={"weight_mg": 431_000})], order_no=order_no, by="p1")
    ledger.append([label(ledger, home)], order_no=order_no, by="p1")
    if seal:
        ledger.append([Fact(kind="ParcelSealed", pub={"weight_mg": 431_000})], order_no=order_no, by="p1")


def no_pdf(html: str, pictures: object) -> bytes:
    """Stands for the page painter, which has tests of its own."""
    return b"%PDF-1.4 of " + hashlib.sha256(html.encode()).hexdigest().encode()


@pytest.fixture
def bundle(home: Home, clock: FakeClock, tmp_path: Path) -> Path:
    """A sealed parcel's bundle, exported while the bench is shut."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    ledger.close()
    out = tmp_path / "case.zip"
    export(home, ORDER, out, make_pdf=no_pdf)
    return out


@pytest.fixture(scope="session")
def stamping_authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """One for all tests: its keys take a while to make."""
    return authority(tmp_path_factory.mktemp("authority") / "own")
