/** What tests of this module share. */
@NullMarked
package dev.rechat.conversations;

import org.jspecify.annotations.NullMarked;
