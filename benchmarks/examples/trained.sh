#!/bin/sh
# Trains two small decoders on parity, one with chains of thought and one without, and measures them
# beside the decoder that is built by hand. Needs Java, and Python with PyTorch (Debian: python3-torch):
#   sh benchmarks/examples/trained.sh DIR        about two minutes of one core
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cot=${COT:-$here/../target/cot}
python=${PYTHON:-/usr/bin/python3}
[ -x "$cot" ] || (cd "$here/../.." && mvn -q -B package -DskipTests)
mkdir -p "$1"
cd "$1"
for kind in chains answers; do
  if [ $kind = chains ]; then budgets=t; else budgets=0; fi
  "$cot" data parity --lengths 8..16 --test-lengths 20,24 --samples 4000 --budgets $budgets \
      --tokens ids --out data-$kind
  "$python" "$here/train.py" data-$kind $kind.onnx --restart --steps 400
  "$cot" grade model:$kind.onnx --questions data-$kind/test.jsonl --out grade-$kind
done
"$cot" sweep parity model:chains.onnx model:answers.onnx --seed 2 --lengths 12,16,20,24 \
    --budgets 0,n/2,n,n+1 --samples 500 --out sweep
