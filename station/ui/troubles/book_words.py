"""What can be wrong with the order book and the way to it, and what to do then."""

from __future__ import annotations

from typing import Final

from station.ui.words import Words

WHATS: Final = (
    Words(zh="{seconds} 秒没有回答", en="no answer in {seconds} s"),
    Words(zh="订单库的服务器不认这个密码", en="the order book's server refused the password"),
    Words(
        zh="订单库的服务器不让这个用户从这里进入",
        en="the order book's server lets this user in from here not at all",
    ),
    Words(zh="这个用户在订单库里没有做这件事的权限", en="this user may not do that in the order book"),
    Words(zh="订单库的服务器上没有这个数据库", en="the order book's server has no such database"),
    Words(zh="订单库服务器的磁盘已满", en="the disk of the order book's server is full"),
    Words(zh="订单库的服务器内存不够", en="the order book's server is out of memory"),
    Words(zh="订单库的服务器没有空余的连接", en="the order book's server has no connection left"),
    Words(zh="订单库的服务器是备机，只能读", en="the order book's server is a standby that only reads"),
    Words(zh="订单库太慢", en="the order book is too slow"),
    Words(zh="另一个程序锁住了订单库的一部分", en="another program keeps part of the order book locked"),
    Words(zh="另一个程序锁住了订单库", en="another program keeps the order book locked"),
    Words(zh="另一个程序同时要做同一件事", en="another program wanted the same at the same time"),
    Words(zh="订单库的服务器正在关闭", en="the order book's server is shutting down"),
    Words(zh="订单库的服务器出了故障", en="the order book's server fell over"),
    Words(zh="订单库的服务器正在启动", en="the order book's server is starting"),
    Words(zh="对订单库的服务器来说，这个程序太慢", en="this program was too slow for the order book's server"),
    Words(zh="订单库的服务器读写不了它的磁盘", en="the order book's server cannot read or write its disk"),
    Words(zh="订单库的数据库已损坏", en="the order book's database is damaged"),
    Words(zh="订单库所在的磁盘已满", en="the disk of the order book is full"),
    Words(zh="订单库的文件不是数据库", en="the order book's file is not a database"),
    Words(zh="订单库的文件已损坏", en="the order book's file is damaged"),
    Words(zh="订单库的文件打不开", en="the order book's file cannot be opened"),
    Words(zh="订单库不允许写入", en="the order book may not be written"),
    Words(
        zh="订单库的服务器收下了请求，却不回答",
        en="the order book's server took what was asked and does not answer",
    ),
    Words(zh="同时向订单库要的东西太多", en="too much is asked of the order book at once"),
    Words(zh="订单库的服务器要密码，这里没有", en="the order book's server asks a password and none is known"),
    Words(zh="订单库的服务器要客户端证书", en="the order book's server asks for a client certificate"),
    Words(zh="这个工位的证书已过期", en="this bench's certificate has expired"),
    Words(zh="这个工位的证书已被收回", en="this bench's certificate was taken back"),
    Words(
        zh="订单库的服务器不认识签发这个工位证书的机构",
        en="the order book's server does not know who signed this bench's certificate",
    ),
    Words(
        zh="订单库服务器的证书写的是另一台主机",
        en="the certificate of the order book's server names another host",
    ),
    Words(zh="订单库服务器的证书不可信", en="the certificate of the order book's server is not believed"),
    Words(zh="订单库服务器的证书 {day} 已过期", en="the certificate of the order book's server expired on {day}"),
    Words(
        zh="订单库服务器的证书从 {day} 才开始有效",
        en="the certificate of the order book's server begins only on {day}",
    ),
    Words(
        zh="订单库服务器的证书由这个工位不认识的机构签发",
        en="the certificate of the order book's server is signed by somebody this bench does not know",
    ),
    Words(zh="根证书读不了", en="the root certificate cannot be read"),
    Words(zh="这个工位的证书读不了", en="this bench's certificate cannot be read"),
    Words(
        zh="这个工位证书的私钥读不了，或别人也能读",
        en="the key of this bench's certificate cannot be read, or others can read it",
    ),
    Words(
        zh="订单库的服务器不加密，而 sslmode 要求加密",
        en="the order book's server does not encrypt, and sslmode asks for it",
    ),
    Words(zh="连不上订单库的服务器", en="the order book's server cannot be reached"),
    Words(
        zh="订单库地址写的服务名，pg_service.conf 里没有：{said}",
        en="the order book's address names a service that no pg_service.conf has: {said}",
    ),
    Words(
        zh="订单库地址里有 PostgreSQL 不认识的词：{said}",
        en="the order book's address has a word that PostgreSQL does not know: {said}",
    ),
    Words(
        zh="订单库地址里的 sslmode 不存在：{said}",
        en="the order book's address has an sslmode that does not exist: {said}",
    ),
    Words(
        zh="订单库地址里该写数字的地方不是数字：{said}",
        en="the order book's address has no number where one belongs: {said}",
    ),
    Words(
        zh="订单库地址里的 sslmode 与其他词不能一起用：{said}",
        en="the order book's address has an sslmode that does not go with its other words: {said}",
    ),
    Words(zh="订单库拒绝这样做：{said}", en="the order book refuses this: {said}"),
    Words(
        zh="订单库缺表或缺列：它的版本不同",
        en="the order book lacks a table or a column: it is of another schema",
    ),
    Words(zh="订单库的服务器不认识这个用户", en="the order book's server knows no such user"),
    Words(zh="订单库的回答不对", en="the order book does not answer as it should"),
    Words(zh="订单库的文件不见了", en="the order book's file is gone"),
    Words(
        zh="订单库的结构是 {found}，比程序的 {wanted} 旧",
        en="the order book has schema {found}, older than {wanted}",
    ),
    Words(
        zh="订单库的结构是 {found}，比这个程序的 {wanted} 新",
        en="the order book has schema {found}, newer than this program's {wanted}",
    ),
    Words(
        zh="订单库的结构是 {found}，比程序的 {wanted} 新",
        en="the order book has schema {found}, newer than {wanted}",
    ),
    Words(zh="SQLite {version} 可能丢失写入", en="SQLite {version} can lose writes"),
    Words(zh="订单库是空的", en="the order book is empty"),
    Words(zh="这个数据库的文字编码是 {found}，不是 UTF-8", en="the database keeps its texts in {found}, not in UTF-8"),
    Words(zh="订单库的地址读不懂", en="the order book's address cannot be read"),
    Words(zh="订单库不能放在 {other} 里", en="an order book cannot live in {other}"),
    Words(zh="订单库的文件夹建不了", en="the order book's folder cannot be made"),
    Words(zh="这个数据库里是别的表，不是订单库", en="the database holds other tables than an order book's"),
)

ACTS: Final = (
    Words(zh="腾出空间再试；什么都没有改变。", en="Free some space and try again; nothing was changed."),
    Words(zh="查看它是否在运行，网络是否通。", en="Check that it runs, and the network."),
    Words(
        zh="把对的密码写进 ~/.pgpass（不要写进 bench.toml）。",
        en="Put the right one into ~/.pgpass (never into bench.toml).",
    ),
    Words(
        zh="查看地址里的 sslrootcert、sslcert、sslkey 和 ~/.postgresql。",
        en="Look at sslrootcert, sslcert and sslkey of the address and at ~/.postgresql.",
    ),
    Words(zh="查看它的 pg_hba.conf。", en="Look at its pg_hba.conf."),
    Words(
        zh="请用有此权限的用户来做，或请服务器的管理员运行：sealbench db roles。",
        en="Do it as a user whose role may, or have the server's administrator run: sealbench db roles.",
    ),
    Words(zh="用 createdb 建一个，或改正地址。", en="Make it there with createdb, or mend the address."),
    Words(zh="看看它在忙什么，再试。", en="Look what it is busy with, and try again."),
    Words(zh="关掉一些程序，或调高它的 max_connections。", en="Close programs, or raise its max_connections."),
    Words(
        zh="在地址里写主服务器，或把这一台升为主服务器。",
        en="Name the primary server in the address, or promote this one.",
    ),
    Words(zh="看看服务器在忙什么，再试。", en="Look what its server is busy with, and try again."),
    Words(zh="再试一次。", en="Try again."),
    Words(zh="再试一次；什么都没有改变。", en="Try again; nothing was changed."),
    Words(zh="等它运行了再试。", en="Try again when it runs."),
    Words(zh="过一会儿再试。", en="Try again in a moment."),
    Words(zh="查看它的磁盘和日志。", en="Look at its disk and its log."),
    Words(zh="从备份恢复。", en="Restore it from a backup."),
    Words(zh="关掉它，或等它完成，再试。", en="Close it, or wait for it, and try again."),
    Words(zh="查看文件夹和它的权限。", en="Check the folder and its permissions."),
    Words(zh="查看文件的权限。", en="Check the file's permissions."),
    Words(zh="把新证书放到 sslcert 写的位置。", en="Put a new one where sslcert names it."),
    Words(zh="在服务器上换新证书。", en="Put a new one on the server."),
    Words(zh="对准这台电脑或服务器的时钟。", en="Set this machine's clock, or the server's."),
    Words(
        zh="地址里的主机要和证书上写的一样，或者在服务器上换成这台主机的证书。",
        en="Write the host in the address as the certificate names it, or put one for this host on the server.",
    ),
    Words(
        zh="重新建一个：createdb --encoding=UTF8 --template=template0 NAME。",
        en="Make it anew: createdb --encoding=UTF8 --template=template0 NAME.",
    ),
    Words(
        zh="把签发者的证书放进 sslrootcert 写的文件。",
        en="Put who signed it into the file that sslrootcert names.",
    ),
    Words(zh="在服务器上打开 ssl。", en="Turn ssl on there."),
    Words(
        zh="什么都没有改变。请在这个工位安装最新的程序。",
        en="Nothing was changed. Install the newest program on this bench.",
    ),
    Words(zh="查看：sealbench db check。", en="Look with: sealbench db check."),
    Words(zh="改正 bench.orderbook。", en="Mend bench.orderbook."),
    Words(zh="在那里建一个：sealbench db roles 会说怎么做。", en="Make it there: sealbench db roles says how."),
    Words(
        zh="它说：{said}。用 sealbench doctor 检查。",
        en="It said: {said}. Check it with: sealbench doctor.",
    ),
    Words(zh="把它放回去。", en="Put it back."),
    Words(zh="先留一份副本，再运行：sealbench db upgrade。", en="Make a copy, then run: sealbench db upgrade."),
    Words(zh="运行：sealbench db upgrade。", en="Run: sealbench db upgrade."),
    Words(zh="在这个工位安装更新的程序。", en="Install the newer program on this bench."),
    Words(zh="安装 pysqlite3 0.6.1 或更新的版本。", en="Install pysqlite3 0.6.1 or newer."),
    Words(
        zh="写成 sqlite:///orders.db 或 postgresql+psycopg://user@host/name。",
        en="Use sqlite:///orders.db or postgresql+psycopg://user@host/name.",
    ),
    Words(
        zh="查看上一级文件夹和它的权限，或用 --home 另选一个。",
        en="Check the folder above it and its permissions, or name another with --home.",
    ),
)
