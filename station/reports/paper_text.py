"""What is written in a dispute's papers: text and mails as words, with telephones and addresses of mail masked. Pure.

A mail's own attachments are not shown: whoever needs one attaches it as a paper.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from html import unescape

from station.labels.masking import masked_phone

TEXT_MAX = 200_000
"""Characters; a longer chat is cut with a word where."""

_HEADERS = ("From", "To", "Date", "Subject")
_UNSEEN = re.compile(r"<(style|script|head)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_MAIL = re.compile(r"[A-Za-z0-9_.+%-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(
    r"(?<![A-Za-z0-9-])(?:\+\d[\d -]{6,16}\d|1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-\d{7,8})(?![A-Za-z0-9-])"
)


def decoded(data: bytes) -> str:
    """UTF-8, else the Chinese code page, which old programs still write."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)[:TEXT_MAX]
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")[:TEXT_MAX]


def mail_text(data: bytes) -> str:
    """Sender, receiver, time, subject and words; how many attachments it has besides."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage), "the default policy makes these"
        heads = [f"{name}: {message[name]}" for name in _HEADERS if message[name]]
        body = message.get_body(preferencelist=("plain", "html"))
        words = str(body.get_content()) if body is not None else ""
        more = sum(1 for _ in message.iter_attachments())
    except (MessageError, LookupError, ValueError, AttributeError):
        return decoded(data)
    if body is not None and body.get_content_subtype() == "html":
        words = _plain(words)
    tail = [f"[{more} attachments are not shown]"] if more else []
    return "\n".join([*heads, "", words.strip(), *tail])[:TEXT_MAX]


def _plain(markup: str) -> str:
    seen = _UNSEEN.sub("", markup)
    return unescape(_TAG.sub("", _BREAK.sub("\n", seen)))


def masked(text: str, kept: Collection[str] = ()) -> str:
    """Telephones and addresses of mail as on an outer box; ``kept`` are the case's own numbers."""
    without_mails = _MAIL.sub(lambda found: f"{found[0][0]}***@***", text)
    return _PHONE.sub(lambda found: found[0] if found[0] in kept else masked_phone(found[0]), without_mails)
