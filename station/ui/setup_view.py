"""The window of set-up: steps on the left, what came of the last answer above, the question and its codes.

It paints a ``SetupScreen`` and says which key or row was used; it knows no device and no step's rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import keys
from station.ui.ground import DRAWN_FOR, Ground
from station.ui.screen import CommandView, Verdict, Words
from station.ui.setup_screen import SetupScreen, StepState, StepView
from station.ui.theme import LIGHT, Palette
from station.ui.widgets import banner, setup_body, setup_rail
from station.ui.widgets.band import Band
from station.ui.widgets.banner import BannerView, Loudness
from station.ui.widgets.canvas import Canvas
from station.ui.widgets.commands import CommandRow, keyed
from station.ui.widgets.marks import Mark
from station.ui.widgets.setup_body import BodyView

_RAIL: Final = 264
_SLIM_RAIL: Final = 232
"""On a window narrower than the grid is drawn for."""
_ASIDES: Final = MappingProxyType(
    {
        "back": (Words(zh="重来这一步", en="Start again"), "F2"),
        "none": (Words(zh="没有设备", en="No hardware"), "F7"),
        "skip": (Words(zh="以后再说", en="Skip"), "F5"),
    }
)
_ICONS: Final = MappingProxyType({"back": "undo", "none": "no", "skip": "next", "close": "back"})
_LANGUAGE: Final = keyed("language", Words(zh="语言", en="Language"), "F8")
_CLOSE: Final = keyed("back", Words(zh="退出", en="Leave"), "F10")
_KEYS: Final[Mapping[int, str]] = MappingProxyType(
    {
        Qt.Key.Key_F2: "back",
        Qt.Key.Key_F5: "skip",
        Qt.Key.Key_F7: "none",
        Qt.Key.Key_F8: "language",
        Qt.Key.Key_F10: "close",
    }
)


class SetupView(QWidget):
    pressed = Signal(str)  # back, none, skip, close
    chosen = Signal(int)  # the number of a choice that was touched
    closed = Signal()

    def __init__(
        self, screen: SetupScreen, *, codes: Mapping[str, tuple[str, ...]], language: str, palette: Palette = LIGHT
    ) -> None:
        """``codes`` are the modules of each choice's own code, by its text."""
        super().__init__()
        self.ground = Ground(self, self._show, language=language, palette=palette, pictures=(Path("/"),))
        self._screen = screen
        self._codes = codes
        self._banner: Band[BannerView] = Band(self, "verdict", banner.paint)
        self._rail: Band[tuple[StepView, ...]] = Band(self, "steps", setup_rail.paint)
        self.body: Band[BodyView] = Band(self, "question", setup_body.paint)
        self.body.touched.connect(self._touched)
        self._commands = CommandRow(self, self._asked)
        self.resize(DRAWN_FOR)

    def paint_screen(self, screen: SetupScreen) -> None:
        self._screen = screen
        self._show()

    def _show(self) -> None:
        screen, look = self._screen, self.ground.look
        self.ground.title(look.lead(screen.now.name))
        head = _banner(screen)
        self._banner.put(head, look, banner.spoken(head, look))
        self._rail.put(screen.steps, look, setup_rail.spoken(screen.steps, look))
        body = self._body_view()
        self.body.put(body, look, setup_body.spoken(body, look))
        self._commands.put(_commands(screen), look)
        self._place()

    def _body_view(self) -> BodyView:
        screen = self._screen
        shown = () if screen.pictures or screen.notes or screen.takes_text or screen.waiting else screen.choices
        return BodyView(
            question=screen.question,
            help=screen.help,
            choices=screen.choices,
            codes=tuple((one.number, self._codes[one.code]) for one in shown if one.code in self._codes),
            pictures=screen.pictures,
            notes=screen.notes,
            figure=screen.figure,
            takes_text=screen.takes_text,
            waiting=screen.waiting,
            typed=screen.typed,
        )

    def _place(self) -> None:
        grid, width = self.ground.look.grid, self.width()
        bottom = self.height() - grid.commands
        left = grid.u(_RAIL if width >= 1280 else _SLIM_RAIL)
        self._banner.setGeometry(0, 0, width, grid.banner)
        self._rail.setGeometry(0, grid.banner, left, bottom - grid.banner)
        self.body.setGeometry(left, grid.banner, width - left, bottom - grid.banner)
        self._commands.place(width=width, top=bottom, height=grid.commands)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ground.took(event) or (not event.isAutoRepeat() and self._key(event)):
            return
        super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        command = keys.plain(event, _KEYS)
        if command == "language":
            self.ground.next_language()
        elif command is not None and (command == "close" or command in self._screen.asides):
            self.pressed.emit(command)
        return command is not None

    def _asked(self, command: str) -> None:
        if command == "language":
            self.ground.next_language()
            return
        meant = {icon: name for name, icon in _ICONS.items()}
        self.pressed.emit(meant.get(command, command))

    def _touched(self, x: float, y: float) -> None:
        """Which choice stands where the finger is: painted once more on nothing, so that it cannot differ."""
        blank = QImage(1, 1, QImage.Format.Format_Mono)
        painter = QPainter(blank)
        canvas = Canvas(painter, self.ground.look, QRectF(self.body.rect()))
        at = setup_body.choice_at(canvas, self._body_view(), QPointF(x, y))
        painter.end()
        if at is not None:
            self.chosen.emit(at)


def _banner(screen: SetupScreen) -> BannerView:
    loudness = {Verdict.OK: Loudness.OK, Verdict.ATTENTION: Loudness.ATTENTION, Verdict.STOP: Loudness.ATTENTION}
    mark = {Verdict.OK: Mark.OK, Verdict.ATTENTION: Mark.ATTENTION, Verdict.STOP: Mark.ATTENTION}
    told = screen.told
    done = sum(step.state in (StepState.DONE, StepState.LEFT_OUT, StepState.WITHOUT) for step in screen.steps)
    return BannerView(
        loudness=Loudness.QUIET if told is None else loudness.get(screen.verdict, Loudness.QUIET),
        mark=Mark.NORMAL if told is None else mark.get(screen.verdict, Mark.NORMAL),
        headline=told or screen.now.name,
        detail=screen.way or Words(zh="", en=""),
        packed=done,
        needed=len(screen.steps),
        unit=Words(zh="步", en="steps"),
    )


def _commands(screen: SetupScreen) -> tuple[CommandView, ...]:
    asides = tuple(keyed(_ICONS[name], *_ASIDES[name]) for name in ("skip", "none", "back") if name in screen.asides)
    return (*asides, _LANGUAGE, _CLOSE)
