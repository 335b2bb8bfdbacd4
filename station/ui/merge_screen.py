"""The review before orders share a waybill, as a value: groups side by side, and what was decided of each (I6). Pure.

Each function gives the screen after something happened; nothing here knows the order book or a key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from station.packing.effects import Tone
from station.ui import merge_words as said
from station.ui.screen import Verdict, Words
from station.ui.troubles.telling import told_on

COLUMNS = 3
"""Orders side by side; further ones are a key away."""


class Aspect(StrEnum):
    """A row of the comparison."""

    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    DEADLINE = "deadline"
    MESSAGE = "message"
    NOTE = "note"


MUST_AGREE = (Aspect.NAME, Aspect.PHONE, Aspect.ADDRESS)
"""Where a difference is a doubt; deadlines and notes are read, but may well differ."""


class Fate(StrEnum):
    OPEN = "open"
    MERGED = "merged"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsView:
    sku: str
    name: Words
    variant: str
    units: int
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """One order of a group; ``texts`` in the order of ``Aspect``, empty where it says nothing."""

    order: str
    texts: tuple[str, ...]
    goods: tuple[GoodsView, ...]

    def text(self, aspect: Aspect) -> str:
        return self.texts[list(Aspect).index(aspect)]

    @property
    def units(self) -> int:
        return sum(goods.units for goods in self.goods)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    members: tuple[MemberView, ...]
    fate: Fate = Fate.OPEN

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(member.order for member in self.members)

    @property
    def units(self) -> int:
        return sum(member.units for member in self.members)

    def differs(self, aspect: Aspect) -> bool:
        return len({member.text(aspect) for member in self.members}) > 1

    @property
    def doubts(self) -> tuple[Aspect, ...]:
        return tuple(aspect for aspect in MUST_AGREE if self.differs(aspect))


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeScreen:
    """``trouble`` stands until the next act; ``busy`` while the order book has one."""

    groups: tuple[GroupView, ...] = ()
    cursor: int = 0
    column: int = 0  # the first order shown
    decided: tuple[tuple[str, ...], ...] = ()  # in this sitting, the last one last
    trouble: Words | None = None
    offline: bool = False  # the trouble is a book that does not answer: nobody's fault here
    known: bool = False  # whether the book has answered at all
    busy: bool = False
    typed: str = ""
    tone: Tone | None = None

    @property
    def group(self) -> GroupView | None:
        return self.groups[self.cursor] if self.groups else None

    @property
    def to_undo(self) -> GroupView | None:
        """What undo takes back: what was decided of the group on screen, else the last decision."""
        if self.group is not None and self.group.fate is not Fate.OPEN:
            return self.group
        last = self.decided[-1] if self.decided else None
        return next((group for group in self.groups if group.numbers == last), None)


def looked(screen: MergeScreen, groups: Sequence[GroupView]) -> MergeScreen:
    """What the book proposes now; what was declined in this sitting stays in sight, to be taken back."""
    fresh = {frozenset(group.numbers) for group in groups}
    kept = [group for group in screen.groups if group.fate is Fate.DECLINED and frozenset(group.numbers) not in fresh]
    every = (*groups, *kept)
    shown = screen.group.numbers if screen.group else ()
    cursor = next((at for at, group in enumerate(every) if group.numbers == shown), 0)
    return replace(screen, groups=every, cursor=cursor, known=True, busy=False, tone=None)


def moved(screen: MergeScreen, step: int) -> MergeScreen:
    if not screen.groups:
        return screen
    cursor = max(0, min(screen.cursor + step, len(screen.groups) - 1))
    return replace(screen, cursor=cursor, column=0, trouble=None, tone=None)


def scrolled(screen: MergeScreen, step: int) -> MergeScreen:
    if screen.group is None:
        return screen
    last = max(0, len(screen.group.members) - COLUMNS)
    return replace(screen, column=max(0, min(screen.column + step, last)), trouble=None, tone=None)


def found(screen: MergeScreen, order: str) -> MergeScreen:
    """The group of a scanned order comes up."""
    for at, group in enumerate(screen.groups):
        if order in group.numbers:
            return replace(moved(screen, at - screen.cursor), typed="", tone=Tone.OK)
    return replace(screen, trouble=said.NOT_HERE, typed="", tone=Tone.ATTENTION)


def decided(screen: MergeScreen, numbers: tuple[str, ...], fate: Fate) -> MergeScreen:
    """Done; the next group that nothing was decided of comes up."""
    groups = tuple(
        replace(group, fate=fate) if set(group.numbers) == set(numbers) else group for group in screen.groups
    )
    acted = next((at for at, group in enumerate(groups) if set(group.numbers) == set(numbers)), screen.cursor)
    before = tuple(each for each in screen.decided if set(each) != set(numbers))
    told = before if fate is Fate.OPEN else (*before, groups[acted].numbers)
    cursor = acted if fate is Fate.OPEN else _next_open(groups, acted)
    done = replace(screen, groups=groups, cursor=cursor, column=0, decided=told, trouble=None)
    return replace(done, busy=False, tone=Tone.OK)


def _next_open(groups: tuple[GroupView, ...], after: int) -> int:
    order = (*range(after + 1, len(groups)), *range(after))
    return next((at for at in order if groups[at].fate is Fate.OPEN), after)


def failed(screen: MergeScreen, sentence: str, *, offline: bool = False) -> MergeScreen:
    told = replace(screen, trouble=told_on(sentence), offline=offline, busy=False, known=True)
    return replace(told, tone=None if offline else Tone.ATTENTION)


def verdict(screen: MergeScreen) -> tuple[Verdict, Words, Words]:
    """What the banner says: at a glance, in large, and what to do."""
    group = screen.group
    if screen.trouble is not None and screen.offline:
        return Verdict.INFO, said.OFFLINE, said.OFFLINE_STALE if screen.groups else said.OFFLINE_HOW
    if screen.trouble is not None:
        return Verdict.ATTENTION, said.NOT_DONE, screen.trouble
    if group is None:
        return Verdict.INFO, *((said.NONE, said.NONE_HOW) if screen.known else (said.LOOKING, said.NOTHING))
    match group.fate:
        case Fate.MERGED:
            return Verdict.OK, said.MERGED, said.MERGED_HOW
        case Fate.DECLINED:
            return Verdict.INFO, said.DECLINED, said.DECLINED_HOW
        case Fate.OPEN:
            together = said.TOGETHER.filled(n=len(group.members))
            if group.doubts:
                return Verdict.INFO, together, said.DIFFERS.filled(what=said.listed(group.doubts))
            return Verdict.INFO, together, said.SAME.filled(n=group.units)
