/** How our API writes values that JSON has no type for. */
@NullMarked
package dev.rechat.web.json;

import org.jspecify.annotations.NullMarked;
