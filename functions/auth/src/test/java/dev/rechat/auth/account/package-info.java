/** Tests of dev.rechat.auth.account. */
@NullMarked
package dev.rechat.auth.account;

import org.jspecify.annotations.NullMarked;
