"""Opting out, opting in and asking for help: the words that the law names, and the phrases that say the same.

Sources: CTIA Messaging Principles 5.1.3 and 47 CFR 64.1200(a)(10) (STOP, QUIT, END, REVOKE, OPT OUT, CANCEL, UNSUBSCRIBE),
Twilio's default keywords (STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, OPTOUT, REVOKE; START, UNSTOP; HELP, INFO), and the
mainland habit of 回T退订 / 回复TD退订 / 拒收请回复R.
"""

from __future__ import annotations

from typing import Final

from bot.core.understand.rows import rows

OPT_OUT_WORDS: Final = rows("""
stop (it|this|that|these|them|those)( please| now| at once| ok)?  Stop it please
(请|麻烦|赶紧|立即)?(停止|取消|终止|关闭|停掉)(发送|推送|这种|此类|这些|所有)?(的)?(满意度)?(调查|问卷|问卷调查|评价邀请|调查短信|评价短信|打分短信)(推送|短信|通知|服务)?(吧|了)?  请停止调查
(do not|dont|never) (text|sms|msg|message|txt|spam)( again| anymore)?  do not text
(yes|yeah|yep|ok|okay|no|nah)( please| pls| plz)? stop  yes please stop
(我)?(就|要|短信|发短信)?(回|回复|选|选择|发|发送|按|打|输入|要|字母)(个|字母)?(大写)?(的)?(t|td)  我要T
(reply|send|press|type|text|choose)(ing)? (t|td)  reply T
(tui|推|腿|退)( |-)?(订|定|ding|ting)     tui订
(取消|停止|终止)(接收|收取|收信)     取消接收
t                                  T
td                                 TD
tdd                                TDD
r                                  R
n退订                              N退订
退订                               退订
退定                               退定 (sounds like 退订)
退汀                               退汀 (looks like 退订)
退丁                               退丁
退订短信                           退订短信
(回复?|发送?)?(t|td|r|n|00000?)退订  回T退订
退订(回复?|发送?)?(t|td|r|n)        退订TD
(回复?|发送?) ?(t|td|r)            回复TD
取消(短信|短讯|简讯|讯息|信息|消息)?(订阅|推送|推广|群发)  取消订阅
全部退订                           全部退订
拒收(短信|信息|广告|推广|所有)      拒收短信
拒绝接收                           拒绝接收
拒收请?回复?r                       拒收请回复R
(arrêtez|arretez|arrête|arrete)     arrêtez (French)
stop                               STOP
stopp                              STOPP
stpo                               STPO
sotp                               SOTP
stop(all| all| it all| now)        STOPALL
unsubscribe(d| me| now| all)?      unsubscribe
un subscribe                       un subscribe
unsub(scribe)?( me)?               unsub
unsuscribe                         unsuscribe
unsubcribe                         unsubcribe
unsubscibe                         unsubscibe
unsubscrib                         unsubscrib
cancel                             CANCEL
quit                               QUIT
end                                END
revoke                             REVOKE
opt ?out( me)?                     OPT OUT
optout                             OPTOUT
opt-out                            opt-out
remove( me)?                       remove me
стоп                               стоп (Russian)
отписаться                         отписаться (Russian)
배신거부                           배신거부 (Korean)
수신거부                           수신거부 (Korean)
arret                              ARRET (French, Twilio's default in French)
baja                               BAJA (Spanish)
parar                              PARAR (Portuguese)
(停止|停发|别发|停送|停止(发送|短信|接收|推送|推广))  停止发送
取消短信  取消短信
(td|t)(谢谢|短信|取消)              TD短信
(回|回复|发)?(td|t)退(订|定)?(谢谢)?  回TD退
不订(阅)?了?                       不订了
退(钉|顶|锭)                       退钉
(désabonner|desabonner|se désabonner|désinscrire|desinscrire|désinscription|arrêt|arrêter|arreter)  désabonner (French)
(abmelden|abbestellen|stopp|beenden)  abmelden (German)
(cancelar|darme de baja|dar de baja|cancelar suscripción|cancelar suscripcion|alto|detener|desuscribir)  cancelar suscripción (Spanish)
(cancelar inscrição|descadastrar|sair|remover)  descadastrar (Portuguese)
(cancella|annulla|disiscrivi|disiscrivimi)  annulla (Italian)
(配信停止|停止して|解除|配信解除|受信拒否)  配信停止 (Japanese)
(수신 거부|해지|구독취소|구독 취소|그만)  구독취소 (Korean)
(hủy|huỷ|huy|dừng|hủy đăng ký|tu choi|từ chối)  hủy (Vietnamese)
(berhenti|batal|tamat)             berhenti (Malay)
(ยกเลิก|หยุด)                       ยกเลิก (Thai)
(отписка|отписать|отмена|отпишите меня)  отписка (Russian)
(الغاء|إلغاء|توقف|قف)               إلغاء (Arabic)
(unsubscribe stop|stop unsubscribe|please stop texting|stop text|stop txt|stop sms|stop txts)  stop sms
(un-subscribe|un-sub|desubscribe|unscribe|unsubsribe|unsubscripe|ubsubscribe|unsbscribe|unsubscribr|unsubsrcibe|unsubsribe me)  unsubscripe
(不|拒绝|停止|不再|不想|不要|不愿)(接收|接受短信|收短信|收信息|接收短信|接收信息|接收广告)  不接收
(移除|删除)(我|号码|我的号码|此号|本号)  移除我
(darse|darme|dar|dame) de baja      darse de baja (Spanish)
""")

OPT_OUT_PHRASES: Final = rows("""
(短信|信息|消息|广告|推送|通知|提醒)(就|都)?(免了|算了|省了|不必了|作罢)(吧|啊|¦|,)  以后短信就免了
‹(no|and no|so no) more( of (this|these|them))?,? (please|pls)¦  2 surveys in 1 week, no more please
(一条|一个|半条)?(短信|信息|广告|消息|推送)(都|也)?(别|不要|甭|莫|唔好)(再)?(来|发|推)(了|我|¦)  以后一条短信都别来
(stop|quit|enough)( w| with| of| wit) (the|these|all the|your|all these|them) (reminders|texts|messages|notifications|alerts|sms|updates|promos|ads)  stop w the reminders
(别|不要|甭|莫|勿)(再)?(往|朝)(我|俺)(的)?(手机|号|这)?(里|上)?(塞|发|推|轰|弹)(了|¦|短信|广告|这)  这种券别往我手机塞了
(别|不要|甭|莫|勿)(再)?(survey|text|sms|spam|message|msg)(我|俺)?(了|啦|¦)  别再survey我了
(停|cut|删|取消|熄)(咗|佢|左|晒)(啲|嗰啲|呢啲|晒啲)?(短讯|短信|讯息|广告|通知|推广)(佢|啦|¦|吧)?  唔該停咗啲短訊佢
no more (‥)?(texts|messages|sms|notifications|reminders|msgs)( please| pls| thanks| thank you)?¦  moved away, no more pickup texts please
‹opt (me )?out(¦|,| of| please| pls)  opt out, I never signed up
‹(i |we )?(hereby )?(revoke|withdraw) (my |our |all )?(consent|permission)(¦| to (text|contact|message|sms|be contacted|receive)| for (texts|sms|marketing|messages))  I revoke my consent
(wipe|erase|scrub|purge|strike|drop|take off) (my|this) (number|phone|mobile|contact|details|name)( off| from)?  Please wipe my number
no (more )?(texts?|sms|messages|msgs)( any ?more| ever| to me)(¦| please| pls)  no texts any more
(短信|sms|msg|msgs|信息|广告|texts)(给我|请|帮我)?(全部|统统|都|全)?(cancel|stop|unsubscribe|停|取消|退)(掉|了|吧|¦|,)  SMS全部cancel，别再来了
(短信|信息|广告|推送|消息|通知|优惠短信)(我)?(一条|一个|半条|啥|什么|统统|全部?|以后)?(都|也)(一条)?(不|唔)(要|想要|需要|想收|收|想看)(了|¦|,)  短信我一条都不要
(不用|不必|不要|别|甭|无需|唔使|不需要)(再)?(给我|用|拿|以|靠)?(短信|简讯|讯息)(来)?(通知|提醒|打扰|骚扰|联系|轰炸)  往后不用短信通知我了
(stop|cancel|end|remove|halt|cease|kill|block) (these|all these|those|all those) (messages|texts|sms|alerts|notifications|msgs)  Please cancel these messages for my number
(不要|不需要|不想要|不用|唔要)(再)?(短信|短讯|信息|消息|简讯)(通知|提醒|推送|服务)(了|啦|喇)  不要短信通知了
(no más|no mas|basta de|ningún|ningun) (mensajes|sms|mensaje|publicidad|textos|promociones)  no más mensajes
(그만 보내|보내지 마|문자 그만|문자 보내지|연락하지 마)  그만 보내세요
(jangan|tolong jangan|stop) (hantar|kirim|sms|mesej|ganggu|kacau)( lagi| mesej| sms| saya)?  jangan hantar lagi
(хватит|перестаньте|прекратите|не надо) (писать|слать|присылать|отправлять|спамить)  хватит писать
не (пишите|присылайте|шлите|отправляйте|беспокойте)  не пишите мне больше
(送らないで|送信しないで|送ってこないで|連絡しないで)  もう送らないでください
(đừng|dung) (gửi|nhắn|gui|nhan)        đừng gửi nữa
(อย่าส่ง|ไม่ต้องส่ง|หยุดส่ง)              อย่าส่งมาอีก
(schreib|schreiben|senden|schicken)( sie)?( mir)? (nicht|nichts|keine)( mehr)  schreiben Sie mir nichts mehr
(non|smettete di|smettila di) (scrivetemi|inviarmi|mandarmi|inviare|mandare|scrivere)( più| piu| sms| messaggi)?  smettete di scrivere
{cut}(你们的?|所有的?|全部|这个|这种|我的|此类)?(优惠|促销|活动|会员|营销|推销|领券)(短信|信息|消息|通知|推送|提醒)  取消优惠短信
(stop|quit|no more|cancel|end|enough)( of)?( sending)?( me)? (all |any |the |these |this |your |those )?(coupon|promo|offer|discount|deal|voucher|junk|advert|advertising|sales|bloody|stupid|damn|silly) (texts?|messages?|sms|msgs?|alerts?|notifications?|spam|emails?)  stop these coupon texts
(para|pare|parad|paren|dejen|deja|basta) de (enviar|mandar|escribir)(me|nos)?( sms| mensajes| mensagens)?  para de enviar sms
(ne |je ne )?(veux |souhaite |désire )?plus (recevoir|de vos|de ces)( de| vos| ces)?( sms| messages| pub| pubs| textos)?  ne plus recevoir
(tui订|tui定|退ding|退d订|推ding)  我要tui订
‹(y|n|回y|选y|1|2|3)?(不对|错了?|点错了?|按错了?|回错了?|发错了?|打错了?|写错了?|更正)(,|。| )?(是|改|要|应该是|改成|我要|回|选|该回|该是)(t|td|退订)¦  Y不对，是T
(no more|stop|quit|stop sending|quit sending|enough)( me)?( of)? (all |any |the |these |your |those )?(coupons?|vouchers?|codes|promo codes?|deals|discounts|freebies|special offers)( please| thanks| thank you| pls| ok| now| already)?¦  no more coupons please
(憋|表|嫑|白)(再)?(来)?(给|跟|往|向|对)?(俺|我|咱|本人)(手机上)?(再)?(发|推|寄短信)(了|咧|啦|哩|¦)  憋再给俺发了
(配信停止|配信を停止|配信を止め|配信停止して|受信拒否|수신거부|수신 거부|отпишите)  配信停止してください
(把|将)(我的?|这个)?(号码?|手机号?|电话|名字|信息|资料)(给|都|也)?(删|移|去|清|拉黑|注销)(了|掉|除|走|吧)…  把我号码删了
(stop|end|cut|no more) (these|this|those|that)( now| please| ok)?¦  pls stop these
(先|都|就|给我)?退了(吧|啊)?,(短信|信息|广告|消息|通知)太(多|烦|吵)  先退了吧，短信太多
{stop}{again}?{tome}?{again}?{send}(这些|这种|这类|此类|那些)(玩意|东西|垃圾|信息|短信)?¦  再也别给我发这些
(短信|短讯|信息|消息|广告|提醒|推送|通知)(都|全|全部|统统|一律)(给我)?(停|关|取消)(掉|了)(吧)?¦  短信都停掉
(短信|短讯|广告|提醒|推送)(给我)?(停掉|关掉|取消掉)(吧|了)?¦  短信停掉
‹(我)?(这就|我就|就|现在|马上)?(回|回复|发|发送|发个|回个)(了)?(t|td|退订)(了|吧)?¦  按你们说的，回T
(stop|quit|no more|cancel|end|turn off|switch off|dont want|disable|mute) (all |any |the |these |those |this |your |my |sending |sending me |getting )?(the |these |your |any |more )?(reminders?|alerts?|text reminders?)¦  please stop these reminders
‹(i )?(want|wanna be|let me) out( of (this|these|it|here))?( please)?¦  i want out
(广告|推广|推销|促销|营销|垃圾短信|垃圾信息)(的|类|短信|信息|类短信)?(就|都|一律|统统|全|还是)?(算了|免了|免谈|不要|别发|不用发|不必发|不要发|不用再?发|停了|停掉|关掉|关了|屏蔽掉|取消)(了|吧|啊|哈|¦)  别的短信可以发，广告就算了
(回|回复|发|打)(了|过)?(#(遍|次|回)|多次|几遍|好多遍|无数次)?…(t|td|退订|stop|r)(了|过)?(,|,?还|,?又|,?怎么|,?为什么|,?咋|,?为啥|,?你们)…(发|收|来|推|没停)  都回了三遍T了怎么还发
(i |ive |already |have )(already )?(replied|sent|texted|typed|said|messaged) (with )?(stop|td|unsubscribe) ?(already|before|twice|three times|# times|many times|several times|multiple times|yesterday|again|and|but|,|¦)  I replied STOP three times why are you still texting
(提醒|短信|推送|通知|广告|消息|信息)(都|全|统统)?(给我|帮我|麻烦|请)(关|停|取消|断)(了|掉|吧|¦)  提醒给我关了
(提醒|短信|推送|广告|推广)(都|全|就)?(关了|停了|关掉|停掉|取消)吧  短信就停了吧
(no more|stop|cancel|block|quit|mute) ?(再|给我)?(发|发送|推|推送|send)?(的|这些|这种|你们的?)?(广告|推广|推销|促销|垃圾|短信|营销|讯息|信息)  no more广告短信
(stop|quit) ?(再|给我)?(发|推送|send|骚扰|打扰)(我|给我|过来)?(了|啦|¦)  stop给我发了
(不要|别|莫|勿|唔好|不想|不用|请勿)(再)?(给我)? ?(push|spam|text|message|msg|sms) ?(我|了|¦)  不要再push我了
(arrêtez|arretez|arrête|arrete|cessez)( de| d)? (mécrire|mecrire|menvoyer|me contacter|les sms|les messages|ces messages|denvoyer|envoyer|denvoie)  arrêtez de m'écrire (French)
ne (mécrivez|mecrivez|menvoyez|me contactez) plus  ne m'écrivez plus (French)
plus de (sms|messages|pub|publicité)  plus de SMS (French)
(no me|dejen de|deja de|dejad de|no) (escrib~|mand~|envi~|contact~|llam~)( más| mas| mensajes| nada|me|¦)  no me escriban más (Spanish)
(hören sie auf|hör auf|horen sie auf)( mir)? (zu schreiben|zu senden|mit)  hören Sie auf mir zu schreiben (German)
keine (sms|nachrichten|werbung)( mehr)?¦  keine SMS mehr
(pare|parem) de (enviar|mandar)~     pare de enviar mensagens (Portuguese)
(stop|quit|no more) (asking|surveying|polling|questioning)( me| us)?( to (rate|review|score|fill|answer|reply|respond|vote|comment)| for (a |my )?(review|rating|feedback|score|opinion))?( it| you| things| this)?¦  stop asking me
(do not|dont|never) contact( me| us)?( again| anymore)?¦  do not contact
(dont|do not|never|stop) keep (sending|texting|messaging|spamming)( me| us)?  don't keep sending me messages
{stop}(再|继续)?{receive}…(短信|短讯|简讯|讯息|信息|消息|广告|推广|促销|推送|营销|垃圾)  我不需要收到此类短信
(dont|do not|never|stop) (send~|text~|message) (me |us )?(anything|any more|anymore|nothing|stuff|things)( else| again| more| anymore)?¦  do not send me anything else
(remove|take|delete|drop|get)( me| my number| this number)? (from|off) (the |your |this |that )?(list|lists|database|system|mailing list|group)  remove from list
退订(了|过)(,|,?怎么|,?为什么|,?咋|,?为啥)(还|又)(有|在|给|发|收|来|是|推)  我昨天就退订了，怎么还有
(短信|短讯|简讯|讯息|信息|消息|广告|推广|促销|推送|营销){stop}{again}?(往|给|向|朝|对|跟)…(发|推|送|传|打)  以后短信别往我这个号发了
(取消|停止|终止|拒绝|不再|关闭|不想|不愿)(再)?(接收|收取|接受|收到|收)(任何|所有|你们的?|这些|此类|贵司)?(短信|短讯|简讯|讯息|信息|消息|广告|推广|促销|推送|营销|通知)  取消接收短讯
(不要|不需要|不想要|唔要|谢绝|不欢迎|拒绝)(这种|这些|这类|此类|你们的?|那种|贵司)(的)?(推销|营销|促销|广告|垃圾|骚扰)?(短信|短讯|信息|讯息|消息|广告|推广|推销)¦  我不想要这些信息
(以后|今后|要求|请|我要|我想|必须|麻烦|现在)(立即|立刻|马上)?(停止|不|不再|拒绝|别再|终止|中止)(接收|接受|收取|推送|发送)(了|吧|谢谢)?¦  我要求停止接收
(把|将)(这|这个|这种|你们的?|我的)?(推送|短信|通知|广告|订阅|短信推送|提醒|短信提醒|消息|推广)…(关|停|取消|退|关闭|断|屏蔽)(了|掉|吧|一下|¦)  把这个推送关了
(knock it off|cut it out|pack it in|give it a rest|enough already|lay off|ease off|back off)( with)?( the| these| your| all the)? (texts?|messages?|ads?|spam|promos?|sms)  knock it off with the texts
(how many times|for the last time|seriously|i repeat|again|once more|i mean it|told you|ok|okay|enough|just|sorry|hey)(,|!| -| )? ?stop¦  how many times, STOP
(stop|quit) (this|these|that|your|the|all this|all the) (rubbish|crap|nonsense|junk|shit|garbage|stupid~|bloody|damn~|fucking|annoying|useless|constant|endless)( texts?| messages?| ads?| spam| promos?| sms)?  stop this rubbish
{stop}{again}?{tome}?{again}?{send}(这些|这种|这类|此类|那些|那种|没用|乱七八糟|没营养|莫名其妙|垃圾)…(的|了|东西|玩意|信息)¦  别给我发这些没用的
(不是|不要|不选|不回|不)y(,| |)?…(是|改|选|回|要|应该是)(t|td)¦  不是Y，是T
{stop}{again}?{tome}?{again}?{tome}?{send}…{texts}  以后少往我手机上乱发广告
{stop}{again}?{tome}?{again}?(群)?(发送|发|推送|推|send|骚扰|打扰|轰炸)(我|这个|这些|此类)?(了|啦|嚟|过来|喇)¦  请勿再给此号推送了
(不再|不想再|不想|不愿|不要|不用|不需要|拒绝|停止|别|唔想|唔要)(再|继续)?(订阅|订)(了|啦|喇|你们)?  不再订阅
(不再|不想再|不要再|拒绝再|唔想再|不愿再){receive}…{texts}  不想再看到你们的优惠
{cut}(你们的?|所有的?|全部|这个|这种|我的|此类|一切|贵司)?(短信|短讯|简讯|订阅|推送|消息|信息|营销|广告|推广){service}?  屏蔽你们的短信
(把|将)(我|本人|我这?号|我电话|这个号|此号|我的号码?|我的手机号?|我的电话)(给|也)?(移除|移出|删除|删掉|删了|删|拉出|踢出|剔除|去掉|拿掉|清除|除名)  把我删了吧
(把|将)(我|本人|这个号|此号|我的号码?|我的手机号?|我的电话)(从|在)…(名单|列表|系统|数据库|群|库|短信|推送|营销|会员)…(移除|移出|删除|删掉|删了|删|拉出|踢出|剔除|去掉|拿掉|清除|除名)  把我从群发名单里踢出
(把|将)我(拉|移|踢|剔|删)出(你们的?|这个)?(短信|群发|推送)?(名单|列表|群)  把我拉出名单
(退出|退了|离开)(这个|你们的?|短信|会员|推送|订阅)?(群发|订阅|推送|短信群|名单|短信列表|列表)  退出短信群
(stop|quit|cease|end|halt|discontinue|terminate|disable|mute|block|turn off|switch off|cancel|no more|deactivate|pause) (all |any |the |these |those |this |your |my |all these |all your |further |receiving |getting |future |promotional |marketing )?(promotional |marketing |sms |text |spam |ad |bulk )?(texts?|messages?|messaging|sms|ads?|adverts?|promos?|promotions?|surveys?|questionnaires?|spam|notifications?|alerts?|offers?|msgs?|texting|marketing|newsletters?|subscription|txts?|communications?|contact)¦  turn off notifications
(dont|dnt|do not|please dont|never|stop) (ever )?(text~|txt~|message|messaging|contact~|spam~|sms|msg) (me|us|this number|here|again|anymore|this phone)  never contact this number
(dont|do not|no longer) (want|wish|need|care) to (hear|receive|get|see|be contacted|be texted|be messaged)( any)?( from| texts?| messages?| ads?| promos?| more| these| this| your| offers?)  I don't care to get any more
(no more|stop with|enough with|enough of|end with|done with) (of )?(this|these|those|the|your|all the|all these)? ?(texts?|messages?|ads?|spam|promos?|offers?|sms|rubbish|crap|junk|marketing)  stop with the ads
(stop|quit) (it )?with (the|these|your|all)( ~)? (texts?|texting|messages?|messaging|msgs?|spam~|sms|promo~|offers?|ads?|adverts?|advertis~|notifications?|reminders?|alerts?|coupons?)  quit it with the promos
(给我|帮我|我要|我想|我要求|要求|申请|请|麻烦|全部|一律|马上|立刻|立即|赶紧|必须|现在就|直接)退订  马上给我退订
退订(了)?(吧|谢谢|一下|这个|此类|所有|全部|你们|这种|该|这些|本|广告|促销|营销|推广|推送)  退订一下
退订(了|过|好几次|多次|#次)?(了)?…(还|又|怎么|为什么)(还|又|在|给我|老|一直)?(发|收到|推)  退订了怎么还发
(已经|早就|都)退订…(还|又|怎么|为什么)  已经退订了怎么还发
(不要|别|勿|莫|不想|停止|请勿|不用|不必|不许|不准|禁止|不可以|唔好|唔使|咪|甭|少|休想|拒绝)(再|继续|老|总|一直|天天|整天|成日)?(来|向我|给我|跟我|同我|给俺|往我手机|往我这|对我|给本人|俾我|比我)?(再|继续)?(群|乱)?(发送|发|传送|传|寄|推送|推|send|骚扰|打扰|轰炸|烦|扰)(…(短信|短讯|简讯|讯息|信息|消息|广告|推广|促销|优惠|通知|提醒|垃圾|营销|活动|东西|msg|sms|message))  不要再给我发这种短信
(不要|别|勿要|勿|莫要|莫|覅|不想|停止|请勿|不用|不必|不许|不准|禁止|唔好|唔使|咪|甭)(再|继续|老|总|一直|天天|整天)?(来|向我|给我|跟我|同我|给俺|俾我|往我手机|往我这)?(再|继续)?(群|乱)?(发送|发|传送|传|推送|推|send)(了|嚟|来|啦|老|哉|撒|咯|喽|过来|给我|俾我|我|过嚟|¦)  别再发了
(再也)?(不要|别|莫|不想|停止|请勿|甭|唔好)(再)?(给我|对我|向我)?(来)?(骚扰|打扰|烦|扰|推销|营销|打广告|群发)我?(了|啦|¦)  别再骚扰我了
(不想|不愿意?|不要|不再|不希望|拒绝|拒|停止|不用|不接受|谢绝|唔想|唔要)(再|继续)?(收到?|接收|收取|接受|看到?)(…(短信|短讯|简讯|讯息|信息|消息|广告|推广|促销|推送|营销|活动|垃圾))  不想再收到你们的短信
(短信|短讯|简讯|讯息|信息|消息|广告|推广|促销|推送|营销)…(不要|别|不用|不必|停|勿)(再)?(给我)?(发|推|送)?(过来|来)?了  短信不要再发了
(把我|将我)(从|在)…(移除|删除|删掉|删了|移出|去掉|取消)  把我从名单里删掉
(把|将)?(我的号码?|这个号码?|我的手机号?)(从|在)?…(移除|删除|删掉|删了|移出|去掉|取消)  把我的号码从名单里删掉
(取消|关闭|关掉|停掉|停止|终止|解除|注销)(我的|所有|全部|这个|这种|你们的)?(短信|订阅|推送|消息|信息|营销|通知|提醒)(服务|推送|提醒|订阅|通知|功能)?  关闭短信通知
(取消|关闭)…订阅                    取消你们的订阅
unsubscribe (me|my number|from|this number|now|please|all|to)  please unsubscribe me
(please|pls|want to|wanna|i|kindly|to|must|just) (unsubscribe|unsub|opt ?out)  I want to unsubscribe
opt me out                         opt me out
(want|like|wish|choose|need) (to )?(be )?(opted|opt|unsubscribed?|removed)( out)?  I want to opt out
(stop|quit|cease|end) (texting|messaging|msging|spamming|bothering|harassing|smsing|contacting|sending me (texts?|messages?|sms|ads?|promos?|promotions?|surveys?|questionnaires?|spam|these|this|those|that|stuff)|sending (texts?|messages?|sms|ads?|promos?|promotions?|surveys?|questionnaires?|spam|these|this|those|msgs?)|(these|this|the|all|your|those|any|all these) (texts?|messages?|sms|ads?|spam|msgs?|notifications?|promotions?|surveys?|questionnaires?|promos?|text messages?))  stop texting me
stop sending( me)?( please| pls)?¦     stop sending
stop messages                      stop messages
stop (texts?|sms|msgs?|spam|ads|promotions?)  stop texts
(dont|do not|never|no longer|please dont|not) (ever )?(text|message|msg|sms|spam|contact|send me|bother|write)( me| us| this number)?( again| anymore| any more| ever| any)?( texts?| messages?| ads?| promos?| sms| promotions?| surveys?| questionnaires?| offers?| spam)  don't send me any messages
(dont|do not|never) (ever )?(text|message|msg|sms|spam|contact|bother|write) (me|us|this number|here)  do not text me
(dont|do not|no longer|not) (want|wish|need|like|care)( to)?( receive| get| any| see| have| more| be)?( receiv~| getting)?( any)?( more| further)?( of)?( these| your| those| this)?( promotional| marketing| sms| text)? (texts?|messages?|sms|ads?|promos?|promotions?|surveys?|questionnaires?|offers?|spam|msgs?|texted|messaged|contacted)  I don't want these messages
no (more|further) (texts?|messages?|sms|ads?|promos?|promotions?|surveys?|questionnaires?|msgs?|spam|offers|of these|of this)  no more texts
(take|remove|delete|drop|get|keep) (me|my number|my phone|this number|my phone number|us|my name) (off|from)( of)?( your| the| this| all| these)?( ~)?( list| lists| database| system)?  take me off your list
(take|remove|delete|drop|get|keep|cut|leave) (me|my number|us|my name) out( of)? (your|the|this|these|all)( ~)? (list|lists|database|system|group|texts?|messages?|mailings?)  leave me out of these texts
(remove|delete|erase) (me|my number|my phone|this number|my phone number|us|my name)( please| pls| now)?¦  delete my number
(cancel|end|stop|terminate) (my |the |this |all )?(subscriptions?|sms|text alerts?|texts?|messages?|notifications?|promotions?)  cancel my subscription
(短信|短讯|简讯|讯息|信息|消息|广告)(都|全)?(不要|别|不用|不许|停止)(了|再)  短信不要了
(不|莫)(要|用|需要?|想)(再)?(短信|短讯|简讯|讯息|信息|消息|推送|广告|推广|促销|营销|通知短信)¦  不需要短信
(以后|今后|往后|从今|从此|再)(请)?(不要|别|不用|勿|莫|甭)(再)?(给我)?(发|推|打扰|骚扰|联系|来)…(了|短信|短讯|简讯|讯息|信息|消息|¦)  以后不用发了
(请|麻烦)?(将|把)?(我)?(的)?(号|号码|手机号|电话|名字|信息)…(从|在)…(移|删|去|除)  请将我的号码从名单中移除
(不再|不想再|不愿再|拒绝再|唔想再|唔要再|不要再|不希望再|不打算再)(收|接|看)(到|收|见)?  不想再收到
(屏蔽|拉黑)(你们|这个号)          拉黑你们了
(拒收|谢绝)(此类|这类|一切|任何|你们|商业|推销|营销|广告)  谢绝推销
(no|not interested in) (texts?|sms|messages?|spam|promos?|promotions?|surveys?|questionnaires?|ads?)( please| thanks)?¦  no texts please
(stop|no more|end) (the |your |these |this |all |those )?(texts?|txts?|text messages?|sms|messages|msgs?|ads?|promos?|spam|notifications?|alerts?|offers?|marketing)  no more sms
(want|need|like|love) (you )?to stop (texting|messaging|sending|these|this|the|getting|receiving|contacting)  I want you to stop texting
(stop|quit) (it )?(sending|texting|messaging|contacting|bothering|spamming|harassing) (me|us|this|these|messages|texts|here)  stop contacting me
(can|could|would|will) you (please |pls )?stop (texting|messaging|sending me|contacting|spamming|these|this|the texts)  can you stop texting me
(lose|delete|forget|erase|remove|drop) (my|this) (number|no|phone|contact|data|details)  lose my number
(do not|dont) (want|wish) to (hear|receive|get|be contacted|be texted)  I don't want to hear from you
(off|from) (your|the|this) (mailing |sms |text |marketing )?list  off your list
(退订|退定)                        我退订
(unsubscribe|unsub)                I would like to unsubscribe
(删除|删掉|移除|注销|去掉|清除|抹掉)(我|我的|这个|本人)(的)?(号码|手机号|电话|号|信息|联系方式|资料|手机)  删除我的号码
enough (with|of) (the |these |your |this )?(texts?|messages?|sms|spam|messaging|texting)  enough with the texts
i said (stop|unsubscribe|td|t|opt out|no more)  I said STOP
(拒绝|拒收|谢绝|抵制)(所有|一切|任何|你们的?|此类|这类|这种)?(营销|推广|广告|商业|促销|推销|垃圾|骚扰)?(短信|短讯|信息|消息|广告|推销|推广|促销)  拒绝营销短信
(不收|不看)(广告|推广|推销|营销|垃圾短信|广告短信)(了)?¦  不收广告
(以后|今后|往后|从今往后|日后)(都|就|也)?(不用|别|不要|无需|不必|唔使|唔好|甭|莫)(再)?(通知|提醒|打扰|骚扰)(我|本人|俺)?(了|啦|喇|咯)?¦  以后不用通知我了
(不|不再|拒绝|不想)(接受|接收)(任何|你们的?|一切|所有)…(短信|推送|通知|广告|信息|消息|营销)  不接受任何推送
(stop|end|cut|kill|quit) (all )?(these|the|your|those|this)( ~)? (texts?|messages?|sms|msgs?|reminders?|notifications?|alerts?|spam)(¦| please| pls| now| ok)  plz stop these pickup texts
(别|不要|勿|莫|甭|唔好|停止)(再|老|总|再给我)(用)?(短信|发短信|信息|发信息|短讯)?(通知|提醒)(我|俺)?(了|啦|喇)?¦  别再短信通知我了
""")

HOW_TO_OPT_OUT: Final = rows("""
(怎么|如何|咋|怎样|怎么才能|点样|哪里|在哪|可以|能不能|可不可以|能|能否|咋样)(可以|才能|能|样)?(退订|取消订阅|取消短信|不收|屏蔽|关闭短信|停止短信)  怎么退订
退订(是什么|什么意思|啥意思|吗|怎么|咋|方式|方法|呢|不了|没用|不掉|有用吗)  退订是什么意思
how (do|can|to|does one|would|should) (i |we |you )?(unsubscribe|stop|opt out|cancel|get off|turn)  how do I unsubscribe
(can|may|could) i (unsubscribe|stop|opt out|cancel)  can I unsubscribe
""")

ANNOYED: Final = rows("""
(stop|quit|enough|no more|dont|done with) (reminding|bugging|pestering|nagging|chasing|bothering|hassling) (me|us)  Took it yesterday, stop reminding me
(怎么|咋|为什么|为啥)(还|又|老|总|一直)(是|在|给我|会)?(在|给我)?发(¦|短信|消息|个|这|广告|过来)  早就退订过了，怎么还在发
(一天|每天|天天|一周|一晚上|一个月)(给我|就|要|都)?(发|推|来)(#|八|上|几|好几|无数)?(十|百|千|万|几|八)?(百|千|万)?(遍|条|次|回|个|封)  一天发八百遍
(天天|成日|整天|成天|每日|日日)(都|给我|就|在|係度|喺度)?(发|推|send)(了|呀|㗎|嘅|,|¦)  成日send
烦唔烦                              烦唔烦呀
(有完没完|没完没了|烦不胜烦|够了没|还有完没完|太频繁|太勤了?|发得太勤)  一天三条，有完没完
(一天|每天|天天|一周|一晚上)#(条|个|遍|次)(短信|广告|信息)?¦  一天三条
(太多|这么多|那么多|好多)(的)?(短信|广告|垃圾短信|信息|推送)(了)?  太多广告了
(短信|广告|信息|推送)(太|实在|真的|也)(太)?(多|频繁|烦)  短信太多
(too many|so many|too much|so much) (of )?(these|this|texts?|messages?|sms|ads?|spam|promos?|notifications?|surveys?)  You send too many of these
(一天|每天|天天|老|总|又|不停|一直|整天|成天)(给我)?(就)?(发|推)(#条|#遍|几条|几十条|短信|广告|个不停|没完|这种|这个|这些)  一天发三条
(消停|省省|安静)(点|会|吧|一点|一会|下)  能不能消停点
(骚扰|垃圾|诈骗|广告)(短信|信息)     骚扰短信，已举报
(别|不要|请勿|少)(再)?(来)?(骚扰|打扰|烦)(我|人)?  别烦我
leave (me|us) alone                leave me alone
spam~                              spam
go away                            go away
(fuck off|piss off|get lost|shut up|bugger off|sod off|f off|stfu)  fuck off
(烦死|烦不烦|烦人|滚|滚蛋|走开|闭嘴|收皮)(了|人|吧|开)?¦  烦不烦
stop (it|that|this|calling|bothering|harassing)  stop it
(enough|no more)¦                  enough
""")

NOT_THE_PERSON: Final = rows("""
(手机号|号码|号|电话)(已经|早就|早|都)?(换|易)(人|主|机主)(了|啦)  这手机号换人了
wrong (chat|thread|group|window|conversation)  my bad wrong chat
‹(我|我们|家里|最近|我最近|我这|这边|我家)?(根本|好像|并|压根|都)?(没有?|冇|没得)(任何|什么|啥)?(快递|包裹|件|货)(啊|呀|的|要收|在路上|要到|哦|呢)?¦  我没有快递
(没有?|冇|从没|从未|没在)(网购|网上购物|下单|下过单|买过?东西|订过?东西|买过?任何|买什么|买啥|订货)  我没网购啊
(i |we )?(dont have|do not have|have no|havent got|am not expecting|im not expecting|not expecting|didnt expect|wasnt expecting) (a |an |any )?(parcels?|packages?|delivery|deliveries|orders?)( with you| coming| on the way| here)?¦  I don't have any parcel
wrong (number|person|guy|phone|contact)    wrong number
(发错|打错|搞错|弄错|认错|送错|寄错|发给错)(了)?(人|号|号码|对象)(了)?  发错人了
(发错|打错|搞错|认错)(了|咗)¦                 你发错了
(不是|唔系|并非|我不是)(本人|机主|王五|收件人|这个人|呢个人|嗰个人|佢|他|她|你要找的人|此人)  不是本人
我不是…(先生|女士|小姐|本人)         我不是王先生
(i am|im|this is|this isnt|thats|its) not (the )?(him|her|me|this person|mr|mrs|ms|right person|owner|guy|one|john|man|woman)¦  I'm not John
(不认识|没有)(这个人|此人|这人)      没有这个人
(换号|换了号|新机主|号码换人|号换了|这号换人)  号码换人了
not my number                      not my number
(you have|youve got|you got) the wrong  you have the wrong number
(不是|唔系|并非)我(的|嘅|买的|订的)(件|包裹|快递|东西|订单|货|邮件)  不是我的快递
not (my|our|mine) ?(parcel|package|order|item|box|delivery)?¦  not my parcel
(didnt|did not|never|havent) (order|ordered|buy|bought) (it|this|that|anything|any|one)  I didn't order anything
not me¦                            not me
(本人|收件人|此人|他|她|这个人|机主)(已|已经|早就|早|都)(搬走|搬家|离职|离开|不在这)  本人已搬走
‹(不|唔)认识(他|她|这人)?¦            不认识
""")

KEEPS_TEXTS: Final = rows("""
(cancel|undo|reverse|ignore) (my|the|that|my last) (stop|unsubscribe|opt out|td)  cancel my STOP
(别|不要|不能|勿|莫|唔好)(再)?(把|给|将|帮)我(的)?(号|号码)?(退订|取消|停)  别把我退订了
(没人|没有人|无人|冇人|谁也没|谁都没)(要|想|说|申请)?(退订|取消订阅)  没人退订
(退订|取消订阅)(了|的|操作)?(,)?(不是|并非|非|不系)(我|本人|机主)(操作|发|点|按|干|弄|要求|的|¦)  退订不是本人操作
(别|不要|勿|莫)(当|以为|觉得|认为|显示)…(退订|取消订阅)  别当我退订了
(不是|并非|唔系|不系)(我|本人|我们|我本人|机主)(自己|亲自|主动|要|想|让你们)?(退订|退定|取消订阅|停的|关的)  不是我退订的
(不记得|不知道|没印象|没想到|怎么会)…(退订|取消订阅)(了|过|的|¦)  不记得退订过
(wasnt|isnt|not) me (who |that )?(unsub~|opted|sent|replied|stopped|texted)  it wasn't me who unsubscribed
(别|不要|勿|莫|请勿|唔好|不许)(给我)?(把|将)…(停|关|退|取消|断|删|屏蔽)  别把我的短信停了
先…再退订                           先领了再退订行不行
stop (sending|delivering|leaving|posting)( it| things| stuff| parcels| my parcels)? (to|at) (the|my|our|a|an|old|wrong|this|that|same|another|work)  please stop sending to old address
(今天|明天|今晚|明晚|后天|上午|下午|晚上|中午|周末|这几天|#点)(之?前|以?后|都|千万)?…(别|不要|不用|甭)(来|打扰|吵|敲门|打电话)  明天别来打扰
(有人|别人|系统|不知道谁|你们)(帮|替|给|把|代|自动)…退订(了|咗|的|掉)  有人帮我退订了
(别|不用|不要)(再)?发了?,?(我|我们)?(自己|亲自|直接|改天|明天|等下|下午)?(去|来|过去|过来|会去)(拿|取|领|提)  别发了，我自己去拿
(unsubscribe|stop|opt out)( from| of)? (what|which)  unsubscribe from what
(退订|退定)(还是|抑或|或者?)(领|要|不|y|什么|继续|保留)  是退订还是领取
(领|领取|要|y|1|t)(还是|抑或|或者?)(退订|退定)(¿|呢|啊|¦)  领取还是退订
non-stop                           non-stop deals
(券|码|优惠|优惠码|coupon|code)(我|我还|还)?(是)?(要|领|想要|收)(的)?,?…(别|不要|少)(天天|老|总|一直|太|频繁|整天|每天)  券我要，但别天天发
(要是|如果|假如)‥就(退订|取消订阅|退定)   要是天天发我就退订，偶尔发可以
退订…(扣|收|要|花|费)(话费|钱|费|费用|不|吗|么)…(不|吗|么|¿|¦)  退订扣话费不
退订(金|单|购|货|房|票|餐|座|位|阅费)       退订金打到哪张卡
先(别|不要|不|甭|莫)(急着)?(发|发货|寄|送)(了)?(,|¦|!|吧)  先别发，我改个地址
(unsubscribe~|opt~ out|stop) (later|afterwards|any ?time|when|once)  can I unsubscribe later?
(unsubscrib~|opted out|stopped) (by (mistake|accident)|accidentally|wrongly|in error)  unsubscribed by mistake, undo it please
(accidentally|mistakenly|didnt mean to|by mistake|by accident) (unsub~|opt~ out|stop~|text~ stop|sent stop|replied stop)  accidentally unsubscribed
(退订|退定|取消订阅|td)(了|过|咗|错了?)?‥(重新|再)(打开|开|订|开通|开启|订阅)  取件短信被我退订了，重新打开
(不|没|没有|别|莫|未|冇|唔|无|并非|不是|从不|不曾)(打算|准备|想过|说过|说过要|话过?|话要|讲过?|讲要|提过|想要|要求|要过|考虑|计划|意思|意|可能|会|愿意?|同意|申请过?|办理?过?|点过?|按过?|操作过?|做过|主动|真|真的|真想|是要|是想|同意过)(去|要|想|过)?(退订|退定|取消订阅)  没打算退订
{person}(们)?(都|已经|早就|昨天|也|的号|那边|自己|刚|上次|之前)?(要|想|已|说|说要|自己)?(退订|退定|取消订阅)(了|咗|过|嘅|的|啦|¦)  我妈退订咗，我仲要
{person}(发|点|按|回|弄|搞|操作|手滑)(的|了|错)?…(退订|td|t¦)  别人发的退订，不是我
(退订|td)(,)?(又|可|也|并|都)?不是我(发|点|按|退|回|弄|搞|本人|的|¦)  退订不是我发的
(谁|哪个|边个)(帮|替|给|把|代)(我|俺)?(的|给)?(号)?(退订|取消订阅|退定)  谁帮我退订的
(退订|退定|取消订阅|td)(了|过|咗|错了?|点错了?|按错了?|发错了?)?‥(恢复|撤销|撤回|还原|开回来|重开|再开|找回|加回|弄回)  之前退订了，帮我恢复
退(什么|啥|个屁|毛|个鬼|哪门子|么子)订  退啥订，我要领
(dont|do not|didnt|did not|never|not|wont|cant|no need to|please dont|havent|nobody|no one) ‥(opt|take|remove|unsub|drop|cut)~ (me |us |my number )?(out|off|from)  Don't opt me out
(机票|酒店|会员|车票|门票|房间|民宿|航班|火车票|保险|套餐|宽带|课程)…退订  机票退订
退订…(机票|酒店|会员|车票|门票|房间|民宿|航班|火车票|保险|套餐|宽带|课程)  我要退订酒店
(发|给|要|寄|送)…(通知|信息|消息)(单|卡|函|书)  不用发货通知单
(手滑|手误|手抖|误触|无意|误点|误按|错发|发错|点错|按错)…(退订|t|td|stop)  手滑退订了，重新开一下
(why|how come) (no|dont|do not|am i not|havent|isnt|arent|cant|did|didnt) ‥(texts?|messages?|sms|offers?|updates?)  why no more messages
(谁说|谁讲|谁话|哪有|哪里|什么时候|啥时候|几时|怎么可能|怎么会|凭什么|何时|何曾|干嘛|干吗|为啥要|为什么要|哪个说|我可没|从来没|从没|并没有|压根没)…(退订|取消订阅|退定|拒收)  谁说我要退订
(退订|取消订阅|退定)(干嘛|干啥|做什么|干什么|个屁|个鬼|个毛|你个|什么呀|什么啊)  退订干嘛
(who|when|why|where|how) (said|told|did|do|would|says) ‥(stop~|unsubscrib~|opt~|cancel~)  who said I want to stop
(why|when|how come|reason|did|have|has|who)( did| have| has| do| does| would| was| were)? (you |u |they |i |my |your )?(guys |company |system |number )?(been )?(stop|stopped|unsubscribe|unsubscribed|opt|opted|quit|cancel|cancelled|block|blocked)  why did you stop texting me
退订(过|了)(的)?(…|,)(现在|如今|又|还|想|能|可以|重新)(想|要|可以|能)(领|收|订|参加|恢复|要|看)  我以前退订过，现在想领
(不要|别|不|不想|不用|没有?|没说|不是|无需|不必|先不|不能|并没|没想|不打算|暂不|唔好|未|冇)(要)?(让|叫|要求|说过?|申请|同意|喊)?(你们?|他们|您)?(帮我|给我|把我|想|说|要)?(退订|取消订阅|退定)  不要退订
(退订|td|回t|退订后|退订了|unsubscribe)…(是什么|什么意思|啥意思|吗|会不会|是不是|还能|还可以)  退订是什么意思
(取消|撤销|撤回|解除|恢复|收回|作废)(掉|了|一下)?(我)?(之前|上次|刚才|刚刚|昨天|前面|以前|那个|那次|上一条)?(发|回|做|点)?(的)?退订  撤销之前的退订
(刚才|刚刚|之前|上次|上条|上一条|前面|昨天|我)?(的)?退订(的)?(那条|短信|申请)?(就|给我|都)?(作废|撤销|撤回|收回|不算数?)(掉|了|吧|哈)?¦  刚才的退订作废
(退订)(错|误)                      退订错了
(误|错|不小心)(点|发|按)?…退订       不小心退订
(dont|do not|didnt|did not|never|not|wont|cant|no need to|havent) (want to |wanna |wish to |mean to |meant to |try to |going to |trying to |ask to |asked to |ask to be |asked to be |ask for |request to |requested to |request to be |said to |said |want to be |wanted to be |wanted to |agreed to |agree to )?(be )?(unsubscribe~|unsub|stop~|opt~ out|cancel~|end|quit|removed?)  please don't unsubscribe me
(non ?stop|stop by|bus stop|stop at|stopped by|full stop|stop over|last stop|next stop|pit stop|stop sign|one stop|stops? (the|your|this|sending) (driver|courier|car|truck|van))  stop by the station
stop (sending|delivering|leaving|bringing|putting|dropping|shipping|throwing|dumping)( it| them| my| the| parcels?| packages?| this| that| stuff| things| orders?| deliver~)  STOP sending it to the office
(what|which) (does|is|happens)     what does STOP mean
if i (unsubscribe|stop|opt out)    what happens if I unsubscribe
(别|不要|不用|先别|勿|莫|甭)(再)?(让|叫|派|换|发货|发顺丰|发快递|发件|发错|发到|送)  别再让那个快递员送了
(别|不要|不用|先别|莫)(再)?(给我)?(寄|送)…东西  别再寄东西了
(别|不要|不用|先别|莫)(再)?(给我)?(发|寄|送)(…(货|件|包裹|快递|公司|单位|驿站|学校|家|楼))  别再给我发货了
(谁让|谁叫|谁准|谁允许|为什么|为啥|凭什么|怎么就|怎么把我|怎么给我|怎么帮我|干嘛|莫名其妙|无缘无故|误|自动|被)(你们|你|把|给|帮|我|就|又|自动|系统)?(你们|给|把|帮)?(我)?(们)?(给|的)?(我)?退订  谁让你们给我退订的
(退订|取消订阅)(错|早|失败|是误|是按错|是手误)  退订是按错的
(之前|以前|上次|昨天|前面|刚才|已经)(的)?退订…(算|不算|取消|作废|撤销|恢复|误)  刚才退订不算
(别人|他人|邻居|朋友|同事|老公|老婆)(的)?(号)?(退订|要退订|想退订)  朋友想退订
(why|who) (was|did|have|has|am) (i |me |you |my number )?(been )?(unsubscribe~|opted|stopped)  why was I unsubscribed
(said|says|reply|text|send|word|type|the word) (stop|t|td|unsubscribe) (to|means|is|mean)  it says reply STOP to end
(bus|tram|train|metro|subway|truck|tube|taxi|coach) stop  the bus stop
(cant|cannot|couldnt|wont|dont|didnt|doesnt|never|not|please dont) stop  can't stop laughing
(不要|别|不用|请勿|不想|先别|没让你们?)(停止|停发|取消|关闭|中断)  不要停止发送
退订的?(费|费用|流程|规则|原因|理由|记录|成功|失败)(是|多少|有|为|没|吗|呢|怎么|¿|¦)  退订费多少
(how|where|who|why) (did|do|have|has|gave|come)( you| u| they)?‥(number|phone|details)  how did you get my number
""")

OPT_IN_WORDS: Final = rows("""
(订阅|订|开|收|开通)(返|番|回|回来)(短信|通知|佢)?  订阅返
start                              START
unstop                             UNSTOP
subscribe( me)?                    subscribe
resubscribe( me)?                  resubscribe
re-subscribe                       re-subscribe
opt ?in( me)?                      OPT IN
opt-in                             opt-in
sign me up                         sign me up
订阅                               订阅
重新订阅                           重新订阅
恢复(订阅|短信|接收|通知|推送|发送)   恢复订阅
(取消|撤销|撤回|解除)退订            取消退订
继续(订阅|发送?|接收|收)(短信|通知)?  继续接收
开启(短信|通知|订阅|推送|提醒)        开启短信
开通(短信|通知|订阅|推送|提醒)(服务|通知)?  开通短信
(恢复|重新开通|重新接收|继续发|继续收|接收|我要订阅|同意接收|允许接收|开启)(短信|通知|优惠|推广)?  继续发
(yes start|start please|start texts|restart|start again|begin|resume|continue texts|opt back in|reactivate|re-activate)  restart
(abonnieren|abonner|s abonner|suscribir|suscribirme|inscrever)  suscribir
(取消|撤销|解除)拒收                 取消拒收
(re)?sub(scribe)? me( again| back| please| pls)?  subscribe me again
""")

OPT_IN_PHRASES: Final = rows("""
(以后|下次|今后|往后)(再)?(有)?…(还|都|继续|接着|也)(要)?(发|推|通知|告诉)(给)?我(¦|吧|啊)  以后有活动还发给我
重新(订|收|开)(上|回|起来|通)(¦|吧|了|啊)  又想收了，重新订上
(停|关|取消)(的|了的|掉的)?(短信|通知|提醒)…(再|重新|给我)(给我|帮我)?(开|恢复|打开)  之前停的短信再给我开开
(cancel|undo|reverse|ignore) (my|the|that|my last) (stop|unsubscribe|opt out|td)  cancel my STOP
(unsubscribe|stop|td|退订)(点|发|按)?错了?,?(给我|帮我|请)?(加回|恢复|开回|重新|订回)  unsubscribe错了，加回来pls
(add|put|sign|opt) me (back|again|back in)( to| on| up| in)?  add me back to the list
(之前|以前|上次|先前|原来)…退订…了?,?(现在|如今)?(想|要|请)…(重新|恢复|继续|再)(收|接收|订|开|发)  之前退订了，现在想重新收
(以后|今后|往后)(还|继续|接着|照样|都)(要)?(给我)(发|推|推送)(提醒|通知|短信|消息|优惠)?(吧|啊|¦)  以后还给我发提醒
(误|错|不小心|手滑|手误|手抖|无意)…(退订|t|td|stop)(了|的)?(,|。| )?…(恢复|重新|开通|开回|再开|打开|重开|订阅|继续)  误点了退订，帮我恢复
(didnt|did not|never|havent)( ever)? (text|send|reply|say|type|sent|texted|replied|said|unsubscribed?|opted out|opt out)( with)?( stop| unsubscribe| td)?(,|.| so| and| but)? (why|how come|please|pls|put|turn|where are|i want)  I didn't text STOP, why am I not getting updates
‹(please |pls |yes |yes please |do |can you |could you |you can )?keep (sending|texting|messaging)( me)?( the| your)?( texts?| messages?| notifications?| offers?| updates?)?  please keep sending me offers
(之前|以前|上次|前面|昨天|刚才)…退订‥(恢复|重新|继续收|开通|订阅|再收|想收|要收)  之前退订了，现在想恢复
(我要|想|请|帮我|申请|麻烦|要求|希望)(恢复|重新|继续|再)(接收|收到|收|订阅|推送|发送|开通)  我要恢复接收
(开|打开|开启|搞)(返|回|回来|通)(咗|了)?(啲|我的|短信)?(通知|短信|推送|提醒|订阅)  开返通知
(把|将|之前|上次|刚才|以前)…退订…(取消|撤销|撤回|解除|作废|撤|恢复)(掉|了|吧|一下)?¦  把之前的退订取消掉
(取消|撤销|撤回|解除|恢复|收回|作废)(掉|了|一下)?(我)?(之前|上次|刚才|刚刚|昨天|前面|以前|那个|那次|上一条)?(发|回|做|点)?(的)?退订  撤销之前的退订
(刚才|刚刚|之前|上次|上条|上一条|前面|昨天|我)?(的)?退订(的)?(那条|短信|申请)?(就|给我|都)?(作废|撤销|撤回|收回|不算数?)(掉|了|吧|哈)?¦  刚才的退订作废
(重新|恢复|继续|再次)(给我)?(订阅|接收|收到|推送|发送|收|发|开通|开启)…(短信|短讯|简讯|讯息|信息|消息|通知|优惠|推送|活动|提醒|广告)  我想重新收到优惠信息
(重新|恢复|想要?|我要|帮我|可以|请|再)订阅  我想订阅
(我要|我想|想要?|愿意|希望|同意)(继续|重新)?(接收|收到?|收取)(你们的?)?(通知|短信|提醒|消息|推送|优惠)¦  我要接收通知
(退订|退定|取消订阅|td)(了|过|咗|错了?)?‥(重新|再)(打开|开|订|开通|开启|订阅)  取件短信被我退订了，重新打开
(unsubscrib~|opted out)( by (mistake|accident)| wrongly| in error)?,? ?(please )?(undo|put me back|add me back|reverse|re-?subscribe|back on)  unsubscribed by mistake, undo it please
(turn|switch|put) (my |the |your )?(text|sms|phone|email|message|delivery) (alerts?|messages?|notifications?|reminders?|updates?) (back )?on  turn my text alerts back on
(want|get|like|need|have|miss) (to get |to have |getting )?(the |my |your |those |these )?(promo|promotional|marketing|offer|sms|discount|coupon) (texts?|messages?|offers|alerts?) (back|again)  I'd like your promo texts again
(退订|退定|取消订阅)(了|过|咗|错了?|点错了?|按错了?|发错了?)?‥(恢复|还原|重开|再开|开回|加回|弄回|撤销|撤回)  之前退订了，帮我恢复
(want|get|like|need|have|miss) (to get |to have |getting )?(the |my |your |those |these )?(texts?|messages?|offers|reminders|notifications?|alerts?|sms) (back|again)  I want your texts again
(退订|取消)(错|早)了                退订错了
(点|按|发)错…退订                  点错了退订
(还是|还)(想|要)(继续)?(收|接收)…(短信|短讯|简讯|讯息|信息|消息|通知|优惠)  我还是想收短信
恢复…(短信|通知|推送|信息|消息|提醒)   恢复我的短信通知
(can|may|please|pls|want to|like to|how do i|want|to|i) (re ?subscribe|re-subscribe|resubscribe|subscribe( again)?|opt (back )?in|unstop)  please resubscribe me
(start|resume|continue) (sending|texting|messaging)( me)?( the| your)?( texts?| messages?| notifications?| offers?| again)?  start sending me texts again
start (texts?|messages?|sms)( again)?  start messages again
start again                        start again please
(turn|switch) (it|them|texts?|messages?|notifications?) back on  turn messages back on
(sign|put|add) me (back )?(up|on|in)  put me back on
(want|like) (to )?(get|receive|have) (the |your |these )?(texts?|messages?|offers?|notifications?|promotions?) (again|back)  I want to get the messages again
(把|将)?(短信|消息|通知|推送|提醒|优惠信息)(提醒|通知|推送|服务)?…(打开|开启|恢复|开通|开回来|重新开)  把短信提醒打开
(打开|开启|恢复|开通|重新开)…(短信|消息|通知|推送|提醒)(提醒|通知|推送|服务)?  帮我打开短信通知
(继续|可以|接着|还是|照常|照样|重新)(给我)?(发|推送|推)(短信|短讯|简讯|讯息|信息|消息|优惠|通知|活动|给我|吧|¦)  继续给我发优惠
(想|要|愿意|希望|愿)(继续|再|重新|再次|还)(收|接|看)  愿意继续接收
(不|别|先不|不想|不要|不用)退订了     我不退订了
(dont|do not) want to (unsubscribe|opt out|stop)¦  I don't want to unsubscribe
(resume|restart|reactivate|re-enable|enable|turn on|switch on) (my |the |your )?(texts?|messages?|sms|notifications?|alerts?|subscription|updates)  resume messages
(send|text|message) me (the |your )?(texts?|messages?|offers?|promos?|updates)? ?again  text me again
(i want|id like|want|please|can i|let me|like) (to )?(be )?(subscribe~|opt~ in|back in|added|re-?subscribe~)  I'd like to be subscribed
opt me (back )?in                  opt me in
(turn|switch) (the |my |your )?(texts?|messages?|notifications?|alerts?|sms|updates) (back )?on  turn notifications on
(又|还|重新)(想|要)(收|接收|看)(到)?(短信|信息|消息|通知|优惠|推送)  我又想收短信了
(开|打开|接|订|重开|要|攞|攞返)(返|回)(我的?|我嘅|个|啲)?(短信|短讯|简讯|通知|提醒|订阅|推送|消息)  開返短訊通知
‹(我要|我想|想|要|请|帮我|给我)?(再次|重新|恢复|再)(订阅|开通)(短信|通知|一下|吧|了)?¦  再次訂閱
""")

HELP_WORDS: Final = rows("""
(hilfe|ayuda|aiuto|ajuda|помощь|도와주세요|ヘルプ)  Hilfe
(功能|使用|操作|服务)(介绍|说明|指南)   功能介绍
help( me)?                         HELP
info                               INFO
帮助                               帮助
求助                               求助
说明                               说明
使用说明                           使用说明
aide                               AIDE (French)
ayuda                              AYUDA (Spanish)
(菜单|选项|功能|指令|命令|操作说明|使用帮助|帮助菜单)  菜单
(menu|commands|options|instructions|guide)  commands
""")
