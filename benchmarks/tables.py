"""Taking times and printing them: series of samples, interleaved rounds, tables of text. Nothing of the program."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Act = Callable[[], object]


@dataclass(slots=True)
class Series:
    """Samples of one thing: wall time of each, processor time of all."""

    wall_ns: list[int] = field(default_factory=list)
    cpu_ns: int = 0

    def take(self, act: Act) -> None:
        """Run it once and keep how long it took."""
        cpu, begun = time.thread_time_ns(), time.perf_counter_ns()
        act()
        self.wall_ns.append(time.perf_counter_ns() - begun)
        self.cpu_ns += time.thread_time_ns() - cpu

    def at(self, share: float) -> float:
        """The time that this share of the samples stays below, in microseconds."""
        ordered = sorted(self.wall_ns)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] / 1000

    @property
    def median(self) -> float:
        return self.at(0.5)

    @property
    def cpu(self) -> float:
        """Processor time of one sample in microseconds, the mean of all."""
        return self.cpu_ns / 1000 / len(self.wall_ns)


def interleaved(acts: Mapping[str, Act], rounds: int) -> dict[str, Series]:
    """Each act once a round, so that a noisy moment of the machine meets all of them."""
    series = {name: Series() for name in acts}
    for _ in range(rounds):
        for name, act in acts.items():
            series[name].take(act)
    return series


def sized(full: int, share: float, *, least: int = 1) -> int:
    """A count at full size, made smaller for a quick run."""
    return max(least, round(full * share))


def us(value: float) -> str:
    """Microseconds as a person reads them."""
    if value >= 1_000_000:
        return f"{value / 1_000_000:.2f} s"
    return f"{value / 1000:.2f} ms" if value >= 1000 else f"{value:.0f} µs"


def ratio(value: float, floor: float) -> str:
    return f"{value / floor:.2f} ×"


def times(series: Mapping[str, Series], *, floor: str, tails: bool = True) -> list[tuple[str, ...]]:
    """Rows of name, median, p99, p99.9, processor time, and the median's ratio to the floor."""
    base = series[floor].median
    return [
        (name, us(one.median), us(one.at(0.99)))
        + ((us(one.at(0.999)),) if tails else ())
        + (us(one.cpu), ratio(one.median, base))
        for name, one in series.items()
    ]


TIMES = ("", "median", "p99", "p99.9", "CPU", "to floor")
TIMES_SHORT = ("", "median", "p99", "CPU", "to floor")


def show(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table as text: the first column to the left, all others to the right."""
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    print(f"\n{title}")
    for row in (heads, *rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        print("  " + "   ".join(cells).rstrip(), flush=True)


def machine() -> str:
    from pysqlite3 import dbapi2

    python = platform.python_version()
    return f"Python {python}, SQLite {dbapi2.sqlite_version}, {platform.system()} {platform.release()}"
