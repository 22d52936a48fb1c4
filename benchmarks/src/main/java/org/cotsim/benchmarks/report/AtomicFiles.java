package org.cotsim.benchmarks.report;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Writes a file whole or not at all.
 *
 * <p>What is written goes to a hidden temporary file in the same folder, which then takes the name
 * of the target in one move: a reader sees the old file or the new one. Every failure is an {@link
 * IOException} whose message is one sentence for the user; it leaves the old file as it was and no
 * temporary file behind. What a killed process left in the folder is removed. A link stays, and the
 * file that it names is replaced; a device, a pipe or the standard output is written into.
 */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Something that writes itself to a stream. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes the text in UTF-8, creating parent folders and replacing an older file.
   *
   * @throws IOException with a sentence that names the file or folder and what is wrong with it
   */
  public static void write(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(file, out -> out.write(bytes));
  }

  /**
   * Writes several texts into a folder, one after the other, as {@link #write(Path, String)} does.
   *
   * @param texts by the names of their files, in the order of writing
   */
  static void writeAll(Path folder, Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> file : texts.entrySet()) {
      write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /**
   * Writes what the content writes, creating parent folders and replacing an older file.
   *
   * @throws IOException with a sentence that names the file or folder and what is wrong with it
   */
  public static void write(Path file, Content content) throws IOException {
    if (isStandardOutput(file)) {
      writeInto(file, new FileOutputStream(FileDescriptor.out), content);
    } else if (Destination.isStream(file)) {
      try (OutputStream out = open(file)) {
        writeInto(file, out, content);
      }
    } else {
      replace(file, Destination.file(file), content);
    }
  }

  private static OutputStream open(Path file) throws IOException {
    try {
      return Files.newOutputStream(file, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static void writeInto(Path file, OutputStream out, Content content) throws IOException {
    try {
      BufferedOutputStream buffered = new BufferedOutputStream(out);
      content.writeTo(buffered);
      buffered.flush();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static void replace(Path file, Path target, Content content) throws IOException {
    if (target.getParent() == null || Files.isDirectory(target)) {
      throw new IOException("cannot write " + file + ": it is a folder");
    }
    Path folder = target.getParent();
    nearestWritable(folder);
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new IOException("cannot write " + file + ": it is read-only");
    }
    try {
      Files.createDirectories(folder);
      TemporaryFile.removeAbandoned(folder);
      try (TemporaryFile temporary = TemporaryFile.in(folder)) {
        writeInto(file, temporary.out(), content);
        temporary.become(target);
      }
    } catch (FileSystemException e) {
      throw failure(file, e);
    }
  }

  private static IOException failure(Path file, IOException e) {
    return new IOException("cannot write " + file + ": " + reason(e), e);
  }

  /** Whether a path names the standard output, as {@code -} and {@code /dev/stdout} do. */
  public static boolean isStandardOutput(Path file) throws IOException {
    return Destination.isStandardOutput(file);
  }

  /**
   * Checks, before long work starts, that a file can be written; leaves nothing behind.
   *
   * @throws IOException with a sentence that names the file or folder and what is wrong with it
   */
  public static void requireWritableFile(Path file) throws IOException {
    if (isStandardOutput(file)) {
      return;
    }
    if (Destination.isStream(file)) {
      if (!Files.isWritable(file)) {
        throw new IOException("cannot write " + file + ": permission denied");
      }
      return;
    }
    Path folder = Destination.file(file).getParent();
    if (folder != null) { // the root is refused when it is written
      requireWritable(folder);
    }
  }

  /**
   * Checks, before long work starts, that files can be written into a folder; leaves nothing
   * behind.
   *
   * <p>A folder that does not exist yet is judged by its nearest existing ancestor, in which a file
   * is made and removed. A full disk shows only when something is written.
   *
   * @throws IOException with a sentence that names the folder and what is wrong with it
   */
  public static void requireWritable(Path folder) throws IOException {
    if (isStandardOutput(folder)) {
      throw new IOException(
          "cannot write into folder " + folder + ": several files do not fit the standard output");
    }
    Path nearest = nearestWritable(folder);
    try {
      TemporaryFile.in(nearest).close();
    } catch (IOException e) {
      throw new IOException("cannot write into folder " + folder + ": " + reason(e), e);
    }
  }

  private static Path nearestWritable(Path folder) throws IOException {
    Path nearest = folder.toAbsolutePath();
    while (nearest.getParent() != null && !Files.exists(nearest, LinkOption.NOFOLLOW_LINKS)) {
      nearest = nearest.getParent();
    }
    if (!Files.isDirectory(nearest)) {
      throw new IOException(
          "cannot write into folder " + folder + ": " + nearest + " is not a folder");
    }
    if (!Files.isWritable(nearest)) {
      throw new IOException(
          "cannot write into folder " + folder + ": no permission to write in " + nearest);
    }
    return nearest;
  }

  /** A name for the files about a problem: what a file system may not like becomes a hyphen. */
  public static String nameFor(String problem) {
    return problem.replaceAll("[^A-Za-z0-9.-]+", "-");
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    if (!(e instanceof FileSystemException) && e.getMessage() != null) {
      return e.getMessage();
    }
    return "the file system refused (" + e.getClass().getSimpleName() + ")";
  }
}
