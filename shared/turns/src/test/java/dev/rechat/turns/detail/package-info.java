@NullMarked
package dev.rechat.turns.detail;

import org.jspecify.annotations.NullMarked;
