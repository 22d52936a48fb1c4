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
import java.util.Set;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void aPartWithOneAnswerOnlyIsSaid() throws IOException {
    Path out = folder.resolve("one-sided");
    Cli cli =
        Cli.cot("data", "word-a5", "--lengths", "8", "--samples", "300", "--out", out.toString());
    assertThat(cli.err())
        .contains(
            "word-a5, n = 8: no input in test is accepted; too few different ones were drawn");
  }

  @Test
  void chainsOfWhichNoneGoesWrongAreSaid() throws IOException {
    Path out = folder.resolve("none-wrong");
    Cli cli =
        Cli.cot(
            "data",
            "parity",
            "--samples",
            "20",
            "--budgets",
            "0",
            "--corrupt",
            "0.5",
            "--out",
            out.toString());
    assertThat(cli.err()).contains("cot: parity, n = 16: no chain goes wrong");
  }

  @Test
  void aLengthWithTooFewInputsIsSaid() throws IOException {
    Path out = folder.resolve("few");
    Cli cli =
        Cli.cot("data", "parity", "--lengths", "1", "--samples", "20", "--out", out.toString());
    assertThat(cli.code()).isEqualTo(Cot.DONE);
    assertThat(cli.err())
        .contains(
            "cot: parity, n = 1: the inputs drawn are too few or too alike to be split: none is for ")
        .contains("cot: parity, n = 1: 2 inputs exist, so some of the 20 samples are there more");
    assertThat(DataLines.read(out).values()).allSatisfy(lines -> assertThat(lines).isNotEmpty());
    assertThat(Files.readString(out.resolve("README.md"))).contains("too few or too alike");
  }

  @Test
  void aFolderWithFilesStaysUnlessToldOtherwise() throws IOException {
    Path out = data("parity", "--samples", "5");
    Map<String, List<Byte>> before = DataLines.bytes(out);
    Cli refused = Cli.cot("data", "parity", "--samples", "6", "--out", out.toString());
    assertThat(refused.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(refused.err())
        .isEqualTo("cot: " + out + " has files already; --overwrite replaces them\n");
    Files.writeString(out.resolve("thesis.tex"), "years of work");
    Cli strange =
        Cli.cot("data", "parity", "--samples", "6", "--overwrite", "--out", out.toString());
    assertThat(strange.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(strange.err())
        .isEqualTo(
            "cot: %s has files that this command does not write, such as thesis.tex; they are not removed\n"
                .formatted(out));
    Files.delete(out.resolve("thesis.tex"));
    assertThat(DataLines.bytes(out)).isEqualTo(before);
  }

  @Test
  void whatFailsHalfwayLeavesNothing() throws IOException {
    Path out = folder.resolve("half");
    Cli cli =
        Cli.cot(
            "data",
            "parity",
            "graph-gnp",
            "--lengths",
            "4",
            "--samples",
            "9",
            "--out",
            out.toString());
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.err()).contains("graphs have at least 8 vertices, not 4");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parity --samples 0 | --samples 0: expected at least 1",
        "parity --lengths 4,-1 | --lengths -1: a length is at least 0",
        "parity --lengths 4 --test-lengths 4 | --test-lengths 4: it is in --lengths too",
        "parity --corrupt 1.5 | --corrupt 1.5: expected a share from 0 to 1",
        "parity --splits 80,10 | --splits 80,10: expected the per cent of train, validation and test with"
            + " the sum 100, such as 80,10,10",
        "parity --splits a,b,c | --splits a,b,c: expected three whole numbers with the sum 100, such as"
            + " 80,10,10",
        "parity --check -1 | --check -1: expected at least 0",
        "parity --form chat --tokens ids | --tokens ids: conversations have texts; use --form plain",
        "parity --license 'my_own' | --license 'my_own': expected an identifier such as cc0-1.0 or"
            + " apache-2.0",
        "ww --lengths 4 --test-lengths 7 | ww, n = 7: --test-lengths 7: inputs drawn for this length have"
            + " length 6; ask for that",
        "parity --out /dev/null/x | cannot write into folder /dev/null: /dev/null is not a folder",
      })
  void badInputIsOneSentence(String what, String sentence) {
    Set<String> own = Set.of("--out");
    boolean named = own.stream().anyMatch(what::contains);
    String command = "data " + what + (named ? "" : " --out " + folder.resolve("bad"));
    Cli cli = Cli.cot(command.split(" ", -1));
    assertThat(cli.err()).isEqualTo("cot: " + sentence + "\n");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(folder.resolve("bad")).doesNotExist();
  }
}
