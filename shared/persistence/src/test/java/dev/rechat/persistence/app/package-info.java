/** Tests on a real database. */
@NullMarked
package dev.rechat.persistence.app;

import org.jspecify.annotations.NullMarked;
