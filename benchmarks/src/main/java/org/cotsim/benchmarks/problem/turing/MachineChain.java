package org.cotsim.benchmarks.problem.turing;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.problem.OracleChain;
import org.cotsim.benchmarks.problem.TapeHistory;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.oracle.TuringRun;
import org.cotsim.languages.oracle.WrittenTapes;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
import org.cotsim.simulator.construct.turing.TuringTokens;

/** The chain of a machine while its interpreter runs; holds the tapes only. */
final class MachineChain implements OracleChain {

  private final TuringMachine machine;
  private final TuringTokens tokens;
  private final TuringRun run;
  private final WrittenTapes written; // by the tokens that a decoder emitted
  private final TapeHistory history; // of the first tape
  private final long limit;
  private long steps;

  MachineChain(TuringMachine machine, TuringTokens tokens, List<String> word, long limit) {
    this.machine = machine;
    this.tokens = tokens;
    this.run = TuringInterpreter.start(machine, word);
    this.written = new WrittenTapes(machine, word);
    this.history = new TapeHistory(limit);
    this.limit = limit;
  }

  @Override
  public int next(int[] piece) {
    int count = 0;
    while (count < piece.length && run.steps() < limit && run.step()) {
      piece[count++] = tokens.step(run.latestAction());
    }
    return count;
  }

  @Override
  public OptionalInt answer() {
    if (!run.halted()) {
      return OptionalInt.empty();
    }
    if (run.verdict() != Verdict.ACCEPTED) {
      return OptionalInt.of(tokens.reject());
    }
    List<String> output = machine.outputTape().isPresent() ? run.output() : List.of();
    return OptionalInt.of(
        output.isEmpty()
            ? tokens.acceptOrEnd()
            : tokens.output(machine.symbols().indexOf(output.get(0))));
  }

  @Override
  public void emitted(int[] piece, int count) {
    for (int i = 0; i < count; i++) {
      written.step(piece[i] - tokens.step(0));
      if (history.wants(++steps)) {
        history.add(row());
      }
    }
  }

  private TapeHistory.Row row() {
    int lowest = written.lowest(0);
    int cells = written.highest(0) - lowest + 1;
    BitSet marks = new BitSet(cells);
    for (int i = 0; i < cells; i++) {
      marks.set(i, written.isMarked(0, lowest + i));
    }
    return new TapeHistory.Row(steps, lowest, marks, cells);
  }

  @Override
  public Optional<TapeHistory> history() {
    return Optional.of(history);
  }

  @Override
  public Map<String, Object> result() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("halted", run.halted());
    fields.put("cells_not_blank", written.nonBlank());
    fields.put("tapes_right", written.areThoseOf(run));
    return fields;
  }
}
