package org.cotsim.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples that show something, and sweeps whose answers differ. */
class GalleryItemTest {

  private static final Set<String> ONE_LETTER = Set.of("powers-of-two", "square-root");

  private static final Set<String> FUNCTIONS =
      Set.of("binary-increment", "addition", "multiplication", "square-root", "bucket-sort");

  static List<GalleryItem> items() {
    return GalleryItem.all().stream().filter(item -> item.level() != Level.ENDLESS).toList();
  }

  private static <I> ExampleInput<I> example(Problem<I> problem, int length)
      throws InputException, ExperimentException {
    return ExampleInput.of(problem, length, 1);
  }

  private static List<String> texts(Object word) {
    return ((List<?>) word).stream().map(String::valueOf).toList();
  }

  private static <I> Set<Boolean> answers(Problem<I> named, int asked)
      throws InputException, ExperimentException {
    int length = ExampleInput.length(RandomInputs.of(named), asked, 1);
    Problem<I> problem = VocabularyByLength.suited(named, length);
    Iterator<I> inputs = RandomInputs.of(problem).random(length, 1);
    Set<Boolean> answers = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      answers.add(problem.expected(inputs.next()).accepts());
    }
    return answers;
  }

  @ParameterizedTest
  @MethodSource("items")
  void anExampleIsNotDull(GalleryItem item) throws InputException, ExperimentException {
    ExampleInput<?> example = example(item.asked().find(), item.shape().traced());
    if (example.input() instanceof List<?> word) {
      assertThat(word).as(item.name()).hasSizeGreaterThanOrEqualTo(6);
      assertThat(new HashSet<>(word).size() > 1).isEqualTo(!ONE_LETTER.contains(item.name()));
    }
  }

  @ParameterizedTest
  @MethodSource("items")
  void aSweepHasBothAnswers(GalleryItem item) throws InputException, ExperimentException {
    assertThat(answers(item.asked().find(), item.shape().swept()))
        .as(item.name())
        .hasSize(FUNCTIONS.contains(item.name()) ? 1 : 2);
  }

  @Test
  void examplesOfGroupsUseAllGeneratorsAndOfExpressionsAreSome()
      throws InputException, ExperimentException {
    for (GalleryItem item : items()) {
      ExampleInput<?> example = example(item.asked().find(), item.shape().traced());
      switch (item.name()) {
        case "word-s5", "word-a5" ->
            assertThat(new HashSet<>((List<?>) example.input())).hasSize(2);
        case "word-z60" -> assertThat(new HashSet<>((List<?>) example.input())).hasSize(3);
        case "modular-arithmetic" ->
            assertThat(String.join("", texts(example.input())))
                .matches("\\d([-+*]\\d)+")
                .contains("*");
        default -> {}
      }
    }
  }
}
