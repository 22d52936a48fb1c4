package org.cotsim.benchmarks.experiment.sparserate;

import java.util.OptionalDouble;
import org.cotsim.simulator.sparserate.GradientForm;

/**
 * How long one step from the input may be: 0 if the shortest one tried is too long already, empty
 * if the longest one tried is not.
 *
 * @param rate the length from which on the rate against the subspaces rises, before the norm
 * @param objective the length from which on the objective rises, after the norm
 */
public record Rise(GradientForm form, OptionalDouble rate, OptionalDouble objective) {}
