package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.circuit.CircuitExperiment;
import org.cotsim.benchmarks.experiment.circuit.CircuitResult;
import org.cotsim.benchmarks.experiment.circuit.Proof;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.WordsOverAlphabet;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.model.Arithmetic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads a decoder at one length off as a threshold circuit, and proves it right. */
@Command(
    name = "circuit",
    description = {
      "Reads the threshold circuit of a decoder at one length off from its weights, and decides"
          + " with --prove whether it is right on all words of that length.",
      "A gate is 1 if at least so many of its wires are 1; a wire may be negated, and the same one"
          + " may enter several times. A layer is at most three gates deep, the answer one more.",
      "What happens in the decoder is found by running words: without --prove the circuit may be"
          + " wrong on a word on which something else happens.",
      "Files: .aig or .aag (AIGER) hold a circuit with one output; .cnf (DIMACS) and .opb the"
          + " question whether decoder and automaton differ on some word, unsatisfiable if they"
          + " do not."
    },
    mixinStandardHelpOptions = true)
final class CircuitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private AmountOptions amountOptions;

  @Option(
      names = "--length",
      required = true,
      paramLabel = "N",
      description = "How many letters a word has.")
  private int length;

  @Option(
      names = "--steps",
      paramLabel = "K",
      description =
          "Unroll up to K intermediate tokens, after which an answer is forced (default: as many as"
              + " the decoder needs).")
  private Integer steps;

  @Option(names = "--prove", description = "Decide equality with the automaton for all words.")
  private boolean prove;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The file to write: .aig, .aag, .cnf or .opb; - is ASCII AIGER on the standard output.")
  private Path out;

  @Option(
      names = "--of",
      paramLabel = "decoder|automaton|difference",
      description = "Which circuit an AIGER file holds (default: decoder).")
  private CircuitFile.Of of;

  @Mixin private BuildOptions build;
  @Mixin private FormatOption format;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    if (length < 0 || (steps != null && steps < 0)) {
      throw new ExperimentException(
          (length < 0 ? "--length " + length : "--steps " + steps) + ": expected at least 0");
    }
    if (!build.arithmetic().equals(Arithmetic.BINARY64)) {
      throw new ExperimentException(
          "circuits are read off in binary64, not in " + build.arithmetic());
    }
    CircuitFile file = CircuitFile.named(out, of);
    WordsOverAlphabet problem = WordsOverAlphabet.of(amountOptions.of(problemOptions.find()));
    file.requireAutomatonOf(problem);
    CircuitResult result = read(problem);
    String title = problem.name() + ", words of " + result.length() + " letters";
    file.write(result, List.of(title, "cotsim " + Cot.VERSION));
    if (!file.isStandardOutput()) {
      CircuitText text = new CircuitText(problem, result, file.written());
      format.print(spec.commandLine().getOut(), text.json(), text::print);
    }
    boolean refuted = result.proof().filter(proof -> proof instanceof Proof.Refuted).isPresent();
    return refuted ? Cot.CHECK_FAILED : Cot.DONE;
  }

  private CircuitResult read(WordsOverAlphabet problem) throws InputException, ExperimentException {
    long most = steps == null ? problem.mostSteps(length) : steps;
    CircuitExperiment.requireShort(length, most);
    try (ProgressLine progress = ProgressLine.open("circuit", OptionalLong.empty())) {
      progress.now("compile");
      ConstructedDecoder<List<String>> decoder =
          new CompiledModels<>(
                  problem.construction(build.toConstructionOptions()), build.maxLength())
              .forRun(length, most);
      return new CircuitExperiment(problem, decoder, length, (int) most, progress::now).run(prove);
    }
  }
}
