package org.cotsim.benchmarks.report;

/** A rectangle of a picture; y grows downwards. */
record Box(double left, double top, double right, double bottom) {}
