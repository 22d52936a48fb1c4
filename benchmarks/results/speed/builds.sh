#!/bin/sh
# Measures an older build and this one in turn: one table with every chain that this folder is about, in builds.md,
# every run in builds.csv. Build first, and leave the machine alone meanwhile: figures are refused where other programs
# take a tenth of the time, and the exit code is then 1.
# Usage, from the top of the repository: sh benchmarks/results/speed/builds.sh OLD_JAR [DIR]
# Short chains are decoded several times in each process, whose median counts: the first times measure the compiler.
# RUNS says how often each build measures each chain (default: 5), MORE can be --allow-load.
set -e
[ $# -ge 1 ] && [ -f "$1" ] || { echo "builds.sh: expected the older build's cot.jar, not '$1'" >&2; exit 2; }
old=$1
out=${2:-benchmarks/results/speed}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# half as many vertices as random edges; "far" is a vertex of its own, so the search ends nowhere
random_graph() {
  awk -v edges="$1" 'BEGIN { srand(1); for (i = 0; i < edges; i++)
    print int(edges / 2 * rand()), int(edges / 2 * rand()); print "far", "far" }'
}
random_graph 100000 > "$work/100000.edges"
random_graph 1000000 > "$work/1000000.edges"

status=0
# shellcheck disable=SC2086 # several options
java -Xmx4g ${COT_JAVA_OPTIONS:-} -jar benchmarks/target/cot.jar builds "$old" \
  "bench parity --length 1000000 --runs 9" \
  "bench word-a5 --length 1000000 --runs 9" \
  "bench busy-beaver-5 --length 1000000 --hash scaled --runs 5" \
  "bench busy-beaver-5 --length 1000000 --hash folded" \
  "bench graph:$work/100000.edges --source 0 --target far --length 1000000 --runs 5" \
  "bench graph:$work/1000000.edges --source 0 --target far --length 10000000" \
  "throughput parity --length 257 --batches 1024 --mode decode" \
  --runs "${RUNS:-5}" --out "$work" ${MORE:-} || status=$?
[ "$status" -le 1 ] || exit "$status"
for file in builds.md builds.csv builds.json; do
  sed "s#$work/##g" "$work/$file" > "$out/$file"
done
exit "$status"
