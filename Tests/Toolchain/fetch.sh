#!/usr/bin/env bash
# Fetches the pinned Go toolchain into .toolchain/ at the root of the checkout.
#
# pip checks the package against the hash in toolchain.lock. A second run finds the stamp
# and does nothing. Nothing is left behind on failure: unpacking happens beside this script
# and the result is renamed.
set -euo pipefail
cd "$(dirname "$0")"

fail() { echo "fetch-toolchain: $*" >&2; exit 1; }
value() { sed -n "s/^$1=//p" toolchain.lock; }
# Why pip failed. Its own last words blame the package even where there is no network.
reason() {
  if grep -q Retrying "$work/log"; then
    echo "it cannot be reached"
  else
    grep '^ERROR' "$work/log" | tail -n 1
  fi
}

machine=$(uname -m)
[ "$(uname -s)" = Linux ] || fail "toolchain.lock has packages for Linux only"
name=$(value name) version=$(value version) sha256=$(value "sha256_$machine")
[ -n "$name" ] && [ -n "$version" ] || fail "toolchain.lock names no package"
[ -n "$sha256" ] || fail "toolchain.lock has no hash for $machine"
target=../../.toolchain
stamp="$machine $(cksum < toolchain.lock)"
[ -f $target/.stamp ] && [ "$(cat $target/.stamp)" = "$stamp" ] && exit 0

command -v python3 >/dev/null || fail "python3 is needed to fetch $name $version, and is not installed"
python3 -m pip --version >/dev/null 2>&1 || fail "pip is needed to fetch $name $version (Debian: python3-pip)"

work=$(mktemp -d ./.fetch.XXXXXX)
trap 'rm -rf "$work"' EXIT
echo "$name==$version --hash=sha256:$sha256" > "$work/requirements.txt"
python3 -m pip download --quiet --disable-pip-version-check --no-deps \
  --only-binary "$name" --require-hashes --dest "$work" --requirement "$work/requirements.txt" \
  > "$work/log" 2>&1 \
  || fail "could not fetch $name $version from PyPI: $(reason)"

archive=$(find "$work" -name '*.whl' | head -n 1)
[ -n "$archive" ] || fail "pip downloaded no package of $name $version"
# pip has checked the hash already; the file that is unpacked is checked once more.
echo "$sha256  $archive" | sha256sum --check --status || fail "$archive does not match toolchain.lock"

python3 -m zipfile -e "$archive" "$work/unpacked" || fail "cannot unpack $archive"
[ -d "$work/unpacked/go/src" ] || fail "$name $version holds no go/src"
rm -f "$work/unpacked/go/__init__.py"
# Python's unpacking loses the permissions.
chmod +x "$work"/unpacked/go/bin/* "$work"/unpacked/go/pkg/tool/*/*
echo "$stamp" > "$work/unpacked/go/.stamp"
rm -rf $target
mv "$work/unpacked/go" $target
echo "fetched the Go toolchain: $name $version"
