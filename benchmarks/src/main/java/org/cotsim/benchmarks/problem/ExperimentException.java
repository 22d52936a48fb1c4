package org.cotsim.benchmarks.problem;

import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.FormulaException;

/** An experiment that cannot be done as asked; the message is for the person who asked. */
public final class ExperimentException extends Exception {

  public ExperimentException(String message) {
    super(message);
  }

  public ExperimentException(NotCertifiedException cause) {
    super(cause.getMessage(), cause);
  }

  public ExperimentException(InputException cause) {
    super(cause.getMessage(), cause);
  }

  public ExperimentException(FormulaException cause) {
    super(cause.getMessage(), cause);
  }
}
