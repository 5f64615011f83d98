"""Last year's parts for next year: data sentences stay, the year's own words are marked or left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.loading.located import LocatedDict, LocatedList, LocatedStr, LocatedValue
from generator.rolling.claims import without_claims
from generator.rolling.dating import set_years, set_years_of_table
from generator.rolling.editing import Editor, child, items_of, scalar
from generator.rolling.last_year import RESULT_PARTS, LastYear
from generator.rolling.sentences import MARK, Sort, sort_of, still_dated, with_named_years, without_names
from schemas.outline import Part, PartKind, Section

_STANDING_PARTS = (PartKind.OPENING, PartKind.CLOSING)


@dataclass(slots=True)
class PartRoller:
    """One file under ``outline/`` on its way into next year.  ``lines`` is what of its prose is kept."""

    editor: Editor
    part: Part
    last: LastYear
    drop_narrative: bool
    lines: list[str] = field(default_factory=list)

    def roll(self) -> None:
        """Make all edits."""
        root = self.editor.file.root
        self._set_years(child(root, "heading"))
        standing = self.part.standing or self.part.part in _STANDING_PARTS
        self._sections(child(root, "sections"), self.part.sections, standing=standing)

    def _sections(self, value: LocatedValue, sections: tuple[Section, ...], *, standing: bool) -> bool:
        """Roll the sections of one level; whether any of them is left."""
        left = 0
        items = items_of(value)
        for located, section in zip(items, sections, strict=True):
            if self._section(located, section, standing=standing or section.standing):
                left += 1
            else:
                self._delete_item(located)
        if items and not left:
            self._empty_list(value)
        return bool(left)

    def _section(self, located: LocatedValue, section: Section, *, standing: bool) -> bool:
        self._set_years(child(located, "head"))
        text = child(located, "text")
        had_text = isinstance(text, LocatedStr) and bool(text.strip())
        set_years_of_table(self.editor, child(located, "table"), self.last.year)
        has_text = had_text and isinstance(text, LocatedStr) and self._text(text, standing=standing)
        has_sections = self._sections(child(located, "sections"), section.sections, standing=standing)
        if had_text and not has_text and (has_sections or section.table):
            self._delete_field(located, "text")
        bare_head = section.head is not None and not had_text and not section.sections
        return has_text or has_sections or section.table is not None or bare_head

    def _text(self, text: LocatedStr, *, standing: bool) -> bool:
        """Roll the lines of a text; whether any is left."""
        old = text.split("\n")
        new = list(self._rolled(old, standing=standing))
        kept = [line for line in new if line]
        self.lines.extend(kept)
        if not any(line.strip() for line in kept):
            return False
        if text.style == "|":
            self._edit_block(text, old, new)
        elif new != old:
            self.editor.replace(text, json.dumps("\n".join(kept).rstrip("\n"), ensure_ascii=False))
        return True

    def _edit_block(self, text: LocatedStr, old: list[str], new: list[str | None]) -> None:
        """Each line of a ``|`` text is a line of the file."""
        for number, (before, after) in enumerate(zip(old, new, strict=True)):
            line = text.line + 1 + number
            if after is None:
                self.editor.delete(line, line)
            elif after != before:
                raw = self.editor.line(line)
                start = len(raw) - len(before)
                self.editor.replace(LocatedStr.at(raw[start:], line, start + 1), after)

    def _rolled(self, lines: list[str], *, standing: bool) -> Iterator[str | None]:
        """Each line as it goes on: changed, the same, or None where it is left out."""
        marked = False
        for line in lines:
            dated = with_named_years(line, self.last.year)
            bare = dated.replace(MARK, "")
            sort = Sort.EMPTY if not line.strip() else Sort.DATA if standing else self._sort(bare)
            if self.drop_narrative:
                yield bare if sort in (Sort.DATA, Sort.EMPTY) else self._skeleton(bare, sort)
            elif sort in (Sort.DATA, Sort.EMPTY):
                yield dated
            else:  # a mark reaches to the next sentence with a number, which needs its own
                under_mark = marked and sort is Sort.NARRATIVE
                yield dated if under_mark or dated.lstrip().startswith(MARK) else f"{MARK}{dated}"
            marked = sort is not Sort.DATA and sort is not Sort.EMPTY

    def _sort(self, line: str) -> Sort:
        sort = sort_of(line, self.last)
        claims = sort is Sort.DATA and self.part.part in RESULT_PARTS and without_claims(line, self.last) != line
        return Sort.NAMING if claims else sort

    def _skeleton(self, line: str, sort: Sort) -> str | None:
        """What a line holds of data, marked where a date of last year is left in it; None if it holds nothing."""
        if sort is Sort.NARRATIVE:
            return None
        told = without_names(line, self.last)
        told = without_claims(told, self.last) if self.part.part in RESULT_PARTS else told
        return f"{MARK}{told}" if still_dated(told, self.last) else told or None

    def _set_years(self, value: LocatedValue) -> None:
        """Years that a heading or a cell spells out, as the names that move on by themselves."""
        set_years(self.editor, value, self.last.year)

    def _dash_of(self, located: LocatedValue) -> tuple[int, int]:
        """The line of the dash of a list item, from 1, and its indentation; a comment may stand behind the dash."""
        if not isinstance(located, LocatedDict):
            raise self.editor.unsuited(1)
        number, before = located.place.line, self.editor.line(located.place.line)[: located.place.column - 1]
        while number > 1 and not before.strip():
            number -= 1
            before = self.editor.line(number).split("#")[0]
        if before.strip() != "-":
            raise self.editor.unsuited(located.place.line)
        return number, before.index("-")

    def _delete_item(self, located: LocatedValue) -> None:
        first, dash = self._dash_of(located)
        self.editor.delete_with_comments(first, self.editor.end_of(first, dash))

    def _delete_field(self, located: LocatedValue, name: str) -> None:
        key = located.key(name) if isinstance(located, LocatedDict) else None
        if key is None:
            return
        before = self.editor.line(key.line)[: key.column - 1]
        if before.strip():  # the field stands behind the dash: it stays, empty
            value = child(located, name)
            if isinstance(value, LocatedStr):
                self.editor.replace(value, "")
            return
        self.editor.delete(key.line, self.editor.end_of(key.line, key.column - 1))

    def _empty_list(self, value: LocatedValue) -> None:
        """A list all of whose items are gone: the key above it says so."""
        if isinstance(value, LocatedList) and value is child(self.editor.file.root, "sections"):
            root = self.editor.file.root
            key = root.key("sections") if isinstance(root, LocatedDict) else None
            if key is not None:
                raw = self.editor.line(key.line)
                self.editor.replace(LocatedStr.at(raw[key.column - 1 :], key.line, key.column), "sections: []")

    def add_sections(self, sections: list[tuple[str, list[str]]], comments: tuple[str, ...]) -> None:
        """Put sections (head, lines) behind the last one with a head, under comments."""
        items = items_of(child(self.editor.file.root, "sections"))
        if not items or not sections:
            return
        headed = [item for item, section in zip(items, self.part.sections, strict=True) if section.head is not None]
        after = (headed or items)[-1]
        first, dash = self._dash_of(after)
        lines = ["", *(f"{' ' * dash}# {comment}" for comment in comments)]
        for head, text in sections:
            lines.append(f"{' ' * dash}- head: {scalar(head)}")
            lines.append(f"{' ' * dash}  text: |")
            lines.extend(f"{' ' * dash}    {line}" for line in text)
            self.lines.extend(text)
        self.editor.below(self.editor.end_of(first, dash), *lines)
