/** Apps and what Dify says of them. */
@NullMarked
package dev.rechat.chat.app;

import org.jspecify.annotations.NullMarked;
