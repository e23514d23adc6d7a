#!/usr/bin/env bash
# The steps of action.yml: Integrations/github-action.sh key|install|check
#
#   key      says where the program goes, and under which key it may be kept between runs
#   install  builds the program into RACELINT_DIRECTORY, unless it is there, and puts it on PATH
#   check    runs RACELINT_BIN in the working directory, writes SARIF and the job's summary
#
# Besides those, the variables of the runner are read, and for `check` the inputs of the action:
# RACELINT_PATTERNS, RACELINT_ARGS, RACELINT_NEW_ONLY, RACELINT_FAIL.
set -euo pipefail

fail() { echo "::error title=racelint::$*"; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The same for the same sources, wherever they lie.
key() {
  local sources
  sources=$(cd "$root" && find Package.swift Makefile Sources Rules Grammars/go/*.* Grammars/go/include -type f \
    -exec cksum {} + | LC_ALL=C sort | cksum | cut -d " " -f 1)
  echo "directory=${RUNNER_TOOL_CACHE:-$RUNNER_TEMP}/racelint" >> "$GITHUB_OUTPUT"
  echo "key=racelint-$RUNNER_OS-$RUNNER_ARCH-$sources" >> "$GITHUB_OUTPUT"
}

install() {
  # The libraries are needed where the program comes from the cache, too.
  make -C "$root" --no-print-directory packages
  [ -x "$RACELINT_DIRECTORY/bin/racelint" ] \
    || make -C "$root" --no-print-directory install PREFIX="$RACELINT_DIRECTORY"
  # Later steps find it too.
  echo "$RACELINT_DIRECTORY/bin" >> "$GITHUB_PATH"
}

# The option that leaves out what the pull request has nothing to do with; nothing in other events.
new_code() {
  [ "${RACELINT_NEW_ONLY:-true}" = true ] && [ -n "${GITHUB_BASE_REF:-}" ] || return 0
  # The runner checks out the merge of the pull request: its first parent is the base. In a shallow
  # clone the commit names its parents, though they are not there.
  local parents
  mapfile -t parents < <(git cat-file commit HEAD | sed -n '/^$/q; s/^parent //p')
  if [ "${#parents[@]}" -eq 2 ] && [ "$(git rev-parse HEAD)" = "${GITHUB_SHA:-}" ]; then
    git cat-file -e "${parents[0]}^{tree}" 2> /dev/null \
      || git fetch --quiet --no-tags --depth=1 origin "${parents[0]}" \
      || fail "cannot fetch ${parents[0]}, the base of the pull request"
    echo "--new-from-rev=${parents[0]}"
    return
  fi
  local depth=()
  [ "$(git rev-parse --is-shallow-repository)" = false ] || depth=(--unshallow)
  git fetch --quiet --no-tags "${depth[@]}" origin "$GITHUB_BASE_REF" \
    || fail "cannot fetch $GITHUB_BASE_REF, the base of the pull request"
  echo "--new-from-merge-base=$(git rev-parse FETCH_HEAD)"
}

check() {
  local sarif=$RUNNER_TEMP/racelint.sarif summary=$RUNNER_TEMP/racelint.md status=0
  local new patterns args
  new=$(new_code) || { echo "$new"; exit 2; }
  read -ra patterns <<< "${RACELINT_PATTERNS:-./...}"
  read -ra args <<< "${RACELINT_ARGS:-}"
  rm -f "$sarif" "$summary"
  "$RACELINT_BIN" check ${new:+"$new"} --format "sarif=$sarif,markdown=$summary,text" \
    "${args[@]}" -- "${patterns[@]}" 2> "$RUNNER_TEMP/racelint.err" || status=$?
  cat "$RUNNER_TEMP/racelint.err" >&2
  if [ $status -gt 1 ] || [ ! -f "$sarif" ]; then
    fail "$(sed 's/^racelint: //; 1q' "$RUNNER_TEMP/racelint.err")"
  fi
  cat "$summary" >> "$GITHUB_STEP_SUMMARY"
  {
    echo "sarif=$sarif"
    [ $status -eq 1 ] && echo "findings=true" || echo "findings=false"
  } >> "$GITHUB_OUTPUT"
  [ $status -eq 0 ] || [ "${RACELINT_FAIL:-true}" != true ] || exit 1
}

case ${1:-} in
  key | install | check) "$1" ;;
  *) fail "wanted is key, install or check" ;;
esac
