#!/bin/sh
# LPrint, a host that is not ours, prints a picture on our virtual ZPL printer, in a network of its own.
# usage: unshare -m -n -p -f --mount-proc sh private_lprint.sh FOLDER PYTHON PICTURE
set -eu
folder=$1 python=$2 picture=$3
export TMPDIR="$folder"
ip link set lo up multicast on
mount -t tmpfs tmpfs /run
mkdir -p /run/dbus /run/avahi-daemon "$folder/out"
printf '[server]\nallow-interfaces=lo\nuse-ipv6=no\n[publish]\n[reflector]\n[rlimits]\n' > "$folder/avahi.conf"
dbus-daemon --system --fork --nopidfile
avahi-daemon -f "$folder/avahi.conf" --no-drop-root --no-rlimits --no-chroot -D >"$folder/avahi.log" 2>&1
"$python" -m station --home "$folder/home" virtual printer --port 19102 --out "$folder/out" --label-ms 50 \
    </dev/null >"$folder/virtual.log" 2>&1 &
HOME=$folder lprint server -o server-port=18632 -o server-name=localhost >"$folder/lprint.log" 2>&1 &
at=ipp://localhost:18632
for _ in 1 2 3 4 5 6 7 8 9 10; do
    HOME=$folder lprint add -d z -u $at/ -v socket://127.0.0.1:19102 -m zpl_4inch-203dpi-dt >>"$folder/lprint.log" 2>&1 && break
    sleep 1
done
HOME=$folder lprint submit -u $at/ipp/print/z "$picture" >>"$folder/lprint.log" 2>&1
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ -n "$(ls "$folder/out")" ] && break
    sleep 1
done
ls "$folder/out"
