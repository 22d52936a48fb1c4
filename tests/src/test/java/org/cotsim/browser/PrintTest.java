package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Pages on paper, as a browser prints them to PDF. */
class PrintTest extends BrowserTest {

  private static final List<Integer> COLOURS = List.of(0x0b5cad, 0xe3eefa); // a state, a token

  private static String text(PDDocument paper) throws IOException {
    return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
  }

  @Test
  void aShortChainIsAHandOutWithARowForEachStep() throws IOException {
    browser().prefer(Map.of("prefers-color-scheme", "dark"));
    browser().open(trace("parity", "--word", "01101"), "#step=3");
    try (PDDocument paper = Loader.loadPDF(browser().print())) {
      String text = text(paper);
      for (int step = 1; step <= 6; step++) {
        assertThat(text).contains("Step " + step + " of 6: the model has read");
      }
      assertThat(text).contains("the model answers by itself", "The word ends here");
      assertThat(text).doesNotContain("Play", "Predict", "Copy link", "What if it had to answer");
      PDFRenderer renderer = new PDFRenderer(paper);
      BufferedImage page = renderer.renderImage(paper.getNumberOfPages() - 1);
      List<Integer> seen =
          IntStream.range(0, page.getHeight())
              .flatMap(
                  y -> IntStream.range(0, page.getWidth()).map(x -> page.getRGB(x, y) & 0xffffff))
              .distinct()
              .boxed()
              .toList();
      assertThat(seen).containsAll(COLOURS).contains(0xffffff);
    } finally {
      browser().prefer(Map.of());
    }
    assertThat(browser().run("return document.getElementById('handout')")).isNull();
    assertThat(browser().text("#said")).contains("Step 3 of 6");
  }

  @Test
  void theTapesOfAMachineAreInTheRows() throws IOException {
    browser().open(trace("binary-increment", "--word", "11"));
    try (PDDocument paper = Loader.loadPDF(browser().print())) {
      assertThat(text(paper)).contains("Before the first step: state", "After 2 steps: state");
    }
  }

  @Test
  void aLongChainIsPrintedWhereItStands() throws IOException {
    browser().open(trace("parity", "--word", "01".repeat(20)), "#step=7");
    try (PDDocument paper = Loader.loadPDF(browser().print())) {
      assertThat(text(paper)).contains("Step 7 of 41").doesNotContain("Step 8 of 41", "Play");
    }
  }

  @Test
  void whatIsToBePredictedIsNotPrinted() throws IOException {
    browser().open(trace("parity", "--word", "0110"), "#predict=token");
    try (PDDocument paper = Loader.loadPDF(browser().print())) {
      assertThat(text(paper)).contains("What does it write next?").doesNotContain("Step 2 of");
    }
  }

  @Test
  void onPaperABudgetEndsTheRowsAndLinesKeepTheirLegend() throws IOException {
    browser().open(trace("word-a5", "--word", "(12345) (123) (123)"), "#budget=2");
    try (PDDocument paper = Loader.loadPDF(browser().print())) {
      assertThat(text(paper))
          .contains("forced after 2 intermediate tokens", "The budget of 2 intermediate tokens")
          .contains("Step 1 of 2: the model has read", "Step 2 of 2: the model has read")
          .contains("(12345) (123) About this run") // the legend, below the picture
          .doesNotContain("of 4:", "Step 3");
    }
  }
}
