package org.cotsim.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a data set, read without the product's own readers. */
final class DataLines {

  static final List<String> PARTS = List.of("train", "validation", "test");

  private DataLines() {}

  /** The lines of all parts that are there, by part. */
  static Map<String, List<JsonObject>> read(Path folder) throws IOException {
    Map<String, List<JsonObject>> parts = new TreeMap<>();
    for (String part : PARTS) {
      Path file = folder.resolve(part + ".jsonl");
      if (Files.exists(file)) {
        try (Stream<String> lines = Files.lines(file)) {
          parts.put(
              part, lines.map(line -> JsonParser.parseString(line).getAsJsonObject()).toList());
        }
      }
    }
    return parts;
  }

  static List<JsonObject> all(Path folder) throws IOException {
    return read(folder).values().stream().flatMap(List::stream).toList();
  }

  static List<String> texts(JsonElement array) {
    return array.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
  }

  /** The states of the automaton of parity, computed from the word. */
  static List<String> parityChain(String word) {
    List<String> chain = new ArrayList<>(List.of("q0"));
    int ones = 0;
    for (int i = 0; i < word.length(); i++) {
      ones += word.charAt(i) == '1' ? 1 : 0;
      chain.add("q" + ones % 2);
    }
    return chain;
  }

  /** The bytes of every file of a folder, by its path in it. */
  static Map<String, List<Byte>> bytes(Path folder) throws IOException {
    Map<String, List<Byte>> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : Files.readAllBytes(file)) {
          bytes.add(b);
        }
        files.put(folder.relativize(file).toString(), bytes);
      }
    }
    return files;
  }
}
