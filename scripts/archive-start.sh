#!/bin/sh
# 支部 / Zhibu from an unpacked archive: needs no Node, no npm and no network, and writes nothing here.
set -eu
here=$(dirname "$(readlink -f "$0")")
node="$here/node/bin/node"

say() {
  printf '%s\n' "$@" >&2
}

verify() {
  cd "$here"
  if ! sha256sum --check --quiet SHA256SUMS >&2; then
    say '以上文件与出厂时不同：程序包已损坏或被改动，请勿使用，重新解压后再试。' 'These files differ from what was packed: the archive is damaged or was changed. Do not use it; unpack it anew.'
    exit 1
  fi
  there=$(find . ! -type d ! -path ./SHA256SUMS | LC_ALL=C sort)
  if [ "$there" != "$(cut -c67- SHA256SUMS)" ]; then
    say '程序目录中有出厂时没有的文件，请勿使用，重新解压到空目录后再试。' 'The folder holds files that were not packed. Do not use it; unpack the archive into an empty folder.'
    exit 1
  fi
  printf '%s\n' "完好：$(wc -l < SHA256SUMS) 个文件与出厂时相同。" "Whole: $(wc -l < SHA256SUMS) files are as they were packed."
}

if [ "${1:-}" = verify ]; then
  verify
  exit
fi
if ! "$node" --version > /dev/null 2>&1; then
  say "本程序包用于 @PLATFORM@（glibc @GLIBC@ 以上），不能在本机（$(uname -sm)）运行，或本账户无权执行 $node。" \
    "This archive is for @PLATFORM@ with glibc @GLIBC@ or newer; it does not run on this machine ($(uname -sm)), or this account may not run $node."
  exit 1
fi
case "${1:-}" in
  start) exec "$node" --enable-source-maps "$here/dist/server/main.mjs" ;;
  migrate) exec "$node" "$here/dist/server/migrate.mjs" ;;
  '') exec "$node" "$here/dist/server/zhibu.mjs" --help ;;
  *) exec "$node" "$here/dist/server/zhibu.mjs" "$@" ;;
esac
