package org.cotsim.simulator.execute.nd4j;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Every operation of a plan, once, on numbers whose results are exact.
 *
 * <p>ND4J does not look whether a GPU took a kernel: seen on an H100 with 1.0.0-M1.1, an operation
 * whose kernel is not in the library leaves its result as it was, without an error.
 */
final class SelfTest {

  private final DataType type;
  private final Consumer<Plan> device;
  private String wrong;

  private SelfTest(DataType type, Consumer<Plan> device) {
    this.type = type;
    this.device = device;
  }

  /** The first operation with a wrong result, and the result; takes milliseconds. */
  static Optional<String> firstWrong(DataType type) {
    return firstWrong(type, Plan::run);
  }

  /** The same where something else runs the plans. */
  static Optional<String> firstWrong(DataType type, Consumer<Plan> device) {
    SelfTest test = new SelfTest(type, device);
    test.products();
    test.byComponents();
    test.alongRows();
    test.inPlace();
    test.copies();
    return Optional.ofNullable(test.wrong);
  }

  /** What is wrong with a result, in words. */
  static Optional<String> difference(String operation, double[] expected, double[] seen) {
    return IntStream.range(0, expected.length).allMatch(i -> expected[i] == seen[i])
        ? Optional.empty()
        : Optional.of(
            operation
                + " gives "
                + Arrays.toString(seen)
                + " instead of "
                + Arrays.toString(expected));
  }

  private void products() {
    INDArray x = matrix(2, 1, 2, 3, 4);
    INDArray y = matrix(2, 5, 6, 7, 8);
    INDArray z = matrix(2, 99, 99, 99, 99);
    check("a product", z, plan -> plan.product(x, y, z), 19, 22, 43, 50);
    check("a sum with a product", z, plan -> plan.addProduct(x, y, z), 38, 44, 86, 100);
    INDArray vector = matrix(2, 99, 99).reshape(2);
    INDArray ones = matrix(2, 1, 1).reshape(2);
    check("a product with a vector", vector, plan -> plan.product(x, ones, vector), 3, 7);
  }

  private void byComponents() {
    INDArray x = matrix(2, 1, 2, 3, 4);
    INDArray y = matrix(2, 4, 2, 8, 16);
    INDArray row = matrix(2, 2, 4);
    INDArray z = matrix(2, 99, 99, 99, 99);
    check("a sum", z, plan -> plan.add(x, y, z), 5, 4, 11, 20);
    check("a sum with a row", z, plan -> plan.add(x, row, z), 3, 6, 5, 8);
    check("a difference", z, plan -> plan.subtract(x, y, z), -3, 0, -5, -12);
    check("a difference with a row", z, plan -> plan.subtract(x, row, z), -1, -2, 1, 0);
    INDArray column = matrix(1, 2, 4);
    check("a difference with a column", z, plan -> plan.subtract(column, x, z), 1, 0, 1, 0);
    check("products by components", z, plan -> plan.multiply(x, y, z), 4, 4, 24, 64);
    check("products with a row", z, plan -> plan.multiply(x, row, z), 2, 8, 6, 16);
    check("quotients", z, plan -> plan.divide(x, y, z), 0.25, 1, 0.375, 0.25);
    check("quotients by a row", z, plan -> plan.divide(x, row, z), 0.5, 0.5, 1.5, 1);
  }

  private void alongRows() {
    INDArray x = matrix(2, 3, 4, 6, 8);
    INDArray two = matrix(2, 99, 99).reshape(2);
    INDArray one = matrix(1, 99).reshape(1);
    check("the maximum of each row", two, plan -> plan.maxOfRows(x, two), 4, 8);
    check("the maximum of each column", two, plan -> plan.maxOfColumns(x, two), 6, 8);
    INDArray row = matrix(2, 3, 4);
    check("the maximum of a row", one, plan -> plan.maxOfRows(row, one), 4);
    INDArray lengths = matrix(1, 99, 99);
    INDArray vectors = x.reshape(2, 2, 1);
    check("lengths", lengths, plan -> plan.lengths(vectors, lengths), 5, 10);
    INDArray ids = Nd4j.create(DataType.INT32, 2);
    ids.data().put(0, 1);
    ids.data().put(1, 0);
    INDArray z = matrix(2, 99, 99, 99, 99);
    check("chosen rows", z, plan -> plan.gatherRows(x, ids, z), 6, 8, 3, 4);
    INDArray vector = matrix(3, 5, 6, 7).reshape(3);
    check("chosen numbers", two, plan -> plan.gather(vector, ids.reshape(2, 1), two), 6, 5);
  }

  private void inPlace() {
    INDArray x = matrix(2, -1, 0, 1, 4);
    check("the larger of two numbers", x, plan -> plan.atLeast(x, -0.5), -0.5, 0, 1, 4);
    check("the positive parts", x, plan -> plan.rectify(x), 0, 0, 1, 4);
    check("multiples", x, plan -> plan.scale(x, 0.5), 0, 0, 0.5, 2);
    INDArray above = matrix(2, 99, 99, 99, 99);
    check("comparisons", above, plan -> plan.isAbove(x, 0.75, above), 0, 0, 0, 1);
    check("comparisons in place", x, plan -> plan.isAbove(x, 0.25, x), 0, 0, 1, 1);
    INDArray zeros = matrix(2, 0, 0);
    check("exponentials", zeros, plan -> plan.exp(zeros), 1, 1);
  }

  private void copies() {
    INDArray whole = matrix(2, 99, 1, 99, 2);
    INDArray column = Views.of(whole, 1, new long[] {2, 1}, new long[] {2, 1});
    INDArray z = matrix(1, 99, 99);
    check("a copy of a view", z, plan -> plan.then("copy", () -> z.assign(column)), 1, 2);
    check("a number everywhere", z, plan -> plan.then("fill", () -> z.assign(7)), 7, 7);
  }

  /** A matrix whose rows have this length. */
  private INDArray matrix(int columns, double... numbers) {
    INDArray made = Nd4j.create(type, numbers.length / columns, columns);
    for (int i = 0; i < numbers.length; i++) {
      made.data().put(i, numbers[i]);
    }
    return made;
  }

  private void check(
      String operation, INDArray result, Consumer<Plan> prepare, double... expected) {
    if (wrong != null) {
      return;
    }
    try (Plan plan = new Plan(OperationTimes.NONE)) {
      prepare.accept(plan);
      device.accept(plan);
    }
    wrong = difference(operation, expected, Views.all(result)).orElse(null);
  }
}
