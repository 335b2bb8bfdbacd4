"""What a screen says of the seat, made of the job: who unlocks, whose PIN is asked for, who packs.

The words themselves are in ``seat_words``, which a window has before its first paint; job and events come later.
"""

from __future__ import annotations

from station.packing.job import Job, needed
from station.packing.rules import Rules
from station.packing.seat import PINS_WRONG_MAX
from station.ui.seat_words import PARCEL_STAYS, PIN_AGAIN, PIN_ASKED, TAIL, WHO_GOES_ON, WHO_UNLOCKS
from station.ui.words import Words


def name_of(pseudonym: str, rules: Rules) -> str:
    """The packer's name, for this bench's own screen only; entries carry the pseudonym."""
    return next((person.name for person in rules.roster.values() if person.pseudonym == pseudonym), pseudonym)


def locked(job: Job, rules: Rules) -> tuple[Words, ...]:
    """Who may unlock, and what becomes of the parcel; nothing at a bench that is not locked.

    One that wants a badge and has nobody signed in over an open parcel is as good as locked.
    """
    alone = left_alone(job, rules)
    if not job.locked and not alone:
        return ()
    who = WHO_GOES_ON if alone else WHO_UNLOCKS.filled(name=name_of(job.packer, rules))
    if not job.opened or job.order is None:
        return (who,)
    wanted = [needed(line.kind, line.quantity) for line in job.order.lines]
    tail = f"…{job.order.number[-TAIL:]}"
    return who, PARCEL_STAYS.filled(tail=tail, packed=sum(job.packed), needed=sum(wanted))


def left_alone(job: Job, rules: Rules) -> bool:
    return rules.require_sign_in and not job.packer and job.opened


def pin(job: Job, rules: Rules) -> Words | None:
    """Whose PIN is asked for, and after a wrong one how many tries are left."""
    if not job.pin_of:
        return None
    if job.pins_wrong:
        return PIN_AGAIN.filled(n=PINS_WRONG_MAX - job.pins_wrong)
    return PIN_ASKED.filled(name=name_of(job.pin_of, rules))
