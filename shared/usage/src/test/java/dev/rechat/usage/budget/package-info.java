@NullMarked
package dev.rechat.usage.budget;

import org.jspecify.annotations.NullMarked;
