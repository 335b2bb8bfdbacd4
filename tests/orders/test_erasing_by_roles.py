"""An erasure asked of a bench that may not take names out of the shared order book: the office does that part."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url, select

from station.bench_ledger import open_ledger
from station.erasing_round import Round, erase_everywhere, finish_in_book
from station.erasure import Asked, erase_part
from station.evidence.codec import encode
from station.home import Home
from station.orders import roles
from station.orders.engine import reading
from station.orders.erasure_requests import waiting_for
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.orders.tables import orders
from station.settings import load
from tests.clocks import FakeClock
from tests.orders.conftest import put_order
from tests.orders.recorded import opened
from tests.orders.test_roles import shared  # noqa: F401  a fixture

pytestmark = pytest.mark.postgres

ASKED = Asked(number="SO-1", reason="by letter", by="P001")


@contextmanager
def _as(role: str, url: str) -> Iterator[OrderBook]:
    user = make_url(url).set(username=role.replace("sealbench", "user")).render_as_string(hide_password=False)
    book = OrderBook.open(user, create=False)
    yield book
    book.close()


@pytest.fixture
def packed(home: Home, shared: str, clock: FakeClock) -> str:  # noqa: F811
    """The server's address; the home's bench has entries of SO-1, which is sealed."""
    home.root.mkdir(parents=True, exist_ok=True)
    with _as(roles.OFFICE, shared) as book:
        put_order(book.engine, "SO-1", {"A": 1}, state="sealed", name="张示例", phone="13800000000")
        put_order(book.engine, "SO-2", {"A": 1}, state="sealed")
    with _as(roles.BENCH, shared) as book, closing(open_ledger(home, load(home), clock, book=book)) as ledger:
        ledger.append([encode(opened("SO-1"))], order_no="SO-1", by="P001")
        Relay(ledger, log=ledger.log_name)(book)
    return shared


def _answers(home: Home, url: str, clock: FakeClock) -> None:
    with _as(roles.BENCH, url) as book, closing(open_ledger(home, load(home), clock, book=book)) as ledger:
        for request in waiting_for(book, "B01"):
            erase_part(home, book, request, ledger, now_us=2, random_bytes=os.urandom)


def _asks(office: Home, url: str, clock: FakeClock, look: Callable[[], None]) -> Round:
    looks = iter((look,))

    def wait() -> bool:
        now = next(looks, None)
        if now is not None:
            now()
        return now is not None

    with _as(roles.OFFICE, url) as book:
        return erase_everywhere(
            office, load(office), clock, book, ASKED, without=(), wait=wait, random_bytes=os.urandom
        )


def _numbers(url: str) -> set[str]:
    with _as(roles.OFFICE, url) as book, reading(book.engine) as connection:
        return set(connection.execute(select(orders.c.number)).scalars())


@pytest.fixture
def office(tmp_path: Path) -> Home:
    made = Home(root=tmp_path / "office")
    made.root.mkdir()
    return made


def test_the_office_that_waits_does_it(home: Home, office: Home, packed: str, clock: FakeClock) -> None:
    """The bench answers, and the book knows the order no more."""
    done = _asks(office, packed, clock, lambda: _answers(home, packed, clock))
    assert done.complete
    assert [(one.bench, one.done) for one in done.benches] == [("B01", True)]
    assert "SO-1" not in _numbers(packed)


def test_a_late_answer_is_finished_with_the_daily_round(
    home: Home, office: Home, packed: str, clock: FakeClock
) -> None:
    """Nobody waits any more when the bench answers: only who may does the book's part, once."""
    assert not _asks(office, packed, clock, lambda: None).complete
    with _as(roles.OFFICE, packed) as book:
        assert finish_in_book(office, book, random_bytes=os.urandom) == ()
    _answers(home, packed, clock)
    assert "SO-1" in _numbers(packed)
    with _as(roles.BENCH, packed) as book:
        assert finish_in_book(home, book, random_bytes=os.urandom) == ()
    with _as(roles.OFFICE, packed) as book:
        assert finish_in_book(office, book, random_bytes=os.urandom) == ("SO-1",)
        assert finish_in_book(office, book, random_bytes=os.urandom) == ()
    assert {"SO-1", "SO-2"} & _numbers(packed) == {"SO-2"}


def test_a_late_answer_is_finished_by_the_same_command(home: Home, office: Home, packed: str, clock: FakeClock) -> None:
    """Called again it asks no bench a second time."""
    assert not _asks(office, packed, clock, lambda: None).complete
    _answers(home, packed, clock)
    assert _asks(office, packed, clock, lambda: None).benches == ()
    assert "SO-1" not in _numbers(packed)
