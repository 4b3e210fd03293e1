@NullMarked
package dev.assay.scoring.step;

import org.jspecify.annotations.NullMarked;
