package org.cotsim.simulator.execute.indexed;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.cotsim.simulator.model.Transformer;

/**
 * A model with the plans of its heads and the programs of the tokens met so far.
 *
 * <p>Programs are compiled when their token is first met; once they hold {@code MOST_SIZE} terms
 * together, tokens that are new share one program that reads the token when it runs. Safe between
 * threads.
 */
final class CompiledModel {

  private static final long MOST_SIZE = 1L << 24;

  private final Columns columns;
  private final List<HeadPlan> plans;
  private final AtomicReferenceArray<Program> programs; // [vocabulary]
  private Program shared; // for tokens without a program of their own
  private long size;

  CompiledModel(Transformer model) {
    this.columns = new Columns(model);
    HeadPlanner planner = new HeadPlanner(model);
    markLive(new Trace(columns, Trace.ANY_TOKEN, planner));
    this.plans = List.copyOf(planner.plans());
    this.programs = new AtomicReferenceArray<>(model.vocabulary().size());
  }

  Transformer model() {
    return columns.model();
  }

  List<HeadPlan> plans() {
    return plans;
  }

  /** Finds the heads, and their values, on which scores depend through whatever other heads. */
  private static void markLive(Trace trace) {
    for (Value score : trace.scores) {
      Op.require(score, Op.SCORE);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Op.Attend attend : trace.attends) {
        changed |= attend.phase != Op.UNUSED && markLive(attend, trace);
      }
    }
  }

  /** Marks what a needed head's cache depends on; answers whether that is news. */
  private static boolean markLive(Op.Attend attend, Trace trace) {
    HeadPlan plan = attend.plan;
    int[] live =
        IntStream.range(0, attend.out.length)
            .filter(
                c -> attend.out[c].needed || IntStream.of(plan.liveValues).anyMatch(v -> v == c))
            .toArray();
    boolean news = !plan.live || live.length > plan.liveValues.length;
    plan.live = true;
    plan.liveValues = live;
    trace.offers.stream().filter(offer -> offer.plan == plan).forEach(Op.Offer::require);
    return news;
  }

  Program program(int token) {
    Program known = programs.get(token);
    return known != null ? known : compile(token);
  }

  private synchronized Program compile(int token) {
    Program known = programs.get(token);
    if (known != null) {
      return known;
    }
    Program made = size > MOST_SIZE ? shared() : emit(token);
    size += made == shared ? 0 : made.size;
    programs.set(token, made);
    return made;
  }

  private Program shared() {
    if (shared == null) {
      shared = emit(Trace.ANY_TOKEN);
    }
    return shared;
  }

  private Program emit(int token) {
    Trace trace = new Trace(columns, token, (head, query, key, value, ops) -> plans.get(head));
    return Emitter.emit(columns.model(), trace);
  }
}
