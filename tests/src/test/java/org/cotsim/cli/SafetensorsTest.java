package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.modelfile.DecoderFolder;
import org.cotsim.benchmarks.modelfile.ModelFile;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code cot export --format safetensors} writes, read by PyTorch where that is installed. */
class SafetensorsTest {

  private static final long SEED = 20_261_128;
  private static final int INPUTS = 6;
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  /** Reads lines of prompt and budget, writes lines of the chain and the answer. */
  private static final String DRIVER =
      """
      import json, sys
      sys.path.insert(0, sys.argv[1])
      from cotsim_torch import Decoder
      decoder = Decoder.load(sys.argv[1])
      for line in sys.stdin:
          asked = json.loads(line)
          chain, answer = decoder.decode(asked["prompt"], asked["budget"])
          print(json.dumps(chain + answer))
      """;

  @TempDir private Path folder;

  private record Asked(List<Integer> prompt, int budget) {}

  private static Optional<String> torch() {
    return PYTHONS.stream().filter(SafetensorsTest::hasTorch).findFirst();
  }

  private static boolean hasTorch(String python) {
    try {
      Process process = new ProcessBuilder(python, "-c", "import torch").start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0} by {1}, {3}")
  @CsvSource({
    "parity, usual, 9, binary64, scaled",
    "parity, usual, 9, binary32, folded",
    "word-a5, loops, 7, binary64, scaled",
    "palindrome, usual, 4, binary64, scaled",
    "binary-increment, forgetting, 3, binary64, scaled",
    "graph-layered-dag, usual, 8, binary64, scaled",
    "graph-layered-dag, thoughts, 8, binary64, scaled",
  })
  void pytorchEmitsTheSameTokens(
      String name, String recipe, int length, String arithmetic, String hash) throws Exception {
    Optional<String> python = torch();
    assumeTrue(python.isPresent(), "PyTorch is not installed: what it decodes is not compared");
    Problem<?> usual = Problems.find(name, Optional.empty(), 10_000);
    Problem<?> problem =
        recipe.equals("usual") ? usual : WaysToBuild.built(usual, Recipe.named(recipe));
    ConstructionOptions options =
        ConstructionOptions.defaults()
            .withArithmetic(Arithmetic.named(arithmetic).orElseThrow())
            .withHash(ConstructionOptions.Hash.valueOf(hash.toUpperCase(Locale.ROOT)));
    compare(problem, options, length, python.get());
  }

  private <I> void compare(
      Problem<I> problem, ConstructionOptions options, int length, String python) throws Exception {
    List<I> inputs =
        Stream.generate(((RandomInputs<I>) problem).random(length, SEED)::next)
            .limit(INPUTS)
            .toList();
    int longest = inputs.stream().mapToInt(problem::promptLength).max().orElseThrow();
    List<Expected> expectations = inputs.stream().map(problem::expected).toList();
    int steps = expectations.stream().mapToInt(Expected::steps).max().orElseThrow();
    ConstructedDecoder<I> decoder =
        problem.construction(options).compile(new Extent(longest, steps));
    DecoderFolder.write(
        ModelFile.of(problem.name(), Optional.empty(), decoder), options.arithmetic(), "0", folder);
    List<Asked> asked = new ArrayList<>();
    List<int[]> right = new ArrayList<>();
    for (I input : inputs) {
      Expected expected = problem.expected(input);
      asked.add(new Asked(Arrays.stream(decoder.prompt(input)).boxed().toList(), expected.steps()));
      right.add(expected.continuation());
    }
    assertThat(decode(python, asked))
        .as("%s, seed %d", problem.name(), SEED)
        .containsExactlyElementsOf(right);
  }

  private List<int[]> decode(String python, List<Asked> asked) throws Exception {
    Process process =
        new ProcessBuilder(python, "-c", DRIVER, folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      for (Asked line : asked) {
        in.write(new Gson().toJson(line) + "\n");
      }
    }
    List<int[]> chains;
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      chains = out.lines().map(line -> new Gson().fromJson(line, int[].class)).toList();
    }
    assertThat(process.waitFor()).isZero();
    return chains;
  }

  @Test
  void theFileHoldsEveryWeight() throws Exception {
    Problem<?> problem = Problems.find("parity", Optional.empty(), 100);
    ConstructedDecoder<?> decoder =
        problem.construction(ConstructionOptions.defaults()).compile(Extent.of(8));
    DecoderFolder.write(
        ModelFile.of("parity", Optional.empty(), decoder), Arithmetic.BINARY64, "0", folder);
    byte[] file = Files.readAllBytes(folder.resolve("model.safetensors"));
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong(0);
    assertThat(length % Long.BYTES).isZero();
    JsonObject header =
        JsonParser.parseString(new String(file, Long.BYTES, length, StandardCharsets.UTF_8))
            .getAsJsonObject();
    int numbers = Long.BYTES + length;
    int end = 0;
    for (Map.Entry<String, JsonElement> tensor : header.entrySet()) {
      if (!tensor.getKey().equals("__metadata__")) {
        int[] offsets = ints(tensor.getValue(), "data_offsets");
        assertThat(offsets[0]).as("no hole before %s", tensor.getKey()).isEqualTo(end);
        end = offsets[1];
        int product = Arrays.stream(ints(tensor.getValue(), "shape")).reduce(1, (a, b) -> a * b);
        assertThat(end - offsets[0]).isEqualTo(product * Double.BYTES);
      }
    }
    assertThat(file).hasSize(numbers + end);
    Matrix embedding = decoder.model().embedding();
    int first = numbers + ints(header.get("embedding.weight"), "data_offsets")[0];
    double[][] read = new double[embedding.rows()][embedding.columns()];
    IntStream.range(0, embedding.rows() * embedding.columns())
        .forEach(
            i ->
                read[i / embedding.columns()][i % embedding.columns()] =
                    bytes.getDouble(first + i * Double.BYTES));
    assertThat(read).isDeepEqualTo(embedding.toDense());
  }

  private static int[] ints(JsonElement tensor, String key) {
    return new Gson().fromJson(tensor.getAsJsonObject().get(key), int[].class);
  }

  @Test
  void theCommandWritesAFolderAndReplacesOnlyWhatIsItsOwn() throws IOException {
    Path target = folder.resolve("parity");
    String[] command = {
      "export", "parity", "--max-length", "8", "--format", "safetensors", "--out", target.toString()
    };
    assertThat(Cli.done(command).out())
        .startsWith("written   " + target + ": a folder for PyTorch, binary64\n");
    assertThat(Cli.cot(command).err())
        .isEqualTo("cot: " + target + " has files already; --overwrite replaces them\n");
    String[] again = Arrays.copyOf(command, command.length + 1);
    again[command.length] = "--overwrite";
    Cli.done(again);
    Files.writeString(target.resolve("mine.txt"), "");
    assertThat(Cli.cot(again).err())
        .isEqualTo(
            "cot: "
                + target
                + " has files that this command does not write, such as mine.txt; they are not"
                + " removed\n");
  }

  @ParameterizedTest(name = "cot export {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "parity --format safetensors --out - | --out -: safetensors are written into a folder",
        "parity --format safetensors --out x --form step | --form can be given for onnx only",
        "parity --out x.json --overwrite | --overwrite can be given for safetensors only",
        "parity --format safetensors --out x --arithmetic bits:50 --max-length 8 | x: safetensors"
            + " are written in binary64 or binary32, not in bits:50",
      })
  void mistakesAreOneSentence(String options, String sentence) {
    String[] words = ("export " + options).split(" ", -1);
    assertThat(Cli.cot(words).err()).isEqualTo("cot: " + sentence + "\n");
  }
}
