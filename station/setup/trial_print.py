"""One test label on its way to a printer, with the offsets and darkness that are being tried. It is sent once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import tomlkit
from PySide6.QtCore import QObject, QTimer, Signal

from station.clock import Clock
from station.device_settings import DeviceSettings
from station.devices.device import PrinterDevice, Scale, build
from station.devices.profile import Equipment, equipment
from station.devices.scanner import Scanner
from station.errors import SettingsTrouble
from station.home import Home
from station.labels.drawing import Drawing
from station.labels.render import render
from station.labels.saying import Say
from station.packing.inputs import LinkReport, PrinterReport, PrintState
from station.settings import profile_files
from station.setup.effects import PrintTrial
from station.setup.steps.printer import DARKER_MOST, tuned_profile
from station.setup.trial_label import trial_code, trial_drawing
from station.setup.values import TrialPrinted, Tuned

WAIT_MS: Final = 20_000
DARKER_SHARE: Final = 0.1
"""Of the language's whole scale, a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A label ready to be sent."""

    code: str
    data: bytes
    device: PrinterDevice


class TrialErrand(QObject):
    """Sends one label and says what became of it; ``done`` comes once."""

    done = Signal(object)  # TrialPrinted

    def __init__(self, trial: Trial, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trial = trial
        self._cause = "no answer"
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._too_late)
        trial.device.said.connect(self._heard)
        self._sent = False

    def start(self) -> None:
        self._timer.start()
        self._trial.device.open()
        self._trial.device.send(self._trial.code, self._trial.data)

    def stop(self) -> None:
        self._timer.stop()
        self._trial.device.close()

    def _heard(self, said: object) -> None:
        if isinstance(said, LinkReport) and not self._sent:
            self._cause = said.word
        if not isinstance(said, PrinterReport) or said.job != self._trial.code:
            return
        match said.state:
            case PrintState.PRINTED:
                self._end("printed", "")
            case PrintState.UNKNOWN:
                self._end("unknown", said.cause)
            case PrintState.SENT:
                self._sent = True
            case _:
                self._cause = said.cause or self._cause

    def _too_late(self) -> None:
        taken_back = self._trial.device.cancel(self._trial.code)
        self._end("not_sent" if taken_back else "unknown", self._cause)

    def _end(self, state: str, cause: str) -> None:
        self.stop()
        self.done.emit(TrialPrinted(state=state, cause=cause, code=self._trial.code))


def prepare(effect: PrintTrial, home: Home, clock: Clock, bench: str, say: Say) -> Trial:
    """The label in the printer's language. Raises ``Trouble``: nothing was sent."""
    described = _described(effect, home)
    equipped = equipment(described)
    code = trial_code(effect.number, clock.now().wall_us // 60_000_000)
    data = _encoded(equipped, trial_drawing(effect.printer.media, code, bench, say))
    device = build(described, clock)
    assert not isinstance(device, Scanner | Scale)
    return Trial(code=code, data=data, device=device)


def _encoded(equipped: Equipment, label: Drawing) -> bytes:
    rendered = render(label, equipped.dpi)
    return equipped.encode(rendered.bitmap, rendered.width_dots, rendered.height_dots)


def _described(effect: PrintTrial, home: Home) -> DeviceSettings:
    files = profile_files(home)
    wished = effect.printer
    if wished.profile not in files:
        raise SettingsTrouble(f"no printer profile {wished.profile!r}", where=str(home.root / "printers"))
    path = files[wished.profile]
    if effect.right_mm or effect.down_mm or effect.darker:
        path = _tuned(effect, path, home)
    return DeviceSettings(
        name=wished.name, kind="printer", link=home.relative(wished.link), profile=str(path), media=wished.media
    )


def _tuned(effect: PrintTrial, path: Path, home: Home) -> Path:
    """A profile with what is being tried; the bench's own stays as it is until the label was found right."""
    text = path.read_text(encoding="utf-8")
    document = tomlkit.parse(text)
    document["name"] = f"{document['name']} (set-up)"
    kind = tomllib.loads(text)
    for key, by_mm in (("right_mm", effect.right_mm), ("down_mm", effect.down_mm)):
        if by_mm:
            document[key] = kind.get(key, 0.0) + by_mm
    if effect.darker:
        document["darkness"] = _darkness(kind, effect.darker)
    target = _trial_file(home, path.stem)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(tomlkit.dumps(document), encoding="utf-8")
    return target


def _trial_file(home: Home, profile: str) -> Path:
    return home.root / "setup" / f"trial-{profile}.toml"


def keep_tuned(home: Home, profile: str) -> None:
    kept = home.root / "printers" / f"{tuned_profile(profile)}.toml"
    kept.parent.mkdir(parents=True, exist_ok=True)
    _trial_file(home, profile).replace(kept)


def tuned(home: Home) -> tuple[Tuned, ...]:
    """Of each kind that was tuned here, how far from its own profile. One that does not read was not."""
    files = profile_files(home)
    return tuple(
        _against(name, files[name], files[tuned_profile(name)]) for name in files if tuned_profile(name) in files
    )


def _against(name: str, path: Path, tuned_path: Path) -> Tuned:
    try:
        kind, now = (tomllib.loads(one.read_text(encoding="utf-8-sig")) for one in (path, tuned_path))
        return Tuned(
            profile=name,
            right_mm=round(float(now.get("right_mm", 0)) - float(kind.get("right_mm", 0)), 1),
            down_mm=round(float(now.get("down_mm", 0)) - float(kind.get("down_mm", 0)), 1),
            darker=_steps(kind, now.get("darkness")),
        )
    except (OSError, ValueError, TypeError):
        return Tuned(profile=name)


def _steps(kind: dict[str, Any], darkness: object) -> int:
    """How many steps lie between a kind's usual darkness and this one."""
    if not isinstance(darkness, int):
        return 0
    return min(range(-DARKER_MOST, DARKER_MOST + 1), key=lambda by: (abs(_darkness(kind, by) - darkness), abs(by)))


def _darkness(profile: dict[str, Any], darker: int) -> int:
    from station.registry import find

    span = find("printer", profile["speaks"]).LIMITS.darkness
    if span is None:
        raise SettingsTrouble(
            f"{profile['speaks']} has no word for darkness", remedy="Set it at the printer itself, then choose: good."
        )
    least, most = span
    usual = profile.get("darkness", round((least + most) / 2))
    step = max(1, round((most - least) * DARKER_SHARE))
    return int(min(max(usual + darker * step, least), most))
