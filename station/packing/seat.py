"""The rules for who may use the bench just now: the lock, a supervisor's PIN, and acts that are asked for twice."""

from __future__ import annotations

from typing import Final, assert_never

from station.packing.events import Event, PackerSignedIn, PackerSignedOut, ScanRefused
from station.packing.inputs import Command, Instant, PinTyped, Pressed, Scan
from station.packing.job import Job
from station.packing.reasons import Reason
from station.packing.replacing import replace
from station.packing.rules import Person, Rules
from station.packing.seat_events import BenchLocked, OfSeat, PinAsked, PinGiven, PinLeft, SecondAsked

TWICE_US: Final = 3_000_000
"""Within this time an act that loses sight of an open parcel must be asked for again."""

PINS_WRONG_MAX: Final = 3
"""So many wrong PINs stop the bench: each is recorded, and the next try costs a badge and a clear."""

IDLE: Final = "IDLE"
"""The argument of a lock that nobody asked for."""

ALWAYS: Final = frozenset({Command.HELP, Command.LANGUAGE, Command.CLEAR})
"""What a bench does for anybody."""


def locked(press: Pressed, job: Job) -> tuple[Event, ...]:
    """Nothing where nobody is signed in: who could unlock it? A stop takes nothing but its clear anyway.

    A PIN that nobody typed is asked no more.
    """
    if not job.packer or job.locked or job.stop is not None:
        return ()
    left = (PinLeft(packer=job.pin_of),) if job.pin_of else ()
    return (*left, BenchLocked(why="idle" if press.argument == IDLE else "asked"))


def shut(job: Job, press: Pressed) -> Reason | None:
    """Why a command is not taken now, whatever it is: the bench is locked, or waits for a PIN."""
    if press.command in ALWAYS:
        return None
    if job.pin_of:
        return None if press.command in (Command.NO, Command.LOCK) else Reason.PROMPT_OPEN
    return Reason.SIGN_IN_FIRST if job.locked else None


def meant(job: Job, press: Pressed, now: Instant) -> SecondAsked | None:
    """None when it was asked for before and not long ago; else what is recorded instead of the act."""
    before = job.second
    if before is not None and before.command is press.command and 0 <= now.mono_us - before.mono_us <= TWICE_US:
        return None
    return SecondAsked(command=press.command, device=press.device, mono_us=now.mono_us)


def badge_read(job: Job, scan: Scan, person: Person) -> tuple[Event, ...]:
    """Who signs in, or the PIN that is asked first."""
    left = (PinLeft(packer=job.pin_of),) if job.pin_of else ()
    if person.pin:
        return (*left, PinAsked(packer=person.pseudonym, device=scan.device))
    return (*left, *entered(job, person))


def entered(job: Job, person: Person) -> tuple[Event, ...]:
    """A badge changes the packer and never the parcel."""
    signed = PackerSignedIn(packer=person.pseudonym, supervisor=person.supervisor)
    if job.packer and job.packer != person.pseudonym:
        return (PackerSignedOut(packer=job.packer), signed)
    return (signed,)


def pin_refused(job: Job, typed: PinTyped) -> tuple[Event, ...]:
    """A wrong PIN; the last of several stops the bench."""
    given = PinGiven(packer=job.pin_of, right=False)
    if job.pins_wrong + 1 < PINS_WRONG_MAX:
        return (given,)
    stop = ScanRefused(reason=Reason.NOT_ALLOWED, code="pin", device=typed.device, locks=True, detail="pin_wrong")
    return (given, stop)


def owner_of(job: Job, rules: Rules) -> tuple[str, Person] | None:
    """Badge and person whose PIN is asked; None when the office has taken the badge away meanwhile."""
    found = ((badge, one) for badge, one in rules.roster.items() if one.pseudonym == job.pin_of)
    return next(found, None)


def seated(job: Job, event: OfSeat) -> Job:
    match event:
        case BenchLocked():
            return replace(job, locked=event.why)
        case PinAsked():
            return replace(job, pin_of=event.packer, pins_wrong=0)
        case PinGiven(right=True) | PinLeft():
            return replace(job, pin_of="", pins_wrong=0)
        case PinGiven():
            wrong = job.pins_wrong + 1
            over = wrong >= PINS_WRONG_MAX
            return replace(job, pin_of="" if over else job.pin_of, pins_wrong=0 if over else wrong)
        case SecondAsked():
            return replace(job, second=event)
        case _:
            assert_never(event)
