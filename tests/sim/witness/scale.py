"""A scale as physics has it: rounds to its division, rests a while after the last touch, never shows the same twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from station.devices.dialect import ScaleFrame
from station.devices.readings import News
from station.packing.inputs import Reading

FRAME_MS = 200
REPEATABILITY = 0.4
"""Standard deviation of one placement, in divisions; makers promise about one division."""


@dataclass(slots=True)
class SimScale:
    rng: Random
    step_mg: int
    settle_ms: int = 600
    load_mg: int = 0
    lean_mg: int = 0
    touched_ms: int = 0
    shown_mg: int = 0
    news: News = field(default_factory=lambda: News("scale"))

    def touch(self, now_ms: int, *, load_mg: int | None = None, lean_mg: int | None = None) -> None:
        """Something changes on the pan: it moves, and comes to rest somewhere near the truth."""
        self.load_mg = self.load_mg if load_mg is None else load_mg
        self.lean_mg = self.lean_mg if lean_mg is None else lean_mg
        self.touched_ms = now_ms
        true = self.load_mg + self.lean_mg + self.rng.gauss(0, REPEATABILITY * self.step_mg)
        self.shown_mg = 0 if self.load_mg + self.lean_mg == 0 else round(true / self.step_mg) * self.step_mg

    def frame(self, now_ms: int) -> Reading | None:
        """A hand that leans trembles: such a weight rests only now and then."""
        steady = now_ms - self.touched_ms >= self.settle_ms and (not self.lean_mg or self.rng.random() < 0.1)
        tremble = 0 if steady else self.rng.randrange(-3, 4) * self.step_mg
        frame = ScaleFrame(weight_mg=self.shown_mg + tremble, stable=steady, unit="g", step_mg=self.step_mg)
        return self.news.feed(frame)
