"""A carrier's answer to a batch: which order got which number. All rows are taken, or none.

A number that comes while its order is open at a bench is found there by itself: the bench asks again each second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from station.errors import SettingsTrouble, Trouble, UsageTrouble
from station.home import Home
from station.orders.batch_template import header_row, in_one_line, table_in
from station.orders.carrier_batches import told_to
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.pool import give, why_not
from station.orders.sheet import cell_text, header_key
from station.orders.upload import meaning_of
from station.packing.model import Order, OrderState
from station.packing.routing import Routing, Service, choose

NEEDED = ("order", "waybill")
ROWS_MAX = 100_000
FAULTS_MAX = 10_000


class AnswerColumns(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The headers under which a carrier's answer gives them, as taught."""

    order: str = ""
    waybill: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    row: int
    order: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFault:
    row: int
    order: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """With a fault nothing was taken."""

    given: int = 0
    unchanged: int = 0
    faults: tuple[AnswerFault, ...] = field(default=())


def read_answer(
    file: Path, home: Home, service: Service, routing: Routing, *, maps: Sequence[str]
) -> tuple[tuple[AnswerRow, ...], AnswerColumns]:
    """The rows of the carrier's answer file.

    Raises:
        Trouble: it cannot be read, has no column for order or number, or is another service's.
        UsageTrouble: a word of ``maps`` names no column, or no meaning.
    """
    table = table_in(file)
    above, headers = header_row(table)
    taught = _taught(_recall(home, service), headers, maps)
    places = _places(headers, taught)
    missing = [name for name in NEEDED if name not in places]
    if missing:
        what = f"the file has no column for the {missing[0]} number; it has: {in_one_line(headers)}"
        raise Trouble(what, where=file.name, remedy=f'Say which it is: --map "COLUMN={missing[0]}".')
    first = table.first_row - 1 + len(above)
    cells = [tuple(map(cell_text, row)) for row in table.rows[len(above) :]]
    if len(cells) > ROWS_MAX:
        raise Trouble(f"the file has more than {ROWS_MAX} rows", where=file.name, remedy="Split it.")
    _refuse_other_marker(cells, places, service, routing, file)
    rows = tuple(_rows(cells, places, first + 1))
    if not rows:
        raise Trouble("the file has no rows under its headers", where=file.name)
    return rows, taught


def _taught(kept: AnswerColumns, headers: Sequence[str], maps: Sequence[str]) -> AnswerColumns:
    """What was kept, with what a person says now in its place."""
    known = {header_key(header): header for header in reversed(headers) if header}
    taught = msgspec.structs.asdict(kept)
    for word in maps:
        column, equals, name = (part.strip() for part in word.rpartition("="))
        if not equals or name not in NEEDED or header_key(column) not in known:
            what = f"--map {word!r} is no COLUMN=order or COLUMN=waybill of this file"
            raise UsageTrouble(what, remedy=f"Its columns: {in_one_line(headers)}.")
        taught[name] = known[header_key(column)]
    return AnswerColumns(**taught)


def _places(headers: Sequence[str], taught: AnswerColumns) -> dict[str, int]:
    """Column of each field: as taught where the file has that header, else as its headers say."""
    keys = {header_key(header): at for at, header in reversed(list(enumerate(headers))) if header}
    found = {
        name: keys[header_key(header)]
        for name, header in msgspec.structs.asdict(taught).items()
        if header and header_key(header) in keys
    }
    for at, header in enumerate(headers):
        name = meaning_of(header) if header else None
        if name is not None:
            found.setdefault(name, at)
    return found


def _rows(cells: Sequence[Sequence[str]], places: Mapping[str, int], first: int) -> Iterator[AnswerRow]:
    order, waybill = places["order"], places["waybill"]
    for number, row in enumerate(cells, start=first):
        if any(row):
            yield AnswerRow(row=number, order=_cell(row, order), number=_cell(row, waybill).upper().replace(" ", ""))


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _refuse_other_marker(
    cells: Sequence[Sequence[str]], places: Mapping[str, int], service: Service, routing: Routing, file: Path
) -> None:
    """Our own batch files say in each row whose they are."""
    if "template" not in places:
        return
    for row in cells:
        marked = _cell(row, places["template"]).rpartition("/")[2].strip()
        if marked in routing.services and marked != service.id:
            raise Trouble(f"this is a batch of {marked}, not of {service.id}", where=file.name)


def take(
    book: OrderBook, rows: Sequence[AnswerRow], service: Service, routing: Routing, *, file: str, now_us: int
) -> Taken:
    """Give the orders their numbers; with one fault nothing changes."""
    twice = _twice(rows)
    copies = {row.order: book.order_copy(row.order) for row in rows}
    with writing(book.engine) as connection:
        faults = [
            AnswerFault(row=row.row, order=row.order, message=message)
            for row in rows
            if (message := twice.get(row.row) or _fault(connection, row, copies, service, routing))
        ]
        if faults:
            return Taken(faults=tuple(faults[:FAULTS_MAX]))
        note = f"from {file}"
        given = sum(give(connection, row.order, row.number, service, note=note, now_us=now_us) for row in rows)
    return Taken(given=given, unchanged=len(rows) - given)


def _twice(rows: Sequence[AnswerRow]) -> dict[int, str]:
    """Rows whose order or number stands in an earlier row."""
    orders: dict[str, int] = {}
    numbers: dict[str, int] = {}
    found: dict[int, str] = {}
    for row in rows:
        if row.order and orders.setdefault(row.order, row.row) != row.row:
            found[row.row] = f"order {row.order} stands in row {orders[row.order]} already"
        elif row.number and numbers.setdefault(row.number, row.row) != row.row:
            found[row.row] = f"the number {row.number[:64]} stands in row {numbers[row.number]} already"
    return found


def _fault(
    connection: Connection, row: AnswerRow, copies: Mapping[str, Order | None], service: Service, routing: Routing
) -> str:
    if not row.order:
        return "the order number is missing"
    if not row.number:
        return "the carrier gave no number"
    if fault := why_not(connection, row.order, row.number, service):
        return fault
    return _belongs_elsewhere(connection, row.order, copies[row.order], service, routing)


def _belongs_elsewhere(
    connection: Connection, order_no: str, copy: Order | None, service: Service, routing: Routing
) -> str:
    """Why the order is not this service's; a number for it would be void at the next bench."""
    assert copy is not None, "why_not found the order"
    goes_by = copy.service if copy.state is OrderState.PACKING else choose(copy, routing).service
    if goes_by == service.id:
        return ""
    told = told_to(connection, order_no)
    in_batch = f", and was in batch {told[0]} of {told[1]}" if told and told[1] != service.id else ""
    return f"order {order_no} goes by {goes_by or 'no service yet'}{in_batch}"


def keep_columns(home: Home, service: Service, columns: AnswerColumns) -> None:
    """So that the next answer of this carrier needs no ``--map``."""
    import tomlkit

    file = _file(home, service)
    document = tomlkit.document()
    document.add(tomlkit.comment(f"Under which headers {service.id} answers with order and number."))
    for name, header in msgspec.structs.asdict(columns).items():
        document.add(name, tomlkit.item(header))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(tomlkit.dumps(document), encoding="utf-8")
    except OSError as error:
        raise Trouble(f"the columns cannot be kept: {error.strerror}", where=str(file)) from error


def _recall(home: Home, service: Service) -> AnswerColumns:
    file = _file(home, service)
    if not file.is_file():
        return AnswerColumns()
    try:
        return msgspec.toml.decode(file.read_bytes(), type=AnswerColumns)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        remedy = "Mend it, or delete it to start afresh."
        raise SettingsTrouble(f"the kept columns cannot be read: {error}", where=str(file), remedy=remedy) from error


def _file(home: Home, service: Service) -> Path:
    return home.mappings / f"answer-{service.id}.toml"
