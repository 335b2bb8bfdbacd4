"""A scanner without a scanner: it types codes into its outlet as a serial scanner does."""

from __future__ import annotations

from PySide6.QtCore import QObject

from station.devices.virtual.outlet import Outlet


class VirtualScanner(QObject):
    """``suffix`` and ``prefix`` as the scanner would be programmed."""

    def __init__(self, outlet: Outlet, *, suffix: bytes = b"\r", prefix: bytes = b"") -> None:
        super().__init__()
        self.outlet = outlet
        outlet.setParent(self)
        self._suffix = suffix
        self._prefix = prefix

    def scan(self, text: str, *, aim: str = "") -> None:
        """One trigger pull; ``aim`` is sent before the code when the scanner is set so."""
        self.outlet.write(self._prefix + (aim + text).encode() + self._suffix)

    def send(self, data: bytes) -> None:
        """Exactly these bytes: a code cut off, noise."""
        self.outlet.write(data)

    def close(self) -> None:
        self.outlet.close()
