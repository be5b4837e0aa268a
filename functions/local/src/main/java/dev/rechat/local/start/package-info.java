/** What a start says to the person who made it: progress, and problems. */
@NullMarked
package dev.rechat.local.start;

import org.jspecify.annotations.NullMarked;
