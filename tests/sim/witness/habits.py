"""Packers of different habits, as what their hands do and when: a list of acts with times, from one seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeAlias

Do: TypeAlias = Literal["scan", "add", "out", "undo", "lift", "back", "lean", "free", "stuff", "swap"]


@dataclass(frozen=True, slots=True)
class Act:
    """``line`` of what is scanned, added or taken out; ``mg`` of filling, of another box, of a leaning arm."""

    at_ms: int
    do: Do
    line: int = 0
    mg: int = 0


class Hands:
    """Writes acts down as time goes on."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.now_ms = 1_500
        self.acts: list[Act] = []

    def do(self, do: Do, line: int = 0, *, after: tuple[int, int] = (0, 0), mg: int = 0) -> None:
        self.now_ms += self.rng.randint(*after)
        self.acts.append(Act(at_ms=self.now_ms, do=do, line=line, mg=mg))


Habit: TypeAlias = Callable[[Hands, Sequence[int]], None]


def scans_first(hands: Hands, units: Sequence[int]) -> None:
    """Scan, put in, next."""
    for line in units:
        hands.do("scan", line, after=(400, 1_500))
        hands.do("add", line, after=(400, 1_800))


def adds_first(hands: Hands, units: Sequence[int]) -> None:
    """Puts in and then scans what lies on top."""
    for line in units:
        hands.do("add", line, after=(400, 1_500))
        hands.do("scan", line, after=(300, 1_500))


def both_hands(hands: Hands, units: Sequence[int]) -> None:
    """One in each hand: scan, scan, and both go in, together or one after the other."""
    for at in range(0, len(units), 2):
        pair = list(units[at : at + 2])
        for line in pair:
            hands.do("scan", line, after=(300, 900))
        hands.rng.shuffle(pair)
        for line in pair:
            hands.do("add", line, after=(0, 900))


def scans_all(hands: Hands, units: Sequence[int]) -> None:
    """Scans what lies on the table, then fills the box by handfuls, in any order."""
    for line in units:
        hands.do("scan", line, after=(300, 900))
    left = list(units)
    hands.rng.shuffle(left)
    while left:
        hands.now_ms += hands.rng.randint(500, 2_000)
        for _ in range(min(len(left), hands.rng.randint(1, 3))):
            hands.do("add", left.pop())


def adds_all(hands: Hands, units: Sequence[int]) -> None:
    """Fills the box by handfuls, then scans everything in it."""
    left = list(units)
    while left:
        hands.now_ms += hands.rng.randint(500, 2_000)
        for _ in range(min(len(left), hands.rng.randint(1, 3))):
            hands.do("add", left.pop())
    for line in units:
        hands.do("scan", line, after=(300, 1_200))


def mixes(hands: Hands, units: Sequence[int]) -> None:
    """Two are scanned, one goes in, a third is scanned, two go in: no order at all, but never more than three open."""
    scan, add = list(units), list(units)
    hands.rng.shuffle(add)
    while scan or add:
        behind = len(scan) - len(add)
        if scan and (behind > -2 or not add) and (behind >= 2 or hands.rng.random() < 0.5 or not add):
            hands.do("scan", scan.pop(0), after=(300, 1_200))
        elif add:
            hands.do("add", add.pop(0), after=(300, 1_500))


def leans(hands: Hands, units: Sequence[int]) -> None:
    """Rests an arm on box or pan while working."""
    for line in units:
        hands.do("scan", line, after=(400, 1_500))
        if hands.rng.random() < 0.5:
            hands.do("lean", after=(0, 500), mg=hands.rng.randint(-200, 4_000) * 1_000)
            hands.do("add", line, after=(200, 1_500))
            hands.do("free", after=(200, 2_500))
        else:
            hands.do("add", line, after=(400, 1_800))


def lifts(hands: Hands, units: Sequence[int]) -> None:
    """Takes the box off the scale now and then, packs on beside it, and puts it back."""
    for line in units:
        off = hands.rng.random() < 0.3
        if off:
            hands.do("lift", after=(200, 800))
        hands.do("scan", line, after=(400, 1_500))
        hands.do("add", line, after=(400, 1_800))
        if off:
            hands.do("back", after=(300, 1_500))


def fills(hands: Hands, units: Sequence[int]) -> None:
    """A layer of paper or air cushions between, tape and a leaflet at the end."""
    for line in units:
        hands.do("scan", line, after=(400, 1_500))
        hands.do("add", line, after=(400, 1_800))
        if hands.rng.random() < 0.4:
            hands.do("stuff", after=(0, 1_500), mg=hands.rng.randint(3, 40) * 1_000)
    hands.do("stuff", after=(300, 1_500), mg=hands.rng.randint(5, 60) * 1_000)


def changes_box(hands: Hands, units: Sequence[int]) -> None:
    """The box is too small: everything goes into another one."""
    at = hands.rng.randrange(len(units))
    for place, line in enumerate(units):
        hands.do("scan", line, after=(400, 1_500))
        hands.do("add", line, after=(400, 1_800))
        if place == at:
            hands.do("lift", after=(500, 1_000))
            hands.do("swap", after=(500, 2_000), mg=hands.rng.randint(-60, 120) * 1_000)
            hands.do("back", after=(500, 3_000))


def takes_back(hands: Hands, units: Sequence[int]) -> None:
    """Takes a unit out again, says so, and packs it after all."""
    for line in units:
        hands.do("scan", line, after=(400, 1_500))
        hands.do("add", line, after=(400, 1_800))
        if hands.rng.random() < 0.25:
            acts: list[Do] = ["out", "undo"]
            hands.rng.shuffle(acts)
            for act in acts:
                hands.do(act, line, after=(500, 1_500))
            hands.do("scan", line, after=(700, 2_000))
            hands.do("add", line, after=(400, 1_800))


def weighs_at_end(hands: Hands, units: Sequence[int]) -> None:
    """Packs beside the scale, and puts the box on it when all is in."""
    hands.acts.append(Act(at_ms=0, do="lift"))
    for line in units:
        hands.do("scan", line, after=(400, 1_500))
        hands.do("add", line, after=(300, 1_000))
    hands.do("back", after=(500, 3_000))


HABITS: dict[str, Habit] = {
    "scans, then puts in": scans_first,
    "puts in, then scans": adds_first,
    "both hands": both_hands,
    "scans all, then packs": scans_all,
    "packs all, then scans": adds_all,
    "no fixed order": mixes,
    "leans on the scale": leans,
    "lifts the box": lifts,
    "filling between": fills,
    "changes the box": changes_box,
    "takes out, undoes": takes_back,
    "weighs at the end only": weighs_at_end,
}


def acts_of(habit: Habit, rng: Random, units: Sequence[int]) -> list[Act]:
    hands = Hands(rng)
    habit(hands, units)
    return hands.acts
