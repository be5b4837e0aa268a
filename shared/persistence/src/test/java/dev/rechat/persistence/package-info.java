/** What the tests of the repositories share: one database, one context, rows with defaults. */
@NullMarked
package dev.rechat.persistence;

import org.jspecify.annotations.NullMarked;
