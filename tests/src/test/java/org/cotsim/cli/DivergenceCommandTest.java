package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivergenceCommandTest {

  private static JsonObject json(String command) {
    return Cli.done((command + " --format json").split(" ")).json();
  }

  private static JsonObject run(JsonObject result, int i) {
    return result.getAsJsonArray("runs").get(i).getAsJsonObject();
  }

  /** binary64 is right there, so that the two part where the coarser one first goes wrong. */
  @Test
  void theyPartOneTokenBeyondTheLongestRightLength() {
    JsonObject precision =
        json("precision busy-beaver-5 --hash plain --bits 20 --samples 1 --longest 128");
    int right =
        precision.getAsJsonArray("points").get(0).getAsJsonObject().get("longest_right").getAsInt();
    JsonObject found =
        json("divergence busy-beaver-5 --hash plain --between bits:20,binary64 --longest 128");
    assertThat(found.get("parted_length").getAsInt()).isEqualTo(right + 1);
    assertThat(found.get("certain_length").getAsInt()).isBetween(2, right);
    assertThat(found.get("certified_length").getAsInt()).isBetween(2, right);
    assertThat(found.get("bounds_kept").getAsBoolean()).isTrue();
    JsonObject parting = run(found, 1).getAsJsonObject("parting");
    assertThat(parting.get("token").getAsInt())
        .isGreaterThan(run(found, 1).get("tokens_certain").getAsInt())
        .isEqualTo(run(found, 1).get("tokens_agreed").getAsInt() + 1);
    assertThat(parting.getAsJsonObject("first_head_elsewhere").get("name").getAsString())
        .isEqualTo("count reads 0");
  }

  @Test
  void whatIsFoldedNeverParts() {
    JsonObject found =
        json("divergence parity --hash folded --between binary32,binary64 --longest 48");
    assertThat(found.get("parted_length").isJsonNull()).isTrue();
    assertThat(found.get("certain_length").getAsInt()).isEqualTo(48);
    assertThat(found.get("certified_length").getAsInt()).isEqualTo(524_285);
  }

  @Test
  void executorsOfOneArithmeticAreTwoSides() {
    Cli result = Cli.cot("divergence", "parity", "--between", "reference,indexed", "--word", "011");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("between   reference and indexed")
        .contains("cannot part: all 5 tokens to the end are certain")
        .contains("Nothing was seen to part that cannot.");
  }

  /** Tolerances for binary64 are far below the noise of binary16. */
  @Test
  void weightsForOneArithmeticPartInAnother() {
    JsonObject found =
        json(
            "divergence parity --between binary16,binary64 --built-for binary64 --word"
                + " 0110100110010110011010011001");
    JsonObject run = run(found, 0);
    assertThat(found.get("certified_length").isJsonNull()).isTrue();
    assertThat(run.get("certain_ends").getAsString()).isEqualTo("doubt");
    assertThat(run.getAsJsonObject("first_open_head").get("name").getAsString())
        .isEqualTo("read symbol");
    assertThat(run.get("parting").isJsonNull()).isFalse();
  }

  @Test
  void aModelOfAFileIsComparedOnAWord(@TempDir Path folder) throws IOException {
    Path model = folder.resolve("parity.json");
    Cli.done("export", "parity", "--max-length", "16", "--out", model.toString());
    Path out = folder.resolve("found");
    String command =
        "divergence model:" + model + " --between bits:12,binary64 --word 0110100 --out " + out;
    Cli result = Cli.cot(command.split(" "));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(Files.readString(out.resolve("divergence.csv")).lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("problem,one,other,length,input,tokens_certain,certain_ends,tokens_agreed,");
    JsonObject json =
        JsonParser.parseString(Files.readString(out.resolve("divergence.json"))).getAsJsonObject();
    assertThat(json.get("command").getAsString()).endsWith("--out DIR");
    assertThat(run(json, 0).getAsJsonArray("tightest")).isNotEmpty();
    assertThat(Files.readString(out.resolve("divergence.md")))
        .startsWith("# Where two arithmetics part: model:")
        .contains("| arg max | position | gap | noise | noise/gap |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "divergence parity --between binary32 | cot: --between binary32: expected two different"
            + " ones, with a comma between",
        "divergence parity --between binary32,binary32 | cot: --between binary32,binary32: expected"
            + " two different ones, with a comma between",
        "divergence parity --between binary32,float | cot: --between: found \"float\", expected an"
            + " arithmetic (binary64, binary32, binary16, bfloat16 or bits:P, each with :truncate if"
            + " it cuts off) or an executor (indexed, reference, nd4j, onnxruntime, tokens-only),"
            + " with an arithmetic after a colon if it is not binary64",
        "divergence parity --between indexed:binary32,binary64 | cot: the executor indexed computes"
            + " in binary64 only; for binary32 choose reference",
        "divergence parity --between binary32,binary64 --longest 0 | cot: --longest 0: expected 1 to"
            + " 1048576",
        "divergence parity --between binary32,binary64 --built-for half | cot: --built-for half:"
            + " expected binary64, binary32, binary16, bfloat16 or bits:P, each with :truncate if it"
            + " cuts off",
        "divergence parity --between binary32,binary64 --word 012 | cot: word, column 3: unknown"
            + " symbol '2', expected one of '0', '1'",
        "divergence graph-gnp --between binary32,binary64 | cot: graph-gnp has no words of every"
            + " length and no runs of every length; what has: Turing machines",
        "divergence model:none.json --between binary32,binary64 --word 0 | cot: none.json: there is"
            + " no such file",
        "divergence model:none.json --between binary32,binary64 | cot: none.json: there is no such"
            + " file",
        "divergence model:none.json --between binary32,binary64 --word 0 --hash plain | cot: --hash"
            + " says how a model is built, and a model: is built already"
      })
  void badInputIsOneSentence(String command, String message) {
    Cli result = Cli.cot(command.split(" "));
    assertThat(result.err().lines()).containsExactly(message);
    assertThat(result.code()).isEqualTo(2);
  }
}
