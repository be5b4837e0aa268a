/** The apps people may ask, and what Dify says of them. */
@NullMarked
package dev.rechat.chat.app;

import org.jspecify.annotations.NullMarked;
