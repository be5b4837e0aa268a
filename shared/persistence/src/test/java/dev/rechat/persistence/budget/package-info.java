@NullMarked
package dev.rechat.persistence.budget;

import org.jspecify.annotations.NullMarked;
