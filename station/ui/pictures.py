"""Pictures of goods from local files, and label bitmaps, kept small. A bad file is the same as none."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

_KEPT_MAX: Final = 64
"""Of goods, which come again."""
_LABELS_KEPT_MAX: Final = 8
"""Of labels, which come once: the last four, at their own dots and as they are shown, 0.7 MB a label at 203 dpi."""
_FILE_MAX: Final = 20_000_000
_SIDE_MAX: Final = 4000
_GREY: Final = "grey:"
"""Before the name of a label that is kept in greys: no file has such a name."""
_BYTES: Final = "data:"
"""Begins a name that is the picture itself, in base64: a file that is not kept in the open has no path to load from."""

_Kept: TypeAlias = dict[tuple[str, int, int], QImage | None]
"""By name and box; the oldest goes first."""


class Pictures:
    """``folders`` are where relative names are looked up, in this order."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._kept: _Kept = {}
        self._labels: _Kept = {}

    @property
    def held(self) -> int:
        """How many pictures are in memory."""
        return len(self._kept) + len(self._labels)

    def goods(self, name: str, width: int, height: int) -> QImage | None:
        """The picture scaled to fit into the box, or None when there is none that can be read."""
        if not name or width <= 0 or height <= 0:
            return None
        key = (name, width, height)
        if key not in self._kept:
            _make_room(self._kept, _KEPT_MAX)
            self._kept[key] = self._load(name, QSize(width, height))
        return self._kept[key]

    def label(self, name: str) -> QImage | None:
        """A label at its own dots, to be scaled by whole numbers."""
        key = (name, 0, 0)
        if name and key not in self._labels:
            _make_room(self._labels, _LABELS_KEPT_MAX)
            self._labels[key] = self._load(name, None)
        return self._labels.get(key)

    def preview(self, name: str, size: QSize) -> QImage | None:
        """A label in greys, scaled into ``size`` and kept: a pane is painted many times, and its label seldom new."""
        key = (_GREY + name, size.width(), size.height())
        if key not in self._labels:
            image = self.label(name)
            _make_room(self._labels, _LABELS_KEPT_MAX)
            self._labels[key] = None if image is None else _grey(image, size)
        return self._labels[key]

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


def _make_room(kept: _Kept, most: int) -> None:
    while len(kept) >= most:
        del kept[next(iter(kept))]


def _grey(image: QImage, size: QSize) -> QImage:
    shades = image.convertToFormat(QImage.Format.Format_Grayscale8)
    scaled = shades.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return scaled.convertToFormat(QImage.Format.Format_RGB32)  # as the screen has it: painted without another step


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
