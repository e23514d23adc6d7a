#!/usr/bin/env bash
# Runs racelint in the directory that it is called in, and builds it here first where that was not
# done yet: Integrations/pre-commit.sh ARGUMENT…
#
# pre-commit clones this repository once for each revision and runs the script in that of its user.
# RACELINT_BIN names another racelint, which is not built.
set -euo pipefail

fail() { echo "racelint: $*" >&2; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${RACELINT_BIN:-$root/.build/release/racelint}

build() {
  # Somebody else may have built it while this waited.
  [ ! -f "$root/.build/release.stamp" ] || return 0
  local log=$root/.build/build.log
  echo "racelint: building, which takes some minutes the first time"
  # What git tells its hooks is about the user's repository.
  env -u GIT_DIR -u GIT_WORK_TREE -u GIT_INDEX_FILE make -C "$root" --no-print-directory build \
    < /dev/null > "$log" 2>&1 && return
  tail -n 20 "$log" >&2
  fail "could not be built in $root: see $log"
}

if [ -z "${RACELINT_BIN:-}" ] && [ ! -f "$root/.build/release.stamp" ]; then
  mkdir -p "$root/.build"
  # Hooks of two repositories may come here at the same time.
  exec 9> "$root/.build/hook.lock"
  if command -v flock > /dev/null; then flock 9; fi
  build
  exec 9>&-
fi
[ -x "$program" ] || fail "there is no program $program"
exec "$program" "$@"
