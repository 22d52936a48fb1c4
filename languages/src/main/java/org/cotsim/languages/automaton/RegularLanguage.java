package org.cotsim.languages.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.fsa.DFA;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.Automata;
import net.automatalib.util.automaton.minimizer.HopcroftMinimizer;
import net.automatalib.util.partitionrefinement.PruningMode;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.Point;

/**
 * A regular language, held as its minimal complete deterministic automaton.
 *
 * <p>States are numbered breadth-first from the initial state 0, following the order of the
 * alphabet, so equal languages over equal alphabets have equal tables. The automaton must not be
 * changed.
 */
public final class RegularLanguage {

  private final String name;
  private final CompactDFA<String> dfa;
  private final List<String> stateNames;
  private final List<Point> drawing;
  private final List<String> notes;

  private RegularLanguage(
      String name,
      CompactDFA<String> dfa,
      List<String> stateNames,
      List<Point> drawing,
      List<String> notes) {
    this.name = Characters.visible(name);
    this.dfa = dfa;
    this.stateNames = List.copyOf(stateNames);
    this.drawing = List.copyOf(drawing);
    this.notes = List.copyOf(notes);
  }

  /**
   * The language of an automaton that may be partial and may have equivalent states.
   *
   * <p>Cost: O(k n log n) for n states and k symbols (Hopcroft 1971).
   *
   * @param name as a person would call it
   * @param dfa an automaton with an initial state; a missing transition rejects
   * @param alphabet one symbol or more, each as {@link Characters#notASymbol} has it
   * @param notes what was done to the input so far; what is done here is added to it
   * @throws IllegalArgumentException if there is no initial state or the alphabet is not usable
   */
  public static RegularLanguage of(
      String name, DFA<?, String> dfa, Alphabet<String> alphabet, List<String> notes) {
    return of(name, Tables.complete(dfa, alphabet), dfa.size(), List.of(), alphabet, notes);
  }

  /**
   * The same for an automaton whose states have names.
   *
   * @param stateNames by state; none if nobody has named them
   */
  public static RegularLanguage of(
      String name,
      CompactDFA<String> dfa,
      List<String> stateNames,
      Alphabet<String> alphabet,
      List<String> notes) {
    return of(name, Tables.complete(dfa, alphabet), dfa.size(), stateNames, alphabet, notes);
  }

  /**
   * The same for an automaton that somebody has drawn; the drawing is kept if the states are.
   *
   * @param drawing where each state stands; empty if nobody has drawn it
   */
  static RegularLanguage of(
      String name,
      CompactDFA<String> dfa,
      List<String> stateNames,
      List<Point> drawing,
      Alphabet<String> alphabet,
      List<String> notes) {
    CompactDFA<String> complete = Tables.complete(dfa, alphabet);
    RegularLanguage language = of(name, complete, dfa.size(), stateNames, alphabet, notes);
    List<Point> kept =
        drawing.isEmpty() ? List.of() : StateDrawing.of(language.dfa, complete, drawing);
    return new RegularLanguage(name, language.dfa, language.stateNames, kept, language.notes);
  }

  private static RegularLanguage of(
      String name,
      CompactDFA<String> complete,
      int states,
      List<String> stateNames,
      Alphabet<String> alphabet,
      List<String> notes) {
    requireUsable(alphabet);
    List<String> told = new ArrayList<>(notes);
    if (complete.size() > states) {
      told.add("completed with a sink state");
    }
    CompactDFA<String> minimal =
        HopcroftMinimizer.minimizeDFA(complete, alphabet, PruningMode.PRUNE_BEFORE);
    if (minimal.size() < complete.size()) {
      told.add("minimised from " + states(complete.size()) + " to " + minimal.size());
    }
    CompactDFA<String> numbered = Tables.breadthFirst(minimal, alphabet);
    List<String> names =
        stateNames.isEmpty()
            ? StateNames.numbered(numbered.size())
            : StateNames.of(numbered, complete, stateNames, told);
    return new RegularLanguage(name, numbered, names, List.of(), told);
  }

  private static void requireUsable(Alphabet<String> alphabet) {
    if (alphabet.isEmpty()) {
      throw new IllegalArgumentException("an alphabet needs a symbol");
    }
    for (String symbol : alphabet) {
      Optional<String> problem = Characters.notASymbol(symbol);
      if (problem.isPresent()) {
        throw new IllegalArgumentException("'" + symbol + "' " + problem.get());
      }
    }
  }

  private static String states(int count) {
    return count == 1 ? "1 state" : count + " states";
  }

  /** The name as a person would call it. */
  public String name() {
    return name;
  }

  /** The minimal complete automaton, not to be changed. */
  public CompactDFA<String> dfa() {
    return dfa;
  }

  /** What a person calls the states, one word each and all different; their numbers by default. */
  public List<String> stateNames() {
    return stateNames;
  }

  /**
   * Where the states stand in the drawing that the automaton comes from, such as one of JFLAP;
   * empty if there is none, or if states of it became one.
   */
  public List<Point> drawing() {
    return drawing;
  }

  /** What was done to the input, one sentence each, such as "completed with a sink state". */
  public List<String> notes() {
    return notes;
  }

  /** The same language with one more thing said of it, before the others. */
  public RegularLanguage withNote(String note) {
    List<String> told = new ArrayList<>(List.of(note));
    told.addAll(notes);
    return new RegularLanguage(name, dfa, stateNames, drawing, told);
  }

  /** The symbols in their order. */
  public Alphabet<String> alphabet() {
    return dfa.getInputAlphabet();
  }

  /** The number of states of the minimal complete automaton. */
  public int size() {
    return dfa.size();
  }

  /** Whether both languages hold the same words over the same ordered alphabet. */
  public boolean sameWords(RegularLanguage other) {
    return List.copyOf(alphabet()).equals(List.copyOf(other.alphabet()))
        && Automata.testEquivalence(dfa, other.dfa, alphabet());
  }

  @Override
  public String toString() {
    return name + " (" + states(size()) + ", " + alphabet().size() + " symbols)";
  }
}
