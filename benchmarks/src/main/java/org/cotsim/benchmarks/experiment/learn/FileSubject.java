package org.cotsim.benchmarks.experiment.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.run.ReadyModel;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.automaton.Words;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/**
 * A model that is there already, asked word by word.
 *
 * @param model whose inputs are words over its input tokens
 * @param budget empty for as many steps as it is compiled for
 * @param executor what runs it
 */
public record FileSubject(ReadyModel model, Optional<Budget> budget, Executor executor)
    implements Subject {

  @Override
  public Alphabet<String> alphabet() {
    Vocabulary vocabulary = model.assembly().model().vocabulary();
    return Alphabets.fromCollection(
        vocabulary.withRole(Token.Role.INPUT).stream()
            .mapToObj(id -> vocabulary.token(id).text())
            .toList());
  }

  @Override
  public List<Boolean> accepts(List<List<String>> words) throws ExperimentException {
    List<Boolean> answers = new ArrayList<>();
    for (List<String> word : words) {
      Optional<String> answer = model.run(word, budget, executor).answer();
      if (answer.isEmpty()) {
        throw noAnswer(Words.format(word));
      }
      answers.add(isAccept(answer.get(), Words.format(word)));
    }
    return answers;
  }

  static boolean isAccept(String answer, String word) throws ExperimentException {
    return switch (answer) {
      case "accept" -> true;
      case "reject" -> false;
      default ->
          throw new ExperimentException(
              "the answer to %s is %s, and only what accepts or rejects has an automaton"
                  .formatted(AnswerText.shown(word), answer));
    };
  }

  static ExperimentException noAnswer(String word) {
    return new ExperimentException(
        "the decoder has no answer to %s, so what it recognises is no language"
            .formatted(AnswerText.shown(word)));
  }
}
