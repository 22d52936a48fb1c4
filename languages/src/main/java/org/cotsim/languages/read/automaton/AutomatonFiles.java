package org.cotsim.languages.read.automaton;

import java.nio.file.Path;
import java.util.Map;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.Formats;
import org.cotsim.languages.read.TextFile;

/**
 * Finite automata in files, read by the extension of the file name.
 *
 * <p>{@code .att} is the text format of AT&amp;T FSM, OpenFst and HFST; {@code .jff} is JFLAP;
 * {@code .dot} and {@code .gv} are GraphViz as AutomataLib writes it; {@code .ba} is the format of
 * tools for Buechi automata. Nondeterministic automata are determinised, partial ones completed,
 * all minimised, and {@link RegularLanguage#notes} says so.
 */
public final class AutomatonFiles {

  private static final int MIB = 1 << 20;

  private interface Reader {
    RegularLanguage read(String name, TextFile file) throws InputException;
  }

  private record Format(Reader reader, int mebibytes) {}

  private static final Formats<Format> FORMATS =
      new Formats<>(
          "automaton",
          Map.of(
              "att", new Format(AttReader::read, 64),
              "ba", new Format(BaReader::read, 4),
              "dot", new Format(DotReader::read, 4),
              "gv", new Format(DotReader::read, 4),
              "jff", new Format(JflapReader::read, 64)),
          Map.of(
              "aut", "Aldebaran, transition systems",
              "fa", "a text of many tools, each its own",
              "foma", "foma's binary, to be written with 'write att'",
              "fst", "OpenFst's binary, to be written with 'fstprint'",
              "hfst", "HFST's binary, to be written with 'hfst-fst2txt'",
              "hoa", "HOA, automata on infinite words whose labels are formulas",
              "jflap", "JFLAP 8, to be written as JFLAP 7",
              "mata", "Mata",
              "tmb", "Timbuk, tree automata"));

  private AutomatonFiles() {}

  /**
   * The language of the automaton in a file.
   *
   * @throws InputException naming line and column of each problem, if it cannot be read or is
   *     larger than {@link org.cotsim.languages.automaton.Limits}
   */
  public static RegularLanguage read(Path file) throws InputException {
    Format format = FORMATS.of(file);
    TextFile text = TextFile.read(file, format.mebibytes * MIB);
    return format.reader.read(String.valueOf(file.getFileName()), text);
  }
}
