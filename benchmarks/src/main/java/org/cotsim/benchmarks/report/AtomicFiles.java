package org.cotsim.benchmarks.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all.
 *
 * <p>What is written goes to a hidden temporary file in the same folder, which then takes the name
 * of the target in one move: a reader sees the old file or the new one. Every failure is an {@link
 * IOException} whose message is one sentence for the user; it leaves the old file as it was and no
 * temporary file behind.
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
   * Writes what the content writes, creating parent folders and replacing an older file.
   *
   * @throws IOException with a sentence that names the file or folder and what is wrong with it
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    if (target.getParent() == null || Files.isDirectory(target)) {
      throw new IOException("cannot write " + file + ": it is a folder");
    }
    Path folder = target.getParent();
    requireWritable(folder);
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new IOException("cannot write " + file + ": it is read-only");
    }
    Path temporary = folder.resolve("." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(folder);
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(
                  temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
        content.writeTo(out);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + reason(e), e);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Checks, before long work starts, that files can be written into a folder; creates nothing.
   *
   * <p>A folder that does not exist yet is judged by its nearest existing ancestor. A full disk
   * shows only when something is written.
   *
   * @throws IOException with a sentence that names the folder and what is wrong with it
   */
  public static void requireWritable(Path folder) throws IOException {
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
    return "the file system refused (" + e.getClass().getSimpleName() + ")";
  }
}
