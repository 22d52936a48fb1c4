/**
 * What runs a model: an executor opens sessions that turn tokens into next tokens.
 *
 * <p>Uses {@code model} only: an executor knows weights and token numbers and nothing else. Start
 * at {@link org.cotsim.simulator.execute.Executor}; {@code .reference} reads as the definition.
 */
package org.cotsim.simulator.execute;
