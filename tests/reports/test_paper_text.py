"""Words of papers: decoded, mails opened, telephones and addresses masked."""

from __future__ import annotations

import pytest

from station.reports.paper_text import decoded, mail_text, masked


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_chats_of_either_code_page(encoding: str) -> None:
    """A chat saved by an old program reads as one saved by a new one."""
    assert decoded("少了一件".encode(encoding)) == "少了一件"


def test_any_bytes_are_text() -> None:
    """Bytes of no code page are shown as they come."""
    assert decoded(b"\xff\xfe\xff") == "ÿþÿ"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电话13812345678。", "电话138******78。"),
        ("call +44 20 7946 0958", "call +44 2* **** **58"),
        ("a.b@example.com", "a***@***"),
        ("0571-12345678", "057*-******78"),
        ("运单 YT8800000000017 订单 2026112200001", "运单 YT8800000000017 订单 2026112200001"),
        ("13800000000 is the order", "13800000000 is the order"),
    ],
)
def test_masks(text: str, shown: str) -> None:
    """Telephones and mail addresses are hidden; numbers of goods, and the case's own, stay."""
    assert masked(text, {"13800000000"}) == shown


def test_a_mail_with_markup() -> None:
    """Only what a reader of the mail sees is shown; attachments are counted."""
    head = b"From: A <a@b.example>\r\nSubject: =?utf-8?B?5L2g5aW9?=\r\n"
    page = b"Content-Type: text/html; charset=utf-8\r\n\r\n<style>x</style><p>hi &amp; bye</p>there<!-- no -->"
    assert mail_text(head + page) == "From: A <a@b.example>\nSubject: 你好\n\nhi & bye\nthere"
    parts = b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nwords\r\n"
    more = b"--B\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=z.png\r\n\r\nxx\r\n--B--\r\n"
    assert mail_text(head + parts + more).endswith("words\n[1 attachments are not shown]")


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"Content-Type: multipart/mixed\r\n\r\n", b"a\nb"])
def test_what_is_no_mail(data: bytes) -> None:
    """Anything at all gives some words and no fault."""
    assert isinstance(mail_text(data), str)
