/** A stand-in for Dify: a real HTTP server that speaks the Service API, for tests and for trying ReChat out. */
@NullMarked
package dev.rechat.testing.dify;

import org.jspecify.annotations.NullMarked;
