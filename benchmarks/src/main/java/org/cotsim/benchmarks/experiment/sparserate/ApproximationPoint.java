package org.cotsim.benchmarks.experiment.sparserate;

import org.cotsim.simulator.sparserate.Compression;
import org.cotsim.simulator.sparserate.GradientForm;

/**
 * How near a gradient is to the exact one, at the input and for one distortion.
 *
 * @param energy the largest eigenvalue that the inverse is of, less 1
 */
public record ApproximationPoint(
    double distortion, double energy, GradientForm form, Compression.Agreement agreement) {}
