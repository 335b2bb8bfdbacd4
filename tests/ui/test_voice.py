"""The voice: beeps that count row and column where no engine speaks, and nothing where there is no sound at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.ui import voice
from station.ui.screen import Words
from station.ui.sounds import Silence, Sounds
from station.ui.voice import MUTE, Beeping, Mute, open_voice, place_beeps

SAID = Words(zh="15 号", en="15")


@pytest.mark.parametrize(("cell", "low", "high"), [(1, 1, 1), (12, 1, 12), (13, 2, 1), (60, 5, 12)])
def test_beeps_count_row_and_column(cell: int, low: int, high: int) -> None:
    """Low beeps are the row, high ones the column, of a wall with twelve columns."""
    pitches = [beep.hertz for beep in place_beeps(cell, 12) if beep.hertz]
    assert pitches == [700] * low + [1500] * high


class _Loud:
    word = Words(zh="有声音", en="Sound on")

    def play(self, tone: object) -> None:
        """Heard by nobody."""


def test_without_an_engine_the_place_is_beeped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With speakers and no engine beeps tell the place; without speakers there is no voice, and it says so."""
    monkeypatch.setattr(voice, "engine", lambda: "")
    loud: Sounds = _Loud()
    assert isinstance(open_voice(tmp_path, columns=12, sounds=loud, wanted=True), Beeping)
    for sounds, wanted in ((Silence(), True), (loud, False)):
        silent = open_voice(tmp_path, columns=12, sounds=sounds, wanted=wanted)
        assert isinstance(silent, Mute)
        silent.say(SAID, 15, language="zh")
        assert silent.word == MUTE


def test_the_engine_that_makes_no_sound_is_none(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's mock engine is never taken for a voice."""
    text_to_speech = pytest.importorskip("PySide6.QtTextToSpeech").QTextToSpeech
    monkeypatch.setattr(text_to_speech, "availableEngines", staticmethod(lambda: ["mock"]))
    assert voice.engine() == ""
    monkeypatch.setattr(text_to_speech, "availableEngines", staticmethod(lambda: ["mock", "sapi"]))
    assert voice.engine() == "sapi"


def test_an_engine_speaks_the_readers_language(qtbot: QtBot) -> None:
    """Through Qt's own silent engine: words of the chosen language are said, and a new call ends the old one."""
    pytest.importorskip("PySide6.QtTextToSpeech")
    spoken = voice.Spoken("mock")
    assert spoken.works
    spoken.say(SAID, 15, language="en")
    spoken.say(SAID, 16, language="zh")
    assert spoken.word == voice.VOICE_ON
