package org.cotsim.languages.read.logic;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.TextFile;

/** Formulas in files: {@code .crasp}. */
public final class FormulaFiles {

  private static final int LIMIT = 1 << 20;

  private FormulaFiles() {}

  /** Whether a file is one of these, by its extension. */
  public static boolean isFormula(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".crasp");
  }

  /**
   * The formula of the program in a file.
   *
   * @param alphabet the letters, as in {@link FormulaReader#read}
   * @throws InputException with line and column of every problem, or if it cannot be read
   */
  public static Sentence read(Path file, Optional<String> alphabet) throws InputException {
    TextFile text = TextFile.read(file, LIMIT);
    return CraspReader.read(text.source(), text.text(), alphabet);
  }
}
