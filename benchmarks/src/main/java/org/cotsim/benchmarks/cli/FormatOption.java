package org.cotsim.benchmarks.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The option {@code --format} and what follows from it. */
final class FormatOption {

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .serializeNulls()
          .serializeSpecialFloatingPointValues()
          .create();

  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "How results are printed (default: text).")
  private Format format = Format.TEXT;

  boolean isJson() {
    return format == Format.JSON;
  }

  /** Prints the object as JSON, or the text. */
  void print(PrintWriter out, Map<String, ?> json, Consumer<PrintWriter> text) {
    if (isJson()) {
      out.println(GSON.toJson(json));
    } else {
      text.accept(out);
    }
    out.flush();
  }
}
