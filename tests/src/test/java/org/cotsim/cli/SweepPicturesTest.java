package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPicturesTest {

  @TempDir private Path folder;

  @Test
  void theSameSweepIsAPageAPictureAndASnippetForSlides() throws IOException {
    Cli sweep =
        Cli.done(
            "sweep",
            "parity",
            "regex:(a|b_)*",
            "--lengths",
            "4,6",
            "--budgets",
            "0,n,n+1",
            "--samples",
            "10",
            "--html",
            "--png",
            "--latex",
            "--out",
            folder.toString());
    assertThat(sweep.out())
        .contains("accuracy.svg, cells.jsonl, compare.html, accuracy.png, accuracy.tex");
    BufferedImage image = ImageIO.read(folder.resolve("accuracy.png").toFile());
    assertThat(image.getWidth()).isEqualTo(2160);
    assertThat(Files.readString(folder.resolve("accuracy.tex")))
        .contains("title={parity}")
        .contains("title={regex:(a|b\\_)*}")
        .contains("\\addlegendentry{$n = 4$}")
        .contains("(6,1.000)")
        .contains("% steps claimed for n = 6");
    assertThat(Files.readString(folder.resolve("compare.html")))
        .contains("solvable</strong>: in TC0, so theory does not demand a chain")
        .contains("<td>n+1</td><td>5</td><td>5</td><td>100.0 %</td>");
  }

  @Test
  void withoutTheOptionsOnlyTheReportAndTheCellsAreWritten() throws IOException {
    Cli.done("sweep", "parity", "--lengths", "4", "--samples", "4", "--out", folder.toString());
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "results.csv", "results.json", "report.md", "accuracy.svg", "cells.jsonl");
    }
  }
}
