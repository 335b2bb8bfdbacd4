"""The order book's tables of its witnesses: their keys, what each saw last of every log, what benches ask of them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from station.orders.tables import metadata, words

witnesses = Table(
    "witnesses",
    metadata,
    Column("name", Text, primary_key=True),
    Column("key", Text, nullable=False),  # verifier key, signature type 0x04
    words("machine"),  # which machine its private key was made on, as far as that says
    Column("enrolled_us", BigInteger, nullable=False),
)

witnessed = Table(
    "witnessed",
    metadata,
    Column("log", Text, primary_key=True),
    Column("witness", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("root", Text, nullable=False),
    Column("note", Text, nullable=False),  # the bench's checkpoint
    Column("line", Text, nullable=False),  # the witness's cosignature of it
    Column("org_key", Text, nullable=False),  # whose log it is, by the first checkpoint of that organisation
    Column("at_us", BigInteger, nullable=False),
)

witness_requests = Table(
    "witness_requests",
    metadata,
    Column("log", Text, primary_key=True),
    Column("witness", Text, primary_key=True),
    Column("old_size", BigInteger, nullable=False),
    Column("note", Text, nullable=False),
    words("proof"),  # base64, one hash a line
    Column("bench_key", Text, nullable=False),
    Column("org_key", Text, nullable=False),
    Column("enrolment", Text, nullable=False),
    Column("asked_us", BigInteger, nullable=False),
    words("refused"),  # why; the bench asks anew
    Column("known_size", BigInteger),  # what the witness knew when it refused
)
