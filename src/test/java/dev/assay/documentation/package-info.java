/** What holds of the documentation: it says what the code says, and what it points to is there. */
@NullMarked
package dev.assay.documentation;

import org.jspecify.annotations.NullMarked;
