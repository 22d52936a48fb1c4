#!/usr/bin/env bash
# ND4J 1.0.0-M2.1 (CPU): gather takes many times as long as gather_nd for the numbers of a vector.
#
# Expected: to take numbers from a vector at given places costs the same whichever of the two operations is
# asked, a few nanoseconds each; gather has the simpler task. Seen: gather takes 0.2 to 0.7 microseconds for each
# number, gather_nd 0.02, for the same result. For rows of four numbers and more it is gather that is faster.
# Output seen: "numbers of a vector: equal, gather takes more than 5 times as long as gather_nd
# rows of 64: equal, gather is faster"
# Exits with 1 if that is no longer so. Needs a JDK and Maven on Linux x86-64; installs into a temporary
# folder.
. "$(dirname "$0")/nd4j.bash"
shows 'numbers of a vector: equal, gather takes more than 5 times as long as gather_nd
rows of 64: equal, gather is faster' <<'END'
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

class Shown {
  static final int ROWS = 50_000;

  static long nanos(DynamicCustomOp operation) {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 10; run++) {
      long start = System.nanoTime();
      Nd4j.exec(operation);
      least = Math.min(least, System.nanoTime() - start);
    }
    return least;
  }

  static String compared(long... shape) {
    INDArray from = Nd4j.rand(DataType.DOUBLE, shape);
    INDArray one = Nd4j.create(DataType.DOUBLE, shape);
    INDArray other = Nd4j.create(DataType.DOUBLE, shape);
    INDArray places = Nd4j.zeros(DataType.INT32, ROWS);
    for (int i = 0; i < ROWS; i++) {
      places.putScalar(i, (int) (i * 7919L % ROWS));
    }
    double ratio =
        (double)
                nanos(
                    DynamicCustomOp.builder("gather")
                        .addInputs(from, places)
                        .addIntegerArguments(0)
                        .addOutputs(one)
                        .build())
            / nanos(
                DynamicCustomOp.builder("gather_nd")
                    .addInputs(from, places.reshape(ROWS, 1))
                    .addOutputs(other)
                    .build());
    System.err.printf("gather takes %.2f times as long as gather_nd%n", ratio);
    return (one.equals(other) ? "equal, " : "different, ")
        + (ratio > 5
            ? "gather takes more than 5 times as long as gather_nd"
            : ratio < 1 ? "gather is faster" : "gather takes longer");
  }

  public static void main(String[] args) {
    System.out.println("numbers of a vector: " + compared(ROWS));
    System.out.println("rows of 64: " + compared(ROWS, 64));
  }
}
END
