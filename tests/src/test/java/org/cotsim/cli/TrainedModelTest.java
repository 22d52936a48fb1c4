package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotsim.cli.BigramModel.FLOAT;
import static org.cotsim.cli.BigramModel.FLOAT16;
import static org.cotsim.cli.BigramModel.INT32;
import static org.cotsim.cli.BigramModel.INT64;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that were made elsewhere take part in the experiments, or are refused in one sentence. */
class TrainedModelTest {

  private static final int TOKENS = 8; // of parity: $ 0 1 # q0 q1 reject accept
  private static final int START = 0;
  private static final int THINK = 3;
  private static final int Q0 = 4;
  private static final int Q1 = 5;
  private static final int REJECT = 6;
  private static final int ACCEPT = 7;

  @TempDir private Path folder;
  private Path model;
  private String named;

  @BeforeEach
  void name() {
    model = folder.resolve("m.onnx");
    named = "model:" + model;
  }

  /** Says q0, q1 and accept, whatever the word; reject, if it is forced at once. */
  private static double[][] saysOne() {
    double[][] table = new double[TOKENS][TOKENS];
    table[THINK][Q0] = 3;
    table[THINK][REJECT] = 1;
    table[Q0][Q1] = 3;
    table[Q1][ACCEPT] = 3;
    return table;
  }

  private static BigramModel bigram(double[][] table) {
    return BigramModel.of(table).output("logits", FLOAT, -1, -1, table[0].length);
  }

  /** The vocabulary that cot data writes. */
  private Path vocabulary() throws IOException {
    return tokens("vocabulary.json", "parity");
  }

  private Path tokens(String file, String problem) throws IOException {
    Path data = folder.resolve("data-" + problem);
    Cli.done(
        "data",
        problem,
        "--lengths",
        "4",
        "--samples",
        "10",
        "--splits",
        "100,0,0",
        "--out",
        data.toString());
    Path written = data.resolve("vocabulary").resolve(problem + ".json");
    return Files.copy(written, folder.resolve(file));
  }

  private Path fixture(String name) throws IOException {
    try (InputStream in = TrainedModelTest.class.getResourceAsStream("trained/" + name)) {
      Path copy = folder.resolve(name);
      Files.copy(in, copy);
      return copy;
    }
  }

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

  @Test
  void aSweepMeasuresItBesideTheDecoderBuiltByHand() throws IOException {
    Cli.done("export", "parity", "--max-length", "8", "--out", model.toString());
    Path other = folder.resolve("one.onnx");
    bigram(saysOne()).write(other);
    vocabulary();
    Path out = folder.resolve("sweep");
    String[] command = {
      "sweep",
      "parity",
      named,
      "model:" + other,
      "--lengths",
      "4,8",
      "--samples",
      "40",
      "--budgets",
      "0,n/2,n+1",
      "--out",
      out.toString()
    };
    assertThat(Cli.done(command).out())
        .contains("every sampled word was answered right at and above the claimed number of steps");
    List<String> rows = Files.readAllLines(out.resolve("results.csv"));
    assertThat(rows).hasSize(1 + 3 * 2 * 3);
    List<String> built = accuracies(rows, "theorem1");
    assertThat(accuracies(rows, model.toString())).isEqualTo(built);
    assertThat(accuracies(rows, other.toString())).hasSize(6).isNotEqualTo(built);
    assertThat(Files.readString(out.resolve("report.md")))
        .contains(
            "**parity answers every sampled input right with at least the claimed number of steps;",
            "parity by "
                + other
                + " answers 50.0 % of the inputs right with at least as many steps")
        .contains("Of a decoder from a file nothing is claimed");
    assertThat(Files.readString(out.resolve("lengths.svg")))
        .contains("Accuracy against the length of the input", "theorem1, n+1 steps");
    String[] again = Arrays.copyOf(command, command.length + 1);
    again[command.length] = "--resume";
    Cli.done(again);
    bigram(new double[TOKENS][TOKENS]).write(other);
    assertThat(Cli.cot(again).code()).isEqualTo(Cot.BAD_INPUT); // it is another model now
  }

  /** Problem, way, budget and the four counts of each row. */
  private static List<String> accuracies(List<String> rows, String by) {
    return rows.stream()
        .map(row -> row.split(",", -1))
        .filter(fields -> fields[1].equals(by))
        .map(fields -> String.join(",", Arrays.copyOfRange(fields, 3, 17)))
        .toList();
  }

  /** Cells beyond the positions of a model are named and passed over. */
  @Test
  void whatItCannotReadIsPassedOver() throws IOException {
    Path short_ = fixture("sequence.onnx");
    fixture("vocabulary.json");
    Cli cli =
        Cli.cot(
            "sweep",
            "model:" + short_,
            "--lengths",
            "4,64",
            "--samples",
            "4",
            "--budgets",
            "0",
            "--out",
            folder.resolve("sweep").toString());
    assertThat(cli.code()).isEqualTo(Cot.CHECK_FAILED);
    assertThat(cli.err())
        .startsWith(
            "cot: parity by " + short_ + ", n = 64: " + short_ + " does not run on 66 tokens: ");
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

  private interface Writer {
    void write(TrainedModelTest test) throws IOException;
  }

  private static Arguments mistake(String sentence, Writer writer) {
    return Arguments.of(sentence, writer);
  }

  private static Writer ports(java.util.function.Consumer<BigramModel> ports) {
    return test -> {
      BigramModel model = new BigramModel(saysOne());
      ports.accept(model);
      model.write(test.model);
      test.vocabulary();
    };
  }

  private static Writer words(String file, String text) {
    return test -> {
      bigram(saysOne()).write(test.model);
      Files.writeString(test.folder.resolve(file), text);
    };
  }

  private static BigramModel usual(BigramModel model) {
    return model
        .gather("input_ids", "logits")
        .input("input_ids", INT64, -1, -1)
        .output("logits", FLOAT, -1, -1, TOKENS);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("MODEL: there is no such file", test -> {}),
        mistake("MODEL: this is not a file", test -> Files.createDirectory(test.model)),
        mistake(
            "MODEL: there is no input input_ids; its inputs are position_ids",
            ports(
                m ->
                    m.gather("position_ids", "logits")
                        .input("position_ids", INT64, -1, -1)
                        .output("logits", FLOAT, -1, -1, TOKENS))),
        mistake(
            "MODEL: the input token_type_ids is not known here; expected input_ids and, where there are any, attention_mask, position_ids and past_key_values.*",
            ports(m -> usual(m).input("token_type_ids", INT64, -1, -1))),
        mistake(
            "MODEL: the input input_ids is INT32 [?, ?], expected INT64 [batch, sequence]",
            ports(
                m ->
                    m.gather("input_ids", "logits")
                        .input("input_ids", INT32, -1, -1)
                        .output("logits", FLOAT, -1, -1, TOKENS))),
        mistake(
            "MODEL: the input input_ids is INT64 [?], expected INT64 [batch, sequence]",
            ports(
                m ->
                    m.gather("input_ids", "logits")
                        .input("input_ids", INT64, -1)
                        .output("logits", FLOAT, -1, TOKENS))),
        mistake(
            "MODEL: input_ids is fixed to [?, 16], expected a number of tokens that is left open (dynamic_axes of torch.onnx.export)",
            ports(
                m ->
                    m.gather("input_ids", "logits")
                        .input("input_ids", INT64, -1, 16)
                        .output("logits", FLOAT, -1, 16, TOKENS))),
        mistake(
            "MODEL: input_ids is fixed to [4, ?], expected a batch of 1 or one that is left open",
            ports(
                m ->
                    m.gather("input_ids", "logits")
                        .input("input_ids", INT64, 4, -1)
                        .output("logits", FLOAT, 4, -1, TOKENS))),
        mistake(
            "MODEL: the input attention_mask is FLOAT [?, ?], expected INT64 [batch, tokens so far]",
            ports(m -> usual(m).input("attention_mask", FLOAT, -1, -1))),
        mistake(
            "MODEL: there is no output logits; its outputs are scores",
            ports(
                m ->
                    m.gather("input_ids", "scores")
                        .input("input_ids", INT64, -1, -1)
                        .output("scores", FLOAT, -1, -1, TOKENS))),
        mistake(
            "MODEL: the output logits is INT64 [?, ?], expected FLOAT, FLOAT16 or DOUBLE [batch, sequence, vocabulary]",
            ports(
                m ->
                    m.node("Identity", 0, "logits", "input_ids")
                        .input("input_ids", INT64, -1, -1)
                        .output("logits", INT64, -1, -1))),
        mistake(
            "MODEL: the input past_key_values.0.key has no output present.0.key; its outputs are logits",
            ports(m -> usual(m).input("past_key_values.0.key", FLOAT, -1, 1, -1, 2))),
        mistake(
            "MODEL: the input past_key_values.0.key is FLOAT [?, ?, ?, 2], expected FLOAT, FLOAT16 or DOUBLE with one size beside the batch that is left open",
            ports(
                m ->
                    usual(m)
                        .input("past_key_values.0.key", FLOAT, -1, -1, -1, 2)
                        .node("Identity", 0, "present.0.key", "past_key_values.0.key")
                        .output("present.0.key", FLOAT, -1, -1, -1, 2))),
        mistake(
            "MODEL: logits has 8 scores for a token, but FOLDER/vocab.json has 2 tokens",
            words("vocab.json", "{\"a\": 0, \"b\": 1}")),
        mistake(
            "MODEL does not say what its tokens are, and none of vocabulary.json, tokenizer.json, vocab.json is beside it; --vocabulary FILE names them",
            test -> bigram(saysOne()).write(test.model)),
        mistake(
            "FOLDER/vocab.json does not name the problem of the model; --of NAME does",
            words("vocab.json", eight("accept"))),
        mistake(
            "FOLDER/vocabulary.json: of the tokens of parity one is missing: accept (answer)",
            words("vocabulary.json", data("accepted", "answer", 7))),
        mistake(
            "FOLDER/vocabulary.json: of the tokens of parity one is missing: accept (answer)",
            words("vocabulary.json", data("accept", "step", 7))),
        mistake(
            "FOLDER/vocabulary.json: the token \"reject (answer)\" stands there twice",
            words("vocabulary.json", data("reject", "answer", 7))),
        mistake(
            "FOLDER/vocabulary.json: the number 6 is that of \"reject\" and of \"accept\"",
            words("vocabulary.json", data("accept", "answer", 6))),
        mistake(
            "FOLDER/vocabulary.json: there is a token 9 and none of the number 7; expected all from 0",
            words("vocabulary.json", data("accept", "answer", 9))),
        mistake(
            "FOLDER/vocabulary.json: the role of the token \"accept\" is \"end\", expected one of [START, INPUT, THINK, STEP, THOUGHT, OUTPUT, ANSWER, PADDING, SUMMARY, RESTART]",
            words("vocabulary.json", data("accept", "end", 7))),
        mistake(
            "FOLDER/vocabulary.json: found [1], expected a vocabulary: one that cot data wrote, a vocab.json or a tokenizer.json",
            words("vocabulary.json", "[1]")),
        mistake(
            "FOLDER/vocabulary.json:1:9: the file ends too early (at $.a)",
            words("vocabulary.json", "{\"a\": 1,")),
        mistake(
            "FOLDER/tokenizer.json: the tokenizer is BPE, which takes words apart; expected WordLevel, a number for each whole token",
            words("tokenizer.json", "{\"model\": {\"type\": \"BPE\", \"vocab\": {}}}")));
  }

  private static String eight(String last) {
    return """
        {"$": 0, "0": 1, "1": 2, "#": 3, "q0": 4, "q1": 5, "reject": 6, "%s": 7}"""
        .formatted(last);
  }

  /** The vocabulary of parity but for its last token. */
  private static String data(String text, String role, int id) {
    return """
        {"problem":"parity","tokens":[
        {"id":0,"text":"$","role":"start"},
        {"id":1,"text":"0","role":"input"},
        {"id":2,"text":"1","role":"input"},
        {"id":3,"text":"#","role":"think"},
        {"id":4,"text":"q0","role":"step"},
        {"id":5,"text":"q1","role":"step"},
        {"id":6,"text":"reject","role":"answer"},
        {"id":%d,"text":"%s","role":"%s"}
        ]}
        """
        .formatted(id, text, role);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void mistakesAreOneSentence(String sentence, Writer writer) throws IOException {
    writer.write(this);
    Cli cli = Cli.cot("run", named, "--word", "1");
    assertThat(cli.err())
        .isEqualTo(
            "cot: "
                + sentence.replace("MODEL", model.toString()).replace("FOLDER", folder.toString())
                + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void whatIsNoOnnxFileIsRefused() throws IOException {
    Files.writeString(model, "no model");
    assertThat(Cli.cot("check", named).err())
        .startsWith("cot: " + model + ": ONNX Runtime cannot load it: ")
        .endsWith("\n")
        .hasLineCount(1);
  }

  @Test
  void scoresThatAreNoNumbersAreNamed() throws IOException {
    double[][] table = saysOne();
    table[THINK][START] = Double.NaN;
    bigram(table).write(model);
    vocabulary();
    assertThat(Cli.cot("run", named, "--word", "1").err())
        .isEqualTo("cot: the score of token 0 is not a number\n");
  }

  static Stream<Arguments> options() {
    return Stream.of(
        Arguments.of(
            "run parity --word 1 --vocabulary v.json",
            "--vocabulary can be given with model:FILE.onnx only"),
        Arguments.of(
            "sweep parity --of parity --out x", "--of can be given with model:FILE.onnx only"),
        Arguments.of(
            "run model:m.onnx --word 1 --executor reference",
            "--executor: a model:FILE.onnx runs in ONNX Runtime only"),
        Arguments.of(
            "check model:m.onnx --hash plain",
            "--hash says how a model is built, and a model: is built already"),
        Arguments.of(
            "check model:m.onnx --by cascade",
            "--by says how a model is built, and a model: is built already"),
        Arguments.of(
            "trace model:m.onnx --word 1 --out x.html",
            "a model:FILE.onnx can be given to run, check, sweep, grade and learn only"),
        Arguments.of(
            "grade parity --questions q.jsonl",
            "--questions can be given with model:FILE.onnx only"),
        Arguments.of(
            "grade model:m.onnx --questions q.jsonl --answers a.jsonl",
            "--questions can be given instead of --answers, not beside it"));
  }

  @ParameterizedTest(name = "cot {0}")
  @MethodSource("options")
  void optionsThatDoNotFitAreRefused(String command, String sentence) {
    assertThat(Cli.cot(command.split(" ", -1)).err()).isEqualTo("cot: " + sentence + "\n");
  }

  @Test
  void problemsWhoseTokensChangeAreRefused() throws IOException {
    bigram(saysOne()).write(model);
    vocabulary();
    assertThat(Cli.cot("run", named, "--of", "hops-2", "--word", "1 0 s=0 t=1").err())
        .isEqualTo(
            "cot: hops-2 has other tokens for other inputs, and a model of a file has the same for all\n");
  }
}
