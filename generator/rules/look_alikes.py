"""Which characters look alike: what is taken for each other in reading, in copying by hand and in scanned text."""

from __future__ import annotations

from functools import cache

_GROUPS = (
    "未末 己已巳 土士 干千于 人入八 日曰 目自且 大太犬 天夫无 王玉主 今令 午牛 毛手 水永 厂广 刀力 儿几九 "
    "又叉 乌鸟 左在 古右占 田由甲申 史吏 代伐 付什 仪仅 处外 名各 司可 江汪 池地他 材村林 休体 住往佳 侍待持 "
    "侯候 俱具县 培陪倍 借惜错 债绩积 偏编遍篇 傍榜 准淮 刺剌 济剂 券卷 刊刑 劳荣 勤勒 区巨匹 厉历 园圆团 "
    "环坏杯 坑抗炕航 理埋里 城诚 堂常 增赠 壮状 孤狐 宜宣 宫官 密蜜 屋层 师帅 带常 幻幼 庄压 庆厌 延廷 开井 "
    "徒徙 微徽 忙忘 思恩 晴情请清睛 慢漫 戎戒 戍成戌 拔拨 折析拆 抓爪 枝技 但担 捕铺辅 探深 推堆椎 援缓暖 "
    "博搏 模摸 撒撤 翻播 敞敝 族旅 早旱 浇晓烧 暑署 木本术 杭机 柱枉 标际 栋拣 该核 检险验 梁粱 殴欧 歧岐 "
    "残浅 气汽 沐沫 沿沼 治冶 泄泻 洒酒 洁浩 活话 测侧 浪狼狠 渡度 港巷 湖潮 溶熔 飘漂 炙灸 练炼 悍焊 昭照 "
    "瓜爪 率卒 畅场肠 留溜贸 想相 眼跟 矿扩 砚研 坡破 科料 你称 租组祖 侈移 呈程 希稀 稿搞 竟竞 管营菅 类娄 "
    "根粮 记纪 吨纯 伸绅 绿缘碌录 续读 唯维堆 网冈 直置 股投 盲育 协胁 恼脑 般舰 芒茫 若苦 英央 慌荒 萧箫 "
    "篮蓝 薄簿 融隔 衣农龙 抽袖 载栽裁 视规现观 懈解 轮抡论伦 设没 货贷贯 资货 质盾 赢羸 辨辩辫 千迁 过达 "
    "近进 退腿 通诵 速束 油邮 部陪 效郊 采彩 钩钓 峰锋 张长 间问闻 闲闭 防妨 阳阴 谁难 两雨 雷需 而面 "
    "顶须项顺 领预 劲颈 颗棵 驿驻 娇骄 鲁鱼 三兰 龙尤 工卫 万方 元无 白自 史更 少小"
)
"""Characters that differ by a stroke or a part, as exercises in proofreading set them, with a blank between groups."""


def look_alike(one: str, other: str) -> bool:
    """Whether two characters are easily taken for each other by their shape."""
    return other in _alike().get(one, ())


@cache
def _alike() -> dict[str, set[str]]:
    alike: dict[str, set[str]] = {}
    for group in _GROUPS.split():
        for character in group:
            alike.setdefault(character, set()).update(set(group) - {character})
    return alike
