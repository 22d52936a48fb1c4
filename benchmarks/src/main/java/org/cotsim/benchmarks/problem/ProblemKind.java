package org.cotsim.benchmarks.problem;

import java.util.List;
import java.util.Optional;
import org.cotsim.languages.input.InputException;

/**
 * A kind of problem: finds its problems by what a person writes.
 *
 * <p>A new kind is a room beside this package with one implementation of this interface, and a line
 * in {@code META-INF/services/org.cotsim.benchmarks.problem.ProblemKind}. Its order there is the
 * order in which kinds are asked; one that takes every file comes last.
 */
public interface ProblemKind {

  /** How a number of steps grows with the input, at most. */
  enum Growth {
    LOGARITHMIC,
    LINEAR
  }

  /** What its problems are called, in the plural: regular languages. */
  String plural();

  /** The class of its problems, whose interfaces are what they can do. */
  Class<? extends Problem<?>> problems();

  /** What its texts begin with where they are no names and no files, such as {@code regex:}. */
  default List<String> prefixes() {
    return List.of();
  }

  /** Those prefixes that are followed by the path of a file. */
  default List<String> filePrefixes() {
    return List.of();
  }

  /**
   * The problem that a text names; empty if it names none of this kind.
   *
   * @throws InputException if it names one that cannot be read
   */
  Optional<Problem<?>> find(ProblemText text) throws InputException;

  /** The names of its problems that are not in the catalogue. */
  default List<String> names() {
    return List.of();
  }

  /** The source of one of these names. */
  default String citation(String name) {
    return "";
  }

  /** How the steps of the problem of one of these names grow, at most. */
  default Growth growth(String name) {
    return Growth.LINEAR;
  }

  /** The names of the problems that a sweep measures where nobody names one. */
  default List<String> usuallySwept() {
    return List.of();
  }
}
