/** The settings of the house over HTTP, on a real database. */
@NullMarked
package dev.rechat.admin.setting;

import org.jspecify.annotations.NullMarked;
