package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TokenOneHot;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random models whose keys have 9 to 40 components: signs of sums of counts, some of them 0, some
 * rounded, some real numbers that drift; the indexed executor answers as the definition does.
 */
class LongKeysTest {

  private static final int MODELS = Integer.getInteger("cotsim.longkeys", 120);
  private static final int TOKENS = 5;
  private static final int COUNTS = 3;

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, MODELS);
  }

  /** What the components of keys are like. */
  private enum Kind {
    SIGNS,
    SIGNS_AND_ZEROS,
    ROUNDED_SIGNS,
    ONE_REAL
  }

  private final List<Subspace> shares = new ArrayList<>();
  private Random random = new Random(0);
  private TransformerAssembler assembler = new TransformerAssembler(vocabulary());

  private static Vocabulary vocabulary() {
    return new Vocabulary(
        Stream.concat(
                Stream.of(new Token("$", Token.Role.START)),
                IntStream.range(1, TOKENS).mapToObj(t -> new Token("t" + t, Token.Role.STEP)))
            .toList());
  }

  private Transformer model(long seed) {
    random = new Random(seed);
    assembler = new TransformerAssembler(vocabulary());
    shares.clear();
    Subspace token = TokenOneHot.embed(assembler);
    Subspace found = assembler.stream().declare("found", TOKENS, "");
    LayerAssembler first = assembler.layer();
    for (int k = 0; k <= COUNTS; k++) {
      Subspace share = assembler.stream().declare("share " + k, 1, "");
      shares.add(share);
      SublayerInput input = first.attention();
      LinearForm value =
          k == 0 ? input.readOneHot(token).at(0) : sum(input.readOneHot(token).all());
      UniformAverage.everywhere(input)
          .addTo(first, new Note("share", ""), List.of(value), share, Mask.CAUSAL);
    }
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    addLookUp(assembler.layer(), token, found, kind);
    for (int t = 0; t < TOKENS; t++) {
      for (int c = 0; c < TOKENS; c++) {
        assembler.score(t, found, c, random.nextInt(9));
        assembler.score(t, token, c, random.nextInt(3));
      }
    }
    return assembler.build(1e-6).model();
  }

  private LinearForm sum(List<LinearForm> forms) {
    LinearForm sum = forms.get(0).times(random.nextInt(3) - 1);
    for (LinearForm form : forms) {
      sum = sum.plus(form.times(random.nextInt(3) - 1));
    }
    return sum;
  }

  private void addLookUp(LayerAssembler layer, Subspace token, Subspace found, Kind kind) {
    SublayerInput input = layer.attention();
    SublayerInput.Reading tokens = input.readOneHot(token);
    List<LinearForm> keys = new ArrayList<>();
    List<LinearForm> queries = new ArrayList<>();
    for (int size = 9 + random.nextInt(31); keys.size() < size; ) {
      LinearForm key = component(input, kind, keys.size());
      boolean same = random.nextInt(8) > 0;
      keys.add(key);
      queries.add(same ? key : component(input, kind, keys.size()).times(random.nextInt(3) - 1));
    }
    for (int flags = random.nextInt(3); flags > 0; flags--) {
      keys.add(sum(tokens.all()).times(1 + random.nextInt(3)));
      queries.add(random.nextBoolean() ? input.constant(1) : sum(tokens.all()));
    }
    double tolerance = List.of(1e-6, 0.5, 1.0, 3.0).get(random.nextInt(4));
    Mask mask = random.nextBoolean() ? Mask.CAUSAL : Mask.STRICT;
    layer.head(new Note("look up", ""), queries, keys, tokens.all(), found, tolerance, mask);
  }

  private LinearForm component(SublayerInput input, Kind kind, int place) {
    LinearForm form = assembler.stream().at(shares.get(0), 0).times(random.nextInt(5) - 2);
    for (int k = 1; k <= COUNTS; k++) {
      form = form.plus(assembler.stream().at(shares.get(k), 0).times(random.nextInt(5) - 2));
    }
    LinearForm half = assembler.stream().at(shares.get(0), 0).times(0.5);
    return switch (kind) {
      case SIGNS -> input.readSign(form.plus(half)).at(0);
      case SIGNS_AND_ZEROS ->
          input.readSign(form.plus(place % 9 == 0 ? half.times(0) : half)).at(0);
      case ROUNDED_SIGNS -> input.read(form.plus(half)).at(0);
      case ONE_REAL ->
          place == 3 ? input.read(form, half).at(0) : input.readSign(form.plus(half)).at(0);
    };
  }

  private int[] tokens(long seed) {
    Random sequence = new Random(~seed);
    int[] tokens = sequence.ints(20 + sequence.nextInt(120), 1, TOKENS).toArray();
    tokens[0] = 0;
    return tokens;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scoresAreThoseOfTheDefinition(long seed) {
    Transformer model = model(seed);
    int[] tokens = tokens(seed);
    double[][] expected = Conditioning.scores(model, new ReferenceExecutor(), tokens);
    double[][] found = Conditioning.scores(model, new IndexedExecutor(), tokens);
    assertThat(Conditioning.distance(expected, found))
        .as("seed %d, tokens %s", seed, Arrays.toString(tokens))
        .isLessThan(1e-12);
  }

  @Test
  void mostOfTheHeadsHaveATableOfPatterns() {
    long tables =
        seeds()
            .mapToObj(this::model)
            .flatMap(model -> IndexedExecutor.plan(model).stream())
            .filter(sentence -> sentence.contains("different patterns"))
            .count();
    assertThat(tables).as("of %d", MODELS).isGreaterThan(MODELS / 2);
  }
}
