/**
 * The algebra of a regular language: its syntactic monoid, the image sets of its automaton and the
 * groups that act on them, and what class of languages that makes it a member of.
 *
 * <p>May use AutomataLib for tables and JGraphT for components, nothing of this house. Start at
 * {@link org.cotsim.languages.automaton.algebra.LanguageAlgebra}.
 */
package org.cotsim.languages.automaton.algebra;
