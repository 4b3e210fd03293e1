/** Runs rules: the tests of it, and {@link dev.assay.engine.Rules} to write rule tests with. */
@NullMarked
package dev.assay.engine;

import org.jspecify.annotations.NullMarked;
