"""How a window looks right now: palette, measures, language and where letters and pictures come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from station.ui.letters import Letters
from station.ui.pictures import Pictures
from station.ui.screen import Words
from station.ui.theme import Palette
from station.ui.type import Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    palette: Palette
    grid: Grid
    language: str  # "zh" or "en"
    letters: Letters
    pictures: Pictures
    zone: tzinfo | None = None  # None: the machine's own

    def lead(self, words: Words) -> str:
        return words.zh if self.language == "zh" else words.en

    def second(self, words: Words) -> str:
        return words.en if self.language == "zh" else words.zh

    def local(self, at_us: int) -> datetime:
        return datetime.fromtimestamp(at_us // 1_000_000, tz=UTC).astimezone(self.zone)

    def hour(self, at_us: int) -> str:
        return self.local(at_us).strftime("%H:%M")
