#!/usr/bin/env bash
# Packs what a bare Linux machine with an NVIDIA driver needs to run cotsim on its GPU, in pieces:
# a Java run-time image, the program, the tests of the executor nd4j, ND4J's CUDA back end and the
# CUDA libraries. On such a machine unpack.sh puts the pieces together and prove.sh runs them.
#
# Usage: benchmarks/gpu/pack.sh CUDA_LIBRARIES OUT [ARCH [WORK]]
#   CUDA_LIBRARIES  a folder with libcudart.so.11.0, libcublas.so.11, libcublasLt.so.11 and
#                   libcusolver.so.11 of CUDA 11.8, or those three of forward.py
#   OUT             a folder for the pieces; what is in it is replaced
#   ARCH            compile ND4J's library for this architecture first, such as sm_90
#   WORK            the folder that compile.py works in, to go on where it was stopped
set -euo pipefail
[ $# -ge 2 ] && [ $# -le 4 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
cuda=$(cd "$1" && pwd)
libraries="libcudart.so.11.0 libcublas.so.11 libcublasLt.so.11 libcusolver.so.11"
for name in $libraries; do
  [ -e "$cuda/$name" ] || { echo "$0: $cuda has no $name" >&2; exit 2; }
done
image=$(mktemp -d)
trap 'rm -rf "$image"' EXIT
arch=${3:-}
mkdir -p "$2" "${4:-$image/work}"
out=$(cd "$2" && pwd)
work=$(cd "${4:-$image/work}" && pwd)
cd "$(dirname "$0")/../.."

mvn -q package dependency:build-classpath -DskipTests -Pcuda-ptx \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
mvn -q dependency:copy -Dartifact=org.junit.platform:junit-platform-console-standalone:1.14.4 \
  -DoutputDirectory=tests/target/console

mkdir "$image/cot" "$image/cot/lib" "$image/tests" "$image/tests/lib" "$image/cuda"
jlink --add-modules java.se,jdk.unsupported,jdk.management --strip-debug --no-header-files \
  --no-man-pages --output "$image/java"

cp benchmarks/target/cot.jar "$image/cot/"
unzip -p benchmarks/target/cot.jar META-INF/MANIFEST.MF | sed -z 's/\r\n //g' | tr -d '\r' \
  | sed -n 's/^Class-Path: //p' | xargs -n 1 | while read -r jar; do
    cp "benchmarks/target/$jar" "$image/cot/lib/"
  done
rm -f "$image"/cot/lib/onnxruntime-*.jar # 120 MB, and no part of what runs on a GPU
cp -r tests/target/test-classes tests/target/classes tests/target/console "$image/tests/"
tr ':' '\n' < tests/target/classpath \
  | grep -E '/(assertj|archunit|junit|opentest4j|apiguardian|byte-buddy)[^/]*\.jar$' \
  | while read -r jar; do cp "$jar" "$image/tests/lib/"; done

nd4j=$image/cot/lib/nd4j-cuda-11.2-1.0.0-M1.1-linux-x86_64.jar
if [ -n "$arch" ]; then
  python3 benchmarks/gpu/compile.py "$nd4j" --arch "$arch" --work "$work"
fi
mkdir "$image/jar" # not compressed, so that all of it compresses well together
unzip -q "$nd4j" -d "$image/jar"
jar --create --no-compress --no-manifest --file "$nd4j" -C "$image/jar" .
rm -rf "$image/jar" "$image/work"

for name in $libraries; do
  cp -L "$cuda/$name" "$image/cuda/$name"
  strip --strip-unneeded "$image/cuda/$name"
done
cp benchmarks/gpu/prove.sh "$image/"

rm -f "$out"/piece-* "$out/sha256sums" "$out/unpack.sh"
XZ_OPT="${XZ_OPT:--T0 -6}" tar -C "$image" -cJ . | split -b 60000000 -d - "$out/piece-"
cp benchmarks/gpu/unpack.sh "$out/"
(cd "$out" && sha256sum piece-* unpack.sh > sha256sums && du -ch piece-*)
