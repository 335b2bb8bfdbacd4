"""What can be wrong with the ledger, its keys, and the evidence that is made from it."""

from __future__ import annotations

from typing import Final

from station.ui.words import Words

WHATS: Final = (
    Words(zh="这本账不能再接着写：{why}", en="this ledger must not be gone on with: {why}"),
    Words(zh="这里还没有账本", en="this home has no ledger yet"),
    Words(zh="账本打不开：{why}", en="the ledger cannot be opened: {why}"),
    Words(zh="账本写不了：{why}", en="the ledger cannot be written: {why}"),
    Words(zh="SQLite {version} 可能损坏账本", en="SQLite {version} can corrupt the ledger"),
    Words(
        zh="账本的格式是 {found}，这个程序认识 {known}",
        en="the ledger has format {found}, this program knows {known}",
    ),
    Words(zh="主文件夹写不了：{why}", en="the home cannot be written: {why}"),
    Words(zh="另一个程序开着这本账", en="another program has this ledger open"),
    Words(zh="这个工位签过名的账本不见了", en="this bench has signed a ledger that is gone"),
    Words(
        zh="账本属于 {found}，设置里写的是 {wanted}",
        en="the ledger belongs to {found}, but the settings name {wanted}",
    ),
    Words(zh="新的一期账开了头，没有完成", en="a new epoch was begun and not finished"),
    Words(zh="账本与这个工位签过的不同：{why}", en="the ledger is not what this bench has signed: {why}"),
    Words(
        zh="{log} 的第 {seq} 条已损坏，没有送到订单库",
        en="entry {seq} of {log} is damaged and was not carried to the order book",
    ),
    Words(zh="订单库知道 {what}；什么都没有覆盖", en="the order book knows {what}; nothing was overwritten"),
    Words(zh="{role} 存不了：{why}", en="a {role} could not be stored: {why}"),
    Words(zh="一个记录的文件读不了：{why}", en="a recorded file cannot be read: {why}"),
    Words(zh="密钥文件不能用：{why}", en="a key file cannot be used: {why}"),
    Words(
        zh="密钥属于 {found}，设置里写的是 {wanted}",
        en="the key belongs to {found}, but the settings name {wanted}",
    ),
    Words(
        zh="工位的密钥在系统的密钥库里，系统不交出来",
        en="the bench's key is in the system's key store, and that does not give it out",
    ),
    Words(
        zh="这个工位在等机构密钥为它登记",
        en="this bench waits for its enrolment by the organisation's key",
    ),
    Words(
        zh="需要机构的密钥，它不放在这里",
        en="the organisation's key is needed, and it is not kept here",
    ),
    Words(
        zh="这不是本机所属机构的密钥 {known}",
        en="this is not the organisation's key that this home belongs to, {known}",
    ),
    Words(zh="文件就在主文件夹里", en="the file lies in the home itself"),
    Words(zh="已有同名的文件", en="there is a file of that name already"),
    Words(zh="文件里读不回密钥，密钥留在这里", en="the file does not give the key back; it stays here"),
    Words(zh="口令至少 {least} 个字", en="a passphrase has at least {least} characters"),
    Words(zh="密钥写不了：{why}", en="the key cannot be written: {why}"),
    Words(zh="口令不对，或这不是密钥文件", en="the passphrase is wrong, or this is no key file"),
    Words(zh="两次口令不同", en="the two passphrases are not the same"),
    Words(zh="没有给口令", en="no passphrase was given"),
    Words(zh="这个工位没有订单 {order} 的记录", en="this bench has no entry of order {order}"),
    Words(
        zh="{log} 没有签名覆盖到这个包裹的最后一条，它的密钥也没有了：无法证明",
        en="no checkpoint of {log} reaches the parcel's last entry, and its key is gone: it cannot be proven",
    ),
    Words(
        zh="这里没有 {log} 的密钥，也没有机构的导出密钥",
        en="the key of {log} is not here, and neither is a key of its organisation for exporting",
    ),
    Words(zh="证据包会超过 2 GiB", en="the bundle would pass 2 GiB"),
    Words(zh="证据包写不了：{why}", en="the bundle cannot be written: {why}"),
    Words(zh="PIN 是 4 到 12 位数字", en="a PIN has 4 to 12 digits"),
    Words(zh="PIN 没有存下（{why}）", en="the PIN is not kept ({why})"),
    Words(zh="PIN 文件太大", en="the file of PINs is too large"),
    Words(zh="PIN 文件读不了", en="the file of PINs cannot be read"),
    Words(zh="日志写不了：{why}", en="the log cannot be written: {why}"),
    Words(zh="回执写不了：{why}", en="the note cannot be written: {why}"),
    Words(
        zh="记不下谁看了收件人（{why}），所以仍然遮住",
        en="who looks at a recipient cannot be recorded ({why}), so it stays masked",
    ),
    Words(zh="磁盘已满：{why}", en="the disk is full: {why}"),
    Words(zh="另一个程序锁住了账本：{why}", en="another program has the ledger locked: {why}"),
    Words(zh="磁盘没有收下或交出账本：{why}", en="the disk did not take or give the ledger's bytes: {why}"),
    Words(zh="账本已损坏：{why}", en="the ledger is damaged: {why}"),
    Words(zh="账本用不了：{why}", en="the ledger cannot be used: {why}"),
)

ACTS: Final = (
    Words(
        zh="有最新的账本就放回来；若是第二个工位，给它另取编号。请主管开始新一期："
        "sealbench evidence epoch --reason TEXT --by WHO。",
        en="Put the newest ledger back if you have it; give a second bench an id of its own. "
        "Let a supervisor begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.",
    ),
    Words(
        zh="请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。",
        en="Let a supervisor begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.",
    ),
    Words(
        zh="把文件放回去。或请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。",
        en="Put the file back. Let a supervisor begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.",
    ),
    Words(
        zh="留着这个文件，运行“sealbench evidence audit”，不要用别的覆盖它。"
        "请主管开始新一期：sealbench evidence epoch --reason TEXT --by WHO。",
        en="Keep the file, run 'sealbench evidence audit', and restore nothing over it. "
        "Let a supervisor begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.",
    ),
    Words(
        zh="两个工位同名，或账本来自旧副本：请停下，请主管开始新一期："
        "sealbench evidence epoch --reason TEXT --by WHO。",
        en="Two benches have one name, or this ledger was put back from a copy: stop, and let a supervisor "
        "begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO.",
    ),
    Words(zh="先装一个包裹，或指明主文件夹。", en="Pack a parcel first, or name the home."),
    Words(
        zh="安装带 SQLite {version} 或更新的 pysqlite3。",
        en="Install pysqlite3 with SQLite {version} or newer.",
    ),
    Words(
        zh="用写它的那个版本的程序，或更新的。",
        en="Use the version of the program that wrote it, or a newer one.",
    ),
    Words(
        zh="用 --home 另选主文件夹，或给这个用户写入权限。",
        en="Name another folder with --home, or give this user the right to write there.",
    ),
    Words(zh="给这个用户写入权限。", en="Give this user the right to write there."),
    Words(zh="先关掉另一个工位窗口。", en="Close the other bench window first."),
    Words(
        zh="把旧名字写回 bench.toml，或给新工位用新的主文件夹。",
        en="Put the old names back into bench.toml, or use a new home for the new bench.",
    ),
    Words(
        zh="把旧名字写回 bench.toml，或给新工位用新的主文件夹。",
        en="Put the old name back into bench.toml, or use a new home for the new bench.",
    ),
    Words(zh="运行：sealbench evidence audit。", en="Run: sealbench evidence audit."),
    Words(zh="请在磁盘上腾出空间。", en="Make room on the disk."),
    Words(zh="从备份放回文件，或另选一个。", en="Put the file back from a backup, or name another."),
    Words(
        zh="请用这个工位所属的用户登录；密钥丢了：sealbench keys rotate。",
        en="Sign in as the user that this bench belongs to; when the key is lost: sealbench keys rotate.",
    ),
    Words(
        zh="运行 sealbench keys request，再用 sealbench keys accept 带回回执。",
        en="Run: sealbench keys request, and bring the note back with: sealbench keys accept.",
    ),
    Words(zh="用 --org-key FILE 指明它的文件。", en="Name its file with --org-key FILE."),
    Words(zh="用 --org-key 指明对的文件。", en="Name the right file with --org-key."),
    Words(zh="请选另一个磁盘上的位置。", en="Name one on another drive."),
    Words(zh="请另取名字。", en="Name another one."),
    Words(zh="请换一个磁盘。", en="Try another drive."),
    Words(zh="四个词就够。", en="Four words do."),
    Words(zh="用 --passphrase-file 指明文件。", en="Name a file with --passphrase-file."),
    Words(zh="核对编号，或到另一个工位查。", en="Check the number, or ask another bench."),
    Words(
        zh="用机构的密钥做一个：sealbench keys exporter。",
        en="Make one with the organisation's key: sealbench keys exporter.",
    ),
    Words(zh="请导出截图，不导出录像。", en="Export stills instead of video."),
    Words(zh="用 -o 另选文件。", en="Name another file with -o."),
    Words(zh="在装它的地方导出：{there}。", en="Export it where it was packed: {there}."),
    Words(zh="重设 PIN，再删掉它。", en="Set the PINs again and remove it."),
    Words(zh="删掉它，重设 PIN：sealbench users pin", en="Remove it and set the PINs again: sealbench users pin"),
    Words(zh="腾出空间；从那以后什么都没有记下。", en="Make room on it; nothing was recorded since."),
    Words(zh="关掉那个程序。", en="Close that program."),
    Words(zh="检查磁盘和它的空间，再启动。", en="Check the disk and its space, then start again."),
    Words(zh="查看主文件夹能不能读写。", en="Check that the home can be read and written."),
    Words(zh="给这个用户写入主文件夹的权限。", en="Give this user the right to write to the home."),
    Words(
        zh="运行“sealbench evidence audit”，留着这个文件，从备份恢复。",
        en="Run 'sealbench evidence audit', keep the file, restore a backup.",
    ),
    Words(zh="请联系技术支持。", en="Call support."),
)
