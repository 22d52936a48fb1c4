package org.cotsim.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.modelfile.ModelFile;
import org.cotsim.benchmarks.modelfile.ModelJson;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.cotsim.simulator.model.Weighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {

  @TempDir private Path folder;

  private static <I> ModelFile compiled(Problem<I> problem, ConstructionOptions options)
      throws ExperimentException {
    return ModelFile.of(
        problem.name(),
        Optional.empty(),
        new CompiledModels<>(problem.construction(options), OptionalInt.empty()).forRun(8, 16));
  }

  private static byte[] written(ModelFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelJson.write(file, "0", out);
    return out.toByteArray();
  }

  private ModelFile read(byte[] bytes) throws IOException, InputException {
    return ModelJson.read(Files.write(folder.resolve("model.json"), bytes));
  }

  private void requireTheSame(ModelFile file) throws IOException, InputException {
    byte[] bytes = written(file);
    ModelFile again = read(bytes);
    assertThat(again.model().vocabulary().tokens()).isEqualTo(file.model().vocabulary().tokens());
    assertThat(again.model().embedding()).isEqualTo(file.model().embedding());
    assertThat(again.model().positions()).isEqualTo(file.model().positions());
    assertThat(again.model().layers()).isEqualTo(file.model().layers());
    assertThat(again.model().output()).isEqualTo(file.model().output());
    assertThat(again.model().feedback()).isEqualTo(file.model().feedback());
    assertThat(again.certificate()).isEqualTo(file.certificate());
    assertThat(again.blueprint().layers()).hasToString(file.blueprint().layers().toString());
    assertThat(again.problem()).isEqualTo(file.problem());
    assertThat(again.alphabet()).isEqualTo(file.alphabet());
    assertThat(written(again)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"parity", "dyck-2-3", "binary-increment", "palindrome-2tape", "graph-gnp"})
  void whatIsWrittenIsReadBack(String problem) throws Exception {
    ConstructionOptions options = ConstructionOptions.defaults();
    requireTheSame(compiled(Problems.find(problem, Optional.empty(), 100), options));
  }

  @Test
  void feedbackIsReadBackAndNotWrittenWhereThereIsNone() throws Exception {
    ConstructionOptions options = ConstructionOptions.defaults();
    Problem<?> search = Problems.find("graph-gnp", Optional.empty(), 100);
    ModelFile thoughts = compiled(WaysToBuild.built(search, Recipe.THOUGHTS), options);
    requireTheSame(thoughts);
    String key = "\"feedback\"";
    assertThat(new String(written(thoughts), StandardCharsets.UTF_8)).containsOnlyOnce(key);
    assertThat(new String(written(compiled(search, options)), StandardCharsets.UTF_8))
        .doesNotContain(key);
  }

  @Test
  void positionTablesAndBinary32AreReadBack() throws Exception {
    Problem<?> parity = Problems.find("parity", Optional.empty(), 100);
    ConstructionOptions options = ConstructionOptions.defaults();
    requireTheSame(compiled(parity, options.withPositions(Positions.EMBEDDED)));
    requireTheSame(compiled(parity, options.withArithmetic(Arithmetic.BINARY32)));
    Arithmetic coarse = Arithmetic.bits(30).truncating();
    requireTheSame(compiled(parity, options.withArithmetic(coarse)));
  }

  /** Every kind of part, and numbers that are hard to write. */
  @Test
  void numbersAreReadBackBitForBit() throws Exception {
    double[] hard = {
      Math.PI, -1 / 3.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e-310, 0.1 + 0.2, -0.0, 1L << 53
    };
    Affine map = new Affine(Matrix.of(new double[][] {hard}), 0.1 + 0.7);
    Affine back = Affine.linear(Matrix.of(new double[][] {{1}, {0}, {2}, {0}, {0}, {0}, {0}, {0}}));
    Head soft = new Head(map, map, map, back.matrix(), new Weighting.Softmax(Math.E), Mask.STRICT);
    Head hardHead =
        new Head(map, map, map, back.matrix(), new Weighting.Saturated(1e-9), Mask.CAUSAL);
    Matrix eight = Matrix.builder(8, 8).add(7, 0, 1e-300).build();
    Norm multi = new Norm.Multi(List.of(eight));
    Layer layer =
        new Layer(
            new Attention(new Norm.Standard(), List.of(soft, hardHead)),
            new FeedForward(multi, map, back));
    Layer other =
        new Layer(
            new Attention(new Norm.Projected(eight), List.of()),
            new FeedForward(new Norm.Standard(), map, back));
    Transformer model =
        new Transformer(
            new Vocabulary(List.of(new Token("\"\\ü\u0001\u2028", Token.Role.START))),
            Matrix.of(new double[][] {hard}),
            new PositionEmbedding.Table(Matrix.of(new double[][] {hard, hard})),
            List.of(layer, other),
            new OutputMap(map, Double.MIN_VALUE));
    requireTheSame(
        new ModelFile(
            "regex:\"",
            Optional.of("ab"),
            new Certificate(Arithmetic.BINARY64, 1, 2, List.of(), List.of()),
            new Blueprint(List.of(), List.of()),
            model));
  }

  /** Fails if the schema changes under the files that people have; then its version must change. */
  @Test
  void aFileOfTheFirstSchemaIsStillRead() throws Exception {
    try (InputStream in = ModelJsonTest.class.getResourceAsStream("parity-schema-1.json")) {
      ModelFile file = read(in.readAllBytes());
      assertThat(file.problem()).isEqualTo("parity");
      assertThat(file.certificate().maxLength()).isEqualTo(4);
      assertThat(file.model().nonZeros()).isEqualTo(208);
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("\"cotsim-model\"", "\"onnx\"", "2:19: the format is \"onnx\", not \"cotsim-model\""),
        fault(
            "\"schema_version\": 1",
            "\"schema_version\": 2",
            "3:22: the version of the schema is 2, and this program reads 1"),
        fault("\"format\"", "\"name\"", "2:9: the first key must be \"format\""),
        fault("\"problem\": \"parity\",", "", ": the key \"problem\" is missing"),
        fault(
            "\"problem\"",
            "\"problems\"",
            ": unknown key \"problems\", expected cotsim_version, problem, alphabet, certificate, blueprint, model"),
        fault("\"alphabet\": \"\"", "\"problem\": \"x\"", ": the key \"problem\" is given twice"),
        fault("\"max_length\": 8", "\"max_length\": NaN", ": this is not JSON"),
        fault(
            "\"tie_tolerance\": 0.25",
            "\"tie_tolerance\": \"NaN\"",
            ": JSON forbids NaN and infinities: NaN"),
        fault(
            "\"tie_tolerance\": 0.25",
            "\"tie_tolerance\": 1e999",
            ": JSON forbids NaN and infinities: Infinity"),
        fault("\"tie_tolerance\": 0.25", "\"tie_tolerance\": -1", ": not a tie tolerance: -1.0"),
        fault("\"max_length\": 8", "\"max_length\": []", ": expected a whole number, found a list"),
        fault(
            "\"role\": \"start\"",
            "\"role\": \"first\"",
            ": found \"first\", expected start, input, think, step, thought, output, answer, padding"),
        fault(
            "\"kind\": \"saturated\"",
            "\"kind\": \"hard\"",
            ": unknown kind \"hard\", expected saturated, softmax"),
        fault(
            "\"entries\": [[0,0,1",
            "\"entries\": [[0,99999,1",
            ": the entry (0, 99999) is outside a matrix of"),
        fault("\"rows\": 8", "\"rows\": 7", ": the entry (7, "),
        fault("\"rows\": 8", "\"rows\": 9", ": vocabulary and embedding rows differ: 8 and 9"),
        fault("\"rows\": 8", "\"rows\": -8", ": a matrix cannot have -8 rows"),
        fault("\"rows\": 8", "\"rows\": 2147483647", ": the model needs more memory than the "),
        fault("\"format\"", "format", ": this is not JSON"));
  }

  private static Arguments fault(String right, String wrong, String message) {
    return Arguments.of(right, wrong, message);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("faults")
  void aFaultIsOneSentenceWithItsPlace(String right, String wrong, String message)
      throws Exception {
    String text = parity();
    assertThat(text).contains(right);
    requireFault(text.replaceFirst(Pattern.quote(right), wrong), message);
  }

  @Test
  void aFileThatEndsTooEarlyIsASentenceWhereverItEnds() throws Exception {
    String text = parity();
    for (int end = 1; end < text.length(); end += 97) {
      boolean inNumber = Character.isDigit(text.charAt(end)) || text.charAt(end) == '.';
      requireFault(text.substring(0, end), inNumber ? " (at $" : ": the file ends too early (at $");
    }
    requireFault("", ":1:1: the file ends too early (at $)");
    requireFault(text + "{}", ": this is not JSON");
  }

  @Test
  void aFileThatIsNotUtf8IsASentence() throws Exception {
    Path file = Files.write(folder.resolve("model.json"), new byte[] {'{', (byte) 0xff, 0});
    assertThatThrownBy(() -> ModelJson.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(": this is not UTF-8");
  }

  private static String parity() throws Exception {
    Problem<?> parity = Problems.find("parity", Optional.empty(), 100);
    return new String(
        written(compiled(parity, ConstructionOptions.defaults())), StandardCharsets.UTF_8);
  }

  private void requireFault(String text, String message) {
    Path file = folder.resolve("model.json");
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ":")
        .hasMessageContaining(message)
        .message()
        .hasLineCount(1);
  }
}
