/** Links that work once: for somebody who cannot sign in, and to show that an address is one's own. */
@NullMarked
package dev.rechat.accounts.link;

import org.jspecify.annotations.NullMarked;
