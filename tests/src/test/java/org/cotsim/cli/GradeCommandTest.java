package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeCommandTest {

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("answers.jsonl"), String.join("\n", lines) + "\n");
  }

  private JsonObject grade(String problem, Path file, String... options) {
    String[] command = new String[options.length + 6];
    List<String> fixed =
        List.of("grade", problem, "--answers", file.toString(), "--format", "json");
    for (int i = 0; i < command.length; i++) {
      command[i] = i < fixed.size() ? fixed.get(i) : options[i - fixed.size()];
    }
    return Cli.done(command).json();
  }

  private static String completion(String word, String said) {
    return "{\"input\": \"%s\", \"completion\": %s}".formatted(word, new JsonPrimitive(said));
  }

  @Test
  void everyKindOfMistakeIsCounted() throws IOException {
    Path file =
        file(
            completion("01", "q0 q0 q1\nFinal answer: accept"), // right
            completion("01", "q0 q1 q0\nFinal answer: accept"), // right answer, wrong chain
            completion("11", "q0 q1 q0\nFinal answer: accept"), // wrong answer, right chain
            completion("11", "q0 q1\nFinal answer: reject"), // too short
            completion("11", "q0 q1 q0 q0\nFinal answer: reject"), // too long
            completion("1", "q0 q1"), // no answer
            completion("1", "q0 q7\nFinal answer: accept"), // no token
            completion("1", "I do not know."), // unreadable
            completion("1", "")); // unreadable
    JsonObject grades = grade("parity", file);
    assertThat(grades.get("graded").getAsInt()).isEqualTo(9);
    assertThat(grades.get("answers_right").getAsInt()).isEqualTo(5);
    assertThat(grades.get("chains_right").getAsInt()).isEqualTo(3);
    assertThat(grades.get("right_answers_on_wrong_chains").getAsInt()).isEqualTo(4);
    assertThat(grades.get("unanswered").getAsInt()).isEqualTo(1);
    assertThat(grades.get("unreadable").getAsInt()).isEqualTo(2);
    assertThat(grades.get("words_that_are_no_tokens").getAsInt()).isEqualTo(1);
    assertThat(grades.getAsJsonObject("first_wrong")).hasToString("{\"2\":2,\"3\":1,\"4\":1}");
    assertThat(grades.get("first_wrong_tokens").toString())
        .contains("{\"step\":2,\"expected\":\"q0\",\"found\":\"q1\",\"count\":1}")
        .contains("{\"step\":3,\"expected\":\"q0\",\"found\":\"the answer\",\"count\":1}")
        .contains("{\"step\":4,\"expected\":\"the answer\",\"found\":\"q0\",\"count\":1}")
        .contains("{\"step\":2,\"expected\":\"q1\",\"found\":\"q7\",\"count\":1}");
    assertThat(grades.get("examples").toString())
        .contains(file + ":7: no token, so a wrong step: \\\"q7\\\"")
        .contains(file + ":8: unreadable: it has no token and no answer")
        .contains(file + ":9: unreadable: it is empty");
    assertThat(grades.get("by_length").toString())
        .contains("{\"n\":1,\"graded\":4,\"answers_right\":1,")
        .contains("{\"n\":2,\"graded\":5,\"answers_right\":4,");
    assertThat(grades.get("by_class").toString())
        .contains("{\"class\":\"accept\",\"graded\":6,")
        .contains("{\"class\":\"reject\",\"graded\":3,");
  }

  @Test
  void intervalsAreThoseOfWilson() throws IOException {
    JsonObject grades =
        grade(
            "parity",
            file(
                completion("1", "q0 q1\nFinal answer: accept"),
                completion("1", "q0 q1\nFinal answer: accept"),
                completion("1", "q0 q1\nFinal answer: reject")));
    // 2 of 3: (2 + z^2/2 -+ z sqrt(2/3 + z^2/4)) / (3 + z^2) with z = 1.959964
    assertThat(grades.get("answer_accuracy").getAsDouble()).isEqualTo(0.666667);
    assertThat(grades.get("answer_accuracy_low").getAsDouble()).isEqualTo(0.20766);
    assertThat(grades.get("answer_accuracy_high").getAsDouble()).isEqualTo(0.938508);
  }

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
  void aBudgetCutsTheRightChain() throws IOException {
    String line =
        "{\"input\":\"0110\",\"budget\":2,\"chain\":[\"q0\",\"q0\"],\"answer\":\"reject\"}";
    JsonObject grades = grade("parity", file(line, line.replace("\"budget\":2,", "")));
    assertThat(grades.get("chains_right").getAsInt()).isEqualTo(1);
    assertThat(grades.get("by_budget").toString())
        .contains("{\"budget\":2,\"graded\":1,")
        .contains("{\"budget\":5,\"graded\":1,");
    JsonObject given = grade("parity", file(line.replace("\"budget\":2,", "")), "--budget", "n/2");
    assertThat(given.get("chains_right").getAsInt()).isEqualTo(1);
  }

  @Test
  void otherProblemsArePassedOver() throws IOException {
    String mine =
        "{\"problem\":\"parity\",\"input\":\"1\",\"chain\":[\"q0\",\"q1\"],\"answer\":\"accept\"}";
    JsonObject grades = grade("parity", file(mine, mine.replace("parity", "tomita-1"), "", mine));
    assertThat(grades.get("graded").getAsInt()).isEqualTo(2);
    assertThat(grades.getAsJsonObject("passed_over"))
        .hasToString("{\"completions of other problems\":1}");
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

  @Test
  void aFirstWrongStepThatTheFileNamesOtherwiseIsNamed() throws IOException {
    String line =
        "{\"problem\":\"parity\",\"input\":\"01\",\"chain\":[\"q0\",\"q1\",\"q1\"],\"answer\":\"accept\",\"first_wrong\":%d}";
    Path file = file(line.formatted(2), line.formatted(1));
    Cli cli = Cli.done("grade", "parity", "--answers", file.toString());
    assertThat(cli.out())
        .contains(
            file + ":2: the file names another first wrong step; found step 2",
            "1 of 2 first wrong steps that the file names were found there");
  }

  @Test
  void theFilesSayWhatIsPrinted() throws IOException {
    Path out = folder.resolve("out");
    Path file =
        file(
            completion("01", "q0 q0 q1\nFinal answer: accept"),
            completion("0110", "q0 q1 q1 q0 q0\nFinal answer: <b>accept</b>"));
    Cli cli = Cli.done("grade", "parity", "--answers", file.toString(), "--out", out.toString());
    assertThat(cli.out())
        .startsWith("parity: 1 of 2 answers right (50.0 %), 1 chain right (50.0 %);")
        .contains("first wrong at step 2: expected q0, found q1; 1 times");
    JsonObject json =
        JsonParser.parseString(Files.readString(out.resolve("grades.json"))).getAsJsonObject();
    assertThat(json.get("chains_right").getAsInt()).isEqualTo(1);
    assertThat(Files.readAllLines(out.resolve("grades.csv")))
        .hasSize(1 + 1 + 2 + 2 + 2)
        .startsWith(
            "problem,group,value,graded,answers_right,answer_accuracy,answer_accuracy_low,answer_accuracy_high,chains_right,chain_accuracy,chain_accuracy_low,chain_accuracy_high")
        .anyMatch(row -> row.startsWith("parity,length,4,1,0,0.0,"));
    assertThat(Files.readAllLines(out.resolve("completions.csv")))
        .hasSize(1 + 2)
        .startsWith(
            "place,input,n,budget,label,answer,answer_right,chain_right,first_wrong,expected,found")
        .anyMatch(row -> row.endsWith(":1,01,2,3,accept,accept,true,true,,,"))
        .anyMatch(row -> row.contains(":2,0110,4,5,reject,<b>accept</b>,false,false,2,q0,q1"));
    assertThat(Files.readString(out.resolve("grades.svg")))
        .startsWith("<svg")
        .contains("n = 4: 0 of 1 answers right (0.0 %)");
    assertThat(Files.readString(out.resolve("grades.md"))).contains("| 2 | q0 | q1 | 1 |");
    assertThat(Files.readString(out.resolve("transcripts.html")))
        .contains("Content-Security-Policy")
        .doesNotContain("<b>accept");
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
