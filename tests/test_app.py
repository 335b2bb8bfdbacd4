"""The end of a bench: an anchor that comes while it closes is recorded then, or at the next start, and only once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from pytestqt.qtbot import QtBot

from station import book_desk
from station.clock import SystemClock
from station.cosigning import answer_all, enrol, load
from station.evidence.anchors import ANCHOR, received
from station.evidence.fact import Fact
from station.evidence.ledger_reading import open_reader
from station.home import Home
from station.orders.orderbook import OrderBook
from station.owed_files import file_fact
from tests.e2e.rig import Rig, kinds_on_disk, rig, weight
from tests.e2e.warehouse import COASTER, ORDER, PARCEL_G, TRAY, prepare
from tests.evidence.conftest import chance

LOOK_S = 0.05


def _book(home: Home) -> OrderBook:
    return OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")


@pytest.fixture
def office(home: Home, tmp_path: Path) -> Home:
    """Where the witness's key lies; the book has it and one order."""
    prepare(home, ORDER)
    made = Home(tmp_path / "office")
    with closing(_book(home)) as book:
        enrol(made, book, org="local", random_bytes=chance(), now_us=1)
    return made


def _answers(home: Home, office: Home, book: OrderBook) -> int:
    return len(answer_all(office, book, load(office), now_us=lambda: SystemClock().now().wall_us))


@contextmanager
def _witnessing(home: Home, office: Home) -> Iterator[None]:
    """A witness process, as long as it is open."""
    ended = Event()

    def work() -> None:
        with closing(_book(home)) as book:
            while not ended.wait(LOOK_S):
                _answers(home, office, book)

    thread = Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _anchored(home: Home) -> list[tuple[str, int]]:
    """Who cosigned how many entries, in the order in which it was recorded."""
    with closing(open_reader(home.ledger_file)) as reader:
        found = [received(entry) for entry in reader.of_kind(ANCHOR)]
    return [(one.anchor.by, one.size) for one in found]


def _packs(bench: Rig) -> None:
    bench.all("SO-1", TRAY, COASTER, weight(PARCEL_G))
    bench.says(bench.waits_for_event("LabelPrinted")["waybill"])


def test_a_witness_that_answers_while_the_bench_closes(home: Home, office: Home, qtbot: QtBot) -> None:
    """Its word on the log's very end is recorded before the ledger is closed."""
    with ExitStack() as until_closed, rig(home, qtbot) as bench:
        _packs(bench)
        until_closed.enter_context(_witnessing(home, office))
    kinds = kinds_on_disk(home)
    assert kinds[-1] == ANCHOR
    assert _anchored(home)[-1] == ("local/witness", kinds.index(ANCHOR, kinds.index("ParcelSealed")))


def test_a_word_that_comes_too_late(home: Home, office: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bench does not wait for ever; the next one records the word, once however often it is started."""
    monkeypatch.setattr(book_desk, "LAST_WORD_US", 200_000)
    with rig(home, qtbot) as bench:
        _packs(bench)
    assert ANCHOR not in kinds_on_disk(home)
    with closing(_book(home)) as book:
        assert _answers(home, office, book) == 1
    for _ in range(2):
        with rig(home, qtbot):
            qtbot.waitUntil(lambda: ANCHOR in kinds_on_disk(home), timeout=5000)
    assert len(_anchored(home)) == 1


def test_what_was_filed_at_the_very_end(home: Home, qtbot: QtBot) -> None:
    """A time stamp that an authority's worker put into a file while the bench closes is recorded, once."""
    prepare(home, ORDER)
    with rig(home, qtbot) as bench:
        for number in (1, 2):
            file_fact(home, Fact(kind=ANCHOR, pub={"n": number}), order_no=None, at_us=number)
        assert bench.bench.host is not None
    assert kinds_on_disk(home).count(ANCHOR) == 2
    assert list((home.root / "owed").glob("*.json")) == []
    with rig(home, qtbot):
        pass
    assert kinds_on_disk(home).count(ANCHOR) == 2
