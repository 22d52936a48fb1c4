package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.page.Gallery;
import org.cotsim.benchmarks.page.Sentences;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a small site with a page for every problem of the catalogue. */
@Command(
    name = "gallery",
    description = {
      "Writes a small web site: a page for each problem with picture, theory, trace and sweep, and"
          + " an index ordered by what a number of steps can decide.",
      "The pages need no network and no server."
    },
    mixinStandardHelpOptions = true)
final class GalleryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private FormatOption format;
  @Mixin private LanguageOptions language;

  @Parameters(
      arity = "0..*",
      paramLabel = "PROBLEM",
      description =
          "Names from 'cot list', or a study such as manifold (default: all of them, with the"
              + " families of graphs; with --problems none).")
  private List<String> names = List.of();

  @Option(
      names = "--problems",
      paramLabel = "FILE",
      description = {
        "Problems of one's own, before those named: machines, expressions, graphs, with words to"
            + " trace.",
        "In a .yaml file a list of problems, or of entries with the keys problem, word, title,"
            + " sentence, alphabet, directed, source, target; in other files a problem on each line,"
            + " then, after tabs, word, title and sentence. Paths are relative to the file."
      })
  private Path problems;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to.")
  private Path out;

  @Override
  public Integer call() throws InputException, ExperimentException, FormulaException, IOException {
    List<String> known = Gallery.names();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ExperimentException(
            name
                + ": the gallery has the problems of 'cot list' only, not families with"
                + " parameters");
      }
    }
    Sentences say = language.sentences();
    AtomicFiles.requireWritable(out);
    Gallery gallery =
        problems == null
            ? Gallery.of(names.isEmpty() ? known : names, say)
            : Gallery.of(names, problems, say);
    try (ProgressLine progress = ProgressLine.open("gallery", OptionalLong.of(gallery.size()))) {
      for (int i = 0; i < gallery.size(); i++) {
        progress.now(gallery.name(i));
        gallery.writePage(i, out);
        progress.done(1);
      }
      gallery.writeStudies(out);
      gallery.writeIndex(out);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("pages", gallery.size() + gallery.studies());
    fields.put("index", out.resolve(Gallery.INDEX).toString());
    format.print(
        spec.commandLine().getOut(),
        fields,
        text -> text.println(contents(gallery) + "; open " + out.resolve(Gallery.INDEX)));
    return Cot.DONE;
  }

  private static String contents(Gallery gallery) {
    String studies = gallery.studies() == 1 ? "1 study" : gallery.studies() + " studies";
    if (gallery.studies() == 0) {
      return gallery.size() + " problems";
    }
    return gallery.size() == 0 ? studies : gallery.size() + " problems and " + studies;
  }
}
