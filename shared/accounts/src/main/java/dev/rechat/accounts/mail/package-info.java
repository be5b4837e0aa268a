/** Whether and how the house sends mail, and where its links lead. */
@NullMarked
package dev.rechat.accounts.mail;

import org.jspecify.annotations.NullMarked;
