"""Order files into an order book of either kind, beside a bare read and a bare insert of the same rows; and how long
another bench's claim waits meanwhile. Each import in its own process.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import insert

from benchmarks.server import fresh, server
from benchmarks.sheets import CSV_ROWS, write_csv, write_xlsx
from benchmarks.tables import Series, ratio, show, sized, us
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import order_lines, orders
from station.packing.routing import Routing

ROUNDS: Final = 2
NAMES: Final = {
    "csv": "import of CSV",
    "pg-csv": "import of CSV, PostgreSQL",
    "read-csv": "csv.reader alone",
    "bare-csv": "csv.reader + executemany",
    "xlsx": "import of XLSX",
    "pg-xlsx": "import of XLSX, PostgreSQL",
    "read-xlsx": "calamine alone",
    "bare-xlsx": "calamine + executemany",
}
OTHERS: Final = 200
"""Orders that another bench claims and gives back while the file comes in."""


def run(folder: Path, share: float) -> None:
    count = sized(CSV_ROWS, share, least=500)
    csv, xlsx = folder / f"orders-{count}.csv", folder / f"orders-{count}.xlsx"
    write_csv(csv, count)
    write_xlsx(xlsx, count)
    told: dict[str, list[dict[str, float]]] = {way: [] for way in NAMES}
    rounds = sized(ROUNDS, share)
    with server() as address:
        for _ in range(rounds):
            for way in NAMES:
                told[way].append(_once(way, csv if way.endswith("csv") else xlsx, folder, address))
        seconds = {way: median(one["seconds"] for one in told[way]) for way in NAMES}
        rows = [_row(way, told[way], seconds, count) for way in NAMES]
        title = f"Import of {count} orders of one line, eight columns, into an empty book; mean of {rounds}"
        show(title, ("", "time", "rows/s", "RSS growth", "peak", "to the read", "to the bare way"), rows)
        waits = [_waits("SQLite", csv, folder, ""), _waits("PostgreSQL", csv, folder, address)]
    show("Another bench's claim and release meanwhile", ("", "median", "p99", "longest", "claims"), waits)


def _row(way: str, told: list[dict[str, float]], seconds: dict[str, float], count: int) -> tuple[str, ...]:
    grown = median(one["grown_mb"] for one in told)
    peak = median(one["peak_mb"] for one in told)
    kind = way.rpartition("-")[2]
    reader = median(one["reader_mb"] for one in told) if kind == "xlsx" and not way.startswith(("bare", "read")) else 0
    return (
        NAMES[way],
        f"{seconds[way]:.2f} s",
        f"{count / seconds[way]:,.0f}",
        f"{grown:.0f} MB",
        f"{peak:.0f} MB" + (f" + {reader:.0f}" if reader else ""),
        ratio(seconds[way], seconds[f"read-{kind}"]),
        ratio(seconds[way], seconds[f"bare-{kind}"]),
    )


def _once(way: str, file: Path, folder: Path, address: str) -> dict[str, float]:
    with TemporaryDirectory(dir=folder) as own:
        url = fresh(address) if way.startswith("pg") else f"sqlite:///{own}/orders.db"
        done = subprocess.run(_command(way, file, url), check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _command(way: str, file: Path, url: str) -> list[str]:
    return [sys.executable, "-m", "benchmarks.import_once", way, str(file), url]


def _waits(name: str, file: Path, folder: Path, address: str) -> tuple[str, ...]:
    """How long each claim takes while another process imports the file into the same book."""
    with TemporaryDirectory(dir=folder) as own:
        url = fresh(address) if address else f"sqlite:///{own}/orders.db"
        book = OrderBook.open(url)
        rows = [{"number": f"B-{n}", "platform": "generic", "shop": "demo", "state": "ready"} for n in range(OTHERS)]
        lines = [{"order_no": row["number"], "position": 0, "sku": "A", "quantity": 1, "kind": "goods"} for row in rows]
        with writing(book.engine) as connection:
            connection.execute(insert(orders), rows)
            connection.execute(insert(order_lines), lines)
        series = Series()
        with subprocess.Popen(_command("csv", file, url), stdout=subprocess.PIPE) as importing:
            while _is_under_way(importing):
                number = f"B-{len(series.wall_ns) % OTHERS}"
                series.take(partial(_claim_and_release, book, number))
        book.close()
    return name, us(series.median), us(series.at(0.99)), us(series.at(1.0)), f"{len(series.wall_ns)}"


def _is_under_way(importing: subprocess.Popen[bytes]) -> bool:
    """Asked a hundred times a second: a bench claims now and then, and does not fill the machine."""
    try:
        importing.wait(0.01)
    except subprocess.TimeoutExpired:
        return True
    return False


def _claim_and_release(book: OrderBook, number: str) -> None:
    reply = book.claim(number, bench="B01", now_us=1, routing=Routing(routes=(), services={}))
    assert book.release(number, bench="B01", fence=reply.fence, why="")
