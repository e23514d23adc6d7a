#!/usr/bin/env bash
# Fetches the pinned grammar source into source/ beside this script.
#
# pip checks the package against the hash in grammar.lock; only the files that the
# lock names are unpacked. A second run finds the stamp and does nothing. Nothing is
# left behind on failure: unpacking happens beside source/ and is renamed.
set -euo pipefail
cd "$(dirname "$0")"

fail() { echo "fetch-grammar: $*" >&2; exit 1; }
value() { sed -n "s/^$1=//p" grammar.lock; }
# Why pip failed. Its own last words blame the package even where there is no network.
reason() {
  if grep -q Retrying "$work/log"; then
    echo "it cannot be reached"
  else
    grep '^ERROR' "$work/log" | tail -n 1
  fi
}

name=$(value name) version=$(value version) sha256=$(value sha256)
[ -n "$name" ] && [ -n "$version" ] && [ -n "$sha256" ] || fail "grammar.lock names no package"
stamp="$(cksum < grammar.lock)"
[ -f source/.stamp ] && [ "$(cat source/.stamp)" = "$stamp" ] && exit 0

command -v python3 >/dev/null || fail "python3 is needed to fetch $name $version, and is not installed"
python3 -m pip --version >/dev/null 2>&1 || fail "pip is needed to fetch $name $version (Debian: python3-pip)"

work=$(mktemp -d ./.fetch.XXXXXX)
trap 'rm -rf "$work"' EXIT
echo "$name==$version --hash=sha256:$sha256" > "$work/requirements.txt"
python3 -m pip download --quiet --disable-pip-version-check --no-deps \
  --no-binary "$name" --require-hashes --dest "$work" --requirement "$work/requirements.txt" \
  > "$work/log" 2>&1 \
  || fail "could not fetch $name $version from PyPI: $(reason)"

archive=$(find "$work" -name '*.tar.gz' | head -n 1)
[ -n "$archive" ] || fail "pip downloaded no source archive of $name $version"
# pip has checked the hash already; the file that is unpacked is checked once more.
echo "$sha256  $archive" | sha256sum --check --status || fail "$archive does not match grammar.lock"

mkdir "$work/source"
while read -r file; do
  tar -xzf "$archive" -C "$work/source" --strip-components=1 --wildcards "*/$file" \
    || fail "$name $version holds no $file"
done < <(value file)
echo "$stamp" > "$work/source/.stamp"
rm -rf source
mv "$work/source" source
echo "fetched the grammar: $name $version"
