package org.cotsim.simulator.execute.indexed.step;

import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.indexed.plan.EmbeddingRanges;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.execute.indexed.plan.HeadPlanner;
import org.cotsim.simulator.execute.indexed.plan.Operation;
import org.cotsim.simulator.execute.indexed.plan.OutputPlan;
import org.cotsim.simulator.execute.indexed.plan.SymbolicTrace;
import org.cotsim.simulator.execute.indexed.plan.TokenClasses;
import org.cotsim.simulator.model.Transformer;

/**
 * A model with the plans of its heads and the programs of the tokens met so far.
 *
 * <p>Tokens whose flags are equal share a program, which is compiled when the first of them is met;
 * once programs hold {@code MOST_SIZE} terms together, classes of tokens that are new share one
 * program. Safe between threads.
 */
public final class CompiledModel {

  private static final long MOST_SIZE = 1L << 24;

  private final EmbeddingRanges columns;
  private final List<HeadPlan> plans;
  private final OutputPlan output;
  private final TokenClasses classes;
  private final Program[] programs; // [classes], null where no token was met; all that they refer
  // to by their final fields is seen by whoever sees them
  private Program shared; // for classes without a program of their own
  private final StretchClasses stretches;
  private long size;

  /**
   * Plans a model.
   *
   * @param warmUp when its programs become faster
   */
  public CompiledModel(Transformer model, WarmUp warmUp) {
    this.stretches = new StretchClasses(warmUp);
    model.requireSharedNorms("indexed");
    model.requireNoThoughts("indexed");
    this.columns = new EmbeddingRanges(model);
    this.output = new OutputPlan(model.output());
    this.classes = new TokenClasses(model.embedding());
    HeadPlanner planner = new HeadPlanner(model);
    markLive(new SymbolicTrace(columns, classes.all(), output, planner));
    planner.finish();
    this.plans = List.copyOf(planner.plans());
    this.programs = new Program[classes.count()];
  }

  public Transformer model() {
    return columns.model();
  }

  public OutputPlan output() {
    return output;
  }

  public List<HeadPlan> plans() {
    return plans;
  }

  /** How what is between the heads is computed, for the tokens of this model. */
  public String programsSentence() {
    return "%d programs for %d tokens, one for each set of flags, straight-line code after %d runs; what follows from few registers is then remembered by their bits, while that saves time; beyond %d terms in all programs, tokens that are new share one"
        .formatted(classes.count(), classes.all().length, WarmUp.USUAL.often(), MOST_SIZE);
  }

  /** Finds the heads, and their values, on which scores depend through whatever other heads. */
  private static void markLive(SymbolicTrace trace) {
    trace.outputs().forEach(value -> Operation.require(value, Operation.SCORE));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Operation.Attend attend : trace.attends) {
        changed |= attend.phase != Operation.UNUSED && markLive(attend, trace);
      }
    }
  }

  /** Marks what a needed head's cache depends on; answers whether that is news. */
  private static boolean markLive(Operation.Attend attend, SymbolicTrace trace) {
    HeadPlan plan = attend.plan;
    int[] live =
        IntStream.range(0, attend.out.length)
            .filter(
                c -> attend.out[c].needed || IntStream.of(plan.liveValues).anyMatch(v -> v == c))
            .toArray();
    boolean news = !plan.live || live.length > plan.liveValues.length;
    plan.live = true;
    plan.liveValues = live;
    trace.offers.stream().filter(offer -> offer.plan == plan).forEach(Operation.Offer::require);
    return news;
  }

  Program program(int token) {
    int number = classes.of(token);
    Program known = programs[number];
    return known != null ? known : compile(number);
  }

  private synchronized Program compile(int number) {
    Program known = programs[number];
    if (known != null) {
      return known;
    }
    Program made = size > MOST_SIZE ? shared() : emit(classes.members(number));
    size += made == shared ? 0 : made.size;
    programs[number] = made;
    return made;
  }

  private Program shared() {
    if (shared == null) {
      shared = emit(classes.all());
    }
    return shared;
  }

  private Program emit(int[] tokens) {
    SymbolicTrace trace =
        new SymbolicTrace(
            columns, tokens, output, (head, query, key, value, ops) -> plans.get(head));
    return Emitter.emit(columns.model(), trace, output, stretches);
  }
}
