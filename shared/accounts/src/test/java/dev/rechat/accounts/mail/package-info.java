/** What is asked of the configuration of mail. */
@NullMarked
package dev.rechat.accounts.mail;

import org.jspecify.annotations.NullMarked;
