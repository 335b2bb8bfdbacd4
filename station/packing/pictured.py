"""What a recorded fact about photos and video means for the parcel on the bench. Part of ``fold``, and as frozen."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from station.packing.job import Job
from station.packing.media_events import PhotoAsked, PhotoMissing, PhotoTaken, PhotoWaived, VideoStarted


def pictured(job: Job, event: PhotoAsked | PhotoTaken | PhotoMissing | PhotoWaived | VideoStarted) -> Job:
    """A fact about another order than the one on the bench changes nothing."""
    if job.order is None or job.order.number != event.order:
        return job
    match event:
        case VideoStarted():
            return replace(job, filming=event.order)
        case PhotoAsked():
            lacking = tuple(one for one in job.photos_lacking if one.moment is not event.moment)
            due = (*job.photos_due, event)
            return replace(job, photos_asked=job.photos_asked + 1, photos_due=due, photos_lacking=lacking)
        case PhotoTaken():
            return replace(_answered(job, event), photos_taken=job.photos_taken + 1)
        case PhotoMissing():
            missed = tuple(one for one in job.photos_due if one.photo == event.photo and one.required)
            return replace(_answered(job, event), photos_lacking=(*job.photos_lacking, *missed))
        case PhotoWaived():
            return replace(job, photos_lacking=())
        case _:
            assert_never(event)


def _answered(job: Job, event: PhotoTaken | PhotoMissing) -> Job:
    due = tuple(one for one in job.photos_due if one.photo != event.photo)
    return replace(job, photos_due=due, photos_answered=(*job.photos_answered, event.photo))
