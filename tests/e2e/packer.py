"""A packer who works by what the windowless bench tells: from a told line to the next line to say. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.e2e.rig import Told, answer, press, weight
from tests.e2e.warehouse import COASTER, TRAY

CODES = {"TRAY-30": TRAY, "COASTER-10": COASTER}


@dataclass(slots=True, kw_only=True)
class Packer:
    """Packs ``orders`` in turn; looks at the printer with ``papers`` when asked whether a label came out."""

    orders: Sequence[str]
    papers: Callable[[], int]
    sealed: list[str] = field(default_factory=list)
    questions: int = 0
    _papers_before: int = 0

    @property
    def done(self) -> bool:
        return len(self.sealed) == len(self.orders)

    def next_line(self, told: Told) -> str | dict[str, object] | None:
        """What to say now; None where there is nothing to do but wait."""
        match told["stage"]:
            case "stopped":
                return press("clear")
            case "idle":
                return self._next_order()
            case "sealed":
                return self._seal(told["order"])
            case "prompting":
                self.questions += 1
                return answer(told["prompt"]["id"], self.papers() > self._papers_before)
            case "packing":
                return next(CODES[line["sku"]] for line in told["lines"] if line["packed"] < line["needed"])
            case "weighing":
                low_g, high_g = told["expected_g"]
                return weight(0 if told["reason"] == "weight_stale" else (low_g + high_g) // 2)
            case "labelling":
                return str(told["waybill"])
            case _:
                return None

    def _seal(self, order: str) -> str | dict[str, object]:
        """The box goes off the scale, then the next order comes."""
        if order not in self.sealed:
            self.sealed.append(order)
            return weight(0)
        return self._next_order()

    def _next_order(self) -> str | dict[str, object]:
        if self.done:
            return press("next")
        self._papers_before = self.papers()
        return self.orders[len(self.sealed)]
