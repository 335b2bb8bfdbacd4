"""Of the words of a camera, in a sentence for who sets it up. Texts only."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

CAUSES: Final = MappingProxyType(
    {
        "not_found": "it is not plugged in, or is set up under another name: compare with devices list",
        "ambiguous": "two of a kind are plugged in: add the serial number",
        "lost": "it was pulled out, or its connection ended",
        "silent": "no pictures come: another program may have it, or its cable, power or network fails",
        "frozen": "it sends the same picture again and again: switch it off and on",
        "refused": "nothing listens at this host and port",
        "unreachable": "the host does not answer: is it switched on, and in this network?",
        "no_login": "name or password in the address is wrong",
        "no_video": "the host answers, but not with video under this path: see the camera's manual",
        "not_understood": "what it sends is no video that can be read here; H.264 over RTSP works",
        "no_files": "no such folder, or no .jpg and no .png in it",
        "unreadable": "a file of the folder is no picture, or larger than 32 MB",
        "no_pyav": 'RTSP needs one more package: pip install "sealbench[rtsp]" (its licence: docs/cameras.md)',
        "no_multimedia": "Qt Multimedia cannot be loaded: sealbench doctor names the system package that is missing",
        "no_program": "the program that reads network cameras does not start",
    }
)
