"""Somebody at a bench who packs what NEXT gives, on and on, by what the bench tells; knows nothing of what is broken.

Every line is chosen by the last answer alone, so that a bench that was killed is worked at as one that was not.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.fleet.bench import FleetBench, Told
from tests.e2e.fleet.stock import BARCODES, PIECE_G

PAUSE_S = 0.3
EMPTY_PAN: dict[str, object] = {"weight": "0 g"}


class Packer:
    """``goes_on`` is asked before each line; ``sealed`` are the orders in the order in which they were sealed."""

    def __init__(self, bench: FleetBench, goes_on: Callable[[], bool], stocked: Callable[[], bool]) -> None:
        self.sealed: list[str] = []
        self._bench = bench
        self._goes_on = goes_on
        self._stocked = stocked

    def work(self) -> None:
        """Until nobody wants it to go on, or all is packed; an open parcel comes first. ``Gone`` when the bench is."""
        told = self._bench.says(EMPTY_PAN, "start")
        while told["stage"] not in ("idle", "sealed") or (self._goes_on() and self._stocked()):
            told = self.does(told)
            if told["stage"] == "sealed" and (not self.sealed or self.sealed[-1] != told["order"]):
                self.sealed.append(told["order"])

    def does(self, told: Told) -> Told:
        """The next line of whoever packs; the answer to it."""
        says = self._bench.says
        match told["stage"]:
            case "stopped":
                return says({"press": "clear"}, "scan")
            case "packing":
                wanted = next((line for line in told["lines"] if line["packed"] < line["needed"]), None)
                if wanted is not None:
                    return says(BARCODES[wanted["sku"]], "scan")
                return self._weighs(told)
            case "weighing":
                return self._weighs(told)
            case "prompting":
                return self._answers(told)
            case "printing" | "labelling":
                return self._labels(told)
            case _:
                return self._asks_next(told)

    def _asks_next(self, told: Told) -> Told:
        """The pan is empty first; a book that is away, or has nothing, is asked again a moment later."""
        if told["stage"] == "sealed":
            self._bench.says(EMPTY_PAN, "weight")
        elif told["reason"] is not None:
            self._bench.hears(PAUSE_S)
        return self._bench.says({"press": "next"}, "claim")

    def _weighs(self, told: Told) -> Told:
        pieces = sum(line["needed"] for line in told["lines"])
        after = self._bench.says({"weight": f"{pieces * PIECE_G} g"}, "holds")
        if after["reason"] == "weight_stale":
            self._bench.says(EMPTY_PAN, "weight")
        return after

    def _answers(self, told: Told) -> Told:
        if told["prompt"] is None:
            return self._weighs(told)
        return self._bench.says({"answer": {"prompt": told["prompt"]["id"], "value": True}}, "holds")

    def _labels(self, told: Told) -> Told:
        """The label is scanned once it is out; one that waits for the book is looked at again a moment later."""
        if told["prompt"] is not None:
            return self._answers(told)
        if told["label"] in ("sent", "printed", "unknown") and told["waybill"]:
            return self._bench.says(told["waybill"], "label")
        self._bench.hears(PAUSE_S)
        return self._bench.says(EMPTY_PAN, "weight") if told["label"] != "printed" else told
