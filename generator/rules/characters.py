"""Kinds of characters, told apart without large character classes in regular expressions, which are slow to compile."""

from __future__ import annotations

CHINESE_MARKS = frozenset("，。；：、！？“”‘’（）《》〈〉【】〔〕—…·％")
CELL_END = "\t"
"""What parts the cells of a table in plain text: no blank that someone put between two words."""
BLANKS = " \t\u00a0\u2002\u2003\u2009\u202f\u3000"


def is_han(character: str) -> bool:
    """Whether this is a Chinese character; an empty string is none."""
    return "\u3400" <= character <= "\u9fff"


def is_chinese(character: str) -> bool:
    """Whether this is a Chinese character or mark."""
    return is_han(character) or character in CHINESE_MARKS


def is_latin(character: str) -> bool:
    """Whether this is an ASCII letter."""
    return character.isascii() and character.isalpha()


def is_digit(character: str) -> bool:
    """Whether this is an ASCII digit."""
    return character.isascii() and character.isdigit()


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters before and behind some characters; empty at the ends of the text."""
    return text[start - 1 : start] if start else "", text[end : end + 1]
