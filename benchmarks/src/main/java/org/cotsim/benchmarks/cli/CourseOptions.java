package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.page.CoursePackage;
import org.cotsim.benchmarks.report.AtomicFiles;
import picocli.CommandLine.Option;

/** The options of a page in the containers that courses take. */
final class CourseOptions {

  @Option(
      names = "--scorm",
      paramLabel = "FILE.zip",
      description =
          "Packs the page for a learning management system, as SCORM 1.2; the score of the predictions"
              + " is reported to it.")
  private Path scorm;

  @Option(
      names = "--notebook",
      paramLabel = "FILE.ipynb",
      description = "Writes a Jupyter notebook whose one cell shows the page.")
  private Path notebook;

  /** The files to be written. */
  List<Path> files() {
    return Stream.of(scorm, notebook).filter(file -> file != null).toList();
  }

  /** Writes a page into each of them. */
  List<Path> write(String page, String title, String language) throws IOException {
    List<Path> written = new ArrayList<>();
    if (scorm != null) {
      byte[] zip = CoursePackage.scorm(page, title, language);
      AtomicFiles.write(scorm, out -> out.write(zip));
      written.add(scorm);
    }
    if (notebook != null) {
      AtomicFiles.write(notebook, CoursePackage.notebook(page, title));
      written.add(notebook);
    }
    return written;
  }
}
