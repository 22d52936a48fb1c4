package org.cotsim.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShellWordsTest {

  @Test
  void onlyWhatAShellReadsOtherwiseIsQuoted() {
    assertThat(ShellWords.join(List.of("cot", "sweep", "--budgets", "0,n/2,n^2", "regex:(ab)*")))
        .isEqualTo("cot sweep --budgets 0,n/2,n^2 'regex:(ab)*'");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aShellReadsTheSameWords() throws IOException, InterruptedException {
    List<String> words =
        List.of(
            "a b", "", "it's", "$HOME", "`x`", "(a|b)*", "\"", "\\", "!", "~", "=a", "a\nb'\\",
            "#");
    Process bash =
        new ProcessBuilder("bash", "-c", "printf '%s\\0' " + ShellWords.join(words)).start();
    String read = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).isZero();
    assertThat(List.of(read.split("\0"))).isEqualTo(words);
  }
}
