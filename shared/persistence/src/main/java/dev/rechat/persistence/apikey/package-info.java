/** Personal API keys. */
@NullMarked
package dev.rechat.persistence.apikey;

import org.jspecify.annotations.NullMarked;
