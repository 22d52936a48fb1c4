#!/usr/bin/env bash
# Runs cotsim on the GPU of this machine from an unpacked folder and leaves logs: which device, the
# contract suite of the executor nd4j in binary64 and binary32, checks token by token, throughput.
# Usage: prove.sh LOGS
# The first load compiles the library for the GPU; CUDA_CACHE_PATH keeps the result.
set -uo pipefail
[ $# = 1 ] || { echo "usage: $0 LOGS" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
logs=$(cd "$1" && pwd)
export LD_LIBRARY_PATH="$here/cuda:${LD_LIBRARY_PATH:-}"
export CUDA_CACHE_PATH="${CUDA_CACHE_PATH:-$here/cuda-cache}" CUDA_CACHE_MAXSIZE=4294967296
java="$here/java/bin/java -Dorg.bytedeco.javacpp.cachedir=$here/javacpp-cache"
cot="$java -jar $here/cot/cot.jar"
failed=0

step() { # step NAME COMMAND...: logs a command with its time and exit code
  local name=$1
  shift
  local start=$SECONDS
  "$@" > "$logs/$name.log" 2>&1
  local code=$?
  [ $code = 0 ] || failed=1
  echo "$name: exit $code after $((SECONDS - start)) s" | tee -a "$logs/summary"
}

: > "$logs/summary"
step device nvidia-smi
step first-load $cot check parity --exhaustive 4 --executor nd4j --format json
step second-load $cot check parity --exhaustive 4 --executor nd4j --format json
for problem in parity word-a5 palindrome graph-gnp; do
  for arithmetic in binary64 binary32; do
    step "check-$problem-$arithmetic" $cot check "$problem" --random 2000 --length 12 \
      --executor nd4j --arithmetic "$arithmetic" --format json
  done
done
step contract $java -cp "$here/tests/console/*:$here/tests/test-classes:$here/tests/classes:$here/tests/lib/*:$here/cot/cot.jar:$here/cot/lib/*" \
  org.junit.platform.console.ConsoleLauncher execute --disable-banner --details=summary \
  -c org.cotsim.execute.Nd4jBinary64Test -c org.cotsim.execute.Nd4jBinary32Test \
  -c org.cotsim.execute.Nd4jGpuTest
step batches $java -cp "$here/cot/cot.jar" org.openjdk.jmh.Main BatchedDecoding -f 1
cat "$logs/summary"
exit $failed
