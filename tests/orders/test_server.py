"""A PostgreSQL server that is slow, silent, full, read-only or of another kind: one sentence each, and in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from threading import Thread
from time import monotonic

import psycopg
import pytest
from sqlalchemy import Engine, event, make_url, text

from station.errors import BookUnreachable, SchemaTrouble, SettingsTrouble, Trouble
from station.orders import erasing, server
from station.orders.engine import connect, importing, reading, writing
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from tests.order_books import fresh_database
from tests.orders.conftest import put_order
from tests.orders.flaky_proxy import FlakyProxy

pytestmark = pytest.mark.postgres


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same recipe with small numbers."""
    monkeypatch.setattr(server, "STATEMENT_TIMEOUT_MS", 300)
    monkeypatch.setattr(server, "SILENCE_MARGIN_MS", 300)
    monkeypatch.setattr(server, "LOCK_TIMEOUT_MS", 100)
    monkeypatch.setattr(server, "CONNECT_TIMEOUT_S", 2)  # libpq knows nothing shorter


@pytest.fixture
def proxy(limits: None, server_url: str) -> Iterator[FlakyProxy]:
    with FlakyProxy.before(server_url) as running:
        yield running


@pytest.fixture
def engine(proxy: FlakyProxy) -> Iterator[Engine]:
    made = connect(proxy.url)
    yield made
    made.dispose()


def ask(engine: Engine) -> None:
    with reading(engine) as connection:
        connection.execute(text("SELECT 1"))


def sentence_of(act: Callable[[], object], kind: type[Trouble] = BookUnreachable) -> str:
    with pytest.raises(kind) as caught:
        act()
    sentence = caught.value.sentence()
    assert "\n" not in sentence
    assert caught.value.remedy
    return sentence


def test_limits_are_the_servers_too(server_url: str) -> None:
    """What stands in the recipe holds in every session."""
    engine = connect(server_url)
    with reading(engine) as connection:
        found = {
            name: connection.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "timezone")
        }
        driver = connection.connection.driver_connection
        assert driver is not None
        given = {option.keyword.decode(): option.val for option in driver.pgconn.info}
    engine.dispose()
    assert list(found.values()) == ["5s", "2s", "10s", "UTC"]
    assert (given["tcp_user_timeout"], given["connect_timeout"]) == (b"5000", b"3")
    assert (given["keepalives_idle"], given["keepalives_interval"], given["keepalives_count"]) == (b"10", b"3", b"3")
    assert given["fallback_application_name"] == b"sealbench"


def test_a_black_hole(engine: Engine, proxy: FlakyProxy) -> None:
    """A proxy that takes everything and answers nothing is left within the limit, and the next call is well again."""

    def ask_in_vain() -> None:
        with reading(engine) as connection:
            connection.execute(text("SELECT 1"))
            proxy.swallow()
            connection.execute(text("SELECT 2"))

    begun = monotonic()
    assert "does not answer" in sentence_of(ask_in_vain)
    assert "cannot be reached" in sentence_of(lambda: ask(engine))  # a new connection
    assert monotonic() - begun < 0.6 + 2 + 1
    proxy.clear()
    ask(engine)


def test_a_black_hole_before_a_pooled_connection(engine: Engine, proxy: FlakyProxy) -> None:
    """The look whether a kept connection still lives has its limit too."""
    ask(engine)
    proxy.swallow()
    begun = monotonic()
    sentence_of(lambda: ask(engine))
    assert monotonic() - begun < 0.6 + 2 + 1


def test_a_black_hole_right_after_the_login(engine: Engine, proxy: FlakyProxy) -> None:
    """What SQLAlchemy itself asks of the first connection of all has the limit too: else a bench never starts."""
    event.listen(engine, "connect", lambda *_: proxy.swallow(), insert=True)
    asking = Thread(target=lambda: sentence_of(lambda: ask(engine)), daemon=True)
    asking.start()
    asking.join(0.6 + 2 + 5)
    ended_by_itself = not asking.is_alive()
    proxy.reset()  # which ends it where nothing else does
    asking.join(10)
    assert ended_by_itself


def test_a_commit_nobody_heard_of(engine: Engine, proxy: FlakyProxy) -> None:
    """A commit whose answer is swallowed ends in a sentence: whether it is in is asked later, by its number."""
    with writing(engine) as connection:
        connection.execute(text("CREATE TEMP TABLE kept (n int)"))

    def commit() -> None:
        with writing(engine) as connection:
            connection.execute(text("INSERT INTO kept VALUES (1)"))
            proxy.swallow()

    sentence_of(commit)


def test_an_import_may_be_quiet_for_long(engine: Engine) -> None:
    """An import has no limit at the server, and its silence is borne; the next transaction has the usual ones."""
    with importing(engine) as connection:
        connection.execute(text("SELECT pg_sleep(0.8)"))
    assert "too slow" in sentence_of(lambda: _sleep(engine))


def _sleep(engine: Engine) -> None:
    with reading(engine) as connection:
        connection.execute(text("SELECT pg_sleep(5)"))


def test_cut_and_refused(engine: Engine, proxy: FlakyProxy) -> None:
    """A line that is cut within a statement, and a server that starts again, are one sentence and then well again."""
    ask(engine)
    for act in (proxy.hang_up, proxy.refuse):
        act()
        assert "cannot be reached" in sentence_of(lambda: ask(engine))
        proxy.clear()
        ask(engine)


def test_a_pooled_connection_that_died(engine: Engine, proxy: FlakyProxy) -> None:
    """Connections that were reset while nobody used them are noticed before they are used."""
    ask(engine)
    proxy.reset()
    ask(engine)
    assert proxy.counts.connections == 2


def test_no_connection_left_in_the_program(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many threads at once wait for a while, and then are told."""
    monkeypatch.setattr(engine.pool, "_timeout", 0.05)
    with ExitStack() as stack:
        for _ in range(server.POOL_SIZE + server.POOL_MORE):
            stack.enter_context(reading(engine)).execute(text("SELECT 1"))
        assert "too much" in sentence_of(lambda: ask(engine))


def test_an_old_server(server_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server older than what the program needs is refused by its number."""
    monkeypatch.setattr(server, "SERVER_AT_LEAST", 99)
    assert "older than 99" in sentence_of(lambda: OrderBook.open(server_url))


CODES = {
    "53100": "disk of the order book's server is full",
    "53300": "no connection left",
    "53200": "out of memory",
    "25006": "standby",
    "40P01": "at the same time",
    "42501": "may not do that",
    "58030": "disk",
    "XX001": "damaged",
}


@pytest.mark.parametrize("code", CODES)
def test_what_the_server_says_is_told_by_its_code(server_url: str, code: str) -> None:
    """Whatever language the server speaks."""
    engine = connect(server_url)

    def act() -> None:
        with writing(engine) as connection:
            raising = f"DO $$ BEGIN RAISE EXCEPTION '没有空间了' USING ERRCODE = '{code}'; END $$"
            connection.exec_driver_sql(raising)

    assert CODES[code] in sentence_of(act)
    engine.dispose()


def test_a_read_only_server(url: str, server_url: str) -> None:
    """A server that only reads lets nobody write, and says so; reading goes on."""
    if url.startswith("sqlite"):
        pytest.skip("a server's affair")
    OrderBook.open(url).close()
    read_only = make_url(url).update_query_dict({"options": "-c default_transaction_read_only=on"})
    book = OrderBook.open(read_only.render_as_string(hide_password=False))
    assert book.search() == []
    assert "only reads" in sentence_of(lambda: book.add_person("P1", name="Example"))
    book.close()


def test_connections_are_used_up(server_url: str) -> None:
    """A user that may have no more connections is told so at once."""
    with psycopg.connect(server_url, autocommit=True) as direct:
        direct.execute("DROP ROLE IF EXISTS crowded")
        direct.execute("CREATE ROLE crowded LOGIN CONNECTION LIMIT 0")
        engine = connect(make_url(server_url).set(username="crowded").render_as_string(hide_password=False))
        assert "no connection left" in sentence_of(lambda: ask(engine))
        engine.dispose()
        direct.execute("DROP ROLE crowded")


def test_nobody_and_nowhere(server_url: str) -> None:
    """A user and a database that the server does not have are told by what is missing."""
    url = make_url(server_url)
    for wrong, words in (
        (url.set(username="nobody"), "no such user"),
        (url.set(database="none"), "no such database"),
    ):
        engine = connect(wrong.render_as_string(hide_password=False))
        assert words in sentence_of(lambda engine=engine: ask(engine))  # type: ignore[misc]
        engine.dispose()


@pytest.mark.parametrize("words", ["sslmode=sometimes", "service=nowhere", "colour=red"])
def test_an_address_with_a_word_that_is_none(words: str) -> None:
    """What libpq does not understand is a fault of the settings."""
    engine = connect(f"postgresql+psycopg://somebody@127.0.0.1/book?{words}")
    assert "address" in sentence_of(lambda: ask(engine), SettingsTrouble)
    engine.dispose()


def test_tables_taken_away(url: str) -> None:
    """A book whose tables were changed under a running program is of another schema, not out of reach."""
    if url.startswith("sqlite"):
        pytest.skip("a server's affair")
    book = OrderBook.open(url)
    with writing(book.engine) as connection:
        connection.execute(text("ALTER TABLE people RENAME COLUMN name TO called"))
    assert "another schema" in sentence_of(book.people, SchemaTrouble)
    book.close()


def test_tidying_a_large_book_may_be_quiet_for_long(
    server_url: str, limits: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table that is tidied for longer than a statement may be silent; afterwards the limits are as before."""
    slow = make_url(fresh_database(server_url)).update_query_dict(
        {"options": "-c vacuum_cost_delay=100ms -c vacuum_cost_limit=1"}
    )
    book = OrderBook.open(slow.render_as_string(hide_password=False))
    for n in range(20):
        put_order(book.engine, f"SO-{n}", {}, name="张示例")
    monkeypatch.setattr(erasing, "SAID", {orders: ("name",)})
    monkeypatch.setattr(erasing, "_numbered", lambda: iter((orders.c.number,)))
    with writing(book.engine) as connection:
        erasing.blank(connection, ["SO-1"])
    begun = monotonic()
    assert erasing.scrub(book.engine)
    assert monotonic() - begun > 0.7
    with pytest.raises(Trouble), reading(book.engine) as connection:
        connection.execute(text("SELECT pg_sleep(1)"))
    book.close()
