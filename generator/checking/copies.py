"""Copies of a draft: with comments, and with the safe fixes made, in text in place, in Word as tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.checking.session import CheckedDraft
from generator.diagnostics import CannotRunError, Diagnostic, Span, Tier
from generator.draft import Draft
from generator.readers import txt
from generator.readers.any_file import is_converted

Replacement = tuple[Span, str]


def annotated(data: bytes, checked: CheckedDraft, target: Path) -> tuple[bytes, int]:
    """The Word file that was read from ``data`` with a comment for each place, and how many places there are.

    Raises :class:`CannotRunError` for text, which has no comments, and for what is no .docx.
    """
    name = checked.draft.name
    if checked.draft.word is None:
        raise CannotRunError("文本稿件不能加批注", "--annotate 只用于 .docx；文本请用 --format html 看", file=name)
    _refuse_converted(data, name, "--annotate")
    _refuse_suffix(target, is_word=True, option="--annotate")
    from generator.writers.docx.annotate import annotate

    found = [finding.diagnostic for finding in checked.findings if finding.diagnostic.span is not None]
    return annotate(data, found, name), len({d.span for d in found})


def fixed(data: bytes, checked: CheckedDraft, target: Path) -> tuple[bytes, int]:
    """The draft that was read from ``data`` with its safe fixes made, and how many findings they mend.

    Raises :class:`CannotRunError` when the file cannot be written back as it was.
    """
    fixes = safe_fixes(checked)
    if checked.draft.word is None:
        _refuse_suffix(target, is_word=False, option="--fix")
        fixes = tuple(fix for fix in fixes if not _has_marks(fix[0], checked.draft))
        return _fixed_text(data, checked.draft, fixes), _mended(checked, fixes)
    _refuse_converted(data, checked.draft.name, "--fix")
    _refuse_suffix(target, is_word=True, option="--fix")
    from generator.writers.docx.tracked import revise

    revised = revise(data, fixes, checked.draft.name)
    return revised.docx, _mended(checked, revised.applied)


def safe_fixes(checked: CheckedDraft) -> tuple[Replacement, ...]:
    """What may be replaced without asking, in the order of the text, the first of those that meet."""
    wanted = (_safe_fix(finding.diagnostic) for finding in checked.findings)
    return tuple(_apart(dict.fromkeys(fix for fix in wanted if fix is not None)))


def _safe_fix(diagnostic: Diagnostic) -> Replacement | None:
    if diagnostic.fix is None or diagnostic.fix.tier is not Tier.SAFE or diagnostic.span is None:
        return None
    return diagnostic.span, diagnostic.fix.replacement


def _mended(checked: CheckedDraft, fixes: Iterable[Replacement]) -> int:
    made = set(fixes)
    return sum(_safe_fix(finding.diagnostic) in made for finding in checked.findings)


def _refuse_converted(data: bytes, name: str, option: str) -> None:
    if is_converted(data, Path(name).suffix.lower()):
        raise CannotRunError(f"{option} 只用于 .docx 和文本", "请用 Word、WPS 打开它，另存为 .docx 再试", file=name)


def _refuse_suffix(target: Path, *, is_word: bool, option: str) -> None:
    if (target.suffix.lower() in (".docx", ".docm")) is not is_word:
        hint = "稿件是 Word 文件，请写 .docx 文件名" if is_word else "稿件是文本，请写 .txt 或 .md 文件名"
        raise CannotRunError(f"{option} 的文件名和稿件的种类不合", hint, file=str(target))


def _apart(fixes: Iterable[Replacement]) -> Iterator[Replacement]:
    """The first of those that overlap or touch."""
    paragraph, end = 0, -1
    for span, text in sorted(fixes, key=lambda fix: (fix[0].paragraph, fix[0].start, fix[0].end)):
        if span.paragraph != paragraph or span.start > end:
            yield span, text
            paragraph, end = span.paragraph, span.end


def _fixed_text(data: bytes, draft: Draft, fixes: Iterable[Replacement]) -> bytes:
    """The text file with its replacements, in its own encoding, byte order mark and line ends."""
    encoding = txt.encoding_of(data, draft.name)
    text = encoding.decode(data)
    if encoding.encode(text) != data:
        raise CannotRunError("这个文件的编码写不回原样，没有改", "请另存为 UTF-8 编码再试", file=draft.name)
    starts = txt.line_starts(text)
    pieces: list[str] = []
    position = 0
    for span, replacement in fixes:
        paragraph = draft.body[span.paragraph - 1]
        first, behind = paragraph.columns(span.start, span.end)
        start = starts[paragraph.line - 1] - 1
        pieces += (text[position : start + first], replacement)
        position = start + behind
    return encoding.encode("".join((*pieces, text[position:])))


def _has_marks(span: Span, draft: Draft) -> bool:
    """Whether marks that do not show stand among the characters of a span: they would be lost with it."""
    first, behind = draft.body[span.paragraph - 1].columns(span.start, span.end)
    return behind - first != span.end - span.start
