/**
 * What every construction must do, whatever it decides, however it is built, whoever runs it.
 *
 * <p>Start at {@link org.cotsim.construct.ConstructionContract}; a new construction gives it
 * subjects, as {@link org.cotsim.construct.CatalogueConstructionTest} does.
 */
package org.cotsim.construct;
