package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms in which completions are read, and what is said where they cannot be. */
class GradeReadingTest extends GradedAnswers {

  /** Each is the right transcript of 01, spelled otherwise. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\1',
      value = {
        "q0 q0 q1\\nFinal answer: accept ~ ",
        " q0  q0 q1 \\nFinal answer: accept\\n\\n ~ spaces",
        "q0, q0, q1\\nFinal answer: accept ~ commas",
        "[q0,q0,q1]\\nFinal answer: accept ~ commas",
        "q0 -> q0 -> q1\\nFinal answer: accept ~ commas",
        "Q0 q0 q1\\nFinal answer: Accept ~ case",
        "1. q0\\n2. q0\\n3. q1\\nFinal answer: accept ~ numbers",
        "- q0\\n- q0\\n- q1\\nFinal answer: accept ~ numbers",
        "Chain: q0 q0 q1\\nFinal answer: accept ~ Chain",
        "q0 q0 q1\\nAnswer: accept ~ another mark",
        "q0 q0 q1\\nThe answer is accept. ~ another mark,around the answer",
        "q0 q0 q1\\n**Final Answer:** **accept** ~ another mark",
        "q0 q0 q1\\n#### accept ~ another mark",
        "q0 q0 q1 \\\\boxed{accept} ~ another mark",
        "q0 q0 q1 accept ~ no mark",
        "q0 q0 q1\\nFinal answer: accept\\nHope this helps! ~ text behind",
        "```\\nq0 q0 q1\\n```\\nFinal answer: accept ~ code fences",
        "<think>q0 q0 q1</think>\\nFinal answer: accept<|im_end|> ~ tags",
      })
  void usualSpellingsAreReadAndSaid(String said, String words) throws IOException {
    JsonObject grades = grade("parity", file(completion("01", said.translateEscapes())));
    assertThat(grades.get("chains_right").getAsInt()).as(grades.toString()).isEqualTo(1);
    assertThat(grades.get("answers_right").getAsInt()).as(grades.toString()).isEqualTo(1);
    String tolerated = grades.getAsJsonObject("tolerated").keySet().toString();
    if (words == null) {
      assertThat(tolerated).isEqualTo("[]");
    } else {
      assertThat(tolerated).contains(words.split(",", -1));
    }
  }

  @Test
  void tokensOfSeveralWordsAreReadWithOrWithoutCommas() throws IOException {
    Path data = folder.resolve("data");
    Cli.cot(
        "data",
        "anbn",
        "--lengths",
        "6",
        "--samples",
        "4",
        "--form",
        "chat",
        "--splits",
        "100,0,0",
        "--out",
        data.toString());
    for (JsonObject line : DataLines.all(data)) {
      String said =
          line.getAsJsonArray("messages").get(1).getAsJsonObject().get("content").getAsString();
      for (String separator : List.of("\n", " ", ", ", " -> ")) {
        String chain = said.substring(0, said.indexOf("\nFinal")).replace("\n", separator);
        JsonObject grades =
            grade(
                "anbn",
                file(
                    completion(
                        line.get("input").getAsString(),
                        chain + said.substring(said.indexOf("\nFinal")))));
        assertThat(grades.get("chains_right").getAsInt()).as(chain).isEqualTo(1);
      }
    }
  }

  @Test
  void contentInPartsAttachmentsAndRepetitionsAreRead() throws IOException {
    String chat =
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Input: 1\"}]},"
            + "{\"role\":\"assistant\",\"content\":[{\"type\":\"reasoning\",\"reasoning\":\"hm\"},"
            + "{\"type\":\"text\",\"text\":\"q0 q1\\nFinal answer: accept\"}]}]}";
    assertThat(grade("parity", file(chat)).get("chains_right").getAsInt()).isEqualTo(1);
    String sample =
        "{\"doc\":{\"input\":\"1\"},\"resps\":[[\"q0 q1\\nFinal answer: accept\",\"q0 q0\\nFinal answer:"
            + " reject\"]],\"filtered_resps\":[\"accept\"],\"exact_match\":NaN}";
    JsonObject repeated = grade("parity", file(sample));
    assertThat(repeated.get("graded").getAsInt()).isEqualTo(2);
    assertThat(repeated.get("chains_right").getAsInt()).isEqualTo(1);
    Path log = folder.resolve("log.json");
    Files.writeString(
        log,
        "{\"version\":2,\"status\":\"success\",\"samples\":[{\"id\":1,\"epoch\":1,\"input\":[{\"role\":"
            + "\"user\",\"content\":\"attachment://77\"}],\"output\":{\"completion\":\"attachment://78\"},"
            + "\"attachments\":{\"77\":\"Steps: at most 1\\nInput: 1\",\"78\":\"q0\\nFinal answer:"
            + " accept\"}}]}");
    JsonObject inspect = grade("parity", log);
    assertThat(inspect.get("chains_right").getAsInt()).isEqualTo(1);
    assertThat(inspect.get("by_budget").toString()).contains("{\"budget\":1,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      value = {
        "{\"input\":\"01\",\"chain\": | :1:23: not JSON: it ends too early",
        "[1] | :1:1: found [1], expected a JSON object",
        "{\"input\":\"01\"} | :1:1: found the keys input, expected input with chain and answer or"
            + " completion, messages, or doc and resps",
        "{\"chain\":[],\"answer\":\"accept\"} | :1:1: the key \"input\" is missing",
        "{\"input\":\"02\",\"answer\":\"accept\"} | :1:2: the input is none of parity: unknown symbol '2',"
            + " expected one of '0', '1'",
        "{\"input\":\"01\",\"n\":3,\"answer\":\"accept\"} | :1:15: \"n\" is 3, the input has length 2",
        "{\"input\":\"01\",\"budget\":-1,\"answer\":\"accept\"} | :1:15: \"budget\" is no whole number from"
            + " 0 on: -1",
        "{\"input\":\"01\",\"answer\":\"accept\",\"label\":\"reject\"} | :1:33: the label is \"reject\", but"
            + " parity of this input is accept",
        "{\"input\":\"01\",\"chain\":{},\"answer\":\"accept\"} | :1:15: \"chain\" is no list: {}",
        "{\"input\":\"01\",\"chain\":[true],\"answer\":\"accept\"} | :1:15: a token of \"chain\" is no text:"
            + " true",
        "{\"messages\":null} | :1:1: the key \"messages\" has no list",
        "{\"messages\":[]} | :1:1: no input: neither a key \"input\" nor a line \"Input: ...\" in the"
            + " question",
      })
  void badInputHasItsPlace(String line, String sentence) throws IOException {
    Path file = file(line);
    Cli cli = Cli.cot("grade", "parity", "--answers", file.toString());
    assertThat(cli.err()).isEqualTo("cot: " + file + sentence + "\n");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }

  @Test
  void filesThatHoldNothingAreRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.jsonl"));
    requireRefusal(empty, empty + ": the file has no lines");
    Path header = folder.resolve("header.json");
    Files.writeString(header, "{\"version\": 2, \"status\": \"success\", \"eval\": {}}");
    requireRefusal(
        header,
        header
            + ": this log of Inspect has no samples; it may be a header, or be logged without them");
    Path device = Path.of("/dev/null");
    if (Files.exists(device)) {
      requireRefusal(
          device, device + ": answers are read more than once, so not from a pipe or a device");
    }
    Path missing = folder.resolve("missing.jsonl");
    assertThat(Cli.cot("grade", "parity", "--answers", missing.toString()).err())
        .contains(missing.toString());
    requireRefusal(
        file("{\"problem\":\"mod-3\",\"input\":\"1\",\"answer\":\"accept\"}"),
        folder.resolve("answers.jsonl") + " has no completion of parity");
  }

  @Test
  void anAttachmentThatIsNoTextIsNoInput() throws IOException {
    Path log = folder.resolve("log.json");
    Files.writeString(
        log,
        "{\"version\":2,\"status\":\"success\",\"samples\":[{\"id\":1,\"input\":\"attachment://77\","
            + "\"output\":{\"completion\":\"q0\"},\"attachments\":{\"77\":{}}}]}");
    Cli cli = Cli.cot("grade", "parity", "--answers", log.toString());
    assertThat(cli.err()).startsWith("cot: " + log).hasLineCount(1);
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }

  private static void requireRefusal(Path file, String sentence) {
    Cli cli = Cli.cot("grade", "parity", "--answers", file.toString());
    assertThat(cli.err()).isEqualTo("cot: " + sentence + "\n");
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
  }
}
