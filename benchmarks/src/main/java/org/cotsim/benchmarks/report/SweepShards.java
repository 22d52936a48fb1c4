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
import org.cotsim.benchmarks.experiment.sweep.Shard;
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

  private record Part(Path folder, Shard shard, SweepHeader header, List<MeasuredCell> cells) {

    static Part read(Path folder) throws IOException {
      SweepJournal.Content content = SweepJournal.read(folder);
      SweepHeader header = content.header().orElseThrow();
      Shard shard =
          header
              .shard()
              .orElseThrow(
                  () ->
                      new IOException(
                          folder + " holds no part of a sweep; cot sweep --shard makes them"));
      return new Part(folder, shard, header, content.cells());
    }
  }

  /**
   * Reads the parts.
   *
   * @throws IOException with a sentence for the user, if they are not the parts of one sweep, each
   *     once and finished
   */
  public static SweepShards read(List<Path> folders) throws IOException {
    SortedMap<Integer, Part> parts = new TreeMap<>();
    for (Path folder : folders) {
      Part part = Part.read(folder);
      if (!parts.isEmpty()) {
        requireSame(parts.get(parts.firstKey()), part);
      }
      Part other = parts.putIfAbsent(part.shard().part(), part);
      if (other != null) {
        throw new IOException(
            "part %s is there twice: %s and %s".formatted(part.shard(), other.folder(), folder));
      }
    }
    requireAll(parts, parts.get(parts.firstKey()).shard().parts());
    return together(List.copyOf(parts.values()));
  }

  private static void requireSame(Part one, Part other) throws IOException {
    for (Map.Entry<String, String> entry : one.header().asked().entrySet()) {
      String then = other.header().asked().get(entry.getKey());
      if (!entry.getKey().equals(SweepHeader.SHARD) && !entry.getValue().equals(then)) {
        throw new IOException(
            "%s and %s are parts of different sweeps, with %s %s and %s"
                .formatted(one.folder(), other.folder(), entry.getKey(), entry.getValue(), then));
      }
    }
    if (one.shard().parts() != other.shard().parts()) {
      throw new IOException(
          "%s and %s are parts of %s and of %s, not of one sweep"
              .formatted(one.folder(), other.folder(), one.shard().parts(), other.shard().parts()));
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

  private static SweepShards together(List<Part> parts) throws IOException {
    List<MeasuredCell> cells = new ArrayList<>();
    for (Part part : parts) {
      int own = part.shard().cells(part.header().planned());
      Set<Integer> done = part.cells().stream().map(MeasuredCell::cell).collect(Collectors.toSet());
      if (done.size() < own || !done.stream().allMatch(part.shard()::holds)) {
        throw new IOException(
            "part %s in %s is not finished, %d of %d cells are there: cot sweep --resume goes on with it"
                .formatted(part.shard(), part.folder(), done.size(), own));
      }
      cells.addAll(part.cells());
    }
    cells.sort(Comparator.comparingInt(MeasuredCell::cell));
    return new SweepShards(parts.get(0).header().whole(), cells);
  }
}
