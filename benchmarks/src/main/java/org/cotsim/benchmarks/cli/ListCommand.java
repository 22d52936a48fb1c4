package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.GraphProblem;
import org.cotsim.benchmarks.experiment.Problems;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
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

  @Spec private CommandSpec spec;
  @Mixin private FormatOption format;

  @Override
  public Integer call() {
    List<Map<String, Object>> problems = new ArrayList<>();
    for (Entry entry : Catalogue.entries()) {
      problems.add(describe((RegularEntry) entry));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("problems", problems);
    json.put("families", Catalogue.families());
    json.put("graphs", GraphProblem.families());
    format.print(spec.commandLine().getOut(), json, out -> printText(out, problems));
    return Cot.DONE;
  }

  private static Map<String, Object> describe(RegularEntry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", entry.name());
    fields.put("class", Problems.inWords(entry.languageClass()));
    fields.put("states", entry.language().size());
    fields.put("alphabet", List.copyOf(entry.language().alphabet()));
    fields.put("summary", entry.summary());
    fields.put("citation", entry.citation());
    return fields;
  }

  private static void printText(PrintWriter out, List<Map<String, Object>> problems) {
    out.printf("%-18s %-13s %6s  %s%n", "PROBLEM", "CLASS", "STATES", "WORDS");
    for (Map<String, Object> problem : problems) {
      out.printf(
          "%-18s %-13s %6s  %s%n",
          problem.get("name"), problem.get("class"), problem.get("states"), problem.get("summary"));
    }
    out.println();
    out.println("Families: " + String.join(", ", Catalogue.families()));
    out.println("Graphs: " + String.join(", ", GraphProblem.families()));
    out.println("Citations: cot list --format json");
  }
}
