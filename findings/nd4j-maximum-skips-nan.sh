#!/usr/bin/env bash
# ND4J 1.0.0-M2.1 (CPU): the largest of some numbers passes over what is not a number.
#
# Expected, as in Math.max, NumPy, PyTorch and ONNX's ReduceMax: a NaN among the numbers makes the maximum NaN,
# so that an overflow upstream is seen. Seen: max(1, NaN, 2) is 2.0, argMax is 2, and the maximum of
# nothing but NaN is -Infinity, with argMax 0.
# Output seen: "max(1, NaN, 2) = 2.0 at 2; max(NaN, NaN) = -Infinity at 0"
# Exits with 1 if that is no longer so. Needs a JDK and Maven on Linux x86-64; installs into a temporary
# folder.
. "$(dirname "$0")/nd4j.bash"
shows 'max(1, NaN, 2) = 2.0 at 2; max(NaN, NaN) = -Infinity at 0' <<'END'
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Shown {
  static String of(INDArray numbers) {
    return numbers.maxNumber() + " at " + numbers.argMax(0).getInt(0);
  }

  public static void main(String[] args) {
    System.out.println(
        "max(1, NaN, 2) = " + of(Nd4j.createFromArray(1.0, Double.NaN, 2.0))
            + "; max(NaN, NaN) = " + of(Nd4j.createFromArray(Double.NaN, Double.NaN)));
  }
}
END
