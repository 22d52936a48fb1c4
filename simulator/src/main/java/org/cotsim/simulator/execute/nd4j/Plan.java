package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Operations on fixed arrays, prepared once and run many times in the order they were added.
 *
 * <p>Measured on a CPU: starting a prepared operation takes 2 to 4 microseconds, a new one 8 to 19.
 */
final class Plan implements AutoCloseable {

  private final OperationTimes times;
  private final List<Runnable> operations = new ArrayList<>();
  private final List<OpContext> contexts = new ArrayList<>();
  private final List<Plan> parts = new ArrayList<>();

  Plan(OperationTimes times) {
    this.times = times;
  }

  /** Runs all operations. */
  void run() {
    operations.forEach(Runnable::run);
  }

  /** Anything that is done anew in every run. */
  void then(String name, Runnable action) {
    operations.add(() -> times.run(name, action));
  }

  /** One of two parts, as the host decides in every run. */
  void either(
      String name, BooleanSupplier decision, Consumer<Plan> first, Consumer<Plan> otherwise) {
    Plan one = part(first);
    Plan other = part(otherwise);
    AtomicBoolean isOne = new AtomicBoolean();
    then(name, () -> isOne.set(decision.getAsBoolean()));
    operations.add(() -> (isOne.get() ? one : other).run());
  }

  private Plan part(Consumer<Plan> operations) {
    Plan part = new Plan(times);
    parts.add(part);
    operations.accept(part);
    return part;
  }

  /**
   * {@code z = x y}, for matrices, or for a matrix and a vector of rank 1.
   *
   * <p>Matrices are multiplied transposed: ND4J's CUDA back end would copy a result whose rows, not
   * columns, are contiguous to new memory and back.
   */
  void product(INDArray x, INDArray y, INDArray z) {
    if (z.rank() == 2) {
      transposedProduct(x, y, z);
    } else {
      custom("matmul", z, x, y);
    }
  }

  /** {@code z = z + x y}, for matrices. */
  void addProduct(INDArray x, INDArray y, INDArray z) {
    transposedProduct(x, y, z).setTArguments(1, 1);
  }

  private OpContext transposedProduct(INDArray x, INDArray y, INDArray z) {
    return custom("matmul", z.transpose(), y.transpose(), x.transpose());
  }

  /** {@code z = x + y}, dimensions of size 1 stretched. */
  void add(INDArray x, INDArray y, INDArray z) {
    custom("add", z, x, y);
  }

  /** {@code z = x - y}, dimensions of size 1 stretched. */
  void subtract(INDArray x, INDArray y, INDArray z) {
    custom("subtract", z, x, y);
  }

  /** {@code z = x * y} by components, dimensions of size 1 stretched. */
  void multiply(INDArray x, INDArray y, INDArray z) {
    custom("multiply", z, x, y);
  }

  /** {@code z = x / y} by components, dimensions of size 1 stretched. */
  void divide(INDArray x, INDArray y, INDArray z) {
    custom("divide", z, x, y);
  }

  /**
   * The rows of a matrix with these numbers, which must exist: ND4J does not check.
   *
   * <p>On the CPU {@code gather} is twice as fast; on CUDA it takes new memory in every run and
   * does not give all of it back.
   */
  void gatherRows(INDArray matrix, INDArray rows, INDArray z) {
    if (Backend.isCpu()) {
      custom("gather", z, matrix, rows).setIArguments(0);
    } else {
      custom("gather_nd", z, matrix, rows.reshape(rows.length(), 1));
    }
  }

  /**
   * Numbers of a vector at these places, which must exist.
   *
   * <p>{@code gather} would take 0.3 microseconds for each of them.
   *
   * @param places [count, 1]
   */
  void gather(INDArray vector, INDArray places, INDArray z) {
    custom("gather_nd", z, vector, places);
  }

  /** The largest number of every column, numbers that are not numbers left out. */
  void maxOfColumns(INDArray x, INDArray z) {
    custom("reduce_max", z, x).setIArguments(0);
  }

  /** The largest number of every row, numbers that are not numbers left out. */
  void maxOfRows(INDArray x, INDArray z) {
    custom("reduce_max", z, x).setIArguments(1);
  }

  /** The lengths of the vectors along the middle dimension: [parts, size, n] to [parts, n]. */
  void lengths(INDArray x, INDArray z) {
    custom("reduce_norm2", z, x).setIArguments(1);
  }

  /** {@code x = max(x, least)}, in place. */
  void atLeast(INDArray x, double least) {
    legacy(new ScalarMax(x, null, x, least));
  }

  /** {@code z = 1 if x > bound, else 0}. */
  void isAbove(INDArray x, double bound, INDArray z) {
    legacy(new Step(x, z, bound));
  }

  /** {@code x = max(x, 0)}, in place. */
  void rectify(INDArray x) {
    legacy(new RectifiedLinear(x, x, 0));
  }

  /** {@code x = factor * x}, in place. */
  void scale(INDArray x, double factor) {
    legacy(new ScalarMultiplication(x, null, x, factor));
  }

  /** {@code x = exp(x)}, in place. */
  void exp(INDArray x) {
    legacy(new Exp(x, x));
  }

  private OpContext custom(String name, INDArray z, INDArray... inputs) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(inputs);
    context.setOutputArrays(z);
    contexts.add(context);
    CustomOp operation = DynamicCustomOp.builder(name).build();
    then(name, () -> Nd4j.getExecutioner().exec(operation, context));
    return context;
  }

  private void legacy(Op operation) {
    then(operation.opName(), () -> Nd4j.getExecutioner().exec(operation));
  }

  @Override
  public void close() {
    operations.clear();
    parts.forEach(Plan::close);
    parts.clear();
    contexts.forEach(Plan::close);
    contexts.clear();
  }

  private static void close(OpContext context) {
    try {
      context.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
