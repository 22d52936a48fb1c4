package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A hidden file beside the one that it will become, locked while its writer lives: one that nobody
 * holds was left by a killed process.
 */
final class TemporaryFile implements AutoCloseable {

  private static final String PATTERN = ".cot-*.tmp";

  private final Path path;
  private final FileChannel channel;

  private TemporaryFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** A new file in a folder. */
  static TemporaryFile in(Path folder) throws IOException {
    while (true) {
      Path path = folder.resolve(PATTERN.replace("*", UUID.randomUUID().toString()));
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      hold(channel);
      if (!isOnDisk(path) || Files.exists(path)) { // nobody removed it before it was held
        return new TemporaryFile(path, channel);
      }
      channel.close();
    }
  }

  /** Whether a file has the name of one of these. */
  static boolean isNamedSo(String name) {
    return name.startsWith(".cot-") && name.endsWith(".tmp");
  }

  private static boolean isOnDisk(Path path) {
    return path.getFileSystem().equals(FileSystems.getDefault());
  }

  @SuppressWarnings("ResultOfMethodCallIgnored")
  private static void hold(FileChannel channel) {
    try {
      channel.lock();
    } catch (IOException | UnsupportedOperationException e) {
      // a file system without locks: nothing is ever taken for abandoned there
    }
  }

  /** Removes the files in a folder whose writers are gone. */
  static void removeAbandoned(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PATTERN)) {
      for (Path file : files) {
        removeUnlessHeld(file);
      }
    } catch (IOException e) {
      // they stay, which harms nothing
    }
  }

  private static void removeUnlessHeld(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        Files.deleteIfExists(file);
      }
    } catch (OverlappingFileLockException | UnsupportedOperationException e) {
      // held by this process, or nobody can tell
    }
  }

  /** What is written to it; closing the file closes it. */
  OutputStream out() {
    return Channels.newOutputStream(channel);
  }

  /** Gives the file its name, in place of an older one. */
  void become(Path target) throws IOException {
    if (!isOnDisk(path)) {
      channel.close(); // in an archive a file is there only when it is closed
    }
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Lets go of the file, and removes it unless it has its name. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(path);
    }
  }
}
