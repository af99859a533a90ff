"""What keeps words of agreement, choice or praise from being acted on (law 13): conditions, refusals, rhetoric, tales of another parcel, irony.

A wish is not read where its sentence holds a negation that nobody listed: the reasons that people give ("不在家", "不用送了") are listed
instead, and whatever "不" is left over makes the wish unsure.
"""

from __future__ import annotations

import re
from typing import Final

UNREAL: Final = re.compile(
    r"要不是|早知道|要是[^,。!?]{1,14}我?就(?:选|要|回|按|打|评|给)(?![^,。!?]{0,4}吧)|(?:本来|原本)(?:倒)?(?:是)?(?:想|要|打算)(?:选|回|要|给|打|评|按)?[1-9]的?(?:$|[,。 ]{0,2}(?:现在|后来|结果|还是)?(?:算了|不[了想给打评]|懒得)(?![^。!?]{0,8}[1-9]))|(?:等|先|收到|拿到|看到|到时)[^,。!?]{0,8}再(?:给|打|选|回复?|评)[1-9]|(?<!刚)才(?:会)?(?:回复?|选|按|给|打)[1-9](?!\d)|(?:等会|待会|晚点|稍后|回头|一会)儿?(?:再|我)?(?:回复?|选|按|发)[1-9]|(?<![a-z])(?:will|ill|gonna|going to) (?:reply|send|press|choose|confirm|text|give)(?: you| with| a| it)?[ 1-9]{1,3}later(?![a-z])|would(?: be| give)[^.]{0,20}(?<![a-z])if(?![a-z])|(?<![a-z])(?:would(?: have|ve) (?:been|picked|chosen|taken|gone)|if you (?:ever|had)|if it had|had i)(?![a-z])"
)
"""What would have been chosen: "要不是没人在家我就选2了", "I'd pick 2 if you ever showed up"."""
TOLD_CHOICE: Final = re.compile(
    r"^(?![^。!?]{0,240}(?:这次|现在|改))[^。!?]{0,20}?(?:上次|上回|之前|昨天|前天|以前|每次|那次|早就)[^,。!?]{0,6}(?:选|回复?|按|发|点|要)了?的?是?[1-9]|(?:谁|几时|何时|什么时候|啥时候|何曾|哪有)(?![^,。!?]{0,3}[都也])[^,。!?]{0,3}(?:选|回复?|按|要|点|发|拣)(?:过|了|咗|的|嘅)?的?是?[1-9]|(?:让|叫|逼|教|要求|求|劝|喊|请|催)(?:我|咱|人)们?(?:回复?|选|打|给|按|评|点)[1-9]|(?<![a-z])(?:told|asked|made|told me|wants?) (?:me|us) to (?:press|reply|choose|pick|give|rate|select) [1-9]"
)
"""A key that was chosen once, or that somebody else wants: "上回选3你们也没转", "小哥让我回1，我不干"."""
SOUR: Final = re.compile(
    r"说不准|不一定|没准|不确定|可能|也许|或许|上次|每次|上回|又(?!要)|居然|竟然|老是|再也|选过|说过|正好(?:出差|不在|没空|在外|出门|要)|在国外|在外地|出差|搞笑|逗(?:我|谁|呢)|开玩笑|笑话|笑死|我信(?:你|了)|才怪|(?<![a-z])(?:whatever|like (?:you|i|im|id|ill|we|they|he|hes|theyre) ?(?:ever|will|would|always|am|are|care|believe)|another (?:missed|late|failed|no show)|if you say so|sure you (?:will|did|are|do)|dream on|last time|as usual|like always|like last|again|because that|ignore|closed|for nothing|my (?:arse|ass|foot))(?![a-z])"
)
"""What turns an opening yes sour: "sure, because that worked so well last time"."""
CONDITIONAL: Final = re.compile(
    r"(?:要是|如果|假如|万一)[^,。!?]{0,10}(?:再|才)|(?<![刚方人天])才(?:领|要|满意|同意|确认|考虑|会|算|行|可以|肯|给)|(?:实在|真的)[^,。!?]{0,6}(?:再|才)|(?:不到|不了|不上|不成|不行|没空|不在|没人)了?(?:再|才)(?!送|派|来|说)|除非"
    r"|(?<![a-z])(?:only if|unless|only (?:[a-z]{1,10} ){1,4}(?:if|when)|provided(?: that)?|as long as|only when)(?![a-z])"
)
"""What holds for one case alone is no choice, no yes and no praise."""
NOT_HONEST: Final = re.compile(
    r"(?:yeah|yea|ya|yh|aye)[, ]{1,3}right(?![a-z])|(?:sounds |seems |looks |thats )?(?:way |far |a bit )?too good to be true|(?:theres )?(?:nothing|no such thing as)[^.!?]{0,12}(?<![a-z])free|whats the catch"
)
"""Words of assent that hardly anybody means."""
SCORNS: Final = re.compile(
    r"去你(?:的|妈|大爷)|(?:收到|明白|知道|同意|好|行)了?(?:你|个)(?:个)?(?:头|屁|妹|妈|鬼|大爷|锤子|毛线)|(?:收到|明白)了?(?:屁|鬼|骚扰|垃圾|诈骗|威胁|恐吓)|(?:^|[,。! ])滚(?:$|[,。!吧蛋开犊])|[?,。! ](?:做|白日)?(?:做梦|想得美|没门|休想|鬼才信)(?:吧|去吧|呢)?[。!]{0,2}$"
    r"|(?<![a-z])(?:see|meet|catch) (?:you|u|ya|yous|yall)(?: all| guys)? (?:never|in (?:court|hell|jail)|at (?:the |a )?(?:tribunal|court|police|lawyers?|solicitors?|ombudsman)|when hell|(?:there )?not)(?![a-z])"
)
"""Words of assent turned into abuse or a threat: "收到你个头", "see you in court"."""
NOBODY_TOOK: Final = re.compile(
    r"(?:没有?|未|冇)(?:人)?(?:给我|替我|帮我)?(?:送|拿|交|转交|带|递|捎)(?:来|过来|回来|到|给我|上来)|(?:东西|件|包裹|快递|货)[^,。!?]{0,3}不在"
    r"|(?:没人|没谁|无人|冇人)[^,。!?]{0,2}(?:给|交|拿|递|带)(?:给)?(?:我|过我)(?:东西|快递|包裹|件)|(?:没人|没有人|没得人|冇人|无人|没谁|谁都没|谁也没)(?:帮我?|替我?|给我?|代|会)?(?:签收|代收|代签|收|签|拿|领|取)(?:过|的|了|啊|呀|哦|咯|到|[,。! ]|$)"
)
"""Whoever was asked took nothing: where an hour is proposed the same words say that nobody will be there."""
GUESSED: Final = re.compile(
    r"(?:快递员|快递小哥|小哥|派件员|派送员|配送员|骑手|司机|师傅|你们?)(?:本人|自己|自个儿?|擅自|私自|直接|就|给|替|帮|代|乱|偷偷){0,2}我?(?:代)?[签收](?:[了的字名]|$)|(?<!没)又(?=[是让被给放签])|总(?=[是让放])|老是|动不动|天天|次次"
    r"|(?:邻居|隔壁|对门|他们?|她们?|人家|保安|门卫|物业|前台|同事|室友|楼[上下])[^,。!?]{0,4}(?:拆|打开|用|吃|喝|穿)"
    r"|(?<![a-z])(?:you|u|driver|courier|postman|he|she|they)(?: guys| people| just| have| had| has|ve){0,2} (?:sign(?:ed)?|took|kept|opened|unpacked)|(?<![a-z])(?:neighbou?rs?|security|guard|porter|reception|staff|kids?)(?: has| have| already){0,2} (?:opened|unpacked|unboxed|kept|keeps|used|ate)|(?<![a-z])(?:and|then|but) (?:left|ran|went|gone|kept|opened|stole|sold|lost)(?![a-z])"
    r"|(?:好像|似乎|估计|大概|应该|可能|多半|八成|也许|没准|难道|会不会|莫非|说)[^,。!?]{0,8}(?:[收签拿取领攞]|是我)|(?:^|[,。])[^,。!?就]{1,8}[收签拿取领](?:的|了|走了|的嘛)吧[。!]?$|[收签拿取领攞][^,。!?]{0,4}\?"
    r"|(?<![a-z])(?:maybe|perhaps|probably|possibly|might|must have|may have|could have|i think|i guess|i suppose|i assume|presumably|says?|said|claims?)(?![a-z])[^.]{0,30}(?:took|sign|has|have|got|collect|pick)"
)
"""Who took it is a guess, hearsay, a reproach, or had no business with it."""
GRUDGED: Final = re.compile(
    r"就怪了|才怪|没事找事|(?:被|让人|遭)(?:迫|逼|强迫|强制)|只(?:能|好|得)(?:同意|认|接受|答应|这样)|不得不(?:同意|认)|(?:勉强|无奈|硬着头皮)[^,。!?]{0,3}(?:同意|认|接受)?|(?:意见|问题|异议|事)[可就]?(?:大|多|严重)(?:了|着|得很)|^[^,。!?]{2,8}[?][ ]?(?:意见|问题|异议|才|哪|怎么|做梦|鬼|呵|我可|当然不|不)"
    r"|(?<![a-z])(?:forced to|made me|had no choice|no choice|have no choice|under protest|grudgingly)(?![a-z])"
)
"""Agreement asked back, forced or mocked: "没意见？意见大了", "被迫同意"."""
SPOILED: Final = re.compile(
    r"找不[到着]|没找到|没影|(?<![没未无])(?:跑|搬走|丢|不见|少了|缺|坏|破|湿|错|空|偷|骗|碎|不是|不对|不一样|没有|没了)|(?<![a-z])(?<!nothing )(?<!not )(?:missing|open|opened|broken|damaged|wrong|moved|gone|lost|empty|wet|stolen|torn|short)(?![a-z])"
)
"""Beside the news of who took it: what went wrong then."""
AGREES_LATER: Final = re.compile(
    r"(?:[收拿见看取找查]到|看[过了完]|验|核实|核对|问|[弄搞]清)[^。!?]{0,8}(?:就|才|再|后)(?:我|会|可以|能|肯|考虑){0,2}(?:同意|认|签|答应|授权|回复|没意见|没异议|没问题)"
    r"|(?:见到|看到|收到|拿到|查到|验货)[^,。!?]{0,4}(?:再|才)(?:说|谈|算|考虑)?[^,。!?]{0,2}(?:同意|确认|签)|(?:等|先|让我|得)[^。!?]{1,12}(?:再|才)(?:我|会|可以|能|肯|考虑)?(?:同意|认|签|说|定|答应|回复|决定)"
    r"|(?<![a-z])(?:(?<!mind )if|unless|once (?:i|it|we|they|ive|the)|until (?:i|it|we)|assuming|providing|provided|(?:as|so) long as|(?:when|after) i (?:see|get|have|receive|check|find|speak)|depend(?:s|ing))(?![a-z])"
)
"""Agreed to only when something has happened: "收到货了我就同意", "if it was my neighbour then ok"."""
SUPPOSED_CLAIM: Final = re.compile(
    r"懒得|不值得|犯不着|何必|(?:要是|如果|假如|除非|只要)[^,。!?]{0,14}(?:就|才|再)|(?<![a-z])if(?! (?:possible|i (?:can|may|could)|you (?:dont mind|please|would|could|can)|thats ok|its ok|still)(?![a-z]))(?![a-z])"
    r"|[^,。!?]{1,12}(?:能|免|折|够|便宜|划算|给钱|不收|不要钱|送|有)[^,。!?]{0,8}我?就(?:领|攞|要|拿)|(?:^|[,。!? ])(?:能|免|打|够|给钱|有)[^,。!?]{1,8}我?就(?:领|攞|要|拿)"
    r"|[^,。!?]{2}(?<!可以)(?<!方便)(?<!还有)(?<!行)的话(?:[,。!? 就我]|$)"
)
"""A coupon that is wanted in one case alone."""
_WHO_ELSE: Final = (
    "(?:老公|老婆|媳妇|爱人|老[爸妈]|[爸妈弟哥姐妹]|爸妈|家人|家里人|孩子|儿子|女儿|闺女|同事|室友|朋友|邻居)"
)
PUT_OFF_CLAIM: Final = re.compile(
    r"再(?:来|去|过来|找你们?|回来)?(?:领|攞|兑|申领|要(?!一?[个张份次点])|拿(?!一?[个张份次点]))(?!一?[个张份次点])"
    r"|(?:改天|改日|下次|下回|晚点|晚些|明天|后天|回头|到时候?|有空|有时间|待会儿?|过会儿?|等会儿?|过几天|过两天)(?:我)?(?:来|去|就|会|自己)?(?:领|攞|拿|兑)"
    r"|忘(?:了|记)?(?:领|拿|回)[了啦吧]?[。! ]?$|(?:发工资|月底|下个?月|下周|年底|过年|开学)[^,。!?]{0,4}(?:领|攞)"
    r"|(?:早|都|刚|刚刚|刚才|昨天|前天|上次|上回|之前|以前|前几天|上周|上个?月|今早)[^,。!?]{0,4}(?:领|攞|拿|抢|兑换?)(?:了|过|好|完|到|咗|走)|(?:领|攞|兑换?|claim|claimed|redeem|redeemed|use)过"
    r"|^(?:我|手里|手上|家里)?(?:已经|都|早|还)?有(?:了|呢|的|啊|一张|一个|好几张){0,2}[。!~ ]?$"
    r"|(?:本来|原本|原来|差点|差一点|险些|曾经?|当时|早知道|刚想|正想)[^,。!?]{0,8}(?:领|攞|要|拿|兑)"
    rf"|(?<![给帮替为和跟同我俾畀])(?:你们?|他们?|她们?|别人|人家|大家|佢|我?{_WHO_ELSE})(?:自己|都|也|已经?|先|去|们|爱|想|要|来|可以|应该|更){{0,2}}(?:领|攞)"
    r"|(?<![a-z])(?:(?:might|may)(?! as well)|wouldve|would have|nearly|almost|was (?:going|about) to|were going to|remind me|used to)(?![a-z])"
    r"|(?<![a-z])(?:claim|redeem|get|grab|take|do|have|use) (?:it |one |mine |this |that )?(?:later|tomorrow|tonight|next (?:time|week|month)|another (?:time|day)|some other time|when|once|after)(?![a-z])"
    r"|(?<![a-z])(?:he|she|they|someone|somebody|others?|(?:wife|husband|mum|mom|dad|son|daughter|friend|boss|colleague|flatmate))(?: has| have| had)? ?(?:already |just |can |could |should |will |would |might |may )?(?:claim(?:ed|s)?|redeem(?:ed|s)?|took|takes?|grabbed|wants?|got)(?![a-z])"
)
"""A coupon that somebody else took or shall take, that was taken before or is there already, or that is put off: "晚上再领", "差点就领了", "你领吧", "有了"."""
NOT_OFFERED: Final = re.compile(
    r"(?:要|领|拿|取|给我|发我|还我|给|收|送|(?<![一])来)(?:完|到|回|走|下)?(?:一个|几个|个|点|你们?的?|我们?的?|自己的?)?(?:快递(?!优惠|券|码|折)|包裹|快件|件(?!数|衣)|货|电话|来电|人工|客服|人(?=$|[,。!?])|说法|解释|道歉|答复|回复(?![ty])|钱(?=$|[,。!?吧])|退款|退钱|赔|发票|单号|物流|取件码|派送|送货|上门)"
    r"|(?:快递|包裹|件|货|东西)(?:快|赶紧|请)?(?:给|发|送|还|拿)(?:给)?我|(?:驿站|快递柜|柜子|丰巢|菜鸟|代收点|网点|前台|门卫)[^,。!?]{0,3}(?:领|拿|取|攞)|送快递|^(?:领导|人|我)?来了[。! ]?$|^要快|冲(?:我|着我)来|先[^,。!?]{2,12}再(?:发|给|送|说|谈|聊)|你(?:妹|妈|爹|大爷|个头|个鬼)|个(?:屁|毛|鬼|锤子)|(?:(?:点|按|发|打|回|选)错|手滑|误[发点触按])了?[。! ]?$|(?:下雨|吃饭|上班|睡觉|开会|迟到)"
    r"|(?<![a-z])(?<!for )(?<!on )(?<!ship )(?<!shipping )(?<!sending )(?<!post )(?<!posting )(?<!off )(?:my|the|our|your|a|an|some|this|that) (?:parcels?|packages?|delivery|deliveries|order|stuff|refund|money|call|ring|driver|courier|person|human|manager|agent|explanation|apology|break|rest|receipt|tracking)(?![a-z])"
    r"|(?<![a-z])(?:want|like|need|love) to (?!claim|have|get (?:it|one|the|a|my code|my coupon)|redeem|use|take|grab|accept|receive|try|snag|nab)[a-z]|(?<![a-z])(?:(?:it|them) (?:delivered|back|sent (?:back|today|home))|take (?:it|you|them) to|to court|get (?:a life|lost|real|out|off|stuffed|a grip)|want (?:nothing|none|out|you)|nothing from|(?:insurance|your|damage|make a|file a|lodge a|open a) claim(?! code)|claim (?:for(?! (?:me|us|now))|against|is|that|its|to be)|you claim|yes or no|(?:ok|sure|yes|yeah|fine),? whatever|(?:sure|yeah) you do|another (?:promo|ad|text|scam|spam)|yes i (?:know|see|heard)|as if|pigs (?:might |can )?fly|in your dreams|yeah right)(?![a-z])"
)
"""What is wanted is no coupon, or it is wanted in jest: "我要我的包裹", "give me a call"."""
NOT_FOR_ME: Final = re.compile(
    rf"(?:我?{_WHO_ELSE}|他|她|佢|别人)(?:都|也)?(?:说|讲|想|叫我?|让我?)(?:想)?(?:要|领|攞|拿)|谁(?:想)?(?:要|领)"
)
"""Somebody else wants it."""
TOLD_OF: Final = re.compile(
    r"(?:^|[,。! ])(?:我)?(?:本来|原来)?本想(?!.{0,20}(?:现在|改|还是))|(?:想|要|说)[^,。!?]{1,8}来着|打算[^,。!?]{1,6}的[,。](?:后来|结果|可|但|谁知|现在自)|已经(?:自己|自行)[^,。!?]{0,6}(?:暂存|寄存|存|转寄|转|取)|被(?:你们?|他们?|快递)|(?:转寄|暂存|预约|转|存|约)的?是?(?:上一?个|上次|上回|别的|别人|另一|另外|隔壁|之前|前面|昨天|前天|那一?[件个单票]|旧的)|(?:另一?|另外一?|其他|别的|其它|上一?|前一?|之前那?|昨天那?|前天那?|上次那?|头一?)(?:个|件|票|单|批)?(?:的)?(?:快递|包裹|件|货|东西|单)?[^,。!?]{0,4}(?:(?:已|早就)|(?:刚刚?|都)[^,。!?]{0,8}(?:了|过))|那(?:个|件|票|批|次)[^,。!?]{0,5}(?:已|早就|早都)|(?<![a-z])(?:my|the|your|an)(?:other| other| previous| last| first| old| earlier) (?:parcel|package|order|delivery|one|box|item)s?(?: ive| i| that| which)?(?: already)? (?:is|was|were|are|has|had|got|went|came|already|put)(?![a-z])"
)
"""Of another parcel."""
NO_REFUSAL: Final = re.compile(
    r"(?:怎么|哪|岂|谁)(?:可能|会|能)?不(?:要|想|收)|(?:没有?|冇|未|不会|不可能)(?:说|讲|话)?(?:过|要)?(?:不|唔)(?:要|想|收)|(?<![a-z])(?:never|didnt|did not) (?:say|said|mean)(?: that)? i (?:refused?|wanted? it back|returned?|didnt want)|(?:不是|并非|也不是|又不是|不是说|不是我)(?:不|没)(?:要|想要?|收|领|同意|愿意|接受|去|来)|(?<![a-z])(?:not that i|its not that i|im not saying i) (?:dont|do not|didnt|cant|wont)(?![a-z])"
)
"""A refusal that is denied: "不是不要，是现在没空收"."""
SUPPOSED_PRAISE: Final = re.compile(
    r"的话[,]?我?(?:就|才)(?:给|打|评)?[^,。!?]{0,4}(?:满意|好评|五星)|(?:能不能|能否|可不可以|可不可能|可否|会不会)(?:不要|别)?(?:再|更|太)|不能(?:再|更)[^,。!?]{1,8}[吗么嘛]|(?:(?<!特)别|不要|不想|不会|没打算|不忍)(?!差评|不满意)[^,。!?太很]{0,6}(?:差评|不满意|扣分)|(?<!特)别差评|(?:你们|自己)满意就|对不起我|(?<![a-z])(?:neighbou?rs?|he|she|they|driver|boss|wife|husband)s?(?: is| was| are)? (?:very |so |really )?(?:satisfied|happy|pleased)|(?:早|快|准时|按时|要是|如果|假如|倘若|若是|若|换个|下次)[^,。!?]{0,10}就(?:更|非常|很|太|会)?(?:满意|好|完美|满分|棒|ok)|(?:评|打|选|给|填)[^,。!?]{0,8}(?:有|送|会|能)[^,。!?]{0,8}(?:吗|么|啥|什么|\?)|(?:好评|五星|评价?|打分)[^,。!?]{0,6}(?:返现|有奖|有礼|送(?!上|你|给你|给小哥|给师傅|达)|优惠)|投诉(?:打|找|拨|电话|热线|渠道|去|往)[^,。!?]{0,6}(?:哪|什么|多少|谁)|可以不评|能不评|不评(?:行|可以)"
    r"|(?<![a-z])(?:id|i would|would|wouldve|would have|could have) (?:be|been|have been|give)[^.]{0,30}(?<![a-z])if(?![a-z])"
)
"""Praise for what was not so, or asked about, rates nothing: "早点到就非常满意了"."""
UNREAL_MARK: Final = re.compile(
    r"(?:要不是|若不是|若非|要没有|本来|原本|原先|险些|差点儿?|差一点|本想|原想)[^,。!?]{0,14}[,]?[^,。!?]{0,6}(?:差评|不满意|好评|满意|满分|五星)(?:了|的)|谁(?:说|讲|话)(?:我|俺|人家)?(?:会|就|是)?(?:不|唔)|说不满意[^,。!?]{0,6}(?:假|骗|违心)|(?:差一?点儿?|险些|本想|原想|差些)就?(?:想|要|给|打)?(?:了)?个?差评|不满意[是也都]?(?:根本|绝对)?(?:不可能|不存在|没道理)|(?:没|没有)(?:说|讲)过?(?:我)?满意|(?<![a-z])(?:did not|didnt|never) (?:say|said)(?: that)? (?:i|it) (?:was|am|is|were)(?![a-z])"
)
"""A mark that would have been, or that somebody else named: "要不是小哥态度好就差评了"."""
IRONY: Final = re.compile(
    r"你们?(?:公司|家)?(?:可|还|也)?真(?:行|会|能|可以|有你们?的|够可以)|满意(?:得|到|的)(?:想哭|哭|吐血|无语|说不出话|想骂)|(?<=[\u3400-\u9fff])(?<![选回复评给打是说为择个填写])[\"“‘'「『《](?:很|真|非常|太)?(?:好|快|棒|满意|准时|及时|优质|贴心|专业|高效)[\"”’'」』》]|好一个|呵呵|🙄|笑死|真?服了你|[\(\[](?:手动)?(?:狗头|反话|反讽|白眼|doge)|你们?也配|好意思问|有脸问|(?:都|也|连|还)(?:不|没)(?:告诉|通知|打(?:个)?(?:招呼|电话)|说|吭|敲|吱|知会)|居然|竟然|满意[^,。!?]{0,3}你(?:妹|妈|大爷)"
    r"|(?<![a-z])(?:yeah,? right|as if|my (?:arse|ass|foot|eye)|slow ?clap|(?:you must be|are (?:you|u)) (?:joking|kidding))(?![a-z])"
)
"""Praise that means its opposite: "你们可真行", "服务真“好”"."""
_DAYS: Final = "(?:天|日|周|个?多?星期|个?多?礼拜|个?多?月|年|个?小时|个?钟头?)"
LONG_WAIT: Final = re.compile(
    rf"才(?:用|花|过|等|走|送|隔|要)?了?(?:[四五六七八九十半几]{{1,3}}|[4-9]|\d\d|[一两二三1-3几好]{{1,2}}个?(?=周|星期|礼拜|月)){_DAYS}(?!就)|[一二两三四五六七八九十几好半多\d]{{1,3}}{_DAYS}(?:了|后|多|半|以后)?才|等了?(?:我|足足|整整|将近|差不多)?[一二两三四五六七八九十几好半多\d]{{1,3}}{_DAYS}(?![^,。!?]{{0,2}}就)|第[三四五六七八九十3-9]天(?:才|到|还|都)|(?:走|拖|跑|用|花|送|耗|晃|磨|飘)了(?:整整|足足|将近|快)?(?:[四五六七八九十半几]{{1,3}}|[4-9]|\d\d|[一两二三1-3几好]{{1,2}}个?(?=周|星期|礼拜|月)){_DAYS}"
    r"|(?<![a-z])(?:(?:\d{1,2}|two|three|four|five|six|seven|ten|several|many|few) (?:whole |full |more )?(?:days|weeks|months)|(?:a|an|one) (?:whole |full )?(?:week|month))(?: (?:late|later|overdue|behind|delayed|to (?:arrive|deliver|get here|come))(?![a-z]))|(?:only|just) (?:took|waited)(?: (?:me|us|you))? (?:\d{1,2}|a|two|three|four|five|six) (?:weeks?|months?|days)"
)
"""Beside praise, a wait that nobody praises: "真快啊，才用了九天"."""
_TIME_AT_END: Final = re.compile(
    r"(?:半个?|[一二两三四五六七八九十几好\d]{1,2}个?)(?:多|半)?(?P<unit>月|礼拜|星期|周|年)(?:多|半)?(?:了|吧)?$"
)
_WAITED: Final = re.compile(r"等|才|拖|磨|慢|走|[没未]到|[没未]收到|路上|(?<![好很极])久")
_USED_FOR_YEARS: Final = re.compile(r"用了[^年]{0,12}年")
_OF_CUSTOM: Final = re.compile(
    r"用|合作|住|[一常]直|老(?:客户|顾客|用户|主顾)|会员|光顾|寄|收件|认识|打交道|服务了|选你"
)
"""Years of custom are no wait: "一直用你们家，满意，十年了"."""
ASKS_MARK: Final = re.compile(
    r"(?:选|打|回复?|按|填|发|是|评|算|为)(?:几(?=$|[ ,。!?呢啊呀才是]|合适|好|号|分(?!钟))|哪一?(?:个|项|条)(?=$|[ ,。!?呢啊呀才是]|合适|好))|[1-4](?:[系是]咪|是不是|是否|算不算|[系是]唔[系是])|(?:哪一?个|几)(?:号|分|项)?(?:是|算|代表|为|才是|表示|数字)|[1-4][^,。!?1-4]{0,3}[是系][^,。!?]{1,8}(?:还是|定系?|抑或)|满意[^,。!?]{0,2}是(?:几|哪|多少)|几分(?:最|算|是|满|才)|(?:最高|满分)是?几|[1-4][^,。!?1-4]{1,6}还是[1-4]|不?满意[,]?还是|(?:满意|好)还是(?:不|差)"
    r"|(?<![a-z])which (?:one|number|option)?(?: is| means| for| do)|what (?:number|option) (?:is|for)|is [1-4] (?:the )?(?:good|bad|best|worst|top|highest|lowest)"
)
"""Which mark means what: "哪个是最好", "满意选几"."""
ASKED_BACK: Final = re.compile(r"[^,。!?]{1,12}\?{1,3} ?(?=[^ ?!])|[^,。!?]{1,12}(?:吗|么)[,? ]{1,2}(?=[^ ?!])")
"""The mark itself asked back, and more behind: "satisfied? are you kidding", "满意？呵呵"."""
_REASONS: Final = re.compile(
    r"[没冇不](?:话|说|讲|是)?要?退订|唔该|别(?:的|处|家|人|墅)|特别|告别|要不[然是]?|不如|不然|不好意思|不客气|不错(?=[,。吧啊]|$)|(?:家里|屋头|屋企|家|屋里)?(?:都|也|一直)?[没冇]得?有?人|[不没唔冇](?:喺|在|住)(?:家|屋企|本市|市区|原址|老地方|原来那|那儿|那里|本地|这边|这里|这儿|那边|单位|公司|市里|国内|学校|宿舍|那|这)?(?:了|里)?|不(?:怎么|太|是很)?(?:着)?急(?:着|用)?|[不唔]方便|[没冇][空时功工]{1,2}[间夫]?|没在"
    r"|(?:暂时|今天|先|就|也|都|这几天|最近|明天)?(?:别|不用|不要|不必|不想|不需要?|不|唔使|唔好|唔要|莫|甭|勿)(?:急着|再|着急)?(?:今天|明天|后天|周末|早上|上午|中午|下午|晚上|夜里|现在|这么早|太早|太晚|大早上){0,2}(?:给我|帮我|麻烦)?(?:上楼|上门|派送|派件|派|配送|送来|送货|送|暂存|hold|keep|deliver|存|转寄|转|预约|约|放(?!心)|动|退回去|退回|退|扔|丢|打电话|打|寄|来|拿|取|搬|跑|等|催|管|麻烦)"
    r"|(?:搬|拿|扛|提|抬|下|走|回|赶|取|去|来|收|接|爬|出|开|抽|动|脱)不(?:动|了|上|下|来|去|回来|开|开身|及|到|到家)|(?:能|可|行|得|好|方|要|是|会)(?:不|唔)(?:能|可以?|行|得|好|方便|要|是|会)|(?:腿脚?|脚|腰|身体|身子|眼睛|膝盖|行动|手)(?:都|也|有点|实在)?不(?:太|大|怎么)?(?:好使?|便|方便|利索|灵便|得劲|行|舒服|中用)|身体不(?:好|便|适|舒服)|不舒服|不(?:是|选|要)(?=暂存|转寄|预约|退订|[1-9])|不清楚|不知道|不认路|不认识路|不会(?:用|开|弄)(?:柜|快递)"
    r"|(?:别|不要|不能|勿|莫)(?:交|让|递|转交|托|拿)(?:给|到)?[\u4e00-\u9fff]{1,4}(?=[,。!? ]|$)|(?:今天|今日|今晚|现在|暂时|这两天|最近|明天)(?:都|就|也|先)?不(?:收|拿|领|取|在)|(?<![\u3400-\u9fff])(?:我|人|他|她|家人|老公|老婆|家里)?(?:还|都|也)?[没未](?!说|让|叫|要|想|同意|打算|必要)[^,。!?]{1,5}(?=,)|[没未](?:下班|到家|回来|回家|放学|上班|起床|买|收到|拿到|取到|搬)|忘(?:了|记)|(?:暂存|转寄|预约|上门|存|转)(?:就|都|也|我)?(?:不要|不用|不必|不选)了?|不算(?:数)?|不对|不是这个|不小心|没事|没关系|没问题|不远|不行(?=[?,。就]|$)|不行不行|不[多少]|不住|不送(?:了)?|不存(?:了)?|不转(?:了)?|不约(?:了)?|不预约(?:了)?|不暂存(?:了)?|不转寄(?:了)?|不等(?:了)?|唔(?:存|转|约|送|寄|放|嚟|去)|不用了(?=,)|(?:不是|不会|并非|没有?说)不(?:要|想要?|收)的?|不是(?=要|想|说)|没说要?|免(?=暂存|转寄|预约|上门)|不许退|不能(?:收|取|拿|来|去|签)|没法(?:收|取|拿|来|去|签)|无法"
)
"""Negations that give a reason for a wish or refuse another option; any other one beside a wish makes it unsure."""
_LEFT_OVER: Final = re.compile(
    r"(?:算了|免了|作罢)[吧啦了!。 ]{0,3}$|费事|([好行是])是\1|就是太|边个|做咩|点解|为什么|为啥|干嘛|[不没冇唔莫甭勿未]|别(?!$)|几时(?:话|说|讲|要)|何(?:时|曾|必)|谁(?!在|收|来|取|都)|[个见]鬼|个屁|什么时候(?:说|同意|要|答应)|哪(?:有|里要|里说|能)|凭(?:什么|啥)|又(?:要|让|叫|逼)我"
)
_REASONS_EN: Final = re.compile(
    r"(?<![a-z])(?:no wait|oh no|no,|no sorry|no (?:redirect\w{0,3}|hold\w{0,3}|stor\w{1,3}|visit|delivery|forward\w{0,3}|pick ?up)(?: is| was)?(?: needed| required| necessary|,| and| but|$)|rather not|(?:im|i am|we are|were|ill|i will|nobody|no one|noone|theres|there is|is|be|be back|will|wont be|not going to be) (?:not |wont |no one |nobody )?(?:be )?(?:home|in|around|there|here|available|free|able|at home|back|able to)|not (?:at )?(?:home|in|around|there|here|urgent|today|now|yet|this week|tomorrow|available|free|until|till|in a (?:hurry|rush))|no (?:one|body|rush|hurry|need|problem|worries|time|lift)|nobody|cant (?:be|make|get|come|take|receive|collect|carry|wait|pick|sign|go|do (?:today|tomorrow))|(?:dont|do not|no need to|not|wont|cant) (?:cancel|stop|need|deliver|send|bring|come|hold|keep|store|forward|redirect|book|leave|drop|ring|knock|call|return|live|want (?:it|you|to wait)|worry|mind|have time|put|throw|lose|forget)|not the (?:office|house|old|address)|no longer (?:live|work|at|there)|wont (?:fit|be (?:home|in|there|back|around|able|here)))"
)
_LEFT_OVER_EN: Final = re.compile(
    r"(?<![a-z])(?:not|no|never|dont|doesnt|didnt|wont|wouldnt|isnt|aint|nobody|cant|hardly|as if|who (?:said|told|asked)|why|again\?)(?![a-z])"
)

GIVEN_UP: Final = re.compile(
    r"(?:(?<![1-9])(?:不|唔)(?:想)?要(?:了|啦|喇|咯|咧|咗)|(?<![a-z])(?:dont|do not|no longer) (?:want|need) (?:it|this|them)(?: any ?more| now)?)(?=[,。!?.;~ ]|$)"
)
"""The parcel itself is given up: "你们自己留着吧我不要了"."""

SENT_BACK: Final = re.compile(
    r"(?<![不别没莫甭勿无早晚撤后倒辞消未好唔使])(?<!不用)(?<!不要)(?<!不能)(?<!不想)(?<!不会)(?<!没有)退(?:货|款|钱|单|掉|回去?|件|了)?(?:算了)?[了吧啊呀啦]{0,2}(?=[,。! ]|$)|(?<!不要)(?<!没)退(?:货|款)(?=[,。!]|$)"
    r"|(?<![a-z])(?:(?:want|like|need|going|have) to return|(?:want|need) (?:a|my) (?:refund|money back)|refund me|send it back)(?![a-z])"
)
"""It shall go back: "先别送，我要退"."""
THREATENS: Final = re.compile(
    r"(?:(?:送|派|收|拿|来)?不(?:到|来|送|派)|没(?:到|送|来|收到)|(?:送|收|到)不了)(?:货|件)?(?:的话)?[,]?(?:我|那)?(?:就|马上|立刻|直接)(?:走|退|投诉|举报|不要|拒收|取消|算了|不收|差评|报警|找)"
    r"|(?<![a-z])(?:or (?:else )?(?:i|ill|im|i will)|otherwise (?:i|ill|im)) (?:will |am |going to |gonna )?(?:cancel|complain|refus|return|report|want a refund|call the police|want my money)"
)
"""A time by which it must come, or else: "今天送不到就退款"."""

_OWN: Final = {
    "hold": re.compile(r"[不别甭莫](?:要|用|想)?(?:暂)?存"),
    "redirect": re.compile(r"[不别甭莫](?:要|用|想)?转"),
    "schedule": re.compile(r"[不别甭莫](?:要|用|想)?(?:预)?约"),
}
"""The wish itself refused: "暂存？不存不存"."""


def waited_long(tight: str) -> bool:
    """Whether a wait stands beside praise that nobody praises; a time at the end is one unless it is one of custom."""
    if (wait := LONG_WAIT.search(tight)) and not _USED_FOR_YEARS.fullmatch(wait.group()):
        return True
    ended = _TIME_AT_END.search(tight)
    if ended is None:
        return False
    if _WAITED.search(tight, 0, ended.start()):
        return True
    return ended["unit"] != "年" and _OF_CUSTOM.search(tight) is None


def leaves_unsure(tight: str, meaning: str = "") -> bool:
    """Whether a negation or a rhetorical word is left beside the wish `meaning` when the reasons that people give are taken out."""
    if meaning in _OWN and _OWN[meaning].search(tight):
        return True
    if _LEFT_OVER.search(_REASONS.sub(" ", tight)):
        return True
    return _LEFT_OVER_EN.search(_REASONS_EN.sub(" ", tight)) is not None
