/** Tests of dev.rechat.auth.session. */
@NullMarked
package dev.rechat.auth.session;

import org.jspecify.annotations.NullMarked;
