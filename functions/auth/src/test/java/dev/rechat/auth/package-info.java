/** Tests of the auth function over HTTP and on a real database. */
@NullMarked
package dev.rechat.auth;

import org.jspecify.annotations.NullMarked;
