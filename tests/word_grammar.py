"""Paragraphs as people leave them in Word, as a model: what it writes as XML, and how it reads in each view."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from hypothesis import strategies as st

from generator.ooxml.marks import TAG_PREFIX
from generator.writers.docx import ROOT
from generator.writers.docx.package import DOCUMENT, pack, unpack
from generator.writers.docx.xml import run_content
from tests.writers.samples import reference

OTHERS = ("王处长", "李科长")
_DATE = 'w:date="2024-01-05T08:00:00Z"'


class Ids:
    """Numbers for everything in one file that must have its own."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self) -> int:
        return next(self._numbers)


@dataclass(frozen=True)
class Plain:
    """A run: ``text`` with tabs and line feeds; ``invisible`` stands before, in the middle or behind (0, 1, 2)."""

    text: str
    bold: bool = False
    changed: bool = False
    invisible: str = ""
    where: int = 0

    def xml(self, ids: Ids, deleted: bool) -> str:
        change = f'<w:rPrChange w:id="{ids()}" w:author="{OTHERS[0]}" {_DATE}><w:rPr><w:i/></w:rPr></w:rPrChange>'
        properties = ("<w:b/>" if self.bold else "") + (change if self.changed else "")
        cut = (0, len(self.text) // 2, len(self.text))[self.where]
        content = run_content(self.text[:cut]) + INVISIBLE[self.invisible] + run_content(self.text[cut:])
        if deleted:
            content = content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


INVISIBLE = {
    "": "",
    "soft hyphen": "<w:softHyphen/>",
    "page": '<w:br w:type="page"/>',
    "line": "<w:lastRenderedPageBreak/>",
}


@dataclass(frozen=True)
class Around:
    """Something around other things: a tracked change, a control, a link, a smart tag, a field."""

    kind: str
    inside: tuple[Plain | Around, ...]
    author: str = OTHERS[0]

    def xml(self, ids: Ids, deleted: bool) -> str:
        removed = deleted or self.kind in ("del", "moveFrom")
        inner = "".join(item.xml(ids, removed and self.kind != "moveFrom") for item in self.inside)
        match self.kind:
            case "ins" | "del" | "moveFrom" | "moveTo":
                return f'<w:{self.kind} w:id="{ids()}" w:author="{self.author}" {_DATE}>{inner}</w:{self.kind}>'
            case "figure" | "control":
                tag = f"{TAG_PREFIX}指标" if self.kind == "figure" else "reviewtag_1"
                properties = f'<w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{ids()}"/></w:sdtPr>'
                return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
            case "hyperlink":
                return f'<w:hyperlink w:anchor="a">{inner}</w:hyperlink>'
            case "smartTag":
                return f'<w:smartTag w:uri="u" w:element="date">{inner}</w:smartTag>'
            case "fldSimple":
                return f'<w:fldSimple w:instr="DATE">{inner}</w:fldSimple>'
            case _:
                code = "<w:r><w:instrText>IF </w:instrText></w:r><w:r><w:t>码</w:t></w:r>"
                return f"{_mark('begin')}{code}{_mark('separate')}{inner}{_mark('end')}"

    def text(self, hidden: tuple[str, ...]) -> str:
        return "" if self.kind in hidden else "".join(_text(item, hidden) for item in self.inside)


Item = Plain | Around


def _text(item: Item, hidden: tuple[str, ...]) -> str:
    return item.text if isinstance(item, Plain) else item.text(hidden)


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


@dataclass(frozen=True)
class Line:
    """A w:p; ``joined`` says that its paragraph mark is deleted; ``wrapper`` is what stands around it."""

    items: tuple[Item, ...]
    joined: bool = False
    wrapper: str = ""

    def xml(self, ids: Ids) -> str:
        mark = f'<w:pPr><w:rPr><w:del w:id="{ids()}" w:author="{OTHERS[1]}" {_DATE}/></w:rPr></w:pPr>'
        paragraph = f"<w:p>{mark if self.joined else ''}{''.join(item.xml(ids, False) for item in self.items)}</w:p>"
        if self.wrapper == "sdt":
            return f'<w:sdt><w:sdtPr><w:id w:val="{ids()}"/></w:sdtPr><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>'
        return f'<w:customXml w:uri="u" w:element="e">{paragraph}</w:customXml>' if self.wrapper else paragraph

    def accepted(self) -> str:
        return "".join(_text(item, ("del", "moveFrom")) for item in self.items)


def docx_of(lines: tuple[Line, ...]) -> bytes:
    """A Word file of these lines."""
    ids = Ids()
    return docx_of_xml("".join(line.xml(ids) for line in lines))


_PARTS = unpack(reference())


def docx_of_xml(body: str, more: dict[str, bytes] | None = None) -> bytes:
    """A Word file with this body, and maybe more parts."""
    return pack({**_PARTS, DOCUMENT: f"{ROOT}<w:body>{body}</w:body></w:document>".encode(), **(more or {})})


def accepted_paragraphs(lines: tuple[Line, ...]) -> list[str]:
    """The non-empty paragraphs as they read with all changes accepted."""
    found, current = [], ""
    for line in lines:
        current += line.accepted()
        if not line.joined:
            found.append(current)
            current = ""
    return [text for text in [*found, current] if text.strip()]


_WORDS = st.text(st.sampled_from("全市生产总值增长比以上亿元，。“”—…5.1%2024 \t\n"), max_size=6)
_PLAIN = st.builds(Plain, _WORDS, st.booleans(), st.booleans(), st.sampled_from(sorted(INVISIBLE)), st.integers(0, 2))


def _removed(author: st.SearchStrategy[str]) -> st.SearchStrategy[Item]:
    return st.builds(Around, st.sampled_from(("del", "moveFrom")), st.lists(_PLAIN, max_size=2).map(tuple), author)


_AUTHORS = st.sampled_from(OTHERS)
_LEAVES: st.SearchStrategy[Item] = _PLAIN | _removed(_AUTHORS)


def _around(inside: st.SearchStrategy[Item]) -> st.SearchStrategy[Item]:
    kinds = ("ins", "moveTo", "figure", "control", "hyperlink", "smartTag", "fldSimple", "field")
    return st.builds(Around, st.sampled_from(kinds), st.lists(inside, max_size=3).map(tuple), _AUTHORS)


ITEMS: st.SearchStrategy[Item] = st.recursive(_LEAVES, _around, max_leaves=8)
LINES = st.lists(
    st.builds(Line, st.lists(ITEMS, max_size=6).map(tuple), st.sampled_from((False, False, True)), st.just("")),
    max_size=4,
).map(tuple)
WRAPPED_LINES = st.lists(
    st.builds(Line, st.lists(ITEMS, max_size=4).map(tuple), st.just(False), st.sampled_from(("", "sdt", "customXml"))),
    max_size=4,
).map(tuple)
