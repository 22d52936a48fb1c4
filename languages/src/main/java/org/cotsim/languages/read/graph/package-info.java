/**
 * Readers of graphs and of questions about them, one format per file.
 *
 * <p>Start at {@link org.cotsim.languages.read.graph.GraphFiles}.
 */
package org.cotsim.languages.read.graph;
