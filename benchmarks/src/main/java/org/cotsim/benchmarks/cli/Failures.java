package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.execute.BackendException;
import org.cotsim.simulator.execute.NotFiniteException;
import org.cotsim.simulator.model.ModelTooLargeException;
import org.cotsim.simulator.model.NotCarriedException;

/** What ended a command, as sentences for a person and an exit code. */
final class Failures {

  private static final int DEEPEST = 50; // causes looked at

  private Failures() {}

  /** Says what went wrong, on the error stream, and returns the exit code. */
  static int explain(Throwable failure, PrintWriter err) {
    Optional<String> sentence = sentence(failure);
    if (sentence.isPresent()) {
      sentence.get().lines().forEach(line -> err.println("cot: " + printable(line)));
      return Cot.BAD_INPUT;
    }
    err.println("cot: an error of this program, please report it:");
    failure.printStackTrace(err);
    return Cot.DEFECT;
  }

  private static Optional<String> sentence(Throwable failure) {
    Optional<String> ofMachine =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .limit(DEEPEST)
            .takeWhile(cause -> !(cause instanceof BackendException)) // says itself what is missing
            .flatMap(cause -> ofMachine(cause).stream())
            .findFirst();
    return ofMachine.isPresent() ? ofMachine : ofInput(failure);
  }

  /** What Java could not do. */
  private static Optional<String> ofMachine(Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      return Optional.of(
          "out of memory: this takes more than the "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB that Java may use; java -Xmx gives it more");
    }
    if (cause instanceof StackOverflowError) {
      return Optional.of("the input is nested too deeply; java -Xss allows more");
    }
    if (cause instanceof LinkageError) {
      return Optional.of(
          "a library of this program is missing, or is not of the version that belongs to it: "
              + cause.getMessage());
    }
    return Optional.empty();
  }

  private static Optional<String> ofInput(Throwable failure) {
    if (failure instanceof InputException
        || failure instanceof ExperimentException
        || failure instanceof FormulaException
        || failure instanceof IOException
        || failure instanceof NotFiniteException
        || failure instanceof BackendException
        || failure instanceof ModelTooLargeException
        || failure instanceof NotCarriedException) {
      return Optional.ofNullable(failure.getMessage());
    }
    if (failure instanceof UncheckedIOException unchecked) {
      return Optional.ofNullable(unchecked.getCause().getMessage());
    }
    if (failure instanceof InvalidPathException path) {
      return Optional.of(
          path.getInput()
              + ": no file can have this name here"
              + (path.getInput().chars().allMatch(c -> c < 128)
                  ? ""
                  : "; a locale with all letters, such as LC_ALL=C.UTF-8, allows it"));
    }
    return Optional.empty();
  }

  /** A line that leaves a terminal as it is, whatever the input put into it. */
  static String printable(String line) {
    return line.codePoints()
        .mapToObj(
            c ->
                Character.isISOControl(c) && c != '\t'
                    ? "\\u%04x".formatted(c)
                    : Character.toString(c))
        .collect(Collectors.joining());
  }
}
