package org.cotsim.logic;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.impl.CompactDFA;

/**
 * What {@code mona -w} prints of a program whose one variable is A.
 *
 * <p>Its automaton reads one step more before the first letter.
 *
 * @param accepting the accepting states
 * @param rows the transitions of a state: for letters in A, not in A, or both
 */
record MonaAutomaton(int initial, Set<Integer> accepting, Map<Integer, List<Row>> rows) {

  /** A transition; its bit is 1 for a, 0 for b, X for both. */
  record Row(char bit, int target) {}

  private static final Pattern INITIAL = Pattern.compile("Initial state: (\\d+)");
  private static final Pattern ACCEPTING = Pattern.compile("Accepting states:([\\d ]*)");
  private static final Pattern ROW = Pattern.compile("State (\\d+): ([01X]?) *-> state (\\d+)");

  static MonaAutomaton parse(String output) {
    Set<Integer> accepting =
        Stream.of(find(ACCEPTING, output).strip().split(" +"))
            .filter(state -> !state.isEmpty())
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
    Map<Integer, List<Row>> rows =
        ROW.matcher(output)
            .results()
            .collect(
                Collectors.groupingBy(
                    row -> Integer.valueOf(row.group(1)),
                    Collectors.mapping(MonaAutomaton::row, Collectors.toList())));
    return new MonaAutomaton(Integer.parseInt(find(INITIAL, output)), accepting, rows);
  }

  private static String find(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IllegalArgumentException(output);
    }
    return matcher.group(1);
  }

  private static Row row(MatchResult row) {
    return new Row(
        row.group(2).isEmpty() ? 'X' : row.group(2).charAt(0), Integer.parseInt(row.group(3)));
  }

  private int next(int state, char bit) {
    return rows.get(state).stream()
        .filter(row -> row.bit() == 'X' || row.bit() == bit)
        .findFirst()
        .orElseThrow()
        .target();
  }

  /**
   * The automaton over a and b.
   *
   * @param empty whether it accepts the empty word, of which MONA says nothing
   */
  CompactDFA<String> toDfa(Alphabet<String> alphabet, boolean empty) {
    CompactDFA<String> dfa = new CompactDFA<>(alphabet);
    Map<Integer, Integer> numbers = new HashMap<>();
    Set<Integer> seen = new HashSet<>();
    int before = dfa.addIntInitialState(empty);
    int first = next(initial, 'X');
    Queue<Integer> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      int state = open.remove();
      if (seen.add(state)) {
        for (String letter : alphabet) {
          int target = next(state, letter.equals("a") ? '1' : '0');
          int to = number(dfa, numbers, target);
          dfa.setTransition(number(dfa, numbers, state), letter, (Integer) to);
          if (state == first) {
            dfa.setTransition(before, letter, (Integer) to);
          }
          open.add(target);
        }
      }
    }
    return dfa;
  }

  private int number(CompactDFA<String> dfa, Map<Integer, Integer> numbers, int state) {
    return numbers.computeIfAbsent(state, s -> dfa.addIntState(accepting.contains(s)));
  }
}
