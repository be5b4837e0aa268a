/** Tables: what they hold when they are opened elsewhere. */
@NullMarked
package dev.rechat.web.csv;

import org.jspecify.annotations.NullMarked;
