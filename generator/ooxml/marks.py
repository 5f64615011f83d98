"""Our own marks in a Word file: what the writer leaves there and the reader looks for."""

from __future__ import annotations

from typing import Final

TAG_PREFIX: Final = "fig:"
BOOKMARK_PREFIX: Final = "_fig_"
RECORD_NAMESPACE: Final = "urn:qicao:record:1"
TAG_LIMIT: Final = 64
"""Word calls a file damaged when w:tag or w:alias holds more characters (UTF-16 units) than this."""

AUTHOR: Final = "起草 Qicao"
"""Who signs our comments and tracked changes; distinct from every person, so that ours can be told from theirs."""
INITIALS: Final = "QC"


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
