#!/bin/sh
# Runs an arm64 program on a Debian machine of another CPU: emulated.sh SYSROOT COMMAND…
# SYSROOT holds libc6, libstdc++6 and libgcc-s1 of arm64, unpacked by dpkg-deb -x. Needs root, qemu-user-static, and Linux 6.7 or newer:
# the emulator is registered in a namespace of its own and is gone with it, and the network there holds loopback alone.
set -eu
sysroot=$1
shift
exec unshare -Urmn sh -c '
set -e
sysroot=$1
shift
mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc
printf "%s" ":aarch64:M::\\x7fELF\\x02\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x02\\x00\\xb7\\x00:\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x00\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfe\\xff\\xff\\xff:/usr/bin/qemu-aarch64-static:F" > /proc/sys/fs/binfmt_misc/register
mount -t overlay -o "lowerdir=$sysroot/usr/lib:$sysroot/lib:/usr/lib" overlay /usr/lib
ip link set lo up
exec unshare -U --map-user=1000 --map-group=1000 "$@"' sh "$sysroot" "$@"
