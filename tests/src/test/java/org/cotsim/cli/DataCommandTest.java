package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {

  @TempDir private Path folder;

  private Path data(String... options) {
    Path out = folder.resolve("data");
    Cli cli =
        Cli.cot(
            Stream.of(List.of("data"), List.of(options), List.of("--out", out.toString()))
                .flatMap(List::stream)
                .toArray(String[]::new));
    assertThat(cli.code()).as(cli.err()).isEqualTo(Cot.DONE);
    return out;
  }

  @Test
  void aLineHasTheKeysAndTheChainOfTheAutomaton() throws IOException {
    Path out = data("parity", "--lengths", "12", "--samples", "100", "--budgets", "0,n/2,t");
    List<JsonObject> lines = DataLines.all(out);
    assertThat(lines).hasSize(300);
    for (JsonObject line : lines) {
      assertThat(line.keySet())
          .containsExactly("problem", "input", "n", "budget", "chain", "answer", "label");
      String word = line.get("input").getAsString();
      int budget = line.get("budget").getAsInt();
      assertThat(word).hasSize(line.get("n").getAsInt()).hasSize(12);
      assertThat(budget).isIn(0, 6, 13);
      assertThat(DataLines.texts(line.get("chain")))
          .isEqualTo(DataLines.parityChain(word).subList(0, budget));
      boolean odd = word.chars().filter(letter -> letter == '1').count() % 2 == 1;
      assertThat(line.get("label").getAsString()).isEqualTo(odd ? "accept" : "reject");
      assertThat(line.get("answer")).isEqualTo(line.get("label"));
    }
    assertThat(lines.stream().filter(one -> one.get("label").getAsString().equals("accept")))
        .hasSize(150);
  }

  @Test
  void corruptedChainsAreFirstWrongWhereTheLineSays() throws IOException {
    Path out = data("parity", "--lengths", "0,12", "--samples", "150", "--corrupt", "0.5");
    int corrupted = 0;
    for (JsonObject line : DataLines.all(out)) {
      List<String> right = DataLines.parityChain(line.get("input").getAsString());
      List<String> chain = DataLines.texts(line.get("chain"));
      int same = 0;
      while (same < Math.min(right.size(), chain.size())
          && right.get(same).equals(chain.get(same))) {
        same++;
      }
      assertThat(line.has("first_wrong")).isEqualTo(!right.equals(chain));
      if (line.has("first_wrong")) {
        corrupted++;
        assertThat(line.get("first_wrong").getAsInt()).isEqualTo(same + 1);
      }
    }
    assertThat(corrupted).isBetween(100, 200);
  }

  @Test
  void noInputIsInTwoPartsAndTestLengthsAreForTestOnly() throws IOException {
    Path out =
        data(
            "parity",
            "tomita-3",
            "--lengths",
            "5,9",
            "--test-lengths",
            "11",
            "--samples",
            "200",
            "--budgets",
            "0,t",
            "--seed",
            "7");
    Map<String, String> seen = new HashMap<>();
    Map<String, List<JsonObject>> parts = DataLines.read(out);
    assertThat(parts.keySet()).containsExactlyInAnyOrder("train", "validation", "test");
    parts.forEach(
        (part, lines) -> {
          for (JsonObject line : lines) {
            String before = seen.put(line.get("input").getAsString(), part);
            assertThat(before).isIn(null, part);
            if (line.get("n").getAsInt() == 11) {
              assertThat(part).isEqualTo("test");
            }
          }
        });
    assertThat(parts.get("train").size()).isBetween(1100, 1500); // 80 % of 1600
    assertThat(parts.get("test").size()).isGreaterThan(800);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws IOException {
    String[] command = {
      "anbn",
      "graph-gnp",
      "--lengths",
      "8",
      "--samples",
      "30",
      "--corrupt",
      "0.4",
      "--tokens",
      "ids"
    };
    Map<String, List<Byte>> first = DataLines.bytes(data(command));
    Map<String, List<Byte>> again =
        DataLines.bytes(
            data(
                Stream.concat(Stream.of(command), Stream.of("--overwrite"))
                    .toArray(String[]::new)));
    assertThat(again).isEqualTo(first);
    Map<String, List<Byte>> other =
        DataLines.bytes(
            data(
                Stream.concat(Stream.of(command), Stream.of("--overwrite", "--seed", "2"))
                    .toArray(String[]::new)));
    assertThat(other.get("train.jsonl")).isNotEqualTo(first.get("train.jsonl"));
  }

  @Test
  void idsAreThoseOfTheVocabularyBeside() throws IOException {
    Path out =
        data("anbn", "--lengths", "6", "--samples", "20", "--tokens", "ids", "--splits", "100,0,0");
    JsonObject vocabulary =
        JsonParser.parseString(Files.readString(out.resolve("vocabulary/anbn.json")))
            .getAsJsonObject();
    Map<Integer, JsonObject> tokens = new HashMap<>();
    vocabulary
        .getAsJsonArray("tokens")
        .forEach(
            token ->
                tokens.put(token.getAsJsonObject().get("id").getAsInt(), token.getAsJsonObject()));
    for (JsonObject line : DataLines.all(out)) {
      List<JsonObject> prompt =
          DataLines.texts(line.get("prompt")).stream()
              .map(id -> tokens.get(Integer.valueOf(id)))
              .toList();
      assertThat(prompt.get(0).get("role").getAsString()).isEqualTo("start");
      assertThat(prompt.get(prompt.size() - 1).get("role").getAsString()).isEqualTo("think");
      StringBuilder word = new StringBuilder();
      prompt
          .subList(1, prompt.size() - 1)
          .forEach(token -> word.append(token.get("text").getAsString()));
      assertThat(word).hasToString(line.get("input").getAsString());
      assertThat(DataLines.texts(line.get("chain")))
          .allSatisfy(
              id ->
                  assertThat(tokens.get(Integer.valueOf(id)).get("role").getAsString())
                      .isEqualTo("step"));
      assertThat(line.get("answer").getAsJsonArray()).hasSize(1);
    }
  }

  @Test
  void conversationsHaveQuestionAndTranscript() throws IOException {
    Path out =
        data("parity", "--lengths", "3", "--samples", "5", "--form", "chat", "--splits", "100,0,0");
    for (JsonObject line : DataLines.all(out)) {
      String word = line.get("input").getAsString();
      List<JsonObject> messages =
          line.getAsJsonArray("messages").asList().stream()
              .map(one -> one.getAsJsonObject())
              .toList();
      assertThat(messages.get(0).get("role").getAsString()).isEqualTo("user");
      assertThat(messages.get(0).get("content").getAsString())
          .isEqualTo(
              "Problem: parity: bit strings with an odd number of 1s\nSteps: at most 4\nInput: "
                  + word);
      assertThat(messages.get(1).get("role").getAsString()).isEqualTo("assistant");
      assertThat(messages.get(1).get("content").getAsString())
          .isEqualTo(
              String.join(" ", DataLines.parityChain(word))
                  + "\nFinal answer: "
                  + line.get("label").getAsString());
    }
  }

  @Test
  void theAnswerThatTheDecoderIsForcedToGiveMayBeWrong() throws IOException {
    Path out =
        data(
            "parity", "--lengths", "8", "--samples", "60", "--budgets", "3", "--forced", "decoder");
    long wrong =
        DataLines.all(out).stream()
            .filter(line -> !line.get("answer").equals(line.get("label")))
            .count();
    assertThat(wrong).isBetween(10L, 50L);
  }

  @Test
  void theCardNamesTheFilesWithTheirHashes() throws Exception {
    Path out = data("parity", "--lengths", "9", "--samples", "200", "--license", "mit");
    String card = Files.readString(out.resolve("README.md"));
    assertThat(card)
        .startsWith("---\npretty_name: \"cotsim: parity\"\nlicense: mit\n")
        .contains("    cot data parity --lengths 9 --samples 200 --license mit --out DIR\n")
        .contains(
            "The hand-built decoder was given 10 of 200 inputs and said the same".substring(4));
    for (String part : DataLines.PARTS) {
      Path file = out.resolve(part + ".jsonl");
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      assertThat(card)
          .contains("  - split: " + part + "\n    path: " + part + ".jsonl\n")
          .contains(
              "| %s.jsonl | %d | %d | %s |"
                  .formatted(
                      part,
                      Files.readAllLines(file).size(),
                      Files.size(file),
                      HexFormat.of().formatHex(digest)));
    }
  }
}
