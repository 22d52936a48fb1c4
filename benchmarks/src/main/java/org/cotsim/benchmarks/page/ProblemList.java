package org.cotsim.benchmarks.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.catalogue.EditDistance;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.YamlText;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The problems of a file: a YAML list whose entries are problems, or mappings with the keys {@link
 * #KEYS}; or text with a problem on each line and after it, separated by tabs, a word, a title and
 * a sentence, where lines that begin with # and a space, and empty ones, say nothing.
 *
 * <p>Files that it names are found beside it.
 */
final class ProblemList {

  private static final int MAX_BYTES = 1 << 20;
  private static final List<String> COLUMNS = List.of("problem", "word", "title", "sentence");
  private static final List<String> KEYS =
      List.of("problem", "word", "title", "sentence", "alphabet", "directed", "source", "target");

  /**
   * A text of an entry.
   *
   * @param line from 1
   * @param column from 1
   */
  private record Field(String text, int line, int column) {}

  private final TextFile file;
  private final Path folder;
  private final InputProblems problems;
  private final List<Map<String, Field>> entries = new ArrayList<>();

  private ProblemList(TextFile file, Path folder) {
    this.file = file;
    this.folder = folder;
    this.problems = new InputProblems(file.source());
  }

  /**
   * Reads a file.
   *
   * @throws InputException with all problems that cannot be read, each at its place
   */
  static List<GalleryItem> read(Path path) throws InputException {
    Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    ProblemList list = new ProblemList(TextFile.read(path, MAX_BYTES), folder);
    if (path.toString().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml")) {
      list.takeYaml();
    } else {
      list.takeLines();
    }
    list.problems.throwIfAny();
    List<GalleryItem> items = list.items();
    list.problems.throwIfAny();
    if (items.isEmpty()) {
      throw InputException.in(list.file.source(), "found no problem, expected at least one");
    }
    return items;
  }

  private void takeLines() {
    int number = 0;
    for (String line : file.lines()) {
      number++;
      if (!line.isBlank() && !line.equals("#") && !line.startsWith("# ")) {
        entries.add(fields(line, number));
      }
    }
  }

  private Map<String, Field> fields(String line, int number) {
    Map<String, Field> fields = new LinkedHashMap<>();
    String[] texts = line.split("\t", COLUMNS.size());
    int column = 1;
    for (int i = 0; i < texts.length; i++) {
      if (i == 0 || !texts[i].isBlank()) {
        fields.put(COLUMNS.get(i), new Field(texts[i].strip(), number, column));
      }
      column += texts[i].length() + 1;
    }
    return fields;
  }

  private void takeYaml() throws InputException {
    YamlText yaml = new YamlText(file);
    Optional<Node> root = yaml.compose(file.text());
    if (root.isEmpty()) {
      return;
    }
    if (!(root.get() instanceof SequenceNode list)) {
      throw yaml.at(root.get().getStartMark(), "expected a list: a line '- PROBLEM' for each");
    }
    for (Node node : list.getValue()) {
      if (node instanceof ScalarNode scalar) {
        entries.add(Map.of("problem", field(scalar)));
      } else if (node instanceof MappingNode mapping) {
        entries.add(fields(mapping));
      } else {
        note(node.getStartMark(), "found a list, expected a problem or 'problem: PROBLEM'");
      }
    }
  }

  private Map<String, Field> fields(MappingNode mapping) throws InputException {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!KEYS.contains(key)) {
        note(tuple.getKeyNode().getStartMark(), unknown(key));
      } else if (!(tuple.getValueNode() instanceof ScalarNode value)) {
        note(tuple.getValueNode().getStartMark(), "expected a text for " + key);
      } else if (fields.put(key, field(value)) != null) {
        note(tuple.getKeyNode().getStartMark(), Characters.quoted(key) + " is given twice");
      }
    }
    if (!fields.containsKey("problem")) {
      note(mapping.getStartMark(), "found an entry without problem, expected 'problem: PROBLEM'");
    }
    return fields;
  }

  private static String unknown(String key) {
    String nearest =
        KEYS.stream()
            .min(Comparator.comparingInt(name -> EditDistance.between(key, name)))
            .orElseThrow();
    return "found %s, expected one of %s; the nearest is %s"
        .formatted(Characters.quoted(key), String.join(", ", KEYS), nearest);
  }

  private static Field field(ScalarNode node) {
    Mark mark = node.getStartMark();
    return new Field(node.getValue(), mark.getLine() + 1, mark.getColumn() + 1);
  }

  private List<GalleryItem> items() throws InputException {
    List<GalleryItem> items = new ArrayList<>();
    for (Map<String, Field> entry : entries) {
      Field problem = entry.get("problem");
      try {
        GalleryItem item = GalleryItem.own(asked(entry), items.size() + 1);
        items.add(item);
        problem = entry.getOrDefault("word", entry.getOrDefault("source", problem));
        item.asked().requireInput();
      } catch (InputException | ExperimentException e) {
        problems.add(problem.line(), problem.column(), inShort(e.getMessage()));
      }
    }
    return items;
  }

  /** The first line of what may be a list. */
  private static String inShort(String message) {
    long more = message.lines().count() - 1;
    String first = message.lines().findFirst().orElse("");
    return more > 0 ? first + " (and " + more + " more)" : first;
  }

  private AskedProblem asked(Map<String, Field> entry) throws InputException {
    Optional<String> directed = text(entry, "directed");
    if (directed.isPresent() && !directed.get().matches("true|false")) {
      Field field = entry.get("directed");
      String found = Characters.quoted(directed.get());
      problems.add(field.line(), field.column(), "found " + found + ", expected true or false");
    }
    return new AskedProblem(
        text(entry, "problem").orElse(""),
        folder,
        text(entry, "alphabet"),
        directed.map(Boolean::valueOf),
        text(entry, "word"),
        text(entry, "source"),
        text(entry, "target"),
        text(entry, "title"),
        text(entry, "sentence"));
  }

  private static Optional<String> text(Map<String, Field> entry, String key) {
    return Optional.ofNullable(entry.get(key)).map(Field::text);
  }

  private void note(Mark mark, String message) throws InputException {
    problems.add(mark.getLine() + 1, mark.getColumn() + 1, message);
  }
}
