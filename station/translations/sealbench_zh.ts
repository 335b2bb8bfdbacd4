<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Sealbench</name>
    <message>
        <location filename="../demo/panel.py"/>
        <source>An item of no order</source>
        <comment>不在本单的商品</comment>
        <translation>不在本单的商品</translation>
    </message>
    <message>
        <location filename="../demo/panel.py"/>
        <source>The label on the box</source>
        <comment>箱上的面单</comment>
        <translation>箱上的面单</translation>
    </message>
    <message>
        <location filename="../demo/windowed.py"/>
        <location filename="../setup/step_words.py"/>
        <location filename="../ui/device_names.py"/>
        <location filename="../ui/office/devices_words.py"/>
        <source>Scanner</source>
        <comment>扫码枪</comment>
        <translation>扫码枪</translation>
    </message>
    <message>
        <location filename="../demo/windowed.py"/>
        <location filename="../setup/step_words.py"/>
        <location filename="../ui/device_names.py"/>
        <location filename="../ui/office/devices_words.py"/>
        <location filename="../ui/virtual_panel.py"/>
        <source>Scale</source>
        <comment>秤</comment>
        <translation>秤</translation>
    </message>
    <message>
        <location filename="../demo/windowed.py"/>
        <location filename="../setup/step_words.py"/>
        <location filename="../ui/device_names.py"/>
        <location filename="../ui/office/devices_words.py"/>
        <source>Printer</source>
        <comment>打印机</comment>
        <translation>打印机</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>not in this order</source>
        <comment>不在此订单中</comment>
        <translation>不在此订单中</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>enough of it already</source>
        <comment>该商品已装够</comment>
        <translation>该商品已装够</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>unknown code</source>
        <comment>未知条码</comment>
        <translation>未知条码</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>code misread</source>
        <comment>条码没有读全</comment>
        <translation>条码没有读全</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>no such order</source>
        <comment>没有此订单</comment>
        <translation>没有此订单</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>the order is held</source>
        <comment>订单已暂停</comment>
        <translation>订单已暂停</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>shipped already</source>
        <comment>订单已发货</comment>
        <translation>订单已发货</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>at another bench</source>
        <comment>订单在另一工位</comment>
        <translation>订单在另一工位</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>no order was waiting</source>
        <comment>没有待装的订单</comment>
        <translation>没有待装的订单</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>sealed after its order was taken over</source>
        <comment>订单被别的工位接手后才封箱</comment>
        <translation>订单被别的工位接手后才封箱</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>the order was cancelled</source>
        <comment>订单已取消</comment>
        <translation>订单已取消</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>the order was changed</source>
        <comment>订单已修改</comment>
        <translation>订单已修改</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>its cell was not full</source>
        <comment>墙格没满</comment>
        <translation>墙格没满</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>another order was asked for</source>
        <comment>另一订单未完成</comment>
        <translation>另一订单未完成</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>the label is another parcel's</source>
        <comment>面单不属于此包裹</comment>
        <translation>面单不属于此包裹</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>too light</source>
        <comment>重量偏轻</comment>
        <translation>重量偏轻</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>too heavy</source>
        <comment>重量偏重</comment>
        <translation>重量偏重</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>weight not stable</source>
        <comment>重量不稳</comment>
        <translation>重量不稳</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>the pan was not cleared</source>
        <comment>秤盘未清空</comment>
        <translation>秤盘未清空</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>the scale cannot weigh</source>
        <comment>秤不能称</comment>
        <translation>秤不能称</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>scanned, nothing added</source>
        <comment>已扫描，重量没有增加</comment>
        <translation>已扫描，重量没有增加</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>added without a scan</source>
        <comment>没有扫描，重量增加了</comment>
        <translation>没有扫描，重量增加了</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>expired</source>
        <comment>已过期</comment>
        <translation>已过期</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>serial number used already</source>
        <comment>序列号重复</comment>
        <translation>序列号重复</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>lot, expiry or serial missing</source>
        <comment>缺批号、有效期或序列号</comment>
        <translation>缺批号、有效期或序列号</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>a question was open</source>
        <comment>有问题未回答</comment>
        <translation>有问题未回答</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>no carrier's service</source>
        <comment>没有快递服务</comment>
        <translation>没有快递服务</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>no waybill number</source>
        <comment>没有运单号</comment>
        <translation>没有运单号</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>waybill number refused</source>
        <comment>运单号不合要求</comment>
        <translation>运单号不合要求</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>over the carrier's limit</source>
        <comment>超过快递的限制</comment>
        <translation>超过快递的限制</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>printer not ready</source>
        <comment>打印机未就绪</comment>
        <translation>打印机未就绪</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>the label cannot print</source>
        <comment>面单不能打印</comment>
        <translation>面单不能打印</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>holds could not be asked</source>
        <comment>未能核对有无暂停</comment>
        <translation>未能核对有无暂停</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>order book not reached</source>
        <comment>连不上订单库</comment>
        <translation>连不上订单库</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>a clear was owed</source>
        <comment>须先清除</comment>
        <translation>须先清除</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>not allowed</source>
        <comment>不允许</comment>
        <translation>不允许</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>badge missing</source>
        <comment>须先扫工牌</comment>
        <translation>须先扫工牌</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>no code</source>
        <comment>读到的不是条码</comment>
        <translation>读到的不是条码</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>accepted</source>
        <comment>已揽收</comment>
        <translation>已揽收</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>on its way</source>
        <comment>运输中</comment>
        <translation>运输中</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>delivered</source>
        <comment>已签收</comment>
        <translation>已签收</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>returned</source>
        <comment>已退回</comment>
        <translation>已退回</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>refused</source>
        <comment>被拒收</comment>
        <translation>被拒收</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>damaged</source>
        <comment>破损</comment>
        <translation>破损</translation>
    </message>
    <message>
        <location filename="../evidence/reason_words.py"/>
        <source>lost</source>
        <comment>丢失</comment>
        <translation>丢失</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/orders.py"/>
        <source>{days} d</source>
        <comment>{days} 天</comment>
        <translation>{days} 天</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/orders.py"/>
        <source>{span} late</source>
        <comment>超 {span}</comment>
        <translation>超 {span}</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <source>{span}</source>
        <comment>剩 {span}</comment>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Expedited</source>
        <comment>加急</comment>
        <translation>加急</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Ready</source>
        <comment>待装</comment>
        <translation>待装</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/import_words.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>On hold</source>
        <comment>暂停</comment>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Not packed here</source>
        <comment>不在这里装</comment>
        <translation>不在这里装</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Packing</source>
        <comment>装箱中</comment>
        <translation>装箱中</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Sealed</source>
        <comment>已封箱</comment>
        <translation>已封箱</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Handed over</source>
        <comment>已交运</comment>
        <translation>已交运</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Shipped</source>
        <comment>已发货</comment>
        <translation>已发货</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Cancelled</source>
        <comment>已取消</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <location filename="../finder.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Finished</source>
        <comment>已完成</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../labels/delivery_note.py"/>
        <source>Delivery note</source>
        <comment>发货单</comment>
        <translation>发货单</translation>
    </message>
    <message>
        <location filename="../labels/delivery_note.py"/>
        <source>not packed yet: as ordered</source>
        <comment>未装箱，按订单列出</comment>
        <translation>未装箱，按订单列出</translation>
    </message>
    <message>
        <location filename="../labels/delivery_note.py"/>
        <location filename="../labels/pick_list.py"/>
        <location filename="../reports/picking.py"/>
        <location filename="../labels/packing-slip-148x210.toml"/>
        <source>item</source>
        <comment>商品</comment>
        <translation>商品</translation>
    </message>
    <message>
        <location filename="../labels/delivery_note.py"/>
        <location filename="../labels/packing-slip-148x210.toml"/>
        <source>units</source>
        <comment>数量</comment>
        <translation>数量</translation>
    </message>
    <message>
        <location filename="../labels/delivery_note.py"/>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <location filename="../ui/texts.py"/>
        <source>Gift</source>
        <comment>礼物</comment>
        <translation>礼物</translation>
    </message>
    <message>
        <location filename="../labels/delivery_note.py"/>
        <location filename="../labels/packing-slip-148x210.toml"/>
        <source>to</source>
        <comment>收件人</comment>
        <translation>收件人</translation>
    </message>
    <message>
        <location filename="../labels/delivery_note.py"/>
        <location filename="../labels/packing-slip-148x210.toml"/>
        <source>from</source>
        <comment>发件人</comment>
        <translation>发件人</translation>
    </message>
    <message>
        <location filename="../labels/delivery_note.py"/>
        <location filename="../reports/figure_words.py"/>
        <location filename="../labels/packing-slip-148x210.toml"/>
        <source>order</source>
        <comment>订单</comment>
        <translation>订单</translation>
    </message>
    <message>
        <location filename="../labels/delivery_note.py"/>
        <source>free gift</source>
        <comment>赠品</comment>
        <translation>赠品</translation>
    </message>
    <message>
        <location filename="../labels/delivery_note.py"/>
        <location filename="../reports/figure_words.py"/>
        <location filename="../labels/packing-slip-148x210.toml"/>
        <source>total</source>
        <comment>合计</comment>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <location filename="../reports/picking.py"/>
        <source>No.</source>
        <comment>序号</comment>
        <translation>序号</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>waybill</source>
        <comment>运单号</comment>
        <translation>运单号</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>order</source>
        <comment>订单号</comment>
        <translation>订单号</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <location filename="../reports/figure_words.py"/>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>bench</source>
        <comment>工位</comment>
        <translation>工位</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>Handover</source>
        <comment>快递交接单</comment>
        <translation>快递交接单</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>NOT CLOSED, not to be signed</source>
        <comment>未关闭，仅供核对</comment>
        <translation>未关闭，仅供核对</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>handed over by</source>
        <comment>交件人签名</comment>
        <translation>交件人签名</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>taken over by (driver)</source>
        <comment>司机签名</comment>
        <translation>司机签名</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>date and time</source>
        <comment>日期时间</comment>
        <translation>日期时间</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <location filename="../reports/figure_words.py"/>
        <source>weight</source>
        <comment>重量</comment>
        <translation>重量</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>not weighed</source>
        <comment>件未称重</comment>
        <translation>件未称重</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>first leg</source>
        <comment>头程</comment>
        <translation>头程</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>name</source>
        <comment>姓名</comment>
        <translation>姓名</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <location filename="../reports/dispute_sheet.py"/>
        <location filename="../reports/figure_words.py"/>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <location filename="../reports/throughput_sheet.py"/>
        <source>parcels</source>
        <comment>包裹</comment>
        <translation>包裹</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>total weight</source>
        <comment>总重</comment>
        <translation>总重</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>opened</source>
        <comment>开始</comment>
        <translation>开始</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <location filename="../ui/dispute_words.py"/>
        <source>handed over</source>
        <comment>交接</comment>
        <translation>交接</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>handed over by</source>
        <comment>交件人</comment>
        <translation>交件人</translation>
    </message>
    <message>
        <location filename="../labels/handover_sheet.py"/>
        <source>driver</source>
        <comment>司机</comment>
        <translation>司机</translation>
    </message>
    <message>
        <location filename="../labels/pick_list.py"/>
        <source>none</source>
        <comment>无库位</comment>
        <translation>无库位</translation>
    </message>
    <message>
        <location filename="../labels/pick_list.py"/>
        <source>Pick list</source>
        <comment>拣货单</comment>
        <translation>拣货单</translation>
    </message>
    <message>
        <location filename="../labels/pick_list.py"/>
        <source>cell × units</source>
        <comment>格 × 件</comment>
        <translation>格 × 件</translation>
    </message>
    <message>
        <location filename="../labels/pick_list.py"/>
        <location filename="../reports/picking.py"/>
        <source>location</source>
        <comment>库位</comment>
        <translation>库位</translation>
    </message>
    <message>
        <location filename="../labels/pick_list.py"/>
        <source>qty</source>
        <comment>件</comment>
        <translation>件</translation>
    </message>
    <message>
        <location filename="../labels/pick_list.py"/>
        <location filename="../reports/picking.py"/>
        <source>barcode</source>
        <comment>条码</comment>
        <translation>条码</translation>
    </message>
    <message>
        <location filename="../labels/pick_list.py"/>
        <location filename="../reports/figure_words.py"/>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <location filename="../reports/throughput_sheet.py"/>
        <source>orders</source>
        <comment>订单</comment>
        <translation>订单</translation>
    </message>
    <message>
        <location filename="../labels/pick_list.py"/>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <location filename="../reports/throughput_sheet.py"/>
        <source>units</source>
        <comment>件数</comment>
        <translation>件数</translation>
    </message>
    <message>
        <location filename="../labels/pick_list.py"/>
        <source>place</source>
        <comment>仓库</comment>
        <translation>仓库</translation>
    </message>
    <message>
        <location filename="../labels/pick_list.py"/>
        <source>opened</source>
        <comment>开单</comment>
        <translation>开单</translation>
    </message>
    <message>
        <location filename="../labels/tags.py"/>
        <location filename="../ui/office/people_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Supervisor</source>
        <comment>主管</comment>
        <translation>主管</translation>
    </message>
    <message>
        <location filename="../labels/tags.py"/>
        <source>Packer</source>
        <comment>打包</comment>
        <translation>打包</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>every unit scanned</source>
        <comment>逐件扫描记录</comment>
        <translation>逐件扫描记录</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>weight expected and measured</source>
        <comment>应重与实重</comment>
        <translation>应重与实重</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>photos or video of packing</source>
        <comment>打包照片或录像</comment>
        <translation>打包照片或录像</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>label, scanned on the box</source>
        <comment>面单及贴后扫描</comment>
        <translation>面单及贴后扫描</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>address as ordered</source>
        <comment>收货地址一致</comment>
        <translation>收货地址一致</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>waybill and handover</source>
        <comment>运单号与交接时间</comment>
        <translation>运单号与交接时间</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>tracking</source>
        <comment>物流轨迹</comment>
        <translation>物流轨迹</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>weight by the carrier</source>
        <comment>快递揽收重量</comment>
        <translation>快递揽收重量</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>proof of delivery</source>
        <comment>签收证明</comment>
        <translation>签收证明</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>chat or mail with the buyer</source>
        <comment>聊天或邮件</comment>
        <translation>聊天或邮件</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>the listing as the buyer saw it</source>
        <comment>商品页面快照</comment>
        <translation>商品页面快照</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>invoice</source>
        <comment>发票</comment>
        <translation>发票</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>bill of lading</source>
        <comment>提单</comment>
        <translation>提单</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>quality certificate</source>
        <comment>质检证明</comment>
        <translation>质检证明</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>damage or refusal report</source>
        <comment>破损或拒收证明</comment>
        <translation>破损或拒收证明</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>other</source>
        <comment>其他</comment>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>Stolen card: where the shipment was told to the platform, wait for its word and submit what it asks for.</source>
        <comment>盗卡类拒付：若已填写发货通知，先等待平台处理，再按其要求提交。</comment>
        <translation>盗卡类拒付：若已填写发货通知，先等待平台处理，再按其要求提交。</translation>
    </message>
    <message>
        <location filename="../orders/dispute_kinds.py"/>
        <source>Ask the carrier for a damage report and claim soon; record the claim with F9 or disputes link.</source>
        <comment>尽快联系快递开具破损证明并索赔；索赔按 F9 或用 disputes link 登记。</comment>
        <translation>尽快联系快递开具破损证明并索赔；索赔按 F9 或用 disputes link 登记。</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <location filename="../ui/wall_words.py"/>
        <source>{first} and {next}</source>
        <comment>{first}、{next}</comment>
        <translation>{first}、{next}</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>Cannot be printed as a code: {field}</source>
        <comment>{field}不能印成条码</comment>
        <translation>{field}不能印成条码</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>Too long for its code: {field}</source>
        <comment>{field}太长，条码放不下</comment>
        <translation>{field}太长，条码放不下</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>The code does not read back: {field}</source>
        <comment>{field}的条码读不出来</comment>
        <translation>{field}的条码读不出来</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>The label reads '{text}', which nobody asked for</source>
        <comment>面单上多出一个条码“{text}”</comment>
        <translation>面单上多出一个条码“{text}”</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>Too long for the label: {field}</source>
        <comment>{field}太长，面单放不下</comment>
        <translation>{field}太长，面单放不下</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>Far too long for the label: {field}, {count} characters</source>
        <comment>{field}太长：{count} 个字</comment>
        <translation>{field}太长：{count} 个字</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>'{character}' ({code}) in {field} cannot be printed</source>
        <comment>{field}里的“{character}”（{code}）打印不出来</comment>
        <translation>{field}里的“{character}”（{code}）打印不出来</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>Too many rows for the label: {field}, {count} of at most {most}</source>
        <comment>面单放不下：{field}有 {count} 行，最多 {most} 行</comment>
        <translation>面单放不下：{field}有 {count} 行，最多 {most} 行</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>A picture of the label cannot be read</source>
        <comment>面单上的图片无法读取</comment>
        <translation>面单上的图片无法读取</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>The label is {width} dots wide, the print head of '{printer}' {head}</source>
        <comment>面单宽 {width} 点，“{printer}”的打印头只有 {head} 点</comment>
        <translation>面单宽 {width} 点，“{printer}”的打印头只有 {head} 点</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>{carrier} takes labels of {allowed} mm, this template is {size} mm: choose another template or service</source>
        <comment>{carrier}只收 {allowed} 毫米的面单，现在的模板是 {size} 毫米：换模板或换快递</comment>
        <translation>{carrier}只收 {allowed} 毫米的面单，现在的模板是 {size} 毫米：换模板或换快递</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>{carrier} takes labels of {allowed} mm; '{printer}' has {inside}: other paper, printer or carrier</source>
        <comment>{carrier}只收 {allowed} 毫米的面单，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递</comment>
        <translation>{carrier}只收 {allowed} 毫米的面单，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>There is no label of that size; '{printer}' has {inside}: other paper, printer or carrier</source>
        <comment>没有这种尺寸的面单模板，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递</comment>
        <translation>没有这种尺寸的面单模板，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>There is no domestic label of that size; '{printer}' has {inside}: other paper, printer or carrier</source>
        <comment>没有这种尺寸的国内面单模板，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递</comment>
        <translation>没有这种尺寸的国内面单模板，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>There is no international label of that size; '{printer}' has {inside}: other paper, printer or carrier</source>
        <comment>没有这种尺寸的国际面单模板，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递</comment>
        <translation>没有这种尺寸的国际面单模板，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>there is no printer for it</source>
        <comment>没有打印机</comment>
        <translation>没有打印机</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the paper in '{printer}' is not for {size} mm</source>
        <comment>“{printer}”的纸打不了 {size} 毫米</comment>
        <translation>“{printer}”的纸打不了 {size} 毫米</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the recipient's name</source>
        <comment>收件人姓名</comment>
        <translation>收件人姓名</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the recipient's phone</source>
        <comment>收件人电话</comment>
        <translation>收件人电话</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the sender</source>
        <comment>寄件人</comment>
        <translation>寄件人</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the sender's phone</source>
        <comment>寄件人电话</comment>
        <translation>寄件人电话</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the waybill number</source>
        <comment>运单号</comment>
        <translation>运单号</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the order number</source>
        <comment>订单号</comment>
        <translation>订单号</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the order numbers</source>
        <comment>订单号</comment>
        <translation>订单号</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the carrier's name</source>
        <comment>快递名称</comment>
        <translation>快递名称</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the sort code</source>
        <comment>分拣码</comment>
        <translation>分拣码</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the extra services</source>
        <comment>增值服务</comment>
        <translation>增值服务</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the shop's name</source>
        <comment>店铺名</comment>
        <translation>店铺名</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the goods' name</source>
        <comment>商品名</comment>
        <translation>商品名</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the list of contents</source>
        <comment>内件清单</comment>
        <translation>内件清单</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the list of goods</source>
        <comment>商品清单</comment>
        <translation>商品清单</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the SKU</source>
        <comment>货号</comment>
        <translation>货号</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the variant</source>
        <comment>商品规格</comment>
        <translation>商品规格</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the declared goods</source>
        <comment>申报清单</comment>
        <translation>申报清单</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the declared name</source>
        <comment>申报品名</comment>
        <translation>申报品名</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the declared value</source>
        <comment>申报价值</comment>
        <translation>申报价值</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the HS code</source>
        <comment>海关编码</comment>
        <translation>海关编码</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the recipient's address</source>
        <comment>收件地址</comment>
        <translation>收件地址</translation>
    </message>
    <message>
        <location filename="../packing/label_faults.py"/>
        <source>the sender's address</source>
        <comment>寄件地址</comment>
        <translation>寄件地址</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Buyer's note: {text}</source>
        <comment>买家留言：{text}</comment>
        <translation>买家留言：{text}</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Gift order: no price list in the box</source>
        <comment>礼物订单：箱内不放价格单</comment>
        <translation>礼物订单：箱内不放价格单</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Buyer chose {chosen}. Ship by {service} ({why})?</source>
        <comment>买家选了 {chosen}，改发 {service}（{why}）？</comment>
        <translation>买家选了 {chosen}，改发 {service}（{why}）？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Buyer chose {chosen}. Why ship by {service}?</source>
        <comment>买家选了 {chosen}，改发 {service}，为什么？</comment>
        <translation>买家选了 {chosen}，改发 {service}，为什么？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Short pack ({why}): supervisor, scan your badge</source>
        <comment>缺件发货（{why}）：请主管扫工牌</comment>
        <translation>缺件发货（{why}）：请主管扫工牌</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Packed at bench {place} before: {units}. Still in the tote?</source>
        <comment>在工位 {place} 装过 {units} 件：还在周转箱里吗？</comment>
        <translation>在工位 {place} 装过 {units} 件：还在周转箱里吗？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>A shortage is still open. Packed at bench {place} before: {units}. Still in the tote?</source>
        <comment>缺货还没解决。在工位 {place} 装过 {units} 件：还在周转箱里吗？</comment>
        <translation>缺货还没解决。在工位 {place} 装过 {units} 件：还在周转箱里吗？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Put it in and the label prints by itself. Or have you looked, and it is in the box?</source>
        <comment>放进去，面单自动打印。看过箱内，已经在里面？</comment>
        <translation>放进去，面单自动打印。看过箱内，已经在里面？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Take it out and the label prints by itself. Or is the extra weight packing material?</source>
        <comment>取出来，面单自动打印。或者多出的只是包装材料？</comment>
        <translation>取出来，面单自动打印。或者多出的只是包装材料？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Why is something missing?</source>
        <comment>为什么缺件？</comment>
        <translation>为什么缺件？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Why print it again?</source>
        <comment>为什么补打？</comment>
        <translation>为什么补打？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Void this number, take a new one: supervisor, scan your badge</source>
        <comment>旧面单作废，换新单号：请主管扫工牌</comment>
        <translation>旧面单作废，换新单号：请主管扫工牌</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>No photo of {what}. Look at the camera and take it again; a supervisor may go without it</source>
        <comment>没拍到{what}。看一下相机再拍，或主管登录后不拍</comment>
        <translation>没拍到{what}。看一下相机再拍，或主管登录后不拍</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Print this label on another printer?</source>
        <comment>换一台打印机打这张面单？</comment>
        <translation>换一台打印机打这张面单？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Wrong paper. Print it on one that has the right paper?</source>
        <comment>纸不对。换一台有这种纸的打印机？</comment>
        <translation>纸不对。换一台有这种纸的打印机？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <location filename="../ui/texts.py"/>
        <source>Did the label come out?</source>
        <comment>面单打出来了吗？</comment>
        <translation>面单打出来了吗？</translation>
    </message>
    <message>
        <location filename="../packing/prompt_texts.py"/>
        <source>Did the label come out of {printer}?</source>
        <comment>面单从“{printer}”打出来了吗？</comment>
        <translation>面单从“{printer}”打出来了吗？</translation>
    </message>
    <message>
        <location filename="../packing/prompts.py"/>
        <source>the open box</source>
        <comment>打开的箱子</comment>
        <translation>打开的箱子</translation>
    </message>
    <message>
        <location filename="../packing/prompts.py"/>
        <source>the item without a barcode</source>
        <comment>没有条码的商品</comment>
        <translation>没有条码的商品</translation>
    </message>
    <message>
        <location filename="../packing/prompts.py"/>
        <source>the label</source>
        <comment>面单</comment>
        <translation>面单</translation>
    </message>
    <message>
        <location filename="../packing/prompts.py"/>
        <source>the sealed box</source>
        <comment>封好的箱子</comment>
        <translation>封好的箱子</translation>
    </message>
    <message>
        <location filename="../packing/prompts.py"/>
        <source>the parcel</source>
        <comment>包裹</comment>
        <translation>包裹</translation>
    </message>
    <message>
        <location filename="../packing/service_limits.py"/>
        <source>{carrier} takes {limit} g in weight, this parcel has {found}: take something out, or put it aside and have the office choose another service</source>
        <comment>{carrier}限重 {limit} 克，这箱 {found} 克：取出一些，或挂单，让办公室换快递</comment>
        <translation>{carrier}限重 {limit} 克，这箱 {found} 克：取出一些，或挂单，让办公室换快递</translation>
    </message>
    <message>
        <location filename="../packing/service_limits.py"/>
        <source>{carrier} takes {limit} mm on the longest side, this parcel has {found}: take something out, or put it aside and have the office choose another service</source>
        <comment>{carrier}最长边限 {limit} 毫米，这箱 {found} 毫米：取出一些，或挂单，让办公室换快递</comment>
        <translation>{carrier}最长边限 {limit} 毫米，这箱 {found} 毫米：取出一些，或挂单，让办公室换快递</translation>
    </message>
    <message>
        <location filename="../packing/service_limits.py"/>
        <source>{carrier} takes {limit} mm in length, width and height together, this parcel has {found}: take something out, or put it aside and have the office choose another service</source>
        <comment>{carrier}长宽高合计限 {limit} 毫米，这箱 {found} 毫米：取出一些，或挂单，让办公室换快递</comment>
        <translation>{carrier}长宽高合计限 {limit} 毫米，这箱 {found} 毫米：取出一些，或挂单，让办公室换快递</translation>
    </message>
    <message>
        <location filename="../packing/service_limits.py"/>
        <source>{carrier} takes {limit} mm in length and girth, this parcel has {found}: take something out, or put it aside and have the office choose another service</source>
        <comment>{carrier}长加周长限 {limit} 毫米，这箱 {found} 毫米：取出一些，或挂单，让办公室换快递</comment>
        <translation>{carrier}长加周长限 {limit} 毫米，这箱 {found} 毫米：取出一些，或挂单，让办公室换快递</translation>
    </message>
    <message>
        <location filename="../presenter.py"/>
        <source>Same scan twice</source>
        <comment>重复读取</comment>
        <translation>重复读取</translation>
    </message>
    <message>
        <location filename="../presenter.py"/>
        <source>Label</source>
        <comment>面单</comment>
        <translation>面单</translation>
    </message>
    <message>
        <location filename="../preview_window.py"/>
        <source>Label preview</source>
        <comment>面单预览</comment>
        <translation>面单预览</translation>
    </message>
    <message>
        <location filename="../preview_window.py"/>
        <source>dots</source>
        <comment>点</comment>
        <translation>点</translation>
    </message>
    <message>
        <location filename="../preview_window.py"/>
        <source>reads back</source>
        <comment>读回</comment>
        <translation>读回</translation>
    </message>
    <message>
        <location filename="../reports/command_codes.py"/>
        <location filename="../ui/texts.py"/>
        <source>LANGUAGE</source>
        <comment>语言</comment>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../reports/command_codes.py"/>
        <source>PUT ASIDE: {why}</source>
        <comment>挂单：{why}</comment>
        <translation>挂单：{why}</translation>
    </message>
    <message>
        <location filename="../reports/command_codes.py"/>
        <source>puts the order aside for {owner}</source>
        <comment>把订单放到一边，交给{owner}</comment>
        <translation>把订单放到一边，交给{owner}</translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <source>Deadline risk</source>
        <comment>期限风险</comment>
        <translation>期限风险</translation>
    </message>
    <message numerus="yes">
        <location filename="../reports/deadline_sheet.py"/>
        <source>At the last two hours' pace of {n} benches, {pace} parcels/h, without pauses.</source>
        <comment>按 {n} 个工位近两小时的速度 {pace} 包裹/小时估算，不计休息。</comment>
        <extracomment>Of one: At the last two hours' pace of {n} bench, {pace} parcels/h, without pauses.</extracomment>
        <translation>
            <numerusform>按 {n} 个工位近两小时的速度 {pace} 包裹/小时估算，不计休息。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <source>At the pace given, {pace} parcels/h, without pauses.</source>
        <comment>按给定速度 {pace} 包裹/小时估算，不计休息。</comment>
        <translation>按给定速度 {pace} 包裹/小时估算，不计休息。</translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <source>Nothing was packed in the last two hours: only what is late already is told. Give a pace with --pace.</source>
        <comment>近两小时没有打包：只列出已过时的订单。可用 --pace 给定速度。</comment>
        <translation>近两小时没有打包：只列出已过时的订单。可用 --pace 给定速度。</translation>
    </message>
    <message numerus="yes">
        <location filename="../reports/deadline_sheet.py"/>
        <source>{n} more orders have no deadline.</source>
        <comment>另有 {n} 单没有期限。</comment>
        <extracomment>Of one: {n} more order has no deadline.</extracomment>
        <translation>
            <numerusform>另有 {n} 单没有期限。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../reports/deadline_sheet.py"/>
        <source>Without a bench, and waiting to be recorded with sealbench orders shipped: {n} orders.</source>
        <comment>另有 {n} 单由供应商直发或无需发货，等待登记：sealbench orders shipped。</comment>
        <extracomment>Of one: Without a bench, and waiting to be recorded with sealbench orders shipped: {n} order.</extracomment>
        <translation>
            <numerusform>另有 {n} 单由供应商直发或无需发货，等待登记：sealbench orders shipped。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <source>No order that waits has a deadline.</source>
        <comment>没有待发的订单有期限。</comment>
        <translation>没有待发的订单有期限。</translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <source>before</source>
        <comment>截单前</comment>
        <translation>截单前</translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <source>to pack</source>
        <comment>待装</comment>
        <translation>待装</translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <location filename="../ui/wall_words.py"/>
        <source>on hold</source>
        <comment>暂停</comment>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>packed by</source>
        <comment>预计装完</comment>
        <translation>预计装完</translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <location filename="../reports/figure_words.py"/>
        <source>will miss</source>
        <comment>来不及</comment>
        <translation>来不及</translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <source>parcels/h needed</source>
        <comment>需要 包裹/小时</comment>
        <translation>需要 包裹/小时</translation>
    </message>
    <message>
        <location filename="../reports/deadline_sheet.py"/>
        <source>orders that will miss</source>
        <comment>来不及的订单</comment>
        <translation>来不及的订单</translation>
    </message>
    <message>
        <location filename="../reports/delivery_notes.py"/>
        <source>this order comes in several parcels</source>
        <comment>本单分多个包裹寄出</comment>
        <translation>本单分多个包裹寄出</translation>
    </message>
    <message>
        <location filename="../reports/delivery_notes.py"/>
        <source>some items are not in this parcel</source>
        <comment>部分商品未随此包裹</comment>
        <translation>部分商品未随此包裹</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>month</source>
        <comment>月份</comment>
        <translation>月份</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>platform</source>
        <comment>平台</comment>
        <translation>平台</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>disputes</source>
        <comment>纠纷</comment>
        <translation>纠纷</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>paid back</source>
        <comment>退款</comment>
        <translation>退款</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <location filename="../ui/changes.py"/>
        <source>yes</source>
        <comment>是</comment>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>Disputes</source>
        <comment>纠纷统计</comment>
        <translation>纠纷统计</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>No dispute and no parcel in that time.</source>
        <comment>这段时间没有纠纷，也没有包裹。</comment>
        <translation>这段时间没有纠纷，也没有包裹。</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>Over 1 %: {what}</source>
        <comment>超过 1 %：{what}</comment>
        <translation>超过 1 %：{what}</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>No shop's rate is over 1 %.</source>
        <comment>没有店铺的纠纷率超过 1 %。</comment>
        <translation>没有店铺的纠纷率超过 1 %。</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>{kind}: {having} of {among} with {group} {value}</source>
        <comment>{kind}：{among} 件中 {having} 件{group} {value}</comment>
        <translation>{kind}：{among} 件中 {having} 件{group} {value}</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>{kind}: {having} of {among} with {group} {value} (usually {usual} %)</source>
        <comment>{kind}：{among} 件中 {having} 件{group} {value}（平常 {usual} %）</comment>
        <translation>{kind}：{among} 件中 {having} 件{group} {value}（平常 {usual} %）</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>A dispute counts in the month of its notice, a parcel in that of its seal. Usual: of the last 500 parcels.</source>
        <comment>纠纷按收到通知的月份计，包裹按封箱的月份计。平常占比：这段时间最近 500 个包裹。</comment>
        <translation>纠纷按收到通知的月份计，包裹按封箱的月份计。平常占比：这段时间最近 500 个包裹。</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>shop</source>
        <comment>店铺</comment>
        <translation>店铺</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>kind</source>
        <comment>类型</comment>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <location filename="../reports/figure_words.py"/>
        <source>carrier</source>
        <comment>快递</comment>
        <translation>快递</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>service</source>
        <comment>快递服务</comment>
        <translation>快递服务</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>carton</source>
        <comment>纸箱</comment>
        <translation>纸箱</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>material</source>
        <comment>包装材料</comment>
        <translation>包装材料</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <location filename="../labels/product-card-105x148.toml"/>
        <source>SKU</source>
        <comment>货号</comment>
        <translation>货号</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <location filename="../reports/figure_words.py"/>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>packer</source>
        <comment>打包员</comment>
        <translation>打包员</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>group</source>
        <comment>分组</comment>
        <translation>分组</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>value</source>
        <comment>值</comment>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>usual %</source>
        <comment>平常占比 %</comment>
        <translation>平常占比 %</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>rate %</source>
        <comment>纠纷率 %</comment>
        <translation>纠纷率 %</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>over 1 %</source>
        <comment>超过 1 %</comment>
        <translation>超过 1 %</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>open</source>
        <comment>未结</comment>
        <translation>未结</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>asked</source>
        <comment>涉及金额</comment>
        <translation>涉及金额</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>usual %</source>
        <comment>平常 %</comment>
        <translation>平常 %</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>rate %</source>
        <comment>率 %</comment>
        <translation>率 %</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <location filename="../reports/figure_words.py"/>
        <source>why</source>
        <comment>原因</comment>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../reports/dispute_sheet.py"/>
        <source>ended</source>
        <comment>结果</comment>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>Quality</source>
        <comment>质量</comment>
        <translation>质量</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>Wrong item and the like: once a parcel and kind.</source>
        <comment>拿错等：每个包裹每种只算一次。</comment>
        <translation>拿错等：每个包裹每种只算一次。</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>Two periods compared</source>
        <comment>两段时间对比</comment>
        <translation>两段时间对比</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <location filename="../ui/band_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Saves</source>
        <comment>拦下的错</comment>
        <translation>拦下的错</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>No parcel was sealed.</source>
        <comment>还没有封箱的包裹。</comment>
        <translation>还没有封箱的包裹。</translation>
    </message>
    <message numerus="yes">
        <location filename="../reports/figure_sheets.py"/>
        <source>{n} parcels, {rate} in a hundred.</source>
        <comment>{n} 个包裹，每百件 {rate} 次。</comment>
        <extracomment>Of one: {n} parcel, {rate} in a hundred.</extracomment>
        <translation>
            <numerusform>{n} 个包裹，每百件 {rate} 次。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>At the most: the packer might have noticed; a kind without an amount is not valued.</source>
        <comment>损失是上限：打包员也可能自己发现；没有金额的种类不计。</comment>
        <translation>损失是上限：打包员也可能自己发现；没有金额的种类不计。</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>Source of the amounts: {source}</source>
        <comment>金额来源：{source}</comment>
        <translation>金额来源：{source}</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>Where the time goes</source>
        <comment>时间去哪了</comment>
        <translation>时间去哪了</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>Means of the middle half of the parcels; expected: the house's own before, or as set.</source>
        <comment>秒数取中间一半包裹的平均；应当：本仓此前同类包裹，或设定值。</comment>
        <translation>秒数取中间一半包裹的平均；应当：本仓此前同类包裹，或设定值。</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Cut-off forecast</source>
        <comment>截单预测</comment>
        <translation>截单预测</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>Nothing was packed in two hours: no forecast.</source>
        <comment>近两小时没有打包，无法预测。</comment>
        <translation>近两小时没有打包，无法预测。</translation>
    </message>
    <message numerus="yes">
        <location filename="../reports/figure_sheets.py"/>
        <source>{n} benches at the last two hours' {pace} parcels/h, without pauses.</source>
        <comment>{n} 个工位近两小时 {pace} 件/小时，不计休息。</comment>
        <extracomment>Of one: {n} bench at the last two hours' {pace} parcels/h, without pauses.</extracomment>
        <translation>
            <numerusform>{n} 个工位近两小时 {pace} 件/小时，不计休息。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>all</source>
        <comment>各台</comment>
        <translation>各台</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>Evidence gaps</source>
        <comment>证据缺口</comment>
        <translation>证据缺口</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>silent</source>
        <comment>失联</comment>
        <translation>失联</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <location filename="../ui/band_words.py"/>
        <source>Benches</source>
        <comment>工位</comment>
        <translation>工位</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>off</source>
        <comment>断开</comment>
        <translation>断开</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>ok</source>
        <comment>正常</comment>
        <translation>正常</translation>
    </message>
    <message>
        <location filename="../reports/figure_sheets.py"/>
        <source>Entries</source>
        <comment>记录</comment>
        <translation>记录</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>wrong item</source>
        <comment>拿错</comment>
        <translation>拿错</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>over-scan</source>
        <comment>多扫</comment>
        <translation>多扫</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>hold hit</source>
        <comment>暂停单</comment>
        <translation>暂停单</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>wrong label</source>
        <comment>贴错单</comment>
        <translation>贴错单</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>single</source>
        <comment>单品</comment>
        <translation>单品</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>one SKU</source>
        <comment>单款多件</comment>
        <translation>单款多件</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>mixed</source>
        <comment>混装</comment>
        <translation>混装</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>scan</source>
        <comment>扫描</comment>
        <translation>扫描</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>wait</source>
        <comment>等货</comment>
        <translation>等货</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>weigh</source>
        <comment>称重</comment>
        <translation>称重</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>print</source>
        <comment>打印</comment>
        <translation>打印</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>stick</source>
        <comment>贴单</comment>
        <translation>贴单</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>by hand</source>
        <comment>手工确认</comment>
        <translation>手工确认</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>printed, by word</source>
        <comment>人工确认已打印</comment>
        <translation>人工确认已打印</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>undo</source>
        <comment>撤销</comment>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>reprints</source>
        <comment>补打</comment>
        <translation>补打</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>shorts</source>
        <comment>缺件放行</comment>
        <translation>缺件放行</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>numbers voided</source>
        <comment>作废单号</comment>
        <translation>作废单号</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>photos waived</source>
        <comment>免照片</comment>
        <translation>免照片</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>put aside</source>
        <comment>挂单</comment>
        <translation>挂单</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>calls</source>
        <comment>叫人</comment>
        <translation>叫人</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>ready</source>
        <comment>待单</comment>
        <translation>待单</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>packing</source>
        <comment>装箱</comment>
        <translation>装箱</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>waits for an answer</source>
        <comment>等答复</comment>
        <translation>等答复</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>weighing</source>
        <comment>称重</comment>
        <translation>称重</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>printing</source>
        <comment>打印</comment>
        <translation>打印</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>sticking</source>
        <comment>贴单</comment>
        <translation>贴单</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>stopped</source>
        <comment>停下</comment>
        <translation>停下</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>signed out</source>
        <comment>未登录</comment>
        <translation>未登录</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>locked</source>
        <comment>锁定</comment>
        <translation>锁定</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>this carrier first ({benches}): slack {slack}</source>
        <comment>先装这家，{benches} 改做它，余量变 {slack}</comment>
        <translation>先装这家，{benches} 改做它，余量变 {slack}</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>{benches} join: slack {slack}</source>
        <comment>{benches} 开工，余量变 {slack}</comment>
        <translation>{benches} 开工，余量变 {slack}</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>no bench is free: it takes {pace} parcels/h</source>
        <comment>没有空闲的工位：要 {pace} 件/时才赶得上</comment>
        <translation>没有空闲的工位：要 {pace} 件/时才赶得上</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>the cut-off has passed</source>
        <comment>已过截单</comment>
        <translation>已过截单</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>hour</source>
        <comment>时段</comment>
        <translation>时段</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>shift</source>
        <comment>班次</comment>
        <translation>班次</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>day</source>
        <comment>日</comment>
        <translation>日</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>week (Monday)</source>
        <comment>周（周一）</comment>
        <translation>周（周一）</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>parcels</source>
        <comment>件数</comment>
        <translation>件数</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../reports/throughput_sheet.py"/>
        <source>parcels/h</source>
        <comment>包裹/小时</comment>
        <translation>包裹/小时</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../reports/throughput_sheet.py"/>
        <source>first pass %</source>
        <comment>一次做对 %</comment>
        <translation>一次做对 %</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../reports/throughput_sheet.py"/>
        <source>refusals</source>
        <comment>拦下次数</comment>
        <translation>拦下次数</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>idle h</source>
        <comment>停歇（小时）</comment>
        <translation>停歇（小时）</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>before</source>
        <comment>此前</comment>
        <translation>此前</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>diff. %</source>
        <comment>差 %</comment>
        <translation>差 %</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>saves</source>
        <comment>拦下的错</comment>
        <translation>拦下的错</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>count</source>
        <comment>次数</comment>
        <translation>次数</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>would have cost {currency}</source>
        <comment>本会损失 {currency}</comment>
        <translation>本会损失 {currency}</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>most at</source>
        <comment>多在</comment>
        <translation>多在</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>seconds a parcel</source>
        <comment>每件秒数</comment>
        <translation>每件秒数</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>expected</source>
        <comment>应当</comment>
        <translation>应当</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>diff.</source>
        <comment>差</comment>
        <translation>差</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>longest waits</source>
        <comment>等得最久</comment>
        <translation>等得最久</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>cut-off</source>
        <comment>截单</comment>
        <translation>截单</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>left</source>
        <comment>剩</comment>
        <translation>剩</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>slack</source>
        <comment>余量</comment>
        <translation>余量</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>late if 8 % slower</source>
        <comment>慢 8 % 来不及</comment>
        <translation>慢 8 % 来不及</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>what mends it</source>
        <comment>怎么办</comment>
        <translation>怎么办</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>photos missing</source>
        <comment>照片未到</comment>
        <translation>照片未到</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>video gaps</source>
        <comment>录像缺口</comment>
        <translation>录像缺口</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>entries missing</source>
        <comment>缺记录</comment>
        <translation>缺记录</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>exposed</source>
        <comment>未锚定</comment>
        <translation>未锚定</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>since</source>
        <comment>起始</comment>
        <translation>起始</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>does</source>
        <comment>在做</comment>
        <translation>在做</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>for</source>
        <comment>已</comment>
        <translation>已</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>time</source>
        <comment>时间</comment>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>entry</source>
        <comment>记录</comment>
        <translation>记录</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>reason</source>
        <comment>原因</comment>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../reports/figure_words.py"/>
        <source>number</source>
        <comment>序号</comment>
        <translation>序号</translation>
    </message>
    <message>
        <location filename="../reports/handover_paper.py"/>
        <source>picked up</source>
        <comment>上门揽收</comment>
        <translation>上门揽收</translation>
    </message>
    <message>
        <location filename="../reports/handover_paper.py"/>
        <source>sent to</source>
        <comment>自寄至</comment>
        <translation>自寄至</translation>
    </message>
    <message>
        <location filename="../reports/handover_paper.py"/>
        <source>picked up for</source>
        <comment>上门揽收，送</comment>
        <translation>上门揽收，送</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <location filename="../reports/picking.py"/>
        <source>the code cannot be read: scan again</source>
        <comment>条码读不清，请再扫</comment>
        <translation>条码读不清，请再扫</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>no such parcel</source>
        <comment>系统里没有这个单号</comment>
        <translation>系统里没有这个单号</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>the waybill is void: put the new one on the box</source>
        <comment>面单已作废，请换贴新面单</comment>
        <translation>面单已作废，请换贴新面单</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>the parcel is not sealed</source>
        <comment>还没有打包封箱</comment>
        <translation>还没有打包封箱</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>the order has several parcels: scan the waybill</source>
        <comment>该订单有多个包裹，请扫运单号</comment>
        <translation>该订单有多个包裹，请扫运单号</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>the order is cancelled</source>
        <comment>订单已取消</comment>
        <translation>订单已取消</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>held since packing</source>
        <comment>封箱后被暂停</comment>
        <translation>封箱后被暂停</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>another carrier's parcel</source>
        <comment>不是这家快递的包裹</comment>
        <translation>不是这家快递的包裹</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>scanned already</source>
        <comment>这次已经扫过</comment>
        <translation>这次已经扫过</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>scanned into another open handover</source>
        <comment>已扫入另一张交接单</comment>
        <translation>已扫入另一张交接单</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>handed over before</source>
        <comment>之前已交给快递</comment>
        <translation>之前已交给快递</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>not in this handover</source>
        <comment>不在这张交接单里</comment>
        <translation>不在这张交接单里</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>taken out</source>
        <comment>取出</comment>
        <translation>取出</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <source>taken</source>
        <comment>交出</comment>
        <translation>交出</translation>
    </message>
    <message>
        <location filename="../reports/handovers.py"/>
        <location filename="../reports/picking.py"/>
        <source>REFUSED</source>
        <comment>拒绝</comment>
        <translation>拒绝</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>misread: scan that code again</source>
        <comment>条码没有读全，请再扫</comment>
        <translation>条码没有读全，请再扫</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>not wanted in this batch: put it back</source>
        <comment>这一批不要，请放回</comment>
        <translation>这一批不要，请放回</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>enough already: put it back</source>
        <comment>已经够了，请放回</comment>
        <translation>已经够了，请放回</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>a whole carton is too many: scan the pieces</source>
        <comment>整箱太多，请扫单件</comment>
        <translation>整箱太多，请扫单件</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>nothing of it was counted</source>
        <comment>没有可退的</comment>
        <translation>没有可退的</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>qty</source>
        <comment>数量</comment>
        <translation>数量</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>picked</source>
        <comment>已拣</comment>
        <translation>已拣</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>short</source>
        <comment>缺</comment>
        <translation>缺</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>cells</source>
        <comment>格</comment>
        <translation>格</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>put back</source>
        <comment>放回</comment>
        <translation>放回</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>all picked</source>
        <comment>全部拣完</comment>
        <translation>全部拣完</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>no location</source>
        <comment>无库位</comment>
        <translation>无库位</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>cell</source>
        <comment>格</comment>
        <translation>格</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>next</source>
        <comment>下一个</comment>
        <translation>下一个</translation>
    </message>
    <message>
        <location filename="../reports/picking.py"/>
        <source>tote</source>
        <comment>周转箱</comment>
        <translation>周转箱</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>Shipping ledger</source>
        <comment>发货台账</comment>
        <translation>发货台账</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>total: {parcels} parcels, {orders} orders, {units} units, {weight} kg</source>
        <comment>合计：{parcels} 个包裹，{orders} 单，{units} 件商品，{weight} kg</comment>
        <translation>合计：{parcels} 个包裹，{orders} 单，{units} 件商品，{weight} kg</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>total: {parcels} parcels, {orders} orders, {units} units, {weight} kg ({count} not weighed)</source>
        <comment>合计：{parcels} 个包裹，{orders} 单，{units} 件商品，{weight} kg（{count} 个未称重）</comment>
        <translation>合计：{parcels} 个包裹，{orders} 单，{units} 件商品，{weight} kg（{count} 个未称重）</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>No parcel left from {start} to {end}.</source>
        <comment>{start} 至 {end} 没有发出包裹。</comment>
        <translation>{start} 至 {end} 没有发出包裹。</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>date</source>
        <comment>日期</comment>
        <translation>日期</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>service</source>
        <comment>快递</comment>
        <translation>快递</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>weight kg</source>
        <comment>重量 kg</comment>
        <translation>重量 kg</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <location filename="../ui/dispute_words.py"/>
        <source>sealed</source>
        <comment>封箱</comment>
        <translation>封箱</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>handed over</source>
        <comment>交运</comment>
        <translation>交运</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>handover</source>
        <comment>交接单</comment>
        <translation>交接单</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>recipient</source>
        <comment>收件人</comment>
        <translation>收件人</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>phone</source>
        <comment>电话</comment>
        <translation>电话</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>address</source>
        <comment>地址</comment>
        <translation>地址</translation>
    </message>
    <message>
        <location filename="../reports/shipping_ledger_sheet.py"/>
        <source>not weighed</source>
        <comment>未称重</comment>
        <translation>未称重</translation>
    </message>
    <message>
        <location filename="../reports/throughput_sheet.py"/>
        <source>Throughput</source>
        <comment>打包效率</comment>
        <translation>打包效率</translation>
    </message>
    <message>
        <location filename="../reports/throughput_sheet.py"/>
        <source>why refused</source>
        <comment>拦下原因</comment>
        <translation>拦下原因</translation>
    </message>
    <message>
        <location filename="../reports/throughput_sheet.py"/>
        <source>(not signed in)</source>
        <comment>（未登录）</comment>
        <translation>（未登录）</translation>
    </message>
    <message>
        <location filename="../reports/throughput_sheet.py"/>
        <source>Hours: the time between two acts; pauses over {minutes} minutes are left out.</source>
        <comment>工时：两次操作之间的时间；超过 {minutes} 分钟的间歇不算。</comment>
        <translation>工时：两次操作之间的时间；超过 {minutes} 分钟的间歇不算。</translation>
    </message>
    <message>
        <location filename="../reports/throughput_sheet.py"/>
        <source>{start} to {end}</source>
        <comment>{start} 至 {end}</comment>
        <translation>{start} 至 {end}</translation>
    </message>
    <message>
        <location filename="../reports/throughput_sheet.py"/>
        <source>Nothing was packed from {start} to {end}.</source>
        <comment>{start} 至 {end} 没有打包记录。</comment>
        <translation>{start} 至 {end} 没有打包记录。</translation>
    </message>
    <message>
        <location filename="../reports/throughput_sheet.py"/>
        <source>lines</source>
        <comment>商品行</comment>
        <translation>商品行</translation>
    </message>
    <message>
        <location filename="../reports/throughput_sheet.py"/>
        <source>hours</source>
        <comment>工时</comment>
        <translation>工时</translation>
    </message>
    <message>
        <location filename="../reports/throughput_sheet.py"/>
        <source>lines/h</source>
        <comment>商品行/小时</comment>
        <translation>商品行/小时</translation>
    </message>
    <message>
        <location filename="../reports/throughput_sheet.py"/>
        <source>units/h</source>
        <comment>件/小时</comment>
        <translation>件/小时</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Meant: {meant} · Came: {heard}</source>
        <comment>应该是 {meant} · 来的是 {heard}</comment>
        <translation>应该是 {meant} · 来的是 {heard}</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Factory default</source>
        <comment>恢复出厂设置</comment>
        <translation>恢复出厂设置</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Add CR after the code</source>
        <comment>后面加回车 CR</comment>
        <translation>后面加回车 CR</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Serial port (USB-COM)</source>
        <comment>串口模式</comment>
        <translation>串口模式</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>US keyboard</source>
        <comment>美式键盘</comment>
        <translation>美式键盘</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>No case conversion</source>
        <comment>大小写不变</comment>
        <translation>大小写不变</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Fastest keys</source>
        <comment>打字最快</comment>
        <translation>打字最快</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Send GS and control characters</source>
        <comment>发送 GS 控制字符</comment>
        <translation>发送 GS 控制字符</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Send the AIM id</source>
        <comment>发送 AIM 码制标识</comment>
        <translation>发送 AIM 码制标识</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Beep low</source>
        <comment>蜂鸣小声</comment>
        <translation>蜂鸣小声</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Nothing came</source>
        <comment>什么也没收到</comment>
        <translation>什么也没收到</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Scan the test code; see that the scanner has power.</source>
        <comment>扫屏幕上或纸上的检测码；看扫码枪有没有通电。</comment>
        <translation>扫屏幕上或纸上的检测码；看扫码枪有没有通电。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>An input method is on</source>
        <comment>输入法开着</comment>
        <translation>输入法开着</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Switch the computer to English input (Shift), then scan again.</source>
        <comment>按 Shift 换成英文输入，再扫一次。</comment>
        <translation>按 Shift 换成英文输入，再扫一次。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>CapsLock is on: capitals and small letters are swapped</source>
        <comment>大写锁定 (CapsLock) 开着，大小写反了</comment>
        <translation>大写锁定 (CapsLock) 开着，大小写反了</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Press CapsLock once, then scan again.</source>
        <comment>按一下 CapsLock 键，再扫一次。</comment>
        <translation>按一下 CapsLock 键，再扫一次。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>The scanner turns all letters into one case</source>
        <comment>扫码枪把字母都变成一种大小写</comment>
        <translation>扫码枪把字母都变成一种大小写</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Scan its code for no case conversion, or factory default.</source>
        <comment>扫“大小写不变”的设置码；没有就恢复出厂。</comment>
        <translation>扫“大小写不变”的设置码；没有就恢复出厂。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Scanner and computer: keyboards of different countries</source>
        <comment>扫码枪和电脑的键盘布局不一样</comment>
        <translation>扫码枪和电脑的键盘布局不一样</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Set the scanner to this computer's keyboard, or to serial.</source>
        <comment>把扫码枪设成美式键盘，或改用串口模式。</comment>
        <translation>把扫码枪设成美式键盘，或改用串口模式。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>No suffix comes after the code</source>
        <comment>后面没有回车</comment>
        <translation>后面没有回车</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Scan its code that adds CR (carriage return).</source>
        <comment>扫“加回车 CR”的设置码。</comment>
        <translation>扫“加回车 CR”的设置码。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>GS is lost: lot and expiry of GS1 codes run together</source>
        <comment>GS 分隔符丢了：GS1 的批号和有效期会连在一起</comment>
        <translation>GS 分隔符丢了：GS1 的批号和有效期会连在一起</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Switch it to serial, or have it send control characters.</source>
        <comment>改用串口模式，或打开“发送控制字符”。</comment>
        <translation>改用串口模式，或打开“发送控制字符”。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>GS arrives as something else</source>
        <comment>GS 分隔符变成了别的字符</comment>
        <translation>GS 分隔符变成了别的字符</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Switch it to serial, or have it send control characters.</source>
        <comment>改用串口模式，或让它原样发送控制字符。</comment>
        <translation>改用串口模式，或让它原样发送控制字符。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Its keys come too slowly: they look like a person typing</source>
        <comment>打字太慢，会被当成人在打字</comment>
        <translation>打字太慢，会被当成人在打字</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Set its delay between keys to none.</source>
        <comment>把键间延时设成 0。</comment>
        <translation>把键间延时设成 0。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Some letters came twice</source>
        <comment>有字符出现两次</comment>
        <translation>有字符出现两次</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Turn off key repeat, or add a short delay between keys; try another USB socket.</source>
        <comment>关掉电脑的按键重复，或加一点键间延时；换一个 USB 口。</comment>
        <translation>关掉电脑的按键重复，或加一点键间延时；换一个 USB 口。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Some letters are missing</source>
        <comment>有字符丢了</comment>
        <translation>有字符丢了</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Try another USB socket without a hub, or serial.</source>
        <comment>换 USB 口，不经过集线器；或改用串口模式。</comment>
        <translation>换 USB 口，不经过集线器；或改用串口模式。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Only half of the code came</source>
        <comment>只收到半个码</comment>
        <translation>只收到半个码</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Scan again; if it stays, another cable, or serial.</source>
        <comment>再扫一次；还这样就换线，或改用串口模式。</comment>
        <translation>再扫一次；还这样就换线，或改用串口模式。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>One pull of the trigger sent the code twice</source>
        <comment>扫一次来了两遍</comment>
        <translation>扫一次来了两遍</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Turn off continuous reading, or lengthen the same-code delay.</source>
        <comment>关掉连续扫描，或加大同码间隔。</comment>
        <translation>关掉连续扫描，或加大同码间隔。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>The letters came in another order</source>
        <comment>字符的顺序乱了</comment>
        <translation>字符的顺序乱了</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Turn off the input method; close programs that take keys; or use serial.</source>
        <comment>关掉输入法；关掉别的抢键盘的程序；或改用串口模式。</comment>
        <translation>关掉输入法；关掉别的抢键盘的程序；或改用串口模式。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Something stands before the code</source>
        <comment>前面多了字符</comment>
        <translation>前面多了字符</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Take the prefix out of the scanner.</source>
        <comment>去掉扫码枪的前缀。</comment>
        <translation>去掉扫码枪的前缀。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Something stands after the code</source>
        <comment>后面多了字符</comment>
        <translation>后面多了字符</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Take the suffix text out of the scanner; leave CR only.</source>
        <comment>去掉扫码枪的后缀文字，只留回车。</comment>
        <translation>去掉扫码枪的后缀文字，只留回车。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>This is another code</source>
        <comment>这不是检测码</comment>
        <translation>这不是检测码</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Scan the test code on the screen or on paper.</source>
        <comment>扫屏幕上或纸上的检测码。</comment>
        <translation>扫屏幕上或纸上的检测码。</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>It differs from the test code</source>
        <comment>和检测码不一样</comment>
        <translation>和检测码不一样</translation>
    </message>
    <message>
        <location filename="../setup/fault_words.py"/>
        <source>Set it back to factory default and try again; or try another scanner.</source>
        <comment>恢复出厂设置再试；或换一把扫码枪。</comment>
        <translation>恢复出厂设置再试；或换一把扫码枪。</translation>
    </message>
    <message>
        <location filename="../setup/machine.py"/>
        <source>Skip for now</source>
        <comment>以后再说</comment>
        <translation>以后再说</translation>
    </message>
    <message>
        <location filename="../setup/machine.py"/>
        <source>No hardware</source>
        <comment>没有这个设备</comment>
        <translation>没有这个设备</translation>
    </message>
    <message>
        <location filename="../setup/machine.py"/>
        <source>Start this step again</source>
        <comment>重新开始这一步</comment>
        <translation>重新开始这一步</translation>
    </message>
    <message>
        <location filename="../setup/machine.py"/>
        <source>This step is done.</source>
        <comment>这一步好了。</comment>
        <translation>这一步好了。</translation>
    </message>
    <message>
        <location filename="../setup/machine.py"/>
        <source>Skipped. Come back whenever you like.</source>
        <comment>跳过了。以后可以再来。</comment>
        <translation>跳过了。以后可以再来。</translation>
    </message>
    <message>
        <location filename="../setup/machine.py"/>
        <source>Fine: the bench packs without it.</source>
        <comment>好，没有这个设备也能打包。</comment>
        <translation>好，没有这个设备也能打包。</translation>
    </message>
    <message>
        <location filename="../setup/papers.py"/>
        <source>Scanner test code</source>
        <comment>扫码枪检测码</comment>
        <translation>扫码枪检测码</translation>
    </message>
    <message>
        <location filename="../setup/papers.py"/>
        <source>Set-up report</source>
        <comment>工位设置报告</comment>
        <translation>工位设置报告</translation>
    </message>
    <message>
        <location filename="../setup/papers.py"/>
        <source>Step</source>
        <comment>步骤</comment>
        <translation>步骤</translation>
    </message>
    <message>
        <location filename="../setup/papers.py"/>
        <source>Result</source>
        <comment>结果</comment>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../setup/papers.py"/>
        <source>Evidence</source>
        <comment>依据</comment>
        <translation>依据</translation>
    </message>
    <message>
        <location filename="../setup/papers.py"/>
        <source>not done</source>
        <comment>没做</comment>
        <translation>没做</translation>
    </message>
    <message>
        <location filename="../setup/papers.py"/>
        <location filename="../setup/steps/scanner.py"/>
        <source>Test code: scan it three times</source>
        <comment>检测码：扫三次</comment>
        <translation>检测码：扫三次</translation>
    </message>
    <message>
        <location filename="../setup/scale_finder.py"/>
        <source>Nothing is plugged in there: check the cable, then look again.</source>
        <comment>那里没插东西：看看线，再重新查找。</comment>
        <translation>那里没插东西：看看线，再重新查找。</translation>
    </message>
    <message>
        <location filename="../setup/scale_finder.py"/>
        <source>No permission to open it: join the group dialout (Linux), or close the program that has it.</source>
        <comment>没有权限打开：加入 dialout 组 (Linux)，或关掉占用它的程序。</comment>
        <translation>没有权限打开：加入 dialout 组 (Linux)，或关掉占用它的程序。</translation>
    </message>
    <message>
        <location filename="../setup/scale_finder.py"/>
        <source>Nothing listens at this address.</source>
        <comment>这个地址没有设备应答。</comment>
        <translation>这个地址没有设备应答。</translation>
    </message>
    <message>
        <location filename="../setup/scale_finder.py"/>
        <source>This address cannot be reached.</source>
        <comment>这个地址连不上。</comment>
        <translation>这个地址连不上。</translation>
    </message>
    <message>
        <location filename="../setup/scale_finder.py"/>
        <source>Two of a kind are plugged in: name one by its serial number.</source>
        <comment>插了两个一样的，写上序列号。</comment>
        <translation>插了两个一样的，写上序列号。</translation>
    </message>
    <message>
        <location filename="../setup/scale_finder.py"/>
        <source>Nothing came: check power and cable, and that the scale's own settings let it send.</source>
        <comment>什么也没收到：看电源和线，在秤的通信设置里打开发送。</comment>
        <translation>什么也没收到：看电源和线，在秤的通信设置里打开发送。</translation>
    </message>
    <message>
        <location filename="../setup/scale_finder.py"/>
        <source>What comes is no text: most likely another baud rate or parity is set.</source>
        <comment>收到的是乱码：多半是波特率或校验位不对。</comment>
        <translation>收到的是乱码：多半是波特率或校验位不对。</translation>
    </message>
    <message>
        <location filename="../setup/scale_finder.py"/>
        <source>Text comes in no known protocol: compare the scale's communication settings.</source>
        <comment>有文字，但不是认识的协议：对照秤的通信设置。</comment>
        <translation>有文字，但不是认识的协议：对照秤的通信设置。</translation>
    </message>
    <message>
        <location filename="../setup/scale_finder.py"/>
        <source>The link is down ({word})</source>
        <comment>连不上 ({word})</comment>
        <translation>连不上 ({word})</translation>
    </message>
    <message>
        <location filename="../setup/sitting.py"/>
        <source>{folder} cannot be written ({why}): answers are not kept.</source>
        <comment>{folder} 写不进去（{why}）：答案只记在内存里。</comment>
        <translation>{folder} 写不进去（{why}）：答案只记在内存里。</translation>
    </message>
    <message>
        <location filename="../setup/sitting.py"/>
        <source>Check the folder's permissions and its disk space.</source>
        <comment>检查文件夹的权限和磁盘空间。</comment>
        <translation>检查文件夹的权限和磁盘空间。</translation>
    </message>
    <message>
        <location filename="../setup/step_words.py"/>
        <location filename="../ui/handover_words.py"/>
        <location filename="../ui/office/people_words.py"/>
        <location filename="../ui/setup_view.py"/>
        <location filename="../ui/wall_view.py"/>
        <source>Language</source>
        <comment>语言</comment>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../setup/step_words.py"/>
        <source>Bench and orders</source>
        <comment>工位和订单库</comment>
        <translation>工位和订单库</translation>
    </message>
    <message>
        <location filename="../setup/step_words.py"/>
        <location filename="../ui/device_names.py"/>
        <location filename="../ui/office/devices_words.py"/>
        <source>Camera</source>
        <comment>相机</comment>
        <translation>相机</translation>
    </message>
    <message>
        <location filename="../setup/step_words.py"/>
        <source>Command codes</source>
        <comment>命令码表</comment>
        <translation>命令码表</translation>
    </message>
    <message>
        <location filename="../setup/step_words.py"/>
        <source>Practice parcel</source>
        <comment>练习包裹</comment>
        <translation>练习包裹</translation>
    </message>
    <message>
        <location filename="../setup/step_words.py"/>
        <source>Save and report</source>
        <comment>保存和报告</comment>
        <translation>保存和报告</translation>
    </message>
    <message>
        <location filename="../setup/step_words.py"/>
        <source>passed</source>
        <comment>好了</comment>
        <translation>好了</translation>
    </message>
    <message>
        <location filename="../setup/step_words.py"/>
        <source>skipped</source>
        <comment>跳过</comment>
        <translation>跳过</translation>
    </message>
    <message>
        <location filename="../setup/step_words.py"/>
        <source>no hardware</source>
        <comment>没有设备</comment>
        <translation>没有设备</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>Each bench has a name of its own, like B07; two alike mix their records.</source>
        <comment>每个工位一个名字，不能重复，例如 B07。</comment>
        <translation>每个工位一个名字，不能重复，例如 B07。</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>Only letters, digits and . _ -, at most 64.</source>
        <comment>只能用字母、数字和 . _ -，最多 64 个。</comment>
        <translation>只能用字母、数字和 . _ -，最多 64 个。</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>Write it like postgresql+psycopg://USER@HOST/NAME.</source>
        <comment>地址写成 postgresql+psycopg://用户@主机/库名。</comment>
        <translation>地址写成 postgresql+psycopg://用户@主机/库名。</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>No password in the address: it belongs into the file ~/.pgpass.</source>
        <comment>地址里不要写密码，密码放在 ~/.pgpass。</comment>
        <translation>地址里不要写密码，密码放在 ~/.pgpass。</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/dispute_words.py"/>
        <location filename="../ui/handover_words.py"/>
        <location filename="../ui/merge_words.py"/>
        <location filename="../ui/office/words.py"/>
        <location filename="../ui/queue_words.py"/>
        <location filename="../ui/texts.py"/>
        <location filename="../ui/wall_words.py"/>
        <source>Order book unreachable</source>
        <comment>订单库连不上</comment>
        <translation>订单库连不上</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>The order book knows a bench of this name already. Keep it only if this is that bench, set up again.</source>
        <comment>订单库里已经有这个名字的工位。重装的电脑才能继续用它。</comment>
        <translation>订单库里已经有这个名字的工位。重装的电脑才能继续用它。</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>What is this bench called? Type its name, then Enter.</source>
        <comment>这个工位叫什么？输入名字，回车。</comment>
        <translation>这个工位叫什么？输入名字，回车。</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>Type the database's address, then Enter.</source>
        <comment>输入数据库地址，回车。</comment>
        <translation>输入数据库地址，回车。</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>On this computer (one bench)</source>
        <comment>这台电脑上（一个工位）</comment>
        <translation>这台电脑上（一个工位）</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>A PostgreSQL that benches share</source>
        <comment>大家共用的 PostgreSQL</comment>
        <translation>大家共用的 PostgreSQL</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>As it is now</source>
        <comment>和现在一样</comment>
        <translation>和现在一样</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>The order book answers, {round_trip_ms} ms a round trip.</source>
        <comment>订单库连上了，往返 {round_trip_ms} 毫秒。</comment>
        <translation>订单库连上了，往返 {round_trip_ms} 毫秒。</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>This clock is {seconds} s off the server's: set it first.</source>
        <comment>这台电脑的时钟和服务器差 {seconds} 秒，先对时。</comment>
        <translation>这台电脑的时钟和服务器差 {seconds} 秒，先对时。</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>A round trip takes {round_trip_ms} ms: rather slow.</source>
        <comment>往返要 {round_trip_ms} 毫秒，有点慢。</comment>
        <translation>往返要 {round_trip_ms} 毫秒，有点慢。</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>Where are the orders kept?</source>
        <comment>订单放在哪里？</comment>
        <translation>订单放在哪里？</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>Connecting to the order book…</source>
        <comment>正在连接订单库…</comment>
        <translation>正在连接订单库…</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>Use it anyway</source>
        <comment>就这样用</comment>
        <translation>就这样用</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>Another one</source>
        <comment>换一个</comment>
        <translation>换一个</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>Use this order book?</source>
        <comment>要用这个订单库吗？</comment>
        <translation>要用这个订单库吗？</translation>
    </message>
    <message>
        <location filename="../setup/steps/bench.py"/>
        <source>Keep {name}</source>
        <comment>就叫 {name}</comment>
        <translation>就叫 {name}</translation>
    </message>
    <message numerus="yes">
        <location filename="../setup/steps/camera.py"/>
        <source>{n} days take {needed} GB, {free} are free: fewer days, a larger disk, or photos only.</source>
        <comment>{n} 天要 {needed} GB，磁盘只剩 {free} GB：少几天、换大盘，或只要照片。</comment>
        <extracomment>Of one: 1 day takes {needed} GB, {free} are free: a larger disk, or photos only.</extracomment>
        <translation>
            <numerusform>{n} 天要 {needed} GB，磁盘只剩 {free} GB：少几天、换大盘，或只要照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../setup/steps/camera.py"/>
        <source>{n} days: about {gb} GB</source>
        <comment>{n} 天：约 {gb} GB</comment>
        <extracomment>Of one: 1 day: about {gb} GB</extracomment>
        <translation>
            <numerusform>{n} 天：约 {gb} GB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../setup/steps/camera.py"/>
        <source>{n} days: about {gb} GB (as now)</source>
        <comment>{n} 天：约 {gb} GB（现在的设置）</comment>
        <extracomment>Of one: 1 day: about {gb} GB (as now)</extracomment>
        <translation>
            <numerusform>{n} 天：约 {gb} GB（现在的设置）</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Only to estimate the room on the disk.</source>
        <comment>只用来估算占多少磁盘。</comment>
        <translation>只用来估算占多少磁盘。</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Can a label in the picture be read?</source>
        <comment>照片里的面单看得清吗？</comment>
        <translation>照片里的面单看得清吗？</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>How many days is video kept? Or type a number.</source>
        <comment>录像保留多少天？也可以输入。</comment>
        <translation>录像保留多少天？也可以输入。</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Film every parcel?</source>
        <comment>每个包裹都录像吗？</comment>
        <translation>每个包裹都录像吗？</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>From opening to seal. Tell whoever may be in the picture.</source>
        <comment>录像从开单到封箱。别的人入镜要先告知。</comment>
        <translation>录像从开单到封箱。别的人入镜要先告知。</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Which camera films the parcels?</source>
        <comment>哪个相机拍包裹？</comment>
        <translation>哪个相机拍包裹？</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Type the camera's address, like rtsp://…</source>
        <comment>输入相机的地址，例如 rtsp://…</comment>
        <translation>输入相机的地址，例如 rtsp://…</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>About how many parcels a day does this bench pack?</source>
        <comment>这个工位一天大约打包多少件？</comment>
        <translation>这个工位一天大约打包多少件？</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>The picture just taken</source>
        <comment>刚拍的照片</comment>
        <translation>刚拍的照片</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>About {day} GB a day; the disk has {free} GB free. Disputes may come months later.</source>
        <comment>一天约 {day} GB，磁盘还剩 {free} GB。拒付纠纷可能几个月后才来。</comment>
        <translation>一天约 {day} GB，磁盘还剩 {free} GB。拒付纠纷可能几个月后才来。</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>The camera is ready.</source>
        <comment>相机好了。</comment>
        <translation>相机好了。</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Yes, it can be read</source>
        <comment>看得清</comment>
        <translation>看得清</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Take another</source>
        <comment>再拍一张</comment>
        <translation>再拍一张</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Another camera</source>
        <comment>换一个相机</comment>
        <translation>换一个相机</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>There is no picture: {trouble}.</source>
        <comment>没有照片：{trouble}。</comment>
        <translation>没有照片：{trouble}。</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>The picture has only {size} pixels: small print may be lost.</source>
        <comment>照片只有 {size} 像素，字可能看不清。</comment>
        <translation>照片只有 {size} 像素，字可能看不清。</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>The picture has {size} pixels.</source>
        <comment>照片 {size} 像素。</comment>
        <translation>照片 {size} 像素。</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Type a whole number from 1 to 99999.</source>
        <comment>输入 1 到 99999 的整数。</comment>
        <translation>输入 1 到 99999 的整数。</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Type a whole number from 1 to 9999.</source>
        <comment>输入 1 到 9999 的整数。</comment>
        <translation>输入 1 到 9999 的整数。</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Taking a picture…</source>
        <comment>正在拍一张…</comment>
        <translation>正在拍一张…</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Video and photos</source>
        <comment>录像和照片</comment>
        <translation>录像和照片</translation>
    </message>
    <message>
        <location filename="../setup/steps/camera.py"/>
        <source>Photos only</source>
        <comment>只要照片</comment>
        <translation>只要照片</translation>
    </message>
    <message>
        <location filename="../setup/steps/commands.py"/>
        <source>Print the sheet, then scan NEXT on it.</source>
        <comment>把命令码表打印出来，扫上面的“下一单”。</comment>
        <translation>把命令码表打印出来，扫上面的“下一单”。</translation>
    </message>
    <message>
        <location filename="../setup/steps/commands.py"/>
        <source>Save it once more</source>
        <comment>再存一次</comment>
        <translation>再存一次</translation>
    </message>
    <message>
        <location filename="../setup/steps/commands.py"/>
        <source>NEXT</source>
        <comment>下一单 NEXT</comment>
        <translation>下一单 NEXT</translation>
    </message>
    <message>
        <location filename="../setup/steps/commands.py"/>
        <source>The file: {file}</source>
        <comment>文件：{file}</comment>
        <translation>文件：{file}</translation>
    </message>
    <message>
        <location filename="../setup/steps/commands.py"/>
        <source>That is '{text}', not NEXT.</source>
        <comment>扫到的是 {text}，不是“下一单”。</comment>
        <translation>扫到的是 {text}，不是“下一单”。</translation>
    </message>
    <message>
        <location filename="../setup/steps/commands.py"/>
        <source>Making the sheet of command codes…</source>
        <comment>正在做命令码表…</comment>
        <translation>正在做命令码表…</translation>
    </message>
    <message>
        <location filename="../setup/steps/commands.py"/>
        <source>The command codes work.</source>
        <comment>命令码能用了。</comment>
        <translation>命令码能用了。</translation>
    </message>
    <message>
        <location filename="../setup/steps/finish.py"/>
        <source>Write it into bench.toml</source>
        <comment>写进 bench.toml</comment>
        <translation>写进 bench.toml</translation>
    </message>
    <message>
        <location filename="../setup/steps/finish.py"/>
        <source>Not now</source>
        <comment>先不写</comment>
        <translation>先不写</translation>
    </message>
    <message>
        <location filename="../setup/steps/finish.py"/>
        <source>Save these settings?</source>
        <comment>要保存这些设置吗？</comment>
        <translation>要保存这些设置吗？</translation>
    </message>
    <message numerus="yes">
        <location filename="../setup/steps/finish.py"/>
        <source>{n} steps are still to be done.</source>
        <comment>还有 {n} 步没做。</comment>
        <extracomment>Of one: 1 step is still to be done.</extracomment>
        <translation>
            <numerusform>还有 {n} 步没做。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../setup/steps/finish.py"/>
        <source>Saving…</source>
        <comment>正在保存…</comment>
        <translation>正在保存…</translation>
    </message>
    <message>
        <location filename="../setup/steps/finish.py"/>
        <source>Writing the report…</source>
        <comment>正在写报告…</comment>
        <translation>正在写报告…</translation>
    </message>
    <message>
        <location filename="../setup/steps/finish.py"/>
        <source>The report: {report}. To learn packing: sealbench train</source>
        <comment>报告：{report}。学装箱：sealbench train</comment>
        <translation>报告：{report}。学装箱：sealbench train</translation>
    </message>
    <message>
        <location filename="../setup/steps/finish.py"/>
        <source>The bench is ready.</source>
        <comment>工位可以用了。</comment>
        <translation>工位可以用了。</translation>
    </message>
    <message>
        <location filename="../setup/steps/finish.py"/>
        <source>Not saved; go on another time.</source>
        <comment>没有保存，下次接着来。</comment>
        <translation>没有保存，下次接着来。</translation>
    </message>
    <message>
        <location filename="../setup/steps/finish.py"/>
        <source>All done. The report: {report}</source>
        <comment>都好了。报告：{report}</comment>
        <translation>都好了。报告：{report}</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>Play it again</source>
        <comment>再放一次</comment>
        <translation>再放一次</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>No sound: go on without</source>
        <comment>没有声音，先这样</comment>
        <translation>没有声音，先这样</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>Did you hear three low beeps, loud enough for the hall?</source>
        <comment>听到三声低音了吗？在仓库里够响吗？</comment>
        <translation>听到三声低音了吗？在仓库里够响吗？</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>A wrong item sounds like this. Too low: turn the computer or its loudspeaker up.</source>
        <comment>扫错商品时就是这个声音。太轻：把电脑或音箱的音量调大。</comment>
        <translation>扫错商品时就是这个声音。太轻：把电脑或音箱的音量调大。</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>Plug a loudspeaker in and try again?</source>
        <comment>要接上音箱再试一次吗？</comment>
        <translation>要接上音箱再试一次吗？</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>This computer has no sound.</source>
        <comment>这台电脑放不出声音。</comment>
        <translation>这台电脑放不出声音。</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>The bench packs without it: the screen says it all.</source>
        <comment>没有声音也能打包，屏幕上都有字。</comment>
        <translation>没有声音也能打包，屏幕上都有字。</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>中文 Chinese</source>
        <comment>中文</comment>
        <translation>中文</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>English</source>
        <comment>English 英文</comment>
        <translation>English 英文</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>Light</source>
        <comment>浅色</comment>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>Dark</source>
        <comment>深色</comment>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>High contrast</source>
        <comment>高对比度</comment>
        <translation>高对比度</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>Blue and orange, if red and green look alike</source>
        <comment>蓝色和橙色（分不清红绿时用）</comment>
        <translation>蓝色和橙色（分不清红绿时用）</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>Which language leads at this bench?</source>
        <comment>工位用哪种语言？</comment>
        <translation>工位用哪种语言？</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>Which colours should the screen have?</source>
        <comment>屏幕用哪种颜色？</comment>
        <translation>屏幕用哪种颜色？</translation>
    </message>
    <message>
        <location filename="../setup/steps/language.py"/>
        <source>Yes, loud enough</source>
        <comment>听到了，够响</comment>
        <translation>听到了，够响</translation>
    </message>
    <message>
        <location filename="../setup/steps/links.py"/>
        <source>Type its address</source>
        <comment>自己输入地址</comment>
        <translation>自己输入地址</translation>
    </message>
    <message>
        <location filename="../setup/steps/links.py"/>
        <source>Look again</source>
        <comment>重新查找</comment>
        <translation>重新查找</translation>
    </message>
    <message>
        <location filename="../setup/steps/links.py"/>
        <source>Looking for what is plugged in…</source>
        <comment>正在看插了什么设备…</comment>
        <translation>正在看插了什么设备…</translation>
    </message>
    <message>
        <location filename="../setup/steps/links.py"/>
        <source>As now: {device}</source>
        <comment>现在的：{device}</comment>
        <translation>现在的：{device}</translation>
    </message>
    <message>
        <location filename="../setup/steps/links.py"/>
        <source>Write the address like {like}; it begins with one of: {known}.</source>
        <comment>地址要像 {like} 这样，以这些开头：{known}。</comment>
        <translation>地址要像 {like} 这样，以这些开头：{known}。</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>Pack one practice parcel from end to end.</source>
        <comment>打包一个练习包裹，从头到尾。</comment>
        <translation>打包一个练习包裹，从头到尾。</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>scanner</source>
        <comment>扫码枪</comment>
        <translation>扫码枪</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>scale</source>
        <comment>秤</comment>
        <translation>秤</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>printer</source>
        <comment>打印机</comment>
        <translation>打印机</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>the keyboard</source>
        <comment>键盘</comment>
        <translation>键盘</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>Clear a red stop</source>
        <comment>清除红色提示</comment>
        <translation>清除红色提示</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>A sample order, kept apart from real ones. With: {tools}. Without a printer labels are files.</source>
        <comment>订单是样品，单独存放，不进订单库。用到：{tools}。没有打印机时面单存成文件。</comment>
        <translation>订单是样品，单独存放，不进订单库。用到：{tools}。没有打印机时面单存成文件。</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>Begin</source>
        <comment>开始练习</comment>
        <translation>开始练习</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>Preparing the practice order…</source>
        <comment>正在准备练习订单…</comment>
        <translation>正在准备练习订单…</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>Scan this: {code}</source>
        <comment>扫这个：{code}</comment>
        <translation>扫这个：{code}</translation>
    </message>
    <message>
        <location filename="../setup/steps/practice.py"/>
        <source>The practice parcel is sealed.</source>
        <comment>练习包裹封好了。</comment>
        <translation>练习包裹封好了。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>For a printer on the network type its address: nothing is searched there.</source>
        <comment>网络打印机请自己输入地址，这里不会去搜网络。</comment>
        <translation>网络打印机请自己输入地址，这里不会去搜网络。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Like tcp:192.168.1.50:9100, usblp:/dev/usb/lp0 or lp:QUEUE</source>
        <comment>例如 tcp:192.168.1.50:9100，usblp:/dev/usb/lp0，lp:队列名</comment>
        <translation>例如 tcp:192.168.1.50:9100，usblp:/dev/usb/lp0，lp:队列名</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>With the wrong kind it prints text: no harm, start the step again.</source>
        <comment>类型选错了会打出文字，不会坏：回到上一步换一个。</comment>
        <translation>类型选错了会打出文字，不会坏：回到上一步换一个。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Most likely another kind of printer: choose again.</source>
        <comment>多半是类型不对，换一个。</comment>
        <translation>多半是类型不对，换一个。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Right or bottom missing: the labels lie askew or are smaller than said. Set the guides, or start again.</source>
        <comment>右边或下边缺：纸装偏了，或者标签选大了。推好导纸板，或重新选尺寸。</comment>
        <translation>右边或下边缺：纸装偏了，或者标签选大了。推好导纸板，或重新选尺寸。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Beyond this, set it at the printer itself.</source>
        <comment>再多就要在打印机上调。</comment>
        <translation>再多就要在打印机上调。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Write width x height in millimetres, like 100x150.</source>
        <comment>写成“宽 x 高”，毫米，例如 100x150。</comment>
        <translation>写成“宽 x 高”，毫米，例如 100x150。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>That is many labels; look into its manual.</source>
        <comment>已经打了很多张，看看说明书里的打印设置。</comment>
        <translation>已经打了很多张，看看说明书里的打印设置。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>The printer says it is printed: look at the label.</source>
        <comment>打印机说打好了，看标签。</comment>
        <translation>打印机说打好了，看标签。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>It was sent; the printer does not answer: look at the label.</source>
        <comment>发给打印机了，它不回话，看标签。</comment>
        <translation>发给打印机了，它不回话，看标签。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>it has no paper</source>
        <comment>缺纸</comment>
        <translation>缺纸</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>its head is open</source>
        <comment>打印头没合上</comment>
        <translation>打印头没合上</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>its cover is open</source>
        <comment>盖子开着</comment>
        <translation>盖子开着</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>it is paused</source>
        <comment>暂停着</comment>
        <translation>暂停着</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>it does not answer; the kind may be wrong</source>
        <comment>它不回答，语言可能选错了</comment>
        <translation>它不回答，语言可能选错了</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>nothing listens at this address</source>
        <comment>这个地址没有打印机应答</comment>
        <translation>这个地址没有打印机应答</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>the address cannot be reached</source>
        <comment>地址连不上</comment>
        <translation>地址连不上</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>it is not there</source>
        <comment>找不到它</comment>
        <translation>找不到它</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>this user has no permission to open it</source>
        <comment>没有权限打开它</comment>
        <translation>没有权限打开它</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>no answer</source>
        <comment>没有回答</comment>
        <translation>没有回答</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Nothing: the frame is whole</source>
        <comment>都看得见</comment>
        <translation>都看得见</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>The left side is cut off</source>
        <comment>左边被切掉</comment>
        <translation>左边被切掉</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>The top is cut off</source>
        <comment>上边被切掉</comment>
        <translation>上边被切掉</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>The right side is cut off</source>
        <comment>右边被切掉</comment>
        <translation>右边被切掉</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>The bottom is cut off</source>
        <comment>下边被切掉</comment>
        <translation>下边被切掉</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>No label came out, or rubbish</source>
        <comment>没有出来，或者是乱的</comment>
        <translation>没有出来，或者是乱的</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Good: black is black, thin lines stand apart</source>
        <comment>正好：黑块是黑的，细线分得开</comment>
        <translation>正好：黑块是黑的，细线分得开</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Too pale</source>
        <comment>太淡</comment>
        <translation>太淡</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Too dark: thin lines run together</source>
        <comment>太黑，细线糊在一起</comment>
        <translation>太黑，细线糊在一起</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Which one is the label printer?</source>
        <comment>面单打印机是哪一个？</comment>
        <translation>面单打印机是哪一个？</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Type the printer's address, then Enter.</source>
        <comment>输入打印机的地址，回车。</comment>
        <translation>输入打印机的地址，回车。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>What kind is it? Its plate names language and dots.</source>
        <comment>打印机是哪一类？底下的铭牌上有语言和点数。</comment>
        <translation>打印机是哪一类？底下的铭牌上有语言和点数。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>How large are the labels? Or type it, like 100x150.</source>
        <comment>装的是多大的标签？也可以输入，例如 100x150。</comment>
        <translation>装的是多大的标签？也可以输入，例如 100x150。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>A test label will be printed now.</source>
        <comment>现在要打一张测试标签。</comment>
        <translation>现在要打一张测试标签。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Which number of the ruler is the first to be seen, in mm?</source>
        <comment>看得见的第一个刻度是几毫米？</comment>
        <translation>看得见的第一个刻度是几毫米？</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Scan the code on the test label.</source>
        <comment>扫测试标签上的条码。</comment>
        <translation>扫测试标签上的条码。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Nothing was printed: {cause}.</source>
        <comment>没有打出来：{cause}。</comment>
        <translation>没有打出来：{cause}。</translation>
    </message>
    <message numerus="yes">
        <location filename="../setup/steps/printer.py"/>
        <source>Type a number from 0 to {n}.</source>
        <comment>输入 0 到 {n} 的数字。</comment>
        <translation>
            <numerusform>输入 0 到 {n} 的数字。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>That is '{text}', not the last test label.</source>
        <comment>扫到的是 {text}，不是这张标签。</comment>
        <translation>扫到的是 {text}，不是这张标签。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Labels are in: print one</source>
        <comment>标签装好了，打一张</comment>
        <translation>标签装好了，打一张</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>Printing the test label…</source>
        <comment>正在打测试标签…</comment>
        <translation>正在打测试标签…</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>What of the label's frame is missing?</source>
        <comment>标签的边框哪里缺了？</comment>
        <translation>标签的边框哪里缺了？</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>How dark is it?</source>
        <comment>够黑吗？</comment>
        <translation>够黑吗？</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>No scanner here: by eye only</source>
        <comment>没有扫码枪，只看</comment>
        <translation>没有扫码枪，只看</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>The printer is ready.</source>
        <comment>打印机好了。</comment>
        <translation>打印机好了。</translation>
    </message>
    <message>
        <location filename="../setup/steps/printer.py"/>
        <source>{size} mm</source>
        <comment>{size} 毫米</comment>
        <translation>{size} 毫米</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Only weights are asked, nothing is set. A scale with a printer of its own may print a slip.</source>
        <comment>只读重量，不改秤的设置。秤自带打印机的话，可能会打一张小票。</comment>
        <translation>只读重量，不改秤的设置。秤自带打印机的话，可能会打一张小票。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>A sealed 0.5 l bottle of water is about 520 g. For checking parcels, not for trade.</source>
        <comment>没开封的 500 毫升瓶装水约 520 克。这里只用来核对包裹，不用于贸易结算。</comment>
        <translation>没开封的 500 毫升瓶装水约 520 克。这里只用来核对包裹，不用于贸易结算。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Choose another port</source>
        <comment>换一个接口</comment>
        <translation>换一个接口</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Where is the scale plugged in?</source>
        <comment>秤接在哪里？</comment>
        <translation>秤接在哪里？</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Type its address (like serial:/dev/ttyUSB0), then Enter.</source>
        <comment>输入秤的地址（例如 serial:/dev/ttyUSB0），回车。</comment>
        <translation>输入秤的地址（例如 serial:/dev/ttyUSB0），回车。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Listening, then asking in each protocol: a minute at most.</source>
        <comment>先听秤发来的数据，再逐个协议试问。最多一分钟。</comment>
        <translation>先听秤发来的数据，再逐个协议试问。最多一分钟。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Which protocol does the scale's manual name?</source>
        <comment>秤的说明书上写的是哪种协议？</comment>
        <translation>秤的说明书上写的是哪种协议？</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Which unit does the scale's display show?</source>
        <comment>秤的屏幕上显示什么单位？</comment>
        <translation>秤的屏幕上显示什么单位？</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Take everything off the pan.</source>
        <comment>把秤上的东西都拿走。</comment>
        <translation>把秤上的东西都拿走。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Take something of known weight; type its grams, then Enter.</source>
        <comment>拿一件知道多重的东西，输入它的克数，回车。</comment>
        <translation>拿一件知道多重的东西，输入它的克数，回车。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>The scale is ready: {live}.</source>
        <comment>秤好了：{live}。</comment>
        <translation>秤好了：{live}。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Empty it shows {live}: press the scale's zero key.</source>
        <comment>空秤显示 {live}：在秤上按归零键。</comment>
        <translation>空秤显示 {live}：在秤上按归零键。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>It shows {live}, too far off: is the unit right, and the thing's weight?</source>
        <comment>秤显示 {live}，差得太多：单位对吗？东西重量对吗？</comment>
        <translation>秤显示 {live}，差得太多：单位对吗？东西重量对吗？</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Yes, find it</source>
        <comment>可以，开始找</comment>
        <translation>可以，开始找</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Look for the scale at {link}?</source>
        <comment>要在 {link} 上找秤吗？</comment>
        <translation>要在 {link} 上找秤吗？</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Look there again</source>
        <comment>在这里再找一次</comment>
        <translation>在这里再找一次</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>No scale was found.</source>
        <comment>没有找到秤。</comment>
        <translation>没有找到秤。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>The pan is empty</source>
        <comment>秤上是空的</comment>
        <translation>秤上是空的</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Put the {grams} g on.</source>
        <comment>放上 {grams} 克。</comment>
        <translation>放上 {grams} 克。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Found: {speaks} at {link}</source>
        <comment>找到了：{speaks}，{link}</comment>
        <translation>找到了：{speaks}，{link}</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>The scale shows no weight yet.</source>
        <comment>秤还没有读数。</comment>
        <translation>秤还没有读数。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>It still moves; wait.</source>
        <comment>还在动，等一下。</comment>
        <translation>还在动，等一下。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scale.py"/>
        <source>Type 50 to 30000 grams.</source>
        <comment>输入 50 到 30000 克。</comment>
        <translation>输入 50 到 30000 克。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>Serial mode is best: no input method or keyboard layout can bend it, and GS arrives.</source>
        <comment>能设成串口模式最好：不怕输入法和键盘布局，GS 也不会丢。</comment>
        <translation>能设成串口模式最好：不怕输入法和键盘布局，GS 也不会丢。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>It ended differently this time; scan again.</source>
        <comment>结尾字符和上次不一样，再扫。</comment>
        <translation>结尾字符和上次不一样，再扫。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>Scan these with the scanner, then try the test code again.</source>
        <comment>用扫码枪扫这些设置码，再试检测码。</comment>
        <translation>用扫码枪扫这些设置码，再试检测码。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>A scanner that types like a keyboard (the usual kind)</source>
        <comment>像键盘一样打字的扫码枪（最常见）</comment>
        <translation>像键盘一样打字的扫码枪（最常见）</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>Save the test code as PDF</source>
        <comment>检测码存成 PDF</comment>
        <translation>检测码存成 PDF</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>Show programming codes</source>
        <comment>看设置码</comment>
        <translation>看设置码</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>Scan the test code again</source>
        <comment>再扫检测码</comment>
        <translation>再扫检测码</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>These codes are in the maker's manual: scan them there.</source>
        <comment>这些设置码在说明书里，用扫码枪扫。</comment>
        <translation>这些设置码在说明书里，用扫码枪扫。</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>The scanner is ready; each code ends with {shown}.</source>
        <comment>扫码枪好了，结尾是 {shown}。</comment>
        <translation>扫码枪好了，结尾是 {shown}。</translation>
    </message>
    <message numerus="yes">
        <location filename="../setup/steps/scanner.py"/>
        <source>Right to the letter ({clean}/{n}).</source>
        <comment>对，一个字不差（{clean}/{n}）。</comment>
        <translation>
            <numerusform>对，一个字不差（{clean}/{n}）。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>Which one is the scanner?</source>
        <comment>扫码枪是哪一个？</comment>
        <translation>扫码枪是哪一个？</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>Type the scanner's address, then Enter.</source>
        <comment>输入扫码枪的地址，回车。</comment>
        <translation>输入扫码枪的地址，回车。</translation>
    </message>
    <message numerus="yes">
        <location filename="../setup/steps/scanner.py"/>
        <source>Scan the test code, {n} more to go.</source>
        <comment>扫检测码，还要 {n} 次。</comment>
        <translation>
            <numerusform>扫检测码，还要 {n} 次。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>Which make is the scanner?</source>
        <comment>扫码枪是什么牌子？</comment>
        <translation>扫码枪是什么牌子？</translation>
    </message>
    <message>
        <location filename="../setup/steps/scanner.py"/>
        <source>Saved: {file}. Print it and scan from paper.</source>
        <comment>存好了：{file}，打印出来扫。</comment>
        <translation>存好了：{file}，打印出来扫。</translation>
    </message>
    <message>
        <location filename="../setup/trial_label.py"/>
        <source>The frame must be whole on all four sides.</source>
        <comment>边框四边都要完整。</comment>
        <translation>边框四边都要完整。</translation>
    </message>
    <message>
        <location filename="../setup/trial_label.py"/>
        <source>Test label</source>
        <comment>测试标签</comment>
        <translation>测试标签</translation>
    </message>
    <message>
        <location filename="../ui/anchor_words.py"/>
        <source>Outside anchor</source>
        <comment>外部锚点</comment>
        <translation>外部锚点</translation>
    </message>
    <message>
        <location filename="../ui/anchor_words.py"/>
        <source>Up to date</source>
        <comment>已锚定</comment>
        <translation>已锚定</translation>
    </message>
    <message>
        <location filename="../ui/anchor_words.py"/>
        <source>{span} unanchored</source>
        <comment>{span}未锚定</comment>
        <translation>{span}未锚定</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/anchor_words.py"/>
        <location filename="../ui/copies_words.py"/>
        <source>{n} d</source>
        <comment>{n} 天</comment>
        <translation>
            <numerusform>{n} 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/anchor_words.py"/>
        <location filename="../ui/case_words.py"/>
        <location filename="../ui/copies_words.py"/>
        <source>{n} h</source>
        <comment>{n} 小时</comment>
        <translation>
            <numerusform>{n} 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/anchor_words.py"/>
        <location filename="../ui/case_words.py"/>
        <location filename="../ui/copies_words.py"/>
        <source>{n} min</source>
        <comment>{n} 分钟</comment>
        <translation>
            <numerusform>{n} 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/anchor_words.py"/>
        <location filename="../ui/case_words.py"/>
        <source>{n} s</source>
        <comment>{n} 秒</comment>
        <translation>
            <numerusform>{n} 秒</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>by its code</source>
        <comment>扫命令码</comment>
        <translation>扫命令码</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Beside it</source>
        <comment>旁边</comment>
        <translation>旁边</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Beside the work</source>
        <comment>作业旁</comment>
        <translation>作业旁</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Behind the figure</source>
        <comment>背后的记录</comment>
        <translation>背后的记录</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Parcels by hour</source>
        <comment>每小时件数</comment>
        <translation>每小时件数</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/merge_words.py"/>
        <location filename="../ui/texts.py"/>
        <source>Buyer's note</source>
        <comment>买家留言</comment>
        <translation>买家留言</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Called cell</source>
        <comment>叫到的格</comment>
        <translation>叫到的格</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Camera picture</source>
        <comment>相机画面</comment>
        <translation>相机画面</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Carrier</source>
        <comment>快递</comment>
        <translation>快递</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Choices</source>
        <comment>可选项</comment>
        <translation>可选项</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Cells</source>
        <comment>格子</comment>
        <translation>格子</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Cut-offs</source>
        <comment>截单</comment>
        <translation>截单</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Coach</source>
        <comment>教练</comment>
        <translation>教练</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <location filename="../ui/office/setup_words.py"/>
        <location filename="../ui/office/words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Devices</source>
        <comment>设备</comment>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Disputes</source>
        <comment>纠纷列表</comment>
        <translation>纠纷列表</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Figures</source>
        <comment>总数</comment>
        <translation>总数</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>What happened</source>
        <comment>经过</comment>
        <translation>经过</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <location filename="../ui/supervisor_keys.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Export</source>
        <comment>导出</comment>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Folder</source>
        <comment>资料</comment>
        <translation>资料</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Groups</source>
        <comment>可合并的组</comment>
        <translation>可合并的组</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Keys</source>
        <comment>按键</comment>
        <translation>按键</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>List</source>
        <comment>列表</comment>
        <translation>列表</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Message</source>
        <comment>消息</comment>
        <translation>消息</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Missing</source>
        <comment>还缺的</comment>
        <translation>还缺的</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <location filename="../ui/queue_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <location filename="../labels/warranty-card-105x148.toml"/>
        <source>Order</source>
        <comment>订单</comment>
        <translation>订单</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Orders side by side</source>
        <comment>并排的订单</comment>
        <translation>并排的订单</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Pages</source>
        <comment>页面</comment>
        <translation>页面</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Question</source>
        <comment>问题</comment>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <location filename="../ui/office/devices_words.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <location filename="../ui/queue_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>State</source>
        <comment>状态</comment>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Training result</source>
        <comment>练习结果</comment>
        <translation>练习结果</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Steps</source>
        <comment>步骤</comment>
        <translation>步骤</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <location filename="../ui/office/devices_words.py"/>
        <source>Stop</source>
        <comment>停止</comment>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Third column</source>
        <comment>第三栏</comment>
        <translation>第三栏</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Time</source>
        <comment>时间</comment>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Verdict</source>
        <comment>结果</comment>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../ui/band_words.py"/>
        <source>Work</source>
        <comment>作业</comment>
        <translation>作业</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Packing floor</source>
        <comment>打包现场</comment>
        <translation>打包现场</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/board_words.py"/>
        <source>{n} benches</source>
        <comment>{n} 个工位</comment>
        <extracomment>Of one: 1 bench</extracomment>
        <translation>
            <numerusform>{n} 个工位</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>page {number}/{of}</source>
        <comment>第 {number}/{of} 页</comment>
        <translation>第 {number}/{of} 页</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Sealed</source>
        <comment>已封</comment>
        <translation>已封</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>first pass</source>
        <comment>一次做对</comment>
        <translation>一次做对</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>{rate}/h</source>
        <comment>{rate} 件/时</comment>
        <translation>{rate} 件/时</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>slack</source>
        <comment>余</comment>
        <translation>余</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>done {time}</source>
        <comment>{time} 完</comment>
        <translation>{time} 完</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>no pace yet</source>
        <comment>还没有速度</comment>
        <translation>还没有速度</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>No carrier yet</source>
        <comment>还没定快递</comment>
        <translation>还没定快递</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/board_words.py"/>
        <source>{n} more cut-offs</source>
        <comment>另 {n} 个截单</comment>
        <extracomment>Of one: 1 more cut-off</extracomment>
        <translation>
            <numerusform>另 {n} 个截单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/board_words.py"/>
        <source>{n} orders</source>
        <comment>{n} 单</comment>
        <extracomment>Of one: 1 order</extracomment>
        <translation>
            <numerusform>{n} 单</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Stopped</source>
        <comment>停下</comment>
        <translation>停下</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Help!</source>
        <comment>叫人</comment>
        <translation>叫人</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Nobody came</source>
        <comment>没人来</comment>
        <translation>没人来</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>{name} is coming</source>
        <comment>{name} 来了</comment>
        <translation>{name} 来了</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>No contact</source>
        <comment>失联</comment>
        <translation>失联</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Off</source>
        <comment>关机</comment>
        <translation>关机</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>{device}: {word}</source>
        <comment>{device}{word}</comment>
        <translation>{device}{word}</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>{device} lost</source>
        <comment>{device}断开</comment>
        <translation>{device}断开</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Reading the order book</source>
        <comment>正在读订单库</comment>
        <translation>正在读订单库</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>The first time it counts what was recorded before</source>
        <comment>第一次读要数完以前的记录</comment>
        <translation>第一次读要数完以前的记录</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>No bench yet</source>
        <comment>还没有工位</comment>
        <translation>还没有工位</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Start the program at a packing bench, on the same order book, and it appears here</source>
        <comment>在工位启动程序，连到同一个订单库，它就出现在这里</comment>
        <translation>在工位启动程序，连到同一个订单库，它就出现在这里</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>No order waits</source>
        <comment>没有等待的订单</comment>
        <translation>没有等待的订单</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>After an import: what is left before each cut-off</source>
        <comment>导入订单后，这里是各家截单前剩下的单</comment>
        <translation>导入订单后，这里是各家截单前剩下的单</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Cut-offs cannot be worked out</source>
        <comment>算不出截单</comment>
        <translation>算不出截单</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Order book unreachable since {time}</source>
        <comment>订单库连不上，自 {time}</comment>
        <translation>订单库连不上，自 {time}</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Below: as of {time}</source>
        <comment>下面是 {time} 的情况</comment>
        <translation>下面是 {time} 的情况</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>All is well</source>
        <comment>一切正常</comment>
        <translation>一切正常</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/board_words.py"/>
        <source>{n} benches need somebody</source>
        <comment>{n} 个工位等人处理</comment>
        <extracomment>Of one: 1 bench needs somebody</extracomment>
        <translation>
            <numerusform>{n} 个工位等人处理</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>{bench}: {word}, {time}</source>
        <comment>{bench}：{word}，{time}</comment>
        <translation>{bench}：{word}，{time}</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>{bench}: {word}</source>
        <comment>{bench}：{word}</comment>
        <translation>{bench}：{word}</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>{bench}: {word}, {pace}, {percent} % first pass</source>
        <comment>{bench}：{word}，{pace}，一次做对 {percent} %</comment>
        <translation>{bench}：{word}，{pace}，一次做对 {percent} %</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>{carrier} {due}: {left} left, {done}</source>
        <comment>{carrier} {due}：剩 {left}，{done}</comment>
        <translation>{carrier} {due}：剩 {left}，{done}</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Ready</source>
        <comment>待单</comment>
        <translation>待单</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Packing</source>
        <comment>装箱</comment>
        <translation>装箱</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Question</source>
        <comment>等答复</comment>
        <translation>等答复</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Weighing</source>
        <comment>称重</comment>
        <translation>称重</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Printing</source>
        <comment>打印</comment>
        <translation>打印</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Labelling</source>
        <comment>贴单</comment>
        <translation>贴单</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Nobody</source>
        <comment>无人</comment>
        <translation>无人</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Locked</source>
        <comment>锁定</comment>
        <translation>锁定</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Wrong item</source>
        <comment>拿错货</comment>
        <translation>拿错货</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/wall_words.py"/>
        <source>One too many</source>
        <comment>多了一件</comment>
        <translation>多了一件</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Wrong label</source>
        <comment>贴错单</comment>
        <translation>贴错单</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Order held</source>
        <comment>订单暂停</comment>
        <translation>订单暂停</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Cancelled</source>
        <comment>订单取消</comment>
        <translation>订单取消</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Order changed</source>
        <comment>订单改了</comment>
        <translation>订单改了</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Sent before</source>
        <comment>已经发过</comment>
        <translation>已经发过</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/wall_words.py"/>
        <source>Expired</source>
        <comment>商品过期</comment>
        <translation>商品过期</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Serial twice</source>
        <comment>序列号重复</comment>
        <translation>序列号重复</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Unknown code</source>
        <comment>码不认识</comment>
        <translation>码不认识</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>No paper</source>
        <comment>打印机缺纸</comment>
        <translation>打印机缺纸</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Paper jam</source>
        <comment>打印机卡纸</comment>
        <translation>打印机卡纸</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Printer open</source>
        <comment>打印机没关好</comment>
        <translation>打印机没关好</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>No ribbon</source>
        <comment>打印机缺碳带</comment>
        <translation>打印机缺碳带</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Printer paused</source>
        <comment>打印机暂停</comment>
        <translation>打印机暂停</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Printer hot</source>
        <comment>打印机过热</comment>
        <translation>打印机过热</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Pack these first</source>
        <comment>先装这家</comment>
        <translation>先装这家</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Start {benches}</source>
        <comment>{benches} 开工</comment>
        <translation>{benches} 开工</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <source>Needs {rate}/h</source>
        <comment>要 {rate} 件/时</comment>
        <translation>要 {rate} 件/时</translation>
    </message>
    <message>
        <location filename="../ui/board_words.py"/>
        <location filename="../ui/captions.py"/>
        <source>Past the cut-off</source>
        <comment>已过截单</comment>
        <translation>已过截单</translation>
    </message>
    <message>
        <location filename="../ui/call_words.py"/>
        <source>Help</source>
        <comment>叫人</comment>
        <translation>叫人</translation>
    </message>
    <message>
        <location filename="../ui/call_words.py"/>
        <source>Called, nobody yet</source>
        <comment>已叫，等人来</comment>
        <translation>已叫，等人来</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Recording</source>
        <comment>录像中</comment>
        <translation>录像中</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>A gap in the video ({why}): go on</source>
        <comment>录像缺一段（{why}），继续</comment>
        <translation>录像缺一段（{why}），继续</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>No photo of {what} ({why}): go on</source>
        <comment>没拍到{what}（{why}），继续</comment>
        <translation>没拍到{what}（{why}），继续</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Taking the photo</source>
        <comment>正在拍照</comment>
        <translation>正在拍照</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>It goes on by itself</source>
        <comment>拍好自动继续</comment>
        <translation>拍好自动继续</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Packing goes on; ask for room on the disk</source>
        <comment>装箱不受影响；请主管清理磁盘</comment>
        <translation>装箱不受影响；请主管清理磁盘</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Disk full: photos only</source>
        <comment>磁盘满，只拍照</comment>
        <translation>磁盘满，只拍照</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Disk full: no pictures</source>
        <comment>磁盘满，不再拍摄</comment>
        <translation>磁盘满，不再拍摄</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Camera not connected: check its cable</source>
        <comment>相机连不上，检查线</comment>
        <translation>相机连不上，检查线</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The camera's picture stands still: plug it in again</source>
        <comment>相机画面停了，重新插线</comment>
        <translation>相机画面停了，重新插线</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Camera not found: check its cable</source>
        <comment>找不到相机，检查线</comment>
        <translation>找不到相机，检查线</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The camera shows nothing</source>
        <comment>相机没有画面</comment>
        <translation>相机没有画面</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Camera unplugged: check its cable</source>
        <comment>相机断开了，检查线</comment>
        <translation>相机断开了，检查线</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Another program uses the camera</source>
        <comment>相机被别的程序占用</comment>
        <translation>相机被别的程序占用</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The camera refuses: check its address and port</source>
        <comment>相机拒绝连接，检查地址</comment>
        <translation>相机拒绝连接，检查地址</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The camera's name or password is wrong</source>
        <comment>相机密码不对</comment>
        <translation>相机密码不对</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The camera went quiet: check its power and cable</source>
        <comment>相机没有画面，检查电源和线</comment>
        <translation>相机没有画面，检查电源和线</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The camera's picture stands still: plug it in again</source>
        <comment>相机画面不动了，重新插线</comment>
        <translation>相机画面不动了，重新插线</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The camera sees only black: uncover its lens</source>
        <comment>相机一片黑，看看镜头</comment>
        <translation>相机一片黑，看看镜头</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Two cameras of this kind: unplug one or add its serial number</source>
        <comment>有两台一样的相机，拔掉一台</comment>
        <translation>有两台一样的相机，拔掉一台</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>No video at the camera's address</source>
        <comment>这个地址没有视频</comment>
        <translation>这个地址没有视频</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The camera's video is not understood</source>
        <comment>看不懂相机的视频</comment>
        <translation>看不懂相机的视频</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The folder has no pictures</source>
        <comment>照片文件夹是空的</comment>
        <translation>照片文件夹是空的</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>A picture of the folder cannot be read</source>
        <comment>照片文件读不了</comment>
        <translation>照片文件读不了</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>RTSP needs the rtsp extra: ask the administrator</source>
        <comment>网络相机组件没装，找管理员</comment>
        <translation>网络相机组件没装，找管理员</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <location filename="../ui/scanner_words.py"/>
        <source>A system package is missing: ask the administrator</source>
        <comment>缺少系统组件，找管理员</comment>
        <translation>缺少系统组件，找管理员</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The camera's reader does not start: ask the administrator</source>
        <comment>相机程序启动不了，找管理员</comment>
        <translation>相机程序启动不了，找管理员</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Camera not reached: check the network</source>
        <comment>相机连不上，检查网络</comment>
        <translation>相机连不上，检查网络</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>No permission for the camera: ask the administrator</source>
        <comment>没有权限使用相机，找管理员</comment>
        <translation>没有权限使用相机，找管理员</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>no such camera</source>
        <comment>没有这台相机</comment>
        <translation>没有这台相机</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>the camera is busy</source>
        <comment>相机忙</comment>
        <translation>相机忙</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>the camera has stopped</source>
        <comment>相机停了</comment>
        <translation>相机停了</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>the camera does not answer</source>
        <comment>相机没有回答</comment>
        <translation>相机没有回答</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>the disk's budget is used up</source>
        <comment>磁盘预算用完</comment>
        <translation>磁盘预算用完</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>the disk does not take it</source>
        <comment>存不进磁盘</comment>
        <translation>存不进磁盘</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>the disk does not take it</source>
        <comment>写不进磁盘</comment>
        <translation>写不进磁盘</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>its last part did not come</source>
        <comment>最后一段没有来</comment>
        <translation>最后一段没有来</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>the camera shows nothing</source>
        <comment>相机没有画面</comment>
        <translation>相机没有画面</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>the bench was restarted</source>
        <comment>重新启动过</comment>
        <translation>重新启动过</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>the bench is closing</source>
        <comment>正在关闭</comment>
        <translation>正在关闭</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>This bench has no camera</source>
        <comment>这个工位没有相机</comment>
        <translation>这个工位没有相机</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>This parcel has photos enough</source>
        <comment>这个包裹照片够多了</comment>
        <translation>这个包裹照片够多了</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Confirmed: waiting for the photo</source>
        <comment>面单已确认，等照片</comment>
        <translation>面单已确认，等照片</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>The photo is there already</source>
        <comment>照片已经有了</comment>
        <translation>照片已经有了</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Disk full: no more photos</source>
        <comment>磁盘满，不再拍照</comment>
        <translation>磁盘满，不再拍照</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>There is room again</source>
        <comment>磁盘有空间了</comment>
        <translation>磁盘有空间了</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Photos and video go on</source>
        <comment>照片和录像照常</comment>
        <translation>照片和录像照常</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Disk nearly full: no more video</source>
        <comment>磁盘快满，不再录像</comment>
        <translation>磁盘快满，不再录像</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Photo taken</source>
        <comment>已拍照</comment>
        <translation>已拍照</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>No photo: go on</source>
        <comment>没拍到照片，继续</comment>
        <translation>没拍到照片，继续</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Without the photo: go on</source>
        <comment>不拍照，继续</comment>
        <translation>不拍照，继续</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>It is recorded</source>
        <comment>已记录</comment>
        <translation>已记录</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>A gap in the video: go on</source>
        <comment>录像缺一段，继续</comment>
        <translation>录像缺一段，继续</translation>
    </message>
    <message>
        <location filename="../ui/camera_words.py"/>
        <source>Video kept</source>
        <comment>录像已存</comment>
        <translation>录像已存</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>units</source>
        <comment>件</comment>
        <translation>件</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/office/import_words.py"/>
        <source>Free gift</source>
        <comment>赠品</comment>
        <translation>赠品</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Read</source>
        <comment>已读</comment>
        <translation>已读</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Scan YES to confirm</source>
        <comment>扫“是”确认</comment>
        <translation>扫“是”确认</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Take</source>
        <comment>再拿</comment>
        <translation>再拿</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>more</source>
        <comment>个</comment>
        <translation>个</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Next</source>
        <comment>下一件</comment>
        <translation>下一件</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>All packed</source>
        <comment>全部装完</comment>
        <translation>全部装完</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>No barcode: confirm by hand</source>
        <comment>无条码，手工确认</comment>
        <translation>无条码，手工确认</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Scanned</source>
        <comment>扫到</comment>
        <translation>扫到</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Wanted</source>
        <comment>要的</comment>
        <translation>要的</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Before</source>
        <comment>装箱时</comment>
        <translation>装箱时</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Now</source>
        <comment>现在</comment>
        <translation>现在</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/captions.py"/>
        <source>and {n} more</source>
        <comment>还有 {n} 处</comment>
        <translation>
            <numerusform>还有 {n} 处</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/handover_words.py"/>
        <location filename="../ui/texts.py"/>
        <location filename="../ui/wall_view.py"/>
        <source>CLEAR</source>
        <comment>清除</comment>
        <translation>清除</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Enter does nothing</source>
        <comment>回车无效</comment>
        <translation>回车无效</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>It goes on by itself; a scan tries again</source>
        <comment>连上后自动继续；可以扫一次试试</comment>
        <translation>连上后自动继续；可以扫一次试试</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/dispute_words.py"/>
        <source>Expected</source>
        <comment>应重</comment>
        <translation>应重</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Expected weight unknown: not judged</source>
        <comment>应重未知，不判断</comment>
        <translation>应重未知，不判断</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Stable</source>
        <comment>稳定</comment>
        <translation>稳定</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Not stable</source>
        <comment>未稳定</comment>
        <translation>未稳定</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Live</source>
        <comment>实时</comment>
        <translation>实时</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Frozen</source>
        <comment>已锁定</comment>
        <translation>已锁定</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Zeroed</source>
        <comment>已归零</comment>
        <translation>已归零</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Not empty</source>
        <comment>未归零</comment>
        <translation>未归零</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>No weight</source>
        <comment>没有重量</comment>
        <translation>没有重量</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Put the box on the scale</source>
        <comment>把箱子放到秤上</comment>
        <translation>把箱子放到秤上</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Look in the box and put it right.
The label prints by itself.</source>
        <comment>看箱内，补上或取出。
面单自动打印。</comment>
        <translation>看箱内，补上或取出。
面单自动打印。</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>The label prints by itself once the weight fits.</source>
        <comment>重量合格后，面单自动打印。</comment>
        <translation>重量合格后，面单自动打印。</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/texts.py"/>
        <source>Printing the label</source>
        <comment>正在打印面单</comment>
        <translation>正在打印面单</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <location filename="../ui/texts.py"/>
        <source>Label printed</source>
        <comment>面单已打印</comment>
        <translation>面单已打印</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/texts.py"/>
        <source>Stick it on the top face</source>
        <comment>贴在箱子顶面</comment>
        <translation>贴在箱子顶面</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/texts.py"/>
        <source>Scan it on the box</source>
        <comment>扫箱上的面单</comment>
        <translation>扫箱上的面单</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/office/import_words.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Waybill</source>
        <comment>运单号</comment>
        <translation>运单号</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/office/parcel_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Weight</source>
        <comment>重量</comment>
        <translation>重量</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Refused</source>
        <comment>拦下</comment>
        <translation>拦下</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Time</source>
        <comment>用时</comment>
        <translation>用时</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Root</source>
        <comment>根</comment>
        <translation>根</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/case_words.py"/>
        <source>Root {root}</source>
        <comment>根 {root}</comment>
        <translation>根 {root}</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>This parcel</source>
        <comment>这个包裹</comment>
        <translation>这个包裹</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Any other label stops the bench</source>
        <comment>扫到别的面单会变红停下</comment>
        <translation>扫到别的面单会变红停下</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>No label picture yet</source>
        <comment>面单图未到</comment>
        <translation>面单图未到</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Label not requested</source>
        <comment>面单未请求</comment>
        <translation>面单未请求</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Scan a code, or press Ctrl+number</source>
        <comment>扫码，或按 Ctrl+数字</comment>
        <translation>扫码，或按 Ctrl+数字</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Scan a supervisor's badge</source>
        <comment>扫主管工牌</comment>
        <translation>扫主管工牌</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/texts.py"/>
        <source>Order, tote, waybill or wall cell</source>
        <comment>扫订单号、周转箱、面单或墙格</comment>
        <translation>扫订单号、周转箱、面单或墙格</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Orders left</source>
        <comment>待装订单</comment>
        <translation>待装订单</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Next cut-off</source>
        <comment>下一截单</comment>
        <translation>下一截单</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Cut-off {hour}</source>
        <comment>{hour} 截单</comment>
        <translation>{hour} 截单</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>F1: what you can do here, every key and code</source>
        <comment>F1：这里能做什么，所有的键和码</comment>
        <translation>F1：这里能做什么，所有的键和码</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/captions.py"/>
        <source>Your best hour: {n} parcels</source>
        <comment>你最好的一小时：{n} 个包裹</comment>
        <extracomment>Of one: Your best hour: 1 parcel</extracomment>
        <translation>
            <numerusform>你最好的一小时：{n} 个包裹</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Due by then</source>
        <comment>截单前要装</comment>
        <translation>截单前要装</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>{service} numbers low</source>
        <comment>{service}单号快用完</comment>
        <translation>{service}单号快用完</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>No scans yet</source>
        <comment>还没有扫描</comment>
        <translation>还没有扫描</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Photos</source>
        <comment>照片</comment>
        <translation>照片</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>OK</source>
        <comment>知道了</comment>
        <translation>知道了</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/office/words.py"/>
        <source>Yes</source>
        <comment>是</comment>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/office/words.py"/>
        <source>No</source>
        <comment>否</comment>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Cancel</source>
        <comment>取消</comment>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Out of stock</source>
        <comment>缺货</comment>
        <translation>缺货</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/command_words.py"/>
        <location filename="../ui/dispute_words.py"/>
        <source>Damaged</source>
        <comment>破损</comment>
        <translation>破损</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <location filename="../ui/handover_words.py"/>
        <source>Not found</source>
        <comment>找不到</comment>
        <translation>找不到</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Buyer agreed</source>
        <comment>买家同意</comment>
        <translation>买家同意</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Too heavy or large</source>
        <comment>超重或超大</comment>
        <translation>超重或超大</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Not served</source>
        <comment>快递不到</comment>
        <translation>快递不到</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Unreadable</source>
        <comment>看不清</comment>
        <translation>看不清</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Lost</source>
        <comment>丢了</comment>
        <translation>丢了</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Jammed</source>
        <comment>卡纸</comment>
        <translation>卡纸</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>On a wrong box</source>
        <comment>贴错箱，换单号</comment>
        <translation>贴错箱，换单号</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Wait for it</source>
        <comment>等它</comment>
        <translation>等它</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>None of them</source>
        <comment>都不用</comment>
        <translation>都不用</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Take it again</source>
        <comment>再拍一次</comment>
        <translation>再拍一次</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Go without it</source>
        <comment>不拍了</comment>
        <translation>不拍了</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/captions.py"/>
        <source>{n} more</source>
        <comment>再拿 {n} 个</comment>
        <translation>
            <numerusform>再拿 {n} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/captions.py"/>
        <source>{n} lines done</source>
        <comment>{n} 行已装完</comment>
        <extracomment>Of one: 1 line done</extracomment>
        <translation>
            <numerusform>{n} 行已装完</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/captions.py"/>
        <location filename="../ui/merge_words.py"/>
        <source>{n} more lines</source>
        <comment>还有 {n} 行</comment>
        <extracomment>Of one: 1 more line</extracomment>
        <translation>
            <numerusform>还有 {n} 行</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>to {hour} cut-off</source>
        <comment>距 {hour} 截单</comment>
        <translation>距 {hour} 截单</translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>not {variant}</source>
        <comment>不是 {variant}</comment>
        <translation>不是 {variant}</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/captions.py"/>
        <source>{n} × {name} too many?</source>
        <comment>多了 {n} 个{name}？</comment>
        <translation>
            <numerusform>多了 {n} 个{name}？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/captions.py"/>
        <source>{n} orders in one</source>
        <comment>合并 {n} 单</comment>
        <extracomment>Of one: 1 order</extracomment>
        <translation>
            <numerusform>合并 {n} 单</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/captions.py"/>
        <source>Parcel {part}</source>
        <comment>第 {part} 个包裹</comment>
        <translation>第 {part} 个包裹</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/captions.py"/>
        <source>{n} × {name} missing?</source>
        <comment>少了 {n} 个{name}？</comment>
        <translation>
            <numerusform>少了 {n} 个{name}？</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <location filename="../ui/office/words.py"/>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Disputes</source>
        <comment>纠纷</comment>
        <translation>纠纷</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>Dispute {n}</source>
        <comment>纠纷 {n}</comment>
        <translation>
            <numerusform>纠纷 {n}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>What happened</source>
        <comment>装箱经过</comment>
        <translation>装箱经过</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Reading the parcel's records</source>
        <comment>正在读取这个包裹的记录</comment>
        <translation>正在读取这个包裹的记录</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>No record of packing</source>
        <comment>这单没有装箱记录</comment>
        <translation>这单没有装箱记录</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Nothing was sealed here; F2 attaches papers</source>
        <comment>没有用本系统封箱；附件按 F2 添加</comment>
        <translation>没有用本系统封箱；附件按 F2 添加</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Order opened</source>
        <comment>打开订单</comment>
        <translation>打开订单</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{lines} lines, {n} units</source>
        <comment>{lines} 行，共 {n} 件</comment>
        <extracomment>Of one: {lines} lines, 1 unit</extracomment>
        <translation>
            <numerusform>{lines} 行，共 {n} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Buyer's note read</source>
        <comment>看过买家留言</comment>
        <translation>看过买家留言</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Gift wish read</source>
        <comment>看过礼品要求</comment>
        <translation>看过礼品要求</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>The packer confirmed it</source>
        <comment>打包员按键确认</comment>
        <translation>打包员按键确认</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Scan refused: {reason}</source>
        <comment>拦下扫描：{reason}</comment>
        <translation>拦下扫描：{reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{n} scans refused</source>
        <comment>拦下 {n} 次扫描</comment>
        <extracomment>Of one: 1 scan refused</extracomment>
        <translation>
            <numerusform>拦下 {n} 次扫描</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{what}, cleared after {n} s</source>
        <comment>{what}，{n} 秒后清除</comment>
        <translation>
            <numerusform>{what}，{n} 秒后清除</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>{what}, not packed</source>
        <comment>{what}，没有装入</comment>
        <translation>{what}，没有装入</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>The last: {reason}</source>
        <comment>最后一次：{reason}</comment>
        <translation>最后一次：{reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{done} of {n} units scanned</source>
        <comment>已扫描 {done}/{n} 件</comment>
        <extracomment>Of one: {done} of 1 unit scanned</extracomment>
        <translation>
            <numerusform>已扫描 {done}/{n} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>{lines} lines, last {item}</source>
        <comment>{lines} 行，最后是 {item}</comment>
        <translation>{lines} 行，最后是 {item}</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{n} units scanned</source>
        <comment>已扫描 {n} 件</comment>
        <extracomment>Of one: 1 unit scanned</extracomment>
        <translation>
            <numerusform>已扫描 {n} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>last {item}</source>
        <comment>最后是 {item}</comment>
        <translation>最后是 {item}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>{weight} kg, stable</source>
        <comment>{weight} kg，稳定</comment>
        <translation>{weight} kg，稳定</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Weight refused: {weight} kg</source>
        <comment>重量不符：{weight} kg</comment>
        <translation>重量不符：{weight} kg</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Expected {low} – {high}</source>
        <comment>应为 {low} – {high}</comment>
        <translation>应为 {low} – {high}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Not judged: a unit's weight is not known</source>
        <comment>应重未知，没有判断</comment>
        <translation>应重未知，没有判断</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Label issued and printed</source>
        <comment>取得运单并打印</comment>
        <translation>取得运单并打印</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>Label printed, {n} copies</source>
        <comment>面单打印 {n} 份</comment>
        <extracomment>Of one: Label printed, 1 copy</extracomment>
        <translation>
            <numerusform>面单打印 {n} 份</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Sealed: label scanned</source>
        <comment>封箱：已扫描箱上面单</comment>
        <translation>封箱：已扫描箱上面单</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <location filename="../ui/texts.py"/>
        <source>Sealed</source>
        <comment>封箱完成</comment>
        <translation>封箱完成</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Anchored outside</source>
        <comment>外部锚定</comment>
        <translation>外部锚定</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{span} after seal, {n} witnesses</source>
        <comment>封箱后 {span}，{n} 个见证</comment>
        <extracomment>Of one: {span} after seal, 1 witness</extracomment>
        <translation>
            <numerusform>封箱后 {span}，{n} 个见证</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Handed to the carrier</source>
        <comment>交给快递</comment>
        <translation>交给快递</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Carrier: {news}</source>
        <comment>快递：{news}</comment>
        <translation>快递：{news}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>it weighed {weight} kg, {gap} against ours</source>
        <comment>快递称重 {weight} kg，相差 {gap}</comment>
        <translation>快递称重 {weight} kg，相差 {gap}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>it weighed {weight} kg</source>
        <comment>快递称重 {weight} kg</comment>
        <translation>快递称重 {weight} kg</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>From the carrier's file, in no signed entry</source>
        <comment>来自快递文件，不在签名记录中</comment>
        <translation>来自快递文件，不在签名记录中</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>From the order book, in no signed entry</source>
        <comment>来自订单库，不在签名记录中</comment>
        <translation>来自订单库，不在签名记录中</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{n} entries, all as signed</source>
        <comment>{n} 条记录均与签名相符</comment>
        <extracomment>Of one: 1 entry, as signed</extracomment>
        <translation>
            <numerusform>{n} 条记录均与签名相符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{bad} of {n} entries are not as signed</source>
        <comment>{n} 条中 {bad} 条与签名不符</comment>
        <extracomment>Of one: {bad} of {n} entry is not as signed</extracomment>
        <translation>
            <numerusform>{n} 条中 {bad} 条与签名不符</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Scans {scans}, pictures {pictures}, videos {films}</source>
        <comment>{scans} 次扫描，{pictures} 张图片，{films} 段录像</comment>
        <translation>{scans} 次扫描，{pictures} 张图片，{films} 段录像</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Evidence lies at {bench}: here is its summary only</source>
        <comment>证据在 {bench}，这里只有摘要</comment>
        <translation>证据在 {bench}，这里只有摘要</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Export pictures and proofs at {bench}</source>
        <comment>图片与证明请在 {bench} 导出</comment>
        <translation>图片与证明请在 {bench} 导出</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{n} files were erased by rule</source>
        <comment>{n} 个文件已按规定删除</comment>
        <extracomment>Of one: 1 file was erased by rule</extracomment>
        <translation>
            <numerusform>{n} 个文件已按规定删除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{n} files are missing</source>
        <comment>{n} 个文件不在了</comment>
        <extracomment>Of one: 1 file is missing</extracomment>
        <translation>
            <numerusform>{n} 个文件不在了</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>No picture was taken</source>
        <comment>没有拍照或录像</comment>
        <translation>没有拍照或录像</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>The records here cannot be read</source>
        <comment>这里的记录读不出来</comment>
        <translation>这里的记录读不出来</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Last outside anchor {span} after seal</source>
        <comment>封箱后 {span} 外部锚定</comment>
        <translation>封箱后 {span} 外部锚定</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Not anchored outside yet</source>
        <comment>还没有外部锚点</comment>
        <translation>还没有外部锚点</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Until then only our own signature speaks</source>
        <comment>在此之前，只有我们自己的签名作证</comment>
        <translation>在此之前，只有我们自己的签名作证</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>Time stamps {stamps}, witnesses {n} · root {root}</source>
        <comment>{stamps} 个时间戳，{n} 个见证 · 根 {root}</comment>
        <translation>
            <numerusform>{stamps} 个时间戳，{n} 个见证 · 根 {root}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Nothing can have changed since {time}</source>
        <comment>{time} 之后无法改动</comment>
        <translation>{time} 之后无法改动</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Not proven: off camera, the carrier's word</source>
        <comment>未证明：镜头之外的事，快递方的说法</comment>
        <translation>未证明：镜头之外的事，快递方的说法</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Its anchors and proofs lie at {bench}</source>
        <comment>锚点与证明在 {bench}</comment>
        <translation>锚点与证明在 {bench}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>No signed record, no proof</source>
        <comment>没有签名记录可以作证</comment>
        <translation>没有签名记录可以作证</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>left of {n} working days</source>
        <comment>剩余，共 {n} 个工作日</comment>
        <extracomment>Of one: left of 1 working day</extracomment>
        <translation>
            <numerusform>剩余，共 {n} 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>left of {n} days</source>
        <comment>剩余，共 {n} 天</comment>
        <extracomment>Of one: left of 1 day</extracomment>
        <translation>
            <numerusform>剩余，共 {n} 天</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>left</source>
        <comment>剩余</comment>
        <translation>剩余</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>late</source>
        <comment>已超时</comment>
        <translation>已超时</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>{span} late</source>
        <comment>超时 {span}</comment>
        <translation>超时 {span}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>due {day}</source>
        <comment>{day} 截止</comment>
        <translation>{day} 截止</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>No time limit</source>
        <comment>没有时限</comment>
        <translation>没有时限</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>to {day}</source>
        <comment>到 {day}</comment>
        <translation>到 {day}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <location filename="../ui/dispute_words.py"/>
        <source>{days} d {hours} h</source>
        <comment>{days} 天 {hours} 时</comment>
        <translation>{days} 天 {hours} 时</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>{hours} h {minutes} min</source>
        <comment>{hours} 时 {minutes} 分</comment>
        <translation>{hours} 时 {minutes} 分</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{n} days</source>
        <comment>{n} 天</comment>
        <extracomment>Of one: 1 day</extracomment>
        <translation>
            <numerusform>{n} 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{n} more are there</source>
        <comment>另有 {n} 项已有</comment>
        <translation>
            <numerusform>另有 {n} 项已有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>{n} more would help</source>
        <comment>另有 {n} 项可补</comment>
        <translation>
            <numerusform>另有 {n} 项可补</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>F2 attaches</source>
        <comment>按 F2 添加</comment>
        <translation>按 F2 添加</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>ask the carrier</source>
        <comment>找快递要</comment>
        <translation>找快递要</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Nothing sent yet</source>
        <comment>还没有提交</comment>
        <translation>还没有提交</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>each package is recorded, F4</source>
        <comment>每次提交都记下，F4</comment>
        <translation>每次提交都记下，F4</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Sent to {who}</source>
        <comment>已提交给 {who}</comment>
        <translation>已提交给 {who}</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>Sent {n} times</source>
        <comment>已提交 {n} 次</comment>
        <extracomment>Of one: Sent once</extracomment>
        <translation>
            <numerusform>已提交 {n} 次</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>{money} paid back</source>
        <comment>退款 {money}</comment>
        <translation>退款 {money}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>nothing was paid back</source>
        <comment>没有退款</comment>
        <translation>没有退款</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Export for</source>
        <comment>导出给</comment>
        <translation>导出给</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Others F3</source>
        <comment>其他 F3</comment>
        <translation>其他 F3</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Export evidence</source>
        <comment>导出证据</comment>
        <translation>导出证据</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/case_words.py"/>
        <source>Into disputes, with {n} papers</source>
        <comment>存入 disputes，含 {n} 份附件</comment>
        <extracomment>Of one: Into disputes, with 1 paper</extracomment>
        <translation>
            <numerusform>存入 disputes，含 {n} 份附件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Into disputes, with no paper</source>
        <comment>存入 disputes，没有附件</comment>
        <translation>存入 disputes，没有附件</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Exporting</source>
        <comment>正在导出</comment>
        <translation>正在导出</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Esc list · ↑ ↓ next · F2 attach · F4 sent · F6 close</source>
        <comment>Esc 列表 · ↑ ↓ 换一件 · F2 附件 · F4 记提交 · F6 结束</comment>
        <translation>Esc 列表 · ↑ ↓ 换一件 · F2 附件 · F4 记提交 · F6 结束</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Mon {at}</source>
        <comment>周一 {at}</comment>
        <translation>周一 {at}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Tue {at}</source>
        <comment>周二 {at}</comment>
        <translation>周二 {at}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Wed {at}</source>
        <comment>周三 {at}</comment>
        <translation>周三 {at}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Thu {at}</source>
        <comment>周四 {at}</comment>
        <translation>周四 {at}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Fri {at}</source>
        <comment>周五 {at}</comment>
        <translation>周五 {at}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Sat {at}</source>
        <comment>周六 {at}</comment>
        <translation>周六 {at}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Sun {at}</source>
        <comment>周日 {at}</comment>
        <translation>周日 {at}</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Bank, card</source>
        <comment>银行</comment>
        <translation>银行</translation>
    </message>
    <message>
        <location filename="../ui/case_words.py"/>
        <source>Court</source>
        <comment>法院</comment>
        <translation>法院</translation>
    </message>
    <message>
        <location filename="../ui/changes.py"/>
        <source>no</source>
        <comment>否</comment>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../ui/claim_words.py"/>
        <source>Another bench has it</source>
        <comment>别的工位在装这单</comment>
        <translation>别的工位在装这单</translation>
    </message>
    <message>
        <location filename="../ui/claim_words.py"/>
        <source>Take it to bench {bench}</source>
        <comment>拿到工位 {bench}</comment>
        <translation>拿到工位 {bench}</translation>
    </message>
    <message>
        <location filename="../ui/claim_words.py"/>
        <source>No single order waits for it</source>
        <comment>没有单件订单要它</comment>
        <translation>没有单件订单要它</translation>
    </message>
    <message>
        <location filename="../ui/claim_words.py"/>
        <source>No order is waiting</source>
        <comment>没有待装的订单</comment>
        <translation>没有待装的订单</translation>
    </message>
    <message>
        <location filename="../ui/claim_words.py"/>
        <source>Scan NEXT again when there are new orders</source>
        <comment>有新订单时再扫“下一单”</comment>
        <translation>有新订单时再扫“下一单”</translation>
    </message>
    <message>
        <location filename="../ui/claim_words.py"/>
        <source>One box must not ship</source>
        <comment>有一箱不能发货</comment>
        <translation>有一箱不能发货</translation>
    </message>
    <message>
        <location filename="../ui/claim_words.py"/>
        <source>Its order was taken over. Find the box with label {detail}, give it to the supervisor</source>
        <comment>订单被别的工位接手了：找出面单 {detail} 的箱子，交主管</comment>
        <translation>订单被别的工位接手了：找出面单 {detail} 的箱子，交主管</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>ends a red stop</source>
        <comment>结束红色提示</comment>
        <translation>结束红色提示</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>takes back the last scan, until the label is asked for</source>
        <comment>撤销最后一次扫描，要面单之前都可以</comment>
        <translation>撤销最后一次扫描，要面单之前都可以</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>the order waits; pack another one</source>
        <comment>把订单放到一边</comment>
        <translation>把订单放到一边</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>leaves a sealed parcel for the next order</source>
        <comment>离开封好的包裹，扫下一单</comment>
        <translation>离开封好的包裹，扫下一单</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>this box is full: the rest goes into the next one</source>
        <comment>这箱满了，剩下的装下一箱</comment>
        <translation>这箱满了，剩下的装下一箱</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>asks the scale again</source>
        <comment>再读一次秤</comment>
        <translation>再读一次秤</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>tries again what the bench waits for</source>
        <comment>再试一次工位在等的事</comment>
        <translation>再试一次工位在等的事</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>prints the papers in the box once more</source>
        <comment>箱内纸张（装箱单、保修卡等）再打一次</comment>
        <translation>箱内纸张（装箱单、保修卡等）再打一次</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>prints the same number again, marked as a copy</source>
        <comment>同一运单号再打一张，带补打标记</comment>
        <translation>同一运单号再打一张，带补打标记</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>one unit of an item that has no barcode</source>
        <comment>一件没有条码的商品</comment>
        <translation>一件没有条码的商品</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>ships without what is missing; a supervisor's badge is asked</source>
        <comment>缺件也发，要主管的工牌</comment>
        <translation>缺件也发，要主管的工牌</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>yes; also "read" and "noted"</source>
        <comment>是；也是“已读”“知道了”</comment>
        <translation>是；也是“已读”“知道了”</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>no; cancels what asks why; after printing: none came out</source>
        <comment>否；问原因时是“取消”；打印后是没出单</comment>
        <translation>否；问原因时是“取消”；打印后是没出单</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>calls the supervisor and is recorded</source>
        <comment>叫主管，会记录下来</comment>
        <translation>叫主管，会记录下来</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>signs out; to sign in scan your badge</source>
        <comment>退出登录；登录扫自己的工牌</comment>
        <translation>退出登录；登录扫自己的工牌</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>the other language leads</source>
        <comment>换另一种语言</comment>
        <translation>换另一种语言</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>locks the bench; a badge unlocks it</source>
        <comment>锁定工位，扫工牌解锁</comment>
        <translation>锁定工位，扫工牌解锁</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>zeroes the empty scale</source>
        <comment>空秤归零</comment>
        <translation>空秤归零</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>takes a photo of this parcel now</source>
        <comment>马上给这个包裹拍一张</comment>
        <translation>马上给这个包裹拍一张</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>takes this box</source>
        <comment>换这种箱子</comment>
        <translation>换这种箱子</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>Short</source>
        <comment>缺货</comment>
        <translation>缺货</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>Wrong item</source>
        <comment>货不对</comment>
        <translation>货不对</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>No barcode</source>
        <comment>没有条码</comment>
        <translation>没有条码</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>Call the buyer</source>
        <comment>要问买家</comment>
        <translation>要问买家</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>Bad address</source>
        <comment>地址有问题</comment>
        <translation>地址有问题</translation>
    </message>
    <message>
        <location filename="../ui/command_words.py"/>
        <source>Buyer cancels</source>
        <comment>买家要取消</comment>
        <translation>买家要取消</translation>
    </message>
    <message>
        <location filename="../ui/copies_words.py"/>
        <source>Media copies</source>
        <comment>影像副本</comment>
        <translation>影像副本</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/copies_words.py"/>
        <source>{n} wait, {span}</source>
        <comment>{n} 个待传，{span}</comment>
        <translation>
            <numerusform>{n} 个待传，{span}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/curtain.py"/>
        <source>Covered</source>
        <comment>已遮住</comment>
        <translation>已遮住</translation>
    </message>
    <message>
        <location filename="../ui/curtain.py"/>
        <source>Ctrl+Shift+K again shows it</source>
        <comment>再按 Ctrl+Shift+K 打开</comment>
        <translation>再按 Ctrl+Shift+K 打开</translation>
    </message>
    <message>
        <location filename="../ui/curtain.py"/>
        <source>Nobody signs in to this window: it is only covered. Lock the computer when you leave.</source>
        <comment>这个窗口没有人登录，只是遮住。离开时请锁电脑。</comment>
        <translation>这个窗口没有人登录，只是遮住。离开时请锁电脑。</translation>
    </message>
    <message>
        <location filename="../ui/device_names.py"/>
        <location filename="../ui/office/setup_words.py"/>
        <source>Order book</source>
        <comment>订单库</comment>
        <translation>订单库</translation>
    </message>
    <message>
        <location filename="../ui/device_words.py"/>
        <location filename="../ui/office/devices_words.py"/>
        <source>Ready</source>
        <comment>就绪</comment>
        <translation>就绪</translation>
    </message>
    <message>
        <location filename="../ui/device_words.py"/>
        <source>Local</source>
        <comment>本地</comment>
        <translation>本地</translation>
    </message>
    <message>
        <location filename="../ui/device_words.py"/>
        <location filename="../ui/office/devices_words.py"/>
        <source>Lost</source>
        <comment>断开</comment>
        <translation>断开</translation>
    </message>
    <message>
        <location filename="../ui/device_words.py"/>
        <source>Check: {name}</source>
        <comment>检查{name}</comment>
        <translation>检查{name}</translation>
    </message>
    <message>
        <location filename="../ui/device_words.py"/>
        <source>{device}. {said}</source>
        <comment>{device}，{said}</comment>
        <translation>{device}，{said}</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Dispute desk</source>
        <comment>纠纷处理</comment>
        <translation>纠纷处理</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Reading the order book</source>
        <comment>正在读取</comment>
        <translation>正在读取</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>What follows was read before</source>
        <comment>以下是断开前读到的</comment>
        <translation>以下是断开前读到的</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dispute_words.py"/>
        <source>{n} late</source>
        <comment>{n} 件已超时</comment>
        <translation>
            <numerusform>{n} 件已超时</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Answer the one at the top now</source>
        <comment>马上处理最上面这件</comment>
        <translation>马上处理最上面这件</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dispute_words.py"/>
        <source>{n} due within {hours} h</source>
        <comment>{n} 件在 {hours} 小时内到期</comment>
        <translation>
            <numerusform>{n} 件在 {hours} 小时内到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dispute_words.py"/>
        <source>and {n} due within {hours} h</source>
        <comment>另有 {n} 件在 {hours} 小时内到期</comment>
        <translation>
            <numerusform>另有 {n} 件在 {hours} 小时内到期</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Begin at the top</source>
        <comment>从最上面开始</comment>
        <translation>从最上面开始</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dispute_words.py"/>
        <source>{n} open, all in time</source>
        <comment>{n} 件，都还有时间</comment>
        <translation>
            <numerusform>{n} 件，都还有时间</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Nothing is due within {hours} h</source>
        <comment>{hours} 小时内没有到期的</comment>
        <translation>{hours} 小时内没有到期的</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>No dispute is open</source>
        <comment>没有纠纷</comment>
        <translation>没有纠纷</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>When notice comes, F7 records it and starts its clock</source>
        <comment>收到通知时按 F7 登记，时限从通知起算</comment>
        <translation>收到通知时按 F7 登记，时限从通知起算</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <location filename="../ui/handover_words.py"/>
        <location filename="../ui/merge_words.py"/>
        <location filename="../ui/office/words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Not done</source>
        <comment>没有完成</comment>
        <translation>没有完成</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Nothing found</source>
        <comment>没有找到</comment>
        <translation>没有找到</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Type an order, waybill, SKU, a phone's last 4 digits, a packer, or a day 2026-11-21</source>
        <comment>可输入订单号、运单号、货号、手机后四位、打包员或日期 2026-11-21</comment>
        <translation>可输入订单号、运单号、货号、手机后四位、打包员或日期 2026-11-21</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Choose a dispute first</source>
        <comment>先选一件纠纷</comment>
        <translation>先选一件纠纷</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>↑ ↓ choose one, F7 records a new one</source>
        <comment>↑ ↓ 选择，F7 登记新的</comment>
        <translation>↑ ↓ 选择，F7 登记新的</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>That one is closed</source>
        <comment>这件已经结束</comment>
        <translation>这件已经结束</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>You will be told; go on meanwhile</source>
        <comment>完成后会说明，可以继续看别的</comment>
        <translation>完成后会说明，可以继续看别的</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Exporting the evidence</source>
        <comment>正在导出证据包</comment>
        <translation>正在导出证据包</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>The evidence is exported</source>
        <comment>证据包已导出</comment>
        <translation>证据包已导出</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>The most urgent come first</source>
        <comment>急的在最上面</comment>
        <translation>急的在最上面</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>No dispute was read yet</source>
        <comment>还没有读到纠纷</comment>
        <translation>还没有读到纠纷</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>F5 tries again; the deadlines run on</source>
        <comment>F5 再试；时限照走</comment>
        <translation>F5 再试；时限照走</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Searching</source>
        <comment>正在查找</comment>
        <translation>正在查找</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <location filename="../ui/office/words.py"/>
        <source>Saving</source>
        <comment>正在保存</comment>
        <translation>正在保存</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Recorded; its clock runs</source>
        <comment>已登记，时限开始计算</comment>
        <translation>已登记，时限开始计算</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Attached</source>
        <comment>已附上</comment>
        <translation>已附上</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>The submission is recorded</source>
        <comment>已记下提交</comment>
        <translation>已记下提交</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dispute_words.py"/>
        <source>Needed and still missing: {n}</source>
        <comment>还缺 {n} 项必需的证据</comment>
        <translation>
            <numerusform>还缺 {n} 项必需的证据</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Linked</source>
        <comment>已关联</comment>
        <translation>已关联</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <location filename="../ui/office/import_words.py"/>
        <source>Closed</source>
        <comment>已结束</comment>
        <translation>已结束</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Find: order, waybill, SKU, last 4, day</source>
        <comment>订单、运单、货号、后四位、日期</comment>
        <translation>订单、运单、货号、后四位、日期</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dispute_words.py"/>
        <source>{n} parcels found</source>
        <comment>找到 {n} 个包裹</comment>
        <extracomment>Of one: 1 parcel found</extracomment>
        <translation>
            <numerusform>找到 {n} 个包裹</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>The last sealed is at the top</source>
        <comment>最近封箱的在最上面</comment>
        <translation>最近封箱的在最上面</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>F7 records a dispute of this order · Enter opens the one it has · Esc to the list</source>
        <comment>F7 为这单登记纠纷 · 回车打开已有的 · Esc 返回列表</comment>
        <translation>F7 为这单登记纠纷 · 回车打开已有的 · Esc 返回列表</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>in dispute</source>
        <comment>有纠纷</comment>
        <translation>有纠纷</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Answer due</source>
        <comment>答复截止</comment>
        <translation>答复截止</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Checklist</source>
        <comment>证据清单</comment>
        <translation>证据清单</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dispute_words.py"/>
        <source>{n} needed missing</source>
        <comment>缺 {n} 项必需</comment>
        <translation>
            <numerusform>缺 {n} 项必需</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>All that is needed is there</source>
        <comment>必需的都齐了</comment>
        <translation>必需的都齐了</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>ok</source>
        <comment>有</comment>
        <translation>有</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>missing</source>
        <comment>缺，必需</comment>
        <translation>缺，必需</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>helps</source>
        <comment>没有，可补</comment>
        <translation>没有，可补</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Parcels and weights</source>
        <comment>包裹与重量</comment>
        <translation>包裹与重量</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>none was sealed here</source>
        <comment>这单没有用本系统封箱</comment>
        <translation>这单没有用本系统封箱</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>At the bench</source>
        <comment>封箱实重</comment>
        <translation>封箱实重</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>By the carrier</source>
        <comment>快递称重</comment>
        <translation>快递称重</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>unknown</source>
        <comment>未知</comment>
        <translation>未知</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>not handed over</source>
        <comment>未交运</comment>
        <translation>未交运</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Papers</source>
        <comment>附件</comment>
        <translation>附件</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Submitted</source>
        <comment>已提交</comment>
        <translation>已提交</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Links</source>
        <comment>关联</comment>
        <translation>关联</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>none yet</source>
        <comment>还没有</comment>
        <translation>还没有</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>more below, PgDn</source>
        <comment>下面还有，按 PgDn</comment>
        <translation>下面还有，按 PgDn</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dispute_words.py"/>
        <location filename="../ui/handover_words.py"/>
        <source>{n} more</source>
        <comment>还有 {n} 件</comment>
        <translation>
            <numerusform>还有 {n} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>disputes</source>
        <comment>件</comment>
        <translation>件</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Left out, paper {which}: {file}</source>
        <comment>附件 {which} 没有装进去：{file}</comment>
        <translation>附件 {which} 没有装进去：{file}</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dispute_words.py"/>
        <source>Check {n} papers for other people's data: {file}</source>
        <comment>{n} 份附件请人工看一遍有没有他人信息：{file}</comment>
        <extracomment>Of one: Check 1 paper for other people's data: {file}</extracomment>
        <translation>
            <numerusform>{n} 份附件请人工看一遍有没有他人信息：{file}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Reading this one</source>
        <comment>正在读取这件的资料</comment>
        <translation>正在读取这件的资料</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Sent</source>
        <comment>已提交</comment>
        <translation>已提交</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>No time</source>
        <comment>无时限</comment>
        <translation>无时限</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>↑ ↓ choose · Enter opens it, or finds what is typed · PgDn folder · F5 refresh · F8 all/open · F9 link</source>
        <comment>↑ ↓ 选择 · 回车打开，有字时查找 · PgUp PgDn 翻资料 · F5 刷新 · F8 全部/未结束 · F9 关联</comment>
        <translation>↑ ↓ 选择 · 回车打开，有字时查找 · PgUp PgDn 翻资料 · F5 刷新 · F8 全部/未结束 · F9 关联</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Enter accepts · Ctrl+number chooses · F2 picks a file · Esc back</source>
        <comment>回车确认 · Ctrl+数字选一项 · F2 选择文件 · Esc 上一步</comment>
        <translation>回车确认 · Ctrl+数字选一项 · F2 选择文件 · Esc 上一步</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>NEW</source>
        <comment>登记</comment>
        <translation>登记</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>ATTACH</source>
        <comment>附件</comment>
        <translation>附件</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>EXPORT</source>
        <comment>导出证据</comment>
        <translation>导出证据</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>SUBMITTED</source>
        <comment>记提交</comment>
        <translation>记提交</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>CLOSE</source>
        <comment>结束</comment>
        <translation>结束</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <location filename="../ui/handover_words.py"/>
        <source>LEAVE</source>
        <comment>退出</comment>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>FILE</source>
        <comment>选文件</comment>
        <translation>选文件</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>ACCEPT</source>
        <comment>确认</comment>
        <translation>确认</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>BACK</source>
        <comment>上一步</comment>
        <translation>上一步</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Choose one of these</source>
        <comment>请选一项</comment>
        <translation>请选一项</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>This cannot be left empty</source>
        <comment>这一项要填</comment>
        <translation>这一项要填</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Type its path, or pick it with F2</source>
        <comment>输入路径，或按 F2 选择</comment>
        <translation>输入路径，或按 F2 选择</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Enter alone leaves it out</source>
        <comment>没有就直接按回车</comment>
        <translation>没有就直接按回车</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Who decides? Platform, bank, payment service</source>
        <comment>由谁裁决？平台、银行、支付机构</comment>
        <translation>由谁裁决？平台、银行、支付机构</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>LATE {span}</source>
        <comment>超时 {span}</comment>
        <translation>超时 {span}</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>{span} left</source>
        <comment>剩 {span}</comment>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Record a new dispute</source>
        <comment>登记新纠纷</comment>
        <translation>登记新纠纷</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Attach a paper</source>
        <comment>附上文件</comment>
        <translation>附上文件</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Export the evidence</source>
        <comment>导出证据</comment>
        <translation>导出证据</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Record what was submitted</source>
        <comment>记下提交了什么</comment>
        <translation>记下提交了什么</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Link what followed</source>
        <comment>关联补发、改地址或索赔</comment>
        <translation>关联补发、改地址或索赔</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Close the dispute</source>
        <comment>结束纠纷</comment>
        <translation>结束纠纷</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Not received</source>
        <comment>未收到货</comment>
        <translation>未收到货</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Not as described</source>
        <comment>与描述不符</comment>
        <translation>与描述不符</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Short or wrong</source>
        <comment>少件或错件</comment>
        <translation>少件或错件</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Stolen card</source>
        <comment>盗卡</comment>
        <translation>盗卡</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Chargeback</source>
        <comment>银行拒付</comment>
        <translation>银行拒付</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Refund asked</source>
        <comment>要求退款</comment>
        <translation>要求退款</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Won</source>
        <comment>胜诉</comment>
        <translation>胜诉</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Lost</source>
        <comment>败诉</comment>
        <translation>败诉</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Settled</source>
        <comment>和解</comment>
        <translation>和解</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Withdrawn</source>
        <comment>对方撤回</comment>
        <translation>对方撤回</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Re-shipment</source>
        <comment>补发</comment>
        <translation>补发</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Address corrected</source>
        <comment>改地址</comment>
        <translation>改地址</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Carrier claim</source>
        <comment>快递索赔</comment>
        <translation>快递索赔</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Chat or mail with the buyer</source>
        <comment>聊天或邮件</comment>
        <translation>聊天或邮件</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>The listing as the buyer saw it</source>
        <comment>商品页面快照</comment>
        <translation>商品页面快照</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Invoice</source>
        <comment>发票</comment>
        <translation>发票</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Bill of lading</source>
        <comment>提单</comment>
        <translation>提单</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Quality certificate</source>
        <comment>质检证明</comment>
        <translation>质检证明</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Damage or refusal report</source>
        <comment>破损或拒收证明</comment>
        <translation>破损或拒收证明</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Tracking</source>
        <comment>物流轨迹</comment>
        <translation>物流轨迹</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Proof of delivery</source>
        <comment>签收证明</comment>
        <translation>签收证明</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <location filename="../ui/office/labels_words.py"/>
        <source>Other</source>
        <comment>其他</comment>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>AliExpress</source>
        <comment>速卖通</comment>
        <translation>速卖通</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Alibaba.com</source>
        <comment>阿里巴巴国际站</comment>
        <translation>阿里巴巴国际站</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Taobao, Tmall</source>
        <comment>淘宝、天猫</comment>
        <translation>淘宝、天猫</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>WeChat Store</source>
        <comment>微信小店</comment>
        <translation>微信小店</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>A bank, one PDF</source>
        <comment>银行，一个 PDF</comment>
        <translation>银行，一个 PDF</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>eBay, pictures</source>
        <comment>eBay，图片</comment>
        <translation>eBay，图片</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Court: the whole bundle</source>
        <comment>法院：完整证据包</comment>
        <translation>法院：完整证据包</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Which order?</source>
        <comment>哪个订单？</comment>
        <translation>哪个订单？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>What is disputed?</source>
        <comment>什么纠纷？</comment>
        <translation>什么纠纷？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>The time to answer, as the notice says?</source>
        <comment>通知里写的截止时间？</comment>
        <translation>通知里写的截止时间？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>2026-11-25T18:00; Enter alone: by the rules</source>
        <comment>2026-11-25T18:00；没写就按回车，按规则算</comment>
        <translation>2026-11-25T18:00；没写就按回车，按规则算</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>What does it prove?</source>
        <comment>它证明什么？</comment>
        <translation>它证明什么？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Which file?</source>
        <comment>哪个文件？</comment>
        <translation>哪个文件？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>In which channel's format?</source>
        <comment>哪个渠道的格式？</comment>
        <translation>哪个渠道的格式？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Chosen for this dispute: Enter takes it</source>
        <comment>已按这件纠纷选好，按回车即可</comment>
        <translation>已按这件纠纷选好，按回车即可</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Submitted to whom?</source>
        <comment>提交给谁？</comment>
        <translation>提交给谁？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Exactly which file was sent?</source>
        <comment>提交的是哪个文件？</comment>
        <translation>提交的是哪个文件？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>What followed?</source>
        <comment>关联什么？</comment>
        <translation>关联什么？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>New order, address or claim?</source>
        <comment>补发单号、新地址或索赔号？</comment>
        <translation>补发单号、新地址或索赔号？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>A re-shipment: the new order's number; it may be scanned</source>
        <comment>补发：已导入的新订单号；也可扫描</comment>
        <translation>补发：已导入的新订单号；也可扫描</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>How did it end?</source>
        <comment>结果如何？</comment>
        <translation>结果如何？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>How much was paid back?</source>
        <comment>退了多少钱？</comment>
        <translation>退了多少钱？</translation>
    </message>
    <message>
        <location filename="../ui/dispute_words.py"/>
        <source>Like 12.34; Enter alone for nothing</source>
        <comment>例如 12.34；没有就按回车</comment>
        <translation>例如 12.34；没有就按回车</translation>
    </message>
    <message>
        <location filename="../ui/erasing_words.py"/>
        <source>Erasing</source>
        <comment>删除</comment>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/erasing_words.py"/>
        <source>{n} to erase</source>
        <comment>{n} 单待删</comment>
        <translation>
            <numerusform>{n} 单待删</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/erasing_words.py"/>
        <source>done when closed</source>
        <comment>关程序时清完</comment>
        <translation>关程序时清完</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Reading the handover</source>
        <comment>正在读交接单</comment>
        <translation>正在读交接单</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Not recorded: load nothing, scan it again later</source>
        <comment>没有记下：先别装车，连上后再扫</comment>
        <translation>没有记下：先别装车，连上后再扫</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Load nothing yet; this goes on by itself</source>
        <comment>先别装车；连上后自动继续</comment>
        <translation>先别装车；连上后自动继续</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Scan parcels out</source>
        <comment>扫面单交出</comment>
        <translation>扫面单交出</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Nothing is missing</source>
        <comment>全部齐了</comment>
        <translation>全部齐了</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>No sealed parcel waits for it yet</source>
        <comment>这家快递还没有封好的包裹</comment>
        <translation>这家快递还没有封好的包裹</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Press F6 for the driver's signature</source>
        <comment>按 F6 让司机签名</comment>
        <translation>按 F6 让司机签名</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Out: {orders}</source>
        <comment>交出 {orders}</comment>
        <translation>交出 {orders}</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Taken back, it stays: {orders}</source>
        <comment>取回，留在这里 {orders}</comment>
        <translation>取回，留在这里 {orders}</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>The next scan takes back</source>
        <comment>下一扫取回</comment>
        <translation>下一扫取回</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Scan the parcel that stays; F2 cancels</source>
        <comment>扫要留下的包裹；F2 取消</comment>
        <translation>扫要留下的包裹；F2 取消</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Put it aside, then F9 or scan CLEAR</source>
        <comment>拿开，按 F9 或扫“清除”</comment>
        <translation>拿开，按 F9 或扫“清除”</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Why do they stay?</source>
        <comment>为什么留下？</comment>
        <translation>为什么留下？</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Press Ctrl+number; found one? Scan it</source>
        <comment>按 Ctrl+数字；找到了就扫它</comment>
        <translation>按 Ctrl+数字；找到了就扫它</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>The driver signs</source>
        <comment>请司机签名</comment>
        <translation>请司机签名</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Type the driver's name and Enter, sign in the frame, then F6</source>
        <comment>输入司机姓名按回车，在框里签名，再按 F6</comment>
        <translation>输入司机姓名按回车，在框里签名，再按 F6</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>The driver's name is missing</source>
        <comment>还没有司机姓名</comment>
        <translation>还没有司机姓名</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Type it and press Enter</source>
        <comment>输入姓名，按回车</comment>
        <translation>输入姓名，按回车</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>No signature</source>
        <comment>没有签名</comment>
        <translation>没有签名</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Sign in the frame; F6 again closes without one</source>
        <comment>在框里签名；再按 F6 不签名关闭</comment>
        <translation>在框里签名；再按 F6 不签名关闭</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>No scans while signing</source>
        <comment>签名时不能扫</comment>
        <translation>签名时不能扫</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>F5 goes back</source>
        <comment>按 F5 返回</comment>
        <translation>按 F5 返回</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Closing</source>
        <comment>正在关闭</comment>
        <translation>正在关闭</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Handed over</source>
        <comment>已交给快递</comment>
        <translation>已交给快递</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>No parcel has been scanned out</source>
        <comment>还没有扫出包裹</comment>
        <translation>还没有扫出包裹</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Missing</source>
        <comment>还缺</comment>
        <translation>还缺</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Left behind</source>
        <comment>留下</comment>
        <translation>留下</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <location filename="../ui/office/setup_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Bench</source>
        <comment>工位</comment>
        <translation>工位</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>No. {number}</source>
        <comment>{number} 号</comment>
        <translation>{number} 号</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Driver</source>
        <comment>司机</comment>
        <translation>司机</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Weight</source>
        <comment>总重</comment>
        <translation>总重</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/handover_words.py"/>
        <source>+{n} not weighed</source>
        <comment>+{n} 件未称重</comment>
        <translation>
            <numerusform>+{n} 件未称重</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>parcels</source>
        <comment>件</comment>
        <translation>件</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>parcel</source>
        <comment>件</comment>
        <translation>件</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Sign here</source>
        <comment>在这里签名</comment>
        <translation>在这里签名</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Signed</source>
        <comment>已签名</comment>
        <translation>已签名</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Typed</source>
        <comment>输入</comment>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>TAKE BACK</source>
        <comment>取回</comment>
        <translation>取回</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>SIGN AGAIN</source>
        <comment>重签</comment>
        <translation>重签</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <location filename="../ui/merge_words.py"/>
        <location filename="../ui/queue_words.py"/>
        <source>BACK</source>
        <comment>返回</comment>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>CLOSE</source>
        <comment>关闭交接</comment>
        <translation>关闭交接</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>HAND OVER</source>
        <comment>确认交出</comment>
        <translation>确认交出</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>No room in the van</source>
        <comment>车上没位置</comment>
        <translation>车上没位置</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>The box is damaged</source>
        <comment>箱子破损</comment>
        <translation>箱子破损</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>The buyer asks to wait</source>
        <comment>买家要求等</comment>
        <translation>买家要求等</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>The address is in question</source>
        <comment>地址待确认</comment>
        <translation>地址待确认</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>The office keeps it</source>
        <comment>办公室要求留下</comment>
        <translation>办公室要求留下</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Cannot be read</source>
        <comment>条码读不清</comment>
        <translation>条码读不清</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Scan again</source>
        <comment>再扫一次</comment>
        <translation>再扫一次</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>No such parcel</source>
        <comment>没有这个包裹</comment>
        <translation>没有这个包裹</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Put it aside for a supervisor</source>
        <comment>拿开，交给主管</comment>
        <translation>拿开，交给主管</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>The waybill is void</source>
        <comment>面单已作废</comment>
        <translation>面单已作废</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Put the new label on, then scan it</source>
        <comment>换上新面单再扫</comment>
        <translation>换上新面单再扫</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Not sealed yet</source>
        <comment>还没有封箱</comment>
        <translation>还没有封箱</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Back to the bench</source>
        <comment>送回工位</comment>
        <translation>送回工位</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>The order has several parcels</source>
        <comment>订单有多个包裹</comment>
        <translation>订单有多个包裹</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Scan the waybill on the box</source>
        <comment>扫箱上的运单号</comment>
        <translation>扫箱上的运单号</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>The order is cancelled</source>
        <comment>订单已取消</comment>
        <translation>订单已取消</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Not into the van: put it aside</source>
        <comment>不要装车，拿开</comment>
        <translation>不要装车，拿开</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Held since packing</source>
        <comment>封箱后被暂停</comment>
        <translation>封箱后被暂停</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Another carrier's parcel</source>
        <comment>不是这家快递</comment>
        <translation>不是这家快递</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Scanned already</source>
        <comment>已经扫过</comment>
        <translation>已经扫过</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Go on with the next</source>
        <comment>继续扫下一件</comment>
        <translation>继续扫下一件</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>In another open handover</source>
        <comment>在另一张交接单里</comment>
        <translation>在另一张交接单里</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Take it back there first</source>
        <comment>先在那边取回</comment>
        <translation>先在那边取回</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Handed over before</source>
        <comment>之前已交给快递</comment>
        <translation>之前已交给快递</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>One label twice: call a supervisor</source>
        <comment>同一面单出现两次，交给主管</comment>
        <translation>同一面单出现两次，交给主管</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Not in this handover</source>
        <comment>不在这张交接单里</comment>
        <translation>不在这张交接单里</translation>
    </message>
    <message>
        <location filename="../ui/handover_words.py"/>
        <source>Nothing has changed</source>
        <comment>没有改变</comment>
        <translation>没有改变</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/handover_words.py"/>
        <source>{n} parcels out, {left} left behind; sheet {file}</source>
        <comment>交出 {n} 件，留下 {left} 件；交接单 {file}</comment>
        <extracomment>Of one: 1 parcel out, {left} left behind; sheet {file}</extracomment>
        <translation>
            <numerusform>交出 {n} 件，留下 {left} 件；交接单 {file}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/label_words.py"/>
        <source> and </source>
        <comment>、</comment>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../ui/lifted.py"/>
        <source>Put the box back on the scale</source>
        <comment>把箱子放回秤上</comment>
        <translation>把箱子放回秤上</translation>
    </message>
    <message>
        <location filename="../ui/lifted.py"/>
        <source>It was {what}</source>
        <comment>刚才{what}</comment>
        <translation>刚才{what}</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>Keep packing; open this again when it answers</source>
        <comment>照常装箱；连上后再开这里</comment>
        <translation>照常装箱；连上后再开这里</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>What follows was read before; this was not done</source>
        <comment>下面是断开前读到的，这次没有做</comment>
        <translation>下面是断开前读到的，这次没有做</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>Looking</source>
        <comment>正在查找</comment>
        <translation>正在查找</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/merge_words.py"/>
        <source>Ship these {n} in one parcel?</source>
        <comment>这 {n} 单发一个包裹？</comment>
        <translation>
            <numerusform>这 {n} 单发一个包裹？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/merge_words.py"/>
        <source>Recipient the same to the letter; {n} units</source>
        <comment>收件信息完全一样，共 {n} 件</comment>
        <extracomment>Of one: Recipient the same to the letter; 1 unit</extracomment>
        <translation>
            <numerusform>收件信息完全一样，共 {n} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>Look at what differs: {what}</source>
        <comment>先看不同处：{what}</comment>
        <translation>先看不同处：{what}</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>Merged under one waybill</source>
        <comment>已合并，一张面单</comment>
        <translation>已合并，一张面单</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>F2 separates them until they are packed</source>
        <comment>F2 拆开，装箱前都可以</comment>
        <translation>F2 拆开，装箱前都可以</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>Kept apart</source>
        <comment>不合并，各发各的</comment>
        <translation>不合并，各发各的</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>Not proposed again; F2 takes that back</source>
        <comment>不再提示；F2 撤销</comment>
        <translation>不再提示；F2 撤销</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>Nothing to merge</source>
        <comment>没有可以合并的订单</comment>
        <translation>没有可以合并的订单</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>No two ready orders are one buyer's at one address</source>
        <comment>没有同一买家、同一地址的待装订单</comment>
        <translation>没有同一买家、同一地址的待装订单</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>That order is in no group here</source>
        <comment>这单不在列表里</comment>
        <translation>这单不在列表里</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>groups</source>
        <comment>组</comment>
        <translation>组</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>Could share a waybill</source>
        <comment>可合并的订单</comment>
        <translation>可合并的订单</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>orders</source>
        <comment>单</comment>
        <translation>单</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>Differs</source>
        <comment>不同</comment>
        <translation>不同</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/merge_words.py"/>
        <source>{n} more groups</source>
        <comment>还有 {n} 组</comment>
        <extracomment>Of one: 1 more group</extracomment>
        <translation>
            <numerusform>还有 {n} 组</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <location filename="../labels/warranty-card-105x148.toml"/>
        <source>Goods</source>
        <comment>商品</comment>
        <translation>商品</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/merge_words.py"/>
        <source>Orders {first}–{last} of {n}, press ← →</source>
        <comment>第 {first}–{last} 单，共 {n} 单，按 ← →</comment>
        <translation>
            <numerusform>第 {first}–{last} 单，共 {n} 单，按 ← →</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>↑ ↓ group · ← → columns · scan an order to find its group · Ctrl+L language · Ctrl+D colours</source>
        <comment>↑ ↓ 换组 · ← → 换列 · 扫订单号找到它的组 · Ctrl+L 语言 · Ctrl+D 配色</comment>
        <translation>↑ ↓ 换组 · ← → 换列 · 扫订单号找到它的组 · Ctrl+L 语言 · Ctrl+D 配色</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <location filename="../ui/queue_words.py"/>
        <source>MERGE</source>
        <comment>合并</comment>
        <translation>合并</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>KEEP APART</source>
        <comment>不合并</comment>
        <translation>不合并</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <location filename="../ui/texts.py"/>
        <location filename="../ui/wall_view.py"/>
        <source>UNDO</source>
        <comment>撤销</comment>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>PREVIOUS</source>
        <comment>上一组</comment>
        <translation>上一组</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>NEXT</source>
        <comment>下一组</comment>
        <translation>下一组</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <source>Name</source>
        <comment>收件人</comment>
        <translation>收件人</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <location filename="../ui/office/import_words.py"/>
        <source>Phone</source>
        <comment>电话</comment>
        <translation>电话</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <location filename="../ui/office/import_words.py"/>
        <location filename="../ui/office/parcel_words.py"/>
        <location filename="../ui/texts.py"/>
        <source>Address</source>
        <comment>地址</comment>
        <translation>地址</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <location filename="../ui/queue_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Cut-off</source>
        <comment>截单</comment>
        <translation>截单</translation>
    </message>
    <message>
        <location filename="../ui/merge_words.py"/>
        <location filename="../ui/office/import_words.py"/>
        <source>Seller's note</source>
        <comment>卖家备注</comment>
        <translation>卖家备注</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/merge_words.py"/>
        <source>{n} units</source>
        <comment>{n} 件</comment>
        <extracomment>Of one: 1 unit</extracomment>
        <translation>
            <numerusform>{n} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/moments.py"/>
        <source>{why}. {act}</source>
        <comment>{why}：{act}</comment>
        <translation>{why}：{act}</translation>
    </message>
    <message>
        <location filename="../ui/moments.py"/>
        <source>{what} ({names})</source>
        <comment>{what}（{names}）</comment>
        <translation>{what}（{names}）</translation>
    </message>
    <message>
        <location filename="../ui/moments.py"/>
        <location filename="../ui/witness_words.py"/>
        <source>{g} g</source>
        <comment>{g} 克</comment>
        <translation>{g} 克</translation>
    </message>
    <message>
        <location filename="../ui/moments.py"/>
        <source>Cancelled: go on</source>
        <comment>已取消，继续装</comment>
        <translation>已取消，继续装</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Device</source>
        <comment>设备</comment>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Kind</source>
        <comment>种类</comment>
        <translation>种类</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Link</source>
        <comment>连接</comment>
        <translation>连接</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Speaks</source>
        <comment>协议</comment>
        <translation>协议</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Not tested</source>
        <comment>没有测试过</comment>
        <translation>没有测试过</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>It answers</source>
        <comment>有回应</comment>
        <translation>有回应</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>No answer</source>
        <comment>没有回应</comment>
        <translation>没有回应</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>No device is set up here</source>
        <comment>这台电脑还没有设备</comment>
        <translation>这台电脑还没有设备</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Ctrl+9 opens the set-up, which finds and tries each of them</source>
        <comment>Ctrl+9 打开安装向导，逐个找到并测试设备</comment>
        <translation>Ctrl+9 打开安装向导，逐个找到并测试设备</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/devices_words.py"/>
        <source>{n} devices</source>
        <comment>{n} 台设备</comment>
        <extracomment>Of one: 1 device</extracomment>
        <translation>
            <numerusform>{n} 台设备</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Test</source>
        <comment>测试</comment>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Live data</source>
        <comment>看数据</comment>
        <translation>看数据</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Reconnect</source>
        <comment>重新连接</comment>
        <translation>重新连接</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Freeze</source>
        <comment>停住画面</comment>
        <translation>停住画面</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Go on</source>
        <comment>继续显示</comment>
        <translation>继续显示</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>The picture stands still; bytes still come</source>
        <comment>画面停住了，数据还在来</comment>
        <translation>画面停住了，数据还在来</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Testing {name}</source>
        <comment>正在测试 {name}</comment>
        <translation>正在测试 {name}</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>{name} answers</source>
        <comment>{name} 有回应</comment>
        <translation>{name} 有回应</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>{name} does not answer</source>
        <comment>{name} 没有回应</comment>
        <translation>{name} 没有回应</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>The bench's program has these devices open; what it last recorded is shown</source>
        <comment>工位程序正在用这些设备，下面是它记下的状态</comment>
        <translation>工位程序正在用这些设备，下面是它记下的状态</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>The bench has it</source>
        <comment>工位程序在用</comment>
        <translation>工位程序在用</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Close the bench's program to test them and to see their bytes here</source>
        <comment>关掉工位程序后可以在这里测试和看数据</comment>
        <translation>关掉工位程序后可以在这里测试和看数据</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>OK</source>
        <comment>正常</comment>
        <translation>正常</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>What it sends</source>
        <comment>收到的数据</comment>
        <translation>收到的数据</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Waiting for it: scan a code, or put something on it</source>
        <comment>等它发数据：扫一个码，或放上东西</comment>
        <translation>等它发数据：扫一个码，或放上东西</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Scanners and scales show their bytes; printers and cameras are tested</source>
        <comment>扫码枪和秤可以看数据；打印机和相机请按测试</comment>
        <translation>扫码枪和秤可以看数据；打印机和相机请按测试</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Last report</source>
        <comment>最近的报告</comment>
        <translation>最近的报告</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Since</source>
        <comment>起始</comment>
        <translation>起始</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Last run</source>
        <comment>上次运行</comment>
        <translation>上次运行</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/devices_words.py"/>
        <source>The code {code}, {n} characters</source>
        <comment>条码 {code}，{n} 个字符</comment>
        <extracomment>Of one: The code {code}, 1 character</extracomment>
        <translation>
            <numerusform>条码 {code}，{n} 个字符</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>A code that was not whole</source>
        <comment>没读全的条码</comment>
        <translation>没读全的条码</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>{grams} g, {how}</source>
        <comment>{grams} 克，{how}</comment>
        <translation>{grams} 克，{how}</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>stable</source>
        <comment>稳定</comment>
        <translation>稳定</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>not stable</source>
        <comment>未稳定</comment>
        <translation>未稳定</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>How long a code takes</source>
        <comment>一个条码要多久</comment>
        <translation>一个条码要多久</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>How long a weight takes when asked for</source>
        <comment>问一次重量要多久</comment>
        <translation>问一次重量要多久</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>How long from one weight to the next</source>
        <comment>多久来一个重量</comment>
        <translation>多久来一个重量</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>newest {newest} ms, median {middle}, slowest {slowest}</source>
        <comment>最新 {newest} 毫秒，中位 {middle}，最慢 {slowest}</comment>
        <translation>最新 {newest} 毫秒，中位 {middle}，最慢 {slowest}</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>nothing yet</source>
        <comment>还没有</comment>
        <translation>还没有</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Copy</source>
        <comment>复制</comment>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Undo</source>
        <comment>撤销复制</comment>
        <translation>撤销复制</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Copy another bench's devices</source>
        <comment>复制另一个工位的设备</comment>
        <translation>复制另一个工位的设备</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>That bench's bench.toml: type its path, or drop it here</source>
        <comment>那个工位的 bench.toml：写出路径，或拖进来</comment>
        <translation>那个工位的 bench.toml：写出路径，或拖进来</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>A device that is here already keeps its own link and takes the rest. A network camera's link may hold a password and is not taken.</source>
        <comment>这里已有的设备保留自己的接口，只复制其余设置。网络相机的连接里可能有密码，不复制。</comment>
        <translation>这里已有的设备保留自己的接口，只复制其余设置。网络相机的连接里可能有密码，不复制。</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Reading that bench's settings</source>
        <comment>正在读那个工位的设置</comment>
        <translation>正在读那个工位的设置</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Take these devices of {bench}?</source>
        <comment>复制 {bench} 的这些设备？</comment>
        <translation>复制 {bench} 的这些设备？</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>{bench} has nothing to take</source>
        <comment>{bench} 没有可以复制的</comment>
        <translation>{bench} 没有可以复制的</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Its devices are as they are here, or cannot be taken</source>
        <comment>它的设备和这里一样，或不能复制</comment>
        <translation>它的设备和这里一样，或不能复制</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>The devices of {bench} are here</source>
        <comment>已复制 {bench} 的设备</comment>
        <translation>已复制 {bench} 的设备</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Test each with F7; the bench follows from its next start</source>
        <comment>用 F7 逐个测试；工位下次启动时生效</comment>
        <translation>用 F7 逐个测试；工位下次启动时生效</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>Nothing was taken, nothing changed</source>
        <comment>没有复制，没有改动</comment>
        <translation>没有复制，没有改动</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>The devices are as they were</source>
        <comment>设备恢复原样</comment>
        <translation>设备恢复原样</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>↑ ↓ choose · Enter tests · Ctrl+1…9 other page · F1 help</source>
        <comment>↑ ↓ 选择 · 回车 测试 · Ctrl+1…9 换页 · F1 帮助</comment>
        <translation>↑ ↓ 选择 · 回车 测试 · Ctrl+1…9 换页 · F1 帮助</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>No weight: too heavy for the scale</source>
        <comment>没有重量：超载</comment>
        <translation>没有重量：超载</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>No weight: it is below zero</source>
        <comment>没有重量：低于零</comment>
        <translation>没有重量：低于零</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>No weight: the scale reports a fault of its own</source>
        <comment>没有重量：秤自己报故障</comment>
        <translation>没有重量：秤自己报故障</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>No weight: what it sends is not a weight</source>
        <comment>没有重量：发来的不是重量</comment>
        <translation>没有重量：发来的不是重量</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>No weight: its unit was changed at the scale</source>
        <comment>没有重量：秤换了单位</comment>
        <translation>没有重量：秤换了单位</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>added</source>
        <comment>新增</comment>
        <translation>新增</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>changed: {keys}</source>
        <comment>改动 {keys}</comment>
        <translation>改动 {keys}</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>as it is here</source>
        <comment>一样</comment>
        <translation>一样</translation>
    </message>
    <message>
        <location filename="../ui/office/devices_words.py"/>
        <source>not taken: its link may hold a password</source>
        <comment>不复制：连接里可能有密码</comment>
        <translation>不复制：连接里可能有密码</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>How to use: {page}</source>
        <comment>这一页怎么用：{page}</comment>
        <translation>这一页怎么用：{page}</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>Keys of every page</source>
        <comment>每一页都一样的按键</comment>
        <translation>每一页都一样的按键</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <location filename="../ui/office/words.py"/>
        <source>Back</source>
        <comment>返回</comment>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>Esc back · Ctrl+1…9 other page</source>
        <comment>Esc 返回 · Ctrl+1…9 换页</comment>
        <translation>Esc 返回 · Ctrl+1…9 换页</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>A phone takes this page along</source>
        <comment>用手机扫，带走这一页</comment>
        <translation>用手机扫，带走这一页</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>opens that page; F1 this help</source>
        <comment>打开那一页；F1 打开帮助</comment>
        <translation>打开那一页；F1 打开帮助</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>the page above, the page below</source>
        <comment>上一页、下一页</comment>
        <translation>上一页、下一页</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>choose a row, a screenful on</source>
        <comment>选择一行、翻一屏</comment>
        <translation>选择一行、翻一屏</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>the first row, the last one</source>
        <comment>第一行、最后一行</comment>
        <translation>第一行、最后一行</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>Enter</source>
        <comment>回车</comment>
        <translation>回车</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>opens what is chosen, or answers what is asked</source>
        <comment>打开选中的，或回答屏幕问的</comment>
        <translation>打开选中的，或回答屏幕问的</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>back, or gives up; nothing is lost</source>
        <comment>返回或放弃；不会丢东西</comment>
        <translation>返回或放弃；不会丢东西</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>refreshes</source>
        <comment>刷新</comment>
        <translation>刷新</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>other language, other colours</source>
        <comment>换语言、换颜色</comment>
        <translation>换语言、换颜色</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>full screen</source>
        <comment>全屏</comment>
        <translation>全屏</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>What was done today, what was caught, whether cut-offs hold. Enter shows what stands behind a figure.</source>
        <comment>今天做了多少、错了多少、赶不赶得上截单。回车看某个数字背后的记录。</comment>
        <translation>今天做了多少、错了多少、赶不赶得上截单。回车看某个数字背后的记录。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>F2 period, F3 group, F4 F5 the one before, the one after, F6 compare. F7 CSV, F8 XLSX: the table with the ring; F9 PDF: all.</source>
        <comment>F2 时段，F3 分组，F4 F5 前一段、后一段，F6 对比。F7 CSV、F8 XLSX：圈所在的表；F9 PDF：全部。</comment>
        <translation>F2 时段，F3 分组，F4 F5 前一段、后一段，F6 对比。F7 CSV、F8 XLSX：圈所在的表；F9 PDF：全部。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>PgDn PgUp: the other panels; Tab: the next one. F10 ranks by the figure under the ring, Ctrl+F10 takes it back. F12 reassigns a cut-off's orders.</source>
        <comment>PgDn PgUp 其他几块，Tab 到下一块。F10 按圈所在的数字排，Ctrl+F10 收回。F12 改派这个截单的订单。</comment>
        <translation>PgDn PgUp 其他几块，Tab 到下一块。F10 按圈所在的数字排，Ctrl+F10 收回。F12 改派这个截单的订单。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>Type an order's beginning, a waybill, a SKU or a phone's last four digits; it finds as you type. When nothing is found, Enter looks into names too.</source>
        <comment>输入订单号的开头、运单号、货号或手机后四位，边输边找。没找到时按回车，再到姓名里找。</comment>
        <translation>输入订单号的开头、运单号、货号或手机后四位，边输边找。没找到时按回车，再到姓名里找。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>F2 holds an order with a reason, F4 lets it go on. What a platform or a rule holds, they must release.</source>
        <comment>F2 暂停一单并写原因，F4 放行。平台或规则暂停的单，要平台或规则自己放行。</comment>
        <translation>F2 暂停一单并写原因，F4 放行。平台或规则暂停的单，要平台或规则自己放行。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>Enter or F3 tells what happened to its parcel: who, when, weight, label, photos, handover. F7 as a PDF.</source>
        <comment>回车或 F3 看这个包裹的经过：谁、什么时候、多重、面单、照片、交接。F7 存成 PDF。</comment>
        <translation>回车或 F3 看这个包裹的经过：谁、什么时候、多重、面单、照片、交接。F7 存成 PDF。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>Drop a platform's file here, or F2. Its source is recognised, and its first 20 rows are checked.</source>
        <comment>把平台导出的文件拖进来，或按 F2。程序认出来源，检查前 20 行。</comment>
        <translation>把平台导出的文件拖进来，或按 F2。程序认出来源，检查前 20 行。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>A table of your own: ↑ ↓ to a column, F3 says what it means; the same headers need no second word.</source>
        <comment>自己的表格：用 ↑ ↓ 选列，F3 说明意思；同样的表头下次不用再说。</comment>
        <translation>自己的表格：用 ↑ ↓ 选列，F3 说明意思；同样的表头下次不用再说。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>F7 changes nothing. F9 imports. Rows that cannot be used are named with the reason, all others are taken; importing twice is safe.</source>
        <comment>F7 试跑不改任何东西。F9 导入。不能用的行列出原因，其他行照常导入；重复导入是安全的。</comment>
        <translation>F7 试跑不改任何东西。F9 导入。不能用的行列出原因，其他行照常导入；重复导入是安全的。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>The most urgent is at the top. At the right stands what is missing; F3 exports the evidence.</source>
        <comment>最急的在最上面。右边是还缺哪些证据；F3 导出证据包。</comment>
        <translation>最急的在最上面。右边是还缺哪些证据；F3 导出证据包。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>Every template with the longest addresses, 203 and 300 dpi side by side. F6 takes another sample; what does not print says why.</source>
        <comment>每个模板按最长的地址画出来，203 和 300 dpi 并排。F6 换样单，打不出的会说明原因。</comment>
        <translation>每个模板按最长的地址画出来，203 和 300 dpi 并排。F6 换样单，打不出的会说明原因。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>F2 adds somebody, F4 gives or takes a supervisor's rights, F6 chooses a language, F7 makes everybody's badge.</source>
        <comment>F2 添加，F4 给或收回主管权限，F6 选语言，F7 打印所有人的工牌。</comment>
        <translation>F2 添加，F4 给或收回主管权限，F6 选语言，F7 打印所有人的工牌。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>Every value says where it comes from. F2 changes this home's; what does not fit is not written; F4 undoes.</source>
        <comment>每个值都写着从哪里来。F2 修改本机的值，不合适的不会写进文件；F4 撤销。</comment>
        <translation>每个值都写着从哪里来。F2 修改本机的值，不合适的不会写进文件；F4 撤销。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>F7 tests the chosen device. F8 shows every byte it sends, what was understood and how long it took; F6 freezes the picture. While the bench runs, only states show.</source>
        <comment>F7 测试选中的设备。F8 看它发来的每个字节、听懂了什么、要多久，F6 停住画面。工位程序开着时只能看状态。</comment>
        <translation>F7 测试选中的设备。F8 看它发来的每个字节、听懂了什么、要多久，F6 停住画面。工位程序开着时只能看状态。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>F9 takes over another bench's devices: drop its bench.toml, see what would change, then say yes. Passwords are never taken.</source>
        <comment>F9 复制另一个工位的设备：它的 bench.toml 拖进来，先看会改什么，再说是。密码从不复制。</comment>
        <translation>F9 复制另一个工位的设备：它的 bench.toml 拖进来，先看会改什么，再说是。密码从不复制。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>Enter opens the set-up: step by step it finds and tries every device. It can be left and gone on with.</source>
        <comment>回车打开安装向导：一步一步找到并测试每台设备。可以随时中断，下次接着来。</comment>
        <translation>回车打开安装向导：一步一步找到并测试每台设备。可以随时中断，下次接着来。</translation>
    </message>
    <message>
        <location filename="../ui/office/help_words.py"/>
        <source>Open a page first, then F1.</source>
        <comment>先打开一页，再按 F1。</comment>
        <translation>先打开一页，再按 F1。</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Drop a file here, F2 chooses one, or type its path and Enter</source>
        <comment>拖入文件，或按 F2 选，或输入路径后回车</comment>
        <translation>拖入文件，或按 F2 选，或输入路径后回车</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>The latest imports</source>
        <comment>最近的导入</comment>
        <translation>最近的导入</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <location filename="../ui/office/labels_words.py"/>
        <source>File</source>
        <comment>文件</comment>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>When</source>
        <comment>时间</comment>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>By</source>
        <comment>谁</comment>
        <translation>谁</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <location filename="../ui/office/words.py"/>
        <source>Orders</source>
        <comment>订单</comment>
        <translation>订单</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>New</source>
        <comment>新的</comment>
        <translation>新的</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Refused rows</source>
        <comment>拒收行</comment>
        <translation>拒收行</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Nothing was imported yet</source>
        <comment>还没有导入过</comment>
        <translation>还没有导入过</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Drop a platform's order file here: xlsx, xls, csv, ods. Importing a file twice doubles no order.</source>
        <comment>把平台导出的订单文件拖进来：xlsx、xls、csv、ods。重复导入同一文件不会重复订单。</comment>
        <translation>把平台导出的订单文件拖进来：xlsx、xls、csv、ods。重复导入同一文件不会重复订单。</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Looking at the file</source>
        <comment>正在看这个文件</comment>
        <translation>正在看这个文件</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Column of the file</source>
        <comment>文件里的列</comment>
        <translation>文件里的列</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Means</source>
        <comment>意思</comment>
        <translation>意思</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>What the first rows have</source>
        <comment>前几行的内容</comment>
        <translation>前几行的内容</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>not read</source>
        <comment>不读</comment>
        <translation>不读</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>known</source>
        <comment>已认识</comment>
        <translation>已认识</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Kind of file</source>
        <comment>文件类型</comment>
        <translation>文件类型</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Source</source>
        <comment>来源</comment>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Not known: say what its columns mean</source>
        <comment>不认识，请说明各列的意思</comment>
        <translation>不认识，请说明各列的意思</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Not known yet</source>
        <comment>还不认识</comment>
        <translation>还不认识</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>A table of your own</source>
        <comment>自己的表格</comment>
        <translation>自己的表格</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Rows</source>
        <comment>行数</comment>
        <translation>行数</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/import_words.py"/>
        <source>The first {n} rows were checked</source>
        <comment>已检查前 {n} 行</comment>
        <extracomment>Of one: The first row was checked</extracomment>
        <translation>
            <numerusform>已检查前 {n} 行</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>All of them can be used</source>
        <comment>都能用</comment>
        <translation>都能用</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Not usable: {bad}</source>
        <comment>有问题的：{bad}</comment>
        <translation>有问题的：{bad}</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Still needed: the column for {meaning}</source>
        <comment>还缺一列：{meaning}</comment>
        <translation>还缺一列：{meaning}</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>↑ ↓ to that column, F3 says what it means</source>
        <comment>↑ ↓ 选那一列，F3 说明意思</comment>
        <translation>↑ ↓ 选那一列，F3 说明意思</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Row {row} {column}</source>
        <comment>第 {row} 行 {column}</comment>
        <translation>第 {row} 行 {column}</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Ready to import</source>
        <comment>可以导入</comment>
        <translation>可以导入</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>F7 tries it and changes nothing; F9 imports</source>
        <comment>F7 先试跑，什么都不改；F9 导入</comment>
        <translation>F7 先试跑，什么都不改；F9 导入</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>What its columns mean is remembered for the next file with these headers</source>
        <comment>这些列的意思会记住，下次同样的表头直接用</comment>
        <translation>这些列的意思会记住，下次同样的表头直接用</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Set meaning</source>
        <comment>列的意思</comment>
        <translation>列的意思</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Dry run</source>
        <comment>试跑</comment>
        <translation>试跑</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <location filename="../ui/office/words.py"/>
        <source>Import</source>
        <comment>导入</comment>
        <translation>导入</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Another file</source>
        <comment>换文件</comment>
        <translation>换文件</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>What is this column?</source>
        <comment>这一列是什么？</comment>
        <translation>这一列是什么？</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Nothing: do not read it</source>
        <comment>不读这一列</comment>
        <translation>不读这一列</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Type its number and Enter</source>
        <comment>输入编号，回车</comment>
        <translation>输入编号，回车</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Trying it</source>
        <comment>正在试跑</comment>
        <translation>正在试跑</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Importing</source>
        <comment>正在导入</comment>
        <translation>正在导入</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Importing, {done}</source>
        <comment>正在导入，{done}</comment>
        <translation>正在导入，{done}</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Dry run: nothing changed</source>
        <comment>试跑完成，什么都没改</comment>
        <translation>试跑完成，什么都没改</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Imported</source>
        <comment>已导入</comment>
        <translation>已导入</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/import_words.py"/>
        <source>Imported, but for {n} rows</source>
        <comment>已导入，{n} 行没有收下</comment>
        <extracomment>Of one: Imported, but for 1 row</extracomment>
        <translation>
            <numerusform>已导入，{n} 行没有收下</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/import_words.py"/>
        <source>Dry run: {n} rows cannot be used</source>
        <comment>试跑完成，{n} 行不能用</comment>
        <extracomment>Of one: Dry run: 1 row cannot be used</extracomment>
        <translation>
            <numerusform>试跑完成，{n} 行不能用</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Updated</source>
        <comment>更新</comment>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Unchanged</source>
        <comment>没变</comment>
        <translation>没变</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Lines</source>
        <comment>商品行</comment>
        <translation>商品行</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Row</source>
        <comment>行</comment>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Why</source>
        <comment>原因</comment>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Every row was taken</source>
        <comment>每一行都收下了</comment>
        <translation>每一行都收下了</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Ctrl+2 shows the orders, F6 imports another file</source>
        <comment>Ctrl+2 看订单，F6 导入下一个文件</comment>
        <translation>Ctrl+2 看订单，F6 导入下一个文件</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>The import was not completed</source>
        <comment>导入没有完成</comment>
        <translation>导入没有完成</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>The order book is as it was; importing again is safe</source>
        <comment>订单库没有变；再导入一次是安全的</comment>
        <translation>订单库没有变；再导入一次是安全的</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>There is no such file</source>
        <comment>没有这个文件</comment>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Meaning of a column</source>
        <comment>列的意思</comment>
        <translation>列的意思</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Order number</source>
        <comment>订单号</comment>
        <translation>订单号</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>SKU</source>
        <comment>货号 SKU</comment>
        <translation>货号 SKU</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <location filename="../ui/texts.py"/>
        <source>Quantity</source>
        <comment>数量</comment>
        <translation>数量</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Name of the goods</source>
        <comment>商品名称</comment>
        <translation>商品名称</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Variant</source>
        <comment>规格</comment>
        <translation>规格</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Order status</source>
        <comment>订单状态</comment>
        <translation>订单状态</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <location filename="../ui/texts.py"/>
        <source>Recipient</source>
        <comment>收件人</comment>
        <translation>收件人</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Country</source>
        <comment>国家</comment>
        <translation>国家</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Province</source>
        <comment>省</comment>
        <translation>省</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>City</source>
        <comment>市</comment>
        <translation>市</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>District</source>
        <comment>区县</comment>
        <translation>区县</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Postcode</source>
        <comment>邮编</comment>
        <translation>邮编</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Buyer's message</source>
        <comment>买家留言</comment>
        <translation>买家留言</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Carrier's service</source>
        <comment>快递</comment>
        <translation>快递</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Value-added services</source>
        <comment>增值服务</comment>
        <translation>增值服务</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <location filename="../ui/queue_words.py"/>
        <source>Tote</source>
        <comment>周转箱</comment>
        <translation>周转箱</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Ordered at</source>
        <comment>下单时间</comment>
        <translation>下单时间</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Paid at</source>
        <comment>付款时间</comment>
        <translation>付款时间</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <location filename="../ui/office/orders_words.py"/>
        <source>Ship by</source>
        <comment>最晚发货</comment>
        <translation>最晚发货</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Order amount</source>
        <comment>订单金额</comment>
        <translation>订单金额</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Unit price</source>
        <comment>单价</comment>
        <translation>单价</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Declared value</source>
        <comment>申报价值</comment>
        <translation>申报价值</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Currency</source>
        <comment>币种</comment>
        <translation>币种</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Buyer's company</source>
        <comment>买家公司</comment>
        <translation>买家公司</translation>
    </message>
    <message>
        <location filename="../ui/office/import_words.py"/>
        <source>Ships from</source>
        <comment>发货地</comment>
        <translation>发货地</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Find a template</source>
        <comment>查找模板</comment>
        <translation>查找模板</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Template</source>
        <comment>模板</comment>
        <translation>模板</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>mm</source>
        <comment>毫米</comment>
        <translation>毫米</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>For</source>
        <comment>用途</comment>
        <translation>用途</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>{dpi} dpi, {wide} × {high} dots</source>
        <comment>{dpi} dpi，{wide} × {high} 点</comment>
        <translation>{dpi} dpi，{wide} × {high} 点</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Label {at} of {of}</source>
        <comment>第 {at} 张，共 {of} 张</comment>
        <translation>第 {at} 张，共 {of} 张</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Sample</source>
        <comment>样单</comment>
        <translation>样单</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Codes that read back</source>
        <comment>读回的条码</comment>
        <translation>读回的条码</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Instead of the shipped one</source>
        <comment>代替自带的</comment>
        <translation>代替自带的</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>It does not print</source>
        <comment>不能打印</comment>
        <translation>不能打印</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>{what} ({where})</source>
        <comment>{what}（{where}）</comment>
        <translation>{what}（{where}）</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Drawing it</source>
        <comment>正在画</comment>
        <translation>正在画</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>This is a sheet of paper: F7 makes a PDF to look at</source>
        <comment>这是一整页，用 F7 生成 PDF 来看</comment>
        <translation>这是一整页，用 F7 生成 PDF 来看</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Next sample</source>
        <comment>换样单</comment>
        <translation>换样单</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Next label</source>
        <comment>下一张</comment>
        <translation>下一张</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Save as PDF</source>
        <comment>存成 PDF</comment>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>The PDF is ready</source>
        <comment>PDF 已生成</comment>
        <translation>PDF 已生成</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Making the PDF</source>
        <comment>正在生成 PDF</comment>
        <translation>正在生成 PDF</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>No such template</source>
        <comment>没有这样的模板</comment>
        <translation>没有这样的模板</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <location filename="../ui/office/settings_words.py"/>
        <source>Esc shows all</source>
        <comment>Esc 看全部</comment>
        <translation>Esc 看全部</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/labels_words.py"/>
        <source>{n} templates</source>
        <comment>{n} 个模板</comment>
        <extracomment>Of one: 1 template</extracomment>
        <translation>
            <numerusform>{n} 个模板</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>The samples are invented: nobody lives there</source>
        <comment>样单是编的，没有这样的人和地址</comment>
        <translation>样单是编的，没有这样的人和地址</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Domestic waybill</source>
        <comment>国内面单</comment>
        <translation>国内面单</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>International waybill</source>
        <comment>国际面单</comment>
        <translation>国际面单</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Sheet</source>
        <comment>整页</comment>
        <translation>整页</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>Cannot be read</source>
        <comment>读不了</comment>
        <translation>读不了</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>The longest addresses</source>
        <comment>最长的地址</comment>
        <translation>最长的地址</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>A domestic order</source>
        <comment>国内样单</comment>
        <translation>国内样单</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>An international order</source>
        <comment>国际样单</comment>
        <translation>国际样单</translation>
    </message>
    <message>
        <location filename="../ui/office/labels_words.py"/>
        <source>A gift</source>
        <comment>礼物样单</comment>
        <translation>礼物样单</translation>
    </message>
    <message>
        <location filename="../ui/office/last_run.py"/>
        <source>{count} good</source>
        <comment>成功 {count} 次</comment>
        <translation>成功 {count} 次</translation>
    </message>
    <message>
        <location filename="../ui/office/last_run.py"/>
        <source>refused: {causes}</source>
        <comment>没成功：{causes}</comment>
        <translation>没成功：{causes}</translation>
    </message>
    <message>
        <location filename="../ui/office/last_run.py"/>
        <source>lost: {causes}</source>
        <comment>断开：{causes}</comment>
        <translation>断开：{causes}</translation>
    </message>
    <message>
        <location filename="../ui/office/last_run.py"/>
        <source>{cause} {count}×</source>
        <comment>{cause} {count} 次</comment>
        <translation>{cause} {count} 次</translation>
    </message>
    <message>
        <location filename="../ui/office/last_run.py"/>
        <source>mean {mean} ms, slowest {slowest} ms</source>
        <comment>平均 {mean} ms，最慢 {slowest} ms</comment>
        <translation>平均 {mean} ms，最慢 {slowest} ms</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Order's beginning, waybill, tote, SKU, phone's last 4; Enter opens</source>
        <comment>订单号开头、运单号、周转箱、货号、手机后四位；回车打开</comment>
        <translation>订单号开头、运单号、周转箱、货号、手机后四位；回车打开</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Time left</source>
        <comment>剩余</comment>
        <translation>剩余</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <location filename="../ui/queue_words.py"/>
        <source>Units</source>
        <comment>件数</comment>
        <translation>件数</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <location filename="../ui/queue_words.py"/>
        <source>Service</source>
        <comment>服务</comment>
        <translation>服务</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Held for</source>
        <comment>暂停原因</comment>
        <translation>暂停原因</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>{total} found</source>
        <comment>找到 {total} 单</comment>
        <translation>找到 {total} 单</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>There are no orders yet</source>
        <comment>还没有订单</comment>
        <translation>还没有订单</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Ctrl+3 imports the first order file</source>
        <comment>按 Ctrl+3 导入第一个订单文件</comment>
        <translation>按 Ctrl+3 导入第一个订单文件</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>No orders here</source>
        <comment>这里没有订单</comment>
        <translation>这里没有订单</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>F6 shows another state</source>
        <comment>F6 看别的状态</comment>
        <translation>F6 看别的状态</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Enter looks into names and ends of numbers too; a million orders take seconds</source>
        <comment>回车再查一遍收件人和订单号末尾，百万订单要几秒</comment>
        <translation>回车再查一遍收件人和订单号末尾，百万订单要几秒</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Hold</source>
        <comment>暂停</comment>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Release</source>
        <comment>放行</comment>
        <translation>放行</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Filter</source>
        <comment>换状态</comment>
        <translation>换状态</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>History</source>
        <comment>经过</comment>
        <translation>经过</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Stop it from shipping</source>
        <comment>暂停发货</comment>
        <translation>暂停发货</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Why? A number, or words of your own</source>
        <comment>为什么？输入编号，或直接写原因</comment>
        <translation>为什么？输入编号，或直接写原因</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>The bench reads it before it opens the order and before a label prints</source>
        <comment>工位会在开单和打印面单前看到这个原因</comment>
        <translation>工位会在开单和打印面单前看到这个原因</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Release this order</source>
        <comment>放行这单</comment>
        <translation>放行这单</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Benches may pack and ship it at once. Sure?</source>
        <comment>放行后工位马上可以装箱发货。确定吗？</comment>
        <translation>放行后工位马上可以装箱发货。确定吗？</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>It is on hold</source>
        <comment>已暂停</comment>
        <translation>已暂停</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>It is released</source>
        <comment>已放行</comment>
        <translation>已放行</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>It stays on hold</source>
        <comment>没有放行</comment>
        <translation>没有放行</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>since {since}</source>
        <comment>自 {since}</comment>
        <translation>自 {since}</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>To</source>
        <comment>收件人</comment>
        <translation>收件人</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Where to</source>
        <comment>目的地</comment>
        <translation>目的地</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Shop</source>
        <comment>店铺</comment>
        <translation>店铺</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/orders_words.py"/>
        <source>{units} in {n} lines</source>
        <comment>{n} 行，共 {units} 件</comment>
        <extracomment>Of one: {units} in 1 line</extracomment>
        <translation>
            <numerusform>{n} 行，共 {units} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>Nothing holds it</source>
        <comment>没有暂停</comment>
        <translation>没有暂停</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>{reason}: {detail}</source>
        <comment>{reason}：{detail}</comment>
        <translation>{reason}：{detail}</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>{total} ready to pack</source>
        <comment>待装的 {total} 单</comment>
        <translation>待装的 {total} 单</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>{total} on hold</source>
        <comment>暂停的 {total} 单</comment>
        <translation>暂停的 {total} 单</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>{total} being packed</source>
        <comment>装箱中 {total} 单</comment>
        <translation>装箱中 {total} 单</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>{total} sealed</source>
        <comment>已封箱 {total} 单</comment>
        <translation>已封箱 {total} 单</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>{total} in all</source>
        <comment>全部 {total} 单</comment>
        <translation>全部 {total} 单</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>The buyer asks to wait</source>
        <comment>买家要求等一等</comment>
        <translation>买家要求等一等</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>The address must be checked</source>
        <comment>地址要核对</comment>
        <translation>地址要核对</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>The goods must be checked</source>
        <comment>货要核对</comment>
        <translation>货要核对</translation>
    </message>
    <message>
        <location filename="../ui/office/orders_words.py"/>
        <source>The payment must be checked</source>
        <comment>款项要核对</comment>
        <translation>款项要核对</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>What happened to this parcel</source>
        <comment>这个包裹的经过</comment>
        <translation>这个包裹的经过</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>{kg} kg, expected {low} to {high}</source>
        <comment>{kg} kg，应在 {low}–{high}</comment>
        <translation>{kg} kg，应在 {low}–{high}</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Parcel</source>
        <comment>包裹</comment>
        <translation>包裹</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/parcel_words.py"/>
        <source>{n} parcels</source>
        <comment>{n} 个包裹</comment>
        <extracomment>Of one: 1 parcel</extracomment>
        <translation>
            <numerusform>{n} 个包裹</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Sealed</source>
        <comment>封箱</comment>
        <translation>封箱</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>not weighed</source>
        <comment>没有称</comment>
        <translation>没有称</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Packed by</source>
        <comment>打包员</comment>
        <translation>打包员</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <location filename="../ui/texts.py"/>
        <source>Telephone</source>
        <comment>电话</comment>
        <translation>电话</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Unmask</source>
        <comment>看收件人</comment>
        <translation>看收件人</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Show the recipient in full</source>
        <comment>显示收件人的完整信息</comment>
        <translation>显示收件人的完整信息</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>What for? It is recorded, with your name</source>
        <comment>为什么要看？会连同你的名字记下来</comment>
        <translation>为什么要看？会连同你的名字记下来</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The recipient is masked; F8 shows it, and that is recorded</source>
        <comment>收件人已遮盖，F8 显示并记录</comment>
        <translation>收件人已遮盖，F8 显示并记录</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Shown, and recorded</source>
        <comment>已显示，已记录</comment>
        <translation>已显示，已记录</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Report</source>
        <comment>报告</comment>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Evidence report</source>
        <comment>证据报告</comment>
        <translation>证据报告</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Report and bundle name the recipient, with telephone and address.</source>
        <comment>报告和证据包里写着收件人的姓名、电话和地址。</comment>
        <translation>报告和证据包里写着收件人的姓名、电话和地址。</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>What is it for? It is recorded, with your name</source>
        <comment>为什么要报告？会连同你的名字记下来</comment>
        <translation>为什么要报告？会连同你的名字记下来</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Making the report</source>
        <comment>正在生成报告</comment>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The report is ready</source>
        <comment>报告已生成</comment>
        <translation>报告已生成</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Photos and video are on the computer of {bench}</source>
        <comment>照片和录像在 {bench} 的电脑上</comment>
        <translation>照片和录像在 {bench} 的电脑上</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/parcel_words.py"/>
        <source>{n} photos</source>
        <comment>{n} 张照片</comment>
        <extracomment>Of one: 1 photo</extracomment>
        <translation>
            <numerusform>{n} 张照片</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Reading the photos</source>
        <comment>正在读照片</comment>
        <translation>正在读照片</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Nothing has happened to it yet</source>
        <comment>还没有记录</comment>
        <translation>还没有记录</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>As soon as a bench opens it, it shows here</source>
        <comment>工位一开始装箱，这里就有记录</comment>
        <translation>工位一开始装箱，这里就有记录</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/parcel_words.py"/>
        <source>Only the first {n} entries are shown</source>
        <comment>只显示前 {n} 条</comment>
        <extracomment>Of one: Only the first entry is shown</extracomment>
        <translation>
            <numerusform>只显示前 {n} 条</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>↑ ↓ scroll · Esc back</source>
        <comment>↑ ↓ 滚动 · Esc 返回</comment>
        <translation>↑ ↓ 滚动 · Esc 返回</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/parcel_words.py"/>
        <source>{n} entries</source>
        <comment>{n} 条记录</comment>
        <extracomment>Of one: 1 entry</extracomment>
        <translation>
            <numerusform>{n} 条记录</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Reading what happened to it</source>
        <comment>正在读这个包裹的经过</comment>
        <translation>正在读这个包裹的经过</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>There is no such order</source>
        <comment>没有这个订单</comment>
        <translation>没有这个订单</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>It may be erased by now; Esc goes back to look again</source>
        <comment>可能已按期限删除；Esc 返回，再查一次</comment>
        <translation>可能已按期限删除；Esc 返回，再查一次</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/parcel_words.py"/>
        <source>{n} units in</source>
        <comment>装入 {n} 件</comment>
        <extracomment>Of one: 1 unit in</extracomment>
        <translation>
            <numerusform>装入 {n} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A unit was taken out again</source>
        <comment>取出一件</comment>
        <translation>取出一件</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A scan was refused</source>
        <comment>拦下扫描</comment>
        <translation>拦下扫描</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A double read, not counted</source>
        <comment>重复读码，没有计数</comment>
        <translation>重复读码，没有计数</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The stop was cleared</source>
        <comment>停止已清除</comment>
        <translation>停止已清除</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The screen asked</source>
        <comment>屏幕提问</comment>
        <translation>屏幕提问</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>It was answered</source>
        <comment>已回答</comment>
        <translation>已回答</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A box was chosen</source>
        <comment>选了纸箱</comment>
        <translation>选了纸箱</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Weighed, and right</source>
        <comment>称重合格</comment>
        <translation>称重合格</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The weight was refused</source>
        <comment>重量不符</comment>
        <translation>重量不符</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The scale doubted a scan</source>
        <comment>重量与扫描不符</comment>
        <translation>重量与扫描不符</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Scanned once more</source>
        <comment>重新扫描</comment>
        <translation>重新扫描</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The label was allowed</source>
        <comment>可以打印面单</comment>
        <translation>可以打印面单</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The label was held back</source>
        <comment>面单暂缓</comment>
        <translation>面单暂缓</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A waybill was issued</source>
        <comment>取得运单号</comment>
        <translation>取得运单号</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A waybill was voided</source>
        <comment>运单号作废</comment>
        <translation>运单号作废</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The label went to print</source>
        <comment>打印面单</comment>
        <translation>打印面单</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The label was printed</source>
        <comment>面单已打印</comment>
        <translation>面单已打印</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Whether the label printed is not known</source>
        <comment>不知道面单是否打出</comment>
        <translation>不知道面单是否打出</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A label was voided</source>
        <comment>面单作废</comment>
        <translation>面单作废</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The label was scanned on the box</source>
        <comment>贴上箱后扫过面单</comment>
        <translation>贴上箱后扫过面单</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Putting it aside was asked for</source>
        <comment>要求挂单</comment>
        <translation>要求挂单</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Put aside</source>
        <comment>挂单</comment>
        <translation>挂单</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Stopped</source>
        <comment>订单停下</comment>
        <translation>订单停下</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Split into parcels</source>
        <comment>分箱</comment>
        <translation>分箱</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The split was taken back</source>
        <comment>撤销分箱</comment>
        <translation>撤销分箱</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Shipping short was allowed</source>
        <comment>允许缺件发货</comment>
        <translation>允许缺件发货</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A paper went to print</source>
        <comment>打印箱内纸张</comment>
        <translation>打印箱内纸张</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A photo was taken</source>
        <comment>拍照</comment>
        <translation>拍照</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A photo did not come</source>
        <comment>没拍到照片</comment>
        <translation>没拍到照片</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Going without the photo was allowed</source>
        <comment>同意不拍照</comment>
        <translation>同意不拍照</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Video</source>
        <comment>录像</comment>
        <translation>录像</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A gap in the video</source>
        <comment>录像缺一段</comment>
        <translation>录像缺一段</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Held by the office</source>
        <comment>办公室暂停</comment>
        <translation>办公室暂停</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Released by the office</source>
        <comment>办公室放行</comment>
        <translation>办公室放行</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The place that ships it was chosen</source>
        <comment>选了发货地</comment>
        <translation>选了发货地</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Handed over to the carrier</source>
        <comment>交给快递</comment>
        <translation>交给快递</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The buyer asked to cancel</source>
        <comment>买家要求取消</comment>
        <translation>买家要求取消</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>A time was agreed with the buyer</source>
        <comment>与买家约定时间</comment>
        <translation>与买家约定时间</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The carrier accepted it</source>
        <comment>快递已揽收</comment>
        <translation>快递已揽收</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>On its way</source>
        <comment>运输中</comment>
        <translation>运输中</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>Delivered</source>
        <comment>已签收</comment>
        <translation>已签收</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The buyer refused it</source>
        <comment>买家拒收</comment>
        <translation>买家拒收</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>It came back</source>
        <comment>退回</comment>
        <translation>退回</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The carrier reports damage</source>
        <comment>快递报破损</comment>
        <translation>快递报破损</translation>
    </message>
    <message>
        <location filename="../ui/office/parcel_words.py"/>
        <source>The carrier lost it</source>
        <comment>快递报丢失</comment>
        <translation>快递报丢失</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Find: name, number or badge</source>
        <comment>查找：姓名、编号或工牌</comment>
        <translation>查找：姓名、编号或工牌</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Number</source>
        <comment>编号</comment>
        <translation>编号</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Name</source>
        <comment>姓名</comment>
        <translation>姓名</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Rights</source>
        <comment>权限</comment>
        <translation>权限</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Badge</source>
        <comment>工牌</comment>
        <translation>工牌</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Packer</source>
        <comment>打包员</comment>
        <translation>打包员</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>As the bench</source>
        <comment>随工位</comment>
        <translation>随工位</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>There is nobody yet</source>
        <comment>还没有人</comment>
        <translation>还没有人</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>F2 adds the first; begin with a supervisor</source>
        <comment>F2 添加第一个人；先添加一位主管</comment>
        <translation>F2 添加第一个人；先添加一位主管</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Nobody has that name</source>
        <comment>没有这个人</comment>
        <translation>没有这个人</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Esc shows everybody</source>
        <comment>Esc 看所有人</comment>
        <translation>Esc 看所有人</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/people_words.py"/>
        <source>{n} people</source>
        <comment>{n} 人</comment>
        <translation>
            <numerusform>{n} 人</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Add</source>
        <comment>添加</comment>
        <translation>添加</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Supervisor</source>
        <comment>主管权限</comment>
        <translation>主管权限</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Badge sheet</source>
        <comment>工牌纸</comment>
        <translation>工牌纸</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Add a person</source>
        <comment>添加一个人</comment>
        <translation>添加一个人</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>The badge's code: capital letters, digits, hyphens</source>
        <comment>工牌上的代码：大写字母、数字、连字符</comment>
        <translation>工牌上的代码：大写字母、数字、连字符</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>A supervisor may clear a stop at a bench, allow shipping short, and go without a photo</source>
        <comment>主管可以清除停止、放行缺件、同意不拍照，并用 PIN 登录</comment>
        <translation>主管可以清除停止、放行缺件、同意不拍照，并用 PIN 登录</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Which language does this person read?</source>
        <comment>这个人读什么语言？</comment>
        <translation>这个人读什么语言？</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Chinese</source>
        <comment>中文</comment>
        <translation>中文</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>English</source>
        <comment>英文</comment>
        <translation>英文</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Change rights</source>
        <comment>改权限</comment>
        <translation>改权限</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Make {name} a supervisor?</source>
        <comment>让 {name} 成为主管？</comment>
        <translation>让 {name} 成为主管？</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Take the supervisor's rights from {name}?</source>
        <comment>让 {name} 不再是主管？</comment>
        <translation>让 {name} 不再是主管？</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Added; F7 prints the badge</source>
        <comment>已添加，用 F7 打印工牌</comment>
        <translation>已添加，用 F7 打印工牌</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Changed; it counts from the next sign-in</source>
        <comment>已改，下次登录生效</comment>
        <translation>已改，下次登录生效</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>Making the badge sheet</source>
        <comment>正在生成工牌纸</comment>
        <translation>正在生成工牌纸</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>The badge sheet is ready</source>
        <comment>工牌纸已生成</comment>
        <translation>工牌纸已生成</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>The last supervisor stays one: make somebody else one first</source>
        <comment>这是最后一位主管，先让别人成为主管</comment>
        <translation>这是最后一位主管，先让别人成为主管</translation>
    </message>
    <message>
        <location filename="../ui/office/people_words.py"/>
        <source>The record names the number, never the name. What only a supervisor may clear, nobody else clears.</source>
        <comment>记录里只写编号，不写姓名。没有主管权限的人不能清除主管才能清除的停止。</comment>
        <translation>记录里只写编号，不写姓名。没有主管权限的人不能清除主管才能清除的停止。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>A parcel may differ from the expected weight by this many grams, or by this part of it, whichever is more.</source>
        <comment>包裹的重量可以比预期差这么多克，或差预期的百分之几，取较大的一个。</comment>
        <translation>包裹的重量可以比预期差这么多克，或差预期的百分之几，取较大的一个。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Before a label prints, holds are asked again. When the order book does not answer within holds_deadline_ms, knowledge younger than holds_max_age_s is enough; older refuses (holds_unknown).</source>
        <comment>打印面单前再查一次有没有暂停。订单库在 holds_deadline_ms 毫秒内没有回答时，不超过 holds_max_age_s 秒的旧消息也算数；更旧的不打印（holds_unknown）。</comment>
        <translation>打印面单前再查一次有没有暂停。订单库在 holds_deadline_ms 毫秒内没有回答时，不超过 holds_max_age_s 秒的旧消息也算数；更旧的不打印（holds_unknown）。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Templates of config/labels, or of the home's folder labels: domestic and international. Where the paper in the printer or the order's service is of another size, another one of the same kind is taken.</source>
        <comment>国内和国际面单的模板，在 config/labels 或主文件夹的 labels 里。打印机里的纸或订单的快递要用另一种尺寸时，换用同类的另一个模板。</comment>
        <translation>国内和国际面单的模板，在 config/labels 或主文件夹的 labels 里。打印机里的纸或订单的快递要用另一种尺寸时，换用同类的另一个模板。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The sort wall as one stands before it: rows and columns of its cells, counted from the top left. Together they are how many orders a pick batch has at most.</source>
        <comment>播种墙从正面看的行数和列数，从左上角数起。行乘列就是一批拣货最多的订单数。</comment>
        <translation>播种墙从正面看的行数和列数，从左上角数起。行乘列就是一批拣货最多的订单数。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The name of this bench, unique in the organisation: letters, digits, ".", "_" and "-". It is part of the ledger's name, so changing it begins a new ledger.</source>
        <comment>这个工位的名字，在整个机构里不能重复：字母、数字、“.”、“_”和“-”。它是账本名字的一部分，改了就开始一本新账本。</comment>
        <translation>这个工位的名字，在整个机构里不能重复：字母、数字、“.”、“_”和“-”。它是账本名字的一部分，改了就开始一本新账本。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The organisation the ledger belongs to: letters, digits, ".", "_" and "-".</source>
        <comment>账本属于哪个机构：字母、数字、“.”、“_”和“-”。</comment>
        <translation>账本属于哪个机构：字母、数字、“.”、“_”和“-”。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Whose orders are packed here, unless an import says otherwise; names a file of config/shops.</source>
        <comment>这里装谁的订单，除非导入时另外指定；是 config/shops 里一个文件的名字。</comment>
        <translation>这里装谁的订单，除非导入时另外指定；是 config/shops 里一个文件的名字。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Where this bench stands: the id of a [[place]] in the shop's file. It then packs only what that place ships; an order of another place is refused and the place is named. "" = whatever may be packed.</source>
        <comment>这个工位在哪里：店铺文件里一个 [[place]] 的 id。这里就只装那个地点发的货；别处的订单会被拒绝，并说出是哪里的。"" = 什么都可以装。</comment>
        <translation>这个工位在哪里：店铺文件里一个 [[place]] 的 id。这里就只装那个地点发的货；别处的订单会被拒绝，并说出是哪里的。"" = 什么都可以装。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The order book: sqlite:///FILE (relative to the home) or postgresql+psycopg://USER@HOST/NAME for many benches. Passwords do not stand here: they come from the usual PostgreSQL files (~/.pgpass, pg_service.conf).</source>
        <comment>订单库：sqlite:///文件（从主文件夹算起），多个工位共用时写 postgresql+psycopg://用户@主机/库名。密码不写在这里，而在 PostgreSQL 通常的文件里（~/.pgpass、pg_service.conf）。</comment>
        <translation>订单库：sqlite:///文件（从主文件夹算起），多个工位共用时写 postgresql+psycopg://用户@主机/库名。密码不写在这里，而在 PostgreSQL 通常的文件里（~/.pgpass、pg_service.conf）。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The language that leads on the screen: zh, en, or one that a translator has made (docs/translating.md).</source>
        <comment>屏幕上为主的语言：zh、en，或翻译好的另一种（docs/translating.md）。</comment>
        <translation>屏幕上为主的语言：zh、en，或翻译好的另一种（docs/translating.md）。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The language beside it, which Ctrl+L brings to the front. Empty: English; beside English Chinese.</source>
        <comment>旁边的第二种语言，Ctrl+L 把它换到前面。留空：英文；主语言是英文时为中文。</comment>
        <translation>旁边的第二种语言，Ctrl+L 把它换到前面。留空：英文；主语言是英文时为中文。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The colours of the screen: light, dark, high_contrast or colour_safe.</source>
        <comment>屏幕的颜色：light 浅色、dark 深色、high_contrast 高对比、colour_safe 色觉友好。</comment>
        <translation>屏幕的颜色：light 浅色、dark 深色、high_contrast 高对比、colour_safe 色觉友好。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>true: nothing can be packed before a packer's badge is scanned.</source>
        <comment>true：扫过打包员的工牌才能装箱。</comment>
        <translation>true：扫过打包员的工牌才能装箱。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>After so many seconds without a scan, a key or a weight the bench locks until a badge is scanned; who is signed in and the parcel stay. 0: never. A bench with nobody signed in does not lock.</source>
        <comment>这么多秒没有扫描、按键和重量，工位就锁上，直到扫工牌；登录的人和包裹都保留。0：从不锁。没有人登录时不锁。</comment>
        <translation>这么多秒没有扫描、按键和重量，工位就锁上，直到扫工牌；登录的人和包裹都保留。0：从不锁。没有人登录时不锁。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Letters and buttons in percent of the size they have by themselves: 100, 125, 150 or 200. By themselves they are as large as the packing table needs, in millimetres, and grow with the window; they grow as far as the window has room for the layout.</source>
        <comment>字和按钮是原来大小的百分之几：100、125、150 或 200。原来的大小按工位上要看清的毫米数定，随窗口变大；只要版面放得下就一直变大。</comment>
        <translation>字和按钮是原来大小的百分之几：100、125、150 或 200。原来的大小按工位上要看清的毫米数定，随窗口变大；只要版面放得下就一直变大。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>true: the two work columns change sides, for a packer whose left hand leads. Nothing else moves.</source>
        <comment>true：两个工作栏左右对调，给惯用左手的人。别的都不动。</comment>
        <translation>true：两个工作栏左右对调，给惯用左手的人。别的都不动。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>true: the edges of the window do not flash at a verdict. The banner, its colour and its sound stay.</source>
        <comment>true：判定时窗口边缘不闪。横幅、颜色和声音照旧。</comment>
        <translation>true：判定时窗口边缘不闪。横幅、颜色和声音照旧。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>true: what a finger presses is at least 25 mm high, for gloves; else 20 mm.</source>
        <comment>true：手指按的地方至少 25 毫米高，戴手套用；否则 20 毫米。</comment>
        <translation>true：手指按的地方至少 25 毫米高，戴手套用；否则 20 毫米。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Each command button shows its code, to be scanned from the screen by a scanner that reads QR; without: its key alone.</source>
        <comment>每个命令按钮旁显示它的二维码，能读二维码的扫码枪直接扫屏幕；否则只写按键。</comment>
        <translation>每个命令按钮旁显示它的二维码，能读二维码的扫码枪直接扫屏幕；否则只写按键。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The banner says in words what just sounded, for who cannot hear it.</source>
        <comment>横幅用字写出刚才响的是什么，给听不见的人。</comment>
        <translation>横幅用字写出刚才响的是什么，给听不见的人。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>How loud the bench's sounds are, of 100. "sealbench sounds" plays all of them, to be set by in the hall.</source>
        <comment>工位声音多大，最大 100。“sealbench sounds”把所有声音放一遍，好在仓库里调。</comment>
        <translation>工位声音多大，最大 100。“sealbench sounds”把所有声音放一遍，好在仓库里调。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The colours of the wall board: light, dark, high_contrast or colour_safe.</source>
        <comment>墙上看板的颜色：light 浅色、dark 深色、high_contrast 高对比、colour_safe 色觉友好。</comment>
        <translation>墙上看板的颜色：light 浅色、dark 深色、high_contrast 高对比、colour_safe 色觉友好。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>After so many minutes a call for help that nobody has taken gets louder: red, with another shape and other words.</source>
        <comment>叫人后这么多分钟没有人来，就更醒目：红色，换一个形状和说法。</comment>
        <translation>叫人后这么多分钟没有人来，就更醒目：红色，换一个形状和说法。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>true: the board sounds once for a new call, and every minute for one that nobody takes.</source>
        <comment>true：工位叫人时，看板响一声；没有人来，每分钟再响一声。</comment>
        <translation>true：工位叫人时，看板响一声；没有人来，每分钟再响一声。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>auto: parcels are weighed when the bench has a scale (the windowless bench: always); always: no label prints without a weight, even when no scale is set up; never.</source>
        <comment>auto：工位有秤就称（没有窗口的工位总是称）；always：没有重量不打印面单，没有设秤也一样；never：从不称。</comment>
        <translation>auto：工位有秤就称（没有窗口的工位总是称）；always：没有重量不打印面单，没有设秤也一样；never：从不称。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The scale counts as empty below this weight; the next parcel is weighed only after it was empty.</source>
        <comment>低于这个重量，秤算是空的；秤空过以后才称下一个包裹。</comment>
        <translation>低于这个重量，秤算是空的；秤空过以后才称下一个包裹。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>true: with nothing open, the scan of an item opens the most urgent order of just that one unit.</source>
        <comment>true：没有打开订单时扫一件商品，就打开只要这一件的订单里最急的那个。</comment>
        <translation>true：没有打开订单时扫一件商品，就打开只要这一件的订单里最急的那个。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>true: with nothing open, NEXT asks the order book for the most urgent order that waits; false: orders are scanned.</source>
        <comment>true：没有打开订单时，NEXT 向订单库要最急的一单；false：订单靠扫描打开。</comment>
        <translation>true：没有打开订单时，NEXT 向订单库要最急的一单；false：订单靠扫描打开。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>NEXT may give an order like the last one (the same single item, else the same carrier) before the most urgent one, while that one is due in more than so many seconds, and only one that is due at most so many seconds after it. 0: never.</source>
        <comment>NEXT 可以先给和上一单相像的（同样的单件，否则同一个快递），再给最急的；条件是最急的那单还有这么多秒以上，而且相像的那单最多晚这么多秒截止。0：从不。</comment>
        <translation>NEXT 可以先给和上一单相像的（同样的单件，否则同一个快递），再给最急的；条件是最急的那单还有这么多秒以上，而且相像的那单最多晚这么多秒截止。0：从不。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>So many orders are claimed ahead and kept here, with their waybill numbers, so that the bench has work while the order book is away. They are given back at sign-out and at the end of the program. 0: none. For benches on one server: about 8.</source>
        <comment>提前领这么多单，连运单号一起留在这里，订单库断开时工位也有活干。退出登录和关程序时退回。0：不领。多个工位共用一台服务器时：8 左右。</comment>
        <translation>提前领这么多单，连运单号一起留在这里，订单库断开时工位也有活干。退出登录和关程序时退回。0：不领。多个工位共用一台服务器时：8 左右。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>So many waybill numbers of each service that the bench uses are reserved for it alone, for parcels that need one while the order book is away. What was not handed out goes back at sign-out. 0: none.</source>
        <comment>工位用到的每种快递服务，都给它单独留这么多运单号，订单库断开时给要用的包裹。没用掉的在退出登录时退回。0：不留。</comment>
        <translation>工位用到的每种快递服务，都给它单独留这么多运单号，订单库断开时给要用的包裹。没用掉的在退出登录时退回。0：不留。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Where boxes are packed on the scale, it is a second witness of each scan (docs/second-witness.md). stop: what was scanned and not put in, or put in and not scanned, holds the label until it is put right or the packer says that it is right; warn: it is said while packing and recorded; off.</source>
        <comment>在秤上装箱时，秤是每次扫描的第二个见证（docs/second-witness.md）。stop：扫了没放进去，或放进去没扫，面单就不打印，直到改好，或打包员说没有错；warn：装箱时提醒并记录；off：不管。</comment>
        <translation>在秤上装箱时，秤是每次扫描的第二个见证（docs/second-witness.md）。stop：扫了没放进去，或放进去没扫，面单就不打印，直到改好，或打包员说没有错；warn：装箱时提醒并记录；off：不管。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The code of the [[carton]] that is used when none is scanned; "" = none.</source>
        <comment>没有扫纸箱时用的 [[carton]] 的代码；"" = 不用。</comment>
        <translation>没有扫纸箱时用的 [[carton]] 的代码；"" = 不用。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>true: hides part of the recipient's name and phone on paper (GB/T 41833).</source>
        <comment>true：面单上收件人的姓名和电话遮去一部分（GB/T 41833）。</comment>
        <translation>true：面单上收件人的姓名和电话遮去一部分（GB/T 41833）。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>What papers that leave the house say: packing slips, delivery notes, cards, handover sheets; one language or two. Papers that stay here (command codes, pick lists, shelves, totes, badges) follow the bench's languages, a carrier's label is in Chinese and English.</source>
        <comment>出仓的纸（装箱单、发货单、卡片、交接单）用一种或两种语言；留在仓里的纸（命令码、拣货单、货架、周转箱、工牌）跟工位的语言走，快递面单是中文和英文。</comment>
        <translation>出仓的纸（装箱单、发货单、卡片、交接单）用一种或两种语言；留在仓里的纸（命令码、拣货单、货架、周转箱、工牌）跟工位的语言走，快递面单是中文和英文。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Where this bench remembers the newest checkpoint it has signed, so that a ledger put back from a copy shows at the next start: a folder, better on another drive than the home; "system" for the system's key store; "" = the user's own folder for programs' state, outside the home. Keep it out of the backups of the home (docs/evidence.md).</source>
        <comment>这个工位把最新签过名的检查点记在哪里，账本若被换成旧的备份，下次启动就看得出来：一个文件夹，最好不在同一个盘上；“system”是系统的密钥库；"" = 用户自己存放程序状态的文件夹。不要放进主文件夹的备份里（docs/evidence.md）。</comment>
        <translation>这个工位把最新签过名的检查点记在哪里，账本若被换成旧的备份，下次启动就看得出来：一个文件夹，最好不在同一个盘上；“system”是系统的密钥库；"" = 用户自己存放程序状态的文件夹。不要放进主文件夹的备份里（docs/evidence.md）。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The bench's private key: auto = in the system's key store where there is one, else in a file that only this user may read; system = the key store or not at all; file. Every bundle says which it is. It counts when a key is made.</source>
        <comment>工位的私钥：auto = 有系统密钥库就放在里面，否则放在只有这个用户能读的文件里；system = 只放密钥库；file = 文件。每个证据包都写明是哪一种。生成密钥时起作用。</comment>
        <translation>工位的私钥：auto = 有系统密钥库就放在里面，否则放在只有这个用户能读的文件里；system = 只放密钥库；file = 文件。每个证据包都写明是哪一种。生成密钥时起作用。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Time-stamp authorities (RFC 3161) that are asked for an outside anchor of the record, at most four; needs the extra "timestamp". The certificates they are believed by lie in the home: keys/timestamp-authorities.pem (docs/anchors.md).</source>
        <comment>为记录盖外部时间戳的机构（RFC 3161），最多四个；要装附加组件“timestamp”。用来验证它们的证书放在主文件夹的 keys/timestamp-authorities.pem（docs/anchors.md）。</comment>
        <translation>为记录盖外部时间戳的机构（RFC 3161），最多四个；要装附加组件“timestamp”。用来验证它们的证书放在主文件夹的 keys/timestamp-authorities.pem（docs/anchors.md）。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Each is asked every so many seconds for what it has not stamped.</source>
        <comment>每隔这么多秒，为还没有时间戳的记录向每个机构要一次。</comment>
        <translation>每隔这么多秒，为还没有时间戳的记录向每个机构要一次。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>true: the wall's window says the cell's number aloud, where the machine has a voice.</source>
        <comment>true：电脑能说话时，播种墙窗口念出格子的号码。</comment>
        <translation>true：电脑能说话时，播种墙窗口念出格子的号码。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Photos, video and label files of this bench may take so much disk, in GB (1,000,000,000 bytes). In its last tenth there is no more video; when all is taken, no photo. Packing goes on, and the screen and the record say it.</source>
        <comment>这个工位的照片、录像和面单文件最多占多少磁盘，单位 GB（1,000,000,000 字节）。到最后十分之一不再录像，占满后不再拍照。装箱照常进行，屏幕和记录都会说明。</comment>
        <translation>这个工位的照片、录像和面单文件最多占多少磁盘，单位 GB（1,000,000,000 字节）。到最后十分之一不再录像，占满后不再拍照。装箱照常进行，屏幕和记录都会说明。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>So much stays free on the disk for the record itself: photos stop there, video at twice as much.</source>
        <comment>磁盘上留这么多给记录本身：到这里不再拍照，到两倍时不再录像。</comment>
        <translation>磁盘上留这么多给记录本身：到这里不再拍照，到两倍时不再录像。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Milliseconds from the last unit's scan to the photo of the open box: the time a hand needs.</source>
        <comment>扫完最后一件到拍开箱照片的毫秒数：手移开要的时间。</comment>
        <translation>扫完最后一件到拍开箱照片的毫秒数：手移开要的时间。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>A second place for photos, video and label files (docs/media-store.md): folder:FOLDER, a share that the system has mounted or another disk; or s3:BUCKET or s3:BUCKET/PREFIX of any S3-compatible store. "" = none. Passwords do not stand here: the store's library finds them in the environment (AWS_ACCESS_KEY_ID …) or in ~/.aws. Begin it: sealbench evidence media --begin.</source>
        <comment>照片、录像和面单文件的第二个存放处（docs/media-store.md）：folder:文件夹，即系统挂载的共享或另一块磁盘；或者 s3:桶 或 s3:桶/前缀，任何兼容 S3 的存储。空着：没有。密码不写在这里：存储的程序库从环境变量（AWS_ACCESS_KEY_ID …）或 ~/.aws 里找。先执行一次：sealbench evidence media --begin。</comment>
        <translation>照片、录像和面单文件的第二个存放处（docs/media-store.md）：folder:文件夹，即系统挂载的共享或另一块磁盘；或者 s3:桶 或 s3:桶/前缀，任何兼容 S3 的存储。空着：没有。密码不写在这里：存储的程序库从环境变量（AWS_ACCESS_KEY_ID …）或 ~/.aws 里找。先执行一次：sealbench evidence media --begin。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The store's address, like "https://store.example:9000"; "" = the one of the environment, or else Amazon's.</source>
        <comment>存储的地址，例如 https://store.example:9000；空着：用环境变量里的，没有就用亚马逊的。</comment>
        <translation>存储的地址，例如 https://store.example:9000；空着：用环境变量里的，没有就用亚马逊的。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>The store's region; "" = the one of the environment.</source>
        <comment>存储的区域；空着：用环境变量里的。</comment>
        <translation>存储的区域；空着：用环境变量里的。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Seconds between two rounds while the bench runs.</source>
        <comment>工位运行时两轮复制之间的秒数。</comment>
        <translation>工位运行时两轮复制之间的秒数。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>At most so many MB a second on the line; 0: as fast as it goes.</source>
        <comment>线路上每秒最多这么多 MB；0：能多快就多快。</comment>
        <translation>线路上每秒最多这么多 MB；0：能多快就多快。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Days until a file leaves this disk, once its copy was read back there; 0: only when room runs short (at 80 % of media.budget_gb), the oldest first. Without a verified copy none leaves. When it is erased everywhere [retention] says.</source>
        <comment>副本读回核对之后，文件过这么多天离开本机磁盘；0：只在地方不够时（到 media.budget_gb 的 80 %），最早的先走。没有核对过的副本，一个也不走。什么时候在所有地方删除，由 [retention] 决定。</comment>
        <translation>副本读回核对之后，文件过这么多天离开本机磁盘；0：只在地方不够时（到 media.budget_gb 的 80 %），最早的先走。没有核对过的副本，一个也不走。什么时候在所有地方删除，由 [retention] 决定。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Days after a parcel's last entry, or after its delivery where a carrier's file tells of it, until its video is erased by itself, once a day when the bench is closed.</source>
        <comment>包裹最后一条记录之后，或快递文件说已签收之后，过这么多天自动删除录像；每天工位关着的时候删一次。</comment>
        <translation>包裹最后一条记录之后，或快递文件说已签收之后，过这么多天自动删除录像；每天工位关着的时候删一次。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Days, counted likewise, until its photos are erased.</source>
        <comment>同样算起，过这么多天删除照片。</comment>
        <translation>同样算起，过这么多天删除照片。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Days, counted likewise, until everything that names a person is erased, in record and order book, and the label's bytes.</source>
        <comment>同样算起，过这么多天，记录和订单库里所有写着人的内容，连同面单的数据一起删除。</comment>
        <translation>同样算起，过这么多天，记录和订单库里所有写着人的内容，连同面单的数据一起删除。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Days, counted likewise, until the order's number and waybill are erased. What is in dispute or on legal hold stays (docs/evidence.md, "Erasing").</source>
        <comment>同样算起，过这么多天，最后删除订单号和运单号。有纠纷的、保留中的不删（docs/evidence.md，“Erasing”）。</comment>
        <translation>同样算起，过这么多天，最后删除订单号和运单号。有纠纷的、保留中的不删（docs/evidence.md，“Erasing”）。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>A folder, relative to the home: while the bench runs, order files put there are imported by themselves and moved to its folder done or refused, each with a receipt. One bench is enough; "" = none. The log is logs/import.log.</source>
        <comment>一个文件夹，从主文件夹算起：工位开着时，放进去的订单文件自动导入，然后移到里面的 done 或 refused，各有一张回执。只要一个工位；"" = 没有。日志在 logs/import.log。</comment>
        <translation>一个文件夹，从主文件夹算起：工位开着时，放进去的订单文件自动导入，然后移到里面的 done 或 refused，各有一张回执。只要一个工位；"" = 没有。日志在 logs/import.log。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_meanings.py"/>
        <source>Seconds between two looks. A file is taken when two looks found it alike.</source>
        <comment>两次查看之间的秒数。两次看到一样的文件才导入。</comment>
        <translation>两次查看之间的秒数。两次看到一样的文件才导入。</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>a whole number from {low} to {high}</source>
        <comment>{low} 到 {high} 的整数</comment>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>text of at most {most} characters</source>
        <comment>最多 {most} 个字符的文字</comment>
        <translation>最多 {most} 个字符的文字</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>a list of at most {most}</source>
        <comment>最多 {most} 个的列表</comment>
        <translation>最多 {most} 个的列表</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>one of {several}</source>
        <comment>其中一个：{several}</comment>
        <translation>其中一个：{several}</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>true or false</source>
        <comment>true（是）或 false（否）</comment>
        <translation>true（是）或 false（否）</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>letters, digits, '.', '_' and '-', at most 64</source>
        <comment>字母、数字、“.”、“_”和“-”，最多 64 个</comment>
        <translation>字母、数字、“.”、“_”和“-”，最多 64 个</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>a place's id, or nothing</source>
        <comment>一个地点的 id，或留空</comment>
        <translation>一个地点的 id，或留空</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>zh, en or another language's short name like de or pt_BR</source>
        <comment>zh、en，或另一种语言的简称，如 de、pt_BR</comment>
        <translation>zh、en，或另一种语言的简称，如 de、pt_BR</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>like language, or nothing</source>
        <comment>和 language 一样，或留空</comment>
        <translation>和 language 一样，或留空</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>'folder:FOLDER', 's3:BUCKET' or 's3:BUCKET/PREFIX', or nothing</source>
        <comment>“folder:文件夹”、“s3:桶”或“s3:桶/前缀”，或留空</comment>
        <translation>“folder:文件夹”、“s3:桶”或“s3:桶/前缀”，或留空</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>'https://HOST:PORT', or nothing</source>
        <comment>“https://主机:端口”，或留空</comment>
        <translation>“https://主机:端口”，或留空</translation>
    </message>
    <message>
        <location filename="../ui/office/setting_takes.py"/>
        <source>a region's name, or nothing</source>
        <comment>区域的名字，或留空</comment>
        <translation>区域的名字，或留空</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Find a setting: name, value or meaning</source>
        <comment>查找设置：名字、值或说明</comment>
        <translation>查找设置：名字、值或说明</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Setting</source>
        <comment>设置</comment>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Value now</source>
        <comment>现在的值</comment>
        <translation>现在的值</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Comes from</source>
        <comment>从哪里来</comment>
        <translation>从哪里来</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Where</source>
        <comment>位置</comment>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Default</source>
        <comment>默认值</comment>
        <translation>默认值</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>It takes</source>
        <comment>可以填</comment>
        <translation>可以填</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Meaning</source>
        <comment>意思</comment>
        <translation>意思</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Change</source>
        <comment>修改</comment>
        <translation>修改</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Undo</source>
        <comment>撤销</comment>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Changed only</source>
        <comment>只看改过的</comment>
        <translation>只看改过的</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>All of them</source>
        <comment>全部</comment>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>New value; empty takes the default</source>
        <comment>新的值；留空则用默认值</comment>
        <translation>新的值；留空则用默认值</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Change a setting</source>
        <comment>修改设置</comment>
        <translation>修改设置</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Saved; benches follow it from their next start</source>
        <comment>已保存，工位下次启动时生效</comment>
        <translation>已保存，工位下次启动时生效</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>It is as it was before</source>
        <comment>已恢复原来的值</comment>
        <translation>已恢复原来的值</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>That does not fit; nothing was changed</source>
        <comment>不能这样填，没有改动</comment>
        <translation>不能这样填，没有改动</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>It is changed in the file named above</source>
        <comment>在上面写的文件里修改</comment>
        <translation>在上面写的文件里修改</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>It is changed by the set-up (Ctrl+9) or in the file</source>
        <comment>在安装向导页（Ctrl+9）或文件里修改</comment>
        <translation>在安装向导页（Ctrl+9）或文件里修改</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>There is no such setting</source>
        <comment>没有这样的设置</comment>
        <translation>没有这样的设置</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/office/settings_words.py"/>
        <source>{n} settings, {changed} changed here</source>
        <comment>{n} 项，改过 {changed} 项</comment>
        <extracomment>Of one: 1 setting, {changed} changed here</extracomment>
        <translation>
            <numerusform>{n} 项，改过 {changed} 项</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Decided when the program starts: --home or SEALBENCH_HOME</source>
        <comment>启动程序时决定：--home 或 SEALBENCH_HOME</comment>
        <translation>启动程序时决定：--home 或 SEALBENCH_HOME</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>The folder of this computer: settings, order book, ledger, photos and logs are in it.</source>
        <comment>主文件夹：设置、订单库、账本、照片和日志都在里面。</comment>
        <translation>主文件夹：设置、订单库、账本、照片和日志都在里面。</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>the environment's {name}</source>
        <comment>环境变量 {name}</comment>
        <translation>环境变量 {name}</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>--home, or the user's own folder</source>
        <comment>--home，或用户自己的文件夹</comment>
        <translation>--home，或用户自己的文件夹</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>{name}, order book</source>
        <comment>{name}，订单库</comment>
        <translation>{name}，订单库</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>(empty)</source>
        <comment>（空）</comment>
        <translation>（空）</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Default</source>
        <comment>程序默认</comment>
        <translation>程序默认</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Here, {where}</source>
        <comment>本机 {where}</comment>
        <translation>本机 {where}</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Shop's file</source>
        <comment>店铺文件</comment>
        <translation>店铺文件</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Rule file</source>
        <comment>规则文件</comment>
        <translation>规则文件</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Person's choice</source>
        <comment>本人选择</comment>
        <translation>本人选择</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Environment</source>
        <comment>环境变量</comment>
        <translation>环境变量</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Program's start</source>
        <comment>启动时</comment>
        <translation>启动时</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Boxes: the packer scans a box's command code, or default_carton is taken.</source>
        <comment>纸箱：打包员扫它的命令码，或用 default_carton。</comment>
        <translation>纸箱：打包员扫它的命令码，或用 default_carton。</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>The devices of this bench, where they are and what they speak.</source>
        <comment>这个工位的设备，接在哪里，用什么协议。</comment>
        <translation>这个工位的设备，接在哪里，用什么协议。</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>Papers that go into the box, and the printer of each.</source>
        <comment>封箱时放进箱里的纸张，在哪台打印机上打。</comment>
        <translation>封箱时放进箱里的纸张，在哪台打印机上打。</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>When a photo is taken, by which camera, and if it must be.</source>
        <comment>什么时候拍照，用哪台相机，是否必须。</comment>
        <translation>什么时候拍照，用哪台相机，是否必须。</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>The language that this person reads at every bench of this order book; it comes with the sign-in.</source>
        <comment>这个人读的语言，登录时换上，共用这个订单库的工位都一样。</comment>
        <translation>这个人读的语言，登录时换上，共用这个订单库的工位都一样。</translation>
    </message>
    <message>
        <location filename="../ui/office/settings_words.py"/>
        <source>The colours that this person uses at every bench of this order book; they come with the sign-in.</source>
        <comment>这个人用的颜色，登录时换上，共用这个订单库的工位都一样。</comment>
        <translation>这个人用的颜色，登录时换上，共用这个订单库的工位都一样。</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>The set-up finds and tries scanner, printer, scale and camera step by step, prints a label and packs a practice parcel.</source>
        <comment>安装向导会一步一步找到并测试扫码枪、打印机、秤和相机，打印一张面单，再装一个练习包裹。</comment>
        <translation>安装向导会一步一步找到并测试扫码枪、打印机、秤和相机，打印一张面单，再装一个练习包裹。</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>Settings and comments that are there stay, and the old file is kept. It can be left at any time and gone on with.</source>
        <comment>已有的设置和注释都会保留，旧文件留有备份。可以随时中断，下次接着来。</comment>
        <translation>已有的设置和注释都会保留，旧文件留有备份。可以随时中断，下次接着来。</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>This computer's folder</source>
        <comment>主文件夹</comment>
        <translation>主文件夹</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>Settings</source>
        <comment>设置文件</comment>
        <translation>设置文件</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>there</source>
        <comment>有</comment>
        <translation>有</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>not yet: all defaults</source>
        <comment>还没有，全部用默认值</comment>
        <translation>还没有，全部用默认值</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>Open set-up</source>
        <comment>打开安装向导</comment>
        <translation>打开安装向导</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>The set-up is open, in a window of its own</source>
        <comment>安装向导已打开，在另一个窗口</comment>
        <translation>安装向导已打开，在另一个窗口</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>It is open already</source>
        <comment>安装向导已经开着</comment>
        <translation>安装向导已经开着</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>The set-up has ended; open the office again to see what it has set</source>
        <comment>安装向导已结束；重新打开办公室后看到新的设置</comment>
        <translation>安装向导已结束；重新打开办公室后看到新的设置</translation>
    </message>
    <message>
        <location filename="../ui/office/setup_words.py"/>
        <source>Enter opens the set-up · Ctrl+1…9 other page</source>
        <comment>回车 打开安装向导 · Ctrl+1…9 换页</comment>
        <translation>回车 打开安装向导 · Ctrl+1…9 换页</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Office</source>
        <comment>办公室</comment>
        <translation>办公室</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Reading</source>
        <comment>正在读取</comment>
        <translation>正在读取</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Order book unreachable; what is shown was read before</source>
        <comment>订单库连不上，显示的是断开前读到的</comment>
        <translation>订单库连不上，显示的是断开前读到的</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Look at cable and server, F5 tries again; its address is the setting bench.orderbook</source>
        <comment>看看网线和服务器，F5 再试；地址是设置里的 bench.orderbook</comment>
        <translation>看看网线和服务器，F5 再试；地址是设置里的 bench.orderbook</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>It could not be read</source>
        <comment>没有读到</comment>
        <translation>没有读到</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>The reason stands above; F5 when it is mended</source>
        <comment>原因写在上面，改好后按 F5</comment>
        <translation>原因写在上面，改好后按 F5</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Type the number of one of them</source>
        <comment>请输入其中一个的编号</comment>
        <translation>请输入其中一个的编号</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>This cannot be empty</source>
        <comment>不能留空</comment>
        <translation>不能留空</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Enter goes on · Esc gives up</source>
        <comment>回车 继续 · Esc 放弃</comment>
        <translation>回车 继续 · Esc 放弃</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>↑ ↓ choose · PgUp PgDn page · Ctrl+Home/End ends · Ctrl+1…9 other page · F1 help</source>
        <comment>↑ ↓ 选择 · PgUp PgDn 翻页 · Ctrl+Home/End 首尾 · Ctrl+1…9 换页 · F1 帮助</comment>
        <translation>↑ ↓ 选择 · PgUp PgDn 翻页 · Ctrl+Home/End 首尾 · Ctrl+1…9 换页 · F1 帮助</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Are you sure?</source>
        <comment>确定吗？</comment>
        <translation>确定吗？</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>PgDn shows what follows</source>
        <comment>PgDn 看下面的</comment>
        <translation>PgDn 看下面的</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>row {at} of {total}</source>
        <comment>第 {at} 行，共 {total} 行</comment>
        <translation>第 {at} 行，共 {total} 行</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Refresh</source>
        <comment>刷新</comment>
        <translation>刷新</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Find</source>
        <comment>查找</comment>
        <translation>查找</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Help</source>
        <comment>帮助</comment>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Choose file</source>
        <comment>选文件</comment>
        <translation>选文件</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Close</source>
        <comment>关闭</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Go on</source>
        <comment>继续</comment>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Today</source>
        <comment>今天</comment>
        <translation>今天</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Labels</source>
        <comment>面单</comment>
        <translation>面单</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>People</source>
        <comment>人员</comment>
        <translation>人员</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Settings</source>
        <comment>设置</comment>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../ui/office/words.py"/>
        <source>Set-up</source>
        <comment>安装向导</comment>
        <translation>安装向导</translation>
    </message>
    <message>
        <location filename="../ui/paper_words.py"/>
        <source>'{name}' waits for '{printer}': {cause}. It prints by itself; go on</source>
        <comment>“{name}”没打出来：“{printer}”{cause}。好了会自己打，不用等</comment>
        <translation>“{name}”没打出来：“{printer}”{cause}。好了会自己打，不用等</translation>
    </message>
    <message>
        <location filename="../ui/paper_words.py"/>
        <source>'{name}' may not be out: look at '{printer}', else scan PAPERS</source>
        <comment>“{name}”可能没打出来：看“{printer}”，没有就扫“补打纸张”</comment>
        <translation>“{name}”可能没打出来：看“{printer}”，没有就扫“补打纸张”</translation>
    </message>
    <message>
        <location filename="../ui/paper_words.py"/>
        <source>'{name}' cannot be printed: {cause}. Put it right, then scan PAPERS</source>
        <comment>“{name}”打不了：{cause}。改好后扫“补打纸张”</comment>
        <translation>“{name}”打不了：{cause}。改好后扫“补打纸张”</translation>
    </message>
    <message>
        <location filename="../ui/paper_words.py"/>
        <source>{order}: {said}</source>
        <comment>{order}：{said}</comment>
        <translation>{order}：{said}</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>Order queue</source>
        <comment>订单队列</comment>
        <translation>订单队列</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>Order, waybill, tote or SKU</source>
        <comment>订单号、运单号、周转箱、货号</comment>
        <translation>订单号、运单号、周转箱、货号</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>Enter opens; up and down choose</source>
        <comment>回车打开；上下键选</comment>
        <translation>回车打开；上下键选</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>HISTORY</source>
        <comment>经过</comment>
        <translation>经过</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/queue_words.py"/>
        <source>Orders to pack: {n}</source>
        <comment>待装 {n} 单</comment>
        <translation>
            <numerusform>待装 {n} 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/queue_words.py"/>
        <source>Orders found: {n}</source>
        <comment>找到 {n} 单</comment>
        <translation>
            <numerusform>找到 {n} 单</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>Looking in the order book</source>
        <comment>正在查订单库</comment>
        <translation>正在查订单库</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>Type what you look for meanwhile</source>
        <comment>可以先输入要找的</comment>
        <translation>可以先输入要找的</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>Nothing found for '{text}'</source>
        <comment>没有找到“{text}”</comment>
        <translation>没有找到“{text}”</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>Try the waybill, a phone's last 4 digits or a SKU</source>
        <comment>试试运单号、电话后四位、货号</comment>
        <translation>试试运单号、电话后四位、货号</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>No order waits to be packed</source>
        <comment>没有待装的订单</comment>
        <translation>没有待装的订单</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>Search above for orders already packed</source>
        <comment>装过的订单在上面查</comment>
        <translation>装过的订单在上面查</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>No orders yet</source>
        <comment>还没有订单</comment>
        <translation>还没有订单</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>They appear here once the office imports them; you can practise first</source>
        <comment>办公室导入订单后，这里就有；也可以先练习</comment>
        <translation>办公室导入订单后，这里就有；也可以先练习</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>What follows was read before; it goes on by itself</source>
        <comment>下面是断开前读到的，连上后自动更新</comment>
        <translation>下面是断开前读到的，连上后自动更新</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>Keep packing the open order; this goes on by itself</source>
        <comment>手上的单照常装；连上后自动显示</comment>
        <translation>手上的单照常装；连上后自动显示</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>The orders were not read</source>
        <comment>没有读到订单</comment>
        <translation>没有读到订单</translation>
    </message>
    <message>
        <location filename="../ui/queue_words.py"/>
        <source>Left</source>
        <comment>剩余</comment>
        <translation>剩余</translation>
    </message>
    <message>
        <location filename="../ui/refusal_words.py"/>
        <source>Scan your own badge; else ask the supervisor</source>
        <comment>扫自己的工牌；不行就找主管</comment>
        <translation>扫自己的工牌；不行就找主管</translation>
    </message>
    <message>
        <location filename="../ui/refusal_words.py"/>
        <source>Scan the item's own barcode</source>
        <comment>扫商品自己的条码</comment>
        <translation>扫商品自己的条码</translation>
    </message>
    <message>
        <location filename="../ui/refusal_words.py"/>
        <source>Pack all of it into this box, or clear and put it aside</source>
        <comment>全部装进这一箱；装不下就清除后挂单</comment>
        <translation>全部装进这一箱；装不下就清除后挂单</translation>
    </message>
    <message>
        <location filename="../ui/refusal_words.py"/>
        <source>Stick the label on and scan it. Packed wrong: HELP (F12)</source>
        <comment>面单贴好扫一次；装错了就叫主管（F12）</comment>
        <translation>面单贴好扫一次；装错了就叫主管（F12）</translation>
    </message>
    <message>
        <location filename="../ui/refusal_words.py"/>
        <source>Pack the rest into this box, or clear and put it aside</source>
        <comment>剩下的装进这一箱；装不下就清除后挂单</comment>
        <translation>剩下的装进这一箱；装不下就清除后挂单</translation>
    </message>
    <message>
        <location filename="../ui/refusal_words.py"/>
        <source>Have a supervisor scan a badge</source>
        <comment>找主管来扫工牌</comment>
        <translation>找主管来扫工牌</translation>
    </message>
    <message>
        <location filename="../ui/refusal_words.py"/>
        <source>Scan what is in the box; nothing there: clear, put it aside</source>
        <comment>先扫装好的商品；都没有就清除后挂单</comment>
        <translation>先扫装好的商品；都没有就清除后挂单</translation>
    </message>
    <message>
        <location filename="../ui/refusal_words.py"/>
        <source>Clear and put it aside; the office separates them</source>
        <comment>清除后挂单，办公室会拆开</comment>
        <translation>清除后挂单，办公室会拆开</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/relay_words.py"/>
        <source>{n} not sent, oldest {span}</source>
        <comment>{n} 条未送，最早 {span}前</comment>
        <translation>
            <numerusform>{n} 条未送，最早 {span}前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/relay_words.py"/>
        <source>{n} entries set aside</source>
        <comment>{n} 条搁置</comment>
        <extracomment>Of one: 1 entry set aside</extracomment>
        <translation>
            <numerusform>{n} 条搁置</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/relay_words.py"/>
        <source>Record differs</source>
        <comment>记录不一致</comment>
        <translation>记录不一致</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/relay_words.py"/>
        <source>late: {n}</source>
        <comment>未送 {n}</comment>
        <translation>
            <numerusform>未送 {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/relay_words.py"/>
        <source>aside: {n}</source>
        <comment>搁置 {n}</comment>
        <translation>
            <numerusform>搁置 {n}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/relay_words.py"/>
        <source>differs</source>
        <comment>不一致</comment>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="../ui/relay_words.py"/>
        <source>Leave this computer on: {word}</source>
        <comment>这台电脑请勿关机：{word}</comment>
        <translation>这台电脑请勿关机：{word}</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>The scale is zeroing</source>
        <comment>秤正在归零</comment>
        <translation>秤正在归零</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Wait until it shows 0, then set the box on it</source>
        <comment>等秤显示 0 再放箱子</comment>
        <translation>等秤显示 0 再放箱子</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Scale not found: check its cable</source>
        <comment>找不到秤，检查线</comment>
        <translation>找不到秤，检查线</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Scale unplugged: check its cable</source>
        <comment>秤断开了，检查线</comment>
        <translation>秤断开了，检查线</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>No answer: check the scale's power and cable</source>
        <comment>秤没有回答，检查电源和线</comment>
        <translation>秤没有回答，检查电源和线</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>The scale's port refuses</source>
        <comment>秤连不上</comment>
        <translation>秤连不上</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Scale not reached: check the network</source>
        <comment>秤连不上，检查网络</comment>
        <translation>秤连不上，检查网络</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>The scale hung up</source>
        <comment>秤断开了</comment>
        <translation>秤断开了</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>No permission for the scale: ask the administrator</source>
        <comment>没有权限使用秤，找管理员</comment>
        <translation>没有权限使用秤，找管理员</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Another program uses the scale</source>
        <comment>秤被别的程序占用</comment>
        <translation>秤被别的程序占用</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Two scales of this kind: unplug one or name its port</source>
        <comment>有两台一样的秤，拔掉一台</comment>
        <translation>有两台一样的秤，拔掉一台</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>The scale is not in its USB scale mode</source>
        <comment>秤的 USB 模式不对</comment>
        <translation>秤的 USB 模式不对</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>The scale floods the bench: plug it in again</source>
        <comment>秤乱发数据，重新插线</comment>
        <translation>秤乱发数据，重新插线</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <location filename="../ui/scanner_words.py"/>
        <source>Nothing but noise: wrong baud rate, or a bad cable</source>
        <comment>收到乱码：波特率不对或线坏</comment>
        <translation>收到乱码：波特率不对或线坏</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Its parity is set differently: correct the port's settings</source>
        <comment>收到的数据带校验位：串口设置不对</comment>
        <translation>收到的数据带校验位：串口设置不对</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <location filename="../ui/texts.py"/>
        <source>It speaks another protocol: check its settings</source>
        <comment>秤用的是另一种协议，检查设置</comment>
        <translation>秤用的是另一种协议，检查设置</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>This bench cannot zero its scale</source>
        <comment>工位不能给这台秤归零</comment>
        <translation>工位不能给这台秤归零</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Press the zero key on the scale itself</source>
        <comment>请按秤上的归零键</comment>
        <translation>请按秤上的归零键</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>No contact with the scale: not zeroed</source>
        <comment>秤没有连上，不能归零</comment>
        <translation>秤没有连上，不能归零</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Check its power and cable</source>
        <comment>检查电源和线</comment>
        <translation>检查电源和线</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Something lies on the scale: not zeroed</source>
        <comment>秤上有东西，没有归零</comment>
        <translation>秤上有东西，没有归零</translation>
    </message>
    <message>
        <location filename="../ui/scale_words.py"/>
        <source>Take it off, then scan ZERO again</source>
        <comment>拿下来，再扫一次“归零”</comment>
        <translation>拿下来，再扫一次“归零”</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>Scanner not found: check its cable</source>
        <comment>找不到扫码枪，检查线</comment>
        <translation>找不到扫码枪，检查线</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>Scanner unplugged: check its cable</source>
        <comment>扫码枪断开了，检查线</comment>
        <translation>扫码枪断开了，检查线</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>The scanner does not answer</source>
        <comment>扫码枪没有回答</comment>
        <translation>扫码枪没有回答</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>The scanner's port refuses</source>
        <comment>扫码枪连不上</comment>
        <translation>扫码枪连不上</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>Scanner not reached: check the network</source>
        <comment>扫码枪连不上，检查网络</comment>
        <translation>扫码枪连不上，检查网络</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>The scanner hung up</source>
        <comment>扫码枪断开了</comment>
        <translation>扫码枪断开了</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>No permission for the scanner: ask the administrator</source>
        <comment>没有权限使用扫码枪，找管理员</comment>
        <translation>没有权限使用扫码枪，找管理员</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>Another program uses the scanner</source>
        <comment>扫码枪被别的程序占用</comment>
        <translation>扫码枪被别的程序占用</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>Two scanners of this kind: unplug one or name its port</source>
        <comment>有两把一样的扫码枪，拔掉一把</comment>
        <translation>有两把一样的扫码枪，拔掉一把</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>Scanner in another mode: scan its programming code</source>
        <comment>扫码枪模式不对，扫设置码</comment>
        <translation>扫码枪模式不对，扫设置码</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>The scanner floods the bench: plug it in again</source>
        <comment>扫码枪乱发数据，重新插线</comment>
        <translation>扫码枪乱发数据，重新插线</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>The camera shows nothing: plug it in again</source>
        <comment>相机没有画面，重新插线</comment>
        <translation>相机没有画面，重新插线</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>Codes without an end: set the scanner's suffix</source>
        <comment>条码没有结尾：设置扫码枪后缀</comment>
        <translation>条码没有结尾：设置扫码枪后缀</translation>
    </message>
    <message>
        <location filename="../ui/scanner_words.py"/>
        <source>Control characters in codes: wrong suffix or prefix</source>
        <comment>条码里有控制字符：后缀设置不对</comment>
        <translation>条码里有控制字符：后缀设置不对</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Scan your badge to start</source>
        <comment>扫工牌上班</comment>
        <translation>扫工牌上班</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Locked</source>
        <comment>已锁定</comment>
        <translation>已锁定</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Scan a badge to unlock</source>
        <comment>扫工牌解锁</comment>
        <translation>扫工牌解锁</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>{name}'s badge unlocks. Another badge takes over: both are recorded.</source>
        <comment>{name}的工牌解锁。别人的工牌接手：两个人都会记下。</comment>
        <translation>{name}的工牌解锁。别人的工牌接手：两个人都会记下。</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Scan a badge to go on</source>
        <comment>扫工牌接着装</comment>
        <translation>扫工牌接着装</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Nobody is signed in. Any badge goes on: recorded by name.</source>
        <comment>没有人登录。谁的工牌都能接着装，会记下是谁。</comment>
        <translation>没有人登录。谁的工牌都能接着装，会记下是谁。</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>The parcel stays here: order ends {tail}, {packed} of {needed} units in.</source>
        <comment>包裹留在这里：订单尾号 {tail}，已装 {packed}/{needed} 件。</comment>
        <translation>包裹留在这里：订单尾号 {tail}，已装 {packed}/{needed} 件。</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>{name}: type your PIN</source>
        <comment>输入{name}的 PIN</comment>
        <translation>输入{name}的 PIN</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Type the PIN</source>
        <comment>请输入 PIN</comment>
        <translation>请输入 PIN</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Wrong PIN</source>
        <comment>PIN 不对</comment>
        <translation>PIN 不对</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Digits, then Enter. NO cancels</source>
        <comment>数字键，回车。扫“否”取消</comment>
        <translation>数字键，回车。扫“否”取消</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/seat_words.py"/>
        <source>Wrong PIN. Tries left: {n}</source>
        <comment>PIN 不对，还能试 {n} 次</comment>
        <translation>
            <numerusform>PIN 不对，还能试 {n} 次</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Once more to sign out</source>
        <comment>再来一次才退出</comment>
        <translation>再来一次才退出</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>A parcel is open. Press or scan it again within 3 s</source>
        <comment>还有一单没装完，3 秒内再按或再扫一次</comment>
        <translation>还有一单没装完，3 秒内再按或再扫一次</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>three wrong PINs</source>
        <comment>PIN 错了三次</comment>
        <translation>PIN 错了三次</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Sound: one short rising pair</source>
        <comment>声音：短促上升一声</comment>
        <translation>声音：短促上升一声</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Sound: three rising notes</source>
        <comment>声音：上升三声</comment>
        <translation>声音：上升三声</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Sound: three low harsh beeps</source>
        <comment>声音：低沉三声</comment>
        <translation>声音：低沉三声</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Sound: two falling notes</source>
        <comment>声音：下降两声</comment>
        <translation>声音：下降两声</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Sound: one long note</source>
        <comment>声音：长一声</comment>
        <translation>声音：长一声</translation>
    </message>
    <message>
        <location filename="../ui/seat_words.py"/>
        <source>Sound: high and low in turn</source>
        <comment>声音：高低交替</comment>
        <translation>声音：高低交替</translation>
    </message>
    <message>
        <location filename="../ui/setup_view.py"/>
        <source>Leave</source>
        <comment>退出</comment>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="../ui/setup_view.py"/>
        <source>Start again</source>
        <comment>重来这一步</comment>
        <translation>重来这一步</translation>
    </message>
    <message>
        <location filename="../ui/setup_view.py"/>
        <source>No hardware</source>
        <comment>没有设备</comment>
        <translation>没有设备</translation>
    </message>
    <message>
        <location filename="../ui/setup_view.py"/>
        <source>Skip</source>
        <comment>以后再说</comment>
        <translation>以后再说</translation>
    </message>
    <message>
        <location filename="../ui/setup_view.py"/>
        <source>steps</source>
        <comment>步</comment>
        <translation>步</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>Why is it put aside?</source>
        <comment>为什么放到一边？</comment>
        <translation>为什么放到一边？</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>Which box?</source>
        <comment>用哪个箱子？</comment>
        <translation>用哪个箱子？</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>What you can do here</source>
        <comment>这里能做什么</comment>
        <translation>这里能做什么</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>Scan, press Ctrl+number or touch. Esc: back</source>
        <comment>扫码、按 Ctrl+数字或点一下。Esc 返回</comment>
        <translation>扫码、按 Ctrl+数字或点一下。Esc 返回</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>Scan a code or press a key. F12: supervisor. Esc: back</source>
        <comment>扫码或按键。F12 叫主管。Esc 返回</comment>
        <translation>扫码或按键。F12 叫主管。Esc 返回</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>Press a key or touch. F1 or Esc: back</source>
        <comment>按键或点一下。F1 或 Esc 返回</comment>
        <translation>按键或点一下。F1 或 Esc 返回</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>Just put it aside</source>
        <comment>先放一边</comment>
        <translation>先放一边</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>No reason; or F4 again</source>
        <comment>没有原因；再按一次 F4</comment>
        <translation>没有原因；再按一次 F4</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>For {owner}</source>
        <comment>转{owner}</comment>
        <translation>转{owner}</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>No boxes are set up</source>
        <comment>没有设置箱型</comment>
        <translation>没有设置箱型</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>{g} g empty</source>
        <comment>空箱 {g} 克</comment>
        <translation>空箱 {g} 克</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>FIND</source>
        <comment>找订单</comment>
        <translation>找订单</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>by order, waybill, last digits of the telephone, SKU</source>
        <comment>按订单号、运单号、电话尾号、货号找</comment>
        <translation>按订单号、运单号、电话尾号、货号找</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>shows every box</source>
        <comment>列出所有箱型</comment>
        <translation>列出所有箱型</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>FULL SCREEN</source>
        <comment>全屏</comment>
        <translation>全屏</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>the whole screen, and back</source>
        <comment>全屏，再按一次回来</comment>
        <translation>全屏，再按一次回来</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>COLOURS</source>
        <comment>颜色</comment>
        <translation>颜色</translation>
    </message>
    <message>
        <location filename="../ui/sheets.py"/>
        <source>light, dark, high contrast, colour-safe</source>
        <comment>浅色、深色、高对比、色盲安全</comment>
        <translation>浅色、深色、高对比、色盲安全</translation>
    </message>
    <message>
        <location filename="../ui/sounds.py"/>
        <source>No sound</source>
        <comment>没有声音</comment>
        <translation>没有声音</translation>
    </message>
    <message>
        <location filename="../ui/sounds.py"/>
        <source>Sound on</source>
        <comment>有声音</comment>
        <translation>有声音</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <location filename="../ui/supervisor_keys.py"/>
        <source>Reassign</source>
        <comment>改派</comment>
        <translation>改派</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Put back</source>
        <comment>放回</comment>
        <translation>放回</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Put the {n} orders of {carrier} {time} before all others, so that every bench takes them next?</source>
        <comment>{carrier} {time} 的 {n} 单排到所有订单前面，各工位接下来先做？</comment>
        <extracomment>Of one: Put the 1 order of {carrier} {time} before all others, so that a bench takes it next?</extracomment>
        <translation>
            <numerusform>{carrier} {time} 的 {n} 单排到所有订单前面，各工位接下来先做？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Put the {n} orders of {carrier} {time} back in their turn?</source>
        <comment>{carrier} {time} 提前的 {n} 单放回原来的次序？</comment>
        <extracomment>Of one: Put the 1 order of {carrier} {time} back in its turn?</extracomment>
        <translation>
            <numerusform>{carrier} {time} 提前的 {n} 单放回原来的次序？</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>F12 or Enter: yes · Esc: no. Opened orders stay; who did it and when is recorded</source>
        <comment>F12 或回车：是 · Esc：不改。已打开的订单不动；谁、何时改的会记下</comment>
        <translation>F12 或回车：是 · Esc：不改。已打开的订单不动；谁、何时改的会记下</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_act_words.py"/>
        <source>{n} orders first: the benches take {carrier} next</source>
        <comment>{n} 单已排到最前：各工位接下来先做{carrier}</comment>
        <extracomment>Of one: 1 order first: a bench takes {carrier} next</extracomment>
        <translation>
            <numerusform>{n} 单已排到最前：各工位接下来先做{carrier}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_act_words.py"/>
        <source>{n} orders are back in their turn</source>
        <comment>{n} 单放回了原来的次序</comment>
        <extracomment>Of one: 1 order is back in its turn</extracomment>
        <translation>
            <numerusform>{n} 单放回了原来的次序</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Nothing to move: all are opened or moved already</source>
        <comment>没有可改的订单：都已打开或已经改过</comment>
        <translation>没有可改的订单：都已打开或已经改过</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_act_words.py"/>
        <source>{carrier}: {n} orders stand first</source>
        <comment>{carrier}：{n} 单已排在最前</comment>
        <extracomment>Of one: {carrier}: 1 order stands first</extracomment>
        <translation>
            <numerusform>{carrier}：{n} 单已排在最前</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>No cut-off to reassign for: choose a carrier that falls short, then F12</source>
        <comment>没有要改派的截单：选中一家赶不上的快递，再按 F12</comment>
        <translation>没有要改派的截单：选中一家赶不上的快递，再按 F12</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>by {figure}</source>
        <comment>按{figure}排</comment>
        <translation>按{figure}排</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>This house does not rank. Rank benches and packers by a figure?</source>
        <comment>本仓默认不排名。允许按数字排工位和人？</comment>
        <translation>本仓默认不排名。允许按数字排工位和人？</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>F10 or Enter: allow · Esc: no. Who allowed it and when is recorded; Ctrl+F10 takes it back</source>
        <comment>F10 或回车：允许 · Esc：不改。谁、何时允许的会记下；Ctrl+F10 随时收回</comment>
        <translation>F10 或回车：允许 · Esc：不改。谁、何时允许的会记下；Ctrl+F10 随时收回</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Ranking is allowed; Ctrl+F10 takes it back</source>
        <comment>已允许排名；Ctrl+F10 收回</comment>
        <translation>已允许排名；Ctrl+F10 收回</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>No ranking any more: rows keep their own order</source>
        <comment>不再排名：按工位次序</comment>
        <translation>不再排名：按工位次序</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Ranking allowed by {who}, {time}</source>
        <comment>排名由 {who} 于 {time} 允许</comment>
        <translation>排名由 {who} 于 {time} 允许</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Ranking allowed by the rules file</source>
        <comment>排名由规则文件允许</comment>
        <translation>排名由规则文件允许</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Rows are not ranked; F10 can allow it</source>
        <comment>现在就不排名；F10 可以允许</comment>
        <translation>现在就不排名；F10 可以允许</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>What disputes share</source>
        <comment>纠纷有何相同</comment>
        <translation>纠纷有何相同</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>{kind}: {having} of {among} with {what} (usually {usual})</source>
        <comment>{kind}：{among} 件中 {having} 件{what}（平常 {usual}）</comment>
        <translation>{kind}：{among} 件中 {having} 件{what}（平常 {usual}）</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>carrier {value}</source>
        <comment>快递 {value}</comment>
        <translation>快递 {value}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>service {value}</source>
        <comment>快递服务 {value}</comment>
        <translation>快递服务 {value}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>carton {value}</source>
        <comment>纸箱 {value}</comment>
        <translation>纸箱 {value}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>material {value}</source>
        <comment>包装材料 {value}</comment>
        <translation>包装材料 {value}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>SKU {value}</source>
        <comment>货号 {value}</comment>
        <translation>货号 {value}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>What they share</source>
        <comment>相同之处</comment>
        <translation>相同之处</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>With it</source>
        <comment>其中</comment>
        <translation>其中</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Of</source>
        <comment>共</comment>
        <translation>共</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_act_words.py"/>
        <source>Usually %</source>
        <comment>平常 %</comment>
        <translation>平常 %</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>All keys</source>
        <comment>全部按键</comment>
        <translation>全部按键</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>Move</source>
        <comment>移动圈</comment>
        <translation>移动圈</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>the ring; Tab: from panel to panel</source>
        <comment>Tab 到下一块</comment>
        <translation>Tab 到下一块</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>Open</source>
        <comment>打开</comment>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>what lies behind the figure; Esc comes back</source>
        <comment>数字后面的记录；Esc 返回</comment>
        <translation>数字后面的记录；Esc 返回</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>Pages</source>
        <comment>翻页</comment>
        <translation>翻页</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>of a table; in a small window the other panels</source>
        <comment>表格的下一页；小窗口里换一块</comment>
        <translation>表格的下一页；小窗口里换一块</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>Period</source>
        <comment>时段</comment>
        <translation>时段</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>today, shift, week</source>
        <comment>今天、班次、周</comment>
        <translation>今天、班次、周</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>Group</source>
        <comment>分组</comment>
        <translation>分组</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>by bench, packer, carrier</source>
        <comment>按工位、按人、按快递</comment>
        <translation>按工位、按人、按快递</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>Back and on</source>
        <comment>前一段、后一段</comment>
        <translation>前一段、后一段</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>F4: the period before; F5: the one after</source>
        <comment>F4 前一个时段，F5 后一个</comment>
        <translation>F4 前一个时段，F5 后一个</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <location filename="../ui/supervisor_words.py"/>
        <source>Compare</source>
        <comment>对比</comment>
        <translation>对比</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>with the period before, a week earlier, with none</source>
        <comment>和前一时段、上周同期、不对比</comment>
        <translation>和前一时段、上周同期、不对比</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>F7 CSV, F8 XLSX: the table with the ring; F9 PDF: all</source>
        <comment>F7 CSV、F8 XLSX：圈所在的表；F9 PDF：全部</comment>
        <translation>F7 CSV、F8 XLSX：圈所在的表；F9 PDF：全部</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>Rank</source>
        <comment>排名</comment>
        <translation>排名</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>rows by the figure under the ring; Ctrl+F10 takes it back</source>
        <comment>按圈所在的数字排；Ctrl+F10 收回</comment>
        <translation>按圈所在的数字排；Ctrl+F10 收回</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>a cut-off's orders before all others; asks first</source>
        <comment>这个截单的订单先打；先问一次</comment>
        <translation>这个截单的订单先打；先问一次</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>Colours</source>
        <comment>颜色</comment>
        <translation>颜色</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_keys.py"/>
        <source>Full screen</source>
        <comment>全屏</comment>
        <translation>全屏</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Today {day}</source>
        <comment>今天 {day}</comment>
        <translation>今天 {day}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>{day}, outside the shifts</source>
        <comment>{day} 班次之外</comment>
        <translation>{day} 班次之外</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Week {first} to {last}</source>
        <comment>{first} 至 {last} 的一周</comment>
        <translation>{first} 至 {last} 的一周</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>{month}-{day}</source>
        <comment>{month} 月 {day} 日</comment>
        <translation>{month} 月 {day} 日</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>{year}-{month}-{day}</source>
        <comment>{year} 年 {month} 月 {day} 日</comment>
        <translation>{year} 年 {month} 月 {day} 日</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Beside {period}</source>
        <comment>对比 {period}</comment>
        <translation>对比 {period}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Parcels/h</source>
        <comment>速度</comment>
        <translation>速度</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Lines/h</source>
        <comment>行速</comment>
        <translation>行速</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>First pass</source>
        <comment>一次做对</comment>
        <translation>一次做对</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Saves</source>
        <comment>拦下</comment>
        <translation>拦下</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Slack</source>
        <comment>最紧余量</comment>
        <translation>最紧余量</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Slack, min</source>
        <comment>余量（分）</comment>
        <translation>余量（分）</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>What would mend it</source>
        <comment>怎么补救</comment>
        <translation>怎么补救</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>per hour</source>
        <comment>件/时</comment>
        <translation>件/时</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>per hour</source>
        <comment>行/时</comment>
        <translation>行/时</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>times</source>
        <comment>次</comment>
        <translation>次</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>h:mm</source>
        <comment>时:分</comment>
        <translation>时:分</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{n} orders to pack</source>
        <comment>还要装 {n} 单</comment>
        <extracomment>Of one: {n} order to pack</extracomment>
        <translation>
            <numerusform>还要装 {n} 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{n} in the last hour</source>
        <comment>最近一小时 {n}</comment>
        <translation>
            <numerusform>最近一小时 {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>last h: {n}</source>
        <comment>近 1 时 {n}</comment>
        <translation>
            <numerusform>近 1 时 {n}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>all benches together</source>
        <comment>各工位速度合计</comment>
        <translation>各工位速度合计</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>{lines} lines a parcel</source>
        <comment>平均每件 {lines} 行</comment>
        <translation>平均每件 {lines} 行</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Target {target}</source>
        <comment>目标 {target}</comment>
        <translation>目标 {target}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>{count} in 100 parcels</source>
        <comment>每百件 {count} 次</comment>
        <translation>每百件 {count} 次</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>{carrier} {due}, done {done}</source>
        <comment>{carrier} {due}，预计 {done}</comment>
        <translation>{carrier} {due}，预计 {done}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>nothing waits</source>
        <comment>没有订单在等</comment>
        <translation>没有订单在等</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Nothing packed in two hours</source>
        <comment>近两小时没有打包</comment>
        <translation>近两小时没有打包</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>before: {before}</source>
        <comment>此前 {before}</comment>
        <translation>此前 {before}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Parcels by day</source>
        <comment>每天件数</comment>
        <translation>每天件数</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Two periods</source>
        <comment>两段对比</comment>
        <translation>两段对比</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>{hour}:00</source>
        <comment>{hour}时</comment>
        <translation>{hour}时</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>{hour}h</source>
        <comment>{hour}时</comment>
        <translation>{hour}时</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>not yet</source>
        <comment>未开</comment>
        <translation>未开</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>* {n} minutes so far, shaded at the full-hour rate</source>
        <comment>* {n} 分钟，颜色按整小时折算</comment>
        <extracomment>Of one: * {n} minute so far, shaded at the full-hour rate</extracomment>
        <translation>
            <numerusform>* {n} 分钟，颜色按整小时折算</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>* today so far, shaded at the full-day rate</source>
        <comment>* 今天还没完，颜色按整天折算</comment>
        <translation>* 今天还没完，颜色按整天折算</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>now</source>
        <comment>现在</comment>
        <translation>现在</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>then</source>
        <comment>此前</comment>
        <translation>此前</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{row} {slot} {n} parcels</source>
        <comment>{row} {slot} {n} 件</comment>
        <extracomment>Of one: {row} {slot} {n} parcel</extracomment>
        <translation>
            <numerusform>{row} {slot} {n} 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{first}–{last} of {n}</source>
        <comment>{first}–{last}，共 {n}</comment>
        <translation>
            <numerusform>{first}–{last}，共 {n}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>← earlier hours</source>
        <comment>← 还有更早的</comment>
        <translation>← 还有更早的</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>not signed in</source>
        <comment>未登录</comment>
        <translation>未登录</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>idle {n} min</source>
        <comment>停歇 {n} 分</comment>
        <translation>
            <numerusform>停歇 {n} 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>device lost {n} times</source>
        <comment>设备断开 {n} 次</comment>
        <extracomment>Of one: device lost {n} time</extracomment>
        <translation>
            <numerusform>设备断开 {n} 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>called for help {n} times</source>
        <comment>叫人 {n} 次</comment>
        <extracomment>Of one: called for help {n} time</extracomment>
        <translation>
            <numerusform>叫人 {n} 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>refused {n} times</source>
        <comment>拦下 {n} 次</comment>
        <extracomment>Of one: refused {n} time</extracomment>
        <translation>
            <numerusform>拦下 {n} 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{n} left</source>
        <comment>剩 {n}</comment>
        <translation>
            <numerusform>剩 {n}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>done {time}</source>
        <comment>预计 {time}</comment>
        <translation>预计 {time}</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{percent} % slower: {n} too late for {carrier}</source>
        <comment>慢 {percent} % 就有 {n} 件赶不上{carrier}</comment>
        <translation>
            <numerusform>慢 {percent} % 就有 {n} 件赶不上{carrier}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{n} too late for {carrier}</source>
        <comment>{n} 件赶不上{carrier}</comment>
        <translation>
            <numerusform>{n} 件赶不上{carrier}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>All in time, even {percent} % slower</source>
        <comment>都赶得上；慢 {percent} % 也赶得上</comment>
        <translation>都赶得上；慢 {percent} % 也赶得上</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>{carrier} has only {slack} to spare</source>
        <comment>{carrier} 只剩 {slack} 余量</comment>
        <translation>{carrier} 只剩 {slack} 余量</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>No order waits for a cut-off</source>
        <comment>没有等截单的订单</comment>
        <translation>没有等截单的订单</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Import orders: each carrier is forecast here</source>
        <comment>导入订单后，这里按快递预测</comment>
        <translation>导入订单后，这里按快递预测</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{n} more carriers</source>
        <comment>还有 {n} 家</comment>
        <extracomment>Of one: {n} more carrier</extracomment>
        <translation>
            <numerusform>还有 {n} 家</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Pack this carrier first: slack {slack}</source>
        <comment>先装这家，余量变 {slack}</comment>
        <translation>先装这家，余量变 {slack}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>{benches} to {carrier}: slack {slack}</source>
        <comment>{benches} 改做{carrier}，余量变 {slack}</comment>
        <translation>{benches} 改做{carrier}，余量变 {slack}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>No bench is free: it takes {pace} parcels/h</source>
        <comment>没有空闲的工位：要 {pace} 件/时才赶得上</comment>
        <translation>没有空闲的工位：要 {pace} 件/时才赶得上</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Past the cut-off: call {carrier}</source>
        <comment>已过截单：打电话给{carrier}</comment>
        <translation>已过截单：打电话给{carrier}</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{save}: {n}, most at {bench}</source>
        <comment>{save} {n} 次，多在 {bench}</comment>
        <translation>
            <numerusform>{save} {n} 次，多在 {bench}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>worth {currency} {amount}</source>
        <comment>约值 {currency} {amount}</comment>
        <translation>约值 {currency} {amount}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>worth {currency}</source>
        <comment>约值 {currency}</comment>
        <translation>约值 {currency}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Most at</source>
        <comment>多在</comment>
        <translation>多在</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Around the usual way</source>
        <comment>绕过的步骤</comment>
        <translation>绕过的步骤</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Seconds per parcel</source>
        <comment>时间去哪了</comment>
        <translation>时间去哪了</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>s</source>
        <comment>秒</comment>
        <translation>秒</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{orders}: {n} s of waiting, most at {benches}</source>
        <comment>{orders}等货 {n} 秒，最多在 {benches}</comment>
        <translation>
            <numerusform>{orders}等货 {n} 秒，最多在 {benches}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{well} of {n} OK</source>
        <comment>{well} / {n} 正常</comment>
        <translation>
            <numerusform>{well} / {n} 正常</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Evidence</source>
        <comment>证据</comment>
        <translation>证据</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>silent {span}</source>
        <comment>失联 {span}</comment>
        <translation>失联 {span}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>No bench has reported yet</source>
        <comment>还没有工位报到</comment>
        <translation>还没有工位报到</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Each shows here from its first start</source>
        <comment>工位第一次启动后就在这里</comment>
        <translation>工位第一次启动后就在这里</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>photos: {n}</source>
        <comment>缺照片 {n}</comment>
        <translation>
            <numerusform>缺照片 {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>video: {n}</source>
        <comment>录像缺口 {n}</comment>
        <translation>
            <numerusform>录像缺口 {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>entries: {n}</source>
        <comment>缺记录 {n}</comment>
        <translation>
            <numerusform>缺记录 {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>exposed: {n}</source>
        <comment>未锚定 {n}</comment>
        <translation>
            <numerusform>未锚定 {n}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>lost</source>
        <comment>断开</comment>
        <translation>断开</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Reading the order book</source>
        <comment>正在读取订单库</comment>
        <translation>正在读取订单库</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>A large house's week takes seconds; the keys work meanwhile</source>
        <comment>大仓一周的数字要几秒；按键照常</comment>
        <translation>大仓一周的数字要几秒；按键照常</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>not read yet</source>
        <comment>还没读到</comment>
        <translation>还没读到</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>What follows was read before</source>
        <comment>下面是断开前读到的</comment>
        <translation>下面是断开前读到的</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>The benches keep packing; this page goes on by itself</source>
        <comment>工位照常装箱；连上后自动更新</comment>
        <translation>工位照常装箱；连上后自动更新</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>No parcel was sealed in this period</source>
        <comment>这一段没有封箱的包裹</comment>
        <translation>这一段没有封箱的包裹</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>No parcel has been sealed yet today</source>
        <comment>今天还没有封箱的包裹</comment>
        <translation>今天还没有封箱的包裹</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>F4 the period before · F2 another kind of period</source>
        <comment>F4 看前一段 · F2 换时段</comment>
        <translation>F4 看前一段 · F2 换时段</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>No parcel has been sealed yet</source>
        <comment>还没有封箱的包裹</comment>
        <translation>还没有封箱的包裹</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Figures begin with the first parcel</source>
        <comment>第一件封箱后这里开始有数</comment>
        <translation>第一件封箱后这里开始有数</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Exported: {file}</source>
        <comment>已导出：{file}</comment>
        <translation>已导出：{file}</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>read {time}</source>
        <comment>{time} 读取</comment>
        <translation>{time} 读取</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>What is behind it</source>
        <comment>背后的记录</comment>
        <translation>背后的记录</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>page {n}</source>
        <comment>第 {n} 页</comment>
        <translation>
            <numerusform>第 {n} 页</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>the end</source>
        <comment>到底了</comment>
        <translation>到底了</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>PgDn for more</source>
        <comment>PgDn 还有</comment>
        <translation>PgDn 还有</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Nothing is behind this figure</source>
        <comment>这个数背后没有记录</comment>
        <translation>这个数背后没有记录</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>F1 all keys · ↑↓←→ choose · Enter opens · F2 period · F3 group · F6 compare · F7–F9 export · F12 reassign</source>
        <comment>F1 全部按键 · ↑↓←→ 选 · Enter 打开 · F2 时段 · F3 分组 · F6 对比 · F7–F9 导出 · F12 改派</comment>
        <translation>F1 全部按键 · ↑↓←→ 选 · Enter 打开 · F2 时段 · F3 分组 · F6 对比 · F7–F9 导出 · F12 改派</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/supervisor_words.py"/>
        <source>{n} of {pages} PgUp PgDn · F1 all keys · ↑↓←→ Enter · F2 period · F3 group · F6 compare · F12 reassign</source>
        <comment>第 {n} 页，共 {pages} 页 PgUp PgDn · F1 全部按键 · ↑↓←→ Enter · F2 时段 · F3 分组 · F6 对比 · F12 改派</comment>
        <translation>
            <numerusform>第 {n} 页，共 {pages} 页 PgUp PgDn · F1 全部按键 · ↑↓←→ Enter · F2 时段 · F3 分组 · F6 对比 · F12 改派</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>F1 all keys · ↑↓ choose · Enter opens one · PgDn PgUp pages · Esc back · F7–F9 export</source>
        <comment>F1 全部按键 · ↑↓ 选 · Enter 打开一条 · PgDn PgUp 翻页 · Esc 返回 · F7–F9 导出</comment>
        <translation>F1 全部按键 · ↑↓ 选 · Enter 打开一条 · PgDn PgUp 翻页 · Esc 返回 · F7–F9 导出</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>By bench</source>
        <comment>按工位</comment>
        <translation>按工位</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>By packer</source>
        <comment>按人</comment>
        <translation>按人</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>By carrier</source>
        <comment>按快递</comment>
        <translation>按快递</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>All benches</source>
        <comment>全部工位</comment>
        <translation>全部工位</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>All packers</source>
        <comment>全部人员</comment>
        <translation>全部人员</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>All carriers</source>
        <comment>全部快递</comment>
        <translation>全部快递</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Shift</source>
        <comment>班次</comment>
        <translation>班次</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Week</source>
        <comment>周</comment>
        <translation>周</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>/hour</source>
        <comment>件/时</comment>
        <translation>件/时</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>lines/h</source>
        <comment>行/时</comment>
        <translation>行/时</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>saves</source>
        <comment>拦下</comment>
        <translation>拦下</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Wrong item</source>
        <comment>拿错</comment>
        <translation>拿错</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Over-scan</source>
        <comment>多扫</comment>
        <translation>多扫</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Hold hit</source>
        <comment>暂停单</comment>
        <translation>暂停单</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>no photo</source>
        <comment>免照片</comment>
        <translation>免照片</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>voided</source>
        <comment>作废单号</comment>
        <translation>作废单号</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Single</source>
        <comment>单品</comment>
        <translation>单品</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>One SKU</source>
        <comment>单款多件</comment>
        <translation>单款多件</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Mixed</source>
        <comment>混装</comment>
        <translation>混装</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>paper</source>
        <comment>缺纸</comment>
        <translation>缺纸</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>jam</source>
        <comment>卡纸</comment>
        <translation>卡纸</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>open</source>
        <comment>没关好</comment>
        <translation>没关好</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>ribbon</source>
        <comment>缺碳带</comment>
        <translation>缺碳带</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>paused</source>
        <comment>暂停</comment>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>hot</source>
        <comment>过热</comment>
        <translation>过热</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Entry</source>
        <comment>记录</comment>
        <translation>记录</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Reason</source>
        <comment>原因</comment>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Number</source>
        <comment>序号</comment>
        <translation>序号</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Seconds</source>
        <comment>秒</comment>
        <translation>秒</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Photos missing</source>
        <comment>照片未到</comment>
        <translation>照片未到</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Photos waived</source>
        <comment>免照片</comment>
        <translation>免照片</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Video gaps</source>
        <comment>录像缺口</comment>
        <translation>录像缺口</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Entries missing</source>
        <comment>缺记录</comment>
        <translation>缺记录</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Exposed</source>
        <comment>未锚定</comment>
        <translation>未锚定</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Field</source>
        <comment>项目</comment>
        <translation>项目</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Value</source>
        <comment>内容</comment>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>ready</source>
        <comment>待装</comment>
        <translation>待装</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>packing</source>
        <comment>在装</comment>
        <translation>在装</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Parcel sealed</source>
        <comment>封箱</comment>
        <translation>封箱</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Item packed</source>
        <comment>装入</comment>
        <translation>装入</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Label allowed</source>
        <comment>面单放行</comment>
        <translation>面单放行</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Print uncertain</source>
        <comment>打印不确定</comment>
        <translation>打印不确定</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Device changed</source>
        <comment>设备变化</comment>
        <translation>设备变化</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Help called</source>
        <comment>叫人</comment>
        <translation>叫人</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Scale zeroed</source>
        <comment>秤归零</comment>
        <translation>秤归零</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Scan refused</source>
        <comment>扫码拦下</comment>
        <translation>扫码拦下</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Weight refused</source>
        <comment>重量拦下</comment>
        <translation>重量拦下</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Order stopped</source>
        <comment>订单停下</comment>
        <translation>订单停下</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Units doubted</source>
        <comment>件数存疑</comment>
        <translation>件数存疑</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Unit taken back</source>
        <comment>取出一件</comment>
        <translation>取出一件</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Double read dropped</source>
        <comment>重读丢弃</comment>
        <translation>重读丢弃</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Short pack allowed</source>
        <comment>缺件放行</comment>
        <translation>缺件放行</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Order put aside</source>
        <comment>挂单</comment>
        <translation>挂单</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Waybill voided</source>
        <comment>运单作废</comment>
        <translation>运单作废</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Photo waived</source>
        <comment>免照片</comment>
        <translation>免照片</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Photo missing</source>
        <comment>照片未到</comment>
        <translation>照片未到</translation>
    </message>
    <message>
        <location filename="../ui/supervisor_words.py"/>
        <source>Video gap</source>
        <comment>录像缺口</comment>
        <translation>录像缺口</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>No waybill number yet</source>
        <comment>还没有运单号</comment>
        <translation>还没有运单号</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan the number of a {detail} waybill, or have it typed in</source>
        <comment>扫 {detail} 运单上的号，或让主管录入</comment>
        <translation>扫 {detail} 运单上的号，或让主管录入</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Wrong item: do not pack it</source>
        <comment>商品错误，不要装箱</comment>
        <translation>商品错误，不要装箱</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Put this one back</source>
        <comment>放回这一件</comment>
        <translation>放回这一件</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>One too many</source>
        <comment>多了一件，不要装箱</comment>
        <translation>多了一件，不要装箱</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Put the extra one back</source>
        <comment>放回多的这一件</comment>
        <translation>放回多的这一件</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Unknown code</source>
        <comment>不认识的条码</comment>
        <translation>不认识的条码</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan the item's own code</source>
        <comment>检查商品，扫它自己的条码</comment>
        <translation>检查商品，扫它自己的条码</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Code misread</source>
        <comment>条码没有读全</comment>
        <translation>条码没有读全</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan that code again</source>
        <comment>再扫一次这个条码</comment>
        <translation>再扫一次这个条码</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>No such order</source>
        <comment>没有这个订单</comment>
        <translation>没有这个订单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan an order, or have it imported</source>
        <comment>扫订单号，或让主管导入订单</comment>
        <translation>扫订单号，或让主管导入订单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>On hold: must not ship</source>
        <comment>订单暂停，不能发货</comment>
        <translation>订单暂停，不能发货</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <location filename="../ui/wall_words.py"/>
        <source>Put it in the exception bin</source>
        <comment>放到异常区</comment>
        <translation>放到异常区</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Already shipped</source>
        <comment>这单已经发过</comment>
        <translation>这单已经发过</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Exception bin: ask the supervisor</source>
        <comment>放到异常区，找主管</comment>
        <translation>放到异常区，找主管</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>The cell lacks {detail}</source>
        <comment>格子没满，还缺 {detail}</comment>
        <translation>格子没满，还缺 {detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Take it back to the wall</source>
        <comment>放回播种墙</comment>
        <translation>放回播种墙</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Another place ships it</source>
        <comment>别处发货，不在这里装</comment>
        <translation>别处发货，不在这里装</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Take it to {detail}</source>
        <comment>送到 {detail}</comment>
        <translation>送到 {detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Nothing to pack here</source>
        <comment>这单不用装箱</comment>
        <translation>这单不用装箱</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>{detail}: put it back, ask the supervisor</source>
        <comment>{detail}：货放回，找主管</comment>
        <translation>{detail}：货放回，找主管</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Cancelled: must not ship</source>
        <comment>订单取消，不能发货</comment>
        <translation>订单取消，不能发货</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Order changed: stop</source>
        <comment>订单改了，停止装箱</comment>
        <translation>订单改了，停止装箱</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Put it aside and open it again</source>
        <comment>放到一边，重新扫单</comment>
        <translation>放到一边，重新扫单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Finish the open order</source>
        <comment>还有一单没装完</comment>
        <translation>还有一单没装完</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Put it down; or CLEAR, PUT ASIDE</source>
        <comment>放下那单；清除后可挂单</comment>
        <translation>放下那单；清除后可挂单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Wrong label on the box</source>
        <comment>面单贴错了</comment>
        <translation>面单贴错了</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Take it off, use this parcel's</source>
        <comment>撕下，贴这一单的面单</comment>
        <translation>撕下，贴这一单的面单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>{grams} too light</source>
        <comment>轻了 {grams}</comment>
        <translation>轻了 {grams}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Look in the box and add it. The label prints by itself</source>
        <comment>看箱内，补上缺的，面单自动打印</comment>
        <translation>看箱内，补上缺的，面单自动打印</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>{grams} too heavy</source>
        <comment>重了 {grams}</comment>
        <translation>重了 {grams}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Look in the box and take it out. The label prints by itself</source>
        <comment>看箱内，取出多的，面单自动打印</comment>
        <translation>看箱内，取出多的，面单自动打印</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scale not steady</source>
        <comment>秤还没有稳</comment>
        <translation>秤还没有稳</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Hands off the scale for a moment</source>
        <comment>手离开秤，等一下</comment>
        <translation>手离开秤，等一下</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Clear the scale first</source>
        <comment>先清空秤盘</comment>
        <translation>先清空秤盘</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Take the last parcel off, then put this one on</source>
        <comment>取下上一件，再放这一箱</comment>
        <translation>取下上一件，再放这一箱</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>The scale cannot weigh</source>
        <comment>秤不能称</comment>
        <translation>秤不能称</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Check the scale: {detail}</source>
        <comment>检查秤：{detail}</comment>
        <translation>检查秤：{detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scanned, nothing added</source>
        <comment>扫了但没有放入</comment>
        <translation>扫了但没有放入</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Put it in the box: {detail}</source>
        <comment>放进箱：{detail}</comment>
        <translation>放进箱：{detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Added without a scan</source>
        <comment>放入了没有扫的</comment>
        <translation>放入了没有扫的</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Take it out: {detail}?</source>
        <comment>取出：{detail}？</comment>
        <translation>取出：{detail}？</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Expired: do not pack it</source>
        <comment>商品过期，不要装箱</comment>
        <translation>商品过期，不要装箱</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Same serial number twice</source>
        <comment>序列号重复</comment>
        <translation>序列号重复</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Take another piece, or check its label</source>
        <comment>换一件，或检查标签</comment>
        <translation>换一件，或检查标签</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>This item needs {detail}</source>
        <comment>还要扫 {detail}</comment>
        <translation>还要扫 {detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan the code that carries it</source>
        <comment>扫带批号、有效期或序列号的二维码</comment>
        <translation>扫带批号、有效期或序列号的二维码</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Answer the question first</source>
        <comment>请先回答问题</comment>
        <translation>请先回答问题</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan an answer on the screen</source>
        <comment>扫屏幕上的答案码</comment>
        <translation>扫屏幕上的答案码</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>No carrier service</source>
        <comment>没有快递服务</comment>
        <translation>没有快递服务</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Supervisor: choose a carrier</source>
        <comment>让主管给这单选快递</comment>
        <translation>让主管给这单选快递</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>No waybill numbers left</source>
        <comment>没有运单号了</comment>
        <translation>没有运单号了</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Supervisor: add {detail} numbers. It goes on by itself</source>
        <comment>让主管补 {detail} 单号，会自动继续</comment>
        <translation>让主管补 {detail} 单号，会自动继续</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>This number cannot be used</source>
        <comment>这个运单号不能用</comment>
        <translation>这个运单号不能用</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>{detail}: scan another waybill number</source>
        <comment>{detail}，扫另一个运单号</comment>
        <translation>{detail}，扫另一个运单号</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Over the carrier's limit</source>
        <comment>超过快递的限制</comment>
        <translation>超过快递的限制</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Printer not ready</source>
        <comment>打印机没准备好</comment>
        <translation>打印机没准备好</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>{detail}. It prints by itself; PUT ASIDE lets you pack another</source>
        <comment>{detail}。好了会自动打印；挂单可先装别的</comment>
        <translation>{detail}。好了会自动打印；挂单可先装别的</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Look at it, scan YES or NO</source>
        <comment>看打印机，扫“是”或“否”</comment>
        <translation>看打印机，扫“是”或“否”</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>The label cannot print</source>
        <comment>面单不能打印</comment>
        <translation>面单不能打印</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>PUT ASIDE, ask a supervisor: {detail}</source>
        <comment>挂单，找主管：{detail}</comment>
        <translation>挂单，找主管：{detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Cannot check the order</source>
        <comment>无法确认能否发货</comment>
        <translation>无法确认能否发货</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>It goes on when the order book answers</source>
        <comment>网络好了会自动继续</comment>
        <translation>网络好了会自动继续</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan again; else call the supervisor</source>
        <comment>再扫一次；不行就叫主管</comment>
        <translation>再扫一次；不行就叫主管</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan CLEAR first</source>
        <comment>先扫清除码</comment>
        <translation>先扫清除码</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan CLEAR</source>
        <comment>扫清除码</comment>
        <translation>扫清除码</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Not allowed: {detail}</source>
        <comment>不允许：{detail}</comment>
        <translation>不允许：{detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Ask the supervisor</source>
        <comment>找主管</comment>
        <translation>找主管</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan your badge first</source>
        <comment>请先扫工牌</comment>
        <translation>请先扫工牌</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Then this code again</source>
        <comment>再扫一次这个码</comment>
        <translation>再扫一次这个码</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>That is not a code</source>
        <comment>读到的不是条码</comment>
        <translation>读到的不是条码</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan again: {detail}</source>
        <comment>再扫一次：{detail}</comment>
        <translation>再扫一次：{detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Not recorded: scan again</source>
        <comment>没有记下，再扫一次</comment>
        <translation>没有记下，再扫一次</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Else ask for help: {detail}</source>
        <comment>不行就叫主管：{detail}</comment>
        <translation>不行就叫主管：{detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Misread, or its check digit is wrong</source>
        <comment>没读全，或校验位不对</comment>
        <translation>没读全，或校验位不对</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Another parcel has it</source>
        <comment>已经是别的单的号</comment>
        <translation>已经是别的单的号</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Numbers of this carrier come from the pool</source>
        <comment>这家的运单号从单号池取</comment>
        <translation>这家的运单号从单号池取</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Out of paper: load a roll</source>
        <comment>打印机缺纸，请装纸</comment>
        <translation>打印机缺纸，请装纸</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Close the print head</source>
        <comment>打印头没关好</comment>
        <translation>打印头没关好</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Close the cover</source>
        <comment>打印机盖没关</comment>
        <translation>打印机盖没关</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Paused: press the feed key</source>
        <comment>打印机暂停，按继续键</comment>
        <translation>打印机暂停，按继续键</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Ribbon used up: load a new one</source>
        <comment>碳带用完</comment>
        <translation>碳带用完</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Not connected: check power and cable</source>
        <comment>打印机连不上，检查电源和线</comment>
        <translation>打印机连不上，检查电源和线</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>No answer: check power and cable</source>
        <comment>打印机没有回答，检查电源和线</comment>
        <translation>打印机没有回答，检查电源和线</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Connection lost</source>
        <comment>打印机断开了</comment>
        <translation>打印机断开了</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>It refuses the connection: check power and settings</source>
        <comment>打印机拒绝连接，检查电源和设置</comment>
        <translation>打印机拒绝连接，检查电源和设置</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>No printer is set up</source>
        <comment>没有设置打印机</comment>
        <translation>没有设置打印机</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Print head too hot: wait</source>
        <comment>打印头太热，等一下</comment>
        <translation>打印头太热，等一下</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Paper jam: open the printer and clear it</source>
        <comment>卡纸了，打开打印机取出</comment>
        <translation>卡纸了，打开打印机取出</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Cutter jammed</source>
        <comment>切刀卡住了</comment>
        <translation>切刀卡住了</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Label gap not found: load the labels again</source>
        <comment>找不到标签间隙，重装标签</comment>
        <translation>找不到标签间隙，重装标签</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Printer error: switch it off and on</source>
        <comment>打印机报错，关机再开</comment>
        <translation>打印机报错，关机再开</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Printer fault: switch it off and on</source>
        <comment>打印机故障，关机再开</comment>
        <translation>打印机故障，关机再开</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Paper is being fed</source>
        <comment>打印机正在走纸</comment>
        <translation>打印机正在走纸</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>The printer cannot confirm: please look</source>
        <comment>打印机不能确认，请看一眼</comment>
        <translation>打印机不能确认，请看一眼</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>The data does not leave: check the printer</source>
        <comment>数据送不出去，检查打印机</comment>
        <translation>数据送不出去，检查打印机</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Printer not found: check the cable</source>
        <comment>找不到打印机，检查线</comment>
        <translation>找不到打印机，检查线</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>No permission for the printer: ask the administrator</source>
        <comment>没有权限使用打印机，找管理员</comment>
        <translation>没有权限使用打印机，找管理员</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Another program uses the printer</source>
        <comment>打印机被别的程序占用</comment>
        <translation>打印机被别的程序占用</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Printer busy</source>
        <comment>打印机忙</comment>
        <translation>打印机忙</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>too heavy for it</source>
        <comment>超重</comment>
        <translation>超重</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>below zero</source>
        <comment>低于零点</comment>
        <translation>低于零点</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>it reports a fault</source>
        <comment>秤有故障</comment>
        <translation>秤有故障</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>no weight: counting or percent?</source>
        <comment>不是重量，计数或百分比？</comment>
        <translation>不是重量，计数或百分比？</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>its unit was changed: switch it back</source>
        <comment>单位被换了，按单位键换回来</comment>
        <translation>单位被换了，按单位键换回来</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Its parity is set differently</source>
        <comment>校验位设置不对</comment>
        <translation>校验位设置不对</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/texts.py"/>
        <source>Larger orders that need it: {n}. Scan one of them, or put it back</source>
        <comment>要它的多件订单有 {n} 个：扫其中一单，或放回货架</comment>
        <translation>
            <numerusform>要它的多件订单有 {n} 个：扫其中一单，或放回货架</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>No order needs it now: put it back on the shelf</source>
        <comment>现在没有订单要它，放回货架</comment>
        <translation>现在没有订单要它，放回货架</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>That is a carton's code: scan the piece's own</source>
        <comment>这是整箱码：扫单件自己的条码</comment>
        <translation>这是整箱码：扫单件自己的条码</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>unknown badge</source>
        <comment>工牌不认识</comment>
        <translation>工牌不认识</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Nothing is sent</source>
        <comment>无需发货</comment>
        <translation>无需发货</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Its supplier sends it</source>
        <comment>供应商直发</comment>
        <translation>供应商直发</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>needs a supervisor's badge</source>
        <comment>要主管的工牌</comment>
        <translation>要主管的工牌</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>nothing is in the box yet</source>
        <comment>箱里还没有东西</comment>
        <translation>箱里还没有东西</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>its label is printed or printing</source>
        <comment>面单已打印或正在打印</comment>
        <translation>面单已打印或正在打印</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>one of the orders has nothing in the box: put it aside and have the orders separated</source>
        <comment>其中一单在箱里一件也没有：挂单，请办公室拆开合单</comment>
        <translation>其中一单在箱里一件也没有：挂单，请办公室拆开合单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>orders under one waybill cannot be split</source>
        <comment>合并发货的订单不能分箱</comment>
        <translation>合并发货的订单不能分箱</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>this order has all the parcels it may have</source>
        <comment>这单不能再分箱</comment>
        <translation>这单不能再分箱</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>items with a barcode are scanned</source>
        <comment>有条码的商品要扫</comment>
        <translation>有条码的商品要扫</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>too many copies</source>
        <comment>补打次数太多</comment>
        <translation>补打次数太多</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>too long</source>
        <comment>太长</comment>
        <translation>太长</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>control characters in it</source>
        <comment>有控制字符</comment>
        <translation>有控制字符</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>not text</source>
        <comment>不是文字</comment>
        <translation>不是文字</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>incomplete</source>
        <comment>不完整</comment>
        <translation>不完整</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>its GS1 content is wrong</source>
        <comment>GS1 内容有误</comment>
        <translation>GS1 内容有误</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>check characters do not fit</source>
        <comment>校验不对</comment>
        <translation>校验不对</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>a lot number</source>
        <comment>批号</comment>
        <translation>批号</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>an expiry date</source>
        <comment>有效期</comment>
        <translation>有效期</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>a serial number</source>
        <comment>序列号</comment>
        <translation>序列号</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>not paid</source>
        <comment>未付款</comment>
        <translation>未付款</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>partly paid</source>
        <comment>货款未付清</comment>
        <translation>货款未付清</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>in the platform's risk review</source>
        <comment>平台风控审核中</comment>
        <translation>平台风控审核中</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>cash on delivery not confirmed</source>
        <comment>货到付款未电话确认</comment>
        <translation>货到付款未电话确认</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>an approval is missing</source>
        <comment>缺审批</comment>
        <translation>缺审批</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>the buyer asks to cancel</source>
        <comment>买家申请取消</comment>
        <translation>买家申请取消</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>the buyer asks for a refund</source>
        <comment>买家申请退款</comment>
        <translation>买家申请退款</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>frozen by the platform</source>
        <comment>订单冻结</comment>
        <translation>订单冻结</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>a dispute is open</source>
        <comment>有纠纷</comment>
        <translation>有纠纷</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>the order was changed</source>
        <comment>订单内容改了</comment>
        <translation>订单内容改了</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>custom spec not confirmed</source>
        <comment>定制规格未确认</comment>
        <translation>定制规格未确认</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>no ship-from address</source>
        <comment>缺发货地址</comment>
        <translation>缺发货地址</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>its item lines are not here yet</source>
        <comment>还没有商品明细</comment>
        <translation>还没有商品明细</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>held by a supervisor</source>
        <comment>主管暂停</comment>
        <translation>主管暂停</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>its address is masked</source>
        <comment>地址已脱敏</comment>
        <translation>地址已脱敏</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>the invoice is missing</source>
        <comment>缺发票</comment>
        <translation>缺发票</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>a shortage is still open</source>
        <comment>缺货还没解决</comment>
        <translation>缺货还没解决</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>its platform status is not known</source>
        <comment>平台状态不认识</comment>
        <translation>平台状态不认识</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>not yet confirmed on the platform</source>
        <comment>平台上还没确认接单</comment>
        <translation>平台上还没确认接单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan an order</source>
        <comment>请扫订单</comment>
        <translation>请扫订单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Order, tote, waybill, wall cell or item</source>
        <comment>扫订单号、周转箱、面单、墙格或商品</comment>
        <translation>扫订单号、周转箱、面单、墙格或商品</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Start packing</source>
        <comment>开始装箱</comment>
        <translation>开始装箱</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/texts.py"/>
        <source>{n} units</source>
        <comment>共 {n} 件</comment>
        <extracomment>Of one: 1 unit</extracomment>
        <translation>
            <numerusform>共 {n} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Looking up the order</source>
        <comment>正在查订单</comment>
        <translation>正在查订单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Correct: {name}</source>
        <comment>正确：{name}</comment>
        <translation>正确：{name}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>{packed} of {needed}</source>
        <comment>第 {packed} 件，共 {needed} 件</comment>
        <translation>第 {packed} 件，共 {needed} 件</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Complete: weigh the box</source>
        <comment>齐了，放到秤上</comment>
        <translation>齐了，放到秤上</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/texts.py"/>
        <source>All {n} units are in</source>
        <comment>{n} 件都在箱里</comment>
        <extracomment>Of one: The one unit is in</extracomment>
        <translation>
            <numerusform>{n} 件都在箱里</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Taken back: {name}</source>
        <comment>已撤销：{name}</comment>
        <translation>已撤销：{name}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Answer the question</source>
        <comment>请先回答</comment>
        <translation>请先回答</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Put the box on the scale</source>
        <comment>放到秤上</comment>
        <translation>放到秤上</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Checked: it comes out by itself</source>
        <comment>检查过了，马上出来</comment>
        <translation>检查过了，马上出来</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>It comes out of {name}</source>
        <comment>到“{name}”取</comment>
        <translation>到“{name}”取</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Stick the label, then scan it</source>
        <comment>贴上面单，再扫一次</comment>
        <translation>贴上面单，再扫一次</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Printed</source>
        <comment>已打印</comment>
        <translation>已打印</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Printed by {name}</source>
        <comment>已打印，到“{name}”取</comment>
        <translation>已打印，到“{name}”取</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scan the next order</source>
        <comment>可以扫下一单</comment>
        <translation>可以扫下一单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>One more box, {name}: NEXT opens it</source>
        <comment>还有一箱 {name}，按下一单打开</comment>
        <translation>还有一箱 {name}，按下一单打开</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Split: this box ends here</source>
        <comment>分箱：这一箱装到这里</comment>
        <translation>分箱：这一箱装到这里</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>After the seal, go on as {name}</source>
        <comment>封箱后接着装 {name}</comment>
        <translation>封箱后接着装 {name}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Split taken back: go on</source>
        <comment>分箱已撤销，继续装</comment>
        <translation>分箱已撤销，继续装</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>This box is split already</source>
        <comment>这一箱已经分好</comment>
        <translation>这一箱已经分好</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Put aside</source>
        <comment>已挂单</comment>
        <translation>已挂单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Put aside for {name}</source>
        <comment>已挂单，转{name}</comment>
        <translation>已挂单，转{name}</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/texts.py"/>
        <source>Its {n} packed units stay with it: exception bin</source>
        <comment>已装 {n} 件留在箱里，放到异常区</comment>
        <extracomment>Of one: Its 1 packed unit stays with it: exception bin</extracomment>
        <translation>
            <numerusform>已装 {n} 件留在箱里，放到异常区</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Not printed yet: set the box aside. Scan its order later, weigh it, and it prints</source>
        <comment>面单还没打：箱子放一边，以后扫这单，再称一次就打印</comment>
        <translation>面单还没打：箱子放一边，以后扫这单，再称一次就打印</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Note: {name}</source>
        <comment>注意：{name}</comment>
        <translation>注意：{name}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Cleared: go on</source>
        <comment>已清除，继续</comment>
        <translation>已清除，继续</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Nothing to do</source>
        <comment>无需处理</comment>
        <translation>无需处理</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>The label is not out yet</source>
        <comment>面单还没打出来</comment>
        <translation>面单还没打出来</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>This box is sealed already</source>
        <comment>这箱已经封好</comment>
        <translation>这箱已经封好</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>This order is open already</source>
        <comment>这单已经打开</comment>
        <translation>这单已经打开</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <location filename="../ui/wall_words.py"/>
        <source>Nothing to clear</source>
        <comment>没有要清除的</comment>
        <translation>没有要清除的</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Nothing to take back</source>
        <comment>没有要撤销的</comment>
        <translation>没有要撤销的</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Nothing is missing</source>
        <comment>没有缺件</comment>
        <translation>没有缺件</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>No label to print again</source>
        <comment>没有要补打的面单</comment>
        <translation>没有要补打的面单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>No order is open</source>
        <comment>没有打开的订单</comment>
        <translation>没有打开的订单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Same scan twice: ignored</source>
        <comment>同一次扫描，已忽略</comment>
        <translation>同一次扫描，已忽略</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Hello</source>
        <comment>你好</comment>
        <translation>你好</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Signed out</source>
        <comment>已退出</comment>
        <translation>已退出</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Confirmed</source>
        <comment>已确认</comment>
        <translation>已确认</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scale: {grams}</source>
        <comment>秤：{grams}</comment>
        <translation>秤：{grams}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Scale is empty</source>
        <comment>秤盘已空</comment>
        <translation>秤盘已空</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Box {name}</source>
        <comment>箱型 {name}</comment>
        <translation>箱型 {name}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Supervisor called</source>
        <comment>已叫主管</comment>
        <translation>已叫主管</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Device: {name}</source>
        <comment>设备：{name}</comment>
        <translation>设备：{name}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Back again: go on</source>
        <comment>已恢复，继续装箱</comment>
        <translation>已恢复，继续装箱</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Short pack allowed</source>
        <comment>缺件发货已批准</comment>
        <translation>缺件发货已批准</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Weight {grams}: right</source>
        <comment>重量 {grams}，正确</comment>
        <translation>重量 {grams}，正确</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>{said}: {units} × {name}?</source>
        <comment>{said}：{units} × {name}？</comment>
        <translation>{said}：{units} × {name}？</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Not recorded, scan again: {detail}</source>
        <comment>没有记下，再扫一次：{detail}</comment>
        <translation>没有记下，再扫一次：{detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Cannot read this line: {detail}</source>
        <comment>这一行读不懂：{detail}</comment>
        <translation>这一行读不懂：{detail}</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Put it aside, ask the supervisor</source>
        <comment>放到一边，问主管</comment>
        <translation>放到一边，问主管</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>The label waits</source>
        <comment>面单还没打印</comment>
        <translation>面单还没打印</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Waits for a waybill number</source>
        <comment>等运单号</comment>
        <translation>等运单号</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Waits for a carrier to be chosen</source>
        <comment>等主管选快递</comment>
        <translation>等主管选快递</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Waits: over the carrier's limit</source>
        <comment>超限，先换箱子或快递</comment>
        <translation>超限，先换箱子或快递</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Waits for the order book</source>
        <comment>等订单库答复</comment>
        <translation>等订单库答复</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Waits for the printer</source>
        <comment>等打印机</comment>
        <translation>等打印机</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Waits: the label cannot print</source>
        <comment>面单打不了，等处理</comment>
        <translation>面单打不了，等处理</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Waits for a badge</source>
        <comment>等扫工牌</comment>
        <translation>等扫工牌</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Waits for an answer</source>
        <comment>等回答问题</comment>
        <translation>等回答问题</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Waits for the supervisor</source>
        <comment>等主管</comment>
        <translation>等主管</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>purchasing</source>
        <comment>采购</comment>
        <translation>采购</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>production</source>
        <comment>生产</comment>
        <translation>生产</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>customer service</source>
        <comment>客服</comment>
        <translation>客服</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Region</source>
        <comment>省市</comment>
        <translation>省市</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>Buyer's carrier</source>
        <comment>买家选的快递</comment>
        <translation>买家选的快递</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>PUT ASIDE</source>
        <comment>挂单</comment>
        <translation>挂单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>BY HAND</source>
        <comment>手工</comment>
        <translation>手工</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>SHORT</source>
        <comment>缺件</comment>
        <translation>缺件</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>PAPERS</source>
        <comment>补打纸张</comment>
        <translation>补打纸张</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>SPLIT</source>
        <comment>分箱</comment>
        <translation>分箱</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>NEXT</source>
        <comment>下一单</comment>
        <translation>下一单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>HELP</source>
        <comment>叫人</comment>
        <translation>叫人</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>LOCK</source>
        <comment>锁定</comment>
        <translation>锁定</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>BOX</source>
        <comment>箱型</comment>
        <translation>箱型</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>WEIGH</source>
        <comment>重称</comment>
        <translation>重称</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>ZERO</source>
        <comment>归零</comment>
        <translation>归零</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>REPRINT</source>
        <comment>补打</comment>
        <translation>补打</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>NO</source>
        <comment>否</comment>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>NO LABEL</source>
        <comment>没出单</comment>
        <translation>没出单</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>PHOTO</source>
        <comment>拍照</comment>
        <translation>拍照</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>SIGN OUT</source>
        <comment>退出</comment>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <location filename="../ui/training_words.py"/>
        <source>YES</source>
        <comment>是</comment>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../ui/texts.py"/>
        <source>RETRY</source>
        <comment>重试</comment>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>TRAINING</source>
        <comment>练习</comment>
        <translation>练习</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>nothing is real</source>
        <comment>不是真订单</comment>
        <translation>不是真订单</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Training bench</source>
        <comment>练习工位</comment>
        <translation>练习工位</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Lesson {number} of {all}</source>
        <comment>第 {number} 课，共 {all} 课</comment>
        <translation>第 {number} 课，共 {all} 课</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The first parcel</source>
        <comment>第一个包裹</comment>
        <translation>第一个包裹</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Pack one whole parcel. Each step is said here.</source>
        <comment>跟着做一个完整的包裹。每一步这里都会告诉你。</comment>
        <translation>跟着做一个完整的包裹。每一步这里都会告诉你。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Wait a moment: the bench is at work.</source>
        <comment>等一下，机器在做。</comment>
        <translation>等一下，机器在做。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Scan your badge to sign in.</source>
        <comment>扫你的工牌登录。</comment>
        <translation>扫你的工牌登录。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Scan the code on the order.</source>
        <comment>扫订单上的码。</comment>
        <translation>扫订单上的码。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Take the item in the picture, scan it, box it.</source>
        <comment>拿大图里的商品，扫它的码，放进箱子。</comment>
        <translation>拿大图里的商品，扫它的码，放进箱子。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Read the buyer's note, then scan YES.</source>
        <comment>读买家留言，然后扫“是”。</comment>
        <translation>读买家留言，然后扫“是”。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Answer the question on the screen.</source>
        <comment>回答屏幕上的问题。</comment>
        <translation>回答屏幕上的问题。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Put the box on the scale; wait until it is stable.</source>
        <comment>把箱子放到秤上，等数字稳定。</comment>
        <translation>把箱子放到秤上，等数字稳定。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Stick the label on the box, then scan it there.</source>
        <comment>把面单贴在箱子上，再扫一次面单。</comment>
        <translation>把面单贴在箱子上，再扫一次面单。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Sealed. Take the box off the scale.</source>
        <comment>封好了。把箱子从秤上拿走。</comment>
        <translation>封好了。把箱子从秤上拿走。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Put it back, then scan CLEAR.</source>
        <comment>放回这一件，扫“清除”。</comment>
        <translation>放回这一件，扫“清除”。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Begin</source>
        <comment>开始</comment>
        <translation>开始</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Skip it</source>
        <comment>跳过这课</comment>
        <translation>跳过这课</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Once more</source>
        <comment>再练一次</comment>
        <translation>再练一次</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Next lesson</source>
        <comment>下一课</comment>
        <translation>下一课</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>See the page</source>
        <comment>看结果</comment>
        <translation>看结果</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Save the page</source>
        <comment>保存这页</comment>
        <translation>保存这页</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Repeat the rest</source>
        <comment>重练没满分的</comment>
        <translation>重练没满分的</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Leave</source>
        <comment>结束练习</comment>
        <translation>结束练习</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The coach does the first steps; just watch.</source>
        <comment>教练先做前面几步，看着就好。</comment>
        <translation>教练先做前面几步，看着就好。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The coach finishes this parcel.</source>
        <comment>教练把这个包裹做完。</comment>
        <translation>教练把这个包裹做完。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>This lesson is done.</source>
        <comment>这一课做完了。</comment>
        <translation>这一课做完了。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>All done: this page is yours.</source>
        <comment>都练过了，这是你的一页。</comment>
        <translation>都练过了，这是你的一页。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Saved: {file}</source>
        <comment>已保存：{file}</comment>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Not saved: {why}. Put that right, then save it again.</source>
        <comment>没有保存：{why}。处理好，再保存。</comment>
        <translation>没有保存：{why}。处理好，再保存。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Not saved: {file} is there already. Move it, then save it again.</source>
        <comment>没有保存：已经有 {file}。移走它，再保存一次。</comment>
        <translation>没有保存：已经有 {file}。移走它，再保存一次。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>A hint: {what}</source>
        <comment>提示：{what}</comment>
        <translation>提示：{what}</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Your badge</source>
        <comment>你的工牌</comment>
        <translation>你的工牌</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The order</source>
        <comment>订单</comment>
        <translation>订单</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The CLEAR code</source>
        <comment>“清除”码</comment>
        <translation>“清除”码</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The same item again</source>
        <comment>同一件再扫一次</comment>
        <translation>同一件再扫一次</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Put the box on</source>
        <comment>箱子放上秤</comment>
        <translation>箱子放上秤</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Take the box off</source>
        <comment>箱子拿走</comment>
        <translation>箱子拿走</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The box's label</source>
        <comment>箱上的面单</comment>
        <translation>箱上的面单</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Load a new roll</source>
        <comment>换一卷纸</comment>
        <translation>换一卷纸</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Plug the scanner in</source>
        <comment>插好扫码枪的线</comment>
        <translation>插好扫码枪的线</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Uncover the lens</source>
        <comment>拿开挡住镜头的东西</comment>
        <translation>拿开挡住镜头的东西</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The one in the tote</source>
        <comment>周转箱里的这件</comment>
        <translation>周转箱里的这件</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The one on the shelf</source>
        <comment>货架上的这件</comment>
        <translation>货架上的这件</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>One more from the tote</source>
        <comment>周转箱里还有一件</comment>
        <translation>周转箱里还有一件</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The torn barcode</source>
        <comment>破的条码</comment>
        <translation>破的条码</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The code on its back</source>
        <comment>另一面的条码</comment>
        <translation>另一面的条码</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Box as it is</source>
        <comment>箱子照样上秤</comment>
        <translation>箱子照样上秤</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Add the tray, weigh</source>
        <comment>补上盘子再称</comment>
        <translation>补上盘子再称</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The label beside it</source>
        <comment>旁边那张面单</comment>
        <translation>旁边那张面单</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Try to print again</source>
        <comment>再试打印</comment>
        <translation>再试打印</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Type its number</source>
        <comment>用键盘输入编码</comment>
        <translation>用键盘输入编码</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Wrong item</source>
        <comment>拿错商品</comment>
        <translation>拿错商品</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>There is a scarf in the tote. Go on packing.</source>
        <comment>周转箱里有一件围巾。接着装箱。</comment>
        <translation>周转箱里有一件围巾。接着装箱。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Put it back, scan CLEAR, take the right one.</source>
        <comment>放回去，扫“清除”，再拿对的。</comment>
        <translation>放回去，扫“清除”，再拿对的。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The wrong item stayed out of the box</source>
        <comment>错的商品没有进箱</comment>
        <translation>错的商品没有进箱</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>L or XL</source>
        <comment>L 还是 XL</comment>
        <translation>L 还是 XL</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Two white T-shirts look alike. Go on packing.</source>
        <comment>两件白 T 恤，看上去一样。接着装箱。</comment>
        <translation>两件白 T 恤，看上去一样。接着装箱。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Look at the size: L. Scan CLEAR, take the L.</source>
        <comment>看尺码：要 L。扫“清除”，拿 L。</comment>
        <translation>看尺码：要 L。扫“清除”，拿 L。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The XL stayed out of the box</source>
        <comment>XL 没有进箱</comment>
        <translation>XL 没有进箱</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>One too many</source>
        <comment>多拿一件</comment>
        <translation>多拿一件</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The coasters are in; the tote holds one more.</source>
        <comment>杯垫装够了，周转箱里还有一个。</comment>
        <translation>杯垫装够了，周转箱里还有一个。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Put it back, scan CLEAR, take the next item.</source>
        <comment>多的放回去，扫“清除”，拿下一件。</comment>
        <translation>多的放回去，扫“清除”，拿下一件。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The one too many stayed out</source>
        <comment>多的一件没有进箱</comment>
        <translation>多的一件没有进箱</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Half a barcode</source>
        <comment>半个条码</comment>
        <translation>半个条码</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The wrapping is torn: half a barcode is left.</source>
        <comment>包装皱了，条码只剩一半。</comment>
        <translation>包装皱了，条码只剩一半。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Scan CLEAR, then the whole code on the other side.</source>
        <comment>扫“清除”，换完整的一面扫。</comment>
        <translation>扫“清除”，换完整的一面扫。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Half a code counted for nothing</source>
        <comment>半个条码没有算数</comment>
        <translation>半个条码没有算数</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Goods forgotten</source>
        <comment>漏装商品</comment>
        <translation>漏装商品</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>All is scanned, but the tray lies on the table. Weigh the box.</source>
        <comment>都扫过了，可是盘子还在桌上。箱子该称重了。</comment>
        <translation>都扫过了，可是盘子还在桌上。箱子该称重了。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>It is too light: put the tray in and weigh.</source>
        <comment>箱子太轻：把盘子放进去再称。</comment>
        <translation>箱子太轻：把盘子放进去再称。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>What was forgotten is in the box</source>
        <comment>漏掉的商品进了箱</comment>
        <translation>漏掉的商品进了箱</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Box not on the scale</source>
        <comment>箱子没上秤</comment>
        <translation>箱子没上秤</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>All is packed, and no label comes.</source>
        <comment>都装好了，面单却不出来。</comment>
        <translation>都装好了，面单却不出来。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Put the box on the scale.</source>
        <comment>把箱子放到秤上。</comment>
        <translation>把箱子放到秤上。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>It was weighed before its label</source>
        <comment>称了重才有面单</comment>
        <translation>称了重才有面单</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <location filename="../ui/virtual_panel.py"/>
        <source>Printer out of paper</source>
        <comment>打印机缺纸</comment>
        <translation>打印机缺纸</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The box is weighed; the printer has no paper.</source>
        <comment>箱子上了秤，打印机没纸了。</comment>
        <translation>箱子上了秤，打印机没纸了。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Load paper: the label comes by itself.</source>
        <comment>换纸，面单自己出来。</comment>
        <translation>换纸，面单自己出来。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The label came, and only one</source>
        <comment>面单出来了，只有一张</comment>
        <translation>面单出来了，只有一张</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Label on the wrong box</source>
        <comment>面单贴错箱</comment>
        <translation>面单贴错箱</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Two labels lie here. Stick one, then scan it.</source>
        <comment>桌上有两张面单。贴一张，再扫。</comment>
        <translation>桌上有两张面单。贴一张，再扫。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Scan CLEAR, take the number on the screen.</source>
        <comment>扫“清除”，换成屏幕上的单号。</comment>
        <translation>扫“清除”，换成屏幕上的单号。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The box carries its own label</source>
        <comment>箱子上是自己的面单</comment>
        <translation>箱子上是自己的面单</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Cancelled in your hands</source>
        <comment>买家正在取消</comment>
        <translation>买家正在取消</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>You are packing, and the screen turns red.</source>
        <comment>正在装箱，屏幕忽然变红。</comment>
        <translation>正在装箱，屏幕忽然变红。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Put the box aside, scan CLEAR.</source>
        <comment>把箱子放一边，扫“清除”。</comment>
        <translation>把箱子放一边，扫“清除”。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The cancelled order did not ship</source>
        <comment>取消的订单没有发出</comment>
        <translation>取消的订单没有发出</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Scanner unplugged</source>
        <comment>扫码枪掉线</comment>
        <translation>扫码枪掉线</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The scanner is dead. Go on packing.</source>
        <comment>扫码枪没有反应了。接着装箱。</comment>
        <translation>扫码枪没有反应了。接着装箱。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Plug it in and scan, or type the number.</source>
        <comment>插好线再扫，或者用键盘输入编码。</comment>
        <translation>插好线再扫，或者用键盘输入编码。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Packing went on</source>
        <comment>没有扫码枪也没停工</comment>
        <translation>没有扫码枪也没停工</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Camera covered</source>
        <comment>镜头被挡住</comment>
        <translation>镜头被挡住</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The camera sees only black. Look at the lowest row.</source>
        <comment>相机里一片黑。看最下面一行。</comment>
        <translation>相机里一片黑。看最下面一行。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Uncover its lens; packing need not wait.</source>
        <comment>拿开挡住镜头的东西；装箱不用停。</comment>
        <translation>拿开挡住镜头的东西；装箱不用停。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The camera sees again</source>
        <comment>相机又有画面</comment>
        <translation>相机又有画面</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Seen before it was scanned</source>
        <comment>没扫就看出来了</comment>
        <translation>没扫就看出来了</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>{seconds} s to the way out</source>
        <comment>用了 {seconds} 秒</comment>
        <translation>用了 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>{seconds} s; the aim is {within} s</source>
        <comment>用了 {seconds} 秒，目标 {within} 秒</comment>
        <translation>用了 {seconds} 秒，目标 {within} 秒</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>cleared by its code</source>
        <comment>扫码清除</comment>
        <translation>扫码清除</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>cleared by key</source>
        <comment>按键清除</comment>
        <translation>按键清除</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>no further error</source>
        <comment>没有别的错误</comment>
        <translation>没有别的错误</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>further errors: {count}</source>
        <comment>另外错 {count} 次</comment>
        <translation>另外错 {count} 次</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The way out was not found</source>
        <comment>没有走到最后</comment>
        <translation>没有走到最后</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Not tried</source>
        <comment>没有练</comment>
        <translation>没有练</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>The parcel is sealed</source>
        <comment>包裹封好了</comment>
        <translation>包裹封好了</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>{points} of {most}</source>
        <comment>{points} / {most} 分</comment>
        <translation>{points} / {most} 分</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>tries: {count}</source>
        <comment>练了 {count} 次</comment>
        <translation>练了 {count} 次</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>What went well</source>
        <comment>做得好</comment>
        <translation>做得好</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>What to repeat</source>
        <comment>再练一下</comment>
        <translation>再练一下</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Nothing yet</source>
        <comment>还没有</comment>
        <translation>还没有</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Nothing to repeat</source>
        <comment>没有要再练的</comment>
        <translation>没有要再练的</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>Your training</source>
        <comment>练习结果</comment>
        <translation>练习结果</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>{points} points of {most}</source>
        <comment>{points} 分，满分 {most} 分</comment>
        <translation>{points} 分，满分 {most} 分</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>This page is for you alone: no name on it, no ranking.</source>
        <comment>这一页只给你自己。不记录姓名，不排名。</comment>
        <translation>这一页只给你自己。不记录姓名，不排名。</translation>
    </message>
    <message>
        <location filename="../ui/training_words.py"/>
        <source>3 points each: the way out, no further error, in time.</source>
        <comment>每课 3 分：走对了、没有别的错误、在目标时间内。</comment>
        <translation>每课 3 分：走对了、没有别的错误、在目标时间内。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>no answer in {seconds} s</source>
        <comment>{seconds} 秒没有回答</comment>
        <translation>{seconds} 秒没有回答</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server refused the password</source>
        <comment>订单库的服务器不认这个密码</comment>
        <translation>订单库的服务器不认这个密码</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server lets this user in from here not at all</source>
        <comment>订单库的服务器不让这个用户从这里进入</comment>
        <translation>订单库的服务器不让这个用户从这里进入</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>this user may not do that in the order book</source>
        <comment>这个用户在订单库里没有做这件事的权限</comment>
        <translation>这个用户在订单库里没有做这件事的权限</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server has no such database</source>
        <comment>订单库的服务器上没有这个数据库</comment>
        <translation>订单库的服务器上没有这个数据库</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the disk of the order book's server is full</source>
        <comment>订单库服务器的磁盘已满</comment>
        <translation>订单库服务器的磁盘已满</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server is out of memory</source>
        <comment>订单库的服务器内存不够</comment>
        <translation>订单库的服务器内存不够</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server has no connection left</source>
        <comment>订单库的服务器没有空余的连接</comment>
        <translation>订单库的服务器没有空余的连接</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server is a standby that only reads</source>
        <comment>订单库的服务器是备机，只能读</comment>
        <translation>订单库的服务器是备机，只能读</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book is too slow</source>
        <comment>订单库太慢</comment>
        <translation>订单库太慢</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>another program keeps part of the order book locked</source>
        <comment>另一个程序锁住了订单库的一部分</comment>
        <translation>另一个程序锁住了订单库的一部分</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>another program keeps the order book locked</source>
        <comment>另一个程序锁住了订单库</comment>
        <translation>另一个程序锁住了订单库</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>another program wanted the same at the same time</source>
        <comment>另一个程序同时要做同一件事</comment>
        <translation>另一个程序同时要做同一件事</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server is shutting down</source>
        <comment>订单库的服务器正在关闭</comment>
        <translation>订单库的服务器正在关闭</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server fell over</source>
        <comment>订单库的服务器出了故障</comment>
        <translation>订单库的服务器出了故障</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server is starting</source>
        <comment>订单库的服务器正在启动</comment>
        <translation>订单库的服务器正在启动</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>this program was too slow for the order book's server</source>
        <comment>对订单库的服务器来说，这个程序太慢</comment>
        <translation>对订单库的服务器来说，这个程序太慢</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server cannot read or write its disk</source>
        <comment>订单库的服务器读写不了它的磁盘</comment>
        <translation>订单库的服务器读写不了它的磁盘</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's database is damaged</source>
        <comment>订单库的数据库已损坏</comment>
        <translation>订单库的数据库已损坏</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the disk of the order book is full</source>
        <comment>订单库所在的磁盘已满</comment>
        <translation>订单库所在的磁盘已满</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's file is not a database</source>
        <comment>订单库的文件不是数据库</comment>
        <translation>订单库的文件不是数据库</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's file is damaged</source>
        <comment>订单库的文件已损坏</comment>
        <translation>订单库的文件已损坏</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's file cannot be opened</source>
        <comment>订单库的文件打不开</comment>
        <translation>订单库的文件打不开</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book may not be written</source>
        <comment>订单库不允许写入</comment>
        <translation>订单库不允许写入</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server took what was asked and does not answer</source>
        <comment>订单库的服务器收下了请求，却不回答</comment>
        <translation>订单库的服务器收下了请求，却不回答</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>too much is asked of the order book at once</source>
        <comment>同时向订单库要的东西太多</comment>
        <translation>同时向订单库要的东西太多</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server asks a password and none is known</source>
        <comment>订单库的服务器要密码，这里没有</comment>
        <translation>订单库的服务器要密码，这里没有</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server asks for a client certificate</source>
        <comment>订单库的服务器要客户端证书</comment>
        <translation>订单库的服务器要客户端证书</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>this bench's certificate has expired</source>
        <comment>这个工位的证书已过期</comment>
        <translation>这个工位的证书已过期</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>this bench's certificate was taken back</source>
        <comment>这个工位的证书已被收回</comment>
        <translation>这个工位的证书已被收回</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server does not know who signed this bench's certificate</source>
        <comment>订单库的服务器不认识签发这个工位证书的机构</comment>
        <translation>订单库的服务器不认识签发这个工位证书的机构</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the certificate of the order book's server names another host</source>
        <comment>订单库服务器的证书写的是另一台主机</comment>
        <translation>订单库服务器的证书写的是另一台主机</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the certificate of the order book's server is not believed</source>
        <comment>订单库服务器的证书不可信</comment>
        <translation>订单库服务器的证书不可信</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the certificate of the order book's server expired on {day}</source>
        <comment>订单库服务器的证书 {day} 已过期</comment>
        <translation>订单库服务器的证书 {day} 已过期</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the certificate of the order book's server begins only on {day}</source>
        <comment>订单库服务器的证书从 {day} 才开始有效</comment>
        <translation>订单库服务器的证书从 {day} 才开始有效</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the certificate of the order book's server is signed by somebody this bench does not know</source>
        <comment>订单库服务器的证书由这个工位不认识的机构签发</comment>
        <translation>订单库服务器的证书由这个工位不认识的机构签发</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the root certificate cannot be read</source>
        <comment>根证书读不了</comment>
        <translation>根证书读不了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>this bench's certificate cannot be read</source>
        <comment>这个工位的证书读不了</comment>
        <translation>这个工位的证书读不了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the key of this bench's certificate cannot be read, or others can read it</source>
        <comment>这个工位证书的私钥读不了，或别人也能读</comment>
        <translation>这个工位证书的私钥读不了，或别人也能读</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server does not encrypt, and sslmode asks for it</source>
        <comment>订单库的服务器不加密，而 sslmode 要求加密</comment>
        <translation>订单库的服务器不加密，而 sslmode 要求加密</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server cannot be reached</source>
        <comment>连不上订单库的服务器</comment>
        <translation>连不上订单库的服务器</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's address names a service that no pg_service.conf has: {said}</source>
        <comment>订单库地址写的服务名，pg_service.conf 里没有：{said}</comment>
        <translation>订单库地址写的服务名，pg_service.conf 里没有：{said}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's address has a word that PostgreSQL does not know: {said}</source>
        <comment>订单库地址里有 PostgreSQL 不认识的词：{said}</comment>
        <translation>订单库地址里有 PostgreSQL 不认识的词：{said}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's address has an sslmode that does not exist: {said}</source>
        <comment>订单库地址里的 sslmode 不存在：{said}</comment>
        <translation>订单库地址里的 sslmode 不存在：{said}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's address has no number where one belongs: {said}</source>
        <comment>订单库地址里该写数字的地方不是数字：{said}</comment>
        <translation>订单库地址里该写数字的地方不是数字：{said}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's address has an sslmode that does not go with its other words: {said}</source>
        <comment>订单库地址里的 sslmode 与其他词不能一起用：{said}</comment>
        <translation>订单库地址里的 sslmode 与其他词不能一起用：{said}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book refuses this: {said}</source>
        <comment>订单库拒绝这样做：{said}</comment>
        <translation>订单库拒绝这样做：{said}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book lacks a table or a column: it is of another schema</source>
        <comment>订单库缺表或缺列：它的版本不同</comment>
        <translation>订单库缺表或缺列：它的版本不同</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's server knows no such user</source>
        <comment>订单库的服务器不认识这个用户</comment>
        <translation>订单库的服务器不认识这个用户</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book does not answer as it should</source>
        <comment>订单库的回答不对</comment>
        <translation>订单库的回答不对</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's file is gone</source>
        <comment>订单库的文件不见了</comment>
        <translation>订单库的文件不见了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book has schema {found}, older than {wanted}</source>
        <comment>订单库的结构是 {found}，比程序的 {wanted} 旧</comment>
        <translation>订单库的结构是 {found}，比程序的 {wanted} 旧</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book has schema {found}, newer than this program's {wanted}</source>
        <comment>订单库的结构是 {found}，比这个程序的 {wanted} 新</comment>
        <translation>订单库的结构是 {found}，比这个程序的 {wanted} 新</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book has schema {found}, newer than {wanted}</source>
        <comment>订单库的结构是 {found}，比程序的 {wanted} 新</comment>
        <translation>订单库的结构是 {found}，比程序的 {wanted} 新</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>SQLite {version} can lose writes</source>
        <comment>SQLite {version} 可能丢失写入</comment>
        <translation>SQLite {version} 可能丢失写入</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book is empty</source>
        <comment>订单库是空的</comment>
        <translation>订单库是空的</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the database keeps its texts in {found}, not in UTF-8</source>
        <comment>这个数据库的文字编码是 {found}，不是 UTF-8</comment>
        <translation>这个数据库的文字编码是 {found}，不是 UTF-8</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's address cannot be read</source>
        <comment>订单库的地址读不懂</comment>
        <translation>订单库的地址读不懂</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>an order book cannot live in {other}</source>
        <comment>订单库不能放在 {other} 里</comment>
        <translation>订单库不能放在 {other} 里</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the order book's folder cannot be made</source>
        <comment>订单库的文件夹建不了</comment>
        <translation>订单库的文件夹建不了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>the database holds other tables than an order book's</source>
        <comment>这个数据库里是别的表，不是订单库</comment>
        <translation>这个数据库里是别的表，不是订单库</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Free some space and try again; nothing was changed.</source>
        <comment>腾出空间再试；什么都没有改变。</comment>
        <translation>腾出空间再试；什么都没有改变。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Check that it runs, and the network.</source>
        <comment>查看它是否在运行，网络是否通。</comment>
        <translation>查看它是否在运行，网络是否通。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Put the right one into ~/.pgpass (never into bench.toml).</source>
        <comment>把对的密码写进 ~/.pgpass（不要写进 bench.toml）。</comment>
        <translation>把对的密码写进 ~/.pgpass（不要写进 bench.toml）。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Look at sslrootcert, sslcert and sslkey of the address and at ~/.postgresql.</source>
        <comment>查看地址里的 sslrootcert、sslcert、sslkey 和 ~/.postgresql。</comment>
        <translation>查看地址里的 sslrootcert、sslcert、sslkey 和 ~/.postgresql。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Look at its pg_hba.conf.</source>
        <comment>查看它的 pg_hba.conf。</comment>
        <translation>查看它的 pg_hba.conf。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Do it as a user whose role may, or have the server's administrator run: sealbench db roles.</source>
        <comment>请用有此权限的用户来做，或请服务器的管理员运行：sealbench db roles。</comment>
        <translation>请用有此权限的用户来做，或请服务器的管理员运行：sealbench db roles。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Make it there with createdb, or mend the address.</source>
        <comment>用 createdb 建一个，或改正地址。</comment>
        <translation>用 createdb 建一个，或改正地址。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Look what it is busy with, and try again.</source>
        <comment>看看它在忙什么，再试。</comment>
        <translation>看看它在忙什么，再试。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Close programs, or raise its max_connections.</source>
        <comment>关掉一些程序，或调高它的 max_connections。</comment>
        <translation>关掉一些程序，或调高它的 max_connections。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Name the primary server in the address, or promote this one.</source>
        <comment>在地址里写主服务器，或把这一台升为主服务器。</comment>
        <translation>在地址里写主服务器，或把这一台升为主服务器。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Look what its server is busy with, and try again.</source>
        <comment>看看服务器在忙什么，再试。</comment>
        <translation>看看服务器在忙什么，再试。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Try again.</source>
        <comment>再试一次。</comment>
        <translation>再试一次。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Try again; nothing was changed.</source>
        <comment>再试一次；什么都没有改变。</comment>
        <translation>再试一次；什么都没有改变。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Try again when it runs.</source>
        <comment>等它运行了再试。</comment>
        <translation>等它运行了再试。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Try again in a moment.</source>
        <comment>过一会儿再试。</comment>
        <translation>过一会儿再试。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Look at its disk and its log.</source>
        <comment>查看它的磁盘和日志。</comment>
        <translation>查看它的磁盘和日志。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Restore it from a backup.</source>
        <comment>从备份恢复。</comment>
        <translation>从备份恢复。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Close it, or wait for it, and try again.</source>
        <comment>关掉它，或等它完成，再试。</comment>
        <translation>关掉它，或等它完成，再试。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Check the folder and its permissions.</source>
        <comment>查看文件夹和它的权限。</comment>
        <translation>查看文件夹和它的权限。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Check the file's permissions.</source>
        <comment>查看文件的权限。</comment>
        <translation>查看文件的权限。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Put a new one where sslcert names it.</source>
        <comment>把新证书放到 sslcert 写的位置。</comment>
        <translation>把新证书放到 sslcert 写的位置。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Put a new one on the server.</source>
        <comment>在服务器上换新证书。</comment>
        <translation>在服务器上换新证书。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Set this machine's clock, or the server's.</source>
        <comment>对准这台电脑或服务器的时钟。</comment>
        <translation>对准这台电脑或服务器的时钟。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Write the host in the address as the certificate names it, or put one for this host on the server.</source>
        <comment>地址里的主机要和证书上写的一样，或者在服务器上换成这台主机的证书。</comment>
        <translation>地址里的主机要和证书上写的一样，或者在服务器上换成这台主机的证书。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Make it anew: createdb --encoding=UTF8 --template=template0 NAME.</source>
        <comment>重新建一个：createdb --encoding=UTF8 --template=template0 NAME。</comment>
        <translation>重新建一个：createdb --encoding=UTF8 --template=template0 NAME。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Put who signed it into the file that sslrootcert names.</source>
        <comment>把签发者的证书放进 sslrootcert 写的文件。</comment>
        <translation>把签发者的证书放进 sslrootcert 写的文件。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Turn ssl on there.</source>
        <comment>在服务器上打开 ssl。</comment>
        <translation>在服务器上打开 ssl。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Nothing was changed. Install the newest program on this bench.</source>
        <comment>什么都没有改变。请在这个工位安装最新的程序。</comment>
        <translation>什么都没有改变。请在这个工位安装最新的程序。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Look with: sealbench db check.</source>
        <comment>查看：sealbench db check。</comment>
        <translation>查看：sealbench db check。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Mend bench.orderbook.</source>
        <comment>改正 bench.orderbook。</comment>
        <translation>改正 bench.orderbook。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Make it there: sealbench db roles says how.</source>
        <comment>在那里建一个：sealbench db roles 会说怎么做。</comment>
        <translation>在那里建一个：sealbench db roles 会说怎么做。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>It said: {said}. Check it with: sealbench doctor.</source>
        <comment>它说：{said}。用 sealbench doctor 检查。</comment>
        <translation>它说：{said}。用 sealbench doctor 检查。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Put it back.</source>
        <comment>把它放回去。</comment>
        <translation>把它放回去。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Make a copy, then run: sealbench db upgrade.</source>
        <comment>先留一份副本，再运行：sealbench db upgrade。</comment>
        <translation>先留一份副本，再运行：sealbench db upgrade。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Run: sealbench db upgrade.</source>
        <comment>运行：sealbench db upgrade。</comment>
        <translation>运行：sealbench db upgrade。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Install the newer program on this bench.</source>
        <comment>在这个工位安装更新的程序。</comment>
        <translation>在这个工位安装更新的程序。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Install pysqlite3 0.6.1 or newer.</source>
        <comment>安装 pysqlite3 0.6.1 或更新的版本。</comment>
        <translation>安装 pysqlite3 0.6.1 或更新的版本。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Use sqlite:///orders.db or postgresql+psycopg://user@host/name.</source>
        <comment>写成 sqlite:///orders.db 或 postgresql+psycopg://user@host/name。</comment>
        <translation>写成 sqlite:///orders.db 或 postgresql+psycopg://user@host/name。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/book_words.py"/>
        <source>Check the folder above it and its permissions, or name another with --home.</source>
        <comment>查看上一级文件夹和它的权限，或用 --home 另选一个。</comment>
        <translation>查看上一级文件夹和它的权限，或用 --home 另选一个。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>notice cannot have come in the future; nothing was changed</source>
        <comment>通知不能在将来收到；什么都没有改变</comment>
        <translation>通知不能在将来收到；什么都没有改变</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>the answer cannot be due before the notice came; nothing was changed</source>
        <comment>答复期限不能早于通知；什么都没有改变</comment>
        <translation>答复期限不能早于通知；什么都没有改变</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>there is no paper {paper}</source>
        <comment>没有附件 {paper}</comment>
        <translation>没有附件 {paper}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>there is no dispute {dispute}</source>
        <comment>没有纠纷 {dispute}</comment>
        <translation>没有纠纷 {dispute}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>dispute {dispute} has no paper {paper}</source>
        <comment>纠纷 {dispute} 没有附件 {paper}</comment>
        <translation>纠纷 {dispute} 没有附件 {paper}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>dispute {dispute} is about order {order}, not {other}</source>
        <comment>纠纷 {dispute} 的订单是 {order}，不是 {other}</comment>
        <translation>纠纷 {dispute} 的订单是 {order}，不是 {other}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>order {order} cannot replace itself</source>
        <comment>订单 {order} 不能是自己的补发</comment>
        <translation>订单 {order} 不能是自己的补发</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>order {order} has dispute {dispute} open already</source>
        <comment>订单 {order} 已有未结的纠纷 {dispute}</comment>
        <translation>订单 {order} 已有未结的纠纷 {dispute}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>dispute {dispute} has {most} links, and no more fit</source>
        <comment>纠纷 {dispute} 已有 {most} 个关联，放不下了</comment>
        <translation>纠纷 {dispute} 已有 {most} 个关联，放不下了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>dispute {dispute} has {most} papers, and no more fit</source>
        <comment>纠纷 {dispute} 已有 {most} 份附件，放不下了</comment>
        <translation>纠纷 {dispute} 已有 {most} 份附件，放不下了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>the paper is of no known kind</source>
        <comment>这种附件收不了</comment>
        <translation>这种附件收不了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>the paper is empty</source>
        <comment>附件是空的</comment>
        <translation>附件是空的</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>the paper is larger than {size} MB</source>
        <comment>附件超过 {size} MB</comment>
        <translation>附件超过 {size} MB</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>the paper is not what its name says</source>
        <comment>附件的内容与文件名不符</comment>
        <translation>附件的内容与文件名不符</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>the paper cannot be read: {why}</source>
        <comment>附件读不了：{why}</comment>
        <translation>附件读不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>the package is larger than 2 GiB</source>
        <comment>证据包超过 2 GiB</comment>
        <translation>证据包超过 2 GiB</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>the package cannot be read: {why}</source>
        <comment>证据包读不了：{why}</comment>
        <translation>证据包读不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>{text} is no currency</source>
        <comment>{text} 不是货币</comment>
        <translation>{text} 不是货币</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>{text} is no amount of money</source>
        <comment>{text} 不是金额</comment>
        <translation>{text} 不是金额</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>say what to look for: --order, --waybill, --sku, --phone-tail, --packer, --day</source>
        <comment>请说找什么：--order、--waybill、--sku、--phone-tail、--packer、--day</comment>
        <translation>请说找什么：--order、--waybill、--sku、--phone-tail、--packer、--day</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>case {case} of order {order} is open already: {kind}</source>
        <comment>订单 {order} 的事项 {case} 还没有结束：{kind}</comment>
        <translation>订单 {order} 的事项 {case} 还没有结束：{kind}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>there is no case {case}</source>
        <comment>没有事项 {case}</comment>
        <translation>没有事项 {case}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>case {case} is a dispute, which ends with an outcome</source>
        <comment>事项 {case} 是纠纷，要有结果才能结束</comment>
        <translation>事项 {case} 是纠纷，要有结果才能结束</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>case {case} ends when the platform calls its order confirmed</source>
        <comment>事项 {case} 要等平台确认它的订单才能结束</comment>
        <translation>事项 {case} 要等平台确认它的订单才能结束</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>more than {most} months</source>
        <comment>超过 {most} 个月</comment>
        <translation>超过 {most} 个月</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>more than {most} disputes</source>
        <comment>超过 {most} 件纠纷</comment>
        <translation>超过 {most} 件纠纷</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>no channel is called {name}</source>
        <comment>没有叫 {name} 的渠道</comment>
        <translation>没有叫 {name} 的渠道</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>dispute {dispute} is closed already</source>
        <comment>纠纷 {dispute} 已经结束</comment>
        <translation>纠纷 {dispute} 已经结束</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>case {case} is closed already</source>
        <comment>事项 {case} 已经结束</comment>
        <translation>事项 {case} 已经结束</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>a phone's tail is its last {digits} digits</source>
        <comment>手机尾号是最后 {digits} 位数字</comment>
        <translation>手机尾号是最后 {digits} 位数字</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Its papers: sealbench disputes show {dispute}.</source>
        <comment>它的附件：sealbench disputes show {dispute}。</comment>
        <translation>它的附件：sealbench disputes show {dispute}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Look with: sealbench disputes list.</source>
        <comment>查看：sealbench disputes list。</comment>
        <translation>查看：sealbench disputes list。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Look with: sealbench disputes list --all.</source>
        <comment>查看：sealbench disputes list --all。</comment>
        <translation>查看：sealbench disputes list --all。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Its number stands in: sealbench disputes show ID.</source>
        <comment>它的编号见：sealbench disputes show ID。</comment>
        <translation>它的编号见：sealbench disputes show ID。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Name the order that was sent in its place.</source>
        <comment>请写补发的那个订单。</comment>
        <translation>请写补发的那个订单。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Import or enter the re-shipment first.</source>
        <comment>先导入或录入补发的订单。</comment>
        <translation>先导入或录入补发的订单。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Add to it, or close it.</source>
        <comment>加到那一件里，或先结掉它。</comment>
        <translation>加到那一件里，或先结掉它。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Save it as one of {known}.</source>
        <comment>存成其中一种：{known}。</comment>
        <translation>存成其中一种：{known}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Attach another, or a smaller copy.</source>
        <comment>换一份，或小一些的副本。</comment>
        <translation>换一份，或小一些的副本。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Save it again, and attach that.</source>
        <comment>重新存一次，再附上。</comment>
        <translation>重新存一次，再附上。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Check its name.</source>
        <comment>核对文件名。</comment>
        <translation>核对文件名。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Name the file that was sent.</source>
        <comment>请写发出去的那个文件。</comment>
        <translation>请写发出去的那个文件。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Write its three letters: CNY, USD, EUR.</source>
        <comment>写三个字母：CNY、USD、EUR。</comment>
        <translation>写三个字母：CNY、USD、EUR。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Write it as 12.34.</source>
        <comment>写成 12.34。</comment>
        <translation>写成 12.34。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Look with: sealbench cases list.</source>
        <comment>查看：sealbench cases list。</comment>
        <translation>查看：sealbench cases list。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Close it with: sealbench disputes close {case}.</source>
        <comment>这样结：sealbench disputes close {case}。</comment>
        <translation>这样结：sealbench disputes close {case}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Confirm the order there and import its newer file.</source>
        <comment>在平台确认订单，再导入新文件。</comment>
        <translation>在平台确认订单，再导入新文件。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/case_words.py"/>
        <source>Ask for a shorter time.</source>
        <comment>请选短一些的时间。</comment>
        <translation>请选短一些的时间。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>it is not plugged in, or is set up under another name: compare with devices list</source>
        <comment>没有插上，或设置里是另一个名字：与“devices list”比较</comment>
        <translation>没有插上，或设置里是另一个名字：与“devices list”比较</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>the system does not let this user read it: see the groups and rules in docs/scanners.md</source>
        <comment>系统不让这个用户读它：看 docs/scanners.md 里的用户组和规则</comment>
        <translation>系统不让这个用户读它：看 docs/scanners.md 里的用户组和规则</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>another program has it: close that program, or the other bench</source>
        <comment>被别的程序占用：关掉那个程序，或另一个工位</comment>
        <translation>被别的程序占用：关掉那个程序，或另一个工位</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>two of a kind are plugged in: add the serial number, or name the port's own path</source>
        <comment>插了两个同样的：加上序列号，或写端口自己的路径</comment>
        <translation>插了两个同样的：加上序列号，或写端口自己的路径</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>it is plugged in but does not speak this way: see its manual for the programming code or menu</source>
        <comment>插上了，但工作方式不对：在说明书里找设置码或菜单</comment>
        <translation>插上了，但工作方式不对：在说明书里找设置码或菜单</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>nothing listens at that address and port: see that the serial server is on, and its port's number</source>
        <comment>那个地址和端口没有回应：看串口服务器开没开，端口号对不对</comment>
        <translation>那个地址和端口没有回应：看串口服务器开没开，端口号对不对</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>nothing answers at that address: check the network, and the address</source>
        <comment>那个地址没有回应：检查网络和地址</comment>
        <translation>那个地址没有回应：检查网络和地址</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>it sends without end: plug it in again; if it stays so, the scanner or its cable is broken</source>
        <comment>它不停地发：重新插一次；还这样，就是枪或线坏了</comment>
        <translation>它不停地发：重新插一次；还这样，就是枪或线坏了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>the camera gives no pictures: plug it in again, and see that no other program uses it</source>
        <comment>相机没有画面：重新插一次，看有没有别的程序在用</comment>
        <translation>相机没有画面：重新插一次，看有没有别的程序在用</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>Qt Multimedia cannot be loaded: sealbench doctor names the system package that is missing</source>
        <comment>Qt Multimedia 装不上：sealbench doctor 会说缺哪个系统包</comment>
        <translation>Qt Multimedia 装不上：sealbench doctor 会说缺哪个系统包</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>nothing came: check power, cable and baud rate, and that the scale is set to speak {speaks}</source>
        <comment>什么都没有来：检查电源、线、波特率，以及秤有没有设成 {speaks}</comment>
        <translation>什么都没有来：检查电源、线、波特率，以及秤有没有设成 {speaks}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>the bytes carry {parity} parity: add bits=7&amp;parity={parity} to the serial link</source>
        <comment>字节带 {parity} 校验：在串口地址里加 bits=7&amp;parity={parity}</comment>
        <translation>字节带 {parity} 校验：在串口地址里加 bits=7&amp;parity={parity}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>the bytes are no text: most likely another baud rate, or parity, is set</source>
        <comment>来的不是文字：多半是波特率或校验位设得不同</comment>
        <translation>来的不是文字：多半是波特率或校验位设得不同</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>numbers come with a decimal comma, which could be a thousand: set the scale to a decimal point</source>
        <comment>数字里是小数逗号，可能被当成千位：把秤设成小数点</comment>
        <translation>数字里是小数逗号，可能被当成千位：把秤设成小数点</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>text comes that is not {speaks} nor any known protocol: compare the scale's communication settings</source>
        <comment>来的文字不是 {speaks}，也不是认识的协议：核对秤的通信设置</comment>
        <translation>来的文字不是 {speaks}，也不是认识的协议：核对秤的通信设置</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>the scale speaks {other}, not {speaks}: set speaks to that, or the scale to {speaks}</source>
        <comment>秤用的是 {other}，不是 {speaks}：把 speaks 改成它，或把秤设成 {speaks}</comment>
        <translation>秤用的是 {other}，不是 {speaks}：把 speaks 改成它，或把秤设成 {speaks}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>what comes is no text: most likely another baud rate or parity is set, or the cable is bad</source>
        <comment>来的不是文字：多半是波特率或校验位设得不同，或线坏了</comment>
        <translation>来的不是文字：多半是波特率或校验位设得不同，或线坏了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>codes come without their end: program the scanner to send the suffix that is set for it (and the prefix, if one is set)</source>
        <comment>条码没有结尾：用设置码让枪发送这里设的后缀（有前缀的也要发）</comment>
        <translation>条码没有结尾：用设置码让枪发送这里设的后缀（有前缀的也要发）</translation>
    </message>
    <message>
        <location filename="../ui/troubles/cause_words.py"/>
        <source>codes come with control characters: another suffix or a preamble is programmed than is set, or the scanner types keys that are no text</source>
        <comment>条码里有控制字符：枪里设的后缀或前缀与这里不同，或枪发的不是文字键</comment>
        <translation>条码里有控制字符：枪里设的后缀或前缀与这里不同，或枪发的不是文字键</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the table has more than {rows} rows or {columns} columns</source>
        <comment>表格超过 {rows} 行或 {columns} 列</comment>
        <translation>表格超过 {rows} 行或 {columns} 列</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the file has more than {rows} rows</source>
        <comment>文件超过 {rows} 行</comment>
        <translation>文件超过 {rows} 行</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the table has no header row</source>
        <comment>表格没有表头行</comment>
        <translation>表格没有表头行</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the file is empty</source>
        <comment>文件是空的</comment>
        <translation>文件是空的</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the file is larger than {size} MB</source>
        <comment>文件超过 {size} MB</comment>
        <translation>文件超过 {size} MB</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the file is too large</source>
        <comment>文件太大</comment>
        <translation>文件太大</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the spreadsheet cannot be read</source>
        <comment>这个电子表格读不了</comment>
        <translation>这个电子表格读不了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the spreadsheet cannot be read in {seconds} s</source>
        <comment>这个电子表格 {seconds} 秒还没读完</comment>
        <translation>这个电子表格 {seconds} 秒还没读完</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the spreadsheet has no rows</source>
        <comment>这个电子表格没有数据行</comment>
        <translation>这个电子表格没有数据行</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the spreadsheet is damaged</source>
        <comment>这个电子表格已损坏</comment>
        <translation>这个电子表格已损坏</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>row {row} has a cell of more than {most} characters</source>
        <comment>第 {row} 行有超过 {most} 个字的单元格</comment>
        <translation>第 {row} 行有超过 {most} 个字的单元格</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the spreadsheet unpacks to far more than an order file holds</source>
        <comment>这个电子表格解开后远远大于订单文件</comment>
        <translation>这个电子表格解开后远远大于订单文件</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>this is a web page or XML that was named like a table</source>
        <comment>这是网页或 XML，只是名字像表格</comment>
        <translation>这是网页或 XML，只是名字像表格</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>a quotation mark opens in row {row} and is not closed</source>
        <comment>第 {row} 行的引号没有闭合</comment>
        <translation>第 {row} 行的引号没有闭合</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the file breaks off in its last row, {row}</source>
        <comment>文件在最后一行（第 {row} 行）断了</comment>
        <translation>文件在最后一行（第 {row} 行）断了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>line {line} cannot be read: {why}</source>
        <comment>第 {line} 行读不了：{why}</comment>
        <translation>第 {line} 行读不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>this is neither a table nor a spreadsheet</source>
        <comment>这不是表格文件</comment>
        <translation>这不是表格文件</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the text is neither UTF-8 nor GB18030</source>
        <comment>文字不是 UTF-8，也不是 GB18030</comment>
        <translation>文字不是 UTF-8，也不是 GB18030</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the file is damaged: byte {at} is no UTF-8</source>
        <comment>文件已损坏：第 {at} 个字节不是 UTF-8</comment>
        <translation>文件已损坏：第 {at} 个字节不是 UTF-8</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the file cannot be read: {why}</source>
        <comment>文件读不了：{why}</comment>
        <translation>文件读不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the file cannot be written: {why}</source>
        <comment>文件写不了：{why}</comment>
        <translation>文件写不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the watched folder cannot be read: {why}</source>
        <comment>监看的文件夹读不了：{why}</comment>
        <translation>监看的文件夹读不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>no order source knows these columns: {shown}</source>
        <comment>没有订单来源用这样的列：{shown}</comment>
        <translation>没有订单来源用这样的列：{shown}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the columns of {source} are known: --map and --platform are for a table of your own</source>
        <comment>{source} 的列本来就认识：--map 和 --platform 只用于自己的表格</comment>
        <translation>{source} 的列本来就认识：--map 和 --platform 只用于自己的表格</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the shop's file has no platform {platform}; it has: {known}</source>
        <comment>店铺文件里没有平台 {platform}；有：{known}</comment>
        <translation>店铺文件里没有平台 {platform}；有：{known}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the table has no column for {words}</source>
        <comment>表格里没有这一列：{words}</comment>
        <translation>表格里没有这一列：{words}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the file has no column for {what}; it has: {shown}</source>
        <comment>文件里没有“{what}”这一列；有：{shown}</comment>
        <translation>文件里没有“{what}”这一列；有：{shown}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>more than {most} rows cannot be used; the first, row {row}</source>
        <comment>超过 {most} 行不能用；第一处在第 {row} 行</comment>
        <translation>超过 {most} 行不能用；第一处在第 {row} 行</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>no source is called {source}; known: {known}</source>
        <comment>没有叫 {source} 的来源；有：{known}</comment>
        <translation>没有叫 {source} 的来源；有：{known}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>this is an order file: use import</source>
        <comment>这是订单文件，请用导入</comment>
        <translation>这是订单文件，请用导入</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>--map {word} is no COLUMN=MEANING of this table</source>
        <comment>--map {word} 不是这张表的“列=意思”</comment>
        <translation>--map {word} 不是这张表的“列=意思”</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>--map {word}: there is no such meaning</source>
        <comment>--map {word}：没有这个意思</comment>
        <translation>--map {word}：没有这个意思</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>there is no field {name}</source>
        <comment>没有字段 {name}</comment>
        <translation>没有字段 {name}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>there is no list {name}</source>
        <comment>没有列表 {name}</comment>
        <translation>没有列表 {name}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the column mapping cannot be read: {why}</source>
        <comment>列的对应关系读不了：{why}</comment>
        <translation>列的对应关系读不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the file's name must end in {endings}</source>
        <comment>文件名的结尾必须是 {endings}</comment>
        <translation>文件名的结尾必须是 {endings}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>there are {most} files {name} already</source>
        <comment>文件夹里已有 {most} 个 {name}</comment>
        <translation>文件夹里已有 {most} 个 {name}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>there is no label template {name}</source>
        <comment>没有叫 {name} 的面单模板</comment>
        <translation>没有叫 {name} 的面单模板</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the template {name} is not there</source>
        <comment>没有模板 {name}</comment>
        <translation>没有模板 {name}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>{dpi} dpi is not from {least} to {most}</source>
        <comment>{dpi} dpi 不在 {least} 到 {most} 之间</comment>
        <translation>{dpi} dpi 不在 {least} 到 {most} 之间</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>more than {most} elements with all parts</source>
        <comment>连同各部分，元素超过 {most} 个</comment>
        <translation>连同各部分，元素超过 {most} 个</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>it continues on {name}, which has another size</source>
        <comment>它的续页是 {name}，尺寸却不同</comment>
        <translation>它的续页是 {name}，尺寸却不同</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>elements are not written as [[element]]</source>
        <comment>元素没有写成 [[element]]</comment>
        <translation>元素没有写成 [[element]]</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>its parts go round in a circle: {chain}</source>
        <comment>各部分互相引用，成了圈：{chain}</comment>
        <translation>各部分互相引用，成了圈：{chain}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>parts lie more than {most} deep</source>
        <comment>部分套部分超过 {most} 层</comment>
        <translation>部分套部分超过 {most} 层</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>{name} is no field</source>
        <comment>{name} 不是字段</comment>
        <translation>{name} 不是字段</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>box_mm has no width or no height</source>
        <comment>box_mm 没有宽或没有高</comment>
        <translation>box_mm 没有宽或没有高</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>a length is finer than a tenth of a millimetre</source>
        <comment>长度比 0.1 毫米还细</comment>
        <translation>长度比 0.1 毫米还细</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>{name} is larger than {most} bytes</source>
        <comment>{name} 超过 {most} 字节</comment>
        <translation>{name} 超过 {most} 字节</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the picture {name} is no PNG</source>
        <comment>图片 {name} 不是 PNG</comment>
        <translation>图片 {name} 不是 PNG</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the picture {name} has {width} x {height} pixels, at most {most} million are taken</source>
        <comment>图片 {name} 有 {width} × {height} 像素，最多 {most} 百万</comment>
        <translation>图片 {name} 有 {width} × {height} 像素，最多 {most} 百万</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>cannot read the picture {name}: {why}</source>
        <comment>图片 {name} 读不了：{why}</comment>
        <translation>图片 {name} 读不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>this element leaves the label</source>
        <comment>这个元素超出了面单</comment>
        <translation>这个元素超出了面单</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>least_mm is more than size_mm</source>
        <comment>least_mm 比 size_mm 大</comment>
        <translation>least_mm 比 size_mm 大</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>this is nested far too deep</source>
        <comment>套得太深</comment>
        <translation>套得太深</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>{source} needs columns that the table has not: {columns}</source>
        <comment>{source} 需要的列，表格里没有：{columns}</comment>
        <translation>{source} 需要的列，表格里没有：{columns}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the column mapping cannot be kept: {why}</source>
        <comment>列的对应关系存不了：{why}</comment>
        <translation>列的对应关系存不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>the folder cannot be made: {why}</source>
        <comment>文件夹建不了：{why}</comment>
        <translation>文件夹建不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Split it.</source>
        <comment>请拆成几个文件。</comment>
        <translation>请拆成几个文件。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Export it again.</source>
        <comment>请重新导出。</comment>
        <translation>请重新导出。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Open it in a spreadsheet program and save it again.</source>
        <comment>用表格软件打开，再存一次。</comment>
        <translation>用表格软件打开，再存一次。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Open it in a spreadsheet program and save it as .xlsx.</source>
        <comment>用表格软件打开，存成 .xlsx。</comment>
        <translation>用表格软件打开，存成 .xlsx。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Shorten it, or export the file again.</source>
        <comment>改短一些，或重新导出。</comment>
        <translation>改短一些，或重新导出。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Export it again, or save the order sheet alone.</source>
        <comment>重新导出，或只存订单那一页。</comment>
        <translation>重新导出，或只存订单那一页。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Export or copy it again.</source>
        <comment>重新导出或复制。</comment>
        <translation>重新导出或复制。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Save it as .xlsx, or as .csv in UTF-8.</source>
        <comment>存成 .xlsx，或 UTF-8 的 .csv。</comment>
        <translation>存成 .xlsx，或 UTF-8 的 .csv。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Save it as UTF-8.</source>
        <comment>存成 UTF-8。</comment>
        <translation>存成 UTF-8。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Save it as readable UTF-8 text.</source>
        <comment>存成读得出的 UTF-8 文字。</comment>
        <translation>存成读得出的 UTF-8 文字。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Say which are order, sku and quantity of a table of your own: --map "COLUMN=order", and so on.</source>
        <comment>如果是自己的表格，按 F3 说明哪列是订单、货号和件数。</comment>
        <translation>如果是自己的表格，按 F3 说明哪列是订单、货号和件数。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Say which it is: --map "COLUMN={field}".</source>
        <comment>按 F3 说明哪一列是 {field}。</comment>
        <translation>按 F3 说明哪一列是 {field}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Name one of its columns {field}.</source>
        <comment>说明 {field} 是哪一列。</comment>
        <translation>说明 {field} 是哪一列。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Its columns: {shown}.</source>
        <comment>它的列：{shown}。</comment>
        <translation>它的列：{shown}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Known: {known}; - for none.</source>
        <comment>有：{known}；不用的写 -。</comment>
        <translation>有：{known}；不用的写 -。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Known: {known}.</source>
        <comment>有：{known}。</comment>
        <translation>有：{known}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Known here: {known}.</source>
        <comment>有：{known}。</comment>
        <translation>有：{known}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Did you mean {near}?</source>
        <comment>是不是 {near}？</comment>
        <translation>是不是 {near}？</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Mend it, or delete it to start afresh.</source>
        <comment>改正它，或删掉重来。</comment>
        <translation>改正它，或删掉重来。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>sealbench import reads it as: {source}.</source>
        <comment>导入会把它当作：{source}。</comment>
        <translation>导入会把它当作：{source}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Make room, or name another place.</source>
        <comment>腾出空间，或另选位置。</comment>
        <translation>腾出空间，或另选位置。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>It is looked at again.</source>
        <comment>会再看一次。</comment>
        <translation>会再看一次。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Clear the folder.</source>
        <comment>请清理这个文件夹。</comment>
        <translation>请清理这个文件夹。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Labels take 203, 300 or 600.</source>
        <comment>面单用 203、300 或 600。</comment>
        <translation>面单用 203、300 或 600。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Give each its own.</source>
        <comment>每个写一段。</comment>
        <translation>每个写一段。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Put them together.</source>
        <comment>把它们合在一起。</comment>
        <translation>把它们合在一起。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Give x, y, width, height.</source>
        <comment>请写 x、y、宽、高。</comment>
        <translation>请写 x、y、宽、高。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Round it.</source>
        <comment>请取整。</comment>
        <translation>请取整。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Make it smaller.</source>
        <comment>请改小。</comment>
        <translation>请改小。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Save it as PNG.</source>
        <comment>请存成 PNG。</comment>
        <translation>请存成 PNG。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Shrink it to the dots it covers on paper.</source>
        <comment>缩到它在纸上占的点数。</comment>
        <translation>缩到它在纸上占的点数。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Mend its box_mm.</source>
        <comment>请改正它的 box_mm。</comment>
        <translation>请改正它的 box_mm。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>Put it beside it.</source>
        <comment>把它放在旁边。</comment>
        <translation>把它放在旁边。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>See docs/labels.md for what it takes.</source>
        <comment>怎么写见 docs/labels.md。</comment>
        <translation>怎么写见 docs/labels.md。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/file_words.py"/>
        <source>A field is {form}; docs/labels.md lists them.</source>
        <comment>字段是{form}；docs/labels.md 列出了全部。</comment>
        <translation>字段是{form}；docs/labels.md 列出了全部。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>there is no order {order}</source>
        <comment>没有订单 {order}</comment>
        <translation>没有订单 {order}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>order {order} is not expedited; nothing was changed</source>
        <comment>订单 {order} 没有加急；什么都没有改变</comment>
        <translation>订单 {order} 没有加急；什么都没有改变</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>order {order} is expedited already; nothing was changed</source>
        <comment>订单 {order} 已经加急；什么都没有改变</comment>
        <translation>订单 {order} 已经加急；什么都没有改变</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>nothing is agreed for order {order}; nothing was changed</source>
        <comment>订单 {order} 没有约定；什么都没有改变</comment>
        <translation>订单 {order} 没有约定；什么都没有改变</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>the agreed time has passed already; nothing was changed</source>
        <comment>约定的时间已过；什么都没有改变</comment>
        <translation>约定的时间已过；什么都没有改变</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>order {order} is held by {who}: {reasons}</source>
        <comment>订单 {order} 被{who}暂停：{reasons}</comment>
        <translation>订单 {order} 被{who}暂停：{reasons}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>there is no call {call}</source>
        <comment>没有第 {call} 次叫人</comment>
        <translation>没有第 {call} 次叫人</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>call {call} was ended by {who}</source>
        <comment>第 {call} 次叫人已由 {who} 结束</comment>
        <translation>第 {call} 次叫人已由 {who} 结束</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>call {call} was taken by {who}</source>
        <comment>第 {call} 次叫人已由 {who} 接下</comment>
        <translation>第 {call} 次叫人已由 {who} 接下</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>a badge has 1 to {most} capital letters, digits and, within, hyphens</source>
        <comment>工牌是 1 到 {most} 个大写字母、数字，中间可有连字符</comment>
        <translation>工牌是 1 到 {most} 个大写字母、数字，中间可有连字符</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>a name has 1 to {most} characters</source>
        <comment>姓名是 1 到 {most} 个字</comment>
        <translation>姓名是 1 到 {most} 个字</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>badge {badge} belongs to somebody already</source>
        <comment>工牌 {badge} 已经是别人的</comment>
        <translation>工牌 {badge} 已经是别人的</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>say who it is: --by WHO</source>
        <comment>请说是谁：--by WHO</comment>
        <translation>请说是谁：--by WHO</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>{name} is no supervisor</source>
        <comment>{name} 不是主管</comment>
        <translation>{name} 不是主管</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>more than {most} orders wait</source>
        <comment>等待的订单超过 {most} 个</comment>
        <translation>等待的订单超过 {most} 个</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>more than {most} parcels left in this time</source>
        <comment>这段时间发出的包裹超过 {most} 个</comment>
        <translation>这段时间发出的包裹超过 {most} 个</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>{figure} is no figure with entries</source>
        <comment>{figure} 后面没有记录</comment>
        <translation>{figure} 后面没有记录</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>{place} is no place</source>
        <comment>{place} 不是翻页的位置</comment>
        <translation>{place} 不是翻页的位置</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>there is no entry {bench} {epoch}/{seq} any more</source>
        <comment>{bench} 的记录 {epoch}/{seq} 已经没有了</comment>
        <translation>{bench} 的记录 {epoch}/{seq} 已经没有了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>--from is not before --to</source>
        <comment>--from 不早于 --to</comment>
        <translation>--from 不早于 --to</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>{option} {text} is no day</source>
        <comment>{option} {text} 不是日期</comment>
        <translation>{option} {text} 不是日期</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>{option} {text} is no time</source>
        <comment>{option} {text} 不是时间</comment>
        <translation>{option} {text} 不是时间</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>--json and --format {format} contradict each other</source>
        <comment>--json 与 --format {format} 矛盾</comment>
        <translation>--json 与 --format {format} 矛盾</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>a {format} file cannot be shown on a terminal</source>
        <comment>{format} 文件不能显示在终端上</comment>
        <translation>{format} 文件不能显示在终端上</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>nobody has this badge any more</source>
        <comment>这个工牌已经不是任何人的</comment>
        <translation>这个工牌已经不是任何人的</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>order {order} is {state}; its time can no longer be changed</source>
        <comment>订单 {order} {state}，时间不能再改</comment>
        <translation>订单 {order} {state}，时间不能再改</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>nothing holds order {order}</source>
        <comment>订单 {order} 没有被暂停</comment>
        <translation>订单 {order} 没有被暂停</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Look with: sealbench calls.</source>
        <comment>查看：sealbench calls。</comment>
        <translation>查看：sealbench calls。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Choose another code.</source>
        <comment>请换一个代码。</comment>
        <translation>请换一个代码。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Name a supervisor's badge: sealbench users list.</source>
        <comment>写一个主管的工牌：sealbench users list。</comment>
        <translation>写一个主管的工牌：sealbench users list。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Finish or cancel old ones.</source>
        <comment>先装完或取消旧的。</comment>
        <translation>先装完或取消旧的。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Ask for a shorter one.</source>
        <comment>请选短一些的时间。</comment>
        <translation>请选短一些的时间。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Copy it from the end of the page before.</source>
        <comment>从前一页的末尾抄。</comment>
        <translation>从前一页的末尾抄。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Go back and look again.</source>
        <comment>返回，再看一次。</comment>
        <translation>返回，再看一次。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Swap them, or give --from as well.</source>
        <comment>对调，或同时写 --from。</comment>
        <translation>对调，或同时写 --from。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Write it as 2026-11-21 or 2026-11-21T14:00.</source>
        <comment>写成 2026-11-21 或 2026-11-21T14:00。</comment>
        <translation>写成 2026-11-21 或 2026-11-21T14:00。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Write it as 2026-11-25 or 2026-11-25T18:00.</source>
        <comment>写成 2026-11-25 或 2026-11-25T18:00。</comment>
        <translation>写成 2026-11-25 或 2026-11-25T18:00。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Give one of them.</source>
        <comment>只写一个。</comment>
        <translation>只写一个。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Name a file with -o.</source>
        <comment>用 -o 写文件名。</comment>
        <translation>用 -o 写文件名。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Telephone the buyer and record it: sealbench approvals cod {order} --by WHO.</source>
        <comment>先打电话给买家，再登记：sealbench approvals cod {order} --by WHO。</comment>
        <translation>先打电话给买家，再登记：sealbench approvals cod {order} --by WHO。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Give what is missing: sealbench approvals list {order}.</source>
        <comment>补上缺的：sealbench approvals list {order}。</comment>
        <translation>补上缺的：sealbench approvals list {order}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Say how it goes on: sealbench orders shortages --resolve {order} --how arrived --by WHO.</source>
        <comment>说明怎么继续：sealbench orders shortages --resolve {order} --how arrived --by WHO。</comment>
        <translation>说明怎么继续：sealbench orders shortages --resolve {order} --how arrived --by WHO。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Say which place ships it: sealbench places choose {order} PLACE --by WHO.</source>
        <comment>选定发货地：sealbench places choose {order} PLACE --by WHO。</comment>
        <translation>选定发货地：sealbench places choose {order} PLACE --by WHO。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Import a newer order file that says otherwise.</source>
        <comment>导入写明了的新订单文件。</comment>
        <translation>导入写明了的新订单文件。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/order_words.py"/>
        <source>Answer it: sealbench cancels answer {order} --refuse --by WHO, or --agree.</source>
        <comment>答复买家的请求：sealbench cancels answer {order} --refuse --by WHO，或 --agree。</comment>
        <translation>答复买家的请求：sealbench cancels answer {order} --refuse --by WHO，或 --agree。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>this ledger must not be gone on with: {why}</source>
        <comment>这本账不能再接着写：{why}</comment>
        <translation>这本账不能再接着写：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>this home has no ledger yet</source>
        <comment>这里还没有账本</comment>
        <translation>这里还没有账本</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the ledger cannot be opened: {why}</source>
        <comment>账本打不开：{why}</comment>
        <translation>账本打不开：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the ledger cannot be written: {why}</source>
        <comment>账本写不了：{why}</comment>
        <translation>账本写不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>SQLite {version} can corrupt the ledger</source>
        <comment>SQLite {version} 可能损坏账本</comment>
        <translation>SQLite {version} 可能损坏账本</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the ledger has format {found}, this program knows {known}</source>
        <comment>账本的格式是 {found}，这个程序认识 {known}</comment>
        <translation>账本的格式是 {found}，这个程序认识 {known}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the home cannot be written: {why}</source>
        <comment>主文件夹写不了：{why}</comment>
        <translation>主文件夹写不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>another program has this ledger open</source>
        <comment>另一个程序开着这本账</comment>
        <translation>另一个程序开着这本账</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>this bench has signed a ledger that is gone</source>
        <comment>这个工位签过名的账本不见了</comment>
        <translation>这个工位签过名的账本不见了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the ledger belongs to {found}, but the settings name {wanted}</source>
        <comment>账本属于 {found}，设置里写的是 {wanted}</comment>
        <translation>账本属于 {found}，设置里写的是 {wanted}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>a new epoch was begun and not finished</source>
        <comment>新的一期账开了头，没有完成</comment>
        <translation>新的一期账开了头，没有完成</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the ledger is not what this bench has signed: {why}</source>
        <comment>账本与这个工位签过的不同：{why}</comment>
        <translation>账本与这个工位签过的不同：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>entry {seq} of {log} is damaged and was not carried to the order book</source>
        <comment>{log} 的第 {seq} 条已损坏，没有送到订单库</comment>
        <translation>{log} 的第 {seq} 条已损坏，没有送到订单库</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the order book knows {what}; nothing was overwritten</source>
        <comment>订单库知道 {what}；什么都没有覆盖</comment>
        <translation>订单库知道 {what}；什么都没有覆盖</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>a {role} could not be stored: {why}</source>
        <comment>{role} 存不了：{why}</comment>
        <translation>{role} 存不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>a recorded file cannot be read: {why}</source>
        <comment>一个记录的文件读不了：{why}</comment>
        <translation>一个记录的文件读不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>a key file cannot be used: {why}</source>
        <comment>密钥文件不能用：{why}</comment>
        <translation>密钥文件不能用：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the key belongs to {found}, but the settings name {wanted}</source>
        <comment>密钥属于 {found}，设置里写的是 {wanted}</comment>
        <translation>密钥属于 {found}，设置里写的是 {wanted}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the bench's key is in the system's key store, and that does not give it out</source>
        <comment>工位的密钥在系统的密钥库里，系统不交出来</comment>
        <translation>工位的密钥在系统的密钥库里，系统不交出来</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>this bench waits for its enrolment by the organisation's key</source>
        <comment>这个工位在等机构密钥为它登记</comment>
        <translation>这个工位在等机构密钥为它登记</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the organisation's key is needed, and it is not kept here</source>
        <comment>需要机构的密钥，它不放在这里</comment>
        <translation>需要机构的密钥，它不放在这里</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>this is not the organisation's key that this home belongs to, {known}</source>
        <comment>这不是本机所属机构的密钥 {known}</comment>
        <translation>这不是本机所属机构的密钥 {known}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the file lies in the home itself</source>
        <comment>文件就在主文件夹里</comment>
        <translation>文件就在主文件夹里</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>there is a file of that name already</source>
        <comment>已有同名的文件</comment>
        <translation>已有同名的文件</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the file does not give the key back; it stays here</source>
        <comment>文件里读不回密钥，密钥留在这里</comment>
        <translation>文件里读不回密钥，密钥留在这里</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>a passphrase has at least {least} characters</source>
        <comment>口令至少 {least} 个字</comment>
        <translation>口令至少 {least} 个字</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the key cannot be written: {why}</source>
        <comment>密钥写不了：{why}</comment>
        <translation>密钥写不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the passphrase is wrong, or this is no key file</source>
        <comment>口令不对，或这不是密钥文件</comment>
        <translation>口令不对，或这不是密钥文件</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the two passphrases are not the same</source>
        <comment>两次口令不同</comment>
        <translation>两次口令不同</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>no passphrase was given</source>
        <comment>没有给口令</comment>
        <translation>没有给口令</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>this bench has no entry of order {order}</source>
        <comment>这个工位没有订单 {order} 的记录</comment>
        <translation>这个工位没有订单 {order} 的记录</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>no checkpoint of {log} reaches the parcel's last entry, and its key is gone: it cannot be proven</source>
        <comment>{log} 没有签名覆盖到这个包裹的最后一条，它的密钥也没有了：无法证明</comment>
        <translation>{log} 没有签名覆盖到这个包裹的最后一条，它的密钥也没有了：无法证明</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the key of {log} is not here, and neither is a key of its organisation for exporting</source>
        <comment>这里没有 {log} 的密钥，也没有机构的导出密钥</comment>
        <translation>这里没有 {log} 的密钥，也没有机构的导出密钥</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the bundle would pass 2 GiB</source>
        <comment>证据包会超过 2 GiB</comment>
        <translation>证据包会超过 2 GiB</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the bundle cannot be written: {why}</source>
        <comment>证据包写不了：{why}</comment>
        <translation>证据包写不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>a PIN has 4 to 12 digits</source>
        <comment>PIN 是 4 到 12 位数字</comment>
        <translation>PIN 是 4 到 12 位数字</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the PIN is not kept ({why})</source>
        <comment>PIN 没有存下（{why}）</comment>
        <translation>PIN 没有存下（{why}）</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the file of PINs is too large</source>
        <comment>PIN 文件太大</comment>
        <translation>PIN 文件太大</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the file of PINs cannot be read</source>
        <comment>PIN 文件读不了</comment>
        <translation>PIN 文件读不了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the log cannot be written: {why}</source>
        <comment>日志写不了：{why}</comment>
        <translation>日志写不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the note cannot be written: {why}</source>
        <comment>回执写不了：{why}</comment>
        <translation>回执写不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>who looks at a recipient cannot be recorded ({why}), so it stays masked</source>
        <comment>记不下谁看了收件人（{why}），所以仍然遮住</comment>
        <translation>记不下谁看了收件人（{why}），所以仍然遮住</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the disk is full: {why}</source>
        <comment>磁盘已满：{why}</comment>
        <translation>磁盘已满：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>another program has the ledger locked: {why}</source>
        <comment>另一个程序锁住了账本：{why}</comment>
        <translation>另一个程序锁住了账本：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the disk did not take or give the ledger's bytes: {why}</source>
        <comment>磁盘没有收下或交出账本：{why}</comment>
        <translation>磁盘没有收下或交出账本：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the ledger is damaged: {why}</source>
        <comment>账本已损坏：{why}</comment>
        <translation>账本已损坏：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>the ledger cannot be used: {why}</source>
        <comment>账本用不了：{why}</comment>
        <translation>账本用不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Put the newest ledger back if you have it; give a second bench an id of its own. Let a supervisor begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.</source>
        <comment>有最新的账本就放回来；若是第二个工位，给它另取编号。请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。</comment>
        <translation>有最新的账本就放回来；若是第二个工位，给它另取编号。请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Let a supervisor begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.</source>
        <comment>请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。</comment>
        <translation>请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Put the file back. Let a supervisor begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.</source>
        <comment>把文件放回去。或请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。</comment>
        <translation>把文件放回去。或请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Keep the file, run 'sealbench evidence audit', and restore nothing over it. Let a supervisor begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.</source>
        <comment>留着这个文件，运行“sealbench evidence audit”，不要用别的覆盖它。请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。</comment>
        <translation>留着这个文件，运行“sealbench evidence audit”，不要用别的覆盖它。请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Two benches have one name, or this ledger was put back from a copy: stop, and let a supervisor begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.</source>
        <comment>两个工位同名，或账本来自旧副本：请停下，请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。</comment>
        <translation>两个工位同名，或账本来自旧副本：请停下，请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Pack a parcel first, or name the home.</source>
        <comment>先装一个包裹，或指明主文件夹。</comment>
        <translation>先装一个包裹，或指明主文件夹。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Install pysqlite3 with SQLite {version} or newer.</source>
        <comment>安装带 SQLite {version} 或更新的 pysqlite3。</comment>
        <translation>安装带 SQLite {version} 或更新的 pysqlite3。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Use the version of the program that wrote it, or a newer one.</source>
        <comment>用写它的那个版本的程序，或更新的。</comment>
        <translation>用写它的那个版本的程序，或更新的。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Name another folder with --home, or give this user the right to write there.</source>
        <comment>用 --home 另选主文件夹，或给这个用户写入权限。</comment>
        <translation>用 --home 另选主文件夹，或给这个用户写入权限。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Give this user the right to write there.</source>
        <comment>给这个用户写入权限。</comment>
        <translation>给这个用户写入权限。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Close the other bench window first.</source>
        <comment>先关掉另一个工位窗口。</comment>
        <translation>先关掉另一个工位窗口。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Put the old names back into bench.toml, or use a new home for the new bench.</source>
        <comment>把旧名字写回 bench.toml，或给新工位用新的主文件夹。</comment>
        <translation>把旧名字写回 bench.toml，或给新工位用新的主文件夹。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Put the old name back into bench.toml, or use a new home for the new bench.</source>
        <comment>把旧名字写回 bench.toml，或给新工位用新的主文件夹。</comment>
        <translation>把旧名字写回 bench.toml，或给新工位用新的主文件夹。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Run: sealbench evidence audit.</source>
        <comment>运行：sealbench evidence audit。</comment>
        <translation>运行：sealbench evidence audit。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Make room on the disk.</source>
        <comment>请在磁盘上腾出空间。</comment>
        <translation>请在磁盘上腾出空间。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Put the file back from a backup, or name another.</source>
        <comment>从备份放回文件，或另选一个。</comment>
        <translation>从备份放回文件，或另选一个。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Sign in as the user that this bench belongs to; when the key is lost: sealbench keys rotate.</source>
        <comment>请用这个工位所属的用户登录；密钥丢了：sealbench keys rotate。</comment>
        <translation>请用这个工位所属的用户登录；密钥丢了：sealbench keys rotate。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Run: sealbench keys request, and bring the note back with: sealbench keys accept.</source>
        <comment>运行 sealbench keys request，再用 sealbench keys accept 带回回执。</comment>
        <translation>运行 sealbench keys request，再用 sealbench keys accept 带回回执。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Name its file with --org-key FILE.</source>
        <comment>用 --org-key FILE 指明它的文件。</comment>
        <translation>用 --org-key FILE 指明它的文件。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Name the right file with --org-key.</source>
        <comment>用 --org-key 指明对的文件。</comment>
        <translation>用 --org-key 指明对的文件。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Name one on another drive.</source>
        <comment>请选另一个磁盘上的位置。</comment>
        <translation>请选另一个磁盘上的位置。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Name another one.</source>
        <comment>请另取名字。</comment>
        <translation>请另取名字。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Try another drive.</source>
        <comment>请换一个磁盘。</comment>
        <translation>请换一个磁盘。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Four words do.</source>
        <comment>四个词就够。</comment>
        <translation>四个词就够。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Name a file with --passphrase-file.</source>
        <comment>用 --passphrase-file 指明文件。</comment>
        <translation>用 --passphrase-file 指明文件。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Check the number, or ask another bench.</source>
        <comment>核对编号，或到另一个工位查。</comment>
        <translation>核对编号，或到另一个工位查。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Make one with the organisation's key: sealbench keys exporter.</source>
        <comment>用机构的密钥做一个：sealbench keys exporter。</comment>
        <translation>用机构的密钥做一个：sealbench keys exporter。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Export stills instead of video.</source>
        <comment>请导出截图，不导出录像。</comment>
        <translation>请导出截图，不导出录像。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Name another file with -o.</source>
        <comment>用 -o 另选文件。</comment>
        <translation>用 -o 另选文件。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Export it where it was packed: {there}.</source>
        <comment>在装它的地方导出：{there}。</comment>
        <translation>在装它的地方导出：{there}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Set the PINs again and remove it.</source>
        <comment>重设 PIN，再删掉它。</comment>
        <translation>重设 PIN，再删掉它。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Remove it and set the PINs again: sealbench users pin</source>
        <comment>删掉它，重设 PIN：sealbench users pin</comment>
        <translation>删掉它，重设 PIN：sealbench users pin</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Make room on it; nothing was recorded since.</source>
        <comment>腾出空间；从那以后什么都没有记下。</comment>
        <translation>腾出空间；从那以后什么都没有记下。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Close that program.</source>
        <comment>关掉那个程序。</comment>
        <translation>关掉那个程序。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Check the disk and its space, then start again.</source>
        <comment>检查磁盘和它的空间，再启动。</comment>
        <translation>检查磁盘和它的空间，再启动。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Check that the home can be read and written.</source>
        <comment>查看主文件夹能不能读写。</comment>
        <translation>查看主文件夹能不能读写。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Give this user the right to write to the home.</source>
        <comment>给这个用户写入主文件夹的权限。</comment>
        <translation>给这个用户写入主文件夹的权限。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Run 'sealbench evidence audit', keep the file, restore a backup.</source>
        <comment>运行“sealbench evidence audit”，留着这个文件，从备份恢复。</comment>
        <translation>运行“sealbench evidence audit”，留着这个文件，从备份恢复。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/record_words.py"/>
        <source>Call support.</source>
        <comment>请联系技术支持。</comment>
        <translation>请联系技术支持。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>the order number is missing</source>
        <comment>没有订单号</comment>
        <translation>没有订单号</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>a spreadsheet has turned the order number into {shown}: export the file again</source>
        <comment>表格软件把订单号变成了 {shown}：请重新导出文件</comment>
        <translation>表格软件把订单号变成了 {shown}：请重新导出文件</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>{text} is no order number</source>
        <comment>{text} 不是订单号</comment>
        <translation>{text} 不是订单号</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>order {order} stands in this file with different content</source>
        <comment>订单 {order} 在这个文件里内容不同</comment>
        <translation>订单 {order} 在这个文件里内容不同</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>order {order} stands in this file more than once, with different lines</source>
        <comment>订单 {order} 在这个文件里出现多次，商品行不同</comment>
        <translation>订单 {order} 在这个文件里出现多次，商品行不同</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>order {order} stands in this file with one line in two versions</source>
        <comment>订单 {order} 在这个文件里有一行写了两种</comment>
        <translation>订单 {order} 在这个文件里有一行写了两种</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>order {order} stands in this file with SKU {sku} in different quantities or values</source>
        <comment>订单 {order} 在这个文件里，货号 {sku} 的数量或金额前后不同</comment>
        <translation>订单 {order} 在这个文件里，货号 {sku} 的数量或金额前后不同</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>the quantity must be a whole number from 1 to {most}, not {text}</source>
        <comment>数量要是 1 到 {most} 的整数，写的是 {text}</comment>
        <translation>数量要是 1 到 {most} 的整数，写的是 {text}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>{text} is no date and time</source>
        <comment>{text} 不是日期和时间</comment>
        <translation>{text} 不是日期和时间</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>the book has order {order} for shop {shop}: name that with --shop if it is the same order</source>
        <comment>订单库里已有店铺 {shop} 的订单 {order}：若是同一单，用 --shop 指明那个店铺</comment>
        <translation>订单库里已有店铺 {shop} 的订单 {order}：若是同一单，用 --shop 指明那个店铺</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>the SKU is missing</source>
        <comment>没有货号</comment>
        <translation>没有货号</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>the line has no seller SKU: give the item one on the platform and export again</source>
        <comment>这一行没有商家编码：在平台上给商品填好，再导出</comment>
        <translation>这一行没有商家编码：在平台上给商品填好，再导出</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>the line has no SKU: give the item one in the shop and export again</source>
        <comment>这一行没有货号：在店铺里给商品填好，再导出</comment>
        <translation>这一行没有货号：在店铺里给商品填好，再导出</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>货号 {sku} stands for several variants: give each of them its own 单品货号</source>
        <comment>货号 {sku} 对应几个规格：给每个规格填自己的单品货号</comment>
        <translation>货号 {sku} 对应几个规格：给每个规格填自己的单品货号</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>the order has no line: 【 is missing in its product cell</source>
        <comment>订单没有商品行：产品信息里缺【</comment>
        <translation>订单没有商品行：产品信息里缺【</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>line {line} has no seller SKU (商家编码)</source>
        <comment>第 {line} 行没有商家编码</comment>
        <translation>第 {line} 行没有商家编码</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>line {line} has no quantity (产品数量)</source>
        <comment>第 {line} 行没有产品数量</comment>
        <translation>第 {line} 行没有产品数量</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>the country {country} is not known: write its two-letter code</source>
        <comment>不认识国家 {country}：请写两位字母代码</comment>
        <translation>不认识国家 {country}：请写两位字母代码</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>{text} is no value-added service; known: {known}</source>
        <comment>没有 {text} 这种增值服务；有：{known}</comment>
        <translation>没有 {text} 这种增值服务；有：{known}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>{text} is no value such as 12.50</source>
        <comment>{text} 不是金额，写成 12.50 这样</comment>
        <translation>{text} 不是金额，写成 12.50 这样</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>a declared value needs its currency, three letters such as USD</source>
        <comment>申报金额要写货币，三个字母，例如 USD</comment>
        <translation>申报金额要写货币，三个字母，例如 USD</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>the number is missing</source>
        <comment>没有单号</comment>
        <translation>没有单号</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>the time is missing</source>
        <comment>没有时间</comment>
        <translation>没有时间</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>{text} is no weight of a parcel: at most {most} kg</source>
        <comment>{text} 不是包裹的重量：最多 {most} kg</comment>
        <translation>{text} 不是包裹的重量：最多 {most} kg</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>{text} is no weight</source>
        <comment>{text} 不是重量</comment>
        <translation>{text} 不是重量</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>SKU {sku} stands twice</source>
        <comment>货号 {sku} 出现两次</comment>
        <translation>货号 {sku} 出现两次</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>a SKU has 1 to {most} characters</source>
        <comment>货号是 1 到 {most} 个字</comment>
        <translation>货号是 1 到 {most} 个字</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>a weight is more than 0 and at most {most} g, to the milligram</source>
        <comment>重量要大于 0，最多 {most} g，精确到毫克</comment>
        <translation>重量要大于 0，最多 {most} g，精确到毫克</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>a size has three sides like 100x80x60, not {text}</source>
        <comment>尺寸是三边，写成 100x80x60 这样，写的是 {text}</comment>
        <translation>尺寸是三边，写成 100x80x60 这样，写的是 {text}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>{text} is no length</source>
        <comment>{text} 不是长度</comment>
        <translation>{text} 不是长度</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>a side is more than 0 and at most {most} mm</source>
        <comment>边长要大于 0，最多 {most} mm</comment>
        <translation>边长要大于 0，最多 {most} mm</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>{text} is none of lot, expiry, serial</source>
        <comment>{text} 不是 lot、expiry 或 serial</comment>
        <translation>{text} 不是 lot、expiry 或 serial</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>more than {most} barcodes</source>
        <comment>条码超过 {most} 个</comment>
        <translation>条码超过 {most} 个</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>a spreadsheet has turned the code into {text}: make the column text and try again</source>
        <comment>表格软件把条码变成了 {text}：把这一列改成文本，再试</comment>
        <translation>表格软件把条码变成了 {text}：把这一列改成文本，再试</translation>
    </message>
    <message>
        <location filename="../ui/troubles/row_words.py"/>
        <source>{text} is no code and no code*count</source>
        <comment>{text} 不是条码，也不是“条码*件数”</comment>
        <translation>{text} 不是条码，也不是“条码*件数”</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>this is not TOML: {why}</source>
        <comment>这不是 TOML：{why}</comment>
        <translation>这不是 TOML：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>this file does not read: {why}</source>
        <comment>文件读不懂：{why}</comment>
        <translation>文件读不懂：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the file is not UTF-8</source>
        <comment>文件不是 UTF-8</comment>
        <translation>文件不是 UTF-8</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>cannot read: {why}</source>
        <comment>读不了：{why}</comment>
        <translation>读不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>unknown setting {key} in [{table}]</source>
        <comment>{table} 里没有设置 {key}</comment>
        <translation>{table} 里没有设置 {key}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{key}: this value does not fit</source>
        <comment>{key}：这个值不合适</comment>
        <translation>{key}：这个值不合适</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{key}: Expected {wanted}, got {found}</source>
        <comment>{key}：应为 {wanted}，写的是 {found}</comment>
        <translation>{key}：应为 {wanted}，写的是 {found}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{key}: Expected {wanted}</source>
        <comment>{key}：应为 {wanted}</comment>
        <translation>{key}：应为 {wanted}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{key}: Invalid enum value {found}</source>
        <comment>{key}：没有 {found} 这个值</comment>
        <translation>{key}：没有 {found} 这个值</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>device {name}: only a printer has a profile</source>
        <comment>设备 {name}：只有打印机有配置</comment>
        <translation>设备 {name}：只有打印机有配置</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>device {name}: no printer profile {profile}</source>
        <comment>设备 {name}：没有打印机配置 {profile}</comment>
        <translation>设备 {name}：没有打印机配置 {profile}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>packing.default_carton {carton} is no [[carton]]</source>
        <comment>packing.default_carton {carton} 不是 [[carton]]</comment>
        <translation>packing.default_carton {carton} 不是 [[carton]]</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the material rules do not read: {why}</source>
        <comment>包材规则读不懂：{why}</comment>
        <translation>包材规则读不懂：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{key} {name} is there twice</source>
        <comment>{key} {name} 写了两次</comment>
        <translation>{key} {name} 写了两次</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the {what} {name} is there twice</source>
        <comment>{what} {name} 写了两次</comment>
        <translation>{what} {name} 写了两次</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>paper {paper}: no printer is called {printer}</source>
        <comment>纸张 {paper}：没有叫 {printer} 的打印机</comment>
        <translation>纸张 {paper}：没有叫 {printer} 的打印机</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>photo of {moment}: no camera is called {camera}</source>
        <comment>{moment} 的照片：没有叫 {camera} 的相机</comment>
        <translation>{moment} 的照片：没有叫 {camera} 的相机</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>photo of {moment}: the bench has no camera</source>
        <comment>{moment} 的照片：这个工位没有相机</comment>
        <translation>{moment} 的照片：这个工位没有相机</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the file has been changed since</source>
        <comment>文件已被改动</comment>
        <translation>文件已被改动</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>device is not a list of tables</source>
        <comment>device 不是表的列表</comment>
        <translation>device 不是表的列表</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{name} is not a table</source>
        <comment>{name} 不是表</comment>
        <translation>{name} 不是表</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>this is no bench.toml: it is too large</source>
        <comment>这不是 bench.toml：太大了</comment>
        <translation>这不是 bench.toml：太大了</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the rule {rule} has no single term</source>
        <comment>规则 {rule} 没有唯一的期限</comment>
        <translation>规则 {rule} 没有唯一的期限</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the rule {rule} ends before its cut-off</source>
        <comment>规则 {rule} 的结束早于截单</comment>
        <translation>规则 {rule} 的结束早于截单</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the rule {rule} is there twice</source>
        <comment>规则 {rule} 写了两次</comment>
        <translation>规则 {rule} 写了两次</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the deadline rules cannot be read: {why}</source>
        <comment>期限规则读不懂：{why}</comment>
        <translation>期限规则读不懂：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>a policy names the unknown rule {rule}</source>
        <comment>有一条政策用了不存在的规则 {rule}</comment>
        <translation>有一条政策用了不存在的规则 {rule}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the figures' rules cannot be read: {why}</source>
        <comment>统计规则读不懂：{why}</comment>
        <translation>统计规则读不懂：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>two shifts have one id</source>
        <comment>两个班次同名</comment>
        <translation>两个班次同名</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the shifts {one} and {other} both have {at}</source>
        <comment>班次 {one} 和 {other} 都有 {at}</comment>
        <translation>班次 {one} 和 {other} 都有 {at}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the shop's file cannot be read: {why}</source>
        <comment>店铺文件读不懂：{why}</comment>
        <translation>店铺文件读不懂：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{word} = {value} is no state and no hold</source>
        <comment>{word} = {value} 不是状态也不是暂停</comment>
        <translation>{word} = {value} 不是状态也不是暂停</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the approval {name} is the telephone call's own name</source>
        <comment>审批名 {name} 已留给电话确认</comment>
        <translation>审批名 {name} 已留给电话确认</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>more than {most} services</source>
        <comment>快递服务超过 {most} 个</comment>
        <translation>快递服务超过 {most} 个</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>this settings file cannot be read: {why}</source>
        <comment>这个设置文件读不懂：{why}</comment>
        <translation>这个设置文件读不懂：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the pattern {pattern} is wrong: {why}</source>
        <comment>单号格式 {pattern} 写错了：{why}</comment>
        <translation>单号格式 {pattern} 写错了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the word {word} names {service} already</source>
        <comment>词 {word} 已经指 {service}</comment>
        <translation>词 {word} 已经指 {service}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the file is too large for a printer profile</source>
        <comment>打印机配置文件太大</comment>
        <translation>打印机配置文件太大</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the profile is not UTF-8</source>
        <comment>打印机配置不是 UTF-8</comment>
        <translation>打印机配置不是 UTF-8</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{key}: this key is missing</source>
        <comment>缺 {key} 这一项</comment>
        <translation>缺 {key} 这一项</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>unknown key {key}</source>
        <comment>没有 {key} 这一项</comment>
        <translation>没有 {key} 这一项</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{key}: {speaks} has no word for it</source>
        <comment>{key}：{speaks} 没有对应的命令</comment>
        <translation>{key}：{speaks} 没有对应的命令</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>no printer speaks {speaks}</source>
        <comment>没有用 {speaks} 的打印机</comment>
        <translation>没有用 {speaks} 的打印机</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>device {device} speaks {one}, its profile {other}</source>
        <comment>设备 {device} 用 {one}，配置里是 {other}</comment>
        <translation>设备 {device} 用 {one}，配置里是 {other}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the label is {label} dots wide, the print head {head}</source>
        <comment>面单宽 {label} 点，打印头 {head} 点</comment>
        <translation>面单宽 {label} 点，打印头 {head} 点</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link} is no device address</source>
        <comment>{link} 不是设备地址</comment>
        <translation>{link} 不是设备地址</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{option} is no option of a serial link in {link}; known: baud, bits, flow, parity, stop</source>
        <comment>{link} 里的 {option} 不是串口的选项；有：baud、bits、flow、parity、stop</comment>
        <translation>{link} 里的 {option} 不是串口的选项；有：baud、bits、flow、parity、stop</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link} needs a port and a baud rate of 100 to 9999999</source>
        <comment>{link} 要写端口，波特率 100 到 9999999</comment>
        <translation>{link} 要写端口，波特率 100 到 9999999</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link}: bits is 7 or 8, parity none, even or odd, stop 1 or 2</source>
        <comment>{link}：bits 是 7 或 8，parity 是 none、even 或 odd，stop 是 1 或 2</comment>
        <translation>{link}：bits 是 7 或 8，parity 是 none、even 或 odd，stop 是 1 或 2</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link}: flow is none, hardware (RTS/CTS) or software (XON/XOFF)</source>
        <comment>{link}：flow 是 none、hardware（RTS/CTS）或 software（XON/XOFF）</comment>
        <translation>{link}：flow 是 none、hardware（RTS/CTS）或 software（XON/XOFF）</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link} needs vendor and product, or a device's path</source>
        <comment>{link} 要写厂商号和产品号，或设备的路径</comment>
        <translation>{link} 要写厂商号和产品号，或设备的路径</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link} needs vendor and product</source>
        <comment>{link} 要写厂商号和产品号</comment>
        <translation>{link} 要写厂商号和产品号</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link} needs a queue's name</source>
        <comment>{link} 要写打印队列的名字</comment>
        <translation>{link} 要写打印队列的名字</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link} needs a host and a path</source>
        <comment>{link} 要写主机和路径</comment>
        <translation>{link} 要写主机和路径</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link} needs a host and what follows it</source>
        <comment>{link} 要写主机和后面的部分</comment>
        <translation>{link} 要写主机和后面的部分</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link} needs a host and a port</source>
        <comment>{link} 要写主机和端口</comment>
        <translation>{link} 要写主机和端口</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{link} needs a device's path</source>
        <comment>{link} 要写设备的路径</comment>
        <translation>{link} 要写设备的路径</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>no link is called {scheme} in {link}; known: {known}</source>
        <comment>{link} 里没有叫 {scheme} 的连接；有：{known}</comment>
        <translation>{link} 里没有叫 {scheme} 的连接；有：{known}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>a {kind} cannot be a folder, a queue or a USB printer</source>
        <comment>{kind} 不能是文件夹、打印队列或 USB 打印机</comment>
        <translation>{kind} 不能是文件夹、打印队列或 USB 打印机</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>a {kind} is no scanner, scale or printer</source>
        <comment>{kind} 不是扫码枪、秤或打印机</comment>
        <translation>{kind} 不是扫码枪、秤或打印机</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{speaks} does not say in which unit it weighs</source>
        <comment>{speaks} 没说用什么单位称重</comment>
        <translation>{speaks} 没说用什么单位称重</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>there is no screen {number}</source>
        <comment>没有第 {number} 个屏幕</comment>
        <translation>没有第 {number} 个屏幕</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{path}: it is written like '210x297'</source>
        <comment>{path}：写成“210x297”这样</comment>
        <translation>{path}：写成“210x297”这样</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{path}: {found} is not from {least} to {most} in {unit}</source>
        <comment>{path}：{found} 在 {unit} 里不在 {least} 到 {most} 之间</comment>
        <translation>{path}：{found} 在 {unit} 里不在 {least} 到 {most} 之间</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>{path}: the word {word} names {service} already</source>
        <comment>{path}：词 {word} 已经指 {service}</comment>
        <translation>{path}：词 {word} 已经指 {service}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>the rule cannot be changed: {why}</source>
        <comment>规则改不了：{why}</comment>
        <translation>规则改不了：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Mend that line.</source>
        <comment>请改正那一行。</comment>
        <translation>请改正那一行。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Mend that value.</source>
        <comment>请改正那个值。</comment>
        <translation>请改正那个值。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Mend it.</source>
        <comment>请改正。</comment>
        <translation>请改正。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>It takes {takes}.</source>
        <comment>可以填：{takes}。</comment>
        <translation>可以填：{takes}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>See config/bench.toml for what it takes.</source>
        <comment>可以填什么见 config/bench.toml。</comment>
        <translation>可以填什么见 config/bench.toml。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Known: {known}; your own go into {folder}.</source>
        <comment>有：{known}；自己的放进 {folder}。</comment>
        <translation>有：{known}；自己的放进 {folder}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Keep one of them.</source>
        <comment>只留一个。</comment>
        <translation>只留一个。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Add a [[device]] of kind = "camera".</source>
        <comment>加一个 kind = "camera" 的 [[device]]。</comment>
        <translation>加一个 kind = "camera" 的 [[device]]。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Do it again.</source>
        <comment>请再做一次。</comment>
        <translation>请再做一次。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Change the setting itself again.</source>
        <comment>请再改一次这项设置。</comment>
        <translation>请再改一次这项设置。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Write it as [[device]].</source>
        <comment>写成 [[device]]。</comment>
        <translation>写成 [[device]]。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Write it as [{name}].</source>
        <comment>写成 [{name}]。</comment>
        <translation>写成 [{name}]。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Name a bench.toml.</source>
        <comment>请选一个 bench.toml。</comment>
        <translation>请选一个 bench.toml。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Give one of: cut_off with by, hours alone, days with by.</source>
        <comment>只写一种：cut_off 和 by，只写 hours，或 days 和 by。</comment>
        <translation>只写一种：cut_off 和 by，只写 hours，或 days 和 by。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Let by be the cut-off or later.</source>
        <comment>by 要等于或晚于截单。</comment>
        <translation>by 要等于或晚于截单。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Let one end where the other begins.</source>
        <comment>让一个在另一个开始时结束。</comment>
        <translation>让一个在另一个开始时结束。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Give it another name.</source>
        <comment>请另取一个名字。</comment>
        <translation>请另取一个名字。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Remove the unused.</source>
        <comment>删掉不用的。</comment>
        <translation>删掉不用的。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>A service needs a few kilobytes.</source>
        <comment>一个服务只要几 KB。</comment>
        <translation>一个服务只要几 KB。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Settings need a few kilobytes.</source>
        <comment>设置只要几 KB。</comment>
        <translation>设置只要几 KB。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>docs/carriers.md says what each key takes.</source>
        <comment>每一项怎么写见 docs/carriers.md。</comment>
        <translation>每一项怎么写见 docs/carriers.md。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Give each service words of its own.</source>
        <comment>每个服务的词要不同。</comment>
        <translation>每个服务的词要不同。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Leave speaks out, or choose another profile.</source>
        <comment>不写 speaks，或换一个配置。</comment>
        <translation>不写 speaks，或换一个配置。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Choose a narrower template or a wider printer.</source>
        <comment>请选窄一些的模板，或宽一些的打印机。</comment>
        <translation>请选窄一些的模板，或宽一些的打印机。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Every profile needs it.</source>
        <comment>每个配置都要有。</comment>
        <translation>每个配置都要有。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Leave it out.</source>
        <comment>请不要写它。</comment>
        <translation>请不要写它。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Write it like {example}.</source>
        <comment>写成 {example} 这样。</comment>
        <translation>写成 {example} 这样。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Write it as "sealbench devices list" shows it, like hid:0c2e:0b61.</source>
        <comment>照“sealbench devices list”显示的写，例如 hid:0c2e:0b61。</comment>
        <translation>照“sealbench devices list”显示的写，例如 hid:0c2e:0b61。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Use serial:, tcp:{more}; a printer has others.</source>
        <comment>用 serial:、tcp:{more}；打印机有别的。</comment>
        <translation>用 serial:、tcp:{more}；打印机有别的。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>Set what its display shows: unit = "kg", "g", "lb" or "oz".</source>
        <comment>照它屏幕上的单位写：unit = "kg"、"g"、"lb" 或 "oz"。</comment>
        <translation>照它屏幕上的单位写：unit = "kg"、"g"、"lb" 或 "oz"。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/setting_words.py"/>
        <source>There are: {known}.</source>
        <comment>有：{known}。</comment>
        <translation>有：{known}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>Tell a supervisor: {why}</source>
        <comment>告诉主管：{why}</comment>
        <translation>告诉主管：{why}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>{what} ({where}). {act}</source>
        <comment>{what}（{where}）。{act}</comment>
        <translation>{what}（{where}）。{act}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>{what} ({where}).</source>
        <comment>{what}（{where}）。</comment>
        <translation>{what}（{where}）。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>{what}. {act}</source>
        <comment>{what}。{act}</comment>
        <translation>{what}。{act}</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>{what}.</source>
        <comment>{what}。</comment>
        <translation>{what}。</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>No such file or directory</source>
        <comment>没有这个文件或文件夹</comment>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>Permission denied</source>
        <comment>没有权限</comment>
        <translation>没有权限</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>Operation not permitted</source>
        <comment>不允许这样做</comment>
        <translation>不允许这样做</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>No space left on device</source>
        <comment>磁盘已满</comment>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>Is a directory</source>
        <comment>这是一个文件夹</comment>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>Not a directory</source>
        <comment>这不是文件夹</comment>
        <translation>这不是文件夹</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>Read-only file system</source>
        <comment>这个磁盘只能读</comment>
        <translation>这个磁盘只能读</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>Input/output error</source>
        <comment>磁盘读写出错</comment>
        <translation>磁盘读写出错</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>File exists</source>
        <comment>已经有这个文件</comment>
        <translation>已经有这个文件</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>File name too long</source>
        <comment>文件名太长</comment>
        <translation>文件名太长</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>Device or resource busy</source>
        <comment>设备正被占用</comment>
        <translation>设备正被占用</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>a rule of the shop</source>
        <comment>店铺规则</comment>
        <translation>店铺规则</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>a shortage</source>
        <comment>缺货</comment>
        <translation>缺货</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>its buyer's request</source>
        <comment>买家的请求</comment>
        <translation>买家的请求</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>its platform</source>
        <comment>平台</comment>
        <translation>平台</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>the parcel's number</source>
        <comment>包裹的单号</comment>
        <translation>包裹的单号</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>the time</source>
        <comment>时间</comment>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../ui/troubles/telling.py"/>
        <source>unknown</source>
        <comment>未知原因</comment>
        <translation>未知原因</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>{variant} ({meaning})</source>
        <comment>{variant}（{meaning}）</comment>
        <translation>{variant}（{meaning}）</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>/,,;</source>
        <comment>／，、；</comment>
        <translation>／，、；</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>white</source>
        <comment>白色</comment>
        <translation>白色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>black</source>
        <comment>黑色</comment>
        <translation>黑色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>grey</source>
        <comment>灰色</comment>
        <translation>灰色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>light grey</source>
        <comment>浅灰色</comment>
        <translation>浅灰色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>dark grey</source>
        <comment>深灰色</comment>
        <translation>深灰色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>red</source>
        <comment>红色</comment>
        <translation>红色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>wine red</source>
        <comment>酒红色</comment>
        <translation>酒红色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>pink</source>
        <comment>粉色</comment>
        <translation>粉色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>yellow</source>
        <comment>黄色</comment>
        <translation>黄色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>green</source>
        <comment>绿色</comment>
        <translation>绿色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>light green</source>
        <comment>浅绿色</comment>
        <translation>浅绿色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>dark green</source>
        <comment>深绿色</comment>
        <translation>深绿色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>army green</source>
        <comment>军绿色</comment>
        <translation>军绿色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>blue</source>
        <comment>蓝色</comment>
        <translation>蓝色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>light blue</source>
        <comment>浅蓝色</comment>
        <translation>浅蓝色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>dark blue</source>
        <comment>深蓝色</comment>
        <translation>深蓝色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>sky blue</source>
        <comment>天蓝色</comment>
        <translation>天蓝色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>navy blue</source>
        <comment>藏青色</comment>
        <translation>藏青色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>purple</source>
        <comment>紫色</comment>
        <translation>紫色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>brown</source>
        <comment>棕色</comment>
        <translation>棕色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>beige</source>
        <comment>米色</comment>
        <translation>米色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>off-white</source>
        <comment>米白色</comment>
        <translation>米白色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>khaki</source>
        <comment>卡其色</comment>
        <translation>卡其色</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>small</source>
        <comment>小号</comment>
        <translation>小号</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>medium</source>
        <comment>中号</comment>
        <translation>中号</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>large</source>
        <comment>大号</comment>
        <translation>大号</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>extra large</source>
        <comment>特大号</comment>
        <translation>特大号</translation>
    </message>
    <message>
        <location filename="../ui/variant_words.py"/>
        <source>one size</source>
        <comment>均码</comment>
        <translation>均码</translation>
    </message>
    <message>
        <location filename="../ui/virtual_panel.py"/>
        <source>Virtual bench</source>
        <comment>虚拟工位</comment>
        <translation>虚拟工位</translation>
    </message>
    <message>
        <location filename="../ui/virtual_panel.py"/>
        <source>Scan an order</source>
        <comment>扫订单</comment>
        <translation>扫订单</translation>
    </message>
    <message>
        <location filename="../ui/virtual_panel.py"/>
        <source>Scan an item</source>
        <comment>扫商品</comment>
        <translation>扫商品</translation>
    </message>
    <message>
        <location filename="../ui/virtual_panel.py"/>
        <source>Scan commands and labels</source>
        <comment>扫命令码和面单</comment>
        <translation>扫命令码和面单</translation>
    </message>
    <message>
        <location filename="../ui/virtual_panel.py"/>
        <source>Faults</source>
        <comment>故障</comment>
        <translation>故障</translation>
    </message>
    <message>
        <location filename="../ui/virtual_panel.py"/>
        <source>Put the parcel on</source>
        <comment>放上包裹</comment>
        <translation>放上包裹</translation>
    </message>
    <message>
        <location filename="../ui/virtual_panel.py"/>
        <source>Empty the pan</source>
        <comment>清空秤</comment>
        <translation>清空秤</translation>
    </message>
    <message>
        <location filename="../ui/virtual_panel.py"/>
        <source>Unstable</source>
        <comment>不稳定</comment>
        <translation>不稳定</translation>
    </message>
    <message>
        <location filename="../ui/virtual_panel.py"/>
        <source>Pull the cable: {device}</source>
        <comment>拔掉{device}的线</comment>
        <translation>拔掉{device}的线</translation>
    </message>
    <message>
        <location filename="../ui/voice.py"/>
        <source>voice on</source>
        <comment>有语音</comment>
        <translation>有语音</translation>
    </message>
    <message>
        <location filename="../ui/voice.py"/>
        <source>no voice: beeps tell row and column</source>
        <comment>没有语音，响声报行列</comment>
        <translation>没有语音，响声报行列</translation>
    </message>
    <message>
        <location filename="../ui/voice.py"/>
        <source>no voice</source>
        <comment>没有语音</comment>
        <translation>没有语音</translation>
    </message>
    <message>
        <location filename="../ui/wall_view.py"/>
        <source>Batch {batch}</source>
        <comment>第 {batch} 批</comment>
        <translation>第 {batch} 批</translation>
    </message>
    <message>
        <location filename="../ui/wall_view.py"/>
        <source>{sorted}/{needed} units</source>
        <comment>已分 {sorted}/{needed} 件</comment>
        <translation>已分 {sorted}/{needed} 件</translation>
    </message>
    <message>
        <location filename="../ui/wall_view.py"/>
        <source>{full}/{cells} cells full</source>
        <comment>{full}/{cells} 格满</comment>
        <translation>{full}/{cells} 格满</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>wrong</source>
        <comment>不对</comment>
        <translation>不对</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>{act}; then scan CLEAR or press F9</source>
        <comment>{act}；再扫“清除”或按 F9</comment>
        <translation>{act}；再扫“清除”或按 F9</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Order book unreachable; it goes on by itself</source>
        <comment>订单库连不上，连上后自动继续</comment>
        <translation>订单库连不上，连上后自动继续</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Not of this batch</source>
        <comment>不是这一批的</comment>
        <translation>不是这一批的</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Put it aside, into no cell</source>
        <comment>放到一边，不要进格子</comment>
        <translation>放到一边，不要进格子</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>A whole carton is too many</source>
        <comment>整箱太多，扫单件</comment>
        <translation>整箱太多，扫单件</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Open it, scan the pieces ({detail})</source>
        <comment>打开，一件一件扫（{detail}）</comment>
        <translation>打开，一件一件扫（{detail}）</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell} is at a bench</source>
        <comment>{cell} 号格已经拿去打包</comment>
        <translation>{cell} 号格已经拿去打包</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Undo it at the bench</source>
        <comment>在工位撤销</comment>
        <translation>在工位撤销</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>The order of cell {cell} left the batch</source>
        <comment>{cell} 号格的订单已退出</comment>
        <translation>{cell} 号格的订单已退出</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Put this one back on its shelf</source>
        <comment>这一件放回货架</comment>
        <translation>这一件放回货架</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>This batch is closed</source>
        <comment>这一批已经关闭</comment>
        <translation>这一批已经关闭</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Put it aside, call the supervisor</source>
        <comment>放到一边，叫主管</comment>
        <translation>放到一边，叫主管</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Every cell has enough: back to its shelf</source>
        <comment>所有格子都够了，放回货架</comment>
        <translation>所有格子都够了，放回货架</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell}: order cancelled</source>
        <comment>{cell} 号格订单取消</comment>
        <translation>{cell} 号格订单取消</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Back to its shelf. Empty the cell, then scan its code</source>
        <comment>这一件放回货架；清空该格，再扫格子码</comment>
        <translation>这一件放回货架；清空该格，再扫格子码</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell}: order on hold</source>
        <comment>{cell} 号格订单暂停</comment>
        <translation>{cell} 号格订单暂停</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Put this one aside, into no cell</source>
        <comment>这一件放到一边，不要进格子</comment>
        <translation>这一件放到一边，不要进格子</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell}: order changed</source>
        <comment>{cell} 号格订单改了</comment>
        <translation>{cell} 号格订单改了</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Put it aside. Empty the cell, then scan its code</source>
        <comment>这一件放到一边；清空该格，再扫格子码</comment>
        <translation>这一件放到一边；清空该格，再扫格子码</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Expired ({detail})</source>
        <comment>商品过期（{detail}）</comment>
        <translation>商品过期（{detail}）</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Keep this one in hand, scan it again later</source>
        <comment>拿好这一件，等一下再扫</comment>
        <translation>拿好这一件，等一下再扫</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Scan a unit</source>
        <comment>请扫商品</comment>
        <translation>请扫商品</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Any unit, in any sequence</source>
        <comment>扫哪一件都行</comment>
        <translation>扫哪一件都行</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Put it in cell {cell}</source>
        <comment>放进 {cell} 号格</comment>
        <translation>放进 {cell} 号格</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Quantity: {units}</source>
        <comment>{units} 件</comment>
        <translation>{units} 件</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell} is full</source>
        <comment>{cell} 号格满了</comment>
        <translation>{cell} 号格满了</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Put it in, then take the cell to a bench</source>
        <comment>放进去，拿去打包</comment>
        <translation>放进去，拿去打包</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell} is full: all sorted</source>
        <comment>{cell} 号格满了，全部分完</comment>
        <translation>{cell} 号格满了，全部分完</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>All cells can be packed</source>
        <comment>都可以打包了</comment>
        <translation>都可以打包了</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Take it out of cell {cell}</source>
        <comment>从 {cell} 号格取出</comment>
        <translation>从 {cell} 号格取出</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Taken back: {units}</source>
        <comment>{units} 件已撤销</comment>
        <translation>{units} 件已撤销</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell} is empty</source>
        <comment>{cell} 号格已清空</comment>
        <translation>{cell} 号格已清空</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Back to the shelves: {units}</source>
        <comment>{units} 件放回货架</comment>
        <translation>{units} 件放回货架</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell} lacks {units}</source>
        <comment>{cell} 号格还缺 {units} 件</comment>
        <translation>{cell} 号格还缺 {units} 件</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Scan this code at a bench</source>
        <comment>在工位扫这个格子码</comment>
        <translation>在工位扫这个格子码</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell} is being packed</source>
        <comment>{cell} 号格正在打包</comment>
        <translation>{cell} 号格正在打包</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>It is at a bench</source>
        <comment>在工位</comment>
        <translation>在工位</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell} is packed</source>
        <comment>{cell} 号格已打包</comment>
        <translation>{cell} 号格已打包</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>The cell is free</source>
        <comment>格子空了</comment>
        <translation>格子空了</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cell {cell} is stopped</source>
        <comment>{cell} 号格停止</comment>
        <translation>{cell} 号格停止</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Nothing goes in</source>
        <comment>什么都不要放</comment>
        <translation>什么都不要放</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>The last unit: cell {cell}</source>
        <comment>上一件：{cell} 号格</comment>
        <translation>上一件：{cell} 号格</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>{detail} is recorded. If it is still in your hand, put it in</source>
        <comment>{detail}；已记下，还在手上就放进去</comment>
        <translation>{detail}；已记下，还在手上就放进去</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Recorded after all: cell {cell}</source>
        <comment>上一件已记下：{cell} 号格</comment>
        <translation>上一件已记下：{cell} 号格</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Put {detail} in, then scan this one again</source>
        <comment>{detail} 放进去，这一件再扫一次</comment>
        <translation>{detail} 放进去，这一件再扫一次</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Cleared</source>
        <comment>已清除</comment>
        <translation>已清除</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Scan the next unit</source>
        <comment>请扫下一件</comment>
        <translation>请扫下一件</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Nothing to undo</source>
        <comment>没有要撤销的</comment>
        <translation>没有要撤销的</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Hello, {detail}</source>
        <comment>{detail}，你好</comment>
        <translation>{detail}，你好</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>There is no cell {detail}</source>
        <comment>没有 {detail} 号格</comment>
        <translation>没有 {detail} 号格</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>Check the cell's code</source>
        <comment>检查格子码</comment>
        <translation>检查格子码</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>{cell}</source>
        <comment>{cell} 号</comment>
        <translation>{cell} 号</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>{cell}, full</source>
        <comment>{cell} 号，满了</comment>
        <translation>{cell} 号，满了</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>{cell}, all sorted</source>
        <comment>{cell} 号，全部分完</comment>
        <translation>{cell} 号，全部分完</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>take out of {cell}</source>
        <comment>取出，{cell} 号</comment>
        <translation>取出，{cell} 号</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>the last one, {cell}</source>
        <comment>上一件，{cell} 号</comment>
        <translation>上一件，{cell} 号</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>stop</source>
        <comment>停</comment>
        <translation>停</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>cancel</source>
        <comment>取消</comment>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>edited</source>
        <comment>改单</comment>
        <translation>改单</translation>
    </message>
    <message>
        <location filename="../ui/wall_words.py"/>
        <source>out</source>
        <comment>退出</comment>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="../ui/widgets/cell_grid.py"/>
        <source>full</source>
        <comment>满</comment>
        <translation>满</translation>
    </message>
    <message>
        <location filename="../ui/widgets/cell_grid.py"/>
        <source>bench</source>
        <comment>打包中</comment>
        <translation>打包中</translation>
    </message>
    <message>
        <location filename="../ui/widgets/cell_grid.py"/>
        <source>packed</source>
        <comment>已打包</comment>
        <translation>已打包</translation>
    </message>
    <message>
        <location filename="../ui/widgets/setup_body.py"/>
        <source>Or scan a code</source>
        <comment>也可以扫码选</comment>
        <translation>也可以扫码选</translation>
    </message>
    <message>
        <location filename="../ui/widgets/setup_body.py"/>
        <source>Type, then Enter</source>
        <comment>输入后按回车</comment>
        <translation>输入后按回车</translation>
    </message>
    <message>
        <location filename="../ui/widgets/setup_body.py"/>
        <source>One moment</source>
        <comment>请稍等</comment>
        <translation>请稍等</translation>
    </message>
    <message>
        <location filename="../ui/widgets/setup_rail.py"/>
        <source>Set up the bench</source>
        <comment>安装向导</comment>
        <translation>安装向导</translation>
    </message>
    <message>
        <location filename="../ui/witness_words.py"/>
        <source>The scale awaits {grams}</source>
        <comment>秤在等 {grams}</comment>
        <translation>秤在等 {grams}</translation>
    </message>
    <message>
        <location filename="../ui/witness_words.py"/>
        <source>The scale agrees</source>
        <comment>秤：一致</comment>
        <translation>秤：一致</translation>
    </message>
    <message>
        <location filename="../ui/witness_words.py"/>
        <source>The scale saw {grams}: it agrees</source>
        <comment>秤看到 {grams}，一致</comment>
        <translation>秤看到 {grams}，一致</translation>
    </message>
    <message>
        <location filename="../ui/witness_words.py"/>
        <source>{grams} not scanned yet</source>
        <comment>多出 {grams}，扫了就对上</comment>
        <translation>多出 {grams}，扫了就对上</translation>
    </message>
    <message>
        <location filename="../ui/witness_words.py"/>
        <source>Items were not weighed one by one: pack the next box on the scale</source>
        <comment>这箱没有逐件称过；下一箱放在秤上装</comment>
        <translation>这箱没有逐件称过；下一箱放在秤上装</translation>
    </message>
    <message>
        <location filename="../ui/witness_words.py"/>
        <source>Too light for this scale: it is only counted</source>
        <comment>秤分不出这么轻的，这件不核对重量</comment>
        <translation>秤分不出这么轻的，这件不核对重量</translation>
    </message>
    <message>
        <location filename="../ui/witness_words.py"/>
        <source>Its weight is not known: it is only counted</source>
        <comment>这件重量未知，不核对重量</comment>
        <translation>这件重量未知，不核对重量</translation>
    </message>
    <message>
        <location filename="../ui/witness_words.py"/>
        <source>Another box, or tared: the scale starts again</source>
        <comment>箱子换过或去过皮，重新核对</comment>
        <translation>箱子换过或去过皮，重新核对</translation>
    </message>
    <message>
        <location filename="../ui/words.py"/>
        <source>{first}, {next}</source>
        <comment>{first}、{next}</comment>
        <translation>{first}、{next}</translation>
    </message>
    <message>
        <location filename="../ui/words.py"/>
        <source>{first}: {next}</source>
        <comment>{first}：{next}</comment>
        <translation>{first}：{next}</translation>
    </message>
    <message>
        <location filename="../window_app.py"/>
        <source>Starting</source>
        <comment>正在启动</comment>
        <translation>正在启动</translation>
    </message>
    <message>
        <location filename="../window_app.py"/>
        <source>Scanning works in a moment</source>
        <comment>马上就能扫码</comment>
        <translation>马上就能扫码</translation>
    </message>
    <message>
        <location filename="../labels/packing-slip-148x210.toml"/>
        <source>Packing slip</source>
        <comment>装箱单</comment>
        <translation>装箱单</translation>
    </message>
    <message>
        <location filename="../labels/product-card-105x148.toml"/>
        <source>Product card</source>
        <comment>产品卡</comment>
        <translation>产品卡</translation>
    </message>
    <message>
        <location filename="../labels/product-card-105x148.toml"/>
        <source>Barcode</source>
        <comment>条码</comment>
        <translation>条码</translation>
    </message>
    <message>
        <location filename="../labels/product-card-105x148.toml"/>
        <source>Net weight</source>
        <comment>净重</comment>
        <translation>净重</translation>
    </message>
    <message>
        <location filename="../labels/product-card-105x148.toml"/>
        <source>Origin</source>
        <comment>产地</comment>
        <translation>产地</translation>
    </message>
    <message>
        <location filename="../labels/product-card-105x148.toml"/>
        <source>Use and care</source>
        <comment>使用与保养</comment>
        <translation>使用与保养</translation>
    </message>
    <message>
        <location filename="../labels/shelf-100x50.toml"/>
        <source>SHELF</source>
        <comment>库位</comment>
        <translation>库位</translation>
    </message>
    <message>
        <location filename="../labels/tote-100x70.toml"/>
        <source>TOTE</source>
        <comment>周转箱</comment>
        <translation>周转箱</translation>
    </message>
    <message>
        <location filename="../labels/warranty-card-105x148.toml"/>
        <source>Warranty card</source>
        <comment>保修卡</comment>
        <translation>保修卡</translation>
    </message>
    <message>
        <location filename="../labels/warranty-card-105x148.toml"/>
        <source>Sent</source>
        <comment>寄出</comment>
        <translation>寄出</translation>
    </message>
    <message>
        <location filename="../labels/warranty-card-105x148.toml"/>
        <source>Waybill</source>
        <comment>运单</comment>
        <translation>运单</translation>
    </message>
    <message>
        <location filename="../labels/warranty-card-105x148.toml"/>
        <source>Serial no.</source>
        <comment>序列号</comment>
        <translation>序列号</translation>
    </message>
    <message>
        <location filename="../labels/warranty-card-105x148.toml"/>
        <source>Warranty: ______ months from the day of delivery</source>
        <comment>保修期：自签收之日起 ______ 个月</comment>
        <translation>保修期：自签收之日起 ______ 个月</translation>
    </message>
    <message>
        <location filename="../labels/warranty-card-105x148.toml"/>
        <source>Bring this card and the order's number. Damage by misuse, own repairs, and anything after that time are not covered.</source>
        <comment>凭此卡和订单号保修。人为损坏、自行拆修、超过保修期的，不在保修范围内。</comment>
        <translation>凭此卡和订单号保修。人为损坏、自行拆修、超过保修期的，不在保修范围内。</translation>
    </message>
    <message>
        <location filename="../labels/warranty-card-105x148.toml"/>
        <source>Issued by</source>
        <comment>经办</comment>
        <translation>经办</translation>
    </message>
    <message>
        <location filename="../labels/warranty-card-105x148.toml"/>
        <source>root</source>
        <comment>封存根</comment>
        <translation>封存根</translation>
    </message>
</context>
</TS>
