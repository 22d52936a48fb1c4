package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotsim.cli.BigramModel.FLOAT;
import static org.cotsim.cli.BigramModel.INT32;
import static org.cotsim.cli.BigramModel.INT64;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no model of the problem, or does not fit its options, is refused in one sentence. */
class TrainedModelRefusedTest extends TrainedModels {

  private interface Writer {
    void write(TrainedModels test) throws IOException;
  }

  private static Arguments mistake(String sentence, Writer writer) {
    return Arguments.of(sentence, writer);
  }

  private static Writer ports(Consumer<BigramModel> ports) {
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
        mistake("MODEL: this file is empty", test -> Files.createFile(test.model)),
        mistake(
            "MODEL: logits has 8 scores for a token, but FOLDER/vocab.json has 9 tokens",
            words("vocab.json", eight("accept").replace("}", ", \"more\": 8}"))),
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
