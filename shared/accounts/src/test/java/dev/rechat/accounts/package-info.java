/** What tests of this module share. */
@NullMarked
package dev.rechat.accounts;

import org.jspecify.annotations.NullMarked;
