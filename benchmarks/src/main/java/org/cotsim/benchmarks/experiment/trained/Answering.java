package org.cotsim.benchmarks.experiment.trained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.OwnExecutor;
import org.cotsim.benchmarks.experiment.grade.Completion;
import org.cotsim.benchmarks.experiment.grade.Grader;
import org.cotsim.benchmarks.experiment.grade.Question;
import org.cotsim.benchmarks.experiment.grade.Said;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Lets a model answer the questions of a file, each under its own budget, in place of what the file
 * says.
 *
 * @param problem that the model answers
 * @param grader knows inputs and budgets of questions
 */
public record Answering<I>(OwnExecutor<I> problem, Grader<I> grader) {

  /** How many questions are worth answering at a time. */
  public static final int MANY = 1024;

  private record Asked<I>(int place, Grader.Posed<I> posed) {}

  /**
   * The same questions with the model's answers; questions of other problems stay as they are.
   *
   * @throws InputException if one is none of the problem, with its place
   */
  public List<Completion> answer(List<Completion> questions)
      throws InputException, ExperimentException {
    Map<Integer, List<Asked<I>>> byLength = new TreeMap<>();
    for (int i = 0; i < questions.size(); i++) {
      if (grader.isMine(questions.get(i))) {
        Grader.Posed<I> posed = grader.posed(questions.get(i));
        int length = problem.promptLength(posed.input());
        byLength.computeIfAbsent(length, any -> new ArrayList<>()).add(new Asked<>(i, posed));
      }
    }
    List<Completion> answered = new ArrayList<>(questions);
    CompiledModels<I> models =
        new CompiledModels<>(
            problem.construction(ConstructionOptions.defaults()), OptionalInt.empty());
    for (Map.Entry<Integer, List<Asked<I>>> group : byLength.entrySet()) {
      List<Asked<I>> asked = group.getValue();
      long steps = asked.stream().mapToLong(one -> one.posed().budget()).max().orElseThrow();
      ConstructedDecoder<I> decoder = models.forRun(group.getKey(), steps);
      long tokens = Math.min(group.getKey() + 2L + steps, Integer.MAX_VALUE);
      int size = problem.executor().preferredBatch(decoder.model(), (int) tokens);
      for (int from = 0; from < asked.size(); from += size) {
        decode(decoder, asked.subList(from, Math.min(asked.size(), from + size)), answered);
      }
    }
    return answered;
  }

  private void decode(
      ConstructedDecoder<I> decoder, List<Asked<I>> asked, List<Completion> answered) {
    int[][] prompts =
        asked.stream().map(one -> decoder.prompt(one.posed().input())).toArray(int[][]::new);
    long[][] budgets = new long[prompts.length][];
    Arrays.setAll(budgets, b -> new long[] {asked.get(b).posed().budget()});
    List<Decoding> decodings =
        new Decoder(decoder.model(), problem.executor()).decode(prompts, budgets);
    for (int b = 0; b < prompts.length; b++) {
      answered.set(
          asked.get(b).place(),
          said(answered.get(asked.get(b).place()), decoder.model().vocabulary(), decodings.get(b)));
    }
  }

  private static Completion said(Completion asked, Vocabulary vocabulary, Decoding decoding) {
    Question question = asked.question();
    Optional<String> answer =
        AnswerText.of(vocabulary, decoding.output(), decoding.outcome().answer());
    return new Completion(
        asked.place(),
        new Question(
            question.problem(),
            question.input(),
            question.n(),
            question.budget(),
            question.label(),
            OptionalInt.empty()), // that of the chain in the file
        new Said.Tokens(AnswerText.texts(vocabulary, decoding.chain()), answer));
  }
}
