#!/usr/bin/env bash
# Checks the pieces beside this script, or in FROM, and unpacks them into a folder.
# Usage: unpack.sh TO [FROM]
set -euo pipefail
[ $# = 1 ] || [ $# = 2 ] || { echo "usage: $0 TO [FROM]" >&2; exit 2; }
mkdir -p "$1"
to=$(cd "$1" && pwd)
cd "${2:-$(dirname "$0")}"
sha256sum --quiet -c sha256sums
cat piece-* | tar -C "$to" -xJ
