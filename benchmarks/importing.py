"""Order files into an order book, beside a bare read and a bare insert of the same rows; each in its own process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.sheets import CSV_ROWS, write_csv, write_xlsx
from benchmarks.tables import ratio, show, sized

ROUNDS: Final = 2
WAYS: Final = ("csv", "bare-csv", "xlsx", "bare-xlsx")
NAMES: Final = {
    "csv": "import of CSV",
    "bare-csv": "csv.reader + executemany",
    "xlsx": "import of XLSX",
    "bare-xlsx": "calamine + executemany",
}


def run(folder: Path, share: float) -> None:
    count = sized(CSV_ROWS, share, least=500)
    csv, xlsx = folder / f"orders-{count}.csv", folder / f"orders-{count}.xlsx"
    write_csv(csv, count)
    write_xlsx(xlsx, count)
    told: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    rounds = sized(ROUNDS, share)
    for _ in range(rounds):
        for way in WAYS:
            told[way].append(_once(way, csv if way.endswith("csv") else xlsx, folder))
    seconds = {way: median(one["seconds"] for one in told[way]) for way in WAYS}
    rows = [_row(way, told[way], seconds, count) for way in WAYS]
    title = f"Import of {count} orders of one line, eight columns, into an empty book; mean of {rounds}"
    show(title, ("", "time", "rows/s", "RSS growth", "to the bare way"), rows)


def _row(way: str, told: list[dict[str, float]], seconds: dict[str, float], count: int) -> tuple[str, ...]:
    grown = median(one["grown_mb"] for one in told)
    bare = seconds[f"bare-{way.removeprefix('bare-')}"]
    rate = f"{count / seconds[way]:,.0f}"
    return NAMES[way], f"{seconds[way]:.2f} s", rate, f"{grown:.0f} MB", ratio(seconds[way], bare)


def _once(way: str, file: Path, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.import_once", way, str(file), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told
