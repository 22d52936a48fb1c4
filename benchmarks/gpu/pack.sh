#!/usr/bin/env bash
# Packs what a bare Linux machine with an NVIDIA driver needs to run cotsim on its GPU, in one archive
# where that is at most 60 MB, else in pieces of that size: a Java run-time image, the program, the
# tests of the executor nd4j, ND4J's CUDA back end and the CUDA libraries. On such a machine unpack.sh
# puts the pieces together and prove.sh runs them.
#
# Usage: benchmarks/gpu/pack.sh CUDA_LIBRARIES OUT [ARCH [WORK]]
#   CUDA_LIBRARIES  a folder with libcudart.so.11.0, libcublas.so.11, libcublasLt.so.11 and
#                   libcusolver.so.11 of CUDA 11.8, or those three of forward.py
#   OUT             a folder for the pieces; what is in it is replaced
#   ARCH            compile ND4J's library for this architecture first, such as sm_90: the modules
#                   of the kernels in kernels.txt
#   WORK            the folder that compile.py works in; what is compiled there is not compiled again
#                   (default: cotsim/gpu in XDG_CACHE_HOME or in the home folder's .cache)
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
work=${4:-${XDG_CACHE_HOME:-$HOME/.cache}/cotsim/gpu}
mkdir -p "$2" "$work"
out=$(cd "$2" && pwd)
work=$(cd "$work" && pwd)
cd "$(dirname "$0")/../.."

since=$SECONDS
took() { # took PART: says how long it took since the part before
  echo "$1: $((SECONDS - since)) s"
  since=$SECONDS
}

# on a CPU, the release that -Pcuda-ptx takes: what its API refuses is refused here
mvn -q test -Dnd4j.version=1.0.0-M1.1 -Dtest='Nd4j*' -Dsurefire.failIfNoSpecifiedTests=false
took "contract suite with ND4J 1.0.0-M1.1 on the CPU"
mvn -q package dependency:build-classpath -DskipTests -Pcuda-ptx \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
mvn -q dependency:copy -Dartifact=org.junit.platform:junit-platform-console-standalone:1.14.4 \
  -DoutputDirectory=tests/target/console
took build

mkdir "$image/cot" "$image/cot/lib" "$image/tests" "$image/tests/lib" "$image/cuda"
jlink --add-modules java.desktop,java.instrument,java.naming,java.sql,jdk.unsupported,jdk.management \
  --strip-debug --no-header-files --no-man-pages --output "$image/java"
strip --strip-unneeded "$image"/java/lib/server/libjvm.so
took "Java run-time image"

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
  python3 benchmarks/gpu/compile.py "$nd4j" --arch "$arch" --work "$work" \
    --kernels benchmarks/gpu/kernels.txt
  took "ND4J's library for $arch"
fi
# not compressed, so that all of it compresses well together
python3 - "$image"/cot/*.jar "$image"/cot/lib/*.jar "$image"/tests/*/*.jar <<'END'
import os, sys, zipfile
for jar in sys.argv[1:]:
    with zipfile.ZipFile(jar) as old, zipfile.ZipFile(jar + '.part', 'w') as new:
        for item in old.infolist():
            new.writestr(item.filename, old.read(item))
    os.replace(jar + '.part', jar)
END
took "jars without compression"

for name in $libraries; do
  cp -L "$cuda/$name" "$image/cuda/$name"
  strip --strip-unneeded "$image/cuda/$name"
done
cp benchmarks/gpu/prove.sh "$image/"

rm -f "$out"/piece-* "$out/sha256sums" "$out/unpack.sh"
XZ_OPT="${XZ_OPT:--T0 -9e}" tar -C "$image" -cJ . | split -b 60000000 -d - "$out/piece-"
cp benchmarks/gpu/unpack.sh "$out/"
(cd "$out" && sha256sum piece-* unpack.sh > sha256sums && du -ch --apparent-size piece-*)
took "archive"
