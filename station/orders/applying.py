"""Carries out what relayed entries mean, so that one that cannot be keeps no other order's entries waiting.

A batch is first tried as a whole. Where one of its entries cannot be carried out the batch is done again with a way
back before each entry, and that one is set aside with all of its order that follow. Whoever calls has the transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, exc

from station.errors import BookUnreachable, SchemaTrouble, Trouble
from station.orders import set_aside
from station.orders.complaints import REFUSED
from station.orders.parcels import Told, apply
from station.packing.deadlines import DeadlineRules

Again = Callable[[int], tuple[Mapping[str, object], Mapping[str, Any]]]
"""By an entry's number: what it committed to, and its row."""


class NotApplied(Exception):
    """An entry cannot be carried out: its own fault, not the line's. Nothing of its transaction may stay."""


class Applying:
    def __init__(self, connection: Connection, bench: str, epoch: int, rules: DeadlineRules, *, careful: bool) -> None:
        self._connection = connection
        self._log = bench, epoch
        self._rules = rules
        self._careful = careful
        self._heads = set_aside.heads(connection, bench, epoch)

    def take(self, com: Mapping[str, object], row: Mapping[str, Any]) -> None:
        """Raises ``NotApplied`` where there is no way back."""
        order = _order_of(com, row)
        key = (*self._log, row["seq"])
        head = None if order is None else self._heads.get(order)
        if head is not None:
            why = f"waits for entry {head}"
            set_aside.put(self._connection, key, why=why, since_us=row["wall_us"], after_seq=head)
            return
        told = told_of(*self._log, com, row)
        if not self._careful:
            try_out(self._connection, told, self._rules)
            return
        why = try_and_go_back(self._connection, told, self._rules)
        if why:
            set_aside.put(self._connection, key, why=why, since_us=row["wall_us"])
            if order is not None:
                self._heads[order] = row["seq"]


def retry(
    connection: Connection, again: Again, bench: str, epoch: int, rules: DeadlineRules, *, now_us: int
) -> tuple[int, ...]:
    """What is set aside of a log, in its order; gives the entries that could be carried out."""
    failed: set[str] = set()
    mended: list[int] = []
    for aside in set_aside.of_log(connection, bench, epoch):
        com, row = again(aside.seq)
        order = _order_of(com, row)
        key = (bench, epoch, aside.seq)
        if order in failed:
            continue
        why = try_and_go_back(connection, told_of(bench, epoch, com, row), rules)
        if not why:
            set_aside.mend(connection, key, now_us=now_us)
            mended.append(aside.seq)
            continue
        set_aside.tried(connection, key, why=why, now_us=now_us)
        if order is not None:
            failed.add(order)
    return tuple(mended)


def told_of(bench: str, epoch: int, com: Mapping[str, object], row: Mapping[str, Any]) -> Told:
    waybill, why = com.get("waybill"), com.get("why")
    return Told(
        bench=bench,
        epoch=epoch,
        seq=row["seq"],
        kind=row["kind"],
        wall_us=row["wall_us"],
        packer=row["packer"],
        order_no=row["order_no"],
        waybill=waybill if isinstance(waybill, str) else None,
        pub=row["pub"],
        why=why if isinstance(why, str) else "",
        com=com,
    )


def try_and_go_back(connection: Connection, told: Told, rules: DeadlineRules) -> str:
    """Why the entry could not be carried out, with nothing of it left; empty when it was."""
    try:
        with connection.begin_nested():
            try_out(connection, told, rules)
    except NotApplied as cause:
        return str(cause)
    return ""


def try_out(connection: Connection, told: Told, rules: DeadlineRules) -> None:
    """Raises ``NotApplied``; trouble with the line or the server stays what it is."""
    try:
        apply(connection, told, rules)
    except (BookUnreachable, SchemaTrouble):
        raise
    except msgspec.DecodeError as error:
        raise NotApplied(f"it is not what {told.kind} says: {error}") from error
    except OverflowError as error:
        raise NotApplied(f"it has a number that no table takes: {error}") from error
    except Trouble as trouble:
        raise NotApplied(trouble.what) from trouble
    except exc.DBAPIError as error:
        if not _of_the_entry(error):
            raise
        raise NotApplied(_without_values(error)) from error


def _of_the_entry(error: exc.DBAPIError) -> bool:
    if error.connection_invalidated:
        return False
    return isinstance(error, exc.IntegrityError | exc.DataError) or REFUSED in str(error.orig)


def _without_values(error: exc.DBAPIError) -> str:
    """The first line of the driver: what follows names what is in the rows."""
    diagnosis = getattr(error.orig, "diag", None)
    said = getattr(diagnosis, "message_primary", None) or str(error.orig)
    return str(said).splitlines()[0]


def _order_of(com: Mapping[str, object], row: Mapping[str, Any]) -> str | None:
    """Some entries commit to their order instead of standing with it."""
    named = com.get("order")
    number = row["order_no"] or (named if isinstance(named, str) else None)
    return None if number is None else str(number)
