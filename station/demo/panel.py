"""The virtual bench panel wired to the virtual devices: buttons that scan, a slider that weighs, faults to pull."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from station.bench import Outcome
from station.codes import command_code
from station.demo.virtual_bench import VirtualBench
from station.packing.inputs import Command
from station.packing.job import Job
from station.packing.rules import Rules
from station.packing.weighing import limits_mg
from station.ui.screen import Words
from station.ui.texts import COMMANDS
from station.ui.virtual_panel import ScanButton, VirtualPanel

ORDERS_MAX = 12
CODES = (Command.CLEAR, Command.YES, Command.NO, Command.UNDO, Command.HOLD, Command.BY_HAND, Command.NEXT)
STRANGER = "6900000000001"
"""A code of right form that no order holds."""


class PanelDesk(QObject):
    """Lives in the screen thread with the virtual devices; outcomes of the bench come in by a queued signal."""

    def __init__(self, panel: VirtualPanel, bench: VirtualBench, orders: tuple[str, ...], rules: Rules) -> None:
        super().__init__()
        self.panel = panel
        self._bench = bench
        self._rules = rules
        panel.set_orders(tuple(ScanButton(words=Words(zh=number, en=number), code=number) for number in orders))
        panel.set_codes(tuple(_command(command) for command in CODES))
        panel.scanned.connect(bench.scanner.scan)
        panel.weighed.connect(self._weigh)
        panel.paper_out.connect(self._paper)
        panel.cable_pulled.connect(self._pull)

    @Slot(object)
    def see(self, outcome: Outcome) -> None:
        """Offer the codes of the order that is open now, a stranger's and the label's."""
        job = outcome.job
        self.panel.set_items(_codes(job))
        limits = limits_mg(job, self._rules) if job.counted else None
        self.panel.set_expected(sum(limits) // 2 if limits else 0)

    @Slot(int, bool)
    def _weigh(self, weight_mg: int, stable: bool) -> None:
        self._bench.scale.put(weight_mg, stable=stable)

    @Slot(bool)
    def _paper(self, out: bool) -> None:
        self._bench.paper(out=out)

    @Slot(str, bool)
    def _pull(self, device: str, pulled: bool) -> None:
        outlet = self._bench.outlet(device)
        if pulled:
            outlet.unplug()
        else:
            outlet.plug()


def _command(command: Command) -> ScanButton:
    zh, en = COMMANDS[command.value]
    return ScanButton(words=Words(zh=zh, en=en), code=command_code(command))


def _codes(job: Job) -> tuple[ScanButton, ...]:
    if not job.opened or job.order is None:
        return ()
    lines = [
        ScanButton(words=Words(zh=line.name or line.sku, en=line.name or line.sku), code=barcode.code)
        for line in job.order.lines
        for barcode in line.barcodes[:1]
    ]
    wrong = ScanButton(words=Words(zh="不在本单的商品", en="An item of no order"), code=STRANGER)
    label = (
        (ScanButton(words=Words(zh="箱上的面单", en="The label on the box"), code=job.waybill),) if job.waybill else ()
    )
    return (*lines, wrong, *label)
