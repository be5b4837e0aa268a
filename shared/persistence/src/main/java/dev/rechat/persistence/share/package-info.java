/** Conversations shared by link: which messages of them, and who may look. */
@NullMarked
package dev.rechat.persistence.share;

import org.jspecify.annotations.NullMarked;
