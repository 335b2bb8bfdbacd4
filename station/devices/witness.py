"""Whether a device answers at all: hears what it says until it says that it is ready. For set-up, not for packing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from station.packing.inputs import LinkReport


class Witness(QObject):
    """``word`` is the device's last word about itself."""

    satisfied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ok = False
        self.word = "no answer"

    def hear(self, said: object) -> None:
        if not isinstance(said, LinkReport):
            return
        self.word = said.word
        self.ok = said.up and said.word == "ready"
        if self.ok:
            self.satisfied.emit()
