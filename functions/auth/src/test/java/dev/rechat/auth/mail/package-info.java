/** Mail as a real server receives it. */
@NullMarked
package dev.rechat.auth.mail;

import org.jspecify.annotations.NullMarked;
