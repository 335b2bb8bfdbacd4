"""The six signals as WAV made from numbers, and a player that falls silent with a word instead of failing.

They differ in rhythm, not only in pitch, and have parts between 1 and 4 kHz, where a hall is quietest.
"""

from __future__ import annotations

import io
import math
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, assert_never

from station.packing.effects import Tone
from station.ui.screen import Words

_RATE: Final = 22_050
_RAMP_MS: Final = 5
_LOUDNESS: Final = 0.8
_BLIP: Final = "blip"


@dataclass(frozen=True, slots=True)
class Beep:
    """``hertz`` 0 is silence; a harsh one carries strong odd harmonics."""

    hertz: int
    ms: int
    harsh: bool = False


def beeps(tone: Tone) -> tuple[Beep, ...]:
    match tone:
        case Tone.OK:
            return Beep(1200, 45), Beep(1800, 45)
        case Tone.COMPLETE:
            return Beep(1000, 110), Beep(0, 30), Beep(1300, 110), Beep(0, 30), Beep(1700, 180)
        case Tone.WRONG:
            return (Beep(520, 250, harsh=True), Beep(0, 250)) * 3
        case Tone.TOO_MANY:
            return Beep(1500, 160), Beep(0, 60), Beep(900, 260)
        case Tone.ATTENTION:
            return (Beep(1050, 700),)
        case Tone.DEVICE_LOST:
            return (Beep(800, 120), Beep(1250, 120)) * 4
        case _:
            assert_never(tone)


def wav(sequence: tuple[Beep, ...]) -> bytes:
    """Mono 16-bit PCM."""
    samples = array("h")
    for beep in sequence:
        samples.extend(_samples(beep))
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes(samples.tobytes())
    return out.getvalue()


def _samples(beep: Beep) -> array[int]:
    """A tone with its harmonics, faded at both ends so that it does not click."""
    count = _RATE * beep.ms // 1000
    ramp = _RATE * _RAMP_MS // 1000
    parts = ((1, 1.0), (3, 0.6), (5, 0.4), (7, 0.3)) if beep.harsh else ((1, 1.0), (2, 0.35), (3, 0.2))
    scale = _LOUDNESS * 32767 / sum(weight for _, weight in parts)
    step = 2 * math.pi * beep.hertz / _RATE
    made = array("h")
    for at in range(count):
        fade = min(1.0, at / ramp, (count - 1 - at) / ramp)
        made.append(int(scale * fade * sum(weight * math.sin(step * part * at) for part, weight in parts)))
    return made


class Sounds(Protocol):
    @property
    def word(self) -> Words: ...

    def play(self, tone: Tone) -> None: ...


class Silence:
    """Stands in where the machine has no sound; the banner and the edges say the same."""

    word: Final = Words(zh="没有声音", en="No sound")

    def play(self, tone: Tone) -> None:
        """Nothing to hear."""


class Speakers:
    """Six effects loaded beforehand; made by ``open_sounds`` only."""

    def __init__(self, folder: Path, volume: float) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtMultimedia import QSoundEffect

        self._failed = QSoundEffect.Status.Error
        self._effects: dict[str, QSoundEffect] = {}
        for name, sequence in [(_BLIP, (Beep(0, 40),)), *((str(tone), beeps(tone)) for tone in Tone)]:
            path = folder / f"{name}.wav"
            path.write_bytes(wav(sequence))
            effect = QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(path)))
            effect.setVolume(volume)
            self._effects[name] = effect
        self._effects[_BLIP].play()  # the first sound of a program can be lost; this one may be

    @property
    def word(self) -> Words:
        if any(effect.status() is self._failed for effect in self._effects.values()):
            return Silence.word
        return Words(zh="有声音", en="Sound on")

    def play(self, tone: Tone) -> None:
        for effect in self._effects.values():
            effect.stop()
        self._effects[str(tone)].play()


def open_sounds(folder: Path, *, volume: float = 1.0) -> Sounds:
    """Speakers where Qt can reach them, else silence. ``folder`` gets the WAV files; ``volume`` is 0 to 1."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        from PySide6.QtMultimedia import QMediaDevices

        if not QMediaDevices.audioOutputs():
            return Silence()
        return Speakers(folder, volume)
    except (ImportError, OSError):  # QtMultimedia needs libpulse; a bare machine has none
        return Silence()
