"""The office's other pages in the states that must show well. Invented people, benches and devices only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec

from station.devices.hearing import NOT_THERE
from station.labels.listing import Listed
from station.office.device_copy import Planned
from station.office.device_ear import HeardNow, ReadBytes
from station.office.devices_page import DevicesPage, Recorded
from station.office.help_page import HelpPage
from station.office.import_page import ImportPage
from station.office.labels_page import Dots, Drawn, LabelsPage
from station.office.people_page import PeoplePage, PersonRow
from station.office.settings_page import SettingsPage
from station.office.setup_page import SetupPage
from station.orders.bench_states import DeviceNow
from station.orders.file_look import FileColumn, FileLook
from station.orders.import_records import ImportRecord
from station.orders.source_order import RowFault
from station.settings import Settings
from station.setup.bench_copy import BenchCopy, Copied, Fate
from station.ui import label_words
from station.ui.office import devices_words, labels_words
from station.ui.office.last_run import told as last_run_told
from station.ui.office.screen import NOTHING, OfficeScreen, Page
from station.ui.office.setting_meanings import MEANINGS
from station.ui.office.setting_takes import takes_of
from station.ui.office.settings import SettingView, Source
from station.ui.office.settings_words import HOME_MEANS
from station.ui.scale_words import SCALE_WORDS
from station.ui.words import Words, same
from tests.ui.office_desk import AWAY, DAMAGED, HOUR, NOW, Sample
from tests.ui.office_samples import photo

NO_TABLE = "this is neither a table nor a spreadsheet (photo.csv). Save it as .xlsx, or as .csv in UTF-8."
NO_PICTURE = "cannot read the picture logo.png: Permission denied (labels/mine.toml). Put it beside it."
BROKEN = "this is not TOML: Expected '=' after a key (at line 14, column 5) (bench.toml). Mend that line."


def _screens(made: dict[str, Sample]) -> dict[str, OfficeScreen]:
    return {name: sample.screen for name, sample in made.items()}


FAULTS = (
    RowFault(row=3, column="数量", message="the quantity must be a whole number from 1 to 100000, not 'x'"),
    RowFault(row=118, column="", message="order SO-20261121-0400 stands in this file with different content"),
)
FILE = FileLook(
    path=Path("十一月订单-最终版(2).csv"), size=312_000, kind="GB18030", source="generic", rows=12_408,
    columns=(
        FileColumn(header="单据编号", meaning="order", samples=("A-1001", "A-1002")),
        FileColumn(header="货", meaning="sku", samples=("MUG-330", "TRAY-30")),
        FileColumn(header="Menge (Stück, ohne Ersatzteile und Beilagen)", meaning="quantity", samples=("2", "x")),
        FileColumn(header="备用", meaning="", samples=()),
    ),
    lacking=(), checked=20, orders=12, faults=FAULTS,
)  # fmt: skip


def _past(at: int) -> ImportRecord:
    return ImportRecord(
        file=f"订单 11{at % 30 + 1:02}.xlsx", sha256="", source="generic", shop="demo", at_us=NOW - at * 24 * HOUR,
        who="P003", counts={"orders": 2_131 + at, "new": 2_100, "refused": at % 3},
    )  # fmt: skip


def _file(look: FileLook) -> Sample:
    sample = Sample(ImportPage).answer("imports", ())
    sample.page.acts.dropped(str(look.path))
    return sample.answer("look", look)


def _imported(bad: int, *, tried: bool = False) -> Sample:
    sample = _file(FILE)
    errors = [{"row": at + 3, "column": "数量", "message": FAULTS[0].message} for at in range(bad)]
    told = {"source": "generic", "orders": 12_406, "lines": 30_118, "new": 12_400, "updated": 6, "errors": errors}
    sample.page._tried = tried
    sample.page._ended(1 if bad else 0, {"files": [told]})
    return sample


def imports() -> dict[str, OfficeScreen]:
    looking = Sample(ImportPage).answer("imports", ())
    looking.page.acts.dropped(str(FILE.path))
    running = _file(FILE)
    running.page._progress("42 %")
    running.page._import = SimpleNamespace(running=True)
    unreadable = Sample(ImportPage).answer("imports", ())
    unreadable.page.acts.dropped("photo.csv")
    unreadable.fail("look", NO_TABLE)
    return _screens(
        {
            "imports": Sample(ImportPage).answer("imports", tuple(_past(at) for at in range(40))),
            "loading": Sample(ImportPage),
            "no import yet": Sample(ImportPage).answer("imports", ()),
            "offline": Sample(ImportPage).fail("imports", AWAY, away=True),
            "error": unreadable,
            "looking": looking,
            "columns": _file(FILE),
            "columns to teach": _file(replace(FILE, source="", lacking=("order", "quantity"), faults=())),
            "a meaning is asked for": _file(FILE).press("down", "note"),
            "running": running,
            "imported": _imported(2),
            "ten thousand bad rows": _imported(10_000, tried=True).press("last"),
            "all imported": _imported(0),
        }
    )


TEMPLATES = tuple(
    Listed(name=name, file=Path(f"{name}.toml"), use="waybill at home", size_mm="100x150", trouble=trouble)
    for name, trouble in (
        ("waybill-100x150", ""),
        ("waybill-intl-100x150-continued", ""),
        ("own-76x130", "field 'sort_code' is not on the label, in own-76x130.toml. Put it in, or take another one."),
    )
)


def _drawn(**values: Any) -> Drawn:
    dots = tuple(Dots(dpi=dpi, image=photo()) for dpi in (203, 300))
    plain: dict[str, Any] = {
        "template": TEMPLATES[0].name, "sample": next(iter(labels_words.SAMPLES)), "dots": dots,
        "codes": ("YT7630118422907",),
    }  # fmt: skip
    return Drawn(**plain | values)


def labels() -> dict[str, OfficeScreen]:
    def listed() -> Sample:
        return Sample(LabelsPage).answer("templates", TEMPLATES)

    said = label_words.fault("收件地址太长，面单放不下", "Too long for the label: the recipient's address")
    wrong = labels_words.WRONG_AT.filled(what=said, where="waybill-100x150.toml, line 41")
    made = listed()
    made.page._made("/srv/sealbench/B07/reports/waybill-100x150-worst-case.pdf", 0, {})
    return _screens(
        {
            "labels": listed().answer("draw", _drawn()),
            "loading": Sample(LabelsPage),
            "drawing": listed(),
            "does not print": listed().answer("draw", _drawn(dots=(), wrong=wrong)),
            "no such template": listed().type("A5"),
            "a template that is wrong": listed().press("last"),
            "error": Sample(LabelsPage).fail("templates", NO_PICTURE),
            "made": made.answer("draw", _drawn()),
        }
    )


def _person(at: int) -> PersonRow:
    name = ("林晓", "王芳", "赵一苇", "Magdalena Wiśniewska-Kowalczyk")[at % 4]
    return PersonRow(
        badge=f"W{at:04}", number=f"P{at:03}", name=name, supervisor=at % 7 == 1, language=("", "zh", "en")[at % 3]
    )  # fmt: skip


def people() -> dict[str, OfficeScreen]:
    def several(count: int = 9) -> Sample:
        return Sample(PeoplePage).answer("people", tuple(_person(at) for at in range(1, count + 1)))

    one = Sample(PeoplePage).answer("people", (_person(1), _person(2)))
    return _screens(
        {
            "people": several(),
            "loading": Sample(PeoplePage),
            "nobody yet": Sample(PeoplePage).answer("people", ()),
            "nobody called so": several().type("nobody"),
            "offline": several().press("again").fail("people", AWAY, away=True),
            "offline from the start": Sample(PeoplePage).fail("people", AWAY, away=True),
            "error": Sample(PeoplePage).fail("people", DAMAGED),
            "ten thousand": several(10_000).press("last"),
            "somebody is added": several().press("note").type("赵示例", enter=True).type("", enter=True),
            "the last supervisor": one.press("yes"),
        }
    )


def _setting(key: str, value: str, takes: str, **values: Any) -> SettingView:
    plain: dict[str, Any] = {
        "key": key, "value": value, "default": value, "source": Source.DEFAULT, "where": same("config/bench.toml"),
        "meaning": MEANINGS[key], "takes": takes_of(takes), "editable": True,
    }  # fmt: skip
    return SettingView(**plain | values)


SETTINGS = (
    _setting("packing.holds_deadline_ms", "1500", "a whole number from 100 to 60000"),
    _setting(
        "bench.orderbook", '"postgresql+psycopg://bench@192.0.2.7/sealbench?application_name=office"',
        "text of at most 500 characters", default='"sqlite:///orders.db"', source=Source.HOME,
        where=same("bench.toml:14"),
    ),
    _setting("evidence.memory", '""', "text of at most 500 characters"),
    SettingView(
        key="home", value="/srv/sealbench/B07", source=Source.ENVIRONMENT, where=same("SEALBENCH_HOME"),
        meaning=HOME_MEANS,
    ),
    SettingView(key="languages.P007", value='"en"', source=Source.PERSON, where=same("林晓, languages.json")),
    SettingView(key="demo.name", value='"示例店"', source=Source.SHOP, where=same("config/shops/demo.toml")),
)  # fmt: skip


def settings() -> dict[str, OfficeScreen]:
    def read() -> Sample:
        return Sample(SettingsPage).answer("settings", SETTINGS)

    many = tuple(replace(SETTINGS[0], key=f"packing.holds_deadline_ms_{at}") for at in range(200))
    return _screens(
        {
            "settings": read(),
            "loading": Sample(SettingsPage),
            "no such setting": read().type("colour of the cat"),
            "error": Sample(SettingsPage).fail("settings", BROKEN),
            "a setting of this home": read().press("down"),
            "a long meaning": read().press("down", "down"),
            "of the environment": read().press("down", "down", "down"),
            "a person's": read().press("down", "down", "down", "down"),
            "a value is asked for": read().press("down", "note"),
            "hundreds": Sample(SettingsPage).answer("settings", many).press("last"),
        }
    )


BENCH = msgspec.convert(
    {
        "bench": {"id": "B07"},
        "device": [
            {"name": "gun", "kind": "scanner", "link": "serial:/dev/serial/by-id/usb-Invented_Scanner_0012"},
            {"name": "pan", "kind": "scale", "link": "serial:/dev/ttyUSB0", "speaks": "mt-sics"},
            {"name": "labels", "kind": "printer", "link": "tcp:192.0.2.50:9100", "speaks": "zpl"},
            {"name": "dome", "kind": "camera", "link": "rtsp://192.0.2.60/live"},
        ],
    },
    Settings,
)
STATES = {
    "gun": DeviceNow(device="gun", kind="scanner", up=True, word="ready", since_us=NOW - HOUR),
    "labels": DeviceNow(device="labels", kind="printer", up=False, word="paper_out", since_us=NOW - HOUR),
}


RUN = {"good": 1204, "refused": {"noise": 3}, "lost": {"silent": 1}, "mean_us": 41_300, "slowest_us": 182_000}
LAST_RUN = last_run_told(RUN, SCALE_WORDS) or NOTHING


def _recorded() -> Recorded:
    return Recorded(
        set_up=BENCH.devices, devices=STATES,
        last_run={"pan": LAST_RUN},
    )  # fmt: skip


class Ear:
    """What is heard, without a device."""

    def __init__(self, name: str, heard: HeardNow) -> None:
        self.name, self.heard = name, heard
        self.scans, self.asks = name == "gun", name == "pan"


def _read(at: int, data: bytes, words: Words, *, fault: bool = False) -> ReadBytes:
    return ReadBytes(at_us=NOW + at * 700_000, data=data, understood=words, fault=fault)


CODES = HeardNow(
    reads=(
        _read(4, b"862\r", devices_words.A_CODE.filled(code="6901028075862", n=13)),
        _read(3, b"6901028075", same("")),
        _read(2, b"\x1d01069010280758621726", devices_words.A_FAULT, fault=True),
        _read(1, b"SB-NEXT-7K\r", devices_words.A_CODE.filled(code="SB-NEXT-7K", n=10)),
    ),
    took_ms=(4, 6, 5, 31, 4), word="ready", up=True,
)  # fmt: skip
WEIGHTS = HeardNow(
    reads=tuple(
        _read(9 - at, f"S {'S' if at < 3 else 'D'}     {482.4 - at * 7:.2f} g\r\n".encode(),
              devices_words.A_WEIGHT.filled(grams=f"{482.4 - at * 7:,.1f}",
                                            how=devices_words.STABLE if at < 3 else devices_words.MOVING))
        for at in range(9)
    ),
    took_ms=(38, 41, 40, 39, 38, 420, 44, 39, 40, 38, 41, 37, 40), word="ready", up=True,
)  # fmt: skip


def _devices() -> Sample:
    return Sample(DevicesPage, BENCH).answer("devices", _recorded())


def _live(name: str, heard: HeardNow) -> Sample:
    sample = _devices().press(*(["down"] if name == "pan" else []))
    sample.page._ear = Ear(name, heard)
    return sample


def devices() -> dict[str, OfficeScreen]:
    tested = _devices()
    cause = NOT_THERE["not_found"]
    found = {"name": "gun", "ok": False, "word": "not_found", "cause": cause}
    tested.page._took_test(BENCH.devices[0], 4, {"devices": [found]})
    nothing = Recorded(set_up=(), devices={}, last_run={})
    planned = _devices().press("papers").type("bench 06.toml", enter=True)
    copy = BenchCopy(
        bench="B06", after="",
        devices=(
            Copied(name="gun", kind="scanner", fate=Fate.CHANGED, keys=("guard_ms", "suffix")),
            Copied(name="pan", kind="scale", fate=Fate.ALIKE),
            Copied(name="notes", kind="printer", fate=Fate.NEW),
            Copied(name="dome", kind="camera", fate=Fate.LEFT),
        ),
    )  # fmt: skip
    return _screens(
        {
            "devices": _devices(),
            "loading": Sample(DevicesPage, BENCH),
            "none yet": Sample(DevicesPage).answer("devices", nothing),
            "offline": Sample(DevicesPage, BENCH).fail("devices", AWAY, away=True),
            "error": tested,
            "the bench has them": Sample(DevicesPage, BENCH).answer("bench", True).answer("devices", _recorded()),
            "codes": _live("gun", CODES),
            "weights": _live("pan", WEIGHTS),
            "nothing heard": _live("pan", HeardNow(word="silent")),
            "still": _live("gun", CODES).press("frozen"),
            "a bench is asked for": _devices().press("papers"),
            "what would be taken": planned.answer("copy", Planned(before="", copy=copy)),
        }
    )


def setups() -> dict[str, OfficeScreen]:
    failed = Sample(SetupPage, BENCH)
    failed.page._ended(2, {"error": "there is no screen to show the set-up on"})
    ended = Sample(SetupPage, BENCH)
    ended.page._ended(0, {})
    return _screens({"set-up": Sample(SetupPage, BENCH), "error": failed, "ended": ended})


def helps() -> dict[str, OfficeScreen]:
    return {f"help of {page}": Sample(HelpPage, before=page).screen for page in Page}
