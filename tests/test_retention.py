"""What is past its days goes, each kind by its own; disputed and held orders stay, whatever their age."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import insert, select

from station.bench_ledger import open_ledger
from station.evidence.audit import audit
from station.evidence.erasing import HELD, Scope, excuses
from station.evidence.fact import Fact
from station.evidence.keys import load as load_keys
from station.evidence.keys import read_vkey
from station.evidence.ledger_reading import open_reader
from station.evidence.media import QUARANTINE, store
from station.evidence.past import PastLogs
from station.home import Home
from station.orders import set_aside
from station.orders.dispute_kinds import DisputeKind
from station.orders.dispute_tables import carrier_news
from station.orders.disputes import Notice, open_dispute
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.tables import events, orders, parcels
from station.retention import LAST, TROUBLE, Expired, carry_out, daily, look, shelf_life
from station.settings import Settings, load
from tests.clocks import FakeClock
from tests.ledger_days import begin

DAY_S = 86_400


@pytest.fixture
def book(home: Home) -> Iterator[OrderBook]:
    home.root.mkdir(parents=True)
    made = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    yield made
    made.close()


@pytest.fixture
def settings(home: Home) -> Settings:
    return load(home)


def _parcel(home: Home, book: OrderBook, settings: Settings, clock: FakeClock, number: str) -> None:
    """A parcel with a value, a label, a photo and a video, recorded now."""
    now_us = clock.now().wall_us
    with writing(book.engine) as connection:
        row = {"number": number, "platform": "taobao", "shop": "demo", "state": "sealed", "sealed_us": now_us}
        connection.execute(insert(orders).values(**row, name="孙示例", phone="13800000001"))
    media = tuple(
        store(home.media, f"{number} {role}".encode(), mime="x/y", role=role, at_ms=1)
        for role in ("label", "photo", "video")
    )
    with closing(open_ledger(home, settings, clock, book=book)) as ledger:
        fact = Fact(kind="ParcelMade", com={"recipient": "孙示例", "waybill": f"YT-{number}"}, media=media)
        ledger.append([fact], order_no=number, by="P001")
        ledger.append([Fact(kind="OrderAsked", com={"code": "strange"})], order_no=None, by="P001")


def _retain(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> Expired:
    life = shelf_life(settings.retention)
    with closing(open_ledger(home, settings, clock, book=book)) as ledger:
        due = look(home, book, ledger.reader(), life, clock.now().wall_us)
        carry_out(home, book, ledger, due, clock, life, os.urandom)
    return due


def _left(home: Home, number: str) -> tuple[int, int]:
    """Values and files that the order still has."""
    with closing(open_reader(home.ledger_file)) as reader:
        entries = [reader.entry(seq) for seq in reader.by_tag(number)]
        return sum(len(entry.secrets) for entry in entries), sum(len(entry.media) for entry in entries)


def _faults(home: Home) -> tuple[str, ...]:
    with closing(open_reader(home.ledger_file)) as reader:
        return audit(reader, load_keys(home, org="local", bench="B01").bench.public, home.media).faults


def test_each_in_its_time(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """Nothing at 59 days, the video at 60, photos, names and label at 180, the number after three years."""
    _parcel(home, book, settings, clock, "SO-1")
    clock.advance_s(59 * DAY_S)
    assert _retain(home, book, settings, clock) == Expired()
    for days, left, files in ((1, (2, 2), 2), (120, (0, 0), 0)):
        clock.advance_s(days * DAY_S)
        assert _retain(home, book, settings, clock).count(Scope.VIDEO) == (1 if days == 1 else 0)
        assert (_left(home, "SO-1"), len(list(home.media.glob("*.sealed")))) == (left, files)
        assert _faults(home) == ()
    with reading(book.engine) as connection:
        assert connection.execute(select(orders.c.number, orders.c.name)).one() == ("SO-1", "")
    clock.advance_s(1000 * DAY_S)
    assert _retain(home, book, settings, clock).count(Scope.NUMBER) == 1
    with closing(open_reader(home.ledger_file)) as reader:
        assert reader.order_salt("SO-1") is None
    data = home.ledger_file.read_bytes() + (home.root / "orders.db").read_bytes()
    assert not any(word.encode() in data for word in ("SO-1", "孙示例", "13800000001", "YT-SO-1", "strange"))
    assert _faults(home) == ()
    assert _retain(home, book, settings, clock).orders == ()


def test_the_young_stays(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """Only what is old goes; the entry is of its own order."""
    _parcel(home, book, settings, clock, "SO-1")
    clock.advance_s(150 * DAY_S)
    _parcel(home, book, settings, clock, "SO-2")
    clock.advance_s(31 * DAY_S)
    due = _retain(home, book, settings, clock)
    assert [number for number, _ in due.orders] == ["SO-1"]
    assert (_left(home, "SO-1"), _left(home, "SO-2")) == ((0, 0), (2, 3))


def test_disputed_and_held_orders_stay(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """Neither evidence nor the names in the book are erased, and they are named as kept."""
    for number in ("SO-1", "SO-2", "SO-3"):
        _parcel(home, book, settings, clock, number)
    now_us = clock.now().wall_us
    open_dispute(book, Notice(order="SO-1", kind=DisputeKind.CHARGEBACK, start_us=now_us), who="P001", now_us=now_us)
    with closing(open_ledger(home, settings, clock, book=book)) as ledger:
        ledger.append([Fact(kind=HELD)], order_no="SO-2", by="P001")
    clock.advance_s(2000 * DAY_S)
    due = _retain(home, book, settings, clock)
    assert due.kept == ("SO-1", "SO-2")
    assert (_left(home, "SO-1"), _left(home, "SO-2"), _left(home, "SO-3")) == ((2, 3), (2, 3), (0, 0))
    with reading(book.engine) as connection:
        names = {row.number: row.name for row in connection.execute(select(orders))}
    assert names["SO-1"] == names["SO-2"] == "孙示例"
    assert "SO-3" not in names


def test_days_count_from_delivery(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """A parcel that came late to its buyer is kept as long from there."""
    _parcel(home, book, settings, clock, "SO-1")
    came_us = clock.now().wall_us + 30 * DAY_S * 1_000_000
    with writing(book.engine) as connection:
        values = {"bench": "B01", "epoch": 1, "seq": 0, "order_no": "SO-1", "waybill": "YT-SO-1", "packer": "P001"}
        connection.execute(insert(parcels).values(**values, sealed_us=1, lines=1, units=1))
        connection.execute(insert(carrier_news).values(waybill="YT-SO-1", at_us=came_us, what="delivered"))
    clock.advance_s(61 * DAY_S)
    assert _retain(home, book, settings, clock).orders == ()
    clock.advance_s(30 * DAY_S)
    assert _retain(home, book, settings, clock).count(Scope.VIDEO) == 1


def test_strays_in_quarantine_go_too(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """Files that no entry ever named have no order to wait for: they go with the video's age."""
    _parcel(home, book, settings, clock, "SO-1")
    stray, fresh = (home.media / QUARANTINE / name for name in ("stray", "fresh"))
    stray.parent.mkdir()
    clock.advance_s(60 * DAY_S)
    for file, age_s in ((stray, 60 * DAY_S), (fresh, DAY_S)):
        file.write_bytes(b"x")
        at_ns = (clock.now().wall_us - age_s * 1_000_000) * 1000
        os.utime(file, ns=(at_ns, at_ns))
    _retain(home, book, settings, clock)
    assert (stray.exists(), fresh.exists()) == (False, True)


def test_looking_changes_nothing(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """A dry run tells the same and leaves every byte."""
    _parcel(home, book, settings, clock, "SO-1")
    clock.advance_s(200 * DAY_S)
    before = home.ledger_file.read_bytes()
    with closing(open_reader(home.ledger_file)) as reader:
        due = look(home, book, reader, shelf_life(settings.retention), clock.now().wall_us)
    assert due.orders == (("SO-1", frozenset({Scope.VIDEO, Scope.PHOTOS, Scope.PERSONAL})),)
    assert due.people == ("SO-1",)
    assert len(due.entries) == 1
    assert home.ledger_file.read_bytes() == before


def test_once_a_day_at_the_end(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """The bench does it by itself when it is closed; the same day not again; trouble is told in its log."""
    _parcel(home, book, settings, clock, "SO-1")
    files = len(list(home.media.glob("*.sealed")))
    for after_s, left in ((61 * DAY_S, files - 1), (0, files - 1), (120 * DAY_S, files - 3)):
        clock.advance_s(after_s)
        with closing(open_ledger(home, settings, clock, book=book)) as ledger:
            daily(home, book, ledger, settings.retention, clock, os.urandom)
        assert len(list(home.media.glob("*.sealed"))) == left
    clock.advance_s(DAY_S)
    (home.logs / LAST).unlink()
    (home.logs / LAST).mkdir()
    with closing(open_ledger(home, settings, clock, book=book)) as ledger:
        daily(home, book, ledger, settings.retention, clock, os.urandom)
    assert "retention.last" in (home.logs / TROUBLE).read_text(encoding="utf-8")


def test_earlier_epochs_too(home: Home, book: OrderBook, settings: Settings, clock: FakeClock) -> None:
    """What a ledger that was set aside has goes by the same rules; the log of today says so, and both audits agree."""
    _parcel(home, book, settings, clock, "SO-1")
    begin(home, settings, clock, book)
    clock.advance_s(61 * DAY_S)
    assert _retain(home, book, settings, clock).count(Scope.VIDEO) == 1
    clock.advance_s(1100 * DAY_S)
    assert _retain(home, book, settings, clock).count(Scope.NUMBER) == 1
    assert _retain(home, book, settings, clock).past == ()
    assert list(home.media.glob("*.sealed")) == []
    with closing(PastLogs(home)) as past, closing(open_reader(home.ledger_file)) as now:
        (one,) = past.all()
        assert one.reader.order_salt("SO-1") is None
        key = read_vkey(one.folder / "bench.vkey")
        assert audit(one.reader, key, home.media, excused=excuses(now)).faults == ()
        assert audit(one.reader, key, home.media).faults != ()


def test_a_number_waits_while_the_book_has_entries_in_vain(
    home: Home, book: OrderBook, settings: Settings, clock: FakeClock
) -> None:
    """Names, photos and video go in their time; the number, by which such entries are understood, once they are
    carried out."""
    _parcel(home, book, settings, clock, "SO-1")
    with closing(open_ledger(home, settings, clock, book=book)) as ledger:
        Relay(ledger, log=ledger.log_name)(book)
        seq = ledger.reader().by_tag("SO-1")[0]
    with reading(book.engine) as connection:
        key = (connection.execute(select(events.c.bench)).scalars().first() or "", 1, seq)
    with writing(book.engine) as connection:
        set_aside.put(connection, key, why="newer", since_us=1)
    clock.advance_s(1200 * DAY_S)
    assert _retain(home, book, settings, clock).orders == (
        ("SO-1", frozenset({Scope.VIDEO, Scope.PHOTOS, Scope.PERSONAL})),
    )
    with reading(book.engine) as connection:
        assert connection.execute(select(orders.c.number, orders.c.name)).all() == [("SO-1", "")]
    with writing(book.engine) as connection:
        set_aside.mend(connection, key, now_us=2)
    assert _retain(home, book, settings, clock).count(Scope.NUMBER) == 1
    with reading(book.engine) as connection:
        assert "SO-1" not in connection.execute(select(orders.c.number)).scalars().all()
