package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import onnx.Onnx.ModelProto;
import onnx.Onnx.TensorProto;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code cot export} writes; that the file computes the same is tested beside the executors.
 */
class ExportCommandTest {

  @TempDir private Path folder;

  private ModelProto exported(String... options) throws IOException {
    Path file = folder.resolve("model.onnx");
    String[] command = new String[options.length + 4];
    command[0] = "export";
    command[1] = "parity";
    command[2] = "--out";
    command[3] = file.toString();
    System.arraycopy(options, 0, command, 4, options.length);
    Cli cli = Cli.done(command);
    assertThat(cli.out()).startsWith("written   " + file + ": ONNX, ");
    return ModelProto.parseFrom(Files.readAllBytes(file));
  }

  @Test
  void theFileSaysWhatItIs() throws IOException {
    ModelProto model = exported();
    assertThat(model.getProducerName()).isEqualTo("cotsim");
    Map<String, String> metadata = new HashMap<>();
    model.getMetadataPropsList().forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
    assertThat(metadata)
        .containsEntry("cotsim.problem", "parity")
        .containsEntry("cotsim.form", "step")
        .containsEntry("cotsim.certificate_holds", "true")
        .containsEntry("cotsim.arithmetic", "binary64")
        .containsEntry("cotsim.output_tie_tolerance", "0.25")
        .containsKey("cotsim.version");
    assertThat(JsonParser.parseString(metadata.get("cotsim.vocabulary")).getAsJsonArray())
        .hasSize(8)
        .contains(JsonParser.parseString("{\"text\": \"accept\", \"role\": \"answer\"}"));
    assertThat(
            JsonParser.parseString(metadata.get("cotsim.certificate")).getAsJsonObject().keySet())
        .containsExactly("arithmetic", "max_length", "max_steps", "claims", "ranges");
    assertThat(JsonParser.parseString(metadata.get("cotsim.blueprint")).getAsJsonObject().keySet())
        .containsExactly("subspaces", "layers");
  }

  private static long elements(TensorProto tensor) {
    return tensor.getDimsList().stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b);
  }

  @Test
  void theFormAndTheArithmeticAreThoseAskedFor() throws IOException {
    ModelProto model =
        exported("--form", "sequence", "--arithmetic", "binary32", "--max-length", "100");
    assertThat(model.getGraph().getInputList()).hasSize(1);
    assertThat(model.getGraph().getOutputList()).hasSize(2);
    assertThat(model.getGraph().getInitializerList())
        .filteredOn(tensor -> tensor.getName().endsWith("weight"))
        .allMatch(tensor -> tensor.getRawData().size() == Float.BYTES * elements(tensor));
  }

  @ParameterizedTest(name = "cot export {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parity --out FOLDER/p.txt | --format is missing: FOLDER/p.txt is neither .onnx nor .json; --format safetensors writes a folder
          parity --out FOLDER --format onnx | cannot write FOLDER: it is a folder
          parity --out FOLDER/p.onnx --max-steps -1 | --max-steps -1: expected at least 0
          parity --out FOLDER/p.json --form step | --form can be given for onnx only
          --out FOLDER/p.onnx | a PROBLEM is missing: a name from 'cot list', or a file
          parity --out FOLDER/p.onnx --arithmetic bits:40 | FOLDER/p.onnx: an ONNX file computes in binary64 or binary32, not in bits:40
          """)
  void whatCannotBeExportedIsOneSentenceAndWritesNothing(String options, String message)
      throws IOException {
    String here = folder.toString();
    Cli cli = Cli.cot(("export " + options.replace("FOLDER", here)).split(" "));
    assertThat(cli.err())
        .isEqualToNormalizingNewlines("cot: " + message.replace("FOLDER", here) + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(folder).isEmptyDirectory();
  }

  private String json(String problem) {
    String file = folder.resolve("model.json").toString();
    Cli.done("export", problem, "--out", file);
    return file;
  }

  private String madeFor(String problem, String file) throws IOException {
    Path path = Path.of(file);
    String text = Files.readString(path);
    assertThat(text).contains("\"problem\": \"binary-increment\"");
    Files.writeString(path, text.replace("\"problem\": \"binary-increment\"", problem));
    return file;
  }

  @Test
  void aModelReadBackRunsAsTheProblemDoes() {
    String file = json("binary-increment");
    String[] options = {"--word", "1011", "--show-chain", "--max-length", "1024"};
    Cli own =
        Cli.done(
            "run", "binary-increment", options[0], options[1], options[2], options[3], options[4]);
    Cli read = Cli.done("run", "model:" + file, options[0], options[1], options[2]);
    assertThat(read.out()).isEqualTo(own.out());
  }

  @Test
  void aModelThatForgetsHasItsOracleAndNoBudgetInContext() {
    String file = folder.resolve("forgetting.json").toString();
    Cli.done("export", "palindrome", "--by", "forgetting", "--out", file);
    assertThat(Cli.done("run", "model:" + file, "--word", "abba").out())
        .contains("problem   palindrome by forgetting")
        .contains("answer    accept; the oracle says accept");
    Cli limited = Cli.cot("run", "model:" + file, "--word", "abba", "--context", "9");
    assertThat(limited.err()).isEqualTo("cot: --context is not for a model: file\n");
    assertThat(limited.code()).isEqualTo(Cot.BAD_INPUT);
  }

  @Test
  void aModelWhoseProblemIsNotHereRunsWithoutAnOracle() throws IOException {
    String file = madeFor("\"problem\": \"my.bb\"", json("binary-increment"));
    Cli cli = Cli.done("run", "model:" + file, "--word", "1011");
    assertThat(cli.out())
        .contains("note      there is no oracle: my.bb: there is no such file")
        .contains("answer    1100; there is no oracle");
    assertThat(
            Cli.done("run", "model:" + file, "--word", "1011", "--format", "json")
                .json()
                .get("right"))
        .isEqualTo(JsonNull.INSTANCE);
  }

  @Test
  void aModelOfOtherTokensThanItsProblemHasRunsWithoutAnOracle() throws IOException {
    String file = madeFor("\"problem\": \"parity\"", json("binary-increment"));
    assertThat(Cli.done("run", "model:" + file, "--word", "1011").out())
        .contains("note      there is no oracle: the problem parity has other tokens")
        .contains("answer    1100; there is no oracle");
  }

  @Test
  void aWrongWeightInTheFileIsFoundByTheOracle() throws IOException {
    Path file = Path.of(json("parity"));
    String text = Files.readString(file);
    String accepts = "[22,5,1.0]"; // the unit that fires at the end of an odd word
    assertThat(text).containsOnlyOnce(accepts);
    Files.writeString(file, text.replace(accepts, "[21,5,1.0]"));
    Cli cli = Cli.cot("run", "model:" + file, "--word", "0111");
    assertThat(cli.out()).contains("(WRONG)");
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
  }

  @ParameterizedTest(name = "cot run model:FILE {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          | --word is missing; its symbols are '0', '1', as in --word 010
          --word 012 | word, column 3: unknown symbol '2', expected one of '0', '1'
          --word 1 --hash plain | --hash says how a model is built, and a model: is built already
          --word 1 --arithmetic binary32 | --arithmetic says how a model is built, and a model: is built already
          --word 1 --norm projected | --norm says how a model is built, and a model: is built already
          --word 1 --attention softmax:9 | --attention says how a model is built, and a model: is built already
          --word 1 --alphabet 01 | --alphabet cannot be given for a model: its symbols are fixed
          """)
  void whatCannotBeRunIsOneSentence(String options, String message) {
    String command = "run model:" + json("parity") + (options == null ? "" : " " + options);
    Cli cli = Cli.cot(command.split(" "));
    assertThat(cli.err()).isEqualToNormalizingNewlines("cot: " + message + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void aModelIsRefusedBeyondWhatItIsCompiledFor() {
    String file = folder.resolve("short.json").toString();
    Cli.done("export", "parity", "--out", file, "--max-length", "3");
    assertThat(Cli.cot("run", "model:" + file, "--word", "0111").err())
        .startsWith("cot: the model is compiled for inputs of up to 3 and chains of up to ");
    assertThat(Cli.cot("run", "model:" + file + ".not", "--word", "0111").err())
        .isEqualToNormalizingNewlines("cot: " + file + ".not: there is no such file\n");
  }
}
