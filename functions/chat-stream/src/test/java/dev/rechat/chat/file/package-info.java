/** Tests of the package of this name. */
@NullMarked
package dev.rechat.chat.file;

import org.jspecify.annotations.NullMarked;
