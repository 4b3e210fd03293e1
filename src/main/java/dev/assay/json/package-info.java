/** What is asked of JSON that callers send: how large and deep it may be, and who reads it when. */
@NullMarked
package dev.assay.json;

import org.jspecify.annotations.NullMarked;
