"""What a fleet packs: orders of one to three pieces, their products, and waybill numbers; and what of it is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import func, select

from station.orders import roles
from station.orders.engine import insert_many, reading, writing
from station.orders.orderbook import OrderBook
from station.orders.tables import order_lines, orders
from station.packing.model import OrderState
from tests.e2e.warehouse import waybills
from tests.orders.conftest import YTO, put_product
from tests.orders.racing import BATCH
from tests.orders.recorded import T0

PIECE_G = 410
BARCODES = {f"SKU-{n}": code for n, code in enumerate(("6900000434017", "6900000434031", "6900000434130"))}
RECEIVER = {
    "name": "林晓", "phone": "13800000001", "province": "浙江省", "city": "示例市", "district": "样本区",
    "street": "虚构路 1 号",
}  # fmt: skip
BENCH_USER = "fleetbench"


def fill(url: str, count: int, *, numbers: int) -> None:
    """A book with orders, numbers, and a user for benches with no more rights than benches have."""
    book = OrderBook.open(url)
    for sku, code in BARCODES.items():
        put_product(book.engine, sku, {code: 1}, name=sku, weight_mg=PIECE_G * 1000)
    for start in range(0, count, BATCH):
        some = range(start, min(start + BATCH, count))
        with writing(book.engine) as connection:
            insert_many(connection, orders, [_order(n) for n in some])
            insert_many(connection, order_lines, [line for n in some for line in _lines(n)])
    book.add_numbers(waybills(numbers), YTO, now_us=T0)
    with writing(book.engine) as connection:
        roles.lay(connection)
        connection.exec_driver_sql(roles.user_statement(BENCH_USER, roles.BENCH))
    book.close()


def left(book: OrderBook, ended: Iterable[OrderState] = (OrderState.SEALED, OrderState.CANCELLED)) -> int:
    """Orders that are neither packed nor cancelled."""
    with reading(book.engine) as connection:
        wanted = select(func.count()).select_from(orders).where(orders.c.state.not_in(tuple(ended)))
        return int(connection.execute(wanted).scalar_one())


def _order(n: int) -> dict[str, object]:
    return {
        "number": f"F-{n:06d}", "platform": "taobao", "shop": "demo", "state": "ready", "country": "CN", "revision": 1,
        "has_head": True, "has_lines": True, "due_us": T0 + 3_600_000_000 * (1 + n % 4), "paid_us": T0 + n,
        "single_sku": "SKU-0" if not n % 3 else None, **RECEIVER,
    }  # fmt: skip


def _lines(n: int) -> Iterator[dict[str, object]]:
    for position in range(n % 3 + 1):
        sku = f"SKU-{position}"
        yield {"order_no": f"F-{n:06d}", "position": position, "sku": sku, "quantity": 1, "kind": "goods"}
