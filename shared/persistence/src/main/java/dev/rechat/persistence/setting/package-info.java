/** The settings of the house. */
@NullMarked
package dev.rechat.persistence.setting;

import org.jspecify.annotations.NullMarked;
