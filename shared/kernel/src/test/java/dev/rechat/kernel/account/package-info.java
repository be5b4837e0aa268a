/** Tests of dev.rechat.kernel.account. */
@NullMarked
package dev.rechat.kernel.account;

import org.jspecify.annotations.NullMarked;
