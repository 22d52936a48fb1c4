package org.cotsim.languages.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.Xml.Tag;

/**
 * An element of an XML document held as a tree, for documents that are small.
 *
 * @param tag its name, its attributes and its place
 * @param text directly inside it, without white space around it
 * @param children the elements directly inside it
 */
public record XmlElement(Tag tag, String text, List<XmlElement> children) {

  public XmlElement {
    children = List.copyOf(children);
  }

  /**
   * The document's root element.
   *
   * @throws InputException naming the place where it is no plain XML
   */
  public static XmlElement read(TextFile file) throws InputException {
    Builder builder = new Builder();
    Xml.read(file, builder);
    return builder.open.element().get(0);
  }

  public String name() {
    return tag.name();
  }

  public List<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted)).toList();
  }

  public Optional<XmlElement> child(String wanted) {
    return children(wanted).stream().findFirst();
  }

  public boolean has(String wanted) {
    return child(wanted).isPresent();
  }

  /** Holds the children found so far of every element that is open. */
  private static final class Builder implements Xml.Handler {

    private final Deque<List<XmlElement>> open = new ArrayDeque<>(List.of(new ArrayList<>()));

    @Override
    public void start(Tag tag) {
      open.push(new ArrayList<>());
    }

    @Override
    public void end(Tag tag, String text) {
      List<XmlElement> children = open.pop();
      open.element().add(new XmlElement(tag, text, children));
    }
  }
}
