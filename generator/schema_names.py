"""What each model is called, and what it is for, in the words that drafters read while they hover over YAML."""

from __future__ import annotations

NAMES: dict[str, tuple[str, str]] = {
    "ReportFile": ("报告", "report.yaml：谁的、哪一年的报告，标题、版式、附件"),
    "FiguresFile": ("指标", "figures.yaml：回顾部分的成绩、目标以外的其他各数，以及由它们算出来的数"),
    "TargetsFile": ("目标", "targets.yaml：今年要达到的数"),
    "ProjectsFile": ("项目", "projects.yaml：项目，以及正文各句要列的项目清单"),
    "TermsFile": ("提法", "terms.yaml：提法、专名，以及要列举、要数数的并列各项"),
    "WaiversFile": ("豁免", "waivers.yaml：核对时不再报的问题"),
    "Waiver": ("豁免", "一个问题：哪条规则、哪个指纹、为什么不改、谁同意的、到哪一天为止"),
    "Part": ("部分", "outline/ 里的一个文件：报告的一个部分，按文件名的先后印出"),
    "Figure": ("指标", "一个数。正文里写 {名称} 引用"),
    "Derived": ("算出的数", "由别的数据算出来，不用填。count、years_since、sum、difference、quotient 写且只写一个"),
    "Target": ("目标", "今年要达到的一个数；不带数的目标写 text"),
    "Quantity": ("数量", "一个数和它的单位，如 {value: 120, unit: 亿元}"),
    "Project": ("项目", "一个项目，登记一次，处处一样。正文里写 {名称}、{名称.投资}、{名称.产能}"),
    "ProjectList": ("项目清单", "正文某一句要列的项目：写条件（stage、plan、sector、place），或者用 items 点名"),
    "Term": ("提法", "提法或专名，登记一次，处处一样。名称本身就是印出的字时，冒号后面可以空着"),
    "ItemList": ("并列各项", "正文列举的几项；正文里写 {清单名} 印成 甲、乙、丙"),
    "FrontMatter": ("标题区", "标题上下的稿次、会议行、报告人行；没有就不写"),
    "Annex": ("附件", "一个附件，另起一页"),
    "TableData": ("表格", "小表格，每一格都可以引用数据"),
    "Section": ("一节", "标题、正文、表格和下一级各节；没有标题的节就是普通段落"),
    "Direction": ("增减用词", "数为正时用的词；为负自动换成反义词，为零用“持平”"),
    "Hedge": ("约数或界限", "印在数的前面（近、超、约）、中间（多、余）或后面（左右、以上）"),
    "Style": ("写法", "数字 17；汉字 三；省一 千万；双；首位；序数 第21届；汉字序数 第五次"),
    "Status": ("状态", "确认、预计，或待核（在 Word 中标黄，定稿时拒绝）"),
    "Rounding": ("取舍", "四舍五入 或 截断"),
    "Stage": ("阶段", "项目走到哪一步，从谋划到投产"),
    "AnnexKind": ("附件种类", "民生实事、名词解释、表格 或 目标完成情况"),
    "AnnexMarks": ("附件序号", "各条前印什么：无、一、 （一） 1. 1、；序号自动数"),
    "PartKind": ("哪一部分", "开篇、回顾、安排、自身建设、其他、结尾"),
    "Marks": ("序号", "各节标题前印什么：无、（一）、——、一是、数字；序号自动数"),
}
"""Model to title and description."""
