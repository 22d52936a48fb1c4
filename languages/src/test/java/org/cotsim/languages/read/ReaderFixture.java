package org.cotsim.languages.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.DfaOracle;
import org.cotsim.languages.read.automaton.AutomatonFiles;
import org.junit.jupiter.api.io.TempDir;

/** Writes files, reads them and lists what they accept or what is wrong with them. */
public abstract class ReaderFixture {

  @TempDir protected Path folder;

  protected Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  protected RegularLanguage read(String name, String text) throws Exception {
    return AutomatonFiles.read(write(name, text));
  }

  /** The problems without the folder in front of them. */
  protected List<String> problems(Path file) {
    InputException e = catchThrowableOfType(InputException.class, () -> AutomatonFiles.read(file));
    assertThat(e).isNotNull();
    return e.problems().stream()
        .map(problem -> problem.toString().replace(folder + "/", "").replace(folder + "", "DIR"))
        .toList();
  }

  protected List<String> problems(String name, String text) throws IOException {
    return problems(write(name, text));
  }

  protected static List<String> accepted(RegularLanguage language, int maxLength) {
    List<String> accepted = new ArrayList<>();
    for (int length = 0; length <= maxLength; length++) {
      for (List<String> word : Words.exhaustive(language.alphabet(), length)) {
        if (new DfaOracle(language).accepts(word)) {
          accepted.add(Words.format(word));
        }
      }
    }
    return accepted;
  }
}
