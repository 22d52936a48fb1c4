/**
 * The machine as data: an immutable decoder-only transformer, its vocabulary, norms, heads and
 * masks.
 *
 * <p>Uses the JDK only and knows neither how weights come about nor how they are run. Start at
 * {@link org.cotsim.simulator.model.Transformer}; shapes are written as {@code [rows, columns]}.
 */
package org.cotsim.simulator.model;
