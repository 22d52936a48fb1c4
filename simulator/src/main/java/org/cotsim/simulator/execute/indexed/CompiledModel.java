package org.cotsim.simulator.execute.indexed;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
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
      for (int h = 0; h < trace.attends.size(); h++) {
        changed |= markLive(trace.offers.get(h), trace.attends.get(h));
      }
    }
  }

  private static boolean markLive(Op.Offer offer, Op.Attend attend) {
    int before = offer.plan.live ? offer.plan.liveValues.length : -1;
    if (attend.phase == Op.UNUSED) {
      return false;
    }
    offer.plan.live = true;
    offer.plan.liveValues =
        java.util.stream.IntStream.range(0, attend.out.length)
            .filter(c -> attend.out[c].needed)
            .toArray();
    offer.require();
    return offer.plan.liveValues.length != before;
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
