/** A small HTTP server for stand-ins that must also be able to misbehave on the wire. */
@NullMarked
package dev.rechat.testing.http;

import org.jspecify.annotations.NullMarked;
