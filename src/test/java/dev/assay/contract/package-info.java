/** Tests of the HTTP interface as a whole, against its own description. */
@NullMarked
package dev.assay.contract;

import org.jspecify.annotations.NullMarked;
