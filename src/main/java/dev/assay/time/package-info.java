/**
 * The one clock of the service, injected wherever time matters so that tests can step it, and times
 * as text.
 */
@NullMarked
package dev.assay.time;

import org.jspecify.annotations.NullMarked;
