#!/usr/bin/env bash
# ND4J 1.0.0-M2.1 (CPU): dot_product_attention hides a position by taking 1e9 from its score.
#
# Expected: a position with mask 0 gets no weight whatever its score, as with a mask of minus infinity. Seen: a
# score above 1e9 shows through, and the hidden position may get all the weight; so it is in binary64, where
# such scores are exact, and hand-built heads have them where a large factor stands for a small temperature.
# And where all positions are hidden the weights are not a number, though each score is finite.
# Output seen: "scores 1 and 9e8, second hidden: weights 1.0 0.0
# scores 1 and 2e9, second hidden: weights 0.0 1.0
# both hidden: weights NaN NaN"
# Exits with 1 if that is no longer so. Needs a JDK and Maven on Linux x86-64; installs into a temporary
# folder.
. "$(dirname "$0")/nd4j.bash"
shows 'scores 1 and 9e8, second hidden: weights 1.0 0.0
scores 1 and 2e9, second hidden: weights 0.0 1.0
both hidden: weights NaN NaN' <<'END'
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

class Shown {
  /** The weights of two positions for the query 1, keys and so scores as given. */
  static String weights(double first, double second, double... mask) {
    INDArray query = Nd4j.ones(DataType.DOUBLE, 1, 1, 1);
    INDArray keys = Nd4j.createFromArray(first, second).reshape(1, 1, 2);
    INDArray values = Nd4j.createFromArray(10.0, 20.0).reshape(1, 1, 2);
    INDArray mixed = Nd4j.create(DataType.DOUBLE, 1, 1, 1);
    INDArray weights = Nd4j.create(DataType.DOUBLE, 1, 2, 1);
    Nd4j.exec(
        DynamicCustomOp.builder("dot_product_attention")
            .addInputs(query, keys, values, Nd4j.createFromArray(mask).reshape(1, 2))
            .addOutputs(mixed, weights)
            .addIntegerArguments(0, 1) // not scaled; weights asked for
            .build());
    return "weights " + weights.getDouble(0, 0, 0) + " " + weights.getDouble(0, 1, 0);
  }

  public static void main(String[] args) {
    System.out.println("scores 1 and 9e8, second hidden: " + weights(1, 9e8, 1, 0));
    System.out.println("scores 1 and 2e9, second hidden: " + weights(1, 2e9, 1, 0));
    System.out.println("both hidden: " + weights(1, 2, 0, 0));
  }
}
END
