/** Tests of figures over all leads. */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
