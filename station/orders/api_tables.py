"""The order book's tables of the HTTP API: who may call, what was answered, and what other programs are told."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from station.orders.tables import count, metadata, words

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("name", Text, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),  # SHA-256 of the token: the token itself is shown once
    Column("rights", Text, nullable=False),  # blank-separated
    Column("made_us", BigInteger, nullable=False),
    words("made_by"),
    Column("revoked_us", BigInteger),
)

api_answers = Table(
    "api_answers",
    metadata,
    Column("token", Text, primary_key=True),
    Column("idempotency_key", Text, primary_key=True),
    Column("asked", Text, nullable=False),  # SHA-256 of method, path and body
    count("status"),  # 0 while the first of them is still being answered
    words("answer"),
    Column("at_us", BigInteger, nullable=False),
    Index("ix_api_answers_at_us", "at_us"),
)

webhooks = Table(
    "webhooks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token", Text, nullable=False),  # whose it is
    Column("url", Text, nullable=False),
    Column("secret", Text, nullable=False),  # signs what is sent; must be at hand, so it is not hashed
    Column("types", Text, nullable=False),  # blank-separated
    Column("made_us", BigInteger, nullable=False),
    Column("ended_us", BigInteger),
    words("ended_why"),
)

webhook_places = Table(
    "webhook_places",
    metadata,
    Column("webhook", Integer, primary_key=True),
    Column("bench", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("next_seq", BigInteger, nullable=False),  # of that log, what stands before it was put down to be told
)

webhook_tellings = Table(
    "webhook_tellings",
    metadata,
    Column("webhook", Integer, primary_key=True),
    Column("bench", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    count("attempts"),
    Column("due_us", BigInteger, nullable=False),
    Column("told_us", BigInteger),
    Column("given_up_us", BigInteger),
    words("answer"),  # the last: a status, or why nobody answered
    Index("ix_webhook_tellings_due", "webhook", "told_us", "given_up_us", "due_us"),
)
