"""The other end of every device of the demo: what a packer's hands would move. Only for demo, training and tests."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from station.devices.virtual.outlet import PtyOutlet, TcpOutlet
from station.devices.virtual.scale import VirtualScale
from station.devices.virtual.scanner import VirtualScanner
from station.devices.virtual.zpl_printer import VirtualPrinter
from station.settings import DeviceSettings

GUARD_MS = 40
"""Shorter than a person's: the demo's packer is quicker than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualBench:
    scanner: VirtualScanner
    scale: VirtualScale
    printer: VirtualPrinter

    def settings(self) -> tuple[DeviceSettings, ...]:
        """What ``bench.toml`` would say of these devices."""
        return (
            DeviceSettings(
                name="scanner", kind="scanner", link=self.scanner.outlet.address, speaks="plain", guard_ms=GUARD_MS
            ),
            DeviceSettings(name="scale", kind="scale", link=self.scale.outlet.address, speaks="mt-sics"),
            DeviceSettings(name="label printer", kind="printer", link=self.printer.outlet.address, speaks="zpl"),
        )

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
