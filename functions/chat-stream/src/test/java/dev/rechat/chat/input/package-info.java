/** Tests of the package of this name. */
@NullMarked
package dev.rechat.chat.input;

import org.jspecify.annotations.NullMarked;
