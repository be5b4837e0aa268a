/** What every part of ReChat knows about accounts. */
@NullMarked
package dev.rechat.kernel.account;

import org.jspecify.annotations.NullMarked;
