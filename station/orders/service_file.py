"""One carrier service's file (``config/carriers/*.toml``), read strictly into a ``Service``. No routing rule here.

A file of the home takes the place of the shipped one of the same name; a new name adds a service.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble
from station.packing.model import ServiceId
from station.packing.routing import LOW_WATER, Service
from station.packing.terms import NO_LEG, NO_LIMITS, Billing, Check, Extra, FirstLeg, LegKind, Limits, Media, NumberForm

FILE_BYTES_MAX = 100_000
SERVICES_MAX = 200
"""Files in one folder."""

Id = Annotated[str, Meta(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?\Z")]
Words = Annotated[str, Meta(min_length=1, max_length=200)]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")]
Grams = Annotated[int, Meta(ge=1, le=1_000_000)]
Millimetres = Annotated[int, Meta(ge=1, le=20_000)]
Fen = Annotated[int, Meta(ge=0, le=10_000_000)]
Days = Annotated[int, Meta(ge=0, le=365)]
Source = Annotated[str, Meta(max_length=500)]
Size = Annotated[str, Meta(pattern=r"^[1-9][0-9]{1,2}x[1-9][0-9]{1,2}\Z")]


class _Column(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    header: Words
    field: str


class CarrierName(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Id
    zh: Words
    en: Words


class _Number(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pattern: Annotated[str, Meta(min_length=1, max_length=200)]
    check: Check = Check.NONE
    confirmed: bool = False
    source: Source = ""


class _Limits(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    weight_g: Grams | None = None
    side_mm: Millimetres | None = None
    sum_mm: Millimetres | None = None
    girth_mm: Millimetres | None = None
    confirmed: bool = False
    source: Source = ""


class _Billing(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    first_g: Grams
    step_g: Grams
    first_price_fen: Fen | None = None
    step_price_fen: Fen | None = None
    confirmed: bool = False
    source: Source = ""


class _FirstLeg(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    kind: LegKind
    warehouse: Annotated[str, Meta(max_length=200)] = ""
    address: Annotated[str, Meta(max_length=500)] = ""
    phone: Annotated[str, Meta(max_length=50)] = ""


class _Extra(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,30}\Z")]
    zh: Words
    en: Words


class _Batch(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The carrier's own name for its batch template; it heads the sheet, so that two cannot be confused (G7)."""

    name: Annotated[str, Meta(min_length=1, max_length=31)]
    columns: Annotated[list[_Column], Meta(min_length=1, max_length=100)]


class ServiceFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Id
    zh: Words
    en: Words
    words: list[Words] = []
    carrier: CarrierName | None = None
    platform_names: dict[str, str] = {}
    countries: list[Country] = []
    except_countries: list[Country] = []
    by_hand: bool = False
    label_mm: list[Size] = []
    arrival_days: tuple[Days, Days] | None = None
    low_water: Annotated[int, Meta(ge=0, le=1_000_000)] = LOW_WATER
    number: list[_Number] = []
    limits: _Limits | None = None
    billing: _Billing | None = None
    first_leg: _FirstLeg | None = None
    extra: list[_Extra] = []
    batch: _Batch | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A service's batch template: its name, and header and field of each column."""

    name: str
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadService:
    """A file as read: what packing needs, and what only the office does."""

    service: Service
    carrier: CarrierName | None
    platform_names: dict[str, str]
    batch: Batch | None
    file: Path


def read_services(*folders: Path) -> tuple[ReadService, ...]:
    """The services of all folders, sorted by id; a later folder's file goes before an earlier one's.

    Raises:
        SettingsTrouble: a file cannot be read, says something twice, or contradicts itself.
    """
    files: dict[str, Path] = {}
    for folder in folders:
        found = sorted(folder.glob("*.toml"))
        if len(found) > SERVICES_MAX:
            raise SettingsTrouble(f"more than {SERVICES_MAX} services", where=str(folder), remedy="Remove the unused.")
        files |= {file.stem: file for file in found}
    read = tuple(read_service(files[stem]) for stem in sorted(files))
    _refuse_shared_words(read)
    return read


def read_service(file: Path) -> ReadService:
    read = _decoded(file)
    _refuse_contradictions(read, file)
    limits, billing, leg = read.limits, read.billing, read.first_leg
    service = Service(
        id=ServiceId(read.id),
        zh=read.zh,
        en=read.en,
        words=tuple(word.casefold() for word in read.words),
        numbers=tuple(_number(number, file) for number in read.number),
        countries=tuple(read.countries),
        except_countries=tuple(read.except_countries),
        by_hand=read.by_hand,
        limits=_limits(limits) if limits else NO_LIMITS,
        media=tuple(_media(size) for size in read.label_mm),
        billing=_billing(billing) if billing else None,
        arrival_days=read.arrival_days,
        first_leg=FirstLeg(**msgspec.structs.asdict(leg)) if leg else NO_LEG,
        extras=tuple(Extra(id=extra.id, zh=extra.zh, en=extra.en) for extra in read.extra),
        low_water=read.low_water,
    )
    columns = tuple((column.header, column.field) for column in read.batch.columns) if read.batch else ()
    batch = Batch(name=read.batch.name, columns=columns) if read.batch else None
    return ReadService(
        service=service, carrier=read.carrier, platform_names=read.platform_names, batch=batch, file=file
    )


def _decoded(file: Path) -> ServiceFile:
    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            raise SettingsTrouble("the file is too large", where=str(file), remedy="A service needs a few kilobytes.")
        return msgspec.toml.decode(file.read_bytes(), type=ServiceFile)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at ")
        key = path.strip("`").removeprefix("$").removeprefix(".")
        raise SettingsTrouble(f"{key or 'the file'}: {what}", where=str(file), remedy=_REMEDY) from error
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsTrouble(f"this settings file cannot be read: {error}", where=str(file), remedy=_REMEDY) from error


_REMEDY = "docs/carriers.md says what each key takes."


def _refuse_contradictions(read: ServiceFile, file: Path) -> None:
    days, leg = read.arrival_days, read.first_leg
    for wrong, what in (
        (read.id != file.stem, f"the id is {read.id!r}, but the file's name says {file.stem!r}"),
        (read.countries and read.except_countries, "countries and except_countries exclude each other"),
        (days and days[0] > days[1], "arrival_days: the first number is the fewer days"),
        (leg and leg.kind is LegKind.SELF_SEND and not leg.address, "a self_send first leg needs the address"),
        (_twice([extra.id for extra in read.extra]), "an extra is there twice"),
        (read.batch and _twice([c.header for c in read.batch.columns]), "a batch column's header is there twice"),
    ):
        if wrong:
            raise SettingsTrouble(what, where=str(file), remedy=_REMEDY)


def _twice(names: list[str]) -> bool:
    return any(count > 1 for count in Counter(names).values())


def _refuse_shared_words(read: tuple[ReadService, ...]) -> None:
    """A word that names two services would make every note with it a question."""
    owners: dict[str, ReadService] = {}
    for one in read:
        for word in one.service.words:
            other = owners.setdefault(word, one)
            if other is not one:
                what = f"the word {word!r} names {other.service.id} already"
                raise SettingsTrouble(what, where=str(one.file), remedy="Give each service words of its own.")


def _number(read: _Number, file: Path) -> NumberForm:
    try:
        re.compile(read.pattern)
    except re.error as error:
        where, remedy = str(file), "It is a regular expression for the whole number."
        raise SettingsTrouble(f"the pattern {read.pattern!r} is wrong: {error}", where=where, remedy=remedy) from error
    return NumberForm(pattern=read.pattern, check=read.check, confirmed=read.confirmed, source=read.source)


def _limits(read: _Limits) -> Limits:
    return Limits(
        weight_mg=None if read.weight_g is None else read.weight_g * 1000,
        side_mm=read.side_mm,
        sum_mm=read.sum_mm,
        girth_mm=read.girth_mm,
        confirmed=read.confirmed,
        source=read.source,
    )


def _billing(read: _Billing) -> Billing:
    return Billing(
        first_mg=read.first_g * 1000,
        step_mg=read.step_g * 1000,
        first_price_fen=read.first_price_fen,
        step_price_fen=read.step_price_fen,
        confirmed=read.confirmed,
        source=read.source,
    )


def _media(size: str) -> Media:
    width, height = size.split("x")
    return Media(width_mm=int(width), height_mm=int(height))
