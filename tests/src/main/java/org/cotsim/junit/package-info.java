/**
 * Experiments as JUnit 5 tests: {@link org.cotsim.junit.StepBudgetExperiment} measures accuracy
 * against the step budget cell by cell, {@link org.cotsim.junit.DecoderAssertions} asserts what a
 * decoder decides.
 */
package org.cotsim.junit;
