"""The live weight of a scale that was found, for the eye. Nothing is weighed for a parcel here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from station.clock import Clock
from station.device_settings import DeviceSettings
from station.devices.device import Scale, build
from station.packing.inputs import LinkReport
from station.setup.values import DeviceWish, Weighed


class ScaleWatch(QObject):
    weighed = Signal(object)  # Weighed, when it changes
    failed = Signal(str)

    def __init__(self, wish: DeviceWish, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last: Weighed | None = None
        described = DeviceSettings(
            name=wish.name,
            kind="scale",
            link=wish.link,
            speaks=wish.speaks,
            unit=wish.unit,  # type: ignore[arg-type]
        )
        made = build(described, clock)
        assert isinstance(made, Scale)
        self._scale = made
        made.setParent(self)
        made.live.connect(self._live)
        made.said.connect(self._said)

    def start(self) -> None:
        self._scale.open()

    def stop(self) -> None:
        self._scale.close()

    def _live(self, weight_mg: int | None, stable: bool) -> None:
        now = Weighed(weight_mg=weight_mg, stable=stable)
        if now != self._last:
            self._last = now
            self.weighed.emit(now)

    def _said(self, said: object) -> None:
        if isinstance(said, LinkReport) and not said.up and said.word not in ("silent",):
            self.failed.emit(f"the scale's link is down ({said.word}): see its cable")
