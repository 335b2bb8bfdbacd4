"""Several label printers at one bench: which one labels go to, and how the others are. Pure; only a person changes it.

A printer that fails is not left by itself: half a label may lie in it, and whoever stands there knows. Its place is
taken by another when the packer says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from station.packing.inputs import DeviceKind, LinkReport


class Pool:
    """Printers by name, in the order of ``bench.toml``; the first is the usual one."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self._chosen = self._names[0] if self._names else ""
        self._words: dict[str, str] = {}

    @property
    def chosen(self) -> str:
        """Empty at a bench without a printer."""
        return self._chosen

    @property
    def spares(self) -> tuple[str, ...]:
        """Whom the packer may choose instead: those that say they are ready. Silence is not."""
        return tuple(name for name in self._names if name != self._chosen and self.word(name) == "ready")

    def word(self, name: str) -> str:
        """The printer's last word about itself; ``unknown`` before it has said any."""
        return self._words.get(name, "unknown")

    def hear(self, said: object) -> None:
        """Everything devices say may be given; only printers of this pool are heard."""
        if isinstance(said, LinkReport) and said.kind is DeviceKind.PRINTER and said.device in self._names:
            self._words[said.device] = said.word if said.up or said.word != "ready" else "unknown"

    def choose(self, name: str) -> bool:
        """Whether labels go there now; a name that is not of this bench changes nothing."""
        if name not in self._names:
            return False
        self._chosen = name
        return True
