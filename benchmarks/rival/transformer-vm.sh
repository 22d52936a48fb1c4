#!/usr/bin/env bash
# Collatz in two hand-built transformers: transformer-vm, which runs a WebAssembly machine, and cotsim, which runs a
# Turing machine. Both decode the whole sequence of a number down to 1; tokens and processor seconds are printed.
#
# Usage, from the top of the repository, after mvn package:
#   bash benchmarks/rival/transformer-vm.sh CHECKOUT [NUMBER]
# CHECKOUT is a working copy of transformer-vm (Percepta-Core; commit 4c8c537 of the fork by oaustegard was measured),
# which is copied and left as it is; NUMBER is 7 if none is given.
#
# It needs g++, clang with wasm-ld and the target wasm32, and a Python with torch, numpy, pulp and pyyaml:
#   Debian 12: apt-get install clang-14 lld-14 python3-torch python3-numpy python3-pulp python3-yaml coinor-cbc
# Set PYTHON, CLANG_PATH, RUNS (default: 5), or WEIGHTS (a model.bin that was built before) to choose others.
#
# Their sparse engine is compiled unchanged, but for its clock, which counts processor time instead of wall-clock time;
# their batched check, which follows, is not counted. Ours is the median of 101 warm runs in one process, all tokens
# compared with the interpreter; the cold process, start of Java included, is a row of its own. Their attention is a
# softmax with a factor of 1e10; ours is certified.
set -euo pipefail
export LC_ALL=C

fail() {
  echo "transformer-vm.sh: $*" >&2
  exit 2
}

[ $# -ge 1 ] && [ $# -le 2 ] || fail "expected CHECKOUT [NUMBER], a working copy of transformer-vm"
checkout=$1
number=${2:-7}
runs=${RUNS:-5}
python=${PYTHON:-python3}
case $number in
  *[!0-9]* | '' | 0*) fail "NUMBER $number: expected a whole number from 1 on" ;;
esac
[ -f "$checkout/transformer_vm/model/transformer.cpp" ] ||
  fail "$checkout: no working copy of transformer-vm, transformer_vm/model/transformer.cpp is missing"
[ -f benchmarks/target/cot.jar ] || fail "benchmarks/target/cot.jar is missing; mvn package makes it"
command -v g++ > /dev/null || fail "g++ is missing"
command -v "$python" > /dev/null || fail "$python is missing; PYTHON names another"
for module in torch numpy pulp yaml; do
  "$python" -c "import $module" 2> /dev/null || fail "$python has no module $module, which builds their weights"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$checkout/transformer_vm" "$work"
cd "$work"

"$python" -m transformer_vm.compilation.compile_wasm transformer_vm/examples/collatz.c --args "$number" \
  -o "$work/collatz" > compile.log 2>&1 || {
  cat compile.log >&2
  fail "their compiler of C failed; clang with wasm-ld is needed, CLANG_PATH names it"
}
[ -f collatz.txt ] || fail "their compiler wrote no collatz.txt"

weights=${WEIGHTS:-}
if [ -z "$weights" ]; then
  echo "building their weights: an integer program, about half a minute" >&2
  "$python" -m transformer_vm.build --save-weights="$work/model.bin" > build.log 2>&1 || {
    tail -n 3 build.log >&2
    fail "their weights could not be built; pulp needs HiGHS or CBC"
  }
  weights=$work/model.bin
else
  cd - > /dev/null
  weights=$(cd "$(dirname "$weights")" && pwd)/$(basename "$weights")
  cd "$work"
fi
[ -f "$weights" ] || fail "$weights: no such file"

engine=transformer_vm/model/transformer.cpp
clock='using Clock = std::chrono::steady_clock;'
grep -qF "$clock" "$engine" || fail "their engine has another clock than at 4c8c537; look at $engine"
cat > processor_clock.h << 'END'
#include <chrono>
#include <ctime>
struct ProcessorClock {
  using duration = std::chrono::nanoseconds;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<ProcessorClock>;
  static constexpr bool is_steady = true;
  static time_point now() noexcept {
    timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return time_point(std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec));
  }
};
END
sed "s/$clock/using Clock = ProcessorClock;/" "$engine" > engine.cpp
g++ -std=c++17 -O3 -march=native -include processor_clock.h -I transformer_vm/attention -DUSE_SPARSE_PROJ engine.cpp \
  -o engine || fail "their engine does not compile"
cd - > /dev/null

cot() {
  java -jar benchmarks/target/cot.jar "$@"
}
field() { # of JSON on the standard input
  sed -n "s/^ *\"$1\": \"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}\$/\1/p" | head -n 1
}
median() {
  sort -g | awk '{ all[NR] = $1 } END { print (all[int((NR + 1) / 2)] + all[int((NR + 2) / 2)]) / 2 }'
}
process_seconds() { # processor time of a command and its children
  local TIMEFORMAT='%U %S'
  { time "$@" > /dev/null; } 2>&1 | tail -n 1 | awk '{ print $1 + $2 }'
}

for _ in $(seq "$runs"); do
  "$work/engine" "$weights" "$work/collatz.txt" --max-gen=100000000 > "$work/theirs.txt"
  line=$(grep '^collatz: RAN' "$work/theirs.txt") || fail "their engine said: $(cat "$work/theirs.txt")"
  their_tokens=$(echo "$line" | sed 's/.*RAN *\([0-9]*\) tok.*/\1/')
  echo "$line" | sed 's/.*(\([0-9]*\) tok\/s).*/\1/' >> "$work/their-speed"
  cot bench benchmarks/examples/collatz.tm --word "$number" --length 100000000 --runs 101 --allow-load --format json \
    > "$work/ours.json"
  [ "$(field right < "$work/ours.json")" = true ] || fail "cotsim decoded a wrong token"
  field cpu_seconds < "$work/ours.json" >> "$work/our-seconds"
  cot bench busy-beaver-5 --length "$their_tokens" --runs 3 --allow-load --format json > "$work/long.json"
  field cpu_seconds < "$work/long.json" >> "$work/long-seconds"
  process_seconds cot run benchmarks/examples/collatz.tm --word "$number" --output tape >> "$work/cold-seconds"
done

theirs=$(sed -n 's/^ *output: *//p' "$work/theirs.txt" | head -n 1 | sed 's/ *$//')
ours=$(cot run benchmarks/examples/collatz.tm --word "$number" --output tape --format json | field answer | tr . ' ')
[ "$theirs" = "$ours" ] || fail "the sequences differ: theirs '$theirs', ours '$ours'"

awk -v number="$number" -v runs="$runs" -v their_tokens="$their_tokens" \
  -v their_speed="$(median < "$work/their-speed")" -v our_tokens="$(field tokens < "$work/ours.json")" \
  -v our_seconds="$(median < "$work/our-seconds")" -v long_seconds="$(median < "$work/long-seconds")" \
  -v cold_seconds="$(median < "$work/cold-seconds")" 'BEGIN {
    line = "| %s | %d | %s | %s |\n"
    their_seconds = their_tokens / their_speed
    printf "Collatz of %d; medians of %d runs in turn, processor time of one thread\n\n", number, runs
    printf "| decoded | tokens | CPU seconds | tokens per CPU second |\n|---|---|---|---|\n"
    printf line, "transformer-vm, sparse engine, WebAssembly", their_tokens, sprintf("%.3f", their_seconds),
      sprintf("%.0f", their_speed)
    printf line, "cotsim, Turing machine with two tapes", our_tokens, sprintf("%.6f", our_seconds),
      sprintf("%.0f", our_tokens / our_seconds)
    printf line, "the same, one cold process with the start of Java", our_tokens, sprintf("%.3f", cold_seconds), "-"
    printf line, "cotsim, busy-beaver-5, as many tokens", their_tokens, sprintf("%.3f", long_seconds),
      sprintf("%.0f", their_tokens / long_seconds)
    printf "\nthe whole sequence: %.0f times less processor time warm, %.1f times cold\n",
      their_seconds / our_seconds, their_seconds / cold_seconds
    printf "per token: %.1f times as many on Collatz, %.1f times on a chain as long as theirs\n",
      our_tokens / our_seconds / their_speed, their_tokens / long_seconds / their_speed
  }'
