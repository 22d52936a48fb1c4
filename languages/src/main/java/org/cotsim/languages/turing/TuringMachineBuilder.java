package org.cotsim.languages.turing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cotsim.languages.input.Point;

/**
 * Collects a {@link TuringMachine}; mistakes are kept and all of them reported by {@link #build}.
 *
 * <p>The number of tapes comes before the rules. Where two rules match, the earlier one holds; a
 * rule that never holds is a mistake. States and symbols are numbered in the order of their first
 * mention, the start state and the input alphabet before the rules.
 */
public final class TuringMachineBuilder {

  private final String name;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> symbols = new LinkedHashSet<>();
  private final Set<String> states = new LinkedHashSet<>();
  private final Set<String> accepting = new LinkedHashSet<>();
  private final Set<String> rejecting = new LinkedHashSet<>();
  private final Map<String, Point> places = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private Optional<List<String>> input = Optional.empty();
  private Optional<String> start = Optional.empty();
  private String blank = "_";
  private int tapes = 1;
  private boolean readOnlyInput;
  private OptionalInt output = OptionalInt.empty();

  TuringMachineBuilder(String name) {
    this.name = name;
  }

  /** Sets the number of tapes, 1 unless told; call it before any rule. */
  public TuringMachineBuilder tapes(int count) {
    if (!rules.isEmpty()) {
      problem("the number of tapes comes before the rules");
    }
    if (count < 1) {
      problem("a machine needs a tape, not " + count);
    }
    tapes = Math.max(count, 1);
    return this;
  }

  /** Sets the blank symbol, {@code _} unless told. */
  public TuringMachineBuilder blank(String symbol) {
    blank = symbol;
    return this;
  }

  /** Sets the input alphabet; unless told, every symbol but the blank. */
  public TuringMachineBuilder input(List<String> alphabet) {
    input = Optional.of(List.copyOf(alphabet));
    return this;
  }

  /** Adds tape symbols, for wildcards to match, that no rule may mention by name. */
  public TuringMachineBuilder symbols(List<String> more) {
    symbols.addAll(more);
    return this;
  }

  /** Adds states, so that they are numbered before those of which there was no mention. */
  public TuringMachineBuilder states(List<String> more) {
    states.addAll(more);
    return this;
  }

  /** Sets the state in which the machine starts. */
  public TuringMachineBuilder start(String state) {
    start = Optional.of(state);
    return this;
  }

  /** Says where a state stands in a drawing. */
  public TuringMachineBuilder place(String state, Point place) {
    places.put(state, place);
    return this;
  }

  /** Names a state in which the machine halts and accepts. */
  public TuringMachineBuilder accept(String state) {
    accepting.add(state);
    return this;
  }

  /** Names a state in which the machine halts and rejects. */
  public TuringMachineBuilder reject(String state) {
    rejecting.add(state);
    return this;
  }

  /** Declares tape 0 read-only. */
  public TuringMachineBuilder readOnlyInput() {
    readOnlyInput = true;
    return this;
  }

  /** Names the tape that holds the function's value. */
  public TuringMachineBuilder output(int tape) {
    output = OptionalInt.of(tape);
    return this;
  }

  /**
   * Adds the rule written as {@code STATE READS -> STATE [WRITES] MOVES}.
   *
   * <p>Reads, writes and moves hold one part per tape, separated by commas. {@code *} reads any
   * symbol, or writes the one read; without writes the tapes stay as they are.
   */
  public TuringMachineBuilder rule(String text) {
    try {
      rules.add(RuleText.parse(text.strip(), tapes));
    } catch (IllegalArgumentException e) {
      problem(e.getMessage());
    }
    return this;
  }

  /** Adds one transition between states, with symbols that may hold any characters. */
  public TuringMachineBuilder on(
      String state, List<String> reads, String next, List<String> writes, List<Move> moves) {
    String text = "%s %s".formatted(state, String.join(",", reads));
    if (reads.size() != tapes || writes.size() != tapes || moves.size() != tapes) {
      problem("rule '%s': expected %d symbols and moves".formatted(text, tapes));
      return this;
    }
    rules.add(
        new Rule(
            text,
            state,
            reads.stream().map(Optional::of).toList(),
            next,
            writes.stream().map(Optional::of).toList(),
            moves));
    return this;
  }

  /**
   * Adds everything that a text says, line by line.
   *
   * <p>Lines: {@code tapes: 2}, {@code blank: _}, {@code input: a b}, {@code symbols: x y}, {@code
   * start: q}, {@code accept: q}, {@code reject: q}, {@code output: 1}, {@code read-only: input},
   * {@code let x = a b} (later rules that mention {@code {x}} are repeated for each value), and
   * rules as in {@link #rule}. Empty lines and lines that start with {@code #} are skipped.
   */
  public TuringMachineBuilder text(String lines) {
    new MachineText(this).read(lines);
    return this;
  }

  /**
   * The finished machine.
   *
   * @throws IllegalArgumentException naming every problem, one a line
   */
  public TuringMachine build() {
    collectNames();
    List<String> found = new ArrayList<>(problems);
    found.addAll(MachineCheck.problems(this));
    if (found.isEmpty()) {
      TransitionTable table = new TransitionTable(this);
      found.addAll(table.problems());
      if (found.isEmpty()) {
        return new TuringMachine(this, table);
      }
    }
    throw new IllegalArgumentException(
        "machine " + name + " is not well defined:\n  " + String.join("\n  ", found));
  }

  private void collectNames() {
    List<String> extra = List.copyOf(symbols);
    symbols.clear();
    symbols.add(blank);
    symbols.addAll(input.orElse(List.of()));
    symbols.addAll(extra);
    start.ifPresent(states::add);
    for (Rule rule : rules) {
      states.add(rule.state());
      rule.reads().forEach(read -> read.ifPresent(symbols::add));
      states.add(rule.next());
      rule.writes().forEach(write -> write.ifPresent(symbols::add));
    }
    states.addAll(accepting);
    states.addAll(rejecting);
  }

  String name() {
    return name;
  }

  void problem(String message) {
    problems.add(message);
  }

  List<String> stateNames() {
    return List.copyOf(states);
  }

  /** Where the states stand; empty unless each has a place. */
  List<Point> drawing() {
    return places.keySet().containsAll(states)
        ? states.stream().map(places::get).toList()
        : List.of();
  }

  List<String> symbolNames() {
    return List.copyOf(symbols);
  }

  List<Rule> rules() {
    return rules;
  }

  Set<String> accepting() {
    return accepting;
  }

  Set<String> rejecting() {
    return rejecting;
  }

  Optional<List<String>> input() {
    return input;
  }

  Optional<String> start() {
    return start;
  }

  String blank() {
    return blank;
  }

  int tapes() {
    return tapes;
  }

  boolean isReadOnlyInput() {
    return readOnlyInput;
  }

  OptionalInt output() {
    return output;
  }
}
