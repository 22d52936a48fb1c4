package org.cotsim.languages.automaton;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.input.InputException;

/**
 * The subset construction of Rabin and Scott 1959, stopped before it fills the memory.
 *
 * <p>AutomataLib's own knows no empty moves and no limit. The empty subset is left out, so the
 * result may be partial.
 */
final class SubsetConstruction {

  private final String source;
  private final Moves moves;
  private final BitSet accepting;
  private final Work work;
  private final CompactDFA<String> dfa;
  private final Map<IntBuffer, Integer> numbers = new HashMap<>();
  private final List<int[]> subsets = new ArrayList<>();
  private final int[] met; // the number of the closure that a state was last met in
  private final int[] closure;
  private int closures;
  private long named;

  SubsetConstruction(
      String source, Moves moves, BitSet accepting, Alphabet<String> alphabet, Work work) {
    this.source = source;
    this.moves = moves;
    this.accepting = accepting;
    this.dfa = new CompactDFA<>(alphabet);
    this.work = work;
    this.met = new int[moves.states()];
    this.closure = new int[moves.states()];
  }

  CompactDFA<String> run(BitSet initial) throws InputException {
    dfa.setInitialState(number(initial.stream().toArray()));
    int symbols = dfa.getInputAlphabet().size();
    IntLists targets = new IntLists(symbols);
    for (int i = 0; i < subsets.size(); i++) {
      work.spend(symbols);
      for (int q : subsets.get(i)) {
        work.spend(1L + moves.first(q + 1) - moves.first(q));
        for (int m = moves.first(q); m < moves.first(q + 1); m++) {
          if (moves.label(m) >= 0) {
            targets.add(moves.label(m), moves.target(m));
          }
        }
      }
      for (int a = 0; a < symbols; a++) {
        if (targets.size(a) > 0) {
          dfa.setTransition(i, a, number(targets.take(a)));
        }
      }
    }
    return dfa;
  }

  /** What a person calls the subsets, if the states have names. */
  List<String> names(List<String> states) {
    return states.isEmpty()
        ? List.of()
        : subsets.stream()
            .map(
                subset -> StateNames.ofSubset(Arrays.stream(subset).mapToObj(states::get).toList()))
            .toList();
  }

  /** The state of the subset of everything reached from here by empty moves. */
  private int number(int[] reached) throws InputException {
    int[] subset = closure(reached);
    IntBuffer key = IntBuffer.wrap(subset);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    named += subset.length;
    if (subsets.size() == Limits.STATES || named > Limits.SUBSETS) {
      throw InputException.in(
          source,
          "making the automaton of %d states deterministic was stopped after %d states"
              .formatted(moves.states(), subsets.size()));
    }
    if ((subsets.size() + 1L) * dfa.getInputAlphabet().size() > Limits.TABLE) {
      throw EpsilonNfa.tableTooLarge(source, subsets.size() + 1, dfa.getInputAlphabet().size());
    }
    boolean accepts = false;
    for (int q : subset) {
      accepts |= accepting.get(q);
    }
    numbers.put(key, subsets.size());
    subsets.add(subset);
    return dfa.addIntState(accepts);
  }

  /** The states reached by empty moves, sorted. */
  private int[] closure(int[] reached) throws InputException {
    closures++;
    int size = 0;
    for (int q : reached) {
      size = meet(q, size);
    }
    for (int i = 0; i < size; i++) {
      int q = closure[i];
      work.spend(1L + moves.first(q + 1) - moves.first(q));
      for (int m = moves.first(q); m < moves.first(q + 1); m++) {
        if (moves.label(m) < 0) {
          size = meet(moves.target(m), size);
        }
      }
    }
    int[] subset = Arrays.copyOf(closure, size);
    Arrays.sort(subset);
    return subset;
  }

  private int meet(int state, int size) {
    if (met[state] == closures) {
      return size;
    }
    met[state] = closures;
    closure[size] = state;
    return size + 1;
  }
}
