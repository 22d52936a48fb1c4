#!/usr/bin/env bash
# Runs cotsim on the GPU of this machine from an unpacked folder and leaves logs.
# Usage: prove.sh LOGS PART...
#   start       the device, the first load and the second
#   tokens      tokens against the oracle's, in binary64 and binary32
#   contract    the contract suite of the executor nd4j, in binary64 and binary32
#   binary64    throughput, batches of 1 to 65 536
#   binary32    the same in binary32
# SECONDS_IN_ALL (480) ends the run, and each part has its share of it: what is running then is stopped,
# what is left is not started, and what is there stays. Where nothing starts, nothing else is tried.
# The libraries of CUDA 13, to which those of forward.py pass calls on, are looked for under /usr and
# /opt. BANDWIDTH, in GB/s, says what the GPU's memory moves (an H100: 3350, an H200: 4800); with it
# the least time of a step is printed. What the driver compiles at the first load is kept in
# CUDA_CACHE_PATH. The memory and the load of the GPU are logged every second in gpu.csv.
set -uo pipefail
[ $# -ge 2 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
logs=$(cd "$1" && pwd)
shift
for name in libcublas.so.13 libcublasLt.so.13 libcusolver.so.12 libcusparse.so.12 libnvJitLink.so.13; do
  found=$(find /usr /opt -name "$name" -not -path '*/stubs/*' 2> "$logs/find.log" | head -n 1)
  if [ -n "$found" ]; then LD_LIBRARY_PATH="$(dirname "$found"):${LD_LIBRARY_PATH:-}"; fi
done
export LD_LIBRARY_PATH="$here/cuda:${LD_LIBRARY_PATH:-}:/usr/local/nvidia/lib64"
export CUDA_CACHE_PATH="${CUDA_CACHE_PATH:-$here/cuda-cache}" CUDA_CACHE_MAXSIZE=4294967296
export ND4J_CUDA_FORCE_SINGLE_GPU=true
java="$here/java/bin/java -Dorg.bytedeco.javacpp.cachedir=$here/javacpp-cache"
cot="$java -jar $here/cot/cot.jar"
floor=${BANDWIDTH:+--bandwidth $BANDWIDTH}
all=${SECONDS_IN_ALL:-480}
failed=0

for part in "$@"; do
  case $part in
    start | tokens | contract | binary64 | binary32) ;;
    *) echo "$0: there is no part $part" >&2; exit 2 ;;
  esac
done

nvidia-smi --query-gpu=timestamp,memory.used,utilization.gpu,clocks.sm --format=csv -l 1 \
  > "$logs/gpu.csv" 2>&1 &
trap 'kill %1 2>/dev/null' EXIT

step() { # step NAME COMMAND...: logs a command with its time and exit code
  local name=$1
  shift
  local start=$SECONDS left=$((limit - SECONDS))
  if [ $left -le 0 ]; then
    failed=1
    echo "$name: not started, its part's $limit s are over" | tee -a "$logs/summary"
    return
  fi
  echo "\$ ${*//$here\//}" > "$logs/$name.log"
  timeout -k 5 $left "$@" >> "$logs/$name.log" 2>&1
  local code=$?
  [ $code = 0 ] || failed=1
  echo "$name: exit $code after $((SECONDS - start)) s" | tee -a "$logs/summary"
}

start() {
  step device nvidia-smi
  step capability nvidia-smi --query-gpu=name,compute_cap,driver_version,memory.total --format=csv
  step first-load $cot check parity --exhaustive 4 --executor nd4j --format json
  step second-load $cot check parity --exhaustive 4 --executor nd4j --format json
}

tokens() {
  for arithmetic in binary64 binary32; do
    for problem in parity word-a5 palindrome graph-gnp; do
      step "tokens-$problem-$arithmetic" $cot check "$problem" --random 2000 --length 8 \
        --executor nd4j --arithmetic "$arithmetic" --format json
    done
  done
  step tokens-busy-beaver-4-binary64 $cot check busy-beaver-4 --exhaustive 0 --executor nd4j \
    --format json
  step one-pass $cot check parity --random 2000 --length 100 --one-pass --executor nd4j \
    --format json
}

contract() {
  for class in Nd4jGpuTest Nd4jBinary64Test Nd4jBinary32Test Nd4jExecutorTest; do
    step "contract-$class" $java \
      -cp "$here/tests/console/*:$here/tests/test-classes:$here/tests/classes:$here/tests/lib/*:$here/cot/cot.jar:$here/cot/lib/*" \
      org.junit.platform.console.ConsoleLauncher execute --disable-banner --details=summary \
      -c "org.cotsim.execute.$class"
  done
}

throughput() { # throughput ARITHMETIC BASELINES PROBLEM OPTION...
  local arithmetic=$1 against=$2 problem=$3
  shift 3
  step "throughput-$problem-$arithmetic" $cot throughput "$problem" "$@" --executor nd4j \
    --arithmetic "$arithmetic" --against "$against" --batches 1,1024,16384,65536 \
    --operations $floor --patience 12 --out "$logs/$arithmetic"
}

binary64() {
  throughput binary64 indexed parity
  throughput binary64 indexed word-a5
  throughput binary64 indexed palindrome
}

binary32() { # as far as chains are certified in it
  throughput binary32 reference parity --hash digits --positions embedded
  throughput binary32 reference word-a5 --hash digits --positions embedded
}

for part in "$@"; do
  case $part in
    start) share=20 ;;
    tokens) share=15 ;;
    contract | binary64) share=24 ;;
    binary32) share=17 ;;
  esac
  limit=$((SECONDS + all * share / 100))
  [ $limit -le "$all" ] || limit=$all
  $part
  if [ "$part" = start ] && [ $failed = 1 ]; then exit 1; fi
done
exit $failed
