/** Who may do what, shown for every operation of the OpenAPI document and every id that it takes. */
@NullMarked
package dev.rechat.local.access;

import org.jspecify.annotations.NullMarked;
