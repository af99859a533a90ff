"""The pieces of a time as people write them: day, part of the day, clock time, bound, range, refusal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal[
    "day", "part", "clock", "span", "offset", "after", "before", "both", "to", "or", "no", "but", "any", "past", "skip", "now",
]  # fmt: skip

_N: Final = (
    r"(?:\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九零〇]|廿[一二三四五六七八九]?)"
)
_WEEKDAY_EN: Final = (
    r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?|monday|tuesday|wednesday|wendesday|wensday"
    r"|thursday|thrusday|friday|firday|saturday|satuday|sunday"
    r"|lunes|martes|mi[ée]rcoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_MONTH_EN: Final = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_TOKENS: Final = (
    # What looks like a time and is none.
    ("skip", (r"平时(?=都|就|也|总|老|一直|一般|不|没|可以|行|方便|在家|没问题|还行|ok)|\d{7,}|(?:[一二两三四五六七八九十]|\d{1,3})号(?:楼|门|线|院|库|柜|架|排|格|货架|厂|机|铺|店|馆|桌|车|房|室|岗|仓|棟|栋|出口|窗|桥|商铺|公馆|档|坊|口|箱|地块)|\d{1,4}(?:号楼|弄|栋|幢|单元|室|楼(?!下午)|层|座)"
             r"|(?!20\d\d-)\d{1,4}-\d{1,3}-\d{1,5}(?![年月日])|(?:路|街|道|巷|弄|里|村|区|镇|大道|苑|园|湾|府|段|胡同) ?\d{1,4}号|[点]+[错击赞餐单外菜]|(?:门牌|楼号|房号)[^。!?]{0,6}\d{1,4}号|(?:[更再][^,。!?\d]{1,3}|小心|仔细|温柔|温和|准时|及时|便宜|贴心|专业|主动|客气|安静|耐心|认真)一点(?!钟|半|多|左右|前|后|整|[之以]前|[之以]后|[来送到])|一点[\u4e00-\u9fff]{1,3}(?:都|也)?(?:没|不|冇)|\d{1,3}\.\d{1,2}(?=的|买|下单|拍|订|付|发货|寄出)|(?:[一二两三四五六七八九十]{1,2}|\d{1,2})点(?:钟|半)?(?=打来|来的电话|打的电话|打过来的)|好(?:晚|夜|早)(?=[啊喎喔呀了,。!]|$)|\d{1,2}(?:st|nd|rd|th) (?:card|note|text|message|call|visit|complaint|parcel|package|driver)|[没有]一点|一点(?:消息|动静|反应|办法|礼貌|诚意|责任|音|都|也|儿|没|不|问题|用|意思|小|就|点)|有点|早点|快点|晚点|差点|[差快早晚慢好有大小近远多少轻]一点(?!钟)|行不行|可不可以|好不好|方不方便|能不能|得唔得|好唔好|行吗|可以吗|网点|站点|地点|点名|自提点|代收点|一般|一直|一下(?!午)|一样|一起|[什怎]么时候(?!都|也)|好的?时候"
             r"|24 ?小时(?!后|内|以后|之后|左右)|(?:找|叫|姓|是|给|联系|件人|名字|姓名)周[一二三四五六日天][\u4e00-\u9fff]|(?<![a-z])(?:costs?|paid|pay|charged|price|fee|charge)(?: me| was| is| us| of)?(?: only| about)? ?[$£¥€]?\d{1,4}[.:]\d\d|[$£¥€] ?\d{1,4}[.]\d{1,2}|(?:今天|明天|今日|最近)?(?:的)?天气|几点(?:钟)?(?:才|能)?[下收放][班工学]|[没未][下收放][班工学]|早就|早已|早都|早(?=停|关|搬|倒|没|不|卖|离|毕|领|拿|取|收|退|买|选|给)|早该|早说|早知|早不|早晚都|下次|上次|工作日志|晚上好|早上好|上午好|下午好|早安|晚安|good (?:morning|afternoon|evening|night)|(?:may|might) (?:i|not|be|you|have|it|we)\b|sat (?:and )?wait(?:ing|ed)|(?:have|has) a (?:good|nice|great) (?:day|night|evening|weekend)|happy new year|merry (?:christmas|xmas)|(?:新年|圣诞|元旦|节日|春节|国庆|中秋|端午)(?:节)?快乐|\d{1,4} (?:march|may|april|june|august) (?:road|rd|street|st|avenue|ave|lane|close|drive|court|way)(?![a-z])|(?:周|星期|礼拜)[一二三四五六日天](?:的时候)?(?:就|已经?|早就)(?:显示|说|写|该|应该|到了|派|发|签收)[^,。!?]{0,12}|(?:on hold|waiting|waited|rang|called|queued?|queuing|stood|sat)(?: [a-z]{2,8}){0,2} for (?:\d{1,3}|an?|half an|two|three) (?:hours?|hrs?|minutes?|mins?)|(?:stops?|lives?|stands?|parked|waiting) at \d{1,2}|last (?:one|week|night|month|mon\w{0,3}|tues\w{0,3}|wednes\w{0,3}|thurs\w{0,3}|fri\w{0,3}|satur\w{0,3}|sun\w{0,3})|all (?:day|morning|afternoon|night|week)|second floor|first floor|\d{1,3}(?:st|nd|rd|th) (?:floor|street|st|avenue|ave|road|rd|time)\b|\d{1,2} ?(?:/ ?7\b)")),
    ("past", r"(?:昨天|昨日|昨儿个?|昨晚|昨|前天|大前天|寻日|琴日|上周.?|上星期.?|上礼拜.?|上个?月|刚才|刚刚|之前就|去年|前几天|前两天|那天)|(?:(?:\d{1,3}|[一二两三四五六七八九十几半好多]{1,3})个?(?:多)?(?:天|日|周|星期|礼拜|月|小时|钟头|分钟|年)(?:了|以前|之前|前|多了|没|都|还))|(?<![a-z])(?:last time|yesterday|ages?|already|(?:\d{1,3}|a few|two|three|several|couple of|a) (?:days?|weeks?|hours?|months?|minutes?) (?:ago|late|now|already))(?![a-z])"),
    # Any time will do.
    ("any", r"随时|(?:任何|什么|啥|几|哪)(?:个)?(?:时间|时候|时|点|天|日子|辰光|钟)(?:段)?(?:来|送|派)?(?:都|也)(?:可以|行|方便|能|在|好|成|ok|没问题|得)|(?:全天|整天|一天|一整天|成日)(?:都)?(?:可以|行|在家|在|有人|方便|都行)|时间(?:你们?|您|随你|随便|由你)(?:看着)?(?:来)?(?:们)?(?:定|安排|选|看|你|便|决定)|(?:你们?|您)看着(?:办|来|送|弄)|(?:你们?|您)(?:看着)?(?:定|安排|决定)(?:时间|就行|就好|吧|即可|$)|看你们?(?:时间|方便|安排)|(?:时间)?不限(?:时间)?|几时都得|乜时间都得|都有时间|都有空|(?:一直|都|天天|每天)(?:都)?在家|(?:每天|天天)都(?:行|可以)|任意时间|(?<![a-z])(?:any ?time|when ?ever|any day|all times?|(?:24/7|any hour)|at your convenience|(?:up to|its up to) you|(?<!can )(?<!could )(?<!will )(?<!do )(?<!did )(?<!would )you (?:decide|choose|pick)(?! up)|no preference|im (?:always )?(?:home|in) all day|always (?:home|in|here)|flexible|doesnt matter when|dont mind when)(?![a-z])"),
    ("both", r"(?:到|至|-|~)?之间|以内"),
    # Days.
    ("day", (r"(?P<rel>今明两天|今明|明后两?天|明后|这两天|这几天|大后[天日儿]个?|后天|后日|后儿个?|明天|明日|明儿个?|听日|天光|明朝|听朝|今朝|今天|今日|今儿个?|当天|今晚|明晚|后晚|听晚|今夜|明早|今早|后早|听早|今下午|明下午|明上午|明中午|今中午|明晨|今晨|翌日|次日|第二天|隔天)"
            r"|(?P<wkpre>下下个?|下个?|这个?|本|上个?|每个?)?(?:周|星期|礼拜|拜|週)(?P<wk>[一二三四五六日天末1-6]|7)(?![周\d]|个(?!小时))(?:[到至~-](?:周|星期|礼拜|拜)?(?P<wk2>[一二三四五六日天1-7])(?![点时:\d十]))?"
            r"|(?P<week>下下个?(?:周|星期|礼拜)|下个?(?:周|星期|礼拜)|这个?(?:周|星期|礼拜)|本周|(?<!下)(?<!这)下周内|本周内)(?![一二三四五六日天末])"
            r"|(?P<daily>每天|天天|每日|日日|every ?day|daily|each day|every(?= (?:evening|morning|afternoon|night)))|(?P<feast>元旦|新年第一天|平安夜|圣诞节?|国庆节?|五一(?!路)|劳动节|情人节|双十一|双11|双十二|双12|除夕|年三十|大年初一|春节|儿童节|christmas eve|christmas(?: day)?|xmas|boxing day|new years? eve|new years?(?: day)?)(?:那天|当天|节)?|(?P<work>工作日|平日|平时|平常|非周末|上班日|周内)"
            r"|(?:(?P<y>20\d\d)(?:年|[-/.]))(?P<ym>\d{1,2})(?:月|[-/.])(?P<yd>\d{1,2})[日号]?(?!\d)"
            r"|(?P<mo>" + _N + r")(?:月|月份)(?P<md>" + _N + r")(?:[日号])?(?![点时个:\d-])(?:[到至~-](?P<md2>" + _N + r")[日号])?"
            r"|(?P<nm>下个?月|本月|这个?月|当月)(?P<nd>" + _N + r")[日号]?"
            r"|(?P<nmw>下个?月初|下个?月中|下个?月底|下个?月|月底|月末|月初|月中|这个?月底|本月底|本月内|年底)"
            r"|(?<![\d第./-])(?P<d>" + _N + r")[号日](?!选|方案)(?![楼门线院库柜厂机铺店馆桌车房室岗仓栋出窗桥\d]|快递|丰巢|菜鸟|驿站|自提|储物|代收)(?:[到至~-](?P<d2>" + _N + r")[日号])?"
            r"|(?<![\d./:-])(?P<sm>1[0-2]|0?[1-9])(?P<sep>[/.])(?P<sd>3[01]|[12]\d|0?[1-9])(?![\d/.:%元块折公斤号]|-\d|[ ]?[ap]m)"
            r"|(?:过|再过|等)?(?P<in>" + _N + r"|[几俩半])(?P<inu>天|日|周|个?星期|个?礼拜|个月)(?:后|以后|之后|过后|再)|(?:过|再过|再等|等)(?P<in2>"+_N+r"|[几俩半])(?P<inu3>天|日|周|个?星期|个?礼拜|个月)(?=送|来|派|吧|再|才|行|可|$)"
            r"|(?<![a-z])(?:(?P<erel>day after tomorrow|day after tmrw|overmorrow|tomorrow|tommorow|tommorrow|tomorow|tomorrw|tomorro|tomoro|tomor|tmrw|tmr|tmw|tomo|mañana|manana|demain|morgen|завтра|amanhã|domani|내일|ngày mai|besok|พรุ่งนี้|2moro|2morrow|2mrw|2mro|today|tday|hoy|aujourd'?hui|heute|сегодня|오늘|2day|tonight|tonite|2nite|2night)"
            r"|(?P<ewpre>(?:a|one|1) week (?:from|after|on)|next|this|coming|the coming|this coming|on|every|following)? ?(?P<ew>" + _WEEKDAY_EN + r")s?(?: ?(?:-|to|thru|through|till|until) ?(?P<ew2>" + _WEEKDAY_EN + r"))?"
            r"|(?P<ewend>next weekend|this weekend|the weekend|weekends?|wkend)|(?P<eweek>next week|this week|later this week|the following week)|(?P<ework>weekdays?|week days?|work(?:ing|) ?days?|business days?)"
            r"|(?P<ewk>(?:a|one|1) week (?:from (?:today|now)|today)|today week|(?:a|one|1) week (?:from )?tomorrow)|in (?P<ein>\d{1,2}|a|an|one|two|three|four|five|six|seven|a few|a couple of) (?P<einu>days?|weeks?|months?)|(?P<ein2>\d{1,2}|a|one|two|three|four|five|six) (?P<einu2>days?|weeks?) (?:later|from now|time)"
            r"|(?P<em>" + _MONTH_EN + r")\.? ?(?:the )?(?P<ed>\d{1,2})(?:st|nd|rd|th)?(?![\d:]| ?[ap]\.?m)(?: ?(?:-|to) ?(?P<edb>\d{1,2})(?:st|nd|rd|th)?(?![\d:]))?|(?P<ed2>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<em2>" + _MONTH_EN + r")|(?:the )?(?P<er1>\d{1,2})(?:st|nd|rd|th)?(?: ?(?:-|to|until|till|through) ?)(?:the )?(?P<er2>\d{1,2})(?:st|nd|rd|th)(?! (?:floor|fl|street|st|avenue|ave|level))|(?:on )?the (?P<ed3>\d{1,2})(?:st|nd|rd|th)(?! (?:floor|fl|street|st|avenue|ave|level|block|building|time|one|option|choice|attempt))|(?:on )(?P<ed5>\d{1,2})(?:st|nd|rd|th)(?! (?:floor|fl|street|st|avenue|ave|level|block|building))|(?P<ed4>\d{1,2})(?:st|nd|rd|th)(?= *$| (?:at|after|before|morning|afternoon|evening|please|pls|is|works)| ?[,.!])|(?P<eom>end of (?:the |this )?month|month end))(?![a-z])")),
    # Offsets from now.
    ("offset", (r"(?:过|再过|等|再等|大约|大概)?(?P<on>" + _N + r"|半|一|两三|[一二两三四五六七八九]个半|1个半|2个半|几)(?P<ohalf>个半)?(?:个)?(?:多)?(?P<ou>小时|钟头|钟|分钟|分|刻钟)(?P<ohalf2>半)?(?P<odir>以后|之后|过后|后|内|以内|之内|左右到|再(?=来|送|派))?"
               r"|(?<![a-z])(?P<edir>in|within|after|for) (?:about |around |like |maybe |roughly |approx |approximately )?(?P<eon>\d{1,3}|half an|an|a|one|two|three|four|five|six|ten|fifteen|twenty|thirty|half a|a couple of|a few|couple of)(?P<ehalf> and a half)? ?(?P<eou>hours?|hrs?|mins?|minutes?|h)(?P<ehalf2> and a half)?(?![a-z])|(?P<eon2>\d{1,3}|an|one|two|three|five|ten|fifteen|twenty|thirty|half an) (?P<eou2>hours?|hrs?|mins?|minutes?) (?:later|from now|time)")),
    # Clock times.
    ("span", (r"(?<![\d./:#-])(?P<s1>" + _N + r")(?P<s1m>:\d\d|点半|点" + _N + r"分?|点|点钟|时)? ?(?P<stog>-|~|到|至|to|till|until|--) ?(?:(?P<spart>下午|晚上|中午|上午)的?)?(?P<s2>" + _N + r")(?P<s2m>:\d\d(?!\d)|点半|点[一二三四五]十五?分?|点[一三]刻|点\d\d分?|点钟|点|时|(?= ?[ap]\.?m))(?! ?(?:楼|号|弄|栋|室))(?P<sap> ?[ap]\.?m\b\.?)?"
             r"|(?:(?<![a-z])(?:from|between|btw|btwn|bet) )?(?<![\d./:#-])(?P<e1>\d{1,2})(?P<e1m>[:.]\d\d)? ?(?P<e1ap>[ap]\.?m\.?)? ?(?P<etog>-|~|to|till|til|until|and|or|thru|through) ?(?P<e2>\d{1,2}|noon|midday|midnight)(?P<e2m>[:.]\d\d)?(?: ?(?P<e2ap>[ap]\.?m\b\.?)| ?oclock)?(?![\d:-])(?! ?(?:days?|hours?|mins?|minutes?|weeks?|parcels?|people|of them|号|楼|天|个|栋|室|单元|months?|working|business|packages?))"
             r"|(?P<p1>[一两三四五六七八九][两二三四五六七八九十])点(?:钟)?(?:左右|的样子)?")),
    ("clock", (r"(?P<zap>am|pm)?(?<![\d.:/#-])(?P<h>" + _N + r")(?:点|點|时(?!候|间|代)|點鐘|:(?=\d\d))(?:钟|整|正|过)?(?:(?P<mi>半|[一三]刻|[0-5]\d|[二三四五]?十[一二三四五六七八九]?|零?[五]|个[一二三四五六七八九]字|[一二三四五六七八九]个字)分?)?(?! ?%)(?:多|左右|前后|出头|的样子|许)?(?P<zap2> ?[ap]\.?m\b)?"
              r"|差(?P<qto>一刻|十分|五分)(?P<qh>" + _N + r")点"
              r"|(?<![a-z\d.:/#-])(?:(?P<eh>\d{1,2})(?:[:.h](?P<emi>[0-5]\d))? ?(?P<eap>[ap]\.?m\b\.?|oclock\b|o clock\b|ish\b|noon)(?: ?(?P<eap2>[ap]m))?(?:ish)?|(?P<noon>noon|midday|midnight|12 noon|lunch ?time|lunch)(?:ish)?\b"
              r"|(?P<half>half past|half|quarter past|quarter to|a quarter past|a quarter to|ten past|ten to|five past|five to|twenty past|twenty to) (?P<hh>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: ?(?P<hap>[ap]\.?m\b))?\b"
              r"|(?P<wh>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?P<wm> thirty| fifteen| forty ?five)? ?(?:oclock|o clock|(?P<wap>[ap]\.?m\b))"
              r"|(?P<mil>(?:0[6-9]|1\d|2[0-3])[0-5]\d) ?(?:hrs|hours|h)\b"
              r"|(?:at|after|before|by|around|about|till|til|until|from|past|@|not before|not after|make it|(?:can|could) (?:you|u|we|ya) (?:do|make)|lets say|say) ?(?:about |around )?(?P<bh>\d{1,2})(?:[:.](?P<bm>[0-5]\d))?(?:ish)?(?![\d:/]|-\d| ?(?:st|nd|rd|th|days?|hours?|hrs?|mins?|minutes?|weeks?|months?|parcels?|times?|people|packages?|items?|years?|attempts?|calls?|of|am|pm|yuan|[a-z]{2,} (?:road|street|avenue))\b))")),
    # Parts of the day.
    ("part", (r"(?P<part>凌晨|半夜|深夜|大?清早|大清早上|一大?早|一早上|朝早|朝头早|早晨|早上|早间|清晨|早|上午|上昼|晌午|大中午|中午|正午|午间|午休|饭点|午后|下午|下昼|晏昼|后晌|傍晚|傍黑|擦黑|黄昏|天黑|晚上|晚间|夜晚|夜里|夜间|晚黑|(?:晚饭|午饭|吃完饭|饭)(?:以后|之后|后)|吃完晚饭|晚|夜|白天|日间|日头|全天|整天|下班(?:后|以后|之后|了|再|回家)?|放工后?|收工后?|放学后?|放学以后|(?<=等我)下班|上班前|上班之前|上班时间|饭后|睡前|睡觉前|夜班后)"
             r"|(?<![a-z])(?P<epart>early morning|late morning|mid ?morning|first thing(?: in the morning)?|mornings?|morn|late afternoon|early afternoon|mid ?afternoon|afternoons?|arvo|aft|early evening|late evening|evenings?|eve|nights?|late at night|daytime|during the day|day time|after (?:my )?work|after (?:office|business|working) hours|after school|office hours|working hours|business hours|before work|end of (?:the )?day|eod|am|pm|after lunch|after dinner|before lunch|lunch ?hour)(?![a-z])")),
    ("now", r"现在(?=送|来|派|就|可以|方便|在家|有空|有人|过来|行|$)|(?:马上|立刻|即刻|立即|依家)(?=送|来|派|过来|$)|(?<![a-z])(?:right now|now|asap|right away|immediately)(?![a-z])"),
    # Bounds, ranges, refusals.
    ("before", r"(?:之前|以前|前(?![台面门天])|为止|截止)|(?<![a-z])(?:before|by|no later than|not later than|not after|until|till|til|up to|at the latest|or earlier|earlier than|prior to)(?![a-z])|不?晚于|不迟于|最晚|最迟"),
    ("after", r"(?:以后|之后|过后|往后|后(?![天台门面])|起|开始|后头|打后|之後)|不早于|最早|(?<![a-z])(?:after|from|not before|no earlier than|not earlier than|past|onwards?|on wards|and later|or later|later|and after|or after|since|starting|earliest|at the earliest|post)(?![a-z])"),
    ("no", (r"(?:下[雨雪]|刮风|台风|天气不好)了?的话|不在|没在|不一定|未必|说不准|不确定|不行|没空|没时间|不得空|冇时间|冇空|唔得闲|唔得|唔喺|唔系|唔好|不方便|不太方便|不便|不可以|不能|没法|无法|没人|冇人|没有人|无人|不要(?!紧)|不用|不需|不是|别|莫|甭|勿|有事|出差|外出|出门|(?:要|在|得|都)上班|(?:上班|在公司|在单位|在外面|在外头|上课|有课)(?=到)|加班|开会|忙(?!吗)|不合适|不好|不收|不接|除了|除开|不选|不约|去不了|来不了|赶不|没办法|不回|旅游|请假|无空|没得空|不想|不送|不派|不来"
           r"|(?<![a-z])(?:not|no|cant|cannot|wont|dont|doesnt|isnt|arent|away|busy|out(?! for)|unavailable|except|instead of|rather than|working|at work|at the office|im off|never|nobody|no one|nobodys|wasnt|abroad|travel\w{0,4}|on holiday|on vacation)(?![a-z])")),
    ("but", r"是|改(?:成|为|到|在)?|换(?:成|到)?|要不|而是|可以|行|方便|在家|都行|再|才|只有|只能|ok|的话|才能|但|但是|不过|有空|有人|(?<![a-z])(?:but|come|deliver|try|please|pls|is fine|is ok|is good|works|work|ok|okay|fine|make it|would be|better|only|free|available|home)(?![a-z])"),
    ("to", r"到|至|-|~|(?<![a-z])(?:to|thru|through|till|until|between)(?![a-z])"),
    ("or", (r"或者|或是|或|还是|和|跟|、|及|与|/|(?<![a-z])(?:or|and)(?![a-z])")),)  # fmt: skip
_SCANNER: Final = re.compile(
    "|".join(f"(?P<{kind}>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', pattern)})" for kind, pattern in _TOKENS)
)
_PARTS_OF: Final = {kind: re.compile(pattern) for kind, pattern in _TOKENS if "(?P<" in pattern}
_HINT: Final = re.compile(
    r"(?:can|could) (?:you|u|we|ya) (?:do|make) \d|(?<![\d.:-])\d{1,2} ?(?:to|till) ?\d{1,2}(?!\d)|[等我][下收放][班工学]|[下收放][班工学](?=[后以之]|了?[再回到去取拿送来路顺])|make it|lunes|martes|mi[ée]rcol|jueves|viernes|sábado|lundi|mardi|mercredi|jeudi|vendredi|samedi|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|[áé가-힣а-яก-๛ñã]|hoy|demain|morgen|domani|besok|aujourd|heute|manana|ngày|[点时天日号周月早午晚夜昼朝末拜后前儿晨节旦夕看]|星期|随|时间|小时|分钟|钟头|现在|马上|不限|都有空|都在家|\d[:\-~/.到至]\d|\d ?[ap]\.?m|\dish|\d o ?clock"
    r"|(?<![a-z])(?:to|2)?(?:last t|mon|tue|wed|thu|fri|sat|sun|day|mo?r|nig|nit|new y|xmas|chri|box|dail|eac|ever|wee|wor|wkend|hour|hr|min|noon|mid|mor|aft|eve|any|when|betw|from|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|after|before|by|until|till|(?:at|around|about) \d|half|quarter|first thing|early|late|now|asap|oclock|lunch|end of|eod|flex|tm|overm|the \d|always|your conv|up to|in \w{1,4} |arvo|\d{1,2}(?:st|nd|rd|th))"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece, with the named parts of what was said."""

    kind: str
    start: int
    end: int
    said: dict[str, str]
    text: str


def tokens_of(text: str) -> list[Token]:
    """The pieces of `text` in order; empty where nothing hints at a time."""
    if not _HINT.search(text):
        return []
    found = []
    for match in _SCANNER.finditer(text):
        kind = match.lastgroup or "skip"
        parts = _PARTS_OF[kind].match(text, match.start()) if kind in _PARTS_OF else None
        said = {name: value for name, value in parts.groupdict().items() if value} if parts else {}
        found.append(Token(kind, match.start(), match.end(), said, match.group()))
    return found
