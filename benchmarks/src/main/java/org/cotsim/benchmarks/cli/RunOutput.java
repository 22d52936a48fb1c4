package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.OwnExecutor;
import org.cotsim.benchmarks.experiment.run.DecodedInput;
import org.cotsim.benchmarks.problem.MachineTapes;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.TapeContents;
import org.cotsim.benchmarks.report.NumberText;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.Executor;

/**
 * One decoded input as it is printed.
 *
 * @param name of the problem
 * @param summary what the problem asks
 * @param notes what a person should know beforehand, one sentence each
 * @param input as a person writes it
 * @param result the run
 * @param tapes what the chain left on the tapes of a machine of a file
 * @param hasOracle whether anybody could say what is right
 * @param executor what ran the model
 * @param origin what the model is, if it was made elsewhere
 */
record RunOutput(
    String name,
    String summary,
    List<String> notes,
    String input,
    DecodedInput result,
    List<TapeContents> tapes,
    boolean hasOracle,
    Executor executor,
    Optional<String> origin) {

  RunOutput {
    notes = List.copyOf(notes);
    tapes = List.copyOf(tapes);
  }

  /**
   * A run of a problem.
   *
   * @param built what a person should know of how the model is built
   */
  static <I> RunOutput of(
      Problem<I> problem, List<String> built, I input, DecodedInput result, Executor executor) {
    return new RunOutput(
        problem.name(),
        problem.summary(),
        Stream.concat(problem.notes().stream(), built.stream()).toList(),
        problem.format(input),
        result,
        problem instanceof MachineTapes<I> machine
            ? machine.tapes(input, result.chain())
            : List.of(),
        true,
        executor,
        problem instanceof OwnExecutor<I> own ? Optional.of(own.origin()) : Optional.empty());
  }

  /** The run as fields. */
  Map<String, Object> json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", name);
    fields.put("input", input);
    fields.put("n", result.n());
    fields.put("budget", result.budget());
    fields.put("currency", result.currency().toString());
    fields.put("needed", orNull(result.needed()));
    fields.put("needed_steps", orNull(result.neededSteps()));
    fields.put("steps", result.chain().size());
    fields.put("chain", result.chain());
    fields.put("answer", result.answer().orElse(null));
    fields.put("tapes", json(tapes));
    fields.put("outcome", inWords(result.outcome()));
    fields.put("oracle", result.oracle().orElse(null));
    fields.put("right", hasOracle ? result.right() : null);
    fields.put("executor", executor.name());
    fields.put("backend", executor.backend());
    fields.put("compiled_for", origin.isPresent() ? null : result.certificate().maxLength());
    fields.put("certified", origin.isEmpty() && result.certificate().holds());
    fields.put("model", origin.orElse(null));
    fields.put("notes", notes);
    return fields;
  }

  private static Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  /** Tapes as fields. */
  static List<Map<String, Object>> json(List<TapeContents> tapes) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (TapeContents tape : tapes) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("first_cell", tape.first());
      fields.put("cells", tape.cells());
      fields.put("head", tape.head());
      list.add(fields);
    }
    return list;
  }

  /** Prints the run for people. */
  void print(PrintWriter out, boolean showChain) {
    notes.forEach(note -> out.println("note      " + note));
    out.println("problem   " + name + ": " + summary);
    out.println("input     " + AnswerText.shown(input) + " (n = " + result.n() + ")");
    if (showChain) {
      out.println("chain     " + String.join(" ", result.chain()));
    }
    out.println("outcome   " + sentence(result) + ofClaim(result));
    out.println("answer    " + result.answer().map(AnswerText::shown).orElse("none") + oracle());
    tapes.forEach(tape -> out.println("tape      " + tape));
    out.println("executor  " + executor.name() + " (" + executor.backend() + ")");
    out.println("model     " + origin.map(file -> file + "; nothing is certified").orElse(built()));
  }

  private String built() {
    return "compiled for n <= "
        + result.certificate().maxLength()
        + (result.certificate().holds() ? ", certified" : ", NOT certified");
  }

  private String oracle() {
    if (!hasOracle) {
      return "; there is no oracle";
    }
    return "; the oracle says "
        + result.oracle().map(AnswerText::shown).orElse("nothing within the budget")
        + (result.right() || result.oracle().isEmpty() ? "" : " (WRONG)");
  }

  private static String inWords(Outcome outcome) {
    if (outcome instanceof Outcome.Answered) {
      return "answered";
    }
    if (outcome instanceof Outcome.RanOn) {
      return "endless answer";
    }
    if (outcome instanceof Outcome.ContextFull) {
      return "context full";
    }
    return outcome instanceof Outcome.BudgetSpent ? "budget spent" : "tied";
  }

  /** What was allowed of a currency that is not emitted, beside what is claimed to be needed. */
  private static String ofClaim(DecodedInput result) {
    return result.currency().isEmitted()
        ? ""
        : ", with %d of %d %s claimed to be needed"
            .formatted(result.budget(), result.needed().orElse(0), result.currency());
  }

  private static String sentence(DecodedInput result) {
    int steps = result.chain().size();
    String emitted = NumberText.counted(steps, "intermediate token");
    if (result.outcome() instanceof Outcome.Answered) {
      return "answered by itself after " + emitted;
    }
    if (result.outcome() instanceof Outcome.BudgetSpent) {
      String needed =
          result.neededSteps().isPresent()
              ? " of " + result.neededSteps().getAsLong() + " needed"
              : "";
      return "budget spent after " + emitted + needed + "; the answer is forced";
    }
    if (result.outcome() instanceof Outcome.ContextFull full) {
      return "the context of %d tokens is full after %s; the answer is forced"
          .formatted(full.limit(), emitted);
    }
    return result.outcome() instanceof Outcome.RanOn
        ? "no answer: it went on without an end after " + emitted
        : "no answer: several tokens tied after " + emitted;
  }
}
