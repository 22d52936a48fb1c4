package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.circuit.CircuitExperiment;
import org.cotsim.benchmarks.experiment.circuit.CircuitResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.WordsOverAlphabet;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.circuit.AigerFile;
import org.cotsim.simulator.circuit.DimacsFile;
import org.cotsim.simulator.circuit.OneOutput;
import org.cotsim.simulator.circuit.OpbFile;

/**
 * The file that a circuit is written to, if any.
 *
 * @param path where; empty if nothing is written
 * @param kind the format
 * @param of which circuit
 */
record CircuitFile(Optional<Path> path, Kind kind, Of of) {

  /** The circuits that there are. */
  enum Of {
    DECODER("accept"),
    AUTOMATON("accept"),
    DIFFERENCE("differs");

    private final String output;

    Of(String output) {
      this.output = output;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The formats, each with its ending. */
  enum Kind {
    AIG("binary AIGER"),
    AAG("ASCII AIGER"),
    CNF("DIMACS CNF"),
    OPB("OPB");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    private String ending() {
      return "." + name().toLowerCase(Locale.ROOT);
    }

    private boolean isQuestion() {
      return this == CNF || this == OPB;
    }
  }

  /** The file of a path, which may be missing. */
  static CircuitFile named(Path out, Of of) throws ExperimentException, IOException {
    if (out == null) {
      if (of != null) {
        throw new ExperimentException("--of " + of + " says what is written, and --out is missing");
      }
      return new CircuitFile(Optional.empty(), Kind.AIG, Of.DECODER);
    }
    Kind kind = kind(out);
    if (kind.isQuestion() && of != null && of != Of.DIFFERENCE) {
      throw new ExperimentException(
          "a "
              + kind.ending()
              + " file asks whether decoder and automaton differ; --of "
              + of
              + " is for .aig and .aag");
    }
    AtomicFiles.requireWritableFile(out);
    Of usual = kind.isQuestion() ? Of.DIFFERENCE : Of.DECODER;
    return new CircuitFile(Optional.of(out), kind, of == null ? usual : of);
  }

  private static Kind kind(Path out) throws ExperimentException {
    if (out.toString().equals("-")) {
      return Kind.AAG;
    }
    for (Kind kind : Kind.values()) {
      if (out.toString().toLowerCase(Locale.ROOT).endsWith(kind.ending())) {
        return kind;
      }
    }
    throw new ExperimentException(
        out + ": no circuit format has this ending; expected .aig, .aag, .cnf or .opb");
  }

  boolean isStandardOutput() throws IOException {
    return path.isPresent() && AtomicFiles.isStandardOutput(path.get());
  }

  /** Refuses a file about an automaton where there is none. */
  void requireAutomatonOf(WordsOverAlphabet problem) throws ExperimentException, InputException {
    if (of != Of.DECODER && problem.automaton().isEmpty()) {
      throw CircuitExperiment.noAutomaton(problem, "for " + path.orElseThrow());
    }
  }

  void write(CircuitResult result, List<String> lines) throws IOException {
    List<String> comments = lines.stream().map(Failures::printable).toList();
    if (path.isEmpty()) {
      return;
    }
    int literal =
        switch (of) {
          case DECODER -> result.decoder().accept();
          case AUTOMATON -> result.automaton().orElseThrow();
          case DIFFERENCE -> result.differs().orElseThrow();
        };
    if (kind == Kind.OPB) {
      OpbFile file = new OpbFile(result.circuit(), literal, comments);
      AtomicFiles.write(path.get(), file::write);
      return;
    }
    OneOutput output = OneOutput.of(result.circuit(), literal, of.output);
    switch (kind) {
      case AIG -> AtomicFiles.write(path.get(), new AigerFile(output, comments)::writeBinary);
      case AAG -> AtomicFiles.write(path.get(), new AigerFile(output, comments)::writeAscii);
      default -> AtomicFiles.write(path.get(), new DimacsFile(output, comments)::write);
    }
  }

  /** What was written, in words; empty if nothing was. */
  Optional<String> written() throws IOException {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String size = Files.isRegularFile(path.get()) ? ", " + Files.size(path.get()) + " bytes" : "";
    return Optional.of(path.get() + ": " + kind.text + ", " + of + ", output " + of.output + size);
  }
}
