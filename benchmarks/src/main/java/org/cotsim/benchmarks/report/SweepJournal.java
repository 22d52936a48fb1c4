package org.cotsim.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.IOException;
import java.math.BigDecimal;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;

/**
 * The cells of a sweep that are done, one line each, exact to the last bit: what a sweep that was
 * stopped goes on from.
 *
 * <p>The first line says what was asked. The file is locked while a sweep writes it, and a line
 * that a killed process did not finish is as good as not there.
 */
public final class SweepJournal implements AutoCloseable {

  /** The name of the file in the folder of a sweep. */
  public static final String FILE = "cells.jsonl";

  private static final JsonSerializer<Double> EXACT = (x, type, context) -> exactly(x);

  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeSpecialFloatingPointValues()
          .registerTypeAdapter(Double.class, EXACT)
          .registerTypeAdapter(double.class, EXACT)
          .create();

  /** What to do with the results of an earlier sweep in the folder. */
  public enum Earlier {
    REFUSE,
    RESUME,
    OVERWRITE
  }

  /**
   * A problem and a length that are done.
   *
   * @param reason why it could not be measured; null where it could
   * @param rows none if it could not
   */
  public record Cell(String problem, int n, String reason, List<SweepRow> rows) {

    public Cell {
      rows = rows == null ? List.of() : List.copyOf(rows);
    }
  }

  private final Path folder;
  private final List<Path> created;
  private final FileChannel channel;
  private final List<Cell> cells = new ArrayList<>();

  private SweepJournal(Path folder, List<Path> created, FileChannel channel) {
    this.folder = folder;
    this.created = created;
    this.channel = channel;
  }

  private static String reason(FileSystemException e) {
    return e.getReason() == null ? "it cannot be created there" : e.getReason();
  }

  /**
   * Opens the journal of a folder and locks it.
   *
   * @param asked what decides the rows, by name
   * @throws IOException with a sentence for the user, also if another process has it, if there are
   *     results that may not be touched, or if they are those of another sweep
   */
  public static SweepJournal open(Path folder, Map<String, String> asked, Earlier earlier)
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
    SweepJournal journal = new SweepJournal(folder, created, channel);
    try {
      journal.lock();
      journal.start(asked, earlier);
      return journal;
    } catch (IOException e) {
      journal.discard();
      throw e;
    }
  }

  /** What is not there yet of a file and its folders, the innermost first. */
  private static List<Path> missing(Path file) {
    return Stream.iterate(file.toAbsolutePath(), path -> path != null, Path::getParent)
        .takeWhile(path -> !Files.exists(path))
        .toList();
  }

  private void lock() throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // told below
    }
    throw new IOException("another sweep is writing into " + folder);
  }

  private void start(Map<String, String> asked, Earlier earlier) throws IOException {
    byte[] bytes = Channels.newInputStream(channel).readAllBytes();
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    List<String> lines = new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList();
    if (earlier == Earlier.REFUSE) {
      requireNoResults(lines.size() > 1);
    }
    boolean resumed = earlier == Earlier.RESUME && !lines.isEmpty();
    if (resumed) {
      requireSame(lines.get(0), asked);
      for (int i = 1; i < lines.size(); i++) {
        cells.add(cell(lines.get(i), i + 1));
      }
    } else if (earlier == Earlier.RESUME) {
      requireNoResults(false);
    }
    channel.truncate(resumed ? whole : 0).position(channel.size());
    if (!resumed) {
      append(GSON.toJson(asked));
    }
  }

  private void requireNoResults(boolean cells) throws IOException {
    if (cells || SweepWriter.FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)))) {
      throw new IOException(
          "there are results in "
              + folder
              + " already: "
              + (cells ? "--resume goes on with them, " : "")
              + "--overwrite replaces them");
    }
  }

  private void requireSame(String line, Map<String, String> asked) throws IOException {
    Map<?, ?> before = read(line, Map.class, 1);
    for (Map.Entry<String, String> one : asked.entrySet()) {
      if (!one.getValue().equals(before.get(one.getKey()))) {
        throw new IOException(
            "the results in %s are those of another sweep, with %s %s, not %s: give what was given then, or --overwrite"
                .formatted(folder, one.getKey(), before.get(one.getKey()), one.getValue()));
      }
    }
  }

  private Cell cell(String line, int number) throws IOException {
    Cell cell = read(line, Cell.class, number);
    if (cell.rows().stream().anyMatch(row -> row.by() == null || row.currency() == null)) {
      throw new IOException(
          folder.resolve(FILE)
              + ":"
              + number
              + ": a cell of an older version, without the way the decoder was built or what its"
              + " budgets count; --overwrite starts again");
    }
    if (cell.problem() == null || cell.rows().isEmpty() == (cell.reason() == null)) {
      throw broken(number);
    }
    return cell;
  }

  private <T> T read(String line, Class<T> type, int number) throws IOException {
    try {
      return Objects.requireNonNull(GSON.fromJson(line, type));
    } catch (RuntimeException e) { // whatever a line may do to a parser
      throw broken(number);
    }
  }

  private IOException broken(int number) {
    return new IOException(
        folder.resolve(FILE)
            + ":"
            + number
            + ": found what no sweep wrote, expected a finished cell; --overwrite starts again");
  }

  /** The cells that are done, in the order in which they were. */
  public List<Cell> cells() {
    return List.copyOf(cells);
  }

  /** Adds a cell; once this returns, no kill loses it. */
  public void add(Cell cell) throws IOException {
    append(GSON.toJson(cell));
    cells.add(cell);
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

  private static JsonPrimitive exactly(double x) {
    return Double.isFinite(x) ? new JsonPrimitive(new BigDecimal(x)) : new JsonPrimitive(x);
  }
}
