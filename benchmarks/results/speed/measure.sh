#!/bin/sh
# Measures everything in this folder again; build first, and leave the machine alone meanwhile.
# Usage, from the top of the repository: sh benchmarks/results/speed/measure.sh
set -e
here=benchmarks/results/speed
cot="java ${COT_JAVA_OPTIONS:-} -jar benchmarks/target/cot.jar"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# 50 000 vertices, 100 000 random edges; "far" is a vertex of its own, so the search ends nowhere
awk 'BEGIN { srand(1); for (i = 0; i < 100000; i++) print int(50000 * rand()), int(50000 * rand());
  print "far", "far" }' > "$work/random.edges"

$cot bench parity --lengths 100,1000,10000,100000,1000000 \
  --against reference,nd4j,onnxruntime,tokens-only --patience "${PATIENCE:-60}" --out "$here"
$cot bench parity --lengths 8,16,32,64,128 --against reference,tokens-only --memory \
  --format json > "$here/memory.json"
for length in 10000 1000000; do
  for problem in parity word-a5 busy-beaver-5; do
    $cot bench "$problem" --length "$length" --profile --format json \
      > "$here/$problem-$length.json"
  done
done
$cot bench "graph:$work/random.edges" --source 0 --target far --length 1000000 --profile \
  --format json | sed "s#$work/##" > "$here/graph-100000-edges.json"
# the longest chain that is certified, prompt and chain together twice as many tokens
java -Xmx2g -jar benchmarks/target/cot.jar bench parity --length 3000000 --runs 1 --format json \
  > "$here/parity-3000000.json"
