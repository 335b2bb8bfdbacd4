"""A picture that a person hands in, checked before it is kept: kind, size, and that it can be seen.

The bytes stay as they came: what is kept as evidence is never made again by us.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageReader

from station.errors import UsageTrouble

SIDE_MAX = 12_000
"""Pixels; a telephone's largest pictures have some 9,000."""

PIXELS_MAX = 60_000_000
"""Qt decodes 256 MB at most."""

_KINDS = {b"\x89PNG\r\n\x1a\n": ("image/png", "png"), b"\xff\xd8\xff": ("image/jpeg", "jpeg")}


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    mime: str
    data: bytes


def read_picture(path: Path, *, bytes_max: int) -> PictureFile:
    """The application must exist.

    Raises:
        UsageTrouble: it cannot be read, is too large, or is no PNG or JPEG that can be shown.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(bytes_max + 1)
    except OSError as error:
        raise UsageTrouble(f"the picture cannot be read: {(error.strerror or '').lower()}", where=str(path)) from error
    if len(data) > bytes_max:
        raise UsageTrouble(f"the picture is larger than {bytes_max // 2**20} MB", where=str(path), remedy="Shrink it.")
    return PictureFile(mime=checked(data, where=str(path)), data=data)


def checked(data: bytes, *, where: str) -> str:
    """The picture's kind as a MIME type. Raises ``UsageTrouble`` as ``read_picture``."""
    kind = next((kind for head, kind in _KINDS.items() if data.startswith(head)), None)
    if kind is None:
        raise UsageTrouble("this is no picture", where=where, remedy="Give a PNG or JPEG file.")
    if not _whole(data):
        raise _damaged(where)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind[1].encode()))
    size = reader.size()
    sides = (size.width(), size.height())
    if size.isValid() and (max(sides) > SIDE_MAX or sides[0] * sides[1] > PIXELS_MAX):
        raise UsageTrouble(
            f"the picture is too large: {sides[0]} × {sides[1]} pixels", where=where, remedy="Shrink it."
        )
    if not size.isValid() or reader.read().isNull():
        raise _damaged(where)
    return kind[0]


def _whole(data: bytes) -> bool:
    """Whether the picture's end is there: Qt would fill up a JPEG that is cut short with grey.

    A JPEG ends after its last scan; an earlier end is that of the small picture in its head.
    """
    if data.startswith(b"\xff\xd8"):
        return data.rfind(b"\xff\xd9") > data.rfind(b"\xff\xda") > 0
    return b"IEND" in data


def _damaged(where: str) -> UsageTrouble:
    return UsageTrouble("the picture is damaged and cannot be shown", where=where, remedy="Take it again.")
