package org.cotsim.benchmarks.experiment.check;

import java.util.Optional;

/**
 * One input of a check.
 *
 * @param input what is decoded
 * @param label what a file says the answer is, if there is such a file
 * @param place where the input came from, for messages
 * @param drawn the sample that it belongs to
 */
record CheckedInput<I>(I input, Optional<Boolean> label, String place, Drawn drawn) {}
