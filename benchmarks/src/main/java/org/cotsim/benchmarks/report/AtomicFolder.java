package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all: files are written into a hidden folder beside it,
 * which takes its name in one move. An end by a signal removes what was written; what a killed
 * process left is removed by the next one.
 */
public final class AtomicFolder implements AutoCloseable {

  private static final String PATTERN = ".cot-*.folder";
  private static final int TRIES = 100; // to remove a folder in which somebody still writes

  private final Path named;
  private final Path target;
  private final Path hidden;
  private final TemporaryFile held;
  private final Set<String> own;
  private final Thread atSignal = new Thread(this::remove);
  private boolean appeared;

  private AtomicFolder(Path named, Path target, Path hidden, TemporaryFile held, Set<String> own) {
    this.named = named;
    this.target = target;
    this.hidden = hidden;
    this.held = held;
    this.own = own;
  }

  /**
   * Begins a folder.
   *
   * @param overwrite whether a folder with files may be replaced
   * @param own the names that such files may have; others are never removed
   * @throws IOException with a sentence for the user if the folder cannot be written, or has files
   *     that are to stay
   */
  public static AtomicFolder begin(Path folder, boolean overwrite, Set<String> own)
      throws IOException {
    Path target = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null || (Files.exists(target) && !Files.isDirectory(target))) {
      throw new IOException("cannot write folder " + folder + ": it is no folder of its own");
    }
    requireReplaceable(folder, target, overwrite, own);
    AtomicFiles.requireWritable(parent);
    Files.createDirectories(parent);
    removeAbandoned(parent);
    Path hidden =
        Files.createDirectory(parent.resolve(PATTERN.replace("*", UUID.randomUUID().toString())));
    AtomicFolder begun =
        new AtomicFolder(folder, target, hidden, TemporaryFile.in(hidden), Set.copyOf(own));
    Runtime.getRuntime().addShutdownHook(begun.atSignal);
    return begun;
  }

  private static void requireReplaceable(
      Path folder, Path target, boolean overwrite, Set<String> own) throws IOException {
    List<String> there = names(target);
    if (!there.isEmpty() && !overwrite) {
      throw new IOException(folder + " has files already; --overwrite replaces them");
    }
    List<String> strange = there.stream().filter(name -> !own.contains(name)).sorted().toList();
    if (!strange.isEmpty()) {
      throw new IOException(
          "%s has files that this command does not write, such as %s; they are not removed"
              .formatted(folder, strange.get(0)));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static void removeAbandoned(Path parent) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PATTERN)) {
      for (Path folder : folders) {
        List<String> before = names(folder);
        TemporaryFile.removeAbandoned(folder);
        boolean held = names(folder).stream().anyMatch(TemporaryFile::isNamedSo);
        if (!held && before.stream().anyMatch(TemporaryFile::isNamedSo)) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      // they stay, which harms nothing
    }
  }

  /** Where its files are written. */
  public Path path() {
    return hidden;
  }

  /** Gives the folder its name, in place of an older one. */
  public void appear() throws IOException {
    requireReplaceable(named, target, true, own);
    held.close();
    Path old = hidden.resolveSibling(hidden.getFileName() + ".old");
    boolean replaces = Files.exists(target);
    if (replaces) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    appeared = true;
    if (replaces) {
      delete(old);
    }
  }

  private void remove() {
    for (int i = 0; i < TRIES && Files.exists(hidden) && !appeared; i++) {
      try {
        delete(hidden);
      } catch (IOException e) {
        Thread.onSpinWait(); // somebody still writes into it
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Removes the folder unless it has its name. */
  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(atSignal);
    } catch (IllegalStateException e) {
      return; // the signal's own thread removes it
    }
    if (!appeared) {
      held.close();
      delete(hidden);
    }
  }
}
