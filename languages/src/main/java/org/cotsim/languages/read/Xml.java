package org.cotsim.languages.read;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cotsim.languages.input.InputException;

/**
 * Reads XML element by element, each with the place of its {@code <}.
 *
 * <p>A DOCTYPE is refused, and with it all entities but the five of XML; so is deep nesting.
 */
public final class Xml {

  private static final int DEEPEST = 64;
  private static final String DOCTYPE = "<!DOCTYPE";

  /**
   * The start of an element.
   *
   * @param name without prefix
   * @param attributes those without prefix
   * @param line counted from 1
   * @param column counted from 1
   */
  public record Tag(String name, Map<String, String> attributes, int line, int column) {

    /** The value of an attribute, empty if there is none. */
    public String attribute(String wanted) {
      return attributes.getOrDefault(wanted, "");
    }
  }

  /** What is done with the elements as they begin and end. */
  public interface Handler {
    void start(Tag tag) throws InputException;

    /**
     * Ends an element, with the text directly inside it but no white space around that, unless it
     * is nothing but blanks in one line.
     */
    void end(Tag tag, String text) throws InputException;
  }

  private record Open(Tag tag, StringBuilder text) {}

  private final TextFile file;
  private final Handler handler;
  private final XMLStreamReader xml;
  private final Deque<Open> open = new ArrayDeque<>();
  private int line = 1;
  private int lineStart;

  private Xml(TextFile file, Handler handler) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    this.file = file;
    this.handler = handler;
    this.xml = factory.createXMLStreamReader(new StringReader(file.text()));
  }

  /**
   * Reads a document.
   *
   * @throws InputException naming the place where it is no plain XML, or thrown by the handler
   */
  public static void read(TextFile file, Handler handler) throws InputException {
    try {
      new Xml(file, handler).read();
    } catch (XMLStreamException e) {
      Location place = e.getLocation();
      String said = String.valueOf(e.getMessage());
      String reason = said.replaceFirst("(?s).*Message: ", "").replace('\n', ' ');
      throw file.error(place.getLineNumber(), place.getColumnNumber(), "not XML: " + reason);
    }
  }

  private void read() throws XMLStreamException, InputException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(tag());
        case XMLStreamConstants.END_ELEMENT -> {
          Open ended = open.pop();
          handler.end(ended.tag, trimmed(ended.text.toString()));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (!open.isEmpty()) {
            open.peek().text.append(xml.getText());
          }
        }
        case XMLStreamConstants.DTD ->
            throw file.error(
                Math.max(0, file.text().indexOf(DOCTYPE)),
                "a DOCTYPE is refused, as it can make a parser read other files");
        default -> {
          // comments and processing instructions
        }
      }
    }
  }

  private static String trimmed(String text) {
    return text.isBlank() && text.indexOf('\n') < 0 ? text : text.strip();
  }

  private void start(Tag tag) throws InputException {
    if (open.size() == DEEPEST) {
      throw InputException.at(
          file.source(), tag.line, tag.column, "elements are nested more than 64 deep");
    }
    open.push(new Open(tag, new StringBuilder()));
    handler.start(tag);
  }

  /** StAX stands after the tag, so its beginning is looked up. */
  private Tag tag() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributePrefix(i).isEmpty()) {
        attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
      }
    }
    Location end = xml.getLocation();
    goToLine(end.getLineNumber());
    int tag = file.text().lastIndexOf('<', lineStart + end.getColumnNumber() - 2);
    int tagLine = line;
    int before = lineStart; // offset of the line that the tag begins in
    while (before > Math.max(tag, 0)) {
      before--;
      while (before > 0 && !file.endsLine(before - 1)) {
        before--;
      }
      tagLine--;
    }
    return new Tag(xml.getLocalName(), attributes, tagLine, tag - before + 1);
  }

  private void goToLine(int wanted) {
    for (int i = lineStart; line < wanted && i < file.text().length(); i++) {
      if (file.endsLine(i)) {
        line++;
        lineStart = i + 1;
      }
    }
  }
}
