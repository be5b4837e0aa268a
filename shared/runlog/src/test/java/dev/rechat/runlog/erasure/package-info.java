/** What removed conversations leave in run logs goes, whatever happens meanwhile. */
@NullMarked
package dev.rechat.runlog.erasure;

import org.jspecify.annotations.NullMarked;
