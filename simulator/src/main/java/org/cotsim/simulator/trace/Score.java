package org.cotsim.simulator.trace;

/** The score of a token as the next one. */
public record Score(int token, double score) {}
