/** Tests of shared/web against a real HTTP server. */
@NullMarked
package dev.rechat.web;

import org.jspecify.annotations.NullMarked;
