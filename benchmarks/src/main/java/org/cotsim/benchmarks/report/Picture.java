package org.cotsim.benchmarks.report;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/**
 * An SVG picture as PNG, for programs that do not read SVG.
 *
 * <p>Text is drawn with the fonts of the machine, so the bytes differ between machines.
 */
public final class Picture {

  private static final double SCALE = 2; // sharp on slides

  private Picture() {}

  /**
   * The picture as PNG, at twice its size.
   *
   * @throws IOException if this Java cannot draw, for example without any font
   */
  public static byte[] png(String svg) throws IOException {
    try {
      return draw(svg);
    } catch (RuntimeException | LinkageError e) {
      throw new IOException("cannot draw the PNG picture: this Java has no fonts or no AWT", e);
    }
  }

  private static byte[] draw(String svg) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image(svg, SCALE), "png", out);
    return out.toByteArray();
  }

  static SVGDocument read(String svg) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
    SVGDocument document = new SVGLoader().load(in, null, LoaderContext.createDefault());
    if (document == null) {
      throw new IOException("cannot draw the picture: the SVG cannot be read");
    }
    return document;
  }

  static BufferedImage image(String svg, double scale) throws IOException {
    SVGDocument document = read(svg);
    FloatSize size = document.size();
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(size.width * scale),
            (int) Math.ceil(size.height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    draw(document, graphics);
    return image;
  }

  static void draw(SVGDocument document, Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    document.render(null, graphics);
    graphics.dispose();
  }
}
