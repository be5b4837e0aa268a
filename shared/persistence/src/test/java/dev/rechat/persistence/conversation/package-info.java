/** Tests on a real database. */
@NullMarked
package dev.rechat.persistence.conversation;

import org.jspecify.annotations.NullMarked;
