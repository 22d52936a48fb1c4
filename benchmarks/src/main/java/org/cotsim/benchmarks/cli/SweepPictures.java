package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.page.ComparePage;
import org.cotsim.benchmarks.page.Sentences;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AccuracyChart;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.Picture;
import org.cotsim.benchmarks.report.SweepLatex;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that show a sweep in further ways. */
final class SweepPictures {

  private static final String PAGE = "compare.html";
  private static final String IMAGE = "accuracy.png";
  private static final String SNIPPET = "accuracy.tex";

  @Option(names = "--html", description = "Write compare.html too, a page to point at.")
  private boolean html;

  @Option(names = "--png", description = "Write accuracy.png too.")
  private boolean png;

  @Option(names = "--latex", description = "Write accuracy.tex too, a PGFPlots snippet for slides.")
  private boolean latex;

  @Mixin private LanguageOptions language;

  /** The language of the page. */
  Sentences sentences() throws InputException, ExperimentException {
    if (language.isGiven() && !html) {
      throw new ExperimentException("--language and --sentences are about the page of --html");
    }
    return language.sentences();
  }

  /** The names of the files asked for. */
  List<String> files() {
    List<String> files = new ArrayList<>();
    if (html) {
      files.add(PAGE);
    }
    if (png) {
      files.add(IMAGE);
    }
    if (latex) {
      files.add(SNIPPET);
    }
    return files;
  }

  void write(SweepResult result, Path folder, Sentences say) throws IOException {
    if (html) {
      AtomicFiles.write(folder.resolve(PAGE), ComparePage.of(result, say));
    }
    if (png) {
      byte[] image = Picture.png(AccuracyChart.of(result));
      AtomicFiles.write(folder.resolve(IMAGE), out -> out.write(image));
    }
    if (latex) {
      AtomicFiles.write(folder.resolve(SNIPPET), SweepLatex.of(result));
    }
  }
}
