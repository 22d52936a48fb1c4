package org.cotsim.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path dir;

  @Test
  void createsParentFoldersAndReplacesTheOldFile() throws IOException {
    Path file = dir.resolve("a/b/c.txt");
    AtomicFiles.write(file, "old and longer");
    AtomicFiles.write(file, "n\u00e9w\n");
    assertThat(file).hasContent("n\u00e9w\n");
    assertThat(names(file.getParent())).containsExactly("c.txt");
  }

  @Test
  void aFailingMoveKeepsTheOldFileAndLeavesNoTemporary() throws IOException {
    // The JDK's zip file system does not replace a file in a move.
    try (FileSystem zip =
        FileSystems.newFileSystem(dir.resolve("a.zip"), Map.of("create", "true"))) {
      Path file = zip.getPath("/folder/a.txt");
      AtomicFiles.write(file, "old");
      assertThatIOException()
          .isThrownBy(() -> AtomicFiles.write(file, "new"))
          .withMessage(
              "cannot write /folder/a.txt: the file system refused (FileAlreadyExistsException)");
      assertThat(Files.readString(file)).isEqualTo("old");
      assertThat(names(file.getParent())).containsExactly("a.txt");
    }
  }

  @Test
  void aNameThatIsTooLongLeavesNoTemporary() throws IOException {
    Path file = dir.resolve("x".repeat(300));
    assertThatIOException()
        .isThrownBy(() -> AtomicFiles.write(file, "text"))
        .withMessageStartingWith("cannot write " + file + ": ");
    assertThat(names(dir)).isEmpty();
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.writeString(dir.resolve("taken"), "text");
    Path folder = file.resolve("out");
    String message = "cannot write into folder " + folder + ": " + file + " is not a folder";
    assertThatIOException()
        .isThrownBy(() -> AtomicFiles.requireWritable(folder))
        .withMessage(message);
    assertThatIOException()
        .isThrownBy(() -> AtomicFiles.write(folder.resolve("a.txt"), "text"))
        .withMessage(message);
    assertThat(file).hasContent("text");
  }

  @Test
  void aFolderInPlaceOfTheFileIsNamed() {
    assertThatIOException()
        .isThrownBy(() -> AtomicFiles.write(dir, "text"))
        .withMessage("cannot write " + dir + ": it is a folder");
  }

  @Test
  void aFolderWithoutPermissionIsNamed() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("locked"));
    assertThat(folder.toFile().setWritable(false)).isTrue();
    assumeFalse(Files.isWritable(folder), "root may write everywhere");
    assertThatIOException()
        .isThrownBy(() -> AtomicFiles.requireWritable(folder.resolve("out")))
        .withMessage(
            "cannot write into folder %s/out: no permission to write in %s", folder, folder);
  }

  @Test
  void aReadOnlyFileSystemIsNamed() {
    // The modules of the running JDK: read-only for every user.
    Path folder = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    assertThatIOException()
        .isThrownBy(() -> AtomicFiles.write(folder.resolve("out/a.txt"), "text"))
        .withMessage("cannot write into folder /modules/out: no permission to write in /modules");
  }

  @Test
  void theCheckCreatesNothing() throws IOException {
    AtomicFiles.requireWritable(dir.resolve("a/b"));
    AtomicFiles.requireWritable(Path.of("relative"));
    assertThat(names(dir)).isEmpty();
  }

  @Test
  void aLinkStaysAndTheFileThatItNamesIsReplaced() throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "old");
    Path there = Files.createDirectory(dir.resolve("there"));
    Path link = Files.createSymbolicLink(there.resolve("link"), Path.of("../file"));
    Path dangling = Files.createSymbolicLink(there.resolve("dangling"), Path.of("../other"));
    AtomicFiles.write(link, "new");
    AtomicFiles.write(dangling, "new");
    assertThat(link).isSymbolicLink();
    assertThat(dangling).isSymbolicLink().hasContent("new");
    assertThat(file).hasContent("new");
    Files.createSymbolicLink(dir.resolve("round"), Path.of("round"));
    assertThatIOException()
        .isThrownBy(() -> AtomicFiles.write(dir.resolve("round"), "text"))
        .withMessage("cannot write " + dir.resolve("round") + ": the link leads nowhere");
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndWhatALivingOneWritesStays() throws IOException {
    Path left = Files.writeString(dir.resolve(".cot-left.tmp"), "half");
    try (TemporaryFile held = TemporaryFile.in(dir)) {
      AtomicFiles.write(dir.resolve("a.txt"), "text");
      assertThat(left).doesNotExist();
      held.become(dir.resolve("b.txt"));
    }
    assertThat(names(dir)).containsExactly("a.txt", "b.txt");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
