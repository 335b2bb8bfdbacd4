"""Parsers that need more around them: an authority's answer, and what a report reads out of a parcel's entries."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from station.evidence import packed, time_stamp
from station.evidence.canonical import encode
from station.evidence.story import Story
from tests.authority import authority
from tests.evidence.parsers import Parser
from tests.evidence.told_parcel import story

READ = (
    lambda told: [packed.ordered_lines(told)],
    packed.scans,
    packed.refusals,
    packed.decisions,
    lambda told: [packed.weights(told)],
    lambda told: [packed.delivered(told)],
    lambda told: [packed.waybill(told), packed.recipient(told), packed.order_fact(told, "shop")],
)


def more_parsers(folder: Path) -> Iterator[Parser]:
    yield _packed()
    if shutil.which("openssl") and importlib.util.find_spec("rfc3161_client"):
        yield _answer(folder / "authority")


def _packed() -> Parser:
    told = story()
    good = [{"kind": one.kind, "pub": one.pub, "shown": one.shown} for one in told.told]

    def read(data: bytes) -> object:
        """As an entry is known to be once its hash holds: an object of objects, whatever is in them."""
        try:
            listed = json.loads(data)
        except RecursionError:
            raise ValueError from None
        if not isinstance(listed, list) or len(listed) != len(good) or not all(map(_is_told, listed)):
            raise ValueError
        entries = tuple(replace(one, **new) for one, new in zip(told.told, listed, strict=True))
        return [list(reading(_with(told, entries))) for reading in READ]

    return Parser(
        name="a parcel's entries", good=encode(good), parse=read, refuses=ValueError, agrees=lambda *_: True,  # type: ignore[arg-type]
        is_json=True,
    )  # fmt: skip


def _is_told(one: object) -> bool:
    kinds = {"kind": str, "pub": dict, "shown": dict}
    return isinstance(one, dict) and one.keys() == kinds.keys() and all(isinstance(one[key], kinds[key]) for key in one)


def _with(told: Story, entries: tuple[object, ...]) -> Story:
    return replace(told, told=entries)  # type: ignore[arg-type]


def _answer(folder: Path) -> Parser:
    own = authority(folder)
    asked = time_stamp.query(b"a checkpoint")
    shutil.copyfile(own.certificate, folder / time_stamp.AUTHORITIES)
    roots = time_stamp.believed(folder)
    return Parser(
        name="time stamp", good=own.answer(asked.der), refuses=ValueError,
        parse=lambda data: time_stamp.checked(data, asked, roots),
    )  # fmt: skip
