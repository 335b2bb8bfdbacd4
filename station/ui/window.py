"""The bench window: six bands that never move. It paints what it is given and says which key or button was used.

It knows neither devices nor stores. The app puts values in and listens to the signals.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import keys, pack_view, theme
from station.ui.edges import Edges
from station.ui.letters import Letters, load_fonts
from station.ui.look import Look
from station.ui.pack_view import AnswerCode, Choices, Pane, Seen, paint_pane, spoken_pane
from station.ui.pictures import Pictures
from station.ui.screen import Screen, Stage, Verdict, Words
from station.ui.surroundings import DayView, DeviceView, LiveWeight
from station.ui.theme import LIGHT, Palette
from station.ui.type import Grid
from station.ui.widgets import (
    banner,
    device_bar,
    line_list,
    live_picture,
    note_band,
    order_band,
    prompt_pane,
    scan_log,
    stop_view,
)
from station.ui.widgets.band import Band
from station.ui.widgets.banner import BannerView
from station.ui.widgets.commands import COUNT, CommandButton, seats, stand
from station.ui.widgets.device_bar import DeviceBarView
from station.ui.widgets.label_pane import WaybillView
from station.ui.widgets.line_list import LinesView
from station.ui.widgets.live_picture import LivePicture
from station.ui.widgets.note_band import NoteView
from station.ui.widgets.order_band import OrderView
from station.ui.widgets.scan_log import LogView
from station.ui.widgets.stop_view import EDGE, StopView

_SMALLEST = QSize(1280, 720)
_Place: TypeAlias = tuple[int, int, int, int]  # left, top, width, height
_NOTHING = Words(zh="", en="")


class Window(QWidget):
    pressed = Signal(str, str)  # command, argument
    answered = Signal(str, str)  # prompt id, value
    finder_asked = Signal()
    language_changed = Signal(str)
    palette_changed = Signal(str)

    def __init__(
        self,
        *,
        bench: str,
        pictures: tuple[Path, ...],
        language: str = "zh",
        palette: Palette = LIGHT,
        zone: tzinfo | None = None,
        answer_code: AnswerCode = lambda _prompt, _value: "",
    ) -> None:
        super().__init__()
        load_fonts()
        self.setWindowTitle(f"Sealbench {bench}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMinimumSize(_SMALLEST)
        self._answer_code = answer_code
        self._left_handed = False
        self._flashes = True
        idle = Screen(stage=Stage.IDLE, verdict=Verdict.INFO, headline=_NOTHING, detail=_NOTHING)
        self._seen = Seen(screen=idle, bench=bench)
        self._look = Look(
            palette=palette,
            grid=Grid(1280, 800),
            language=language,
            letters=Letters(),
            pictures=Pictures(pictures),
            zone=zone,
        )
        self._make_bands()
        self.resize(1280, 800)

    def _make_bands(self) -> None:
        self._banner: Band[BannerView] = Band(self, "verdict", banner.paint)
        self._order: Band[OrderView] = Band(self, "order", order_band.paint)
        self._note: Band[NoteView] = Band(self, "buyer's note", note_band.paint)
        self._panes: tuple[Band[Pane], ...] = tuple(
            Band(self, name, paint_pane) for name in ("work", "beside the work", "third column")
        )
        self._buttons = tuple(CommandButton(self, first=at == 0) for at in range(COUNT))
        self._devices: Band[DeviceBarView] = Band(self, "devices", device_bar.paint)
        self._live = LivePicture(self)
        self._stop: Band[StopView] = Band(self, "stop", stop_view.paint)
        self._stop.hide()
        self._edges = Edges(self)
        self._panes[1].touched.connect(self._touch)
        for button in self._buttons:
            button.asked.connect(self._press)

    # What the app puts in

    def paint_screen(self, screen: Screen) -> None:
        """Show this; only the bands whose view changed repaint. A screen with a tone flashes the edges once."""
        self._seen = replace(self._seen, screen=screen)
        self._show()
        if screen.tone is not None and self._flashes:
            self._flash(screen.verdict)

    def set_devices(self, devices: tuple[DeviceView, ...]) -> None:
        self._seen = replace(self._seen, devices=devices)
        self._show()

    def set_live_weight(self, weight_mg: int | None, *, stable: bool) -> None:
        self._seen = replace(self._seen, live=LiveWeight(weight_mg=weight_mg, stable=stable))
        self._show()

    def set_clock(self, wall_us: int) -> None:
        self._seen = replace(self._seen, now_us=wall_us)
        self._show()

    def set_day(self, day: DayView) -> None:
        self._seen = replace(self._seen, day=day)
        self._show()

    def set_live_picture(self, image: QImage) -> None:
        """What the camera sees now; without one for three seconds it goes."""
        if self._live.see(image):
            self._show()

    def set_sign_in(self, wanted: bool) -> None:
        """Whether an idle bench without a packer asks for a badge."""
        self._seen = replace(self._seen, sign_in=wanted)
        self._show()

    def set_typed(self, text: str) -> None:
        """What a person has typed so far; empty when nothing is."""
        self._seen = replace(self._seen, typed=text)
        self._show()

    def set_language(self, language: str) -> None:
        """``zh`` or ``en``; everything repaints at once."""
        self._look = replace(self._look, language=language)
        self._show()

    def set_palette(self, palette: Palette) -> None:
        self._look = replace(self._look, palette=palette)
        self._show()

    def set_left_handed(self, left_handed: bool) -> None:
        """Mirror the work columns and nothing else."""
        self._left_handed = left_handed
        self._show()

    def set_reduced_motion(self, reduced: bool) -> None:
        """No edge flash; the banner stays."""
        self._flashes = not reduced

    @property
    def misfits(self) -> tuple[str, ...]:
        """Texts that had to go below the smallest allowed size."""
        return tuple(self._look.letters.misfits)

    @property
    def language(self) -> str:
        return self._look.language

    # Showing

    def _show(self) -> None:
        seen, look = self._seen, self._look
        stopped = self._stopped
        if stopped:
            view = pack_view.stop(seen, look)
            self._stop.put(view, look, stop_view.spoken(view, look))
        self._place()
        banner_view = pack_view.banner(seen.screen)
        self._banner.put(banner_view, look, banner.spoken(banner_view, look))
        order = pack_view.order(seen, look)
        self._order.put(order, look, order_band.spoken(order))
        self._note.put(pack_view.note(seen.screen, look), look, seen.screen.note)
        for band, pane in zip(self._panes, self._shown_panes(), strict=True):
            band.put(pane, look, spoken_pane(pane, look))
        for button, command in zip(self._buttons, seats(seen.screen.commands), strict=True):
            button.put(command, look)
        bar = pack_view.device_bar(seen, look)
        self._devices.put(bar, look, device_bar.spoken(bar, look))
        self._stop.setVisible(stopped)
        if stopped:
            self._stop.raise_()

    def _shown_panes(self) -> tuple[Pane, Pane, Pane]:
        beside = live_picture.room(self._look) if self._live.there else 0
        return pack_view.panes(self._seen, self._look, self._answer_code, beside=beside)

    def _place(self) -> None:
        grid, width = self._look.grid, self.width()
        note = note_band.height(pack_view.note(self._seen.screen, self._look), self._look)
        y = 0
        for band, height in ((self._banner, grid.banner), (self._order, grid.order), (self._note, note)):
            band.setGeometry(0, y, width, height)
            y += height
        bottom = self.height() - grid.devices - grid.commands
        self._place_work(y, bottom - y)
        stand(self._buttons, width=width, top=bottom, height=grid.commands)
        self._devices.setGeometry(0, bottom + grid.commands, width, grid.devices)
        self._place_live(QRect(0, y, width, bottom - y))
        self._stop.setGeometry(0, 0, width, self.height())
        self._edges.place(self.rect(), grid.u(EDGE))

    def _place_work(self, top: int, height: int) -> None:
        width, panes = self.width(), self._shown_panes()
        wide = self._look.grid.three_columns and isinstance(panes[2], WaybillView)
        shares = (0.40, 0.29, 0.31) if wide else (776 / 1280, 1 - 776 / 1280)
        widths = [round(width * share) for share in shares]
        widths[-1] = width - sum(widths[:-1])
        lefts = [sum(widths[:at]) for at in range(len(widths))]
        if self._left_handed:
            lefts = [width - left - w for left, w in zip(lefts, widths, strict=True)]
        columns = [(left, top, w, height) for left, w in zip(lefts, widths, strict=True)]
        if not wide:
            upper, lower = self._split(columns[1], panes)
            columns = [columns[0], upper, lower]
        for band, column in zip(self._panes, columns, strict=True):
            band.setGeometry(*column)
            band.setVisible(column[3] > 0)

    def _place_live(self, work: QRect) -> None:
        """Always in the same corner, or not at all where that is needed for what the packer must read."""
        screen = self._seen.screen
        full = screen.stage in (Stage.PROMPTING, Stage.STOPPED) or bool(screen.explanations)
        shown = self._live.there and not full
        if shown:
            self._live.stand(work, self._look)
            self._live.raise_()
        self._live.setVisible(shown)

    def _split(self, column: _Place, panes: tuple[Pane, Pane, Pane]) -> tuple[_Place, _Place]:
        """A scan log goes under the second pane and gives way to the lines, down to two rows."""
        left, top, width, height = column
        _, second, third = panes
        if not isinstance(third, LogView):
            return column, (left, top + height, width, 0)
        least, most = scan_log.height(self._look, 2), scan_log.height(self._look, scan_log.ROWS_MAX)
        if self._live.there:
            least = max(least, live_picture.height(self._look))
        wanted = height - most
        if isinstance(second, LinesView):
            wanted = line_list.height(second, self._look, width)
        upper = max(0, min(wanted, height - least))
        return (left, top, width, upper), (left, top + upper, width, height - upper)

    def _flash(self, verdict: Verdict) -> None:
        if verdict is Verdict.OK:
            self._edges.flash(self._look.palette.ok)
        elif verdict is Verdict.ATTENTION:
            self._edges.flash(self._look.palette.warn)

    # What the packer does

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._look = replace(self._look, grid=Grid(self.width(), self.height()))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self._key(event.key(), event.modifiers()):
            super().keyPressEvent(event)

    def _key(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self._control_key(key)
        if key == keys.CLEAR_KEY and self._stopped:
            self.pressed.emit("clear", "")
        elif key == Qt.Key.Key_F3:
            self.finder_asked.emit()
        elif key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif key in keys.COMMANDS:
            self.pressed.emit(keys.COMMANDS[key], "")
        else:
            return False
        return True

    def _control_key(self, key: int) -> bool:
        number = keys.choice_number(key)
        if number is not None:
            return self._answer(number)
        if key == Qt.Key.Key_L:
            self.set_language("en" if self._look.language == "zh" else "zh")
            self.language_changed.emit(self._look.language)
            return True
        if key == Qt.Key.Key_D:
            self.set_palette(theme.after(self._look.palette))
            self.palette_changed.emit(self._look.palette.name)
            return True
        return False

    def _answer(self, number: int) -> bool:
        prompt = self._seen.screen.prompt
        asked = prompt is not None and self._seen.screen.stage is Stage.PROMPTING
        if prompt is None or not asked or number > len(prompt.choices):
            return False
        self.answered.emit(prompt.id, prompt.choices[number - 1])
        return True

    @property
    def _stopped(self) -> bool:
        return self._seen.screen.stage is Stage.STOPPED

    def _press(self, command: str) -> None:
        self.pressed.emit(command, "")

    def _touch(self, x: float, y: float) -> None:
        pane = self._panes[1].view
        if not isinstance(pane, Choices):
            return
        area = QRectF(self._panes[1].rect())
        value = prompt_pane.touched_choice(area, self._look, pane.prompt, QPointF(x, y))
        if value is not None:
            self.answered.emit(pane.prompt.prompt, value)
