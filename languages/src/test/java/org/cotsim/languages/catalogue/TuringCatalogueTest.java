package org.cotsim.languages.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.TuringDefinition.Computes;
import org.cotsim.languages.catalogue.TuringDefinition.Decides;
import org.cotsim.languages.catalogue.TuringDefinition.Halts;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.FormulaInterpreter;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.oracle.TuringRun;
import org.cotsim.languages.read.logic.FormulaReader;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TuringCatalogueTest {

  private static final long SEED = 20240705;

  /** Checks verdict, value and claim on one word and returns the number of steps. */
  private static long check(TuringEntry entry, List<String> word) {
    long claim = entry.steps().at(word.size());
    TuringRun run = TuringInterpreter.run(entry.machine(), word, 4 * claim + 1000);
    String what = entry.name() + " on '" + String.join("", word) + "', seed " + SEED;
    assertThat(run.halted()).as("halts: " + what).isTrue();
    boolean accepted = run.verdict() == Verdict.ACCEPTED;
    if (entry.definition() instanceof Decides decides) {
      assertThat(accepted).as(what).isEqualTo(decides.language().test(word));
    } else if (entry.definition() instanceof Computes computes) {
      Optional<List<String>> value = computes.function().apply(word);
      assertThat(accepted).as(what).isEqualTo(value.isPresent());
      value.ifPresent(expected -> assertThat(run.output()).as(what).isEqualTo(expected));
    } else if (entry.definition() instanceof Halts halts) {
      assertThat(run.steps()).as(what).isEqualTo(halts.steps());
      assertThat(run.nonBlank()).as(what).isEqualTo(halts.nonBlank());
      assertThat(accepted).as(what).isTrue();
    }
    if (entry.steps().exact()) {
      assertThat(run.steps()).as("steps: " + what).isEqualTo(claim);
    } else {
      assertThat(run.steps()).as("steps: " + what).isLessThanOrEqualTo(claim);
    }
    return run.steps();
  }

  static Stream<TuringEntry> all() {
    return TuringCatalogue.entries().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyShortWordAgreesWithTheDefinition(TuringEntry entry) {
    List<String> alphabet = entry.machine().inputAlphabet();
    if (entry.definition() instanceof Halts) {
      check(entry, List.of());
      return;
    }
    int longest = (int) (Math.log(60_000) / Math.log(Math.max(alphabet.size(), 1.3)));
    Map<Integer, Long> most = new HashMap<>();
    new SampledWords(alphabet, word -> true, (n, random) -> List.of())
        .upTo(longest)
        .forEach(word -> most.merge(word.size(), check(entry, word), Math::max));
    assertThat(most).hasSize(longest + 1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aFormulaSaysTheSame(TuringEntry entry) throws InputException {
    Optional<String> formula = entry.constantDepth().flatMap(ConstantDepth::formula);
    if (formula.isEmpty()) {
      return;
    }
    List<String> alphabet = entry.machine().inputAlphabet();
    var sentence = FormulaReader.read(formula.get(), Optional.empty());
    assertThat(sentence.alphabet()).containsExactlyInAnyOrderElementsOf(alphabet);
    FormulaInterpreter formulas = new FormulaInterpreter(sentence.formula());
    Decides language = (Decides) entry.definition();
    assertThat(new SampledWords(alphabet, word -> true, (n, random) -> List.of()).upTo(8))
        .allSatisfy(
            word -> assertThat(formulas.accepts(word)).isEqualTo(language.language().test(word)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void smallInstancesAgreeWithTheDefinition(TuringEntry entry) {
    int count = 0;
    for (List<String> word : (Iterable<List<String>>) entry.words().upTo(9)::iterator) {
      check(entry, word);
      if (++count == 30_000) {
        break;
      }
    }
    assertThat(count).isPositive();
  }

  @ParameterizedTest
  @MethodSource("all")
  void randomLongWordsAgreeWithTheDefinition(TuringEntry entry) {
    if (entry.definition() instanceof Halts) {
      return;
    }
    SplittableRandom random = new SplittableRandom(SEED);
    List<Boolean> accepted = new ArrayList<>();
    for (int trial = 0; trial < 120; trial++) {
      List<String> word = entry.words().random(10 + trial * 2, random);
      check(entry, word);
      accepted.add(entry.definition() instanceof Decides decides && decides.language().test(word));
    }
    if (entry.definition() instanceof Decides && entry.machine().inputAlphabet().size() > 1) {
      assertThat(Collections.frequency(accepted, true))
          .as("accepted of 120 by " + entry.name() + ", seed " + SEED)
          .isBetween(36, 84);
    }
  }

  @Test
  void slowWordsKeepTheClaims() throws InputException {
    for (int n = 1; n < 40; n++) {
      String ones = "1".repeat(n);
      StringBuilder edges = new StringBuilder("x>" + "x".repeat(n) + ";");
      StringBuilder backwards = new StringBuilder("x".repeat(n) + ">x;");
      StringBuilder clauses = new StringBuilder();
      for (int vertex = n - 1; vertex > 0; vertex--) {
        edges.append("x".repeat(vertex)).append(">x").append("x".repeat(vertex)).append(';');
        backwards.append("x".repeat(n - vertex)).append(">x").append("x".repeat(n - vertex));
        backwards.append(';');
        clauses.append("x".repeat(vertex)).append(">x").append("x".repeat(vertex)).append(';');
      }
      checkText("addition", ones + "+" + ones);
      checkText("multiplication", ones + "x" + ones);
      checkText("multiplication", "11x" + ones);
      checkText("multiplication", ones + "x11");
      checkText("reachability", edges.toString());
      checkText("reachability-undirected", edges.toString());
      checkText("reachability-undirected", backwards.toString());
      checkText("horn-sat", clauses + ">x;");
      checkText("horn-sat", clauses + ">x;" + "x".repeat(n) + ">;");
    }
  }

  private static void checkText(String name, String text) throws InputException {
    check((TuringEntry) Catalogue.find(name), SampledWords.letters(text));
  }

  @Test
  void wordsAreTheSameForTheSameSeed() {
    all()
        .forEach(
            entry ->
                assertThat(entry.words().random(30, new SplittableRandom(1)))
                    .as(entry.name())
                    .isEqualTo(entry.words().random(30, new SplittableRandom(1))));
  }

  @Test
  void namesAreDistinctAndFound() {
    List<String> names = all().map(TuringEntry::name).toList();
    assertThat(names).doesNotHaveDuplicates().hasSize(25);
    assertThat(all()).allSatisfy(entry -> assertThat(Catalogue.find(entry.name())).isSameAs(entry));
  }

  @Test
  void everyTransitionOfEveryStateIsReachableFromTheStart() {
    assertThat(all())
        .allSatisfy(
            entry ->
                assertThat(reached(entry.machine()))
                    .as(entry.name())
                    .hasSize(entry.machine().states().size()));
  }

  private static List<Integer> reached(TuringMachine machine) {
    List<Integer> reached = new ArrayList<>(List.of(machine.initial()));
    int cells = (int) Math.pow(machine.symbols().size(), machine.tapes());
    for (int at = 0; at < reached.size(); at++) {
      int state = reached.get(at);
      IntStream.range(0, cells)
          .map(cell -> machine.actionAt(state, digits(cell, machine)))
          .filter(action -> action >= 0)
          .map(machine::nextState)
          .filter(next -> !reached.contains(next))
          .forEach(reached::add);
    }
    return reached;
  }

  private static int[] digits(int cell, TuringMachine machine) {
    int[] digits = new int[machine.tapes()];
    for (int tape = 0, rest = cell; tape < digits.length; tape++) {
      digits[tape] = rest % machine.symbols().size();
      rest /= machine.symbols().size();
    }
    return digits;
  }
}
