package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.check.CheckPlan;
import org.cotsim.benchmarks.experiment.check.CheckResult;
import org.cotsim.benchmarks.experiment.check.DecoderCheck;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.api.Test;

/** Sizes at the far end of what is promised. */
class LargeConstructionTest {

  private static final long SEED = 99;

  private static RegularSubject subject(String name) throws InputException {
    return RegularSubject.of((RegularEntry) Catalogue.find(name));
  }

  @Test
  void aThousandStatesOverSixtyFourLettersAreDecidedRight()
      throws InputException, ExperimentException {
    RegularSubject subject = subject("random-1000-64-1");
    assertThat(subject.problem().language().size()).isGreaterThan(950);
    ExperimentSetup setup =
        new ExperimentSetup(
            ConstructionOptions.defaults(), OptionalInt.of(6), new ReferenceExecutor());
    CheckPlan<List<String>> plan = new CheckPlan<>(subject.problem());
    plan.random(6, 6, SEED);
    CheckResult result =
        new DecoderCheck<>(subject.problem(), setup, DecoderCheck.Mode.DECODING)
            .run(plan, Progress.NONE);
    assertThat(result.firstWrong()).as("seed %d", SEED).isEmpty();
    assertThat(result.right()).isEqualTo(6);
    assertThat(result.stepsTotal()).isEqualTo(6 * 7);
  }

  @Test
  void aChainOfTenThousandTokensIsTheMachinesOwn()
      throws InputException, ExperimentException, NotCertifiedException {
    RegularSubject subject = subject("parity");
    List<String> word = new Random(SEED).ints(9_999, 0, 2).mapToObj(Integer::toString).toList();
    ConstructedDecoder<List<String>> decoder =
        subject
            .problem()
            .construction(ConstructionOptions.defaults())
            .compile(Extent.of(word.size()));
    Decoding decoding =
        new Decoder(decoder.model(), new ReferenceExecutor()).decode(decoder.prompt(word), 10_000);
    Expected expected = subject.problem().expected(word);
    assertThat(expected.accepts()).isEqualTo(subject.definition().test(word));
    assertThat(decoding.outcome())
        .as("seed %d", SEED)
        .isEqualTo(new Outcome.Answered(10_000, expected.answer().orElseThrow()));
    assertThat(decoding.chain())
        .as("seed %d", SEED)
        .hasSize(10_000)
        .isEqualTo(Arrays.copyOf(expected.continuation(), 10_000));
  }
}
