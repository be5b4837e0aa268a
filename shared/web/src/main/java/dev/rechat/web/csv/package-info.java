/** Tables as comma-separated values (RFC 4180). */
@NullMarked
package dev.rechat.web.csv;

import org.jspecify.annotations.NullMarked;
