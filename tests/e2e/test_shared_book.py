"""A bench whose order book is a server that others share: away at its start, away while it packs, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from threading import current_thread, main_thread
from time import monotonic

import psycopg
import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, event, func, make_url, select

from station import book_line
from station.goods_copy import recognise
from station.home import Home
from station.orders import roles, server
from station.orders.engine import reading, writing
from station.orders.orderbook import OrderBook
from station.orders.tables import parcels
from tests.e2e.parcel import ORDER, PARCEL_G, pack
from tests.e2e.rig import Rig, Told, press, rig, verdict, weight
from tests.e2e.warehouse import COASTER, FILE_PRINTER, MUG, TRAY, open_orders, prepare, state_of
from tests.orders.flaky_proxy import FlakyProxy

pytestmark = pytest.mark.postgres


@pytest.fixture
def proxy(server_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[FlakyProxy]:
    """An empty database behind a line that can fail."""
    monkeypatch.setattr(server, "STATEMENT_TIMEOUT_MS", 500)
    monkeypatch.setattr(server, "SILENCE_MARGIN_MS", 500)
    monkeypatch.setattr(server, "CONNECT_TIMEOUT_S", 2)
    monkeypatch.setattr(book_line, "REST_US", 300_000)
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    with FlakyProxy.before(server_url) as running:
        yield running


@pytest.fixture
def shared_home(home: Home, proxy: FlakyProxy) -> Home:
    """SO-1 and a printer that writes files; somebody who may sign in; the bench has no more rights than a bench."""
    prepare(home, ORDER, settings=f'[bench]\norderbook = "{proxy.url}"\n{FILE_PRINTER}')
    book = OrderBook.open(proxy.url)
    book.add_person("P7", name="林晓")
    with writing(book.engine) as connection:
        roles.lay(connection)
        connection.exec_driver_sql("DROP ROLE IF EXISTS bench01")
        connection.exec_driver_sql(roles.user_statement("bench01", roles.BENCH))
    book.close()
    own = make_url(proxy.url).set(username="bench01").render_as_string(hide_password=False)
    home.settings_file.write_text(f'[bench]\norderbook = "{own}"\n{FILE_PRINTER}', encoding="utf-8")
    return home


def timed(bench: Rig, *lines: str | dict[str, object]) -> float:
    """The longest that an answer to one of these took, in seconds."""
    longest_s = 0.0
    for line in lines:
        begun = monotonic()
        bench.says(line)
        longest_s = max(longest_s, monotonic() - begun)
    return longest_s


def about_the_book(told: Told) -> bool:
    """That it went, or is there again."""
    return "DeviceChanged" in told["events"] and "order book" in told["headline"]["en"].lower()


def seal(bench: Rig) -> None:
    """What was scanned is weighed, printed, and its label scanned back."""
    bench.says(weight(PARCEL_G))
    assert bench.says(str(bench.waits_for_event("LabelPrinted")["waybill"]))["stage"] == "sealed"


def arrives(home: Home, qtbot: QtBot) -> None:
    """The seal comes to the book, once."""

    def sealed() -> None:
        assert state_of(home, "SO-1") == "sealed"

    qtbot.waitUntil(sealed, timeout=20_000)
    book = open_orders(home)
    with reading(book.engine) as connection:
        assert connection.execute(select(func.count()).select_from(parcels)).scalar_one() == 1
    book.close()


def test_start_without_the_book(shared_home: Home, proxy: FlakyProxy, qtbot: QtBot) -> None:
    """A bench whose server is away starts, says so, and packs as soon as it answers; who may sign in is known."""
    with rig(shared_home, qtbot):
        pass  # the first start learns who may pack
    proxy.hang_up()
    with rig(shared_home, qtbot) as bench:
        assert "P7" in bench.bench.host.bench.rules.roster
        assert verdict(bench.says("SO-1")) == ("idle", "attention", "book_unreachable")
        told = bench.waits_for(about_the_book)
        proxy.clear()
        bench.waits_for(lambda later: about_the_book(later) and later["seq"] > told["seq"])
        pack(bench)
        seal(bench)
        arrives(shared_home, qtbot)


@pytest.mark.parametrize("fault", ["hang_up", "swallow", "refuse"])
def test_the_line_drops_while_a_parcel_is_packed(
    shared_home: Home, proxy: FlakyProxy, qtbot: QtBot, fault: str
) -> None:
    """What was claimed is packed to its end without the book, no scan waits for it, and it hears of it later."""
    with rig(shared_home, qtbot) as bench:
        assert bench.says("SO-1")["stage"] == "packing"
        getattr(proxy, fault)()
        assert timed(bench, TRAY, COASTER, COASTER) < 1.0
        seal(bench)
        proxy.clear()
        arrives(shared_home, qtbot)


def test_a_restart_in_the_midst_of_a_parcel(shared_home: Home, proxy: FlakyProxy, qtbot: QtBot) -> None:
    """The order that was open is packed on after a restart without the book."""
    with rig(shared_home, qtbot) as bench:
        bench.all("SO-1", TRAY)
    proxy.hang_up()
    with rig(shared_home, qtbot) as bench:
        assert bench.all(COASTER, COASTER)["stage"] == "weighing"
        seal(bench)
        proxy.clear()
        arrives(shared_home, qtbot)


def test_a_wrong_item_is_named_without_the_book(shared_home: Home, proxy: FlakyProxy, qtbot: QtBot) -> None:
    """Goods that are not of the order are told from their copy here: by code and by number, the line being down."""
    with rig(shared_home, qtbot) as bench:
        bench.says("SO-1")
        qtbot.waitUntil(lambda: recognise(shared_home.goods_file, MUG) is not None, timeout=20_000)
        proxy.swallow()
        for wrong in (MUG, "MUG-330-W"):
            assert verdict(bench.says(wrong)) == ("stopped", "stop", "not_in_order")
            stop = bench.bench.host.bench.job.stop
            assert stop is not None
            assert stop.refused is not None
            assert (stop.refused.sku, stop.refused.picture) == ("MUG-330-W", "mug-330.svg")
            bench.says(press("clear"))


def test_putting_aside_with_a_benchs_rights(shared_home: Home, qtbot: QtBot) -> None:
    """A shortage, its hold and the order given back need no more rights than a bench has."""
    with rig(shared_home, qtbot) as bench:
        bench.all("SO-1", TRAY)
        assert bench.says({"press": "hold", "owner": "purchasing"})["stage"] == "idle"

        def held() -> None:
            assert state_of(shared_home, "SO-1") == "held"

        qtbot.waitUntil(held, timeout=20_000)
        assert not [line for line in bench.told if about_the_book(line)]


def test_the_book_is_asked_on_threads_of_its_own(shared_home: Home, qtbot: QtBot) -> None:
    """From the first scan to the seal no statement runs on the thread of scans and screen."""
    here: list[str] = []
    elsewhere: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        (here if current_thread() is main_thread() else elsewhere).append(statement)

    with rig(shared_home, qtbot) as bench:
        event.listen(Engine, "before_cursor_execute", hear)
        try:
            pack(bench)
            seal(bench)
            bench.says(press("next"))
        finally:
            event.remove(Engine, "before_cursor_execute", hear)
    assert here == []
    assert elsewhere
