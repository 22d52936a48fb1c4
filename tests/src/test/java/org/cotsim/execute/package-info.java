/**
 * What every executor must do: one contract in several traits, run for each executor.
 *
 * <p>Start at {@link org.cotsim.execute.ExecutorContract}; a failure in a random model names the
 * seed that makes it again.
 */
package org.cotsim.execute;
