"""The order book between benches and their witness: requests in, check and store in one transaction, answers out.

What may be cosigned is judged by what is handed in; this file keeps two of those judgements from crossing. Each
function is one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, assert_never

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from station.errors import UsageTrouble
from station.orders.anchor_tables import witness_requests, witnessed, witnesses
from station.orders.engine import alone, reading, writing
from station.orders.orderbook import OrderBook

AT_ONCE = 1000
"""Requests answered in one go; each bench has one at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    name: str
    key: str  # vkey
    machine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a bench asks: a newer checkpoint, and the proof that the log grew to it from ``old_size``."""

    log: str
    witness: str
    old_size: int
    note: str
    proof: tuple[str, ...]
    bench_key: str
    org_key: str
    enrolment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """What the witness cosigned last of a log, with its line. Size 0: nothing yet, and then only ``org_key`` counts."""

    size: int = 0
    root: str = ""  # base64
    note: str = ""
    line: str = ""
    org_key: str = ""
    at_us: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One witness, as it stands towards one log."""

    witness: Enrolled
    last: Last
    asked: Request | None  # the bench's last request that was not granted
    refused: str  # why it was not


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenLog:
    log: str
    witness: str
    last: Last


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    size: int
    root: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """``known_size`` is what the witness knows: an honest bench asks again from there."""

    why: str
    known_size: int


def enrol(book: OrderBook, enrolled: Enrolled, *, now_us: int) -> None:
    """The witness's public key, for benches to ask. The same one again changes nothing.

    Raises:
        UsageTrouble: another key has this name.
    """
    with writing(book.engine) as connection:
        alone(connection, witnesses)
        row = connection.execute(select(witnesses).where(witnesses.c.name == enrolled.name)).first()
        if row is None:
            values = {"name": enrolled.name, "key": enrolled.key, "machine": enrolled.machine, "enrolled_us": now_us}
            connection.execute(insert(witnesses).values(values))
        elif row.key != enrolled.key:
            raise name_taken(enrolled.name)


def name_taken(name: str) -> UsageTrouble:
    return UsageTrouble(
        f"the order book knows another witness {name}",
        remedy=f"Name this one otherwise with --name, or first: sealbench evidence witness retire {name}.",
    )


def retire(book: OrderBook, name: str) -> bool:
    """Benches ask this witness no more; what it cosigned stays known. Whether there was one."""
    with writing(book.engine) as connection:
        connection.execute(delete(witness_requests).where(witness_requests.c.witness == name))
        return connection.execute(delete(witnesses).where(witnesses.c.name == name)).rowcount > 0


def enrolled(book: OrderBook) -> tuple[Enrolled, ...]:
    with reading(book.engine) as connection:
        return _enrolled(connection)


def _enrolled(connection: Connection) -> tuple[Enrolled, ...]:
    rows = connection.execute(select(witnesses).order_by(witnesses.c.name))
    return tuple(Enrolled(name=row.name, key=row.key, machine=row.machine) for row in rows)


def standing(book: OrderBook, log: str) -> tuple[Standing, ...]:
    """Every witness of this book towards a log."""
    with reading(book.engine) as connection:
        return tuple(_standing(connection, one, log) for one in _enrolled(connection))


def _standing(connection: Connection, witness: Enrolled, log: str) -> Standing:
    asked = _row(connection, witness_requests, log, witness.name)
    return Standing(
        witness=witness,
        last=_last(connection, log, witness.name),
        asked=None if asked is None else _request(asked),
        refused="" if asked is None else asked.refused,
    )


def logs_seen(book: OrderBook) -> tuple[SeenLog, ...]:
    """What every witness saw last of every log."""
    with reading(book.engine) as connection:
        rows = connection.execute(select(witnessed).order_by(witnessed.c.log, witnessed.c.witness)).all()
    return tuple(SeenLog(log=row.log, witness=row.witness, last=_as_last(row)) for row in rows)


def ask(book: OrderBook, request: Request, *, now_us: int) -> None:
    """Put a bench's request in the place of its last one."""
    with writing(book.engine) as connection:
        mine = _of(witness_requests, request.log, request.witness)
        connection.execute(delete(witness_requests).where(*mine))
        connection.execute(
            insert(witness_requests).values(
                log=request.log,
                witness=request.witness,
                old_size=request.old_size,
                note=request.note,
                proof="\n".join(request.proof),
                bench_key=request.bench_key,
                org_key=request.org_key,
                enrolment=request.enrolment,
                asked_us=now_us,
            )
        )


def asked(book: OrderBook, witness: str) -> tuple[Request, ...]:
    """Requests that this witness has not answered, the oldest first."""
    open_ones = (witness_requests.c.witness == witness, witness_requests.c.refused == "")
    statement = select(witness_requests).where(*open_ones).order_by(witness_requests.c.asked_us).limit(AT_ONCE)
    with reading(book.engine) as connection:
        return tuple(_request(row) for row in connection.execute(statement))


def answer(
    book: OrderBook, request: Request, judge: Callable[[Request, Last], Granted | Denied], *, now_us: int
) -> Granted | Denied | None:
    """Check and store: what the witness knows is read, judged and replaced in one transaction. None: asked no more.

    Two processes with one witness's key, and a request that was replaced meanwhile, cannot cosign two different logs:
    the second one is judged by what the first one stored.
    """
    with writing(book.engine) as connection:
        alone(connection, witnessed)
        row = _row(connection, witness_requests, request.log, request.witness)
        if row is None or row.refused or _request(row) != request:
            return None
        said = judge(request, _last(connection, request.log, request.witness))
        match said:
            case Granted():
                _store(connection, request, said, now_us)
            case Denied():
                values = {"refused": said.why, "known_size": said.known_size}
                mine = _of(witness_requests, request.log, request.witness)
                connection.execute(update(witness_requests).where(*mine).values(values))
            case _:
                assert_never(said)
        return said


def _store(connection: Connection, request: Request, said: Granted, now_us: int) -> None:
    connection.execute(delete(witness_requests).where(*_of(witness_requests, request.log, request.witness)))
    connection.execute(delete(witnessed).where(*_of(witnessed, request.log, request.witness)))
    connection.execute(
        insert(witnessed).values(
            log=request.log,
            witness=request.witness,
            size=said.size,
            root=said.root,
            note=request.note,
            line=said.line,
            org_key=request.org_key,
            at_us=now_us,
        )
    )


def _last(connection: Connection, log: str, witness: str) -> Last:
    """Also for a log that is new to the witness: whose it must be, when another of the organisation's logs is known."""
    row = _row(connection, witnessed, log, witness)
    if row is not None:
        return _as_last(row)
    of_org = witnessed.c.log.startswith(f"{log.split('/')[0]}/", autoescape=True)
    statement = select(witnessed.c.org_key).where(witnessed.c.witness == witness, of_org).limit(1)
    return Last(org_key=connection.execute(statement).scalar() or "")


def _as_last(row: Any) -> Last:
    return Last(size=row.size, root=row.root, note=row.note, line=row.line, org_key=row.org_key, at_us=row.at_us)


def _request(row: Any) -> Request:
    return Request(
        log=row.log,
        witness=row.witness,
        old_size=row.old_size,
        note=row.note,
        proof=tuple(row.proof.split("\n")) if row.proof else (),
        bench_key=row.bench_key,
        org_key=row.org_key,
        enrolment=row.enrolment,
    )


def _row(connection: Connection, table: Table, log: str, witness: str) -> Any:
    return connection.execute(select(table).where(*_of(table, log, witness))).first()


def _of(table: Table, log: str, witness: str) -> tuple[ColumnElement[bool], ...]:
    return table.c.log == log, table.c.witness == witness
