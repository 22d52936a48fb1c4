package org.cotsim.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.sweep.Sweep;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.SweepWriter;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Measures the cells of a test class, each once, and writes their rows when the class is done.
 *
 * <p>JUnit closes it with the class: as a closeable resource up to 5.12, and as what can be closed
 * from 5.13 on.
 */
@SuppressWarnings("deprecation") // closeable resources, all that JUnit 5.10 to 5.12 close
final class ClassReport implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  private record Group(Experiment experiment, String problem, int n) {}

  /** The cells of one executor, seed and currency, which share a report. */
  private record Part(String executor, long seed, Currency currency) implements Comparable<Part> {

    private static final Comparator<Part> ORDER =
        Comparator.comparing(Part::executor)
            .thenComparingLong(Part::seed)
            .thenComparing(Part::currency);

    static Part of(PlannedCell cell) {
      Sweep sweep = cell.experiment().sweep();
      return new Part(cell.experiment().executor().name(), sweep.seed(), sweep.currency());
    }

    String folder() {
      return executor + "-seed-" + seed + (currency == Currency.STEPS ? "" : "-" + currency);
    }

    @Override
    public int compareTo(Part other) {
      return ORDER.compare(this, other);
    }
  }

  private record Measured(PlannedCell cell, SweepRow row) {}

  private final Path folder;
  private final Map<Group, List<SweepRow>> groups = new ConcurrentHashMap<>();
  private final Map<Integer, Measured> measured = new ConcurrentSkipListMap<>(); // by order
  private boolean closed;

  ClassReport(Path folder) {
    this.folder = folder;
  }

  /**
   * The row of a cell; the first of a group measures all budgets.
   *
   * @param order the place of the cell in the class
   */
  SweepRow measure(PlannedCell cell, int order) {
    Group group = new Group(cell.experiment(), cell.problem().name(), cell.n());
    SweepRow row = groups.computeIfAbsent(group, absent -> rows(cell)).get(cell.budget());
    measured.put(order, new Measured(cell, row));
    return row;
  }

  private static List<SweepRow> rows(PlannedCell cell) {
    try {
      return cell.measureAllBudgets();
    } catch (ExperimentException | InputException e) {
      throw new IllegalArgumentException(cell.displayName() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    Map<Part, List<Measured>> parts =
        measured.values().stream()
            .collect(
                Collectors.groupingBy(
                    one -> Part.of(one.cell()), TreeMap::new, Collectors.toList()));
    for (Map.Entry<Part, List<Measured>> part : parts.entrySet()) {
      String name = part.getKey().folder();
      SweepWriter.write(result(part.getValue()), parts.size() == 1 ? folder : folder.resolve(name));
    }
  }

  private static SweepResult result(List<Measured> part) {
    Experiment first = part.get(0).cell().experiment();
    List<String> commands =
        part.stream().map(one -> one.cell().experiment().command()).distinct().toList();
    List<SweepRow> rows = new ArrayList<>();
    part.forEach(one -> rows.add(one.row()));
    int cells =
        (int)
            part.stream()
                .map(one -> one.row().problem() + " " + one.row().by() + " " + one.row().n())
                .distinct()
                .count();
    return new SweepResult(
        Optional.empty(),
        String.join("\n", commands),
        first.executor().name(),
        first.executor().backend(),
        List.of(first.sweep().seed()),
        cells,
        cells,
        cells,
        List.of(),
        List.of(),
        rows);
  }
}
