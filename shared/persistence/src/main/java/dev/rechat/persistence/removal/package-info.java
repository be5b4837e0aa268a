/** The statements that remove conversations for good, and the threads that are still to be deleted at Dify. */
@NullMarked
package dev.rechat.persistence.removal;

import org.jspecify.annotations.NullMarked;
