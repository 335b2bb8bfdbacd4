"""``sounds``: every sound of the bench with its caption, to be set as loud as the hall needs."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from station.errors import Trouble
from station.home import Home
from station.speaking import in_any_language

BETWEEN_MS = 2_500
"""Longer than the longest of them, so that each is heard alone."""


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("sounds", parents=[common], help="hear every sound of the bench, in the hall")
    parser.add_argument("--level", type=int, metavar="N", help="0 to 100, instead of screen.sound_level")
    parser.add_argument("--times", type=int, default=2, metavar="N", help="how often each one is played, at most 20")
    parser.set_defaults(run=in_any_language(_run))


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.packing.effects import Tone
    from station.settings import load
    from station.ui.languages import said
    from station.ui.seat_words import HEARD

    settings = load(home)
    level = settings.screen.sound_level if args.level is None else args.level
    if not 0 <= level <= 100:
        raise Trouble("a level is 0 to 100", where=str(level))
    captions = {str(tone): said(HEARD[tone], settings.bench.language) for tone in Tone}
    if args.json:
        print(json.dumps({"level": level, "sounds": captions}, ensure_ascii=False))
        return 0
    return _play(captions, level, max(1, min(args.times, 20)))


def _play(captions: dict[str, str], level: int, times: int) -> int:
    import os
    from tempfile import TemporaryDirectory

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtGui import QGuiApplication

    from station.packing.effects import Tone
    from station.ui.sounds import Silence, open_sounds

    application = QGuiApplication.instance() or QGuiApplication(["sealbench"])
    with TemporaryDirectory(prefix="sealbench-") as folder:
        sounds = open_sounds(Path(folder), volume=level / 100)
        if isinstance(sounds, Silence):
            raise Trouble(
                "this machine has no sound", remedy="The screen's edges and words say the same. Plug in speakers."
            )
        for name, caption in captions.items():
            print(f"{name:<12} {caption}", flush=True)
            for _ in range(times):
                sounds.play(Tone(name))
                pause = QEventLoop()
                QTimer.singleShot(BETWEEN_MS, pause.quit)
                pause.exec()
    del application
    print(f"level {level}: what was not heard over the hall wants more: sound_level in [screen] of bench.toml")
    return 0
