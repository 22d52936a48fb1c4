package org.cotsim.languages.read;

import java.io.StringReader;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML as SnakeYAML's nodes, whose scalars are texts as they stand and which know their places.
 *
 * @param file that holds the text
 * @param lineOffset the lines of the file before the text
 * @param columnOffset the columns before each of its lines
 */
public record YamlText(TextFile file, int lineOffset, int columnOffset) {

  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int DEEPEST = 16;

  /** A file that is YAML as a whole. */
  public YamlText(TextFile file) {
    this(file, 0, 0);
  }

  /**
   * Reads the one document of a text.
   *
   * @throws InputException with the place, if it is no YAML; empty if there is nothing in it
   */
  public Optional<Node> compose(String text) throws InputException {
    check(text);
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    try {
      return Optional.ofNullable(
          new Yaml(new SafeConstructor(options)).compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      throw at(e.getProblemMark(), "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      String reason = e.getMessage().lines().findFirst().orElse("");
      throw InputException.in(file.source(), "not YAML: " + reason);
    }
  }

  /** Says where a character stands that no YAML may hold, and refuses texts that are too long. */
  private void check(String text) throws InputException {
    if (text.length() > MOST_CHARACTERS) {
      throw InputException.in(
          file.source(),
          "the text has %d characters, more than the limit of %d"
              .formatted(text.length(), MOST_CHARACTERS));
    }
    int line = 1;
    int column = 1;
    int before = 0;
    for (int character : text.codePoints().toArray()) {
      if (!StreamReader.isPrintable(character)) {
        throw InputException.at(
            file.source(),
            line,
            column,
            "YAML may not hold the character U+%04X".formatted(character));
      }
      boolean ends = character == '\n' || character == '\r'; // \r\n ends one line
      line += ends && !(character == '\n' && before == '\r') ? 1 : 0;
      column = ends ? 1 : column + 1;
      before = character;
    }
  }

  /** A problem at a place. */
  public InputException at(Mark mark, String message) {
    return file.error(
        lineOffset + mark.getLine() + 1, columnOffset + mark.getColumn() + 1, message);
  }
}
