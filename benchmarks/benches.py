"""Many benches at one server: claims a second and how long one takes, beside pgbench with the very same statements."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import event

from benchmarks.server import fresh, pgbench, server
from benchmarks.tables import Series, ratio, show, sized, us
from station.orders.orderbook import OrderBook
from tests.orders.claiming import ROUTING, T0
from tests.orders.racing import fill

LEVELS: Final = (10, 50, 200)
CLAIMS: Final = 4_000
"""At each level, by all benches together."""

CONNECTIONS: Final = 260
PROCESSES: Final = 4
"""That the benches share: what Python computes for a claim is theirs, as with a bench it would be the bench's own."""

PACED_EACH: Final = 10
PACE_S: Final = 1.0
"""A packer takes half a minute for a parcel; these claim each second."""

FLOOR: Final = "floor: pgbench, the same statements"
HEADS: Final = ("", "claims/s", "median", "p99", "max", "to floor")


def run(folder: Path, share: float) -> None:
    claims = sized(CLAIMS, share, least=40)
    with server(connections=CONNECTIONS) as address:
        filled = partial(_filled, address)
        for benches in LEVELS if share == 1 else LEVELS[:1]:
            each = max(1, claims // benches)
            flat = claimed(filled, benches, each, 0.0)
            title = f"{benches} benches, flat out, {each} claims each"
            tell(title, {FLOOR: bare(folder, filled, benches, each, 0.0), "claim": flat})
            paced = sized(PACED_EACH, share, least=1)
            steady = claimed(filled, benches, paced, PACE_S)
            title = f"{benches} benches, a claim each second, {paced} claims each"
            tell(title, {FLOOR: bare(folder, filled, benches, paced, PACE_S), "claim": steady})


def tell(title: str, measured: Mapping[str, tuple[Series, float]]) -> None:
    """With the floor among them."""
    rows = []
    floor = measured[FLOOR]
    for name, (series, took_s) in measured.items():
        rate = len(series.wall_ns) / took_s
        rows.append(
            (name, f"{rate:.0f}", us(series.median), us(series.at(0.99)), us(series.at(1.0)),
             ratio(series.at(0.99), floor[0].at(0.99)) + " p99")
        )  # fmt: skip
    show(title, HEADS, rows)


def _filled(address: str, orders: int) -> str:
    url = fresh(address)
    book = OrderBook.open(url)
    fill(book, orders, numbers=orders)
    with book.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("ANALYZE")
        connection.exec_driver_sql("COMMIT")
    book.close()
    return url


Filled = Callable[[int], str]
"""Puts so many orders and numbers into a book, and gives its address."""


def claimed(filled: Filled, benches: int, each: int, pace_s: float) -> tuple[Series, float]:
    """Each on a connection of its own; all begin when the last one is ready."""
    url = filled(benches * (each + 1))
    share = -(-benches // PROCESSES)
    parts = [range(first, min(first + share, benches)) for first in range(0, benches, share)]
    command = [sys.executable, "-m", "benchmarks.claiming", url, str(each), str(pace_s)]
    pipe: Any = subprocess.PIPE
    running = [
        subprocess.Popen([*command, str(part.start), str(part.stop)], stdin=pipe, stdout=pipe, text=True)
        for part in parts
    ]
    for process in running:
        assert process.stdout is not None
        process.stdout.readline()
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    told = [process.communicate()[0].splitlines() for process in running]
    took_s = max(float(lines[0]) for lines in told)
    return Series(wall_ns=[int(each) for lines in told for each in lines[1:]]), took_s


def bare(folder: Path, filled: Filled, benches: int, each: int, pace_s: float) -> tuple[Series, float]:
    """pgbench, as many connections and fresh orders; its waiting for its turn is not counted."""
    url = filled(benches * (each + 1))
    script, log = folder / "claim.pgbench", folder / f"claims-{benches}-{pace_s}"
    script.write_text(_script(url, each + 1))
    for old in folder.glob(log.name + "*"):
        old.unlink()
    rate = ["-R", str(benches / pace_s)] if pace_s else []
    counts = ["-c", str(benches), "-j", "2", "-t", str(each), "-D", "i=0"]
    out = pgbench(url, [*counts, *rate, "-M", "prepared", "-n", "-f", str(script), "-l", f"--log-prefix={log}"])
    rows = [line.split() for file in folder.glob(log.name + ".*") for line in file.read_text().splitlines()]
    waited_us = [int(row[6]) if len(row) > 6 else 0 for row in rows]
    series = Series(wall_ns=[(int(row[2]) - late) * 1000 for row, late in zip(rows, waited_us, strict=True)])
    return series, len(rows) / _tps(out)


def _tps(out: str) -> float:
    return float(next(line for line in out.splitlines() if line.startswith("tps")).split()[2])


def _script(url: str, each: int) -> str:
    """What one claim says to the server, the order's number and the waybill's number left open."""
    book = OrderBook.open(url)
    said: list[tuple[str, Any]] = []
    event.listen(book.engine, "before_cursor_execute", lambda *call: said.append((call[2], call[3])))
    number = f"R-{each - 1:06d}"
    reply = book.claim(number, bench="B0", now_us=T0, routing=ROUTING)
    book.close()
    assert reply.order is not None
    opened = {number: "('R-' || lpad((:n)::text, 6, '0'))", str(reply.order.waybill): ":number"}
    lines = [rf"\set n :client_id * {each} + :i", r"\set i :i + 1", "BEGIN;"]
    lines += [_line(statement, values, opened) for statement, values in said]
    return "\n".join([*lines, "COMMIT;", ""])


def _line(statement: str, values: Any, opened: dict[str, str]) -> str:
    words = {name: opened.get(value) or _word(value) for name, value in values.items()}
    text = " ".join((statement % words).split())
    return text + (r" \gset" if "RETURNING waybill_numbers.number" in text else ";")


def _word(value: object) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"
