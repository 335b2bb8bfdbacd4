"""Several label printers at one bench: which of them say that they are ready. Pure.

Nothing is chosen here: a printer that fails is not left by itself, half a label may lie in it, and whoever stands
there knows. Where a label goes is the packer's choice (``packing/recalling.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

from station.packing.inputs import DeviceKind, LinkReport


class Pool:
    """Printers by name, in the order of ``bench.toml``; the first is the usual one."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self._words: dict[str, str] = {}

    @property
    def ready(self) -> tuple[str, ...]:
        """Those that say so. Silence does not."""
        return tuple(name for name in self._names if self.word(name) == "ready")

    def word(self, name: str) -> str:
        """The printer's last word about itself; ``unknown`` before it has said any."""
        return self._words.get(name, "unknown")

    def hear(self, said: object) -> None:
        """Everything devices say may be given; only printers of this pool are heard."""
        if isinstance(said, LinkReport) and said.kind is DeviceKind.PRINTER and said.device in self._names:
            self._words[said.device] = said.word if said.up or said.word != "ready" else "unknown"
