/** People, their sessions, and the settings of the house. */
@NullMarked
package dev.rechat.persistence.account;

import org.jspecify.annotations.NullMarked;
