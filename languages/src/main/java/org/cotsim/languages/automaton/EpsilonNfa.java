package org.cotsim.languages.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.Point;

/**
 * A nondeterministic automaton with empty moves, built transition by transition.
 *
 * <p>Every step beyond {@link Limits} is an {@link InputException} that names the source.
 */
public final class EpsilonNfa {

  private static final int EPSILON = -1;

  private final String source;
  private final Work work;
  private final Map<String, Integer> symbols = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> called = new ArrayList<>(); // the first states, or all of them
  private final Map<Integer, Point> places = new HashMap<>();
  private final BitSet initial = new BitSet();
  private final BitSet accepting = new BitSet();
  private int states;
  private int transitions;
  private int[] from = new int[16];
  private int[] label = new int[16];
  private int[] to = new int[16];

  /**
   * An automaton without states.
   *
   * @param source the file or expression that errors name
   */
  public EpsilonNfa(String source) {
    this(source, new Work(source));
  }

  /**
   * An automaton without states that is one of several which one input needs.
   *
   * @param work what they have cost so far, together
   */
  public EpsilonNfa(String source, Work work) {
    this.source = source;
    this.work = work;
  }

  /** The same with what a person calls it, if all states before have names too. */
  public int addState(String name) throws InputException {
    int state = addState();
    if (called.size() == state) {
      called.add(name);
    }
    return state;
  }

  /** Says where a state stands in a drawing. */
  public void place(int state, Point place) {
    places.put(state, place);
  }

  /** Adds a state, neither initial nor accepting; the first is 0. */
  public int addState() throws InputException {
    if (states == Limits.STATES) {
      throw InputException.in(source, "more than " + Limits.STATES + " states");
    }
    return states++;
  }

  /** The number of states so far. */
  public int size() {
    return states;
  }

  /** The symbols that occur, in the order in which they first did. */
  public List<String> symbols() {
    return List.copyOf(names);
  }

  /** Whether a state is initial. */
  public boolean hasInitial() {
    return !initial.isEmpty();
  }

  /** The number of accepting states. */
  public int acceptingStates() {
    return accepting.cardinality();
  }

  /** Makes a state initial; there may be several. */
  public void setInitial(int state) {
    initial.set(state);
  }

  /** Makes a state accepting. */
  public void setAccepting(int state) {
    accepting.set(state);
  }

  /** Adds a move that reads a symbol, which thereby joins the alphabet. */
  public void addTransition(int source, String symbol, int target) throws InputException {
    Integer known = symbols.get(symbol);
    if (known == null) {
      Optional<String> problem = Characters.notASymbol(symbol);
      if (problem.isPresent()) {
        throw InputException.in(this.source, Characters.quoted(symbol) + " " + problem.get());
      }
      known = names.size();
      symbols.put(symbol, known);
      names.add(symbol);
    }
    add(source, known, target);
  }

  /** Adds a move that reads nothing. */
  public void addEpsilon(int source, int target) throws InputException {
    add(source, EPSILON, target);
  }

  private void add(int source, int symbol, int target) throws InputException {
    if (transitions == Limits.TRANSITIONS) {
      throw InputException.in(this.source, "more than " + Limits.TRANSITIONS + " transitions");
    }
    if (transitions == from.length) {
      int larger = 2 * from.length;
      from = Arrays.copyOf(from, larger);
      label = Arrays.copyOf(label, larger);
      to = Arrays.copyOf(to, larger);
    }
    from[transitions] = source;
    label[transitions] = symbol;
    to[transitions++] = target;
  }

  /**
   * The language over the symbols that occur, sorted as strings.
   *
   * <p>Cost: exponential in the number of states at worst, and stopped at {@link Limits}.
   *
   * @param name of the language
   * @param notes what the reader has to say of the input
   * @throws InputException if there is no initial state, no symbol, or a limit is met
   */
  public RegularLanguage language(String name, List<String> notes) throws InputException {
    return language(name, Alphabets.fromCollection(names.stream().sorted().toList()), notes);
  }

  /** The same over a given alphabet, in which every symbol that occurs must be. */
  public RegularLanguage language(String name, Alphabet<String> alphabet, List<String> notes)
      throws InputException {
    if (initial.isEmpty()) {
      throw InputException.in(source, "no initial state");
    }
    if (alphabet.isEmpty()) {
      throw InputException.in(source, "no transition reads a symbol, so there is no alphabet");
    }
    Moves moves = moves(alphabet);
    Optional<CompactDFA<String>> direct = deterministic(moves, alphabet);
    work.spend((long) states * alphabet.size());
    if (direct.isPresent()) {
      return RegularLanguage.of(name, direct.get(), called(), drawing(), alphabet, notes);
    }
    SubsetConstruction subsets = new SubsetConstruction(source, moves, accepting, alphabet, work);
    CompactDFA<String> dfa = subsets.run(initial);
    List<String> told = new ArrayList<>(notes);
    told.add("determinised from " + states + " states to " + dfa.size());
    return RegularLanguage.of(name, dfa, subsets.names(called()), alphabet, told);
  }

  /** The names of all states; empty unless each has one. */
  private List<String> called() {
    return called.size() == states ? called : List.of();
  }

  /** The places of all states; empty unless each has one. */
  private List<Point> drawing() {
    return places.size() == states
        ? IntStream.range(0, states).mapToObj(places::get).toList()
        : List.of();
  }

  private Moves moves(Alphabet<String> alphabet) throws InputException {
    if ((long) states * alphabet.size() > Limits.TABLE) {
      throw tableTooLarge(source, states, alphabet.size());
    }
    int[] renamed = new int[transitions];
    for (int t = 0; t < transitions; t++) {
      renamed[t] = label[t] == EPSILON ? EPSILON : alphabet.getSymbolIndex(names.get(label[t]));
    }
    return new Moves(states, Arrays.copyOf(from, transitions), renamed, to);
  }

  static InputException tableTooLarge(String source, int states, int symbols) {
    return InputException.in(
        source,
        "%d states times %d symbols make a table of more than %d entries"
            .formatted(states, symbols, Limits.TABLE));
  }

  /** The automaton as it stands if it has one initial state and never a choice. */
  private Optional<CompactDFA<String>> deterministic(Moves moves, Alphabet<String> alphabet) {
    CompactDFA<String> dfa = new CompactDFA<>(alphabet, states);
    for (int q = 0; q < states; q++) {
      dfa.addIntState(accepting.get(q));
    }
    dfa.setInitialState(initial.nextSetBit(0));
    for (int q = 0; q < states; q++) {
      for (int m = moves.first(q); m < moves.first(q + 1); m++) {
        int symbol = moves.label(m);
        if (symbol == EPSILON || dfa.getSuccessor(q, symbol) >= 0) {
          return Optional.empty();
        }
        dfa.setTransition(q, symbol, moves.target(m));
      }
    }
    return initial.cardinality() == 1 ? Optional.of(dfa) : Optional.empty();
  }
}
