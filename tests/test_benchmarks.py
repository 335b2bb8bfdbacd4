"""The benchmarks run, at a size at which their numbers mean nothing."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.__main__ import LEDGER, NAMES
from benchmarks.tables import Series, interleaved, show, us

pytestmark = [
    pytest.mark.filterwarnings("default::DeprecationWarning:zebrafy"),
    pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "Using Qt multimedia", "No RHI backend", "No HW decoder"),
]


@pytest.mark.parametrize("name", [*NAMES, LEDGER])
def test_each_benchmark_prints_a_table(
    name: str, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every benchmark goes through at the smallest size and ends with a table of times."""
    if name == LEDGER:
        pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    import_module(f"benchmarks.{name}").run(tmp_path, 0.0001)
    told = capsys.readouterr().out
    assert "median" in told or "time" in told
    assert "nan" not in told


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
