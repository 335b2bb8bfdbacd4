"""How a window looks right now: palette, measures, language and where letters and pictures come from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from station.ui import languages
from station.ui.letters import Letters
from station.ui.pictures import Pictures
from station.ui.screen import Words
from station.ui.theme import Palette
from station.ui.type import Grid

NIGHT_US = 12 * 3_600_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    palette: Palette
    grid: Grid
    language: str  # the person's: it leads
    letters: Letters
    pictures: Pictures
    zone: tzinfo | None = None  # None: the machine's own
    also: str = ""  # the second language; "": English, and Chinese beside English

    @property
    def other(self) -> str:
        """The second language: it stands beside the person's, and Ctrl+L brings it to the front."""
        return self.also if self.also not in ("", self.language) else languages.beside(self.language)

    def lead(self, words: Words) -> str:
        return languages.said(words, self.language)

    def second(self, words: Words) -> str:
        return languages.said(words, self.other)

    def otherwise(self, name: Words) -> str:
        """A name in the second language; empty where it is the same."""
        second = self.second(name)
        return "" if second == self.lead(name) else second

    def speaking(self, language: str, also: str = "") -> Look:
        """In another language; when it was the second one, the two change places."""
        if language == self.language:
            return replace(self, also=also or self.also)
        return replace(self, language=language, also=also or (self.language if language == self.other else ""))

    def local(self, at_us: int) -> datetime:
        return datetime.fromtimestamp(at_us // 1_000_000, tz=UTC).astimezone(self.zone)

    def hour(self, at_us: int) -> str:
        return self.local(at_us).strftime("%H:%M")

    def when(self, at_us: int, now_us: int) -> str:
        """The hour; with the day where the hour alone could be taken for another: not today, nor in this night."""
        local, today = self.local(at_us), self.local(now_us)
        plain = local.date() == today.date() or 0 <= at_us - now_us < NIGHT_US
        return local.strftime("%H:%M" if plain else "%m-%d %H:%M")
