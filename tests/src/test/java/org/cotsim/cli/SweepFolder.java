package org.cotsim.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a sweep left in a folder. */
final class SweepFolder {

  private SweepFolder() {}

  /** The texts of its files by their names. */
  static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  static JsonObject results(Path folder) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("results.json")))
        .getAsJsonObject();
  }

  static List<JsonObject> rows(Path folder) throws IOException {
    return results(folder).getAsJsonArray("rows").asList().stream()
        .map(row -> row.getAsJsonObject())
        .toList();
  }
}
