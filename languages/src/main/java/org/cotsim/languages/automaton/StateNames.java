package org.cotsim.languages.automaton;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.input.Characters;

/**
 * What a person calls the states of an automaton.
 *
 * <p>Names are one word each, at most {@code LONGEST} characters long, different from each other
 * and from every symbol and answer; names that are not so are changed as little as that asks for.
 */
final class StateNames {

  private static final int LONGEST = 32;
  private static final int SHOWN = 8; // in one sentence
  private static final Set<String> TAKEN = Set.of("accept", "reject", "$", "#");
  private static final String SINK = "sink";

  private StateNames() {}

  /** The names of states that nobody has named. */
  static List<String> numbered(int states) {
    return IntStream.range(0, states).mapToObj(q -> "q" + q).toList();
  }

  /** The name of a set of states, in the order of their names. */
  static String ofSubset(List<String> names) {
    return names.size() == 1 ? names.get(0) : "{" + String.join(",", names) + "}";
  }

  /**
   * The names of the states of an automaton, where those of one for the same words are known.
   *
   * @param named the other one; a state without a name is the sink
   * @param notes told what is not seen from the names
   */
  static List<String> of(
      CompactDFA<String> automaton,
      CompactDFA<String> other,
      List<String> named,
      List<String> notes) {
    List<List<String>> members =
        members(automaton, other).stream()
            .map(
                states ->
                    states.stream()
                        .map(q -> q < named.size() ? named.get(q) : SINK)
                        .distinct()
                        .toList())
            .toList();
    Alphabet<String> alphabet = automaton.getInputAlphabet();
    Set<String> taken = new HashSet<>(TAKEN);
    taken.addAll(alphabet);
    List<String> names = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (List<String> all : members) {
      String given = all.get(0);
      String name = usable(given, names.size(), taken);
      taken.add(name);
      names.add(name);
      if (all.size() > 1 || !name.equals(given)) {
        told.add(name + " stands for " + joined(all));
      }
    }
    if (!told.isEmpty()) {
      String rest = told.size() > SHOWN ? ", and " + (told.size() - SHOWN) + " more" : "";
      notes.add("states: " + told.stream().limit(SHOWN).collect(Collectors.joining("; ")) + rest);
    }
    return names;
  }

  private static String joined(List<String> names) {
    String shown =
        names.stream().limit(SHOWN).map(StateNames::shortened).collect(Collectors.joining(", "));
    return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
  }

  private static String shortened(String name) {
    String visible = Characters.visible(name);
    return visible.length() > 2 * LONGEST ? visible.substring(0, 2 * LONGEST) + "\u2026" : visible;
  }

  /** What each state stands for: the states of the other one that words lead to, nearest first. */
  static List<List<Integer>> members(CompactDFA<String> automaton, CompactDFA<String> other) {
    List<List<Integer>> members = new ArrayList<>();
    automaton.getStates().forEach(any -> members.add(new ArrayList<>()));
    int[] reached = new int[other.size()];
    Deque<Integer> left = new ArrayDeque<>();
    int start = other.getIntInitialState();
    reached[start] = automaton.getIntInitialState() + 1;
    left.add(start);
    while (!left.isEmpty()) {
      int state = left.remove();
      members.get(reached[state] - 1).add(state);
      for (int a = 0; a < automaton.numInputs(); a++) {
        int next = other.getSuccessor(state, a);
        if (reached[next] == 0) {
          reached[next] = automaton.getSuccessor(reached[state] - 1, a) + 1;
          left.add(next);
        }
      }
    }
    return members;
  }

  private static String usable(String name, int number, Set<String> taken) {
    String word = name.codePoints().mapToObj(StateNames::fit).collect(Collectors.joining());
    if (word.isEmpty() || word.length() > LONGEST) {
      word = "q" + number;
    }
    if (taken.contains(word)) {
      word = "q" + word;
    }
    while (taken.contains(word)) {
      word += "'";
    }
    return word;
  }

  private static String fit(int character) {
    String text = Character.toString(character);
    return Characters.notASymbol(text).isEmpty() ? text : "_";
  }
}
