/** Tests on a real database. */
@NullMarked
package dev.rechat.persistence.account;

import org.jspecify.annotations.NullMarked;
