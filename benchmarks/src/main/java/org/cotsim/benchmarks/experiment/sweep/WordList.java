package org.cotsim.benchmarks.experiment.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.LineFile;

/**
 * The words of a file, one a line.
 *
 * <p>Memory: all words.
 *
 * @param source the file as the person named it
 * @param lines as they stand
 */
public record WordList(String source, List<String> lines) {

  public WordList {
    lines = List.copyOf(lines);
  }

  /**
   * Reads a file, or the standard input if it is called {@code -}.
   *
   * @throws InputException if it cannot be read or holds no word
   */
  public static WordList read(Path path) throws InputException {
    List<String> lines = new ArrayList<>();
    try (LineFile file = LineFile.open(path)) {
      for (Optional<String> line = file.next(); line.isPresent(); line = file.next()) {
        lines.add(line.get());
      }
      if (lines.isEmpty()) {
        throw InputException.in(file.source(), "the file holds no word");
      }
      return new WordList(file.source(), lines);
    }
  }

  /** The numbers of the lines, from 0, by the length of the word for a problem. */
  <I> SortedMap<Integer, int[]> byLength(Problem<I> problem) throws InputException {
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      groups.computeIfAbsent(problem.length(parse(problem, i)), n -> new ArrayList<>()).add(i);
    }
    SortedMap<Integer, int[]> byLength = new TreeMap<>();
    groups.forEach((n, list) -> byLength.put(n, list.stream().mapToInt(i -> i).toArray()));
    return byLength;
  }

  /** The words of some lines. */
  <I> Iterator<I> parse(Problem<I> problem, int[] numbers) throws InputException {
    List<I> words = new ArrayList<>();
    for (int number : numbers) {
      words.add(parse(problem, number));
    }
    return words.iterator();
  }

  private <I> I parse(Problem<I> problem, int number) throws InputException {
    try {
      return problem.parse(lines.get(number));
    } catch (InputException e) {
      throw e.inLine(source, number + 1);
    }
  }
}
