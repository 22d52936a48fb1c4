package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.page.Sentences;
import org.cotsim.benchmarks.page.StepPicture;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.PictureFile;
import picocli.CommandLine.Option;

/** The options of pictures of a run, which need no browser. */
final class PictureOptions {

  private static final int MOST_IMAGES = 200;
  private static final int MOST_PAGES = 400;

  @Option(names = "--svg", paramLabel = "FILE", description = "Draws one step as SVG: --step.")
  private Path svg;

  @Option(
      names = "--gif",
      paramLabel = "FILE",
      description = "Draws the run as an animated GIF, an image for each step.")
  private Path gif;

  @Option(
      names = "--pdf",
      paramLabel = "FILE",
      description = "Draws the run as a PDF with a page for each step, or one step: --step.")
  private Path pdf;

  @Option(
      names = "--step",
      paramLabel = "K",
      description =
          "For --svg and --pdf: the step to draw, counted from 1 as on the page (#step=K); the one"
              + " after the last intermediate token is the answer.")
  private Integer step;

  /** Whether there is something to draw. */
  boolean any() {
    return svg != null || gif != null || pdf != null;
  }

  /**
   * Checks what can be known before anything is decoded.
   *
   * @param pages the other files to be written
   */
  void check(List<Path> pages, boolean exercises) throws ExperimentException, IOException {
    if (pages.isEmpty() && !any()) {
      throw new ExperimentException(
          "nothing to write: expected --out for a page, --scorm or --notebook for one in a course, or"
              + " --svg, --gif or --pdf for pictures");
    }
    if (exercises && any()) {
      throw new ExperimentException(
          "--exercises is for a page: a picture would show what is to be predicted");
    }
    if (step != null && (svg == null && pdf == null)) {
      throw new ExperimentException("--step is for --svg and --pdf");
    }
    if (step != null && gif != null) {
      throw new ExperimentException("--gif draws the whole run, --step one step of it");
    }
    if (svg != null && step == null) {
      throw new ExperimentException("--svg draws one step: say which with --step");
    }
    Set<Path> files = new HashSet<>();
    Stream<Path> drawn = Stream.of(svg, gif, pdf).filter(file -> file != null);
    for (Path file : Stream.concat(pages.stream(), drawn).toList()) {
      if (!files.add(file.toAbsolutePath().normalize())) {
        throw new ExperimentException("two files of the name " + file);
      }
      AtomicFiles.requireWritableFile(file);
    }
  }

  /** Draws everything, and then writes it. */
  List<Path> write(TracedInput run, Sentences say) throws ExperimentException, IOException {
    StepPicture picture = new StepPicture(run, say);
    int steps = picture.steps();
    if (step != null && (step < 1 || step > steps)) {
      throw new ExperimentException("--step %d: this run has steps 1 to %d".formatted(step, steps));
    }
    requireFew("--gif", gif != null, steps, MOST_IMAGES);
    requireFew("--pdf", pdf != null && step == null, steps, MOST_PAGES);
    List<String> pictures =
        (step == null ? IntStream.rangeClosed(1, steps) : IntStream.of(step))
            .mapToObj(picture::svg)
            .toList();
    Map<Path, byte[]> files = new LinkedHashMap<>();
    if (svg != null) {
      files.put(svg, pictures.get(0).getBytes(StandardCharsets.UTF_8));
    }
    if (gif != null) {
      files.put(gif, PictureFile.gif(pictures));
    }
    if (pdf != null) {
      files.put(pdf, PictureFile.pdf(pictures));
    }
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      AtomicFiles.write(file.getKey(), out -> out.write(file.getValue()));
    }
    return List.copyOf(files.keySet());
  }

  private static void requireFew(String option, boolean asked, int steps, int most)
      throws ExperimentException {
    if (asked && steps > most) {
      throw new ExperimentException(
          "%s: a run of %d steps is too long, at most %d can be drawn; --svg or --pdf draw one: --step"
              .formatted(option, steps, most));
    }
  }
}
