/** Tests of how guessing is slowed. */
@NullMarked
package dev.rechat.auth.guessing;

import org.jspecify.annotations.NullMarked;
