"""Whether a peer wrote the same report: characters compared, whitespace aside."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from zipfile import ZipFile

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SPACE = re.compile(r"\s+")


def word_text(path: Path) -> str:
    """All characters of a Word file's body but whitespace."""
    with ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode("utf-8")
    return _SPACE.sub("", unescape("".join(_TEXT.findall(body))))


def same_text(ours: Path, theirs: Path) -> bool:
    """Whether two Word files say the same."""
    return word_text(ours) == word_text(theirs)
