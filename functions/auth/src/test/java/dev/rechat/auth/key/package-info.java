/** Tests of dev.rechat.auth.key. */
@NullMarked
package dev.rechat.auth.key;

import org.jspecify.annotations.NullMarked;
