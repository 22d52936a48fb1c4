package org.cotsim.benchmarks.experiment.learn;

import java.util.List;
import net.automatalib.alphabet.Alphabet;
import org.cotsim.benchmarks.problem.ExperimentException;

/** What is learned about: something that answers words. */
public interface Subject {

  /** The letters of the words. */
  Alphabet<String> alphabet();

  /**
   * Whether it accepts each of some words, which may differ in length.
   *
   * @throws ExperimentException if it has no answer to one of them, or cannot be asked
   */
  List<Boolean> accepts(List<List<String>> words) throws ExperimentException;
}
