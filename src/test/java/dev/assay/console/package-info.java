/** The console as people meet it, in a real browser. */
@NullMarked
package dev.assay.console;

import org.jspecify.annotations.NullMarked;
