package org.cotsim.benchmarks.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.catalogue.EditDistance;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.YamlText;
import org.cotsim.simulator.decode.FormulaException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * A sweep as a YAML file: its keys are the options of {@code cot sweep} without their hyphens, and
 * {@value #PROBLEMS}.
 */
final class ExperimentFile {

  private static final String PROBLEMS = "problems";
  private static final int MAX_BYTES = 1 << 20;

  private final YamlText yaml;
  private final MappingNode root;
  private final CommandSpec spec;
  private final InputProblems problems;
  private final Map<String, OptionSpec> known;
  private final Map<OptionSpec, List<String>> options = new LinkedHashMap<>();
  private final List<ExperimentValue> asked = new ArrayList<>();

  private ExperimentFile(
      YamlText yaml, MappingNode root, CommandSpec spec, Map<String, OptionSpec> known) {
    this.yaml = yaml;
    this.root = root;
    this.spec = spec;
    this.problems = new InputProblems(yaml.file().source());
    this.known = known;
  }

  private static Map<String, OptionSpec> keys(CommandSpec spec) {
    Map<String, OptionSpec> keys = new TreeMap<>();
    for (OptionSpec option : spec.options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        Stream.of(option.names()).forEach(name -> keys.put(name.replaceFirst("^-+", ""), option));
      }
    }
    return keys;
  }

  /**
   * The experiment file that was named, if one was: YAML with a key that is one of a sweep.
   *
   * @throws InputException if it is one that cannot be read, or is not alone
   */
  static Optional<ExperimentFile> named(List<String> names, CommandSpec spec)
      throws InputException {
    Map<String, OptionSpec> keys = keys(spec);
    for (String name : names) {
      if (name.matches("(?i).*\\.ya?ml") && Files.exists(Path.of(name))) {
        YamlText yaml = new YamlText(TextFile.read(Path.of(name), MAX_BYTES));
        Optional<Node> root = yaml.compose(yaml.file().text());
        if (root.isPresent()
            && root.get() instanceof MappingNode mapping
            && speaks(mapping, keys)) {
          if (names.size() > 1) {
            throw InputException.in(name, "an experiment file names its problems itself");
          }
          return Optional.of(new ExperimentFile(yaml, mapping, spec, keys));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean speaks(MappingNode mapping, Map<String, OptionSpec> keys) {
    return mapping.getValue().stream()
        .map(NodeTuple::getKeyNode)
        .anyMatch(
            node ->
                node instanceof ScalarNode key
                    && (key.getValue().equals(PROBLEMS) || keys.containsKey(key.getValue())));
  }

  /**
   * The command that the file stands for, with the options given beside it.
   *
   * @throws InputException with all wrong options, or else all wrong problems, each at its place
   */
  String[] arguments() throws InputException {
    take();
    problems.throwIfAny();
    List<String> setting = options.values().stream().flatMap(List::stream).toList();
    SweepCommand command = SweepCommand.of(setting);
    for (ExperimentValue problem : asked) {
      checkProblem(problem, command);
    }
    problems.throwIfAny();
    List<String> words = new ArrayList<>(List.of(spec.name()));
    asked.forEach(problem -> words.add(problem.text()));
    words.addAll(setting);
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      words.add(option.longestName());
      if (!isFlag(option)) {
        words.add(String.join(",", option.originalStringValues()));
      }
    }
    return words.toArray(String[]::new);
  }

  private void take() throws InputException {
    for (NodeTuple entry : root.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        note(entry.getKeyNode().getStartMark(), 0, "expected a name");
        continue;
      }
      OptionSpec option = known.get(key.getValue());
      if (key.getValue().equals(PROBLEMS) && asked.isEmpty()) {
        asked.addAll(ExperimentValue.list(entry.getValueNode()));
        requireTexts(entry.getValueNode(), asked);
      } else if (option == null) {
        note(key.getStartMark(), 0, unknown(key.getValue()));
      } else if (options.containsKey(option)) {
        note(key.getStartMark(), 0, Characters.quoted(key.getValue()) + " is given twice");
      } else if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        note(
            key.getStartMark(),
            0,
            "found " + key.getValue() + ", which is given on the command line too");
      } else {
        options.put(option, words(option, entry.getValueNode()));
      }
    }
  }

  private String unknown(String key) {
    if (key.equals(PROBLEMS)) {
      return Characters.quoted(key) + " is given twice";
    }
    String nearest =
        Stream.concat(Stream.of(PROBLEMS), known.keySet().stream())
            .min(Comparator.comparingInt(name -> EditDistance.between(key, name)))
            .orElseThrow();
    return "found %s, expected %s or an option of 'cot sweep'; the nearest is %s"
        .formatted(Characters.quoted(key), PROBLEMS, nearest);
  }

  /** The option as words of a command; none where its value cannot be. */
  private List<String> words(OptionSpec option, Node node) throws InputException {
    String name = option.longestName();
    List<ExperimentValue> values = ExperimentValue.list(node);
    if (!requireTexts(node, values)) {
      return List.of();
    }
    if (isFlag(option)) {
      return flag(name, node, values);
    }
    if (values.size() > 1 && !takesList(option)) {
      note(node.getStartMark(), 0, "found a list, expected one value for " + name);
      return List.of();
    }
    int before = problems.count();
    for (ExperimentValue value : values) {
      checkAlone(option, value);
    }
    List<String> words =
        List.of(name, String.join(",", values.stream().map(ExperimentValue::text).toList()));
    if (values.size() > 1 && problems.count() == before) {
      check(words, values.get(0));
    }
    return words;
  }

  private List<String> flag(String name, Node node, List<ExperimentValue> values)
      throws InputException {
    String text = values.get(0).text();
    if (values.size() > 1 || !text.matches("true|false")) {
      note(
          node.getStartMark(),
          0,
          "found %s, expected true or false"
              .formatted(values.size() > 1 ? "a list" : Characters.quoted(text)));
    }
    return text.equals("true") ? List.of(name) : List.of();
  }

  private boolean requireTexts(Node node, List<ExperimentValue> values) throws InputException {
    boolean texts = !values.isEmpty() && values.stream().noneMatch(value -> value.text().isEmpty());
    if (!texts) {
      note(
          node.getStartMark(), 0, "found nothing, or no text; expected a value, or a list of them");
    }
    return texts;
  }

  private void checkAlone(OptionSpec option, ExperimentValue value) throws InputException {
    boolean whole =
        List.of(int.class, long.class, Integer.class, Long.class).contains(option.type());
    if (whole && !value.text().matches("-?\\d{1,18}")) {
      note(
          value.mark(),
          0,
          "found " + Characters.quoted(value.text()) + ", expected a whole number");
    } else {
      check(List.of(option.longestName(), value.text()), value);
    }
  }

  /** Notes what the command says of an option. */
  private void check(List<String> option, ExperimentValue value) throws InputException {
    try {
      SweepCommand.of(option).check();
    } catch (InputException e) {
      InputException.Problem first = e.problems().get(0);
      note(value.mark(), value.offset(first.column()), first.message());
    } catch (ExperimentException | FormulaException | ParameterException e) {
      note(value.mark(), 0, e.getMessage());
    }
  }

  private void checkProblem(ExperimentValue problem, SweepCommand command) throws InputException {
    try {
      command.find(List.of(problem.text()));
    } catch (InputException | ExperimentException e) {
      note(problem.mark(), 0, e.getMessage());
    }
  }

  private void note(Mark mark, int offset, String message) throws InputException {
    InputException.Problem place = yaml.at(mark, message).problems().get(0);
    problems.add(place.line(), place.column() + offset, message);
  }

  private static boolean isFlag(OptionSpec option) {
    return option.arity().max() == 0;
  }

  private static boolean takesList(OptionSpec option) {
    return option.paramLabel().contains("...") || option.isMultiValue();
  }
}
