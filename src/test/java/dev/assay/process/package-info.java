/** The packaged service as a process of its own: killed, stopped, started again. */
@NullMarked
package dev.assay.process;

import org.jspecify.annotations.NullMarked;
