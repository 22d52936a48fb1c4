package org.cotsim.benchmarks.experiment.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.FromElsewhere;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Grades completions of one problem against its oracle.
 *
 * <p>A chain is compared token by token with the right one, cut at the step budget; an answer with
 * the right answer as a person reads it. Cost: a run of the oracle for each completion.
 */
public final class Grader<I> {

  private final Problem<I> named;
  private final Optional<StepBudget> usual;
  private final Map<Integer, Sized<I>> sized = new HashMap<>();

  /** The problem at a length, and its tokens. */
  private record Sized<I>(Problem<I> problem, Vocabulary vocabulary, TranscriptReader reader) {}

  /**
   * A grader.
   *
   * @param usual the budget of a completion that names none; empty: as many steps as are right
   */
  public Grader(Problem<I> problem, Optional<StepBudget> usual) {
    this.named = problem;
    this.usual = usual;
  }

  /** Whether a completion is about this problem, as far as it says. */
  public boolean isMine(Completion completion) {
    return completion.question().problem().map(this::isNamed).orElse(true);
  }

  private boolean isNamed(String asked) {
    return asked.equals(named.name())
        || (named instanceof FromElsewhere<I> other && asked.equals(other.subject()));
  }

  /**
   * A question as it is put.
   *
   * @param budget the intermediate tokens allowed
   */
  public record Posed<I>(I input, Expected expected, long budget) {}

  /**
   * The question of a completion.
   *
   * @throws InputException if it is none of this problem, with the place
   * @throws ExperimentException if there is no right answer within the steps allowed
   */
  public Posed<I> posed(Completion completion) throws InputException, ExperimentException {
    Question question = completion.question();
    Place place = completion.place();
    Sized<I> at = at(question.n(), place);
    I input = parse(at.problem(), question.input().orElseThrow(), place);
    requireLength(question, at.problem().length(input), place);
    Expected expected = expected(at.problem(), input, place);
    requireLabel(question, at.vocabulary(), expected, place);
    return new Posed<>(input, expected, budget(question, at.problem(), input, expected));
  }

  /**
   * Grades a completion.
   *
   * @throws InputException if its question is none of this problem, with the place
   * @throws ExperimentException if there is no right answer within the steps allowed
   */
  public Graded grade(Completion completion) throws InputException, ExperimentException {
    Question question = completion.question();
    Place place = completion.place();
    Sized<I> at = at(question.n(), place);
    Posed<I> posed = posed(completion);
    Expected expected = posed.expected();
    List<String> right =
        AnswerText.texts(at.vocabulary(), expected.continuation())
            .subList(0, (int) Math.min(posed.budget(), expected.steps()));
    Transcript said = at.reader().read(completion.said());
    String label = AnswerText.of(at.vocabulary(), expected);
    Optional<WrongStep> wrong =
        said.unreadable().isPresent() ? Optional.empty() : firstWrong(right, said);
    OptionalInt claimed = question.firstWrong();
    return new Graded(
        place,
        question.input().orElseThrow(),
        at.problem().length(posed.input()),
        posed.budget(),
        right,
        label,
        at.vocabulary().token(expected.answer().orElseThrow()).text(),
        said,
        said.answer().map(answer -> isSame(answer, label)).orElse(false),
        wrong,
        claimed.isPresent(),
        claimed.isEmpty() || wrong.map(WrongStep::step).orElse(0) == claimed.getAsInt());
  }

  private static void requireLength(Question question, int n, Place place) throws InputException {
    if (question.n().isPresent() && question.n().getAsInt() != n) {
      throw place.problem(
          "n", "\"n\" is %d, the input has length %d".formatted(question.n().getAsInt(), n));
    }
  }

  private static <I> Expected expected(Problem<I> problem, I input, Place place)
      throws ExperimentException {
    try {
      return problem.expected(input).requireAnswer();
    } catch (ExperimentException e) {
      throw new ExperimentException(place + ": " + e.getMessage());
    }
  }

  /** Spaces inside a word that an answer spells do not count. */
  private static boolean isSame(String answer, String label) {
    return answer.equals(label) || answer.replaceAll("\\s+", "").equals(label.replace(" ", ""));
  }

  private static Optional<WrongStep> firstWrong(List<String> right, Transcript said) {
    List<String> chain = said.chain();
    int i = 0;
    while (i < right.size() && i < chain.size() && right.get(i).equals(chain.get(i))) {
      i++;
    }
    if (i == right.size() && i == chain.size()) {
      return Optional.empty();
    }
    String end = said.answer().isPresent() ? WrongStep.ANSWER : WrongStep.NOTHING;
    return Optional.of(
        new WrongStep(
            i + 1,
            i < right.size() ? right.get(i) : WrongStep.ANSWER,
            i < chain.size() ? chain.get(i) : end));
  }

  private long budget(Question question, Problem<I> problem, I input, Expected expected)
      throws ExperimentException {
    if (question.budget().isPresent()) {
      return question.budget().getAsLong();
    }
    return usual.isPresent()
        ? new Budget(Currency.STEPS, usual.get()).amount(problem, input, expected)
        : expected.steps();
  }

  /** Refuses a file whose right answers are others, as one about another problem. */
  private void requireLabel(
      Question question, Vocabulary vocabulary, Expected expected, Place place)
      throws InputException {
    if (question.label().isEmpty()) {
      return;
    }
    JsonElement label = question.label().get();
    String right = AnswerText.of(vocabulary, expected);
    boolean same;
    if (label instanceof JsonArray ids) {
      int[] tokens = expected.continuation();
      int from = expected.steps();
      same = ids.size() == tokens.length - from;
      for (int i = 0; same && i < ids.size(); i++) {
        same = Fields.isNumber(ids.get(i)) && ids.get(i).getAsInt() == tokens[from + i];
      }
    } else {
      same = label.isJsonPrimitive() && label.getAsString().equals(right);
    }
    if (!same) {
      throw place.problem(
          "label",
          "the label is %s, but %s of this input is %s"
              .formatted(Fields.shown(label), named.name(), right));
    }
  }

  private I parse(Problem<I> problem, String text, Place place) throws InputException {
    try {
      return problem.parse(text);
    } catch (InputException e) {
      throw place.problem(
          "input",
          "the input is none of %s: %s".formatted(named.name(), e.problems().get(0).message()));
    }
  }

  private Sized<I> at(OptionalInt n, Place place) throws InputException, ExperimentException {
    boolean byLength = named instanceof VocabularyByLength;
    if (byLength && n.isEmpty()) {
      throw place.problem(1, "the key \"n\" is missing, on which the tokens depend");
    }
    int key = byLength ? n.getAsInt() : 0;
    Sized<I> known = sized.get(key);
    if (known == null) {
      Problem<I> problem = byLength ? VocabularyByLength.suited(named, key) : named;
      try {
        Vocabulary vocabulary =
            problem
                .construction(ConstructionOptions.defaults())
                .compile(Extent.of(1)) // tokens do not depend on the extent
                .model()
                .vocabulary();
        known = new Sized<>(problem, vocabulary, new TranscriptReader(vocabulary));
      } catch (NotCertifiedException e) {
        throw new ExperimentException(e);
      }
      sized.put(key, known);
    }
    return known;
  }
}
