/** What people think of answers, as administrators see it. */
@NullMarked
package dev.rechat.admin.feedback;

import org.jspecify.annotations.NullMarked;
