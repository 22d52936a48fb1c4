package org.cotsim.benchmarks.experiment.grade;

/**
 * What a model said to a question.
 *
 * @param place where it stands
 */
public record Completion(Place place, Question question, Said said) {}
