"""What only means something under a certain kind of question: is the hour convenient, did you agree, will you come."""

from __future__ import annotations

from typing import Final

from bot.core.understand.rows import rows

UNAVAILABLE: Final = rows("""
(没人|没有人|无人|冇人|没谁)(给)?(开门|应门|下楼|在屋|接件)  那会儿没人开门
(留守|不在です|いません|居ません|都合が悪い|無理です|外出中)  今日は留守です
(shant|shall not|not going to|wont) be (in|home|there|around|at home)  we shan't be in at that time
(不|没|唔)(在|喺)(屋|屋里|屋头|屋里头|老家|村里)(的|了|¦)  那会儿俺不在屋
(那会儿?|那时候?|那个点|那个时间|嗰阵时?|这个点|到时候?)(我)?(正|还|都|刚好|一般|应该|肯定|可能|通常)?(在|要|得|忙着)(接|送|开|上|赶|带|看|陪|参加|考|做|忙|上课|路上|跑|健身)  那会儿在接孩子
唔喺(度|屋企|呢度|公司|¦)            嗰阵实唔喺度
anything but (that|this)           anything but that hour
i wish i could                     I wish I could say yes
唔(啱|合适|掂|得闲|方便|好彩)(喎|喔|啊|呀|¦)  嗰个钟数唔啱
(不|没|唔)(在|喺|住|住在)(家|屋企|公司|单位|本地|这边|这里|那里|那边|国内|上海|北京|学校|宿舍)?(里)?(的)?¦  那个点我不在家
(我|人|家里|那会|那时|时候|点|时间|时段|都|现在|今天|晚上|傍晚|下班前)(都|也|还|正好|刚好|可能|应该|一般)?(不在|没在|没人|没空|不方便|不行|不合适|不可以|没时间|有事|出差|在外面|在外地|要上班|在上班|要加班|加班|不得空|赶不回|回不来|回不去|到不了家|没下班|还没下班|唔得|唔喺|冇人|冇空|唔方便)  这个时间我要上班
(收不了|接不了|不能收|没法收|没办法收|无法收|拿不了|签不了|不能接|没法签收|没人收|没人接|没人签|没人签收|没有人收|无人签收|冇人收)  没人收
(太晚|太早|太迟|有点晚|有点早|太夜|晚了点|早了点|来不及|赶不上|赶不回|还没到家|到不了家|还没下班|没下班)(了)?  太晚了
(在|要)(出差|外地|国外|旅游|外面|开会|加班|住院|医院|出门|老家)  在外地
(换|改|约)(个|一个|下|一下|到)?(别的|其他|另外的?)?(时间|时段|时候|日子|天)  换个时间
(不合适|不太合适|不方便|不太方便|不行|不可以|不得行|不太行|没空|没时间|有事|不能)¦  恐怕不行
(不|唔)(用|使|要|需要?|必|好)(再)?(来|嚟|送|派|上门|过来)(了|喇|啦|嘞|¦)  唔使嚟喇
(不)(确认|同意|接受|需要|用|要)(派送|送|配送|这个|了|¦)  不用送了
(don|won|can|could|would|will|does|is|am|are|do)t (be )?(home|available|there|in|make|do|work|suit|at home|around|possible|convenient|free|able|accept|take|receive|get home|be able)  won't be home
(not|no one|nobody|no body|noone|never) (be |is |will be |at |going to be |gonna be )?(home|available|there|around|suitable|convenient|possible|free|good for me|a good time|able to|in then|in at|working for|works|work for|ok for)  not a good time
(im|i am|ill be|i will be|we are|were|well be|i have|ive got|ive|i) (be )?(out|away|busy|at work|working|a meeting|in a meeting|meetings|travelling|traveling|abroad|on holiday|on vacation|at the office|out of town|got to work|have to work|must work|got plans|plans|another appointment|unavailable)  I'm at work then
(doesnt|does not|wont|will not|not|dont) (work|suit|fit|think so|be possible|really)  that doesn't suit
(too (late|early|soon)|bad time|wrong time|another time|different time|other time|change the time|reschedule)  too late for me
不是(太|很|特别|那么)?(合适|方便|行|可以|好)¦  不是太合适
(加班|回不(来|去)|到不了|赶不(回|上|及)|出(去|门|远门)了|没回(来|家)|回家晚|下班晚|下班迟|抽不开身|走不开|脱不开|要晚点|没法在)  加班回不来
(out of town|away until|away till|away for|out until|out till|not around|not back|wont be back|back late|get home late|get back late|finish late|work late|working late|cant get home|cant be there|cant make)  out of town till Friday
(唔|不)(去|来|嚟)得¦          唔去得
""")

BUSY_THEN: Final = rows("""
(那会儿?|那时候?|那个点|这个点|到时候?|晚上)(就|都|已经|早)?(关店|打烊|收摊|关门|收铺|停业)(了|啦|¦)  那会儿关店了
(at|by|around) # ?(pm |am )?(i|im|ill|we|ive) (have|got|be|am|teach|start|work|leave|pick|will be) ~  at 7 I have class
(不敢|不想|不愿意?|不爱|不习惯|不喜欢|不要)(在)?(晚上|夜里|半夜|天黑|大晚上|那么晚|这么晚)(收|取|开门|下楼|接|拿|出门)  可不敢晚上收
(定|约|排|安排|选)(得|的)?(太|有点)?(晚|早|迟)(了|啦|¦)  定晚了
(约|定|选|说|填|预约)(好|过)?的?(不是|不系|唔系|并不是)(这|那|呢|嗰)个?(时间|点|时段|天|钟)  约的不是这个时间
(有|要开|得开|有个)(个|场|节)?(会|课|约|饭局|活动|手术|考试|局|酒席)(¦|,|呢|啊|要)  18:30有会
(行动不便|腿脚不利索|下不了楼|下不去楼|走不动|动不了|出不了门|出不去)  行动不便下不了楼
(赶|走|回|去|到)不(过去|过来|回去|回来|到|及|上|开)  我离得远赶不过去
(早就|已经)?(不|没|唔)(在|再)?住(在)?(这|那|呢|嗰|家里|这里|那里|这儿|那儿|本地)(了|里|边|度|¦)  我不住这了
(去|在|回)(了)?(外婆|奶奶|姥姥|姥爷|爷爷|爸妈|父母|亲戚|朋友|同学|姐姐|哥哥|弟弟|妹妹|儿子|女儿|闺女|邻居|领导|别人|隔壁)(们)?(家|市|县|省)  我们去外婆家了
(全家|一家人|一家子|我们都|家人都)(都|在|去|要)?(旅游|出门|出去|外出|在外|走了|回老家|去)  全家旅游
(单位|公司|学校|宿舍|小区|物业|领导)(不让|不许|不准|不给|不允许)(收|送|进|拿)  单位不让收快递
‹(sorry |sorry mate |no )?,?(im |i am |ill be |were |we are |well be )?(usually |normally |always |generally |still |away |off |out )?(at|to|round) (footy|me mams|mams|mums|my mums|my moms|nans|work|training|practice|rugby|cricket|soccer|netball|bingo|mosque|temple|prayers)  sorry mate, at footy
(usually|normally|always|generally|often) (at work|working|out|not home|not in|away|busy|in class|at school|asleep)  I'm usually at work then
‹(im |i am |we are |were |well be |ill be )?(away|gone|off|out) (this week|all week|this weekend|for (the|a) (week|weekend|day|few days|month)|today|tonight)  away this week
(dont|do not|no longer|not) (live|stay|work) (there|here|at that|at this)( anymore| any more)?  I don't live there
thats when (i|we|the) (am |have |pick |collect |go |do |feed |put |bath |eat |work |kids |~)  that's when I pick up my son
(#|6.30|18.30|6:30|18:30|half six|half 6)( ?pm)? (is|s|would be|will be) (way |much |a bit |far |just |really )?too (early|late|soon)  6.30 is too early
(公司|店里?|前台|门市|单位|办公室|门店|铺子|学校|宿舍|小区|大门|厂里|仓库|门卫|物业)(那会儿?|那时候?|那个点|晚上)?(都|已经|早|就|会)?(关门|关了|打烊|下班|锁门|没人|封了|封闭|放假|不让(进|出)|收工|收铺|闩门|无人)  店里打烊了
(来|有|陪)(了)?(客人|客|亲戚|病人|病号|喜事|白事|丧事)(了|在|¦|,|呢|不|要)  家里来客人了
(停电|停水|电梯坏|封路|封控|封楼|封小区|涨水|淹水|下暴雨|路断|修路)了?…(别|不|没法|送不|上不)  停电了电梯坏了别来
(车|电瓶车|电动车|地铁|公交|火车|高铁|飞机|航班)(坏|抛锚|晚点|延误|堵|没电|爆胎)(了|在|半路|路上)?  车坏半路了
(路上|高架|高速|桥上)?堵(死|着|车|住|得)(了|厉害|很|不动|回不)  路上堵死了
(到家|下班|收工|回家|回来|忙完)(都|得|要|就|怎么也|起码|肯定)?(得|要|到)?(太晚|很晚|挺晚|比较晚|好晚|没那么早|没这么早|后半夜|大?半夜|很迟|太迟)  到家得半夜
(上|值|倒|轮|排)(的)?(是)?(晚班|夜班|中班|大夜|小夜|夜|通宵)  要上晚班
(晚自习|晚课|夜校|自习)…(没|未|不)(下|完|结束|放)  晚自习还没下
(学校|老师|单位|保安|宿管|领导)(不让|不许|不准|不给)(出|进|走|请假|收)  学校不让出去
(大晚上|大半夜|这么晚|那么晚|晚上|半夜|这个点|那个点)(的)?(谁|哪有人|哪个)(收|在|来|会|开|等|接|敢)  大晚上谁收快递
(要|仲要|得|去|喺|系|开)(紧)?(凑仔|凑女|湊仔|返工|返学|返夜|开工|开ot|ot|睇医生|食饭|饮茶|冲凉|行街|打机|带仔|接仔|接女|接小朋友|大陆|深圳|外地|外国|公司|医院|学校|街|外面|乡下)  要湊仔
(出)(咗|紧)?(街|差|国|咗门|门口)(咗|¦|,|呀|啊)  出咗街
(瞓|训)(咗|紧|觉|教)                  瞓咗喇
(晚饭|饭点|吃饭|午睡|睡觉|休息|上课|开会)(的)?(时间|时候|那会儿?|点)(别|不要|不想|不便|不方便|莫)  晚饭时间别来
‹(gotta|got to|have to|having to|need to|must|gonna) (work|go|run|leave|dash|pick|fetch|collect|study|cook|be (at|in|elsewhere|out))  gotta work
‹(down|in|off to|round|over at|at) (the|a|my|our|his|her) (pub|lecture|exam|class|seminar|tutorial|lab|shower|bath|gym|meeting|mums?|mothers|parents|sisters?|brothers?|friends?|mates?|daughters?|sons?|kids?|girlfriends?|boyfriends?|nans?|grans?|hospital|clinic|recital|school|theatre|gig|concert|match|game|party|wedding|funeral|airport|office|car|hairdressers?|salon|bank)  down the pub
(dinner|tea|supper|bed|bath|nap|story|prayer|rush|feeding) ?(time|hour)(¦| then| for us| so)  that's dinner time
(got|have|caught|down with|recovering from|still have|came down with) (a |the )?(covid|flu|fever|cold|bug|tummy bug|stomach bug|migraine|food poisoning|surgery|operation|an operation)  got covid
(ot|overtime)( tonight| today| then)? ?(cannot|cant|sorry|again|so)  OT tonight cannot
(outstation|out station|out of state|out of the country|interstate|up north|back in my hometown|balik kampung|in (london|paris|singapore|malaysia|australia|america|india|china|hk|hong kong|japan|thailand|spain|france|germany|dubai))(¦| now| this week| until ~| till ~)  outstation
(office|shop|store|we|school|reception|building|warehouse|premises|business|salon|restaurant)(s|re| is| are| will be|ll be| gets)? ?(closed|shut|close|closes|closing|shuts|locked)( up)? (then|by|at|before|from|early)  office closed by then
(on|doing|working) (nights|lates|earlies|days|a double|late|late shift|night shift|call)( this week| tonight| then)?  on nights this week
(发(高|低)?烧|感冒|咳嗽|拉肚子|吊水|挂水|输液|打点滴|打吊针|手术|住院|卧床|起不来|下不了床|下唔到床|崴了?脚|扭了?脚|骨折|隔离|病了|病倒|生病|病咗|阳了|中暑|坐月子|临产|生孩子|难受|头晕|醉了|喝多了)  发高烧了
(抽|腾|匀|挤|分|空|挪)(不|唔)(出|开)(空|时间|身|工夫|功夫|人)?  腾不出空
(顾|忙)不(上|过来|赢|开)             顾不过来
‹(我|人|这边|实在|真的|最近|今天|今晚|晚上|太|手头)?(正|在|还|都|真|太|特别|好|很|有点)?忙(着|死|得|坏|疯|成狗|不开|咗|紧|,|¦|了|呢|呀|啊)  忙得很
(不|唔|真不|太不)(凑巧|赶巧|巧)        真不巧
(在|正|正在|还在|仍在|得|要|去|还得|还要|有个?|有场|参加|约了?|赶|忙着|忙|今晚|晚上|那会儿?|那时候?|陪…)(喝喜酒|喜酒|喝酒|吃席|吃酒席?|吃饭|吃大餐|烧烤|火锅|婚礼|喜宴|宴席|饭局|酒局|局¦|应酬|聚餐|聚会|同学会|家长会|补课|补习|听课|上课|辅导作业|辅导|写作业|看作业|兴趣班|辅导班|补习班|培训|开会|会议|考试|面试|答辩|自习|相亲|约会|逛街|看电影|看演出|看球|球赛|打球|打麻将|麻将|牌局|打牌|唱歌|钓鱼|爬山|跑步|健身|游泳|瑜伽|跳舞|广场舞|散步|遛娃|遛狗|遛弯|理发|剪头|做头发|美容|按摩|泡澡|洗澡|做饭|喂奶|哄睡|哄娃|看牙|看病|看医生|体检|产检|打针|打疫苗|做核酸|牙医|医生|扫墓|奔丧|葬礼|守灵|值班|夜班|晚班|中班|加班|上工|出工|跑车|跑单|送外卖|跑长途|长途|拍戏|直播|值守|巡逻|排练|演出|比赛|训练|搬家|装修|面谈|签约|谈事|谈生意|见客户|陪客户|陪客人|办事|接人|接站|接机|送机|送站|赶火车|赶飞机|赶高铁|赶车|坐车|坐高铁|机场|车站|火车上|高铁上|飞机上|地铁上|公交上|车上|路上|外面|外头|外边|外地|外省|乡下|老家|娘家|婆家|丈母娘家|国外|海外|单位|公司|厂里|工地|店里|学校|办公室|医院|诊所|派出所|法院|酒店|宾馆|亲戚家|朋友家|健身房|球场|影院|商场|超市)  得去学校开家长会
(接|送|带|陪|看|哄|喂)(个|我|我家)?(孩子|小孩|娃儿?|小朋友|宝宝|崽|儿子|女儿|闺女|孙子|孙女|老人|我?妈|我?爸|老婆|老公|人)(放学|上课|上学|回家|睡觉|看病|吃饭|去|下课|补课|上兴趣班|上补习班|打针|考试|,|¦|了|呢|啊)  要接孩子放学
(回|去)(了)?(娘家|老家|乡下|外地|外省|国外|婆家|农村|县里|市里|北京|上海|广州|深圳)(了)?  回娘家了
(出国|出门|出远门|外出|离家|离开|搬走|搬家|动身|走)了(,|¦)  出国了
(已经|都|早|早就|要|准备|马上|快|孩子|老人|宝宝|娃)(要|已经|都|就)?(睡|休息)(下|着|得|觉)?(了|早|啦)  老人睡得早
(夜里|晚上|天黑了?|大晚上|半夜|一个人在家)(的)?(我|我们|一般|从来)?(不|唔)(开门|收|接待|见人|下楼|出门|敢开|方便开)  夜里不开门
(大晚上|大半夜|深更半夜|三更半夜|天黑|黑灯瞎火)(了)?(的)?(别|不要|就别|就不|不用|送什么|还送)  大晚上的别来
(家里|屋里|屋头|屋企)(就|只|只有|就只)(有|剩)?(小孩|孩子|狗|猫|小朋友|娃|宝宝)(¦|,|在)  家里只有小孩
(唔|不|没|未|冇|仲未|还没)(返|回|收|放|到)(屋企|家|工|屋|学|嚟)  仲未放工
(赶|趕|嚟|返|回|去)唔(切|到|及|嚟|彻|返)  趕唔切
(唔|不)(得闲|得空|得行|就手|凑手|啱|夠鐘|就)(¦|,|喎|啊|呀)  唔得閒
(返|番|开)(紧)(工|会|学|夜班)         返緊工
等(不|唔)(了|及|到|起)(¦|,|了|啊|呀)   一个小时都等不了
(搬家|搬走|搬)了?,?(不|没|唔)住(那|这|在|呢|啦)?  搬家了，不住那了
(没|冇|無|无)(得|有)?(闲|空|工夫|功夫|时间|辰光|闲工夫)(收|接|等|理|搞|弄|¦|,)  没闲工夫等
(突然|临时|家里|手头|刚好|正好|那时候?|那会儿?)有(点|些|个|急|要紧|重要)(事|情况|安排)  家里有点事
‹(on holiday|on holidays|on hols|on vacation|on leave|at work|still at work|in work|at the office|still in the office|still at the office|in the office|stuck (at|in|on) ~|in (the )?hospital|at the (dentist|dentists|doctor|doctors|gym|airport|pub|hospital|vet|vets|cinema|theatre|movies|match|game|station|hairdresser~)|at (school|uni|church|college|training|football|practice|yoga|a meeting|a wedding|a party|a funeral|dinner|my mums)|on (a |the )?(night shift|shift|nights|lates|call|duty|train|bus|flight|plane|motorway)|(still )?(picking|collecting|dropping|fetching|walking|feeding|bathing|putting|cooking|having|eating|watching|working (late|till ~|then|tonight|nights|that)|driving|travelling|traveling|commuting|shopping|visiting|seeing|taking|babysitting|attending|swimming|training|exercising)|school run|out (with|for|at|shopping|all|then|until|till|that|tonight|of)|abroad|overseas|ill¦|sick|poorly|unwell|not well|not feeling|in bed|asleep|kids (are )?(in bed|asleep|bath|bed|bath ?time|bed ?time)|not till|late shift|early shift|double shift)  on holiday until Sunday
(im|i am|ill be|i will be|we are|were|well be|will be|gonna be|going to be|got to be|have to be|need to be|be) (still |probably |just |prob |all |both |currently )?(in (the )?(hospital|bed|a meeting|meetings|class|school|transit|town)|at (the |a |my )?(work|office|doctor~|dentist~|gym|airport|hospital|school|pub|cinema|wedding|party|funeral|church|training|dinner|game|match|station)|on (a |the |my )?(holiday|holidays|vacation|leave|shift|nights|call|duty|train|flight|bus|road|plane)|picking|collecting|dropping|fetching|walking|feeding|bathing|cooking|driving|having|eating|watching|stuck|sick|ill|unwell|poorly|asleep|overseas|swimming|training)  I'll be picking up my son
(got|have|having|ive got|i have|weve got) (a |an |my |the |to )?(doctors?|dentist|appointment|meeting|class|lesson|wedding|funeral|party|dinner|interview|exam|shift|late shift|night shift|parents evening|parents meeting|go out|work|pick|collect|fetch|take|date|rehearsal|practice|training|football|church|flight|train|game)  got a dentist appointment
(nobodys|no ones|no one is|nobody is|nobody|no one|noones|noone|theres no one|theres nobody|theres noone|nobody will be|no one will be|none of us|neither of us) (is |are |will be |gonna be |going to be |be )?(in|home|there|around|here|at home|about)  I'd say yes but nobody's in
(dont|do not|please dont|pls dont|no need to|dont bother to) (come|deliver|bring|send|visit|knock|turn up|bother|attempt)  don't deliver today
(cant|cannot|can not|couldnt|wont|unable to|not able to|not gonna|not going to|will not|wouldnt) (get|be|make|do|accept|take|receive|sign|manage|leave (work|the office|early|school))  can't get away
(wont|will not|not|never|dont|doesnt|cant) (be )?(back|home|finish~|make it|off work|off|return~|get home|get back|get in) (till|until|before|by|then|in time)  won't be back in time
""")
"""What keeps people from being at home at a proposed hour, and is no wish for another one."""

OFFER_DECLINED: Final = rows("""
(not|wont be|never) (claiming|redeeming|using|taking|bothering)( with)?( this| it| that| any)?  not claiming this
‹(这|那|这个|这对我|对我)?(也|都|真)?(没|冇|没有)(啥|什么|咩|多大)?(用|用处|用途|必要|意思)(了|啊|的)?(,|¦)  没什么用
(没|没有|冇|没啥|没什么|无)(东西|快递|件|货|嘢)?(要|可|好|需要)?(寄|发)(的)?(东西|快递|件)?(了)?(,|¦)  家里没东西寄
(谁|哪个|边个)(稀罕|稀得|图|在乎|贪|要|缺|差)(你|你们|这|那)(的|家|那|这)?(点|个|些|张|破|几)?…(优惠|券|码|钱|折扣|便宜|东西|玩意)  谁稀罕你那点优惠
(优惠券?|优惠码|券|码|折扣|活动)(我|对我)?(就|都|也|真|实在)?(不|唔)(需要|要|领|用|感兴趣|想要)(了)?(,|¦)  优惠码我不需要
(用不了|没法用|不能用|太少|太小|太低|不够|没诚意|没意思|鸡肋|没力度|力度太小|小气|抠门|抠|才减#?块|才#块|才#折)(了|啦)?,?…(不|唔|懒得|别|没必要|犯不着)(领|要|用|想要|需要|稀罕)(了|啦)?¦  太少了，不领
‹(我|我们)?(平时|最近|现在|以后|基本|反正|暂时|已经)?(都|也|又|根本|基本)?(不|没|唔)(怎么)?(寄|用)(快递|东西|件|顺丰|你们家)(的|了)?(,|¦)  我平时不寄东西
(留|让|送|转|给|分)(给|畀|俾)?(别|其他|需要的?|有需要的?|用得着的?)(人|的人|家|同学)(吧|领吧|用吧|好了|啦)?¦  名额让给别人吧
(i )?(never|dont|hardly( ever)?) (really )?(ship|send|post|use)( ~)?( ~)?( ~)?,? (so |thus )?(no|not|pass|no thanks)  I never ship parcels so no
(no|little) (use|good) (for|to) me      no use to me
""")

AGREED: Final = rows("""
‹(放|存|搁)(在|到)?(快递柜|柜子?|驿站|门口|门卫|物业|前台|邻居|丰巢)(里|那|处|家)?(就好|就行|即可)(的|了|啊)?¦  放前台就好
‹(找到|搵到|翻到|发现)了?(¦|,|在)  找到了，在鞋柜上
(是)?(我|俺|咱|我家|阿拉)?(老伴|老伴儿|先生|太太|内人|老头|老头子|老太|老太太|老太婆|当家的|屋里头的)(帮我|代|给)?(收|签|拿|领)(的|嘅|咗|了)(¦|,)  是我老伴收的
(异议|異議|问题)(なし|ありません|無し)  異議なし
(放|存|搁)(在|到)?(快递柜|柜子?|驿站|门口|门卫|物业|前台|邻居|丰巢)(里|那|处|家)?(是)?(可以|没事|没问题|没关系|行|ok)(的|了|啊)?¦  放快递柜可以的
(刚|刚刚|已经|已|下午|早上|中午)(从|在|去)…(那|那里|那边|那儿|处)?(取|拿|领)(到|回|走|上来|上楼|进来|回来)(了|啦|¦)  刚从物业那取到
(一直|向来|平时|每次|都是|经常)(是|都)?(让|叫|请|由|找|麻烦|托)(她|他|他们|她们|邻居|门卫|保安|物业|同事|室友|家人|老人|姐姐|爸妈|我妈|婆婆)(帮我|替我)?(代收|代签|收|签|拿|领)  一直让她代收的
(阿拉|我|俺|咱)?(姆妈|阿妈|阿爸|老豆|老窦|老母|老汉儿|孃孃|阿婆|阿公|外公|外婆)(帮我|代)?(收|签|拿|领)(的|嘅|咗|了)(¦|,)  阿拉姆妈收的
(是|系)(我|俺|咱|我们)(家|家的|的)?(哥们儿?|朋友|熟人|同事|同学|邻居|室友|亲戚|家人|老乡|闺蜜|对象|发小|领导|老板|下属|徒弟|学生|亲哥|亲姐|哥|姐|弟|妹|叔|姨|舅|姑|爷爷|奶奶|外婆|外公|姥姥|姥爷|婆婆|公公|岳母|岳父|丈母娘|保姆|助理|秘书|房东|儿子|女儿|闺女|老公|老婆|媳妇|爸|妈|爸爸|妈妈|对门)(¦|,|啊|呀|啦|呢¦)  他是我朋友
(我|俺|都|大家)(很|挺|都|也|早就|跟他|和他|是)?(认识|认得|相熟|熟悉|识得|熟)(他们?|她们?|的|这人|那人|这个人|此人|了|,|¦)  那人我认识
不是(外人|陌生人|别人|生人)           不是外人
(签|收|拿|放|领|代收|代签)了(就|也就)(签|收|拿|放|领|代收|代签)了(吧|呗|嘛|¦)  签了就签了吧
(给|替|帮)我(送|拿|带|捎|抱|搬|提)(来|过来|回来|上来|上楼|到家|回家)(了|的)  邻居给我送来了
(刚|刚刚|刚才|已|已经)(都)?(给|替|帮)我(送|拿|带|捎|抱|搬|提)(来|过来|回来|上来|上楼|到家|回家)¦  邻居刚给我送来
(已|已经)(转交|交给|转给|送给|拿给)(给)?(我|本人)(¦|,)  已转交给我
(老公|老婆|爱人|妈妈|爸爸|我妈|我爸|爸妈|媳妇|孩子|儿子|女儿|闺女|家人|家里人|室友|同事|朋友|邻居|婆婆|奶奶|爷爷|哥|姐|弟|妹)(刚|已经|已|放学|下班|顺路|顺便|回来时|晚上|昨天|今天|早上|中午|下午|都)?(就|给|帮我|替我)?(带|拿|取|领|拎|抱|搬|捎)(回来|回家|回|上来|上楼|来)?(了|的|¦)  女儿放学带回来了
(my |the |our )?(nan|nana|gran|granny|grandma|grandad|grandpa|lad|lass|missus|hubby|auntie|uncle|cousin|porter|receptionist|caretaker|landlady|helper|workmate|coworker|mate|kid|bf|gf)( downstairs| upstairs| next door| here| there)? (always |usually |already |just |kindly |has |have )?(took|takes|signed|signs|has it|has got it|got it|picked|collected|accepted|accepts|kept|brought|helped|gave)  my nan took it in
(姨|叔|伯|哥|姐|弟|妹|爷|奶|嫂|总|工|老师|同学|学长|学姐|先生|女士|大爷|大妈|大哥|大姐|大叔|大婶|师傅|店长|房东|管家|家长|班主任)(已经|已|都)?(帮我?|代我?|替我?|给我?|帮忙)?(签收|代收|代签|收|签|拿|取|领|攞)(的|了|嘅|咗|下|走|¦)  2楼王姨拿的，知道
已(从|在|去|到)…(取|拿|领|提)(走|回|到)(来|家)?¦  已从超市领回
(从|在|去|到|喺|跟|问|找)…(取|拿|领|提|攞|抱|搬|拎)(走|回|到|返)?(来|家|嚟)?(了|啦|咗|过)  刚从保安亭取回来了
(谁|哪个|边个)(来)?(签|收|拿|代收|代签|取|领)(都|也)(一样|行|可以|没关系|无所谓|没事|成|得|ok|冇所谓)  收到就行，谁签都一样
(‹|就|是|,)(让|叫|请|喊|托|拜托|麻烦)(他们?|她们?|人家|佢|师傅|小哥|快递|同学|舍友|宿管|楼管|房东|保洁|物管)…(签|收|拿|放|取|代收|代签|领|代)(的|嘅|了|哈|¦)  我就在旁边，让他签的
(提前|事先|预先|早就|早|当时|之前|电话里|微信上)(已|就|都)?(跟|和|同)?(我|他们?|她们?|快递员?|小哥|师傅|邻居|门卫|物业|对方)?(就|都)?(说|讲|约|商量|沟通|交代|交待|联系|通知|打)(好|过|妥|定)?(招呼)?(了|的|过|嘅)(,|¦)  提前说好的
(its|it is|parcel is|package is|i have it|have it|ive got it|got it|its all|theyre|everything is) (all |already |now |safe |right |here )?(in my hands|in my possession|with me|in hand|at mine|safe with me|safely with me|inside now|in the house|in my flat|in my room|on my desk|in front of me)  it's in my hands now
(放都放了|收都收了|签都签了|拿都拿了)(,|吧|¦)…  放都放了，算了
(算了|行吧|好吧|罢了|唉)(,)?(我|就|那就)?同意(吧|了|算了|好了)¦  算了，同意吧
(代收就代收|签就签|放就放|收就收|代签就代签|放那就放那|拿就拿)(吧|了|呗|啦)?  代收就代收吧
(小卖部|超市|便利店|一楼|收发室|传达室|店里|菜鸟|丰巢|代收点|水果店|楼下店|管理处)(的人|的|那边|那|里|大姐|老板)?(帮|代)?(我)?(收|签|拿|代收|签收)(的|了|下了|走了)(,|¦)  1楼小卖部收的，知道了
(东西|件|包裹|数量|里面|货)?(都|也|一样)?(没少|没坏|没缺|没破|没丢|不少|齐了|齐全|完好)(的|了|¦)  东西没少
(guy|man|woman|lady|person|people|bloke|fella|couple|kid|student|friend|neighbou?r|neighbou?rs|shop|shopkeeper)( ~)?( ~| #)?( ~| #)? (has|have|got|took|accepted|signed for|kept) (it|my|the)  the guy in flat 2 has it, fine
我(叫|让|请|喊|拜托|托|委托|嘱咐|要求|麻烦)…(收|签|拿|放|取|代收|领|攞|签收)(的|嘅|咗|了|¦)  系我叫管理处收嘅
(婆姨|堂客|屋里人|当家的|老汉|阿哥|家姐|细佬|细妹|阿嫲|阿公|阿婆|姥姥|姥爷|大爷|大妈|叔|婶|舅|姑|表哥|表姐|嫂子|姐夫|妹夫|师傅|保洁|店员|阿姨|小姨|闺女|娃|崽)(已经|已|都)?(帮我|代我|替我)?(签收|代收|代签|收|签|拿|取|领|攞)(的|了|嘅|咗|走|¦)  是我婆姨拿的
(with|under) my (knowledge|consent|permission|agreement|approval|blessing|say so|instruction~)  it was with my knowledge
(gave|given|give) (them|him|her|you|it|the ~)? ?(the |my )?(ok|okay|permission|go ahead|green light|consent|nod|all clear)  I gave them the ok
(i was|ive been|i have been|i am|im) (told|informed|aware|notified|happy|fine)  I was told
(跟|和|同)(快递员|快递|小哥|他|他们|派送员|驿站|门卫|邻居|物业)(说|讲|商量|约|沟通)(好|过)(了|的)?  我跟快递员说好放那的
(默许|默认|认得|是亲戚|是我亲戚|熟人|都认识)(的|了|他|她)?¦  我默许的
(that|it|he|she|this|they|its|thats|hes|shes) ?(was|is|are|were)? (just )?(my|our) (wife|husband|mother|father|mom|mum|dad|son|daughter|brother|sister|roommate|flatmate|housemate|neighbou?r|family|partner|colleague|friend|girlfriend|boyfriend|parents?|nanny|assistant|landlord|aunt|uncle)  that was my husband
(我|是我|本人)(已|都|也|早就|已经|有|是|曾|亲自|同|跟快递|当时|电话里)?(让|叫|请|同意|知道|安排|委托|授权|交代|允许|说|答应|说好|要求|喊|拜托|晓得|打过招呼|说过|清楚)(的|嘅|佢|佢哋|人哋|他|她|放|代|门卫|家人|人|邻居|的代收|过|小哥|快递|了|帮|签|收|物业|保安|同事|室友|¦|,|好)  我让邻居代收的
(自己人|熟人|家属|家人|家里人|我家人|老公|老婆|爱人|妈妈|爸爸|我妈|我爸|爸妈|父母|老妈|老爸|媳妇|孩子|儿子|女儿|婆婆|公公|奶奶|爷爷|外婆|岳母|室友|舍友|邻居|门卫|保安|同事|前台|物业|朋友|男朋友|女朋友|对象|弟弟|哥哥|姐姐|妹妹|我弟|我哥|我姐|我妹|阿姨|保姆|店主|老板|驿站|楼下|屋企人|阿妈|阿爸|亲戚|家属|助理|秘书)(已经|已)?(帮我?|代我?|替我?|给我?|帮忙|代为)?(签收|代收|代签|收下|收走|拿走|取走|收|签|sign|拿|取|领|接|攞)(了|的|到|过|下|着|好|走|咗|嘅|¦)  家人代收的，没问题
(已经|已|刚|都|早就|早|我|昨天|今天|东西|件|包裹|快递)(已经|都|也|从|去)?(拿到|收到|取到|取了|拿了|领了|取走|拿走|到手|取回|拿回来|领取|签收|取回来|收着|攞咗|收咗)(了|啦|的|咗|¦)  已经拿到了
(代收|代签|放那|放那里|放那儿|放这|放这里|放这儿|放门口|放前台|放物业|放保安|放店里|放楼下|放超市|放邻居|搁那|搁那儿|放驿站|放门卫|放哪)(的)?(可以|没问题|没事|没关系|也行|也可以|就行|挺好|好的|ok|行)  代收没问题
(没问题|没关系|没事|不要紧|无所谓|没意见|没有意见|没异议|没有异议|无异议|没有问题|不介意|冇问题|冇所谓|唔紧要|放心|不碍事|没啥|没得问题)  没关系
(本人|我)?(同意|知情|认可|授权|许可|允许|默认|知晓|清楚|晓得)(的|了|代收|他|她|¦)  本人知情
(是|系)(本人|我|我自己|家人|家里人|我家人|邻居|朋友|同事)(签|收|代收|拿|同意|¦)  是本人签收
(i|we|my ~) (asked|told|agreed|know|knew|authori~|allowed|requested|approved|agree|consented|arranged|consent|did agree|said|gave permission|let them|let him|got it|have it|received it|picked it up|collected it|have collected|have received|have got)  I asked them to leave it there
(my )?(wife|husband|mother|father|mom|mum|dad|son|daughter|brother|sister|roommate|flatmate|housemate|neighbou?r|family|partner|colleague|friend|reception|receptionist|doorman|concierge|guard|security|girlfriend|boyfriend|parents?|nanny|secretary|assistant|landlord|aunt|uncle|flat mate|maid)s? (has |have |already |just |kindly |always )?(took|take|takes|got|received|signed|picked|collected|accepted|accept|has it|have it|holding|kept|handed|gave|brought|is fine|is ok|can|did)  my wife took it
(got it|have it|received it|picked it up|collected it|i have it|already (got|have|received|picked|collected)|its fine|thats fine|thats ok|its ok|no problem|all good|no worries|no issue|no issues|no objection|no objections|not a problem|dont mind|happy with|was me|it was me|fine with me|ok with me|i know)  no problem at all
(已|已经)(取|拿|领|收|签|到手|提)(件|货)?(了|到|走|¦)  已取
(可以|同意|允许|能|愿意|支持|接受)(的)?(代收|代签|帮收|代领|放)  可以代收
(老公|老婆|爱人|妈妈|爸爸|我妈|我爸|爸妈|父母|媳妇|孩子|儿子|女儿|家人|家里人|室友|同事|朋友|邻居|对象)(都|也|是)?(知道|清楚|晓得|同意|知情|说过|说了|告诉我了|跟我说了)  我老公知道
(concierge|reception|neighbou?r|guard|security|doorman|wife|husband|mum|mom|dad|son|daughter|roommate|colleague|they|she|he) (has|have|got|took|received|signed for) (it|my|the)  concierge has it, fine
(给|交给|转交|拿给|送给|转给)(了)?(我|本人)(了|过)  物业给我了
(东西|包裹|件|快递|货)(已经|已|都)?(在|到)(我|我们|我家|家里|手上|我手)  东西在我这
(没|没有|无|冇|并无|毫无)(任何|什么|啥|啲|半点)?(异议|意见|疑问|疑义)  我没有任何异议
""")

DISAGREED: Final = rows("""
stop (letting|allowing|giving|leaving|handing) (it |my |the |them )?(parcels? |packages? )?(neighbou?rs|others|people|strangers|anyone|it|them|to|with)  stop letting neighbours sign
(未曾|不曾|从未|未经|不曾经)(同意|答应|授权|允许|让|委托|叫)  我未曾同意代收
(no|never|didnt|did not|not|havent|dont) (give|gave|given|grant|granted|grants) ‥(permission|consent|authori~|approval)  I no give anybody permission
签收?的?人…(不认识|没听说)  签收的人我不认识
(never|didnt|did not|havent)( ever)? (said|say|told|tell) (that )?(he|she|they|you|it|this|that|anyone|anybody|someone|the driver|neighbours?|them|him|her) (could|can|to|may|was allowed|were allowed)  I never said he could leave it with them
(没|未|冇|唔|没有)(应承|答应|应允)(过|佢|他|她|¦)  我未应承过
(没|没有|从没|冇|未)(请|托|拜托|委托|麻烦|喊|要)(过)?(人|别人|任何人|谁|他们?|她|邻居|门卫|保安|物业)…(收|签|拿|领)  没请人代收
(别|不要|不能|不该|勿|莫|请勿|不许|不准)(再)?(替我|帮我|给我|让人|让别人|叫别人|让他们?)?(乱|随便|私自)?(代签|代收|签)(¦|了|字|我)  不要签
(怎么|哪|岂|咋)(可能|会|能|里会|里能)?(没|冇|无)(有)?(意见|异议|问题)  怎么能没意见
(之前|刚才|刚刚|上次|先前|前面|上一条)(的|那个|那条|点的|回的|选的|发的|说的|按的)…(都|就)?(不算|作废|无效|不作数|撤回|取消)  之前点的同意作废
(恕|碍|歉|断|实|很|太|确实|真的?|实在)难(以|于)?(同意|认可|认同|接受|从命|苟同|答应)  恕难同意
难以(同意|认可|认同|接受|从命|答应)    难以认同
(不敢|无法|不能|难以|恕不|不)?苟同    不敢苟同
(撤回|撤销|收回|推翻|反悔|取消|作废)(了|掉)?(我)?(之前|刚才|刚刚|上次|先前|前面|上一条)?(的|那个|那条|说的)?(同意|授权|许可|确认)  撤回刚才的同意
(之前|刚才|刚刚|上次|先前|前面)(的|那个|那条|说的)?(同意|确认|授权)(不算|作废|无效|撤回|收回|取消)  刚才的同意作废
(不能|不可以|不该|不|别|不要|不应该|怎么能)(算|当|作为|视为|等于|代表)(是|成|作)?(我|本人)…(签|收|同意)  不能算我签收
(代签|代收|签收|签名|签字)(是)?(无效|不算|不作数|不算数|作废|违规|违法|不合法|不合规)  代签无效
(岂能|焉能|怎能|哪能|怎敢|谁敢|哪敢)(同意|认|接受|签)  岂能同意
同意…才怪                          我能同意才怪
(異議あり|异议あり|反対|同意しません|이의 있|동의하지|no estoy de acuerdo|nicht einverstanden|pas d accord|pas daccord|не согласен)  異議あり
(不是|非|并非|违背|不符合)(我|本人)(的)?(意愿|本意|意思|要求|安排|授意)  不是本人意愿
(谁|什么)(给|赋予)…(权利|权力|资格|胆子|胆|权)  谁给你们的权利
(against|without|contrary to) my (wishes|will|instructions|knowledge|consent|permission|agreement|approval|say)  against my wishes
not with my (consent|permission|agreement|approval|knowledge)  not with my agreement
(谁|边个|哪个|乜人)(话|说|讲|跟你说|告诉你)(我)?(同意|允许|让|可以|准)  边个话同意
(唔|不)(识|认得|熟|认识)(呢|这|那|佢|他|她|个)  我唔识呢个人
(signature|sign|name|writing|handwriting)( on it| there)?( is| was|s)? ?(isnt|not|wasnt|aint) (mine|me|my|ours)  that signature isn't mine
who (allowed|agreed|authori~|said|gave|told|let|permitted|approved|asked)  who allowed that?
(没|没有|未|不|从没|从未|并没|并未|根本没|根本不|从来没|从来没有|都没|也没|冇|唔|没人|并不|压根没|压根不|完全不|都不|也不|什么都不|绝不|不可能)(有)?(经|经过|经我|经过我|征得|得到|跟我|问过?我?|取得|征求)?(的)?(本人|我|我的)?(同意|授权|允许|认可|许可|知情|知道|让|叫|委托|答应|通知|签|同意过|签收|说|打电话|联系|安排|晓得|要求|问过|问我|告诉|商量|讲|认识)  没有经过我同意
(有|我有)(啲|点|些|一点|个)?(异议|意见|问题|疑问|疑义|嘢)  有异议
(不|唔)(是)?(我|本人|我本人|我家|我家人)(签|收|拿|取|的签名|代收|同意|授权|¦)  不是我签收的
(不|没有?|唔)(认识|清楚|晓得|知|知道)(这个|那个|他|她|谁|代收|签收|这人|此人|对方|是谁|¦)  我不认识这个人
(谁|边个|哪个|什么人)(让|允许|同意|准|批准|叫)(的|你们|他|代|签|收|放)  谁允许代收的
(凭什么|为什么|凭啥|谁让|怎么能|怎么可以|怎么会|怎么就)…(代收|签收|代签|同意|放|签|收)  凭什么代收
(反对|拒绝|拒收|抗议|不认可|不接受|不认|不承认|不行|不可以|要退|退回|退货|不要代收|不能代收|不同意代收|不需要代收|不想代收|别代收|不允许)  不接受代收
(冒名|冒充|假|虚假|伪造|擅自|私自|乱|偷偷)(签|代|放|收)  私自代签
(没|没有|未|冇|还没|并没|根本没)(收到|拿到|见到|看到|取到|攞到|见过|看见)  没收到
(not|never|didnt|did not|dont|do not|wasnt|havent|hasnt|no one|nobody|without|cant|wouldnt) (ever |even |my |asking |been |anyone )?(agree|agreed|ask(ed)?|authori~|allow~|permission|consent|know|knew|tell|told|sign(ed)?|received?|approve~|accept~|mine|me|give|gave|recogni~|inform~|notif~|want|happy|ok|okay|consult~|get|got|seen|here)  I never agreed
(disagree|object|objection|refuse|reject|dispute|contest|protest|unauthori~|unauthorized|not ok|not okay|not fine|not acceptable|unacceptable|forged|fake|why (did|was|is)|dont know (who|him|her|them|this)|return it|send it back)  unauthorised
签(名|字|收|收人)(的)?(人)?(都)?(不是|唔系|非|也不是|并非)(我|本人)  签名不是我的
(没|没有|未|冇|从没)(征求|征得|经过|取得|得到|问过?)(我|本人)?(的)?(意见|同意|许可|允许)  没征求我意见
谁(同意|准许|允许|批准)            谁同意了
(没|没有|不|从没)(让|叫|允许|同意|准|委托)(过)?(任何|别|其他|谁|他|什么)?…(签|收|拿|放|领)  我没让任何人签
(no right|had no right|not allowed|no authority|not authori~|without asking|no consent|no permission)  he had no right to sign
not me¦                            not me
(不|唔)(是|系)(我|本人)(让|叫|要求|同意|委托|安排|请|授权)  不是我让代收的
(同意|接受|认可|答应)不了          同意不了
""")

DECLINED_DUTY: Final = rows("""
running (about |like |roughly )?(a few |a bit )?(#|ten|five|fifteen|twenty|thirty)? ?(m|min~|hour~)? ?late  running 10 min late
(换|派|安排|另找|找|叫)(个|一个|位)?(别的?|其他|另外的?)?(个)?(人|同事|伙计)(吧|去|来|顶|替|上|行|好吗|¦)  换个人吧
(ask|find|get|send|try) (someone|somebody|anyone|another) (else|colleague|person)?  maybe ask someone else this time
(不|没|没有|未)(当班|上班|值班|轮班|在岗|当值|排班|在单位|在班|排我)  我今天不当班
(请|要|想|在|休)(个|一天|半天|下|病|事|年|产|婚|丧|调|天|一下)?(假|休)  请假
(去|来|到|参加|赶|过|出席|出勤|值|执行|上)不(了|成|到|来|过来|及)  去不了
(不能|无法|没法|没办法|不方便|不便|不想|不去|不来|不参加|没空|没时间|不可以|唔可以|唔得|唔去|唔嚟|去唔到|嚟唔到|有事|生病|病了|发烧|住院|在医院|受伤|出差|在外地|休息|轮休|调休|倒休|补休|休班|家里有事|堵车|堵在路上|身体不|不舒服)(参加|去|来|到|出席|值班|上班|出勤|加班|到场|不|适|¦|了|在|请|,)?  身体不舒服，去不了
(找|请|让|麻烦|安排)(人|别人|其他人|他人|同事|小李|小王|小张)(替|代|顶|帮我)  找人替我
(cant|cannot|can not|wont|will not|unable|not able|not going|couldnt|wouldnt|not be able) (to )?(make|come|attend|be there|join|go|do|work|get there|be at|take)  can't make it today, sick
(sick|ill|day off|on leave|off today|off duty|in hospital|fever|flu|injured|unwell|on holiday|on vacation|annual leave|sick leave|busy|another meeting|out of town|running late|stuck in)  sick leave
""")

LEFT_SOMEWHERE: Final = rows("""
(直接|就|先|帮我|给我|你们)?(放|搁|存|送)(到|在|去)?(驿站|快递柜|柜子|丰巢|菜鸟|超市|店里|代收点)(里|吧|就行|就好|得了|即可|去|¦)  直接放驿站
(放|搁|留|扔|摆|给|交给|交|存)(在|到|喺)?(我家|咱家|家里|楼下|小区)?(的)?(门口|门卫|前台|物业|保安|传达室|收发室|门房|大堂|邻居|楼下|隔壁|信箱|牛奶箱|鞋柜|车库|地垫|消防栓|管理处|管家|值班室|岗亭|阿姨|保姆)  我不在家，放门卫
(leave|left|drop|put|give|hand|place)( it| the parcel| my parcel| them| that)? ?(off )?(at|by|with|outside|on|in|to|behind|under) (my |the |our |a )?(front |back )?(door~|porch|neighbou?rs?|reception|concierge|guard|security|doorman|lobby|mailbox|gate|garage|front desk|step|mat|lady)  leave at my door
""")

SERVICE_QUESTION: Final = rows("""
(你们|你|贵公司|这里)(都)?有(什么|啥|哪些)(服务|业务|功能|活动)  你们有什么服务
(万一|如果|要是|假如)(我|家里|到时候?)?(没人|不在|没在家|不在家|出差|没空)(了)?(呢|怎么办|咋办|咋整|怎么处理)  万一没人呢
(上午|下午|早上|晚上|今天|明天|中午|周末)(送|来|到|派)?还是(上午|下午|晚上|明天|后天|早上|中午|周末)(送|来|到|派)?(啊|呢|呀|¿|¦|吗)  上午送还是下午送啊
(会不会|会|是不是|能不能)…(泄露|泄漏|盗用|扣费|扣钱|扣我钱|收费|收我钱|中毒)(我的)?(信息|隐私|个人信息)?(吗|么|吧|¿|¦)  填这个会泄露信息吗
退订(了|后|之后|以后|过)?…(还|能|会|可以|影响)…(吗|么|¿|不)  退订了还能查快递吗
(没找到|找不到|找不着|没找着|搵唔到|寻不到|没寻到|搵不到)(你们的?|那个)?(驿站|快递柜|站点|网点|取件点|代收点|地方)  没找到驿站
(看不清|看不见|找不到|没看到|没收到|忘了|忘记|不知道|删了|没有)(我的)?取件码  看不清取件码
(最晚|最早|最迟|最多)…(几点|什么时候|啥时候|哪天|几号|何时|几天|多久)(可以|能|截止)?(上门|收件|寄件|下班|关门|取|拿|领|存|留|放|¦|啊|呀|呢)  最晚留到哪天
(理赔|赔付|赔偿)(一般|要|需要|得|大概)?(等)?(多久|几天|流程|标准|怎么(走|算|申请|弄|办)|多长时间)  理赔多久
驿站(在|喺)(哪|边|什么地方|啥地方)  驿站在哪 找不到
(how long|till when|until when|until what time) (will|can|does|do|would|is|are) (the |your )?(driver|courier|guy|man|he|she|they|you)( going)?( to)? (wait|stay|be waiting)  how long will the driver wait
(保价|运费险|保险|保费)…(怎么|如何|咋|多少|什么|吗|能不能|可以)  保价怎么理赔
谁(给|帮|替|代)我签的¦              谁给我签的
(暂存|寄存)…(喺|在|到)?(边度|哪里|哪儿|哪个|边)(¿|¦|啊|呀|㗎|嘅|呢|喇)  暂存摆喺边度
(这么|那么|咁|介)(晚|早|夜)(了)?(还|都|仲|也)(送|派|来|上班|配送|上门|派送)(货|件|快递)?(吗|么|啊|呀|咩)?(¿|¦)  这么晚还送？
(今天|今晚|明天|上午|下午|晚上|早上|周六|周日)(的)?还是(今天|今晚|明天|后天|上午|下午|晚上|早上|周六|周日)(的)?(啊|呢|呀|¿|¦|#)  今天还是明天
(晚|迟|超时|错过|过点|误点)了(时间|点)?(会|要)?(怎么办|咋办|怎么样|怎样|会怎样|点算|怎么弄)  晚了怎么办
(这个?|那个?|说的)(时间|点|时段)(是|系)(今天|明天|今晚|明晚|上午|下午|晚上|早上)(的)?(吗|么|咩|吧|¿)  这个时间是今天吗
(是|系)#(点半?|:#)…还是#(点|:)  是18:30到还是19:30到
how (far|many|big|heavy|long) (can|could|do|will|would) (you|u|i|they)  how far can you redirect
凭(什么|啥)(取|拿|领|提)  暂存凭什么取
(签收人|代收人|代签人|收件人|签字人|收的人|签的人|拿的人|对方)(的)?(姓名|名字|电话|手机号?|号码|照片|联系方式|身份)(¦|呢|¿|发|给|多少|是(谁|什么|啥|多少))  签收人姓名
(什么时候|哪一?天|几号|几点|几点钟|啥时候|几时|何时|周几|星期几)(帮我|替我|给我|代|被)?(收|签|代收|代签|签收|领|取走|拿走)(走|掉)?(的|嘅|㗎)(¦|啊|呀|呢|¿)  哪天收的
(when|what time|what day) (does|will|is) (it|this|the (offer|coupon|code|deal|promo~)) (end|expire|finish|start|run out|valid)  when does it end?
投诉(打|找|拨|联系|走|发|去)…(哪|什么|谁|多少|几)  投诉打哪个电话
投诉(电话|热线|渠道|方式|邮箱|入口|号码)(是|多少|呢|¿|¦|在|有)  投诉电话多少
‹(agree|consent|received?|confirm|sign|claim|hold|rate|accept)~ (to |for )?what(¿|¦)  agree to what?
(回|回复|发)(t|td|退订|stop)‥(吗|么|¿)  回T就不会再收到了吗
(怎么|咋|如何|点解|为什么|为啥)(会)?(知道|晓得|清楚|算出|定的|确定|选的|安排的|选这|定这|挑这)  你们怎么知道我几点收件
(有效期|期限|截止|使用期|活动)(是|到|至)?…(哪天|几号|什么时候|几时|多久|啥时候)  有效期到哪天
几点(到|至|~|-)几点                  上门几点到几点可以约
(退订|取消|拒收|改|换|转|存|选)(了)?(以后|之后|后|的话)…(还能|能不能|会不会|还会|还可以|会)…(吗|么|不|¿)  退订以后还能查件吗
(下雨|下雪|雨天|刮风|台风|高温|雪天|周末|节假日|假期|过年|春节|夜里|夜间|周六|周日|星期天)(天)?(还|也|都)?(送不送|派不派|开不开|上不上班|休不休|配不配送|送吗|派吗|配送吗|营业吗)  下雨天送不送
how (did|do|was|were|is|are) (you|u|this|that|the|it)( time| slot| hour)? (come up|decide~|chos~|choose|pick~|work~ out|calculat~|set|arriv~ at)  how did you come up with this time
有(什么|啥|咩)(好处|用|用处|奖励|奖|意义|区别|不同|条件|限制)  评价了有啥好处
(几时|什么时候|何时|哪天|几号|啥时候)(就|会|才)?(到期|过期|截止|失效|结束|开始|发放|到账)  几时到期
(是不是|是否|会不会是|该不会是|莫不是)…(诈骗|骗人|骗子|假的|真的|骗局|垃圾短信|钓鱼)  是不是诈骗短信
(要|需要|得|提前|提早|早到|早)…几(分钟|个?小时|个钟|刻钟)(¿|¦|到|去)  需要提前几分钟
how long (will|does|is|would) (it|the meeting|this|that|the training|the event) (be|last|go on|run)  how long will it last
(周几|星期几|礼拜几|哪天|哪几天|几号)…(送|可以|能|开|上班|派|取|到|有)  周几可以送
‹is (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today|it|that) (possible|available|ok|an option|doable)  is Sunday possible?
(驿站|超市|柜|快递柜|店|门口|楼下|前台|网点|东门|西门|南门|北门|哪个|一楼|二楼|送|自取|现金|微信)还是(驿站|超市|柜|快递柜|店|门口|楼下|前台|网点|东门|西门|南门|北门|哪|一楼|二楼|自取|送|支付宝|现金)  超市还是驿站
(开不开|收不收|贵不贵|远不远|加不加|给不给|寄不寄|办不办|休不休|算不算)  发票开不开
(can|could|do|will|would) (you|u|they) (pick up|collect|fetch|ship|sell|store|insure|wrap|pack)  can you pick up from my house
how many days (do|can|will|must|should|have|would) (i|you|we|it|they)  how many days do I have
(退款|钱|赔款|赔付|发票|积分|红包|优惠|返现|奖励|补偿)…(什么时候|几时|多久|啥时候|几天|何时)  退款什么时候到账
how (do|did|have|come|can) (you|u) (know|get|have|find|got)  how do you know when I'm home
(寄|发|从|到|去)…(几天|多久|几日|几耐|几多钱|多长时间)(到|能到|啊|呢|呀)¦  从上海发北京几天到
(寄到|寄去|寄往|寄|发到|发往|从|到|去)…(市|京|海|州|省|外地|国外|家|那边|那里|国内|县|里)(要|得|需要)?(几天|多久|几日|几耐|几多钱|多长时间)¦  寄到北京几天
(我|我们|家人|别人|朋友)?(可以|能|能不能|可不可以|可否|得唔得)…(拿|取|领|去取|来取|去拿|来拿|自取)(吗|么|不|嘛|啊)(¿|¦|啊|呀)  我可以明天拿吗
(超过|多久|几天|几时|多长时间|什么时候|放多久)(了|后|就|会|才|要|开始)?(收费|要钱|退回|过期|超时)  超过几天收费
(几点|什么时候|啥时候|几时|多晚)(钟)?(之前|前|才|就)?(收工|收铺|闩门|开工|开档|收市|开铺|放工)  几点收工
(在|喺|去|到)?(哪|哪里|哪儿|边度|边|边处|哪个)(里|儿|个)?(集合|开会|报到|签到|上车|停车|领|领取|寄|下单|用|看|查|办|培训|面试|集中)  喺边度集合
(can|could|may) i (still |also )?(change|choose|pick|switch|edit|update|move|use|pay|bring|send|get a|ask|check)  can I change it later
(will|does|do|would|should) (the |your |a )?(driver|courier|he|they|delivery man|guy|someone|station) (call|ring|phone|text|knock|contact|notify)  will the driver call me first
(谁|哪个|边个)(签|写|填|代签)(的|了)?(名字|名|字|我的名)  谁签的名字
(if|what if|when|once) i (reply|text|send|unsubscribe|stop|opt|answer|press|choose|pick)  if I reply STOP will I still get updates?
(上班|营业|开门|关门|下班|休息|放假|打烊|派件|收件|开到|关到|开着|开放|开档|收工|收档)(了|的|到)?…(吗|么|不|没|咩|嘛)(¿|啊|呀|¦)  周末上班吗
(上班|营业|开门|关门|下班|休息|放假|打烊|开到|关到|开放|营业时间|工作时间|上班时间)…(几点|什么时候|多久|到几|多少|¿|啊|呢|是)  你们上班时间是几点到几点
(几点|什么时候|啥时候|几时|多晚|最晚|最早|到几点|何时)(钟)?(之前|以前|前|才|就|能|可以)?(上班|营业|开门|关门|下班|休息|放假|打烊|开|关|截止|开始|结束|集合|开会|到岗|报到|过期|收摊|收费|收档|取|去取|能取|可以取|可以去|去拿|拿|领|之前取|能去|过去|自取|签到|出发|发车)  几点关门
(周末|周六|周日|星期天|星期六|礼拜天|节假日|假期|过年|春节|国庆|晚上|中午|星期日|元旦|拜六|礼拜日)(都|也|还|会|能|可以|是否|有没有|有|你们|你们也|你们还|能不能|还能|可不可以|送不|得唔得)?(上班|营业|开门|派送|送货|送|配送|有人|派件|休息|收件|开|开放|取件|能取|取|可以取|送快递)(吗|么|不|没|咩|嘛|¿|货吗|呢)  周末送货吗
(do|does|are|is|will|can) (you|u|the|your|it|they|station|shop|store|depot|office|locker|there)( station| shop| store| depot| office| locker| be| pick ?up point)? (deliver~|open|work|works|close|closed|closes|opens|working|available|a delivery|run|operate|operating|parking|24)  do you deliver on Sunday?
(what|which) (time|hours|are your|are the|days)( do| does| are| is)?( you| the| it| your)?( station| shop| store| depot| office| locker| opening| working| business)? ?(open|close|closed|opening|closes|opens|start|end|hours|shut|finish|begin|work)?  what time do you close
(opening|business|working|office|store|station|shop) (hours|times?)( pls| please| plz)?¿?¦  opening hours?
(how late|until when|till when|by when) (are|do|is|can|should|must)  how late are you open
(要|需要|收|需|用|会|还要|得|是否|是不是要?|要不要|会不会)(不要|不需要|不收)?(另外|额外|再)?(收费|加钱|给钱|付钱|付费|花钱|交钱|收钱|钱|加价|费用|手续费|运费|补钱|掏钱)(吗|么|嘛|不|咩|¿|啊|的吗|呢)  上门要加钱吗
(怎么|如何|咋|怎样|点样)(收费|算钱|计费|付款|付钱|交钱|寄件|寄|下单|查|用|领|取|开发票|开票|算|改|联系|注册|登录|兑换|使用|修改|取消|申请|退货|报销|办理)  寄件怎么收费
(收费|免费|加钱|要钱|收钱|付费|有奖励|包邮|保价|有补偿)(吗|么|嘛|不|咩|¿)  暂存收费吗
(多少|几多)(钱|块|元|运费|一斤|费用|一天)  多少钱一天
(可以|能|最多|最长|最久|免费|一般|还能|会)(保管|放|存|暂存|保留|存放|留|寄存|代存)(几|多久|多长|多少|几耐|几多)  可以放几天
(放|存|保管|保留|寄存|暂存)(多久|多长|几耐)  暂存多久
(谁|边个|哪个|哪位|什么人|是谁)(帮我|替我|给)?(代收|签收|签|寄|寄的|发的|代签|拿|收的|取|收|寄来|买|送的|送来|派|派的|领|下单)(的|走|了)?(¿|呢|啊|呀|¦)  谁代收的
(几|哪)(楼|层|栋|号楼|单元|个会议室|间|座|幢|个群|个点|家店|个门)  在几楼开会
how (long|many days|late|long time)( can| do| will| is| are| would| may| should)?( you| it| they| the| i)?( station| shop| locker| depot)? ?(be )?(keep|hold|store|stay|kept|held|stored|leave)  how long can you keep it
(how much|whats the (fee|cost|charge|price)|what is the (fee|cost|charge|price)|is (it|that|this|storage|delivery|there) (free|extra|a charge|a fee|charged)|do i (have to |need to )?pay|any (fee|charge|extra|cost)|does it cost|will (i|it) (be charged|cost)|extra (charge|cost|fee)|fee for|cost of|price)  what's the fee for storage
who (signed|took|received|has|accepted|collected|picked|is|are|sent|was|did|r)( for)?( it| this| my| the| you)?  who signed for it?
(营业|上班|工作|服务|办公|开放|取件|派送)时间(是|呢|¿|¦)  营业时间
(客服|人工|投诉|服务|网点|快递员|派送员|站点|驿站|你们|公司|小哥|司机)(的)?(电话|热线|号码|联系方式|微信)(呢|是|多少|¿|¦|发|给)  客服电话
(可以|能|能不能|可不可以|可否)(迟到|早退|请假|不去|不来|不参加|线上|替|代替|晚点到|晚到|带|改期)…(吗|么|不|¿|¦)  可以迟到吗
(能不能|可不可以|可以|能|能否|可否)(开箱|验货|拆开|试穿|试用|换货|代取|代拿|代领|叠加|转赠|保价|退换)  能不能开箱验货
(驿站|网点|站点|自提点|取件点|快递柜|柜子|丰巢|代收点|门店|店|取件|快递站)(的)?(地址|位置|电话|联系方式)(呢|是|多少|在哪|¿|¦|发)  驿站地址
(when|what|how long|until when|does|is)‥(expir~|valid~)  when does it expire
(放假|休息|休假|歇业|停业|停运|营业|上班|开门|保留|保管|免费|优惠|活动)(到|至)(几时|哪天|哪一天|几号|什么时候|啥时候|初几|周几|星期几|多久|何时)  过年放假到哪天
(寄|发|邮|运|递|快递)(到|去|往|给|回|个)…(要|得|需要|大概|一般)?(几天|多久|几日|几耐|多少天|多长时间)(能到|到|才到|左右|啊|呀|呢|到货|¿)?¦  寄到新疆几天
(几点|什么时候|啥时候|几时|多晚|最晚|夜里几点)(钟)?(就|会|要)?(停止|停收|停派|停运|截单|结单|下架)  夜里几点停止派送
(can|could|may|should) (i|you|we|it|they) (have|get|be) (it |my parcel |the parcel )?(left|put|kept|dropped|handed) (with|to|at|in|by|for) ~  can I have it left with next door?
(给|发|告诉|报|推)(我|俺)(一?下|个)?(你们)?(驿站|老板|店家|快递员|小哥|司机|师傅|站点|网点|派件员|自提点|柜子)(的|老板|那边|那个|负责人)?(的)?(电话|号码|手机号|微信|联系方式|位置|地址)(呗|吧|一下|好吗|啊)?¦  给我驿站老板电话
(几个|多少个?)(工作日|小时|钟头|星期|礼拜|月)(能|可以|会|才|内)?(到|送到|收到|寄到|退|赔|处理)?(啊|呀|呢|¿)?¦  几个工作日到
(最长|最多|最久|一般|免费)(能|可以|会)?(放|存|保存|保管|保留|留|寄存)?(几天|多久|多少天|几日|几多日|多长时间)(啊|呀|呢|¿)?¦  快件最长保存几天
""")

NO_DELIVERY_NOW: Final = rows("""
(先|今天|今日|暂时|暂|最近|这几天|这两天|现在)?(先不|暂不|不)(急着|着急)?(给我)?(派|送|配送|派送|派件)(了|先|哈|过来|来|货|¦|,)  今天先不送
(先|今天|今日|暂时|暂|最近|这几天|这两天|现在)?(别|不要|不用|莫|先不|暂不|勿|唔好|甭)(急着|着急)?(给我)?(派|送|配送|派送|派件|发|来)(了|先|哈|过来|来|货|¦|,)  先别送
(dont|do not|not) (deliver|send|bring|come)~( it| the parcel| my parcel)? ?(yet|today|now|for now|this week|tomorrow)?¦  don't deliver yet
""")

WANT_AT_HOME: Final = rows("""
(送|派)(过来|上来|上嚟|过嚟|嚟|上来家)(吧|嘛|呗|啊|呀|啦|喇|哈|,|我|家里|有人)  送过来吧我在
(放心|尽管|只管|照|直|正常|按时|安心|大胆|照常|照样)(送|派|配送)(吧|来|就|即可|,|¦|哈|啊|过来|上来)  放心送，家里有老人
(给我|俾我|畀我|帮我|同我|帮手)(送|派)(嚟|过嚟|上嚟|返嚟|到)  俾我送嚟啦
(是要|要|想要|改成?|我要|,|还是)(送|派|配送|派送|送货|派件)(吧|来|过来|到家|一下|呀|啊|嘛|¦)  没说要存，是要送
(给我|帮我|给俺|跟我|同我|直接|还是|照常|正常|继续|请|可以|安排|俾我)(送|派|配送|派送|送货|派件)(吧|来|过来|到|了|一下|呀|啊|嘛|下|¦)  给我送来
(送|派)(过来|来|上来)(吧|嘛|呗|啊|呀|嘞|就行|就好|就可以)?¦  送过来吧
(deliver|bring|come|send|visit|drop)( it)?( over| by| round)?¦  bring it over
""")

REFUSED: Final = rows("""
退(回|还|给)(去)?(给|到)?(卖家|商家|寄件人|发件人|厂家|店家|平台|卖方)  直接退回给卖家吧
(不|唔|莫|冇)(想)?要(了|啦|喇|咯|咧|咗)?,?(我|就|请|麻烦|直接|帮我|同我)?退(返|番|回|掉|还|给|去|俾|货|了|吧)  唔要啦退返去
(别|不要|唔好|莫|不用|甭)(再)?(给我)?发货(了|啦|¦|,)  别发货了，退款
(我|就|要|给我|帮我|直接|马上|要求|赶紧|我要|请)?退(款|钱|单|咯|喽|咗)(吧|了|啦|¦|,)  别发货了，退款
取消(这次|本次|今晚|今天|此次|这趟|明天|今日)(的)?(派送|配送|送货|送|上门|预约|派件)  取消这次派送
取消(了|咗|掉|左)(个|这个|那个|呢个)?(单|订单|件)  我取消咗单
(订单|单子|这单|那单|单)(我)?(已经|都|已|早就)?(取消|退|退款|退掉|撤销)(了|掉)  订单我已经取消了，别送来
取消(配送|派送|送货|收货|投递|上门|取件)  取消配送
退(给|回|还|返)?(寄件人|发件人|商家|卖家|店家|店铺)  退寄件人
(no longer|not) (required|needed|wanted|necessary)  no longer required
(取消|退掉|退了|撤销)(了)?(这个|该|这|我的)?(订单|单子|单|购买|交易)(了|吧|啦)?  取消订单了不用送
(已|已经|都|早|我)(申请)?(退款|退单|退货|取消订单|退了款|申请退款)(了)?  这单我已经退款了，别送了
(我要|要|想|申请|给我|帮我|办理|直接)?退货(吧|了|处理|给你们)?¦  我要退货
(stop|halt|abort|call off) (delivering|delivery|the delivery|my delivery|shipping|the shipment)( it| this| the parcel)?¦  stop delivering
(拒收|拒签|拒绝签收|退回去|退回寄件|退回发件|退给商家|退给卖家|退回商家|退回卖家|给我退回|帮我退回|请退回|退了吧|不收了|不签收|原路退回|寄回去|退件)  我要拒收这个包裹
(return|send|ship) (it|this|them|the parcel|my parcel|the package)? ?(back|to (the )?(sender|seller|shop|store))  please return it to the sender
(refuse|reject|decline|cancel)~ (it|this|the|my|delivery)( parcel| package| delivery| order)?  cancel my order
(dont|do not|no longer|didnt) (want|need)~ (it|this|that|the|anything|any|my)  I don't want the parcel any more
(要|请|给|就|直接|原路|,)退回¦         不要送了，退回
return (it|this|the parcel|my parcel|the package|them)¦  please return it
(别|不用|不要|唔使|唔好)(再)?(送|派|寄|来)(了|啦|喇)(,)?(我)?(不要|唔要|不想要|不收|退)(了|啦|喇)  别送了我不要了
""")
