/** Made-up leads with a history, to look around with before there are real ones. */
@NullMarked
package dev.assay.demo;

import org.jspecify.annotations.NullMarked;
