"""The other end of every device of the demo: what a packer's hands would move. Only for demo, training and tests."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from station.clock import Clock
from station.devices.virtual.camera import CameraMood, VirtualCamera
from station.devices.virtual.firmware import PrinterFault
from station.devices.virtual.outlet import Outlet, PtyOutlet, TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.devices.virtual.scale import VirtualScale
from station.devices.virtual.scanner import VirtualScanner


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualBench:
    scanner: VirtualScanner
    scale: VirtualScale
    printer: VirtualPrinter
    camera: VirtualCamera | None = None  # None: the settings' own, which draws its pictures itself

    @property
    def addresses(self) -> dict[str, str]:
        """What stands in the demo's settings, and where that device really listens."""
        camera = {} if self.camera is None else {"synthetic:": self.camera.address}
        return camera | {
            "virtual:scanner": self.scanner.outlet.address,
            "virtual:scale": self.scale.outlet.address,
            "virtual:printer": self.printer.outlet.address,
        }

    def outlet(self, device: str) -> Outlet:
        """Where the cable of a device of the demo's settings ends."""
        ends = {
            "scanner": self.scanner.outlet,
            "scale": self.scale.outlet,
            "label printer": self.printer.outlet,
        }
        return ends[device]

    def paper(self, *, out: bool) -> None:
        if out:
            self.printer.strike(PrinterFault.PAPER_OUT)
        else:
            self.printer.mend()

    def picture(self, *, dark: bool) -> None:
        """Whether the camera's lens is covered; nothing at a bench without one of its own."""
        if self.camera is not None:
            self.camera.be(CameraMood.DARK if dark else CameraMood.OK)

    def close(self) -> None:
        for device in (self.scanner, self.scale, self.printer):
            device.close()
        if self.camera is not None:
            self.camera.close()


def plug_in(folder: Path, *, label_ms: int = 150, filmed_by: Clock | None = None) -> VirtualBench:
    """Scanner and scale on ptys in ``folder`` (TCP where there are none), the printer on a free TCP port.

    ``filmed_by``: a camera whose lens can be covered, by this clock.
    """

    def outlet(name: str) -> PtyOutlet | TcpOutlet:
        return TcpOutlet() if sys.platform == "win32" else PtyOutlet(folder / name)

    return VirtualBench(
        scanner=VirtualScanner(outlet("scanner")),
        scale=VirtualScale(outlet("scale")),
        printer=VirtualPrinter(TcpOutlet(), label_ms=label_ms),
        camera=None if filmed_by is None else VirtualCamera(filmed_by, size=(640, 360), fps=5),
    )
