"""The bench window: six bands that never move. It paints what it is given and says which key or button was used.

It knows neither devices nor stores. The app puts values in and listens to the signals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import keys, lifted, pack_view, seat_words, sheets
from station.ui.ground import DRAWN_FOR, Ground
from station.ui.pack_view import AnswerCode, Choices, Pane, Seen, paint_pane, spoken_pane
from station.ui.screen import Screen, Stage, Verdict, Words
from station.ui.sheets import Card, Kind, Sheet
from station.ui.surroundings import DayView, DeviceView, LiveWeight
from station.ui.theme import LIGHT, Palette
from station.ui.widgets import (
    banner,
    cell_strip,
    device_bar,
    line_list,
    live_picture,
    note_band,
    order_band,
    prompt_pane,
    scan_log,
    sheet_pane,
    stop_view,
)
from station.ui.widgets.band import Band
from station.ui.widgets.banner import BannerView
from station.ui.widgets.cell_strip import StripView
from station.ui.widgets.commands import CommandRow
from station.ui.widgets.device_bar import DeviceBarView
from station.ui.widgets.label_pane import WaybillView
from station.ui.widgets.line_list import LinesView
from station.ui.widgets.live_picture import LivePicture
from station.ui.widgets.note_band import NoteView
from station.ui.widgets.order_band import OrderView
from station.ui.widgets.scan_log import LogView
from station.ui.widgets.stop_view import StopView

_Place: TypeAlias = tuple[int, int, int, int]  # left, top, width, height
_NOTHING = Words(zh="", en="")


class Window(QWidget):
    pressed = Signal(str, str)  # command, argument
    answered = Signal(str, str)  # prompt id, value
    finder_asked = Signal()

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
        self.ground = Ground(
            self, self._show, language=language, palette=palette, pictures=pictures, zone=zone, locks=True
        )
        self.ground.title(bench)
        self._answer_code = answer_code
        idle = Screen(stage=Stage.IDLE, verdict=Verdict.INFO, headline=_NOTHING, detail=_NOTHING)
        self._seen = Seen(screen=idle, bench=bench)
        self._open_sheet: Sheet | None = None
        self._boxes: tuple[tuple[str, str, int], ...] = ()
        self._learned: tuple[str, ...] = ()
        self._make_bands()
        self.resize(DRAWN_FOR)

    def _make_bands(self) -> None:
        self._banner: Band[BannerView] = Band(self, "verdict", banner.paint)
        self._order: Band[OrderView] = Band(self, "order", order_band.paint)
        self._note: Band[NoteView] = Band(self, "buyer's note", note_band.paint)
        self._panes: tuple[Band[Pane], ...] = tuple(
            Band(self, name, paint_pane) for name in ("work", "beside the work", "third column")
        )
        self._commands = CommandRow(self, self.press)
        self._devices: Band[DeviceBarView] = Band(self, "devices", device_bar.paint)
        self._live = LivePicture(self)
        self._stop: Band[StopView] = Band(self, "stop", stop_view.paint)
        self._stop.hide()
        self._sheet: Band[Sheet] = Band(self, "choices", sheet_pane.paint)
        self._sheet.hide()
        self._sheet.touched.connect(self._touch_card)
        self._panes[1].touched.connect(self._touch)

    # What the app puts in

    def paint_screen(self, screen: Screen) -> None:
        """Show this; only the bands whose view changed repaint. A screen with a tone flashes the edges once."""
        screen = seat_words.shut(screen)
        if _work(screen) != _work(self._seen.screen):
            self._open_sheet = None
        self._seen = replace(self._seen, screen=screen)
        self._show()
        if screen.tone is not None and screen.verdict is not Verdict.STOP:  # a stop keeps its own frame
            self.ground.flash(screen.verdict)

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

    def set_boxes(self, boxes: tuple[tuple[str, str, int], ...]) -> None:
        """Code, name and empty weight in grams of each box that F6 offers."""
        self._boxes = boxes

    def set_look_alikes(self, variants: Mapping[str, str]) -> None:
        """By SKU the variant of the same goods that is easily taken instead."""
        self._seen = replace(self._seen, alike=variants)
        self._show()

    def set_learned(self, reasons: tuple[str, ...]) -> None:
        """Reasons for putting an order aside, the most used first."""
        self._learned = reasons

    def set_typed(self, text: str) -> None:
        """What a person has typed so far; empty when nothing is."""
        self._seen = replace(self._seen, typed=text)
        self._show()

    # Showing

    def _show(self) -> None:
        seen, look = self._seen, self.ground.look
        stopped = self._stopped
        if stopped:
            view = pack_view.stop(seen, look, captioned=self.ground.captions_sounds)
            self._stop.put(view, look, stop_view.spoken(view, look))
        self._place()
        banner_view = pack_view.banner(
            lifted.followed(seen.screen, seen.live),
            captioned=self.ground.captions_sounds,
            cut_off=device_bar.cut_off(seen.devices),
        )
        self._banner.put(banner_view, look, banner.spoken(banner_view, look))
        order = pack_view.order(seen, look)
        self._order.put(order, look, order_band.spoken(order))
        self._note.put(pack_view.note(seen.screen, look), look, seen.screen.note)
        for band, pane in zip(self._panes, self._shown_panes(), strict=True):
            band.put(pane, look, spoken_pane(pane, look))
        self._commands.put(seen.screen.commands, look)
        bar = pack_view.device_bar(seen, look)
        self._devices.put(bar, look, device_bar.spoken(bar, look))
        self._show_sheet()
        self._stop.setVisible(stopped)
        if stopped:
            self._stop.raise_()

    def _show_sheet(self) -> None:
        if self._open_sheet is not None:
            look = self.ground.look
            self._sheet.put(self._open_sheet, look, sheet_pane.spoken(self._open_sheet, look))
            self._sheet.raise_()
        self._sheet.setVisible(self._open_sheet is not None)

    def _shown_panes(self) -> tuple[Pane, Pane, Pane]:
        beside = live_picture.room(self.ground.look) if self._live.there else 0
        return pack_view.panes(self._seen, self.ground.look, self._answer_code, beside=beside)

    def _place(self) -> None:
        grid, width = self.ground.look.grid, self.width()
        note = note_band.height(pack_view.note(self._seen.screen, self.ground.look), self.ground.look)
        y = 0
        for band, height in ((self._banner, grid.banner), (self._order, grid.order), (self._note, note)):
            band.setGeometry(0, y, width, height)
            y += height
        bottom = self.height() - grid.devices - grid.commands
        self._place_work(y, bottom - y)
        self._commands.place(width=width, top=bottom, height=grid.commands)
        self._devices.setGeometry(0, bottom + grid.commands, width, grid.devices)
        self._sheet.setGeometry(0, y, width, bottom - y)
        self._place_live(QRect(0, y, width, bottom - y))
        self._stop.setGeometry(0, 0, width, self.height())

    def _place_work(self, top: int, height: int) -> None:
        panes = self._shown_panes()
        wide = self.ground.look.grid.three_columns and isinstance(panes[2], WaybillView)
        shares = (0.40, 0.29, 0.31) if wide else (776 / 1280, 1 - 776 / 1280)
        columns = [(left, top, w, height) for left, w in self.ground.columns(*shares)]
        if isinstance(panes[1], StripView):
            columns = self._over_strip(top, height)
        elif not wide:
            upper, lower = self._split(columns[1], panes)
            columns = [columns[0], upper, lower]
        for band, column in zip(self._panes, columns, strict=True):
            band.setGeometry(*column)
            band.setVisible(column[3] > 0)

    def _place_live(self, work: QRect) -> None:
        """Always in the same corner, or not at all where that is needed for what the packer must read."""
        screen = self._seen.screen
        full = screen.stage in (Stage.PROMPTING, Stage.STOPPED) or bool(screen.explanations or screen.locked)
        shown = self._live.there and not full and not self._lines_reach_down()
        if shown:
            column = self._panes[2].geometry()  # beside the work, on whichever side the packer has it
            self._live.stand(QRect(column.left(), work.top(), column.width(), work.height()), self.ground.look)
            self._live.raise_()
        self._live.setVisible(shown)

    def _lines_reach_down(self) -> bool:
        """Whether lines or cut-offs stand where the camera's picture would: no log is under them that gives it room."""
        _, second, third = self._shown_panes()
        if not isinstance(second, LinesView | DayView):
            return isinstance(second, StripView)
        roomy = isinstance(third, LogView) and self._panes[2].height() >= live_picture.height(self.ground.look)
        return not roomy

    def _over_strip(self, top: int, height: int) -> list[_Place]:
        """Too narrow for two columns: the item over the whole width, the lines a row of cells below, no log."""
        grid, width = self.ground.look.grid, self.width()
        strip = grid.u(cell_strip.HEIGHT) if height >= grid.u(cell_strip.FROM) else 0
        return [(0, top, width, height - strip), (0, top + height - strip, width, strip), (0, top + height, width, 0)]

    def _split(self, column: _Place, panes: tuple[Pane, Pane, Pane]) -> tuple[_Place, _Place]:
        """A scan log goes under the second pane and gives way to the lines, down to two rows."""
        left, top, width, height = column
        _, second, third = panes
        if not isinstance(third, LogView) or self.ground.look.grid.low:
            return column, (left, top + height, width, 0)
        least, most = scan_log.height(self.ground.look, 2), scan_log.height(self.ground.look, scan_log.ROWS_MAX)
        if self._live.there:
            least = max(least, live_picture.height(self.ground.look))
        wanted = height - most
        if isinstance(second, LinesView):
            wanted = line_list.height(second, self.ground.look, width)
        upper = max(0, min(wanted, height - least))
        return (left, top, width, upper), (left, top + upper, width, height - upper)

    # What the packer does

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ground.took(event) or (not event.isAutoRepeat() and self._key(event)):
            return
        super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        number = keys.choice_of(event)
        if number is not None:
            return self._choose(f"Ctrl+{number}") or self._answer(number)
        if event.key() == Qt.Key.Key_Escape and self._open_sheet is not None:
            self._lay(None)
            return True
        command = keys.plain(event, keys.WINDOW)
        if command == "clear" and not self._stopped:
            return False
        if command is not None:
            self.press(command)
        return command is not None

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

    def press(self, command: str) -> None:
        """What a key or a button asks for: a sheet to choose from first, or the command itself."""
        sheet = self._sheet_of(command)
        if command == "find":
            self.finder_asked.emit()
        elif sheet is not None and sheet.kind is not self._open_kind:
            self._lay(sheet)
        elif command in ("page", "boxes"):
            self._lay(None)
        else:
            self._lay(None)
            self.pressed.emit(command, "")

    def _sheet_of(self, command: str) -> Sheet | None:
        """None where the command is given at once: at a stop, at a bench that waits for a badge, without an order."""
        screen = self._seen.screen
        if self._stopped or screen.locked or screen.pin_of:
            return None
        if command == "page":
            return sheets.help_sheet(screen.stage, screen.commands)
        working = screen.order is not None and screen.stage is not Stage.SEALED
        if command == "hold" and working:
            return sheets.hold_sheet(self._learned)
        return sheets.box_sheet(self._boxes) if command in ("box", "boxes") and working else None

    def _lay(self, sheet: Sheet | None) -> None:
        self._open_sheet = sheet
        self._show()

    def _choose(self, key: str) -> bool:
        sheet = self._open_sheet
        card = next((card for card in sheet.cards if card.key == key), None) if sheet is not None else None
        if card is None or sheet is None or sheet.kind is Kind.HELP:
            return sheet is not None
        self._give(card)
        return True

    def _touch_card(self, x: float, y: float) -> None:
        if self._open_sheet is None:
            return
        card = sheet_pane.touched(QRectF(self._sheet.rect()), self.ground.look, self._open_sheet, QPointF(x, y))
        if card is not None and card.command:
            self._give(card)

    def _give(self, card: Card) -> None:
        if card.argument or self._sheet_of(card.command) is None or self._open_kind is Kind.HOLD:
            self._lay(None)
            self.pressed.emit(card.command, card.argument)
        else:
            self.press(card.command)

    @property
    def _open_kind(self) -> Kind | None:
        return self._open_sheet.kind if self._open_sheet is not None else None

    def _touch(self, x: float, y: float) -> None:
        pane = self._panes[1].view
        if not isinstance(pane, Choices):
            return
        area = QRectF(self._panes[1].rect())
        value = prompt_pane.touched_choice(area, self.ground.look, pane.prompt, QPointF(x, y))
        if value is not None:
            self.answered.emit(pane.prompt.prompt, value)


def _work(screen: Screen) -> tuple[object, ...]:
    """What a sheet was opened over: when it changes, nobody is choosing any more."""
    parcel = (screen.order, screen.lines, screen.scans, screen.label)
    return (screen.stage, screen.reason, screen.prompt, screen.locked, screen.pin_of, *parcel)
