package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.sweep.Shard;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.page.Sentences;
import org.cotsim.benchmarks.report.CurrencyWords;
import org.cotsim.benchmarks.report.SeedFigures;
import org.cotsim.benchmarks.report.SweepHeadline;
import org.cotsim.benchmarks.report.SweepWriter;
import picocli.CommandLine;

/**
 * What is written and said of a sweep.
 *
 * @param out the folder of the files
 * @param pictures the further ones
 * @param say the language of a page
 */
record SweepOutput(Path out, SweepPictures pictures, Sentences say) {

  void write(SweepResult result) throws IOException {
    if (!result.rows().isEmpty()) {
      SweepWriter.write(result, out);
      pictures.write(result, out, say);
    }
  }

  /** Says what was found, and returns the exit code. */
  int print(CommandLine command, FormatOption format, SweepResult result) {
    PrintWriter err = command.getErr();
    result.unmeasured().forEach(reason -> err.println("cot: " + Failures.printable(reason)));
    format.print(command.getOut(), json(result), text -> printText(text, result));
    return result.unmeasured().isEmpty() ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private Map<String, Object> json(SweepResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("cells", result.cellsFinished());
    fields.put("shard", result.shard().map(Shard::toString).orElse(null));
    fields.put("rows", result.rows().size());
    fields.put("all_right_at_claim", result.allRightAtClaim().orElse(null));
    fields.put("not_measured", result.unmeasured());
    fields.put("executor", result.executor());
    fields.put("backend", result.backend());
    fields.put("folder", out.toString());
    return fields;
  }

  private void printText(PrintWriter text, SweepResult result) {
    if (result.hasSeveralSeeds() && !result.rows().isEmpty()) {
      text.println(
          result.finished()
              ? "accuracy: the mean of " + result.seeds().size() + " seeds and its 95 % interval"
              : "accuracy: the mean of the seeds in this part, not of all, and its 95 % interval");
      TextTable.print(text, SeedFigures.text(result), 2);
      text.println();
    }
    text.printf(
        "%d problems%s, %d rows (%s)%n",
        result.cellsFinished(),
        result.hasSeveralSeeds() ? ", lengths and seeds" : " and lengths",
        result.rows().size(),
        result.backend());
    if (!result.finished()) {
      text.println(SweepHeadline.unfinished(result) + " 'cot merge' puts all parts together.");
    }
    text.println(claim(result));
    text.println("written to " + out + ": " + files(result));
  }

  private static String claim(SweepResult result) {
    String amount = CurrencyWords.of(result.currency()).amount();
    return result
        .allRightAtClaim()
        .map(
            right ->
                right
                    ? "every sampled word was answered right at and above the claimed " + amount
                    : "NOT every sampled word was answered right at the claimed " + amount)
        .orElse("no budget reached the claimed " + amount + ", so nothing is said about it");
  }

  private String files(SweepResult result) {
    if (result.rows().isEmpty()) {
      return "cells.jsonl";
    }
    return "results.csv, results.json, report.md, accuracy.svg, cells.jsonl"
        + (result.hasSeveralSeeds() ? ", " + SweepWriter.SEEDS : "")
        + (SweepWriter.hasLengths(result) ? ", " + SweepWriter.LENGTHS : "")
        + pictures.files().stream().map(file -> ", " + file).collect(Collectors.joining());
  }
}
