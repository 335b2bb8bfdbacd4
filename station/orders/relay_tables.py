"""Tables of what the relay could not do: entries set aside, and what a bench's relay last said of itself. No query."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, text

from station.orders.tables import count, metadata, words

set_aside = Table(
    "set_aside",
    metadata,
    Column("bench", Text, primary_key=True),  # the entry in ``events``
    Column("epoch", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("after_seq", BigInteger),  # the entry of the same order that this one waits for; None: it failed itself
    words("why"),
    Column("since_us", BigInteger, nullable=False),  # the entry's own time
    Column("tried_us", BigInteger),  # again, in vain
    Column("mended_us", BigInteger),  # applied after all
    Index(
        "ix_set_aside_open",
        "bench",
        "epoch",
        "seq",
        sqlite_where=text("mended_us IS NULL"),
        postgresql_where=text("mended_us IS NULL"),
    ),
)

relay_states = Table(
    "relay_states",
    metadata,
    Column("bench", Text, primary_key=True),
    count("epoch"),
    Column("waiting", BigInteger, nullable=False, server_default="0"),  # entries that were still at the bench
    Column("oldest_us", BigInteger),  # the time of the first of them
    words("forked"),  # why nothing is carried any more: the book has other entries of this log
    Column("forked_us", BigInteger),
)
