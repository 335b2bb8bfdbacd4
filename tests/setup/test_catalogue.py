"""Programming codes: each is drawn and reads back, each has a source; the rest names its manual."""

from __future__ import annotations

import pytest
import zxingcpp

from station.errors import SettingsTrouble
from station.home import Home
from station.setup import papers
from station.setup.catalogue import load_catalogue
from station.setup.code_pictures import code_image
from station.setup.proof import PROOF, Programs
from station.setup.values import CodePicture

MAKES = ("datalogic", "honeywell", "newland", "other", "sc-qr", "speccode", "zebra")

pytestmark = pytest.mark.usefixtures("qapp")


def _read(picture: CodePicture) -> list[str]:
    image = code_image(picture)
    return [found.text for found in zxingcpp.read_barcodes(image, text_mode=zxingcpp.TextMode.Plain)]


def test_common_makes_are_there(home: Home) -> None:
    """The makes people have, by id."""
    makes, _ = load_catalogue(home)
    assert sorted(make.id for make in makes) == list(MAKES)


@pytest.mark.parametrize("make", MAKES)
def test_each_code_has_a_source_and_reads_back(home: Home, make: str) -> None:
    """What is drawn can be scanned and says where it is published; what is not drawn says where to look."""
    codes = load_catalogue(home)[1].makes[make]
    assert codes
    for code in codes:
        assert bool(code.pictures and code.source) is not bool(code.see)
        for picture in code.pictures:
            assert _read(picture) == [picture.text]


@pytest.mark.parametrize("make", MAKES)
def test_every_make_tells_the_suffix_and_the_way_back(home: Home, make: str) -> None:
    """The two codes that are needed most are drawn or named for every make."""
    known = {code.programs for code in load_catalogue(home)[1].makes[make]}
    assert {Programs.SUFFIX_CR, Programs.FACTORY} <= known


def test_the_proof_reads_back() -> None:
    """The test code is Code 128 with GS in it, readable from its own picture."""
    assert _read(papers.PROOF_PICTURE) == [PROOF]


def test_a_file_of_the_home_goes_first(home: Home) -> None:
    """A house may add its own make."""
    folder = home.root / "scanners"
    folder.mkdir(parents=True)
    text = 'name = "Ours"\n[[code]]\nprograms = "factory"\nkind = "code128"\ntexts = ["RESET"]\nsource = "p. 3"\n'
    (folder / "zebra.toml").write_text(text)
    assert [code.pictures[0].text for code in load_catalogue(home)[1].makes["zebra"]] == ["RESET"]


@pytest.mark.parametrize("text", ["name", 'name = "x"\n[[code]]\nprograms = "explode"\n', 'name = "x"\ncolour = 1\n'])
def test_a_bad_file_is_told(home: Home, text: str) -> None:
    """One sentence names the file."""
    folder = home.root / "scanners"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(text)
    with pytest.raises(SettingsTrouble, match=r"mine\.toml"):
        load_catalogue(home)


@pytest.mark.parametrize("make", ["", *MAKES])
def test_the_sheet_is_a_pdf(home: Home, make: str) -> None:
    """Every make's sheet can be made."""
    assert papers.proof_sheet(make, load_catalogue(home)[1].makes.get(make, ()), ("zh", "en")).startswith(b"%PDF")
