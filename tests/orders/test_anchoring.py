"""A bench and its witness through an order book, on SQLite and PostgreSQL: asked, cosigned, taken in, never forked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from station.anchoring import Witnessing
from station.cosigning import Answered, answer_all, enrol, load
from station.errors import LedgerForked, Trouble, UsageTrouble
from station.evidence.anchor_reading import exposure, newest_of
from station.evidence.checkpoint import COSIGNATURE
from station.evidence.keys import signing_key
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.home import Home
from station.orders.anchor_tables import witnessed, witnesses
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.witnessing import asked, logs_seen, retire
from tests.clocks import FakeClock
from tests.evidence.anchored_bundle import cosigned
from tests.evidence.conftest import chance, item, open_ledger, pack


@pytest.fixture
def ledger(home: Home, clock: FakeClock) -> Iterator[Ledger]:
    opened = open_ledger(home, clock)
    yield opened
    opened.close()


@pytest.fixture
def office(tmp_path: Path) -> Home:
    """Where the witness's key lies."""
    return Home(tmp_path / "office")


def enrolled(office: Home, book: OrderBook, clock: FakeClock, name: str = "witness") -> None:
    """As from another machine, which a test does not have."""
    enrol(office, book, org="acme", name=name, random_bytes=chance(), now_us=clock.now().wall_us)
    with writing(book.engine) as connection:
        connection.execute(update(witnesses).values(machine=""))


def answered(office: Home, book: OrderBook, clock: FakeClock) -> tuple[Answered, ...]:
    return answer_all(office, book, load(office), now_us=lambda: clock.now().wall_us)


def round_trip(office: Home, home: Home, book: OrderBook, ledger: Ledger, clock: FakeClock) -> Answered:
    """The bench asks, the witness answers, the bench writes down what it said."""
    bench = Witnessing(home, ledger.log_name, clock)
    assert bench(book) == ()
    clock.advance_s(31)
    (said,) = answered(office, book, clock)
    for owed in bench(book):
        ledger.append([owed.fact], order_no=owed.order_no, by="-")
    return said


def test_a_checkpoint_is_cosigned(home: Home, office: Home, book: OrderBook, ledger: Ledger, clock: FakeClock) -> None:
    """The newest checkpoint is asked for, cosigned, and becomes an entry; the log's end is covered then."""
    enrolled(office, book, clock)
    pack(ledger, home)
    assert round_trip(office, home, book, ledger, clock) == Answered(log="acme/B01/1", granted=True, size=9)
    reader = open_reader(home.ledger_file)
    (found,) = newest_of(reader)
    assert (found.seq, found.size, found.anchor.by) == (9, 9, "acme/witness")
    assert found.anchor.at_s == clock.now().wall_us // 1_000_000
    assert exposure(reader).since_us is None
    reader.close()


def test_a_grown_log_is_cosigned_again(
    home: Home, office: Home, book: OrderBook, ledger: Ledger, clock: FakeClock
) -> None:
    """Each time the proof begins where the witness stopped; with nothing new but its own word nothing is asked."""
    enrolled(office, book, clock)
    for parcel in range(3):
        pack(ledger, home, f"SO-{parcel}")
        assert round_trip(office, home, book, ledger, clock).granted
    ledger.checkpoint_now("minute")
    assert Witnessing(home, ledger.log_name, clock)(book) == ()
    assert asked(book, "acme/witness") == ()
    assert [one.last.size for one in logs_seen(book)] == [ledger.size - 1]


def test_a_book_without_a_witness(home: Home, book: OrderBook, ledger: Ledger, clock: FakeClock) -> None:
    """Nothing is asked and nothing is owed."""
    pack(ledger, home)
    assert Witnessing(home, ledger.log_name, clock)(book) == ()


def test_a_ledger_put_back(
    home: Home, office: Home, book: OrderBook, ledger: Ledger, clock: FakeClock, tmp_path: Path
) -> None:
    """A ledger older than what the witness has seen is told apart: the bench stops before anything is signed."""
    enrolled(office, book, clock)
    pack(ledger, home, "SO-1")
    ledger.between_scans()
    old = open_ledger(Home(tmp_path / "other"), clock)
    pack(old, Home(tmp_path / "other"), "SO-1", seal=False)
    round_trip(office, home, book, ledger, clock)
    with pytest.raises(LedgerForked, match="acme/witness knows 9 entries"):
        Witnessing(Home(tmp_path / "other"), ledger.log_name, clock)(book)
    pack(old, Home(tmp_path / "other"), "SO-2")
    with pytest.raises(LedgerForked, match="other entries"):
        Witnessing(Home(tmp_path / "other"), ledger.log_name, clock)(book)
    old.close()


def test_a_bench_that_does_not_look(
    home: Home, office: Home, book: OrderBook, ledger: Ledger, clock: FakeClock, tmp_path: Path
) -> None:
    """A forked log whose bench skips the comparison is refused by the witness, which says the size it knows."""
    enrolled(office, book, clock)
    pack(ledger, home, "SO-1")
    round_trip(office, home, book, ledger, clock)
    fork_home = Home(tmp_path / "fork")
    shutil.copytree(home.keys, fork_home.keys)
    fork = Ledger.open(fork_home, org="acme", bench="B01", clock=clock, random_bytes=chance(), build="x", epoch=1)
    pack(fork, fork_home, "SO-9")
    fork.append([item(3)], order_no="SO-9", by="p", checkpoint=True)
    bench = Witnessing(fork_home, "acme/B01/1", clock)
    bench._compare = lambda reader, one: None  # type: ignore[method-assign]
    bench(book)
    (said,) = answered(office, book, clock)
    assert (said.granted, said.size) == (False, 9)
    assert said.why == "the log did not grow out of what the witness has seen"
    assert [one.last.size for one in logs_seen(book)] == [9]
    fork.close()


def test_a_word_that_nobody_said(home: Home, office: Home, book: OrderBook, ledger: Ledger, clock: FakeClock) -> None:
    """Whoever writes into the book without the witness's key makes no anchor."""
    enrolled(office, book, clock)
    pack(ledger, home)
    bench = Witnessing(home, ledger.log_name, clock)
    bench(book)
    answered(office, book, clock)
    with writing(book.engine) as connection:
        line = "— acme/witness " + "A" * 100
        connection.execute(update(witnessed).values(line=line))
    assert bench(book) == ()


def test_on_the_bench_s_own_machine(
    home: Home, office: Home, book: OrderBook, ledger: Ledger, clock: FakeClock
) -> None:
    """The word of a witness made on this machine is marked so, and covers nothing."""
    enrolled(office, book, clock)
    pack(ledger, home)
    bench = Witnessing(home, ledger.log_name, clock)
    bench._machine = "this one"
    with writing(book.engine) as connection:
        connection.execute(update(witnesses).values(machine="this one"))
    bench(book)
    answered(office, book, clock)
    (owed,) = bench(book)
    assert owed.fact.pub["same_machine"] is True
    ledger.append([owed.fact], order_no=None, by="-")
    reader = open_reader(home.ledger_file)
    assert exposure(reader).newest is None
    reader.close()


def test_enrolling(office: Home, book: OrderBook, clock: FakeClock, tmp_path: Path) -> None:
    """Twice is once; another key under the name, and a name that is none, are refused; a home without a key is told."""
    with pytest.raises(Trouble, match="no witness"):
        load(office)
    enrolled(office, book, clock)
    enrolled(office, book, clock)
    other = Home(tmp_path / "other")
    enrolled(other, book, clock, "second")
    (other.keys / "witness.key").unlink()
    with pytest.raises(UsageTrouble, match="another witness"):
        enrol(other, book, org="acme", name="witness", random_bytes=bytes, now_us=1)
    assert not (other.keys / "witness.key").exists()
    with pytest.raises(UsageTrouble, match="acme/witness already"):
        enrol(office, book, org="acme", name="third", random_bytes=bytes, now_us=1)
    with pytest.raises(UsageTrouble, match="cannot be"):
        enrol(other, book, org="acme", name="a b", random_bytes=bytes, now_us=1)
    assert (retire(book, "acme/second"), retire(book, "acme/second")) == (True, False)


def test_two_witness_processes(home: Home, office: Home, book: OrderBook, ledger: Ledger, clock: FakeClock) -> None:
    """The second one finds nothing to answer; a request replaced meanwhile is not answered by its old proof."""
    enrolled(office, book, clock)
    pack(ledger, home, "SO-1")
    bench = Witnessing(home, ledger.log_name, clock)
    bench(book)
    assert len(answered(office, book, clock)) == 1
    assert answered(office, book, clock) == ()


def test_the_own_home_is_named(home: Home, book: OrderBook, ledger: Ledger, clock: FakeClock) -> None:
    """A witness in a bench's own home is told what it is worth."""
    made = enrol(home, book, org="acme", name="witness", random_bytes=chance(), now_us=1)
    assert any("in this home" in words for words in made.worth)
    on_file = book.engine.dialect.name == "sqlite"
    assert any("file on this machine" in words for words in made.worth) is on_file


def test_a_word_is_taken_in_once(home: Home, office: Home, book: OrderBook, ledger: Ledger, clock: FakeClock) -> None:
    """Also when so many other anchors came since that the newest ones do not have it."""
    enrolled(office, book, clock)
    pack(ledger, home)
    round_trip(office, home, book, ledger, clock)
    other = signing_key("acme/other", b"o" * 32, COSIGNATURE)
    for _ in range(80):
        cosigned(ledger, clock, key=other)
    assert Witnessing(home, ledger.log_name, clock)(book) == ()


def test_a_key_that_the_book_does_not_know(office: Home, book: OrderBook, clock: FakeClock) -> None:
    """A witness that was retired, or another one's home under its name, answers nothing."""
    enrolled(office, book, clock)
    retire(book, "acme/witness")
    with pytest.raises(Trouble, match="does not know"):
        answered(office, book, clock)
