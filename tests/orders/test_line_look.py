"""What the doctor says of the way to a shared order book."""

from __future__ import annotations

import psycopg
import pytest
from sqlalchemy import make_url

from station.errors import BookUnreachable
from station.orders import belts
from station.orders.engine import connect, make_ready, writing
from station.orders.line_look import FINE, look
from station.orders.roles import BENCH, lay, user_statement


def test_a_file_has_no_line() -> None:
    """A book that is a file of the home is no matter of lines, there or not."""
    assert look("sqlite:////nowhere/orders.db") == FINE


@pytest.mark.parametrize("address", ["u:secret@127.0.0.1:1/x", "u@127.0.0.1:1/x?password=secret"])
def test_a_password_in_the_settings(address: str) -> None:
    """It is told before anything is opened, with where it belongs, and not repeated."""
    worry = look(f"postgresql+psycopg://{address}")
    assert worry.grave
    assert ".pgpass" in worry.remedy
    assert "secret" not in f"{worry}"


def test_a_server_that_is_away() -> None:
    """Nothing is said of a line that is not there."""
    with pytest.raises(BookUnreachable):
        look("postgresql+psycopg://u@127.0.0.1:1/x")


@pytest.mark.postgres
def test_rights_and_triggers(server_url: str) -> None:
    """A superuser is no user for a bench; one of the bench's role is; a book without its triggers is a fault."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
        connection.execute("DROP ROLE IF EXISTS looked")
    engine = connect(server_url)
    make_ready(engine, create=True)
    assert "change the tables" in look(server_url).words
    with writing(engine) as book:
        lay(book)
        book.exec_driver_sql(user_statement("looked", BENCH))
    assert look(make_url(server_url).set(username="looked").render_as_string(hide_password=False)) == FINE
    with writing(engine) as book:
        belts.take_off(book)
    assert look(server_url).grave
    engine.dispose()
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP ROLE looked")
