package org.cotsim.benchmarks.experiment.speed;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.cotsim.benchmarks.problem.ExperimentException;

/**
 * A build of this program that measures in processes of its own.
 *
 * @param name what people call it
 * @param command the words that start it, before its arguments
 * @param more arguments that it understands and the measurement needs
 */
record Build(String name, List<String> command, List<String> more) {

  /** A build could not measure what it was asked to; the message is its own. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  Build {
    command = List.copyOf(command);
    more = List.copyOf(more);
  }

  /** The same with an argument, if the build has that option for a command. */
  Build withOption(String option, String of) throws IOException {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of(of, "--help"));
    Output help = run(arguments);
    return help.out.contains(option) ? new Build(name, command, List.of(option)) : this;
  }

  /**
   * One process for one measurement, whose words begin with the command: one run if they do not
   * say.
   */
  BuildRun measure(List<String> measurement)
      throws IOException, RefusedException, ExperimentException {
    List<String> words = new ArrayList<>(command);
    words.addAll(measurement);
    boolean chain = measurement.get(0).equals("bench");
    words.addAll(List.of("--format", "json"));
    if (chain) {
      words.addAll(more);
    }
    if (chain && measurement.stream().noneMatch(word -> word.matches("--runs(=.*)?"))) {
      words.addAll(List.of("--runs", "1"));
    }
    Output output = run(words);
    if (output.code > 1) {
      throw new RefusedException(output.err.lines().findFirst().orElse("it ended without a word"));
    }
    try {
      JsonObject all = JsonParser.parseString(output.out).getAsJsonObject();
      return of(chain ? all : onlyRow(all, measurement), chain);
    } catch (JsonSyntaxException | IllegalStateException e) {
      throw new RefusedException("it printed no JSON: " + output.err);
    }
  }

  private static JsonObject onlyRow(JsonObject all, List<String> measurement)
      throws ExperimentException {
    JsonArray rows = all.getAsJsonArray("rows");
    if (rows.size() != 1) {
      throw new ExperimentException(
          "'%s' measures %d figures; one batch in one mode of one executor makes one"
              .formatted(String.join(" ", measurement), rows.size()));
    }
    return rows.get(0).getAsJsonObject();
  }

  private static BuildRun of(JsonObject figures, boolean oneThread) {
    double seconds = figures.get("seconds").getAsDouble();
    OptionalDouble cpu = number(figures, "cpu_seconds");
    return new BuildRun(
        figures.get("tokens").getAsLong(),
        seconds,
        cpu,
        number(figures, "bytes_per_token"),
        oneThread,
        figures.get("right").getAsBoolean(),
        cpu.stream().boxed().findFirst().flatMap(spent -> ProcessorShare.refusal(seconds, spent)));
  }

  private static OptionalDouble number(JsonObject figures, String name) {
    JsonElement figure = figures.get(name);
    return figure == null || figure.isJsonNull()
        ? OptionalDouble.empty()
        : OptionalDouble.of(figure.getAsDouble());
  }

  private record Output(int code, String out, String err) {}

  private static Output run(List<String> words) throws IOException {
    Path err = Files.createTempFile("cot", ".err");
    Process process =
        new ProcessBuilder(words).redirectError(err.toFile()).redirectInput(none()).start();
    Thread ending = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(process.waitFor(), out, Files.readString(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + words.get(0) + " ran", e);
    } finally {
      process.destroy();
      Files.deleteIfExists(err);
      removeHook(ending);
    }
  }

  private static ProcessBuilder.Redirect none() throws IOException {
    Path empty = Path.of("/dev/null");
    return Files.exists(empty)
        ? ProcessBuilder.Redirect.from(empty.toFile())
        : ProcessBuilder.Redirect.PIPE;
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      hook.setName("the program ends, and the hook has run");
    }
  }
}
