/** People and their sessions. */
@NullMarked
package dev.rechat.persistence.account;

import org.jspecify.annotations.NullMarked;
