package org.cotsim.benchmarks.experiment.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Vocabulary;

/** Makes the examples of one input, one for each budget. */
final class ExampleMaker<I> {

  private final DataRequest request;
  private final Problem<I> problem;
  private final CompiledModels<I> models;
  private final ConstructedDecoder<I> tokens;
  private final TokenSet steps;
  private final TokenSet answers;

  /**
   * A maker.
   *
   * @param tokens a decoder of the problem, whose size does not matter
   */
  ExampleMaker(
      DataRequest request,
      Problem<I> problem,
      CompiledModels<I> models,
      ConstructedDecoder<I> tokens) {
    this.request = request;
    this.problem = problem;
    this.models = models;
    this.tokens = tokens;
    Vocabulary vocabulary = tokens.model().vocabulary();
    this.steps = vocabulary.chain();
    this.answers =
        AnswerText.spells(vocabulary)
            ? TokenSet.of(vocabulary.size(), IntStream.empty())
            : vocabulary.withRole(Token.Role.ANSWER);
  }

  /** The examples of the i-th input. */
  List<Example> examples(I input, Expected expected, long i) throws ExperimentException {
    String text = problem.format(input);
    int n = problem.length(input);
    int[] prompt = tokens.encoding().apply(input);
    int[] whole = expected.continuation();
    int[] label = Arrays.copyOfRange(whole, expected.steps(), whole.length);
    Split split = request.splits().of(text, n);
    List<Example> examples = new ArrayList<>();
    for (int b = 0; b < request.budgets().size(); b++) {
      long budget =
          new Budget(Currency.STEPS, request.budgets().get(b)).amount(problem, input, expected);
      int length = (int) Math.min(budget, expected.steps());
      int[] chain = Arrays.copyOf(whole, length);
      int[] answer = label;
      if (length < expected.steps() && request.forced() == DataRequest.Forced.DECODER) {
        answer = forced(input, expected, budget);
      }
      Example right =
          new Example(split, text, prompt, n, budget, chain, answer, label, OptionalInt.empty());
      SplittableRandom random =
          new SplittableRandom(Seeds.mix(Seeds.mix(request.seed(), Seeds.hash(text)), i * 64 + b));
      boolean corrupt = length > 0 && random.nextDouble() < request.corrupted();
      examples.add(corrupt ? corrupted(right, random) : right);
    }
    return examples;
  }

  /** The answer that the decoder gives after so many steps; no token where answers tie. */
  private int[] forced(I input, Expected expected, long budget) throws ExperimentException {
    ConstructedDecoder<I> decoder = models.forRun(problem.promptLength(input), expected);
    Decoding decoding =
        new Decoder(decoder.model(), request.setup().executor())
            .decode(decoder.prompt(input), budget);
    OptionalInt answer = decoding.outcome().answer();
    return answer.isPresent() ? new int[] {answer.getAsInt()} : new int[0];
  }

  /** The same with a wrong chain; every other answer is wrong too, where answers are one token. */
  private Example corrupted(Example right, SplittableRandom random) {
    List<Corruption> ways = request.corruptions();
    int[] chain = ways.get(random.nextInt(ways.size())).of(right.chain(), steps, random);
    boolean keeps = answers.size() < 2 || random.nextBoolean();
    return new Example(
        right.split(),
        right.input(),
        right.prompt(),
        right.n(),
        right.budget(),
        chain,
        keeps ? right.answer() : wrongAnswer(right.label(), random),
        right.label(),
        OptionalInt.of(Corruption.firstWrong(right.chain(), chain)));
  }

  private int[] wrongAnswer(int[] label, SplittableRandom random) {
    int[] answer = new int[1];
    do {
      answer[0] = answers.id(random.nextInt(answers.size()));
    } while (answer[0] == label[0]);
    return answer;
  }
}
