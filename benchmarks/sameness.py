"""Whether the peers wrote the same report: characters compared, whitespace aside.

``python -m benchmarks.sameness OURS THEIRS…`` fails, naming the file, when one differs.  It is a process of its own
because the measuring process must stay small.
"""

from __future__ import annotations

import re
import sys
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


def main(ours: Path, theirs: list[Path]) -> None:
    """End with a message unless all say the same."""
    text = word_text(ours)
    for path in theirs:
        if word_text(path) != text:
            sys.exit(f"{path.name} does not hold the same report")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
