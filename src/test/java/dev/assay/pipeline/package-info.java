@NullMarked
package dev.assay.pipeline;

import org.jspecify.annotations.NullMarked;
