"""The other end of every device of the demo: what a packer's hands would move. Only for demo, training and tests."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from station.devices.virtual.outlet import Outlet, PtyOutlet, TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.devices.virtual.scale import VirtualScale
from station.devices.virtual.scanner import VirtualScanner


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualBench:
    scanner: VirtualScanner
    scale: VirtualScale
    printer: VirtualPrinter

    @property
    def addresses(self) -> dict[str, str]:
        """What stands in the demo's settings, and where that device really listens."""
        return {
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

    def close(self) -> None:
        for device in (self.scanner, self.scale, self.printer):
            device.close()


def plug_in(folder: Path, *, label_ms: int = 150) -> VirtualBench:
    """Scanner and scale on ptys in ``folder`` (TCP where there are none), the printer on a free TCP port."""

    def outlet(name: str) -> PtyOutlet | TcpOutlet:
        return TcpOutlet() if sys.platform == "win32" else PtyOutlet(folder / name)

    return VirtualBench(
        scanner=VirtualScanner(outlet("scanner")),
        scale=VirtualScale(outlet("scale")),
        printer=VirtualPrinter(TcpOutlet(), label_ms=label_ms),
    )
