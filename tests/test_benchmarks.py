"""The benchmarks run, at a size at which their numbers mean nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import BY_NAME, EVENTS, LEDGER, NAMES
from benchmarks.tables import Series, interleaved, show, us

RUN_S = 110

BOOK = ("away", "benches", EVENTS, "figures", "importing", "orderbook", "year")
"""Tried in a file of their own (test_benchmarks_of_the_book.py), beside these: each takes a while."""


def prints_a_table(name: str, folder: Path) -> None:
    """In a process of its own, as they are measured: what one leaves of Qt is not there for the next."""
    command = [sys.executable, "-m", "benchmarks", name, "--share", "0.0001", "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=RUN_S)
    assert done.returncode == 0, done.stderr
    assert "median" in done.stdout or "time" in done.stdout
    assert "nan" not in done.stdout


@pytest.mark.parametrize("name", sorted({*NAMES, *BY_NAME} - {*BOOK}))
def test_each_benchmark_prints_a_table(name: str, tmp_path: Path) -> None:
    """Every benchmark goes through at the smallest size and ends with a table of times."""
    if name == LEDGER:
        pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    prints_a_table(name, tmp_path)


def test_a_series_tells_its_median_and_tail() -> None:
    """The median and the tail are samples that were taken, in microseconds."""
    series = Series(wall_ns=[1000 * n for n in range(1, 101)])
    assert (series.median, series.at(0.99), series.at(1.0)) == (51.0, 100.0, 100.0)


def test_rounds_are_interleaved() -> None:
    """Acts take turns, so that a noisy moment meets all of them."""
    turns: list[str] = []
    interleaved({"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, 2)
    assert turns == ["a", "b", "a", "b"]


def test_a_table_is_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    """Names stand to the left, numbers to the right."""
    show("Times", ("", "median"), [("long name", us(3)), ("x", us(12_340))])
    assert capsys.readouterr().out.splitlines()[2:] == [
        "                median",
        "  long name       3 µs",
        "  x           12.34 ms",
    ]
