package org.cotsim.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/**
 * What an executor does: measures the cells of some numbers, and answers with a line for each.
 *
 * <p>Lines are text, which every serializer of Spark carries; Kryo 4 carries no records.
 */
final class MeasuringTask extends AbstractFunction2<TaskContext, Iterator<Integer>, String[]>
    implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Broadcast<SweepCopy> sweep;

  MeasuringTask(Broadcast<SweepCopy> sweep) {
    this.sweep = sweep;
  }

  @Override
  public String[] apply(TaskContext context, Iterator<Integer> numbers) {
    List<String> lines = new ArrayList<>();
    while (numbers.hasNext()) {
      lines.add(sweep.value().measure(numbers.next()));
    }
    return lines.toArray(String[]::new);
  }
}
