"""Hypothesis strategies for Documents of every shape, for whoever tests a reader, a writer or an alignment."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.document import (
    AnnexHeading,
    Block,
    Document,
    Facet,
    FigureRun,
    Front,
    FrontPart,
    Heading,
    Kind,
    Meta,
    Paragraph,
    ParagraphRole,
    Role,
    Run,
    Runs,
    Table,
    Text,
)

ANY_TEXT = st.text(max_size=30)
"""Whatever Python calls text, control characters and all."""

REPORT_TEXT = st.text(
    st.sampled_from("全市地区生产总值同比增长比上年末以上万亿元％。，、；：“”‘’—…·（）0123456789.% aB<>&\"'"),
    max_size=40,
)
"""Text as it may stand in a report: nothing that XML, Word or a line-based format has to change."""


def texts(words: st.SearchStrategy[str] = REPORT_TEXT) -> st.SearchStrategy[Text]:
    """Plain runs of any role."""
    return st.builds(Text, words, st.sampled_from(Role), st.integers(0, 4))


def figure_runs(words: st.SearchStrategy[str] = REPORT_TEXT) -> st.SearchStrategy[FigureRun]:
    """Runs of any kind of datum and either facet."""
    return st.builds(
        FigureRun,
        text=words,
        key=st.text(min_size=1, max_size=80),
        kind=st.sampled_from(Kind),
        source=st.from_regex(r"drafts/20[0-9]{2}/[a-z]{1,9}\.yaml:[1-9][0-9]{0,3}", fullmatch=True),
        facet=st.sampled_from(Facet),
        role=st.sampled_from(Role),
        level=st.integers(0, 4),
    )


def runs(words: st.SearchStrategy[str] = REPORT_TEXT) -> st.SearchStrategy[Runs]:
    """What a paragraph or a cell holds."""
    run: st.SearchStrategy[Run] = texts(words) | figure_runs(words)
    return st.lists(run, max_size=5).map(tuple)


def tables(words: st.SearchStrategy[str] = REPORT_TEXT) -> st.SearchStrategy[Table]:
    """Tables, ragged and empty ones too."""
    row = st.lists(runs(words), max_size=4).map(tuple)
    return st.builds(Table, st.lists(row, max_size=4).map(tuple), runs(words))


def blocks(words: st.SearchStrategy[str] = REPORT_TEXT) -> st.SearchStrategy[Block]:
    """Blocks of every kind."""
    some = runs(words)
    return st.one_of(
        st.builds(Paragraph, some, st.sampled_from(ParagraphRole)),
        st.builds(Heading, st.integers(1, 6), some),
        st.builds(Front, st.sampled_from(FrontPart), some),
        st.builds(AnnexHeading, some, some),
        tables(words),
    )


def documents(words: st.SearchStrategy[str] = REPORT_TEXT) -> st.SearchStrategy[Document]:
    """Whole documents; their blocks come in any order."""
    meta = st.builds(Meta, st.integers(1949, 2199), words, words, words, words)
    return st.builds(Document, st.lists(blocks(words), max_size=6).map(tuple), meta)
