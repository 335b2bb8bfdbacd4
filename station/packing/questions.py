"""What a question to the packer is. The questions themselves are in ``prompts``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PromptKind(StrEnum):
    ACKNOWLEDGE = "acknowledge"  # one choice: ok
    YES_NO = "yes_no"
    CHOICE = "choice"
    BADGE = "badge"  # answered by scanning a supervisor's badge


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question that must be answered before the label prints. The first choice is the ordinary one."""

    id: str
    kind: PromptKind
    zh: str
    en: str
    choices: tuple[str, ...]
