package org.cotsim.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.Executor;

/**
 * A decoder that answers words.
 *
 * @param problem the language, and the way in which the decoder is built
 */
record Voter(Problem<List<String>> problem, ConstructedDecoder<List<String>> decoder) {

  static Voter of(Problem<List<String>> problem, int longest)
      throws ExperimentException, NotCertifiedException {
    return new Voter(
        problem,
        problem.construction(ConstructionOptions.defaults()).compile(Extent.of(longest + 1)));
  }

  /**
   * The answers to words of one length.
   *
   * <p>Each must come by itself after just the steps that are claimed.
   */
  List<String> answers(List<List<String>> words, Executor executor) {
    int[][] prompts = words.stream().map(decoder::prompt).toArray(int[][]::new);
    long steps = problem.mostSteps(words.get(0).size());
    long[][] budgets = new long[prompts.length][];
    Arrays.fill(budgets, new long[] {steps});
    List<String> answers = new ArrayList<>();
    for (Decoding decoding : new Decoder(decoder.model(), executor).decode(prompts, budgets)) {
      int token = decoding.outcome().answer().orElse(-1);
      assertThat(decoding.outcome())
          .as("%s, %s", problem.name(), executor.name())
          .isEqualTo(new Outcome.Answered(steps, token));
      answers.add(decoder.model().vocabulary().token(token).text());
    }
    return answers;
  }
}
