/** Tests of settings. */
@NullMarked
package dev.rechat.chat.settings;

import org.jspecify.annotations.NullMarked;
