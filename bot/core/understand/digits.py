"""What stands around a digit and tells whether it is chosen, refused, or part of something else: units, frames of choosing, negations."""

from __future__ import annotations

import re
from typing import Final

UNITS: Final = re.compile(
    r"""(?:点|时|:(?=\ ?\d)|：(?=\d)|号(?!选|方案|$|[ ,。!吧,谢])|楼|层|单元|栋|幢|室|座|弄|巷|排|期|区|门(?!头|源)|天(?![津河台门长宁心水等峨府祝])|日(?!照|喀|土)|月(?!湖)|年|周(?![一二三四五六日天1-7末口至村宁])|星期(?![一二三四五六日天])
    |\ (?:点|楼|层|单元|栋|号楼|个|件|天(?![津河台门长宁心水等峨府祝])|小时|分钟|元|块)|个(?!旧)|件|箱|单|份|袋|人|元(?!氏|江|谋)|块|毛|角|折|斤|公斤|千克|小时|钟|分|秒|刻|次|遍|回(?!民)|多|来(?!$|[ ,。!着]|吧|宾|安|凤)|位|岁|米|公里|里地|万(?![州宁柏秀盛载安荣源全])|千|百|十|条|张(?![家掖北店湾])|封(?![丘开])|包(?![裹头河])|本(?!周|人|月)|台(?![州北中南湾儿江山])|级|星|路(?![南北桥])|线|街|村|组|队|厂|幼|中学|小学|%|℃|度
    |下(?!午|班|周|个|楼|城|关|花|陆)|半|\.\d|,\d{3}(?!\d)|/\d|-\d|:\d|~\d|\+|(?!or|to)[a-z]{1,2}\d
    |\ (?:[a-z]{2,20}\ ){1,2}(?:road|rd|street|st|avenue|ave|lane|drive|boulevard|blvd|crescent|court|square|terrace)(?![a-z])
    |\ (?:on|at)\ (?:the|my|your)\ (?:[a-z]{2,10}\ )?(?:intercom|buzzer|keypad|door|lift|elevator|gate|panel|left|right)
    |\ (?:worst|best|rated|fan|priority)(?![a-z])|\ next\ door|\ ?(?:st|nd|rd|th)\ (?:floor|street|st|avenue|ave|road|rd|of|time|attempt|block|building|gate|day|parcel|package)
    |\ ?(?:am|pm|a\.m|p\.m|hrs?|hours?|days?|weeks?|months?|mins?|minutes?|years?|oclock|parcels?|packages?|boxes|items?|times?|pieces?|people|floors?|blocks?|km|kg|miles?|yuan|rmb|usd|dollars?|pounds?|percent|stars?|more|digits?|of\ (?:us|them|my|the)|bags?|letters?|orders?|calls|messages|texts|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|f|m|d|h|ish)(?![a-z]))""",
    re.VERBOSE,
)
NTH: Final = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
HELD_BEFORE: Final = re.compile(
    r"""(?:周|星期|礼拜|拜|尾号|单号|编号|工号|电话|手机|号码|邮编|取件码|验证码|密码|码是?|\#\ ?order|[￥¥$€£]|\bno\.?|\bnr\.?|room|rm|apt|unit|gate|floor|flat|block|building|bldg|suite|terminal|line|locker|shelf|tower|street|road|order|parcel|package|waybill|number|house|neighbou?r|code|pin|phone|tel|at|by|after|before|until|till|around|from|to|between|past|for|in|within|about|since|last|next|another|only|over|than|every|all|my|these|those|of|age|level|door|bus|route|zone|phase|area|ward|district|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|下午|上午|早上|晚上|今晚|明晚|中午|凌晨|大约|大概|差不多|超过|不到|至少|最少|最多|一共|总共)\ ?$""",
    re.VERBOSE,
)
HELD_TIGHT: Final = re.compile(
    r"(?:第\d{0,3}|[\d.:/@=_~]|\d-|[a-z]-|班|约|还有|才|过了|等了|了|每|前|后|近|满|仅|只有|共|收到|买了|寄了|有|住|在|到|楼|栋|座|幢|村|路|街|弄|巷|区|排|架|柜)$"
)
STRONG: Final = re.compile(
    r"(?:选|拣|扣|数字|更正|纠正|订正|改正|选择|回[复覆夫付福]?|(?<![反重恢])[复覆]|[回发]一?个|按照?|选项|方案|第|改成|改为|换成|改返|转返|换返|我改|还是改|评分|打分|分数|评价(?:结果)?|服务|答案|答|\#|＃|(?<![a-z])(?:numbr|nummber|nubmer|opton|optn|choise|huifu|xuan|num|opt for|option|options|opt|choose|choice|pick|press|select|reply|answer|go with|going with|go for|going for|down for|(?:change|switch)(?: it| that| mine| this| my (?:answer|reply|choice))? to|choosing|vote|type)"
    r"|(?:^|[,.!;?] ?|(?<![a-z])(?:want|take|choose|pick|select|reply|go with|prefer|like|do|meant?|please|pls|say|ok|okay|yes|yeah|hi|hello|hey|um|so|then|sure|just|choice is|make it|go for|its) )number|num[ée]ro|número|nummer|opci[oó]n|номер|пункт|番号?)[ :：=,.'\"“”]{0,3}$"
)
WEAK: Final = re.compile(
    r"(?:要么|要不|算了|不如|还不如|换到|改到|变成|调成|手[抖滑误快]了?,?(?:是|要|选)?|[哦噢啊呃]不,?|(?:^|[ ,.。!?;、存约寄订]|上门|地址|必须|果断|肯定|不对|错了?|其实|我|应该|就|都|还|该|说|而|不|\d|选择|答案|意思|评价|评分|分数|结果|[选要按回复发说写]的)(?:是|系)|要|就|想要|应该|应当|必须|果断|坚决|改|换|发|填|记|投|[给打评]个|评为|定|确定|打|给|评|点|走|来|来个|来一个|办|办理|用|做|给你|给您|项|条|的是|说的|写的|嗯|好|好的|那|(?<![只才就没刚])收到|可以|明白|知道了|确认"
    r"|(?<![a-z])(?:no|ok|yes|shi|ok的|ill take|make that|take|want|id like|like|prefer|mean|meant|it is|its|sorry|actually|make it|send|enter|do|nr|n°|el|abeg|le|los|die|nehme|quiero|prends|prendo|(?:can|could|may|might) (?:i|we|u|you) (?:please |pls )?(?:have|get|do|take|go for|choose|make it)))[ :：=,.'\"“”]{0,3}$"
)
NEGATING: Final = re.compile(
    r"(?:懒得|不想|没必要|凭什么|凭啥|为什么要?|为啥要?|点解要?|做乜要?|干嘛要?|干吗要?|何必|谁[要会想]|不要|不是|不选|不想要?|不用|别|没(?:有)?(?:选|回复?|按|发|点|要|打|评|拣|press|reply|choose|pick)|冇[回选按打发点拣]|不按|非|除了|取消|而不是|(?<![哦噢啊呃额要])不|莫|唔要|(?:本来|原来|原本|起初|一开始)(?:是|我)?(?:想|要|打算|说|选|回|按|点)(?:要|选|按|回|了|的是)?|(?<![a-z])(?:not|bu ?shi|bu ?(?:xuan|an|yao|hui)|bie ?(?:xuan|an|hui)|mei ?(?:xuan|an|hui)|(?:dont|do not|never|cant|cannot|wont) (?:do|choose|pick|select|want|take|need|like|use|press)|not (?:going|go|gonna|choosing|picking|taking|doing|interested in|keen on|happy with|for)(?: with| for| to (?:do|pick|choose|take))?|dont want|dont|do not want|instead of|rather than|except|never|isnt|(?:didnt|did not|havent|wont|not) (?:press|pick|choose|select|reply|send|text|type|hit|give|say|want|mean)(?:ed)?|cancel|never mind|nevermind|forget|scrap|ignore|skip|anything but|any but|all but|but not))"
    r"(?:让|叫|要|说)?(?:你们?|您)?(?:给我|帮我|再)?(?:选|回复?|点|要|按|记|算|写|打|发|填|评|投|看|当|选项|回复| the| a| option| number)?[ '\"]{0,2}$"
)
UNDONE: Final = re.compile(
    r"[ ,]{0,2}(?:(?:就|还是)?算了|还?不如(?=选?[ ]?[1-9])|以外|之外|除外|不对|错了|按错|选错|点错|打错|发错|写错|回错|输错|搞错|弄错|记错|点歪|按多|(?:是|属于|纯属)?(?:手误|手滑|手抖|手快|误触|误操作|失误)|作废|不算|算错|不选|不要了?(?=[,。! ]|$)|不(?:ok|可以|合适|考虑|成|得行)|不行(?!的话)|太(?:贵|慢|晚|麻烦|远|久)|[也都又]?不好(?=[,。! ]|$)|[也都又]不(?:要|选|行|想)|取消|撤销|删了|是错|is wrong|was wrong|was a mistake|wrong|by mistake|oops|no wait|no,)"
)
MISTAKEN: Final = re.compile("错|误|手|歪|wrong|mistake|oops|typo")
"""Of what is undone: said of a slip of the thumb, which may have been the other digit."""
CORRECTING: Final = re.compile(
    r"改|换|应该|其实|是说|不对|错|更正|重选|重新|不是|算了|哦不|噢不|啊不|sorry|i mean|meant|actually|correction|oops|no wait|no,|wait|scratch|make it|instead|changed my mind|change|(?<=[?,。! .…])不,|还是(?=选|要|\d\D{0,2}吧)|,还是|。还是|\.{2,3}还是|→|->|=>"
)
ON_A_DEVICE: Final = re.compile(
    r"(?<![a-z])(?:at|to|in|of|from|house|flat|room|with|by|behind|neighbou?r) no\.? ?$|(?:门禁|电梯|对讲|门铃|门口机|楼宇|单元门)[^,。]{0,3}$"
)
