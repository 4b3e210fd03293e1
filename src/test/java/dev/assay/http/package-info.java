/** Tests of what is asked of connections and requests before the service sees them. */
@NullMarked
package dev.assay.http;

import org.jspecify.annotations.NullMarked;
