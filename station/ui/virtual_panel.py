"""The virtual bench panel: what a scanner, a scale and a printer would do, as buttons. Only signals leave it.

The window takes no focus, so that the bench behind it keeps the keyboard.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from station.ui.desk import dress
from station.ui.languages import said
from station.ui.screen import Words
from station.ui.theme import Palette

_WEIGHT_MAX_G: Final = 5000
_COLUMNS: Final = 2
_BUTTONS_MAX: Final = 200
_BUTTON_PX: Final = 36

_TITLE: Final = Words(zh="虚拟工位", en="Virtual bench")
_ORDERS: Final = Words(zh="扫订单", en="Scan an order")
_ITEMS: Final = Words(zh="扫商品", en="Scan an item")
_CODES: Final = Words(zh="扫命令码和面单", en="Scan commands and labels")
_SCALE: Final = Words(zh="秤", en="Scale")
_FAULTS: Final = Words(zh="故障", en="Faults")
_EXPECTED: Final = Words(zh="放上包裹", en="Put the parcel on")
_EMPTY: Final = Words(zh="清空秤", en="Empty the pan")
_UNSTABLE: Final = Words(zh="不稳定", en="Unstable")
_PULLED: Final = Words(zh="拔掉{device}的线", en="Pull the cable: {device}")
_PAPER: Final = Words(zh="打印机缺纸", en="Printer out of paper")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanButton:
    """``code`` is sent as the bytes of a scan; ``words`` stand on the button."""

    words: Words
    code: str


class VirtualPanel(QWidget):
    scanned = Signal(str)
    weighed = Signal(int, bool)  # milligrams on the pan, stable
    paper_out = Signal(bool)
    cable_pulled = Signal(str, bool)  # device, pulled

    def __init__(self, *, language: str, palette: Palette, devices: tuple[tuple[str, Words], ...] = ()) -> None:
        """``devices`` are those whose cable can be pulled: name and words."""
        super().__init__()
        self._language = language
        self._expected_mg = 0
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setWindowTitle(self._said(_TITLE))
        self.setAccessibleName(self._said(_TITLE))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        self._groups = {name: self._group(layout, words) for name, words in _groups()}
        self._make_scale(layout)
        self._make_faults(layout, devices)
        layout.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.resize(460, 760)
        dress(self, palette)

    def set_orders(self, buttons: tuple[ScanButton, ...]) -> None:
        self._fill("orders", buttons)

    def set_items(self, buttons: tuple[ScanButton, ...]) -> None:
        """Each unit code of the open order, and what a confused packer would scan instead."""
        self._fill("items", buttons)

    def set_codes(self, buttons: tuple[ScanButton, ...]) -> None:
        self._fill("codes", buttons)

    def set_expected(self, weight_mg: int) -> None:
        """What "put the parcel on" puts on the pan."""
        self._expected_mg = weight_mg

    @property
    def weight_mg(self) -> int:
        return self._slider.value() * 1000

    def put_on_pan(self, weight_mg: int) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(weight_mg / 1000))
        self._weigh()

    def _fill(self, name: str, buttons: tuple[ScanButton, ...]) -> None:
        grid = self._groups[name]
        while (item := grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for at, button in enumerate(buttons[:_BUTTONS_MAX]):
            grid.addWidget(self._scan_button(button), at // _COLUMNS, at % _COLUMNS)

    def _scan_button(self, button: ScanButton) -> QPushButton:
        made = self._button(button.words, lambda: self.scanned.emit(button.code))
        made.setToolTip(button.code)
        made.setAccessibleDescription(button.code)
        return made

    def _button(self, words: Words, act: Callable[[], object]) -> QPushButton:
        made = QPushButton(self._said(words))
        made.setAccessibleName(self._said(words))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setMinimumHeight(_BUTTON_PX)
        made.clicked.connect(lambda _checked=False: act())
        return made

    def _group(self, layout: QVBoxLayout, words: Words) -> QGridLayout:
        box = QGroupBox(self._said(words))
        grid = QGridLayout(box)
        layout.addWidget(box)
        return grid

    def _make_scale(self, layout: QVBoxLayout) -> None:
        box = QGroupBox(self._said(_SCALE))
        column = QVBoxLayout(box)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _WEIGHT_MAX_G)
        self._slider.setAccessibleName(self._said(_SCALE))
        self._slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grams = QLabel("0 g")
        self._unstable = self._switch(_UNSTABLE, lambda _on: self._weigh())
        self._slider.valueChanged.connect(lambda _value: self._weigh())
        row: QLayout = QHBoxLayout()
        row.addWidget(self._button(_EXPECTED, lambda: self.put_on_pan(self._expected_mg)))
        row.addWidget(self._button(_EMPTY, lambda: self.put_on_pan(0)))
        row.addWidget(self._unstable)
        column.addWidget(self._grams)
        column.addWidget(self._slider)
        column.addLayout(row)
        layout.addWidget(box)

    def _make_faults(self, layout: QVBoxLayout, devices: tuple[tuple[str, Words], ...]) -> None:
        box = QGroupBox(self._said(_FAULTS))
        column = QVBoxLayout(box)
        column.addWidget(self._switch(_PAPER, self.paper_out.emit))
        for name, words in devices:
            pulled = _PULLED.filled(device=words)
            column.addWidget(self._switch(pulled, self._puller(name)))
        layout.addWidget(box)

    def _puller(self, device: str) -> Callable[[bool], object]:
        return lambda pulled: self.cable_pulled.emit(device, pulled)

    def _switch(self, words: Words, act: Callable[[bool], object]) -> QCheckBox:
        made = QCheckBox(self._said(words))
        made.setAccessibleName(self._said(words))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.toggled.connect(act)
        return made

    def _weigh(self) -> None:
        self._grams.setText(f"{self._slider.value():,} g")
        self.weighed.emit(self.weight_mg, not self._unstable.isChecked())

    def _said(self, words: Words) -> str:
        return said(words, self._language)


def _groups() -> tuple[tuple[str, Words], ...]:
    return ("orders", _ORDERS), ("items", _ITEMS), ("codes", _CODES)
