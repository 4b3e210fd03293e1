/** Damage done by hand to what is stored, and what a check says of it. */
@NullMarked
package dev.assay.check;

import org.jspecify.annotations.NullMarked;
