package org.cotsim.benchmarks.experiment.sparserate;

import org.cotsim.simulator.sparserate.GradientForm;

/**
 * The input after one step of a size.
 *
 * @param step in units of the inverse curvature
 * @param bareAgainst the rate against the subspaces, before the norm
 * @param objective after the norm
 */
public record StepPoint(GradientForm form, double step, double bareAgainst, double objective) {}
