package org.cotsim.simulator.execute.indexed.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.execute.indexed.plan.Operation;
import org.cotsim.simulator.execute.indexed.plan.OutputPlan;
import org.cotsim.simulator.execute.indexed.plan.SymbolicTrace;
import org.cotsim.simulator.execute.indexed.plan.TracedNumber;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/** Turns the operations of a trace that somebody needs into the steps of a program. */
final class Emitter {

  private final SymbolicTrace trace;
  private final Matrix positions; // null without a table
  private int registers = 1; // register 0 holds the number 1
  private int longestVector = 1;
  private long size;

  private Emitter(Transformer model, SymbolicTrace trace) {
    this.trace = trace;
    this.positions =
        model.positions() instanceof PositionEmbedding.Table table ? table.rows() : null;
  }

  /** The program of a trace whose heads are planned. */
  static Program emit(
      Transformer model, SymbolicTrace trace, OutputPlan output, StretchClasses classes) {
    Emitter emitter = new Emitter(model, trace);
    for (Operation.Offer offer : trace.offers) {
      if (offer.plan.live) {
        offer.require();
      }
    }
    trace.outputs().forEach(value -> Operation.require(value, Operation.SCORE));
    List<Instruction> append = emitter.steps(Operation.APPEND);
    List<Instruction> score = emitter.steps(Operation.SCORE);
    ScoreTable scores = new ScoreTable(trace, output);
    return new Program(
        append,
        score,
        scores,
        emitter.registers,
        emitter.longestVector,
        emitter.size + trace.scores.length,
        classes);
  }

  private List<Instruction> steps(int phase) {
    List<Instruction> steps = new ArrayList<>();
    List<Operation.Row> rows = new ArrayList<>();
    List<Operation.Normalise> pairs = new ArrayList<>();
    for (Operation op : trace.ops) {
      if (op.phase != phase) {
        continue;
      }
      boolean pair = op instanceof Operation.Normalise norm && isPair(norm);
      if (!pair) {
        flushPairs(pairs, steps);
      }
      if (op instanceof Operation.Row row) {
        row.out.register = registers++;
        rows.add(row);
      } else {
        flush(rows, steps);
        if (pair) {
          pairs.add((Operation.Normalise) op);
        } else {
          steps.add(step(op));
        }
      }
    }
    flush(rows, steps);
    flushPairs(pairs, steps);
    return steps;
  }

  private static boolean isPair(Operation.Normalise norm) {
    return norm.in.length == 2 && Arrays.stream(norm.in).noneMatch(TracedNumber::isConstant);
  }

  /** Normalises pairs that follow each other in one step: none of them reads another. */
  private void flushPairs(List<Operation.Normalise> pairs, List<Instruction> steps) {
    if (pairs.isEmpty()) {
      return;
    }
    int[] in = pairs.stream().flatMap(p -> Arrays.stream(p.in)).mapToInt(x -> x.register).toArray();
    int[] out = pairs.stream().flatMapToInt(p -> Arrays.stream(assign(p.out))).toArray();
    size += in.length;
    steps.add(new Instruction.NormalisePairs(in, out));
    pairs.clear();
  }

  private Instruction step(Operation op) {
    if (op instanceof Operation.Normalise norm) {
      longestVector = Math.max(longestVector, norm.in.length);
      size += norm.in.length;
      return new Instruction.Normalise(new RegisterVector(norm.in), assign(norm.out));
    }
    if (op instanceof Operation.Offer offer) {
      HeadPlan plan = offer.plan;
      TracedNumber[] kept = pick(offer.key, plan.kept);
      return new Instruction.Offer(
          plan,
          new RegisterVector(pick(kept, plan.classes)),
          new RegisterVector(pick(kept, plan.moving)),
          new RegisterVector(pick(offer.value, plan.liveValues)));
    }
    if (op instanceof Operation.Attend attend) {
      HeadPlan plan = attend.plan;
      int[] out = assign(pick(attend.out, plan.liveValues));
      return new Instruction.Attend(plan, new RegisterVector(pick(attend.query, plan.kept)), out);
    }
    return load((Operation.Load) op);
  }

  private Instruction load(Operation.Load load) {
    TracedNumber[] varying =
        Arrays.stream(load.columns).filter(c -> !c.isConstant()).toArray(TracedNumber[]::new);
    assign(varying);
    int[] all = Arrays.stream(load.columns).mapToInt(c -> c.register).toArray();
    int[] loaded = Arrays.stream(all).filter(r -> r >= 0).toArray();
    double[] base = new double[loaded.length];
    int next = 0;
    for (int c = 0; c < all.length; c++) {
      if (all[c] >= 0) {
        base[next++] = load.base[c];
      }
    }
    return new Instruction.Load(load.embedding, positions, base, loaded, all);
  }

  /** Registers for the outputs that somebody needs, -1 for the others. */
  private int[] assign(TracedNumber[] outputs) {
    int[] assigned = new int[outputs.length];
    for (int c = 0; c < outputs.length; c++) {
      if (outputs[c].needed) {
        outputs[c].register = registers++;
      }
      assigned[c] = outputs[c].register;
    }
    return assigned;
  }

  private static TracedNumber[] pick(TracedNumber[] values, int[] places) {
    return Arrays.stream(places).mapToObj(c -> values[c]).toArray(TracedNumber[]::new);
  }

  private void flush(List<Operation.Row> rows, List<Instruction> steps) {
    if (rows.isEmpty()) {
      return;
    }
    int terms = rows.stream().mapToInt(row -> row.terms.length).sum();
    size += terms;
    Instruction.Rows step = new Instruction.Rows(rows.size(), terms);
    int at = 0;
    for (int i = 0; i < rows.size(); i++) {
      Operation.Row row = rows.get(i);
      step.inits[i] = row.init;
      step.biases[i] = row.bias;
      step.relu[i] = row.relu;
      step.small[i] = row.small;
      step.out[i] = row.out.register;
      for (int e = 0; e < row.terms.length; e++) {
        step.weights[at] = row.weights[e];
        step.terms[at++] = row.terms[e] == null ? 0 : row.terms[e].register;
      }
      step.starts[i + 1] = at;
    }
    steps.add(step);
    rows.clear();
  }
}
