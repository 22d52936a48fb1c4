package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionCommandTest {

  private static final String CHAMPION = "tm:1RB1LC_1RC1RB_1RD0LE_1LA1LD_1RZ0LA";

  /** The three laws, each to within 15 % of the slope that theory says. */
  @ParameterizedTest
  @CsvSource({
    "parity, plain, counts, 14..38/3, 0.25",
    "parity, scaled, counts, 12..22/2, 0.5",
    CHAMPION + ", scaled, differences, 14..46/2, 0.2"
  })
  void theLengthGrowsAsTheLawSays(
      String problem, String hash, String rightmost, String bits, double slope) {
    JsonObject found =
        Cli.done(
                "precision",
                problem,
                "--hash",
                hash,
                "--rightmost",
                rightmost,
                "--bits",
                bits,
                "--format",
                "json")
            .json();
    assertThat(found.get("slope").getAsDouble()).isCloseTo(slope, within(0.15 * slope));
    assertThat(found.get("predicted_slope").getAsDouble()).isEqualTo(slope);
    assertThat(found.get("certificates_kept").getAsBoolean()).isTrue();
    for (JsonElement point : found.getAsJsonArray("points")) {
      JsonObject one = point.getAsJsonObject();
      if (!one.get("capped").getAsBoolean()) {
        assertThat(one.get("certified").getAsInt())
            .isLessThanOrEqualTo(one.get("longest_right").getAsInt());
      }
    }
  }

  /** The gap falls like n^-2, so beta must grow like n^2; the certified one is always enough. */
  @Test
  void theSmallestInverseTemperatureIsBelowTheCertifiedOne() {
    JsonObject found =
        Cli.done("temperature", "parity", "--lengths", "4..64*4", "--format", "json").json();
    assertThat(found.getAsJsonArray("points").asList())
        .extracting(point -> point.getAsJsonObject().get("length").getAsInt())
        .containsExactly(4, 16, 64);
    assertThat(found.get("slope").getAsDouble()).isCloseTo(2, within(0.3));
    for (JsonElement point : found.getAsJsonArray("points")) {
      double smallest = point.getAsJsonObject().get("smallest_beta").getAsDouble();
      double certified = point.getAsJsonObject().get("certified_beta").getAsDouble();
      assertThat(smallest).isLessThan(certified).isGreaterThan(certified / 10);
    }
  }

  @Test
  void oneLengthHasNoSlope() {
    JsonObject found =
        Cli.done("temperature", "parity", "--lengths", "2", "--format", "json").json();
    assertThat(found.get("slope").isJsonNull()).isTrue();
  }

  @Test
  void theFilesHoldThePointsThatArePrinted(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("law");
    Cli result =
        Cli.cot(
            "precision",
            "parity",
            "--bits",
            "8,12..14/2",
            "--samples",
            "1",
            "--longest",
            "20",
            "--rounding",
            "truncate",
            "--out",
            out.toString());
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("reference executor, truncated", "written to " + out)
        .containsPattern("(?m)^ +12 +\\d+ +0$");
    assertThat(Files.readString(out.resolve("precision.csv")).lines())
        .hasSize(4)
        .startsWith("problem,built,bits,longest_right,capped,certified,certified_capped,seed");
    JsonObject json =
        JsonParser.parseString(Files.readString(out.resolve("precision.json"))).getAsJsonObject();
    assertThat(json.getAsJsonArray("points")).hasSize(3);
    assertThat(json.get("command").getAsString()).endsWith("--rounding truncate --out DIR");
    assertThat(Files.readString(out.resolve("precision.svg")))
        .startsWith("<svg")
        .endsWith("</svg>\n");
    assertThat(Files.readString(out.resolve("precision.md")))
        .startsWith("# Length against precision: parity");
  }

  /** Counts that are folded: what is certified doubles with every bit, and was seen to hold. */
  @Test
  void foldedCountsFollowTheLawOfTheBits() {
    for (String problem : List.of("parity", "busy-beaver-5")) {
      JsonObject found =
          Cli.done(
                  "precision",
                  problem,
                  "--hash",
                  "folded",
                  "--bits",
                  "11,12,24,36",
                  "--longest",
                  "80",
                  "--samples",
                  "1",
                  "--format",
                  "json")
              .json();
      assertThat(found.get("predicted_slope").getAsDouble()).isEqualTo(1);
      assertThat(found.get("certified_slope").getAsDouble()).isCloseTo(1, within(0.03));
      assertThat(found.get("certificates_kept").getAsBoolean()).isTrue();
      JsonObject last = found.getAsJsonArray("points").get(3).getAsJsonObject();
      assertThat(last.get("certified_capped").getAsBoolean()).isTrue();
    }
  }

  @Test
  void severalLawsAreOnePicture(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("laws");
    String command =
        "precision parity --hashes plain,scaled,folded --bits 11..26/5 --longest 64 --samples 1"
            + " --out "
            + out;
    Cli result = Cli.cot(command.split(" "));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("bits +plain, seen +certified +scaled, seen +certified +folded, seen")
        .contains("2^(1.00 P)", "2^(0.50 P)", "2^(0.25 P)");
    JsonObject json =
        JsonParser.parseString(Files.readString(out.resolve("precision.json"))).getAsJsonObject();
    assertThat(json.getAsJsonArray("laws"))
        .extracting(law -> law.getAsJsonObject().get("hash").getAsString())
        .containsExactly("plain", "scaled", "folded");
    assertThat(Files.readString(out.resolve("precision.csv")).lines()).hasSize(1 + 3 * 4);
    assertThat(Files.readString(out.resolve("precision.svg")))
        .contains(">plain<", ">scaled<", ">folded<")
        .endsWith("</svg>\n");
    assertThat(Files.readString(out.resolve("precision.md")))
        .startsWith("# Length against precision: parity")
        .contains("| folded | folded counts |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "precision parity --bits 3 | cot: --bits 3: \"3\" is not from 4 to 4096 bits in ascending"
            + " order",
        "precision parity --bits 9,x | cot: --bits 9,x: found \"x\", expected a number, FROM..TO or"
            + " FROM..TO/STEP",
        "precision parity --longest 0 | cot: --longest 0: expected 1 to 16777216",
        "precision parity --hashes scaled,plain --hash plain | cot: --hash and --hashes both say how"
            + " positions are compared",
        "precision parity --hashes scaled,scaled | cot: --hashes: something is listed twice in"
            + " [scaled, scaled]",
        "precision graph-gnp | cot: graph-gnp has no words of every length and no runs of every length;"
            + " what has: Turing machines",
        "precision busy-beaver-4 | cot: no input of busy-beaver-4 was found with a run of 1024"
            + " steps; choose a smaller --longest",
        "precision parity --hash digits | cot: counts made by attention have no digits; the hash"
            + " digits needs embedded positions",
        "run parity --word 01 --arithmetic bits:2 | cot: --arithmetic bits:2: expected binary64,"
            + " binary32, binary16, bfloat16, or bits:P with P from 4 to 4096",
        "run parity --word 01 --hash scaled --arithmetic bfloat16 | cot: an input of 2 and a"
            + " chain of 3 tokens are not certified in bfloat16: at the head \"read symbol\" the gap"
            + " 0.010 is less than 4 times the noise 0.11; no length is certified",
        "run parity --word 01 --arithmetic binary16 --hash digits --positions embedded --max-length"
            + " 1023 | cot: an input of 1023 and a chain of 1024 tokens are not certified in"
            + " binary16: the number of positions, a power of two, 4096, is more than the 2048 that"
            + " can be had; the largest certified length is 1022",
        "run parity --word 01 --arithmetic binary16 --max-length 99999 --uncertified | cot: the"
            + " weight 131072.0 is too large for binary16",
        "run parity --word 01 --norm standard | cot: standard pre-norm divides by the norm of the"
            + " whole stream, which changes from token to token, so that no head can compare two"
            + " numbers by the direction of a few coordinates; choose the norm multi or projected",
        "check graph-gnp --norm projected --random 1 --length 9 | cot: graph connectivity tells 0"
            + " from other numbers by their sign, which projected pre-norm rounds; choose the norm"
            + " multi",
        "run parity --word 01 --attention softmax:50 | cot: an input of 2 and a chain of 3 tokens are"
            + " not certified in binary64: the inverse temperature needed, 4.8e+02, is more than the"
            + " 50 that can be had; no length is certified",
        "run parity --word 01 --attention soft | cot: --attention soft: expected saturated, or"
            + " softmax:BETA with BETA above 0",
        "run palindrome-2tape --word aa --attention softmax:1e9 | cot: softmax attention is"
            + " certified for regular languages only; --uncertified builds it without",
        "temperature palindrome-2tape | cot: palindrome-2tape has no known inverse temperature; what"
            + " has: regular languages",
        "temperature parity --lengths 0 | cot: --lengths 0: expected 1 to 65536",
        "temperature parity --lengths 4..2 | cot: --lengths, column 4: found 2, expected an end of at"
            + " least 4",
        "run parity --word 01 --arithmetic bits:20 --executor nd4j | cot: the executor nd4j"
            + " computes in binary64 and binary32; for bits:20 choose reference"
      })
  void badInputIsOneSentence(String command, String message) {
    Cli result = Cli.cot(command.split(" "));
    assertThat(result.err().lines()).containsExactly(message);
    assertThat(result.code()).isEqualTo(2);
  }
}
