package org.cotsim.simulator.assemble;

import org.cotsim.simulator.model.Transformer;

/**
 * A built model and the words that explain it.
 *
 * @param model the weights, all that an executor gets
 * @param blueprint the names, which no executor sees
 */
public record Assembly(Transformer model, Blueprint blueprint) {}
