"""A backup is whole or not there, and what comes out of it is what went in; on SQLite and PostgreSQL."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, Engine, func, insert, make_url, select, update

from station.backup.container import LIST, SUFFIX
from station.backup.making import last, make
from station.backup.restoring import Wish, restore
from station.errors import BookUnreachable, Trouble, UsageTrouble, VerificationFailed
from station.home import Home
from station.orders import belts, months, roles
from station.orders.all_tables import METADATA
from station.orders.engine import connect, make_ready, reading, writing
from station.orders.orderbook import OrderBook
from station.orders.put_back import PERHAPS_DRAWN
from station.orders.relay import Relay
from station.orders.retiring import month_start
from station.orders.tables import deadline_acts, events, orders, people, waybill_numbers
from tests.orders.conftest import put_order
from tests.orders.recorded import Recorded, packed

NOW_US = 1_700_000_000_000_000
JAN_US = month_start("2024-01", 2**60)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A book with odd text, entries of two months, numbers and an act that the database numbered."""
    book = OrderBook.open(url)
    put_order(book.engine, "1", {"A": 1}, name="张示例\t\\N\n", phone="13800000000")
    with writing(book.engine) as connection:
        months.open_month(connection, JAN_US)
        row = {"bench": "B09", "epoch": 1, "kind": "ItemPacked", "packer": "", "header": "{}"}
        connection.execute(insert(events), [row | {"seq": seq, "wall_us": JAN_US + seq} for seq in range(3)])
        connection.execute(insert(deadline_acts), [{"order_no": "1", "at_us": 1, "act": "x"} for _ in range(3)])
        person = {"badge": "W1", "pseudonym": "P001", "name": "林晓", "language": "en", "language_us": 7}
        connection.execute(insert(people).values(person))
        for at, state in enumerate(("free", "sent")):
            number = {"number": f"YT{at}", "service": "yto", "state": state, "position": at, "changed_us": 1}
            connection.execute(insert(waybill_numbers).values(number))
    yield book.engine
    book.close()


def _rows(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=str)
        for table in METADATA.sorted_tables
    }


def _all(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    with reading(engine) as connection:
        return _rows(connection)


def _restore(home: Home, engine: Engine, file: Path, *, now_us: int = NOW_US, **wish: Any) -> Any:
    return restore(home, engine, file, Wish(**wish), of_bench="B01", now_us=now_us, begin=None)


def _make(home: Home, engine: Engine, target: Path) -> Path:
    return make(home, engine, target, of_bench="B01", now_us=NOW_US).file


def test_what_comes_out_is_what_went_in(engine: Engine, home: Home, tmp_path: Path) -> None:
    """Every row of every table, triggers and months too; what was there is saved first, and numbers go on counting."""
    before = _all(engine)
    file = _make(home, engine, tmp_path)
    assert file.name == f"B01-20231114T221320Z{SUFFIX}"
    with writing(engine) as connection:
        connection.execute(update(orders).values(state="cancelled"))
    put_order(engine, "2", {"A": 1})
    with pytest.raises(UsageTrouble, match="already"):
        _restore(home, engine, file)
    done = _restore(home, engine, file, replace=True, keep_numbers=True)
    assert _all(engine) == before
    with reading(engine) as connection:
        assert belts.missing(connection) == months.missing(connection) == ()
        assert connection.dialect.name == "sqlite" or "events_2024_01" in months.partitions(connection)
    with writing(engine) as connection:
        added = connection.execute(insert(deadline_acts).values(order_no="1", at_us=2, act="y"))
        assert added.inserted_primary_key is not None
        assert added.inserted_primary_key[0] == 4
    _restore(home, engine, done.saved, now_us=NOW_US + 1_000_000, replace=True, keep_numbers=True)
    assert len(_all(engine)["orders"]) == 2


def test_two_backups_in_one_second(engine: Engine, home: Home, tmp_path: Path) -> None:
    """Each has a name of its own: two restores in a row save what was there twice."""
    first, second = _make(home, engine, tmp_path), _make(home, engine, tmp_path)
    assert first != second
    assert zipfile.is_zipfile(first)
    assert zipfile.is_zipfile(second)


def test_an_empty_book_takes_a_backup(engine: Engine, home: Home, tmp_path: Path) -> None:
    """Nothing is there to be saved; the age of the last backup is that of the one that was made."""
    file = _make(home, engine, tmp_path / "named")
    told = last(home)
    assert told is not None
    assert (told.at_us, told.file) == (NOW_US, str(tmp_path / "named"))
    other = connect(f"sqlite:///{tmp_path / 'other.db'}")
    if engine.dialect.name == "sqlite":
        assert _restore(home, other, file, keep_numbers=True).saved is None
        assert _all(other) == _all(engine)
    else:
        with pytest.raises(UsageTrouble, match="book on postgresql"):
            _restore(home, other, file)
    other.dispose()


def _numbers_after(engine: Engine, home: Home, folder: Path, of_bench: str) -> dict[str, str]:
    file = make(home, engine, folder, of_bench=of_bench, now_us=NOW_US).file
    done = restore(home, engine, file, Wish(replace=True), of_bench=of_bench, now_us=NOW_US + 1, begin=None)
    with reading(engine) as connection:
        rows = connection.execute(select(waybill_numbers.c.state, waybill_numbers.c.note)).all()
    states = {row.state: row.note for row in rows}
    assert done.numbers == ("void" in states)
    return states


def test_numbers_perhaps_drawn_since(engine: Engine, home: Home, tmp_path: Path) -> None:
    """In a book of many benches a free number of a backup may be on a parcel: it is set aside."""
    assert _numbers_after(engine, home, tmp_path, "B01") == {"void": PERHAPS_DRAWN, "sent": ""}


def test_numbers_of_the_only_bench_stay(engine: Engine, home: Home, tmp_path: Path) -> None:
    """A book in a file that one bench alone packs from: its ledger says what was drawn. A server's are set aside."""
    shared = engine.dialect.name == "postgresql"
    kept = _numbers_after(engine, home, tmp_path, "B09")
    assert kept == ({"void": PERHAPS_DRAWN, "sent": ""} if shared else {"free": "", "sent": ""})


def test_benches_bring_what_a_restored_book_lacks(engine: Engine, home: Home, tmp_path: Path) -> None:
    """Entries that came after the backup come again from the ledger that has them, each once, by relays old and new."""
    ledger = Recorded()
    book = OrderBook.open(engine.url.render_as_string(hide_password=False))
    ledger.add(packed("A"), order="1")
    carrying = Relay(ledger, log="acme/B01/1")
    carrying(book)
    file = _make(home, engine, tmp_path)
    ledger.add(packed("A"), packed("A"), order="1")
    carrying(book)
    _restore(home, engine, file, replace=True, keep_numbers=True)
    mine = select(func.count()).select_from(events).where(events.c.bench == "B01")
    with reading(engine) as connection:
        assert connection.execute(mine).scalar_one() == 1
    ledger.add(packed("A"), order="1")
    for relay in (carrying, Relay(ledger, log="acme/B01/1")):
        assert relay(book) == 0
        with reading(engine) as connection:
            assert connection.execute(mine).scalar_one() == ledger.size
    book.close()


@pytest.mark.postgres
def test_the_office_backs_up_and_the_admin_restores(
    server_url: str,
    home: Home,
    tmp_path: Path,
) -> None:
    """Rights of other roles do not do, and every role has its own again afterwards."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
        for role in ("bench", "office", "admin"):
            connection.execute(f"DROP ROLE IF EXISTS backup_{role}".encode())
    engine = connect(server_url)
    make_ready(engine, create=True)
    with writing(engine) as laying:
        roles.lay(laying)
        for role in ("bench", "office", "admin"):
            laying.exec_driver_sql(roles.user_statement(f"backup_{role}", f"sealbench_{role}"))
    put_order(engine, "1", {"A": 1}, name="张示例")
    bench, office, admin = (_as(server_url, role) for role in ("bench", "office", "admin"))
    with pytest.raises(BookUnreachable, match="may not do that"):
        _make(home, bench, tmp_path / "refused")
    assert not list(tmp_path.glob("refused*"))
    file = _make(home, office, tmp_path / "b")
    with pytest.raises(Trouble):
        _restore(home, office, file, replace=True)
    _restore(home, admin, file, now_us=NOW_US + 1_000_000, replace=True)
    with writing(bench) as connection:
        months.open_month(connection, JAN_US)
        assert connection.execute(select(orders.c.name)).scalar_one() == "张示例"
    for each in (engine, bench, office, admin):
        each.dispose()
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
        for role in ("bench", "office", "admin"):
            connection.execute(f"DROP ROLE backup_{role}".encode())


def _as(url: str, role: str) -> Engine:
    return connect(make_url(url).set(username=f"backup_{role}").render_as_string(hide_password=False))


def _harm_byte(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.seek(200)
        stream.write(b"X" * 300)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-30])


def _lose_list(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as emptied:
        emptied.writestr("x", "")


def _newer(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as newer:
        newer.writestr(LIST, '{"format":2,"program":"9","at_us":1,"of_bench":"B01","parts":[]}')


@pytest.mark.parametrize("harm", [_harm_byte, _cut, _lose_list, _newer])
def test_a_damaged_backup_changes_nothing(engine: Engine, home: Home, tmp_path: Path, harm: Any) -> None:
    """One sentence, and the book is as it was."""
    file = _make(home, engine, tmp_path)
    harm(file)
    before = _all(engine)
    with pytest.raises(VerificationFailed, match="backup") as caught:
        _restore(home, engine, file, replace=True)
    assert "\n" not in caught.value.sentence()
    assert _all(engine) == before


def test_a_place_that_cannot_be_written(engine: Engine, home: Home, tmp_path: Path) -> None:
    """No folder, a file that is there: nothing is made, nothing is left."""
    there = tmp_path / "there"
    there.write_text("x")
    for target in (tmp_path / "none" / "b", there):
        with pytest.raises(Trouble):
            _make(home, engine, target)
    assert there.read_text() == "x"
    assert not list(tmp_path.glob("*.part"))


def test_put_back_over_a_book_whose_roles_were_laid(server_url: str, home: Home, tmp_path: Path) -> None:
    """By the server's own user, over tables and functions that belong to the administrator."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    book = OrderBook.open(make_url(server_url).render_as_string(hide_password=False))
    with writing(book.engine) as connection:
        months.open_month(connection, JAN_US)
        roles.lay(connection)
    before = _all(book.engine)
    _restore(home, book.engine, _make(home, book.engine, tmp_path), replace=True)
    assert _all(book.engine) == before
    book.close()
