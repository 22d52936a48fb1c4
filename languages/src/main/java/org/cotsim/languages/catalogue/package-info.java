/**
 * Named problems, each a machine with a second, independent definition and its citation.
 *
 * <p>May use every other package of the module. Start at {@link
 * org.cotsim.languages.catalogue.Catalogue}, whose entries are {@link
 * org.cotsim.languages.catalogue.RegularEntry} or {@link
 * org.cotsim.languages.catalogue.TuringEntry}.
 */
package org.cotsim.languages.catalogue;
