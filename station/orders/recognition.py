"""What a scanned code is, beyond the open order: one indexed statement on one held connection.

A scan waits for this, so the statement is compiled once and goes straight to the driver (a tenth of a millisecond
with a million orders in the book). Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Any

from sqlalchemy import Engine, Select, bindparam, literal_column, select, union_all

from station.orders.cell_codes import cell_named
from station.orders.engine import told
from station.orders.goods_names import known_goods
from station.orders.picking_tables import pick_orders
from station.orders.tables import barcodes, order_lines, orders, products, serials, waybill_numbers
from station.packing.inputs import Known, KnownAs
from station.packing.model import OrderNo, barcode_key

_nothing: Any = literal_column("NULL")


def _meaning(rank: int, kind: KnownAs, *, sku: Any = _nothing, order: Any = _nothing) -> Select[Any]:
    """One row at most, in columns of one shape for the union."""
    return select(
        literal_column(str(rank)).label("rank"),
        literal_column(f"'{kind.value}'").label("kind"),
        sku.label("sku"),
        order.label("order_no"),
    ).limit(1)


_code: Any = bindparam("code")
_key: Any = bindparam("key")

_meanings = (
    _meaning(1, KnownAs.WAYBILL, order=waybill_numbers.c.order_no).where(
        waybill_numbers.c.number == _code, waybill_numbers.c.order_no.is_not(None)
    ),
    _meaning(2, KnownAs.WAYBILL, order=orders.c.number).where(orders.c.waybill == _code),
    _meaning(3, KnownAs.ORDER, order=orders.c.number).where(orders.c.number == _code),
    _meaning(4, KnownAs.PRODUCT, sku=barcodes.c.sku).where(barcodes.c.key == _key),
    _meaning(5, KnownAs.PRODUCT, sku=products.c.sku).where(products.c.sku == _code),
    _meaning(6, KnownAs.PRODUCT, sku=order_lines.c.sku).where(order_lines.c.sku == _code),
    _meaning(7, KnownAs.ORDER, order=orders.c.number).where(orders.c.tote == _code),
)

_statement = union_all(*(select(meaning.subquery()) for meaning in _meanings))
_product = select(products.c.name, products.c.name_en, products.c.variant, products.c.picture).where(
    products.c.sku == _code
)
_taken = select(serials.c.order_no).where(serials.c.sku == _code, serials.c.serial == bindparam("serial"))


_celled = (
    select(pick_orders.c.order_no)
    .where(pick_orders.c.batch_id == bindparam("batch"), pick_orders.c.cell == bindparam("cell"))
    .order_by(pick_orders.c.position)
)


class Recogniser:
    """``recognise`` on a connection of its own, usable from any thread, one at a time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn = Lock()
        self._held: Any = None
        self._what = _Compiled(engine, _statement)
        self._product = _Compiled(engine, _product)
        self._serial = _Compiled(engine, _taken)
        self._cell = _Compiled(engine, _celled)

    def recognise(self, code: str) -> Known | None:
        with self._turn, told(self._engine):
            rows = self._rows(self._what, {"code": code, "key": barcode_key(code)})
            if not rows:
                return self._in_cell(code)
            _rank, kind, sku, order = min(rows, key=lambda row: row[0])
            if sku is None:
                return Known(kind=KnownAs(kind), order=OrderNo(order))
            return self._goods(sku)

    def serial_order(self, sku: str, serial: str) -> OrderNo | None:
        with self._turn, told(self._engine):
            rows = self._rows(self._serial, {"code": sku, "serial": serial})
            return OrderNo(rows[0][0]) if rows else None

    def _in_cell(self, code: str) -> Known | None:
        """A cell's code of the sort wall stands for the order in it."""
        named = cell_named(code)
        rows = self._rows(self._cell, {"batch": named[0], "cell": named[1]}) if named else []
        return Known(kind=KnownAs.ORDER, order=OrderNo(rows[0][0])) if rows else None

    def _goods(self, sku: str) -> Known:
        rows = self._rows(self._product, {"code": sku})
        name, english, variant, picture = rows[0] if rows else ("", "", "", "")
        return known_goods(sku, name, english, variant, picture)

    def _rows(self, statement: _Compiled, values: Mapping[str, str | int]) -> list[Any]:
        if self._held is None:
            self._held = _autocommitting(self._engine)
        try:
            cursor = self._held.cursor()
            cursor.execute(statement.sql, statement.arguments(values))
            found: list[Any] = cursor.fetchall()
            cursor.close()
        except self._engine.dialect.loaded_dbapi.Error:
            self.close()  # the next scan tries a fresh connection
            raise
        return found

    def close(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.close()


def _autocommitting(engine: Engine) -> Any:
    """The driver's connection without a transaction: an idle reader would keep the WAL from being checkpointed."""
    held = engine.raw_connection()
    if engine.dialect.name == "postgresql":
        driver: Any = held.driver_connection
        driver.autocommit = True
    held.detach()
    return held


class _Compiled:
    """A statement in the driver's own words, and how it takes its values."""

    def __init__(self, engine: Engine, statement: Any) -> None:
        compiled = statement.compile(dialect=engine.dialect)
        self.sql = str(compiled)
        self._order: list[str] | None = compiled.positiontup
        self._fixed = {
            name: value for name, value in compiled.construct_params(_check=False).items() if value is not None
        }

    def arguments(self, values: Mapping[str, str | int]) -> Any:
        every = {**self._fixed, **values}
        return every if self._order is None else tuple(every[name] for name in self._order)
