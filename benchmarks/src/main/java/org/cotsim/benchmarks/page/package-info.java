/**
 * Web pages for teaching: each one file that needs no network, with its data, style and script in
 * it.
 *
 * <p>Uses {@code experiment} for what was run and {@code report} for charts; the styles and scripts
 * are resources beside this package. Start at {@link org.cotsim.benchmarks.page.TracePage}.
 */
package org.cotsim.benchmarks.page;
