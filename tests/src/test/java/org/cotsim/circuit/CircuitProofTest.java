package org.cotsim.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cotsim.benchmarks.experiment.circuit.CircuitResult;
import org.cotsim.benchmarks.experiment.circuit.Proof;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.simulator.circuit.OneOutput;
import org.cotsim.simulator.circuit.Satisfiability;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proofs: what is right is proved, and a wrong weight is refuted just if it does harm. */
class CircuitProofTest {

  private static final long SEED = 20_261_128;
  private static final int FAULTS = Integer.getInteger("cotsim.faults", 25);

  @ParameterizedTest(name = "{0} {1}, length {2}")
  @CsvSource({
    "parity, CASCADE, 12",
    "parity, THEOREM1, 12",
    "mod-5, CASCADE, 9",
    "mod-6, CASCADE, 6",
    "tomita-7, ORDERED, 8",
    "dyck-2-3, CASCADE, 5",
    "word-a5, THEOREM1, 3"
  })
  void whatIsRightIsProved(String problem, String recipe, int length) throws Exception {
    CircuitSubject subject = CircuitSubject.of(problem, recipe, length);
    assertThat(subject.prove().proof().orElseThrow()).isInstanceOf(Proof.Proved.class);
  }

  @ParameterizedTest(name = "{0} {1}, length {2}")
  @CsvSource({"parity, CASCADE, 6", "parity, THEOREM1, 5", "tomita-7, ORDERED, 6"})
  void aPlantedFaultIsRefutedByAWordThatReallyDiffers(String problem, String recipe, int length)
      throws Exception {
    CircuitSubject right = CircuitSubject.of(problem, recipe, length);
    RegularLanguage language = right.problem().automaton().orElseThrow();
    Random random = new Random(SEED);
    int harmful = 0;
    for (int i = 0; i < FAULTS; i++) {
      CircuitSubject faulty = right.with(PlantedFault.in(right.decoder(), random));
      boolean harms = false;
      for (List<String> word : faulty.words()) {
        harms |= !faulty.answer(word).equals(Optional.of(language.dfa().accepts(word)));
      }
      CircuitResult result = faulty.prove();
      Proof proof = result.proof().orElseThrow();
      String recipeOf = "%s, seed %d, fault %d: %s".formatted(right, SEED, i, proof);
      if (proof instanceof Proof.Refuted refuted) {
        boolean accepted = language.dfa().accepts(refuted.word());
        assertThat(refuted.right()).as(recipeOf).isEqualTo(accepted ? "accept" : "reject");
        assertThat(refuted.answer()).as(recipeOf).isNotEqualTo(refuted.right());
        assertThat(harms).as(recipeOf).isTrue();
        assertThat(solved(result)).as(recipeOf).isPresent();
        harmful++;
      } else {
        assertThat(harms).as(recipeOf).isFalse();
      }
    }
    assertThat(harmful).as("faults that do harm").isBetween(FAULTS / 4, FAULTS - 1);
  }

  /** Asks the solver too where a word was found without it. */
  private static Optional<boolean[]> solved(CircuitResult result) {
    int differs = result.differs().orElseThrow();
    return Satisfiability.inputs(OneOutput.of(result.circuit(), differs, "differs"));
  }
}
