/** Tests of keys and roles, and the keys that other tests use. */
@NullMarked
package dev.assay.security;

import org.jspecify.annotations.NullMarked;
