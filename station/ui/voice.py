"""A voice that says the called cell, where the machine has one; else the cell's place in beeps. Decision 0022.

Qt's text-to-speech speaks through the system's own engine. Its ``mock`` engine makes no sound and is none.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from station.ui.languages import said
from station.ui.screen import Words
from station.ui.sounds import Beep, Silence, Sounds, wav

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

NO_SOUND_ENGINE: Final = "mock"
VOICE_ON: Final = Words(zh="有语音", en="voice on")
VOICE_OFF: Final = Words(zh="没有语音，响声报行列", en="no voice: beeps tell row and column")
MUTE: Final = Words(zh="没有语音", en="no voice")

_ROW: Final = Beep(700, 70), Beep(0, 60)
_COLUMN: Final = Beep(1500, 70), Beep(0, 60)
_BETWEEN: Final = Beep(0, 150)


class Voice(Protocol):
    @property
    def word(self) -> Words: ...

    def say(self, words: Words, cell: int | None, *, language: str) -> None:
        """Say it now; what was being said stops."""


class Spoken:
    """Made by ``open_voice`` only."""

    def __init__(self, engine: str) -> None:
        from PySide6.QtCore import QLocale
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._speech: Any = QTextToSpeech(engine)
        self._locale = QLocale
        self._failed = QTextToSpeech.State.Error
        self._language = ""

    @property
    def works(self) -> bool:
        return self._speech.state() is not self._failed

    @property
    def word(self) -> Words:
        return VOICE_ON if self.works else MUTE

    def say(self, words: Words, cell: int | None, *, language: str) -> None:
        del cell
        if self._language != language:
            self._speech.setLocale(self._locale({"zh": "zh_CN", "en": "en_US"}.get(language, language)))
            self._language = language
        self._speech.stop()
        self._speech.say(said(words, language))


class Beeping:
    """Without a voice: low beeps count the row, high ones the column, as one stands before the wall."""

    word: Final = VOICE_OFF

    def __init__(self, folder: Path, columns: int) -> None:
        self._folder = folder
        self._columns = columns
        self._effects: dict[int, QSoundEffect] = {}

    def say(self, words: Words, cell: int | None, *, language: str) -> None:
        del words, language
        for effect in self._effects.values():
            effect.stop()
        if cell is not None:
            self._effect(cell).play()

    def _effect(self, cell: int) -> QSoundEffect:
        """Made when the cell is first called; a wall has at most some hundred."""
        from PySide6.QtCore import QUrl
        from PySide6.QtMultimedia import QSoundEffect

        if cell not in self._effects:
            path = self._folder / f"cell-{cell}.wav"
            path.write_bytes(wav(place_beeps(cell, self._columns)))
            effect = self._effects[cell] = QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(path)))
        return self._effects[cell]


class Mute:
    """No voice and no sound, or not wanted: the number on the screen says it."""

    word: Final = MUTE

    def say(self, words: Words, cell: int | None, *, language: str) -> None:
        """Nothing to hear."""


def place_beeps(cell: int, columns: int) -> tuple[Beep, ...]:
    """Cell 15 of a wall with 12 columns: two low beeps, three high ones."""
    down, across = divmod(cell - 1, columns)
    return _ROW * (down + 1) + (_BETWEEN,) + _COLUMN * (across + 1)


def open_voice(folder: Path, *, columns: int, sounds: Sounds, wanted: bool) -> Voice:
    """What says the called cell on this machine. ``folder`` is for sounds that are made when needed."""
    if not wanted:
        return Mute()
    named = engine()
    spoken = Spoken(named) if named else None
    if spoken is not None and spoken.works:
        return spoken
    return Mute() if isinstance(sounds, Silence) else Beeping(folder, columns)


def engine() -> str:
    """The name of an engine that speaks; empty where there is none."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:  # left out of small installations, or without the system's libraries
        return ""
    return next((name for name in QTextToSpeech.availableEngines() if name != NO_SOUND_ENGINE), "")
