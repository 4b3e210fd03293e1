/** Turns a message into what a sales tool takes: a chat card, a mail, a call of a CRM. */
@NullMarked
package dev.assay.target;

import org.jspecify.annotations.NullMarked;
