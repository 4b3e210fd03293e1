/** CSV files of leads or events: uploaded, mapped, and taken line by line in the background. */
@NullMarked
package dev.assay.imports;

import org.jspecify.annotations.NullMarked;
