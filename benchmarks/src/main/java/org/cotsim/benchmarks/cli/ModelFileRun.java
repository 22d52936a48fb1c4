package org.cotsim.benchmarks.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.run.DecodedInput;
import org.cotsim.benchmarks.experiment.run.ReadyModel;
import org.cotsim.benchmarks.modelfile.ModelFile;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.RestartingSession;
import org.cotsim.simulator.execute.Executor;

/**
 * Decodes one word with the model of a file, beside the oracle of the problem that the file names
 * if that problem can be found and has the same tokens.
 *
 * @param file the model
 * @param executor what runs it
 * @param budget of what is emitted, if one was given
 * @param stepLimit the oracle stops Turing machines after so many steps
 */
record ModelFileRun(ModelFile file, Executor executor, Optional<Budget> budget, long stepLimit) {

  /** The prefix of models in files. */
  static final String MODEL = "model:";

  static boolean isModel(String problem) {
    return problem.startsWith(MODEL);
  }

  static Path path(String problem) {
    return Path.of(problem.substring(MODEL.length()));
  }

  /**
   * The run on a word.
   *
   * @param word empty if none is given
   * @throws ExperimentException if none is given, with how one is written
   */
  RunOutput of(Optional<String> word) throws InputException, ExperimentException {
    Problem<?> problem;
    try {
      problem = Problems.find(file.problem(), file.alphabet(), stepLimit);
    } catch (InputException e) {
      return withoutOracle(word, e.problems().get(0).toString());
    }
    return withOracle(answering(problem), word);
  }

  /**
   * The problem with the chains of the model: of thoughts if it has some, one that forgets if it
   * restarts, none if it has no token for a step.
   */
  private <I> Problem<I> answering(Problem<I> problem) throws ExperimentException {
    if (!(problem instanceof WaysToBuild<I> ways)) {
      return problem;
    }
    if (file.model().feedback().isPresent()) {
      return ways.by(Recipe.THOUGHTS);
    }
    if (RestartingSession.restarts(file.model().vocabulary())) {
      return ways.by(Recipe.FORGETTING);
    }
    return file.model().vocabulary().chain().size() == 0 ? ways.withoutChain() : problem;
  }

  private <I> RunOutput withOracle(Problem<I> problem, Optional<String> word)
      throws InputException, ExperimentException {
    ConstructedDecoder<I> decoder;
    try {
      decoder = model().decoderOf(problem);
    } catch (ExperimentException e) {
      return withoutOracle(word, e.getMessage());
    }
    if (word.isEmpty()) {
      throw MissingInput.of(problem);
    }
    I input = problem.parse(word.get());
    DecodedInput result = model().run(problem, decoder, input, budget, executor);
    return RunOutput.of(problem, List.of(), input, result, executor);
  }

  private RunOutput withoutOracle(Optional<String> word, String reason)
      throws InputException, ExperimentException {
    if (word.isEmpty()) {
      throw MissingInput.of(model());
    }
    List<String> symbols = model().parse(word.get());
    return new RunOutput(
        file.problem(),
        "as the file names it",
        List.of("there is no oracle: " + reason),
        Words.format(symbols),
        model().run(symbols, budget, executor),
        List.of(),
        false,
        executor,
        Optional.empty());
  }

  private ReadyModel model() {
    return new ReadyModel(file.assembly(), file.certificate());
  }
}
