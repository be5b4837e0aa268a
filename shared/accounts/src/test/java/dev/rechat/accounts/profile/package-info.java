/** Names, and what is none. */
@NullMarked
package dev.rechat.accounts.profile;

import org.jspecify.annotations.NullMarked;
