/** Links that work once. */
@NullMarked
package dev.rechat.persistence.link;

import org.jspecify.annotations.NullMarked;
