/**
 * The command {@code cot} as a person meets it: what it prints, where, and its exit codes.
 *
 * <p>Start at {@link org.cotsim.cli.Cli}, which runs a command in this process; {@link
 * org.cotsim.cli.JarTest} starts the packaged one.
 */
package org.cotsim.cli;
