"""Texts of notices to buyers (I1, C13): read strictly from ``config/notices``, chosen by country, filled in.

A file of the home's ``notices`` folder takes the place of the shipped one of its name. No order book is known here.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble, UsageTrouble

PLACEHOLDERS = ("buyer", "order", "waybill", "service", "days_from", "days_to", "track_url", "signature")
FILE_BYTES_MAX = 100_000
SETTINGS = "settings"

_Text = Annotated[str, Meta(min_length=1, max_length=5_000)]
_Language = Annotated[str, Meta(pattern=r"^[a-z]{2}\Z")]
_Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")]
_REMEDY = "docs/handover.md says what it takes."

T = TypeVar("T")


class _Service(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    text: _Text


class _Texts(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    language: _Language
    text: _Text
    countries: list[_Country] = []
    fallback: bool = False
    service_name: Literal["zh", "en"] = "en"
    service: dict[str, _Service] = {}


class _Shop(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    signature: Annotated[str, Meta(max_length=200)] = ""
    language: Annotated[str, Meta(pattern=r"^([a-z]{2})?\Z")] = ""


class _Settings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    shop: dict[str, _Shop] = {}
    track: dict[str, Annotated[str, Meta(max_length=500)]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """One language's: for every service, and those of services that have their own."""

    language: str
    countries: tuple[str, ...]
    service_name: str
    text: str
    by_service: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTexts:
    """``fallback`` is the language of countries that no file names."""

    languages: Mapping[str, Texts]
    fallback: str
    signatures: Mapping[str, str]  # by shop
    fixed: Mapping[str, str]  # a language for all of a shop's buyers
    track: Mapping[str, str]  # by service

    def language_of(self, *, country: str, shop: str) -> str:
        fixed = self.fixed.get(shop)
        if fixed:
            return fixed
        named = (texts.language for texts in self.languages.values() if country in texts.countries)
        return next(named, self.fallback)

    def text_of(self, language: str, service: str) -> str:
        texts = self.languages[language]
        return texts.by_service.get(service, texts.text)


def load_notice_texts(config: Path, home: Path) -> NoticeTexts:
    """Raises:
    SettingsTrouble: a file cannot be read, names an unknown placeholder, or the files contradict each other.
    """
    files = _files(config / "notices") | _files(home / "notices")
    settings_file = files.pop(SETTINGS, None)
    settings = _Settings() if settings_file is None else _decoded(settings_file, _Settings)
    read = {stem: (_decoded(file, _Texts), file) for stem, file in sorted(files.items())}
    for stem, (texts, file) in read.items():
        _check(texts, stem, file)
    for name, url in settings.track.items():
        _refuse_placeholders(url, ("waybill",), f"track.{name}", settings_file)
    fallbacks = [texts.language for texts, _ in read.values() if texts.fallback]
    if len(fallbacks) != 1:
        where = str(config / "notices")
        raise SettingsTrouble("one language must have fallback = true, and only one", where=where, remedy=_REMEDY)
    _refuse_shared_countries(read)
    fixed = {shop: told.language for shop, told in settings.shop.items() if told.language}
    for shop, language in fixed.items():
        if language not in read:
            what = f"shop {shop} has the language {language!r}, which has no file"
            raise SettingsTrouble(what, where=str(settings_file), remedy=f"Known: {', '.join(read)}.")
    return NoticeTexts(
        languages={stem: _texts(texts) for stem, (texts, _) in read.items()},
        fallback=fallbacks[0],
        signatures={shop: told.signature for shop, told in settings.shop.items() if told.signature},
        fixed=fixed,
        track=settings.track,
    )


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders filled; a line that has one without a value is left out whole."""
    lines = text.strip("\n").split("\n")
    told = (line.format_map(values) for line in lines if all(values[name] for name in _names(line)))
    return "\n".join(told).strip()


def track_url(texts: NoticeTexts, service: str, waybill: str) -> str:
    return texts.track.get(service, "").replace("{waybill}", waybill)


def _files(folder: Path) -> dict[str, Path]:
    return {file.stem: file for file in sorted(folder.glob("*.toml"))}


def _decoded(file: Path, kind: type[T]) -> T:
    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            raise SettingsTrouble("the file is too large", where=str(file), remedy="A text needs a few lines.")
        return msgspec.toml.decode(file.read_bytes(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsTrouble(f"this settings file cannot be read: {error}", where=str(file), remedy=_REMEDY) from error


def _check(texts: _Texts, stem: str, file: Path) -> None:
    if texts.language != stem:
        what = f"the language is {texts.language!r}, but the file's name says {stem!r}"
        raise SettingsTrouble(what, where=str(file), remedy="Let them be the same.")
    _refuse_placeholders(texts.text, PLACEHOLDERS, "text", file)
    for name, service in texts.service.items():
        _refuse_placeholders(service.text, PLACEHOLDERS, f"service.{name}.text", file)


def _refuse_placeholders(text: str, known: tuple[str, ...], key: str, file: Path | None) -> None:
    try:
        names = [name for line in text.split("\n") for name in _names(line)]
    except ValueError as error:
        what = f"{key} cannot be filled in: {error}"
        raise SettingsTrouble(what, where=str(file), remedy="A brace itself is written twice: {{.") from error
    wrong = next((name for name in names if name not in known), None)
    if wrong is not None:
        told = ", ".join(f"{{{name}}}" for name in known)
        raise SettingsTrouble(
            f"{key} has the unknown placeholder {{{wrong}}}", where=str(file), remedy=f"Known: {told}."
        )


def _names(line: str) -> list[str]:
    """Placeholders of a line, in full: one with an attribute, a format or a conversion is no known name."""
    found = []
    for _, name, form, conversion in string.Formatter().parse(line):
        if name is not None:
            found.append(name + (f":{form}" if form else "") + (f"!{conversion}" if conversion else ""))
    return found


def _refuse_shared_countries(read: Mapping[str, tuple[_Texts, Path]]) -> None:
    owners: dict[str, str] = {}
    for stem, (texts, file) in read.items():
        for country in texts.countries:
            if owners.setdefault(country, stem) != stem:
                what = f"{country} has the language {owners[country]} already"
                raise SettingsTrouble(what, where=str(file), remedy="Let each country stand in one file.")


def _texts(read: _Texts) -> Texts:
    return Texts(
        language=read.language,
        countries=tuple(read.countries),
        service_name=read.service_name,
        text=read.text,
        by_service={name: service.text for name, service in read.service.items()},
    )


def refuse_ending(path: Path) -> None:
    """Raises ``UsageTrouble`` for a file that notices cannot be written to."""
    if path.suffix.lower() not in (".csv", ".xlsx", ".txt"):
        raise UsageTrouble("the file's name must end in .csv, .xlsx or .txt", where=str(path))
