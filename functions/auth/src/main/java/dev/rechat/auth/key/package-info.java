/** Personal API keys: made, listed, changed and revoked by their owner. */
@NullMarked
package dev.rechat.auth.key;

import org.jspecify.annotations.NullMarked;
