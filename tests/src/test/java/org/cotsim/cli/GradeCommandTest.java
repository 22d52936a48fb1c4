package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GradeCommandTest extends GradedAnswers {

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
}
