package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.sweep.MeasuredCell;
import org.cotsim.benchmarks.experiment.sweep.SweepHeader;

/**
 * All parts of one sweep.
 *
 * @param header that of the sweep as a whole
 * @param cells all of them, in their order
 */
public record SweepShards(SweepHeader header, List<MeasuredCell> cells) {

  public SweepShards {
    cells = List.copyOf(cells);
  }

  private record Part(Path folder, SweepHeader header, List<MeasuredCell> cells) {}

  /**
   * Reads the parts.
   *
   * @param shard the name under which each says which of how many it is, as in 3/8
   * @param whole what stands there in a sweep without parts
   * @throws IOException with a sentence for the user, if they are not the parts of one sweep, each
   *     once and finished
   */
  public static SweepShards read(List<Path> folders, String shard, String whole)
      throws IOException {
    SortedMap<Integer, Part> parts = new TreeMap<>();
    String first = "";
    for (Path folder : folders) {
      SweepJournal.Content content = SweepJournal.read(folder);
      Part part = new Part(folder, content.header().orElseThrow(), content.cells());
      String which = part.header().asked().getOrDefault(shard, whole);
      if (!which.matches("\\d+/\\d+")) {
        throw new IOException(folder + " holds no part of a sweep; cot sweep --shard makes them");
      }
      String count = which.substring(which.indexOf('/') + 1);
      if (!parts.isEmpty()) {
        requireSame(parts.get(parts.firstKey()), part, shard);
        if (!first.equals(count)) {
          throw new IOException(
              "%s and %s are parts of %s and of %s, not of one sweep"
                  .formatted(parts.get(parts.firstKey()).folder(), folder, first, count));
        }
      }
      first = count;
      Part other =
          parts.putIfAbsent(Integer.parseInt(which.substring(0, which.indexOf('/'))), part);
      if (other != null) {
        throw new IOException(
            "part %s is there twice: %s and %s".formatted(which, other.folder(), folder));
      }
    }
    requireAll(parts, Integer.parseInt(first));
    return together(parts, Integer.parseInt(first), shard, whole);
  }

  private static void requireSame(Part one, Part other, String shard) throws IOException {
    for (Map.Entry<String, String> entry : one.header().asked().entrySet()) {
      String then = other.header().asked().get(entry.getKey());
      if (!entry.getKey().equals(shard) && !entry.getValue().equals(then)) {
        throw new IOException(
            "%s and %s are parts of different sweeps, with %s %s and %s"
                .formatted(one.folder(), other.folder(), entry.getKey(), entry.getValue(), then));
      }
    }
  }

  private static void requireAll(SortedMap<Integer, Part> parts, int count) throws IOException {
    List<Integer> missing =
        IntStream.rangeClosed(1, count).filter(i -> !parts.containsKey(i)).boxed().toList();
    if (!missing.isEmpty()) {
      throw new IOException(
          "of %d parts %s missing: %s"
              .formatted(
                  count,
                  missing.size() == 1 ? "one is" : missing.size() + " are",
                  missing.stream()
                      .limit(10)
                      .map(String::valueOf)
                      .collect(Collectors.joining(", ", "", missing.size() > 10 ? " ..." : ""))));
    }
  }

  private static SweepShards together(
      SortedMap<Integer, Part> parts, int count, String shard, String whole) throws IOException {
    List<MeasuredCell> cells = new ArrayList<>();
    for (Map.Entry<Integer, Part> part : parts.entrySet()) {
      int planned = part.getValue().header().planned();
      int own = (planned - part.getKey() + count) / count;
      Set<Integer> done =
          part.getValue().cells().stream().map(MeasuredCell::cell).collect(Collectors.toSet());
      if (done.size() < own || done.stream().anyMatch(i -> i % count != part.getKey() - 1)) {
        throw new IOException(
            "part %d/%d in %s is not finished, %d of %d cells are there: cot sweep --resume goes on with it"
                .formatted(part.getKey(), count, part.getValue().folder(), done.size(), own));
      }
      cells.addAll(part.getValue().cells());
    }
    cells.sort(Comparator.comparingInt(MeasuredCell::cell));
    SweepHeader first = parts.get(1).header();
    Map<String, String> asked = new TreeMap<>(first.asked());
    asked.put(shard, whole);
    return new SweepShards(
        new SweepHeader(asked, first.command(), first.planned(), first.seeds(), first.leftOut()),
        cells);
  }
}
