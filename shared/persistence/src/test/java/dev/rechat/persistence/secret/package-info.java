@NullMarked
package dev.rechat.persistence.secret;

import org.jspecify.annotations.NullMarked;
