/** What was told beside an answer, as it is kept with it. */
@NullMarked
package dev.rechat.conversation.detail;

import org.jspecify.annotations.NullMarked;
