"""The carriers' service files: what ships, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from station.errors import SettingsTrouble
from station.orders.routes import load_carriers, load_routing, load_services
from station.orders.service_file import read_service, read_services
from station.orders.upload import FIELDS
from station.packing.terms import Check, LegKind, Limits
from station.settings import config_dir

SHIPPED = config_dir() / "carriers"
SMALL = 'id = "x"\nzh = "甲"\nen = "X"\n'


def _file(folder: Path, text: str, name: str = "x") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text, "utf-8")
    return folder / f"{name}.toml"


def test_all_services_of_the_task_ship() -> None:
    """Every carrier that the orders may name has a file, a number form and a batch template."""
    read = {one.service.id: one for one in read_services(SHIPPED)}
    assert set(read) == {
        "yto", "cainiao", "sf", "zto", "sto", "yunda", "jt", "jd", "deppon", "ems", "epacket",
        "china-post-small-packet", "yunexpress", "dhl", "fedex",
    }  # fmt: skip
    for one in read.values():
        assert one.service.numbers
        assert one.batch is not None
        assert {name for _header, name in one.batch.columns} <= set(FIELDS)


def test_every_figure_says_where_it_is_from() -> None:
    """What is not confirmed by a carrier or a standard is marked so, and every figure names its source."""
    for service in load_services(config_dir()):
        assert service.limits == Limits() or service.limits.source
        assert service.billing is None or service.billing.source
        for form in service.numbers:
            assert form.source
            assert not form.confirmed or form.check is Check.S10


def test_epacket_is_as_the_documents_say() -> None:
    """2 kg, 60 cm, 90 cm together, 39 countries, 15 to 25 days, S10."""
    epacket = read_service(SHIPPED / "epacket.toml").service
    limits = epacket.limits
    assert (limits.weight_mg, limits.side_mm, limits.sum_mm) == (2_000_000, 600, 900)
    assert len(epacket.countries) == 39
    assert epacket.arrival_days == (15, 25)
    assert [form.check for form in epacket.numbers] == [Check.S10]


def test_the_two_post_templates_cannot_be_confused() -> None:
    """ePacket's standard template and the small packet's simple one share neither name nor columns nor numbers (G7)."""
    standard, simple = (read_service(SHIPPED / f"{name}.toml") for name in ("epacket", "china-post-small-packet"))
    assert standard.batch is not None
    assert simple.batch is not None
    assert standard.batch.name != simple.batch.name
    assert standard.batch.columns != simple.batch.columns
    assert not re.fullmatch(simple.service.numbers[0].pattern, "LX123456785CN")
    assert not re.fullmatch(standard.service.numbers[0].pattern, "RX123456785CN")


def test_the_homes_own_file_goes_first(tmp_path: Path) -> None:
    """A file of the home takes the place of the shipped one; a new name adds a service."""
    _file(tmp_path / "carriers", SMALL.replace("x", "yto").replace('"X"', '"My YTO"'), "yto")
    _file(tmp_path / "carriers", SMALL, "x")
    services = {service.id: service for service in load_services(config_dir(), tmp_path)}
    assert services["yto"].en == "My YTO"  # type: ignore[index]
    assert services["yto"].numbers == ()  # type: ignore[index]
    assert "x" in services
    assert len(load_carriers(config_dir(), tmp_path)) == len(load_carriers(config_dir())) + 1


def test_the_homes_own_routes(tmp_path: Path) -> None:
    """A home's rules/routing.toml takes the place of the shipped rules; a service without a file is named."""
    rules = _file(tmp_path / "rules", '[[route]]\nservice = "sf"\n', "routing")
    assert [route.service for route in load_routing(config_dir(), tmp_path).routes] == ["sf"]
    rules.write_text('[[route]]\nservice = "pigeon"\n')
    with pytest.raises(SettingsTrouble, match="pigeon"):
        load_routing(config_dir(), tmp_path)


def test_a_self_sent_first_leg(tmp_path: Path) -> None:
    """The transit warehouse is read with its address (G8)."""
    leg = '[first_leg]\nkind = "self_send"\nwarehouse = "中转仓"\naddress = "杭州市示例路 1 号"\n'
    found = read_service(_file(tmp_path, SMALL + leg)).service.first_leg
    assert (found.kind, found.warehouse) == (LegKind.SELF_SEND, "中转仓")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SMALL + "colour = 1\n", "colour"),
        (SMALL.replace('zh = "甲"\n', ""), "zh"),
        (SMALL.replace('"x"', '"y"'), "file's name"),
        (SMALL + '[[number]]\npattern = "(["\n', "pattern"),
        (SMALL + '[[number]]\npattern = "1"\ncheck = "mod97"\n', "number"),
        (SMALL + "[limits]\nweight_g = -1\n", "limits.weight_g"),
        (SMALL + '[limits]\nweight_g = "2 kg"\n', "limits.weight_g"),
        (SMALL + "arrival_days = [25, 15]\n", "arrival_days"),
        (SMALL + "arrival_days = [1]\n", "arrival_days"),
        (SMALL + 'label_mm = ["10x15cm"]\n', "label_mm"),
        (SMALL + 'countries = ["US"]\nexcept_countries = ["CN"]\n', "exclude"),
        (SMALL + 'countries = ["usa"]\n', "countries"),
        (SMALL + '[first_leg]\nkind = "self_send"\n', "address"),
        (SMALL + '[first_leg]\nkind = "by_boat"\n', "first_leg"),
        (
            SMALL
            + '[batch]\nname = "t"\ncolumns = [{ header = "a", field = "order" }, { header = "a", field = "name" }]\n',
            "twice",
        ),
        ("not toml", "cannot be read"),
        ("", "id"),
        ("\ufffe", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    """Each mistake is told with its file, in one line."""
    with pytest.raises(SettingsTrouble, match=re.escape(said)) as caught:
        read_service(_file(tmp_path, text))
    assert "\n" not in caught.value.sentence()
    assert "x.toml" in caught.value.sentence()


def test_one_word_cannot_name_two_services(tmp_path: Path) -> None:
    """A word that two files claim is refused: every note with it would be a question."""
    _file(tmp_path, SMALL + 'words = ["express"]\n')
    _file(tmp_path, SMALL.replace('"x"', '"y"') + 'words = ["Express"]\n', "y")
    with pytest.raises(SettingsTrouble, match="express"):
        read_services(tmp_path)
