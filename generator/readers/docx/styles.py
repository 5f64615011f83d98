"""What a Word file says of styles and fonts, as far as a reader needs it: names, and which font sets “ ” — …."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.ooxml.archive import Package
from generator.ooxml.names import RPR, VAL, W
from generator.ooxml.walker import Element
from generator.patterns import Pattern

_FONTS: Final = f"{W}rFonts"
_HINT: Final = f"{W}hint"
_HIGH_ANSI: Final = f"{W}hAnsi"
_HIGH_ANSI_THEME: Final = f"{W}hAnsiTheme"
_EAST_ASIA: Final = "eastAsia"
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CJK: Final = Pattern("[\u2e80-\u9fff\uac00-\ud7af]")
_CHINESE_FONTS: Final = Pattern(
    "n?sim(sun|hei)|(st)?(fangsong|kaiti|heiti|xihei|zhongsong|song)|dengxian|microsoft (yahei|jhenghei)|youyuan|lisu"
    "|fz|hy[a-z]*(song|hei|kai|fang)|source han|noto (sans|serif) (cjk|sc)|(p?ming|mingliu)|fandol|wenquanyi|pingfang",
    re.IGNORECASE,
)
"""Beginnings of the English names of Chinese fonts."""
_DEEPEST: Final = 20
"""Styles may be based on one another in a circle in damaged files."""


class Styles:
    """The styles of one file; damage counts as absence."""

    def __init__(self, package: Package) -> None:
        part = package.related("styles")
        root = None if part is None else package.tree(part)
        self._package = package
        self._styles = {} if root is None else {s.get(f"{W}styleId", ""): s for s in root.iterchildren(f"{W}style")}
        self._defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
        default = (s for s in self._styles.values() if s.get(f"{W}default") == "1" and s.get(f"{W}type") == "paragraph")
        self._normal = next((s.get(f"{W}styleId", "") for s in default), "")
        self._names = {style: _value(element, "name") for style, element in self._styles.items()}
        self._theme: dict[str, str] | None = None

    def name_of(self, style: str) -> str:
        """The name of a paragraph style by its id; "" stands for the default one."""
        return self._names.get(style or self._normal, style)

    def is_western(self, run: Element, paragraph_style: str) -> bool:
        """Whether Word sets Chinese quotation marks, dashes and ellipses of a run in a western font.

        They are in Unicode's general punctuation, so Word takes the “hAnsi” font unless there is the hint ``eastAsia``
        (ECMA-376 part 1, 17.3.2.26).
        """
        properties = next(run.iterchildren(RPR), None)
        own = None if properties is None else next(properties.iterchildren(_FONTS), None)
        if own is not None and own.get(_HINT) == _EAST_ASIA:
            return False
        style = "" if properties is None else _value(properties, "rStyle")
        levels = [
            *([] if own is None else [own]),
            *self._inherited(style),
            *self._inherited(paragraph_style or self._normal),
        ]
        levels += [] if self._defaults is None else [self._defaults]
        hint = next((value for fonts in levels if (value := fonts.get(_HINT))), "")
        font = next((name for fonts in levels if (name := self._high_ansi(fonts))), "")
        return hint != _EAST_ASIA and not _is_chinese(font)

    def _inherited(self, style: str) -> Iterator[Element]:
        """The w:rFonts of a style ("" for none) and of those that it is based on."""
        for _ in range(_DEEPEST):
            element = self._styles.get(style)
            if element is None:
                return
            fonts = element.find(f"{RPR}/{_FONTS}")
            if fonts is not None:
                yield fonts
            style = _value(element, "basedOn")

    def _high_ansi(self, fonts: Element) -> str:
        theme = fonts.get(_HIGH_ANSI_THEME)
        return self._theme_font(theme) if theme else fonts.get(_HIGH_ANSI, "")

    def _theme_font(self, name: str) -> str:
        if name.endswith("EastAsia"):
            return "宋体"  # whichever it is, it is no western one
        if self._theme is None:
            self._theme = self._read_theme()
        return self._theme.get(name[:5], "Times New Roman")

    def _read_theme(self) -> dict[str, str]:
        part = self._package.related("theme")
        if part is None:
            return {}
        root = self._package.tree(part)
        latin = {size: root.find(f".//{_DRAWING}{size}Font/{_DRAWING}latin") for size in ("minor", "major")}
        return {size: font.get("typeface", "") for size, font in latin.items() if font is not None}


def _is_chinese(font: str) -> bool:
    return bool(_CJK.search(font) or _CHINESE_FONTS.match(font))


def _value(element: Element, name: str) -> str:
    found = next(element.iterchildren(f"{W}{name}"), None)
    return "" if found is None else found.get(VAL, "")
