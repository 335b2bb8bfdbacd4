"""Reads the carriers' services (``config/carriers``) and the routing rules (``config/rules``) into ``Routing``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from station.errors import SettingsTrouble, UsageTrouble
from station.packing.model import ServiceId
from station.packing.routing import Route, Routing, Service

T = TypeVar("T")


class _UploadColumn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    header: str
    field: str


class _Carrier(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    zh: str
    en: str


class _Service(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    zh: str
    en: str
    words: list[str] = []
    patterns: list[str] = []
    s10: bool = False
    carrier: _Carrier | None = None
    platform_names: dict[str, str] = {}
    upload: list[_UploadColumn] = []


class _Route(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    service: str
    countries: list[str] = []
    except_countries: list[str] = []
    at_most_g: int | None = None


class _Rules(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    route: list[_Route] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """Who collects: a single service, or several that one driver takes together."""

    id: str
    zh: str
    en: str
    services: tuple[ServiceId, ...]


def load_routing(config: Path, *, rules: str = "demo") -> Routing:
    """All services, and the rules of ``config/rules/<rules>.toml``.

    Raises:
        SettingsTrouble: a file cannot be read, or a rule names a service that has no file.
    """
    services = {service.id: service for service in load_services(config)}
    file = config / "rules" / f"{rules}.toml"
    routes = tuple(_route(each) for each in _decode(file, _Rules).route)
    for each in routes:
        if each.service not in services:
            remedy = f"Known: {', '.join(services)}."
            raise SettingsTrouble(f"a route names the unknown service {each.service!r}", where=str(file), remedy=remedy)
    return Routing(routes=routes, services=services)


def load_services(config: Path) -> tuple[Service, ...]:
    return tuple(_service(file, _decode(file, _Service)) for file in sorted((config / "carriers").glob("*.toml")))


def load_carriers(config: Path) -> tuple[Carrier, ...]:
    """Every service as a carrier of its own, then those that collect several."""
    files = sorted((config / "carriers").glob("*.toml"))
    single, several = [], dict[str, Carrier]()
    for read in (_decode(file, _Service) for file in files):
        single.append(Carrier(id=read.id, zh=read.zh, en=read.en, services=(ServiceId(read.id),)))
        if read.carrier is not None:
            known = several.get(read.carrier.id)
            services = (*(known.services if known else ()), ServiceId(read.id))
            name = read.carrier
            several[name.id] = Carrier(id=name.id, zh=name.zh, en=name.en, services=services)
    return (*single, *several.values())


def carrier_named(text: str, carriers: Iterable[Carrier]) -> Carrier:
    """By its id or name, small letters or capitals.

    Raises:
        UsageTrouble: none is called so.
    """
    known = tuple(carriers)
    for carrier in known:
        if text.strip().casefold() in (carrier.id.casefold(), carrier.zh.casefold(), carrier.en.casefold()):
            return carrier
    raise UsageTrouble(f"no carrier is called {text[:40]!r}; known: {', '.join(carrier.id for carrier in known)}")


def load_platform_names(config: Path) -> dict[ServiceId, dict[str, str]]:
    """What platforms call the services, by service and platform, where that is not their own name."""
    files = sorted((config / "carriers").glob("*.toml"))
    return {ServiceId(read.id): read.platform_names for read in (_decode(file, _Service) for file in files)}


def load_upload(config: Path, service: ServiceId) -> tuple[tuple[str, str], ...]:
    """Header and field of each column of the carrier's batch template."""
    columns = _decode(config / "carriers" / f"{service}.toml", _Service).upload
    return tuple((column.header, column.field) for column in columns)


def _service(file: Path, read: _Service) -> Service:
    for pattern in read.patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise SettingsTrouble(f"the pattern {pattern!r} is wrong: {error}", where=str(file)) from error
    return Service(
        id=ServiceId(read.id),
        zh=read.zh,
        en=read.en,
        words=tuple(word.casefold() for word in read.words),
        patterns=tuple(read.patterns),
        s10=read.s10,
    )


def _route(read: _Route) -> Route:
    return Route(
        service=ServiceId(read.service),
        countries=tuple(read.countries),
        except_countries=tuple(read.except_countries),
        at_most_mg=None if read.at_most_g is None else read.at_most_g * 1000,
    )


def _decode(file: Path, kind: type[T]) -> T:
    try:
        return msgspec.toml.decode(file.read_bytes(), type=kind)
    except (msgspec.DecodeError, OSError) as error:
        raise SettingsTrouble(f"this settings file cannot be read: {error}", where=str(file)) from error
