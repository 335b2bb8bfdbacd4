"""``orders split`` and ``orders merge`` as a person or another program calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.verbs.command import Command

WHO = "张示例,13800000000,杭州市,示例路 1 号"


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """SO-1 and SO-2 of one buyer, SO-3 of another."""
    command = Command(tmp_path / "home", capsys)
    file = tmp_path / "orders.csv"
    rows = (f"SO-1,MUG,3,{WHO}", f"SO-2,CARD,1,{WHO}", "SO-3,CARD,1,李示例,13800000001,杭州市,示例路 2 号")
    file.write_text("\n".join(("order,sku,quantity,recipient,phone,city,address", *rows, "")), "utf-8")
    command("import", str(file))
    return command


def test_split_and_back(sealbench: Command) -> None:
    """What goes into the further parcel is said by SKU; undone, the order is whole."""
    assert sealbench.json("orders", "split", "SO-1", "MUG=2") == {"order": "SO-1", "part": "SO-1#2"}
    parts = sealbench.json("orders", "show", "SO-1")["parts"]
    assert [(part["order"], part["goods"]) for part in parts] == [("SO-1", "1 × MUG"), ("SO-1#2", "2 × MUG")]
    assert "SO-1#2 put back" in sealbench("orders", "split", "SO-1", "--undo")
    assert sealbench.json("orders", "show", "SO-1")["parts"] == []


@pytest.mark.parametrize(
    "words",
    [("SO-1",), ("SO-1", "MUG"), ("SO-1", "MUG=0"), ("SO-1", "MUG=9"), ("SO-1", "MUG=1", "--undo"), ("SO-1", "=1")],
    ids=" ".join,
)
def test_what_split_does_not_understand(sealbench: Command, words: tuple[str, ...]) -> None:
    """Exit code 2, one sentence, nothing changed."""
    sealbench("orders", "split", *words, exits=2)
    assert sealbench.json("orders", "show", "SO-1")["parts"] == []


def test_merge_review_join_and_back(sealbench: Command) -> None:
    """The review masks who it is unless asked; joined, both orders name each other; undone, neither does."""
    (group,) = sealbench.json("orders", "merge", "--review")["proposed"]
    assert [member["order"] for member in group["orders"]] == ["SO-1", "SO-2"]
    assert group["orders"][0]["recipient"]["name"] == "张**"
    assert "张示例" in sealbench("orders", "merge", "--review", "--personal")
    assert sealbench.json("orders", "merge", "SO-2", "SO-1", "--by", "W1") == {"order": "SO-1", "with": ["SO-2"]}
    assert sealbench.json("orders", "show", "SO-2")["joined"] == [{"order": "SO-1"}, {"order": "SO-2"}]
    assert "joined" in sealbench("orders", "merge", "--review")
    assert sealbench.json("orders", "merge", "--undo", "SO-2") == {"parted": ["SO-1", "SO-2"]}
    assert sealbench.json("orders", "show", "SO-2")["joined"] == []


def test_merge_refuses_strangers(sealbench: Command) -> None:
    """Orders of two buyers are told apart by what differs; nothing is changed."""
    sealbench("orders", "merge", "SO-1", "SO-3", exits=1)
    assert "differ in their name" in sealbench.err
    sealbench("orders", "merge", "SO-1", exits=2)
    sealbench("orders", "merge", exits=2)
    sealbench("orders", "merge", "--review", "--undo", "SO-1", exits=2)


def test_declined_is_not_proposed(sealbench: Command) -> None:
    """A group that is declined is not listed any more."""
    sealbench("orders", "merge", "SO-1", "SO-2", "--decline")
    assert sealbench.json("orders", "merge", "--review")["proposed"] == []
