package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what a constructed model consists of. */
@Command(
    name = "explain",
    description = "Shows the decoder of a problem: sizes, subspaces, heads and certificate.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  private static final int DEFAULT_LENGTH = 1024;

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private AmountOptions amountOptions;
  @Mixin private BuildOptions build;
  @Mixin private FormatOption format;

  @Override
  public Integer call() throws InputException, ExperimentException {
    return explain(amountOptions.of(problemOptions.find()));
  }

  private <I> int explain(Problem<I> problem) throws ExperimentException {
    Construction<I> construction = problem.construction(build.toConstructionOptions());
    int length = build.maxLength().orElse(DEFAULT_LENGTH);
    ConstructedDecoder<I> decoder;
    try (ProgressLine progress = ProgressLine.open("compile", OptionalLong.empty())) {
      progress.now(problem.name());
      decoder = new CompiledModels<>(construction, build.maxLength()).forRun(length, length);
    }
    Map<String, Object> model = Explanation.of(problem, construction, decoder);
    PrintWriter out = spec.commandLine().getOut();
    format.print(out, model, text -> ExplanationText.print(text, model));
    return Cot.DONE;
  }
}
