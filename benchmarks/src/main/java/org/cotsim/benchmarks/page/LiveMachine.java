package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.problem.DecidedByMachine;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.turing.TuringText;
import org.cotsim.languages.turing.Action;
import org.cotsim.languages.turing.Move;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.TuringMachineBuilder;

/** A Turing machine in a page: its table as JSON, or the text of another one. */
final class LiveMachine {

  /** The kind's name in JSON. */
  static final String KIND = "machine";

  /** Runs in a page are stopped after so many steps. */
  static final long MOST_STEPS = 1_000;

  private static final int MOST_CELLS = 20_000;
  private static final int MOST_CHARACTERS = 20_000; // of a text to be edited
  private static final int NONE = -1;
  private static final List<Move> MOVES = List.of(Move.LEFT, Move.STAY, Move.RIGHT); // by shift

  private LiveMachine() {}

  /** Adds the machine of a problem, if it has one that is quick to build. */
  static boolean addTo(JsonObject json, Problem<?> problem) {
    if (!(problem instanceof DecidedByMachine<?> decided
        && cells(decided.machine()) <= MOST_CELLS)) {
      return false;
    }
    TuringMachine machine = decided.machine();
    json.addProperty("known", decided.isKnown());
    json.addProperty("class", problem.languageClass());
    json.addProperty("most", MOST_STEPS);
    json.addProperty("tapes", machine.tapes());
    json.addProperty("readOnly", machine.readOnlyInput());
    json.addProperty("output", machine.outputTape().orElse(NONE));
    json.addProperty("initial", machine.initial());
    json.add("states", TraceData.texts(machine.states()));
    json.add("symbols", TraceData.texts(machine.symbols()));
    json.add("alphabet", TraceData.texts(alphabet(machine)));
    json.add(
        "accepting",
        TraceData.numbers(IntStream.range(0, machine.states().size()).filter(machine::accepts)));
    json.add("table", table(machine));
    TuringText.write(machine)
        .filter(text -> text.length() <= MOST_CHARACTERS)
        .ifPresent(text -> json.addProperty("text", text));
    return true;
  }

  private static double cells(TuringMachine machine) {
    return machine.states().size() * Math.pow(machine.symbols().size(), machine.tapes());
  }

  /** Without the blank, which words get by themselves. */
  private static List<String> alphabet(TuringMachine machine) {
    List<String> alphabet = new ArrayList<>(machine.inputAlphabet());
    alphabet.remove(machine.symbols().get(TuringMachine.BLANK));
    return alphabet;
  }

  /**
   * For each action, in their order: state entered, written, shifts, then state and read of each.
   */
  private static JsonArray table(TuringMachine machine) {
    List<List<Integer>> rows = new ArrayList<>();
    for (Action action : machine.actions()) {
      List<Integer> row = new ArrayList<>(List.of(action.state()));
      row.addAll(action.written());
      action.moves().forEach(move -> row.add(move.shift()));
      rows.add(row);
    }
    int[] read = new int[machine.tapes()];
    for (int cell = 0; cell < cells(machine); cell++) {
      int left = cell;
      for (int tape = read.length - 1; tape >= 0; tape--) {
        read[tape] = left % machine.symbols().size();
        left /= machine.symbols().size();
      }
      int action = machine.actionAt(left, read);
      if (action >= 0) {
        rows.get(action).add(left);
        IntStream.of(read).forEach(rows.get(action)::add);
      }
    }
    JsonArray json = new JsonArray();
    rows.forEach(row -> json.add(TraceData.numbers(row.stream().mapToInt(number -> number))));
    return json;
  }

  /** The problem: with a field {@code machine}, that is the text of another one. */
  static WaysToBuild<?> read(JsonObject json, LiveProblems problems) throws InputException {
    if (json.has("machine")) {
      TuringMachine machine = answering(typed(json), json.get("output").getAsInt());
      return problems.ofMachine(machine, "machine", "typed in this page", MOST_STEPS);
    }
    TuringMachine machine = machine(json);
    String name = LiveProblem.text(json, "name");
    String summary = LiveProblem.text(json, "summary");
    return json.get("known").getAsBoolean()
        ? problems.ofKnownMachine(
            machine, name, summary, LiveProblem.text(json, "class"), MOST_STEPS)
        : problems.ofMachine(machine, name, summary, MOST_STEPS);
  }

  private static TuringMachine typed(JsonObject json) throws InputException {
    TuringMachine machine = TuringText.read("machine", LiveProblem.text(json, "machine"));
    if (cells(machine) > MOST_CELLS) {
      throw InputException.in(
          "machine",
          "%d states and %d symbols on %d tapes are too many for a page; the command line builds it"
              .formatted(machine.states().size(), machine.symbols().size(), machine.tapes()));
    }
    return machine;
  }

  /** The machine that answers with a tape if the one before did. */
  private static TuringMachine answering(TuringMachine machine, int output) throws InputException {
    if (output == NONE) {
      return machine;
    }
    if (output >= machine.tapes()) {
      throw InputException.in(
          "machine", "it has no tape " + output + ", from which the answer is read here");
    }
    return machine.withOutput(OptionalInt.of(output));
  }

  private static TuringMachine machine(JsonObject json) {
    List<String> states = LiveProblem.texts(json.getAsJsonArray("states"));
    List<String> symbols = LiveProblem.texts(json.getAsJsonArray("symbols"));
    int tapes = json.get("tapes").getAsInt();
    TuringMachineBuilder builder =
        TuringMachine.builder(LiveProblem.text(json, "name"))
            .tapes(tapes)
            .blank(symbols.get(TuringMachine.BLANK))
            .input(LiveProblem.texts(json.getAsJsonArray("alphabet")))
            .symbols(symbols)
            .states(states)
            .start(states.get(json.get("initial").getAsInt()));
    json.getAsJsonArray("accepting").forEach(q -> builder.accept(states.get(q.getAsInt())));
    if (json.get("readOnly").getAsBoolean()) {
      builder.readOnlyInput();
    }
    if (json.get("output").getAsInt() != NONE) {
      builder.output(json.get("output").getAsInt());
    }
    json.getAsJsonArray("table")
        .forEach(row -> addMoves(builder, row.getAsJsonArray(), tapes, states, symbols));
    return builder.build();
  }

  private static void addMoves(
      TuringMachineBuilder builder,
      JsonArray row,
      int tapes,
      List<String> states,
      List<String> symbols) {
    int[] numbers = IntStream.range(0, row.size()).map(i -> row.get(i).getAsInt()).toArray();
    List<String> written =
        IntStream.range(1, tapes + 1).mapToObj(i -> symbols.get(numbers[i])).toList();
    List<Move> moves =
        IntStream.range(tapes + 1, 2 * tapes + 1).mapToObj(i -> MOVES.get(numbers[i] + 1)).toList();
    for (int at = 2 * tapes + 1; at < numbers.length; at += tapes + 1) {
      List<String> read =
          IntStream.range(at + 1, at + 1 + tapes).mapToObj(i -> symbols.get(numbers[i])).toList();
      builder.on(states.get(numbers[at]), read, states.get(numbers[0]), written, moves);
    }
  }
}
