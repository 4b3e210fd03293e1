/** The person: profile, identity, standing, history, ranking and erasure. */
@NullMarked
package dev.assay.lead;

import org.jspecify.annotations.NullMarked;
