#!/usr/bin/env bash
# Fetches the pinned pre-commit into .tools/pre-commit/ at the root of the checkout, which is a
# directory for PYTHONPATH.
#
# A second run finds the stamp and does nothing. Nothing is left behind on failure: pip unpacks
# beside this script and the result is renamed.
set -euo pipefail
cd "$(dirname "$0")"

fail() { echo "fetch: $*" >&2; exit 1; }
command -v python3 > /dev/null || fail "python3 is needed to fetch pre-commit, and is not installed"
target=../../.tools/pre-commit
stamp="$(python3 -c 'import sys; print(*sys.version_info[:2])') $(uname -m) $(cksum < requirements.txt)"
[ -f $target/.stamp ] && [ "$(cat $target/.stamp)" = "$stamp" ] && exit 0

work=$(mktemp -d ./.fetch.XXXXXX)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
  --require-hashes --target "$work/packages" --requirement requirements.txt \
  > "$work/log" 2>&1 \
  || fail "could not fetch pre-commit from PyPI: $(grep '^ERROR' "$work/log" | tail -n 1)"
echo "$stamp" > "$work/packages/.stamp"
mkdir -p "$(dirname $target)"
rm -rf $target
mv "$work/packages" $target
