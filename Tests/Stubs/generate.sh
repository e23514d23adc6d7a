#!/usr/bin/env bash
# Writes the stub declarations of the standard library, in Sources/CResources, anew from the
# pinned Go toolchain. Another version of Go: change Tests/Toolchain/toolchain.lock first.
set -euo pipefail
cd "$(dirname "$0")"

toolchain=$(cd ../.. && pwd)/.toolchain
[ -x "$toolchain/bin/go" ] || { echo "generate: run make toolchain first" >&2; exit 1; }
export GOROOT=$toolchain GOTOOLCHAIN=local GOPROXY=off GOWORK=off GOFLAGS=
"$toolchain/bin/go" run . generate "$toolchain" packages.txt ../../Sources/CResources/stubs
