"""Each role of a shared order book may do what its programs need and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import Engine, delete, insert, make_url, select, text, update

from station.errors import BookUnreachable
from station.orders import roles
from station.orders.all_tables import METADATA
from station.orders.engine import connect, make_ready, reading, writing
from station.orders.figure_tables import figures
from station.orders.orderbook import OrderBook
from station.orders.people import choose
from station.orders.schema import upgrade
from station.orders.tables import SCHEMA, events, orders, people
from station.packing.rules import Chosen
from tests.orders.conftest import YTO, put_order

pytestmark = pytest.mark.postgres

EVENT = {"bench": "B01", "epoch": 1, "seq": 0, "kind": "LedgerOpened", "wall_us": 1, "packer": "", "header": "{}"}


@pytest.fixture
def shared(server_url: str) -> Iterator[str]:
    """A book on the server with its roles, and a user of each: ``user_bench``, ``user_office`` …"""
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
        for role in roles.ROLES:
            connection.execute(f"DROP ROLE IF EXISTS {_user(role)}")
    engine = connect(server_url)
    make_ready(engine, create=True)
    with writing(engine) as connection:
        roles.lay(connection)
        roles.lay(connection)
        for role in roles.ROLES:
            connection.exec_driver_sql(roles.user_statement(_user(role), role))
    put_order(engine, "1", {"A": 1}, name="张示例", phone="13800000000")
    engine.dispose()
    yield server_url
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
        for role in roles.ROLES:
            connection.execute(f"DROP ROLE {_user(role)}")


def _user(role: str) -> str:
    return role.replace("sealbench", "user")


def _as(role: str, url: str) -> Engine:
    return connect(make_url(url).set(username=_user(role)).render_as_string(hide_password=False))


def _refused(engine: Engine, statement: object) -> None:
    with pytest.raises(BookUnreachable, match="may not do that"), writing(engine) as connection:
        connection.execute(statement)  # type: ignore[call-overload]


def test_every_table_is_decided_about() -> None:
    """A table that is added must be given to the bench's role or be said to be none of its business."""
    assert set(roles.OF_BENCH) | roles.OF_NO_BENCH == set(METADATA.tables)
    assert not set(roles.OF_BENCH) & roles.OF_NO_BENCH
    for name, may in (*roles.OF_BENCH.items(), *roles.rights(roles.REPORTER).items()):
        assert {*may.change, *may.hidden} - {"*"} <= set(METADATA.tables[name].c.keys()), name


FORBIDDEN_TO_A_BENCH = {
    "change an entry": update(events).values(header=""),
    "delete an entry": delete(events),
    "change who gets a parcel": update(orders).values(street="elsewhere"),
    "change what is due": update(orders).values(due_us=1),
    "delete an order": delete(orders),
    "add a person": insert(people).values(badge="P1", pseudonym="p", name="x", supervisor=True),
    "make itself a supervisor": update(people).values(supervisor=True),
    "rename a person": update(people).values(name="x", language="en"),
    "give a badge to another": update(people).values(badge="X1"),
    "make one person another": update(people).values(pseudonym="P009"),
    "delete a person": delete(people),
    "empty the pool": text("DELETE FROM waybill_numbers"),
    "add numbers' services": text("UPDATE waybill_numbers SET service = 'sf'"),
    "read a signature": text("SELECT * FROM handover_papers"),
    "change the tables": text("ALTER TABLE orders ADD COLUMN more TEXT"),
    "make tables": text("CREATE TABLE mine (n int)"),
    "empty a table": text("TRUNCATE figures"),
    "take off a belt": text("DROP TRIGGER sealbench_belt_events_stay ON events"),
    "set the schema": text("UPDATE alembic_version SET version_num = '9999'"),
}


def test_what_a_bench_may_not(shared: str) -> None:
    """Entries, addresses, people, the tables themselves: a stolen bench changes none of them."""
    engine = _as(roles.BENCH, shared)
    for statement in FORBIDDEN_TO_A_BENCH.values():
        try:
            _refused(engine, statement)
        except BookUnreachable as trouble:  # pragma: no cover
            raise AssertionError(statement) from trouble
    engine.dispose()


def test_what_a_bench_may(shared: str) -> None:
    """It adds entries, reads what it packs and counts its figures."""
    engine = _as(roles.BENCH, shared)
    with writing(engine) as connection:
        connection.execute(insert(events).values(EVENT))
        connection.execute(insert(figures).values(quarter=1, bench="B01", packer="", name="units", value=1))
        assert connection.execute(select(orders.c.name)).scalar_one() == "张示例"
    engine.dispose()


def test_what_is_chosen_at_a_bench(shared: str) -> None:
    """A bench writes what people chose for the screens; the relay's program only reads them."""
    office = OrderBook.open(_as(roles.OFFICE, shared).url.render_as_string(hide_password=False))
    office.add_person("P1", name="Example")
    bench, relay = _as(roles.BENCH, shared), _as(roles.RELAY, shared)
    with writing(bench) as connection:
        assert choose(connection, "P001", "languages", Chosen(what="en", at_us=1))
        assert choose(connection, "P001", "palettes", Chosen(what="dark", at_us=1))
    assert office.people()["P1"].language == Chosen(what="en", at_us=1)
    _refused(relay, update(people).values(language="zh"))
    office.close()
    bench.dispose()
    relay.dispose()


def test_what_an_office_may(shared: str) -> None:
    """It holds, expedites, adds people and numbers; entries and tables it leaves alone."""
    book = OrderBook.open(_as(roles.OFFICE, shared).url.render_as_string(hide_password=False))
    book.add_person("P1", name="Example")
    book.expedite("1", now_us=1, who="p")
    book.add_numbers(["YT0000000000001"], YTO, now_us=1)
    _refused(book.engine, delete(events))
    _refused(book.engine, text("DROP TABLE events"))
    book.close()


def test_what_a_reporter_may(shared: str) -> None:
    """It counts, and reads no buyer's name; it writes nothing."""
    engine = _as(roles.REPORTER, shared)
    with reading(engine) as connection:
        assert connection.execute(select(orders.c.number)).scalars().all() == ["1"]
    _refused(engine, select(orders.c.name))
    _refused(engine, insert(figures).values(quarter=1, bench="B01", packer="", name="units", value=1))
    engine.dispose()


def test_who_erases(shared: str) -> None:
    """A bench leaves the book's part of an erasure to the office."""
    for role, may in ((roles.BENCH, False), (roles.OFFICE, True)):
        engine = _as(role, shared)
        with reading(engine) as connection:
            assert roles.may_erase(connection) is may
            assert roles.there(connection)
        engine.dispose()


def test_who_looks_at_disputes(shared: str) -> None:
    """What was submitted and noted is the office's: ``doctor`` and lists leave it out elsewhere."""
    for role, may in ((roles.BENCH, False), (roles.REPORTER, False), (roles.OFFICE, True)):
        engine = _as(role, shared)
        assert roles.may_look_at_disputes(engine) is may
        engine.dispose()


def test_who_backs_the_book_up(shared: str) -> None:
    """Office and administrators read all of it, a bench and who reports do not."""
    for role, may in ((roles.BENCH, False), (roles.REPORTER, False), (roles.OFFICE, True), (roles.ADMIN, True)):
        engine = _as(role, shared)
        assert roles.may_read_all(engine) is may
        engine.dispose()


def test_an_admin_upgrades(shared: str) -> None:
    """Who is given the admin's role brings a book up, and every role keeps its rights."""
    with psycopg.connect(shared, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public AUTHORIZATION sealbench_admin")
    engine = _as(roles.ADMIN, shared)
    assert upgrade(engine)[1] == SCHEMA
    with psycopg.connect(shared, autocommit=True) as connection:
        connection.execute("GRANT USAGE ON SCHEMA public TO sealbench_bench")
    engine.dispose()
    bench = _as(roles.BENCH, shared)
    with writing(bench) as book:
        book.execute(insert(events).values(EVENT))
    _refused(bench, delete(events))
    bench.dispose()


def test_an_admin_gives_the_rights_again(shared: str) -> None:
    """``db roles --run`` by who has the admin's role, and cannot make roles."""
    with psycopg.connect(shared, autocommit=True) as connection:
        connection.execute("REVOKE ALL ON events FROM sealbench_bench")
    engine = _as(roles.ADMIN, shared)
    _lays(engine)
    _bench_adds(shared)


def _lays(engine: Engine) -> None:
    with writing(engine) as book:
        roles.lay(book)
    engine.dispose()


def _bench_adds(shared: str) -> None:
    bench = _as(roles.BENCH, shared)
    with writing(bench) as book:
        book.execute(insert(events).values(EVENT))
    bench.dispose()


def test_who_makes_roles_and_is_no_superuser(shared: str) -> None:
    """As where others look after the server: who makes roles hands the tables over to the administrator's."""
    with psycopg.connect(shared, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("DROP ROLE IF EXISTS user_maker")
        connection.execute("CREATE ROLE user_maker LOGIN CREATEROLE")
        connection.execute("CREATE SCHEMA public AUTHORIZATION user_maker")
        if connection.info.server_version >= 160_000:  # what its own roles are to it there
            connection.execute("GRANT sealbench_admin TO user_maker WITH ADMIN TRUE, INHERIT FALSE, SET FALSE")
    engine = _as("user_maker", shared)
    assert upgrade(engine)[1] == SCHEMA
    _lays(engine)
    _bench_adds(shared)
    with psycopg.connect(shared, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
        connection.execute("DROP OWNED BY user_maker")
        connection.execute("DROP ROLE user_maker")
