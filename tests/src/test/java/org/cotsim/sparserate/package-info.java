/**
 * White-box transformers against closed forms: rates of sets whose spectrum is known, steps whose
 * result can be written down, and layers that must do what they are for.
 *
 * <p>Start at {@link org.cotsim.sparserate.CodingRateTest}.
 */
package org.cotsim.sparserate;
