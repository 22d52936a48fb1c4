package org.cotsim.benchmarks.report;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.view.FloatSize;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * SVG pictures as one file of another format: a PDF with a page for each, or a GIF that shows one
 * after the other.
 *
 * <p>Text is drawn with the fonts of the machine, so the bytes differ between machines; in the PDF
 * it is made of curves.
 */
public final class PictureFile {

  private static final String GIF_METADATA = "javax_imageio_gif_image_1.0";
  private static final int SHOWN = 120; // hundredths of a second for each image
  private static final int LAST_SHOWN = 350;

  private PictureFile() {}

  /**
   * A PDF, each page as large as its picture.
   *
   * @throws IOException if this Java cannot draw
   */
  public static byte[] pdf(List<String> pictures) throws IOException {
    try (PDDocument file = new PDDocument()) {
      for (String svg : pictures) {
        SVGDocument picture = Picture.read(svg);
        FloatSize size = picture.size();
        PDPage page = new PDPage(new PDRectangle(size.width, size.height));
        file.addPage(page);
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(file, size.width, size.height);
        Picture.draw(picture, graphics);
        try (PDPageContentStream content = new PDPageContentStream(file, page)) {
          content.drawForm(graphics.getXFormObject());
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.save(out);
      return out.toByteArray();
    } catch (RuntimeException | LinkageError e) {
      throw new IOException("cannot draw the PDF: this Java has no fonts or no AWT", e);
    }
  }

  /**
   * An animated GIF that begins again after the last picture.
   *
   * @param pictures at least one, all of one size
   * @throws IOException if this Java cannot draw
   */
  public static byte[] gif(List<String> pictures) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersBySuffix("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < pictures.size(); i++) {
        BufferedImage image = Picture.image(pictures.get(i), 1);
        int time = i + 1 < pictures.size() ? SHOWN : LAST_SHOWN;
        writer.writeToSequence(new IIOImage(image, null, metadata(writer, image, time)), null);
      }
      writer.endWriteSequence();
    } catch (RuntimeException | LinkageError e) {
      throw new IOException("cannot draw the GIF: this Java has no fonts or no AWT", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, int time)
      throws IOException {
    ImageWriteParam usual = writer.getDefaultWriteParam();
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), usual);
    IIOMetadataNode root = new IIOMetadataNode(GIF_METADATA);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", String.valueOf(time));
    root.appendChild(control);
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0}); // for ever
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(loop);
    root.appendChild(extensions);
    metadata.mergeTree(GIF_METADATA, root);
    return metadata;
  }
}
