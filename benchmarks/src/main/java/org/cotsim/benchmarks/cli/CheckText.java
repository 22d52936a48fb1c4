package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.check.CheckResult;
import org.cotsim.benchmarks.experiment.check.CheckResult.Mismatch;
import org.cotsim.benchmarks.experiment.check.MachineListCheck;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.execute.Executor;

/**
 * What a check found, as it is printed.
 *
 * @param problem that was checked
 * @param budget if one was given
 * @param onePass whether the machine's chain was confirmed instead of decoded
 * @param executor what ran
 * @param result the counts
 * @param evidence what they prove, one sentence each
 */
record CheckText(
    Problem<?> problem,
    Optional<Budget> budget,
    boolean onePass,
    Executor executor,
    CheckResult result,
    List<String> evidence) {

  CheckText {
    evidence = List.copyOf(evidence);
  }

  /** What was found as fields. */
  Map<String, Object> json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", problem.name());
    budget.ifPresent(
        one -> {
          fields.put("currency", one.currency().toString());
          fields.put("budget", one.formula().toString());
        });
    fields.put("right", result.right());
    fields.put("wrong", result.wrong());
    fields.put("first_wrong", result.firstWrong().map(CheckText::json).orElse(null));
    fields.put("steps_total", result.stepsTotal());
    fields.put("truncated", result.truncated());
    fields.put("evidence", evidence);
    fields.put("mode", onePass ? "one parallel pass" : "decoding");
    fields.put("executor", executor.name());
    fields.put("backend", executor.backend());
    fields.put("notes", problem.notes());
    return fields;
  }

  private static Map<String, Object> json(Mismatch mismatch) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("input", mismatch.input());
    fields.put("place", mismatch.place());
    fields.put("reason", mismatch.reason());
    fields.put(
        "token_index",
        mismatch.firstDifference().isPresent() ? mismatch.firstDifference().getAsInt() : null);
    fields.put("expected", mismatch.expected());
    fields.put("actual", mismatch.actual());
    return fields;
  }

  /** Prints what was found for people. */
  void print(PrintWriter out) {
    problem.notes().forEach(note -> out.println("note      " + note));
    out.println("problem   " + problem.name() + ": " + problem.summary());
    budget.ifPresent(one -> out.println("budget    " + one.formula() + " in " + one.currency()));
    out.printf(
        "result    %d right, %d wrong; %d intermediate tokens %s%n",
        result.right(),
        result.wrong(),
        result.stepsTotal(),
        onePass ? "confirmed in one pass per batch" : "decoded");
    result.firstWrong().ifPresent(mismatch -> print(out, mismatch));
    evidence.forEach(sentence -> out.println("evidence  " + sentence));
    out.println("executor  " + executor.name() + " (" + executor.backend() + ")");
  }

  private static void print(PrintWriter out, Mismatch mismatch) {
    String input = AnswerText.shown(mismatch.input());
    out.println("wrong     " + input + " (" + mismatch.place() + "): " + mismatch.reason());
    if (mismatch.firstDifference().isPresent()) {
      out.println("          expected ... " + String.join(" ", mismatch.expected()));
      if (!mismatch.actual().isEmpty()) {
        out.println("          emitted  ... " + String.join(" ", mismatch.actual()));
      }
    }
  }

  /** A check of a list of machines as fields. */
  static Map<String, Object> json(MachineListCheck.Result result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("machines", result.machines());
    fields.put("right", result.right());
    fields.put("wrong", result.wrong());
    fields.put("truncated", result.truncated());
    fields.put("steps_total", result.stepsTotal());
    fields.put("first_wrong", result.firstWrong().orElse(null));
    return fields;
  }

  /** Prints a check of a list of machines, each compared for at most so many steps. */
  static void print(PrintWriter out, MachineListCheck.Result result, long most) {
    out.printf(
        "%d machines: %d right, %d wrong; %d steps compared%n",
        result.machines(), result.right(), result.wrong(), result.stepsTotal());
    result.firstWrong().ifPresent(sentence -> out.println("wrong     " + sentence));
    out.printf(
        "%d machines did not halt within %d steps and were compared up to there%n",
        result.truncated(), most);
  }
}
