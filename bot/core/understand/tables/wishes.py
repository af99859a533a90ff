"""What the options of the shipped menus mean, in the customer's own words. The key is an option's `means`."""

from __future__ import annotations

from typing import Final

from bot.core.understand.rows import rows

WISHES: Final = {
    "hold": rows(
        """
(压|搁|放|存|留|寄)(在)?(你们)?(站|站点|网点|店|仓库|营业厅)(里|上|那|那里|那边)?(先|吧|¦|就行|好了)  这两天不方便收，压站里吧
‹holding( it)?( please| pls| thanks| thx)?¦  holding pls
(自己|自家|自个儿?)(嚟|落去|落嚟|过嚟|来|去|过去|过来|下来)?(攞|拎|领|提)  我自己嚟攞
(寄放|寄存|存放|暂放|代放|保管|保留|存|留|搁|压|摆|撂|囤|攒)(一下|下|一会儿?|一阵子?|一段|些天|几日|个把|多几天|多#天|两日)  寄放一下
(先|暂时|暂且|暂|且)(给我|帮我)?(存|放|留|搁|寄放|寄存|压|摆|撂|扣|保管|保留)(那|那里|那边|那儿|那旮|那块|那头|到起|倒起|起|到那|倒那|到你|倒你|在那|在你|喺|你们?那|嗰度|呢度|原地|原处|仓|网点|站|柜|店)  先撂那儿，礼拜天俺去拿
{keep}(住|低|起|埋)(我)?(嗰|呢|个|嗰个|呢个|啲)?(件|嚿|份)?(货|嘢|包裹|速递|快递|件|parcel)(先|住|几|一|两|吧|喇|啦|等|到|¦|,)  我哋去咗旅行，留住件货先
(put|place|keep|leave|set|have)( it| my parcel| this| the parcel| them| everything)? on hold  put on hold
(可唔可以|得唔得|麻烦|唔该|帮手)(帮我|同我|你)?{keep}(住|低|起|一|几|两|喺|到)  唔该帮我摆住几日
(hold|keep|store)(住|着|一下|下|几天|到|两天|三天|先|吧)  先帮我hold住
(自己|亲自|自行|我)(上门|过去|去|来|到)(自)?(取|拿|提|领)(件)?  我自己上门取
hang on ?to (it|my|the|this)        hang on to it till next week
(prefer|like|want|rather|going|happy) (to )?(collect|pick up|fetch|come and get|come get)  I prefer to collect it
(过|等|等过|过完|等过完|过了|等过了)(国庆|春节|元旦|年|节|假期|假|周末|中秋|五一|端午|清明|圣诞|这阵子?|这段|这几天|疫情|台风|考试)(后|以后|完|了|之后)?再  等过了国庆再送
(hodl|holdd|hld|hoold|hole|hold)( on to| onto)? (my|it|the|this|for|till|until)  pls hodl my parcel till Mon
{keep}(起嚟|起来|咗|埋|喺度)(先|吧|¦|,)  存起嚟先
(去|到|来|上)(你们|你|贵)?(那|那边|那里|网点|站点|驿站|店里?|门店|营业厅|营业点|分拨|仓库|自提点|代收点|柜台|点部)(自己|自行)?(拿|取|领|提|攞|拎)  我去你们网点拿吧
(先|暂时|暂且|就|帮我|麻烦){keep}¦    我后天才回来，先存
(keep|hold|store|leave|put)( it| my parcel| the parcel| this| them| my package)? (there |here |safe |aside )?(at|in|with) (your|ur|the|a)( local| nearest)? (depot|station|warehouse|branch|locker|shop|store|hub|counter)  Leave it at your depot
(keep|hold|store|leave) (it|my parcel|the parcel|this|them) (there |here |safe )?(with you|at yours)  keep it with you
(can|could|would|will) (you |u )?(please |pls |just )?(keep|hold|store)  can you keep my parcel a few days
(ill|i will|i can|ill just|let me|i shall|im going to|ill come|i) (come |go )?(and |to )?(get|fetch|grab|pick up|collect|pick)( it| them| my parcel| up| the parcel)( up)?( myself| later| from| at| when| on| in|¦)  I'll come get it
{keep}(了|在|喺|着|到)?(你们|你|你哋|恁|贵)(那|这|店|站|网点|度|公司|仓|柜|儿|个)  先摆了你们那里
等(我|俺|我们|偶)…(回来|回家|回去|通知|联系|电话|消息|到家|出院|有空|忙完|返嚟|返来|休假)…(再|才|先)(送|派|说|取|拿|来|安排|派送|联系)  等我回来联系你们再送
(‹|东西|快递|包裹|件|货)(都|也)?(不急|不着急|不急用|唔急)¦  东西不急
(暂存|寄存|代存|代管|存放|暂放|暂留|保管|先保管|先保存|暂缓|暂停派送|延迟派送|推迟派送|延后派送)  暂存3天
(先|暂时|临时|帮我|给我|就)(存|放|留|搁|寄放)(在|着|一|起来|到|几|两|你|那|那边|那里|网点|站点|仓库|驿站|柜|店)  先放你们那儿
存(着|一下|起来|几天|两天|个|到|在|一天|一周|三天|多|柜|网点|驿站|站)  存两天
(放|搁)(着|一放|几天|两天|一天|网点|站点|仓库|驿站|快递柜|丰巢|柜子|代收点|代收|店里|到驿站|到柜|在驿站|在网点|在你们|在站|你们那|自提点|在柜|进柜|菜鸟)  放驿站就行
(留|保留)(着|在网点|在站|在你|在驿站|一下|几天|两天)  留几天
(过|晚|等|迟)(几|两|一|些|三)(天|日)再(送|派|说|来|取|拿)  过几天再送
(等我|我)…(回来|回家|回去)(后|了|之后|以后)?再(送|派|说|取|拿|来)  等我回来再送
(自己|自个|自行|我去|我来|我过去|我会去|去网点|去站点|去驿站|去店里|去你们那|去你们店)(去|来|过去|过来|到|会|再)?(网点|站点|驿站|你们那|你们店|店里|站里)?(自)?(取|拿|提)(件)?(吧|了)?¦  我自己去取
(自提|自取)                         自提
(hold|keep|store|park|retain) (it|my|the|them|this|on|for|at|please|pls|until|till|parcel|package|order|a)~  hold it for me
(please|pls|just|on|to|can you|could you|and|you|then) (hold|store|keep)  please hold
(hold|store|keep|storage|on hold|hold on to it|hang on to it|hang onto it)¦  hold
(put|leave|save|set) (it|my parcel|the parcel|this) (on hold|aside|at the (depot|station|locker|branch)|in (the )?(storage|depot|locker)|for now|with you|there|for me)  put it on hold
(pick|collect) (it|them|my parcel) (up )?(myself|later|from)  I'll pick it up myself
(postpone|delay|pause) (the )?(delivery|it|my)  postpone the delivery
(先|暂时|帮我|帮忙|替我|给我|代我|就|且|暂且|临时|麻烦|请|先帮我|先替我|先给我){keep}(着|起来|好|住|低|一下|几天|在|喺|一放|一存)  先替我收着
{keep}(着|住|低|起来)(先|吧|呗|就行|就好|再说|喺|¦)  摆低先
(保留|保管|寄存|寄放|存放|暂放|存|放|留|搁|收着)#{days}  保留三天
(过|等过?|隔)(了)?(阵子|一阵|段时间|一段时间|些日子|几天|两天|些天|一段|几日|一周|个把星期)(后|以后|之后)?(再|才)  过阵子再送
(摆|搁|撂|放)(低)?(喺|在|到|咗)?(柜|站|店)  摆低喺店
self( |-)?(pick ?up|collect~|pickup)  self pickup
(wait|hold off|sit on it|park it|stash it|shelve it|put it by|put it aside|keep hold|keep a hold)( |¦)(on |of |the |it |for |until |till |delivery )?(delivery|it|a few|some days|i|my)?  hold off the delivery
(pick|collect|fetch|get|grab)( it| them| my parcel| the parcel| my package)? ?(up)?( it)? (myself|later|from|at|in|next|on|tomorrow|this)  I'll pick it up at the depot
(缓|晚|迟|推迟|延|延后|推后|延迟)(#天|几天|一阵|些天|些日子|几日|一下|#日)  缓几天
(保管して|預かって|保管お願い|보관|guardar|guárdelo|guardelo|retener|garder|gardez|aufbewahren|lagern|behalten|guarde|tenere|хранить|оставьте|giữ lại|simpan|เก็บไว้)  保管してください
""",
    ),
    "schedule": rows(
        """
(你们?|小哥|师傅|您)(直接)?(来|过来|上来|送来)(吧|呗|就行|好了)(¦|,)  算了，你们来吧
送(到|去)?(阿拉|我|俺|咱|伲)?(屋里厢|屋里|屋头|家头)(来|去)?  送到阿拉屋里厢来
(请|麻烦|烦请|劳烦)?(送|派|寄|投|递)(至|抵)(我)?(家|家中|家里|府上|寓所|住处|门口|舍下|本人)  请送至家中
(让|叫|喊|请)(小哥|师傅|快递员|你们|派件员|他|人)(再|帮忙)?(上来|过来|来|上门|送上来|跑)(一趟|一下|下|¦|吧)  让小哥上来一趟
(deliver|visit|bring|上门)(就行|就好|吧|啦|就可以|呀)  deliver就行
送到(我|俺|咱)?(的)?(手上|手里|手中|本人手|面前|跟前)  要送到手上
(like|want|need|prefer|rather) (it|this|my parcel|the parcel|them|my package)( to be)? (delivered|brought|dropped off|brought up)(¦| home| please| pls| up| here)  would like it delivered
(小哥|师傅|快递员|派件员|派送员|送货员|麻烦|请|劳驾|劳烦|辛苦|有劳)(你们?|您|小哥|师傅|快递员|派件员)?(再|帮忙|过来|给我|多|专门)?(跑|来|走)(一|多一|多)?(趟|转|遭)  麻烦小哥跑一趟
(door ?step|front door|at home|at-home|in person) (delivery|drop ?off|service|drop)  doorstep delivery please
(집으로|집에 배송|배송해|배달해|갖다|가져다|持ってきて|自宅に|来てください|a domicilio|a mi casa|tráiganlo|traiganlo|à la maison|à domicile|a domicile|chez moi|nach hause|liefern sie|a casa|em casa|на дом|домой|привезите|ke rumah|hantar ke rumah|tận nhà)  집으로 배송해주세요
(整|弄|搬|抬|扛|拎)(到|进|上|去)(我|俺)?(家|屋|楼上|门口|府上|房里)  给我整到屋里来
(上|嚟|来|上来|上嚟|过来|上门)(送|派)(货|件|啦|吧|呀|¦)  上嚟送
(deliver|bring|carry|take|send)( it| my parcel| the parcel| this)? (upstairs|up|inside|indoors|to us|to the (house|flat|door|apartment|front door)|round|in)( please| pls)?¦  deliver upstairs please
(delivered|brought|sent) to (the|my|our) (house|flat|door|home|place|apartment)  delivered to the house
(帮我|想|要|先|麻烦|给我|我要|我想)约(一下|个|吧|时间|上门|¦)  帮我约
(送|派|寄)(货)?(到|嚟|返|来|去)(我)?(门|屋企|楼上|家门|家|楼下|屋里|门口)  送货到门
home deliver(y|ies)?                home deliver pls
(预约|约时间|约个时间|约一下|约定时间|定个时间|定时间|改时间|改个时间|换个时间|换时间|另约)  预约上门
(送货|送|派送|派件|配送|投递|递)?上门  送货上门
(送|递|拿|带|捎|派|寄|配送|派送|deliver|bring|send)( it)?(到|来|去|回|给)?(我|俺|咱|偶|阮)?(们)?(家|屋|家里|家来|家门口|门口|楼上|楼下|屋里|屋企|府上|住处)(来|去|里|门口)?  给俺送家来嘛
(当面|亲自|本人)(签收|收|接收)        当面签收
(schedule|book|arrange|reschedule|appointment|booking|set up)  schedule a visit
(home|door) ?(delivery|visit|drop)  home delivery
(deliver|bring|send|drop) (it|my parcel|the parcel|them|this|to|package|my package)~?( to| at| over| off)?( to| at)?( my| the| our)? (home|house|door|doorstep|place|flat|apartment|me|here|over|upstairs)  bring it to my door
(to|at) my (home|house|door|doorstep|place|flat|apartment)  to my door please
(come|visit)( to| at)? (my|our|the) (home|house|place|door|flat)  come to my place
(a )?(visit|home visit|door to door|door-to-door)( please| pls)?¦  visit please
(please|pls|just|you can|can) (deliver|bring it|come|send it)¦  please deliver
(deliver it|bring it over|bring it|come over|deliver please|deliver|delivery|bring it here|deliver now|deliver today|deliver tomorrow)¦  deliver it
(pick|choose|set|agree|fix|make) (a|the) (time|slot|date)  pick a time
(送|搬|拿|抬|扛|提|帮送)上(楼|门|来|去|嚟|屋)  送上楼
(予約|配達して|届けて|再配達|예약|방문|programar|reprogramar|entregar en casa|entrega a domicilio|rendez-vous|livrer à|livraison|termin|zustellen|agendar|consegna|доставьте|доставка|đặt lịch|giao tận|jadwal|นัด|ส่งถึงบ้าน)  再配達お願いします
(delivered|brought|sent) (it )?(up ?stairs|home|to (my|the|our) (door|home|house|flat|place|floor))  need it delivered upstairs
""",
    ),
    "redirect": rows(
        """
(送|寄)(学校|公司|单位|宿舍|厂里|店里|办公室|老家)(来|去|这|那|吧|¦)  送学校来，我不在家住
转(给|到|去)(我)?(姐|哥|弟|妹|妈|爸|儿子|女儿|闺女|同事|朋友|亲戚|老婆|老公|媳妇|婆婆|爸妈|父母)  转给我姐，地址我再发
(寄|送|转|发|改|投)(到|去|给|往)?(我)?(儿子|女儿|闺女|爸妈|爸|妈|父母|朋友|同事|亲戚|姐|哥|弟|妹|婆家|娘家|丈母娘|岳母|孙子|奶奶|爷爷|外婆|老家)(那儿|那里|那边|家里?|那|处|单位|公司)(去|吧|来|¦|可以|行)  寄我儿子那儿去
转(过去|去那边|到那边|去那里|去嗰边|到那里|给那边)(吧|啊|啦|¦|,)  人不在本市了，转过去
‹(不存,|就|那就|直接|都)?转(走|出去)(吧|啊|呗|¦|,)  不存，转走
(帮我|给我|麻烦|请|先|直接|要|想|还是)转(走|出去|去别|去外|去他处)  帮我转走
(往|朝|向)(我|俺|咱)?(的)?(新家|公司|单位|学校|老家|娘家|婆家|爸妈|父母|妈|爸|朋友|同事|办公室|宿舍|新地址|别处|外地|哥|姐|弟|妹)(那|那里|那边|那儿|家)?(里|边)?(转|寄|发|送|投|派|改)  往老家转
(寄|送|派|转|改|换|发|投)(去|到|咗去|往|嚟)?(第二|第|另一?|别|其他|其它|隔篱)(度|处|处地方|个地方|埠|个地址|个区|座城市|个城市)(啦|吧|先|喇|呀|去|得唔得|¦|,)  寄去第二度
(换|改|变|变更|更改|修改|更新)(一下|下|个|咗|过)?(收件人?|收货人?|电话|手机号?|姓名|名字|信息)(和|跟|与|同|及|、|还有|连同|埋)(收货|收件|送货)?地址  换收件人和地址
(change|update|swap|fix|new|another|diff|other|wrong|换|改|换个|改个|换一个|改一下|改下|换下|新|另一个|其他|更新|更改|修改)( )?(my |the |个|过)?(地址|地点|address|addr|addy|location)  change 地址
(diff~|alt|alternate|alternative|other|another) (address|addy|addr|add|place|loc|location|destination)  diff address pls
(转|改|换|重新)(另)?(寄|送|派|投|发|配送)(到|去|至|往)  改送到厂里
(deliver|ship|forward|redirect|send|改send)(到|去|返)(我)?(公司|office|单位|学校|新地址|屋企对面|别的|另)  send到公司
(送|寄|转|派|改)(到|去|至)…(上班|工作|住|租|新)(的|那)…(地方|地儿|家|公司|位置)  送到我上班的地方
(改|换|变)(一下|下|个)?(收货|收件|送货)(地|的地方|地方|点)  改收货地
(to|at) where i (work|live|am|stay|study|moved)  send it to where I work
(my |the )?(address|addr|place|location)( has| have|s)? (changed|moved|is different|is wrong|is old|is outdated|is incorrect)  my address has changed
(to|at) my (new|other|second|current) (flat|home|house|place|apartment|address|office|room|dorm)  to my new flat please
(转|改|换|寄|送|派|发|投)(到|去|给)(我)?(的)?(女朋友|男朋友|女友|男友|对象|闺蜜|亲戚|邻居|舅舅|姑姑|阿姨|姨|叔叔|表哥|表姐|堂哥|堂弟|奶奶|爷爷|外婆|外公|姥姥|婆婆|公公|儿子|女儿|亲家|老师|同学|室友|老板|客户)(那|那里|那边|家|那儿|吧|去|¦)  寄去我女朋友那
(转|改|换|寄|送|派|发|投)(去|到)?(我|俺|咱|我们)(们)?(的)?(新家|公司|单位|学校|老家|娘家|爸妈|父母|妈|爸|朋友|同事|办公室|宿舍|工厂|厂|店|店里|那边|丈母娘|岳母|婆家|哥|姐|弟|妹|媳妇|老婆|老公)(那|那里|那边|家|去|吧|¦)  别送这了，送我单位
(换|改|变|搬)(咗|了|过|左)(个)?(地址|地方|屋|家|址|住处|位置)  我换咗地址
(别|不要|唔好|不)(再)?(送|寄|派)(到)?(这|这里|这边|这儿|那|家|原来|原地址|老地方)(里)?(了|,)…(送|寄|改|换|派)  别送这里了送单位
(转寄|转送|转投|转派|转递|改寄|改送|改派|改投|换寄|另寄|转到|转去|转往|转址|改址)  转寄
(转|改|换|寄|送|派|发|投)(到|去|往|给|至)(我)?(的)?(新|另|别|其他|其它|公司|单位|学校|老家|娘家|父母|爸妈|我妈|我爸|朋友|同事|亲戚|办公室|宿舍|工厂|店|门店|隔壁|婆家|厂)  寄到我公司吧
(换|改|变更|更改|修改|更换|更新|变|转|换下|改下|改一下|换一下)(个|一个|一下|下|成|为|掉|到|去)?(新|收货|收件|派送|送货|配送|别的|另外|另一个|其他)?(的)?(地址|地方|地点|地儿|位置)  换个地址
(收货|收件|送货|派送|配送|新|原|原来的|旧|之前的|填的|那个|这个)?地址(要|得|想|需要|我要|我想|能)?(改|换|变|错|不对|填错|写错|不是这|有变|变更|修改|搬)(了|成|到|一下|下|为|个)?  地址改一下
(新地址|新的地址|另一个地址|别的地址|其他地址|第二个地址)  新地址
(别的|其他|另外|另一个|另外一个|换个)(的)?地方  别的地方
(我)?(已经|刚)?搬(家|走)了           我搬家了
(不|没)(住|在)(那|这|那里|这里|那边|这边|那儿|这儿)(了|住)?¦  不住那了
(forward|redirect|reroute|re-route|re-direct|divert|relocate)  redirect it
(change|update|modify|correct|edit|different|new|another|other|wrong|alternate|alternative|second|amend|switch) (the |my |delivery |shipping |of |this |an )?(delivery |shipping )?(address|location|place|addr)  change address
(send|deliver|ship|bring|take|move|get|put|drop)( it| my parcel| the parcel| my package| them| this| that)? (to|at) (my|the|our|another|a|an|other|different|diff|new|some|this)( other| new| different| diff| friends| parents| moms| neighbou?rs| brothers| sisters| wifes| husbands)? (office|work|workplace|company|school|shop|store|address|addy|addr|place|location|friend|parents|mom|mum|mother|dad|father|neighbou?r|brother|sister|hotel|dorm|house instead|home instead|front desk)  send it to my office
(somewhere|someplace|elsewhere|some where) ?(else)?  somewhere else
stop (sending|delivering|leaving|bringing|putting|dropping|shipping)…(to|at) (the|my)  STOP sending it to the office
(i|ive|we|weve|have|just) (moved|have moved|relocated)  I have moved
(moved|to (my|the) (office|work|workplace|company|other address))  to my office please
(换|改|变)(成|到|为|去|回)…(地址|公司|单位|家里|学校|老家|宿舍|办公室)  换成公司地址
(転送|別の住所|住所変更|주소 변경|다른 주소|cambiar dirección|cambiar la dirección|otra dirección|otra direccion|changer d adresse|autre adresse|changement d adresse|andere adresse|umleiten|mudar endereço|outro endereço|altro indirizzo|другой адрес|изменить адрес|đổi địa chỉ|alamat lain|เปลี่ยนที่อยู่)  住所変更したいです
地址…(要换|换|要改|改|变)(了|一下|掉|吗|¦)  地址写旧了要换
(重新|另外?|再)(寄|送|发|写|填|给)(个|一个|下)?(新)?地址  重新寄个地址
(老|旧|原来|以前)(的)?地址           写成老地址了
""",
    ),
    "claim": rows(
        """
(俾|畀|比)(返|埋|番)?(一)?(张|个|份)(我|俺)  畀張我
(给我|我要|帮我|来)?多(领|来|给|要|发|拿)(我)?(几|两|三|些)(张|个|份)?  给我多领几张
(我想|我要|想|要)(攞|拎|领)(啦|呀|吧)?¦  我想攞
(领|要|拿|来|攞|领取)(一张|一个|张|个|份|两张|俩|了)?(来)?(用用|试试|看看|备用|备着|留着|存着|囤着|先留着)(用|吧|呗|啦)?¦  领一个用用
(要|想要|领|来)(那个|这个|那张|这张|你们的?|那|这)?…(立减|满减|减免|打折|包邮|优惠|折扣)(的|券|码|那个|那张)?(吧|啦|呗)?¦  我要那个立减的
(侬|你|您|直接|麻烦|快|请)(直接|快|帮我)?(发|寄|传|给|畀|俾|send)(我|俺|阿拉|过来)(好了|就行|就好|即可|就可以了?|吧|可以了)?(,|¦)  侬发我好了
(俾|畀|给|发|来|要|攞|领|send|claim|get|求|整|搞)(返|番|我|俺)?(一?个|一张|张|个|份)?(code|coupon|voucher|promo|码|券|优惠|优惠码|优惠券|折扣码)(俾|畀|给|发)?(我|俺|嚟|来|过来|过嚟)?(先|用)?(啦|呀|吧|喇|吖|呗|了|谢谢|pls|please)?¦  畀个码我啦
(code|coupon|voucher|promo|码|券|优惠码|优惠券|那个码|那张券)(快|请|麻烦|赶紧|直接|就)?(给|发|俾|畀|发给|寄|传|send)(我|俺|过来|来|一下|下|给我|一个|一张)(一张|一个|一份|吧|啦|呗|下|一下)?¦  coupon给我一张
(claim|get|redeem|grab|take|send)(一?张|一?个|个|一份|它|咗佢|佢|了|吧|先|啦)¦  claim它
(hook|sort|fix|set) (me|us) up  hook me up
‹(me|me too|us|one)( please| pls| plz)?¦  me please
‹(im )?claiming( it| mine| this| one| now)?¦  claiming it
(要|领|来|想要|给我)(个|张|一个|一张)?(你们的?|这个|那个)?#折(的|码|券|优惠|优惠码|优惠券)?(吧|呀)?¦  我要8折码
(yes |ok |sure )?(a |the |my |that |one )?(promo|discount|vouchers?|coupons?|promo code|discount code|codes?|deal)( for me)? (please|pls|plz|ta|thanks|thx)  voucher pls
(ill|i will|id like to|let me|i shall|gonna|going to|i wanna|i want to|want to|wanna|id love to) (have|take|claim|grab|use|redeem|get|accept|snag|nab) (it|one|this|that|mine|the (code|coupon|voucher|offer|discount|deal)|a (code|coupon|voucher)|up on (it|that|the offer))  I'll have it
(send|text|ping|drop|shoot|chuck|give|gimme|forward|pass|fire|sling|msg|whatsapp|email)( it| me| us| that| one| mine)?( over| through| my way| across| along| on)?( the| a| that| my| your)?( code| coupon| voucher| promo( code)?| discount( code)?)  ping me the code
(send|text|ping|fire|chuck|whack|sling) (it|one|that|mine|them) (over|through|my way|across|along|on|to me|here)  send it my way
(put|mark|sign) me down( for (it|one|that|a coupon|the code))?  put me down for one
(bag|nab|snag|save|reserve) (me )?(one|it|a coupon|a code|mine)  bag me one
(yes|yeah|yep|yup|ok|sure) to (the |that |this |your |a )?(code|coupon|voucher|offer|discount|deal|it|that|this)  yes to the code
(i could|could|can always|i can) (use|do with) (it|one|that|the discount|a discount|this|some money off)  could do with a discount
(take|snap) you up on (it|that|this|the offer)  I'll take you up on that
wheres? do i sign  where do I sign
(俾|畀|给|比)(返|番)?(我|俺)(啦|呀|吖|吧|呗|一张|个|张|喇)?¦  畀我呀
(wouldnt|wont|cant|could never|never|would never) (ever )?say no  wouldn't say no to a coupon
(我要|我想|想|要|给我|帮我|来|立即|马上|现在|可以|怎么不|速速|快给我|赶紧|立刻|这就)(领|领取|来一?张|来一?个|要一?张|要一?个|抢|拿|兑换)(取|券|一张|一个|优惠|一下|吧|了|码|个|张|优惠码|优惠券|折扣)?  我要领
(领|领取|领券|领一下|领一张|领个|领了|领优惠|领吧|领码|领优惠码|领优惠券|领取优惠码|领取优惠券|兑换|取码|要码|要券|拿券)¦  领取
(攞|拎|拿|领|要|换|兑|获取|领取)(个|一个|张|一张|返个|返张|下)?(优惠|码|券|优惠码|优惠券|折扣|折扣码)(吧|啦|呀|啊)?¦  我想攞个优惠码
(给我|发我|发给我|来|要)(一?张|一?个|个|下)?(码|券|优惠码|优惠券|优惠|折扣码)  给我优惠码
(claim|redeem|get (it|the|my|one|a|code|coupon)|give me (the|a|my|one|code|it|coupon)|gimme|send (me )?(the |a |my |it )?(code|coupon|promo)|i want (it|one|the|a|this)|id like (it|one|the|a)|ill take (it|one)|count me in|yes please|i want|want it|code please|coupon please|hit me|bring it on)  claim
(我要|要|我想要|想要|要的|要啊|要要要|我要的|我也要|必须要|肯定要|当然要|给我|来吧|来|搞|整|安排|冲|我要我要|要了|要滴|拿来)¦  我要
(i )?(need|want|take|like) (it|one|this|that|some|the code|a code|the coupon)  need it
(来|要|给|领|拿|整|搞|送|换|弄|抢)(我)?(一|1|两|俩)?(张|个|份|下)(吧|呗|码|券|优惠)?¦  来一张
(ください|欲しい|ほしい|주세요|받을게요|lo quiero|quiero|je veux|je le veux|ich will|ich möchte|eu quero|voglio|хочу|tôi muốn|saya mau|mau|เอา|รับ|أريد)  ください
(发|寄|传|送)(给|到)?(我|俺|过来|来)(吧|呗|一下|啊|一张|一个)?¦  发给我吧
(我)?(要|选|回|回复)y¦             我要Y
(求|要|发|给|送|来)(个|一个|张|一张|我)?(码|券|优惠|优惠码|优惠券)¦  求码
""",
    ),
}
RATINGS: Final = {
    "rating_4": rows(
        """
(would|id|i would|wish i could)( have)? (give|given|rate)( it| you| them)? (0|zero|minus|negative)  would give 0 if I could
(一分钱|一毛钱|一文钱?|半分|半毛钱)(都|也)?不值  一毛钱都不值
who (said|says) ‥(satisfied|happy|good|pleased)  who said I was satisfied
(满意|好)(就|才)(假|怪|有鬼|出奇)       满意就假
好不(到|了)哪(儿|里)?去?               好不到哪去
nothing to be (happy|pleased|proud|satisfied|glad|thankful)( about| with| for)?  nothing to be happy about
good luck (getting|with|finding|expecting)  good luck getting a 1 from me
(满意|好|正|掂)先(奇|怪)  满意先奇
(满意|好|不错|快|棒)(什么|啥)(好|满意|不错|快|棒)?(啊|呀|呢)?¦  好什么好
打死(都|也|我)?(不|再不)             打死不用了
(will never|will not|wont|itll never|theyll never|youll never|never going to|never gonna) (ever )?(be|get)( any| much)? (better|faster|quicker|good|happy|satisfied)¦  it will never be better
(一言难尽|慢得像|像蜗牛|不敢恭维|低于预期|不及格|够差|够呛|够慢|够烂|无力吐槽|想骂人|辣眼睛|闹心|糟心|心寒|寒心|没法用|比不上|落后|差强人意吧|好hea|几差|太hea|失败|坑爹|惨不忍睹|不堪|令人发指|无法忍受)  一言难尽
(diabolical|hopeless|gutted|shocking|shocker|dire|woeful|naff|pants|subpar|sub par|below (average|par|expectations?)|lame|disgraceful|a joke|wont be using|never using|wont use|not impressed|unimpressed|underwhelming|let down|letdown|frustrating|frustrated|pitiful|laughable|abominable|unbearable|fed up|mess|a shambles|shambolic|absolute joke|waste of time|utter~)  diabolical
(#|零|半|一|1|0)(分|星|颗星)(都|也|我都)(嫌多|嫌高|不想给|不值|不配|给多|多余|不给|懒得给|多了)  打1分都嫌多
(wont|would not|wouldnt|not|cant|cannot|dont|never|do not) (be )?(recommend~|use~ (you|it|this|again)|order~ again|buy~ again|come back)  would not recommend
(差|烂|慢|坏|渣)到                   差到冇朋友
再也不(会|想|敢|要)?(用|寄|找|选|来|下单|买)  再也不会用
(不|唔|不够|不算|不是|不是很|不太|不大|不怎么|不咋|没那么|没有那么|算不上|谈不上|说不上|称不上|毫不|一点不|一点都不|一点也不|半点不|完全不|并不|根本不|极不|很不|非常不|十分不|特别不|太不|真不|绝不|都不|也不|实在不){good}  一点都不用心
(could|should|might|would) (be|have been|do|use) (much |a lot |way |so much |some |far )?(better|improve~|quicker|faster)  could be much better
(不|没|冇|唔|非常不|很不|极不|太不|十分不|特别不|一点都不|一点也不|完全不|毫不|极其不|相当不|极度不|并不|不太|不大|不怎么|不是很|不算|谈不上|说不上|比较不|有点不|好唔)满意  不满意
(不|唔|非常不|很不|太不)(高兴|开心|行|好|爽|推荐|靠谱|专业)  很不好
(很|非常|太|真|特别|极|超|超级|最|有点|比较|相当|实在|真是|服务|体验|态度|挺|好|贼|巨|老)(差|烂|糟|糟糕|垃圾|慢|恶劣|拉胯|次|坑|low|差劲|水|失望|气人|离谱|无语)  非常差
(差评|差劲|恶劣|极差|失望|垃圾|零分|0分|负分|一星|1星|辣鸡|渣|烂透|投诉|气死|狗屎|太差|拉黑|无语|糟糕|差得很|一塌糊涂|呵呵|最差|最低分|倒闭|坑爹|坑人|恶心|破损|太慢|不咋地|不咋样|不怎么样|不行|不好|不怎么好|不太好|不大好|差了点|有待提高|撇得很|孬)  差评
(👎|😡|😠|🤬|😤|💩|☹|😞|😒|🙁|😣|👿|😾|🖕)  👎
(not|isnt|wasnt|arent|werent|aint|never|hardly|far from|less than|dont feel|not at all|not very|not really|not so|not that|not too|no t|didnt feel) (at all |very |really |so |that |too |all that |particularly |exactly |much )?(satisfied|happy|good|great|pleased|impressed|satisfactory|nice|ok|okay|fine|satisfying|recommended|professional|satisfy)  not great
(dissatisfied|unsatisfied|disatisfied|dissapointed|disappointed|disappointing|unhappy|unsatisfactory|terrible|awful|horrible|worst|bad|poor|poorly|sucks|sucked|pathetic|disgusting|rubbish|trash|garbage|crap|shit|shitty|useless|unacceptable|very bad|so bad|too bad|really bad|unprofessional|rude|zero stars|one star|1 star|0 stars|0/10|1/10|2/10|3/10|appalling|dreadful|lousy|hated|hate it|never again|annoyed|angry|upset|shame|shameful|atrocious|abysmal|ridiculous|nightmare|could be better|disaster)  terrible
(差|烂|慢|坏|渣|水|垃圾|糟|孬|次|衰|曳|撇)(的|死|得很|爆|透|极)?了?¦  差
(不満|満足していません|ひどい|最悪|불만|별로|insatisfecho|no satisfecho|mal servicio|muy mal|pésimo|insatisfait|pas satisfait|mauvais|nul|unzufrieden|nicht zufrieden|schlecht|insatisfeito|ruim|insoddisfatto|pessimo|недоволен|недовольна|плохо|ужасно|không hài lòng|tệ|tidak puas|ไม่พอใจ|แย่|سيء)  不満です
(not (at all )?|un|dis)(satisfy|satisfyed|satified|satisfed|satisifed)  unsatisfed
(等|拖|花|送|耽误)(了|得)?(太|好|很|这么|那么)(久|长|慢|晚)  等太久了
(满意|好|不错|快|满意你)(个|你个|他个)(屁|鬼|锤子|毛|头|球|p|der)  满意个屁
(哪里|哪儿|边有|边度|点会|点算|怎么|咋|哪|能|怎么能|怎么可能|咋能|谁)(能|可能|会|敢|说)?(满意|算好|叫好|好了|说得上)  哪里满意了
(不满|不爽|不高兴|不开心|不舒服|不悦|不开森|窝火|有怨气)(了|的)?¦  不满
差点意思                           差点意思
(not|isnt|wasnt|never|too|un) ?(fast|quick|prompt|punctual|friendly|polite|helpful|professional|on time|efficient)  not on time
(满意|好|不错)…(谈不上|说不上|算不上|称不上)  要说满意吧也谈不上
(差|烂|慢|坏|糟)到(家|爆|极|底|不行|离谱|没边)  差到家了
(拉胯|拉垮|拉跨|龟速|蜗牛|瘟|推板|蹩脚|稀烂|稀碎|辣眼|摆烂|摆臭脸|臭脸|敷衍|糊弄|磨蹭|磨叽|拖拉|拖沓|扯淡|扯皮|没谱|不着调|不上心|不像话|不是东西|不是人|冇眼睇|冇眼看|冇交带|冇料到|hea做|黑脸|黑面|唔掂|扑街|仆街|顶唔顺|嬲爆|离大谱)  服务拉胯
(慢|烦|气|差|烂|坑|懒|拖|凶|难受)(得|到|的)(要死|要命|吐血|想哭|飞起|离谱|一批|一匹|一塌糊涂|没法|不行|不得了|令人|死|可以|跟蜗牛|像蜗牛|像乌龟|跟乌龟|像什么|连|抓狂|爆炸|想骂)  慢得要死
(慢|烦|气|坑)(死|疯|炸)(了|我|人|个人|老子|本人|爹|咗)  慢死了
(以后|下次|今后|从此|从今|永远)(再也|都|就|我|绝对|肯定|坚决|真的)?(不|唔|别|不会|不想|不敢|不再|唔会|绝不)(再)?(用|找|寄|选|光顾|信|考虑|帮衬)(你|您|这家|他们|贵司|这破|呢间)  以后不用你们了
(没|从没|从来没|从未|头一回|头一次|第一次|还没|平生第一次|史上)(见过?|遇到|遇|碰到|用过|有过|试过|碰见|碰上)?(过)?…(这么|那么|这样|如此|恁|这种|这样)(差|慢|烂|坑|恶劣|离谱|垃圾|不负责|糟|敷衍)  没见过这么差的
(最|史上最|全网最|见过最|用过最|遇到最|遇过最)(慢|差|烂|坑|垃圾|差劲|糟|恶劣|不负责任|不靠谱|失望|难用)(的|了)?  用过最慢的
(体验|印象|观感|感受|感觉|心情|评价|口碑)(很|极|太|极其|非常|特别|真|比较|相当)?(差|烂|糟|坏|糟糕|恶劣|不好|不佳|极差|欠佳)  体验极差
(真|太|忒|恁|贼|够|死|实在|老|好|有够)(垃圾|拉了|拉胯|逊|孬|撇|low|坑|磨叽|慢|差|烂|渣|损|抠|懒|凶|敷衍|不行|不靠谱|不像话|不负责)(了|的|啊|劲|死)?  太拉了
(没|冇|毫无|没有|没点|缺乏|缺少)(诚信|信用|责任心|责任感|素质|职业道德|礼貌|耐心|服务意识|时间观念|下限|底线|人性|良心|章法|交带)  没有责任心
(别|其他|其它|人|隔壁|同行|邮政|顺丰|京东|中通|圆通|韵达|申通|极兔)(的)?(人|家|人家|家的|快递|公司|快递公司)?(都)?比(你|你们|贵司|你家|这)(家|里|边|公司)?…(好|强|快|靠谱|负责|便宜|满意)  别人家比你们强多了
(wish|if|shame) (i|we) (could|can|were able to)( only)? (give|rate|leave|score|put|pick|choose)( you| it| this)? (a )?(0|zero|minus|negative|less|lower|nothing)  wish I could give zero
nothing (good|nice|positive|kind) (to say|about|at all|whatsoever|here)  nothing good to say
(谈何|何谈|何来|哪来的)(的)?(满意|好|服务|快)  谈何满意
(要不得|用不得|信不过|靠不住|信不得|指望不上|看不过眼|睇唔过眼|拎唔清|不作兴|不像样|不象样|不是个事)(啊|呀|的|嘞)?  要不得
(想|想要|要|让我|叫我)(满意|说好|给好评)(都|也|很|太|真|可|比较)?(难|不容易)  想满意都难
(离|距离|跟|和)(满意|好评|好|合格)…(远|差距|距离|十万八千里)  离满意还差得远
(getting|gets?|got|gotten|gone|going|becoming|went) (worse|downhill|to the dogs|slower|ruder)  getting worse
(狗|鬼|谁|傻子)(都|才|还)(不|会|敢|再)?(用|寄|选|找)  狗都不用
(一无是处|一塌糊涂|名不副实|名不符实|徒有虚名|言而无信|出尔反尔|不值这个价|不值(这|那)?(个)?(价|钱)|用一次后悔一次|后悔(选|用|寄|找)|想死的心)  除了速度一无是处
(ไม่ดี|ไม่โอเค|không tốt|chưa tốt|không ổn|kurang (puas|bagus|memuaskan)|tak (puas|bagus)|gak (puas|bagus)|遅い|遅かった|対応が悪|느려|늦었어요|pas du tout|gar nicht|überhaupt nicht|lento|lenta|langsam|zu spät|trop lent|медленно|долго)  遅い
(还|也)?不如(别家|别人|邮政|其他|其它|隔壁|以前|之前|从前|上次|自己|自取|不送|顺丰|中通|圆通|韵达|申通|京东|极兔|ems)  不如别家
(越来越|一次比一次|一天比一天|一年比一年|一回比一回)(差|慢|烂|糟|垃圾|不行|不像话|拉|离谱|敷衍|懒|不负责)  越来越差
(满意|好|高兴|开心|爽|快)(不了|不起来|唔到|不到哪)  满意不了
(cant|cannot|could not|couldnt) make it (la|lah|one|leh|sia)  cannot make it lah
(jialat|sian|lousy|chui|walao|wah lau|wa lao|kns|buay tahan|bo pakai|hopeless one)  jialat sia
(pure|total|complete|absolute|utter|proper|bloody) (shite|pants|garbage|waste|disaster|farce|joke|mess|nonsense|rubbish|tripe|crap|chaos)  absolute farce
(shite|bollocks|dog ?shit|garbage|trash|minging|dreadful|grim|ropey|ropy|rank|gash|wank|tosh|second rate|third rate|inept|clueless|sloppy|slapdash|shoddy|slowest|disgusted|appalled|unreliable|untrustworthy|inexcusable|deplorable|horrendous|horrific|horrid|abysmally|unprofessionally|poor (show|effort|form|job|experience)|slow as~|slow af|way too slow|too slow|so slow|very slow|super slow|painfully slow|damn slow|bloody slow)  shoddy
(wont|will not|never|not) (be )?(order~|us~|book~|recommend~|choos~|com~|shop~|deal~)( with| from| to)?( you| this| them| it| these)?( lot| guys| company| courier| service)? (again|any ?more|ever)  won't be using you lot again
(avoid|steer clear|stay away) ?(at all costs?|like the plague|this (company|courier|lot)|from (this|these|them)|of (this|these|them))  avoid at all costs
(left|leaves?|leaving) (a lot|much|plenty) to be desired  leaves a lot to be desired
(no|zero|not one) (stars?|marks?|points?) (from|for) (me|you|this)  no stars from me
(too|so|very|really|extremely|terribly|awfully|bloody|damn|super) (bad|slow|rude|poor|late|careless|lazy|disappoint~|unprofessional|unreliable)  so careless
(最低だ|最低|最悪でした|遅すぎ|がっかり|残念|不満足|満足できない|対応が悪い|별로예요|별로였|실망|최악|느려요|불친절|불만족|불만|불만이|malo|mala|malísimo|pésima|terrible servicio|decepcionado|decepcionada|descontento|déçu|décevant|très mauvais|mécontent|nul à chier|sehr schlecht|furchtbar|enttäuscht|katastrophe|miserabel|ужас|отвратительно|очень плохо|кошмар|недовольны|rất tệ|quá tệ|thất vọng|chậm quá|teruk|buruk|kecewa|mengecewakan|แย่มาก|ช้ามาก|ผิดหวัง|سيئ|سيئة|غير راض|deludente|deluso|péssimo|horrível|decepcionante)  最低
""",
    ),
    "rating_1": rows(
        """
(怪|可|老|真|恁)(中|得劲|美|带劲)(嘞|哩|了|很|啊)?¦  怪中嘞
(是|算|遇到|用过|收过)?(我|这么多次|这几年)?(最|顶)(满意|好|棒|快|开心|舒服)的一(次|回|家|趟)  最满意的一次
(never|not once) (been )?let (me )?down  never been let down
(cant fault|couldnt fault|no faults?|nothing to fault)  can't fault it
(倍儿?棒|倍儿?好|好到|惊人|超赞|神仙|神速|太牛|牛逼|nb|牛x|牛掰|绝绝子|顶呱呱|正嘢|冇得弹|一流|嘎嘎|刚刚的|美滴很|嘹咋咧|撩咋|毛台|毛病没有|无懈可击|十全十美|棒呆|爱了爱了|必须五星|五颗星|五星级)  倍儿棒
(cracking|ace|smashing|chuffed|top marks|brill|tip top|bang on|lush|mint|legend|legends|superstar|gold star|first class|a class act|class act|impressive|impressed|stunning|unreal|epic|magic|belter|lovely job|blown away|beyond expectations|exceeded|exceeds|above and beyond|ten out of ten|five out of five|5 of 5|10 of 10)  cracking service
(劲|真系好|真係好|一百个|一万个|百分百|超出|超|远超|打心底|由衷|勁)(满意|正|预期|期待|想象|好|赞)  一百个满意
(比|超过|超出)(我)?(想|想象|预期|预想|期待)(的|中)?(的)?(快|好|早|满意)  比我想的快
(非常|超级|超|极其|极|特别|十分|相当|太|巨|贼|无比|万分|格外|尤其|出奇|灰常|老|可|真心|实在){good}(了|啦|的)?  特别靠谱
(一等一|数一数二|顶尖|一流|超一流|首屈一指|无敌|天花板|杠杠|绝佳|极佳|上佳|顶好|顶棒|盖了帽|没话讲|挑不出|无可挑剔|没得挑|没什么可挑剔|没啥可挑剔|没有可挑剔|好评如潮|满昏)  一等一的好
(top|best|first rate|first-rate|world class|five star|5 star|a1|a plus|stellar|impeccable|phenomenal|magnificent|sublime|exceptional|superior) ?(service|courier|delivery|driver|company|experience|quality|marks|job|guy|work|notch)( ever)?¦  best courier ever
(非常|很|十分|特别|超|超级|超极|极其|极|太|相当|最|真的很|万分|百分百|100%|百分之百|巨|贼|老|100分|完全|无比|灰常|蛮|大大|都很|都非常)(之)?(的)?(满意|好|棒|赞|不错|优秀|给力|完美|开心|nice|周到|贴心|到位|喜欢)  非常满意
(满意)(得很|极了|至极|爆了|得不得了|到爆|满意|得不行|死了)  满意得很
(好评|五星|5星|⭐⭐⭐⭐⭐|满分|完美|一百分|100分|10分|十分|巴适|棒极了|太好了|好极了|超赞|点赞|大赞|给力|优秀|顶呱呱|杠杠的|杠杠滴|yyds|绝了|一级棒|没得说|没话说|无可挑剔|顶级|倍儿好|666|牛|真棒|真好|挺棒|💯|👍👍👍|👍👍|服务一流|最好|好得很|安逸|赞赞赞|赞爆|赞|棒棒哒|棒棒|零差评|必须好评|给好评|完美无缺|好正|好犀利|嘎嘎好|老好了|嗷嗷好|可得劲|得劲)  好评
(👍👍|🌟🌟🌟🌟🌟|⭐⭐⭐⭐⭐|😍|🥰|❤|🎉|😁)  😍
(excellent|perfect|perfectly|outstanding|amazing|awesome|brilliant|fantastic|superb|exceptional|wonderful|fabulous|incredible|marvelous|marvellous|terrific|(very|extremely|totally|completely|super|highly|really|so|absolutely|fully|100%|more than|most) (satisfied|happy|good|pleased|impressed|satisfying|nice)|five stars?|5 ?stars?|5/5|10/10|100/100|full marks|top notch|first class|the best|best service|best ever|love it|loved it|great|couldnt be better|flawless|very satisfied|great service|great job|10 out of 10|5 out of 5|spot on|faultless|couldnt be happier|thrilled|delighted)  excellent
(very|so|super|really|很very|extremely)( )?(满意|好|棒|good满意)  very满意
(大変満足|とても満足|大満足|最高|素晴らしい|매우 만족|아주 만족|최고|muy satisfecho|muy satisfecha|muy bien|excelente|perfecto|très satisfait|tres satisfait|très bien|parfait|sehr zufrieden|ausgezeichnet|sehr gut|muito satisfeito|ótimo|molto soddisfatto|ottimo|очень доволен|очень довольна|отлично|rất hài lòng|tuyệt vời|sangat puas|พอใจมาก|ดีมาก|ممتاز)  大変満足です
(好|棒|赞|爽)(得|的)(很|不得了|不行|没话说|极了|要命|没边)  好得不得了
(couldnt|cant|could not|could never|hardly) (had|have|seen|be|get|ask for|been)( a| any| for)? better  couldn't ask for better
never (had|have|seen|been)( a| any)? better  never had a better delivery
(love|loved|adore|adored|enjoyed) (it|the|this|your|you|how)  loved the service
(地道|真地道|够意思|倍爽|倍儿爽|老得劲|得劲儿|真中|怪好|怪美|美得很|美滴很|嫽扎|嫽得太|嫽咋|聊扎|增怂|老灵|老灵额|交关好|邪气好|蛮灵光|灵光|霞气好|巴适|安逸惨了|巴适惨了|要得很|好安逸|刮刮叫|呱呱叫|顶刮刮|杠杠滴|嘎嘎|老铁没毛病|贼拉|贼好|老好|可好了|老带劲|带劲|尖儿|局气|有里有面|忒好|忒棒|恁好|恁快|真不孬|毛得说|没治了|盖帽|盖了|绝绝子|绝了|yyds|永远的神|泰裤辣|针不戳|真香|封神|牛批|牛哔|牛b|太顶|顶呱呱|顶级|稳得一批|稳如狗|6到飞起|六六六|好嘢|掂|掂过碌蔗|好掂|够掂|几掂|好叻|好犀利|劲揪|劲正|一流|顶瓜瓜|好得飞起|冇得顶|冇得输|好顶|好睇好用|神级|神仙快递|满分推荐|力荐|强推|强烈推荐|吹爆|夸爆|绝赞|赞不绝口|有口皆碑|名不虚传|名副其实|可圈可点|尽善尽美|尽职尽责|兢兢业业|无微不至|宾至如归|业界良心|行业标杆|良心|暖心|贴心到家|感动到哭|太感动|没话可说|没的说|没挑|没跑了|挑不出刺)  真地道
(劲|几鬼|鬼咁|咁鬼|好鬼|超级无敌|老|贼|倍|忒|恁|嗷嗷|巨|怪|邪气|交关|真|好|那叫一个|那是相当|相当|可)(快|掂|正|赞|棒|灵|靓|专业|贴心|热情|靠谱|周到|高效|负责|有礼貌|有心|细心|给力|爽|nice)(晒|呀|啊|哦|喔|哟|了|嘅|的|得很|㗎|噶)?¦  劲快
(好|真系好|真是好|系好|真心|打心眼里|从心里|由衷)满意(呀|啊|哦|喔|晒|㗎|噶|嘅|了)?¦  好满意呀
(很少|难得|头回|好久没|少有|罕见)(有|见|遇到|遇|碰到|碰)?(过)?…(这么|这样|如此|这种|恁)(快|好|棒|贴心|靠谱|热情|负责|周到|专业|准时|有耐心|细心)  很少遇到这么负责的师傅
(老板|小哥|师傅|你们|快递员|公司)(大气|敞亮|局气|够意思|仗义|牛|给力|厉害|威武|靠谱|真行了|良心|讲究)  老板大气
(这|那|这个|你们的?|这次)?(速度|服务|态度|效率|体验)(真|真是|是真)?(没谁了|绝了|没得说|没话说|杠杠的|无敌|一流|顶级|可以的|一级棒|顶呱呱|飞起)  这速度没谁了
(真|太|很|好|特别|非常|实在)?(厉害|犀利|了得|了不起|硬核|硬气)(了|啊|呀|的|哟)?¦  1小时送到，厉害
(快靓正|又快又好|又快又稳|又准时又|抵赞|抵夸|好样的|好样儿的|值得(表扬|赞|夸|点赞|五星|信赖)|没想到(会|能)?(这么|这样|如此)(快|好|贴心|靠谱)|出乎意料(的)?(好|快|满意)|感动(到|哭)?)  快靓正
(好|真|劲|够|手脚)(快手|爽手|快脆|麻利|利落|勤快|有诚意|有交带|有心机|妥当)  好快手
(driver|courier|guy|lady|bloke|man|woman|lad|chap|postie|postman|delivery|service|staff|team|everything|experience)( who came| today)? (was|is|were|are|has been) (so |very |really |just |absolutely |always |extremely |an absolute |a real |a |super |pretty )?(lovely|kind|brilliant|amazing|gem|star|legend|sweet|wonderful|fab|great|excellent|fantastic|charming|delightful|superb|perfect|gentleman|top|ace)  driver was lovely
(wouldnt|wont|would never|will never|dont want to|never) (use|go with|go to|choose|want|need|trust|try) (anyone|anybody|any other|another|other)( one| else| company| courier| firm)?  wouldn't use anyone else
(never|not) (been )?(happier|better|more satisfied|more pleased)  never happier
(lovely|kind|sweet|wonderful|charming|delightful|fantastic|brilliant|amazing) (driver|courier|guy|lady|bloke|man|woman|lad|chap|postie|postman|service|staff|team|experience)  lovely driver
(nothing but (praise|good|positive)|all praise|full of praise|sing~ (your|his|their|her) praises?|(damn|bloody|fucking|effing|freaking|hella|wicked|proper|well|pretty damn|jolly) (good|great|fast|quick|nice|brilliant|amazing|impressed|happy|decent))  nothing but praise
(劲|几鬼|鬼咁|老|贼|倍|忒|恁|嗷嗷|巨|怪|邪气|交关|那叫一个|那是相当)(好|满意)  邪气满意
(从没|从来没|从未|头一回|头一次|第一次|还没|没|没有)(见过?|遇到|遇|碰到|用过|有过|试过)?(过)?…(这么|这样|如此|恁)(快|好|棒|满意|贴心|靠谱|热情|负责|周到|专业|准时|顺利)  从来没这么快过
(最|史上最|全网最|见过最|用过最|遇到最|遇过最)(快|好|棒|靠谱|满意|贴心|负责|专业|热情|准时|给力)(的|了)?  用过最快的
(飞|非|肥|费|灰|菲)(常|长|尝|场|偿|肠|厂|尝)(之|地|的)?(满意|满一|满义|满亿|满艺|好|棒|赞)  飞常满意
(好|快|棒|赞|爽|满意|舒服|贴心|专业)(得|到|的)(飞起|没得说|没话说|没的说|没谁了|惊人|感人|一批|一匹|一塌糊涂|出奇|爆|爆炸|晕|冒泡|想不到|出乎意料|超出预期|离谱|吓人|家)  好到飞起
(无|没有?|挑不出|找不到|找不出|冇)(任何|一点|半点|一丝|丝毫)?(可|得)?(挑剔|瑕疵|弹|差池)  毫无瑕疵
(fab|top banana|bees knees|dogs bollocks|sound as a pound|proper good|well good|dead good|dead chuffed|over the moon|buzzing|made up|wicked|blinding|champion|bostin|ace job|cracking job|smashed it|nailed it|killed it|golden|gem|absolute (legend|star|gem|diamond|angel)|lifesaver|heroes|hero|sick service|shiok|steady|power la~|swee|zai|solid|onz|on the ball|no sweat|second to none|unbeatable|unmatched|unrivall?ed|exemplary|splendid|sterling|glorious|marvell?ous|stupendous|tremendous|terrific|hats off|kudos|bravo|5 stars from me|a plus|full score|full points|highest mark|(best|fastest|quickest|nicest|smoothest|easiest|finest|loveliest)( ~)? (i|ive|weve|we|ever|so far|of all|around|in town|yet)|as good as it gets|(highly|strongly|definitely|thoroughly|would|will|happily|id|heartily|100% ?) (recommend~)|10 stars|happy bunny|happy camper|pleased as punch|cant praise|cannot praise|couldnt ask for more|could not ask for more|what more could|exceeded expectations|beyond my expectations|impressive)  shiok
(😁|🤩|😘|💖|💕|♥|💪|🏆|🥇|👏👏|🎊|✨|💐|🌟)  🤩
(とても良かった|とても良い|とてもよかった|すごく良い|最高です|完璧|大満足です|素晴らしかった|感動|정말 좋아|너무 좋아|완벽|매우만족|매우 좋아|대만족|완전 만족|excelente servicio|buenísimo|genial|estupendo|increíble|fantástico|maravilloso|encantado|encantada|de lujo|muy contento|muy contenta|súper bien|impecable|formidable|nickel|génial|super service|impeccable|ravi|ravie|prima|perfekt|hervorragend|super zufrieden|toll|spitze|klasse|großartig|perfetto|eccellente|fantastico|benissimo|perfeito|maravilhoso|excelente|супер|прекрасно|превосходно|великолепно|замечательно|очень хорошо|всё отлично|идеально|rất tốt|quá tốt|tuyệt|xuất sắc|bagus sekali|sangat bagus|mantap|terbaik|hebat|ดีเยี่ยม|ยอดเยี่ยม|เยี่ยม|ประทับใจ|رائع|ممتازة|راض جدا|راضي جدا)  とても良かった
""",
    ),
    "rating_3": rows(
        """
‹(还|算|也)(中|得)(吧|咧|嘞|哩)¦  还中吧
‹(its |it was |was |kinda |kind of |pretty |bit )?mid( tbh| ngl| honestly| at best)?¦  mid tbh
(有待|可以|需要|还能|还可以|仍需|还需|还要|能)(再|继续|进一步)?(改进|提高|提升|加强|完善|优化|改善)  可以再改进
(ok-ish|okish|okay-ish|fine-ish|goodish|good-ish)  ok-ish
(不温不火|中等偏上|中等偏下|一般化|平淡|不痛不痒|不高不低|不快不慢|半斤八两|七七八八|差强人意|聊胜于无)  不温不火
(could be (better|worse),? (but )?(it )?(could be|could have been) (worse|better)|middle of the road|okay ish|ok ish|bog standard|nothing to write home about|neither here nor there|run of the mill|bearable|tolerable|adequate)  could be better could be worse
(不|唔|不算|不是|也不|说不上|谈不上|没有多|没多)(太|很|特别|算|那么)?(好|差|坏|满意)(也|,|又|但|但也)?(不|唔|不算|不是|说不上|谈不上|没多)(太|很|特别|算|那么)?(好|差|坏|不满意)  说不上好也说不上坏
(有好有坏|好坏参半|半好半坏|马马乎乎|马马糊糊|麻麻呼呼|中间|中庸|一星半点|没特别的|没什么特别|就那回事|那样|那么回事|能用就行|凑活|能接受|一班|一搬|十分一般)  就那么回事
(neither (good|great)|not (good|great) not bad|not good or bad|not bad but|middle|in between|halfway|50 ?50|could go either way|run of the mill|standard|as expected|it does the job|does the job)  neither good nor bad
(一般|一般般|一般吧|还成|还凑合|还行|还行吧|还可以|还可|凑合|将就|马马虎虎|普通|普普通通|中等|中评|中规中矩|就那样|就这样|也就那样|也就这样|无功无过|勉强|勉强可以|勉强凑合|中不溜|不好不坏|不好也不坏|不功不过|过得去|说得过去|还过得去|平平|平常|三星|3星|及格|60分|六十分|差不多|麻麻|麻麻地|麻麻哋|ok啦|马虎|一半一半|凑凑合合|对付|不上不下|没感觉|没什么感觉|无感|不咸不淡|一般满意|凑乎)  还行吧
(so so|soso|so-so|average|neutral|mediocre|meh|ordinary|alright|all right|acceptable|not bad not good|okay i guess|ok i guess|fair|moderate|middling|nothing special|three stars?|3 ?stars?|3/5|5/10|6/10|just ok|just okay|it was ok|it was okay|its ok|its okay|decent|okayish|passable|indifferent|medium|could have been better|room for improvement|not too bad)  so so
(普通です|まあまあ|普通|보통|그저 그래|그저그래|regular|más o menos|normal|moyen|comme ci comme ça|bof|geht so|mittel|mittelmäßig|mais ou menos|così così|нормально|средне|так себе|bình thường|biasa|ปานกลาง|เฉยๆ|عادي)  普通です
(没|没有|冇|无)(什么|啥|咩|甚么)?(太|很)?(特别|亮点|惊喜|出彩|突出|印象|感受|可说|好说|波澜|起伏)(的|之处|的地方|感觉|印象)?  没啥特别的
(그냥 그래|그럭저럭|그저|ok only|okay only|only ok|only okay|just about ok|小意思|一般偏上|一般偏下|凑合能用|不惊艳|平平无奇|不惊喜)  그냥 그래요
(五五开|对半开|四六开|凑巴|凑付|凑合事|对付着|将将|将就|将将就就|就恁样|就酱|就介样|一般化|一般水平|一般水准|一般性|正常水平|正常发挥|正常吧|及格线|平庸|平常心|普通水平|中间水平|中不溜秋|中不溜丢|中档|中游|麻麻地啦|麻麻啦|麻麻喇|普普|普普啦|普通啦|马马|勉勉强强|勉勉强|勉强过关|还凑活|还阔以|不咸不淡|不过不失|不算出彩|没想象中好|没想象的好|没想的好|没预期好|没有预期好|比预期差一点)  五五开
(可好可坏|时好时坏|有时好有时坏|好一阵坏一阵|好坏都有|有利有弊|有优有缺|优缺点都有|喜忧参半)  时好时坏
(could|might|may) (be|have been|of been) (worse|a lot worse|much worse)  could have been worse
(not the (best|worst|greatest|fastest)|bang average|bog ?standard|middle of road|fair to middling|fair enough i suppose|ok lah?|okay ?lor|ok ?lor|can la|not ?too ?shabby|average at best|hit and miss|hit or miss|mixed|mixed feelings|mixed bag|could go either way|no strong feelings|no feelings either way|neutral|unremarkable|run ?of ?the ?mill|vanilla|ordinary|so ?and ?so|comme ci|it was what it was|it is what it is|pass mark|pass(ed)? muster|nothing (amazing|great|exceptional|extraordinary|fancy|outstanding|too bad))  hit and miss
""",
    ),
    "rating_2": rows(
        """
(never|havent|not once|no) (had |have |got |given me )?(a |any )?(problem|issue|trouble|bother|complaint)s?( with (you|them|it))?  never had a problem
比(别家|别人|其他|其它|上次|以前|之前|某)…(快|好|强|靠谱)  比别家快多了
(没|没有|冇|无)(什么|啥|任何|太大|大)?(问题|毛病|意见|不满|怨言|抱怨|缺点)  没啥问题
(挺|很|都|还|蛮|比较|非常|一切)?(顺利|麻利|利索|省心|稳妥|省事|圆满)  挺顺利的
(满意|满意的|还满意|比较满意|挺满意|蛮满意|算满意|基本满意|大体满意|总体满意|较满意|还算满意|勉强满意|比较好|挺好|蛮好|还不错|不错|挺不错|蛮不错|可以的|好的|还好|良好|不赖|四星|4星|服务好|态度好|不差|好着呢|中意|没问题|挺可以|都挺好|服务挺好|几好|唔错|几满意|幾好|👍|👌|😊|🙂)  满意，小哥很准时
(satisfied|satisfactory|good|happy|pleased|fine|nice|not bad|well done|content|quite good|pretty good|it was good|four stars?|4 ?stars?|4/5|7/10|8/10|9/10|ok|okay|satisfy|thumbs up|liked it|no complaints|no complaint|no problems|cant complain|yes|yep|yeah)  satisfied
(満足|良い|よかった|만족|좋았|좋아요|satisfecho|satisfecha|bien|bueno|satisfait|satisfaite|zufrieden|gut|satisfeito|bom|soddisfatto|bene|доволен|довольна|хорошо|hài lòng|puas|bagus|พอใจ|ดี|راض)  満足です
(服务|小哥|快递|态度|速度|送货|配送|师傅|派送|快递员|派件)(很|非常|都|挺|也|真|得|的)?(到位|周到|专业|热情|礼貌|准时|及时|快|神速|高效|细心|负责|好|棒|贴心|耐心|靠谱)  服务到位
(送|派|配送)得(很|挺|好|真|非常)?(快|及时|准时|好|稳)  送得很快
(准时|及时|守时|热情|有礼貌|很快|挺快|神速|细心|负责任|靠谱)  准时
(nothing|no reason|not much|nobody) to complain( about)?  nothing to complain about
(very |super |really |so |quite |always |pretty )?(fast|quick|prompt|punctual|friendly|polite|helpful|professional|on time|efficient|speedy|courteous|smooth)( and ~)?( delivery| service| driver| courier| guy)?  super fast delivery
(有耐心|耐心|细致|和气|和善|客气|周全|稳当)  小哥特别有耐心
(好|快|强|棒|靠谱|准时|满意|改善|进步)(得)?(多了|不少|很多|许多|大了|一大截)  现在好多了
(够|很|蛮|挺|几|都几|好|还挺|还蛮|真|真的)(快|好|准时|靠谱|负责|专业|热情|顺利|稳|妥|稳妥|细心|贴心|爽|实在|客气|有心|守时|高效|利索|麻利|干脆)(啊|呀|的|哟|呢|嘞|嘛|喔|嘅|哈)?¦  够快
(nada mal|pas mal|non male|gar nicht schlecht|nicht schlecht|неплохо|tốt|ổn|ganz gut|ganz ok|de acuerdo|悪くない|나쁘지 않|괜찮|lumayan|boleh la~|oke)  pas mal
(符合|达到|满足)(我的|了)?(预期|期望|期待|要求|心理预期|想象)  符合预期
(一点|半点|啥|什么|任何)(儿)?(问题|毛病|意见|瑕疵|缺点)(都|也)?(没有|没|冇)  一点问题没有
(哪|哪儿|哪里|哪方面|样样|处处|方方面面|各方面|什么|啥)(都|也)?(好|满意|不错|挺好|顺利|到位)  哪都好
比(顺丰|京东|邮政|中通|圆通|韵达|申通|极兔|我想象|预计|预期|说好|想象|约定|别人家|隔壁)(的)?(时间)?(还|都|要|更|得)?(快|好|早|强|靠谱|准时|贴心)  比顺丰还快
(better|faster|quicker|nicer|improved|smoother) (than|compared to|from) (last|the last|before|ever|usual|most|others?|dhl|ups|fedex|royal|evri|expected|i expected)  better than last time
(no|zero|not (a|one|any|a single|one single)|not|never|without|without (a|any)|nothing|free of|free from)( any| a| too| at all| single| ever)? (delays?|complaints?|problems?|issues?|faults?|hitch|hitches|drama|hassle|fuss|bother|trouble|wrong|late|slow|mistakes?|damage|damaged|hiccups?)( at all| whatsoever)?  no delays
(没|没有|冇|无)(什么|啥|咩|甚么)?(可|好|值得|需要|要)?(抱怨|挑剔|不满|意见|投诉|吐槽|指责)(的|嘅)?(地方)?  没什么可抱怨的
(包装|打包|外包装|东西|货|物品|箱子)(都|很|挺|真|也|非常)?(严实|完好|仔细|用心|结实|牢固|扎实|完整|干净|妥当)(无损)?  包装严实
(couldnt|could not|wouldnt|cannot|can not|wont|no reason to|no cause to) complain  couldn't complain
(莫得|木得|木有|没得|冇得|莫|么得)(啥子|啥|什么|么子|么事|咩)?(意见|问题|毛病|怨言|挑剔|不满)(的)?  莫得啥子意见
(如期|按时|提前|及时|完好|完好无损|安全|顺利|毫发无损|平安)(送达|到达|到了|送到|抵达|到货|收到|无损)¦  按时送达
(好|可以|可|行)                     好
""",
    ),
}
