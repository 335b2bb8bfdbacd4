"""Item first: which order an item's scan claims, on SQLite and PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event, func, insert, select, update

from station.orders import single
from station.orders.engine import connect, reading, writing
from station.orders.orderbook import OrderBook
from station.orders.picking_tables import pick_batches, pick_orders, wall_units
from station.orders.products import import_products
from station.orders.relay import Relay
from station.orders.schema import migrate, upgrade
from station.orders.single import Goods, Special, settle_single, settle_singles, single_sku, special_goods
from station.orders.source_order import SourceLine
from station.orders.tables import kit_components, order_lines, orders, products
from station.packing.events import OrderParked
from station.packing.inputs import Found, KnownAs, OrderReply
from station.packing.model import HoldReason, KeptUnits, LineKind, OrderNo, Sku
from tests.orders.conftest import ROUTING, put_order, put_product
from tests.orders.recorded import T0, Recorded, opened, packed

EAN = "4006381333931"


def _single(book: OrderBook, number: str, sku: str = "MUG", **values: Any) -> None:
    put_order(book.engine, number, {sku: 1}, single_sku=sku, **values)


def _claim(book: OrderBook, code: str = EAN, bench: str = "B01", **more: Any) -> OrderReply:
    return book.claim(code, bench=bench, now_us=T0, routing=ROUTING, items=True, **more)


def _number(reply: OrderReply) -> str | None:
    return reply.order.number if reply.found is Found.CLAIMED and reply.order else None


@pytest.fixture
def mugs(book: OrderBook) -> OrderBook:
    """A mug with its code and its carton's."""
    put_product(book.engine, "MUG", {EAN: 1, "16901234567899": 12}, name="Mug", picture="mug.png")
    return book


def test_the_most_urgent_order_of_just_this_unit_is_claimed(mugs: OrderBook) -> None:
    """An expedited one first, then by deadline; larger orders, held ones and those of other goods stay."""
    _single(mugs, "SO-late", due_us=30)
    _single(mugs, "SO-soon", due_us=20)
    _single(mugs, "SO-first", due_us=40, turn=0)
    _single(mugs, "SO-held", due_us=1, state="held")
    _single(mugs, "SO-hat", sku="HAT", due_us=1)
    put_order(mugs.engine, "SO-two", {"MUG": 2}, due_us=1)
    reply = _claim(mugs)
    assert (_number(reply), reply.item, reply.fence) == ("SO-first", True, 1)
    assert [_number(_claim(mugs)) for _ in range(3)] == ["SO-soon", "SO-late", None]


@pytest.mark.parametrize("code", ["MUG", EAN, f"0{EAN}"])
def test_a_sku_or_any_form_of_its_code_is_the_item(mugs: OrderBook, code: str) -> None:
    """The code of a piece and the SKU's own text are the same goods."""
    _single(mugs, "SO-1")
    assert _number(_claim(mugs, code)) == "SO-1"


def test_an_element_string_is_found_by_its_gtin(mugs: OrderBook) -> None:
    """A code with lot and serial is no barcode of any file; the number inside it is."""
    _single(mugs, "SO-1")
    assert _number(_claim(mugs, f"01{EAN.zfill(14)}10L1", gtin=EAN.zfill(14))) == "SO-1"


def test_goods_in_no_product_file_are_known_by_their_orders(book: OrderBook) -> None:
    """A SKU that only orders name can claim one."""
    _single(book, "SO-1", sku="LAMP")
    assert _number(_claim(book, "LAMP")) == "SO-1"
    reply = _claim(book, "LAMP")
    assert (reply.found, reply.known and reply.known.sku) == (Found.NO_SINGLE, "LAMP")


def test_what_names_an_order_goes_before_what_names_an_item(mugs: OrderBook) -> None:
    """A tote that carries an item's code is a tote."""
    _single(mugs, "SO-1")
    put_order(mugs.engine, "SO-2", {"MUG": 2}, tote=EAN)
    reply = _claim(mugs)
    assert (_number(reply), reply.item) == ("SO-2", False)


def test_without_a_single_the_larger_orders_are_counted(mugs: OrderBook) -> None:
    """What the item is, and how many orders of more units wait for it; a carton's code stands for more than one."""
    for number in range(3):
        put_order(mugs.engine, f"SO-{number}", {"MUG": 2})
    put_order(mugs.engine, "SO-hat", {"HAT": 2})
    put_order(mugs.engine, "SO-held", {"MUG": 2}, state="held")
    reply = _claim(mugs)
    assert (reply.found, reply.waiting, reply.units) == (Found.NO_SINGLE, 3, 1)
    assert reply.known is not None
    assert (reply.known.kind, reply.known.name, reply.known.picture) == (KnownAs.PRODUCT, "Mug", "mug.png")
    _single(mugs, "SO-one")
    carton = _claim(mugs, "16901234567899")
    assert (carton.found, carton.units) == (Found.NO_SINGLE, 12)


def test_an_unknown_code_is_no_item(mugs: OrderBook) -> None:
    """Nobody knows it: no such order, as before."""
    assert _claim(mugs, "5012345678900").found is Found.UNKNOWN
    assert mugs.claim(EAN, bench="B01", now_us=T0, routing=ROUTING).found is Found.UNKNOWN


def test_a_bench_claims_what_its_place_ships(mugs: OrderBook) -> None:
    """Another place's order is not taken, nor counted; one without a place is anybody's."""
    _single(mugs, "SO-north", ship_from="north", due_us=1)
    _single(mugs, "SO-south", ship_from="south", due_us=2)
    _single(mugs, "SO-any", due_us=3)
    assert [_number(_claim(mugs, place="south")) for _ in range(3)] == ["SO-south", "SO-any", None]
    assert _number(_claim(mugs)) == "SO-north"


def test_goods_that_lie_in_a_cell_or_come_in_a_tote_are_packed_from_there(mugs: OrderBook) -> None:
    """Neither an order of a batch for the wall nor one whose unit is sorted is claimed by another unit."""
    for number in ("SO-wall", "SO-tote", "SO-loose"):
        _single(mugs, number, due_us=1 if number != "SO-loose" else 2)
    with writing(mugs.engine) as connection:
        for batch, alone in ((1, False), (2, True)):
            values = {"id": batch, "single": alone, "opened_us": T0, "opened_by": "W1"}
            connection.execute(insert(pick_batches).values(values))
        for number, batch in (("SO-tote", 1), ("SO-loose", 2)):
            values = {"batch_id": batch, "order_no": number, "cell": 1, "live": True}
            connection.execute(insert(pick_orders).values(values))
        unit = {"batch_id": 1, "order_no": "SO-wall", "position": 0, "ordinal": 1, "scan_id": "s1", "sku": "MUG"}
        connection.execute(
            insert(wall_units).values(unit | {"units": 1, "code": EAN, "cell": 4, "by": "W1", "at_us": T0})
        )
    assert [_number(_claim(mugs)) for _ in range(2)] == ["SO-loose", None]


def test_an_order_whose_unit_was_packed_and_put_aside_waits_for_that_unit(mugs: OrderBook) -> None:
    """Its mug lies in a tote with it; the mug in hand goes to the next order."""
    _single(mugs, "SO-1", due_us=1)
    _single(mugs, "SO-2", due_us=2)
    assert _number(_claim(mugs)) == "SO-1"
    ledger = Recorded()
    kept = (KeptUnits(line=0, sku=Sku("MUG"), units=1, code=EAN),)
    parked = OrderParked(order=OrderNo("SO-1"), why="hold", fence=1, kept=kept)
    ledger.add(opened("SO-1"), packed("MUG"), parked, order="SO-1")
    Relay(ledger, log=ledger.log)(mugs)
    assert [_number(_claim(mugs)) for _ in range(2)] == ["SO-2", None]


def test_a_kit_is_no_single_and_a_joint_order_neither(mugs: OrderBook) -> None:
    """What is scanned are a kit's parts; an order that shares its waybill is packed with the others."""
    put_product(mugs.engine, "SET", {"6901234567892": 1})
    with writing(mugs.engine) as connection:
        connection.execute(insert(kit_components).values(kit="SET", sku="MUG", quantity=2))
    _single(mugs, "SO-kit", sku="SET")
    _single(mugs, "SO-joint", joined_to="SO-joint")
    assert _claim(mugs, "6901234567892").found is Found.NO_SINGLE
    assert _claim(mugs).found is Found.NO_SINGLE


def test_a_hold_that_is_not_in_the_state_yet_keeps_the_order(mugs: OrderBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """An order that the claim refuses is passed over, and there is an end to trying."""
    _single(mugs, "SO-1", due_us=1)
    _single(mugs, "SO-2", due_us=2)
    mugs.hold("SO-1", HoldReason.DISPUTE, now_us=T0)
    with writing(mugs.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == "SO-1").values(state="ready"))
    assert [_number(_claim(mugs)) for _ in range(2)] == ["SO-2", None]


def test_two_benches_never_claim_one_order(mugs: OrderBook, url: str) -> None:
    """Eight benches scan the same item at once, over and over: each order goes to one of them, none is left."""
    for number in range(24):
        _single(mugs, f"SO-{number:02}", due_us=number)

    def bench(name: int) -> list[str]:
        book = OrderBook.open(url)
        try:
            taken = []
            while (number := _number(_claim(book, bench=f"B{name}"))) is not None:
                taken.append(number)
            return taken
        finally:
            book.close()

    with ThreadPoolExecutor(8) as pool:
        taken = [number for numbers in pool.map(bench, range(8)) for number in numbers]
    assert sorted(taken) == [f"SO-{number:02}" for number in range(24)]
    with reading(mugs.engine) as connection:
        assert set(connection.execute(select(orders.c.fence)).scalars()) == {1}


def _lines(*lines: tuple[str, int, LineKind]) -> list[Goods]:
    return [SourceLine(sku=sku, quantity=quantity, kind=kind) for sku, quantity, kind in lines]


@pytest.mark.parametrize(
    ("lines", "item"),
    [
        (_lines(("A", 1, LineKind.GOODS)), "A"),
        (_lines(("A", 1, LineKind.GOODS), ("V", 3, LineKind.VIRTUAL)), "A"),
        (_lines(("A", 1, LineKind.GOODS), ("TICKET", 1, LineKind.GOODS)), "A"),
        (_lines(("A", 1, LineKind.GOODS), ("S", 1, LineKind.SUPPLIER)), "A"),
        (_lines(("SET", 1, LineKind.GOODS)), None),
        (_lines(("A", 2, LineKind.GOODS)), None),
        (_lines(("A", 1, LineKind.GOODS), ("B", 1, LineKind.GIFT)), None),
        (_lines(("A", 1, LineKind.GIFT)), None),
        (_lines(("A", 1, LineKind.BY_HAND)), None),
        (_lines(("V", 1, LineKind.VIRTUAL)), None),
        ([], None),
    ],
)
def test_what_a_single_is(lines: list[Goods], item: str | None) -> None:
    """Exactly one goods unit in all: what needs no box does not count, a gift does."""
    assert single_sku(lines, Special(unpacked=frozenset({"TICKET"}), kits=frozenset({"SET"}))) == item


def test_lines_that_change_settle_it_anew(mugs: OrderBook) -> None:
    """A part split off may be a single, and a single may grow."""
    put_product(mugs.engine, "TICKET", virtual=True)
    put_order(mugs.engine, "SO-1", {"MUG": 1, "TICKET": 2})
    with writing(mugs.engine) as connection:
        settle_single(connection, "SO-1")
    assert _number(_claim(mugs)) == "SO-1"
    put_order(mugs.engine, "SO-2", {"MUG": 1}, single_sku="MUG")
    with writing(mugs.engine) as connection:
        connection.execute(update(order_lines).where(order_lines.c.order_no == "SO-2").values(quantity=2))
        settle_single(connection, "SO-2")
    assert _claim(mugs).found is Found.NO_SINGLE


@given(
    lines=st.lists(
        st.tuples(st.sampled_from(("A", "B", "TICKET", "DROP", "SET")), st.integers(1, 2), st.sampled_from(LineKind)),
        max_size=4,
    )
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_database_settles_by_the_same_rule(mugs: OrderBook, lines: list[tuple[str, int, LineKind]]) -> None:
    """What is worked out in a statement is what is worked out line by line."""
    with mugs.engine.connect() as connection:  # rolled back
        _special_products(connection)
        connection.execute(insert(orders).values(number="X", platform="p", shop="s", state="ready"))
        for position, (sku, quantity, kind) in enumerate(lines):
            row = {"order_no": "X", "position": position, "sku": sku, "quantity": quantity, "kind": kind}
            connection.execute(insert(order_lines).values(row))
        settle_single(connection, "X")
        found = connection.execute(select(orders.c.single_sku)).scalar_one()
        assert found == single_sku(_lines(*lines), special_goods(connection))


def _special_products(connection: Connection) -> None:
    for sku, values in (("TICKET", {"virtual": True}), ("DROP", {"supplier": "示例厂"}), ("SET", {})):
        connection.execute(insert(products).values(sku=sku, **values))
    connection.execute(insert(kit_components).values(kit="SET", sku="A", quantity=1))


@pytest.mark.parametrize(
    ("rows", "item"),
    [
        ("MUG,,\nTICKET,virtual,", "MUG"),
        ("MUG,,\nTICKET,,示例厂", "MUG"),
        ("MUG,virtual,\nTICKET,,", "TICKET"),
        ("MUG,,\nTICKET,,", None),
    ],
)
def test_a_product_file_settles_the_orders_of_its_goods(
    book: OrderBook, tmp_path: Path, rows: str, item: str | None
) -> None:
    """Goods named virtual or a supplier's leave one unit to pack; named otherwise again, there are two."""
    put_order(book.engine, "SO-1", {"MUG": 1, "TICKET": 1})
    for text in (rows, "MUG,,\nTICKET,,"):
        file = tmp_path / "products.csv"
        file.write_text(f"sku,class,dropship supplier\n{text}\n", "utf-8")
        import_products(book, file, now_us=T0)
        with reading(book.engine) as connection:
            found = connection.execute(select(orders.c.single_sku)).scalar_one()
        assert found == (item if text == rows else None)


def test_goods_that_become_a_kit_are_no_single(book: OrderBook, tmp_path: Path) -> None:
    """What is scanned of a kit are its parts, so that its orders leave the batches of singles."""
    _single(book, "SO-1", "SET")
    file = tmp_path / "products.csv"
    file.write_text("sku,components\nSET,POT BOWL*4\n", "utf-8")
    import_products(book, file, now_us=T0)
    with reading(book.engine) as connection:
        assert connection.execute(select(orders.c.single_sku)).scalar_one() is None


def test_many_orders_are_settled_in_a_statement(mugs: OrderBook) -> None:
    """A shop's best seller has thousands of orders: they are not asked for one by one."""
    for number in range(20):
        put_order(mugs.engine, f"SO-{number}", {"MUG": 1})
    put_order(mugs.engine, "SO-sealed", {"MUG": 1}, state="sealed")
    asked: list[str] = []
    with writing(mugs.engine) as connection:
        event.listen(connection, "before_cursor_execute", lambda *call: asked.append(call[2]))
        settle_singles(connection, ["MUG"])
        assert len(asked) == 1
        assert connection.execute(select(func.count(orders.c.single_sku))).scalar_one() == 20


def test_the_index_is_used(mugs: OrderBook) -> None:
    """A million orders must not be read for one scan."""
    item = single.Item(skus=("MUG",), units=1)
    seen: list[str] = []
    with writing(mugs.engine) as connection:
        if connection.dialect.name != "sqlite":
            pytest.skip("the server's planner needs many rows before it takes an index")
        connection.connection.driver_connection.set_trace_callback(seen.append)  # type: ignore[union-attr]
        single.next_single(connection, item, place="", tried=())
        single.larger_orders(connection, item, place="")
        connection.connection.driver_connection.set_trace_callback(None)  # type: ignore[union-attr]
        statements = [each for each in seen if "single_sku" in each]
        found, counted = (str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {each}").all()) for each in statements)
    assert "ix_orders_single" in found
    assert "ix_pick_orders_live" in found
    assert "USE TEMP B-TREE" not in found
    assert "ix_orders_queue" in counted
    assert "ix_order_lines_sku" not in counted


def test_an_older_book_learns_its_singles(url: str, request: pytest.FixtureRequest) -> None:
    """Brought up to this schema, the orders that wait know whether one item claims them."""
    engine = connect(url)
    request.addfinalizer(engine.dispose)
    rows = (("SO-1", "A", 1, "goods"), ("SO-2", "A", 2, "goods"), ("SO-3", "A", 1, "gift"), ("SO-4", "A", 1, "goods"))
    with writing(engine) as connection:
        migrate(connection, to="0009")
        connection.exec_driver_sql("INSERT INTO products (sku, virtual) VALUES ('TICKET', true)")
        for number, sku, quantity, kind in (*rows, ("SO-4", "B", 1, "gift"), ("SO-1", "TICKET", 3, "goods")):
            position = 1 if sku != "A" else 0
            if not position:
                connection.exec_driver_sql(
                    f"INSERT INTO orders (number, platform, shop, state) VALUES ('{number}', 'taobao', 'demo', 'ready')"
                )
            connection.exec_driver_sql(
                "INSERT INTO order_lines (order_no, position, sku, quantity, kind) "
                f"VALUES ('{number}', {position}, '{sku}', {quantity}, '{kind}')"
            )
    upgrade(engine)
    with reading(engine) as connection:
        found = connection.execute(select(orders.c.number, orders.c.single_sku).order_by(orders.c.number)).all()
    assert [tuple(row) for row in found] == [("SO-1", "A"), ("SO-2", None), ("SO-3", None), ("SO-4", None)]
