package org.cotsim.benchmarks.experiment.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.Test;

class ProcessorShareTest {

  @Test
  void aTimeOfWhichATenthIsMissingIsRefused() {
    assertThat(ProcessorShare.refusal(10, 9)).isEmpty();
    assertThat(ProcessorShare.refusal(10, 8.9))
        .contains(
            "not measured: the decoding thread had a processor for 89 % of its time, less than 90"
                + " %, because other programs ran (--allow-load prints the figure all the same)");
  }

  @Test
  void onlyExecutorsThatWorkOnTheirOwnThreadAreJudged() {
    assertThat(ProcessorShare.refusal(new IndexedExecutor(), 10, 1)).isPresent();
    assertThat(ProcessorShare.refusal(new Nd4jExecutor(Arithmetic.BINARY64), 10, 1)).isEmpty();
  }
}
