"""How long the program takes to be there: whole processes, from start to their word, beside the least that Qt takes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Final

from benchmarks.tables import Series, ratio, show, sized, us

ROUNDS: Final = 7
BARE, EMPTY = "python -c pass", "an empty QWidget, painted"
PAINTED: Final = "the bench window, painted"
READY: Final = "the bench window, ready to scan"
SCANNED: Final = "… a code typed at its first paint accepted, and painted"


def run(folder: Path, share: float) -> None:
    home = str(folder / "startup-home")
    station = [sys.executable, "-m", "station"]
    painted = [sys.executable, "-m", "benchmarks.first_paint"]
    commands = {
        BARE: [sys.executable, "-c", "pass"],
        "sealbench --version": [*station, "--version"],
        "sealbench --help": [*station, "--help"],
        "sealbench bench, no input": [*station, "--home", home, "bench"],
        EMPTY: [*painted, "empty"],
        PAINTED: [*painted, "painted", home],
        READY: [*painted, "ready", home],
        SCANNED: [*painted, "scanned", home],
    }
    rounds = sized(ROUNDS, share, least=1)
    series = {name: Series() for name in commands}
    peak_mb: dict[str, float] = {}
    for number in range(rounds + 1):
        for name, command in commands.items():
            kept = series[name] if number else Series()  # the first round fills caches and makes the home
            kept.take(lambda command=command, name=name: peak_mb.update({name: _run(command)}))  # type: ignore[misc]
    empty = series[EMPTY].median
    rows = [(name, us(one.median), f"{peak_mb[name]:.0f} MB", ratio(one.median, empty)) for name, one in series.items()]
    show(f"Start-up, warm, median of {rounds}", ("", "wall", "RSS", "to the empty QWidget"), rows)
    print(f"  memory of the bench window to the empty one: {ratio(peak_mb[READY], peak_mb[EMPTY])}")


def _run(command: list[str]) -> float:
    """The process until its end; its peak memory in MB."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=os.environ)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{command} ended with {process.returncode}"
    return _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024
