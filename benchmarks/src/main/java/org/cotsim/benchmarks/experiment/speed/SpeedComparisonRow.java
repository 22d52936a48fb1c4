package org.cotsim.benchmarks.experiment.speed;

/**
 * One executor at one length.
 *
 * @param length the length asked for, in intermediate tokens
 * @param executor its name
 * @param backend what really ran
 * @param result the median run
 */
public record SpeedComparisonRow(
    int length, String executor, String backend, DecodingSpeedResult result) {}
