"""A recorded session once more through today's readers: what would the bench hear? No link, no real time."""

from __future__ import annotations

from typing import Final

from station.device_settings import DeviceSettings
from station.devices.address import parse
from station.devices.device import hearing, scale_dialect
from station.devices.hearing import Hearing
from station.devices.readings import News
from station.devices.scale_lines import begin
from station.devices.scanner import GAP_MS
from station.devices.session import END, About, Line, Session, told
from station.devices.unit_guard import UnitGuard

Told = dict[str, str | int | bool | None]
SILENCE_MS: Final = 2_000


def replayed(session: Session) -> list[Told]:
    """As ``session.said`` tells it, by this version's readers. Raises ``SettingsTrouble`` for an unknown dialect."""
    about = session.about
    heard = _scanned(about, session.lines) if about.kind == "scanner" else _weighed(about, session.lines)
    return [said for one in heard if (said := told(one)) is not None]


def _scanned(about: About, lines: tuple[Line, ...]) -> list[object]:
    listener = hearing(_settings(about), parse(about.link))
    heard: list[object] = []
    last_ms: int | None = None
    for line in lines:
        if line.said is not None:
            continue
        quiet_ms = 0 if last_ms is None else line.at_ms - last_ms
        for _ in range(min(quiet_ms // GAP_MS, 2)):
            heard += listener.gap()
        last_ms = line.at_ms
        if line.link is None:
            heard += listener.feed(line.data)
        else:
            _link_changed(listener, line.link)
    return heard


def _link_changed(listener: Hearing, word: str) -> None:
    if word == "up":
        listener.up()
    elif word != END:
        listener.down(word)


def _weighed(about: About, lines: tuple[Line, ...]) -> list[object]:
    settings = _settings(about)
    dialect, guard, news = scale_dialect(settings), UnitGuard(settings.unit), News(about.name)
    heard: list[object] = []
    last_ms = 0
    for line in lines:
        if line.said is not None:
            continue
        if line.at_ms - last_ms > SILENCE_MS or line.link not in (None, "up"):
            news.forget()
        if line.link == "up":
            begin(dialect)
        last_ms = line.at_ms
        frames = map(guard.judged, dialect.feed(line.data))
        heard += [reading for frame in frames if (reading := news.feed(frame)) is not None]
    return heard


def _settings(about: About) -> DeviceSettings:
    return DeviceSettings(
        name=about.name,
        kind=about.kind,
        link=about.link,
        speaks=about.speaks,
        suffix=about.suffix,
        prefix=about.prefix,
        guard_ms=about.guard_ms,
        unit=about.unit,
    )
