#!/bin/sh
# Runs a command beside a real IPP printer (ippeveprinter) in a network of its own; nothing of the machine changes.
# usage: unshare -m -n -p -f --mount-proc sh private_ipp.sh FOLDER COMMAND…
set -eu
folder=$1
shift
ip link set lo up multicast on
mount -t tmpfs tmpfs /run
mkdir -p /run/dbus /run/avahi-daemon "$folder/spool"
printf '[server]\nallow-interfaces=lo\nuse-ipv6=no\n[publish]\n[reflector]\n[rlimits]\n' > "$folder/avahi.conf"
dbus-daemon --system --fork --nopidfile
avahi-daemon -f "$folder/avahi.conf" --no-drop-root --no-rlimits --no-chroot -D >"$folder/avahi.log" 2>&1
ippeveprinter -p 18631 -d "$folder/spool" -k -f application/pdf,application/octet-stream -n localhost -r off Label \
    >"$folder/printer.log" 2>&1 &
exec "$@"
