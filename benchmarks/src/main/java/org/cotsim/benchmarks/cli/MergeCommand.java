package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.sweep.MeasuredCell;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.SweepJournal;
import org.cotsim.benchmarks.report.SweepShards;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the shards of a sweep together. */
@Command(
    name = "merge",
    description = {
      "Puts the parts that 'cot sweep --shard I/K' measured together: the files are those of one sweep"
          + " without --shard."
    },
    footer = {
      "",
      "Exit status: 0 done, 1 something could not be decided, 2 the parts are not those of one sweep."
    },
    mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private FormatOption format;
  @Mixin private SweepPictures pictures;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "The folders of all parts, in any order.")
  private List<Path> folders;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace the results that are in the folder.")
  private boolean overwrite;

  @Override
  public Integer call() throws InputException, IOException, ExperimentException {
    SweepShards shards = SweepShards.read(folders);
    SweepResult result = SweepResult.of(shards.header(), shards.cells());
    if (result.rows().isEmpty()) {
      throw new ExperimentException(String.join("\n", result.unmeasured()));
    }
    SweepJournal.Earlier earlier =
        overwrite ? SweepJournal.Earlier.OVERWRITE : SweepJournal.Earlier.REFUSE;
    SweepOutput output = new SweepOutput(out, pictures, pictures.sentences());
    try (SweepJournal journal = SweepJournal.open(out, shards.header(), earlier)) {
      for (MeasuredCell cell : shards.cells()) {
        journal.add(cell);
      }
      output.write(result);
    }
    return output.print(spec.commandLine(), format, result);
  }
}
