"""The order book's tables of figures: what the benches' entries add up to, kept up with each relayed batch.

All of them are made from ``events`` and ``parcels`` by ``figuring`` and can be made anew, but for the answers to calls
and the heartbeats.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table, Text

from station.orders.figure_names import Step
from station.orders.tables import count, flag, metadata, words

figures = Table(
    "figures",
    metadata,
    Column("quarter", BigInteger, primary_key=True),  # of an hour, counted from 1970 UTC
    Column("bench", Text, primary_key=True),
    Column("packer", Text, primary_key=True),
    Column("name", Text, primary_key=True),  # as figure_fold.Name has them, or ``refused.`` and a reason
    Column("value", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

figure_days = Table(
    "figure_days",
    metadata,
    Column("day", Integer, primary_key=True),  # UTC, from 1970
    Column("bench", Text, primary_key=True),
    Column("packer", Text, primary_key=True),
    Column("name", Text, primary_key=True),  # as in figures, and ``timed.`` and ``waited_us.`` with an order class
    Column("value", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

figure_totals = Table(
    "figure_totals",
    metadata,
    Column("quarter", BigInteger, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", BigInteger, nullable=False),  # of all benches and packers
    sqlite_with_rowid=False,
)

service_times = Table(
    "service_times",
    metadata,
    Column("quarter", BigInteger, primary_key=True),
    Column("service", Text, primary_key=True),
    count("parcels"),
    count("timed"),  # of them seen to be opened
    count("clean"),  # of those
    sqlite_with_rowid=False,
)

figured_logs = Table(
    "figured_logs",
    metadata,
    Column("bench", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("next_seq", BigInteger, nullable=False),
    Column("state", Text, nullable=False),  # JSON: what the next entry is held against
)

parcel_times = Table(
    "parcel_times",
    metadata,
    Column("bench", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("sealed_us", BigInteger, nullable=False),
    Column("packer", Text, nullable=False),
    Column("order_class", Text, nullable=False),  # single, one_sku, mixed
    Column("took_us", BigInteger, nullable=False),  # the five steps together
    Column("scan_us", BigInteger, nullable=False),
    Column("wait_us", BigInteger, nullable=False),
    Column("weigh_us", BigInteger, nullable=False),
    Column("print_us", BigInteger, nullable=False),
    Column("stick_us", BigInteger, nullable=False),
    Column("clean", Boolean, nullable=False),
    Index("ix_parcel_times_sealed_us", "sealed_us"),
    Index("ix_parcel_times_bench", "bench", "sealed_us"),
    Index("ix_parcel_times_packer", "packer", "sealed_us"),
)

class_times = Table(
    "class_times",
    metadata,
    Column("day", Integer, primary_key=True),  # UTC, from 1970
    Column("order_class", Text, primary_key=True),
    Column("seconds", Integer, primary_key=True),  # that parcels took, rounded
    count("parcels"),
    count("clean"),
    *(Column(f"{step}_us", BigInteger, nullable=False, server_default="0") for step in Step),
    sqlite_with_rowid=False,
)

benches = Table(
    "benches",
    metadata,
    Column("bench", Text, primary_key=True),
    count("epoch"),
    words("packer"),  # signed in; empty when nobody is
    Column("order_no", Text),  # that is open
    words("doing"),  # bench_states.Doing
    words("stopped_by"),  # the reason of the stop or refusal that stands
    Column("since_us", BigInteger, nullable=False, server_default="0"),  # it does that
    Column("told_us", BigInteger, nullable=False, server_default="0"),  # its newest entry
    Column("seen_us", BigInteger),  # its program last wrote here that it runs
)

bench_devices = Table(
    "bench_devices",
    metadata,
    Column("bench", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    flag("up"),
    words("word"),
    Column("since_us", BigInteger, nullable=False),
)

help_calls = Table(
    "help_calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("bench", Text, nullable=False),
    Column("packer", Text, nullable=False),
    Column("order_no", Text),
    Column("raised_us", BigInteger, nullable=False),
    Column("taken_us", BigInteger),
    words("taken_by"),
    Column("ended_us", BigInteger),
    words("ended_by"),
    Index("ix_help_calls_raised_us", "raised_us"),
    Index("ix_help_calls_bench", "bench", "raised_us"),
)
