/** A store of objects for tests. */
@NullMarked
package dev.rechat.testing.s3;

import org.jspecify.annotations.NullMarked;
