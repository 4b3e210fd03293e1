/** Tests of what the service warns of. */
@NullMarked
package dev.assay.advice;

import org.jspecify.annotations.NullMarked;
