package org.cotsim.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.stream.Stream;
import org.cotsim.simulator.execute.BackendException;
import org.cotsim.simulator.model.ModelTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

  static Stream<Arguments> failures() {
    String library = "a library of this program is missing, or is not of the version that belongs";
    return Stream.of(
        Arguments.of(
            new OutOfMemoryError("Java heap space"), "out of memory: this takes more than"),
        Arguments.of(
            new IllegalStateException(new OutOfMemoryError("x")), "out of memory: this takes more"),
        Arguments.of(new StackOverflowError(), "the input is nested too deeply; java -Xss"),
        Arguments.of(new NoClassDefFoundError("org/x/Y"), library),
        Arguments.of(new ExceptionInInitializerError("x"), library),
        Arguments.of(
            new BackendException("no driver", new ExceptionInInitializerError("x")), "no driver"),
        Arguments.of(new ModelTooLargeException("3 MiB, but 2 MiB"), "3 MiB, but 2 MiB"),
        Arguments.of(new UncheckedIOException(new IOException("no disk")), "no disk"),
        Arguments.of(
            new InvalidPathException("\u00e4", "x"), "\u00e4: no file can have this name"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatJavaCannotDoIsOneSentence(Throwable failure, String sentence) {
    StringWriter err = new StringWriter();
    assertThat(Failures.explain(failure, new PrintWriter(err))).isEqualTo(Cot.BAD_INPUT);
    assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("cot: " + sentence);
  }

  @Test
  void aDefectIsReportedAsOne() {
    StringWriter err = new StringWriter();
    Throwable defect = new AssertionError("cannot be");
    assertThat(Failures.explain(defect, new PrintWriter(err))).isEqualTo(Cot.DEFECT);
    assertThat(err.toString())
        .startsWith("cot: an error of this program, please report it:")
        .contains("java.lang.AssertionError: cannot be");
  }
}
