"""What each setting means, in every language; the English is what ``config/bench.toml`` says above it. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

_TOLERANCE: Final = Words(
    zh="包裹的重量可以比预期差这么多克，或差预期的百分之几，取较大的一个。",
    en="A parcel may differ from the expected weight by this many grams, or by this part of it, whichever is more.",
)
_HOLDS: Final = Words(
    zh="打印面单前再查一次有没有暂停。订单库在 holds_deadline_ms 毫秒内没有回答时，不超过 holds_max_age_s 秒的旧消息"
    "也算数；更旧的不打印（holds_unknown）。",
    en="Before a label prints, holds are asked again. When the order book does not answer within holds_deadline_ms, "
    "knowledge younger than holds_max_age_s is enough; older refuses (holds_unknown).",
)
_TEMPLATES: Final = Words(
    zh="国内和国际面单的模板，在 config/labels 或主文件夹的 labels 里。打印机里的纸或订单的快递要用另一种尺寸时"
    "，换用同类的另一个模板。",
    en="Templates of config/labels, or of the home's folder labels: domestic and international. Where the paper in "
    "the printer or the order's service is of another size, another one of the same kind is taken.",
)
_WALL: Final = Words(
    zh="播种墙从正面看的行数和列数，从左上角数起。行乘列就是一批拣货最多的订单数。",
    en="The sort wall as one stands before it: rows and columns of its cells, counted from the top left. Together "
    "they are how many orders a pick batch has at most.",
)

MEANINGS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "bench.id": Words(
            zh="这个工位的名字，在整个机构里不能重复：字母、数字、“.”、“_”和“-”。它是账本名字的一部分，改了就开始一"
            "本新账本。",
            en='The name of this bench, unique in the organisation: letters, digits, ".", "_" and "-". It is part of '
            "the ledger's name, so changing it begins a new ledger.",
        ),
        "bench.org": Words(
            zh="账本属于哪个机构：字母、数字、“.”、“_”和“-”。",
            en='The organisation the ledger belongs to: letters, digits, ".", "_" and "-".',
        ),
        "bench.shop": Words(
            zh="这里装谁的订单，除非导入时另外指定；是 config/shops 里一个文件的名字。",
            en="Whose orders are packed here, unless an import says otherwise; names a file of config/shops.",
        ),
        "bench.place": Words(
            zh="这个工位在哪里：店铺文件里一个 [[place]] 的 id。这里就只装那个地点发的货；别处的订单会被拒绝，并说出"
            '是哪里的。"" = 什么都可以装。',
            en="Where this bench stands: the id of a [[place]] in the shop's file. It then packs only what that "
            'place ships; an order of another place is refused and the place is named. "" = whatever may be packed.',
        ),
        "bench.orderbook": Words(
            zh="订单库：sqlite:///文件（从主文件夹算起），多个工位共用时写 postgresql+psycopg://用户@主机/库"
            "名。密码不写在这里，而在 PostgreSQL 通常的文件里（~/.pgpass、pg_service.conf）。",
            en="The order book: sqlite:///FILE (relative to the home) or postgresql+psycopg://USER@HOST/NAME for "
            "many benches. Passwords do not stand here: they come from the usual PostgreSQL files (~/.pgpass, "
            "pg_service.conf).",
        ),
        "bench.language": Words(
            zh="屏幕上为主的语言：zh、en，或翻译好的另一种（docs/translating.md）。",
            en="The language that leads on the screen: zh, en, or one that a translator has made "
            "(docs/translating.md).",
        ),
        "bench.second_language": Words(
            zh="旁边的第二种语言，Ctrl+L 把它换到前面。留空：英文；主语言是英文时为中文。",
            en="The language beside it, which Ctrl+L brings to the front. Empty: English; beside English Chinese.",
        ),
        "bench.theme": Words(
            zh="屏幕的颜色：light 浅色、dark 深色、high_contrast 高对比、colour_safe 色觉友好。",
            en="The colours of the screen: light, dark, high_contrast or colour_safe.",
        ),
        "bench.require_sign_in": Words(
            zh="true：扫过打包员的工牌才能装箱。",
            en="true: nothing can be packed before a packer's badge is scanned.",
        ),
        "bench.lock_after_s": Words(
            zh="这么多秒没有扫描、按键和重量，工位就锁上，直到扫工牌；登录的人和包裹都保留。0：从不锁。没有人登录时不"
            "锁。",
            en="After so many seconds without a scan, a key or a weight the bench locks until a badge is scanned; "
            "who is signed in and the parcel stay. 0: never. A bench with nobody signed in does not lock.",
        ),
        "screen.scale_percent": Words(
            zh="字和按钮是原来大小的百分之几：100、125、150 或 200。原来的大小按工位上要看清的毫米数定，随窗口变大；"
            "只要版面放得下就一直变大。",
            en="Letters and buttons in percent of the size they have by themselves: 100, 125, 150 or 200. By "
            "themselves they are as large as the packing table needs, in millimetres, and grow with the window; they "
            "grow as far as the window has room for the layout.",
        ),
        "screen.left_handed": Words(
            zh="true：两个工作栏左右对调，给惯用左手的人。别的都不动。",
            en="true: the two work columns change sides, for a packer whose left hand leads. Nothing else moves.",
        ),
        "screen.reduced_motion": Words(
            zh="true：判定时窗口边缘不闪。横幅、颜色和声音照旧。",
            en="true: the edges of the window do not flash at a verdict. The banner, its colour and its sound stay.",
        ),
        "screen.gloves": Words(
            zh="true：手指按的地方至少 25 毫米高，戴手套用；否则 20 毫米。",
            en="true: what a finger presses is at least 25 mm high, for gloves; else 20 mm.",
        ),
        "screen.command_codes": Words(
            zh="每个命令按钮旁显示它的二维码，能读二维码的扫码枪直接扫屏幕；否则只写按键。",
            en="Each command button shows its code, to be scanned from the screen by a scanner that reads QR; "
            "without: its key alone.",
        ),
        "screen.sound_captions": Words(
            zh="横幅用字写出刚才响的是什么，给听不见的人。",
            en="The banner says in words what just sounded, for who cannot hear it.",
        ),
        "screen.sound_level": Words(
            zh="工位声音多大，最大 100。“sealbench sounds”把所有声音放一遍，好在仓库里调。",
            en='How loud the bench\'s sounds are, of 100. "sealbench sounds" plays all of them, to be set by in the '
            "hall.",
        ),
        "board.theme": Words(
            zh="墙上看板的颜色：light 浅色、dark 深色、high_contrast 高对比、colour_safe 色觉友好。",
            en="The colours of the wall board: light, dark, high_contrast or colour_safe.",
        ),
        "board.louder_after_min": Words(
            zh="叫人后这么多分钟没有人来，就更醒目：红色，换一个形状和说法。",
            en="After so many minutes a call for help that nobody has taken gets louder: red, with another shape and "
            "other words.",
        ),
        "board.sound": Words(
            zh="true：工位叫人时，看板响一声；没有人来，每分钟再响一声。",
            en="true: the board sounds once for a new call, and every minute for one that nobody takes.",
        ),
        "packing.weigh": Words(
            zh="auto：工位有秤就称（没有窗口的工位总是称）；always：没有重量不打印面单，没有设秤也一样；never：从不称"
            "。",
            en="auto: parcels are weighed when the bench has a scale (the windowless bench: always); always: no "
            "label prints without a weight, even when no scale is set up; never.",
        ),
        "packing.tolerance_g": _TOLERANCE,
        "packing.tolerance_percent": _TOLERANCE,
        "packing.near_zero_g": Words(
            zh="低于这个重量，秤算是空的；秤空过以后才称下一个包裹。",
            en="The scale counts as empty below this weight; the next parcel is weighed only after it was empty.",
        ),
        "packing.holds_max_age_s": _HOLDS,
        "packing.holds_deadline_ms": _HOLDS,
        "packing.item_first": Words(
            zh="true：没有打开订单时扫一件商品，就打开只要这一件的订单里最急的那个。",
            en="true: with nothing open, the scan of an item opens the most urgent order of just that one unit.",
        ),
        "packing.next_order": Words(
            zh="true：没有打开订单时，NEXT 向订单库要最急的一单；false：订单靠扫描打开。",
            en="true: with nothing open, NEXT asks the order book for the most urgent order that waits; false: "
            "orders are scanned.",
        ),
        "packing.affinity_s": Words(
            zh="NEXT 可以先给和上一单相像的（同样的单件，否则同一个快递），再给最急的；条件是最急的那单还有这么多秒以"
            "上，而且相像的那单最多晚这么多秒截止。0：从不。",
            en="NEXT may give an order like the last one (the same single item, else the same carrier) before the "
            "most urgent one, while that one is due in more than so many seconds, and only one that is due at most "
            "so many seconds after it. 0: never.",
        ),
        "packing.wave_orders": Words(
            zh="提前领这么多单，连运单号一起留在这里，订单库断开时工位也有活干。退出登录和关程序时退回。0：不领。多个"
            "工位共用一台服务器时：8 左右。",
            en="So many orders are claimed ahead and kept here, with their waybill numbers, so that the bench has "
            "work while the order book is away. They are given back at sign-out and at the end of the program. 0: "
            "none. For benches on one server: about 8.",
        ),
        "packing.reserved_numbers": Words(
            zh="工位用到的每种快递服务，都给它单独留这么多运单号，订单库断开时给要用的包裹。没用掉的在退出登录时退回"
            "。0：不留。",
            en="So many waybill numbers of each service that the bench uses are reserved for it alone, for parcels "
            "that need one while the order book is away. What was not handed out goes back at sign-out. 0: none.",
        ),
        "packing.witness": Words(
            zh="在秤上装箱时，秤是每次扫描的第二个见证（docs/second-witness.md）。stop：扫了没放进去，或放进去没扫，"
            "面单就不打印，直到改好，或打包员说没有错；warn：装箱时提醒并记录；off：不管。",
            en="Where boxes are packed on the scale, it is a second witness of each scan (docs/second-witness.md). "
            "stop: what was scanned and not put in, or put in and not scanned, holds the label until it is put right "
            "or the packer says that it is right; warn: it is said while packing and recorded; off.",
        ),
        "packing.default_carton": Words(
            zh='没有扫纸箱时用的 [[carton]] 的代码；"" = 不用。',
            en='The code of the [[carton]] that is used when none is scanned; "" = none.',
        ),
        "label.template": _TEMPLATES,
        "label.intl_template": _TEMPLATES,
        "label.masked": Words(
            zh="true：面单上收件人的姓名和电话遮去一部分（GB/T 41833）。",
            en="true: hides part of the recipient's name and phone on paper (GB/T 41833).",
        ),
        "label.languages": Words(
            zh="出仓的纸（装箱单、发货单、卡片、交接单）用一种或两种语言；"
            "留在仓里的纸（命令码、拣货单、货架、周转箱、工牌）跟工位的语言走，快递面单是中文和英文。",
            en="What papers that leave the house say: packing slips, delivery notes, cards, handover sheets; one "
            "language or two. Papers that stay here (command codes, pick lists, shelves, totes, badges) follow the "
            "bench's languages, a carrier's label is in Chinese and English.",
        ),
        "evidence.memory": Words(
            zh="这个工位把最新签过名的检查点记在哪里，账本若被换成旧的备份，下次启动就看得出来：一个文件夹，最好不在"
            '同一个盘上；“system”是系统的密钥库；"" = 用户自己存放程序状态的文件夹。不要放进主文件夹的备份里（'
            "docs/evidence.md）。",
            en="Where this bench remembers the newest checkpoint it has signed, so that a ledger put back from a "
            'copy shows at the next start: a folder, better on another drive than the home; "system" for the '
            "system's key store; \"\" = the user's own folder for programs' state, outside the home. Keep it out of "
            "the backups of the home (docs/evidence.md).",
        ),
        "evidence.key_store": Words(
            zh="工位的私钥：auto = 有系统密钥库就放在里面，否则放在只有这个用户能读的文件里；system = 只放密钥库；"
            "file = 文件。每个证据包都写明是哪一种。生成密钥时起作用。",
            en="The bench's private key: auto = in the system's key store where there is one, else in a file that "
            "only this user may read; system = the key store or not at all; file. Every bundle says which it is. It "
            "counts when a key is made.",
        ),
        "evidence.timestamp": Words(
            zh="为记录盖外部时间戳的机构（RFC 3161），最多四个；要装附加组件“timestamp”。用来验证它们的证书放在主"
            "文件夹的 keys/timestamp-authorities.pem（docs/anchors.md）。",
            en="Time-stamp authorities (RFC 3161) that are asked for an outside anchor of the record, at most four; "
            'needs the extra "timestamp". The certificates they are believed by lie in the home: '
            "keys/timestamp-authorities.pem (docs/anchors.md).",
        ),
        "evidence.timestamp_every_s": Words(
            zh="每隔这么多秒，为还没有时间戳的记录向每个机构要一次。",
            en="Each is asked every so many seconds for what it has not stamped.",
        ),
        "picking.wall_rows": _WALL,
        "picking.wall_columns": _WALL,
        "picking.voice": Words(
            zh="true：电脑能说话时，播种墙窗口念出格子的号码。",
            en="true: the wall's window says the cell's number aloud, where the machine has a voice.",
        ),
        "media.budget_gb": Words(
            zh="这个工位的照片、录像和面单文件最多占多少磁盘，单位 GB（1,000,000,000 字节）。到最后十分之一不再录像，"
            "占满后不再拍照。装箱照常进行，屏幕和记录都会说明。",
            en="Photos, video and label files of this bench may take so much disk, in GB (1,000,000,000 bytes). In "
            "its last tenth there is no more video; when all is taken, no photo. Packing goes on, and the screen and "
            "the record say it.",
        ),
        "media.reserve_gb": Words(
            zh="磁盘上留这么多给记录本身：到这里不再拍照，到两倍时不再录像。",
            en="So much stays free on the disk for the record itself: photos stop there, video at twice as much.",
        ),
        "media.open_box_ms": Words(
            zh="扫完最后一件到拍开箱照片的毫秒数：手移开要的时间。",
            en="Milliseconds from the last unit's scan to the photo of the open box: the time a hand needs.",
        ),
        "media_store.place": Words(
            zh="照片、录像和面单文件的第二个存放处（docs/media-store.md）：folder:文件夹，即系统挂载的共享或另一块磁盘；"
            "或者 s3:桶 或 s3:桶/前缀，任何兼容 S3 的存储。空着：没有。密码不写在这里：存储的程序库从环境变量"
            "（AWS_ACCESS_KEY_ID …）或 ~/.aws 里找。先执行一次：sealbench evidence media --begin。",
            en="A second place for photos, video and label files (docs/media-store.md): folder:FOLDER, a share "
            "that the system has mounted or another disk; or s3:BUCKET or s3:BUCKET/PREFIX of any "
            'S3-compatible store. "" = none. Passwords do not stand here: the store\'s library finds them in '
            "the environment (AWS_ACCESS_KEY_ID …) or in ~/.aws. Begin it: sealbench evidence media --begin.",
        ),
        "media_store.endpoint": Words(
            zh="存储的地址，例如 https://store.example:9000；空着：用环境变量里的，没有就用亚马逊的。",
            en='The store\'s address, like "https://store.example:9000"; "" = the one of the environment, or else '
            "Amazon's.",
        ),
        "media_store.region": Words(
            zh="存储的区域；空着：用环境变量里的。", en='The store\'s region; "" = the one of the environment.'
        ),
        "media_store.every_s": Words(
            zh="工位运行时两轮复制之间的秒数。", en="Seconds between two rounds while the bench runs."
        ),
        "media_store.mb_per_s": Words(
            zh="线路上每秒最多这么多 MB；0：能多快就多快。",
            en="At most so many MB a second on the line; 0: as fast as it goes.",
        ),
        "media_store.here_days": Words(
            zh="副本读回核对之后，文件过这么多天离开本机磁盘；0：只在地方不够时（到 media.budget_gb 的 80 %），"
            "最早的先走。没有核对过的副本，一个也不走。什么时候在所有地方删除，由 [retention] 决定。",
            en="Days until a file leaves this disk, once its copy was read back there; 0: only when room runs "
            "short (at 80 % of media.budget_gb), the oldest first. Without a verified copy none leaves. When "
            "it is erased everywhere [retention] says.",
        ),
        "retention.video_days": Words(
            zh="包裹最后一条记录之后，或快递文件说已签收之后，过这么多天自动删除录像；每天工位关着的时候删一次。",
            en="Days after a parcel's last entry, or after its delivery where a carrier's file tells of it, until "
            "its video is erased by itself, once a day when the bench is closed.",
        ),
        "retention.photo_days": Words(
            zh="同样算起，过这么多天删除照片。",
            en="Days, counted likewise, until its photos are erased.",
        ),
        "retention.personal_days": Words(
            zh="同样算起，过这么多天，记录和订单库里所有写着人的内容，连同面单的数据一起删除。",
            en="Days, counted likewise, until everything that names a person is erased, in record and order book, "
            "and the label's bytes.",
        ),
        "retention.number_days": Words(
            zh="同样算起，过这么多天，最后删除订单号和运单号。有纠纷的、保留中的不删（docs/evidence.md，“Erasing”）。",
            en="Days, counted likewise, until the order's number and waybill are erased. What is in dispute or on "
            'legal hold stays (docs/evidence.md, "Erasing").',
        ),
        "import.folder": Words(
            zh="一个文件夹，从主文件夹算起：工位开着时，放进去的订单文件自动导入，然后移到里面的 done 或 "
            'refused，各有一张回执。只要一个工位；"" = 没有。日志在 logs/import.log。',
            en="A folder, relative to the home: while the bench runs, order files put there are imported by "
            'themselves and moved to its folder done or refused, each with a receipt. One bench is enough; "" = '
            "none. The log is logs/import.log.",
        ),
        "import.every_s": Words(
            zh="两次查看之间的秒数。两次看到一样的文件才导入。",
            en="Seconds between two looks. A file is taken when two looks found it alike.",
        ),
    }
)
