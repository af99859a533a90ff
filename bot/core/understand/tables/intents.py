"""What customers write whatever was asked: a person, a grievance, nothing came, where is it, a question, help."""

from __future__ import annotations

from typing import Final

from bot.core.understand.rows import rows

AGENT: Final = rows("""
(is|are|isnt) there (anyone|anybody|someone|somebody|a person|a human|any human|any person|a real person) (i|we) (can|could|might) (talk|speak|chat)  is there anyone I can talk to
(is|are) there (anyone|anybody|someone|a person|a human|a real person) (to (talk|speak)|available|there|real)  is there anyone to talk to
(喊|叫|找|让|派|换)(个|一个)?人(来)?(接|听|回)(个|一下)?(电话|我)  喊个人接电话
(转|接|找|叫|要|换)(到|接|个)?(agent|human|real person|operator|cs|customer service|rep|live agent)  转agent谢谢
put (someone|somebody|a person|a human|a manager|your (boss|manager)|anyone) on( the (phone|line))?  put someone on the phone
有(冇|没|无|木)(有)?(真人|活人|人工)  有冇真人可以傾下
(搵|找|想|要|叫|喊|派|换|请)(个|人)?人(来|过来)?(同|跟|和|与)(我|我哋|我们)(倾|讲|说|聊|谈|沟通)(¦|一下|下|话|计|啦|吧|嘛|撒|清楚)  搵个人同我倾
send (someone|somebody|a person|anyone) (to|who can|i can) (talk|speak|help|explain)  send someone to talk to me
(来|换|找|叫|派|给|有)(我)?(个|一个|位)?(活人|真人|大活人)  能不能来个活人
‹(你好|喂|请问|喂喂)?(,)?(有人吗|有人在吗|有人没|有人么|有没有人|还有人吗)(在|管|理|啊|呀|呢)?(吗|么|啊)?¦  有没有人啊
(who|whom) (do|can|should|could|must) (i|we) (talk|speak|contact|call|ask|complain|turn)  who can I talk to
(给|留|发)(我)?个(电话|号码|手机号)…(我)?(自己)?(打|联系|call)  给个电话我自己打
(someone|somebody|anyone) (real|human|in charge|senior|responsible|who can)  someone real please
escalate                            escalate this
(客服|人工|真人|工作人员)(在不在|在吗|在么|在没|有没有|还在|呢|有吗|上班)  客服在不在
(给|找|换|来|要|叫)(我)?(个|一个|位|一位)(能|会|可以|真|懂|管|负责)…人  给我个能说话的人
(get|give|put|send|find|fetch|bring|speak to|talk to|speak with|see) (me )?(through to )?(your|the|a|ur) (manager|supervisor|boss|owner|chief|head|superior|team leader|lead|human|person|agent)  get me your manager
(转|找|要|接|叫|换|联系|呼叫|需要|想要|有没有|有无|请|给我|帮我转|帮我接|我要|连|接通|搵|同|跟|和|让)(接|到|个|一个|一下|你们|你们的|下|真|真的|大|真正的|一位|位)?(人工|客服|人工客服|人工服务|真人|活人|专员|工作人员|经理|负责人|领导|主管|站长|网点负责人)  转人工
(人工|客服|人工客服|人工服务|真人|真人客服|在线客服|人工台|人工坐席|转接人工|客服在吗|有客服吗|人工呢|有人工吗|客服呢|有活人吗)¦  客服
(我要|我想|想|要|让我|能不能|可以|可不可以|能)(跟|和|同|与)(真|活|个|你们的?|一个)?(人|真人|客服|人工|负责人|经理|你们)(说|讲|聊|谈|沟通|对话|通话|说话|联系|讲话)  我要跟人说话
(打|打个|回|回个|来个|来|致|挂)(一?个)?(电话|电)(给我|给俺|过来|俾我|联系我)  打电话给我
(给我|给俺|跟我|俾我)(打|回|来|致)(个|一个|一下|下)?(电话|电)  给我打电话
(叫|让|请|麻烦|要|喊)(你们|快递员|快递|小哥|派件员|配送员|师傅|司机|送货员|骑手|站长|经理|他|客服|人|速递员)…(打|回|来|给|联系|致|call)(给|个|我|电|电话|一个)  叫快递员给我打电话
(回电话|回个电话|回我电话|来电|请回电|请来电|请致电我|尽快联系我|联系我|联络我|联络一下我|联系一下我|同我联络|跟我联系|与我联系|和我联系|电话联系|电联|打我电话|打我手机|打这个电话|call我|打给我|打俾我|加我微信|加微信)  联系我
(不要|别用|不想跟|不跟|讨厌)(机器人|机器|自动回复)  不要机器人
(你是|是不是|是)(机器人|真人|人工)(吗|还是|么)?  你是机器人吗
(speak|talk|chat|connect|transfer|put|get|pass|escalate)( me)?( through)? (to|with) (a |an |the |your |some |my |me to |any |customer )?(real |live |actual |human |customer )?(person|human|agent|someone|somebody|sb|smb|some one|ppl|real ppl|real people|real someone|representative|rep|operator|manager|supervisor|service|support|staff|driver|courier|care|people|anyone|advisor)  talk to a person
(real|live|actual) (person|human|agent|people)  real person please
‹(your |ur |the |a |my |need |want )?(agent|human|representative|operator|customer service|customer support|customer care|live agent|live chat|supervisor|manager|person|real person|a person|a human|support|rep|advisor|cust service|customer svc|cs|helpdesk|help desk)( please| pls| plz| now|!)?¦  representative
(call|phone|ring|contact|telephone) (me|us|back)  call me
(give me|want|need|expecting|get) (a |an )?(call|ring|callback|call back|phone call)  give me a call
(please|pls|can you|could you|can someone|someone|have (him|the driver|someone|them)|ask (him|the driver|someone)|tell (him|the driver)|let the driver|get (him|the driver)|the driver to|driver please) (please )?(to )?(call|phone|ring|contact)  can someone call me
(i )?(want|need|like) (to )?(speak|talk|a human|a person|an agent|someone)  I need to speak to someone
(are you|is this|am i (talking|speaking|texting) (to|with)) (a |an )?(bot|robot|human|machine|real person|computer)  are you a bot
(接线员|坐席|客服人员|客服小姐|客服妹妹|售后)(呢|¦|在|电话)  接线员呢
(オペレーター|担当者|人と話|상담원|hablar con|persona real|un agente|parler à|parler avec|un conseiller|mit einem menschen|mitarbeiter sprechen|falar com|atendente|parlare con|оператор|человеком|nhân viên|tư vấn viên|bercakap dengan|เจ้าหน้าที่|موظف)  hablar con un agente
(叫|让|请|喊|要|麻烦)(你们)?(的)?(站长|经理|领导|老板|负责人|主管|客服)(来|接|打|回|出来|联系|给|跟|听|说|出面)  喊站长接电话
(找|叫|换|来)(个|一个)?(真)?人(来|吧|¦)  机器回复没用，找人
有(没有)?(活人|真人|人工客服|人工|客服|工作人员)…(没|吗|么|不|¦)  有人工客服没
(gimme|give me|i want|i need|want|need|get me|find me|put me to) (a |an |some |the )?(real |live |actual )?(human|person|agent|operator|rep|representative|manager|supervisor|someone)  gimme a human
(麻烦|请|速|尽快|盼|望|速速|赶紧|立即)(速|尽快|给我)?(回电|来电|致电|回个电)  麻烦回电
(找|叫|换|来|派)(个|一个|位)(真|懂的|能管事的|负责的)?人(跟|和|来|给|说|联系|打|回|接)  找个人跟我说
(找|换|来|叫|派|搵|给|安排)(我)?(一)?(个|位)(能|会|懂|管|负责|说得上|明白|讲|识)…(的|人|嘅)?(来|跟我说)?¦  找个能说话的
(找|叫|换|来|派|安排)(个|一个)人(处理|解决|管|看看|弄|搞|帮|上门|过来)(一?下|管)?  找个人处理
(有没有|有冇|有)人(能|来|可以|出来)?(管管|管|帮帮|帮我?|理我?|处理|解决)(一?下|忙|啊|吗|呀|¦)  有没有人能管管
(你们|你哋|恁)(的)?(领导|经理|老板|主管|负责人|站长|老总)(呢|在哪|在吗|出来|出来说话|在不在|是谁)  你们领导呢
(找|叫|换|搵)(人|佢|他|她)(打|call|回)(电话|个电话)?(俾我|给我|畀我)  叫佢打俾我
(找|叫|要|喊)(你们|你|恁|贵司)(的|公司)?(老板|老总|上级|上司|头儿|领导|经理|当官的|管事的)  找你们老板
""")

INNOCENT: Final = rows("""
(虽然|虽说|尽管)(等了|慢|晚了|拖了)…(天|久|点|些|小时)  虽然等了4天，还是满意的
(saw|seen|read|replying|reply|responding|noticed|answering) (it |this |that |your text |the text |you )?(so |too |very |a bit )?late  Thx, saw it late
(号码?|电话|手机号)(错|不对|发错|弄错|搞错|填错)(了)?  号码错了吧
(没有?|并没|也没|未|冇|无|没啥)(少|缺|漏|坏|破|碎|湿|错|丢)(东西|件|什么|啥|损)?(¦|,|的|掉)  收到了，没少东西
先(送|派|给)(别家|别人|人家|隔壁|其他人)  先送别家最后送我
(porch|doorstep|hallway|front step) (is|was|s) empty  porch is empty, no box
(please|pls|just|kindly) (ring|press|use|try|push) (the |my |our |door ?)?(bell|doorbell|buzzer|intercom)  Please ring bell 2
不好意思  不好意思说错了
(往|朝)(后|前)(推|挪)  能不能往后推一推
(可以|能|可不可以|能不能|行不行|想|麻烦)(再)?(晚|迟)(点|半|一|两|#)  可以晚半小时不
(有|养|看门|养了|小|大|只|条)狗       有狗，到了打电话
(叫|让|说|跟)(了|过)?你们(放|送|别|不要)…(你们)?(给|却|还)  上次叫你们放门口你们给我放驿站
晚(点|一天|两天|几天|些|#天)(拿|取|去|来|送)…(可以|行|得)  晚两天拿可以不
(未|没|还没|仲未)(收工|收摊|收班|收市)    嗰阵我仲未收工
(never|not once|havent) (been )?let down  never been let down
(没人|没人接|打不通|无人接|联系不上|不接|没接)(电话)?(的话|就|再)(存|放|送|打|暂|退|转)  没人接电话就存着
(没有?|无|毫无|未|不|没见|未见)(任何|一点|半点|什么|啥|丝毫)?(破损|损坏|磕碰|变形|破|漏|挤压|污渍|异味|迟到|耽误|磨叽|敷衍|拖拉|拖沓|马虎)  没有破损，挺好
(damn|bloody|fucking|effing|freaking|hella|wicked|jolly) (good|great|fast|quick|nice|brilliant|well|amazing|impressed|happy|decent)  damn good
(once|yet) again (a |an )?(excellent|great|perfect|brilliant|good|superb|fantastic|lovely|happy|amazing|spot on|flawless|no problems?)  once again excellent
(cant|cannot|couldnt|could not|wont|wouldnt|hard to|no need to|not going to|nothing to|didnt have to|never had to|no reason to) complain( about)?  couldn't complain
(我)?(已|已经|都|早|早就)(经)?申请(了)?(退款|退货)  我已经申请退款，别派了
(里面|盒里|箱里)的(发票|小票|收据)…(没有|没看到|没见|没)  里面的发票没有
(放|搁|留|丢|撂)(在|到|喺)?(门口|楼下|外面|大厅|走廊|楼道|路边|地上)也(行|可以|好|成|ok|得|没事|没问题|没关系)  可，放门口也行
有(病人|病号)                         家里有病人不方便
(till|until|till quite|home|back|work|working|finish|out|in|open|shift|at work|too|a little|bit) late( shift)?(¦| for me| tonight| then| today)  at uni till late
(咩|乜|乜嘢|什么|啥|边间|边个)公司(嚟|来|寄|送)?(㗎|嘅|的|呀|啊)?¦  咩公司嚟㗎
running (about |like |roughly )?(a few |a bit )?(#|ten|five|fifteen|twenty|thirty)? ?(m|min~|hour~)? ?late  running 10 min late
‹(就|只|是|有|才|共)?(一|两|#|几)(个|箱|件|袋|盒|瓶|本|双)(小|大)?(盒子|水果|箱子|包|文件|衣服|鞋子?|书|东西)¦  两箱水果
送不(了|到|成)(就|的话|则)  送不了就退
(万一|如果|要是|假如|会不会|会唔会|可能会|怕|担心|若)…(丢|坏|碎|破|烂|湿|被偷|偷|弄丢|不见|超时|过期|损)(了|掉|失|坏|咗)?(的话)?(呢|怎么办|咋办|点算|点办|怎么弄|咋整|吗|么|¿|怎么赔|谁赔|谁负责)  万一丢了呢
(别|不要|不想|不用|不会|没打算|不忍)…(给)?…差评        别给小哥差评，是我没接电话
(没收到|没到|丢了?|不见了?|少了?)…(找到|找着|到了|收到了|又到了)  没收到那件找着了
never (late|rude|lost|broke~|wrong|a problem|let me down|disappoint~|any problem~|any issue~)  never late, love it
(take your time|no rush|no hurry|in no rush|no panic)  take your time
(只有|就)?一个字                     只有一个字：好
(in a row|again) on time           third time in a row on time
(电话|来电|call|铃|门铃)…(没|未|冇|没有)(接到|接|听到|接着|听见)  打了2次电话我没接到
(不能|能不能|可以|还能|能|可不可以|是不是不能|怎么)投诉(了|你们|吗|么)…(吗|么|¿|¦)  同意了就不能投诉了吗
(doorbell|bell|buzzer|intercom|lift|elevator|phone)( has| is| isnt| not)? (stopped working|working|not working|doesnt work|wont work|playing up|bust|kaput)  doorbell stopped working, knock
(不是|没|没有|不想|无意|不打算|并非|不是要|不是想|没想)(来|要|想)?(投诉|抱怨|骂|发火|怪你们|找茬|生气|举报)  不是投诉，就想问下
(not|no|without|isnt|never) (a |here to |trying to |going to |looking to )?(complain~|angry|upset|mad|annoyed|blaming)  not complaining, just wondering when it comes
(lift|elevator|buzzer|doorbell|intercom|car|phone|light|lights|heating|ankle|leg|arm) (is |was |are |isnt |still )?(broken|down|out of order|dead|stuck|wet)  lift is broken
(at work|at the office|in meetings|on shift|in class|at school|at the gym|in town) (until|till|til) (quite |very |too |pretty )?late  I'm at work until late
(out|away|working|busy|up|not back) (till|until) (late|very late)  out till late
(can|could|may|please|pls|just|should)( it| you| they| he| i| u)? ?(be )?(left|leave|put|placed|drop|dropped)( it| my parcel| the parcel)? (outside|in the|at the|by the|on the)  can it be left outside
(电梯|门铃|门锁|门禁|车|车子|灯|手机|电脑|门|锁|对讲|可视门铃)(也|又|都|刚)?(坏|停|没电|故障)(了|掉|着)?  电梯坏了
(我|他|她|俺|咱|阿)妈的             我妈的
(says|said|marked|shows|showing|claims|status|tracking|app)( it| its| is| was| as| that| been)?( was| is| been)? delivered(,| but| and| yet| however| though)  tracking says delivered but nothing here
(地址|电话|号码|名字|单位)?(寄|填|写|下|留|选|输)错(了)?(地方|地址|单位|号|电话|收件人|名字|¦)  地址填错了
(work~|home|back|finish~|get in|get home|staying|stay|arrive|out|shift|meeting|free|here|come|up) (home |back |a bit |a little |quite |very |too |so |really )?late(r)?( today| tonight| this evening| that day| shift)?  sorry, working late today
(a bit |a little |bit |much |far )?too late (for|at|to)               too late for me
late (shift|night|meeting|afternoon|morning|evening|dinner|lunch|train|class|at work|is fine|is ok|is good)  late shift today
(running|bit|little|slightly|might be|may be|ill be|i will be|i may be|i might be|im) late  I'll be late
(wait for|waiting for) (my|the) (wife|husband|son|bus|train|call)  waiting for my wife
(hell|damn|fucking|bloody) (yes|yeah|yep|no|no way|good|great|awesome)  hell yes
(下班|回家|到家|回来|起床|睡|起|上班|加班|吃饭|放学|回|来)(得|的)?(太|很|比较|有点|会|挺|都)?(晚|迟|慢)  下班太晚
(non ?-?stop|heavy|pouring|still|this) (rain~|snow~|storm~|wind)( here| today| all day| outside| wont stop)?  non-stop rain here
(他|她|你|人家|孩子|小孩)(的)?妈(妈|咪)  我是他妈妈
""")

COMPLAINT: Final = rows("""
(machine|locker|screen|keypad|it) (rejects|rejected|refuses|refused|wont (take|accept)|doesnt (take|accept)|not accepting) (my|the) (code|pin|number)  machine rejects my code
(硬|非|偏|愣)(是)?说(我|家里|我家|家)?(没人|不在|拒收|没接|联系不上)  家里有人你们硬说没人
(回|发|按)(了|过)(y|1|2|3)…(啥|什么|都|也)(都|也)?(没|冇)(有|收到|动静|反应)  回了Y啥也没有
说话(太|很|真|这么|好|特别)?(难听|冲|凶|不好听|刻薄)  驿站的人说话太难听
(扔|丢|甩|撂|放)(在|到)?(门口|楼道|走廊|楼下|地上|大门口)(里|外|上)?(就|直接)(走|跑|不管)  扔楼道里就走了
(车|电瓶车|三轮|货车)…(乱停|停我|停在我|挡我|挡住|堵我|堵住|占我)  送货车老停我家车位
(门|电话|铃|招呼)(也|都)(不|没)(敲|打|按)(就|直接|一下|一个|¦)  门也不敲就说家里没人
(你们|你|快递|客服|小哥)(公司)?到底(行不行|能不能|会不会|送不送|管不管)  你们到底行不行
(别|不要|莫)再(老)?(往|给我往|把…往)?(驿站|柜子|快递柜|门卫|楼下)(放|扔|送|塞|丢)  别再往驿站放了
(上楼|送货|上门|取件|送上门)(还|居然|竟然|又|都)?(要|收|得)(我)?(#|加|多)(块|元|钱|费)  上楼还要五块钱
(到处|乱)停车  快递员到处乱停车
(人影|鬼影)(都|也)(没|冇|不|莫)(见|看到|有|一个|得)  说好2点来，人影都没有
说好(了)?(的)?…(来|送|到|上门)(的)?…(没|不|冇)(来|送|到|见)  说好今天送的没来
(往|朝|就)…(地上|门口|门外|草丛|走廊|楼道|地下|院子)…一?(扔|丢|甩|撂|摔)  快递往地上一扔就走
没(有)?(敲门|按门铃|打电话|上门|按铃|通知)(就|直接|便|又)(走|签收|放|扔|退|跑|撤|离开)  没敲门就走了，还写我拒收
(系统|你们?|上面|快递员|小哥|怎么)?(还|就|却|居然|竟然|直接|乱|瞎)?(写|显示|标|标记|填|备注|判|说)(我|成|为|是|着|的|了)…(拒收|拒签|派送失败|无人签收)  还写我拒收
#(个)?(天|日|周|星期|礼拜|月|多月)(了|啦)?(,)?(还|都|仍|一直|依然)(也)?(在路上|没动|没影|没到|没更新)  都1个礼拜了还在路上
等了…#(个)?(天|日|周|星期|礼拜|月|小时)  都等了1个礼拜咯
(waited|been waiting|waiting) (for |in )?(over |more than |about |like |the past )?(#|two|three|four|several|a few) (hours|hrs|days|weeks|months)  waited 2 days already
(code|coupon|voucher|link) (has |have |just )?(stopped|stops|isnt|is not|wasnt|not|doesnt|dsnt|doesn|didnt|wont|wouldnt|no|cant) ?(be )?(working|work|works|valid|accepted|go through|used|recognised|recognized)  the code stopped working
(昨|前天|上周|上次|之前|早上|上午|下午|今天|今早|约)…(说|讲)(好)?(的)?(来|送|到|要来|要送)‥(没|未|不)(有|见)?(来|送|到|人)  昨日说来，并未来
(都|已经)?(第#次|已经#次)(改|送|派|约|说|打|催|问|投|换|等|跑|反映|联系|退|送错)…(了|啦|还|又)  都第3次改时间了
(封条|封口|胶带|包装|快递|包裹|箱子)(被|给|让|好像)(人)?(动过|拆过|打开过|撕开|撕过|撕|拆了|打开了|重新封)  封条被人动过
(跟|和|与|同)(我)?…(买|订|定|下单|描述|图片|拍)的…(不一样|不符|不同|不对|两码事)  寄来的跟我买的不一样
(order|ordered|bought|paid for|sent) (#|two|three|four|a couple)( of them)?,? ?(but |and )?(only |just )(#|one|two|got|came|received|come)  Order 2 but only 1 come leh
(就)?(该|应该|说好)(到|送到|收到|送)(的|了)‥才(收到|到|送|拿)  2号就该到的，今天才收到
上(次|回)‥(等|说)‥(没来|没到|没送|没人来|没见人|没影|不来)  上次也说这个点，等了一晚上没来
on hold (with|to) (your|the|ur)  on hold with your call centre for an hour
(天|周|月|小时|日|星期)(后|了)?才(通知|告诉|说|联系|打电话|来电|回(复|电|信|我))  上次存了半个月才通知我
说(存|转|放|退|签|送|改)就(存|转|放|退|签|送|改)(了|¦|,)  你们自己说存就存了
(picked up|collected|taken|signed|signed for|accepted|received) by (a stranger|someone else|somebody else|someone i dont|an unknown|nobody i know|the wrong|some random|a random)  collected by someone else
(收到|拿到|取到|打开|拆开|里面)(的)?(就|却|居然|竟然)?(是)?空(的|盒|箱|包|¦)  收到的是空的
not (everything|all of it|all of them|all)( is| was| are)? (here|there)  not everything here
(你们?|快递|小哥|师傅)(就)?(没|没有|从没|从来没|什么时候|几时|啥时候|哪次|哪回)(有)?(准时|守时|按时|准点|说话算数|靠谱)(过|了)?  你们就没准时过
(stood me up|left me waiting|messed me (around|about)|mucked me about|wasted my (time|day|evening|night)|never (come|came|comes|show|shows|showed|turn|turns|turned)( up)? (on time|when|last time|yesterday))  stood me up yesterday
(凭什么|凭啥)(又|非|老|总|要|让|叫|派|周末|天天|每次|都)…(去|来|加班|干|值班|上班|参加|开会)(¦|啊|呀)  凭什么让我去
(我)?(几时|什么时候|啥时候|何时|哪时候?)…(说|讲|话|选|要求|同意|答应|叫)过…(要|存|转|约|送|放)  我几时说过要存
(怎么|咋|点解|干嘛)(就|又|还|把|给)…(存|放|转|退|签|改|扔)(了|到|去|起)(¦|,|驿|柜|别)  怎么就给我存了
(预约|约|等|催|打|回|投诉|反映|联系)(了|过|咗)(好)?(几|两|三|多|#)(次|回|遍|趟)(都|也|还|仍|全)?(没|不|冇|无)  预约了三次都没来
(等|熬|盼)(到|了|咗)(天黑|半夜|天亮|深夜|大半夜)(都|也|还|才|没|¦)  选了2等到天黑
不(上门|送|派|打电话|上楼)(还|却|倒|又)(收|要|扣|好意思|算)  不上门还收上门费
(每次|次次|回回|每回)…(都|也)?(不|没|冇)(来|到|上门|接|理)(¦|,|人)  每次选2都不来
(存|转|送|寄|约|派|暂存|转寄|上门)(你|恁)(妹|妈|大爷|个头|个鬼|个锤子|奶奶)  存你妹
(0|零|负|1|一)分(都|也)(不想?给|不配|嫌|不值)  1分都不想给
‹(0|零|负)分(¦|,|滚)  0分
‹(0|zero|1|one) stars?¦  1 star
(三天两头|隔三差五|隔三岔五)  三天两头出问题
(held|kept|sat|waited|waiting|taken|took|been|stuck) (it |there |in storage )?(for )?(ages|weeks|forever|donkeys)(¦| and)  held for ages and no notice
wrong (city|town|country|province|state|area|street|depot)  you redirected it to the wrong city
(二货|二百五|二逼|二愣子)  你个二货快递
no( |-)?show(s|ed)?(s)?( again| twice| yet)?¦  3 times no show
(转|送|寄|派)(到|给|去)(了)?(别人|人家|他人|别家|陌生人|路人)…(了|¦)  转到别人手里了
#(件|个|箱|袋|盒|包|瓶|样)(里|里面|中)?(就|还|却)?(少|缺|丢)(了)?#(件|个|箱|袋|盒|包|瓶|样)  2件少1件
(全是|都是|满满的?|又是|玩|老|,)套路(深|满满|多|人|我们?|真|啊|¦)  涨价又打折，套路
(说好|约好|定好|讲好|约定|承诺|答应|每次说|每次定)…(从来|从没|没一次|没有一次|每次|总是|老是|一次都|就没|根本)(都)?(没|不)?(不|没)?(准|算数|准时|守时|兑现|作数|靠谱|准过|守过)  说好的时间从来不准
(能不能|可不可以|能否|麻烦|请|就不能)(你们)?(给我)?(靠点?谱|靠谱|有点谱|有个?准|专业|认真|负责|准时|守时|用点心|上点心|长点心|走点心|讲点信用|讲信用|说话算数|说话算话)(一)?(点|些|¦|吗|么|¿)  能不能靠谱点
(好|可以|行|合适|方便|准时|成)个(鬼|屁|头|毛线?|锤子|球|蛋|什么劲|啥|仙人板板|铲铲)…‥(昨|上次|上回|前天|每次|等|害|没来|没人来|白)  好个鬼，昨天等到半夜
(连)?(快递|件|包裹|货|东西|派件|送货)(都|也|还)(送|派|寄|收)(不(好|到|明白|清楚|了|过来)|丢|坏|错)…(还|就|倒|又)  快递都送不好还发券
(well done|nice one|nice job|good job|great job|great work|nice work|good work|bravo|congrat~|thanks|thank you|cheers|ta)( guys| mate| lads| everyone)? (for |on )?(giving|handing|leaving|letting|signing|delivering)( ~)?( ~)?( ~)? (stranger~|wrong|someone|somebody|anyone|anybody|random|whoever|nobody|no one|god knows|rain|street)  well done giving it to a stranger
(well done|nice one|nice job|good job|great job|great work|nice work|good work|bravo|congrat~|thanks|thank you|cheers|ta)( guys| mate| lads| everyone)? (for |on )?(losing|dumping|throwing|breaking|ruining|smashing|crushing|forging|ignoring|wasting|soaking|faking|wrecking|lying)  thanks for losing it
(费|费用|价钱|价格|收费)(也|都|怎么|咋)?(太|好|那么|这么|也太|真|死)(贵|高|黑)  2元保管费太贵
(给|打|评|就|只给)(你们?|他|她|您)?(个)?(1|一|0|零|半)(颗)?(星(¦|,|!|差|都|也)|分(¦|,|!|差))  给你1星
(甩|摆|给)(我|人|顾客|客户)?(脸|脸色|臭脸|脸子)(看|¦|,|给)  快递员甩脸色
(乜|咩|乜鬼|乜嘢|咩嘢|啲咩|乜野)(服务|态度|公司|效率|速度|水平|嘢|人)(嚟|来)(嘅|㗎|的|啊)  乜嘢服務嚟㗎
(放|存|转|送|约|上)(咩|乜|什么|啥|鬼|毛|屁|锤子)(驿站|柜|快递柜|丰巢|门口|网点|门)(啊|呀|,|¦|!)  放咩驛站啊，癲㗎
(癫|颠|傻|低能|白痴|痴线|发癫|有病)(㗎|嘎|嘅|佬|吧你|啊你|吗你)  癲㗎
(柜|柜机|机器|屏幕|屏|系统|设备|扫码机)(又|都|也|一直)?(黑屏|白屏|死机|没电|断电|失灵|没反应|关机|宕机|蓝屏|花屏)  柜机黑屏了
(上次|昨天|每次|前天|上回|前几次)(也|都|就|还)?(说|约|讲|定)…,?等到…(都|也|还|才)(没|来|冇)  上次也说六点半，等到八点都没来
(不要|别|勿|莫|不许|请勿|不准)再(给我|把我的|往|帮我)?(快递|件|包裹)?(放|丢|扔|搁|塞|存)(到|在|进)?(驿站|快递柜|柜子|柜|丰巢|菜鸟|门口|楼下|门卫)(里|了)  不要再给我放驿站了
(打扰|影响|吵|骚扰|打搅)(到|醒)?(了)?(我|人|孩子|老人|家人|我们)…(休息|睡觉|工作|上班|睡|开会|午睡)  打扰到我休息了
(送|派|寄|投)(到|去)?(了)?(隔壁|别的?|另一个|其他|旁边|错的?|邻近)(的)?(小区|楼|栋|单元|城市|省|网点|站点|地方|街|村|区)(去)?了  送到隔壁小区去了
再(发|来|骚扰|推|打)…(就|我)…(打1|投诉|举报|告|曝光|报警|拉黑|工信部|不客气)  再发我就打12321了
(凭什么|凭啥|为什么|为啥|干嘛|怎么)(要|让|叫|非要|非得|还要|得|逼)(我|我们|客户)…(自己|亲自|下楼|跑|下去|去拿|去取)  凭什么让我自己下去拿
(化|融|坏|碎|烂|压|摔|淋|泡|挤)(成|得)(了)?(水|渣|泥|粉|片|饼|糊|一滩|一团|不成样)  冷链的件化成水了
(charged|billed|debited)( me| us| my card)? (twice|double|extra|too much|again|wrong~)|(over|double) ?charged  you charged me twice
(too|so|way too) far( away| from| for me| to walk)?¦  too far away
(取件码|提货码|码|单号)(发|给|写|打|印)错  码发错了吧
(差劲|恶劣|糟糕|垃圾|坑爹|恶心|极差|稀烂|离谱|低劣)的(服务|态度|体验|公司|快递|客服|素质|快递员)  差劲的服务
(you|they|he|she|driver|courier|u|your (guy|driver|courier|staff)) (have |has |had |ve |just )?(broke|broken|damaged|destroyed|ruined|smashed|crushed|wrecked|lost|dented|scratched)  you broke my vase
(delivered|handed|given|left|gave it|dropped) (it |my parcel )?(to|with|at) (a stranger|the wrong|someone else|nobody|some random|a random|another)  delivered to a stranger
(冲|朝|对着|跟|对)我(嚷|吼|喊|大喊|发火|发飙|翻白眼|甩脸|嚷嚷|凶|瞪眼)  快递小哥冲我嚷嚷
(没人|没有人|没个人|没一个人|谁也没|一直没|也不|不)给(我|个|我个|我一个)…(说法|交代|解释|答复|结果|回复|道歉)  到现在没人给我个说法
(态度|说话|口气|脾气)…(拽|横|牛|冲|臭|硬|冷|傲|大|嚣张|得很|要命)  态度拽得很
(当|把我当)(空气|猴|傻子|皮球|冤大头|韭菜|耳旁风|儿戏)  拿我当空气
(哪次|哪回|什么时候|啥时候|几时)…(准|对|按时|守时|靠谱)过  每次都说六点半，哪次准过
结果…(才|也没|都没|还没|又没)(来|到|送|派|收)  结果十点才来
(never|not|wont be) (use|using|used|order~|buy~) (you|your|this|it|from) ?(again|ever|company|courier|service)?  never using you again
(wouldnt|wont|refused to|refuses to|didnt want to|too lazy to) (even )?(come|go|walk|climb|carry|bring|deliver|help|wait)  he wouldn't come up the stairs
(in|into) (a |the )?(puddle|mud|bin|bushes|gutter|rain|snow|skip|hedge)  left it in a puddle
(no|not even an?|without an?|without) (apology|sorry|explanation|response|reply|answer|warning|note|card|call)  no apology, nothing
(公司|服务|快递|速递|做嘢)…(hea|求其|是但|差到|衰到)  呢间公司好hea
(老是|总是|每次|总|一直|次次|经常|永远)(都)?(送|派|寄)不(到|来|上来|进来|上门)  老是送不到
only (one|1|two|2|half|part|some)( of (them|it|my))?( box~| item~| parcel~)? (here|arrived|came|inside|delivered|received|left)  Two boxes, only one here
(挂|掐|按)(了|断|掉)?(我)?(的)?电话    挂我电话
把(我)?(的)?电话(就|给|直接)?(挂|掐|按)  快递员把我电话挂了
(didnt|did not|never|wouldnt|doesnt) (even |bother to |bother )?stop~ (at|here|by|for|outside|to)  didn't even stop at my house
(关着门|锁着门|没开门|吃闭门羹|大门紧闭|铁将军|关门闭户)  关着门
(说|答应|承诺|讲|保证)(好)?(的)?#(个)?(小时|天|日|分钟)(内|之内|以内)…(回|联系|处理|解决|送|到|退|给)  说两小时内回电
(逗我|逗呢|坑爹|坑货|骗鬼|耍猴|耍人|当儿戏|开玩笑吧|搞笑吧|闹着玩|糊弄|糊弄鬼|哄鬼|鬼才信)(吗|呢|啊|吧)?  你们这是在逗我
派咗#(日|天)                       派咗三日
(别|不要|不许|能不能别|可不可以别|请别)(再)?(老|总|总是|老是|每次都?|天天|一直|动不动就?)(给我|把我的?|往|帮我)?(快递|件|包裹)?(都|就)?(放|丢|扔|搁|塞|寄|存|代收|签|迟到)  别老给我放驿站
(all |hours |day |home |in |there |over |off |time |down )?for nothing¦  I waited 2 hours for nothing
(码|券|link|app|code|coupon|qr|链接)…(不|没|冇)(work|works|working)  code不work
(快递费|运费|邮费|费用|价格|派送费|服务费)…(贵|离谱|乱收|多收|收多|太高)(了|啊|呀|¦)  快递费收贵了
(收|算|扣)(贵|多|重)了               收多了钱
(你们?|客服|快递员|都|全)(都|全)?(是)?(死人|聋子|哑巴|瞎子|傻子|猪|饭桶|摆设|木头人?|吃干饭的)(吗|么|啊|吧|¿|¦)  你们都是死人吗
(驿站|网点|柜|快递柜|站点|店|代收点|自提点|柜子)…(太|好|那么|这么|特别)远  这驿站太远了
(敲|按|打|问|说|等|送|喊|叫|吭|回|理|管|招呼|通知|联系|讲|查|看)(一下|一声|个|一个)?(都|也)(不|没|冇|懒得|唔)(敲|按|打|问|说|等|送|喊|叫|吭|回|理|管|招呼|通知|联系|讲|查|看)  敲都不敲就走了
(theft|thief|robbed|robbery|burgl~|daylight theft)  theft
stop (charging|billing|overcharging|lying|ignoring|losing|damaging|wasting|throwing|kicking)( me| us| my| it| things| parcels| packages)?  stop charging me storage
(别|不要|不想|勿|莫|不许)(再)?(让|叫|给|要)…(门卫|保安|驿站|邻居|别人|物业|前台|他|她|陌生人|楼下)…(签|收|代签|代收|拿)  别再让门卫签了
(上次|之前|上回|昨天|那次|上一张)…(用|领|兑|换|攞)(唔|不)(到|了|上|得|着)  上次攞咗都用唔到
(你们?|你们公司|快递员|贵司)(可|还|也)?(真|好)(是|的)?(行|可以|厉害|会|棒|能|有意思|逗)(啊|呀|,|¦)  你们真行，又给我扔驿站了
yeah,? right(,| |¦)                   yeah right, like last time
(好意思|有脸|还有脸)(吗|么|啊|说|问|让)  好意思吗你们
又(让|叫|要|逼)我…(预约|去|跑|等|取|拿|选|填|约)  又让我预约
(another|whole|entire|my) (day|morning|afternoon|evening)( off)?( work)? (wasted|gone|lost|down the drain)  another day off work wasted
(wasted|wasting) (my|the|a|another|our) (whole |entire )?(day|time|morning|afternoon|evening|lunch)  wasted my morning
又…(扔|丢|塞|摔|乱放|放驿站|放门口|放楼下|送错|寄错)  又给我扔楼道里
好你个(快递|公司|骗子|东西|小子|{courier})  好你个快递
(要|养)(你们|你)(有)?(何用|什么用|啥用|干嘛|干啥)  要你们何用
心里(就|都)?没(点|个)?(数|b数|逼数)  你们心里没数吗
(调|查|看|翻)(一下|下|个)?监控         调监控看看谁拿了
(丢|坏|弄丢|搞错|送错|放错|摔|弄坏|寄丢)过(一|1|两|2|几|好几|多|三|3)?(次|回|遍)  被你们转寄丢过一次
(三番五次|一而再|再三|反反复复|翻来覆去|隔三差五|没完没了|接二连三)  三番五次改时间
(没|冇|不|也没|没有)(问|同|跟|和)(过)?我…就…(定|选|安排|约|放|改)  没问过我就定
没(一|1)(张|个|次|件)…(能|可以|好|对|成|行)  领了3张没一张能用
stop (telling|saying|claiming|pretending|marking)  stop telling me it's delivered
(排|等)(了|队)…排了(半|一|两|几|好|#)(个)?(多)?(小时|钟头|天|分钟|久|半天)  排队排了半小时
(摔|扔|砸|踢|踩|翻|拆|压|淋|偷)(了|着)?(我|俺|人家|客户)(的)?(东西|快递|件|包裹|货|箱)  快递员摔我的东西
(上次|上回|昨天|每次)(也|都|就|还)?(说|约|讲|定)…,等到  上回也说这个点，等到九点
(车|货车|三轮|电瓶车|面包车)(别|不要)(老|总|再|天天|每次都?)…(停|挡|堵|放)…(门口|车库|通道|消防|路口|楼道)  送货车别老停我家车库门口
(三更半夜|大半夜|半夜|深更半夜|大清早|凌晨|一大早)…(发什么|发啥|打什么|吵什么|发短信|发信息|打电话|敲门)  三更半夜发什么短信
(怎么|咋)又是(广告|你们|短信|推销|优惠|这个)  怎么又是广告
(说|讲|提醒|告诉|讲过|说过)(过|了)?(多少|几|好几|无数|n|八百|多)(次|遍|回)  别放驿站！说了多少次
(total|absolute|utter|complete|sheer|pure) (nonsense|rubbish|joke|disgrace|shambles|garbage|farce|chaos|incompetence)  total nonsense
(parcel|package|box|it|item) (came|arrived|was|turned up) (open|opened|empty|wet|soaked|crushed|torn)  parcel came open
(放|搁|丢|扔|存)…(干嘛|干啥|干什么|做什么|搞什么)(,|¦|啊|呢|呀)  放1楼小卖部干嘛
every (single )?time                every single time
(一个|连个|半个)?(电话|招呼|短信|一声)(也|都)?(不|没)(打|说|发|吭)(一个|一声|过)?…(直接|就|便|给|退|放|扔|签|走)  一个电话不打直接退回
(直接|擅自|私自|就|偷偷|给我)(退回|退了|退件|退掉)…(也不|都不|没|连)  直接退了也不说
(说|讲|写着|答应)(送|来|到|退|赔|改|查)(又|却|结果|了)?(没|不)(送|来|到|退|赔|改|查)  说送没送
(吞|黑|扣|私吞|昧|坑)(了)?(我|人家|客户)(的)?(快递|件|货|东西|钱|包裹)  吞我快递
(一年|一次|一天|一回)不如(一年|一次|一天|一回)  服务一年不如一年
越来越(差|慢|烂|不行|离谱|过分|垃圾|敷衍|糟|坑)  越来越差
再不…(就|我|要|去)…(找媒体|找人|找你们|上网|发微博|小红书|抖音|曝光|去网点|不要了)  再不处理我找媒体了
(取|拿|打开|开|拆|领)(出来|开|回来|到)?…(是|成|变成)(别人|人家|空|错|坏|碎|其他人)的?  取出来是别人的
(码|取件码|密码|券|优惠码)(都|早就|已经|早|全)(过期|失效|用不了|无效|作废)  码早就过期了
(nothing happen~|no response|not responding|wont scan|doesnt scan|not scanning|wont accept|keeps failing|error|frozen|froze|out of order|malfunction~|glitch~)  scanned it and nothing happened
(clueless|lazy|liars|thieves|muppets|idiots|morons|clowns|crooks|jerks?|scumbags?|wankers?|tossers?|pricks?|arseholes?|twats?|bunch of|a bunch|dumb|pig|fool~)  bunch of muppets
再不…(就|我)…(打|投诉|举报|告|曝光|报警|退|差评|不客气|翻脸)  再不送来我就打12345了
(rip ?off|ripoff|con artists?|daylight robbery|money grab|cowboys?|clowns?|jokers?|amateurs?|pain in the|waste of (time|money)|good for nothing|load of (rubbish|crap))  Total rip off
(just |simply )?(drove|walked|went|sped|ran) (past|off|away|straight past|right past|by)  just drove past
(没人|没有人|冇人|无人|也没人|都没人)(敲门|按门铃|打电话|联系|通知|上门|打招呼|告诉)  没人敲门
(签名|签字|字迹|名字|签收人)…(不是|唔系|非|并非)(我|本人)(写|签|亲笔)(的|嘅|¦)  签名不是我写的
((驿站里?|网点|站里|柜台|站点)(都|一直|根本|又|经常|总是)?|(店里?|前台)(一直|根本|又|经常|总是))(没人|冇人|无人|关着|锁着)  驿站没人
(关门|没人|锁|打不开|坏了)(了)?…(取|拿|寄|进)不(了|出来|到|上|进去)  关门了取不了
(取|拿|联系|登录|下单)不(出来|到|上|进去)(啊|呀|了)?¦  取不出来
(说|显示|提示|系统)…(没有|无|不存在|查无)(这个|此|该)?(码|单号|取件码|订单)  说没有这个码
(是|都是|全是|就是|又是|肯定是)(假的|骗人|骗子|忽悠|虚假|假货)  优惠码是假的
(说|显示|写|讲)(我)?(家里|家)?(没人|无人|不在家|冇人)…(,|但|可)?(我)?(一直|明明|都|全天|整天|就|一整天)(在|有人)  又说家里没人，我一直在家
(没|没有)(一个)?(人)?(接|管|回)(过)?¦  电话打了十几个没一个接
(每次|次次|回回|总|老是|总是|天天)(都)?(要|得|让|叫|逼)(我|我们|客户)?(自己|亲自|跑)  每次都要我自己去拿
(乱七八糟|一塌糊涂|一问三不知|推三阻四|推来推去|爱理不理|敷衍了事|不闻不问|不了了之|岂有此理|欺人太甚|目中无人|店大欺客|蛮不讲理|拖拖拉拉|磨磨蹭蹭|磨叽|睁眼说瞎话|胡说八道|满嘴|满口|无法无天|胡来|瞎搞|乱搞|乱弄|瞎送|乱送|胡扯|吃干饭|干什么吃|干啥吃|吃屎|摆烂|不作为|装聋作哑|石沉大海|态度冷淡|冷冰冰|黑脸|臭脸)  你们客服一问三不知
(成日|总|老|又|经常|天天|每次|次次|一直|总是|老是|连续)(都)?(迟到|延误|晚点|拖延|失约|爽约|放鸽子|送错|弄错|搞错|出错|丢件|丢)  成日迟到
{courier}…(不愿意?|不肯|不想|懒得|拒绝|死活不|硬不|不乐意)(送|上楼|上门|派|来|打电话|联系|接|管|处理|等|搬|帮)  派件小哥不愿意上楼
(丢|坏|碎|烂|损|赔|事|错|耽误|责任|后果|损失|迟)…谁(来)?(负责|承担|担|赔|管)  丢了谁负责
谁(让|叫|准|允许|要|请|同意)(你们?|他们?|快递员|小哥|派件员)…(的|了|¦)  谁让你们给我退订的
{courier}?{never}{serve}             从来不按门铃
(一点都?不|一点也不|完全不|根本不|太不|真不|毫不|极不|很不|这么不|那么不|如此不|特别不|实在不|也太不)(靠谱|负责|负责任|专业|用心|尊重|尊重人|上心|及时|守信|守信用|讲理|讲道理|讲信用|准时|守时|像话|走心|认真|礼貌|有礼貌|友好|地道|厚道|人性化|作为|要脸|合理|诚信)  一点都不靠谱
(有没有搞错|搞什么(鬼|名堂|飞机|东西|呢)|收钱不办事|光收钱|白等|白跑|空跑|白白浪费|浪费我|耍我|玩我|当我傻|当猴耍|说话不算|言而无信|不守信用|不讲信用|踢来踢去|没完没了|没人性|欺人|霸王条款|强制消费|乱扣钱|多扣|多收)  白等一天
(驿站|网点|店|站点|超市|代收点|柜台|你们)(都|已经|早就|又|怎么|老是|总)?(关门|关了|倒闭|没人|没开门|不开门|锁着|锁门)  驿站关门了
(偷|顺走|私吞|吞了|扣了|扣押|私拆|偷拆|拆了)(了)?(我|我的|人家)?(的)?(东西|快递|件|货|包裹|钱)  偷东西
(you|you guys|they|he|she|driver|drivers|courier|couriers|u|your (guy|driver|courier|staff|people)|this company) (always |just |constantly |again |simply )?(always|never|constantly|lost|loses|lose|ignored|ignores|ignore|lied|lies|mess|messed|screwed|left|dumped|forgot|forget|refused|refuses) (on |up )?(los~|leav~|deliver~|call~|com~|knock~|ring~|answer~|do this|forget~|mess~|late|listen~|show~|bother~|care~|reply~|respond~|ignor~|it|my|me|the|again|to|this|things|stuff|everything|up)  you always lose things
‹(never|always) (delivers?|deliver to|calls?|knocks?|comes?|on time|late|shows? up|rings?|answers?|leaves?|losing|lying|the same)  never delivers to door
(别|不要|不想|勿|莫)(再)?(让|叫|派|要|用|给)(那个|这个|他|她|这|那|同一|上次)…(送|派|来|快递员|小哥)  别再让那个快递员送了
(我要|我想|想|要|一定|必须|准备|马上|已经|帮我|来|我|怎么|如何|在哪|需要|去|打|给你|直接|再不|不然|否则|就)?投诉(你|他|她|快递|电话|小哥|你们|一下|吧|了|定|无门|到底|渠道|¦)  我要投诉快递员
(投诉|举报|曝光|差评|维权|起诉|告你们|告你|报警|12315|12305|邮政局|消协|工商|法院|律师|黑猫|赔偿|索赔|赔钱|赔我|赔付|理赔|怎么赔|要赔|谁赔|给个说法|讨个说法|讨说法|给我个交代|给个交代|给个解释|讨公道|人为损坏)  要求赔偿
(摔|砸|压|挤|撞|碰|弄|踩|磕|泡|淋|撕|碎|拆|震|搞|损|破)(坏|烂|碎|破|扁|瘪|变形|湿|伤|损|裂|没)(了|掉|的|啦|完|成)?  摔坏了
(破损|损坏|破了|坏了|烂了|碎了|漏了|湿了|洒了|变形|扁了|裂了|磨损|开胶|有破|被拆|拆开过|开封|拆封|开口|泡水|进水|发霉|变质|臭了|坏的|坏掉|烂掉|漏液|漏水|撒了|破的|碎的|破掉|烂的|破裂|裂开|残缺|污损|坏咗|烂咗|爆咗|整烂|打烂|整坏)  包裹都破了
(少了|缺了|少件|缺件|丢件|漏发|少发|少东西|少一|少两|缺少|里面没有|里面是空|空盒|空包|少咗|唔见咗|空箱|短少|被偷|偷了|被盗|被人拿|拿走|冒领|错发|发错货|送错|派错|寄错|投错|给错|拿错|放错|调包|掉包|假货|货不对|货不对板|错件|错货|串件|丢了|弄丢|搞丢|丢失|遗失|丢件)  少了一件
(别人|邻居|人家|他人|人哋)的(快递|包裹|件|东西|货)…(送|派|寄|放|投|给)(到|给|来)?(我|俺)  别人的快递送到我家了
(态度|服务|素质|质量|效率|体验|速度)(太|很|真|非常|特别|极其|极|这么|那么|超|有点|实在|都|也|也太|相当|简直|好)?(差|恶劣|不好|垃圾|烂|嚣张|不行|蛮横|粗暴|凶|冷漠|糟糕|低|劣|慢|敷衍|成问题|有问题|恶心|撇|孬)  服务态度太差
(骂|吼|凶|辱骂|威胁|恐吓|骚扰|歧视|侮辱|怼|吼叫|推我|推人|推搡|推倒|吵|羞辱|训|冲我发|跟我吵|挂我|挂了我|挂电话|耍横|爆粗|发脾气|撒谎|说谎|骗|忽悠|敷衍|推卸|推诿|踢皮球|糊弄|坑|欺骗|欺负|欺诈|甩锅|态度差|不理人|不理我|没礼貌|不礼貌|没素质|凶我|闹)(我|人|客户|顾客|消费者|了我|责任|姿态|脸色|巴巴|谁|子|¦)  快递员骂我
(什么|啥|这|这什么|这算什么|就这|这叫|就你们这|你们这|什么破|什么鬼|什么烂|啥子|乜鬼|咩)(服务|态度|破|烂|垃圾|鬼|公司|快递公司|破公司|破快递|素质|玩意|垃圾公司|效率|速度|水平|物流)  什么破快递
(垃圾|破|烂|狗屁|狗|黑心|无良|流氓|骗子|辣鸡|坑爹|奇葩|傻逼|傻比|沙雕|土匪|强盗|诈骗)(快递|公司|服务|平台|物流|商家|骗子|态度|东西|玩意|网点|驿站|客服|¦)  垃圾快递
(sb|tmd|nmsl|cnm|mmp|mlgb|zz|laji|gun)  SB
(妈的|他妈|傻逼|傻比|煞笔|沙比|操你|我操|卧槽|我靠|操蛋|操他|草泥马|艹|滚|去死|王八|混蛋|畜生|脑残|有病|神经病|白痴|废物|蠢|贱|狗东西|狗日|尼玛|你妈|你大爷|他娘|特么|日你|扯淡|放屁|屁|恶心|无耻|缺德|卑鄙|不要脸|没良心|丧良心|坑人|坑货|扑街|仆街|顶你个肺|冚家|戆鸠|痴线|黐线|死扑街|屌|丢你|龟儿|瓜娃子|瓜皮|宝批龙|哈麻批|憨批|鳖孙|玩蛋去|装死|死了吗|鬼扯|欺人太甚)  他妈的
(太|真|这也太|也太|实在|简直|真是|真的|就是|是真|好|贼)(过分|气人|离谱|坑|坑人|恶心|差劲|差|不负责|不像话|慢|无语|扯|烂|不靠谱|垃圾|让人失望|失望|让人生气|生气|坑爹|不专业|耽误事|拖拉|敷衍|黑|不要脸|欺负人|荒唐|乱来|不讲道理|没素质|嚣张|随便|气愤|可恶|过份|离大谱|衰|曳)  太过分了
(气死|烦死|急死|无语|醉了|崩溃|受够|受不了|忍无可忍|受不鸟|恼火|火大|嬲死|激死|嬲|愤怒|生气|失望|寒心|后悔|被坑|上当|坑了|无语了|服了|够了|忍不了|强烈不满|非常不满|十分不满|很不满|极度不满|不满|郁闷|糟心|闹心|要疯|气炸|气疯|心累)  气死我了
(不打电话|没打电话|不打招呼|没打招呼|不通知|没通知|不经|没经|未经|没有经过|不经过|没经过|电话都不打|电话也不打|也不打电话|都不打个电话|招呼都不打|招呼也不打|没人通知|没有通知|不提前|也不说一声|不说一声|一声不吭|擅自|私自|偷偷|随意|随便|乱|随手)…(就|我|直接|便|给|放|扔|丢|送|签收|代收|派|改|退|同意)  不打电话就放驿站
(怎么|为什么|为啥|为何|凭什么|凭啥|干嘛|干吗|咋|做咩|点解|谁让你们?|谁让|谁准|谁允许|谁叫你们?|谁同意|你们凭|搞什么|谁给)(不|没|老|老是|总|总是|又|天天|每次|都|随便|擅自|乱|把|就|给我|你们|我|能|会|可以|放|扔|代|让|直接|别人|私自|未经|快递|一直|要|他|还|经|唔|未)(是)?…(打电话|送上门|上门|放|扔|丢|送|派|代收|签收|退|通知|联系|经过我|问我|接电话|理|回|处理|管|弄|解决|拒收|改|转|驿站|柜|门口|收费|收钱|多收|敲门|按门铃|送货|骗|挂|说话不算)  为什么不经过我同意就放驿站
(不|没|唔|冇)(送|派)(货)?上(门|楼)     不送上门
(虚假|假|伪造|冒名|冒充|假装|谎称|骗|提前|被|莫名|无故|擅自|私自|代|乱)(签收|签名|派送|配送|代签|派件|点签收|点了签收|显示签收|投递)  虚假签收
(没|未|不是|并没|没有|并未)(我)?(本人)?(签|收)…(显示|就|却|怎么|竟然|居然)…(签收|已收|派送)  没收到却显示签收
(显示|写|写着|说|说是|物流|明明|系统)(已|已经|都)?(签收|派送|送达|妥投|放|代收|送到)…(不|却|可是|根本)(是|没人|没签|不)  显示签收却不是我
(扔|丢|撂|摔|踢)(在|到|进|给|下|来|去|门口|外面|楼下|地上|路边|草丛|垃圾)  扔在门口
(放|搁)(在)?(门口|楼下|外面|路边|地上|大厅|垃圾桶|雨里|消防|走廊|楼道)(也|都|被|没|丢|淋|让|了也)  放门口被偷
(野蛮|暴力|粗暴|违规|恶意|虚假|故意|无良)(分拣|搬运|派送|卸货|操作|装卸|退回|拖延|拒收|投递|收费)?  暴力分拣
(到底|究竟|还)(管不管|送不送|有没有人管|想不想|要不要|能不能送|派不派|什么时候能|要等到|会不会送|想怎样|要怎样|怎么回事|咋回事|要拖|几时)  你们到底管不管
(没人|无人|没有人|冇人|都不|也不|没一个人|一直不|从来不|就是不|不给|不肯|死活不|就不)(管|理|理我|处理|解决|负责|接电话|接听|回复|回应|接|睬|送上门|打电话|回|联系|上门|送|通知|解释)(了|吗|我|¦)?  打电话没人接
(电话|客服|客服电话|热线|打电话|你们电话)(打|也|都|一直|永远|根本|总是|老|怎么)(不通|打不通|没人接|没人|不接|占线|无人接|没用|打唔通|冇人听|接不通)  电话打不通
(打不通|打唔通|没人接|无人接听|一直占线|永远占线|不接电话|冇人听)  电话没人接
(等|拖|耽误|耽搁|延误|晚|迟|超|卡|停|堵|压|滞留|搁)(了)?(一|二|两|三|四|五|六|七|八|九|十|好几|几|多|大半|整整|半|快|1|2|3|4|5|6|7|8|9|10)…(天|周|星期|礼拜|月|小时|钟头)…(还|都|也|才|没|未|不|了吧|结果|仲|冇)  等了三天都没来
(一|二|两|三|四|五|六|七|八|九|十|好几|几|1|2|3|4|5|6|7|8|9|10)(天|日)前(就|都)?(该|应该|说)  3天前就该到了
(早就|早该|昨天就|前天就|上周就|上个月就|本来)(该|应该|说)…(到|送|派|来)  早就该到了
(说好|说好的|说了|讲好|约好|约定|答应|承诺|明明说|预约|通知|约)(的)?(是)?(今天|昨天|上午|下午|明天|晚上|早上|中午|几点|上门|送|派|会|当天|次日|前天|周|两天|三天|1|2|3|24|送货)…(没|不|又|结果|却|都|还|也|现在|怎么|冇|人影|到现在)  说好昨天送结果没来
(又|再次|老是|总是|每次|一直|天天|次次|经常|三番五次|反复|屡次|回回)(是)?(这样|延误|迟到|放驿站|放柜|丢|扔|弄坏|送错|不送|没送|晚|推迟|不打|拖|不上门|延迟|不接|出问题|放快递柜|坏|骗|放到驿站|放菜鸟|放门口|放代收点|不按|不守时|放楼下|送到驿站)  又放驿站
(没法|无法|不能|打不开|开不了|开唔到|打唔开|坏了|卡住|扫不了|取不出|拿不出|开不到|用不了|失灵|死机|没反应|取不到|拿不到|开不开|超时收费|要收费|乱收费|还收费|收我钱|多收|收费)(开柜|取件|打开|取出|取|拿|开|吗|¦|了)  柜子打不开
(取件码|取货码|验证码|提货码|码|密码|二维码|凭证)(是)?(错|不对|无效|错误|失效|用不了|不正确|不好使|过期|输不了|打不开|显示错误|唔啱|有问题|不能用)  码不对
((要|给我|申请|请|怎么|不|不给|快|赶紧|必须|还不)退款|退钱|退我钱|退运费|赔|还我钱|还钱|退我|把钱退)  退我运费
(诈骗|骗子|骗人|骗钱|骗局|欺骗消费者|泄露|隐私|信息泄露|卖我信息|个人信息)  泄露我的信息
(complain|complaint|complaints|complaining|complane|complian|complaning|file a|lodge a|grievance)  I want to complain
(terrible|horrible|awful|appalling|disgusting|disgraceful|pathetic|rubbish|trash|garbage|worst|useless|unacceptable|ridiculous|incompetent|unprofessional|outrageous|shameful|joke|nightmare|liar|liars|lying|lied|crap|crappy|shit|shitty|bullshit|bs|wtf|fuck|fucking|fucked|fk|idiot|idiots|stupid|moron|bastard|damn|hell|suck|sucks|scam|scammers|scammer|fraud|thief|thieves|poor service|bad service|very bad|so bad|disappointed|disappointing|frustrated|frustrating|angry|furious|upset|annoyed|annoying|fed up|sick of|sick and tired|had enough|not happy|unhappy|not acceptable|dreadful|lousy|atrocious|abysmal|a disgrace|disgrace|shambles|screw you|asshole|dick|incompetence|negligence|negligent)  terrible service
(broken|damaged|smashed|crushed|cracked|shattered|torn|ripped|soaked|wet|ruined|destroyed|dented|opened|leaking|leaked|defective|spoiled|bent|in pieces|tampered|squashed|scratched|mouldy|moldy|rotten|stained)  the box is damaged
(empty box|empty package|box is empty|box was empty|is empty|was empty|something missing|item missing|items missing|missing item~|missing from|things missing|stolen|nicked|robbed|was lost|is lost|lost my|youve lost|you lost|got lost|has gone missing|went missing)  items missing
(wrong (parcel|package|item|order|one|thing|product|box|goods|house|door|building|flat|apartment|neighbou?r|place|unit|floor|size|colou?r)|someone elses|somebody elses|other peoples|another persons)  I got the wrong parcel
(rude|impolite|disrespectful|abusive|aggressive|shouted|yelled|swore|insulted|threatened|hung up|threw|throwing|thrown|dumped|tossed|kicked|careless|slammed|harass~|unfriendly|nasty|attitude)  your driver is rude
(didnt|did not|doesnt|never|not|wont|no one|nobody|hasnt|without) (even |bother to |bothered to )?(show up|show|turn up|turned up|showed up|came|come|knock|knocked|knocking|ring|rang|ringing|ring the bell|call first|called|calling|answer|answered|answers|answering|respond|responded|responding|reply|replied|picks? up|picked up|helps?|helped|cares?|cared|asking|notice|permission|contacted|notified|notify|telling|buzz|buzzed)  driver didn't show up
(fake|forged|false|falsified|faked) (signature|delivery|attempt|sign|signed|proof|photo|update|status)  fake signature
(not|isnt|thats not|wasnt|never) (my )?(signature|signed by me|signed it|signed for|signed)  that's not my signature
(says|said|marked|shows|showing|shown|claims|status|tracking) (as |it was |it is |its |that it |it |that |says |is |was )?(as )?(delivered|attempted|signed|completed)  says delivered but nothing here
(waited|waiting|been waiting|sat waiting|wasted|waste|wait) (in |at home |here |around )?(all|the whole|my whole|for|my|hours?|days?|weeks?|ages|a whole|over|more than|since|the entire)  I sat waiting all day
(stayed|stay|sat|was) (at )?(home|in) (all|the whole|for nothing|waiting)  stayed in all day for nothing
(late|delayed|overdue|too slow|so slow|very slow|slow|behind schedule|too long|so long|forever|days late|hours late|takes ages|taking ages|taking so long)(again)?  it's late again
(third|second|3rd|2nd|fourth|fifth|nth|yet another) (time|single time|day|failed)  this is the third time
(again and again|every time|everytime|always late|keep(s)? (failing|losing|leaving|calling|sending|missing|delaying|changing|doing)|keeps? (on )?|as usual|once again|over and over)  you keep losing my stuff
(refund|compensation|compensate|reimburse~|sue|lawyer|legal action|report you|reported|report this|trading standards|money back|small claims|ombudsman|consumer (rights|protection)|police|name and shame|bad review|negative review|one star)  I want a refund
(nonstop|non-stop|non stop) (ringing|calling|calls|texts)  nonstop ringing from your driver
(left|leave|leaving|put|dumped|placed) (it |my parcel |the parcel |my package |the package |them )?(outside|in the rain|on the street|in the street|in the open|in the hallway|in the lobby|on the road|in the bin|at the wrong|in the wrong|with a stranger|at some|on the pavement|where anyone)  left in the rain
(code|pin|locker|door|qr|link|website|app|tracking)( code| number| link)?( is| are| does| do| was| keeps)?( not|nt|n t| isnt| doesnt| wont| never|isnt|doesnt|wont| invalid| wrong| broken)( work~| open~| valid| recogni~| load~)?( work~| open~)  the code doesn't work
(code|pin) (is |was )?(wrong|invalid|incorrect|expired|rejected|not working)  code is wrong
(locker|door|box) (is |was |wont |will not |does not |doesnt |cant |cannot )(jammed|stuck|broken|open|be opened|locked)  locker won't open
(cant|cannot|couldnt|could not|unable to|wont) (open|unlock|get into|access) (the |my )?(it|locker|box|door|cabinet)  can't open the locker
(三番五次|一而再|三番两次|屡次|好几次|几次三番|第#次|已经#次|#次了|不止一次|次次)(不|没|投诉|失败|错|坏|送|打|丢|延|问题|这样|了|冇|…(不|没|投诉|失败|错|坏|丢|延|问题|冇))  三番五次送不到
(说好|讲好|约好|说|承诺|答应)(的)?(今天|明天|昨天|上午|下午|中午|晚上|早上|几点|周|当天|送|到)…(呢|的呢|人呢|又|骗)¦  说好今天送的呢
(啥|什么|啥子|屁|乜)(也|都)(不是|不懂|不会|做不好|干不好|没干|不管|没用)  啥也不是
(领|兑|登|注册|点|下载|扫|查|联系|打)不(了|到|上|开|进|通|进去|上去|出来)  领不了
(开|打)不(了|开)(柜|门|锁|箱|格)  开不了柜门
只(到|收到|有|来|拿到|送来|见)了?#(件|个|箱|袋|盒|包|样)  买了3件只到1件
(you|they|he|driver|it|app|website|she|your guy|u) (said|promised|told me|told us|keep saying|say) (today|yesterday|it|you|that|tomorrow|monday|he|they|delivered|by|would|friday|before|at)  you said today
(壊れ|破損|クレーム|苦情|遅い|遅すぎ|파손|부서|불만 접수|너무 늦|roto|dañado|queja|reclamo|cassé|endommagé|plainte|kaputt|beschädigt|beschwerde|quebrado|danificado|reclamação|rotto|danneggiato|reclamo|сломан|поврежд|жалоб|разбит|bị hỏng|khiếu nại|rosak|rusak|aduan|เสียหาย|ร้องเรียน|พัง|شكوى|مكسور)  壊れています
(等|拖|花)(了|得)?(太|好|这么|那么)(久|长)(了|啦)?  等太久了
wrong (locker|code|station|pin|shelf|cabinet|pickup)  wrong locker number
(派件员|快递员|小哥|客服|你们|他|她|司机)(把|将)(我)(拉黑|挂|骂|骗|屏蔽|删)  派件员把我拉黑了
(电话|微信|消息|短信)(都|也|一直|从来)?(不|没人|唔)(接|回|理|听)  电话不接微信不回
(都|全|给|被|弄|搞|也|衣服|盒子|箱子|包装|东西|里面|外面|屏幕|杯子|瓶子|玻璃|水果|蛋糕|鞋子|手机)(都|全|也|已经|给|被|有点|有)?(脏|断|弯|化|馊|皱|歪|散|塌|漏|没|丢|黑|臭|坏|湿|碎|破|烂|扁|爆|裂|瘪|凹|洒|撒)(了|掉|光|完|透|得|¦)  我衣服都脏了
(外包装|包装|箱子|盒子|快递|包裹|纸箱|袋子)…(全|都|已|也)?(湿|烂|碎|破|坏|扁|开了|开口|散开|瘪|凹|裂|脏)  外包装全湿
(网站|app|小程序|系统|公众号|官网|页面)…(打不开|崩|坏|用不了|登不|卡|报错|进不去)  小程序打不开
(website|app|system|site|page|link)( is| was|s)? (down|broken|not working|useless|crashed|slow|rubbish|crap)  your website is down
比(蜗牛|乌龟|爬|走路|…还)(还)?(要)?(慢|差|烂|久)  你这快递比蜗牛还慢
(骂骂咧咧|大喊大叫|吵架|大吼|吼叫|阴阳怪气|指手画脚|爱答不理|爱搭不理|不耐烦|没好气|凶巴巴|吊儿郎当|嬉皮笑脸)  快递员骂骂咧咧的
(明明|分明)(在|是|有|说|写|没|就|都|不|家里|我)  说没人在家，我明明在
(什么|啥|哪门子)(规矩|道理|逻辑|说法|规定|操作|做法|意思嘛)  什么规矩
(刷|扫|弹|输|按|打|点|拉|拧|推|密码)(不|没)(开|出|进|动|弹开|反应|开门|出来)  二维码刷不开
(过期|变质|坏|烂|凉|冷|化|馊)(了|掉)(才|都|还送|还发|还卖)  东西都过期了才送
(shout|yell|swear|curs|insult|scream|argu|threaten|laugh|rais)(s|ing|ed)? (at|his voice|with) ?(me|us|my)?  the guy was shouting at me
(run over|driven over|trampled|mangled|chewed|stepped on|sat on|half empty|battered|bashed|beaten up|falling apart|split open|burst)  looks like it was run over
(找人|讨|去)?(理论|评理|算账|讨说法|说理|闹)(去|¦)  我要找人理论
(station|depot|shop|store|office|place|locker)( is| was)? (always |still |already )?(closed|shut|gone|not there)  the station is closed
(没|没有|未|从不|也不|都不|不)(给我|跟我|提前|先)?(打|来|回)(过)?(个|一个)?(电话|招呼)…(就|签|放|扔|走|派|送|代)  没给我打电话就签收了
(quit|stop) (delaying|losing|leaving|throwing|lying|messing|holding|ignoring|breaking|wasting|playing)  quit delaying
#天才(到|送|收到|来|拿到|发)         3天才到
(说好|说好的|讲好|约好|约定)的?‥(人呢|没来|不来|没到|没送|没人来)  说好六点半送，人呢
(动手|殴|出手)?打(人|客户|顾客|了人|了我|我了|我¦)  快递员打人
等(了)?(你们|你|他们?|快递)?(一|整|大半|半|整整一)(个)?(晚上|天|上午|下午|早上|整天|晚)(了|都|也|还|¦)  等你们一晚上了
(someone|somebody|neighbou?r|he|she|they|your driver) (else |has |had )?(took|stole|taken|grabbed|stolen) (my|our|the)  someone took my parcel
(半夜|大半夜|凌晨|三更半夜|深更半夜|大清早|一大早|大早上|清早|天没亮|天不亮|大晚上|深夜)…(打|敲|拍|砸|按|摁|吵|闹|来电|发短信)(了|来|我|门|电话|门铃|个没完|不停|到|醒|¦)  半夜一点打电话吵醒我
(吵|闹|惊|弄|嘈|搞)(醒|到)(了|咗)?(我|人|孩子|小孩|娃|宝宝|老人|全家|一家)  吵醒孩子了
(rang|ringing|called|calling|phoned|phoning|knocked|knocking|buzzed|buzzing|texting|banging|hammering|banged)( on)?( me| us| my door| my bell| my phone| the door| the bell)? at (1|2|3|4|5|6|midnight|dawn|silly|stupid|some ungodly|an ungodly) ?(am|a.m|in the morning|oclock|hour|¦)  rang my bell at 6am
(woke|woken|waking|wakes)( up)? (me|us|my|the|everyone|our)  woke my baby up
stop (ringing|banging|buzzing|hammering|knocking|pressing|phoning) (my|our|the|on|me|us|at)  stop ringing my bell
(排|站|耗|守|蹲|干等|白等)(了|咗|着)?(快|大)?(半|一|两|二|三|好几|几|#)(个)?(多)?(小时|钟头|个钟|分钟|天|上午|下午|晚上|刻钟)(的)?(队|长队)?  排了半小时队
(queued|queuing|stood|standing|in line|lined up|in the queue|in a queue)( up)?( there| here| outside| in line)? (for )?(#|an|a|half|over|ages|almost|nearly|forever)  queued for half an hour
(queue|line|lineup|queues|lines)( is| are| was| were|s)? (so |too |always |just |really )?(insane|crazy|mad|long|massive|huge|endless|out the door|unreal|bad)  queue is insane
(had to|made me|made us|forced me to|making me|forcing me to) (pay|queue|wait|walk|drive|come|go|climb|carry|call|ask|chase|beg|fetch|collect|pick|haul|drag)  had to pay 2 quid storage
(been |was |am |me |stuck |still |im |put |kept )(put |kept |left |stuck )?(me )?on hold (for )?(#|ages|forever|over|an|half|so|too|since|all|almost|nearly|an hour)  been on hold 40 minutes
(on hold|in the queue|in a queue) (for )?(#|ages|forever|over|an hour|half an hour) ?(mins?|minutes?|hours?|hrs?|and|now)?  on hold for 40 minutes
(im |i am |ill be |will be |going to |gonna |gotta |about to )(report~|sue|suing|expos~|blacklist~|boycott~|complain~|take you to) ?(you|u|this|your|him|her|them|it|to|court|guys)?  I'm reporting you
(leav~|giv~|writ~|post~) (you |u )?(a |an )?(bad|terrible|negative|scathing|awful|1 star|one star|1star|zero star) ?(review|rating|feedback)?  leaving a bad review
(抢|坑|讹|宰)(钱|劫|人|客|我们|老百姓|消费者)  你们这是抢钱
(敲竹杠|趁火打劫|狮子大开口|天价|黑心|黑店|吸血鬼|割韭菜|敲诈|勒索|雁过拔毛|钻钱眼)  黑心快递
(再也|以后|今后|从此|永远|下次|打死)(都|也|再|就)?(不会|不想|不敢|唔会|唔敢|唔想|绝不|不再|不)(再|想|敢|会)(再)?(用|找|寄|选|光顾|帮衬|信|相信|来|买)(你|你们|你哋|你家|你们家|这家|呢间|贵司|他们|它|这破)  以後唔會再用你哋
(再也不|再唔|再不)(用|找|选|光顾|帮衬|信|相信)(你|你们|你哋|你家|你们家|这家|呢间|贵司|他们|它|了)  再也不用你们家了
(never|nvr|didnt|did not) (even |also |bother to |bother )?(press~|ring|knock|buzz|call|inform|msg|notify|tell me|say sorry|apologi~|greet|reply)( the| my)?( bell| door| doorbell| buzzer| me)?( first| also| at all| one| leh| lor| sia)?¦  courier never press bell also
(屏幕|屏|柜机|机器|柜子|快递柜|系统|设备|触摸屏|扫码机|键盘|按键|按钮|格口|格子|部机|台机|柜门|个柜)(也|又|都|一直|还|是|突然|居然|全)?(全)?(黑|黑的|没电|冇电|断电|停电|不亮|没反应|冇反应|不动|没动静|坏|坏了|坏的|坏咗|死机|弹不开|打不开|关不上|锁死|卡死|卡住|乱跳|故障|罢工|失灵|闪退|转圈)(了|的|咗|啊|掉|¦)?  屏幕黑的
(码|柜|门|机|卡|券|链接|网站|掣)…(用|开|打|扫|入|撳|揿|按|上|登)唔(到|开|倒|得|郁)  這個碼用唔到
(code|pin|locker|door|qr|app|machine|screen|scanner|barcode|touchscreen|box)( code| number)? (cannot|cant|couldnt|can not|nvr|never|not|dun|doesnt|wont|no longer) (be )?(scan~|open~|work~|us(e|ed|able)|read~|load~|recogni~|valid|accept~|unlock~|found|respond~|go through)  QR cannot scan
(keeps?|kept) (saying|telling|showing|giving|asking|beeping|rejecting|freezing|crashing|going|timing|repeating|refusing|asking)  kept saying expired
(asked|paid|requested|signed up|opted)( extra| good money)? for (a )?(home|door|doorstep|next day|express|same day|priority|premium|special|delivery to)‥(not|but|instead|and|never)  I asked for home delivery not a locker
(让|叫|要|逼|害)(我|我们|咱|俺|老人|客户|顾客)(自己|亲自|跑去|去|来|专门)(去|来|又)?(爬|下楼|搬|扛|跑|走|拿|取)…(楼|去|趟|回|取|拿|路|公里)  让我自己爬六楼去拿
(成|压成|变成|挤成|踩成|摔成|砸成)(了)?(肉)?(饼|渣|渣渣|碎片|一团|纸片|粉|粉末|八瓣|稀巴烂|废品|一坨)  箱子成饼了
(好一个|好个|什么|就这)(次日达|当日达|隔日达|极速达|准时达|半日达|特快|特惠|加急|准时宝)  好一个次日达
(说|说是|说好|讲好|写明|备注|明明|写的|选的|要求|付了钱)(的)?(是)?(送上门|上门|送到家|送货上门|送到门口|放门口|送到楼上|打电话)…(结果|却|又|还是|反而|偏)…(放|扔|丢|搁|存|塞|没|不)  说是送上门结果放驿站
(拿|把|送|给)(错|来)?(了)?(别人|人家|别家|隔壁|邻居|其他人)(的)?…(给|送|塞)(我|俺|咱|到我|来我)  拿别人的给我
(怎么|干嘛|为啥|为什么|咋|又|天天)(老|总|又|一直|天天|还|老是|总是)(让|叫|要|喊)(我)?(评|打分|评价|填|答|做问卷|做调查)  怎么老让我评
(non(-| )?stop|constant|constantly|nothing but|endless|never ?ending|always|so many|too many|countless|loads of|full of) (problems?|issues?|trouble|delays?|excuses?|mistakes?|lies|errors?)  non-stop problems
(#|上个?|大上|前年|去年|上上个?)(月|月份|周|星期|礼拜)(份)?(的)?(件|快递|货|包裹|单|东西)…才(到|送|收|派|来)  2月份的件现在才到
paid (extra |good money )?(for )?(home|door|doorstep|next day|express|same day|priority|premium|special) (delivery|shipping|service|post~)  paid for next day delivery
(去|到|跑|过去)(了|过了|过|咗)(一?趟|一次|两趟|两次|几趟|三趟)?,?(结果|又|都|门口|店里|驿站|那里|那边)?(也|都|根本|还|就)?(没人|冇人|关门|没开|不开门|锁着|人不在|闩门|关着)(了|啊|呀|在|的|¦)  去过了，没人
(servicio (pesimo|pésimo|fatal|horrible|malo)|pésimo|malísimo|nefasto|vergonzoso|una vergüenza|qué vergüenza|lamentable|un desastre|honteux|scandaleux|inadmissible|catastrophique|une honte|très déçu|furchtbar|unverschämt|schrecklich|eine frechheit|frechheit|unmöglich|péssimo|uma vergonha|terribile|che schifo|vergogna|vergognoso|ужасн|отвратит|безобраз|хамств|позор|최악|불친절|짜증|最悪|ひどい|酷い|ふざけ|失礼な|対応が悪|teruk|lambat|parah|mengecewakan|kecewa|quá chậm|quá tệ|tệ quá|แย่มาก|ห่วย|ช้ามาก|سيئ|سيء)  servicio pésimo
(里面|里头|箱里|箱子里|盒里|盒子里|袋里)…(东西|货|物品|一半|几样|手机|配件)?…(不见|没了|少|冇咗|唔见)(了|咗)?  里面东西不见了
(是|拿到|收到|领到|取到|给我|放)(的)?(是)?(了)?(别人|人家|其他人|隔壁|陌生人|他人)的?(东西|快递|件|包裹|货)  快递柜里是别人的东西
(糊|挤|压|摔|揉|碎|皱|烂|缠)(成|作)(了)?(一)?(团|坨|饼|泥|堆|片|锅粥)  蛋糕糊成一团
(全是|都是|净是|尽是|沾满|沾了|满是|好多|有|一股)(油|水渍|泥|血|污渍|脚印|霉|虫|蟑螂|洞|口子|划痕|刮痕|裂纹|裂缝|汤汁|臭味|异味|怪味|尿)(了|啊|¦|味|印)  衣服上全是油
{courier}(还|就|又|竟然|居然|老|一直|总|当面)?(嫌|怪我|凶|吼|瞪|讽刺|刁难|糊弄|忽悠|撒谎|耍赖|甩脸|推我|推搡|威胁|恐吓|侮辱|羞辱|辱骂|动手)  小哥嫌我家楼层高
(威胁|恐吓|辱骂|侮辱|羞辱|欺负|歧视|尾随|跟踪|人身攻击|性骚扰|调戏|推搡|坑害|刁难)(我|人|老人|老年人|小孩|客户|顾客|女|孕妇|消费者|了)  欺负老年人不会用手机
(撞|刮|蹭|砸|踩|踢|压|弄|碾|轧)(到|坏|倒|了|翻|破|断|死|伤|烂)(了)?(我|我家|我们|俺|人家|邻居|别人)  电瓶车撞了我家花盆
(park~|drove|back~|crash~|revers~|walk~|step~|trampl~|peed|spat|block~|scrap~|knock~ over|ran over|smash~|damag~|broke|scratch~|let|hit) (on |over |into |in |across |down |through |out )?(my|our|the neighbou?rs?) (lawn|drive|driveway|car|gate|fence|garden|flowers?|plants?|wall|hedge|grass|door|dog|cat|bike|pots?|window|kid|child|mailbox|letterbox)  he parked on my lawn
(雨|水|太阳|雪)…(淋|泡|打|浸|晒)(了|湿|透|坏|得|化|烂)  丢我家门口下雨淋了
(电话|门铃|门|招呼|短信|微信)(也|都)?不(打|敲|按|发|说)(,)?(电话|门|门铃|短信|人|招呼|一声|直接|就)(都|也)?(不|扔|丢|放|走|签)  电话不打短信不发
(到付|包邮|免费|次日达|当日达|特快|加急|送货上门|冷链|保价)(的|件)?(怎么|却|结果|又|就)?(变|变成|成|成了|改成|当成)(了)?(寄付|到付|收费|普通|慢件|自提|自取|平邮|要钱)  到付变寄付了
(答非所问|牛头不对马嘴|驴唇不对马嘴|鸡同鸭讲|复读机|已读不回|不知所云|推诿|甩锅|扯皮|踢皮球|推卸责任|装死|装傻|和稀泥|一言难尽|糟心|窝火|憋屈|恼火|闹心|寒心|心寒|膈应|龟速|蜗牛|太过分|过分了|欺负人|没天理|没王法|无耻|缺德|没良心|丧良心)  机器人答非所问
慢(得|的)?(像|跟|要死|成狗|成这样|出奇|离谱|吐血|到家|吞吞|腾腾|死了|死人|过)  慢得像蜗牛
(找|叫|联系|请|打给|上报|反映到|告到)(记者|媒体|电视台|报社|律师|警察|派出所|邮政局|邮管局|工商|消协|消委会|法院|市监|有关部门)  找记者采访你们
(上|发到?|挂)(新闻|热搜|电视|微博|抖音|小红书|网上|网)(曝光|去|见|了|让|给大家|叫)  发小红书让大家看看
(成日|总|老|又|经常|次次|每次|日日|一直)(都)?(是)?(送|派|到|来|嚟)(得|的)?(迟|慢|错|晚|晏)  成日送遲
(phone|hotline|line|number|calls?|helpline)( just| always| keeps| only| is| are)? (rings? out|ringing out|rings and rings|goes to voicemail|go to voicemail|engaged|dead|cuts? off|cut me off|hangs up|disconnect~|not answered|unanswered|wont connect)  your hotline just rings out
(impoli|malpoli|désagréable|maleducado|grosero|unfreundlich|unhöflich|maleducato|scortese|mal educado|груб|хамит|thô lỗ|kasar|biadap|kurang ajar|濡れ|破れて|潰れ|割れて|傷が|汚れて|間違っ|젖었|깨졌|망가|찢어|bị vỡ|bị ướt|pecah|koyak|basah kuyup|แตก|เปียก|mojado|mouillé|abîmé|nass geworden|zerdrückt|bagnato|rovinato|molhad|amassad|мокр|помят|порван)  荷物が濡れていました
(驿站|店|网点|自提点|超市|代收点)(的)?(老板|店主|人|店员|工作人员|管理员)(都|又|也|总|老|一直|根本)?(不在|唔喺度|没来|没在|睡着了)  驿站老板不在
(排|找|跑|翻|绕|打|试|弄|搞|走|爬|耗|折腾|蹲|站|等)(了|咗|着)?(半|一|两|二|三|好几|#)(个)?(多)?(小时|钟头|个钟|刻钟)(电话|队|¦|都|也|才|还|了)  包裹被压在最底下找半小时
(收|扣|要|多收|讹|坑)(了|咗)?(我|俺|人家|咱|客户|我们)(#|一|两|半)…(块|元|毛|刀|蚊|文)  超时一小时收我两块
(店员|店主|老板|老板娘|快递员|小哥|客服|师傅|司机|派件员|工作人员|阿姨|大叔|大妈|职员|速递员|骑手|管理员|前台)(真|好|很|太|巨|超|特别|非常|的态度|咁|几)(恶|凶|衰|坏|横|拽|冷漠|懒|傲|跩|差劲|不耐烦|没礼貌|冇礼貌|冇品|没素质|冷淡|敷衍)  店員好惡
(排队|排长队|人|队)(排到|排死|排了|好长|太长|太多|多得|多到|要死|长得)(外|出|门|离谱|要|爆|人|死|了|去|马路)  排隊排到出面
(machine|locker|app|system|website|screen|kiosk)( just| has)? (ate|swallowed|lost|deleted|rejected|refused|froze|crashed|died|broke|wont~|timed out|timing out|glitched|bugged)  the machine ate my code
(keypad|keyboard|buttons?|screen|display|machine|scanner|reader|kiosk|touchscreen|locker|app|printer|camera|barcode|qr)( code)?( is| are)? (isnt|arent|not|stopped|wont|doesnt|dont|never) (respond~|work~|turn~ on|light~|load~|let~|print~|react~|come on|do~ anything|regist~)  keypad isn't responding
(says|said|saying|shows|showing|claims) (the |my |that )?(code|pin|parcel|it|its|qr)?( is| was| has been)? ?(already |been |has been )?(used|collected|expired|taken|picked up|not found|unknown|invalid|unavailable)  says code already used
charged (me|us|twice|extra|double|for)  charged me for a day I didn't use
(was|were|am|got|been) (told|promised|quoted|assured) (it |it would |that |you |delivery |it was |today|yesterday|next day|by|on|before|between|a|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this|morning|tomorrow)  I was told Tuesday, it's Thursday
(to|at|with|by|for) (a |the )?wrong (person|recipient|guy|people|customer|lady)  given to the wrong person
(柜|柜机|机器|驿站|机子|扫码机)(又|都|也|一直|还|老)?(没网|冇网|断网|没信号|离线|没联网|连不上|掉线|上不了网)  柜机没网
(一?股|有|带着|全是)(怪|臭|霉|异|汽油|化学|难闻|刺鼻|烟|鱼腥|馊)(了的)?味  东西有股怪味
(就是|简直|成了|当|真是|跟)(个)?(摆设|饭桶|废物|吃干饭|骗子|强盗|土匪|流氓|大爷|祖宗|黑社会|草台班子)  你们客服就是摆设
(shocking|disgusted|appalled|fuming|livid|raging|outraged|infuriating|dire|woeful|diabolical|dismal|hopeless|laughable|farce|farcical|bollocks|insulting|unreliable|unhelpful|inexcusable|shoddy|sloppy|third rate|pissed off|cheesed off|gutted)  shocking service tbh
(#|another|second|third|multiple|several|two|three|many|yet another) (missed|failed|cancelled|canceled|wasted) (slots?|deliver~|attempts?|appointments?|visits?|collections?)  3 missed slots this week
(折|裂|瘪|化|弯|碎|漏|洒|馊|烂|破|皱|扁|糊|霉|锈|蔫|变形|掉漆|开胶|开裂|发霉|变质|融化|进水|受潮|串味|散架)(了|咗|光了|掉了)(啊|呀|一半|一地|¦)  书皮折了
(再也|以后|今后|永远|打死)(都)?(不|不会|唔)(再)?(用|找|来|寄)(了|啦|喇)¦  再也不用了
(良心|脸皮|底线|职业道德|责任心|信誉|诚信|职业操守)(呢|在哪|去哪|何在|都没|被狗|喂狗|不要|丢|没有)  良心呢
(等|忍|待|撑|受)不(下去|起|住)(了|啦)?¦  等不下去了
(唔掂|衰格|顶你个肺|扑街|仆街|痴线|黐线|粉肠|废柴|离晒谱|离谱|冇良心|冇责任|冇品|乞人憎|激死|嬲到|谷气|躁底)  唔掂呀你哋
(smoked|smoking|spat|spitting|peed|urinated|drunk|stoned|trespass~|littered|vandal~)  delivery guy smoked in my hallway
(smell~|stink~|stank|reek~)( really| so| very| all)? (of|like|bad|awful|terrible|horrible|funny|weird|rotten)  parcel smells of petrol
(味道|气味|味儿)(好|很|太|特别|巨|超)?(大|重|难闻|冲|臭|刺鼻|怪)  柜里味道好大
(不|唔)(给|让|俾|准|肯给)(我)?(拿|取|领|进|查|开|拆|寄|看)(件|货|快递|包裹)?(啊|呀|了|¦)  店家不给拿
(都|早就|已经|又|居然|竟然)(关门|打烊|闭店|收摊|锁门)(了|啦)(啊|呀|¦)  太晚了都关门了
stop (with|it with) (the |your |these |all )?(excuses|lies|nonsense|bs|games|rubbish|attitude)  stop with the excuses
""")

NOT_RECEIVED: Final = rows("""
只(收到|到|送来|来|给)了?(一半|一部分|其中|半)(¦|,|的)?  只收到一半
(neighbou?rs?|next door|upstairs|someone else) (got|has|took|received|have) (mine|my (parcel|package|box|stuff|order))  neighbour got mine by mistake
(问|找|查)(了|过)‥(没有|冇有|说没|没见)(¦|到|过)  问了楼下超市，没有
‹(its|it is|it was|was) empty(¦| lol| mate| when| inside)  its empty lol
nothing (was|has been|got|is) (handed|given|delivered|brought|passed|dropped)( to me| over| off)?  nothing was handed to me
(nobody|no one|noone|they never|never) (gave|handed|brought|passed|told) me (anything|it|a parcel|the parcel|any parcel)  nobody gave me the parcel
(扫码|系统|柜子|显示|提示|说|写着)…(已|已经|被)(取走|取件|领走|拿走|取出|提走)  扫码显示已取走
(someone|somebody)( else)? (took|has taken|collected|picked( it)? up|stole|nicked|got) (it|my|mine|the)  someone else took it
(买|订|下单|下了|拍|寄|发|一共)(了)?#(件|个|箱|盒|袋|样|单)(才|只|就|怎么才|结果只)(来|到|收到|有|给|送|见)(了|到)?#  买3件才来1件
(是不是|该不会|不会是|会不会)(被|给)?(你们)?(弄|搞|寄|送)?(丢|遗失|不见|没)了(吧|¦|¿|啊|呀|吗|呢)  我的包裹是不是丢了
no (parcels?|package|packages|delivery|box|order) (has |have |had )?(ever |yet )?(reached|come|came|arrived|been delivered|got to|turned up|shown up|been received)  No parcel has reached me.
(货架|架子|架|柜子?|驿站|里面|门口|那里|那边)(上|里)?(也|都|又|并|根本)?(莫得|木有|冇得|么得|没得)(件|快递|我的|货|¦|,|啊|呀)  货架上莫得
(‹|,|根本|压根|说|都|并|就|却|里|那边|架上|还是|里面|哪里|这里|那里|驿站)(没有?|冇)(我|我家|我们|俺|本人)的?(件|快递|包裹|货|东西)(啊|呀|¦|在|,)  去了，根本没有我的件
还?没(有)?(arriv~|deliver~|receiv~|come|came|reach~)  parcel还没arrive
sign~( for)? by (a |some |an )?‥(isnt|is not|not|wasnt|aint) (me|mine|us)  signed by Kim, that isn't me
(#|two|one|three) (boxes|parcels|packages|items|parcel|box) (short|missing)  Two boxes short today
‹(我的|快递|件|包裹|东西|货)?(是不是|该不会|不会是)(丢|弄丢|搞丢|遗失)了(吧)?(¿|¦|啊|呀)  件是不是丢了
(一直|到现在|至今|从来|都|还|始终)(都|也|还)?(没|没有|冇|未有)人(来)?(送|派|嚟)(过|来|¦)  一直没人来送
(货|件|快递|包裹|东西)(都|也|还|根本|压根)?(没|未|冇)(到|来|收到|见|见着|看到|拿到)…(评|打分|满意)  快递没到评价个啥
(dad|mum|mom|wife|husband|son|daughter|neighbou?rs?|guard|porter|concierge|roommate|flatmate|housemate|brother|sister|colleague|reception|he|she|they) (never|didnt|did not|hasnt|havent|has not) (even |ever )?(took|take|taken|got|get|received?|seen?|saw|sign~|accept~|collect~)  my dad never took it
(#|a|two|three) (days?|weeks?|months?) (and|still|with|later)( still)? (nothing|no parcel|no sign|no package)  2 weeks and nothing
(先|赶紧|赶快|麻烦先|你们先)(把|帮我把|给我把|将)(我)?(的|那个|这个)?(件|货|包裹|快递|东西)…(找|送|寄|发)(到|着|回|来|过|出|给)…(再|吧|¦)  先把我的件找到再说
(没|没有|冇|未|没能)(瞅|瞧|看|摸|见|碰)(见|着|到)(过|我的?)?(快递|包裹|件|东西|货|影|¦)  没瞅着快递
(nobody|no one|noone)( ~)?( ~)?( ~)? (has|got|took|received|signed|seen|saw|accepted) (it|anything|any|my|for|the)  no one I know took it
(手上|手里|手头|家里|门口|屋里|屋企|那儿|那里|那边|前台|保安室|门卫室|信箱|楼下|传达室)(根本|压根|现在|到现在)?(啥|什么|乜|毛|一样|一件|半个|连个)(东西|件|货|包裹|快递|毛|影子)?(也|都)(没|冇|木有|莫得|无)(有|得)?  我手上啥也没有
{person}?(前台|物业|管理处|管理员|保安|门卫|驿站|超市|小卖部|邻居|传达室|收发室|宿管|楼管|店里|店家|阿姨|我妈|我爸|家里|门岗|大堂|老师|同事|室友|婆婆|老婆|老公|人家|那边)(那边|的人|里)?(都|也|却|又|刚)?(说|讲|话|回|回复|告诉我)(是)?(没得|莫得|冇得|木有|冇|没有|唔见|无|查无|没这|没看见|没见)(了)?(这个|我的|的)?(件|东西|快递|包裹|嘢)?(¦|啊|呀|喎|哦)  驿站讲没得
(莫|冒|木有|冇得|没得)(有)?(收|拿|见|看)(到|倒|着)  莫收到
(没|没有|冇|未|还没)(收|拿|领|取)倒  没收倒
(none|neither|not one|not any|not a single one) (of )?(my|the|our|them|us|these|those)( ~)?( ~)? (has|have|had|got|took|seen|saw|received|accepted|knows?|heard)  none of my neighbours have it
(货|件|快递|包裹|东西)(都|也|根本|压根)(没|未|冇)(到|来|收到|见|看到|拿到)  货都没到评啥
(码|短信|通知|信息|电话)…(收到|有|来)了?,…(件|快递|包裹|货|东西|人)(却|还|倒|就)?(没有|没到|没见|没收到|没来|冇|没影)(啊|呀|¦)  码收到了，件没有
yet to (see|receive|get|arrive|come|have|be delivered)  yet to see any parcel
(text|message|sms|notification|code|email|msg)( only| but)?,? ?(and |but )?(not|no|never) (the |my |a |any )?(actual )?(parcel|package|delivery|box|order)  got the text, not the parcel
(#|one|two|three) (of|out of|/) (the )?(#|two|three|four|five) ?(parcels? |packages? |boxes |items )?(is |are )?(still )?(missing|lost|not here|gone)  2 of 3 missing
missing (one|two|three|1|2|3|half|some|part|several|the other|a box|a parcel|an item)( of| box~| item~| parcel~|¦)  missing one of the two boxes
(没|未|冇|没有|还没)到(过)?(我|咱|俺)(手|手上|手里|家|这|这里|这边)  东西没到我手上
(收|攞|拎|搵|睇|见)唔到(货|件|快递|包裹|嘢|我|过|¦)  收唔到货
收不到(货|件|快递|包裹|东西)        一直收不到货
(neighbou?rs?|reception|guard|security|concierge|doorman|wife|husband|mum|mom|dad|colleague|roommate|they|he|she|shop|station|store|staff) (says?|said|told me|claims?|swears?|reckons?) ‥(nothing|no parcel|no package|not there|never|doesnt|didnt|hasnt|havent|no)  neighbour says he has nothing
说(没有|没|冇|查不到)(我的?|这个|我们|我家)(件|快递|包裹|货|东西|单)  说没有我的件
(没人|没有人|冇人|无人|都没人)(给|帮|替)?(我|我们)?(送|派|拿|交)(来|到|过来|给)?  没人给我送来
(显示|说|写|提示)(我)?(已|被|已经)(取|领|拿|签收|自提|取件|取走)‥(没|未|冇)(取|拿|领|签|收|去|攞)  显示已取可我没取
(i |we |there )?(have|got|see|found|is|was) nothing( at all| here| there| yet)?¦  says delivered but I have nothing
(没人|没有人|冇人|无人|都没人)(收到|收过|见过|拿到|见到|看到|见着|动过)  我家没人收到
(代收|代收的人|代收人|代收点|邻居|门卫|物业|驿站|前台|店家|店员|老板|保安|他|她|家人|室友|老婆|老公|同事|人家)(那边|那里|那)?(都|也|却|又)?(说|讲|话)(没有|没|冇|不在|找不到|没这|查无)(这个|的)?(啊|呀|件|快递|东西)?¦  代收的人说没有
找不到(代收人|代收的人|收件的人|那个人)  找不到代收人
(说|显示|写|提示|短信|通知)…(送到|到了|签收|放|派送|送达|妥投|已到)‥(没有|没看到|没见|没见到|没找到|啥也没|什么也没|没东西|冇|未见|不见)(啊|呀|呢|东西|件|到|我的)?¦  说送到了可是没有
被(人|别人|谁|不知道谁)?(取走|领走|拿走|签收|取了|领了|拿了|冒领)  显示已经被人取走了
(人家|他们|店主|店员|工作人员|站里|里头|柜员|管理员|阿姨)(都|也|跟我|就)?(说|讲|告诉我)?(没有|没|冇|查不到|找不到|没这个|没见)(我|这|收|件|快递|包裹|过)  人家都说没有这个件
(没|没有|未|还没|还没有|尚未|从未|根本没|压根没|并没|并未|都没|也没|一直没|一直没有|始终没|仍未|冇|未曾|都未|仲未|还未|至今未|至今没|迟迟没|木有|没得|未有|莫得|无|毫无|一个都没|一样都没|什么都没|啥都没)(有)?(能)?(收到|收|拿到|取到|见到|看到|看见|领到|见|接到|到手|收着|收得|签收|收过|拿过|收嘅)(…(快递|包裹|件|东西|货|货物|邮件|人|通知))?  我根本没收到快递
(柜|柜子|柜里|驿站|门口|里面|那里|那边|货架|前台|门卫|物业|家里|门卫室|代收点|信箱|菜鸟|丰巢|架上|架子上|家门口|快递柜|站点|保安|门岗|收发室|超市|店里|邻居|楼下|老板|保安室|店家)…(没有|找不到|没找到|没看到|没见|没|冇|不在|空的|没我|说没|都没|查不到|唔见|找唔到|搵唔到)(我的?|收到|快递|件|包裹|东西|看到|见|¦|我|这个|这件|有)  物业说没有我的件
(找不到|没找到|找唔到|搵唔到|找不着|没找着|不见了|不知道在哪|不知道放哪|不翼而飞)(我的|这个|那个)?(快递|包裹|件|东西|货|¦|在哪)  找不到包裹
(人|快递员|小哥|快递|包裹|东西|货|件|师傅)(影)?(都|也|根本|压根|一直|还|从来|又)?(没|没有|未|冇)(来|到|送来|送|到过|来过|送到|见|见到|影|看到|送过|嚟|嚟过)(呢|啊|过|¦|吗)  快递员没来
(havent|have not|hasnt|has not|didnt|did not|never|not|dont|still havent|still not|yet to|aint|hadnt|wasnt|nothing|i never|no) (yet |even |actually |ever )?(received?|recieved?|recived?|recevied|get|got|gotten|arrived?|arrive|come|came|delivered|turned up|showed up|shown up|had|have|see|seen|been delivered|receive|here|reached|reach|find|found|collected|been received)( it| my| the| anything| yet| here| parcel| package|¦)  I haven't received it
(nothing|no parcel|no package|no delivery|no box|no item|no order) (has |was |is |ever |have )?(here|there|arrived|came|come|received|delivered|yet|in|at|showed|turned|found|today|outside|so far)  nothing arrived
(not|isnt|wasnt|is not|was not|nothing|arent|its not|it isnt|aint|not even) (in|at|on|inside|by)? ?(here|there|the (locker|station|shelf|box|door|mailbox|lobby|reception|desk|porch|gate|store|shop|counter|cabinet|building|front desk|guardhouse|guard house|guard|concierge|mailroom|mail room|post room|parcel room|storage|warehouse|hub|pickup point|lockers|entrance|doorstep|office|rack)|my (door|mailbox|box|place|porch|desk|doorstep)|delivered)  it isn't there
(cant|cannot|couldnt|could not|unable to|didnt|dont) (find|see|locate) (it|my|the|any|parcel|package|anything|this)  can't find it
(nobody|no one|noone|none) (here |there |in my house |at home |in the house |in the office )?(has |have |ever |had )?(received?|recieved?|got|have|has|get|see|seen|saw|took|know|knows)( it| my| the| any| anything|¦)  nobody here has it
(neighbou?rs?|reception|the guard|guard|security|concierge|doorman|wife|husband|mum|mom|colleague|roommate|they|he|she) (says? |said |claims? )?(they |he |she |it )?(has |have |had )?(nt|not|never|nothing|no|didnt|doesnt|dont|hasnt|havent|did not|does not|has not)( ever| even)? (received?|recieved?|got|have|has|get|see|seen|take|took|know|there|here|arrived|come)  neighbour hasn't got it
(was|is|been|got|has been|its|it was) (stolen|missing|lost|gone)  it was stolen
(missing|gone missing|went missing|lost) (parcel|package|delivery|order|box)  missing parcel
(parcel|package|it|delivery|order) (is |was |has |went |has gone |still )?(missing|lost|gone|disappeared|vanished)¦  my parcel is missing
(still waiting|waiting for (my|the|it)|still nothing|nothing yet|not arrived|not here|not received|not delivered|no sign of|never arrived|never came|never received|never got|never delivered|didnt arrive|didnt come|hasnt arrived|hasnt come|not yet received|not yet arrived)  still nothing
(he|she|they|neighbou?r|security|reception|guard|it|i|we) (says |said )?(he |she |they )?(doesnt|dont|does not|do not|didnt|did not|hasnt|havent) (have|got|get|receive|see|take) (it|my|the|that|any|anything)  neighbor says she doesn't have it
(届いていません|届いてない|届かない|届きません|受け取っていません|안 왔|못 받|도착하지 않|no recib|no lo he recibido|no ha llegado|no llegó|no llego|pas reçu|pas recu|pas arrivé|nicht erhalten|nicht angekommen|nicht bekommen|não recebi|nao recebi|não chegou|non ho ricevuto|non è arrivato|не получил|не пришл|не доставл|chưa nhận|chưa tới|belum sampai|belum terima|belum diterima|ยังไม่ได้รับ|ยังไม่ถึง|لم يصل|لم أستلم)  届いていません
(没|没有|未|冇|还没)(送|派|拿|交|给|寄)(到|来|给)(我)?(家|手上|手里|手|楼上|门口|公司|单位|人|¦)  快递没送到我手上
(没人|没有人|冇人|无人|一个人都没)(来|送|到|嚟)(过|了|¦)  根本就没人来过
no (driver|courier|one|body|delivery man|postman|delivery) (showed|came|turned|arrived|has come|ever)  no driver showed up
(never|didnt|hasnt|not|havent) (showed|shown|show|turned|turn|arrived?|came)( up)?  parcel never showed
(parcels|packages|orders|items|boxes|they) (are|were|have|went|have gone)( all| still)? (missing|lost|gone|disappeared|vanished)  my parcels are missing
(没|没有|冇|未)(人)?(给|交给|送给|转交)(过|到)?我(过)?¦  快递没给我
(快递|包裹|件|货|东西|个件|件嘢)?(不见|唔见|冇见|找不见|寻不着|没影)(了|咗|哒)(啊|呀|吧|¦)  包裹不见了
(啥|什么|毛|个毛|屁|鬼|毛线|乜|乜嘢|咩|一样|一件)(都|也)(没|没有|冇|没见|没看到|没拿到|没收到|没看见|没找到|不见|没得)(啊|呀|了|吧|收到|看到|见到|拿到)?¦  打开啥也没有
(里面|入面|里头|门口|柜入面|打开|个柜)…(冇嘢|冇野|空嘅|吉嘅|空空|空的|没东西|没件|么子都冇)  里面冇嘢
(找|翻|查|看|搵|寻)(了|咗|遍|来找去|来翻去)…(没有|没|冇|不见|都没)(我的?|找到|看到|见到|找着|见着|件|¦)  找了半天没有我的
(rien reçu|rien recu|rien n'est arrivé|rien nest arrive|toujours rien|nada he recibido|nada ha llegado|no me ha llegado|nichts bekommen|nichts erhalten|nichts angekommen|immer noch nichts|niente ricevuto|nulla è arrivato|ничего не пришло|ничего не получ|посылки нет|届いてません|まだ届か|まだ来ない|来てません|배송이 안|아직 안|못 받았|chưa nhận được|chua nhan duoc|tak sampai|tak dapat|tak terima|nggak sampai|belum dapat|ไม่ได้รับ|لم استلم)  je n'ai rien reçu
(parcel|package|item|delivery|courier|driver|order|it) (nvr|never|didnt|no|havent|haven) (come|reach|arrive|sent|send|receive|see|appear|get) ?(also|leh|lor|sia|one|at all|yet|¦)  parcel nvr come
(nobody|no one|noone|no1) (has |have |ever |even )?(delivered|dropped|left|brought|gave|handed|shown|came to deliver)  nobody delivered anything to me
(‹|, |but |still |and |there is |theres |there was )no (parcels?|package|box|packages)( here| yet| there| at all| anywhere| inside| today)?¦  empty doorstep, no parcel
(i |we |my mum |my wife )?(nvr|never|havent|didnt|dun|no) (receive|received|get|got|see|rcv|recv)( anything| any| it| the parcel| my parcel)?( leh| lor| also| lah| sia| at all| one)  i nvr receive leh
(快递|包裹|件|货|东西|人|快递员)(都|也|根本|压根|从来|一直)?(没|未|冇|没有)(出现|现身|露面|踪影|踪迹|见影)  包裹根本没出现
(柜里|柜子|柜子里|里面|格子里|门口|架子上|货架|店里)(根本|压根|都|也|又)?(没|冇|无|没有)(货|嘢|东西|包裹|件|快递)(啊|呀|了|¦)  柜里没货
(还是|仍然|依然|始终|到现在都?|至今|仲系)(没|没有|冇|未)(来|到|送来|见到|收到|影|嚟)(啊|呀|呢)?¦  還是沒來
(不|没|唔)(在|喺)(架子|柜|柜子|货架|驿站|信箱|格子|里面|店里|架)(上|里|里面|度)?(啊|呀|¦)  不在架子上
(签收|签|收|拿|取|领)(件|走|字|货)?的(人)?(不是|唔系|并不是|根本不是)(我|本人|俺|我们|我家)  签收的不是我
""")

WHERE_IS: Final = rows("""
(另一个|另一件|另外一个|另外那个|其他的?|还有一个|第二个)(快递|包裹|件)?呢(¿|¦)  另一个包裹呢
(is|are|has) (the |my |your )?(driver|courier|parcel|package|delivery|guy|van) (on (his|the|its|her|their) way|nearby|close|coming|left yet|near)  is the driver on his way?
到底(在|到|去)(了)?(哪|边度)  到底在哪
(啥辰光|几辰光|何辰光|啥辰光)…(到|来|送|好|收)  啥辰光好到
(supposed|meant|due|expected|should have|shouldve|was) (to )?(come|arrive|be here|be delivered|get here|arrived|been here|be)‥(yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|this morning|ago|by now)  supposed to come yesterday
where (are|r) (todays|all|the rest of)?( ?my| our| the)? ?(parcels|packages|deliveries|orders)  where are todays parcels
‹(tracking|status|eta|update|updates|track|location)( info| number| link)? (please|pls|plz)¦  tracking pls
‹(我的?|快递|件|包裹)?到没到(啊|呀|呢|了|¿)?¦  到没到啊
(are|r) (you|u) (coming|delivering|bringing|getting here|on your way)  R u coming today
(parcel|package|order|delivery|快递)(到|在|去)(哪|哪里|哪儿|边)  parcel在哪
wo bleibt                          Wo bleibt mein Paket?
‹(is|are|has|have) (it|my|the|our)( ~)? (in|at|to|through|past|out of|reached|left|near|on) (the |a |your )?~( ~)?( now| yet)  is my box in Leeds yet
(so|ok|okay|and|but|then|well) where (exactly |the hell )?(is|are|did) (it|my|the|this|you|u)  ok so where exactly is it
where (exactly|the hell|on earth) (is|are|did) (it|my|the|this|you|u)  where exactly is it
(where|wheres|where is|track|trace|查下?|看下?)…(快递|包裹|件|货|parcel|package|order)(到|在|呢|去|¦)?  where is 我的快递
(tracking|updates?|status|scans?) (has |have |just )?(stopped|froze|frozen|stuck|halted|stalled|paused)  tracking stopped 2 days ago
‹(are|r|is) (you|u|he|she|they|the driver|driver|it|the courier|courier|the rider|rider|the delivery guy|the postman|the van|my parcel|my package|my order|my delivery)( guys| all)? (here|near|nearby|close|outside|arriving|on the way|nearly here|almost here|downstairs|at the door|round the corner)( yet| now| soon)?  R u here yet
(tracking|status|page|parcel|package|it|app|scan~)( info| page| number)? (has |have |just )?(stopped|quit|froze~|stops) (updating|moving|working|changing|being)  the tracking stopped updating on Monday
(track|trace|check)(一下|下|一哈|我的?|个|快递|包裹|物流|单号|件)  帮我track一下
(快递|包裹|件|货|东西|物流|嘅|俺的|我的)…(搁|放|卡|停|丢|摆|藏)(在|到|喺)?(哪|哪儿|哪里|边度|边|啥地方|什么地方)  俺的件搁哪儿呢
(was|is|were|its|are) (supposed|meant|due|scheduled|expected) (to )?(be here|be delivered|arrive|come|get here|have arrived|yesterday|today|on|by)‥(ago|yesterday|today|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|already|¦)  my parcel was supposed to be here 2 days ago
(出|到|上|离|入)(咗|了)?(库|仓|货|车|港|站|网点|深圳|广州|上海|北京)(了|咗)?(没有?|吗|么|未|冇|没)  出咗仓未
(查|查询|看|追踪)(一下|下|查|看)?(我的?|这个)?(尾号|单号|运单|编号)  查一下尾号6623的包裹
(还|咋还|怎么还|都|仲|连)?(没|冇|不见)(个)?(影|影儿|影子|动静|音讯|音信|下文)(呢|了|啊)?  咋还没影
(花儿?都谢|黄花菜都凉|等到花|等得花|望眼欲穿|脖子都长|头发都白|等到天荒)  等得花儿都谢了
(been |its |is |still |it is |it has been |parcel )(stuck|sitting|stopped|held|held up|stalled|parked) (for|in|at|since|there|on)  been stuck for a week
(no|without|zero|not any) (movement|updates?|progress|change|news|info|scan~|tracking)( since| for| in| yet|¦)  no movement since Monday
(停|卡|滞留|堵|压|搁|留)(在|着)…(不动|不走|不更新|没动|几天|好久)  怎么停在中转站不动了
到…(了|咗|左)(没有?|吗|么|未|冇|没)¦  到上海了没有
(been |still |im |i am )?waiting (for )?(#|a|one|two|three|four|five|several|many|over a|over two) (days?|weeks?|hours?|months?)  been waiting 3 days
(快递|包裹|件|货|东西|订单|又|还|一直)…(delay|delayed|延误|延迟|晚点|迟到)(了|中|呀|啊|¦)  快递delay了
(今天|今日|今晚|今儿|上午|下午|中午|现在)(送|到|来|派|派送|送到|送货|配送)(吗|么|不¦|没¦|咩|嘛|¿)  今天送吗
(到|走到|送到|跑到|现在到|运到|去|到了|去咗|到咗|去了|系|喺)(哪|哪里|哪儿|哪了|哪裏|边度|边|边处|啥地方|什么地方|哪个地方|哪一步|哪个站|哪旮旯|哪疙瘩|哪块|啥位置)(了|啦|呢|站)?  到哪了
(我的|我|那个|这个|俺的|我嘅|偶的)?(快递|包裹|件|货|东西|单子|物流|邮件|个件|速递|订单)(现在|目前|今天|到底|究竟|还|而家|依家)?(在|系|喺|去|跑|到|丢)(哪|哪里|哪儿|边度|边|啥地方|什么位置|什么地方|什么状态)  我的快递在哪
(什么时候|啥时候|啥子时候|嘛时候|么子时候|多咱|几多点|何时|几时|几点|几点钟|多久|多会儿|啥时|什么时间|几号|哪天|哪一天|还要多久|大概多久|还有多久|要多久|需要多久|多长时间|还要多长时间|还需多久|几多日|几耐|多少天|几天|要几天|要等多久|等多久|还得多久|还要几天|还要等|得多久|啥前儿|好久|好久才|什么时侯|神马时候|咩时候|大概什么时候|大约几点|大概几点|最快什么时候|最晚几点|预计)(才|能|可以|会|可|大概|我|会不会|给我|你们|快递|包裹|要|差不多|到底|我的|货|件|先|才能|可能|给|开始|大约)?(能|可以|会|才能)?(到|送|派|来|送到|派送|派件|送达|到货|收到|配送|送来|拿到|送货|发货|到达|上门|到我|能收|收|过来|抵达|到手|嚟|派到|到家|送过来|到站|给我送|给送|帮我送)  什么时候送到
(怎么|为什么|为啥|咋|为何|点解|怎么会|怎样)(还|还是|一直|都|到现在|这么久|仲|现在|都这么久|几天了|今天|这几天|又|都几天了)?(没|没有|不|未|还没|还不|冇|唔|仲未)(有)?(到|送|派|动|更新|来|送到|派送|派件|发|发货|送来|见到|收到|配送|消息|动静|物流|信息|嚟|过来|到货|送达|揽收|动弹|走)  怎么还没到
(还没|还没有|仍未|迟迟不|一直没|一直不|都没|都没有|仲未|还未|都未|还不|一直没有|始终没|尚未|怎么不)(送|派|到|来|动|更新|送到|派送|送达|发货|派件|送来|到货|配送|收到货|嚟|过来|有物流|揽收|发|动静|消息|更新物流)(吗|呢|呀|啊|么|咩|嘛)?  2天了还没送到
(查|查询|查下|查一下|看下|看看|看一下|跟踪|追踪|帮查|帮我查|帮忙查|催|催一下|催下|催件|查查|帮催|催促|查一查|催催)(我|我的|一下|下|这个|那个|个|快递|俺的|嘅)?(的)?(快递|包裹|物流|件|单|单号|订单|进度|位置|到哪|信息|送货|派送|货|运单|邮件)  查快递
(帮查|查件|我要查|查一下|查下|查询一下|我要查询|查快件)¦  查一下
(物流|快递|包裹|货|件|订单|派送|配送)(信息|进度|状态|进展|情况|位置|轨迹|动态|详情|查询|更新|单号)?(怎么|为什么|一直|几天|咋|好几天|都|多天|两天|三天)(还|都|不|没|没有|一直)?(没|不|没有|停)(动|更新|变|变化|在|信息|走|显示|有更新)  物流怎么不更新
(快递员|快递小哥|小哥|师傅|司机|派件员|骑手|快递|包裹|件|货|东西|速递|我的货|货物|邮件|订单)(已经|今天|现在|还|还没|都|有没有|是不是|是否|到底|大概|有)?(到|送到|派|送|发|派送|发货|到站|寄出|出发|来|送出|发出|到货|送达|到达|在路上)(了)?(没|没有|吗|么|了吗|了没|了没有|不|咩|未|嘛|没得|未呀|了么)  快递到了吗
‹(请问|我的|我|那个?|货|件|快递|包裹|东西|个件)?(今天|现在|而家|都|已经|还)?(到了|到|送了|派了|发了|发货|发货了|送到了|送到|寄了|到货|到货了|到站|派送|派送了|派件了|送出了|送达了|发出了|寄出了|揽收了|在路上了?|出发了|快到了|快到|到站了)(吗|没|没有|么|没得|咩|未|嘛)(呢|啊|呀|哦)?¦  到了没
(今天|明天|今晚|上午|下午|今日|今儿|今天内|今天之内|中午|晚上|中午前|明早|周末|这周|本周|听日|后天|月底|节前|周日|周六)(前|之前|内)?(能|会|可以|可|能不能|会不会|是否|还|是不是|可不可以|得唔得|有没有|还能|还会|大概)(不能|能|会)?(到|送|派|收到|来|送到|派送|送达|到货|拿到|到达|配送|送来|派件|嚟)(吗|么|不|没|呢|咩|嘛|¦|得到|货|一下|到)?  今天能到吗
(尽快|快点|快些|赶紧|抓紧|赶快|速速|速度|尽早|早点|搞快点|麻溜|快|快快|加急|搞快)(给我|帮我|给俺|把)?(送|派|配送|派送|发货|发|安排|点|些|一点|来|处理)  快点送
(能不能|可以|可不可以|能|麻烦|请|能否)(再|给我|帮我|帮忙)?(快|尽快|早|加急|优先|赶紧|提前|抓紧)(点|些|一点|送|派|安排|处理|吗|¦)  能不能快点
(急用|急需|很急|着急|急等|等着用|急死|好急|加急|急件|十万火急|在线等|挺急|特急|紧急|催)  急用！
(多久|几时|几点|啥时|好久)(到|来|送|派)(货)?  几点到
(where|wheres|where is|where are|wherabouts|whereabouts|wer|wheres is) (is )?(my|the|it|this|our|that|me) ?(parcel|package|pkg|order|delivery|box|stuff|item|items|shipment|things|goods|letter|driver|courier|now|¦)?  where's my parcel
(where is it|wheres it|where it is|where are you|where is my|where did you|where have you|where are my|where was it|where was my|where did it|where did the|where did he|where has|where is he|where is she|where r u|where is the driver|where is driver|where now)  where is it
(‹|know |tell me |idea |and |so |but |parcel |order |delivery |please |pls |hi |hello |hey |see |wondering |check |ok |sorry |then )(when|what time|what day|how soon|how long|which day|whn)( will| is| does| would| can| do| are| until| before| till| did| should| shall| u| am)?( it| my| the| you| u| i| we| this| he| your| they)?( parcel| package| order| delivery| driver| be| going to| expect)?( be| will| going to| to)?( it| you| i)?( ~)?  when will it arrive
how many days (until|till|before|for it|to arrive|will it|does it|to deliver|left)  how many days until it comes
(eta|status|tracking|track|any update|any updates|update please|update pls|updates|any news|whats happening|whats the status|track my|progress|current location|location of my|whats going on with|trace|tracking info|track it|track parcel|delivery status|parcel status|order status|delivery update|status update|news)¦  ETA?
(any|an|some) (update|updates|news|idea|progress)  any update
(has|have|is|did|was|will|are|does) (it|my|the|this|you|he|they|we)( parcel| package| order| delivery| driver)? (been |be |already |on |out |coming |here |get |got |going )?(shipped|arrived?|delivered|dispatched|sent|on the way|on its way|arriving|here|out for delivery|coming|come|the way|its way|left|delivering|for delivery|stuck|yet|close|near|nearby)  has it arrived
(why|how come|howcome|y) (hasnt|has not|is|isnt|havent|has|didnt|did|not|it|my|the|wasnt|doesnt|so|still)( it| my| the| not| still)?( parcel| package| order| delivery)?( been| not| still| so| taking)?( ~)? (moved?|arrived?|come|here|delivered|updated?|shipped|late|long|slow|stuck|delayed|moving|yet)  why hasn't it moved
(on the way|on its way|out for delivery|how far away|how far)( yet| or| is|¦)?  is it on the way
(where|donde|dónde|wo ist|où est|ou est|onde|где|dov|dimana|di mana|ที่ไหน|어디|どこ)…(mi|mein|mon|ma|meu|моя|мой|посылка|paket|paquete|colis|pacote|encomenda|paquet|pacco|พัสดุ|택배|소포|荷物|paketku|paket saya|envío)  ¿Dónde está mi paquete?
(荷物|택배|พัสดุ)                    荷物はどこですか
(我的|我|那个|那|俺的|我嘅)(快递|包裹|件|货|东西|邮件|订单|个件)(呢|咧|捏)  我的件呢
(等|都|已经|过去)(了)?#(多)?(天|日|周|个星期|个月|个小时|小时)(了|啦|咯|¦)  等了3天了
过(了)?#(多)?(天|日|周|个星期|个月|个小时|小时)(了|啦|咯)  过3天了
(#天|#个星期|#周|#个月|好久|很久|老久|这么久|那么久)了(还|也|都|仲|没|不|¦|,|怎么)  5天了
(its|it has|it is|been) (been )?(already |over |more than |almost |nearly |like )?(#|a|two|three|four|five|six) (day|week|hour|month)s?  it's been 5 days
‹(快递|包裹|件|货|东西|订单)(呢|咧|捏)  快递呢
track (my|the|it|order|parcel|package|this)  track my order
(どこですか|いつ届|いつ来|いつ着|어디|언제 와|언제 도착|언제 오|dónde está|donde esta|dónde esta|cuándo llega|cuando llega|où est|ou est mon|quand arrive|wo ist|wann kommt|onde está|onde esta|quando chega|dov è|dove è|quando arriva|где мо|где посылка|когда при|когда доставят|ở đâu|khi nào|bao giờ|di mana|bila sampai|kapan sampai|อยู่ไหน|อยู่ที่ไหน|เมื่อไหร่|أين|متى)  いつ届きますか
(快递|包裹|物流|件|单子|信息)…(一直|都|还|几天|又|怎么|停着|老)?(不动了|没动|不动¦|不走了|没动|不更新|没更新|卡住|卡在|停在|停滞|滞留|没变化)  快递怎么在广州不动了
(没|未|冇|不)(更新|动静|变化|消息|进展|进度)(过)?(物流|信息|轨迹|了|¦)  两天没更新物流了
(系咪|系唔系|是不是|是否|会不会)(今天|今日|听日|明天|今晚|明日)…(到|送|派|来)  系咪今日到
(parcel|delivery|order|package|tracking) (status|update|info|progress|location)  parcel status please
‹(大概|大约|那|我的快递|快递|包裹|件|货)?(还|仲|到底|究竟)(要|得|需要|有|需)(等)?(多久|多长时间|几天|几耐|几久)(才|能|到)?(啊|呀|呢|啦|嘛)?¦  还要多久
(人|快递|东西|货|小哥|快递员)呢¦  人呢
(いつですか|いつになり|언제 되|언제 도|언제 받|배송 언제|gdzie jest|kiedy|waar is|var är|nerede)  配達はいつですか
(今天|今晚|明天|今日|上午|下午|到底|还|周末)(送不送|到不到|派不派|来不来|发不发|到不到得了|送得到不)  今天送不送
(寄|发|送|派|运|走|投)(出来|出去|出|过来|上车|走|往)(了)?(没有?|吗|么|未|冇|没得)(啊|呀|呢|¿)?¦  寄出来没有
(parcel|package|order|item|delivery|stuff|thing|it|mine)( have| got| has)? (reach|reached|come|arrive|arrived|ship|shipped|sent|out) (already|alr|liao|yet|anot|or not|le|ah|lah)?¿¦  parcel reach already?
(reach|arrive|come|ship|deliver|sent out) (liao|already|yet|alr)? ?(or not|anot|ah|bo|boh)¿?¦  reach liao anot
在(派|派送|派件|路上|运输|途中|送|配送|中转)(中)?(了)?(没有?|吗|么|未|冇)(啊|呀|呢|¿)?¦  在派送没
(有|有没有|有冇|有无)(我|俺|我家|我们|本人|咱)(家)?(的|嘅)?(快递|件|包裹|货)(没有?|吗|么|不|冇)?(啊|呀|¿)?¦  今天有我的件没
(快递|物流|件|包裹|信息)…(停更|断更|没动静|没下文|没影|静止|石沉)  快递停更了
(麻烦|请|帮|帮忙|给我|帮我|劳驾|烦请)(我)?(查|看|瞅|盯)(查|看|一下|下|一查|瞅)(呗|吧|啊|呀|哈|谢谢)?¦  尾号0098，麻烦查查
‹(driver|parcel|rider|uncle|courier|order|so|ok|bro|eh|hey)? ?where (already|liao|alr|now|r u|u|la|ah|sia)  driver where already ah
(wen|whn|when|wat time) (coming|come|arrive|arriving|reach|reaching|delivery|deliver|dlvr|can|will|gonna)( already| liao| ah| sia)?¿?¦  wen coming
(chas~|following up|follow up|checking|wondering|enquir~|inquir~|asking)( on| about| up on| up| after| for| where)? (my|the|an|a|that) (order|parcel|delivery|package|shipment|item)  hi just chasing my delivery
(どこまで|どこに|どの辺|いつ頃|いつごろ|何時頃|何時ごろ|何時に(届|来|着)|いつまでに届)  どこまで来てますか
(bila|mana|kapan|di mana|dimana|kat mana) (barang~|parcel|paket~|pesanan|kiriman|pos|order|posmen|abang)  bila barang sampai
(件|快递|包裹|物流|订单|单|货)…(什么|啥|咩|乜)(状态|进度|进展|位置)(了|啊|呀|呢|¿)?¦  件现在什么状态
(说|说好|显示|通知|讲)(是)?(今天|今日|昨天|上午|下午|早上|晚上|今晚)(会|能|就|要|可以)?(派送|送|到|派|来|送达|送到|到货)(的|呢|的呢|的啊|的吗|,|¦)  说今天派送的
(not|hasnt|isnt|no|havent|stopped) (been )?(moving|moved|updated|updating|budged|changed|movement)( at all)? (since|for|in)  not moving since Friday
(did|has|have|is|was|will) (my|the|our) (parcel|package|order|delivery|stuff|item|shipment)( even| already| actually| ever)? (leave|left|ship|arrive|reach|go out|get to|come|clear|depart|land|make it)  hey did my package leave the warehouse
(怎么|为什么|为啥|咋|点解)(还|一直|老|仲|总)(在|是|停|停在|卡在|待在)(原地|那里|那儿|老地方|起点|发货地|同一个地方|集散|分拨|转运)  件怎么还在原地
(轮到|排到|派到|安排到)(送|派)?(我|我家|我们|这边)(家)?(了)?(没有?|吗|么|未)(啊|呀|¿)?¦  今天轮到送我家吗
(第几个|第几家|几点钟?|啥时候?|多会儿?|排第几)(才|能)?(送|轮到|派|到)(我|我家|我们|俺|这边)(家|这|这边)?(啊|呀|呢|¿)?¦  第几个送我
(啥辰光|什么辰光|啥个辰光|多会子|啥时节|何时|几时|什么时候|几耐|何日)(先|才|能|可以|会)?(先|才|能|可以|会)?(到|有|有货|有得收|配达|派达|到货|送达|到手)(啊|呀|呢|¿)?¦  啥辰光到啊
still (says|showing|shows|saying|stuck on|on|at|in) (processing|label|pending|in transit|transit|out for|dispatched|shipped|preparing|awaiting|sorting|customs|the depot|depot|the hub)  still says processing
""")

QUESTION: Final = rows("""
一共(有)?几(个|件|单|箱)  一共几个件
(驿站|网点|站点|店|你们)…在?几号(门|楼|店|铺|口)(¿|¦|啊|呀|呢)  驿站在几号门
(驿站|站点|网点|店|取件点)(的)?(地址|定位|位置|电话|营业时间)(发|给|告诉)(一下|下)?(我|俺)  站点定位发我
‹(ok |okay |yes |and |but |right |fine |sure |alright )(so |and |but |then )?(what|how|when|where|why|who|which) (do|does|is|are|will|would|can|much|many|long|about|happens|if)~  ok so what does holding cost
第几(排|层|个|号|格|柜|架|栋|楼)  在第几排货架
是#(个|件|份|张)…还是#(个|件|份|张)?  是1个包裹还是2个
(过期|到期|失效|截止|生效|到账)(了)?(没|没有|未|冇)(啊|呀|¿|¦)  券过期没
(码|取件码|验证码)…再发(一次|一遍|一下|下|个|我)  码再发一次
‹y (u|r u|are you|did you|do you|is it) ~  y u sending me this
几(天|日|小时|个小时|周)(之|以)?内(能|可以|要|得|必须|会)  几天内能取
‹(is|are|was|were|will) ~ (be )?(compulsory|mandatory|provided|included|required|needed|paid|optional|necessary|available|allowed|covered|recorded)  is lunch provided
(谁|小王|小李|小张|大家|他们?|她|你们?|各位)(都)?收到(了)?(没|没有|未)¦  小王收到没
‹(what|whats|what is|how about|why|explain)( is| does| about)? (option |number |no )?#( mean| do| for)?¿?¦  what's 1
‹(does|is|will|can|would|has|do) (option |number |no )?# ~  does 3 take longer
点(攞|拎|先攞|取件|取货|领取)(到|㗎|啊|呀|¿|¦)  存咗之後點攞
(贵姓|高姓|怎么称呼|咋称呼|如何称呼|点称呼|尊姓大名)  师傅贵姓
(ますか|ですか|でしょうか|인가요|할까요|나요|됩니까)  使えますか
(does|do|will|would|is) (it|y|this|that|claiming|saying y|the code|replying|replying y)( it)? (cost|charge|expire|work|stack|apply|renew|include|need|require|involve|have)~( ~)?( ~)?( ~)?( ~)?¦  does Y cost anything
(男的|女的|高的|矮的|胖的|瘦的|老的|年轻的|男生|女生)(,|还是|,还是)?(男的|女的|高的|矮的|胖的|瘦的|老的|年轻的|男生|女生)  男的女的
(扣|罚|管|报|报销|补|发)(钱|款|工资|饭|绩效|考勤|车费|油费|补贴|加班费|奖金|全勤)?(不|没|未)¦  迟到扣钱不
‹(the |their |his |her |full |ur |your )?(name|phone|number|contact|photo|picture|pic|proof|copy|signature|details?)( number| details)? (of|for) (the |that |this |whoever )?( ~)?(person|signer|signature|recipient|receiver|guy|one|neighbou?r|delivery|signed|took|courier|driver|handover)  name of the person pls
(万一|如果|要是|假如|那|若|会不会)…(呢|怎么办|咋办|点算|点办|咋整|咋弄)(¿|¦|啊|呀)  万一丢了呢
‹(does|is|will|can|could|would|do|are) (the )?(hold~|stor~|keep~|redirect~|forward~|visit~|pick ?up~|collection~|collecting~|resched~|book~|option~) ~  does holding cost extra
(放|存|摆|留|等|搞|要|转|保管|去|到)(得)?(几耐|几久|几多日|几日|几多钱)(㗎|啊|呀|先|¿|¦)  擺幾耐㗎
(会|又|能|要|将)怎么?样(¿|呢|啊|¦)  不确认会怎样
#点(半)?定(系)?#点  1点定2点开会
(派|安排|要|去|来|需要|出|叫|带|到)…(几个|多少|几)人  安排几个人去
(码|券|优惠|呢个|呢张|个码|张券)…点(用|攞|拎|领|样)  呢个码点用
(电话|号码|手机|联系方式|地址|名字)是(¿|¦)  派件员电话是
(边间|边家|边位|边啲|边只|边样|乜嘢|咩嘢|几钱|做乜|做咩)  边间公司寄嚟㗎
‹(wait|so|hey|ok|okay|um|sorry|hi|hello|oh|and|but|please|pls|then|also|excuse me|well|no|yes) (is|are|do|does|can|could|what|whats|which|who|whos|how|when|where|why|will|would|did) ~  wait is this for the fridge
找不到(这个|那个|你们的?|你说的)?(驿站|网点|店|地方|位置|地址|柜|自提点)(啊|呀|在)?¦  找不到这个驿站
‹点(用|攞|拎|领|得|覆|回|样|先|去|收)(㗎|啊|呀|架|嘅|先|到)?  點用㗎
(can|could|will|is|do|does|should|must|may|need|got|have)…or not¦  can use or not
or not¿?¦                           can use for my parcel or not
(得不得|行不|得唔|成不成|中不中|可唔可以|使唔使|駛唔駛|洗唔洗|需不需要|用不用|收不收|算不算|管不管用|好不好使)  送隔壁得不得行
(线上|线下|今天|今日|明天|上午|下午|白天|晚上|自己|你们|我们|单位|公司|现场|男|女|早上|周六|周日|免费|到付|送|取|大|小|冷|热|真|假)…还是(线|今|明|上|下|白|晚|自|你|我|单|公|现|男|女|早|周|收|免|到|寄|送|取|大|小|冷|热|真|假)  线上还是线下
(吗|么|嘛|呢|咩|不|没|未)?¿¦      周末上班吗?
(吗|咩|么|吗呀|吗亲|嘛请问)¦         周末上班吗
(什么|啥|咩|乜|几点|几号|哪|怎么|如何|为什么|为啥|咋|多少|谁|是否|能不能|可不可以|可否|能否|有没有|是不是|会不会|要不要|行不行|好不好|几时|点解|点样|边个|边度|多久|几多|干嘛|干啥|干什么|请问|想问|问一下|问下|咨询|难道|还是说|多长|(要|得|还|需要|能|可以|等)几天|多大|多远|好唔好|得唔得|系咪|有冇)  几点集合
(电话|号码|手机|地址|网址|链接|联系方式|名字|姓名|单号|密码|取件码|营业时间|上班时间|费用|运费|邮费|规则|条件|有效期|期限|使用说明|门槛)(是)?(多少|呢|几点|什么|啥|发我|发一下|发下|给我|告诉我|是啥)  快递小哥电话多少
(码|券|优惠|发票|运费|电话|链接|地址|密码|积分|奖品|礼品|赔偿|红包)(呢|咧|捏)  优惠码呢
‹(who|what|whats|when|where|why|which|how|hows|whose|whos|wheres|whens|whys|wots|wat|hw) ~  who else is going
‹(can|could|do|does|did|is|are|r|will|would|should|may|shall|am|have|has) (i|u|you|u|it|this|that|the|they|we|he|my|your|there|someone|anyone|much|many|long|far|to|about|is|are|time|day|does|do|did|if|happens|driver|courier|parcel|package|code|a|an|for)  do you know
¿¦                               any discount?
(what|who|why|how|which|question|wondering|may i know|id like to know|tell me|explain|clarify|let me know)¦  question
(can|could|would|will) (someone|somebody|anyone|anybody|you|u|i|we|he|they)  can someone deliver it
多(重|大|高|贵|宽|厚|快|远|晚|早|少|长|久)(了|啊|呀)?¦  包裹多重
(几|多少)(件|次|个|张|斤|人|种|块|票|单|箱|袋|包|层|页|米|公里|公斤|站|家|份|瓶|盒)(¿|啊|呢|呀|了|吧|¦)  一共几件
(可以|能|会|有|要|是|行|用|得|该|需要|支持|包)…(不|没|未|么)(¿|啊|呀|¦)  可以货到付款不
‹(how about|what about|any|is there|are there|wheres|hows|whats|whos) ~  any discount
(tell|give|send) me (some )?(more|details|info|information)  tell me more
‹(where|when|why|how|who|which|what time|whose|how much|how many|how long)¿?¦  where
(真的|真)(还是)?(假的?|的吗|吗)       真的假的
(営業時間|何時(から|まで|に閉|に開)|いくら|どうやって|できますか|でしょうか|必要ですか|もらえますか|誰から|몇 시|얼마|어떻게|인가요|되나요|있나요|까요|a qué hora|a que hora|cuánto cuesta|cuanto cuesta|qué hago|puedo recoger|se puede|quién me|à quelle heure|a quelle heure|combien|comment faire|peut-on|est-ce que|puis-je|was kostet|wie viel|öffnungszeiten|kann ich|wer hat|wann macht|que horas|quanto custa|como faço|posso ir|a che ora|quanto costa|come faccio|во сколько|сколько стоит|можно ли|до скольки|mấy giờ|bao nhiêu|làm sao|jam berapa|pukul berapa|berapa harga|bagaimana cara|macam mana|boleh tak|bisa tidak|กี่โมง|เท่าไหร่|เท่าไร|ได้ไหม|อย่างไร|بكم|كيف يمكن)  営業時間は何時までですか
(anot|or not|is it|can or not|meh)¿?¦  got deliver on public holiday anot
(cuánto tarda|cuanto tarda|cuánto vale|cuánto es|combien de temps|wie lange|quanto tempo|quanto ci mette|сколько времени|berapa lama|bao lâu|どのくらい|얼마나)  cuánto tarda a Madrid
""")

HELP: Final = rows("""
‹(使用|操作|回复|查询)(方法|说明|教程|指南|指引)¦  使用方法
(没|冇|不太?|看不|听不|搞不|弄不)(看|听|搞|弄|太)?(明白|懂)(怎么|咋|¦|啊|呀|呢)  没看明白
what (i am|im|am i|should i|to|do i|i should|i need to|do i need to|do i have to|i have to)( supposed to| meant to| to)? (press|reply|send|type|choose|pick|text)  not sure what I'm supposed to press
‹(wdym|wym|what do (you|u|ya) mean)(¦|¿|by)  wdym
(该|要|应该|得)(回|回复|选|按|发)几(号)?(啊|呀|呢|¿|¦)  该回几啊
‹(the |show |show me |see |list |list the |my )?(instructions|options|menu)¦  options
(什么|啥|神马|咩|乜)(意思|情况|鬼|玩意|来的)  什么意思
(看不懂|没看懂|不明白|不懂|搞不懂|不会|不会弄|不会用|不会操作|不知道怎么|不知怎么|唔明|唔识|不太懂|不太明白|听不懂|没明白|没懂|不太会|弄不明白|整不明白|搞不明白|看唔明|不清楚怎么|不理解)(回|用|操作|弄|选|搞|填|办|¦|这|你|点)?  看不懂
(怎么|咋|怎样|如何|点样|该怎么|要怎么)(回复|回|操作|选|选择|用这个|弄|使用|填|答|回答|办|搞|做)(啊|呀|呢|¦|短信|的)?  怎么回复
(有|都有|还有)(什么|哪些|啥|几个)(选项|选择|方式|办法|功能)  有什么选项
(教我|教教我|帮帮我|救命|求助|需要帮助|帮助|指导|指引|说明一下|解释一下|说清楚|讲清楚)  帮帮我
(回复|发)(什么|啥|几)               回复什么
(dont|do not|cant|cannot|didnt|did not) (understand|get it|get this|know what|know how|follow|get what)  I don't understand
(how (does|do|to|can|should) (this|it|i|we|that) ?(work|works|use|reply|respond|choose|select|do|answer|function)?)¦  how does this work
(what (do|does|is|should|are) (i|this|it|that|you|these|the) ?(do|mean|reply|text|type|send|this|options?|say|choose|means|for)?)¦  what does it mean
(confused|confusing|help me|need help|need some help|not clear|unclear|what options|dont get it|explain|whats this|what is this|what this|lost here|no idea|assist|assistance|i need help|please help|help please|can you help|what now|how to reply|how do i reply|sorry what|pardon|come again|say again|say what|eh|what|huh|hm|menu please)¦  huh
(意味が分か|わかりません|どういう意味|뭐예요|무슨 뜻|no entiendo|qué significa|je ne comprends|comprends pas|verstehe nicht|was bedeutet|não entendo|non capisco|не понимаю|что это|không hiểu|tidak faham|tidak mengerti|ไม่เข้าใจ|لا أفهم)  no entiendo
(some|any|your|need|want|a bit of) (help|assistance|guidance)  I'd like some help
(explain|clarify)( it| this)? (please|pls|this|it)  explain please
‹(pls |please |can you |can u |could you )?help (me )?(open|unlock|find|get|collect|with|out|reply|understand)~  help me open
""")

ASKS_WHERE: Final = rows("""
(放|送|存|搁|丢|扔|寄|投)(到|在|去)?(哪|哪个|哪家|哪一个|哪里|哪儿|哪边)(的)?(驿站|柜|柜子|快递柜|门卫|店|超市|网点|楼|点|地方|位置|保安|小卖部)?(去)?(了|啦|咗)(啊|呀|呢|¿)?¦  放哪个驿站了
‹(请问|我的|那个?)?(快递|包裹|件)?(今天|现在|已经)?(派件|派送|发货|出库|揽收|到站|出站)了(吗|没|没有|么|冇|未)(啊|呀|呢)?¦  派件了没
(几号|哪天|周几|星期几|几日)(才|能|可以|会|大概)?(能|可以|会)?(到货|到手|收到|送到|到件|送达|派到|拿到|到(¦|啊|呢|吗|呀))  几号能到货
‹(expected|delivery|arrival|estimated|est|approx~)( delivery| arrival)? (time|date|day)( please| pls|¿)?¦  delivery time pls
(怎么|为什么|为啥|咋|点解)(还|还是|一直|老|仲)(是|系)?(显示|在|写着)…(在途|途中|运输|派送|揽收|待发货|中转|已发货|发货)  怎么还是显示在途
(派件|派送|运输|在途|快递)(中)?(还)?(要|得|需要)多久  派件中要多久
(还有|离我|距离|离我家|还差)…多远   还有多远
(派|送|到|来|嚟|发)唔(派|送|到|来|嚟|发)  今日派唔派
(快递|包裹|件|货|东西|物流)?(怎么|为什么|咋|点解)(还|一直|老|仲)(在|是|停在|卡在)(路上|运输|派送|中转|仓库|途中|广州|转运)  快递怎么还在路上
‹whens (my|the|it|this|your)        when's my delivery coming
(tracking|status|it|info|parcel|package|page|system)( info| status| page)? (hasnt|has not|not|isnt|didnt|doesnt|wont|havent) (been )?(updat~|mov~|chang~)  tracking hasn't updated in 3 days
(今天|今日|今晚|听日|明天|明日)(会唔会|会不会|系咪|得唔得|可唔可以|能不能|是不是)(能|可以|会)?(到|送|派|收到|来|嚟)  今日会唔会到
how (much|many) (longer|more days|more time|more hours|further)  how much longer
(what|whats|why|what is|why is|why does)( it| this| my parcel| that)? ?(takes?|taking) (so|this|that|ages|forever)  what's taking so long
(is|was|has|will|are|isnt|hasnt) (my|the|it|this|our)( parcel| package| order| delivery| stuff| thing)? (been |be |still |already |going to be |really )?(delayed|late|lost|stuck|delivered|shipped|missing|coming|here|arriving|arrived|out|on|sent|there|held|stopped)  is my parcel delayed
(when|what time|how soon) (will|is|does|can|are|do|would|should) (it|my|the|you|i|they|he)…(deliver|arriv|come|get|be here|here|expect|reach|delivered|arrive)  when will you deliver
(到|送到|送去|进|入|放到|送进)(了)?(你们)?(驿站|柜|柜子|快递柜|网点|菜鸟|丰巢|门卫|自提点|代收点|站点|店里)(里)?(了)?(没有?|了吗|了么|未|冇)(啊|呀|呢|¿)?¦  我的件到驿站没
(到|跑到|走到|送到|运到)(了)?哪(座|个|一个|家|片|条|处|一)?(城市|省|市|中转站?|区|路段|分拨|仓库?|集散)(了|啊|呀|呢)?  我的宝贝到哪座城市了
(到|送到|来到|进)(了)?(楼下|门口|小区|我家|单位|公司|附近|我们这|本市|市里)(了)?(没有?|了吗|了么|未|冇)(啊|呀|呢|¿)?¦  到楼下了没
""")
