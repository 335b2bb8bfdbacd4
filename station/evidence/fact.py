"""What the ledger takes and gives: values only. How an event becomes a ``Fact`` is ``codec``'s business, not ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

JSON: TypeAlias = "bool | int | str | Sequence[JSON] | Mapping[str, JSON] | None"
"""What canonical JSON can hold: integers below 2^53, never a float."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A file that is already on disk; ``path`` is relative to the home's media folder."""

    sha256: str  # hex
    size: int
    mime: str
    role: str
    at_ms: int
    path: str
    key: bytes = b""  # opens it; a plain file of before keys has none


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing to record. ``pub`` names no person; each value of ``com`` is committed to and can be erased later."""

    kind: str
    pub: Mapping[str, JSON] = field(default_factory=dict)
    com: Mapping[str, JSON] = field(default_factory=dict)
    media: tuple[Medium, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The entries of one append, the ledger's own (a clock jump) included: they are on disk."""

    first_seq: int
    last_seq: int
