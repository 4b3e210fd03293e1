@NullMarked
package dev.assay.event;

import org.jspecify.annotations.NullMarked;
