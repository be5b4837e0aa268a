/** Tests on a real database. */
@NullMarked
package dev.rechat.persistence.file;

import org.jspecify.annotations.NullMarked;
