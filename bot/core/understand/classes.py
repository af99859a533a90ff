"""Classes of words that stand in for each other in the rows of the lexicon: `{stop}{again}?…{texts}` is "不要再给我发短信" and its many siblings.

The comment behind a class is an example of a word of it in a reply. Every word is one alternative; `_` stands for a space.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CLASSES: Final[Mapping[str, str]] = {
    "stop": "不要 别 勿要 勿 请勿 莫要 莫 覅 弗要 不想 不愿 不愿意 不希望 不需要 不用 不必 不许 不准 不得 禁止 不可以 拒绝 谢绝 停止 停 唔好 唔使 唔想 唔要 咪 甭 少 休想 不再 暂停 终止",  # 不许再发短信
    "again": "再 再给我 继续 老 总 一直 天天 整天 成日 随便 随意 乱 频繁 反复 老是 总是 经常",  # 别老发短信
    "tome": "来 向我 给我 跟我 同我 给俺 往我手机 往我这 往我手机上 对我 给本人 俾我 比我 给老子 往这个号 给这个号 给此号 给这个号码",  # 别给此号发短信
    "send": "群发 发送 发 传送 传 寄 推送 推 send 骚扰 打扰 轰炸 烦 扰 推销 推荐",  # 停止推荐广告
    "receive": "收到 收 接收 收取 接受 看到 看 订阅 接",  # 不想看到广告
    "texts": "短信 短讯 简讯 讯息 信息 消息 广告 推广 促销 推送 营销 优惠信息 优惠券 券 优惠 活动 通知 提醒 问卷 调查 评价邀请 垃圾 垃圾信息 东西 链接 msg sms message 短消息",  # 停发简讯
    "cut": "取消 关闭 关掉 关了 停掉 停了 停止 终止 中止 解除 注销 屏蔽 退掉 退出 撤销 停用 关停",  # 屏蔽短信
    "service": "服务 推送 提醒 订阅 通知 功能 业务 推广 群发",  # 停用短信业务
    "keep": "存 放 留 搁 寄放 寄存 收 压 摆 撂 扣 保管 保留 保存 存放 暂存 囤 攒",  # 先替我收着
    "days": "天 日 周 个星期 星期 个礼拜 礼拜 个月 晚 阵子 阵",  # 保留三天
    "good": "满意 好 棒 赞 行 高兴 开心 爽 舒服 推荐 靠谱 专业 用心 上心 负责 及时 准时 热情 耐心 礼貌 周到 认真 尊重 给力 理想 合格 到位 友好 友善 细心 快",  # 一点都不用心
    "courier": "快递员 快递小哥 小哥 派件员 派送员 配送员 师傅 送货员 骑手 客服 驿站 网点 站点 老板 前台 司机 你们 你们公司 店家 工作人员 那个人",  # 网点不讲理
    "never": "从不 从来不 从没 从来没 根本不 根本没 总不 老不 都不 也不 就是不 一直不 死活不 压根不 坚决不 一次都没 每次都不 永远不 硬是不 偏不 愣是不",  # 一次都没上门
    "serve": "上门 送上门 送上楼 上楼 送货上门 打电话 敲门 通知 联系 按门铃 接电话 回复 理人 理我 管 处理 解决 道歉 讲理 讲道理 尊重 派送 按时 准时 守时 办事 办实事 负责 打招呼 说一声 看地址 看备注 听 改 解释",  # 从不按门铃
}
