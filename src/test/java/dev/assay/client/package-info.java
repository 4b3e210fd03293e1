/** The service as its callers use it, for tests. */
@NullMarked
package dev.assay.client;

import org.jspecify.annotations.NullMarked;
