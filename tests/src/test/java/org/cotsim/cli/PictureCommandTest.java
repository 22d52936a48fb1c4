package org.cotsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures of a run, drawn without a browser. */
class PictureCommandTest {

  private static final int ACCENT = 0x0b5cad;

  @TempDir private Path folder;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static List<String> values(Element root, String element, String attribute) {
    List<String> values = new ArrayList<>();
    NodeList found = root.getElementsByTagName(element);
    for (int i = 0; i < found.getLength(); i++) {
      values.add(((Element) found.item(i)).getAttribute(attribute));
    }
    return values;
  }

  private static long pixels(BufferedImage image, int colour) {
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
      }
    }
    return count;
  }

  @ParameterizedTest
  @CsvSource({"1, right", "5, right", "8, carry", "13, done"})
  void aStepAsSvgShowsTheStateOfTheMachine(int step, String state) throws Exception {
    String svg = file("step.svg");
    Cli.done("trace", "binary-increment", "--word", "1011", "--svg", svg, "--step", "" + step);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File(svg))
            .getDocumentElement();
    assertThat(root.getTextContent())
        .contains("binary-increment: a chain of thought, step by step");
    List<String> on = new ArrayList<>();
    NodeList groups = root.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      Element group = (Element) groups.item(i);
      if (group.getAttribute("class").startsWith("node")
          && values(group, "circle", "fill").get(0).equals("#0b5cad")) {
        on.add(group.getElementsByTagName("title").item(0).getTextContent());
      }
    }
    assertThat(on).containsExactly(state);
  }

  @Test
  void aRunAsGifHasAnImageForEachStep() throws IOException {
    Cli.done("trace", "parity", "--word", "011", "--gif", file("run.gif"));
    ImageReader reader = ImageIO.getImageReadersBySuffix("gif").next();
    List<BufferedImage> images = new ArrayList<>();
    try (ImageInputStream in = ImageIO.createImageInputStream(new File(file("run.gif")))) {
      reader.setInput(in);
      for (int i = 0; i < reader.getNumImages(true); i++) {
        images.add(reader.read(i));
      }
    }
    assertThat(images).hasSize(5);
    assertThat(images.stream().map(image -> image.getWidth() + " " + image.getHeight()).distinct())
        .hasSize(1);
    assertThat(images.stream().map(image -> pixels(image, ACCENT)).distinct().count())
        .as("what is on")
        .isGreaterThan(2);
    assertThat(Files.size(folder.resolve("run.gif"))).isLessThan(400_000);
  }

  @Test
  void aRunAsPdfHasAPageForEachStep() throws IOException {
    String pdf = file("run.pdf");
    String one = file("one.pdf");
    Cli cli = Cli.done("trace", "parity", "--word", "011", "--format", "json", "--pdf", pdf);
    assertThat(cli.json().get("pictures").toString()).contains("run.pdf");
    assertThat(cli.json().has("page")).isFalse();
    try (PDDocument document = Loader.loadPDF(new File(pdf))) {
      assertThat(document.getNumberOfPages()).isEqualTo(5);
      BufferedImage second = new PDFRenderer(document).renderImage(1);
      assertThat(pixels(second, ACCENT)).as("the state that is on").isGreaterThan(300);
    }
    Cli.done("trace", "parity", "--word", "011", "--pdf", one, "--step", "2");
    try (PDDocument document = Loader.loadPDF(new File(one))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void aSearchAndAPageBesideIt() throws IOException {
    Files.writeString(folder.resolve("graph.txt"), "s a\ns b\na c\nb c\nc t\n");
    Cli.done(
        "trace",
        "graph:" + file("graph.txt"),
        "--directed",
        "--source",
        "s",
        "--target",
        "t",
        "--svg",
        file("s.svg"),
        "--step",
        "3",
        "--out",
        file("page.html"));
    assertThat(Files.readString(folder.resolve("s.svg"))).contains("Step 3 of ", "node accepting");
    assertThat(Files.readString(folder.resolve("page.html"))).startsWith("<!doctype html>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # nothing to write: expected --out for a page, --scorm or --notebook for one in a course, or --svg, --gif or --pdf for pictures",
        "--svg a.svg # --svg draws one step: say which with --step",
        "--gif a.gif --step 2 # --step is for --svg and --pdf",
        "--gif a.gif --pdf a.pdf --step 2 # --gif draws the whole run, --step one step of it",
        "--out a.html --step 2 # --step is for --svg and --pdf",
        "--svg a.svg --step 9 --out a.html # --step 9: this run has steps 1 to 5",
        "--pdf a.pdf --step 0 # --step 0: this run has steps 1 to 5",
        "--pdf a.x --gif a.x # two files of the name a.x",
        "--out a.html --exercises 2 --gif a.gif"
            + " # --exercises is for a page: a picture would show what is to be predicted",
        "--gif a.gif --word long"
            + " # --gif: a run of 302 steps is too long, at most 200 can be drawn;"
            + " --svg or --pdf draw one: --step"
      })
  void whatDoesNotGoTogetherIsRefused(String options, String message) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("trace", "parity"));
    arguments.addAll(List.of("--word", options.contains("long") ? "01".repeat(150) : "011"));
    for (String option : options.replace(" --word long", "").split(" ", -1)) {
      if (!option.isEmpty()) {
        arguments.add(option.startsWith("a.") ? file(option) : option);
      }
    }
    Cli cli = Cli.cot(arguments.toArray(String[]::new));
    assertThat(cli.err().replace(folder + "/", "")).contains(message);
    assertThat(cli.code()).isEqualTo(Cot.BAD_INPUT);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
