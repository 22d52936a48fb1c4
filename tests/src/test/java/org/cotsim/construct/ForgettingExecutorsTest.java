package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.turing.TuringProblem;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Verifier;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.execute.tokensonly.TokensOnlyExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every executor runs a chain that forgets, though it sees ordinary prompts only. */
class ForgettingExecutorsTest {

  /** Executors and the number of symbols; the one that keeps tokens only is given few. */
  static Stream<Arguments> executors() {
    return Stream.of(
        Arguments.of(new IndexedExecutor(), 6),
        Arguments.of(new ReferenceExecutor(), 6),
        Arguments.of(new ReferenceExecutor(Arithmetic.BINARY32), 6),
        Arguments.of(new TokensOnlyExecutor(), 1),
        Arguments.of(new Nd4jExecutor(Arithmetic.BINARY64), 6));
  }

  @ParameterizedTest
  @MethodSource("executors")
  void decodesAndConfirmsTheSameTokens(Executor executor, int length) throws Exception {
    TuringEntry entry = (TuringEntry) Catalogue.find("binary-increment");
    TuringProblem problem = TuringProblem.of(entry, 1_000).by(Recipe.FORGETTING);
    List<String> word = Collections.nCopies(length, "1");
    Expected expected = problem.expected(word, 1_000);
    ConstructedDecoder<List<String>> decoder =
        problem
            .construction(ConstructionOptions.defaults().withArithmetic(executor.arithmetic()))
            .compile(new Extent(length, expected.steps()));
    assertThat(Arrays.copyOf(expected.continuation(), expected.steps()))
        .as("a chain that restarts")
        .contains(decoder.model().vocabulary().withRole(Token.Role.RESTART).id(0));
    int[][] prompts = {decoder.prompt(word), decoder.prompt(word)};
    long[][] budgets = {{expected.steps()}, {expected.steps() / 2}};
    List<Decoding> decodings = new Decoder(decoder.model(), executor).decode(prompts, budgets);
    assertThat(decodings.get(0).chain())
        .isEqualTo(Arrays.copyOf(expected.continuation(), expected.steps()));
    assertThat(decodings.get(0).output()).isEqualTo(expected.output());
    assertThat(decodings.get(0).context()).isEqualTo(expected.context().orElseThrow());
    assertThat(decodings.get(1).chain())
        .isEqualTo(Arrays.copyOf(expected.continuation(), expected.steps() / 2));
    int[] right = expected.continuation();
    int[] wrong = right.clone();
    wrong[right.length - 2]++;
    assertThat(
            new Verifier(decoder.model(), executor)
                .firstDifferences(prompts, new int[][] {right, wrong}))
        .satisfies(
            found -> {
              assertThat(found[0]).isEmpty();
              assertThat(found[1]).hasValue(right.length - 2);
            });
  }
}
