/** What an operator can set about turns. */
@NullMarked
package dev.rechat.chat.settings;

import org.jspecify.annotations.NullMarked;
