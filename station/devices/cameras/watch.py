"""Whether a camera's pictures can be believed to be of now, and show anything. Pure: times and numbers come in."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

SILENT_US: Final = 3_000_000
"""Without a picture for so long the camera has stopped."""
STARTING_US: Final = 12_000_000
"""A network camera needs some seconds to its first picture."""
FROZEN_US: Final = 10_000_000
"""Longer than any usual distance of key frames; two pictures of a living sensor are never the same to the last bit."""
DARK_US: Final = 3_000_000
"""A hand that passes before the lens is no cover."""
DARK_BELOW: Final = 24
"""Of 255, in the brightest of the picture's cells. A covered sensor's own noise stays below it; a hall at night, with
one lamp or screen in the picture, does not. Our own figure: no covered camera of a maker was measured."""
LOOK_US: Final = 1_000_000

Problem: TypeAlias = Literal["", "silent", "frozen"]


class Watch:
    """``start`` at every opening; what was frozen before stays frozen until the picture changes."""

    def __init__(self) -> None:
        self._opened_us = 0
        self._seen_us: int | None = None
        self._digest: int | None = None
        self._changed_us = 0
        self._looked_us = 0
        self._light_us = 0

    def start(self, now_us: int) -> None:
        self._opened_us = self._light_us = now_us
        self._seen_us = None

    def wants_digest(self, now_us: int) -> bool:
        """Comparing pictures costs a millisecond: the first after an opening and one a second are enough."""
        return self._seen_us is None or now_us - self._looked_us >= LOOK_US

    def see(self, now_us: int, digest: int | None, brightest: int = 255) -> None:
        """``digest`` is None where none was wanted; ``brightest`` counts beside one."""
        self._seen_us = now_us
        if digest is None:
            return
        self._looked_us = now_us
        if brightest >= DARK_BELOW:
            self._light_us = now_us
        if digest != self._digest:
            self._digest = digest
            self._changed_us = now_us

    def dark(self, now_us: int) -> bool:
        """Pictures come and are black: a lens that is covered, or a hall without light."""
        return self._looked_us - self._light_us >= DARK_US and self.problem(now_us) == ""

    def problem(self, now_us: int) -> Problem:
        limit_us = STARTING_US if self._seen_us is None else SILENT_US
        if now_us - (self._opened_us if self._seen_us is None else self._seen_us) > limit_us:
            return "silent"
        if self._seen_us is None or self._digest is None:
            return ""
        return "frozen" if now_us - self._changed_us > FROZEN_US else ""
