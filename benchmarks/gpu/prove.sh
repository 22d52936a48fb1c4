#!/usr/bin/env bash
# Runs cotsim on the GPU of this machine from an unpacked folder and leaves logs.
# Usage: prove.sh LOGS PART...
#   start       the device, the first load and the second
#   tokens      tokens against the oracle's, in binary64 and binary32
#   contract    the contract suite of the executor nd4j, in binary64 and binary32
#   binary64    throughput, batches of 1 to 65 536
#   binary32    the same in binary32
# BANDWIDTH, in GB/s, says what the GPU's memory moves (an H200: 4300); with it the least time of a
# step is printed. What the driver compiles at the first load is kept in CUDA_CACHE_PATH.
set -uo pipefail
[ $# -ge 2 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
logs=$(cd "$1" && pwd)
shift
export LD_LIBRARY_PATH="$here/cuda:${LD_LIBRARY_PATH:-}"
export CUDA_CACHE_PATH="${CUDA_CACHE_PATH:-$here/cuda-cache}" CUDA_CACHE_MAXSIZE=4294967296
export ND4J_CUDA_FORCE_SINGLE_GPU=true
java="$here/java/bin/java -Dorg.bytedeco.javacpp.cachedir=$here/javacpp-cache"
cot="$java -jar $here/cot/cot.jar"
floor=${BANDWIDTH:+--bandwidth $BANDWIDTH}
failed=0

for part in "$@"; do
  case $part in
    start | tokens | contract | binary64 | binary32) ;;
    *) echo "$0: there is no part $part" >&2; exit 2 ;;
  esac
done
: > "$logs/summary"

step() { # step NAME COMMAND...: logs a command with its time and exit code
  local name=$1
  shift
  local start=$SECONDS
  echo "\$ ${*//$here\//}" > "$logs/$name.log"
  "$@" >> "$logs/$name.log" 2>&1
  local code=$?
  [ $code = 0 ] || failed=1
  echo "$name: exit $code after $((SECONDS - start)) s" | tee -a "$logs/summary"
}

start() {
  step device nvidia-smi
  step first-load $cot check parity --exhaustive 4 --executor nd4j --format json
  step second-load $cot check parity --exhaustive 4 --executor nd4j --format json
}

tokens() {
  for arithmetic in binary64 binary32; do
    for problem in parity word-a5 palindrome graph-gnp graph-gnp-directed; do
      step "tokens-$problem-$arithmetic" $cot check "$problem" --random 2000 --length 8 \
        --executor nd4j --arithmetic "$arithmetic" --format json
    done
  done
  step one-pass $cot check parity --random 2000 --length 100 --one-pass --executor nd4j \
    --format json
}

contract() {
  step contract $java \
    -cp "$here/tests/console/*:$here/tests/test-classes:$here/tests/classes:$here/tests/lib/*:$here/cot/cot.jar:$here/cot/lib/*" \
    org.junit.platform.console.ConsoleLauncher execute --disable-banner --details=summary \
    -c org.cotsim.execute.Nd4jGpuTest -c org.cotsim.execute.Nd4jBinary64Test \
    -c org.cotsim.execute.Nd4jBinary32Test -c org.cotsim.execute.Nd4jExecutorTest
}

throughput() { # throughput ARITHMETIC BASELINES PROBLEM OPTION...
  local arithmetic=$1 against=$2 problem=$3
  shift 3
  step "throughput-$problem-$arithmetic" $cot throughput "$problem" "$@" --executor nd4j \
    --arithmetic "$arithmetic" --against "$against" --batches 1,1024,4096,16384,65536 \
    --operations $floor --patience 40 --out "$logs/$arithmetic"
}

binary64() {
  throughput binary64 indexed,reference parity
  throughput binary64 indexed,reference word-a5
  throughput binary64 indexed,reference palindrome
  throughput binary64 indexed,reference graph-tree --length 31
}

binary32() { # as far as chains are certified in it
  throughput binary32 reference parity --hash digits --positions embedded
  throughput binary32 reference word-a5 --hash digits --positions embedded
  throughput binary32 reference palindrome --length 60
}

for part in "$@"; do
  $part
done
exit $failed
