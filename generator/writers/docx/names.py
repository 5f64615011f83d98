"""Names that the Word writer, its reference document and the Word reader agree on."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

TAG_PREFIX: Final = "fig:"
BOOKMARK_PREFIX: Final = "_fig_"
RECORD_NAMESPACE: Final = "urn:qicao:record:1"
RECORD_ITEM_ID: Final = "{6F1D9C52-3B0E-4B57-9E0A-51CA05EC03D1}"
TAG_LIMIT: Final = 64
"""Word calls a file damaged when w:tag or w:alias holds more characters (UTF-16 units) than this."""


class StyleId(StrEnum):
    """Ids of the styles in every reference document."""

    NORMAL = "Normal"
    MARK = "ReportMark"
    TITLE = "Title"
    SESSION = "ReportSession"
    SPEAKER = "ReportSpeaker"
    SALUTATION = "Salutation"
    BODY = "ReportBody"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    HEADING_4 = "Heading4"
    RUN_IN_1 = "RunInHead1"
    RUN_IN_2 = "RunInHead2"
    RUN_IN_3 = "RunInHead3"
    PLACEHOLDER = "ReportPlaceholder"
    PENDING = "ReportPending"
    ANNEX_LABEL = "AnnexLabel"
    ANNEX_TITLE = "AnnexTitle"
    TABLE = "ReportTable"
    TABLE_CAPTION = "Caption"
    TABLE_HEAD = "TableHead"
    TABLE_TEXT = "TableText"
    FOOTER = "Footer"
    COMMENT_TEXT = "CommentText"
    COMMENT_REFERENCE = "CommentReference"
    COMMENT_SUBJECT = "CommentSubject"
    BALLOON_TEXT = "BalloonText"


HEADINGS: Final = (StyleId.HEADING_1, StyleId.HEADING_2, StyleId.HEADING_3, StyleId.HEADING_4)
RUN_INS: Final = (StyleId.RUN_IN_1, StyleId.RUN_IN_2, StyleId.RUN_IN_3)


def tag_of(key: str) -> str:
    """The control tag of the datum ``key``; a key too long for Word ends in a hash of the whole."""
    return _fitted(TAG_PREFIX + key, key)


def alias_of(key: str) -> str:
    """The control title of the datum ``key``, which Word shows in its control dialog."""
    return _fitted(key, key)


def _fitted(name: str, key: str) -> str:
    if len(name) * 2 <= TAG_LIMIT or _units(name) <= TAG_LIMIT:
        return name
    from hashlib import sha256  # only for the rare long key

    ending = "~" + sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    kept = name
    while _units(kept) + len(ending) > TAG_LIMIT:
        kept = kept[:-1]
    return kept + ending


def _units(text: str) -> int:
    """Length in UTF-16 units, which is how Word counts."""
    return len(text) + sum(character > "\uffff" for character in text)
