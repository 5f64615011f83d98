"""A small report of an invented place, whose files tests replace one by one."""

from __future__ import annotations

from collections.abc import Mapping

FILES: Mapping[str, str] = {
    "report.yaml": "year: 2024\nplace: 某市\n",
    "figures.yaml": """\
figures:
  # 经济
  总值增速:
    value: 5.1
    unit: "%"
    direction: 增长
    department: 统计局
  企业新增:
    value: 390
    unit: 家
    department: 科技局
  门槛:
    value: 50
    unit: 亿元
    fixed: true
  展会届次:
    value: 21
    unit: 届
    style: 序数
    running: true
derived:
  周年:
    years_since: 1949
    unit: 周年
""",
    "targets.yaml": """\
targets:
  总值目标:
    value: 5.5
    unit: "%"
    direction: 增长
    hedge: 左右
    figure: 总值增速
  企业目标:
    value: 300
    unit: 家
    hedge: 以上
    figure: 企业新增
  平台目标:
    value: 40
    unit: 个
    department: 科技局
""",
    "projects.yaml": """\
projects:
  甲厂:
    stage: 投产
    sector: 制造业
  乙厂:
    stage: 开工
    plan: 加快建设
    sector: 制造业
lists:
  投产项目:
    stage: 投产
  在建项目:
    plan: 加快建设
""",
    "outline/1-review.yaml": """\
part: 回顾
heading: "{上年}工作回顾"
marks: ——
sections:
  - head: 经济稳中向好
    text: |
      极不平凡。
      成绩来之不易。
      全市总值{总值增速}，新增企业{企业新增}。
      {投产项目}等项目投产。
      举办{展会届次}展会。
  - standing: true
    text: |
      感谢大家！
""",
    "outline/2-plan.yaml": """\
part: 安排
heading: "{本年}工作安排"
marks: （一）
sections:
  - text: |
      主要预期目标是：总值{总值目标}。
  - head: 聚力创新
    text: |
      强化创新引领，力争新增企业{企业目标}、平台{平台目标}。
      引进过{门槛}项目，推进{在建项目}建设。
      迎接新中国成立{周年}。
""",
}
"""2024; the review says five things, three of them with data."""
