/** What proves somebody beside a password. */
@NullMarked
package dev.rechat.persistence.factor;

import org.jspecify.annotations.NullMarked;
