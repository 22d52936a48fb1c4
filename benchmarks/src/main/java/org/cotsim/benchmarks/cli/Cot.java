package org.cotsim.benchmarks.cli;

/** The command. */
public final class Cot {
  private Cot() {}

  public static void main(String[] args) {}
}
