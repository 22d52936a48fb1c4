package org.cotsim.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.onnxruntime.OnnxRuntimeExecutor;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.logic.FormulaProblem;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.logic.FormulaReader;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.logic.FormulaConstruction;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.Test;

/** Random formulas: their decoders answer as the interpreter does, on every executor. */
class RandomFormulasTest {

  private static final long SEED = 20_261_127;
  private static final int FORMULAS = Integer.getInteger("cotsim.formulas", 40);
  private static final int LONGEST = 40;
  private static final int FEW = 5;
  private static final int ON_ALL = 5; // every so manieth formula runs on every executor

  @Test
  void everyDecoderAnswersAsTheInterpreterDoes() throws Exception {
    Random random = new Random(SEED);
    RandomText texts = new RandomText(random, true);
    List<Executor> slow =
        List.of(
            new ReferenceExecutor(),
            new Nd4jExecutor(Arithmetic.BINARY64),
            new OnnxRuntimeExecutor(Arithmetic.BINARY64));
    int accepted = 0;
    int words = 0;
    for (int i = 0; i < FORMULAS; i++) {
      String text = texts.formula(2 + random.nextInt(3));
      String recipe = "seed %d, formula %d: %s".formatted(SEED, i, text);
      FormulaProblem problem = FormulaProblem.of(text, FormulaReader.read(text, Optional.of("ab")));
      FormulaConstruction construction = problem.construction(ConstructionOptions.defaults());
      ConstructedDecoder<List<String>> decoder = construction.compile(Extent.of(LONGEST));
      assertThat(decoder.model().layers().size())
          .as(recipe)
          .isLessThanOrEqualTo(problem.formula().operatorDepth() + 2);
      List<List<String>> inputs = inputs(problem, random.nextLong());
      accepted += check(problem, decoder, inputs, new IndexedExecutor(), recipe);
      words += inputs.size();
      if (i % ON_ALL == 0) {
        List<List<String>> few = inputs.subList(inputs.size() - FEW, inputs.size());
        for (Executor executor : slow) {
          check(problem, decoder, few, executor, recipe);
        }
      }
    }
    assertThat(accepted).as("words of %d", words).isBetween(words / 5, 4 * words / 5);
  }

  /** All short words, and random ones of some lengths, the longest last. */
  private static List<List<String>> inputs(FormulaProblem problem, long seed)
      throws InputException {
    List<List<String>> inputs = new ArrayList<>();
    for (int n = 0; n <= 5; n++) {
      problem.exhaustive(n).forEachRemaining(inputs::add);
    }
    for (int n : new int[] {9, 20, LONGEST - 1, LONGEST}) {
      Iterator<List<String>> words = problem.random(n, seed);
      for (int i = 0; i < FEW; i++) {
        inputs.add(words.next());
      }
    }
    return inputs;
  }

  /** How many of the words are accepted; those of one length are decoded together. */
  private static int check(
      FormulaProblem problem,
      ConstructedDecoder<List<String>> decoder,
      List<List<String>> inputs,
      Executor executor,
      String recipe) {
    int accepted = 0;
    Map<Integer, List<List<String>>> byLength =
        inputs.stream().collect(Collectors.groupingBy(List::size));
    for (List<List<String>> words : byLength.values()) {
      int[][] prompts = words.stream().map(decoder::prompt).toArray(int[][]::new);
      long[][] budgets = new long[prompts.length][1];
      List<Decoding> decodings = new Decoder(decoder.model(), executor).decode(prompts, budgets);
      for (int b = 0; b < prompts.length; b++) {
        Expected expected = problem.expected(words.get(b));
        assertThat(decodings.get(b).outcomes())
            .as("%s, %s, %s", recipe, executor.name(), words.get(b))
            .containsExactly(new Outcome.Answered(0, expected.answer().orElseThrow()));
        accepted += expected.accepts() ? 1 : 0;
      }
    }
    return accepted;
  }
}
