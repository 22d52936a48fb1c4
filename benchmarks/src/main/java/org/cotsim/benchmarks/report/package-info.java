/**
 * Writers of what an experiment found: CSV, JSON, Markdown and SVG, the same bytes for the same
 * rows.
 *
 * <p>Uses {@code experiment} for the rows; decodes nothing and prints nothing. Start at {@code
 * SweepWriter}; a new chart starts from {@code Svg} and {@code Axis}.
 */
package org.cotsim.benchmarks.report;
