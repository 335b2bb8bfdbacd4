"""Which photos a parcel is given and when, when it is filmed, and what happens where a photo does not come (feature 5).

A photo holds up nothing, unless the bench's settings require it for its moment: then the packer is asked, and both
ways on stand in the question.
"""

from __future__ import annotations

from collections.abc import Iterator

from station.packing import prompts
from station.packing.events import (
    BenchStarted,
    Event,
    ItemPacked,
    LabelConfirmed,
    NothingToDo,
    OrderOpened,
    PromptAnswered,
    PromptOpened,
    ScanRefused,
)
from station.packing.fold import evolve
from station.packing.inputs import Answered, Instant, MediaReport, Pressed
from station.packing.job import Job
from station.packing.media import PhotoId, PhotoMoment
from station.packing.media_events import PhotoAsked, PhotoMissing, PhotoTaken, PhotoWaived, VideoStarted
from station.packing.model import Money, Order
from station.packing.reasons import Reason
from station.packing.rules import PhotoRule, Rules

PHOTOS_MAX = 99
"""Photos asked for of one parcel; a packer who wants more is told that it is enough."""

NOBODY = "-"


def with_photos(job: Job, events: tuple[Event, ...], now: Instant, rules: Rules) -> tuple[Event, ...]:
    """The events, each followed by the photos and the video that its moment asks for."""
    if not rules.photos and not rules.video:
        return events
    told: list[Event] = []
    for event in events:
        before, job = job, evolve(job, event)
        told.append(event)
        for asked in (*filmed(job, event, rules), *_photos(before, job, event, now, rules)):
            job = evolve(job, asked)
            told.append(asked)
    return tuple(told)


def filmed(job: Job, event: Event, rules: Rules) -> tuple[Event, ...]:
    """Video begins with the order, and anew with a restart in its midst."""
    if not rules.video or not job.opened or job.order is None or not isinstance(event, OrderOpened | BenchStarted):
        return ()
    return (VideoStarted(order=job.order.number, cameras=rules.video),)


def _photos(before: Job, job: Job, event: Event, now: Instant, rules: Rules) -> Iterator[PhotoAsked]:
    """A camera that stands for several moments at once takes one picture of them."""
    taken: set[str] = set()
    for moment in _moments(before, job, event):
        rule = _rule(job, moment, rules)
        if rule is not None and rule.camera not in taken and job.photos_asked + len(taken) < PHOTOS_MAX:
            yield _asked(job, rule, now, number=job.photos_asked + len(taken) + 1)
            taken.add(rule.camera)


def _moments(before: Job, job: Job, event: Event) -> Iterator[PhotoMoment]:
    if isinstance(event, ItemPacked) and event.by_hand:
        yield PhotoMoment.ITEM
    if job.counted and not before.counted and job.label is None:
        yield PhotoMoment.OPEN_BOX
    if isinstance(event, LabelConfirmed):
        yield PhotoMoment.SEALED_BOX
        yield PhotoMoment.LABEL


def _rule(job: Job, moment: PhotoMoment, rules: Rules) -> PhotoRule | None:
    """The first that is for this order; one that requires the photo goes before one that only wants it."""
    if job.order is None:
        return None
    fitting = [rule for rule in rules.photos if rule.moment is moment and _is_for(rule, job.order)]
    return next((rule for rule in fitting if rule.required), fitting[0] if fitting else None)


def _is_for(rule: PhotoRule, order: Order) -> bool:
    classes = {line.goods_class for line in order.lines}
    of_shop = not rule.shops or order.shop in rule.shops
    of_class = not rule.goods_classes or bool(rule.goods_classes & classes)
    return of_shop and of_class and _is_worth(order, rule.value_from)


def _is_worth(order: Order, value_from: Money | None) -> bool:
    """What is declared for customs is the only value a bench knows; where it says nothing, the photo is taken."""
    values = [(line.declared_value, line.quantity) for line in order.lines]
    if value_from is None or any(value is None or value.currency != value_from.currency for value, _ in values):
        return True
    return sum(value.hundredths * quantity for value, quantity in values if value) >= value_from.hundredths


def _asked(job: Job, rule: PhotoRule, now: Instant, *, number: int) -> PhotoAsked:
    assert job.order is not None
    return PhotoAsked(
        order=job.order.number,
        photo=PhotoId(f"P{now.wall_us:x}-{number}"),
        moment=rule.moment,
        camera=rule.camera,
        required=rule.required,
    )


def reported(job: Job, report: MediaReport) -> tuple[Event, ...]:
    """What the cameras' side says is recorded as it is, but not twice of the parcel on the bench.

    A photo may come after its order was put aside and opened again: it was asked for, and is recorded as well.
    """
    said = report.said
    if not isinstance(said, PhotoTaken | PhotoMissing) or not _of_this(job, said):
        return (said,)
    if said.photo in job.photos_answered:
        return (NothingToDo(what="photo_known", device=said.camera),)
    asked = next((one for one in job.photos_due if one.photo == said.photo), None)
    if asked is None or isinstance(said, PhotoTaken) or not asked.required or not job.opened:
        return (said,)
    return (said, PromptOpened(prompt=prompts.no_photo(said.moment)))


def _of_this(job: Job, said: PhotoTaken | PhotoMissing) -> bool:
    return job.order is not None and job.order.number == said.order


def pressed(job: Job, press: Pressed, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """PHOTO: one now, of the parcel on the bench; where a required one is lacking, that one once more."""
    if job.photos_lacking:
        return again(job, now, rules, device=press.device)
    if job.order is None or not (job.opened or job.sealed):
        return (NothingToDo(what="no_order_open", device=press.device),)
    rule = _rule(job, PhotoMoment.ASKED, rules)
    if rule is None:
        return (NothingToDo(what="no_camera", device=press.device),)
    if job.photos_asked >= PHOTOS_MAX:
        return (NothingToDo(what="photos_enough", device=press.device),)
    return (_asked(job, rule, now, number=job.photos_asked + 1),)


def answered(job: Job, answer: Answered, now: Instant, rules: Rules) -> tuple[Event, ...]:
    """A required photo did not come: once more, or without it, which is a supervisor's to say where there is one."""
    if answer.value != prompts.WITHOUT:
        return again(job, now, rules, device=answer.device)
    if not job.supervisor and rules.has_supervisor:
        act = f"answer {answer.prompt}"
        return (
            ScanRefused(
                reason=Reason.NOT_ALLOWED, code=act, device=answer.device, locks=False, detail="not_a_supervisor"
            ),
        )
    assert job.order is not None
    recorded = PromptAnswered(prompt=answer.prompt, value=answer.value, device=answer.device)
    moments = tuple(asked.moment for asked in job.photos_lacking)
    return (recorded, PhotoWaived(order=job.order.number, moments=moments, by=job.packer or NOBODY))


def again(job: Job, now: Instant, rules: Rules, *, device: str) -> tuple[Event, ...]:
    """Each lacking photo is asked for once more, from the camera that now stands for its moment."""
    recorded = PromptAnswered(prompt=prompts.NO_PHOTO, value=prompts.AGAIN, device=device)
    cameras = {rule.moment: rule.camera for rule in reversed(rules.photos)}
    asked = tuple(
        PhotoAsked(
            order=lacking.order,
            photo=PhotoId(f"P{now.wall_us:x}-{job.photos_asked + number}"),
            moment=lacking.moment,
            camera=cameras.get(lacking.moment, lacking.camera),
            required=True,
        )
        for number, lacking in enumerate(job.photos_lacking, start=1)
    )
    return (recorded, *asked)
