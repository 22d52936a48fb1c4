package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.cotsim.benchmarks.experiment.divergence.Divergence;
import org.cotsim.benchmarks.experiment.divergence.DivergenceRun;
import org.cotsim.benchmarks.experiment.divergence.Side;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;

/** Random models never part where they cannot; some part, and some never do. */
class DivergenceTest {

  private static final int MODELS = Integer.getInteger("cotsim.divergences", 400);
  private static final long SEED = Long.getLong("cotsim.seed", 1);
  private static final int MOST = 16;
  private static final int PROMPT = 4;

  private static final List<String> COARSE =
      List.of("bits:4", "bits:4:truncate", "bits:6", "bfloat16", "binary16");

  private static final List<String> SIDES =
      List.of(
          "binary64",
          "binary32",
          "binary16",
          "bfloat16",
          "bits:5",
          "bits:9:truncate",
          "bits:30:truncate",
          "indexed",
          "tokens-only");

  @Test
  void nothingPartsWhereItCannot() throws ExperimentException {
    int parted = 0;
    int certain = 0;
    int predicted = 0;
    for (long seed = SEED; seed < SEED + MODELS; seed++) {
      DivergenceRun run = run(seed);
      assertThat(run.isKept()).as("seed %d: %s", seed, run).isTrue();
      assertThat(run.certain()).as("seed %d: %s", seed, run).isLessThanOrEqualTo(run.tokens());
      parted += run.parting().isPresent() ? 1 : 0;
      certain += run.cannotPart() ? 1 : 0;
      boolean exactly =
          run.parting().isPresent() && run.parting().get().token() == run.certain() + 1;
      predicted += exactly ? 1 : 0;
    }
    assertThat(parted).as("models that parted").isGreaterThan(MODELS / 40);
    assertThat(certain).as("models that cannot part").isGreaterThan(MODELS / 5);
    assertThat(predicted).as("models that parted at the first doubt").isGreaterThan(MODELS / 80);
  }

  private static DivergenceRun run(long seed) throws ExperimentException {
    Random random = new Random(~seed);
    double tolerance = Math.pow(2, -2 - random.nextInt(20));
    Transformer model = RandomTransformer.of(seed, tolerance, PROMPT + MOST);
    List<String> some = random.nextInt(4) == 0 ? SIDES : COARSE;
    Side one = Side.of(some.get(random.nextInt(some.size())));
    Side other = Side.of(SIDES.get(random.nextInt(SIDES.size())));
    int[] prompt = random.ints(PROMPT, 0, model.vocabulary().size()).toArray();
    Assembly assembly = new Assembly(model, new Blueprint(List.of(), List.of()));
    return new Divergence(one, other).of(assembly, PROMPT, "seed " + seed, prompt, MOST);
  }
}
