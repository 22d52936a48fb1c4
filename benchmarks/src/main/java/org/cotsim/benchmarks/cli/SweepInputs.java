package org.cotsim.benchmarks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.experiment.NumberList;
import org.cotsim.benchmarks.experiment.sweep.SweepHeader;
import org.cotsim.benchmarks.experiment.sweep.SweepPlan;
import org.cotsim.benchmarks.experiment.sweep.WordList;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.ListedInputs;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Option;

/** The options that say on which inputs a sweep measures. */
final class SweepInputs {

  private static final String LENGTHS = "16,64,256";
  private static final int SAMPLES = 200;
  private static final String SEED = "1";

  @Option(
      names = "--lengths",
      paramLabel = "N,...",
      description =
          "Input lengths: 16,64, or 16..64/8 in steps of 8, or 16..1024*2, each twice the one"
              + " before (default: "
              + LENGTHS
              + ").")
  private String lengths;

  @Option(
      names = "--samples",
      paramLabel = "COUNT",
      description = "Words per problem, length and seed (default: " + SAMPLES + ").")
  private Integer samples;

  @Option(
      names = {"--seed", "--seeds"},
      paramLabel = "S,...",
      description =
          "The seed of the words, or several, as in 1..5: figures are then means over the seeds"
              + " with intervals (default: "
              + SEED
              + ").")
  private String seeds;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description =
          "Instead of random words: those of a file, one a line, length by length; - reads the"
              + " standard input.")
  private Path words;

  private WordList read;

  /** Refuses what cannot be, before anything is measured. */
  void check() throws InputException, ExperimentException {
    lengths();
    NumberList.numbers("--seed", seed());
    ProblemListOptions.requireSamples(samples());
    if (words != null) {
      requireNoneDrawn("--words gives the inputs");
    }
  }

  private void requireNoneDrawn(String why) throws ExperimentException {
    if (lengths != null || samples != null || seeds != null) {
      throw new ExperimentException(
          why
              + ", so that "
              + (lengths != null ? "--lengths" : samples != null ? "--samples" : "--seed")
              + " cannot be given");
    }
  }

  /** The cells. */
  SweepPlan plan(List<Problem<?>> problems) throws InputException, ExperimentException {
    if (problems.stream().allMatch(ListedInputs.class::isInstance)) {
      requireNoneDrawn("the inputs are those of the file");
    }
    return words == null
        ? SweepPlan.drawn(problems, lengths(), samples(), NumberList.numbers("--seed", seed()))
        : SweepPlan.ofWords(problems, words());
  }

  /** What was asked, by name; of a file what is in it. */
  List<SweepAsked.Entry> asked() throws InputException, ExperimentException {
    List<SweepAsked.Entry> asked = new ArrayList<>();
    if (words != null) {
      String sum = SweepAsked.digest(String.join("\n", words().lines()));
      asked.add(new SweepAsked.Entry("--words", words + " " + sum));
      return asked;
    }
    asked.add(new SweepAsked.Entry("--words", SweepHeader.NONE));
    asked.add(new SweepAsked.Entry("--lengths", lengths().toString()));
    asked.add(new SweepAsked.Entry("--samples", String.valueOf(samples())));
    List<Long> numbers = NumberList.numbers("--seed", seed());
    asked.add(
        new SweepAsked.Entry(
            "--seed", numbers.size() == 1 ? numbers.get(0).toString() : numbers.toString()));
    return asked;
  }

  private WordList words() throws InputException {
    if (read == null) {
      read = WordList.read(words);
    }
    return read;
  }

  private List<Integer> lengths() throws InputException, ExperimentException {
    return NumberList.lengths("--lengths", lengths == null ? LENGTHS : lengths);
  }

  private int samples() {
    return samples == null ? SAMPLES : samples;
  }

  private String seed() {
    return seeds == null ? SEED : seeds;
  }
}
