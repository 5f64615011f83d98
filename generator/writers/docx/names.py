"""Names that the Word writer and its reference document agree on; our marks in the text are in ``generator.ooxml``."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

RECORD_ITEM_ID: Final = "{6F1D9C52-3B0E-4B57-9E0A-51CA05EC03D1}"


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


STYLE_NAMES: Final = {
    StyleId.NORMAL: "Normal",
    StyleId.MARK: "报告稿次",
    StyleId.TITLE: "Title",
    StyleId.SESSION: "报告会议行",
    StyleId.SPEAKER: "报告人",
    StyleId.SALUTATION: "Salutation",
    StyleId.BODY: "报告正文",
    StyleId.HEADING_1: "heading 1",
    StyleId.HEADING_2: "heading 2",
    StyleId.HEADING_3: "heading 3",
    StyleId.HEADING_4: "heading 4",
    StyleId.RUN_IN_1: "段首标题 1",
    StyleId.RUN_IN_2: "段首标题 2",
    StyleId.RUN_IN_3: "段首标题 3",
    StyleId.PLACEHOLDER: "待填",
    StyleId.PENDING: "待核",
    StyleId.ANNEX_LABEL: "附件标签",
    StyleId.ANNEX_TITLE: "附件标题",
    StyleId.TABLE: "报告表格",
    StyleId.TABLE_CAPTION: "caption",
    StyleId.TABLE_HEAD: "表格表头",
    StyleId.TABLE_TEXT: "表格文字",
    StyleId.FOOTER: "footer",
    StyleId.COMMENT_TEXT: "annotation text",
    StyleId.COMMENT_REFERENCE: "annotation reference",
    StyleId.COMMENT_SUBJECT: "annotation subject",
    StyleId.BALLOON_TEXT: "Balloon Text",
}
"""What the styles are called: Word's own names in English, ours in Chinese.

Names stay when a Chinese Word saves a file; ids do not: it calls Title “a3” and heading 1 “1”.
"""

HEADINGS: Final = (StyleId.HEADING_1, StyleId.HEADING_2, StyleId.HEADING_3, StyleId.HEADING_4)
RUN_INS: Final = (StyleId.RUN_IN_1, StyleId.RUN_IN_2, StyleId.RUN_IN_3)
