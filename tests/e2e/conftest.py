"""Homes with one order, and a printer at a TCP port, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.home import Home
from tests.e2e.warehouse import FILE_PRINTER, ORDER, prepare


@pytest.fixture
def ready_home(home: Home) -> Home:
    """SO-1: a tray and a coaster; five waybill numbers; a printer that writes files."""
    prepare(home, ORDER)
    return home


@pytest.fixture
def printer(qapp: object) -> Iterator[VirtualPrinter]:
    """A printer at a TCP port of this machine."""
    device = VirtualPrinter(TcpOutlet(), label_ms=30)
    yield device
    device.close()


@pytest.fixture
def wired_home(home: Home, printer: VirtualPrinter) -> Home:
    """The same, with the printer at its TCP port."""
    prepare(home, ORDER, settings=FILE_PRINTER.replace("file:out", printer.outlet.address))
    return home
