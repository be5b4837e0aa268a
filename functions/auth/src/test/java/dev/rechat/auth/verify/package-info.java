/** Addresses that are confirmed, over HTTP and mail. */
@NullMarked
package dev.rechat.auth.verify;

import org.jspecify.annotations.NullMarked;
