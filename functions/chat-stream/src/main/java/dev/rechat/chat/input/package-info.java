/** The values of an app's input form, checked before Dify is asked. */
@NullMarked
package dev.rechat.chat.input;

import org.jspecify.annotations.NullMarked;
