/** Runs rules: the only package that knows Drools. */
@NullMarked
package dev.assay.engine;

import org.jspecify.annotations.NullMarked;
