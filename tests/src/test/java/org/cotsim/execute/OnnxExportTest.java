package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.export.Form;
import org.cotsim.simulator.export.OnnxExport;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.shade.protobuf.ByteString;

/** Exported files give, token for token, what the definition gives. */
class OnnxExportTest {

  private static final int LENGTH = 10;
  private static final int INPUTS = 3;

  /** A model with a sequence that it reads and writes. */
  private static final class Chain {
    private final Transformer model;
    private final int[] prompt;
    private final int[] whole;
    private final Arithmetic arithmetic;

    Chain(Transformer model, int[] prompt, int[] whole, Arithmetic arithmetic) {
      this.model = model;
      this.prompt = prompt;
      this.whole = whole;
      this.arithmetic = arithmetic;
    }
  }

  private static <I> List<Chain> chains(Problem<I> problem, ConstructionOptions options)
      throws ExperimentException, InputException {
    CompiledModels<I> models =
        new CompiledModels<>(problem.construction(options), OptionalInt.empty());
    List<Chain> chains = new ArrayList<>();
    Iterator<I> inputs = RandomInputs.of(problem).random(LENGTH, 1);
    while (inputs.hasNext() && chains.size() < INPUTS) {
      I input = inputs.next();
      Expected expected = problem.expected(input, 200);
      ConstructedDecoder<I> decoder = models.forRun(problem.promptLength(input), expected.steps());
      int[] prompt = decoder.prompt(input);
      int[] continuation = expected.continuation();
      int[] whole = Arrays.copyOf(prompt, prompt.length + continuation.length);
      System.arraycopy(continuation, 0, whole, prompt.length, continuation.length);
      chains.add(new Chain(decoder.model(), prompt, whole, options.arithmetic()));
    }
    return chains;
  }

  static Stream<String> problems() throws InputException {
    return Stream.concat(
        Problems.usuallySwept().stream().map(Problem::name),
        Stream.of(
            "palindrome",
            "palindrome-2tape",
            "binary-increment",
            "multiplication",
            "bucket-sort",
            "busy-beaver-4",
            "graph-gnp",
            "graph-path-directed",
            "graph-cliques",
            "hops-log",
            "hops-half"));
  }

  private static Problem<?> find(String problem) throws InputException {
    return Problems.find(problem, Optional.empty(), 200);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void bothFormsGiveTheTokensOfTheOracle(String problem) throws Exception {
    for (Chain chain : chains(find(problem), ConstructionOptions.defaults())) {
      requireTokens(chain);
    }
  }

  static Stream<ConstructionOptions> variants() {
    ConstructionOptions defaults = ConstructionOptions.defaults();
    return Stream.of(
        defaults.withArithmetic(Arithmetic.BINARY32),
        defaults.withPositions(Positions.EMBEDDED),
        defaults.withMask(Mask.STRICT),
        defaults.withMask(Mask.STRICT).withPositions(Positions.EMBEDDED));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyWayOfBuildingIsExported(ConstructionOptions options) throws Exception {
    for (Chain chain : chains(find("dyck-2-3"), options)) {
      requireTokens(chain);
    }
  }

  /** The oracle's continuation from the prompt on, and everywhere the choices of the definition. */
  private static void requireTokens(Chain chain) throws OrtException {
    int[] read = Arrays.copyOf(chain.whole, chain.whole.length - 1);
    Executor definition = new ReferenceExecutor(chain.arithmetic);
    int[] choices = choices(definition, chain.model, read);
    int last = chain.prompt.length - 1;
    assertThat(Arrays.copyOfRange(choices, last, choices.length))
        .isEqualTo(Arrays.copyOfRange(chain.whole, last + 1, chain.whole.length));
    try (OnnxFile sequence = file(chain, Form.SEQUENCE, bytes -> bytes)) {
      assertThat(sequence.afterEvery(read)).as("sequence form").isEqualTo(choices);
    }
    try (OnnxFile step = file(chain, Form.STEP, bytes -> bytes)) {
      assertThat(step.decode(chain.prompt, read.length)).as("step form").isEqualTo(choices);
    }
  }

  private static OnnxFile file(Chain chain, Form form, UnaryOperator<byte[]> change) {
    return new OnnxFile(change.apply(OnnxFile.bytes(chain.model, form, chain.arithmetic)));
  }

  private static int[] choices(Executor executor, Transformer model, int[] tokens) {
    return executor.choices(model, new int[][] {tokens}, model.vocabulary().all())[0];
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomModelsGiveTheTokensOfTheDefinition(long seed) throws OrtException {
    Transformer model = RandomTransformer.of(seed, 1e-6, 40);
    Executor definition = new ReferenceExecutor();
    Conditioning conditioning = new Conditioning(model, definition, 1e-9);
    Random random = new Random(seed);
    byte[] sequenceForm = OnnxFile.bytes(model, Form.SEQUENCE, Arithmetic.BINARY64);
    byte[] stepForm = OnnxFile.bytes(model, Form.STEP, Arithmetic.BINARY64);
    try (OnnxFile sequence = new OnnxFile(sequenceForm);
        OnnxFile step = new OnnxFile(stepForm)) {
      for (int i = 0; i < 4; i++) {
        int[] tokens = random.ints(1 + random.nextInt(40), 0, model.vocabulary().size()).toArray();
        if (conditioning.isGood(tokens)) {
          int[] choices = choices(definition, model, tokens);
          assertThat(sequence.afterEvery(tokens)).isEqualTo(choices);
          assertThat(step.decode(tokens, tokens.length)).isEqualTo(choices);
        }
      }
    }
  }

  @Test
  void theFileIsWhatItsReadersExpect() throws Exception {
    Chain chain = chains(find("binary-increment"), ConstructionOptions.defaults()).get(0);
    for (Form form : Form.values()) {
      ModelProto model = OnnxFile.parsed(OnnxFile.bytes(chain.model, form, chain.arithmetic));
      assertThat(model.getIrVersion()).isEqualTo(8);
      assertThat(model.getOpsetImportList())
          .singleElement()
          .satisfies(
              set -> {
                assertThat(set.getDomain()).isEmpty();
                assertThat(set.getVersion()).isEqualTo(18);
              });
      GraphProto graph = model.getGraph();
      assertThat(graph.getNodeList()).extracting(NodeProto::getDomain).containsOnly("");
      assertThat(graph.getNodeList()).extracting(NodeProto::getName).doesNotHaveDuplicates();
      assertThat(graph.getNodeList().stream().flatMap(node -> node.getOutputList().stream()))
          .doesNotHaveDuplicates();
      assertThat(graph.getInitializerList())
          .filteredOn(tensor -> tensor.getName().endsWith("weight"))
          .hasSizeGreaterThan(10)
          .allMatch(tensor -> tensor.getRawData().size() == Double.BYTES * elements(tensor));
    }
  }

  private static long elements(TensorProto tensor) {
    return tensor.getDimsList().stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b);
  }

  /** Exact ties break in a general-purpose engine: it is the tolerances that hold them together. */
  @Test
  void withoutTheTieTolerancesTokensAreWrong() throws Exception {
    assertThat(wrongTokens("palindrome", OnnxExportTest::withoutTolerances)).isGreaterThan(0);
  }

  @Test
  void oneWrongWeightMakesTokensWrong() throws Exception {
    assertThat(wrongTokens("parity", file -> file)).isZero();
    assertThat(wrongTokens("parity", OnnxExportTest::withOneWrongWeight)).isGreaterThan(0);
  }

  /** Positions at which a changed file of either form does not choose what the definition does. */
  private static long wrongTokens(String problem, UnaryOperator<byte[]> change) throws Exception {
    long wrong = 0;
    for (Chain chain : chains(find(problem), ConstructionOptions.defaults())) {
      int[] choices = choices(new ReferenceExecutor(), chain.model, chain.whole);
      try (OnnxFile sequence = file(chain, Form.SEQUENCE, change);
          OnnxFile step = file(chain, Form.STEP, change)) {
        wrong += differences(choices, sequence.afterEvery(chain.whole));
        wrong += differences(choices, step.decode(chain.whole, chain.whole.length));
      }
    }
    return wrong;
  }

  private static long differences(int[] some, int[] others) {
    return IntStream.range(0, some.length)
        .filter(i -> i >= others.length || some[i] != others[i])
        .count();
  }

  private static byte[] withoutTolerances(byte[] file) {
    return withInitializers(file, "/tie_tolerance", data -> new byte[data.length]);
  }

  private static byte[] withOneWrongWeight(byte[] file) {
    return withInitializers(
        file,
        "layer.1/feed_forward/weight",
        data -> {
          int sign =
              IntStream.range(0, data.length).filter(i -> data[i] != 0).findFirst().orElseThrow()
                  | 7;
          data[sign] ^= (byte) 0x80;
          return data;
        });
  }

  private static byte[] withInitializers(byte[] file, String end, UnaryOperator<byte[]> change) {
    ModelProto.Builder model = OnnxFile.parsed(file).toBuilder();
    List<TensorProto.Builder> changed =
        model.getGraphBuilder().getInitializerBuilderList().stream()
            .filter(tensor -> tensor.getName().endsWith(end))
            .toList();
    assertThat(changed).isNotEmpty();
    changed.forEach(
        tensor ->
            tensor.setRawData(
                ByteString.copyFrom(change.apply(tensor.getRawData().toByteArray()))));
    return model.build().toByteArray();
  }

  @Test
  void aModelTooLargeForTheFormatIsRefusedBeforeAnythingIsWritten() {
    int hidden = 1_000_000;
    Matrix first = Matrix.builder(hidden, 1_000).add(0, 0, 1).build();
    Affine second = Affine.linear(Matrix.builder(1_000, hidden).add(0, 0, 1).build());
    FeedForward wide = new FeedForward(new Norm.Standard(), Affine.linear(first), second);
    Transformer model =
        Tiny.model(1_000, new Layer(new Attention(new Norm.Standard(), List.of()), wide));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OnnxExport export = new OnnxExport(model, Form.STEP, Arithmetic.BINARY64);
    assertThatThrownBy(() -> export.write(out, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the weights have 15274 MiB as engines hold them, and ONNX allows 2048 MiB");
    assertThat(out.size()).isZero();
  }
}
