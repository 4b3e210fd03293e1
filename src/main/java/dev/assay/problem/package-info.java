/** What an error answer looks like: RFC 9457 problems, whoever raises the error and wherever. */
@NullMarked
package dev.assay.problem;

import org.jspecify.annotations.NullMarked;
