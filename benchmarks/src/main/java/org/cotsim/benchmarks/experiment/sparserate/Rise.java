package org.cotsim.benchmarks.experiment.sparserate;

import java.util.OptionalDouble;
import org.cotsim.simulator.sparserate.GradientForm;

/**
 * The step from which on the rate against the subspaces rises instead of falling.
 *
 * @param from the smallest such step found, 0 if the smallest one tried is; empty if none was found
 */
public record Rise(GradientForm form, OptionalDouble from) {}
