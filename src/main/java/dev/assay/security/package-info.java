/** Who may call: API keys, their roles, and the check that every request passes. */
@NullMarked
package dev.assay.security;

import org.jspecify.annotations.NullMarked;
