package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotsim.cli.BigramModel.FLOAT16;
import static org.cotsim.cli.BigramModel.INT64;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that were made elsewhere take part in the experiments. */
class TrainedModelTest extends TrainedModels {

  @Test
  void itIsAskedAsTheDataSetWritesAndForcedWhenTheBudgetIsSpent() throws IOException {
    bigram(saysOne()).write(model);
    vocabulary(); // beside the model
    assertThat(Cli.done("run", named, "--word", "1", "--show-chain").out())
        .startsWith(
            """
            problem   parity by %s: bit strings with an odd number of 1s
            input     1 (n = 1)
            chain     q0 q1
            outcome   answered by itself after 2 intermediate tokens
            answer    accept; the oracle says accept
            executor  onnxruntime (ONNX Runtime\
            """
                .formatted(model))
        .endsWith("model     " + model + ", whole sequences, float; nothing is certified\n");
    JsonObject forced =
        Cli.done("run", named, "--word", "1", "--budget", "0", "--format", "json").json();
    assertThat(forced.get("outcome").getAsString()).isEqualTo("budget spent");
    assertThat(forced.get("answer").getAsString()).isEqualTo("reject");
    assertThat(forced.get("certified").getAsBoolean()).isFalse();
    assertThat(forced.get("compiled_for").isJsonNull()).isTrue();
  }

  @Test
  void checkNamesTheFirstWrongToken() throws IOException {
    bigram(saysOne()).write(model);
    vocabulary();
    Cli cli = Cli.cot("check", named, "--exhaustive", "1", "--format", "json");
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(cli.json().get("right").getAsInt()).isEqualTo(1); // the word 1 alone
    JsonObject wrong = cli.json().getAsJsonObject("first_wrong");
    assertThat(wrong.get("input").getAsString()).isEmpty();
    assertThat(wrong.get("token_index").getAsInt()).isEqualTo(1);
  }

  @Test
  void itsAutomatonIsLearnedFromItsAnswersAlone() throws IOException {
    double[][] table = saysOne();
    table[Q0][REJECT] = 1; // where one step is all that the empty word is given
    bigram(table).write(model);
    vocabulary();
    Cli always = Cli.cot("learn", named, "--random", "10", "--format", "json");
    assertThat(always.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(always.json().get("states").getAsInt()).isEqualTo(2);
    assertThat(always.json().get("difference").getAsString()).isEqualTo("0");
    Path exported = folder.resolve("exported.onnx");
    Cli.done("export", "mod-3", "--out", exported.toString());
    JsonObject same =
        Cli.done("learn", "model:" + exported, "--random", "10", "--format", "json").json();
    assertThat(same.get("states").getAsInt()).isEqualTo(3);
  }

  @Test
  void equalScoresAreATie() throws IOException {
    bigram(new double[TOKENS][TOKENS]).write(model);
    vocabulary();
    Cli cli = Cli.cot("run", named, "--word", "1");
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(cli.out()).contains("no answer: several tokens tied after 0 intermediate tokens");
  }

  /** The vocabulary of binary-increment: 14 is the output 1, 16 ends an answer. */
  @Test
  void anAnswerWithoutAnEndIsNoneAndOneWithoutATokenIsTheEmptyWord() throws IOException {
    tokens("vocabulary.json", "binary-increment");
    double[][] table = new double[17][17];
    table[THINK][14] = 3;
    table[14][14] = 3;
    bigram(table).write(model);
    assertThat(Cli.cot("run", named, "--word", "1").out())
        .contains("outcome   no answer: it went on without an end after 0 intermediate tokens\n")
        .contains("answer    none; the oracle says 10 (WRONG)\n");
    assertThat(Cli.cot("check", named, "--exhaustive", "1").out())
        .contains("; no answer: it went on without an end after 0 steps\n");
    table[THINK][16] = 9;
    bigram(table).write(model);
    assertThat(Cli.cot("run", named, "--word", "1").out())
        .contains("answer    the empty word; the oracle says 10 (WRONG)\n");
  }

  @Test
  void halfPrecisionIsRead() throws IOException {
    new BigramModel(saysOne())
        .gather("input_ids", "scores")
        .node("Cast", FLOAT16, "logits", "scores")
        .input("input_ids", INT64, -1, -1)
        .input("attention_mask", INT64, -1, -1)
        .input("position_ids", INT64, -1, -1)
        .output("logits", FLOAT16, -1, -1, TOKENS)
        .write(model);
    vocabulary();
    assertThat(Cli.done("run", named, "--word", "1").out()).contains("answer    accept", "float16");
  }

  /** The same numbers under other names, and a token that the problem does not have. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"vocab.json", "tokenizer.json"})
  void vocabulariesOfHuggingFaceAreRead(String name) throws IOException {
    int padding = TOKENS;
    double[][] table = new double[TOKENS + 1][TOKENS + 1];
    for (int i = 0; i < TOKENS; i++) {
      System.arraycopy(saysOne()[i], 0, table[TOKENS - i], 1, TOKENS);
      reverse(table[TOKENS - i]);
    }
    table[TOKENS - THINK][padding - Q0] = 3;
    bigram(table).write(model);
    String words =
        """
        {"$": 8, "0": 7, "1": 6, "#": 5, "q0": 4, "q1": 3, "reject": 2, "accept": 1, "[PAD]": 0}""";
    Files.writeString(
        folder.resolve(name),
        name.equals("vocab.json")
            ? words
            : """
            {"added_tokens": [{"id": 0, "content": "[PAD]"}],
             "model": {"type": "WordLevel", "unk_token": "[PAD]", "vocab": %s}}"""
                .formatted(words));
    assertThat(Cli.done("run", named, "--of", "parity", "--word", "1", "--show-chain").out())
        .contains("chain     q0 q1", "answer    accept");
    table[TOKENS - THINK][0] = 9;
    bigram(table).write(model);
    assertThat(Cli.cot("run", named, "--of", "parity", "--word", "1", "--show-chain").out())
        .contains("chain     [PAD] (0)");
  }

  @Test
  void scoresBeyondTheVocabularyAreWrongTokens() throws IOException {
    double[][] table = new double[64][64];
    for (int i = 0; i < TOKENS; i++) {
      System.arraycopy(saysOne()[i], 0, table[i], 0, TOKENS);
    }
    bigram(table).write(model);
    vocabulary();
    assertThat(Cli.done("run", named, "--word", "1", "--show-chain").out())
        .contains("chain     q0 q1", "answer    accept");
    table[Q0][63] = 9;
    bigram(table).write(model);
    assertThat(Cli.cot("run", named, "--word", "1", "--show-chain").out())
        .contains("chain     q0 unnamed-63 (63)");
  }

  private static void reverse(double[] row) {
    double[] scores = Arrays.copyOfRange(row, 1, row.length);
    row[0] = 0;
    for (int i = 0; i < scores.length; i++) {
      row[scores.length - i] = scores[i];
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"sequence", "step"})
  void exportedDecodersNeedNoVocabulary(String form) {
    Cli.done("export", "parity", "--max-length", "16", "--form", form, "--out", model.toString());
    assertThat(Cli.done("check", named, "--exhaustive", "5").out()).contains("63 right, 0 wrong");
    assertThat(Cli.done("check", named, "--random", "20", "--length", "9", "--one-pass").out())
        .contains("20 right, 0 wrong");
  }

  /** Trained by train.py for a minute: the same weights in both forms. */
  @Test
  void bothFormsOfATrainedModelSayTheSame() throws IOException {
    fixture("vocabulary.json");
    Path data = folder.resolve("set");
    Cli.cot(
        "data",
        "parity",
        "--lengths",
        "1..8",
        "--test-lengths",
        "12",
        "--samples",
        "60",
        "--splits",
        "0,0,100",
        "--budgets",
        "0,n/2,t",
        "--out",
        data.toString());
    String questions = data.resolve("test.jsonl").toString();
    List<JsonObject> grades =
        Stream.of("sequence.onnx", "step.onnx").map(name -> graded(name, questions)).toList();
    assertThat(grades.get(0).get("answers_right").getAsInt()).isPositive();
    for (String key :
        List.of(
            "graded", "answers_right", "chains_right", "first_wrong", "by_length", "by_budget")) {
      assertThat(grades.get(1).get(key)).as(key).isEqualTo(grades.get(0).get(key));
    }
  }

  private JsonObject graded(String name, String questions) {
    try {
      return Cli.done(
              "grade", "model:" + fixture(name), "--questions", questions, "--format", "json")
          .json();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A model that is right is graded as right on every question, whatever the file says. */
  @Test
  void gradeLetsTheModelAnswer() throws IOException {
    Cli.done("export", "parity", "--max-length", "16", "--out", model.toString());
    Path data = folder.resolve("set");
    Cli.done(
        "data",
        "parity",
        "--lengths",
        "5,9",
        "--samples",
        "30",
        "--corrupt",
        "0.5",
        "--splits",
        "0,0,100",
        "--budgets",
        "t",
        "--out",
        data.toString());
    JsonObject grades =
        Cli.done(
                "grade",
                named,
                "--questions",
                data.resolve("test.jsonl").toString(),
                "--format",
                "json")
            .json();
    assertThat(grades.get("graded").getAsInt()).isEqualTo(60);
    assertThat(grades.get("chains_right").getAsInt()).isEqualTo(60);
    assertThat(grades.get("answers_right").getAsInt()).isEqualTo(60);
  }
}
