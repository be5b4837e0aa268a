/** What removed conversations leave in run logs goes. */
@NullMarked
package dev.rechat.runlog.erasure;

import org.jspecify.annotations.NullMarked;
