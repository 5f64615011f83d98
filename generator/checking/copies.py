"""Copies of a draft: with comments, and with the safe fixes made, in text in place, in Word as tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.checking.fixing import Replacement, safe_fix
from generator.checking.session import CheckedDraft
from generator.diagnostics import CannotRunError, Span
from generator.draft import Draft
from generator.readers import txt
from generator.readers.any_file import is_converted

_WORD = (".docx", ".docm", ".dotx", ".dotm")


def annotated(data: bytes, checked: CheckedDraft, target: Path) -> tuple[bytes, int]:
    """The Word file that was read from ``data`` with a comment for each place, and how many places there are.

    Raises :class:`CannotRunError` for text, which has no comments, and for what is no .docx.
    """
    name = checked.draft.name
    if checked.draft.word is None:
        raise CannotRunError("文本稿件不能加批注", "--annotate 只用于 .docx；文本请用 --format html 看", file=name)
    _refuse_converted(data, name, "--annotate")
    _refuse_suffix(checked.draft, target, "--annotate")
    from generator.writers.docx.annotate import annotate

    found = [finding.diagnostic for finding in checked.findings if finding.diagnostic.span is not None]
    return annotate(data, found, name), len({d.aside or d.span for d in found})


def fixed(data: bytes, checked: CheckedDraft, fixes: Sequence[Replacement], target: Path) -> tuple[bytes, int]:
    """The draft that was read from ``data`` with fixes made, and how many findings they mend.

    Raises :class:`CannotRunError` when the file cannot be written back as it was.
    """
    if checked.draft.word is None:
        _refuse_suffix(checked.draft, target, "--fix")
        kept = tuple(fix for fix in fixes if not _has_marks(fix[0], checked.draft))
        return _fixed_text(data, checked.draft, kept), _mended(checked, kept)
    _refuse_converted(data, checked.draft.name, "--fix")
    _refuse_suffix(checked.draft, target, "--fix")
    from generator.writers.docx.tracked import revise

    revised = revise(data, fixes, checked.draft.name)
    return revised.docx, _mended(checked, revised.applied)


def _mended(checked: CheckedDraft, fixes: Iterable[Replacement]) -> int:
    """How many findings with a safe fix lie in what was replaced."""
    made = [span for span, _ in fixes]
    wanted = [fix[0] for finding in checked.findings if (fix := safe_fix(finding.diagnostic)) is not None]
    return sum(
        any(m.paragraph == span.paragraph and m.start <= span.end and span.start <= m.end for m in made)
        for span in wanted
    )


def _refuse_converted(data: bytes, name: str, option: str) -> None:
    if is_converted(data, Path(name).suffix.lower()):
        raise CannotRunError(f"{option} 只用于 .docx 和文本", "请用 Word、WPS 打开它，另存为 .docx 再试", file=name)


def _refuse_suffix(draft: Draft, target: Path, option: str) -> None:
    """Raise where the name of a copy says another kind of file: Word opens no macro file that is called .docx."""
    own, wanted = Path(draft.name).suffix.lower(), target.suffix.lower()
    if draft.word is None:
        is_right, hint = wanted not in _WORD, "稿件是文本，请写 .txt 或 .md 文件名"
    else:
        allowed = own if own in _WORD else ".docx"
        is_right, hint = wanted == allowed, f"稿件是 Word 文件，请写 {allowed} 文件名"
    if not is_right:
        raise CannotRunError(f"{option} 的文件名和稿件的种类不合", hint, file=str(target))


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
