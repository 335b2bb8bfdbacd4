"""What became of each device's work in one run of the bench: counts and times, for support. No codes, no names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from station.packing.inputs import LinkReport, MediaReport, PrinterReport, PrintState, Reading, Scan
from station.packing.media_events import PhotoMissing, PhotoTaken

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from station.clock import Clock

FILE: Final = "devices.json"
FILE_BYTES_MAX: Final = 1_000_000
UNDER_WAY_MAX: Final = 64  # jobs of one printer whose paper is waited for


@dataclass(slots=True, kw_only=True)
class Tally:
    """Of one device. ``took`` times are from bytes read to the bench being done with them, its commit included; of a
    printer from a job sent to its word that it is on paper. Weights count when the scale calls them stable.
    """

    good: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    losses: Counter[str] = field(default_factory=Counter)
    slowest_us: int = 0
    total_us: int = 0
    untimed: int = 0  # of the refused
    _sent_us: dict[str, int] = field(default_factory=dict)

    def count(self, said: object, now_us: int = 0) -> None:
        """``now_us`` is needed for printers only."""
        match said:
            case Scan(fault=None):
                self.good += 1
            case Scan(fault=fault):
                self.refused[str(fault)] += 1
            case Reading(fault=None):
                self.good += said.stable
            case Reading(fault=fault):
                self.refused[str(fault)] += 1
            case PrinterReport():
                self._printed(said, now_us)
            case MediaReport(said=PhotoTaken()):
                self.good += 1
            case MediaReport(said=PhotoMissing(why=why)):
                self.refused[why] += 1
                self.untimed += 1
            case LinkReport(up=False):
                self.losses[said.word] += 1
            case _:
                pass

    def _printed(self, said: PrinterReport, now_us: int) -> None:
        match said.state:
            case PrintState.SENT if len(self._sent_us) < UNDER_WAY_MAX:
                self._sent_us[said.job] = now_us
            case PrintState.PRINTED:
                self.good += 1
                if (sent_us := self._sent_us.pop(said.job, None)) is not None:
                    self.took(now_us - sent_us)
            case PrintState.UNKNOWN | PrintState.NOT_READY:
                self._sent_us.pop(said.job, None)
                self.refused[said.cause or str(said.state)] += 1
                self.untimed += 1
            case _:
                pass

    def took(self, duration_us: int) -> None:
        self.total_us += duration_us
        self.slowest_us = max(self.slowest_us, duration_us)

    def document(self) -> dict[str, object]:
        reads = self.good + self.refused.total() - self.untimed
        return {
            "good": self.good,
            "refused": dict(self.refused),
            "lost": dict(self.losses),
            "mean_us": self.total_us // reads if reads else None,
            "slowest_us": self.slowest_us or None,
        }


class Tallies:
    """One a device, by its name."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.by_name: dict[str, Tally] = {}

    def listen(self, name: str, said: SignalInstance) -> None:
        """To a device that keeps no tally itself."""
        tally = self.by_name.setdefault(name, Tally())
        said.connect(lambda one: tally.count(one, self._clock.now().mono_us))

    def hear(self, said: object) -> None:
        """Of the cameras' desk, which speaks for all of them."""
        match said:
            case LinkReport(device=name) | MediaReport(said=PhotoTaken(camera=name) | PhotoMissing(camera=name)):
                self.by_name.setdefault(name, Tally()).count(said)
            case _:
                pass


def in_words(counts: object) -> str:
    """One device's counts of ``kept`` in a line; nothing of what does not read or of a device that did nothing."""
    if not isinstance(counts, dict):
        return ""
    parts = [f"{counts.get('good', 0)} good"]
    for key in ("refused", "lost"):
        found = counts.get(key)
        if isinstance(found, dict) and found:
            parts.append(f"{key} " + ", ".join(f"{word} {number}" for word, number in found.items()))
    mean_us, slowest_us = counts.get("mean_us"), counts.get("slowest_us")
    if isinstance(mean_us, int) and isinstance(slowest_us, int):
        parts.append(f"mean {mean_us / 1_000:.1f} ms, slowest {slowest_us / 1_000:.1f} ms")
    return "; ".join(parts)


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
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
