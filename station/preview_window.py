"""A window that shows labels exactly to the dot and anew whenever a file of their template's folder changes.

It prints nothing. What it shows are the very dots that a printer would get, and what stands against printing them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from station.drafting import Draft
from station.errors import Trouble
from station.home import Home
from station.labels.drawing import LabelTrouble
from station.labels.faces import Face
from station.labels.render import render
from station.reports.speech import in_all, in_house, speaking
from station.settings import load
from station.ui import languages
from station.ui.label_words import fault
from station.ui.troubles.telling import explained

LOOK_MS: Final = 300
"""How often the folder is looked at: names, sizes and times only. A watcher would lose files that editors replace."""

FILES_MAX: Final = 500
SCALE_MAX: Final = 6
MARGIN: Final = 24
WORDS_PX: Final = 20
BETWEEN: Final = "\n"
WINDOW: Final = QSize(1000, 780)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The labels as pictures and a sentence about them; with ``wrong`` the sentence says why there are none."""

    pictures: tuple[bytes, ...]
    said: str
    wrong: bool


def see(draft: Callable[[], Draft], dpi: int, spoken: Sequence[str] = languages.SHIPPED) -> Seen:
    """Draw and read back, as for a printer; said in each language of ``spoken``. The application must exist."""
    try:
        labels = draft()
        pages = [render(drawing, dpi) for drawing in labels.drawings]
    except Trouble as trouble:
        return Seen(pictures=(), said=_stands_against(trouble, spoken), wrong=True)
    say = speaking(spoken)
    first = labels.drawings[0]
    size = f"{first.width_dmm / 10:g} × {first.height_dmm / 10:g} mm"
    dots = f"{pages[0].width_dots} × {pages[0].height_dots} {say('点', 'dots')}, {dpi} dpi"
    codes = ", ".join(dict.fromkeys(code.text for code in first.barcodes()))
    return Seen(
        pictures=tuple(page.png for page in pages),
        said=f"{size}   {dots}   {say('读回', 'reads back')}: {codes}",
        wrong=False,
    )


def _stands_against(trouble: Trouble, spoken: Sequence[str]) -> str:
    """A label's own fault as the bench says it, and below it for whoever mends the template where it is."""
    if isinstance(trouble, LabelTrouble):
        return f"{in_all(fault(trouble.zh, trouble.en), spoken, BETWEEN)}\n{trouble.sentence()}"
    return in_all(explained(trouble.sentence()), spoken, BETWEEN)


def stamps(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Templates and pictures of a folder with size and time; a file that just went is left out."""
    found = []
    for path in sorted([*folder.glob("*.toml"), *folder.glob("*.png")])[:FILES_MAX]:
        try:
            state = path.stat()
        except OSError:
            continue
        found.append((path.name, state.st_size, state.st_mtime_ns))
    return tuple(found)


class Paper(QWidget):
    """A label, each dot a whole number of pixels."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._scale = 1

    def show_dots(self, image: QImage, scale: int) -> None:
        self._image, self._scale = image, scale
        ratio = self.devicePixelRatioF()
        wide, high = image.width() * scale / ratio, image.height() * scale / ratio
        self.setFixedSize(round(wide) + 2 * MARGIN, round(high) + 2 * MARGIN)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(120, 120, 120))
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        painter.scale(self._scale / ratio, self._scale / ratio)
        painter.drawImage(round(MARGIN * ratio / self._scale), round(MARGIN * ratio / self._scale), self._image)


class PreviewWindow(QWidget):
    """The labels one at a time (PgUp, PgDn), larger and smaller (+, -), and below them what there is to say."""

    def __init__(
        self, draft: Callable[[], Draft], folder: Path, dpi: int, spoken: Sequence[str] = languages.SHIPPED
    ) -> None:
        super().__init__()
        self._draft, self._folder, self._dpi, self._spoken = draft, folder, dpi, spoken
        self._stamps: tuple[tuple[str, int, int], ...] = ()
        self._pictures: tuple[bytes, ...] = ()
        self._page, self._scale = 0, 1
        self.setWindowTitle(self._title())
        self.resize(WINDOW)
        self.paper = Paper()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setMargin(12)
        self.words.setFont(Face(bold=False, size_dots=WORDS_PX, hinted=False).font)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        area = QScrollArea()
        area.setWidget(self.paper)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else it would take the page keys for itself
        area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area.setStyleSheet("background: rgb(120, 120, 120)")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addWidget(self.words)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Draw again if anything in the folder is not as it was. A mistake leaves the last good label in view."""
        now = stamps(self._folder)
        if now == self._stamps:
            return
        self._stamps = now
        seen = see(self._draft, self._dpi, self._spoken)
        self._pictures = seen.pictures or self._pictures
        colour = "#8f1020" if seen.wrong else "#1d4d2b"
        self.words.setStyleSheet(f"color: white; background: {colour}")
        self.words.setText(seen.said)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown:
                self._page += 1
            case Qt.Key.Key_PageUp:
                self._page -= 1
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._scale = min(SCALE_MAX, self._scale + 1)
            case Qt.Key.Key_Minus:
                self._scale = max(1, self._scale - 1)
            case Qt.Key.Key_Escape:
                self.close()
            case _:
                super().keyPressEvent(event)
        self._show()

    def _show(self) -> None:
        if self._pictures:
            self._page = max(0, min(len(self._pictures) - 1, self._page))
            self.paper.show_dots(QImage.fromData(self._pictures[self._page]), self._scale)
        count = f"  {self._page + 1}/{len(self._pictures)}" if len(self._pictures) > 1 else ""
        self.setWindowTitle(f"{self._title()}{count}   {self._scale}×")

    def _title(self) -> str:
        say = speaking(self._spoken)
        return say("面单预览", "Label preview")


def preview(draft: Callable[[], Draft], folder: Path, dpi: int, home: Home) -> int:
    """Until the window is closed. The caller has seen that there is a screen."""
    application = QApplication.instance() or QApplication(["sealbench"])
    languages.load(application, home.translations)
    window = PreviewWindow(draft, folder, dpi, in_house(load(home).bench))
    window.show()
    assert isinstance(application, QApplication)
    return application.exec()
