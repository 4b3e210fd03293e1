/** The embedded PostgreSQL, and what is to be expected of any: that it may be away. */
@NullMarked
package dev.assay.database;

import org.jspecify.annotations.NullMarked;
