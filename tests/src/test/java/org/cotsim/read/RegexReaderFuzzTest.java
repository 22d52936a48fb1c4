package org.cotsim.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.read.automaton.RegexReader;
import org.cotsim.read.ReaderFuzz.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Regular expressions, spoilt. */
class RegexReaderFuzzTest {

  private static final String CONCERNS_THE_WHOLE =
      "'\\.', '@' and '\\[\\^\\.\\.\\.\\]' mean any symbol.*|no symbol occurs.*|more than .*"
          + "|.* was stopped after .*|an intersection of .* is too large"
          + "|\\d+ states times \\d+ symbols make a table .*";

  private static final List<Document> DOCUMENTS =
      List.of(
          new Document("1", "(ab|c)*&~(a{2,3}b?)"),
          new Document("2", "[a-c]+\"xy\"<01-12>\\(a\\)()"),
          new Document("3", "~(~(a|b)b*){3}|#c"),
          new Document("4", "((a|b)(a|b))*&((a|b)(a|b)(a|b))*"));

  @TempDir private Path folder;

  @Test
  void regularExpressions(TestReporter reporter) throws Exception {
    ReaderFuzz fuzz = new ReaderFuzz(folder, CONCERNS_THE_WHOLE, DOCUMENTS);
    reporter.publishEntry(fuzz.run(RegexReaderFuzzTest::read).toString());
  }

  private static String read(Path file) throws Exception {
    RegularLanguage language = RegexReader.read(Files.readString(file), Optional.empty());
    return String.join("\n", language.notes()) + "\n" + language.alphabet();
  }
}
