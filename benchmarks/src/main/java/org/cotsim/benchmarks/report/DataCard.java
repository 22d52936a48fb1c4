package org.cotsim.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.data.DataCell;
import org.cotsim.benchmarks.experiment.data.DataSummary;

/**
 * The card of a data set: YAML that Hugging Face's {@code datasets} reads, then what a person
 * reads.
 *
 * <p>The columns and their types are declared, because that loader takes them from the first lines
 * otherwise and stops where {@code first_wrong} comes later.
 */
final class DataCard {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final DataSummary data;

  private DataCard(DataSummary data) {
    this.data = data;
  }

  /** The whole card. */
  static String of(DataSummary data) {
    DataCard card = new DataCard(data);
    return card.front() + card.head() + card.columns() + card.cells() + card.files() + card.notes();
  }

  private List<String> problems() {
    return data.cells().stream().map(DataCell::problem).distinct().toList();
  }

  private String front() {
    StringBuilder yaml = new StringBuilder("---\n");
    yaml.append("pretty_name: ").append(GSON.toJson("cotsim: " + String.join(", ", problems())));
    yaml.append("\nlicense: ").append(data.license());
    yaml.append("\ntask_categories:\n- text-generation\n");
    yaml.append("tags:\n- chain-of-thought\n- synthetic\n- cotsim\n");
    yaml.append("size_categories:\n- ").append(size(data.examples())).append('\n');
    yaml.append("configs:\n- config_name: default\n  data_files:\n");
    for (DataSummary.DataFile file : data.files()) {
      yaml.append("  - split: ").append(file.split());
      yaml.append("\n    path: ").append(file.name()).append('\n');
    }
    yaml.append("dataset_info:\n- config_name: default\n  features:\n");
    features().forEach(feature -> yaml.append(feature.indent(2)));
    return yaml.append("---\n\n").toString();
  }

  private static String size(long examples) {
    if (examples < 1000) {
      return "n<1K";
    }
    String[] units = {"1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B", "100B", "1T"};
    long top = 10_000;
    for (int i = 0; i + 1 < units.length; i++, top *= 10) {
      if (examples < top) {
        return units[i] + "<n<" + units[i + 1];
      }
    }
    return "n>1T";
  }

  private List<String> features() {
    String answer = data.ids() ? "list: int32" : "dtype: string";
    List<String> features = new ArrayList<>();
    features.add(feature("problem", "dtype: string"));
    features.add(feature("input", "dtype: string"));
    if (data.ids()) {
      features.add(feature("prompt", "list: int32"));
    }
    features.add(feature("n", "dtype: int64"));
    features.add(feature("budget", "dtype: int64"));
    if (data.form() == DataSummary.Form.CHAT) {
      features.add(
          feature(
              "messages",
              "list:\n  - name: role\n    dtype: string\n  - name: content\n    dtype: string"));
    } else {
      features.add(feature("chain", data.ids() ? "list: int32" : "list: string"));
      features.add(feature("answer", answer));
    }
    features.add(feature("label", answer));
    if (data.corrupted() > 0) {
      features.add(feature("first_wrong", "dtype: int64"));
    }
    return features;
  }

  private static String feature(String name, String type) {
    return "- name: " + name + "\n  " + type;
  }

  private String head() {
    return "# Chains of thought: "
        + problems().stream().map(Markdown::plain).collect(Collectors.joining(", "))
        + "\n\nMade by cotsim "
        + data.version()
        + ", seed "
        + data.seed()
        + ". The same bytes come again from\n\n"
        + Markdown.code(data.command())
        + "\n\n"
        + Markdown.plain(sentence(data.evidence()))
        + "\nLicense: "
        + Markdown.plain(data.license())
        + ".\n\n"
        + "    from datasets import load_dataset\n"
        + "    data = load_dataset(\"DIR\")\n\n";
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private String columns() {
    String transcript =
        data.form() == DataSummary.Form.CHAT
            ? """
            * `messages`: the question, and a transcript: the chain, its tokens separated by spaces or, where
              tokens have spaces in them, by line ends; below it `Final answer: ` and the answer.
            """
            : """
            * `chain`: the intermediate tokens. `answer`: the answer given; empty where the decoder could not
              choose.
            """;
    return """
        ## A line

        * `problem`, `input`, `n`: what is asked, and the length of the input.
        * `budget`: the intermediate tokens allowed. Where the right chain is longer it is cut there, and the
          answer has to come at once.
        """
        + transcript
        + "* `label`: the right answer.\n"
        + (data.corrupted() > 0
            ? """
            * `first_wrong`: only where the chain was corrupted: the first step, from 1, at which it differs
              from the right one; one step behind a chain stands its answer. Half of these have a wrong answer
              too, where answers are single tokens.
            """
            : "")
        + (data.ids()
            ? "* Tokens are numbers, those of `cot export`; `prompt` has the input from start to think. What"
                + " they\n  are: "
            : "\nWhat the tokens are: ")
        + data.vocabularies().stream()
            .map(file -> "[" + file + "](" + file + ")")
            .collect(Collectors.joining(", "))
        + "\n\n";
  }

  private String cells() {
    return "## What is in it\n\n"
        + "Inputs are drawn as in `cot sweep`, as many accepted as rejected where both exist. An input and"
        + " the seed\ndecide the part, so none is in two; `--test-lengths` are in the test part"
        + " only.\n\n"
        + Markdown.table(Markdown.plain(DataFields.text(data)));
  }

  private String files() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("file", "examples", "bytes", "SHA-256"));
    for (DataSummary.DataFile file : data.files()) {
      rows.add(
          List.of(
              file.name(),
              String.valueOf(file.examples()),
              String.valueOf(file.bytes()),
              file.sha256()));
    }
    return Markdown.table(rows);
  }

  private String notes() {
    return data.notes().stream()
        .map(note -> "* " + Markdown.plain(note) + ".\n")
        .collect(Collectors.joining());
  }
}
