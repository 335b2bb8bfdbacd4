"""Control totals: orders that somebody counted before they came, and whether they all did (A7, A8).

A batch is opened with a count, or with the numbers themselves, and is closed when exactly those are in the book, or by
a named person with a reason. Its orders are packed meanwhile. Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from station.errors import Trouble, UsageTrouble
from station.orders.control_words import BatchReport, Brought, Expected, sentence
from station.orders.intake_tables import batch_orders, import_batches
from station.orders.known_orders import in_parts

NAME_MAX = 200
LIST_BYTES_MAX = 10_000_000


def join(connection: Connection, expected: Expected, *, file: str, now_us: int, who: str) -> str:
    """The batch's name; it is opened when it is new.

    Raises:
        UsageTrouble: it is closed, was opened for another count, or its count was never said.
    """
    name = expected.name or _free_name(connection, file[:NAME_MAX], expected.count)
    row = _batch(connection, name)
    if row is None:
        _open(connection, name, expected, now_us=now_us, who=who)
    elif row.closed_us is not None:
        raise UsageTrouble(f"batch {name} is closed", remedy="Give the new one another name.")
    elif expected.count not in (None, row.expected):
        remedy = "Leave --expect out, or --close it with a reason."
        raise UsageTrouble(f"batch {name} was opened for {row.expected} orders, not {expected.count}", remedy=remedy)
    return name


def _batch(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(select(import_batches).where(import_batches.c.name == name)).first()


def _free_name(connection: Connection, file: str, count: int | None) -> str:
    """The file's name; with a number behind it when that batch is another one."""
    for serial in range(1, 1_000):
        name = file if serial == 1 else f"{file} ({serial})"
        row = _batch(connection, name)
        if row is None or (row.closed_us is None and row.expected == count):
            return name
    raise UsageTrouble(f"there are too many batches called {file}", remedy="Name this one with --batch.")


def _open(connection: Connection, name: str, expected: Expected, *, now_us: int, who: str) -> None:
    if expected.count is None:
        raise UsageTrouble(f"there is no batch {name}", remedy="Say with --expect how many orders it has.")
    if len(name) > NAME_MAX:
        raise UsageTrouble(f"a batch's name has at most {NAME_MAX} characters")
    opened = {"name": name, "expected": expected.count, "opened_us": now_us, "opened_by": who}
    connection.execute(insert(import_batches).values(opened))
    rows = [{"batch": name, "order_no": number, "declared": True} for number in sorted(set(expected.numbers))]
    if rows:
        connection.execute(insert(batch_orders), rows)


def add(connection: Connection, name: str, brought: Brought) -> None:
    """What a file brought, into its batch; an order that came keeps having come."""
    rows = _rows_of(connection, name)
    new = [{"batch": name, "order_no": n} for n in sorted({*brought.numbers, *brought.refused}) if n not in rows]
    if new:
        connection.execute(insert(batch_orders), new)
    came = set(brought.numbers)
    before = {number for number in came.intersection(brought.known) if number not in rows or not rows[number].imported}
    _mark(connection, name, came, imported=True, refused="")
    _mark(connection, name, before, known=True)
    _mark(connection, name, set(brought.repeated), repeated=True)
    for number, words in brought.refused.items():
        one = (batch_orders.c.batch == name, batch_orders.c.order_no == number)
        connection.execute(update(batch_orders).where(*one, ~batch_orders.c.imported).values(refused=words))


def _mark(connection: Connection, name: str, numbers: set[str], **values: bool | str) -> None:
    for part in in_parts(sorted(numbers)):
        these = (batch_orders.c.batch == name, batch_orders.c.order_no.in_(part))
        connection.execute(update(batch_orders).where(*these).values(values))


def _rows_of(connection: Connection, name: str) -> dict[str, Row[Any]]:
    rows = connection.execute(select(batch_orders).where(batch_orders.c.batch == name))
    return {row.order_no: row for row in rows}


def settle(connection: Connection, name: str, *, now_us: int, who: str) -> BatchReport:
    """Close the batch if all of it is in; gives how it stands."""
    report = report_of(connection, name)
    if not report.open or not report.complete:
        return report
    _close(connection, name, now_us=now_us, who=who, reason="")
    return report_of(connection, name)


def close(connection: Connection, name: str, *, now_us: int, who: str, reason: str) -> BatchReport:
    """End a batch by a person's word.

    Raises:
        Trouble: there is no such batch, or it is closed.
        UsageTrouble: the count differs, and nobody says who closes it or why.
    """
    report = report_of(connection, name)
    if not report.open:
        raise Trouble(f"batch {name} is closed already")
    if not report.complete and not (who and reason):
        asks = f"{sentence(report)}; it is closed by a named person with a reason"
        raise UsageTrouble(asks, remedy="Add --reason TEXT --by WHO.")
    _close(connection, name, now_us=now_us, who=who, reason=reason)
    return report_of(connection, name)


def _close(connection: Connection, name: str, *, now_us: int, who: str, reason: str) -> None:
    ended = {"closed_us": now_us, "closed_by": who, "reason": reason}
    connection.execute(update(import_batches).where(import_batches.c.name == name).values(ended))


def report_of(connection: Connection, name: str) -> BatchReport:
    row = _batch(connection, name)
    if row is None:
        raise Trouble(f"there is no batch {name}", remedy="sealbench import --batches lists them.")
    of_it = sorted(_rows_of(connection, name).values(), key=lambda each: str(each.order_no))
    declared = any(each.declared for each in of_it)
    return BatchReport(
        name=row.name,
        expected=row.expected,
        imported=sum(each.imported for each in of_it),
        opened_us=row.opened_us,
        opened_by=row.opened_by,
        closed_us=row.closed_us,
        closed_by=row.closed_by,
        reason=row.reason,
        declared=declared,
        missing=tuple(each.order_no for each in of_it if each.declared and not each.imported),
        extra=tuple(each.order_no for each in of_it if declared and each.imported and not each.declared),
        known=tuple(each.order_no for each in of_it if each.known),
        repeated=tuple(each.order_no for each in of_it if each.repeated),
        refused={each.order_no: each.refused for each in of_it if each.refused and not each.imported},
    )


def open_batches(connection: Connection, *, limit: int) -> Sequence[BatchReport]:
    """The oldest first."""
    names = select(import_batches.c.name).where(import_batches.c.closed_us.is_(None))
    ordered = names.order_by(import_batches.c.opened_us, import_batches.c.name).limit(limit)
    return [report_of(connection, name) for name in connection.execute(ordered).scalars().all()]


def declared_numbers(path: Path) -> tuple[str, ...]:
    """The order numbers of a text file, one a line.

    Raises:
        Trouble: it cannot be read, or holds none.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LIST_BYTES_MAX + 1)
        words = (line.strip() for line in data.decode("utf-8-sig").splitlines())
        numbers = tuple(dict.fromkeys(word for word in words if word))
    except OSError as error:
        what = f"the list of expected orders cannot be read: {(error.strerror or 'unknown').lower()}"
        raise Trouble(what, where=str(path), remedy="--expect takes a number, or a text file.") from error
    except UnicodeDecodeError as error:
        raise Trouble("the list of expected orders is not UTF-8 text", where=str(path)) from error
    if not numbers or len(data) > LIST_BYTES_MAX:
        raise Trouble("a list of expected orders has one number a line, at most 10 MB", where=str(path))
    return numbers
