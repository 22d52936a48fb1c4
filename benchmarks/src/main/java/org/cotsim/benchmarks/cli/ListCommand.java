package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.catalogue.TuringEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the catalogue. */
@Command(
    name = "list",
    description = "Lists the problems of the catalogue.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  private static final String REGULAR = "regular language";
  private static final String TURING = "Turing machine";

  @Spec private CommandSpec spec;
  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    List<Map<String, Object>> problems = new ArrayList<>();
    Catalogue.entries().forEach(entry -> problems.add(describe(entry)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("problems", problems);
    json.put("families", Catalogue.families());
    namedKinds().forEach(kind -> json.put(kind.plural(), kind.names()));
    json.put("prefixes", prefixes());
    format.print(spec.commandLine().getOut(), json, out -> printText(out, problems));
    return Cot.DONE;
  }

  /** What texts begin with that are no names and no files. */
  private static List<String> prefixes() {
    return Problems.kinds().stream().flatMap(kind -> kind.prefixes().stream()).sorted().toList();
  }

  /** The kinds with names that are not in the catalogue. */
  private static List<ProblemKind> namedKinds() {
    return Problems.kinds().stream().filter(kind -> !kind.names().isEmpty()).toList();
  }

  private static Map<String, Object> describe(Entry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", entry.name());
    if (entry instanceof RegularEntry regular) {
      fields.put("kind", REGULAR);
      fields.put("class", regular.languageClass().toString());
      fields.put("states", regular.language().size());
      fields.put("alphabet", List.copyOf(regular.language().alphabet()));
      fields.put("steps", "n + 1");
    } else if (entry instanceof TuringEntry turing) {
      fields.put("kind", TURING);
      fields.put("class", turing.languageClass());
      fields.put("states", turing.machine().states().size());
      fields.put("tapes", turing.machine().tapes());
      fields.put("alphabet", turing.machine().inputAlphabet());
      fields.put("steps", (turing.steps().exact() ? "" : "<= ") + turing.steps().formula());
    }
    fields.put("summary", entry.summary());
    fields.put("citation", entry.citation());
    return fields;
  }

  private static void printText(PrintWriter out, List<Map<String, Object>> problems) {
    printKind(out, problems, REGULAR, "class", 13);
    out.println("Families: " + String.join(", ", Catalogue.families()));
    out.println();
    printKind(out, problems, TURING, "steps", 28);
    for (ProblemKind kind : namedKinds()) {
      String plural = kind.plural();
      String title = plural.substring(0, 1).toUpperCase(Locale.ROOT) + plural.substring(1);
      out.println(title + ": " + String.join(", ", kind.names()));
      out.println();
    }
    out.println("Prefixes: " + String.join(", ", prefixes()));
    out.println();
    out.println("Classes and citations: cot list --format json");
  }

  private static void printKind(
      PrintWriter out, List<Map<String, Object>> problems, String kind, String column, int width) {
    String row = "%-23s %6s  %-" + width + "s %s%n";
    out.println(kind + "s");
    out.printf(row, "PROBLEM", "STATES", column.toUpperCase(Locale.ROOT), "WORDS");
    for (Map<String, Object> problem : problems) {
      if (problem.get("kind").equals(kind)) {
        out.printf(
            row,
            problem.get("name"),
            problem.get("states"),
            problem.get(column),
            problem.get("summary"));
      }
    }
    out.println();
  }
}
