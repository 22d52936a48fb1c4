package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gates of one head at one position for one stream there.
 *
 * <p>The scores that positions may reach are sorted into levels. Where scores differ by more than
 * the tolerance from level to level and by no more within a level, all positions of the highest
 * level win; scores that are closer than that make a level each, and those within the tolerance win
 * with it.
 */
final class HeadGates {

  /** A position with a stream that it may have. */
  private record Seen(double score, int value, List<Integer> literals) {}

  /** Scores that win together: from least to most, and one of them at top at least. */
  private record Level(double least, double top, double most) {}

  private final ThresholdCircuit circuit;
  private final LayerClasses layer;
  private final int head;
  private final List<Seen> seen = new ArrayList<>(); // the highest score first
  private final List<Level> levels = new ArrayList<>();
  private final Map<List<Integer>, List<Integer>> known = new HashMap<>();

  HeadGates(
      ThresholdCircuit circuit,
      LayerClasses layer,
      int head,
      int own,
      List<Map<Integer, List<Integer>>> streams,
      int position) {
    this.circuit = circuit;
    this.layer = layer;
    this.head = head;
    int visible = layer.heads().get(head).mask().visible(position + 1);
    for (int j = 0; j < visible; j++) {
      streams
          .get(j)
          .forEach(
              (stream, literals) ->
                  seen.add(
                      new Seen(
                          layer.score(head, own, stream), layer.value(head, stream), literals)));
    }
    seen.sort(Comparator.comparingDouble(Seen::score).reversed());
    findLevels();
  }

  private void findLevels() {
    int from = 0;
    while (from < seen.size()) {
      double most = seen.get(from).score();
      int to = from + 1;
      while (to < seen.size()
          && seen.get(to).score() >= layer.leastWinner(head, seen.get(to - 1).score())) {
        to++;
      }
      double least = seen.get(to - 1).score();
      if (least >= layer.leastWinner(head, most)) {
        levels.add(new Level(least, least, most));
      } else {
        seen.subList(from, to).stream()
            .mapToDouble(Seen::score)
            .distinct()
            .forEach(top -> levels.add(new Level(layer.leastWinner(head, top), top, top)));
      }
      from = to;
    }
  }

  /** Literals of which one is 1 where just these positions win, and none elsewhere. */
  List<Integer> wins(List<Integer> winners) {
    return known.computeIfAbsent(winners, this::made);
  }

  private List<Integer> made(List<Integer> winners) {
    if (winners.isEmpty()) {
      return List.of(seen.isEmpty() ? ThresholdCircuit.TRUE : ThresholdCircuit.FALSE);
    }
    List<Integer> literals = new ArrayList<>();
    for (Level level : levels) {
      int literal = wins(level, winners);
      if (literal != ThresholdCircuit.FALSE) {
        literals.add(literal);
      }
    }
    return literals;
  }

  private int wins(Level level, List<Integer> winners) {
    Map<Integer, List<Integer>> byValue = new LinkedHashMap<>();
    List<Integer> above = new ArrayList<>();
    List<Integer> atTop = new ArrayList<>();
    for (Seen one : seen) {
      if (one.score() > level.most()) {
        above.addAll(one.literals());
      } else if (one.score() >= level.least()) {
        byValue.computeIfAbsent(one.value(), v -> new ArrayList<>()).addAll(one.literals());
        if (one.score() >= level.top()) {
          atTop.addAll(one.literals());
        }
      }
    }
    Map<Integer, Integer> wanted = new HashMap<>();
    for (int w = 0; w < winners.size(); w += 2) {
      wanted.put(winners.get(w), winners.get(w + 1));
    }
    if (!byValue.keySet().containsAll(wanted.keySet())) {
      return ThresholdCircuit.FALSE;
    }
    List<Integer> conditions = new ArrayList<>();
    conditions.add(ThresholdCircuit.not(circuit.or(above)));
    if (level.least() < level.top()) {
      conditions.add(circuit.or(atTop));
    }
    byValue.forEach(
        (value, literals) -> {
          int count = wanted.getOrDefault(value, 0);
          conditions.add(circuit.atLeast(count, literals));
          conditions.add(ThresholdCircuit.not(circuit.atLeast(count + 1, literals)));
        });
    return circuit.and(conditions);
  }
}
