package org.cotsim.benchmarks.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.automaton.AutomatonFiles;
import org.cotsim.languages.read.automaton.RegexReader;
import org.cotsim.languages.read.graph.GraphFiles;
import org.cotsim.languages.read.logic.FormulaFiles;
import org.cotsim.languages.read.logic.FormulaReader;
import org.cotsim.languages.read.logic.LtlfReader;
import org.cotsim.languages.read.turing.TuringFiles;
import org.cotsim.languages.turing.TuringMachine;

/**
 * Finds the problem that a person means: a catalogue name, {@code regex:EXPR}, {@code formula:TEXT},
 * {@code ltlf:TEXT}, or a file.
 */
public final class Problems {

  private static final String REGEX = "regex:";
  private static final String MACHINE = "tm:";
  private static final Pattern JFLAP_MACHINE = Pattern.compile("<type>\\s*turing");

  private static final int JFLAP_HEAD = 1 << 12; // JFLAP names the type first
  private static final List<String> MACHINE_EXTENSIONS = List.of(".bb", ".txt", ".yaml", ".yml");

  private Problems() {}

  /**
   * The problem that a text names.
   *
   * @param text a catalogue name, {@code regex:} and an expression, {@code formula:} or {@code ltlf:}
   *     and a formula, or a file known by its extension
   * @param alphabet the symbols of an expression or formula, if they are not those that it mentions
   * @param most runs of Turing machines are stopped after so many steps
   */
  public static Problem<?> find(String text, Optional<String> alphabet, long most)
      throws InputException {
    if (text.startsWith(REGEX)) {
      String expression = text.substring(REGEX.length());
      RegularLanguage language = RegexReader.read(expression, alphabet);
      return new RegularProblem(language, "the regular expression " + expression);
    }
    Optional<Problem<?>> logic = logic(text, alphabet);
    if (logic.isPresent()) {
      return logic.get();
    }
    if (alphabet.isPresent()) {
      throw InputException.in(
          "--alphabet",
          "an alphabet can be given for regex:EXPR, formula:TEXT, ltlf:TEXT and FILE.crasp only,"
              + " not for "
              + text);
    }
    if (text.startsWith(GraphProblem.FILE)) {
      String file = text.substring(GraphProblem.FILE.length());
      return GraphProblem.of(GraphFiles.read(Path.of(file)));
    }
    if (text.startsWith(MACHINE)) {
      String machine = text.substring(MACHINE.length());
      return TuringProblem.of(TuringFiles.inline(machine), text, "the machine " + machine, most);
    }
    if (looksLikeFile(text) && isMachine(Path.of(text))) {
      TuringMachine machine = TuringFiles.read(Path.of(text));
      return TuringProblem.of(machine, fileName(text), "the machine in " + text, most);
    }
    if (looksLikeFile(text)) {
      RegularLanguage language = AutomatonFiles.read(Path.of(text));
      return new RegularProblem(language, "the automaton in " + text);
    }
    Optional<GraphProblem> graphs = GraphProblem.find(text);
    if (graphs.isPresent()) {
      return graphs.get();
    }
    Optional<GraphMachineProblem> byMachine = GraphMachineProblem.find(text, most);
    return byMachine.isPresent() ? byMachine.get() : of(Catalogue.find(text), most);
  }

  private static Optional<Problem<?>> logic(String text, Optional<String> alphabet)
      throws InputException {
    if (text.startsWith(FormulaReader.PREFIX)) {
      String formula = text.substring(FormulaReader.PREFIX.length());
      return Optional.of(FormulaProblem.of(text, FormulaReader.read(formula, alphabet)));
    }
    if (text.startsWith(LtlfReader.PREFIX)) {
      String formula = text.substring(LtlfReader.PREFIX.length());
      RegularLanguage language = LtlfReader.read(formula, alphabet);
      return Optional.of(
          new RegularProblem(language, "the LTLf formula " + formula, "star-free"));
    }
    return looksLikeFile(text) && FormulaFiles.isFormula(Path.of(text))
        ? Optional.of(FormulaProblem.of(fileName(text), FormulaFiles.read(Path.of(text), alphabet)))
        : Optional.empty();
  }

  private static String fileName(String text) {
    return String.valueOf(Path.of(text).getFileName());
  }

  /** Whether a file holds a Turing machine: by its extension, or for JFLAP by the type it names. */
  private static boolean isMachine(Path file) {
    String lower = file.toString().toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".jff")) {
      return MACHINE_EXTENSIONS.stream().anyMatch(lower::endsWith);
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(JFLAP_HEAD), StandardCharsets.UTF_8);
      return JFLAP_MACHINE.matcher(head).find();
    } catch (IOException e) {
      return false; // the reader says what is wrong with it
    }
  }

  /** The regular languages of the catalogue, in its order. */
  public static List<Problem<?>> regular() {
    List<Problem<?>> problems = new ArrayList<>();
    for (Entry entry : Catalogue.entries()) {
      if (entry instanceof RegularEntry) {
        problems.add(of(entry, TuringProblem.DEFAULT_STEPS));
      }
    }
    return problems;
  }

  private static Problem<?> of(Entry entry, long most) {
    if (entry instanceof TuringEntry turing) {
      return TuringProblem.of(turing, most);
    }
    RegularEntry regular = (RegularEntry) entry;
    return new RegularProblem(regular.language(), regular.summary());
  }

  /** Catalogue names have no dot and no folder separator. */
  private static boolean looksLikeFile(String text) {
    return text.indexOf('.') >= 0 || text.indexOf('/') >= 0 || text.indexOf('\\') >= 0;
  }
}
