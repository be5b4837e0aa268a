/** The settings of the house: which there are, what they are now, and changing them. */
@NullMarked
package dev.rechat.accounts.setting;

import org.jspecify.annotations.NullMarked;
