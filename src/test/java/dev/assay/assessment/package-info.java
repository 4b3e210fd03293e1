/** The law by its behaviours: what rules can say, and what comes of it. */
@NullMarked
package dev.assay.assessment;

import org.jspecify.annotations.NullMarked;
