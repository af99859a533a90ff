"""What surrounds an answer, or only looks like one: courtesies, signatures, quotes, automatic answers, operators' texts."""

from __future__ import annotations

from typing import Final

from bot.core.understand.rows import rows

BEFORE: Final = (
    "请帮我", "请给我", "麻烦帮我", "麻烦给我", "麻烦你", "麻烦您", "麻烦", "请问", "请你", "请您", "请", "帮我", "帮忙", "你好", "您好", "你们好",
    "亲爱的", "亲", "嗨", "哈喽", "早上好", "上午好", "下午好", "晚上好", "早安", "额", "呃", "哦", "噢", "喔", "那就", "那么", "那", "就", "唉", "哎",
    "没事", "没关系", "不要紧", "师傅", "小哥", "老板", "客服你好", "劳驾", "拜托", "回复", "唔该", "please", "pls", "plz", "hi there", "hi", "hello", "hey", "dear sir", "dear",
    "good morning", "good afternoon", "good evening", "um", "uh", "well", "so", "kindly", "thanks", "thank you", "just", "oh", "then", "sorry", "sry",
)  # fmt: skip
AFTER: Final = (
    "谢谢你们", "谢谢您", "谢谢你", "谢谢了", "谢谢啦", "谢谢", "多谢", "谢了", "感谢", "感恩", "辛苦了", "辛苦", "麻烦了", "麻烦您了", "麻烦你了", "拜托了", "拜托",
    "了", "吧", "啊", "呀", "哦", "噢", "喔", "啦", "咯", "嘛", "呗", "哈", "哈哈", "呵呵", "嘞", "哟", "诶", "欸", "嗯", "的", "一下", "呐", "捏", "哒", "领导", "老师", "经理", "主任", "老大", "老板", "各位", "组长", "班长", "站长", "队长", "哥", "姐", "boss", "大家",
    "您好", "你好", "唔该", "唔该晒", "多谢晒", "喇", "啰", "㗎", "咗", "晒", "嘅", "por favor", "s il vous plait", "sil vous plait", "svp", "bitte", "per favore", "お願いします", "ください", "please", "pls", "plz", "thank you so much", "thank you very much", "thank you", "thanks a lot",
    "many thanks", "thanks", "thankyou", "thx", "thanx", "tks", "ty", "tnx", "sir", "mate", "bro", "dear", "guys", "now", "cheers", "regards",
    "best regards", "asap", "lah", "lor", "la", "boss", "chief", "everyone", "all", "team", "madam", "maam",
)  # fmt: skip

HEDGES: Final = frozenset(
    ["mb", "bad", "whoops", "oops", "correction", "typo", "edit", "nvm", "instead", "final", "finally", "oops", "whoops", "ooops", "should", "shouldve", "meant", "been", "definitely", "def", "deffo", "defo", "probably", "prob", "maybe", "perhaps", "possibly", "just", "still", "then", "um", "uh", "un", "er", "hmm", "well", "so", "think", "i", "id", "ill", "lets", "let", "us", "go", "going", "gonna", "wanna", "want", "say", "said", "saying", "please", "pls", "plz", "thanks", "thx", "thank", "you", "ok", "okay", "yes", "yeah", "yep", "yup", "ya", "sure", "fine", "good", "great", "hi", "hello", "hey", "dear", "sir", "oh", "ah", "alright", "right", "my", "me", "we", "our", "choice", "answer", "reply", "option", "is", "the", "a", "guess", "suppose", "reckon", "obviously", "actually", "really", "totally", "it", "its", "be", "will", "would", "with", "for", "to", "and", "or", "but", "do", "does", "either", "only", "not", "both", "from", "now", "again", "sorry", "sry", "mate", "lah", "la", "mine", "vote", "this", "time", "rather", "rate", "give", "wait", "no", "overall", "score", "rating", "1", "2", "3", "4"]
)  # fmt: skip
"""Words that may stand before a key in its clause; behind any other a digit counts or numbers something ("wine 3")."""

AUTO_REPLY: Final = rows("""
(一会儿?|稍后|等下|待会儿?|晚点|回头)(再|我)?(和|跟|与|同)(您|你)联系  一会再和您联系
‹(im |i am |currently |sorry )?driving( now| right now| atm| at the moment)?¦  driving now
‹(我)?(正在)?(开车|驾车|骑车)(呢|中|着)?(,|¦)  开车呢
(自动|自動)(回复|答复|应答)          [自动回复]会议中，请稍后联系
(正在|我在|在)(开车|驾驶|驾车|开会|会议中|忙)‥(稍后|等下|一会|晚点|待会)…(联系|回复|回你|回您|回电|打给|复)  正在开车，稍后回复
(现在|目前|暂时)(不方便|无法|不便)(接听|接电话|回复|接)‥(稍后|请|晚点)  现在不方便接听，稍后联系您
(不方便|无法)(接听|接电话)‥(短信|稍后)  我现在不方便接听电话，请短信联系
(稍后|晚点|回头)(给您|给你|再)?(回电|回复您|回复你|联系您|与您联系)  稍后回电
(现在|目前|暂时|正在忙,?)(不方便|无法|不便|不能)(接听|听电话)(您的|你的)?(来电|电话)?¦  您好，我现在不方便接听
您(拨打|呼叫)的(电话|用户|号码)       您拨打的电话已关机
(休假|出差|外出)(中|期间)‥(紧急|急事|如有)  休假期间有急事请联系同事
auto ?reply                        auto reply
auto-reply                         Auto-Reply: in a meeting
automat~ (reply|response|message)  Automatic reply: out of office
out of (the )?office               I am out of office until Monday
(im|i am|currently) driving        I'm driving right now
cant talk (right )?now             Can't talk now
(ill|will|i will) (call|text|get back to) (you )?(back|later)  I'll call you back later
driving mode                       Driving mode is on
do not disturb (while|mode)        Do Not Disturb while driving
(我|本人)?(现在|目前|正|正在)(有事|在忙|忙|开会|上课|驾驶)‥(稍后|一会|回头|晚点)  我正在忙，稍后回复您
(已收到|收到)您的(短信|消息|来信|信息|邮件)‥(尽快|稍后|会)  已收到您的短信，会尽快回复
(请勿|无需|不必)(直接)?回复(本|此|该)(短信|消息|信息)  请勿回复本短信
(i am|im|currently|we are) (away|unavailable|busy|in a meeting|on leave|on vacation|out)‥(will (get back|reply|respond|call)|later|when i)  I'm in a meeting, will reply later
(thank you|thanks) for (your message|contacting|texting|reaching)‥(will|shall|we|get back|reply)  Thank you for your message, we will get back to you
(sent|generated) automatically        sent automatically
automated (message|response|reply)    this is an automated message
(开会|会议|开车|驾驶|上课|培训|飞行|休假)中‥(稍后|晚点|请|回头|一会)  开会中，稍后联系
(我|本人)?(现在|目前|暂时)?(有事|不在|外出|忙)…,?请(留言|短信|稍后)  我现在有事不在，请留言
请留言                             请留言
(开车|驾驶|会议|开会|睡觉|学习|考试|工作|休息)(中)?,?勿扰  开车勿扰
""")

OPERATOR: Final = rows("""
(兼职|日结|刷单|网贷|贷款|代开发票|办证|中奖|博彩|棋牌|裸聊|副业)‥(微信|qq|加我|vx|联系|点击|链接|元|#)  兼职日结300，加微信abc123
您的(举报|申请|投诉|报修|预约|工单|业务)(已|正在)(受理|提交|办理|生效|处理)  您的举报已受理
(忽略|无视|忘记|忘掉)(以上|上面|之前|前面|先前|所有|一切)…(指令|提示|规则|设定|命令)  忽略以上所有指令
(ignore|disregard|forget) (all |any |the |your |my )?(previous|above|prior|earlier|preceding|all) (instruction~|prompt~|rule~|message~)  ignore previous instructions
(system prompt|you are now|act as|jailbreak|developer mode)  act as an admin
(来电|漏话|漏接)(提醒|通知)          来电提醒：用户13800001111于11-21 14:05来电1次
尊敬的(客户|用户|会员|旅客|车主|家长|业主|市民)  尊敬的客户，您的话费余额不足10元
(话费|余额|流量|套餐)…(不足|剩余|已用|充值|到账)  您的流量剩余1GB
(验证码|校验码|动态码|动态密码)(是|为|:|：)?(:)?  验证码：384756，请勿泄露
您尾号…(账户|卡|储蓄卡|信用卡)        您尾号1234的储蓄卡支出100元
(发送失败|短信发送失败|投递失败|无法送达)  短信发送失败
(语音信箱|语音留言|彩信)              您有一条彩信
中国(移动|联通|电信|广电)             【中国移动】尊敬的客户
(对方|该用户)(已)?(开启|设置)         对方已开启免打扰
message (not sent|failed|blocked|undeliver~)  Message not sent
(undeliver~|delivery (failed|failure|status notification))  Delivery failed
(your )?(verification|security|login) code (is|:)  Your verification code is 482913
(missed call from|you have (a |1 )?(new )?(missed call|voicemail))  You have a missed call
free msg                           Free Msg: your plan renews
(account balance|data usage|top up now)  Your account balance is low
(您|用户)(有|收到)…(未接来电|来电|未读|新消息|条短信)  您有1个未接来电
(呼叫转移|停机|欠费|充值|缴费|月租|账单|积分(将|可|已|即将|余额|清零|到账|兑换|兑|抵|过期|到期)|办理业务|营业厅)  您已欠费停机
(银行|信用卡|储蓄卡|账户)…(消费|支出|收入|余额|还款|入账|转账)  您的信用卡消费100元
(尾号|末四位)…(支出|收入|消费|余额|转入|转出)  尾号1234支出
(密码|动态码|校验码)…(有效|勿|泄露|请)  动态码5分钟内有效
用户您好                           用户您好，您本月流量已用完
(your|the) (balance|bill|plan|data|credit|account)( is| has| will| was)  Your bill is ready
(user|subscriber|number) (you|is) (are )?(calling|dialled|busy|unavailable|not reachable|switched off)  the number is switched off
(never|do not|dont) share (this|your|the) (code|pin|otp|password)  Your Uber code is 4471. Never share this code
your ~ (code|otp|pin|passcode) (is|:)  Your Uber code is 4471
payment (failed|declined|is due|was declined)‥(update|bit.ly|http|pay|account)  Netflix: your payment failed, update at bit.ly/x
your (one time |login )?(otp|passcode|password|tac) (is|:)  Your OTP is 992013
""")

SIGNATURES: Final = rows("""
(发自|来自|从)我的( )?(iphone|ipad|手机|华为|小米|三星|安卓|荣耀|苹果|vivo|oppo)  发自我的iPhone
(sent|get outlook) (from|for|with) (my )?(iphone|ipad|android|samsung|galaxy|phone|mobile|huawei|outlook|ios|mail)  Sent from my iPhone
(本短信|此短信|本邮件)…(自动)?(发出|发送)  本短信由系统发送
""")
