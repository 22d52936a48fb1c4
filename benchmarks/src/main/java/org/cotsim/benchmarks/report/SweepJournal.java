package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.sweep.MeasuredCell;
import org.cotsim.benchmarks.experiment.sweep.SweepHeader;

/**
 * The cells of a sweep that are done, one line each, exact to the last bit: what a sweep that was
 * stopped goes on from, and what shards are merged from.
 *
 * <p>The first line says what was asked. Cells come in the order in which they are done, and in
 * their own when the sweep is finished. The file is locked while a sweep writes it, and a line that
 * a killed process did not finish is as good as not there.
 */
public final class SweepJournal implements AutoCloseable {

  /** The name of the file in the folder of a sweep. */
  public static final String FILE = "cells.jsonl";

  /** What to do with the results of an earlier sweep in the folder. */
  public enum Earlier {
    REFUSE,
    RESUME,
    OVERWRITE
  }

  /** What a journal holds. */
  record Content(Optional<SweepHeader> header, List<MeasuredCell> cells, int bytes) {}

  private final Path folder;
  private final SweepHeader header;
  private final List<Path> created;
  private final FileChannel channel;
  private final List<MeasuredCell> cells = new ArrayList<>();

  private SweepJournal(Path folder, SweepHeader header, List<Path> created, FileChannel channel) {
    this.folder = folder;
    this.header = header;
    this.created = created;
    this.channel = channel;
  }

  private static String reason(FileSystemException e) {
    return e.getReason() == null ? "it cannot be created there" : e.getReason();
  }

  /**
   * Opens the journal of a folder and locks it.
   *
   * @throws IOException with a sentence for the user, also if another process has it, if there are
   *     results that may not be touched, or if they are those of another sweep
   */
  public static SweepJournal open(Path folder, SweepHeader header, Earlier earlier)
      throws IOException {
    AtomicFiles.requireWritable(folder);
    List<Path> created = missing(folder.resolve(FILE));
    try {
      Files.createDirectories(folder);
    } catch (FileSystemException e) {
      throw new IOException("cannot create folder " + folder + ": " + reason(e), e);
    }
    FileChannel channel =
        FileChannel.open(
            folder.resolve(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    SweepJournal journal = new SweepJournal(folder, header, created, channel);
    try {
      lock(folder, channel, false);
      journal.start(earlier);
      return journal;
    } catch (IOException e) {
      journal.discard();
      throw e;
    }
  }

  /**
   * What is in the journal of a folder that no sweep is writing.
   *
   * @throws IOException with a sentence for the user
   */
  static Content read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IOException(folder + ": no sweep has been here, there is no " + FILE);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      lock(folder, channel, true);
      Content content = content(folder, channel);
      if (content.bytes() == 0) {
        throw new JournalLines(folder).broken(1);
      }
      return content;
    }
  }

  /** A cell as a line, exact to the last bit, for the process that keeps the journal. */
  public static String line(MeasuredCell cell) {
    return JournalLines.of(cell);
  }

  /**
   * The cell of such a line.
   *
   * @throws IOException with a sentence, if it is none
   */
  public static MeasuredCell cell(String line) throws IOException {
    return new JournalLines(Path.of("")).cell(line, 1);
  }

  /** What is not there yet of a file and its folders, the innermost first. */
  private static List<Path> missing(Path file) {
    return Stream.iterate(file.toAbsolutePath(), path -> path != null, Path::getParent)
        .takeWhile(path -> !Files.exists(path))
        .toList();
  }

  private static void lock(Path folder, FileChannel channel, boolean shared) throws IOException {
    try {
      if (channel.tryLock(0, Long.MAX_VALUE, shared) != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // told below
    }
    throw new IOException("another sweep is writing into " + folder);
  }

  private void start(Earlier earlier) throws IOException {
    if (earlier != Earlier.RESUME) {
      if (earlier == Earlier.REFUSE) {
        requireNoResults(lines(channel).size() > 1);
      }
      begin(0);
      return;
    }
    Content before = content(folder, channel);
    if (before.bytes() > 0) {
      requireSame(before.header().orElseThrow());
      cells.addAll(before.cells());
    } else {
      requireNoResults(false);
    }
    begin(before.bytes());
  }

  private void begin(int kept) throws IOException {
    channel.truncate(kept).position(kept);
    if (kept == 0) {
      append(JournalLines.of(header));
    }
  }

  /** The lines that were written to their end. */
  private static List<String> lines(FileChannel channel) throws IOException {
    String text =
        new String(
            Channels.newInputStream(channel.position(0)).readAllBytes(), StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static Content content(Path folder, FileChannel channel) throws IOException {
    List<String> lines = lines(channel);
    if (lines.isEmpty()) {
      return new Content(Optional.empty(), List.of(), 0);
    }
    JournalLines reader = new JournalLines(folder);
    SweepHeader header = reader.header(lines.get(0));
    List<MeasuredCell> cells = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      cells.add(reader.cell(lines.get(i), i + 1));
    }
    int bytes =
        lines.stream().mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length + 1).sum();
    return new Content(Optional.of(header), cells, bytes);
  }

  private void requireNoResults(boolean hasCells) throws IOException {
    if (hasCells
        || SweepWriter.FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)))) {
      throw new IOException(
          "there are results in "
              + folder
              + " already: "
              + (hasCells ? "--resume goes on with them, " : "")
              + "--overwrite replaces them");
    }
  }

  private void requireSame(SweepHeader before) throws IOException {
    for (Map.Entry<String, String> one : header.asked().entrySet()) {
      String then = before.asked().get(one.getKey());
      if (!one.getValue().equals(then)) {
        throw new IOException(
            "the results in %s are those of another sweep, with %s %s, not %s: give what was given then, or --overwrite"
                .formatted(folder, one.getKey(), then, one.getValue()));
      }
    }
  }

  /** The cells that are done, in their own order. */
  public List<MeasuredCell> cells() {
    return cells.stream().sorted(Comparator.comparingInt(MeasuredCell::cell)).toList();
  }

  /** Adds a cell; once this returns, no kill loses it. */
  public void add(MeasuredCell cell) throws IOException {
    append(JournalLines.of(cell));
    cells.add(cell);
  }

  /** Puts the cells into their own order, if they are not in it. */
  public void finish() throws IOException {
    List<MeasuredCell> sorted = cells();
    if (!sorted.equals(cells)) {
      AtomicFiles.write(
          folder.resolve(FILE),
          JournalLines.of(header)
              + "\n"
              + sorted.stream().map(JournalLines::of).collect(Collectors.joining("\n", "", "\n")));
    }
  }

  private void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  /** Closes the journal and removes what was not there before it: the file and its folders. */
  public void discard() throws IOException {
    close();
    for (Path path : created) {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
