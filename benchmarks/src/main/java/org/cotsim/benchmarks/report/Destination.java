package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a path that a person gave for an output really names. */
final class Destination {

  private static final String STANDARD_OUTPUT = "-";
  private static final int MOST_LINKS = 40;
  private static final Path DESCRIPTORS = Path.of("/dev/fd");

  private Destination() {}

  /**
   * Whether a path names the standard output of this process, as {@code -} and {@code /dev/stdout}
   * do.
   */
  static boolean isStandardOutput(Path path) throws IOException {
    if (path.toString().equals(STANDARD_OUTPUT)) {
      return true;
    }
    if (!path.getFileSystem().equals(DESCRIPTORS.getFileSystem()) || !Files.exists(DESCRIPTORS)) {
      return false;
    }
    Path descriptors = DESCRIPTORS.toRealPath();
    Path current = path.toAbsolutePath();
    for (int links = 0; links < MOST_LINKS; links++) {
      Path parent = current.getParent();
      if (parent == null || !Files.isDirectory(parent)) {
        return false;
      }
      if (parent.toRealPath().equals(descriptors)) {
        return current.endsWith("1");
      }
      if (!Files.isSymbolicLink(current)) {
        return false;
      }
      current = current.resolveSibling(Files.readSymbolicLink(current));
    }
    return false;
  }

  /** Whether a path names a device, a pipe or a socket, which is written into as it is. */
  static boolean isStream(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  /** The file that a path names, there or not, behind all links. */
  static Path file(Path path) throws IOException {
    Path current = path.toAbsolutePath();
    for (int links = 0; links < MOST_LINKS; links++) {
      if (!Files.isSymbolicLink(current)) {
        return current;
      }
      current =
          Files.exists(current)
              ? current.toRealPath()
              : current.resolveSibling(Files.readSymbolicLink(current));
    }
    throw new IOException("cannot write " + path + ": the link leads nowhere");
  }
}
