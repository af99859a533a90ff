"""Words that are looked for by their sound or spelling when nothing else in a reply was understood."""

from __future__ import annotations

from typing import Final

from bot.core.understand.rows import words

BY_SOUND: Final = (
    "退订 tuiding|取消订阅 quxiaodingyue|订阅 dingyue|确认 queren|同意 tongyi|不同意 butongyi|满意 manyi|不满意 bumanyi|非常满意 feichangmanyi|很满意 henmanyi|"
    "一般 yiban|收到 shoudao|已收到 yishoudao|没收到 meishoudao|没有收到 meiyoushoudao|预约 yuyue|上门 shangmen|暂存 zancun|转寄 zhuanji|地址 dizhi|改地址 gaidizhi|投诉 tousu|"
    "人工 rengong|客服 kefu|领取 lingqu|异议 yiyi|有异议 youyiyi|没有异议 meiyouyiyi|没异议 meiyiyi|快递 kuaidi|快递员 kuaidiyuan|包裹 baoguo|明天 mingtian|后天 houtian|今天 jintian|上午 shangwu|"
    "下午 xiawu|中午 zhongwu|晚上 wanshang|早上 zaoshang|周末 zhoumo|要钱吗 yaoqianma|多谢 duoxie|领一个 lingyige|来一个 laiyige|来一张 laiyizhang|我要领 woyaoling|别再发了 biezaifale|别发了 biefale|不要再发了 buyaozaifale|别发短信 biefaduanxin|不要发了 buyaofale|开通短信通知 kaitongduanxintongzhi|开通短信 kaitongduanxin|啥时候到 shashihoudao|什么时候到 shenmeshihoudao|几点到 jidiandao|怎么还没到 zenmehaimeidao|还没到 haimeidao|到了没 daolemei|没到 meidao|不错哦 bucuoo|不好 buhao|不太好 butaihao|很好 henhao|太差了 taichale|很差 hencha|挺好 tinghao|还行 haixing|还可以 haikeyi|不错 bucuo|一般般 yibanban|差评 chaping|好评 haoping|太慢了 taimanle|没兴趣 meixingqu|收费吗 shoufeima|多少钱 duoshaoqian|什么时候 shenmeshihou|哪里 nali|满意了 manyile|别来了 bielaile|别送了 biesongle|恢复订阅 huifudingyue|取消退订 quxiaotuiding|重新订阅 chongxindingyue|谁同意 shuitongyi|到哪了 daonale|在哪里 zainali|不是我 bushiwo|周一 zhouyi|周二 zhouer|周三 zhousan|周四 zhousi|周五 zhouwu|周六 zhouliu|周日 zhouri|下周 xiazhou|下周一 xiazhouyi|下周二 xiazhouer|下周三 xiazhousan|下周四 xiazhousi|下周五 xiazhouwu|星期 xingqi|谢谢 xiexie|可以 keyi|不可以 bukeyi|好的 haode|没问题 meiwenti|没有问题 meiyouwenti|没有 meiyou|在家 zaijia|不在家 buzaijia|不在 buzai|没人 meiren|"
    "派送 paisong|签收 qianshou|驿站 yizhan|丢失 diushi|态度 taidu|方便 fangbian|不方便 bufangbian|合适 heshi|不合适 buheshi|知道了 zhidaole|知道 zhidao|送上门 songshangmen|自取 ziqu|代收 daishou|不需要 buxuyao|不要 buyao|不用 buyong|"
    "随时 suishi|什么时候 shenmeshihou|怎么 zenme|还没到 haimeidao|到哪了 daonale|在哪 zainal|在哪里 zainali|在哪 zaina|为什么 weishenme|多少 duoshao|电话 dianhua|打电话 dadianhua|送到 songdao|放门口 fangmenkou|门口 menkou|公司 gongsi|破了 pole|坏了 huaile|破损 posun|"
    "太慢 taiman|很差 hencha|不好 buhao|很好 henhao|非常好 feichanghao|差评 chaping|好评 haoping|行 xing|好 hao|是 shi|对 dui|不 bu|要 yao|我要 woyao|我 wo|嗯 en|是的 shide|对的 duide|没空 meikong|有空 youkong|辛苦了 xinkule|辛苦 xinku|"
    "明白 mingbai|了解 liaojie|帮助 bangzhu|退货 tuihuo|拒收 jushou|取消 quxiao|优惠码 youhuima|优惠 youhui|点 dian|以后 yihou|之前 zhiqian|后 hou|的 de|了 le|吧 ba|吗 ma|你好 nihao|请 qing|再送 zaisong|送 song|来 lai|家 jia|没 mei|到 dao|有 you|半 ban|周一 zhouyi|周二 zhouer|周三 zhousan|周四 zhousi|周五 zhouwu|周六 zhouliu|周日 zhouri|换地址 huandizhi|一个 yige|送货 songhuo|上 shang|单号 danhao|物流 wuliu|快点 kuaidian|换 huan|改 gai|转 zhuan|存 cun|先存 xiancun|放 fang|收 shou|给我 geiwo|帮我 bangwo|快 kuai|慢 man|问 wen|查 cha|查快递 chakuaidi|我的 wode|没人接 meirenjie|人 ren|客户 kehu|退 tui|派 pai|新 xin|单位 danwei|选 xuan|第一个 diyige|第二个 dierge|第三个 disange|一 yi|三 san|四 si|取件码 qujianma|多久 duojiu|几点 jidian|啥 sha|为啥 weisha|没到 meidao|没送 meisong|不对 budui|错了 cuole|不行 buxing|随便 suibian|行吗 xingma|还行 haixing|还可以 haikeyi|不错 bucuo|呢 ne|退货 tuihuo|查物流 chawuliu|没兴趣 meixingqu|打错 dacuo|预约上门 yuyueshangmen|不满 buman|二 er|什么意思 shenmeyisi|太差 taicha|非常 feichang|很 hen|确定 queding|需要 xuyao|有人 youren|上门 shangmen|去 qu|自提 ziti|暂停 zanting|先存着 xiancunzhe|存着 cunzhe|先放着 xianfangzhe|放着 fangzhe|着 zhe|自己取 zijiqu|自己 ziji|网点 wangdian|时间 shijian|上班 shangban|下班 xiaban|加班 jiaban|出差 chuchai|请假 qingjia|参加 canjia|没收 meishou|到了 daole|哪儿 nar|到哪儿 daonar|到哪儿了 daonarle|在哪儿 zainar|去拿 quna|拿 na|门卫 menwei|邻居 linju|物业 wuye|拒绝 jujue|算了 suanle|好评 haoping|好慢 haoman|太贵 taigui|几号 jihao|多少钱 duoshaoqian|谁 shui|联系我 lianxiwo|联系 lianxi|打给我 dageiwo|别发 biefa|别 bie|发 fa|短信 duanxin|停止 tingzhi|不想 buxiang|想 xiang|无异议 wuyiyi|知情 zhiqing|没意见 meiyijian|意见 yijian|马上 mashang|保留 baoliu|改时间 gaishijian|换时间 huanshijian|回家 huijia|到家 daojia|送到家 songdaojia|送到 songdao|公寓 gongyu|学校 xuexiao|满意吗 manyima|特别 tebie|挺好 tinghao|还可以 haikeyi|凑合 couhe|马马虎虎 mamahuhu|垃圾 laji|骗子 pianzi|丢了 diule|没到货 meidaohuo|催 cui|尽快 jinkuai|赶紧 ganjin"
)
"""Han and its pinyin. Example: 推订 and "tuiding" are 退订, "bu manyi" is 不满意, "mingtian xiawu 3dian" is 明天下午3点."""
NOT_BY_SOUND: Final = words(
    "同一 统一 一一 意义 异意 有意义 电画 以一 是事 事实 试试 在在 已以 形 姓 型 性 兴 幸 醒 腥 号 浩 世 事 市 式 试 室 师 时 十 石 食 史 使 始 士 示 视 适 不到 部到 班组 班主 邦主"
)
"""Real words that merely sound like one of the table: never corrected."""
BY_SPELLING: Final = words(
    "change rubbish ridiculous unacceptable disgusting useless experience horrible message messages update appointment question depot collect different weekend objection authorised agreement problem careless unprofessional accept accepted cannot already missing payment refund shipping status wait waiting people return returned nobody nothing hold stop help keep home again broke cancel office door tonight pickup locker station refuse wrong rude empty late never call unsubscribe subscribe schedule redirect forward tomorrow tonight monday tuesday wednesday thursday friday saturday sunday complaint complain received receive delivery deliver delivered package parcel address "
    "satisfied dissatisfied unsatisfied confirm confirmed agree disagree agent representative customer service please thanks thank where arrived arrive broken damaged missing driver courier tracking "
    "afternoon morning evening after before between average excellent terrible awful horrible perfect human person speak manager refund stolen wrong neighbour neighbor permission coupon claim code understand available happy unhappy"
)
"""Example: "recieved" is received, "shedule" is schedule, "tommorow" is tomorrow."""
COMMON_ENGLISH: Final = words(
    "there here their these those them then than when were went want what that this with which while will would could should have having has had been being about again also always another any anything because before below both "
    "code come coming down each even every first from good great hello help home house into just keep know last late later leave left like little long look made make many maybe mine more most much must need never next night nothing now "
    "off once one only open other our out over own part people place put quite really right said same see seen send sent she show since some someone soon still stop such sure take tell thing think time today told too took turn two under until "
    "upon use used using very wait waiting walk was way week well went while who whole whose why wife work worked working year yes yet you your order ordered orders store stored story forwards service services server persons parcels packages drivers claims codes agreed agrees agents addresses awful human hours hour thank thanked fine find found free friend friends office"
)
