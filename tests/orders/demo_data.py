"""The goods, people and orders of the demonstration. All invented: names, streets and the phones 138000000xx."""

from __future__ import annotations

TAOBAO_46 = (
    "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,"
    "买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,"
    "联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,"
    "店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,"
    "特权订金订单id,是否上传合同照片,是否上传小票,是否代付,订金排名,修改后的sku,修改后的收货地址,"
    "异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,退款金额,预约门店"
)
TAOBAO_21 = (
    "订单编号,支付单号,买家应付货款,买家应付邮费,总金额,买家实付金额,订单状态,收货地址,运送方式,"
    "订单创建时间,商品标题,宝贝种类,物流单号,物流公司,备注标签,商家备注,宝贝总数量,开票信息,手机订单,"
    "商品属性SKU,发货时间"
)
TAOBAO_ITEMS = "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码"
ALIEXPRESS = (
    "订单号,订单状态,负责人(业务员),买家名称,下单时间,付款时间,产品总金额,物流费用,订单金额,满立减,"
    "产品信息\n（双击单元格展开所有产品信息！）,订单备注,收货地址,收货人名称,收货国家,州/省,城市,地址,"
    "邮编,联系电话,手机,买家选择物流,发货期限,实际发货物流:运单号,发货时间,确认收货时间"
)

PRODUCTS = "货号,条码,名称,英文名称,规格,重量,类别,图片,原产国,申报品名,HS编码,记录,组成,库位"
"""Columns of the product file."""

GOODS = """
MUG-330-W|{3401} 1{3401}*12|白色马克杯|Mug white|330 ml|310|fragile|mug-330.svg|CN|Ceramic mug|6912001000|||A-01-1
MUG-450-W|{3402} 1{3402}*12|白色马克杯|Mug white|450 ml|395|fragile|mug-450.svg|CN|Ceramic mug|6912001000|||A-01-2
COASTER-10|{3403} 1{3403}*10|软木杯垫|Cork coaster|10 cm|28||cork-coaster.svg|CN|Cork coaster|4503900000|||A-02-1
TEAPOT-600-G|{3404}|石墨茶壶|Graphite teapot|600 ml|720|fragile|teapot.svg|CN|Teapot|6912001000|||A-02-2
WHISK-B|{3406}|竹筅|Bamboo whisk|80 本|24||chopsticks.svg|CN|Bamboo whisk|4419190000|||A-03-1
BOWL-C|{3410} 1{3410}*6|青瓷小碗|Celadon bowl|11 cm|182|fragile|celadon-bowl.svg|CN|Ceramic bowl|6912001000|||A-03-2
CHOPSTICKS-5|{3411}|竹筷|Bamboo chopsticks|5 双|95||chopsticks.svg|CN|Bamboo chopsticks|4419120000|||A-04-1
VASE-20|{3412}|白瓷花瓶|White vase|20 cm|640|fragile|vase.svg|CN|Ceramic vase|6913900000|||B-01-2
TRAY-30|{3413}|竹托盘|Bamboo tray|30 cm|410||tray.svg|CN|Bamboo tray|4419900000|||B-01-1
SCARF-SILK-B|{3414}|真丝围巾|Silk scarf|蓝色 Blue|68|clothes|scarf-blue.svg|CN|Silk scarf|6214100090|||B-02-2
SCARF-SILK-R|{3415}|真丝围巾|Silk scarf|红色 Red|68|clothes|scarf.svg|CN|Silk scarf|6214100090|||B-02-1
TSHIRT-W-L|{3416}|纯棉 T 恤|Cotton T-shirt|白色 White L|205|clothes|t-shirt.svg|CN|Cotton T-shirt|6109100010|||B-03-2
TSHIRT-W-XL|{3417}|纯棉 T 恤|Cotton T-shirt|白色 White XL|218|clothes|t-shirt.svg|CN|Cotton T-shirt|6109100010|||B-03-1
EARBUDS-1|{3418}|无线耳机|Wireless earbuds|白色 White|58||earbuds.svg|CN|Earphones|8518300000|||B-04-2
CABLE-C-1M|{3419} 1{3419}*20|充电线|USB-C cable|1 m|32||cable.svg|CN|USB cable|8544421900|||C-01-1
STICKER-GIFT|{3420}|赠品贴纸|Gift sticker||6|||CN|Paper sticker|4821100000|||C-01-2
OIL-LAV-10|{3421}|薰衣草精油|Lavender oil|10 ml|38|liquid||CN|Essential oil|3301292000|lot expiry||C-02-1
CARD-THANKS|-|手写感谢卡|Hand-written card||9|||CN|Paper card|4909001000|||C-02-2
E-COUPON||电子优惠券|E-coupon|||virtual||CN|||||
TEA-SET-5||茶具套装|Tea set|1 壶 4 碗||fragile||CN|Tea set|6912001000||TEAPOT-600-G BOWL-C*4|
"""
"""A line a product, parts between bars as in ``PRODUCTS``; ``{3401}`` is an item's GTIN, ``1{3401}`` its carton's."""

TAOBAO_ORDERS: tuple[dict[str, str], ...] = (
    {"no": "01", "who": "林晓", "items": "MUG-330-W*1 COASTER-10*2", "at": "2026-11-20 09:12:31"},
    {
        "no": "02",
        "who": "王喆",
        "items": "MUG-330-W*3 COASTER-10*2 TEAPOT-600-G*1 WHISK-B*2 BOWL-C*3",
        "say": "礼物，请勿放价格单",
        "at": "2026/11/20 9:40",
    },
    {"no": "03", "who": "李堃", "items": "BOWL-C*12 COASTER-10*20", "at": "2026-11-20 10:05:02"},
    {"no": "04", "who": "陈镕", "items": "SCARF-SILK-B*1 STICKER-GIFT*1!", "at": "2026/11/20 10:31"},
    {"no": "05", "who": "赵一凡", "items": "VASE-20*1", "refund": "88.00", "at": "2026-11-20 11:00:00"},
    {
        "no": "06",
        "who": "孙小美",
        "items": "TSHIRT-W-L*1 TSHIRT-W-XL*1",
        "status": "等待买家付款",
        "at": "2026-11-20 11:20:10",
    },
    {"no": "07", "who": "周子墨", "items": "TEA-SET-5*1", "say": "麻烦包结实一点，谢谢", "at": "2026-11-20 13:15:44"},
    {
        "no": "08",
        "who": "吴雨桐",
        "items": "EARBUDS-1*1 CABLE-C-1M*2 CARD-THANKS*1",
        "note": "请发顺丰",
        "at": "2026/11/20 14:02",
    },
    {"no": "09", "who": "郑好", "items": "OIL-LAV-10*2", "at": "2026-11-20 14:30:00"},
    {"no": "10", "who": "冯一鸣", "items": "MUG-450-W*2", "sku": "容量:330 ml", "at": "2026-11-20 15:01:00"},
    {"no": "11", "who": "褚安安", "items": "E-COUPON*1", "way": "虚拟物品", "at": "2026-11-20 15:12:00"},
    {"no": "12", "who": "卫来", "items": "TRAY-30*1", "status": "货到付款", "at": "2026-11-20 15:40:00"},
    {
        "no": "13",
        "who": "蒋文",
        "items": "CHOPSTICKS-5*2",
        "status": "卖家已发货，等待买家确认",
        "at": "2026-11-19 10:00:00",
    },
    {"no": "14", "who": "沈清", "items": "CABLE-C-1M*1 MUG-450-W*1", "at": "2026-11-20 16:20:00"},
)
"""``items`` are SKU*units, with ! when free; the other keys are what differs from an ordinary paid order."""

MASKED_ORDERS: tuple[dict[str, str], ...] = (
    {"no": "21", "items": "MUG-450-W*1 COASTER-10*1", "at": "2026-11-20 17:05:00", "note": "易碎"},
    {"no": "22", "items": "SCARF-SILK-R*1", "at": "2026-11-20 17:30:00"},
)

ALIEXPRESS_ORDERS: tuple[dict[str, str], ...] = (
    {
        "no": "01",
        "who": "Alex Sample",
        "where": "United States|Oregon|Sampleville|1 Example Street|97000",
        "items": "MUG-330-W*2 COASTER-10*2",
        "service": "ePacket",
        "due": "2026-11-27 09:00",
    },
    {
        "no": "02",
        "who": "Maria Exemplo",
        "where": "Brazil|SP|Cidade Exemplo|Rua Exemplo 2|01000-000",
        "items": "SCARF-SILK-R*1",
        "due": "2026-11-25 12:30",
    },
    {
        "no": "03",
        "who": "Jean Échantillon",
        "where": "France||Villexemple|3 rue de l'Exemple|75000",
        "items": "TSHIRT-W-L*2",
        "say": "It is a gift, no invoice in the box please",
        "due": "2026-11-26 08:15",
    },
    {
        "no": "04",
        "who": "Sam Placeholder",
        "where": "United Kingdom|Kent|Mocktown|4 Pretend Lane|ME0 0ZZ",
        "items": "TEAPOT-600-G*3",
        "due": "2026-11-28 20:00",
    },
    {
        "no": "05",
        "who": "Olga Primer",
        "where": "Russian Federation|Primer|Obrazets|Ulitsa Primernaya 5|100000",
        "items": "EARBUDS-1*1",
        "status": "风控24小时",
        "due": "2026-11-29 10:00",
    },
    {
        "no": "06",
        "who": "Pat Dummy",
        "where": "Australia|NSW|Testford|6 Nowhere Road|2000",
        "items": "VASE-20*1",
        "status": "买家申请取消",
        "due": "2026-11-27 18:45",
    },
    {
        "no": "07",
        "who": "Chris Nobody",
        "where": "Canada|ON|Faketon|7 Invented Avenue|K0A 0A0",
        "items": "BOWL-C*2 CHOPSTICKS-5*1",
        "due": "2026-11-27 11:11",
    },
)
