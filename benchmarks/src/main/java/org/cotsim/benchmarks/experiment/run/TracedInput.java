package org.cotsim.benchmarks.experiment.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.problem.DrawnMachine;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.graph.ThoughtConstruction;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.trace.Trace;
import org.cotsim.simulator.trace.Tracer;

/**
 * One input decoded under every budget with all that happened inside, beside the oracle's machine.
 *
 * @param problem what was asked
 * @param setup how the model was built
 * @param input as a person writes it
 * @param n the length of the input
 * @param steps the number of steps that the construction claims, as a person reads it
 * @param assembly the model and its names
 * @param certificate of the model
 * @param trace the decoding, under every budget up to the oracle's steps
 * @param expected what the oracle says
 * @param answer as text; empty if there is none
 * @param oracle the right answer as text; empty if the machine was stopped before
 * @param usual the same input decoded in the usual way, if this way is bought with loops or
 *     thoughts
 * @param scene the oracle's machine at work, if the problem has one to show
 */
public record TracedInput(
    Problem<?> problem,
    ExperimentSetup setup,
    String input,
    int n,
    String steps,
    Assembly assembly,
    Certificate certificate,
    Trace trace,
    Expected expected,
    Optional<String> answer,
    Optional<String> oracle,
    Optional<UsualChain> usual,
    Optional<MachineScene> scene) {

  /** The most tokens of a sequence that can be traced. */
  public static final int MOST_TOKENS = 40_000;

  private static final Set<String> NUMBERED =
      Set.of(ThoughtConstruction.REACHED, ThoughtConstruction.FOUND, ThoughtConstruction.NEXT);
  private static final int SPANS = 400_000; // for all heads at all positions together
  private static final int FEWEST_SPANS = 6;
  private static final int MOST_SPANS = 64;

  /**
   * Decodes an input with the reference executor, whatever the executor of the set-up.
   *
   * @throws ExperimentException if the sequence would have more than {@link #MOST_TOKENS} tokens
   */
  public static <I> TracedInput of(Problem<I> problem, I input, ExperimentSetup setup)
      throws ExperimentException {
    Expected expected = problem.expected(input);
    int promptLength = problem.promptLength(input);
    long tokens = promptLength + 2L + expected.continuation().length;
    if (tokens > MOST_TOKENS) {
      throw new ExperimentException(
          "a trace of " + tokens + " tokens is too long; at most " + MOST_TOKENS + " can be shown");
    }
    ConstructedDecoder<I> decoder = setup.compiled(problem).forRun(promptLength, expected);
    int spans = (int) (SPANS / (tokens * Math.max(1, decoder.model().heads())));
    Tracer tracer =
        new Tracer(
            decoder.assembly(),
            setup.options().arithmetic(),
            Math.max(FEWEST_SPANS, Math.min(MOST_SPANS, spans)),
            decoder.model().feedback().isPresent() ? NUMBERED : Set.of());
    Trace trace = tracer.trace(decoder.prompt(input), expected.steps());
    return new TracedInput(
        problem,
        setup,
        problem.format(input),
        problem.length(input),
        problem.construction(setup.options()).steps(),
        decoder.assembly(),
        decoder.certificate(),
        trace,
        expected,
        AnswerText.of(
            decoder.model().vocabulary(),
            trace.decoding().output(),
            trace.decoding().outcomes().get(expected.steps()).answer()),
        AnswerText.of(decoder.model().vocabulary(), expected.output(), expected.answer()),
        UsualChain.of(problem, input, setup),
        problem instanceof DrawnMachine<I> drawn
            ? Optional.of(drawn.scene(input, expected.steps()))
            : Optional.empty());
  }

  /** Whether the answer under the largest budget is the oracle's, or the oracle has none. */
  public boolean right() {
    List<Outcome> outcomes = trace.decoding().outcomes();
    return !expected.answered()
        || expected.isGivenBy(trace.decoding(), outcomes.get(outcomes.size() - 1));
  }
}
