"""What people say and write about a service or a rule. Our own templates; `{}` stands for the name."""

from __future__ import annotations

import random

from .names import Name

APPLY = (
    "我想办理{}", "我要申请{}", "帮我办一下{}", "想申请{}", "{}怎么办理", "{}在哪里办", "如何办理{}", "请问{}去哪个窗口",
    "{}可以网上办吗", "能不能在线申请{}", "现在还能申请{}吗", "我要提交{}的申请", "预约办理{}", "替家里人办{}行吗",
    "可以委托别人办理{}吗", "公司要办{}", "{}谁可以申请", "{}申请入口在哪", "没有本地户口能办{}吗", "办{}要先预约吗",
)
ASK = (
    "{}需要什么材料", "{}要带哪些证件", "{}的条件是什么", "办{}要多久", "{}几个工作日能办完", "{}收费吗", "{}要交多少钱",
    "{}的流程是怎样的", "{}的依据是什么", "咨询{}", "我想了解一下{}", "{}是什么意思", "{}有什么要求", "不符合条件还能办{}吗",
    "{}的电话是多少", "{}材料不全怎么办", "{}和原来有什么变化", "关于{}，有没有最新的政策", "{}的办理指南", "{}表格在哪下载",
)
FOLLOW = (
    "{}办到哪一步了", "查一下我的{}进度", "我申请的{}批下来没有", "{}什么时候出结果", "{}被退回了是什么原因", "撤回我的{}申请",
    "{}的结果怎么领取", "{}可以邮寄吗", "{}没通过，能重新申请吗", "{}填错了怎么改", "我要投诉{}办得太慢", "对{}的结果不服怎么办",
)
RULE = (
    "{}是怎么规定的", "{}有哪些规定", "{}什么时候开始施行", "请介绍一下{}", "{}适用于哪些人", "违反{}会怎么处理", "{}的具体步骤",
    "{}找哪个部门", "{}需要谁审批", "我想问问{}的事", "{}还有效吗", "{}一年可以几次", "{}要提前多久", "按照{}应该怎么做",
)
MATERIAL = ("{}怎么开", "{}去哪里办", "没有{}怎么办", "{}要原件还是复印件", "{}丢了能补吗", "{}需要盖章吗", "一定要提供{}吗", "{}的格式")
OPENINGS = ("", "", "", "", "", "你好，", "请问", "请问一下，", "您好！", "麻烦问下", "那个", "老师，", "打扰了，")
ENDINGS = ("", "", "", "", "", "？", "?", "。", "谢谢", "，急", "呢", "，谢谢！", "啊")


def dress(text: str, chance: random.Random) -> str:
    """With a greeting or an ending now and then, as people do."""
    opening = chance.choice(OPENINGS)
    return (opening if not text.startswith("请问") else "") + text + chance.choice(ENDINGS)


def utterances_about(name: Name, count: int, chance: random.Random) -> list[str]:
    """The name itself and `count` utterances about it; one more about a material where one is known."""
    patterns = APPLY + ASK + FOLLOW if name.kind == "service" else RULE + ASK
    found = [name.text]
    found += [dress(pattern.format(name.text), chance) for pattern in chance.sample(patterns, min(count, len(patterns)))]
    if name.materials:
        found.append(dress(chance.choice(MATERIAL).format(chance.choice(name.materials)), chance))
    return found
