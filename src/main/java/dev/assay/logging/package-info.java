/** What log lines may say about a lead. */
@NullMarked
package dev.assay.logging;

import org.jspecify.annotations.NullMarked;
