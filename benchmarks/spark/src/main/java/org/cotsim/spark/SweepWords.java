package org.cotsim.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;

/** What the words of a sweep mean on another machine. */
final class SweepWords {

  private SweepWords() {}

  /**
   * Refuses what is on one machine only.
   *
   * @throws ExperimentException with a sentence for the user
   */
  static void check(List<String> words) throws ExperimentException {
    if (words.contains("-") || words.contains("--words=-")) {
      throw new ExperimentException(
          "--words -: executors cannot read the standard input of the driver; name a file");
    }
    for (int i = 0; i < words.size(); i++) {
      boolean isBehind = i > 0 && words.get(i - 1).equals("--out");
      String out = (isBehind ? "--out=" : "") + words.get(i);
      if (out.matches("--out=[A-Za-z][A-Za-z0-9+.-]*://.*")) {
        throw new ExperimentException(
            out + ": expected a folder that the driver can write as one of its own");
      }
    }
  }

  /** The files beneath the working folder that are named, in whatever way. */
  static Map<String, byte[]> files(List<String> words) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String word : words) {
      for (String name : names(word)) {
        if (isFileBeneath(name)) {
          files.put(name, Files.readAllBytes(Path.of(name)));
        }
      }
    }
    return files;
  }

  /** The word itself, what is behind its prefix or its option, and the parts of a list. */
  private static List<String> names(String word) {
    List<String> names = new ArrayList<>(List.of(word));
    names.add(word.substring(word.indexOf('=') + 1));
    names.add(word.substring(word.indexOf(':') + 1));
    names.addAll(Arrays.asList(word.split(",", -1)));
    return names;
  }

  private static boolean isFileBeneath(String name) {
    try {
      Path path = Path.of(name);
      return !path.isAbsolute() && !path.normalize().startsWith("..") && Files.isRegularFile(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * Puts a file where its name says, beneath the working folder of an executor.
   *
   * @throws IOException with a sentence, also if another one is there
   */
  static void put(String name, byte[] bytes) throws IOException {
    Path file = Path.of(name);
    if (!Files.exists(file)) {
      AtomicFiles.write(file, out -> out.write(bytes));
    } else if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
      throw new IOException(
          file.toAbsolutePath() + " is not the file of this name that the driver has");
    }
  }
}
