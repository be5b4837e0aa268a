/** What people think of answers: stored here first, then told to Dify. */
@NullMarked
package dev.rechat.chat.feedback;

import org.jspecify.annotations.NullMarked;
