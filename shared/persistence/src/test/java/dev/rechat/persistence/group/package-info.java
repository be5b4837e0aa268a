/** Groups. */
@NullMarked
package dev.rechat.persistence.group;

import org.jspecify.annotations.NullMarked;
