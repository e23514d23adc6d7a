#!/usr/bin/env bash
# Fetches the pinned grammar source into source/ beside this script.
#
# Only the files that the lock names are unpacked. A second run finds the stamp and does
# nothing. Nothing is left behind on failure: unpacking happens beside source/ and is renamed.
set -euo pipefail
cd "$(dirname "$0")"

stamp="$(cksum < grammar.lock)"
[ -f source/.stamp ] && [ "$(cat source/.stamp)" = "$stamp" ] && exit 0

work=$(mktemp -d ./.fetch.XXXXXX)
trap 'rm -rf "$work"' EXIT
archive=$(../../.ci/fetch-package grammar.lock source "$work")

mkdir "$work/source"
while read -r file; do
  tar -xzf "$archive" -C "$work/source" --strip-components=1 --wildcards "*/$file" \
    || { echo "fetch: the grammar's package holds no $file" >&2; exit 1; }
done < <(sed -n 's/^file=//p' grammar.lock)
echo "$stamp" > "$work/source/.stamp"
rm -rf source
mv "$work/source" source
