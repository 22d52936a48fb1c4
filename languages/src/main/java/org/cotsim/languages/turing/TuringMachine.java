package org.cotsim.languages.turing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cotsim.languages.input.Point;

/**
 * A deterministic Turing machine with k two-way infinite tapes.
 *
 * <p>The input stands on tape 0 from cell 0 rightwards, every other cell is blank, every head
 * starts at cell 0. Each step reads one symbol per tape, writes, moves and enters a state. The
 * machine halts, without a step, where no transition is defined: it accepts in an accepting state
 * and rejects in any other. Accepting states have no transitions.
 *
 * <p>A machine with an output tape computes a function: on accepting, its value is the content of
 * that tape from cell 0 rightwards up to the first blank. States and symbols are named by index;
 * symbol 0 is the blank.
 */
public final class TuringMachine {

  /** The blank's index among the symbols. */
  public static final int BLANK = 0;

  private static final int UNDEFINED = -1;

  private final String name;
  private final List<String> states;
  private final List<Point> drawing;
  private final List<String> symbols;
  private final List<String> inputAlphabet;
  private final int tapes;
  private final int initial;
  private final boolean[] accepting;
  private final boolean readOnlyInput;
  private final OptionalInt outputTape;
  private final List<Action> actions;
  private final int[] table; // [state, symbol on tape 0, ..., symbol on tape k-1] -> action
  private final int[] next; // [action]
  private final int[] written; // [action, tape]
  private final byte[] shifts; // [action, tape]

  /** Takes over what the builder has checked. */
  TuringMachine(TuringMachineBuilder builder, TransitionTable table) {
    this.name = builder.name();
    this.states = builder.stateNames();
    this.drawing = builder.drawing();
    this.symbols = builder.symbolNames();
    this.inputAlphabet = builder.input().orElse(symbols.subList(1, symbols.size()));
    this.tapes = builder.tapes();
    this.initial = states.indexOf(builder.start().orElseThrow());
    this.accepting = new boolean[states.size()];
    builder.accepting().forEach(state -> accepting[states.indexOf(state)] = true);
    this.readOnlyInput = builder.isReadOnlyInput();
    this.outputTape = builder.output();
    this.actions = table.actions();
    this.table = table.cells();
    this.next = actions.stream().mapToInt(Action::state).toArray();
    this.written = new int[actions.size() * tapes];
    this.shifts = new byte[actions.size() * tapes];
    for (int action = 0; action < actions.size(); action++) {
      for (int tape = 0; tape < tapes; tape++) {
        written[action * tapes + tape] = actions.get(action).written().get(tape);
        shifts[action * tapes + tape] = (byte) actions.get(action).moves().get(tape).shift();
      }
    }
  }

  private TuringMachine(TuringMachine other, List<String> inputAlphabet, OptionalInt outputTape) {
    this.name = other.name;
    this.states = other.states;
    this.drawing = other.drawing;
    this.symbols = other.symbols;
    this.inputAlphabet = inputAlphabet;
    this.tapes = other.tapes;
    this.initial = other.initial;
    this.accepting = other.accepting;
    this.readOnlyInput = other.readOnlyInput;
    this.outputTape = outputTape;
    this.actions = other.actions;
    this.table = other.table;
    this.next = other.next;
    this.written = other.written;
    this.shifts = other.shifts;
  }

  /** An empty builder for a machine with this name. */
  public static TuringMachineBuilder builder(String name) {
    return new TuringMachineBuilder(name);
  }

  /**
   * The machine written as text, see {@link TuringMachineBuilder#text}.
   *
   * @throws IllegalArgumentException naming every problem with its line
   */
  public static TuringMachine parse(String name, String text) {
    return builder(name).text(text).build();
  }

  /** The name it was built with. */
  public String name() {
    return name;
  }

  /** The states' names, by index. */
  public List<String> states() {
    return states;
  }

  /**
   * Where the states stand in the drawing that the machine comes from, by index; empty if there is
   * none.
   */
  public List<Point> drawing() {
    return drawing;
  }

  /** The tape symbols, by index, the same for all tapes; the blank is at {@link #BLANK}. */
  public List<String> symbols() {
    return symbols;
  }

  /** The symbols that an input word may hold; the blank only {@link #withBlankAsInput}. */
  public List<String> inputAlphabet() {
    return inputAlphabet;
  }

  /** The same machine, whose inputs may also hold the blank. */
  public TuringMachine withBlankAsInput() {
    if (inputAlphabet.contains(symbols.get(BLANK))) {
      return this;
    }
    List<String> more = new ArrayList<>(inputAlphabet);
    more.add(symbols.get(BLANK));
    return new TuringMachine(this, List.copyOf(more), outputTape);
  }

  /**
   * The same machine with another output tape, or none.
   *
   * @throws IllegalArgumentException if there is no such tape, or it is the read-only input
   */
  public TuringMachine withOutput(OptionalInt tape) {
    if (tape.isPresent()) {
      Objects.checkIndex(tape.getAsInt(), tapes);
      if (readOnlyInput && tape.getAsInt() == 0) {
        throw new IllegalArgumentException("the read-only input tape cannot hold the output");
      }
    }
    return new TuringMachine(this, inputAlphabet, tape);
  }

  /** The number of tapes, at least 1. */
  public int tapes() {
    return tapes;
  }

  /** The index of the state in which the machine starts. */
  public int initial() {
    return initial;
  }

  /** Whether halting in this state accepts. */
  public boolean accepts(int state) {
    return accepting[state];
  }

  /** What halting in this state means. */
  public Verdict verdict(int state) {
    return accepting[state] ? Verdict.ACCEPTED : Verdict.REJECTED;
  }

  /** Whether tape 0 is declared read-only: every transition writes there what it read. */
  public boolean readOnlyInput() {
    return readOnlyInput;
  }

  /** The tape that holds a function's value, where the machine computes one. */
  public OptionalInt outputTape() {
    return outputTape;
  }

  /** The distinct actions of all transitions, by index. */
  public List<Action> actions() {
    return actions;
  }

  /** The action's index in this state reading these symbols, or -1 where the machine halts. */
  public int actionAt(int state, int... read) {
    int cell = state;
    for (int tape = 0; tape < tapes; tape++) {
      cell = cell * symbols.size() + read[tape];
    }
    return table[cell];
  }

  /** Whether no transition leaves this state. */
  public boolean isHalting(int state) {
    int width = table.length / states.size();
    for (int cell = state * width; cell < (state + 1) * width; cell++) {
      if (table[cell] != UNDEFINED) {
        return false;
      }
    }
    return true;
  }

  /** The number of (state, symbols read) pairs with a transition. */
  public int transitionCount() {
    int count = 0;
    for (int action : table) {
      count += action == UNDEFINED ? 0 : 1;
    }
    return count;
  }

  /** The state that this action enters. */
  public int nextState(int action) {
    return next[action];
  }

  /** The symbol that this action writes on this tape. */
  public int written(int action, int tape) {
    return written[action * tapes + tape];
  }

  /** The change of this tape's head under this action: -1, 0 or 1. */
  public int shift(int action, int tape) {
    return shifts[action * tapes + tape];
  }

  /** One action as text: the state entered, the symbols written, the moves, as in a rule. */
  public String describe(int action) {
    Action done = actions.get(action);
    return states.get(done.state())
        + " "
        + done.written().stream().map(symbols::get).collect(Collectors.joining(","))
        + " "
        + done.moves().stream().map(Move::letter).collect(Collectors.joining(","));
  }

  /**
   * The word as symbol indices.
   *
   * @throws IllegalArgumentException naming the first symbol that no input may hold
   */
  public int[] encode(List<String> word) {
    int[] coded = new int[word.size()];
    for (int at = 0; at < coded.length; at++) {
      if (!inputAlphabet.contains(word.get(at))) {
        throw new IllegalArgumentException(
            "symbol '%s' at position %d is not in the input alphabet %s of %s"
                .formatted(word.get(at), at + 1, inputAlphabet, name));
      }
      coded[at] = symbols.indexOf(word.get(at));
    }
    return coded;
  }

  /** The symbols with these indices. */
  public List<String> decode(int... coded) {
    List<String> word = new ArrayList<>(coded.length);
    for (int symbol : coded) {
      word.add(symbols.get(symbol));
    }
    return List.copyOf(word);
  }

  @Override
  public String toString() {
    return "%s (%d states, %d symbols, %d tapes)"
        .formatted(name, states.size(), symbols.size(), tapes);
  }
}
