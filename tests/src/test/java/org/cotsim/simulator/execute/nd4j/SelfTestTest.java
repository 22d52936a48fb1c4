package org.cotsim.simulator.execute.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** What a device that leaves out a kernel is told. */
class SelfTestTest {

  @BeforeEach
  void load() {
    Nd4jLoader.quietly();
  }

  @Test
  void anOperationThatIsLeftOutIsFoundWhicheverItIs() {
    AtomicInteger all = new AtomicInteger();
    assertThat(
            SelfTest.firstWrong(
                DataType.DOUBLE,
                plan -> {
                  all.incrementAndGet();
                  plan.run();
                }))
        .isEmpty();
    assertThat(all.get()).isGreaterThan(20);
    for (int left = 1; left <= all.get(); left++) {
      int leftOut = left;
      AtomicInteger number = new AtomicInteger();
      assertThat(
              SelfTest.firstWrong(
                  DataType.DOUBLE,
                  plan -> {
                    if (number.incrementAndGet() != leftOut) {
                      plan.run();
                    }
                  }))
          .as("without operation %d", leftOut)
          .isPresent();
    }
  }
}
