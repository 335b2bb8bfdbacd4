"""The demo on a machine without a screen: the robot packs, and everything worth seeing is written to a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from station.app import Assembled, assemble
from station.clock import SystemClock
from station.demo import home as demo_home
from station.demo.plan import Mistake, Offered, plan
from station.demo.results import Verified, write_bundle, write_labels
from station.demo.robot import Robot, Story
from station.demo.screenshots import Album
from station.demo.virtual_bench import plug_in
from station.devices.printing import Pace
from station.errors import Trouble
from station.home import Home
from station.packing.job import Job
from station.packing.model import OrderState, barcode_key
from station.presenter import Presenter

PACE_MS = 10
LABEL_MS = 60
PRINTER_PACE = Pace(printing_ms=40, retry_ms=100)
"""The virtual printer takes milliseconds for a label, so it is asked as often; all else is as with a real one."""

ORDERS_MAX = 200
STRANGERS = ("6900000434024", "6900000434017")
"""Two mugs that look alike."""


def run(folder: Path, parcels: int, say: Callable[[str], None]) -> int:
    """Pack ``parcels`` parcels into ``folder``; 0 when all were sealed and the evidence verifies."""
    application = QApplication.instance() or QApplication(["sealbench"])
    assert isinstance(application, QApplication)
    clock = SystemClock()
    home = demo_home.fresh(folder)
    virtual = plug_in(folder / "devices", label_ms=LABEL_MS)
    demo_home.write_settings(home, virtual.addresses)
    filled = demo_home.fill(home, clock.now().wall_us)
    say(f"{filled.files} order files: {filled.orders} orders, of which {filled.held} may not ship")
    say(f"{filled.products} products, {filled.numbers} waybill numbers")
    bench = assemble(home, clock=clock, printer_pace=PRINTER_PACE)
    album = Album(folder=folder / "screenshots", bench=bench.settings.bench.id)
    tasks = plan(_offered(bench), parcels)
    robot = Robot(bench.host, virtual, tasks, wrong_code=_wrong_code, pace_ms=PACE_MS)
    presenter = _presenter(bench, home, album)
    failures: list[str] = []
    robot.told.connect(lambda story: say(_line(robot, story, len(tasks))))
    robot.stuck.connect(failures.append)
    for end in (robot.done, robot.stuck):
        end.connect(application.quit)
    bench.start()
    robot.start()
    application.exec()
    album.devices = presenter.views
    bench.stop()
    virtual.close()
    if failures:
        raise Trouble(failures[0])
    return _finish(home, bench, robot, album, folder, say)


def _presenter(bench: Assembled, home: Home, album: Album) -> Presenter:
    presenter = Presenter(bench.host, SystemClock(), home.media, bench.kinds)
    presenter.screen.connect(album.see)
    return presenter


def _offered(bench: Assembled) -> list[Offered]:
    rows = bench.book.search("", limit=ORDERS_MAX)
    usable = (OrderState.READY, OrderState.HELD)
    return [
        Offered(order=row.number, platform=row.platform, held=row.state is OrderState.HELD, units=row.units)
        for row in rows
        if row.state in usable
    ]


def _wrong_code(job: Job) -> str:
    """The code of a shipped product that is not on the open order."""
    assert job.order is not None
    wanted = {barcode_key(one.code) for line in job.order.lines for one in line.barcodes}
    return next(code for code in STRANGERS if barcode_key(code) not in wanted)


def _line(robot: Robot, story: Story, total: int) -> str:
    """One line of progress: what was packed, what went wrong on the way, how it ended."""
    number = len(robot.stories)
    went_wrong = f" [{', '.join(dict.fromkeys(story.reasons))}]" if story.reasons else ""
    if story.sealed:
        weight = "" if story.weight_mg is None else f" {story.weight_mg / 1_000_000:.3f} kg"
        return f"{number:>3}/{total} {story.task.order} sealed {story.waybill}{weight}{went_wrong}"
    return f"{number:>3}/{total} {story.task.order} not shipped{went_wrong}"


def _finish(home: Home, bench: Assembled, robot: Robot, album: Album, folder: Path, say: Callable[[str], None]) -> int:
    sealed = [story for story in robot.stories if story.sealed]
    if not sealed:
        raise Trouble("the demo sealed no parcel")
    write_labels(home, bench.settings, robot.stories, folder / "labels")
    pictures = album.develop(SystemClock().now().wall_us)
    verified = write_bundle(home, sealed[0], folder / "evidence")
    _summary(folder, robot, verified, pictures, say)
    return 0 if verified.ok else 7


def _summary(folder: Path, robot: Robot, verified: Verified, pictures: int, say: Callable[[str], None]) -> None:
    sealed = [story for story in robot.stories if story.sealed]
    made = {story.task.mistake for story in robot.stories if story.task.mistake}
    caught = sum(len(story.reasons) for story in robot.stories)
    shown = ", ".join(sorted(mistake.value for mistake in made if isinstance(mistake, Mistake)))
    say("")
    say(f"{len(sealed)} parcels sealed, {caught} mistakes and troubles caught ({shown})")
    say(f"  labels       {folder / 'labels'}  (ZPL as sent, PNG, PDF)")
    say(f"  screenshots  {folder / 'screenshots'}  ({pictures} pictures)")
    say(f"  evidence     {verified.bundle}")
    say(f"               {verified.output.strip().splitlines()[-1]}")
    say(f"  home         {folder / 'home'}")
    say("")
    python = os.path.relpath(sys.executable)
    say("Look further:")
    say(f"  {python} -m station --home {folder / 'home'} orders")
    say(f"  {python} -m station --home {folder / 'home'} report throughput")
    say(f"  {python} -I {folder / 'evidence' / 'verify.py'} {verified.bundle}")
