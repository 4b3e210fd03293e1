/** Tests of demo data. */
@NullMarked
package dev.assay.demo;

import org.jspecify.annotations.NullMarked;
