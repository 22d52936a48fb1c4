package org.cotsim.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Completions of models in a file, and their grades. */
abstract class GradedAnswers {

  @TempDir Path folder;

  Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("answers.jsonl"), String.join("\n", lines) + "\n");
  }

  JsonObject grade(String problem, Path file, String... options) {
    String[] command = new String[options.length + 6];
    List<String> fixed =
        List.of("grade", problem, "--answers", file.toString(), "--format", "json");
    for (int i = 0; i < command.length; i++) {
      command[i] = i < fixed.size() ? fixed.get(i) : options[i - fixed.size()];
    }
    return Cli.done(command).json();
  }

  static String completion(String word, String said) {
    return "{\"input\": \"%s\", \"completion\": %s}".formatted(word, new JsonPrimitive(said));
  }
}
