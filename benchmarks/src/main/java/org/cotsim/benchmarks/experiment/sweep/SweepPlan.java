package org.cotsim.benchmarks.experiment.sweep;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.ListedInputs;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.input.InputException;

/**
 * The cells of a sweep: problem by problem, length by length, seed by seed.
 *
 * @param cells numbered from 0
 * @param seeds of the inputs that are drawn; none if all are listed
 */
public record SweepPlan(List<PlannedCell<?>> cells, List<Long> seeds) {

  public SweepPlan {
    cells = List.copyOf(cells);
    seeds = List.copyOf(seeds);
  }

  /**
   * Random inputs; those of a problem that lists its own are taken instead, all of them.
   *
   * @param samples how many for each problem, length and seed
   */
  public static SweepPlan drawn(
      List<Problem<?>> problems, List<Integer> lengths, int samples, List<Long> seeds) {
    List<PlannedCell<?>> cells = new ArrayList<>();
    for (Problem<?> problem : problems) {
      if (problem instanceof ListedInputs<?> listed) {
        addListed(listed, cells);
      } else {
        addDrawn(problem, lengths, samples, seeds, cells);
      }
    }
    return of(cells);
  }

  /** The words of a list, cell by cell of their lengths. */
  public static SweepPlan ofWords(List<Problem<?>> problems, WordList words)
      throws ExperimentException, InputException {
    List<PlannedCell<?>> cells = new ArrayList<>();
    for (Problem<?> problem : problems) {
      if (problem instanceof ListedInputs<?>) {
        throw new ExperimentException(
            problem.name() + " has its own inputs, so that --words cannot be given for it");
      }
      addWords(problem, words, cells);
    }
    return of(cells);
  }

  private static SweepPlan of(List<PlannedCell<?>> cells) {
    return new SweepPlan(
        cells,
        cells.stream().flatMapToLong(cell -> cell.seed().stream()).distinct().boxed().toList());
  }

  /** The cells of a share. */
  public List<PlannedCell<?>> of(Shard shard) {
    return cells.stream().filter(cell -> shard.holds(cell.index())).toList();
  }

  private static <I> void addDrawn(
      Problem<I> problem,
      List<Integer> lengths,
      int samples,
      List<Long> seeds,
      List<PlannedCell<?>> cells) {
    for (int n : lengths) {
      for (long seed : seeds) {
        cells.add(
            new PlannedCell<>(
                cells.size(),
                name(problem, n) + (seeds.size() > 1 ? ", seed " + seed : ""),
                problem,
                n,
                OptionalLong.of(seed),
                samples,
                suited -> drawing(suited, n, samples, seed)));
      }
    }
  }

  private static <I> Iterator<I> drawing(Problem<I> suited, int n, int samples, long seed)
      throws ExperimentException, InputException {
    Iterator<I> endless = RandomInputs.of(suited).random(n, RandomInputs.seedOf(suited, seed));
    return Stream.generate(endless::next).limit(samples).iterator();
  }

  private static <I> void addListed(ListedInputs<I> problem, List<PlannedCell<?>> cells) {
    for (int n : problem.lengths()) {
      List<I> inputs = problem.listed(n);
      cells.add(
          new PlannedCell<>(
              cells.size(),
              name(problem, n),
              problem,
              n,
              OptionalLong.empty(),
              inputs.size(),
              suited -> inputs.iterator()));
    }
  }

  private static <I> void addWords(Problem<I> problem, WordList words, List<PlannedCell<?>> cells)
      throws InputException {
    for (Map.Entry<Integer, int[]> group : words.byLength(problem).entrySet()) {
      cells.add(
          new PlannedCell<>(
              cells.size(),
              name(problem, group.getKey()),
              problem,
              group.getKey(),
              OptionalLong.empty(),
              group.getValue().length,
              suited -> words.parse(suited, group.getValue())));
    }
  }

  private static String name(Problem<?> problem, int n) {
    return problem.name() + ", n = " + n;
  }
}
