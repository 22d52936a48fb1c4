package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Consumer;
import org.cotsim.benchmarks.report.Json;
import picocli.CommandLine.Option;

/** The option {@code --format} and what follows from it. */
final class FormatOption {

  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "How results are printed (default: text).")
  private Format format = Format.TEXT;

  /** Prints the object as JSON, or the text. */
  void print(PrintWriter out, Map<String, ?> json, Consumer<PrintWriter> text) {
    if (format == Format.JSON) {
      out.println(Json.of(json));
    } else {
      text.accept(out);
    }
    out.flush();
  }
}
