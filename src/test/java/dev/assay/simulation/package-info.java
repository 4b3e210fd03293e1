/** Tests of simulations on real leads in a real database. */
@NullMarked
package dev.assay.simulation;

import org.jspecify.annotations.NullMarked;
