package org.cotsim.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of loops shows is read off the weights; here it is compared with products. */
class LoopsDataTest {

  private static Problem<?> problem(String name) throws InputException, ExperimentException {
    return WaysToBuild.built(Problems.find(name, Optional.empty(), 1), Recipe.LOOPS);
  }

  private static <I> TracedInput traced(Problem<I> problem, String word)
      throws InputException, ExperimentException {
    ExperimentSetup setup =
        new ExperimentSetup(
            ConstructionOptions.defaults(), OptionalInt.empty(), new ReferenceExecutor());
    return TracedInput.of(problem, problem.parse(word), setup);
  }

  private static LoopsData loops(TracedInput run) {
    return LoopsData.of(run).orElseThrow();
  }

  /** Where the permutations of a text of cycles send a point from 1 to 5, from left to right. */
  private static char image(String cycles, char point) {
    int place = cycles.indexOf(point);
    if (place < 0) {
      return point;
    }
    char next = cycles.charAt(place + 1);
    return next == ')' ? cycles.charAt(cycles.lastIndexOf('(', place) + 1) : next;
  }

  /** The images of all points under one product after the other. */
  private static String images(List<String> products) {
    return IntStream.rangeClosed('1', '5')
        .mapToObj(
            point -> {
              char at = (char) point;
              for (String product : products) {
                at = image(product, at);
              }
              return String.valueOf(at);
            })
        .collect(Collectors.joining());
  }

  /** The letters of the window of a position after some loops. */
  private static List<String> window(List<String> word, int loops, int position) {
    int last = Math.min(word.size(), position);
    return word.subList(Math.min(last, Math.max(0, position - (1 << loops))), last);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 8, 13, 32})
  void everyPositionHoldsTheProductOfItsWindowAfterEveryLoop(int n)
      throws InputException, ExperimentException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> word =
        IntStream.range(0, n).mapToObj(i -> random.nextBoolean() ? "(12345)" : "(123)").toList();
    LoopsData loops = loops(traced(problem("word-a5"), String.join(" ", word)));
    assertThat(loops.looked())
        .as("seed %d", seed)
        .hasSize(Integer.SIZE - Integer.numberOfLeadingZeros(n));
    assertThat(loops.products()).hasSize(loops.looked().size() + 1);
    for (int loop = 0; loop < loops.products().size(); loop++) {
      for (int position = 0; position < n + 2; position++) {
        String held = loops.products().get(loop).get(position);
        assertThat(images(List.of(held)))
            .as("seed %d, %s at %d after loop %d", seed, held, position, loop)
            .isEqualTo(images(window(word, loop, position)));
        if (loop > 0) {
          assertThat(loops.looked().get(loop - 1).get(position))
              .as("seed %d, loop %d at %d", seed, loop, position)
              .isEqualTo(Math.max(0, position - (1 << (loop - 1))));
        }
      }
    }
  }

  @Test
  void elementsOfAFewStatesAreMapsOfThem() throws InputException, ExperimentException {
    LoopsData parity = loops(traced(problem("parity"), "01101"));
    assertThat(parity.products().get(0))
        .containsExactly("()", "()", "(q0 q1)", "(q0 q1)", "()", "(q0 q1)", "()");
    assertThat(parity.notation().toString()).endsWith("a permutation of states in cycle notation");
    LoopsData first = loops(traced(problem("first-symbol"), "01"));
    assertThat(first.notation().toString())
        .endsWith("for each state the number of the one that it leads to");
  }

  @Test
  void elementsOfManyStatesAreTheirShortestWords() throws InputException, ExperimentException {
    LoopsData sums = loops(traced(problem("word-z60"), "+15 +15 +15 +15 +20"));
    assertThat(sums.products().get(3).get(6)).isEqualTo("+20");
    assertThat(sums.products().get(0).get(0)).isEqualTo("\u03b5");
  }

  @Test
  void withTooFewLoopsTheFirstLettersNeverEnter() throws InputException, ExperimentException {
    WaysToBuild<?> enough = (WaysToBuild<?>) problem("word-a5");
    TracedInput run = traced(enough.limited(Currency.LOOPS, 1), "(123) (12345) (123)");
    assertThat(loops(run).looked()).hasSize(1);
    assertThat(loops(run).products().get(1).get(4)).isEqualTo("(123)");
  }

  /** Beside it stands the chain of theorem 1, which its own weights wrote. */
  @Test
  void theChainOfTheSameWordHasAStateForEveryLetter() throws InputException, ExperimentException {
    TracedInput run = traced(problem("parity"), "0110");
    assertThat(run.usual().orElseThrow().way()).isEqualTo(Recipe.THEOREM1);
    assertThat(run.usual().orElseThrow().run().chain())
        .containsExactly("q0", "q0", "q1", "q0", "q0");
    TracedInput chain = traced(Problems.find("parity", Optional.empty(), 1), "0110");
    assertThat(chain.usual()).isEmpty();
    assertThat(LoopsData.of(chain)).isEmpty();
  }

  @Test
  void whatIsWrittenMoreThanOnceIsReadAfterEachTime() throws InputException, ExperimentException {
    TracedInput run = traced(problem("parity"), "11");
    List<String> names = new ArrayList<>();
    run.trace()
        .stages()
        .forEach(
            stage ->
                names.add(
                    run.assembly().blueprint().subspaces().get(stage.subspace()).name()
                        + " "
                        + stage.sublayer()));
    assertThat(names)
        .containsExactlyElementsOf(
            Arrays.asList(
                "product 0",
                "product 4",
                "product 6",
                "pointer 2",
                "pointer 4",
                "pointer 6",
                "product found 3",
                "product found 4",
                "product found 5",
                "product found 6",
                "pointer found 3",
                "pointer found 4",
                "pointer found 5",
                "pointer found 6"));
    int pointer = names.indexOf("pointer 4");
    assertThat(
            run.trace().moments().stream().map(moment -> moment.stages().get(pointer).toString()))
        .containsExactly("position 0", "position 0", "position 0", "position 1");
  }
}
