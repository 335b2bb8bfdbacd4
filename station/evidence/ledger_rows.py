"""The rows of one append: what becomes of a drafted entry in the ledger's tables. Transactions are the ledger's."""

from __future__ import annotations

from dataclasses import dataclass

from station.evidence.entry import Drafted
from station.evidence.ledger_file import Connection
from station.evidence.ledger_reading import OrderSalt, StoredCheckpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One append, ready to be written."""

    order: OrderSalt | None
    order_is_new: bool
    drafts: tuple[Drafted, ...]
    checkpoint: StoredCheckpoint | None
    reason: str

    @property
    def last(self) -> Drafted:
        return self.drafts[-1]


def insert_order(connection: Connection, batch: Batch) -> None:
    """Number and salt of an order that the log has nothing of yet."""
    order = batch.order
    if order is not None and batch.order_is_new:
        connection.execute("INSERT INTO order_salt VALUES (?, ?, ?)", (order.id, order.order_no, order.salt))


def insert_entry(connection: Connection, drafted: Drafted, order_id: int | None) -> None:
    seq = drafted.seq
    connection.execute(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?)", (seq, drafted.kind, order_id, drafted.leaf, drafted.header)
    )
    for node in drafted.kept:
        connection.execute("INSERT INTO node VALUES (?, ?, ?)", (node.level, node.index, node.hash))
    for secret in drafted.secrets:
        connection.execute("INSERT INTO disclosure VALUES (?, ?, ?, ?)", (seq, secret.field, secret.salt, secret.value))
    for medium in drafted.media:
        values = (seq, medium.index, medium.salt, medium.sha256, medium.path)
        connection.execute("INSERT INTO medium VALUES (?, ?, ?, ?, ?)", values)
        if medium.key:
            connection.execute("INSERT OR IGNORE INTO media_key VALUES (?, ?)", (medium.path, medium.key))
