package org.cotsim.languages.read.automaton;

import java.util.List;
import java.util.Set;

/** A regular expression as a tree. */
sealed interface Regex {

  /** One symbol out of a set, or out of the rest of the alphabet. */
  record OneOf(Set<String> symbols, boolean negated) implements Regex {
    public OneOf {
      symbols = Set.copyOf(symbols);
    }
  }

  /** The parts one after the other; no parts are the empty word. */
  record Sequence(List<Regex> parts) implements Regex {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** Any of the parts; no parts are the empty language. */
  record Union(List<Regex> parts) implements Regex {
    public Union {
      parts = List.copyOf(parts);
    }
  }

  /** What both sides match. */
  record Intersection(Regex left, Regex right) implements Regex {}

  /** What the part does not match. */
  record Complement(Regex part) implements Regex {}

  /** From {@code min} to {@code max} times, without end if {@code max} is {@link #UNBOUNDED}. */
  record Repeat(Regex part, int min, int max) implements Regex {
    static final int UNBOUNDED = -1;
  }

  /** A number between two others, in so many digits, or in as few as it needs if that is 0. */
  record Interval(int min, int max, int digits) implements Regex {}
}
