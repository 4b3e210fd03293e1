/**
 * What is asked of every connection and request before anything of the service sees it: limits on
 * slow and many connections, a sound head, and names of paths in metrics that hold nobody's
 * address.
 */
@NullMarked
package dev.assay.http;

import org.jspecify.annotations.NullMarked;
