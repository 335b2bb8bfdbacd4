"""What became of a device's reads in one run of the bench: counts and times, for support. No codes, no names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from station.packing.inputs import LinkReport, Scan

FILE: Final = "devices.json"
FILE_BYTES_MAX: Final = 1_000_000


@dataclass(slots=True, kw_only=True)
class Tally:
    """``took_us`` are from bytes read to the bench being done with them, its commit included."""

    good: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    losses: Counter[str] = field(default_factory=Counter)
    slowest_us: int = 0
    total_us: int = 0

    def count(self, said: Scan | LinkReport) -> None:
        match said:
            case Scan(fault=None):
                self.good += 1
            case Scan(fault=fault):
                self.refused[str(fault)] += 1
            case LinkReport(up=False):
                self.losses[said.word] += 1
            case LinkReport():
                pass

    def took(self, duration_us: int) -> None:
        self.total_us += duration_us
        self.slowest_us = max(self.slowest_us, duration_us)

    def document(self) -> dict[str, object]:
        reads = self.good + self.refused.total()
        return {
            "good": self.good,
            "refused": dict(self.refused),
            "lost": dict(self.losses),
            "mean_us": self.total_us // reads if reads else None,
            "slowest_us": self.slowest_us or None,
        }


def keep(tallies: Mapping[str, Tally], logs: Path) -> None:
    """The last run's counts by device, beside the logs; a disk that cannot take them costs nothing but them."""
    try:
        logs.mkdir(parents=True, exist_ok=True)
        (logs / FILE).write_text(json.dumps({name: tally.document() for name, tally in tallies.items()}), "utf-8")
    except OSError:
        return


def kept(logs: Path) -> dict[str, object]:
    """The last run's counts by device; nothing before the first run, or when the file does not read."""
    try:
        with (logs / FILE).open("rb") as file:
            found = json.loads(file.read(FILE_BYTES_MAX))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
