package org.cotsim.simulator.execute.indexed.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of the sums and norms between two heads are worth remembering: those that depend on
 * registers of few values alone, and that nothing else there reads.
 */
final class MemoSplit {

  private static final int[] FEW = {8, 4, 2}; // values of one register
  private static final int MOST_TOGETHER = 128; // of all that decide
  private static final int MOST_READS = 24;
  private static final int COST_OF_LOOKING = 30;
  private static final int COST_OF_READING = 2;

  final List<Expression> computed; // always, in order
  final List<Expression> remembered; // in order
  final int[] reads; // the registers that decide what is remembered, ascending
  final int[] writes; // the registers that others read of it, ascending
  final boolean decides; // whether no score depends on anything else

  private MemoSplit(
      List<Expression> computed,
      List<Expression> remembered,
      int[] reads,
      int[] writes,
      boolean decides) {
    this.computed = computed;
    this.remembered = remembered;
    this.reads = reads;
    this.writes = writes;
    this.decides = decides;
  }

  /**
   * The best split.
   *
   * @param scores the registers of scores that are all that matters after these parts; null where
   *     more does
   */
  static MemoSplit of(List<Expression> parts, Set<Integer> readLater, int[] scores, Sample sample) {
    MemoSplit best = new MemoSplit(parts, List.of(), new int[0], new int[0], false);
    Map<Integer, Integer> values = new HashMap<>(); // different ones by register
    for (Expression part : parts) {
      for (int register : part.reads) {
        if (register >= 0) {
          values.computeIfAbsent(register, r -> sample.distinct(new int[] {r}, FEW[0]));
        }
      }
    }
    if (scores != null) {
      for (int register : scores) {
        values.computeIfAbsent(register, r -> sample.distinct(new int[] {r}, FEW[0]));
      }
    }
    for (int few : FEW) {
      MemoSplit split = of(parts, readLater, scores, values, few);
      boolean fits =
          split.reads.length <= MOST_READS
              && sample.distinct(split.reads, MOST_TOGETHER) <= MOST_TOGETHER;
      if (fits && split.gain() > best.gain()) {
        best = split;
      }
    }
    return best;
  }

  private int gain() {
    if (remembered.isEmpty()) {
      return 0;
    }
    return remembered.stream().mapToInt(Expression::cost).sum()
        - COST_OF_LOOKING
        - COST_OF_READING * reads.length
        - (decides ? 0 : writes.length);
  }

  private static MemoSplit of(
      List<Expression> parts,
      Set<Integer> readLater,
      int[] scores,
      Map<Integer, Integer> values,
      int few) {
    Set<Expression> remembered = remembered(parts, values, few);
    Set<Integer> made = new HashSet<>();
    Set<Integer> reads = new TreeSet<>();
    for (Expression part : parts) {
      if (remembered.contains(part)) {
        Arrays.stream(part.reads)
            .filter(r -> r > Expression.ONE && !made.contains(r))
            .forEach(reads::add);
        StretchWriter.addAll(made, part.writes);
      }
    }
    boolean decides =
        scores != null
            && Arrays.stream(scores)
                .allMatch(r -> made.contains(r) || values.getOrDefault(r, few + 1) <= few);
    if (decides) {
      Arrays.stream(scores).filter(r -> !made.contains(r)).forEach(reads::add);
    }
    List<Expression> computed = new ArrayList<>(parts);
    computed.removeAll(remembered);
    return new MemoSplit(
        computed,
        parts.stream().filter(remembered::contains).toList(),
        reads.stream().mapToInt(Integer::intValue).toArray(),
        made.stream().filter(readLater::contains).mapToInt(Integer::intValue).sorted().toArray(),
        decides);
  }

  /** The parts that read few values and parts of this kind, and that no other part reads. */
  private static Set<Expression> remembered(
      List<Expression> parts, Map<Integer, Integer> values, int few) {
    Set<Expression> remembered = Collections.newSetFromMap(new IdentityHashMap<>());
    remembered.addAll(parts);
    boolean changed = true;
    while (changed) {
      changed = false;
      Set<Integer> made = new HashSet<>();
      for (Expression part : parts) {
        boolean decided =
            Arrays.stream(part.reads)
                .allMatch(r -> r <= Expression.ONE || made.contains(r) || values.get(r) <= few);
        if (remembered.contains(part) && !decided) {
          remembered.remove(part);
          changed = true;
        }
        if (remembered.contains(part)) {
          StretchWriter.addAll(made, part.writes);
        }
      }
      Set<Integer> readByOthers = new HashSet<>();
      for (int i = parts.size() - 1; i >= 0; i--) {
        Expression part = parts.get(i);
        if (Arrays.stream(part.writes).anyMatch(readByOthers::contains)
            && remembered.remove(part)) {
          changed = true;
        }
        if (!remembered.contains(part)) {
          StretchWriter.addAll(readByOthers, part.reads);
        }
      }
    }
    return remembered;
  }
}
