"""The carriers' services (``config/carriers``, the home's own before them) and the routing rules into ``Routing``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec import Struct

from station.errors import SettingsTrouble, UsageTrouble
from station.orders.service_file import Batch, ReadService, read_services
from station.packing.model import ServiceId
from station.packing.routing import Route, Routing, Service


class _Route(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    service: str
    countries: list[str] = []
    except_countries: list[str] = []
    at_most_g: int | None = None
    within_limits: bool = False


class _Rules(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    route: list[_Route] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """Who collects: a single service, or several that one driver takes together."""

    id: str
    zh: str
    en: str
    services: tuple[ServiceId, ...]


def read_all(config: Path, home: Path | None = None) -> tuple[ReadService, ...]:
    """Every service's file; one of ``home``, the home's folder, takes the place of the shipped one of its name."""
    own = () if home is None else (home / "carriers",)
    return read_services(config / "carriers", *own)


def load_routing(config: Path, home: Path | None = None, *, rules: str = "demo") -> Routing:
    """All services, and the rules of ``rules/routing.toml`` of the home, else of ``config/rules/<rules>.toml``.

    Raises:
        SettingsTrouble: a file cannot be read, or a rule names a service that has no file.
    """
    services = {service.id: service for service in load_services(config, home)}
    own = None if home is None else home / "rules" / "routing.toml"
    file = own if own is not None and own.is_file() else config / "rules" / f"{rules}.toml"
    routes = tuple(_route(each) for each in _decode(file).route)
    for each in routes:
        if each.service not in services:
            remedy = f"Known: {', '.join(services)}."
            raise SettingsTrouble(f"a route names the unknown service {each.service!r}", where=str(file), remedy=remedy)
    return Routing(routes=routes, services=services)


def load_services(config: Path, home: Path | None = None) -> tuple[Service, ...]:
    return tuple(read.service for read in read_all(config, home))


def service_named(text: str, services: Iterable[Service]) -> Service:
    """By its id.

    Raises:
        UsageTrouble: none is called so.
    """
    known = {service.id: service for service in services}
    found = known.get(ServiceId(text.strip()))
    if found is None:
        raise UsageTrouble(f"no service is called {text[:40]!r}; known: {', '.join(known)}")
    return found


def load_carriers(config: Path, home: Path | None = None) -> tuple[Carrier, ...]:
    """Every service as a carrier of its own, then those that collect several."""
    single, several = [], dict[str, Carrier]()
    for read in read_all(config, home):
        service = read.service
        single.append(Carrier(id=service.id, zh=service.zh, en=service.en, services=(service.id,)))
        if read.carrier is not None:
            known = several.get(read.carrier.id)
            services = (*(known.services if known else ()), service.id)
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


def load_platform_names(config: Path, home: Path | None = None) -> dict[ServiceId, dict[str, str]]:
    """What platforms call the services, by service and platform, where that is not their own name."""
    return {read.service.id: read.platform_names for read in read_all(config, home)}


def load_batch(config: Path, service: ServiceId, home: Path | None = None) -> Batch:
    """The carrier's batch template as its file gives it.

    Raises:
        SettingsTrouble: the service's file names none.
    """
    read = next(read for read in read_all(config, home) if read.service.id == service)
    if read.batch is None:
        remedy = "Write a [batch] with name and columns; docs/carriers.md shows one."
        raise SettingsTrouble(f"{service} has no batch template", where=str(read.file), remedy=remedy)
    return read.batch


def _route(read: _Route) -> Route:
    return Route(
        service=ServiceId(read.service),
        countries=tuple(read.countries),
        except_countries=tuple(read.except_countries),
        at_most_mg=None if read.at_most_g is None else read.at_most_g * 1000,
        within_limits=read.within_limits,
    )


def _decode(file: Path) -> _Rules:
    try:
        return msgspec.toml.decode(file.read_bytes(), type=_Rules)
    except (msgspec.DecodeError, OSError) as error:
        raise SettingsTrouble(f"this settings file cannot be read: {error}", where=str(file)) from error
