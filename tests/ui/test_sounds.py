"""The six signals and the player that falls silent instead of failing."""

from __future__ import annotations

import io
import sys
import wave
from pathlib import Path
from unittest.mock import patch

import pytest

from station.packing.effects import Tone
from station.ui.sounds import Silence, beeps, open_sounds, wav


@pytest.mark.parametrize("tone", list(Tone))
def test_wav_is_as_long_as_its_beeps(tone: Tone) -> None:
    """Each signal is a valid WAV of the length its beeps add up to, loud but not clipped."""
    with wave.open(io.BytesIO(wav(beeps(tone)))) as file:
        length_ms = file.getnframes() * 1000 / file.getframerate()
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    assert length_ms == pytest.approx(sum(beep.ms for beep in beeps(tone)), abs=2)
    assert 12_000 < max(samples) < 32_767


def test_signals_differ_in_rhythm() -> None:
    """No two signals have the same rhythm, so that pitch alone never tells them apart."""
    rhythms = {tuple((beep.hertz == 0, beep.ms) for beep in beeps(tone)) for tone in Tone}
    assert len(rhythms) == len(Tone)


def test_no_multimedia_is_silence_with_a_word(tmp_path: Path) -> None:
    """Where Qt's multimedia cannot be loaded the bench is silent and says so."""
    with patch.dict(sys.modules, {"PySide6.QtMultimedia": None}):
        sounds = open_sounds(tmp_path / "sounds")
    sounds.play(Tone.WRONG)
    assert sounds.word == Silence.word


def test_unwritable_folder_is_silence(tmp_path: Path) -> None:
    """A folder that cannot be made costs the sound, not the bench."""
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert open_sounds(in_the_way / "sounds").word == Silence.word
