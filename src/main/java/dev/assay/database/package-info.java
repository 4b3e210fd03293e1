/** The embedded PostgreSQL that serves where no database server is configured. */
@NullMarked
package dev.assay.database;

import org.jspecify.annotations.NullMarked;
