/**
 * The pages for teaching, driven in a real browser as a reader drives them.
 *
 * <p>Needs Chromium and its driver; without them the tests are skipped, or fail where the
 * environment variable {@code COTSIM_REQUIRE_BROWSER} is set. Start at {@code Browser}.
 */
package org.cotsim.browser;
