/** What everybody who is signed in is told. */
@NullMarked
package dev.rechat.auth.banner;

import org.jspecify.annotations.NullMarked;
