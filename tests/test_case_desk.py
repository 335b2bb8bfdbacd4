"""A disputed parcel read for its page: from this home's ledger, from the order book's summary, or from neither."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from station.case_desk import CaseDesk
from station.evidence.fact import JSON, Fact
from station.evidence.ledger import Ledger
from station.evidence.media import store
from station.home import Home
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.settings import read
from station.ui.dispute_case import CaseView, Sign, Source
from tests.clocks import FakeClock
from tests.evidence.conftest import open_ledger, opened
from tests.orders.parcels_made import put_sealed
from tests.orders.recorded import Recorded, packed, sealed

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def book(home: Home) -> Iterator[OrderBook]:
    home.root.mkdir(parents=True)
    made = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    for number in (1, 2, 3):
        put_sealed(made, f"SO-{number}", f"YT{number}", bench=f"B0{number}")
    yield made
    made.close()


@pytest.fixture
def desk(home: Home, book: OrderBook) -> Iterator[CaseDesk]:
    settings = read(f'[bench]\norderbook = "sqlite:///{home.root / "orders.db"}"\n', file="bench.toml")
    made = CaseDesk(home, settings, now_us=1_790_000_000_000_000)
    yield made
    made.finish()


def _jpeg() -> bytes:
    image, buffer = QImage(640, 360, QImage.Format.Format_RGB32), QBuffer()
    image.fill(0xFF884422)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 80)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _pack(ledger: Ledger, home: Home, clock: FakeClock) -> None:
    """SO-1 with a photo of its open box."""
    photo = store(home.media, _jpeg(), mime="image/jpeg", role="photo", at_ms=clock.now().wall_us // 1000)
    order: dict[str, JSON] = {"lines": [{"sku": "CUP", "name": "马克杯", "quantity": 1, "kind": "goods"}]}
    weighed: dict[str, JSON] = {"weight_mg": 460_000, "low_mg": 450_000, "high_mg": 470_000}
    for fact in (
        Fact(kind="OrderOpened", pub={"order": order}, com={"order_number": "SO-1"}),
        Fact(kind="ItemPacked", pub={"line": 0, "sku": "CUP", "units": 1, "code": "6901234567892"}),
        Fact(kind="PhotoTaken", pub={"moment": "open_box"}, media=(photo,)),
        Fact(kind="ParcelWeighed", pub=weighed),
        Fact(kind="ParcelSealed", pub={"weight_mg": 460_000}, com={"waybill": "YT1"}),
    ):
        ledger.append([fact], order_no="SO-1", by="p1")
        clock.advance_s(3)


def _read(desk: CaseDesk, order: str) -> CaseView:
    told: list[CaseView] = []
    desk.told.connect(told.append)
    desk.read(7, order)
    desk.told.disconnect(told.append)
    assert len(told) == 1
    assert told[0].dispute == 7
    return told[0]


def test_what_lies_here(desk: CaseDesk, home: Home, clock: FakeClock) -> None:
    """Every entry is checked against the signed root; moments are in the log's order, the photo at the last scan."""
    with closing(open_ledger(home, clock)) as ledger:
        _pack(ledger, home, clock)
    case = _read(desk, "SO-1")
    assert (case.source, case.bench, case.packer) == (Source.LEDGER, "B01", "P001")
    assert case.entries == case.proven == 5
    assert [row.sign for row in case.moments] == [Sign.SCAN, Sign.SCAN, Sign.SCALE, Sign.OK]
    assert [row.words.en for row in case.moments][1:3] == ["1 of 1 unit scanned", "0.460 kg, stable"]
    picture = case.moments[1].picture
    assert picture is not None
    assert picture.width() == 480
    assert (case.scans, case.pictures, case.missing, case.anchor) == (1, 1, 0, None)


def test_a_file_that_is_gone(desk: CaseDesk, home: Home, clock: FakeClock) -> None:
    """A picture nobody can open any more is counted, the moment stays."""
    with closing(open_ledger(home, clock)) as ledger:
        _pack(ledger, home, clock)
    for file in home.media.glob("*.sealed"):
        file.unlink()
    case = _read(desk, "SO-1")
    assert (case.pictures, case.missing, case.erased) == (0, 1, False)
    assert len(case.moments) == 4


def test_another_bench_has_it(desk: CaseDesk, book: OrderBook, home: Home, clock: FakeClock) -> None:
    """What was carried to the order book is told, without pictures, without a word of proof."""
    with closing(open_ledger(home, clock)) as ledger:
        ledger.append([opened("SO-9")], order_no="SO-9", by="p1")
    there = Recorded("B02")
    there.add(packed(), packed(), sealed("YT2", weight_mg=412_300), order="SO-2")
    Relay(there, log=there.log)(book)
    case = _read(desk, "SO-2")
    assert (case.source, case.bench, case.trouble) == (Source.ELSEWHERE, "B02", "")
    assert (case.entries, case.proven, case.scans, case.pictures) == (3, 0, 2, 0)
    assert case.moments[-1].sign is Sign.OK


def test_nobody_has_it(desk: CaseDesk) -> None:
    """A home without a ledger and a book without a word of the order: nothing, and no trouble."""
    case = _read(desk, "SO-3")
    assert (case.source, case.moments, case.trouble) == (Source.NONE, (), "")


def test_a_broken_ledger_is_named(desk: CaseDesk, home: Home, clock: FakeClock) -> None:
    """What should be readable here and is not is trouble, in one sentence."""
    with closing(open_ledger(home, clock)) as ledger:
        _pack(ledger, home, clock)
    home.ledger_file.write_bytes(random.Random(1).randbytes(50_000))
    case = _read(desk, "SO-1")
    assert case.source is Source.NONE
    assert case.trouble.count("\n") == 0
    assert "ledger" in case.trouble


def test_an_order_book_out_of_reach(home: Home, tmp_path: Path) -> None:
    """The desk says so and tells no page."""
    settings = read('[bench]\norderbook = "postgresql://nobody@127.0.0.1:1/none"\n', file="bench.toml")
    made, said = CaseDesk(home, settings, now_us=1), list[str]()
    made.unreachable.connect(said.append)
    made.read(1, "SO-1")
    made.finish()
    assert len(said) == 1
