/**
 * The command {@code cot}: reads options, calls an experiment, prints what it found.
 *
 * <p>The only package that prints, knows picocli or ends the process. Start at {@link
 * org.cotsim.benchmarks.cli.Cot}; each subcommand has a class of its own.
 */
package org.cotsim.benchmarks.cli;
