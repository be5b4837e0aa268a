/** What people think of answers. */
@NullMarked
package dev.rechat.persistence.feedback;

import org.jspecify.annotations.NullMarked;
