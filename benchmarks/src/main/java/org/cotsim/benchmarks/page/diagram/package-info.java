/**
 * Pictures of automata, Turing machines and graphs: nodes, curves and labels that do not cover each
 * other, as SVG that a page's style sheet colours.
 *
 * <p>Start at {@link org.cotsim.benchmarks.page.diagram.Diagram}. A {@link
 * org.cotsim.benchmarks.page.diagram.Layout} says where nodes stand; all of them but {@link
 * org.cotsim.benchmarks.page.diagram.LibraryLayout} also work inside of pages.
 */
package org.cotsim.benchmarks.page.diagram;
