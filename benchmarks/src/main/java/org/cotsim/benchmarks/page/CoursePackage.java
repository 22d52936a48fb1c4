package org.cotsim.benchmarks.page;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A page in the containers of courses: SCORM 1.2 (Advanced Distributed Learning, 2001) and
 * notebooks of Jupyter (nbformat 4.5).
 */
public final class CoursePackage {

  private static final String PAGE = "index.html";
  private static final long MADE = 315_532_800_000L; // 1980, the first year of a ZIP file

  private CoursePackage() {}

  /**
   * A package for a learning management system; the same page gives the same bytes.
   *
   * @param language of the page, as HTML has it
   */
  public static byte[] scorm(String page, String title, String language) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      add(zip, "imsmanifest.xml", manifest(title, language));
      add(zip, PAGE, page);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(MADE);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String manifest(String title, String language) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest identifier="cotsim" version="1.1" xml:lang="%s"
            xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
          <metadata>
            <schema>ADL SCORM</schema>
            <schemaversion>1.2</schemaversion>
          </metadata>
          <organizations default="course">
            <organization identifier="course">
              <title>%s</title>
              <item identifier="item" identifierref="page">
                <title>%s</title>
              </item>
            </organization>
          </organizations>
          <resources>
            <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="%s">
              <file href="%s"/>
            </resource>
          </resources>
        </manifest>
        """
        .formatted(language, Html.escape(title), Html.escape(title), PAGE, PAGE);
  }

  /** A notebook whose one cell of code shows the page in a frame. */
  public static String notebook(String page, String title) {
    String frame =
        "<div><iframe srcdoc=\""
            + Html.escape(page)
            + "\" title=\""
            + Html.escape(title)
            + "\" width=\"100%\" height=\"900\"></iframe></div>"; // IPython warns of a frame alone
    String text = new GsonBuilder().disableHtmlEscaping().create().toJson(frame);
    JsonObject notebook = new JsonObject();
    JsonArray cells = new JsonArray();
    cells.add(cell("markdown", "about", "# " + title));
    cells.add(cell("code", "page", "from IPython.display import HTML\n\nHTML(" + text + ")"));
    notebook.add("cells", cells);
    notebook.add("metadata", new JsonObject());
    notebook.addProperty("nbformat", 4);
    notebook.addProperty("nbformat_minor", 5);
    return notebook + "\n";
  }

  private static JsonObject cell(String type, String id, String source) {
    JsonObject cell = new JsonObject();
    cell.addProperty("cell_type", type);
    cell.addProperty("id", id);
    cell.add("metadata", new JsonObject());
    cell.addProperty("source", source);
    if (type.equals("code")) {
      cell.add("outputs", new JsonArray());
      cell.add("execution_count", null);
    }
    return cell;
  }
}
