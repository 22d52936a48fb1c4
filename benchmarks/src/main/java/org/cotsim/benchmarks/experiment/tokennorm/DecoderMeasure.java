package org.cotsim.benchmarks.experiment.tokennorm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ObservedExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.cotsim.simulator.tokennorm.SeparateNorms;

/** The decoder of one problem, with a shared norm and with start and think token apart. */
final class DecoderMeasure<I> {

  private final Problem<I> problem;
  private final TokenNormRequest request;

  /** One input with what follows it. */
  private static final class Run {
    private final int[] sequence; // the prompt and all but the last token of what follows
    private final int prompt; // its length
    private final int[] continuation;

    private Run(int[] prompt, int[] continuation) {
      int known = Math.max(0, continuation.length - 1); // nothing follows the last token
      this.prompt = prompt.length;
      this.continuation = continuation;
      this.sequence = Arrays.copyOf(prompt, prompt.length + known);
      System.arraycopy(continuation, 0, sequence, prompt.length, known);
    }
  }

  /** What one model did on all inputs. */
  private record Seen(List<Streams> streams, double headGap, double scoreGap, int right) {}

  DecoderMeasure(Problem<I> problem, TokenNormRequest request) {
    this.problem = problem;
    this.request = request;
  }

  List<DecoderFigures> measure() throws ExperimentException, InputException {
    List<I> inputs = new ArrayList<>();
    Iterator<I> random = RandomInputs.of(problem).random(request.length(), request.seed());
    while (inputs.size() < request.inputs() && random.hasNext()) {
      inputs.add(random.next());
    }
    int longest = inputs.stream().mapToInt(problem::promptLength).max().orElse(0);
    int steps = inputs.stream().mapToInt(i -> problem.expected(i).steps()).max().orElse(0);
    ConstructedDecoder<I> decoder =
        new CompiledModels<>(
                problem.construction(ConstructionOptions.defaults()), OptionalInt.empty())
            .forRun(longest, steps);
    List<Run> runs = inputs.stream().map(input -> run(decoder, input)).toList();
    ScoreClaim tightest = decoder.certificate().tightest();
    Seen shared = see(decoder.model(), runs);
    List<DecoderFigures> figures = new ArrayList<>();
    for (Map.Entry<String, Transformer> variant : variants(decoder.model()).entrySet()) {
      figures.add(figures(variant.getKey(), variant.getValue(), tightest, shared, runs));
    }
    return figures;
  }

  private static Map<String, Transformer> variants(Transformer model) {
    Map<String, Transformer> variants = new LinkedHashMap<>();
    variants.put("none", model);
    variants.put("start", SeparateNorms.of(model, withRoles(model, Role.START)));
    variants.put("think", SeparateNorms.of(model, withRoles(model, Role.THINK)));
    variants.put(
        DecoderFigures.BOTH, SeparateNorms.of(model, withRoles(model, Role.START, Role.THINK)));
    variants.put(
        DecoderFigures.ALL_BUT_INPUTS,
        SeparateNorms.of(model, withRoles(model, Role.START, Role.THINK, Role.STEP, Role.OUTPUT)));
    return variants;
  }

  private static TokenSet withRoles(Transformer model, Role... roles) {
    Vocabulary tokens = model.vocabulary();
    return TokenSet.of(
        tokens.size(),
        IntStream.range(0, tokens.size())
            .filter(id -> Arrays.asList(roles).contains(tokens.token(id).role())));
  }

  private DecoderFigures figures(
      String apart, Transformer model, ScoreClaim tightest, Seen shared, List<Run> runs) {
    Seen seen = see(model, runs);
    int ordinary = model.vocabulary().withRole(Role.INPUT).id(0);
    return new DecoderFigures(
        problem.name(),
        apart,
        model.layers().size(),
        SeparateNorms.projections(model, ordinary),
        SeparateNorms.weights(model, ordinary),
        model.nonZeros(),
        tightest.gap(),
        tightest.noise(),
        seen.headGap,
        seen.scoreGap,
        difference(shared.streams, seen.streams),
        seen.right,
        runs.size());
  }

  private Run run(ConstructedDecoder<I> decoder, I input) {
    return new Run(decoder.prompt(input), problem.expected(input).continuation());
  }

  private static Seen see(Transformer model, List<Run> runs) {
    List<Streams> streams = new ArrayList<>();
    double gap = Double.POSITIVE_INFINITY;
    int right = 0;
    for (Run run : runs) {
      boolean same = true;
      int[] choice = new int[1];
      Streams kept = new Streams(model);
      streams.add(kept);
      ObservedExecutor executor = new ObservedExecutor(Arithmetic.BINARY64, kept);
      try (Session session = executor.open(model, 1, run.sequence.length)) {
        for (int i = 0; i < run.sequence.length; i++) {
          session.append(new int[] {run.sequence[i]});
          int next = i - run.prompt + 1;
          if (next >= 0) {
            session.choose(model.vocabulary().all(), choice);
            same &= choice[0] == run.continuation[next];
            gap = Math.min(gap, gap(session.scores(0)));
          }
        }
      }
      right += same ? 1 : 0;
    }
    double headGap = streams.stream().mapToDouble(Streams::headGap).min().orElse(0);
    return new Seen(streams, headGap, gap, right);
  }

  /** The largest score less the next one. */
  private static double gap(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 1] - sorted[sorted.length - 2];
  }

  private static double difference(List<Streams> one, List<Streams> other) {
    return IntStream.range(0, one.size())
        .mapToDouble(i -> one.get(i).difference(other.get(i)))
        .max()
        .orElse(0);
  }
}
