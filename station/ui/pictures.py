"""Pictures of goods from local files, and label bitmaps, kept small. A bad file is the same as none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

_KEPT_MAX: Final = 64
_FILE_MAX: Final = 20_000_000
_SIDE_MAX: Final = 4000
_BYTES: Final = "data:"
"""Begins a name that is the picture itself, in base64: a file that is not kept in the open has no path to load from."""


class Pictures:
    """``folders`` are where relative names are looked up, in this order."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._kept: dict[tuple[str, int, int], QImage | None] = {}

    def goods(self, name: str, width: int, height: int) -> QImage | None:
        """The picture scaled to fit into the box, or None when there is none that can be read."""
        if not name or width <= 0 or height <= 0:
            return None
        key = (name, width, height)
        if key not in self._kept:
            self._make_room()
            self._kept[key] = self._load(name, QSize(width, height))
        return self._kept[key]

    def label(self, name: str) -> QImage | None:
        """A label at its own dots, to be scaled by whole numbers."""
        key = (name, 0, 0)
        if name and key not in self._kept:
            self._make_room()
            self._kept[key] = self._load(name, None)
        return self._kept.get(key)

    def _make_room(self) -> None:
        while len(self._kept) >= _KEPT_MAX:
            del self._kept[next(iter(self._kept))]

    def _load(self, name: str, box: QSize | None) -> QImage | None:
        if name.startswith(_BYTES):
            image = QImage.fromData(QByteArray.fromBase64(name[len(_BYTES) :].encode()))
            return None if image.isNull() else image
        path = next((folder / name for folder in self._folders if _usable(folder / name)), None)
        if path is None:
            return None
        if path.suffix.lower() == ".svg":
            return _drawn(path, box or QSize(_SIDE_MAX, _SIDE_MAX))
        return _photo(path, box)


def _usable(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size <= _FILE_MAX
    except (OSError, ValueError):  # a name no file system takes
        return False


def _photo(path: Path, box: QSize | None) -> QImage | None:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > 4 * _SIDE_MAX:
        return None
    if box is not None:
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def _drawn(path: Path, box: QSize) -> QImage | None:
    renderer = QSvgRenderer(str(path))
    if not renderer.isValid():
        return None
    size = renderer.defaultSize().scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image
