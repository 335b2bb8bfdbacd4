"""Erasing while a bench runs: asked for in the office, done by the bench at rest; what is held or shown stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from station import erasing_desk, erasing_round
from station.bench_ledger import open_ledger
from station.clock import SystemClock
from station.erasing_round import Round, erase_everywhere
from station.erasure import Asked
from station.errors import Trouble
from station.evidence.audit import audit
from station.evidence.erasing import AT_ONCE, HELD
from station.evidence.expiry import DAY_US
from station.evidence.fact import Fact
from station.evidence.keys import load as load_keys
from station.evidence.ledger_reading import open_reader
from station.evidence.media import store
from station.home import Home
from station.orders.engine import reading
from station.orders.erasure_requests import ask, waiting_for
from station.orders.erasure_tables import erasure_requests
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.owed_files import file_fact
from station.settings import load
from tests.clocks import FakeClock
from tests.e2e.rig import Rig, kinds_on_disk, rig, weight
from tests.e2e.warehouse import COASTER, FILE_PRINTER, PARCEL_G, TRAY, prepare


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk looks ten times a second instead of every five."""
    monkeypatch.setattr(erasing_desk, "LOOK_MS", 100)


WAIT_MS = 30_000
"""For what takes a moment, and much longer beside other work."""

TWO = {"SO-1": {"TRAY-30": 1, "COASTER-10": 1}, "SO-2": {"TRAY-30": 1, "COASTER-10": 1}}
ASKED = Asked(number="SO-1", reason="asked by letter", by="P001")
LOOKS = 1_500


def _packed(bench: Rig, order: str, *, times: int) -> None:
    bench.all(weight(0), order, TRAY, COASTER, weight(PARCEL_G))
    bench.says(bench.waits_for_event("LabelPrinted", times=times)["waybill"])


def _book(home: Home) -> OrderBook:
    return OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")


@pytest.fixture
def office(home: Home, tmp_path: Path) -> Home:
    """Another machine's home with the same order book, and no ledger."""
    made = Home(tmp_path / "office")
    made.root.mkdir()
    made.settings_file.write_text(f'[bench]\norderbook = "sqlite:///{home.root / "orders.db"}"\n', encoding="utf-8")
    prepare(home, TWO, settings=FILE_PRINTER)
    return made


def _asks(office: Home, book: OrderBook, look: Callable[[], None] = lambda: None, looks: int = LOOKS) -> Round:
    """As the verb does; ``look`` lets the bench go on between two looks."""
    left = iter(range(looks))

    def wait() -> bool:
        look()
        return next(left, None) is not None

    return erase_everywhere(
        office, load(office), SystemClock(), book, ASKED, without=(), wait=wait, random_bytes=os.urandom
    )


def _number_known(home: Home) -> bool:
    with closing(open_reader(home.ledger_file)) as reader:
        return reader.order_salt("SO-1") is not None


def test_asked_in_the_office(home: Home, office: Home, qtbot: QtBot) -> None:
    """A bench that packs on erases its part; the last answer takes the order out of the book, and every proof holds."""
    with rig(home, qtbot) as bench, closing(_book(home)) as book:
        for times, order in enumerate(TWO, start=1):
            _packed(bench, order, times=times)
        qtbot.waitUntil(lambda: _carried(book), timeout=WAIT_MS)
        done = _asks(office, book, lambda: qtbot.wait(20))
        (part,) = done.benches
        assert (done.complete, part.bench, part.done, part.files > 0, part.values > 5) == (
            True,
            "B01",
            True,
            True,
            True,
        )
        assert not _number_known(home)
        with reading(book.engine) as connection:
            assert connection.execute(select(orders.c.number).where(orders.c.number == "SO-1")).first() is None
            (row,) = connection.execute(select(erasure_requests)).all()
        assert (row.order_no[:7], row.reason) == ("erased-", "")
        assert (home.root / "scrub.owed").exists()
    assert not (home.root / "scrub.owed").exists(), "the clean end writes the files anew"
    assert kinds_on_disk(home).count("EvidenceErased") == 2
    with closing(open_reader(home.ledger_file)) as reader:
        assert audit(reader, load_keys(home, org="local", bench="B01").bench.public, home.media).faults == ()
    names = ("ledger.db", "ledger.db-wal", "orders.db", "orders.db-wal")
    data = b"".join((home.root / name).read_bytes() for name in names if (home.root / name).exists())
    assert b"SO-1" not in data


def _carried(book: OrderBook, order: str = "SO-2") -> bool:
    with reading(book.engine) as connection:
        row = connection.execute(select(orders.c.state).where(orders.c.number == order)).one()
    return bool(row.state == "sealed")


def test_the_order_on_the_screen_waits(home: Home, office: Home, qtbot: QtBot) -> None:
    """Its label may be wanted again: the request stays open, and the next parcel lets it through."""
    with rig(home, qtbot) as bench, closing(_book(home)) as book:
        _packed(bench, "SO-1", times=1)
        qtbot.waitUntil(lambda: _carried(book, "SO-1"), timeout=WAIT_MS)
        done = _asks(office, book, lambda: qtbot.wait(20), looks=15)
        assert (done.complete, [one.done for one in done.benches]) == (False, [None])
        assert _number_known(home)
        _packed(bench, "SO-2", times=2)
        qtbot.waitUntil(lambda: not _number_known(home), timeout=WAIT_MS)
        qtbot.waitUntil(lambda: waiting_for(book, "B01") == (), timeout=WAIT_MS)


def test_what_is_left_is_told(home: Home, office: Home, qtbot: QtBot) -> None:
    """One order waits while it is on the screen; erased, its old files wait for the clean end; then nothing does."""
    told: list[tuple[int, bool]] = []

    def finds(*wanted: tuple[int, bool]) -> None:
        qtbot.waitUntil(lambda: tuple(told) == wanted, timeout=WAIT_MS)

    with rig(home, qtbot) as bench, closing(_book(home)) as book:
        bench.bench.erasing[0].left.connect(lambda waiting, owed: told.append((waiting, owed)))
        _packed(bench, "SO-1", times=1)
        qtbot.waitUntil(lambda: _carried(book, "SO-1"), timeout=WAIT_MS)
        _asks(office, book, lambda: qtbot.wait(20), looks=5)
        finds((1, False))
        _packed(bench, "SO-2", times=2)
        finds((1, False), (0, True))
    with rig(home, qtbot) as bench:
        told.clear()
        bench.bench.erasing[0].left.connect(lambda waiting, owed: told.append((waiting, owed)))
        qtbot.wait(300)
    assert told == []


def test_a_bench_that_is_away_does_it_later(home: Home, office: Home, qtbot: QtBot) -> None:
    """The request waits in the book; asked twice it is one; the next start takes it up, and the book forgets then."""
    with rig(home, qtbot) as bench:
        for times, order in enumerate(TWO, start=1):
            _packed(bench, order, times=times)
    with closing(_book(home)) as book:
        for _ in range(2):
            assert not _asks(office, book, looks=1).complete
        assert len(waiting_for(book, "B01")) == 1
        with rig(home, qtbot) as bench:
            qtbot.waitUntil(lambda: waiting_for(book, "B01") == (), timeout=WAIT_MS)
        assert not _number_known(home)
        with pytest.raises(Trouble, match="nothing here knows"):
            _asks(office, book)


def test_the_own_bench_that_is_closed_does_it_at_once(home: Home, office: Home, qtbot: QtBot) -> None:
    """Beside a bench that nobody can ask any more; without that one nothing is left to wait for."""
    with rig(home, qtbot) as bench:
        _packed(bench, "SO-1", times=1)
    with closing(_book(home)) as book:
        ask(book, "SO-1", ["B07"], who="P001", reason="r", now_us=1)
        done = _asks(home, book)
        assert [(one.bench, one.done) for one in done.benches] == [("B01", True)]
        assert not _number_known(home)
        assert not _in_book(book)


def test_cut_short_it_goes_on_by_itself(
    home: Home, office: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Power fails in the verb once bundles and logs are gone: the book knows what was asked, and the bench does it."""
    with rig(home, qtbot) as bench:
        for times, order in enumerate(TWO, start=1):
            _packed(bench, order, times=times)

    def cut(*_: object, **_more: object) -> None:
        raise SystemExit

    with closing(_book(home)) as book:
        with monkeypatch.context() as patched:
            patched.setattr(erasing_round, "erase_part", cut)
            with pytest.raises(SystemExit):
                _asks(home, book)
        assert _number_known(home)
        assert [one.order for one in waiting_for(book, "B01")] == ["SO-1"]
        with rig(home, qtbot):
            qtbot.waitUntil(lambda: not waiting_for(book, "B01"), timeout=WAIT_MS)
        assert not _number_known(home)
        assert not _in_book(book)


def test_a_bench_that_was_asked_and_is_gone(home: Home, office: Home, qtbot: QtBot) -> None:
    """Asked before and given up now, it keeps the order no longer, though others still have to answer."""
    with rig(home, qtbot) as bench, closing(_book(home)) as book:
        for times, order in enumerate(TWO, start=1):
            _packed(bench, order, times=times)
        qtbot.waitUntil(lambda: _carried(book), timeout=WAIT_MS)
        ask(book, "SO-1", ["B07"], who="P001", reason="r", now_us=1)
        assert _asks(office, book, lambda: qtbot.wait(20)).complete
        assert not _in_book(book)


def _in_book(book: OrderBook) -> bool:
    with reading(book.engine) as connection:
        return connection.execute(select(orders.c.number).where(orders.c.number == "SO-1")).first() is not None


def test_a_hold_said_at_the_bench_is_heeded(home: Home, office: Home, qtbot: QtBot) -> None:
    """The bench refuses, with the reason, what was put on hold after it was asked about; nothing is erased anywhere."""
    with rig(home, qtbot) as bench, closing(_book(home)) as book:
        for times, order in enumerate(TWO, start=1):
            _packed(bench, order, times=times)
        qtbot.waitUntil(lambda: _carried(book), timeout=WAIT_MS)
        file_fact(home, Fact(kind=HELD, pub={"said_by": "P001"}, com={"why": "x"}), order_no="SO-1", at_us=1)
        qtbot.waitUntil(lambda: HELD in kinds_on_disk(home), timeout=WAIT_MS)
        ask(book, "SO-1", ["B01"], who="P001", reason="letter", now_us=1)
        qtbot.waitUntil(lambda: waiting_for(book, "B01") == (), timeout=WAIT_MS)
        with reading(book.engine) as connection:
            (row,) = connection.execute(select(erasure_requests)).all()
        assert (row.done, "legal hold" in row.why) == (False, True)
        assert _number_known(home)
        with pytest.raises(Trouble, match="legal hold"):
            _asks(office, book)


def test_the_rules_are_kept_while_it_runs(home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a day at rest: what is past its days goes from a bench that is never closed, piece by piece, and is said."""
    monkeypatch.setattr(erasing_desk, "RULES_AFTER_US", 0)
    prepare(home, TWO, settings=FILE_PRINTER + "[retention]\nvideo_days = 1\nphoto_days = 1\npersonal_days = 1\n")
    clock = FakeClock(wall_us=SystemClock().now().wall_us - 5 * DAY_US)
    with closing(_book(home)) as book, closing(open_ledger(home, load(home), clock, book=book)) as ledger:
        for number in range(2 * AT_ONCE):
            medium = store(home.media, b"x%d" % number, mime="x/y", role="photo", at_ms=1)
            ledger.append([Fact(kind="Made", com={"said": f"SO {number}"}, media=(medium,))], order_no="SO-9", by="p")
    with rig(home, qtbot) as bench:
        qtbot.waitUntil(lambda: not list(home.media.glob("*.sealed")), timeout=WAIT_MS)
        assert kinds_on_disk(home).count("EvidenceErased") == 2
        assert bench.bench.work.longest_us > 0
    with closing(open_reader(home.ledger_file)) as reader:
        assert not any(reader.discloses(seq) for seq in reader.by_tag("SO-9"))
        assert audit(reader, load_keys(home, org="local", bench="B01").bench.public, home.media).faults == ()
