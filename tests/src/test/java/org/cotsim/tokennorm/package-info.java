/**
 * Special tokens with a norm of their own against closed forms: what they read, what the others can
 * do without, and points on a circle.
 *
 * <p>Start at {@link org.cotsim.tokennorm.SeparateNormsTest}.
 */
package org.cotsim.tokennorm;
