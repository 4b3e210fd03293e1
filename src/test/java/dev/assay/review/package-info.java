@NullMarked
package dev.assay.review;

import org.jspecify.annotations.NullMarked;
