/** Tests of {@code dev.assay.imports}. */
@NullMarked
package dev.assay.imports;

import org.jspecify.annotations.NullMarked;
