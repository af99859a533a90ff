"""Short answers to what was asked: yes, no, thanks, and the wishes that the shipped menus offer.

Sources: the shipped flows' menus, everyday Mandarin, Cantonese, Sichuan and north-eastern wording, English texting habits. The example
column shows the row in a reply.
"""

from __future__ import annotations

from typing import Final

from bot.core.understand.rows import rows

YES: Final = rows("""
好嘟(嘟)?(呀|的)?  好嘟
照(此|这个|这样|您说的|你说的|计划|旧)(办|办理|来|做|送)?(吧|就行|即可)?  照此办理
(时间)?(不冲突|没冲突|不耽误|不影响)(的)?  不冲突
(yass|yasss|yassss|yas|yus|yesss|yessss|yess)  yasss
(that|thatll|it|this) (will|ll|would|should|works|does|ll) ?(do|be (fine|ok|good|great|perfect)|just fine)  that will do
(i )?(cant think of|cannot think of|dont have|dont see|have no|see no|no)( any| a)? (reason|reasons|grounds) to (object|disagree|refuse|say no)  can't think of a reason to object
(mei|mo) ?shi( er)?( de| la| ba)?  mei shi
(我)?(一点|一点点|一点儿|半点|丝毫|任何|啥|什么)?(意见|异议|问题|毛病|反对意见)(都|也)?(没|没有|冇|木有)  一点意见没有
(同yi|tong意|同意le|收dao|shou到|可yi|ke以|没wen题|知dao|zhi道|que认|确ren)(了|的|啦)?  同yi
(成交|拍板|能成|行咧|中咧|妥妥哒|妥当|稳妥|稳当|稳稳的|没二话|冇话讲|冇话说|就这么说定|就这么愉快地决定|那敢情好|敢情好|敢情|再好不过)(了|啦)?  成交
(木|米|么|莫|冒|么得|莫得|木得|冇得|没得|木有|米有|冒得|么有|莫啥|木啥)(问题|毛病|意见|说的|讲的)  米问题
(口以|口以的|可有|可倚|阔一|可移|科以|可已|磕以|可yi|好de|行de|可以de|合适de|好滴呀|豪的|毫的|号的|昊的|嚎的|好低|好地|好哟|好撒|好噻|好喂|好勒您|得咧|得来|得味|得哒|欧啦|欧拉|哦啦|ok了|ok哟|ok捏|ok滋|okk的|okok的|okde|ok de|ok ba|okba|奈斯|nice的|no问题|没problem|没问题ok)  口以
(求之不得|正合我意|再好不过|巴不得)(啊|呢|了)?  求之不得
(i )?(dont|cant) see why not        dont see why not
(不碍事|不影响|不耽误|不打紧|没影响|碍不着)(的|啥)?  不碍事
(네 확인했습니다|네 알겠습니다|네 감사합니다|はいお願いします|はい、お願いします|はい了解です|お願いします|oui c ?est bon|c ?est bon|ça me va|ca me va|oui d ?accord|ja passt|passt|ja gerne|geht klar|sí perfecto|sí claro|me viene bien|está bien gracias|да конечно|да удобно|удобно|sim pode|pode ser|sì va bene|vâng được|ya boleh|ได้ครับ|ได้ค่ะ|โอเคครับ|โอเคค่ะ)  네 확인했습니다
(同意します|同意しました|了承しました|承知しました|かしこまりました|確認しました|受け取りました|동의합니다|동의해요|맞습니다|맞아요|받았습니다|확인했어요|estoy de acuerdo|sí estoy de acuerdo|confirmo|recibido|je confirme|bien reçu|reçu|ich bestätige|einverstanden ja|erhalten|concordo|confermo|ricevuto|подтверждаю|получил|получила|đã nhận|đã nhận được|xác nhận|sudah terima|diterima|ได้รับแล้ว|รับทราบ|ยืนยัน)  同意します
(괜찮아요|괜찮습니다|네 괜찮아요|네 좋아요|가능합니다|가능해요|はい大丈夫です|はい、大丈夫です|問題ありません|大丈夫|結構です|オッケー|いいよ|うん|perfecto|de acuerdo gracias|vale gracias|ok gracias|oui merci|ok merci|ja danke|ok danke|да спасибо|хорошо спасибо|ok obrigado|va bene grazie)  네 괜찮아요
(安排|安排上|安排起来|快安排|就这么安排|就这样安排|啱啱好|啱好|啱晒|哦|噢|喔|哦哦|噢噢|得嘅|系咁|冇所谓|无问题|好嘅|好啊|好哇|好欸|好耶|好叭|好哦|欧克|欧了|欧k|奥克|okk|okay呀|ok啦|ok的|ok啊|ok哒|ok好的|可以啊|可以哒|可以可以可以|当然行|行啊|行呀|行吧行吧|中中中|要的要的|管管|管用|有滴|是啊|是呀|是是是是|对呀|对啊|对的对的|嗯啊|嗯哼|嗯行|嗯好|嗯可以|嗯对|嗯是|没意见的|我没意见|我没问题|我方便|我有空|我可以|我行|我ok|我愿意|愿意|乐意|应该可以|应该行|应该没问题|差不多|都可以|都行|都ok|随时都可以|完全可以|绝对可以|百分百|准了|批准|通过|妥妥的|没得问题|莫得问题|要得要得|巴适|阔以阔以|可可可|阔以的|克以|可行|可以接受|能接受|接受|能行|能|会的|有|有的|在呢|在的呢|有人在家|有人收|家里一直有人|到时在家|那时在家|那个点在家|时间合适|时间可以|时间没问题|这个时间可以|这个时间行|这个点可以|这个点行|这个时间正好|就这个时间|这个时候可以|就这个点|确认时间|确认派送|确认收到|确认知晓|确认同意|确认参加|按时到|准时到场|立刻到|立马到|马上去|已读|已看|已看到|看到了|看到|看见了|已了解|已明白|已知道|已知晓|知晓|获悉|敬悉|奉悉|已获悉|照收|签收|已签|1已收到|知道啦|晓得咯|晓得喽|收到谢谢|1确认|懂|懂的|明|白|明白收到)(了|的|哈|啦|呢)?  这个时间可以
(y|yy|yyy|yes!|yes ok|yes i agree|yes i do|yes i did|yes it was me|yes it is|yes that is fine|yes thats right|yes correct|yes confirmed|yes i confirm|yes i will|yes i am|yes of course|yes sure|yes no problem|ya ok|ok sure|ok fine|ok great|ok good|ok thats good|ok confirmed|ok confirm|ok i agree|ok got it thanks|okay fine|okay sure|okay great|all ok|all fine|its a yes|thats a yes|a yes|yes from me|totally|for sure|surely|indeed|true|that is correct|that is right|that is fine|thats me|it was me|with my consent|with my permission|i gave permission|i allowed it|i agreed|i did agree|i did|i authorised it|i authorized it|i asked for it|i am aware|im aware|aware|i know already|known|seen|read|checked|copied|10 4|aye aye|yes sir|yes boss|ok boss|will attend|ill attend|i will attend|attending|coming|ill come|i will come|count me in|on my way|will be there|present|here)  it was me
(good|great|fine|perfect|nice|cool|ok|okay|suitable|convenient|works|excellent|lovely|brilliant)( time| slot| one| choice| for me| with me| by me| to me| then)  works for me
(ok|okay|yes|sure|fine|good)( thanks| thank you| cheers| ta| thx| please| pls| then| mate| dear)  ok thanks
(sí|si|claro|de acuerdo|bueno|está bien|esta bien|d'accord|daccord|dacord|bien sûr|ça marche|genau|einverstanden|in ordnung|gut|va bene|certo|d'accordo|certamente|tudo bem|tá bom|pode ser|хорошо|ладно|согласен|согласна|подтверждаю|договорились|はい|わかりました|了解です|了解しました|大丈夫|大丈夫です|いいです|いいですよ|オーケー|네네|예|좋아요|좋습니다|알겠습니다|확인|확인했습니다|동의합니다|vâng|được|đồng ý|ừ|có|ya|baik|setuju|boleh|oke|iya|ใช่|ได้|ตกลง|โอเค|نعم|حسنا|موافق|हाँ|हां|ठीक है|oo|opo|evet|tamam|tak|ano|igen)  d'accord
(好|好好|好好好|好的好的|好滴|好嘞|好哒|好咧|好滴好滴|好呀|好勒|好嗒|好吖|好喔|妥|妥了|妥妥)(的|呢)?  好的
(很好|都好|也好|还好|就好)           也好
(行|行行|行行行|可以|可以可以|可|可可|没问题|冇问题|无问题|中|成|得|得啦|得咗|要得|管|中嘞|阔以|可以滴|行嘞|行的|ojbk|木问题|没毛病|问题不大)(的)?  没问题
(是|是是|是的|是滴|系|系啊|系嘅|对|对对|对对对|对头|对的|没错|冇错|正确|嗯|嗯呢|嗯嗯|嗯嗯嗯|恩|恩恩|嗯呐|唔|诺|必须|必须的|当然|当然可以|肯定|一定)(的)?  是的
(确认|确定|确认收|确认过|确认没问题|已确认|我确认|确认无误|同意|我同意|都同意|完全同意|赞成|认可|合适|很合适|挺合适|正合适|刚好|正好|刚刚好|方便|方便的|有空|有时间|在家|我在家|在的|有人|有人在|家里有人)(的)?  确认
(知道|知道的|知道了|晓得|晓得了|了解|明白|清楚|懂了|清楚了|明了|已知|已知悉|知悉|已阅|已阅知|收悉|已收悉|阅|悉)(的)?  知道了
(收到|已收到|收到收到|收到收悉|收到明白|收到确认|收到啦|收|收到哈|已收|收到通知|收到消息|收到短信|收到信息|收到提醒|通知收到|消息收到|短信收到|信息收到|我收到)(了)?  收到
(遵命|得令|遵旨|领命|保证完成任务|保证到|准时到|准时参加|一定到|我会去|我会到|参加|到位|马上到|我去|ojbk|在岗|照办|照做|执行)  得令
(没意见|没有意见|无意见|没异议|没有异议|无异议|冇异议|毫无异议|不反对|没啥意见|没什么意见|没得意见|没什么问题|没啥问题|没有问题|无异)  没有异议
(就这样|那就这样|就这么定|就这样定|按这个|就按这个|按你们的|听你们的|听你的|照旧|按计划|按时送|按时派送|准时送|到时送|那就来|那就送|来|送来|送|派送|送过来|过来|来送)(吧|了|来)?  就这样吧
(👍|👌|✅|☑|✔|🆗|ok|👍👍|👍👍👍|🙆|🙆‍♀|💯|👏|🫡|✌|🤝)  👍
(一|1)?言为定                       一言为定
(yes|yse|yas|yess|yesss|yeah|yea|yep|yup|yup yup|ya|yah|yap|ye|aye|y|si|sí|oui|ja|da|да|sim|はい|네|예|ja bitte|hai|vale|ок|okay|okey|okie|okies|okk|kk|k|oki|o k|ok ok|okok|okay ok|okey dokey|ook|okey doke|oke|okeh)  Yes
(yes|yeah|yep|ok|okay|sure)( |, )(yes|sure|fine|ok|okay|good|great|cool|thats fine|thats ok|thats good|thats great|it is|i do|i agree|i confirm|confirm|confirmed|correct|that works|works|works for me|sounds good|no problem|it works|it is ok|go ahead|do it|of course|i am|i will|ill be there|ill be home|im home)  Yes, that's fine
(sure|sure thing|of course|definitely|absolutely|certainly|correct|right|exactly|affirmative|confirm|confirmed|i confirm|confirming|agree|agreed|i agree|i do|fine|alright|all right|all good|good|great|perfect|cool|nice|sounds good|sounds great|sounds fine|works|works for me|that works|that works for me|it works|no problem|no prob|np|no worries|no issue|no issues|no objection|no objections|go ahead|please do|roger|roger that|copy|copy that|noted|acknowledged|ack|understood|got it|got this|received|will do|deal|done|yes it is|thats fine|thats ok|thats okay|thats good|thats great|thats right|thats correct|its fine|its ok|its okay|its good|that is fine|that is ok|suits me|that suits me|ill be home|i will be home|im home|i am home|ill be there|i will be there|im in|on it|10-4|wilco|see you then|see you there|happy with that|fine by me|fine with me|ok with me|ok by me|ok for me|good for me|good with me|good to go|i approve|approved|accept|accepted|i accept|ok got it|ok noted|ok thats fine|well noted|noted with thanks|yes i agree|i dont mind|dont mind|i knew|i know|i know about it)  sounds good
(我)?(已|已经)?(收到|接到|看到|阅读)(了)?(通知|短信|消息|信息|提醒|邮件|指示|安排|内容)(了)?  已收到通知
(okie dokie|okey dokey|okie doke|okidoki|okeydokey|righto|right o|very well|as you say|by all means|why not|with pleasure|my pleasure|gladly)  okie dokie
(已|已经|刚|刚刚|都|我|昨天|早就)?(取|拿|领|提|取走|拿走|领走|取到|拿到|领到|取件|取货|签收)(件|货)?(了|啦|过了|好了|完了|到了|回来了)  取走了
(已|已经)(取|领|拿|提|取件|取货|签收|领取|取走)  已取
(ive |i have |i |already |just |i already )?(collected|picked up|picked it up|collected it|got it already|have it already|fetched it)( it| already| now| today| yesterday)?  already picked up
(not a problem|not a prob|no problems|no probs|not an issue)  not a problem
(i )(do |really |fully |totally |also )?(agree|consent|accept|approve)  I do agree
(im|i am|we are|were) (fine|ok|okay|happy|good|cool|alright) with (it|that|this)  I'm fine with it
""")

NO: Final = rows("""
(可以|行|好|方便|合适)才(怪|有鬼|见鬼)(了)?  可以才怪
哪(里|儿)?(合适|方便|可以|行)了?  哪里合适了
(lol|haha|lmao|ha|hahaha|um|uh|erm|er|oh|god|hell)( |,)?(no|nope|nah)  lol no
(这)?(行不通|不通|走不通|使不得|要不得)(的|啊|呀)?  行不通
(合适|方便|可以|满意)(什么|个啥|啥|个屁|个鬼|个毛|个锤子)(啊|呀|呢)?  合适什么啊
(だめ|ダメ|駄目|無理|いや|嫌)(です|ですね|だ)  だめです
唔(要|领|攞|送|使|需要|使送|得闲)住(喇|啦|先)?  唔要住
(i )?(dun|dont|dowan|donwan|no) ?(want|need|wan)?( it| this| the parcel)?( liao| already| lah| la| leh| lor| anymore| alr)  dun want liao
(i )?(dont|do not|aint) (want|need|use) (no|any|the|a|your) (coupons?|codes?|vouchers?|discounts?)( thanks| thank you| ta)?  don't want no coupon
(都)?唔(啱|合)用                    都唔啱用
(暂时|现在|目前|最近|平时|反正)(也|都|还)?(用不到|用不上|用不着|不需要|不用|不要|不领|没需要|没兴趣|不缺)(了)?  暂时用不到
(不领|不要|不用)(也罢|拉倒|也行|也可以)(了)?  不领也罢
(cant|cannot|can not) be (bothered|arsed|assed)  cannot be bothered
(我)?(就)?(回|选|选择|发|发送|按|打|输入|要)(个)?(大写)?(的)?n  我选N
(reply|send|press|type|text|choose)(ing)? n  reply N
(不|不是|唔系|not|别|不选|不要)( )?y(,|，)?( )?(是|选|要|回|改|而是|改成|but)?( )?n  不是Y是N
(婉拒|谢绝|敬谢不敏|达咩|哒咩|打咩|哒咩哒咩|达咩达咩|不约|心领|心领了|好意心领|好意心领了|你们自己用|您留着)(了|吧)?  婉拒了哈
(唔|不|弗|勿|伐|毋)(用|使|要|领|攞|需)(着|著|到|上)?(了|喇|哉|个|额|哦)?  用唔着
(用|使|要|领)(唔|弗|勿|伐)(着|著|到|上)(了|喇|哉|个|额|哦)?  用唔着
(弗|勿|伐|毋|覅|嫑|表|甭|莫|俺不|侬不|不得)(要|想要|需要|领|用|想领|得要)(了|哉|个|额|咯|喔|嘅|的)?  弗要
(no|without) (a |any )?(coupons?|codes?|vouchers?|discounts?|promos?|offers?)( for me| needed| required| necessary| wanted)?( thanks| thank you| please)?  no coupon for me
(не надо|не нужно|не хочу|не нужен|не интересует|нет не надо|спасибо не надо|не надо спасибо|아니요 괜찮아요|아니요 괜찮습니다|아뇨|아뇨 괜찮아요|됐어요|필요없어요|필요 없어요|안 할래요|안해요|관심 없어요|いりません|要りません|必要ありません|不要です|遠慮します|けっこうです|興味ない|興味ありません|no lo quiero|no quiero|no me interesa|no hace falta|je nen veux pas|pas besoin|ça ne minteresse pas|pas intéressé|kein bedarf|kein interesse|brauche ich nicht|não quero|nao quero|non mi interessa|non voglio|không cần|không cần đâu|không muốn|tak nak|tak mau|tidak mau|tak perlu|ไม่ต้องการ|ไม่สนใจ)  не надо
(还是)?留(给|返俾)(需要的|别|其他)?人(吧|啦|了)?  留给需要的人吧
(yeah|yea|ya|yep) (no|nah|nope)       yeah no
(合适|方便|行|好|要得|可以|满意)个(啥|屁|鬼|锤子|毛|铲铲|头)  合适个啥
(没|没有|没得|莫得|冇|冇咩|没啥|没什么|不感)兴趣(了)?  莫得兴趣
(要|领|用|收|买|订|抢)(什么|啥|个屁|个毛|个鬼|毛线)(要|领|用|收|买|订|抢)?  要什么要
(别|莫|不要|不用|唔好|唔使)(来|嚟|过来|上门|送)(了|啦|喇|咯)  别来了
(取消)(这次|本次|今晚的?|今天的?)(派送|配送|送货)  取消这次派送
(not bothered|cant be bothered|couldnt care less|not fussed|no interest|zero interest|not keen)  not bothered
(no puedo|no puedo a esa hora|no me viene bien|no estoy|no estaré|je ne suis pas là|je ne suis pas la|non merci pas là|pas possible|passt nicht|nein passt nicht|bin nicht da|nicht möglich|無理です|無理|都合が悪い|都合が悪いです|いません|不在です|안 돼요|안돼요|안됩니다|불가능|집에 없어요|не могу|не получится|нет дома|меня не будет|não posso|non posso|không được|không có nhà|tidak boleh|tidak ada di rumah|ไม่ว่าง|ไม่อยู่)  no puedo
(全都|全部都?|哪个都|一个都|这些都|三个都|两个都|什么都|啥都|通通|统统)(不|唔)(选|要|想要|需要|合适|考虑|用)(了)?  全都不选
(不|唔)(想)?要(这个|那个|这|该)?(货|件|包裹|快递|东西|订单)(了)?  我不要货了
(return|send back|refuse|reject|take it back)( it| this| the parcel| my parcel)? ?(please|pls|plz|asap|now|thanks)?  return pls
(no need|dont need|not needed?|no longer need) (to )?(deliver|send|come|bring|deliver it|delivery|this|it)( anymore)?  no need deliver
(没|没有)(啥|什么|有)?(要|可|东西要?|快递要?)(寄|买|用|领)(的)?  我没啥要寄的
(我)?(不稀得|不稀的|没需求|没有需求|没这个需求|没这需要|没得需要|免谈|不劳费心|不必费心)(要|用)?(了)?  不稀得要
(你们|你)?(自己)?(留着|留给别人|给别人)(自己)?(用|吧)(吧)?  你们自己留着吧
(hard pass|no use for it|no use for that|no use to me|of no use|keep it|you can keep it|ill skip|count me out|no ta|nah ta|youre alright|nah youre alright|thanks but no|thanks but no thanks|im alright|im all set|all set thanks|im ok thanks|i am ok thanks)  hard pass
(不|没|唔)(缺|稀罕|差|图|贪)(这|那|你|你们)?(个|点|张|些|一张|一个|的)?(优惠|券|钱|便宜)?(的)?  不稀罕
(no estoy de acuerdo|pas d ?accord|je ne suis pas d ?accord|nicht einverstanden|non sono d ?accordo|não concordo|nao concordo|не согласен|не согласна|против|同意しません|いりません|결코 아니|동의하지 않습니다|동의 안|không đồng ý|tidak setuju|ไม่ตกลง|ไม่ยอมรับ|لا أوافق)  no estoy de acuerdo
(n|nn|n/a)                         N
(不想|不愿意?|不太想|没想|不打算|不准备|懒得|没想过)(要|领|取|用|参加|去|来|领取|收|评|评价|买)(了|了吧)?  不想领
(先不|暂时先不|还是不|真的不|我也不|都先不|这次不|下次|下次吧|改天吧)(要|用|领|需要)?了?  这次不用了
(no|nope|nah)( |, )(thanks|thank you|thx|sorry|not now|not interested|i dont|dont want it|not really|never|im good|its ok|need|not me|not mine|way)  no thanks
(im|i am|were) good( thanks| thank you)?  I'm good thanks
(not|wont|will not|cant|cannot) (confirm~|agree~|attend~|accept~|come|coming|join~|going|go|make it)  not coming
(maybe|some other|another) (later|time|day|next time)  maybe later
(hell no|heck no|nuh uh|uh uh|no sir|no maam|no!!|nooo~|nop|noo|nein danke|non merci|no gracias|不了不了|不了谢谢|нет спасибо)  non merci
(まちがい|だめ|ダメ|いらない|아니|싫어|không|tidak|ไม่|ไม่ใช่|ไม่เอา|لا|नहीं|ei|nej|nee|nie)  không
(不|不不|不不不|不要|不用|不需要|不必|不可以|不行|不得|不成|不中|不了|不可|不方便|不太方便|不合适|不太合适|不大合适|不同意|不愿意|不接受|不确认|不是|不对|不好|不想要|不想|不去|不来|不参加|没空|没时间|没得空|冇时间|冇空|没人|家里没人|家里没有人|家里冇人|没有人|不在|不在家|人不在|我不在|我不在家|我没空|我没时间|唔得|唔好|唔要|唔使|唔系|唔同意|唔得闲|唔喺屋企|唔方便|否|拒绝|拒收|我拒收|算|算了|免了|作罢|罢了|别|别送|别来|先别|先不要|先不用|暂时不用|暂时不要|暂不需要|暂不|用不着|用不到|甭|没兴趣|不感兴趣|没需要|不需要了|无需|无须|都不要|都不用|都不行|都不|都不选|都不是|一个都不要|全都不要|取消|取消吧|取消订单|不领|不要领|没必要|去不了|来不了|到不了|有事|有事去不了|请假|要请假|在外地|我在外地|不在本地|出差|出差中|我出差了|在上班|上班呢|上班没空|赶不上|来不及|不得空|没得空|放弃|我不要|这个点不行|这个时间不行|时间不合适|时间不对|时间不行|这个时间不合适)(的|哈)?  不用了
(不同意|不认可|有异议|有意见|有问题|反对|不认|未经我同意|没经过我同意|没经我同意|没同意|没有同意|我没同意|没授权|未授权|不知情|我不知情|不认识|没让|我没让)  有异议
(👎|❌|🙅|🚫|✖|×|🙅‍♀|🙅‍♂|⛔)  👎
(no|nope|nah|nay|na|noo|nooo|non|nein|нет|não|nao|いいえ|아니요|아니오|no no|no way|no thanks|no thank you|nothanks|not really|not now|not today|not ok|not okay|not good|not suitable|not convenient|not available|unavailable|not home|not at home|not in|not for me|not interested|not needed|not necessary|no need|neither|none|none of them|none of these|none of the above|not at all|negative|decline|declined|i decline|refuse|refused|i refuse|reject|rejected|disagree|i disagree|i object|object|objection|i dont agree|dont agree|do not agree|i do not agree|i dont want it|dont want it|dont want|i dont want|i dont need it|dont need it|dont need|not agreed|not confirmed|no can do|cant|cannot|i cant|i cannot|cant do|cant make it|cant do it|cant do that|wont work|doesnt work|does not work|that doesnt work|that wont work|doesnt work for me|wont be home|wont be there|wont be in|i wont be home|i wont be there|ill be out|im out|im not home|im not in|im not available|im not there|im not at home|im away|im at work|im busy|busy|out of town|nobody home|no one home|nobody is home|no one is home|nobodys home|nobody will be home|no one will be home|no one there|never mind|nevermind|nvm|forget it|forget about it|cancel it|skip|skip it|pass|no comment|i have an objection|i have objections|not my signature|i didnt agree|i did not agree|i never agreed|didnt agree|without my permission|without my consent|not with my consent|bad time|wrong time|not a good time|not happy with that|i do not|i dont|absolutely not|certainly not|definitely not|of course not|hell no|dont|dont come|dont bother|no not ok|no i dont|no i do not|no i didnt|no im not|no not home)  no thanks
i? ?(refuse|reject|decline) (it|this|the parcel|delivery|the delivery|to|the package|that)  I refuse it
(不要|别|不用|不想|不)(再)?(给我)?(发货|寄|寄货|发件|买)(了|啦)  不要给我发货了
i? ?(dont want|no longer want|dont need|no longer need) (it|this|that|the parcel|my parcel|anything|them)( anymore| any more| now| at all| no more)?  don't want it anymore
(sorry|no sorry|unfortunately|afraid)( |, )(i cant|cant|no|not|i cannot|not possible|im not|i wont|not this time|im afraid not|im out|im busy)  sorry I can't
(退|退货|退回|退件|退掉|退了|退回吧|退回去|寄回去|退回原处)(吧|了|给他|给商家|给卖家)?  退回吧
(不收|不签|不签收|不要收|不接收)(快递|包裹|件|货|这个|这件)?(了)?  不收快递了
(do|no) not (agree|accept|want it)   do not accept
(not then|unable|unable to|not able|not able to|not free|im not free|not around)  not then
""")

NO_TO_OFFER: Final = rows("""
(いえ|いや|いいえ)?(、|,)?(結構です|大丈夫です|大丈夫|いいです|間に合ってます)  大丈夫です (to an offer: no thanks)
(아니요 |아뇨 |저는 )?(괜찮아요|괜찮습니다|괜찮아|됐습니다)  괜찮아요 (to an offer: no thanks)
(no )?(thanks |ta |cheers )?(im|i am|we are|were) (ok|okay|fine|alright|all right|sorted|all set|covered|good)( for now| as i am| without| thanks| thank you| ta| cheers| mate)?  I'm fine thanks
(está bien así|estoy bien( así)?|ça ira|ca ira|ça va merci|passt schon|va bene così|estou bem|tudo bem obrigado|không sao|ไม่เป็นไร|tidak apa|tak apa|не беспокойтесь|обойдусь)  ça ira
""")

UNSURE: Final = rows("""
(either|any|whichever|whatever)(,|.)?( one)? ?(you|u) (decide|choose|pick)( for me)?  Either. You decide
(the )?same (as|like) (last time|before|always|usual|the other day|previous)  same as last time
(唔知|不知道?|不晓得|不清楚|没想好|未谂好)(该|应该|要)?(选|拣|要|揀)(哪个|边个|哪一个|哪种|什么|啥|边样)(好)?(吧|啊|呀|呢|喎)?  唔知揀邊個
(sorry )?(wrong (group|chat|list|team)|i? ?(have |ive )?(left|quit) (the )?(company|job|firm|team)|i? ?(resigned|no longer work (there|here|for you)))( already| last month| last week| long ago)?  wrong group
(随你们?)?(爱|想)(咋|怎么)(着|咋|怎么)(着|地|的|样|办|弄)?  爱咋咋地
(well |ill |we shall |lets |let us |ill just )?(see how|see|wait and see|play it by ear)( it goes| things go| how it goes| what happens| when i get back| on the day| nearer the time)?  we'll see
(i will try|ill try|i can try|trying|ill try to be( home| in| there| back)?|ill try my best|ill do my best|do my best|hopefully|fingers crossed|touch wood|hard to say|hard to tell|cant say|cant say for sure|cant promise|no promises|probably|prob|likely|unlikely|most likely|probably not|possibly not|maybe not|might|might be|may be|might not|could be|tbc|tbd|to be confirmed|50 50|fifty fifty|touch and go|still waiting to hear)  hopefully
(到时候?|临时|那会儿?|当天|晚上|晚点|一会儿?)(再)?(看|看看|说|瞧|定|决定|看情况|看吧)(吧)?  到时候看
(先)?等(我|他|她|家人|老公|老婆|孩子|家里人|他们)?(回来|下班|忙完|商量|确认|问过|定下来|有空|想好)(了|后|之后)?再(说|定|看|回|决定|答复)(你|你们|您)?  等老公回来再定
(i )?(havent|have not|not|hvnt|didnt) (even )?(read|seen|checked|looked at|opened|look at|check|open|read through) (it|this|that|the message|the notice|the text|them)?( yet| properly)?  haven't read it yet
(下次|下回|改天|以后|有机会|有空|回头|过几天)(再说|再领|再看|再来|再用|再考虑|再要)(吧|了|呗)?  下次再说
(先)?等(我|我们|我这边)?(的)?(通知|消息|电话|信儿?|回复|安排|确认|信息)(再说|再定|再来)?  等我通知
哪个(方便|快|合适|好|行|省事|便宜|近)(就|选|就选)?(哪个|选哪个)?  哪个方便就哪个
(you|u) (decide|choose|pick|tell me)( for me)?  you decide
(your|ur) (call|choice|pick)  your call
(问问再说|商量一下|商量商量|我商量一下|回头告诉你|想好再说|想好再回|再考虑|再想想|看情况吧|看看吧|看心情|犹豫中|纠结|两可|哪个都行|哪个都可以|哪种都行|哪个都好|哪个方便选哪个|哪个快选哪个|你定|你决定|你们定|你们决定|听天由命)(吧|啊|呢)?  哪个都行
(不知道|不清楚|不确定|说不准|说不好|不好说|看情况|看看再说|再看看|考虑一下|我考虑一下|我想想|让我想想|想一想|随便|随意|无所谓啦|你看着办|你们看着办|看着办|都不确定|没想好|还没想好|不一定|可能吧|也许|或许|再说|以后再说|到时再说|到时候再说|我问问|我问一下|等等|等一下|等下|稍等|等等看|再等等)(吧|啊|呢)?  随便
(idk|i dont know|dont know|dunno|no idea|not sure|im not sure|i am not sure|maybe|perhaps|possibly|whatever|either|any|anything|it depends|depends|let me think|let me check|ill think about it|hold on|wait|one moment|one sec|hang on|just a moment|undecided|havent decided|up to you|dont care|i dont care|dont mind|whichever|hmm|hm|hmmm|um|uh|er|well)  whatever
(随便|随意)(哪个|哪一个|都行|都可以|什么都行|选|选一个|你|你们|你选|你定)  随便哪个
(等会儿?|等下|回头|晚点|过会儿?|到时候?|之后|改天)(再说|再看|再定)(吧)?  回头再说
(not yet|not just yet|not decided yet)  not yet
""")

THANKS: Final = rows("""
(让|给|叫)?(你们?|您|师傅|小哥)?(费心|受累|受苦|操心)(了|啦|喇)?  你们费心了
(麻烦|辛苦|劳烦|有劳)(小哥|师傅|快递员|快递小哥|老师|兄弟|大哥|你们|您们?|各位|大家)(了|啦|喽)?  麻烦小哥了
谢                                 谢
(3|三|叁)(克油|颗油|克由|q|ks|x|thx)(了|啦|哈|呀|~)?  3克油
(谢谢|谢了|多谢|感谢|感恩|辛苦|辛苦了|谢啦|谢咯|谢谢啦|谢谢你|谢谢您|谢谢你们|谢谢您了|谢谢小哥|谢谢师傅|谢谢客服|谢谢亲|非常感谢|十分感谢|太感谢|太谢谢|感谢感谢|谢谢谢谢|蟹蟹|栓q|3q|三克油|thx|多谢晒|多谢你|唔该|唔该晒|麻烦了|麻烦你们了|麻烦您了|麻烦你了|感激不尽|辛苦你们|辛苦小哥|辛苦师傅|辛苦快递小哥|辛苦快递员|有劳|有劳了|费心了|劳您费心|你们辛苦|小哥辛苦|师傅辛苦|快递小哥辛苦|快递员辛苦|么么哒|爱你|爱你们|赞|棒|真棒|太棒了|服务真好|服务不错|你们真好|不客气)(了|啦|哈|呀|的)?(!)?  谢谢
(🙏|❤|♥|🌹|💐|😘|🥰|😊|😍|🤗|🌷|💕|🎉)  🙏
(thanks|thank you|thank u|thankyou|thanku|thank uu|thx|thnx|thanx|tnx|tks|thks|ty|tysm|tyvm|ta|cheers|much appreciated|appreciated|appreciate it|i appreciate it|many thanks|thanks a lot|thanks a million|thanks so much|thank you so much|thank you very much|thanks very much|thanks again|great thanks|great job|good job|nice job|well done|youre the best|you guys are the best|you are the best|you guys rock|you rock|awesome|amazing|lovely|wonderful|great service|excellent service|love you|love it|bless you|god bless|merci|gracias|danke|grazie|obrigado|obrigada|спасибо|ありがとう|ありがとうございます|감사합니다|고마워요|ขอบคุณ|ขอบคุณครับ|ขอบคุณค่ะ|cam on|cảm ơn|terima kasih|makasih|salamat|arigato|khop khun|shukran|شكرا|धन्यवाद)( (you|so much|a lot|all|guys|everyone|team))?  thank you
""")

THANKING: Final = rows("""
(谢谢|感谢|多谢|辛苦|麻烦了|太好了|服务…好|点赞|表扬|给力|好人|暖心|贴心|唔该|感恩|好评)  快递小哥帮我搬上楼，特别感谢
(thank~|thx|thnx|tks|appreciate~|grateful|cheers|great job|good job|great work|good work|nice work|keep it up|well done|excellent|awesome|amazing|wonderful|brilliant|fantastic|lovely|kind of you|the best)  thanks for the quick delivery
(ขอบคุณ|감사|고마|ありがとう|спасибо|gracias|merci|danke|grazie|obrigad|terima kasih|cảm ơn|شكرا|धन्यवाद|salamat)  ขอบคุณ
(点|赞)(个|一个)?赞                给你们点个赞
赞一个                             赞一个
(love|loved) (it|the|this|your|you)   love your service
""")

AFFIRMING: Final = rows("""
(随便|任意|不管|无论)(啥|什么|哪个|几点|啥子)?(时候|时间|时段|钟点)?(都行|都可以|都好|都成|都中|都)?  随便啥时候
(时间|个钟|钟数|这个点|个点)?(啱啱好|刚刚好|正正好|啱好|正合适|刚好合适)(啊|呀|喎|的)?  時間啱啱好
(ok |okay |yes |great |sure |alright |cool )?(see|c|catch) (you|u|ya|yous)( guys| all)? (then|at that time|at 6.30|at half 6)  see u then
(可以|行|好的?|ok|okay|没问题|方便|成),?(来|到|送|过来|上门)(之|以)?(前|的时候|时)(先)?(给我)?(打|来)(个)?(电话|call)(就行|吧|给我|通知)?  可以 来前打电话
(今天|今晚|今日)(就)?(可以|行|方便|在|在家|没问题|有空)(的)?,(明天|后天|明后天|明晚|其他时间|别的时间|周末)(就|都)?(不行|不在|没空|不方便|不可以|有事)(了)?  今天可以，明天不行
(晚上|傍晚|今晚|夜里|晚间)(我|我们|家里)?(一般|基本|基本上|应该|肯定|一直|通常)?(都|会|也)?(在|有人|在家)(的|呢|家)?  晚上我一般都在
(就)?(按|照|依|按照|依照|照着|按着)(这个|那个|这|那|你们?|您|咱们?|我们?|原来|原定|之前|约定|通知|短信|上面|现在)?(说|定|安排|通知|约定?|写|讲|发)?(好)?(的)?(这个|那个)?(时间|点|时段|时候|计划|安排|钟点|辰光|时间段|来|送)(段|上)?(来|送|派送?|走|办|上门|送来|过来)?(就行|就好|即可|就可以|好)?  按你们说的时间来
(就)?(这个?|那个?|定|选|约|约在)(这个|那个)?(时间|点|时段|时候|时间段|钟点)  就这个时段吧
(keep|leave) (it|that|this|the time|the slot)( at that| as it is| as is| as planned| the same| unchanged| like that)?  keep it as it is
(as|like) (planned|scheduled|arranged|agreed|before|usual|you said|it is|stated|proposed)  as planned
(stick|stay|go|lets stick|lets go|lets keep) (with|to) (that|this|it|the plan|the time|that time|the slot|that slot)  stick with that time
(pop|come|drop|swing|bring it|pop it|send (him|her|it|them)) (over|by|round|around|along|on over|right over|then|tonight|at that time|in|to me|to mine)( then| tonight| anytime| please)?  come over
(that|this|the|it|thats|its|that is|this is|it is|time|that time|this time|the time|that slot|the slot|this slot|6:30|18:30|evening|that)( time| slot| window| one| hour)? (is |will be |would be |sounds |looks |works |suits |seems )?(good|fine|ok|okay|great|perfect|suitable|convenient|works|suits|ideal|cool|alright|all right|me|works for me|suits me|fine for me|good for me|ok for me|fine with me|best)  that time is good
(someone|somebody|there|my wife|my husband|my mum|we|i|ill|well|im|i will|we will|family)( will| is| are|ll)? (be )?(home|in|at home|there|around|available|free)( then| at that time| all evening| all day| tonight)?  someone will be home
(yes|ok|okay|sure|fine|good|great)( |,)(please |pls )?(come|deliver|bring it|go ahead|see you|that|its|it|thats|confirm~|i|ill|im|ill be|the|any)( ~)?( ~)?( ~)?( ~)?  ok see you at that time
(see you|looking forward|cant wait|waiting for you|come on over|bring it on|come then|deliver then|do come|come along)( ~)?( ~)?  see you tonight
(这个|那个|呢个|嗰个|那|这|此|该|你们的?|你说的)?(时间|点|时段|时候|时间段|安排|钟点|钟|时间点)(段)?(是|都|我|挺|很|刚)?(可以|行|得|啱|合适|没问题|ok|方便|好|正好|刚好|能行|适合|在家|有空|有人)(的|啊|呀|哈|了)?  那个时间可以
(works|good|fine|ok|okay|great|perfect|suits) ?(for|with|by)? (us|me|all|everyone)( too| as well)?  works for us
(我)?(家)?(老婆|老公|爸妈|爸|妈|家人|父母|孩子|爱人|室友|阿姨|老人|奶奶|爷爷|家里人)(会|都|一直|那时|到时)?在(家)?(的|呢|等|等着)?  我老婆在家
(准时|按时|到点|到时)(来|送|到|派送|送来|过来)(吧|就行|就好|哦|即可|就可以)?  准时来
(were|we are|well be|we will be) (all )?(home|in|at home|here|available|free)( then| tonight)?  we're home
""")
