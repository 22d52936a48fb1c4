package org.cotsim.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** A page inside of a course, which is told the score. */
class CoursePackageTest extends BrowserTest {

  /** What a learning management system has: an object named API above the frame of the page. */
  private static final String COURSE =
      """
      <!doctype html><title>course</title><link rel="icon" href="data:,">
      <script>
      window.told = { "cmi.core.lesson_status": "not attempted" };
      window.calls = [];
      window.API = {
        LMSInitialize: () => { calls.push("initialize"); return "true"; },
        LMSGetValue: (key) => told[key] || "",
        LMSSetValue: (key, value) => { told[key] = value; return "true"; },
        LMSCommit: () => "true",
        LMSFinish: () => { calls.push("finish"); return "true"; },
      };
      </script>
      <iframe src="index.html" width="1100" height="900"></iframe>""";

  private static Map<String, byte[]> unpacked(Path zip) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        try (InputStream in = file.getInputStream(entry)) {
          files.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return files;
  }

  private Path scorm(String name) {
    Path zip = folder().resolve(name);
    cot("trace", "parity", "--word", "1", "--exercises", "1", "--scorm", zip.toString());
    return zip;
  }

  @Test
  void aCourseIsToldTheScoreAndThatAllWasAnswered() throws IOException {
    Map<String, byte[]> files = new HashMap<>(unpacked(scorm("course.zip")));
    assertThat(files).containsOnlyKeys("imsmanifest.xml", "index.html");
    assertThat(new String(files.get("imsmanifest.xml"), UTF_8))
        .contains("<schemaversion>1.2</schemaversion>", "href=\"index.html\"");
    files.put("course.html", COURSE.getBytes(UTF_8));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] file = files.get(exchange.getRequestURI().getPath().substring(1));
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, file.length);
          exchange.getResponseBody().write(file);
          exchange.close();
        });
    server.start();
    try {
      browser().open("http://127.0.0.1:" + server.getAddress().getPort() + "/course.html");
      browser().enterFrame("iframe");
      guess("q1");
      assertThat(told()).isEqualTo("initialize, incomplete, 0");
      next();
      guess("q1");
      next();
      guess("accept (answer)");
      assertThat(told()).isEqualTo("initialize, completed, 67");
    } finally {
      server.stop(0);
    }
  }

  private void guess(String text) {
    browser()
        .run(
            "[...document.querySelectorAll('#question button')]"
                + ".find((one) => one.innerText === arguments[0]).click()",
            text);
  }

  private void next() {
    browser().click("#question button.play");
  }

  private Object told() {
    return browser()
        .run(
            "return [...parent.calls, parent.told['cmi.core.lesson_status'],"
                + " parent.told['cmi.core.score.raw']].join(', ')");
  }

  @Test
  void theSamePageGivesTheSamePackage() throws IOException {
    assertThat(scorm("one.zip")).hasSameBinaryContentAs(scorm("other.zip"));
  }

  @Test
  void aNotebookHoldsThePageInOneCell() throws IOException {
    Path file = folder().resolve("parity.ipynb");
    cot("trace", "parity", "--word", "01", "--language", "de", "--notebook", file.toString());
    JsonObject notebook = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    assertThat(notebook.get("nbformat").getAsInt()).isEqualTo(4);
    String code =
        notebook.getAsJsonArray("cells").get(1).getAsJsonObject().get("source").getAsString();
    String literal = code.substring(code.indexOf('(') + 1, code.length() - 1);
    Path page = folder().resolve("frame.html");
    Files.writeString(
        page,
        "<!doctype html><meta charset=\"utf-8\"><title>frame</title><link rel=\"icon\" href=\"data:,\">"
            + JsonParser.parseString(literal).getAsString());
    browser().open(page);
    browser().enterFrame("iframe");
    assertThat(browser().run("return document.documentElement.lang")).isEqualTo("de");
    browser().click("#forward");
    assertThat(browser().text("#track")).contains("accept");
  }
}
