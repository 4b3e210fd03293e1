/** Tests of the error format, over real sockets. */
@NullMarked
package dev.assay.problem;

import org.jspecify.annotations.NullMarked;
