/**
 * Completions of models, graded token by token against the oracle.
 *
 * <p>Files are read one completion at a time. Start at {@link
 * org.cotsim.benchmarks.experiment.grade.Grader}.
 */
package org.cotsim.benchmarks.experiment.grade;
