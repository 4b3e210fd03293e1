/** The one clock of the service, so that tests can step it. */
@NullMarked
package dev.assay.time;

import org.jspecify.annotations.NullMarked;
