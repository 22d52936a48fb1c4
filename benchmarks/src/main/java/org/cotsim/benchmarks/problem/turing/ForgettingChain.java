package org.cotsim.benchmarks.problem.turing;

import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.languages.oracle.ForgettingRun;
import org.cotsim.languages.oracle.ForgettingToken;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.construct.turing.ForgettingTokens;

/** The chain of a machine that forgets, as the tokens of its decoder. */
final class ForgettingChain {

  private static final int MOST_SUMMARY = 5; // halves of a token per machine step, one tape

  private final TuringMachine machine;
  private final ForgettingTokens tokens;

  ForgettingChain(TuringMachine machine, ForgettingTokens tokens) {
    this.machine = machine;
    this.tokens = tokens;
  }

  /** What the oracle says within so many intermediate tokens. */
  Expected expected(List<String> word, long limit) {
    ForgettingRun run = new ForgettingRun(machine, word);
    IntStream.Builder continuation = IntStream.builder();
    int steps = 0;
    while (steps < limit && !run.answers()) {
      continuation.add(id(run.next()));
      steps++;
    }
    if (!run.answers()) {
      return Expected.stopped(continuation.build().toArray()).seeing(run.longestContext());
    }
    boolean accepts = false;
    while (run.hasNext()) {
      ForgettingToken token = run.next();
      accepts = token.equals(new ForgettingToken.Answer(true));
      continuation.add(id(token));
    }
    return Expected.answered(continuation.build().toArray(), steps, accepts)
        .seeing(run.longestContext());
  }

  /** The machine's situation before a token of the chain. */
  String situation(List<String> word, long before) {
    ForgettingRun run = new ForgettingRun(machine, word);
    for (long i = 0; i < before && run.hasNext(); i++) {
      run.next();
    }
    return TuringInterpreter.run(machine, word, run.machineSteps()).configuration().toString();
  }

  /**
   * At least the tokens of a chain with so many machine steps: a summary follows r of them, r at
   * least 2, and has at most r / 2 tokens for what the prompt had, k r for new cells and 3 k for
   * what stands between.
   */
  long mostTokens(long machineSteps) {
    long halves = 2 + 1 + (long) MOST_SUMMARY * machine.tapes();
    return machineSteps > Long.MAX_VALUE / halves ? Long.MAX_VALUE : machineSteps * halves / 2;
  }

  private int id(ForgettingToken token) {
    if (token instanceof ForgettingToken.Step step) {
      return tokens.ordinary().step(step.action());
    }
    if (token instanceof ForgettingToken.State state) {
      return tokens.state(state.state());
    }
    if (token instanceof ForgettingToken.Cell cell) {
      return tokens.cell(cell.tape(), cell.left(), cell.marked(), cell.symbol());
    }
    if (token instanceof ForgettingToken.Separator separator) {
      return tokens.separator(separator.tape());
    }
    if (token instanceof ForgettingToken.Opening opening) {
      return tokens.opening(opening.tape());
    }
    if (token instanceof ForgettingToken.Output output) {
      return tokens.ordinary().output(output.symbol());
    }
    if (token instanceof ForgettingToken.Answer answer) {
      return answer.accepts() ? tokens.ordinary().acceptOrEnd() : tokens.ordinary().reject();
    }
    return tokens.restart();
  }
}
