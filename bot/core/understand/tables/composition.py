"""The words that short answers are put together from, by what each does in an answer: "那我这边应该没什么问题哈" is words of this table alone.

A row is what its words do, an example that shows it, and the words. An answer is understood only where every one of its words is in the table, so that a
word nobody thought of never turns into a yes. The rows of a context are read only where that is asked.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Part(NamedTuple):
    """Words that do the same in an answer; a Latin one of several words is joined by `_`."""

    does: str
    example: str
    words: str


PARTS: Final = (
    # ── Chinese ──
    Part(
        "fill",
        "那就这样可以吧",
        "可能 好像 好似 似乎 恐怕 怕是 嗯 嗯嗯 恩 哦 哦哦 噢 喔 啊 额 呃 诶 欸 哎 唉 哈 哈哈 嘿 呵呵 那 那就 那么 就 就是 这 这样 那样 应该 估计 基本 基本上 其实 真的 真 确实 的确 当然 完全 绝对 肯定 一定 也 都 还 还是 先 再 太 很 非常 十分 特别 挺 蛮 实在 的话 我觉得 我看 我感觉 觉得 这次 本次 目前 一切 全部 全 总之 反正 毕竟 所以 因为 不好意思 抱歉 对不起 sorry 你好 您好 你们好 喂 个 这个 那个 这种 一下 下 来说 是 会 是会 按 按照 按时 准时 能 对 与 和 由 请 麻烦 帮 帮忙 各位 大家 有 最 最为 恐怕 怕是 比较 可是 但 但是 不过 已 已经 刚 刚刚 才 早就 之前 予以 表示 即可 就行了 就好了 怎么都 怎样都 无论如何 说实话 讲真 老实说 说真的 选择 我选 以",
    ),
    Part(
        "fill",
        "我这边同意",
        "我 我们 咱 咱们 俺 本人 自己 我自己 我本人 我这 我这边 我这里 我方 我家 我家里 我们家 家里 家里人 家人 这边 个人 我个人 我司 咱家 屋企 我屋企 你 您",
    ),
    Part(
        "fill",
        "行的呀",
        "的 了 吧 啊 呀 哦 啦 哈 嘛 咯 喽 哒 滴 捏 哟 呗 嘞 呐 噻 撒 哇 耶 欸 咧 喔 过 着 哩 㗎 嘅 喇 喎 啩 啫 㖞 啰 嘎 哉 得 地 呢 哈哈哈 嘻嘻 嘿嘿 ~",
    ),
    Part(
        "thank",
        "好的谢谢领导",
        "谢谢 谢谢您 谢谢你 谢谢你们 谢谢了 谢谢啦 多谢 感谢 谢 辛苦 辛苦了 辛苦你们 辛苦您 辛苦大家 麻烦了 麻烦您 麻烦你 麻烦你们 唔该 唔该晒 多谢晒 感恩 有劳 有劳了 费心 费心了 拜托 拜托了 劳驾 谢啦 谢了 蟹蟹 么么哒",
    ),
    Part(
        "fill",
        "收到王经理",
        "领导 老师 亲 亲亲 师傅 小哥 快递小哥 快递员 经理 主任 组长 队长 班长 站长 老板 老大 哥 姐 大哥 大姐 客服 亲爱的 同志 先生 女士 美女 帅哥 哥们 兄弟 朋友 宝 宝子 王 李 刘 陈 总 部长 主管 店长",
    ),
    Part(
        "thing",
        "这个时间我可以",
        "通知 消息 短信 信息 提醒 安排 方案 要求 内容 指示 任务 事项 决定 建议 说法 时间 时间段 时段 时候 时间点 钟点 这个点 那个点 这个时间 那个时间 这时间 那时间 这事 这个事 这件事 此事 事情 情况 这一点 处理 处理方式 做法 快递 包裹 件 货 东西 物品",
    ),
    Part(
        "ack",
        "好的不用了",
        "好 好的 好滴 好哒 好嘞 好呀 好啊 好吧 好好 好好好 行 行的 行吧 行行 行啊 ok okay okok okey",
    ),
    Part(
        "yes",
        "没错就这样",
        "可以 可以的 可以啊 成 中 妥 妥妥 妥了 没问题 没毛病 整挺好 么问题 么得问题 莫问题 冇得问题 么事 挺好 得勒 得勒您嘞 得嘞 得嘞您 妥妥的没问题 问题不大 木问题 冇问题 对的 对对 对头 是的 是滴 是啊 系 系啊 没错 正确 方便 合适 适合 可 可行 得啦 得咗 掂 稳 要得 阔以 克以 闹得 中意 欧了 欧克 奥克 都行 都可以 都好 有空 有时间 在家 有人 有人在 在的 放心 正好 刚好 正合适 必须的 那必须 当然可以 同感 一致 就这样 先这样 那就这样 这样吧 就这么办 就这么着 就这么定 就这么安排 就这样安排 按安排来 听从安排 服从安排 不错 👌 👍 ✅ ✔ 🆗 🙆 💯 🤝 🫡",
    ),
    Part("fill", "好的👌😊", "😊 😄 😀 😁 🙂 🤗 ❤ 🌹 😂 🤣 😆 ☺ 🥰 😍 🎉 ✨ 💪"),
    Part("thank", "🙏🙏", "🙏 💐"),
    Part(
        "act",
        "我这边确认同意",
        "确认 同意 认可 接受 支持 愿意 乐意 赞成 赞同 答应 批准 许可 允许 默认 认同 配合 执行 遵守 遵照 落实 照办 照做 服从 通过 授权 准许 认",
    ),
    Part(
        "seen",
        "通知我已知悉",
        "知咗 知啦 知喇 收咗 睇咗 明咗 睇到 收到咗 知啲 晓得咯 收到 收悉 接到 看到 看见 看过 阅读 阅 已阅 已读 读 知道 知悉 知晓 获悉 悉知 明白 了解 清楚 晓得 懂 懂了 记住 记下 记下了 记住了 明了 领会 转达 传达 转告 已转 转发 通知到 有数 心里有数 学习 学习了 确定",
    ),
    Part(
        "no",
        "还是算了吧",
        "算了 算 免了 免 作罢 罢了 放弃 取消 不行 没空 没时间 没功夫 没工夫 没有空 没有时间 冇空 不在 不在家 有事 有点事 有急事 没兴趣 不感兴趣 没必要 没需要 用不着 用不上 用不到 不得行 使不得 不得 要不得 唔使用 免谈 没门 休想 不干 退 退回 退掉 退件 退回去 退返 退返去 寄回去 送回去 退还 🙅 👎 ❌ 🚫 ✖ ⛔",
    ),
    Part("want", "不想买了", "要 想 需要 收 取 签 接收 买 寄 评 评价 去 约 预约"),
    Part(
        "seen",
        "已经取走了",
        "取走 拿走 领走 提走 取到 拿到 领到 取件 领件 提货 取货 拿货 签收 取回 取回来 拿回来 到手 收到货 到货 回来 完 取完 拿 提",
    ),
    Part("undo", "这次参加不了", "不过来 不过去 不成 不及 不了 不上 不来 不起 唔到"),
    Part(
        "not",
        "我这边不同意",
        "暂不 暂时不 先不 没打算 没想 没有打算 没准备 不 不是很 不是太 不是特别 别 莫 勿 甭 不用 不要 不需要 不需 不必 不能 不能够 不会 不想 不想要 不愿 不愿意 不打算 不太 不太能 不是很 不怎么 不大 不准备 唔 唔会 唔想 唔好 唔要 唔使 唔得 不再 从不 并不 绝不 决不 坚决不 不可能 不可 不允许 不许 不准 拒不 难以 没法 没办法 没有办法 无法 不便 毫不 难 没能 未能",
    ),
    Part("not", "阿拉勿要", "弗 弗要 勿要 伐要 弗用 勿用 覅 嫑"),
    Part("fill", "阿拉可以", "阿拉 吾伲 侬 恁 阮 俺们 俺家"),
    Part("none", "没人有意见", "没人 没有人 无人"),
    Part("lack", "我这边没啥意见", "没 没有 未 无 冇 冇得 冇有 从未 并未 并没 并没有 毫无 莫得 没得 木有"),
    Part(
        "flaw",
        "我完全没有意见",
        "问题 意见 异议 毛病 障碍 不妥 不合适 不方便 不满 想法 影响 关系 看法 可说的 好说的 事 反对 拒绝 介意 抗拒",
    ),
    Part("grief", "没什么疑问", "疑问 疑义 困难 难度 异常 出入 差错 误会"),
    Part("unread", "这不是我的", "再也 行行好 好你个 不是 并非"),
    Part(
        "some",
        "没有任何问题",
        "什么 什么好 什么可 啥好 啥可 啥 任何 一点 一点儿 半点 丝毫 多大 太大 大 啥子 咩 乜 啥大",
    ),
    # ── English ──
    Part(
        "fill",
        "yeah thats totally ok by me",
        "oh ah um uh er hmm well so then just really actually honestly basically obviously certainly definitely absolutely totally completely fully perfectly quite very much indeed surely also too as all both anyway of course i im id ill ive we were weve wed u ur you your youre it its that thats this these those the a an is be am are was been being will would shall should must to for with by at on in me us my our now already still even more than mate sir madam maam boss chief guys team everyone buddy pal bro man uncle aunty auntie lah la leh lor ah dear tempting this_time at_this_time at_the_moment hi hello hey pls please plz kindly think guess believe suppose say said feel seems sounds looks his her and but though since because sorry unfortunately afraid do does did can could may might make itll thatll from side end part anything else bit little lot way whole real whatsoever ever anymore about able going gonna",
    ),
    Part("has", "I have no objection to it", "have has had having"),
    Part(
        "thing",
        "that time works",
        "mine ours here there time times slots slot window hour day appointment visit delivery parcel package message text notice info information plan arrangement arrangements proposal suggestion one option thing stuff evening",
    ),
    Part(
        "thank",
        "yes thank you",
        "great_work good_work nice_work ta_love thanks_love cheers_love ta_luv ta_duck great_job good_job nice_job tq tqvm tysm tyvm thank thanks thankyou thx thanx tnx tks cheers ty appreciated appreciate grateful ta",
    ),
    Part("fill", "没关系不用了", "没事 没关系 无所谓 不要紧 冇所谓 唔紧要 不碍事 无妨"),
    Part(
        "yes",
        "yep works for us",
        "yes yeah yea yep yup yess yesss ya yah aye kk k fine good great perfect cool nice lovely excellent brilliant awesome works gonna_work going_to_work will_work thatll_work itll_work would_work should_work can_work might_work spot_on sounds_like_a_plan a_treat top_notch suits suit suitable convenient alright correct right exactly affirmative roger acknowledged ideal deal agreed happy acceptable sorted splendid super grand available free true go ahead gladly perf gotcha bet yh yeh yas fab no_problem yessir alrighty thatll_do itll_do all_good good_here righto can_can ok_can can_lah can_la",
    ),
    Part(
        "act",
        "I confirm and accept",
        "confirm confirmed confirming agree accept accepted accepting approve approved allow allowed consent consented authorise authorised okayed oked authorize authorized endorse mind_it",
    ),
    Part(
        "seen",
        "message received and understood",
        "received receive noted note understood understand got copy read seen know knew aware informed heard acknowledge sure certain get",
    ),
    Part(
        "no",
        "sorry that is impossible",
        "nope nah nay naw nop noo nooo refuse refused refusing decline declined declining reject rejected busy unavailable impossible inconvenient unsuitable pass skip negative neither none away cancel rather",
    ),
    Part(
        "not",
        "I wont be able to",
        "not dont cant cannot wont isnt arent wasnt werent wouldnt couldnt shouldnt didnt doesnt havent hasnt hadnt never aint unable nobody noone hardly barely no_one no_ones nobodys",
    ),
    Part("none", "tempting but no", "no without zero"),
    Part(
        "grief",
        "no concerns here",
        "bother hassle drama fuss biggie stress sweat qualms gripes problem problems issue issues complaint complaints concern concerns trouble doubt doubts",
    ),
    Part(
        "flaw",
        "no objections from me",
        "objection objections worries worry prob probs reason hesitation mind object disagree disagreed oppose",
    ),
    Part("want", "I dont need it", "want need like wish"),
    Part("no", "I am at work", "at_work at_the_office in_a_meeting out_of_town on_leave not_home"),
)
CONTEXTS: Final = {
    "slot": (
        Part("yes", "那时候都在", "在 人在 等 等着 等你们 等您 恭候 等候 送 派送 来 过来 送来 送过来 上门 派 配送 收货 能收 能收到 可以收 收 不变 要 需要 想要"),
        Part("no", "今晚有约了", "路上 在路上 bad awkward wrong 上班 在上班 加班 出差 开会 在外面 在外地 外面 外地 出门 出去 有约 有约了 有事情 没人在 没有人在 没人在家 冇人 冇人喺屋企 太晚 太早 太迟 太晚了 太早了 太迟了 有点晚 有点早 晚了点 早了点 too_late too_early too_soon 没下班 还没下班 没回来 没到家 应酬 聚餐 值班 夜班 回老家 在老家 旅游 住院 陪床 出国 国外 不得闲 唔得闲 赶不回来 赶不到 赶不及 来不及 回不去 回不来 回不了 回不到 回不了家 回不到家 唔喺 唔喺度 唔喺屋企 那会子 接娃 接人 高铁 高铁上 飞机上 火车上 地铁上 车上 在车上 一个人都没有 没一个人 没得人 上课 有课 考试 接孩子 带娃 带孩子 陪孩子 陪客户 外头 在外头 吃饭 有饭局 上夜班 返工 返紧工 唔啱 健身 看病 打针 体检 开车 赶车 坐车 看电影 跑步 遛狗 睡觉 睡了 休息了 洗澡 不中 不成 out work working plans"),
        Part("unread", "七点半才到家", "一直等 一直在等 一直等着 在放假 正放假 放假了 七点半到家 七点半到 七点半回家 七点半下班 19:30到家 7:30到家 天天等 成日等 每天等 每天在等 整天等 整天在等 成天等 全天等 sure_you sure_u yeah_right right_like of_course_you oh_sure sure_sure 再 才 未必 不一定 唔一定 不见得 没准 说不准 说不定 保不齐 保不准 不肯定 唔肯定 不确定 唔确定 不敢肯定 不敢确定 不敢保证 不保证 不能保证 没法保证 无法保证 不敢说 没法确定 无法确定 不能确定 不好确定 不能肯定 尽量 争取 might may in_a in_an in_the not_mine not_my not_ours not_our"),
        Part("yes", "不用改时间了", "不用改 不用换 不用变 不变 别改 别换 不用调 无需更改 不用改时间 不用换时间 as_planned as_scheduled as_arranged as_agreed as_usual same_as_usual keep_it keep_that"),
        Part("fill", "屋里有人的", "屋头 屋里 屋里头 屋内 屋子里 家头 辰光 迭个 格个 迭个辰光 阿拉 伲 as"),
        Part("yes", "来三个", "说定 说定了 讲定 说好了 约好了 约定了 定了 敲定 不见不散 好说 好说好说 好使 老地方见 喺屋企 响屋企 喺屋企度 来三 来塞 来噻 好额 好格 好个哉 欢迎 欢迎光临 欢迎来 速来 速送 速速 速速送来 快送来 尽管来 尽管送 只管来 只管送 come_over pop_over come_by drop_by swing_by come_round pop_round come_around roll_up bring_it_round"),
        Part("unread", "you never", "you_never you_always you_guys_never they_never you_lot_never never_on_time never_come"),
        Part("no", "够呛", "在休息 正在休息 要休息 得休息 需要休息 一点空都没有 一点时间都没有 一点空也没有 一点时间也没有 半点空都没有 赶不过去 赶不过来 行动不便 下不了楼 paiseh_cannot 够呛 够戗 悬 悬了 有点悬 没戏 难 难了 有点难 没可能 没希望 白搭 不现实 不妙 不赶趟 整不了 弄不了 搞不了 办不到 做不到 接不到 接不到货 拿不到 关门了 打烊了 not_gonna_happen not_going_to_happen hard_no no_bueno no_dice no_good no_go no_le no_lah no_leh no_la cannot_lah cannot_leh closed_by_then shut_by_then no_chance fat_chance not_a_chance as_if"),
        Part("yes", "那就麻烦师傅了", "哪能不行 谁说不行 咋会不行 怎么会不行 哪有不行 谁说不方便 怎么会不方便 here_all here_then onz cool_beans 那就麻烦师傅 那就麻烦小哥 那就辛苦师傅 就它 就它了 就这 勉强可以 勉强行 凑合 将就 凑合吧 能准时到就行 准时就行 准时到就行 准时来就行 按时到就行 不迟到就行 有什么不可以 有啥不可以 有什么不行 有啥不行 怎么不行 咋不行 没什么不可以 没啥不可以 没什么不行 没啥不行 没什么不方便 没啥不方便 happy_days sweet_as too_easy no_dramas no_drama proceed were_good im_good were_ok thatd_be great_stuff rock_on"),
        Part("fill", "不加班可以", "没意外的话 没意外 不出意外 不出意外的话 没特殊情况 没特殊情况的话 没有意外 18:30到19:30 18:30至19:30 6:30到7:30 6点半到7点半 不加班 不出差 不出门 不上班 不忙 不外出 不值班 不开会 没出门 没上班 没出差 没加班 没安排 没有安排 没什么安排 没有什么安排 没啥安排 没事 没啥事 没什么事 休息 放假 退休 退休了 居家 居家办公 天天 每天 一直 整天 成天 全天 yall stuff"),
        Part("no", "伐来三", "伐来三 弗来三 勿来三 呒没人 呒没空 呒空 么得空 么得人 么得时间 莫得空 莫得人 莫得时间 没得时间 没得空 覅 覅来 覅送 不得闲 没得空闲 有事 有事情 甭来 甭送 嫑来 嫑送 别来 走开了 走不开 不凑巧 不巧"),
        Part("fill", "嗰阵我喺度", "嗰阵 嗰阵时 嗰时 个阵 正在 要 得 还在 去 今天晚上 那个时间 那个点 这个点 这个时间"),
        Part("yes", "就那个点吧", "喺度 听你们的 听你的 听你们安排 你们安排 听安排 到家 到家了 会在家 能在家 跟以前一样 和以前一样 跟往常一样 和上次一样 照旧 老样子 老时间 can daijoubu 大丈夫 就那个点 就这个点 就那个时间 就这个时间 就那会儿 就那时候 就这时候 那就那个点 will_work 得闲 到时见 到时候见 等会见 晚上见 今晚见"),
        Part("fill", "今晚六点半可以", "今晚 今天 今日 晚上 傍晚 那时 那时候 那会 那会儿 六点半 六点半到七点半 18:30 19:30 18:30-19:30 这会 这会儿 届时 到时 到时候 七点半 老婆 老公 爸妈 父母 妈妈 爸爸 我妈 我爸 孩子 老人 爱人 室友 媳妇 阿姨 老地方 今 你们"),
        Part("yes", "we will all be in", "in home around deliver come bring waiting timing"),
        Part("fill", "6:30 tonight works", "tonights todays evenings 6:30 7:30 18:30 19:30 6:30pm 7:30pm tonight evening between wife husband mum mom dad family somebody someone everybody someones"),
    ),
    "agreement": (
        Part("act", "本人知情", "知情"),
        Part("yes", "没关系的", "没事 没关系 无所谓 不要紧 冇所谓 唔紧要 不碍事 无妨"),
        Part("thing", "同意代收", "代收 代签 代领 帮收 代为签收"),
        Part("seen", "我都拆开用上了", "用 在用 拆 拆开 拆封 打开 开箱 用上 穿上 吃上 喝上 吃完 用着 穿着 拿回家 取回家 领回家 抱回家 搬回家 带回家 拿到家 搬上楼 拿上楼 拎上楼 提上楼 拿上来 拿进屋 搬进屋 进屋 收好 收着 拿着 拿好 取好 到手里 在手 在手上 在手里 在我手 在我手上 在我手里 在我这 在我这儿 在我这里 在我家 在家里 收过 签过 拿过 领过 取过 喺手 喺我度 攞返 攞到手 攞走 攞咗 拎返 拎咗"),
        Part("fill", "昨晚就取走了", "昨晚 昨天 昨日 昨儿 前天 前日 大前天 今早 今晨 今天 今日 早上 上午 中午 刚才 方才 当天 当晚 琴日 寻日 头先 啱啱 早就 早都 早 两天前 几天前 1天前 2天前 3天前 一天前 三天前 上周 上个礼拜 上礼拜 上个星期 上星期 周末 礼拜天 开始 已经在 顺手 顺路 亲手 亲自 下楼 下班 全都 两个 2个 三个 3个 两件 2件 几个"),
        Part("fill", "打错了是同意", "打错 打错了 打错字 打错字了 回错 回错了 按错 按错了 点错 点错了 发错 发错了 选错 选错了 写错 写错了 输错 输错了 手滑 手滑了 手误 更正 更正一下 改成 改为 应该是 前面那条作废"),
        Part("fill", "我爸顺路拿的", "邻居 隔壁 对门 楼上 楼下 门卫 保安 保安大哥 保安大叔 物业 前台 公司前台 单位前台 收发室 传达室 管理处 管理员 管家 驿站 菜鸟 丰巢 超市 小卖部 便利店 店里 宿管 宿管阿姨 楼管 房东 室友 舍友 同屋 合租 同学 同事 同乡 老乡 朋友 哥们 哥们儿 闺蜜 发小 亲戚 熟人 自己人 自家人 家属 老公 老婆 媳妇 爱人 对象 男朋友 女朋友 未婚妻 爸 妈 我爸 我妈 爸爸 妈妈 老爸 老妈 爸妈 父母 父亲 母亲 婆婆 公公 岳父 岳母 丈母娘 丈人 奶奶 爷爷 外婆 外公 姥姥 姥爷 阿婆 阿公 阿嫲 阿妈 阿爸 阿姨 大姨 小姨 姑姑 姑妈 舅舅 舅妈 叔叔 婶婶 伯伯 儿子 女儿 闺女 孩子 囡囡 仔 娃 哥哥 姐姐 弟弟 妹妹 我哥 我姐 我弟 我妹 嫂子 姐夫 妹夫 表哥 表姐 表弟 表妹 堂哥 侄子 外甥 保姆 工人 工人姐姐 钟点工 助理 秘书 王姨 王姐 李姐 张姐 老王 老李 老张 小王 小李 小张 每次 一直 平时 一般 经常 都是 帮我 替我 给我 代我 帮手 帮忙 叫 让 请 喊 托 委托 的人 家里人 公司 单位 统一 放学 顺带 门口 一楼 二楼 三楼 那边 那里 那 路过 叫的 让的 请的 以 由"),
        Part("seen", "我爸顺路拿的", "收 签 拿 取 领 代收的 代签的 代领的 代取的 代拿的 代收了 代签了 代领了 代收过 代签过 签收 收下 收走 签下 签字 带回来 带回 带来了 送来了 送来的 送过来了 送过来的 送回来了 拿来了 拿来的 拿过来了 捎来了 捎回来 抱回来 搬回来 交给我了 转交了 转交给我了 递给我了 给我了 攞 拎 认识 认得 熟 熟悉 相熟"),
        Part("yes", "件已签收无误", "无误 完好 完好无损 完整 齐全 无损 齐 没差 冇事"),
        Part("no", "我不收", "不收 不签 不取 不拿 不领 不想收 不想签 不给签 不让签 不让收 不许签 不许收 不准签 拒收 拒签 唔收 唔签"),
        Part("lack", "并无不妥", "并无 未见 未有"),
        Part("fill", "my gran signed", "myself personally nan nana nanny gran granny grandma grandad grandpa grandfather grandmother lad lass missus hubby hubs wifey wife husband mum mom mam mother dad father parents son daughter sister brother sis cousin auntie aunt uncle niece nephew kid kids roommate flatmate housemate neighbour neighbours neighbor neighbors porter concierge receptionist reception doorman guard security maid helper colleague colleagues coworker workmate friend friends girlfriend boyfriend gf bf partner landlord landlady caretaker janitor secretary assistant them downstairs upstairs next_door office work shop always usually every time everything helped help asked ask let"),
        Part("seen", "my gran signed", "here signed signs sign took takes take has_it had_it got_it gave_it brought picked collected accepted accepts collects handed signature"),
        Part("yes", "received in good order", "good_order good_nick one_piece good_condition okie_dokes"),
        Part("unread", "家里没人收", "没人收 没人签 没人拿 没人领 没人取 没人代收 没人签收 没有人收 没有人签 没有人拿 没有人代收 没有人签收 冇人收 冇人签 冇人攞 无人签收 无人代收"),
        Part("lack", "怎么会有异议呢", "怎么会有 怎么可能有 咋会有 咋可能有 哪会有 哪能有 哪里会有 岂会有 岂敢有 哪有 哪来 何来 哪敢 哪敢有 不敢有 岂敢 能有什么 能有啥 会有什么 会有啥 有什么好 有啥好 有什么可 有啥可 有什么值得 冇乜 冇咩"),
        Part("fill", "有啥不同意的", "有什么不 有啥不 有什么好不 有啥好不 有什么可不 怎么会不 怎么可能不 咋会不 哪会不 哪能不 哪里会不 岂会不 岂能不 怎能不 怎么能不"),
        Part("yes", "这次就算了", "这次就算了 这次算了 这回算了 这回就算了 不计较 不追究 下不为例 不跟你们计较 不和你们计较"),
        Part("thing", "签名是我的", "签名 签字 签收人 代收人"),
        Part("seen", "parcel is safe with me", "safe_with_me with_me in_my_hands in_my_possession in_hand at_mine in_safe_hands opened unpacked unboxed collected picked_up picked_it_up fetched retrieved"),
    ),
    "notice": (
        Part("act", "一定准时参加", "拥护 支持 整改 传达 准时 按时 参加 到场 出席 到岗 到位 必到 准到 去 来 到 参会 值班 加班 上班 出勤 过去 过来 赶到 赶过去 报到 准备 做 办 完成 处理 安排 打卡 前往 待命 开会 集合 赶 进行 跟进 通知"),
        Part("flaw", "保证不迟到", "迟到 缺席 缺勤 早退 掉队"),
        Part("fill", "必准时", "必 必定 必须 务必 保证"),
        Part("fill", "今天马上安排", "今天 今日 今晚 明天 马上 立刻 立即 尽快 即刻 到时 届时 现在 正在 会议 工作"),
        Part("yes", "已经在路上了", "在路上 路上 出发 已出发 快到 all_clear"),
        Part("fill", "已转发到班组群", "班组 组员 同事 同事们 下属 全员 全体 全组 全站 团队 部门 群 群里 工作群 班组群 微信群 各组 各班组 各站 各网点 本站 我站 网点 站点 班里 组里 车队 司机们 大伙 所有人 每个人 坚决 严格 认真 抓紧 全力 尽力 立马 遵章 即时"),
        Part("seen", "签字确认", "签字 签名 签到 贯彻 推进 部署 落实到位 学过 读完 看完 听完 传阅 截图 抄送 存档 打勾 回执"),
        Part("yes", "loud and clear", "can rgr rog can_do can_la can_lah can_can got_the_memo msg_received loud_and_clear lima_charlie five_by_five on_the_case consider_it_done no_bother aye_aye roger_that copy_that wilco will_comply will_do_so"),
        Part("act", "will be there", "there present attend attending join joining come coming"),
    ),
    "none": (
        Part("seen", "攞咗喇", "取过 拿过 领过 提过 收过 取过了 拿过了 领过了 攞咗 取咗 拎咗 拿咗 领咗 提咗 攞左 取左 拿左 拎左 带走 带走了 拎走 拎走了 攞走 拎返 攞返 拿回家 取回家 带回家 领回家 拎回家 这就来 就来 马上来 马上到 到驿站 去驿站 这就过去 这就过来 取完了 collected picked fetched collect_already collect_liao take_already take_liao took_already picked_up"),
        Part("fill", "picked up just now", "真系 屋企 家里 回家 up just liao alr 刚才 昨天 昨晚 前天 琴日 寻日 yesterday last_night this_morning just_now 老公 老婆 我妈 我爸 妈 爸 儿子 女儿 同事 室友 邻居 朋友 husband wife"),
        Part("seen", "这就去拿", "马上去取 马上去拿 马上去 这就去 准去 过去 就去 去拿 去取 来取 来拿 过去拿 过去取 自取 自提"),
        Part("fill", "一会去取", "等我 有空 带孩子 放学 忙完 到时 到时候 马上 立刻 这就 一会 一会儿 待会 等会 等会儿 等下 尽快 现在 抽空 有空就"),
    ),
    "claim": (
        Part("act", "来一张吧", "俾 俾我 攞 领咗 领咗先 走一个 安排上 安排 let_me_have 领 领取 领券 领码 领一张 领一个 来 来一张 来一个 要 要一张 要一个 要要 想要 需要 拿 参加 搞 整 冲 抢 收"),
        Part("goods", "这个优惠我想要", "优惠 优惠码 优惠券 券 码 折扣 折扣码 活动 福利"),
        Part("fill", "给我来一个呗", "一张 一个 张 给我 赶紧 快 立即"),
        Part("unread", "领不了", "不了 不到 不上 不出 用 使用 兑换 work works working 收到"),
        Part("fill", "梗系要", "梗系 梗 实 实系 一定 必 必须 当然 肯定 绝对 赶快 速速 快快 马上 现在 这就 正好 刚好 啱啱 一份 两张 两个 俩 它 谢谢老板"),
        Part("act", "给我整上", "整上 搞上 搞起 整起 整起来 走起 安排起 薅 薅一把 薅羊毛 笑纳 收下 拿下 收了 来俩 来两张 领俩 申领 认领"),
        Part("act", "I would love the code", "grab claim redeem have want love take use send gimme give interested like"),
        Part("goods", "want that code", "code coupon voucher promo discount offer deal codes coupons"),
    ),
}  # fmt: skip
