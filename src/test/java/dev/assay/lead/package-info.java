@NullMarked
package dev.assay.lead;

import org.jspecify.annotations.NullMarked;
