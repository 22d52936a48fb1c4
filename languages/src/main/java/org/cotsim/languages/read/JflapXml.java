package org.cotsim.languages.read;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A small XML document as a tree whose elements know their places; no DOCTYPE, no entities. */
final class JflapXml {

  private static final int DEEPEST = 64;

  /**
   * One element.
   *
   * @param characters the text directly inside it
   * @param line counted from 1
   * @param column counted from 1, that of its {@code <}
   */
  record Element(
      String name,
      Map<String, String> attributes,
      List<Element> children,
      StringBuilder characters,
      int line,
      int column) {

    /** The text directly inside it, without surrounding white space. */
    String text() {
      return characters.toString().strip();
    }

    List<Element> children(String wanted) {
      return children.stream().filter(child -> child.name().equals(wanted)).toList();
    }

    boolean has(String wanted) {
      return !children(wanted).isEmpty();
    }
  }

  private final String source;
  private final List<String> lines;
  private final List<Element> open = new ArrayList<>();

  private JflapXml(String source, String text) {
    this.source = source;
    this.lines = text.lines().toList();
  }

  /**
   * The document's root element.
   *
   * @throws InputException naming the place where it is no plain XML
   */
  static Element read(String source, String text) throws InputException {
    return new JflapXml(source, text).read(text);
  }

  private Element read(String text) throws InputException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      Element root = new Element("", Map.of(), new ArrayList<>(), new StringBuilder(), 1, 1);
      open.add(root);
      while (xml.hasNext()) {
        handle(xml.next(), xml);
      }
      return root.children().get(0);
    } catch (XMLStreamException e) {
      Location place = e.getLocation();
      String message = String.valueOf(e.getMessage());
      String reason = message.substring(message.indexOf("Message: ") + 1).replace("essage: ", "");
      throw InputException.at(
          source, place.getLineNumber(), place.getColumnNumber(), "not XML: " + reason);
    }
  }

  private void handle(int event, XMLStreamReader xml) throws InputException {
    Element parent = open.get(open.size() - 1);
    if (event == XMLStreamConstants.START_ELEMENT) {
      Element element = element(xml);
      if (open.size() > DEEPEST) {
        throw InputException.at(
            source, element.line(), element.column(), "elements are nested too deeply");
      }
      parent.children().add(element);
      open.add(element);
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      open.remove(open.size() - 1);
    } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
      parent.characters().append(xml.getText());
    } else if (event == XMLStreamConstants.DTD) {
      int line = 1;
      while (line < lines.size() && !lines.get(line - 1).contains("<!DOCTYPE")) {
        line++;
      }
      int column = lines.get(line - 1).indexOf("<!DOCTYPE") + 1;
      throw InputException.at(source, line, column, "a DOCTYPE is not allowed");
    }
  }

  /** The reader's place is the end of a start tag; the tag's beginning is looked up. */
  private Element element(XMLStreamReader xml) {
    int line = xml.getLocation().getLineNumber();
    int column = xml.getLocation().getColumnNumber() - 1;
    while (line > 1 && lines.get(line - 1).lastIndexOf('<', column - 1) < 0) {
      line--;
      column = lines.get(line - 1).length();
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int at = 0; at < xml.getAttributeCount(); at++) {
      attributes.put(xml.getAttributeLocalName(at), xml.getAttributeValue(at));
    }
    return new Element(
        xml.getLocalName(),
        attributes,
        new ArrayList<>(),
        new StringBuilder(),
        line,
        lines.get(line - 1).lastIndexOf('<', column - 1) + 1);
  }
}
