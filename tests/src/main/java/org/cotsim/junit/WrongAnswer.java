package org.cotsim.junit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.oracle.DfaOracle;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;
import org.opentest4j.AssertionFailedError;

/**
 * An input whose answer is not the right one.
 *
 * @param input as a person writes it
 * @param n its length
 * @param expected the right answer
 * @param actual the answer given
 * @param chain the tokens emitted
 * @param run the tokens of the automaton's run, empty if the decoder names other states
 */
record WrongAnswer(
    String input,
    int n,
    String expected,
    String actual,
    Outcome outcome,
    List<String> chain,
    List<String> run) {

  private static final int AROUND = 4; // tokens shown on either side of the first wrong one

  static Optional<WrongAnswer> of(
      ConstructedDecoder<?> decoder, DfaOracle oracle, List<String> word, Decoding decoding) {
    Vocabulary vocabulary = decoder.model().vocabulary();
    String expected = oracle.accepts(word) ? "accept" : "reject";
    Outcome outcome = decoding.outcome();
    String actual =
        outcome.answer().isPresent()
            ? vocabulary.token(outcome.answer().getAsInt()).text()
            : "none, a tie";
    if (actual.equals(expected)) {
      return Optional.empty();
    }
    List<String> chain =
        Arrays.stream(decoding.chain()).mapToObj(t -> vocabulary.token(t).text()).toList();
    boolean sameStates =
        vocabulary.withRole(Token.Role.STEP).size() == oracle.language().dfa().size();
    List<String> run =
        sameStates
            ? Arrays.stream(oracle.run(word)).mapToObj(state -> "q" + state).toList()
            : List.of();
    String shown = word.isEmpty() ? "the empty word" : Words.format(word);
    return Optional.of(new WrongAnswer(shown, word.size(), expected, actual, outcome, chain, run));
  }

  /** An answer that is not the oracle's, whose run has these tokens. */
  static WrongAnswer of(
      Vocabulary vocabulary, String input, int n, Expected expected, Decoding decoding, int[] run) {
    Outcome outcome = decoding.outcome();
    String actual =
        outcome.answer().isPresent()
            ? AnswerText.of(vocabulary, decoding.output(), outcome.answer().getAsInt())
            : "none, a tie";
    return new WrongAnswer(
        input.isEmpty() ? "the empty word" : input,
        n,
        AnswerText.of(vocabulary, expected),
        actual,
        outcome,
        AnswerText.texts(vocabulary, decoding.chain()),
        AnswerText.texts(vocabulary, run));
  }

  AssertionFailedError toFailure(StepBudget budget, Executor executor) {
    String forced =
        outcome instanceof Outcome.BudgetSpent spent
            ? ", forced after " + spent.limit() + " intermediate tokens"
            : "";
    String message =
        "the decoder is wrong on %s (n = %d, budget %s, %s)%nexpected  %s%nactual    %s%s%nchain     %s"
            .formatted(input, n, budget, executor.name(), expected, actual, forced, around());
    return new AssertionFailedError(message, expected, actual);
  }

  /** The chain around its first wrong token, or its end where no token is wrong. */
  private String around() {
    int wrong = firstWrong();
    int centre = wrong < 0 ? chain.size() - 1 : wrong;
    int from = Math.max(0, centre - AROUND);
    int to = Math.min(chain.size(), centre + AROUND + 1);
    String tokens =
        IntStream.range(from, to)
            .mapToObj(i -> i == wrong ? "[" + chain.get(i) + "]" : chain.get(i))
            .collect(Collectors.joining(" "));
    String shown =
        (from > 0 ? "... " : "")
            + (tokens.isEmpty() ? "none" : tokens)
            + (to < chain.size() ? " ..." : "");
    if (wrong >= 0) {
      String right = wrong < run.size() ? run.get(wrong) : "the answer";
      return shown + "; token " + (wrong + 1) + " should be " + right;
    }
    return shown + (run.isEmpty() ? "" : "; right as far as it goes");
  }

  private int firstWrong() {
    if (run.isEmpty()) {
      return -1;
    }
    return IntStream.range(0, chain.size())
        .filter(i -> i >= run.size() || !chain.get(i).equals(run.get(i)))
        .findFirst()
        .orElse(-1);
  }
}
