package org.cotsim.simulator.model;

/** One layer: attention, residual add, feed-forward, residual add, in this order. */
public record Layer(Attention attention, FeedForward feedForward) {}
