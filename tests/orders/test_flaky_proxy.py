"""The flaky proxy itself does what its name says, and no more: others' tests lean on it."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

import psycopg
import pytest

from tests.orders.flaky_proxy import FlakyProxy

pytestmark = pytest.mark.postgres


@pytest.fixture
def proxy(server_url: str) -> Iterator[FlakyProxy]:
    with FlakyProxy.before(server_url) as running:
        yield running


def connected(proxy: FlakyProxy) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(proxy.url, autocommit=True, connect_timeout=2)


def test_fair_weather(proxy: FlakyProxy) -> None:
    """What is asked arrives, and large answers come whole."""
    with connected(proxy) as connection:
        (found,) = connection.execute("SELECT repeat('x', 3000000)").fetchone() or ("",)
    assert found == "x" * 3_000_000
    assert proxy.counts.connections == 1
    assert proxy.counts.reply_bytes > 3_000_000


def test_delay(proxy: FlakyProxy) -> None:
    """Each way takes its time: an answer comes twice as late."""
    with connected(proxy) as connection:
        proxy.delay(40)
        begun = monotonic()
        connection.execute("SELECT 1")
        assert monotonic() - begun >= 0.08


def test_swallowed_replies_have_been_worked_on(proxy: FlakyProxy, server_url: str) -> None:
    """The server gets what is asked and does it; who asked hears nothing, and TCP sees nothing wrong."""
    with psycopg.connect(server_url, autocommit=True) as direct:
        direct.execute("DROP TABLE IF EXISTS swallowed")
        direct.execute("CREATE TABLE swallowed (n int)")
        connection = connected(proxy)
        proxy.swallow()
        connection.pgconn.send_query(b"INSERT INTO swallowed VALUES (1)")
        connection.pgconn.flush()
        while not (direct.execute("SELECT n FROM swallowed").fetchone() and proxy.counts.swallowed_bytes):
            pass  # the row shows before its answer is on the way
        connection.pgconn.consume_input()
        assert connection.pgconn.is_busy()
        connection.close()
        direct.execute("DROP TABLE swallowed")


def test_a_cut_commit_is_in(proxy: FlakyProxy, server_url: str) -> None:
    """The reply to a commit is lost with its connection, and the transaction is in; the next one gets through."""
    with psycopg.connect(server_url, autocommit=True) as direct:
        direct.execute("DROP TABLE IF EXISTS cut")
        direct.execute("CREATE TABLE cut (n int)")
        proxy.cut()
        connection = psycopg.connect(proxy.url)
        connection.execute("INSERT INTO cut VALUES (1)")
        with pytest.raises(psycopg.OperationalError):
            connection.commit()
        assert direct.execute("SELECT n FROM cut").fetchall() == [(1,)]
        with psycopg.connect(proxy.url) as again:
            again.execute("INSERT INTO cut VALUES (2)")
        assert proxy.counts.cut == 1
        direct.execute("DROP TABLE cut")


def test_reset_refuse_and_hang_up(proxy: FlakyProxy) -> None:
    """Open connections are reset, new ones thrown out or met by nobody; after that all is well on the same port."""
    port = proxy.port
    for act in (proxy.reset, proxy.refuse, proxy.hang_up):
        connection = connected(proxy)
        act()
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
        if act != proxy.reset:
            with pytest.raises(psycopg.OperationalError):
                connected(proxy)
        proxy.clear()
        connected(proxy).close()
    assert proxy.port == port
