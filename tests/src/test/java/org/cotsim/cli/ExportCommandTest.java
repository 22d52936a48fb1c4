package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        .containsEntry("cotsim.arithmetic", "binary64")
        .containsEntry("cotsim.output_tie_tolerance", "0.25")
        .containsKey("cotsim.version");
    assertThat(JsonParser.parseString(metadata.get("cotsim.vocabulary")).getAsJsonArray())
        .hasSize(8)
        .contains(JsonParser.parseString("{\"text\": \"accept\", \"role\": \"answer\"}"));
    assertThat(
            JsonParser.parseString(metadata.get("cotsim.certificate"))
                .getAsJsonObject()
                .get("holds")
                .getAsBoolean())
        .isTrue();
  }

  @Test
  void theFormAndTheArithmeticAreThoseAskedFor() throws IOException {
    ModelProto model =
        exported("--form", "sequence", "--arithmetic", "binary32", "--max-length", "100");
    assertThat(model.getGraph().getInputList()).hasSize(1);
    assertThat(model.getGraph().getOutputList()).hasSize(2);
    assertThat(model.getGraph().getInitializerList())
        .filteredOn(tensor -> tensor.getName().endsWith("weight"))
        .allMatch(tensor -> tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE);
  }

  @ParameterizedTest(name = "cot export {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parity --out FOLDER/p.txt | --format is missing: FOLDER/p.txt does not end in .onnx
          parity --out FOLDER --format onnx | cannot write FOLDER: it is a folder
          parity --out FOLDER/p.onnx --max-steps -1 | --max-steps -1: expected at least 0
          --out FOLDER/p.onnx | a PROBLEM is missing: a name from 'cot list', or a file
          parity --out FOLDER/p.onnx --arithmetic binary16 | --arithmetic binary16: expected binary64 or binary32
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
}
