package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GradePageTest extends BrowserTest {

  private static String completion(String word, String said) {
    return "{\"input\":\"%s\",\"completion\":\"%s\"}\n".formatted(word, said);
  }

  @Test
  void aTranscriptStandsBelowTheRightChain() throws IOException {
    Path answers = folder().resolve("answers.jsonl");
    Files.writeString(
        answers,
        completion("011", "q0 q0 q1 q0\\nFinal answer: reject")
            + completion("101", "q0 q1 q0\\nFinal answer: <i>odd</i>")
            + completion("1", "who knows"));
    Path out = folder().resolve("grades");
    cot("grade", "parity", "--answers", answers.toString(), "--out", out.toString());
    browser().open(out.resolve("transcripts.html"));
    assertThat(browser().run("return document.querySelectorAll('#which option').length"))
        .isEqualTo(3L);
    assertThat(browser().text("#verdict"))
        .isEqualTo("Step 3 is the first wrong one: expected q1, found q0.");
    assertThat(browser().text("#right")).isEqualTo("right q0 q1 q1 q0");
    assertThat(browser().text("#said .wrong")).isEqualTo("q0");
    assertThat(browser().text("#facts")).contains("<i>odd</i>; right is reject");
    browser().run("document.getElementById('after').click()");
    assertThat(browser().text("#verdict"))
        .isEqualTo("It cannot be read: it has no token and no answer.");
    browser().run("document.getElementById('after').click()");
    assertThat(browser().text("#verdict")).isEqualTo("Every step is right.");
    assertThat(browser().run("return document.querySelector('#said .wrong')")).isNull();
  }
}
