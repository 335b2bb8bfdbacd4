"""Pictures of the screens the demo went through, each moment once, in both languages and two themes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from station.screen_settings import ScreenSettings
from station.settings import config_dir
from station.ui import theme
from station.ui.screen import Screen, Stage
from station.ui.surroundings import DeviceView
from station.ui.window import Window
from station.window_app import answer_code

LOOKS = (("zh", "light", theme.LIGHT), ("en", "dark", theme.DARK))


@dataclass(slots=True)
class Album:
    """Keeps the first screen of each moment; ``develop`` paints them all at the end, off the packer's time."""

    folder: Path
    bench: str
    moments: dict[str, Screen] = field(default_factory=dict)
    devices: tuple[DeviceView, ...] = ()

    def see(self, screen: Screen) -> None:
        name = screen.stage.value if screen.reason is None else f"{screen.stage.value}-{screen.reason}"
        started = screen.stage is not Stage.PACKING or any(line.packed for line in screen.lines)
        if started:
            self.moments.setdefault(name, screen)

    def develop(self, now_us: int) -> int:
        """One PNG a moment and look; how many were written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        pictures = (config_dir() / "demo" / "pictures",)
        for language, name, palette in LOOKS:
            window = Window(
                bench=self.bench, pictures=pictures, language=language, palette=palette, answer_code=answer_code
            )
            window.ground.use(ScreenSettings(reduced_motion=True))
            window.resize(1280, 800)
            window.set_clock(now_us)
            window.set_devices(self.devices)
            for moment, screen in self.moments.items():
                self._shoot(window, screen, self.folder / f"{moment}-{language}-{name}.png")
            window.deleteLater()
        return len(self.moments) * len(LOOKS)

    def _shoot(self, window: Window, screen: Screen, path: Path) -> None:
        window.set_live_weight(screen.weight_mg, stable=True)
        window.paint_screen(screen)
        saved = window.grab().save(str(path))
        assert saved, f"cannot write {path}"
