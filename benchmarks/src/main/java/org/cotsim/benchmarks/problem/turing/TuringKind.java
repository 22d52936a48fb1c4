package org.cotsim.benchmarks.problem.turing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.benchmarks.problem.ProblemText;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.turing.TuringFiles;
import org.cotsim.languages.turing.TuringMachine;

/** Turing machines: of the catalogue, {@code tm:TEXT}, and files of machines. */
public final class TuringKind implements ProblemKind {

  private static final String MACHINE = "tm:";
  private static final Pattern JFLAP_MACHINE = Pattern.compile("<type>\\s*turing");
  private static final int JFLAP_HEAD = 1 << 12; // JFLAP names the type first
  private static final List<String> EXTENSIONS = List.of(".bb", ".tm", ".txt", ".yaml", ".yml");

  @Override
  public String plural() {
    return "Turing machines";
  }

  @Override
  public Class<TuringProblem> problems() {
    return TuringProblem.class;
  }

  @Override
  public List<String> prefixes() {
    return List.of(MACHINE);
  }

  @Override
  public Optional<Problem<?>> find(ProblemText text) throws InputException {
    Optional<String> machine = text.after(MACHINE);
    if (machine.isPresent()) {
      TuringMachine inline = TuringFiles.inline(machine.get());
      return of(inline, text, text.text(), "the machine " + machine.get());
    }
    Optional<Path> file = text.file();
    if (file.isPresent()) {
      return isMachine(file.get())
          ? of(
              TuringFiles.read(file.get()),
              text,
              text.fileName(),
              "the machine in " + text.fileName())
          : Optional.empty();
    }
    return Catalogue.search(text.text()).orElse(null) instanceof TuringEntry entry
        ? Optional.of(TuringProblem.of(entry, text.withoutAlphabet().mostSteps()))
        : Optional.empty();
  }

  private static Optional<Problem<?>> of(
      TuringMachine machine, ProblemText text, String name, String summary) throws InputException {
    long most = text.withoutAlphabet().mostSteps();
    return Optional.of(TuringProblem.of(machine, name, summary, most));
  }

  /** Whether a file holds a Turing machine: by its extension, or for JFLAP by the type it names. */
  private static boolean isMachine(Path file) {
    String lower = file.toString().toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".jff")) {
      return EXTENSIONS.stream().anyMatch(lower::endsWith);
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(JFLAP_HEAD), StandardCharsets.UTF_8);
      return JFLAP_MACHINE.matcher(head).find();
    } catch (IOException e) {
      return false; // the reader says what is wrong with it
    }
  }
}
