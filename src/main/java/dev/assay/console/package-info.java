/** The web console: pages over the same use cases as the HTTP interface, for sales and analysts. */
@NullMarked
package dev.assay.console;

import org.jspecify.annotations.NullMarked;
