#!/usr/bin/env bash
# Packs what a bare Linux machine with an NVIDIA driver needs to run cotsim on its GPU, in pieces:
# a Java run-time image, the program, the tests of the executor nd4j, ND4J's CUDA back end and the
# CUDA 11 libraries. On such a machine unpack.sh puts the pieces together and prove.sh runs them.
#
# Usage: benchmarks/gpu/pack.sh CUDA_LIBRARIES OUT
#   CUDA_LIBRARIES  a folder with libcublas.so.11, libcublasLt.so.11 and libcusolver.so.11 (Debian:
#                   the packages libcublas11, libcublaslt11 and libcusolver11 of 11.8, which know
#                   compute capability 9.0)
#   OUT             a folder for the pieces; what is in it is replaced
set -euo pipefail
[ $# = 2 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '$d' >&2; exit 2; }
cuda=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
cd "$(dirname "$0")/../.."

mvn -q package dependency:build-classpath -DskipTests -Pcuda-ptx \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
mvn -q dependency:copy -Dartifact=org.junit.platform:junit-platform-console-standalone:1.14.4 \
  -DoutputDirectory=tests/target/console

image=$(mktemp -d)
trap 'rm -rf "$image"' EXIT
mkdir "$image/cot" "$image/cot/lib" "$image/tests" "$image/cuda"
jlink --add-modules java.se,jdk.unsupported --strip-debug --no-header-files --no-man-pages \
  --output "$image/java"

cp benchmarks/target/cot.jar "$image/cot/"
unzip -p benchmarks/target/cot.jar META-INF/MANIFEST.MF | tr -d '\r' | sed -e ':a' -e '$!N;s/\n //;ta' \
  | sed -n 's/^Class-Path: //p' | tr ' ' '\n' | while read -r jar; do
    [ -n "$jar" ] && cp "benchmarks/target/$jar" "$image/cot/lib/"
  done
cp -r tests/target/test-classes tests/target/classes tests/target/console "$image/tests/"
mkdir "$image/tests/lib"
tr ':' '\n' < tests/target/classpath | grep -E '/(assertj|archunit|junit|opentest4j|apiguardian|byte-buddy)[^/]*\.jar$' \
  | while read -r jar; do cp "$jar" "$image/tests/lib/"; done

for name in libcublas.so.11 libcublasLt.so.11 libcusolver.so.11; do
  cp -L "$cuda/$name" "$image/cuda/$name"
  strip --strip-unneeded "$image/cuda/$name"
done
cp benchmarks/gpu/prove.sh "$image/"

rm -f "$out"/piece-* "$out/sha256sums" "$out/unpack.sh"
XZ_OPT="${XZ_OPT:--T0 -6}" tar -C "$image" -cJ . | split -b 60000000 -d - "$out/piece-"
cp benchmarks/gpu/unpack.sh "$out/"
(cd "$out" && sha256sum piece-* unpack.sh > sha256sums && du -ch piece-*)
