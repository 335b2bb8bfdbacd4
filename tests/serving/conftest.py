"""An API over an order book of the test's own, with the demonstration's shop and services."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from litestar.testing import TestClient

from station.home import Home
from station.orders.api_tokens import Right, make_token
from station.orders.engine import writing
from station.orders.opening import open_book
from station.orders.orderbook import OrderBook
from station.orders.routes import load_routing
from station.serving.application import application
from station.serving.caller import Caller
from station.serving.desk import Desk
from station.settings import config_dir

START_US = 1_795_000_000_000_000


@dataclass
class Hand:
    """Moves the clock of a test."""

    now_us: int = START_US


@dataclass
class Receiver:
    """The other program, which a webhook calls."""

    status: int = 200
    heard: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.heard.append(request)
        if self.status == 0:
            raise httpx.ConnectError("nobody is there", request=request)
        return httpx.Response(self.status)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A SQLite file; tests whose statements differ take the two databases of the order book's tests."""
    return f"sqlite:///{tmp_path / 'orders.db'}"


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def desk(url: str, tmp_path: Path, hand: Hand) -> Iterator[Desk]:
    home, config = Home(tmp_path / "home"), config_dir()
    book = open_book(home, config, url)
    services = load_routing(config, home.root).services
    yield Desk(book=book, home=home, config=config, shop="demo", now_us=lambda: hand.now_us, services=services)
    book.close()


@pytest.fixture
def book(desk: Desk) -> OrderBook:
    return desk.book


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
def caller(desk: Desk, receiver: Receiver) -> Iterator[Caller]:
    """Not started: a test says when it looks."""
    with httpx.Client(transport=httpx.MockTransport(receiver)) as client:
        yield Caller(desk, client)


@pytest.fixture
def token(desk: Desk) -> Callable[..., str]:
    """A new token with these rights; all of them without any."""

    def made(*rights: Right, name: str = "erp") -> str:
        with writing(desk.book.engine) as connection:
            return make_token(connection, name, rights or tuple(Right), by="P001", now_us=START_US)

    return made


@pytest.fixture
def api(desk: Desk) -> Iterator[TestClient]:  # type: ignore[type-arg]
    """The application without its own thread of webhooks."""

    with TestClient(application(desk)) as client:
        yield client
