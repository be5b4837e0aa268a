/** The people who run the house: there is always one. */
@NullMarked
package dev.rechat.accounts.administrator;

import org.jspecify.annotations.NullMarked;
