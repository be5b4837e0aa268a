/** Mail: the words, the envelope, and handing it to a server. */
@NullMarked
package dev.rechat.auth.mail;

import org.jspecify.annotations.NullMarked;
