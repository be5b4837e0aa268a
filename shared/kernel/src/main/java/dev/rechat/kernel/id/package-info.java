/** Typed identifiers; every id of ReChat is a UUIDv7 (RFC 9562), so ids sort by the time they were made. */
@NullMarked
package dev.rechat.kernel.id;

import org.jspecify.annotations.NullMarked;
