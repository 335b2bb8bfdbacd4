"""A parcel with many pictures that compress badly, as a sensor's noise makes them."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from station.evidence.story import PHOTO, STILL, Attached, Story
from tests.evidence.told_parcel import story

SIDES = (640, 360)


def noise(seed: str, width: int = SIDES[0], height: int = SIDES[1]) -> bytes:
    """A JPEG of about a byte a dot."""
    dots = hashlib.shake_128(seed.encode()).digest(width * height * 3)
    image = QImage(dots, width, height, width * 3, QImage.Format.Format_RGB888)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 90)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def case(photos: int = 12, stills: int = 30) -> tuple[Story, dict[str, bytes]]:
    """Without the application's fonts nothing can be painted: the caller has ``qapp``."""
    whole = story()
    photo = next(file for file in whole.attached if file.role == PHOTO)
    still = next(file for file in whole.attached if file.role == STILL)
    files: list[Attached] = [file for file in whole.attached if file.role not in (PHOTO, STILL)]
    files += [replace(photo, path=f"media/{number}.jpg") for number in range(photos)]
    files += [replace(still, path=f"stills/{number}.jpg") for number in range(stills)]
    made = [noise(str(number)) for number in range(4)]
    told = replace(whole, attached=tuple(files), has_bundle=False)
    return told, {path: made[number % 4] for number, path in enumerate(told.pictures)}
