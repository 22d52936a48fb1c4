/**
 * The executor that keeps nothing but the tokens (theorem 4 of Merrill and Sabharwal 2024): slow,
 * and small.
 *
 * <p>Uses {@code model} and {@code execute} only. Start at {@link
 * org.cotsim.simulator.execute.tokensonly.TokensOnlyExecutor}.
 */
package org.cotsim.simulator.execute.tokensonly;
