"""The bundle as it leaves the bench: its one byte form, what it shows and what it keeps back."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from station.errors import Trouble
from station.evidence.bundle import export
from station.evidence.bundle_zip import zip_pieces
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.evidence.media import StoredFile
from station.evidence.verify import examine
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import ORDER, PNG, ZPL, no_pdf, open_ledger, opened, pack


def members(bundle: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_members(bundle: Path) -> None:
    """The bundle has the parcel's entries with a proof each, the label's exact bytes, keys, page and verifier."""
    found = members(bundle)
    assert list(found) == sorted(found)
    assert {name for name in found if not name.startswith("logs/")} == {
        *("README.html", "VERIFY.md", "bundle.json", "bundle.note", "disclosures.json", "report.pdf", "verify.py"),
        *("labels/7-0.zpl", "labels/7-1.png"),
    }
    assert (found["labels/7-0.zpl"], found["labels/7-1.png"]) == (ZPL, PNG)
    entries = {name[len("logs/1/entries/") : -5] for name in found if name.startswith("logs/1/entries/")}
    assert entries == {"1", "2", "3", "5", "6", "7", "8"}
    assert {f"logs/1/proofs/{seq}.json" for seq in entries} <= set(found)


def test_the_zip_is_the_one_other_tools_would_write(bundle: Path) -> None:
    """Python's own zipfile, told the format's settings, writes the same bytes."""
    again = io.BytesIO()
    with zipfile.ZipFile(again, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members(bundle).items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o600 << 16
            archive.writestr(info, data)
    assert again.getvalue() == bundle.read_bytes()


def test_two_exports_are_equal(home: Home, bundle: Path, tmp_path: Path) -> None:
    """Nothing of the moment of export is in the bundle."""
    export(home, ORDER, tmp_path / "again.zip", make_pdf=no_pdf)
    assert (tmp_path / "again.zip").read_bytes() == bundle.read_bytes()


def test_listing(bundle: Path) -> None:
    """bundle.json names order, seal, log and how the key is kept."""
    listing = json.loads(members(bundle)["bundle.json"])
    assert (listing["order"], listing["parcel"], listing["logs"]) == (ORDER, 1, ["acme/B01/1"])
    assert listing["sealed"] == {"log": "acme/B01/1", "seq": 8}
    assert listing["key_protection"] == "file with mode 0600"
    assert listing["window"] == {"after": None, "before": None}


def test_other_buyers_stay_out(bundle: Path) -> None:
    """What a refused scan says of another order is in no file of the bundle."""
    assert not [name for name, data in members(bundle).items() if b"SO-9" in data or b"SO-other" in data]


def test_the_page(bundle: Path) -> None:
    """The page tells in both languages what happened, what is proven and what is not."""
    page = members(bundle)["README.html"].decode()
    for words in (ORDER, "装入商品", "item packed", "What is not proven", "未证明", "TEST0001", "labels/7-1.png"):
        assert words in page


def test_an_open_bench_is_not_disturbed(home: Home, ledger: Ledger, tmp_path: Path) -> None:
    """Export works beside a running bench, of a parcel that no checkpoint covers yet, and says it is not sealed."""
    pack(ledger, home, seal=False)
    done = export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf)
    assert (done.sealed, done.entries) == (False, 6)
    verdict = examine(tmp_path / "case.zip")
    assert verdict.verdict == "verified with remarks"
    assert any("not sealed" in remark for remark in verdict.remarks)
    pack(ledger, home, "SO-2")


def test_later_entries(home: Home, ledger: Ledger, tmp_path: Path) -> None:
    """Entries after the seal are in the bundle and counted in a remark."""
    pack(ledger, home)
    ledger.append([Fact(kind="LabelPrinted")], order_no=ORDER, by="p1")
    export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf)
    verdict = examine(tmp_path / "case.zip")
    assert "1 entries of the order are younger than the seal" in verdict.remarks


def test_two_parcels_of_one_order(home: Home, ledger: Ledger, tmp_path: Path) -> None:
    """A second parcel's seal lists the first one's entries too, and the bundle is the second one's."""
    pack(ledger, home)
    pack(ledger, home)
    export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf)
    assert examine(tmp_path / "case.zip").exit_code == 0
    assert json.loads(members(tmp_path / "case.zip")["bundle.json"])["parcel"] == 2


def test_chinese_order_numbers(home: Home, ledger: Ledger, tmp_path: Path) -> None:
    """An order number in any script, however composed, is exported and verified."""
    number = "订单-\u0065\u0301-1"
    ledger.append([opened(number), Fact(kind="ParcelSealed")], order_no=number, by="p1")
    export(home, number, tmp_path / "case.zip", make_pdf=no_pdf)
    assert examine(tmp_path / "case.zip").exit_code == 0


def test_a_lost_file_is_told(home: Home, clock: FakeClock, tmp_path: Path) -> None:
    """A label image that is gone or changed is left out, and the bundle says so."""
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    ledger.close()
    for file in home.media.iterdir():
        file.write_bytes(b"changed")
    done = export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf)
    assert len(done.remarks) == 2
    verdict = examine(tmp_path / "case.zip")
    assert verdict.exit_code == 0
    assert any("left out" in remark for remark in verdict.remarks)


def test_an_unknown_order(home: Home, ledger: Ledger, tmp_path: Path) -> None:
    """An order this bench never saw gives one sentence and no file."""
    pack(ledger, home)
    with pytest.raises(Trouble, match="no entry of order SO-404"):
        export(home, "SO-404", tmp_path / "case.zip", make_pdf=no_pdf)
    assert not (tmp_path / "case.zip").exists()


def test_no_ledger(home: Home, tmp_path: Path) -> None:
    """A home without a ledger is told of, and left as it is."""
    with pytest.raises(Trouble, match="no ledger"):
        export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf)
    assert not home.root.exists()


def test_a_folder_that_is_not_there(home: Home, ledger: Ledger, tmp_path: Path) -> None:
    """An output that cannot be written gives one sentence."""
    pack(ledger, home)
    with pytest.raises(Trouble, match="cannot be written"):
        export(home, ORDER, tmp_path / "none" / "case.zip", make_pdf=no_pdf)


def test_too_large(tmp_path: Path) -> None:
    """A bundle that would pass 2 GiB is refused before a byte of it is written."""
    video = tmp_path / "video"
    with video.open("wb") as stream:
        stream.truncate(2**31)
    with pytest.raises(Trouble, match="stills instead of video"):
        next(zip_pieces({"media/1-0.mp4": StoredFile(video, b"")}))
